package client_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/motcua/motcua/payment/gateway/client"
	"github.com/motcua/motcua/payment/gateway/client/simulator"
)

// On a real network: a server that hangs, one that is not there, one that sends on, one
// that says rubbish. Every call ends.
func TestNetwork(t *testing.T) {
	var redirected atomic.Int32
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { redirected.Add(1) }))
	defer elsewhere.Close()
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	hang := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/hang":
			<-hang
		case "/slow": // begins to answer
			w.(http.Flusher).Flush()
			<-hang
		case "/elsewhere":
			http.Redirect(w, r, elsewhere.URL, http.StatusTemporaryRedirect)
		case "/short":
			w.Header().Set("Content-Length", "1000")
			io.WriteString(w, paid[:20])
		default:
			io.WriteString(w, paid)
		}
	}))
	defer server.Close()
	defer close(hang)
	for _, test := range []struct {
		why, url string
		err      error
	}{
		{"good", server.URL, nil},
		{"hangs", server.URL + "/hang", context.DeadlineExceeded},
		{"hangs half-way", server.URL + "/slow", context.DeadlineExceeded},
		{"is not there", gone.URL, client.ErrNetwork},
		{"sends on, where nothing signed is to go", server.URL + "/elsewhere", client.ErrStatus},
		{"breaks off", server.URL + "/short", io.ErrUnexpectedEOF},
		{"says rubbish", "http://" + rubbish(t), client.ErrNetwork},
	} {
		p := asking(nil)
		p.Link = client.Link{URL: test.url, Timeout: time.Minute, Tries: 2, Pause: 1} // those that answer may be slow where much runs beside them
		if errors.Is(test.err, context.DeadlineExceeded) {
			p.Link.Timeout = 50 * time.Millisecond
		}
		_, err := p.Query(context.Background(), "HD0001T1")
		if !errors.Is(err, test.err) || err != nil && strings.Contains(err.Error(), "127.0.0.1") || err != nil && strings.Contains(err.Error(), "MARK") {
			t.Errorf("%s: %v", test.why, err)
		}
	}
	if redirected.Load() > 0 {
		t.Error("a redirect was followed")
	}
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer stop()
	p := asking(nil)
	p.Link = client.Link{URL: gone.URL, Pause: time.Hour}
	if _, err := p.Query(ctx, "HD0001T1"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("while it waits: %v", err)
	}
}

// rubbish is the address of a server that answers with what it was sent.
func rubbish(t *testing.T) string {
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
			io.WriteString(c, "MARK is not HTTP\r\n\r\n")
			c.Close()
		}
	}()
	return l.Addr().String()
}

// The schedule once more over a real network, with connections that really break.
func TestScheduleOnNetwork(t *testing.T) {
	for seed := range uint64(5) {
		till := newTill(seed, simulator.Bad(), plainly)
		platform, desk := httptest.NewUnstartedServer(till.platform), httptest.NewUnstartedServer(&till.handler)
		platform.Start()
		desk.Start()
		till.client.Link = client.Link{URL: platform.URL, Pause: 1}
		till.platform.Callback, till.platform.HTTP = desk.URL, desk.Client()
		ctx := context.Background()
		for i := range 4 {
			m := till.order(t, fmt.Sprintf("HD%04d", i), "25000 VND")
			till.client.Init(ctx, m)
			till.platform.Pay(m.MaThamChieu)
		}
		for till.platform.Deliver(ctx) {
		}
		till.check(t, false)
		till.platform.Behave()
		till.ask(t)
		till.check(t, true)
		platform.Close()
		desk.Close()
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}
