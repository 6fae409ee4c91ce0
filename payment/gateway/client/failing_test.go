package client_test

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/gateway/client"
)

// babbling is the address of a server that answers with what is no status.
func babbling(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			fmt.Fprintf(c, "HTTP/1.1 %s %[1]s\r\n\r\n", mark)
			c.Close()
		}
	}()
	return l.Addr().String()
}

// What net/http says where a proxy, a name, a certificate or a clock is in the way quotes
// URLs, and what came. None of it comes through.
func TestFailuresTellNothing(t *testing.T) {
	serve := func(h http.HandlerFunc) *httptest.Server {
		s := httptest.NewServer(h)
		t.Cleanup(s.Close)
		return s
	}
	marked := func(base string) string {
		return strings.Replace(base, "://", "://"+mark+":"+mark+"@", 1) + "/" + mark + "?key=" + mark
	}
	refuses := serve(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(407); io.WriteString(w, r.URL.String()) })
	slow := serve(func(_ http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body) // only then the end of the call is seen
		select {
		case <-r.Context().Done():
		case <-time.After(time.Minute):
		}
	})
	safe := httptest.NewTLSServer(http.NotFoundHandler())
	t.Cleanup(safe.Close)
	through := func(proxy func(*http.Request) (*url.URL, error)) *http.Client {
		return &http.Client{Transport: &http.Transport{Proxy: proxy}}
	}
	proxy, err := url.Parse(marked(refuses.URL))
	if err != nil {
		t.Fatal(err)
	}
	for why, link := range map[string]client.Link{
		"a proxy that refuses":          {URL: marked("http://platform.example"), HTTP: through(http.ProxyURL(proxy))},
		"a proxy that builds no tunnel": {URL: marked("https://platform.example"), HTTP: through(http.ProxyURL(proxy))},
		"no proxy can be chosen":        {URL: marked("http://platform.example"), HTTP: through(func(*http.Request) (*url.URL, error) { return nil, errors.New(mark) })},
		"a status that is none":         {URL: marked("http://" + babbling(t))},
		"the time of the link is up":    {URL: marked(slow.URL), Timeout: 20 * time.Millisecond},
		"the time of the client is up":  {URL: marked(slow.URL), HTTP: &http.Client{Timeout: 20 * time.Millisecond}},
		"a certificate of nobody":       {URL: marked(safe.URL)},
		"a scheme nobody speaks":        {URL: "gopher://" + mark},
		"a URL that is none":            {URL: "http://" + mark + "\x7f"},
		"nobody listens":                {URL: "http://127.0.0.1:1/" + mark},
		"nowhere":                       {},
	} {
		link.Tries = 1
		p := client.Platform{Link: link, Partner: partner, Secret: gateway.NewSecret(mark)}
		_, err := p.Query(t.Context(), "HD0001T1")
		var told strings.Builder
		tell(&told, err)
		var e *client.Error
		if !errors.As(err, &e) || strings.Contains(strings.ToLower(told.String()), strings.ToLower(mark)) {
			t.Errorf("%s: %s", why, told.String())
		}
	}
}
