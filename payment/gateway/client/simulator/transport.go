package simulator

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"net/http"
)

// Transport is an [http.RoundTripper] that calls a handler in the same process, so that
// a test can go through thousands of messages without a network.
type Transport struct {
	Handler http.Handler // answers, whatever the URL
}

// Client is a client of the transport.
func (t Transport) Client() *http.Client { return &http.Client{Transport: t} }

// RoundTrip has the handler answer. Where the handler takes the connection over to break
// it ([http.Hijacker]) the error is [io.ErrUnexpectedEOF].
func (t Transport) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	server := r.Clone(r.Context())
	if server.Body == nil {
		server.Body = http.NoBody
	}
	defer server.Body.Close()
	w := &recorder{header: http.Header{}}
	t.Handler.ServeHTTP(w, server)
	if w.broken {
		return nil, io.ErrUnexpectedEOF
	}
	w.WriteHeader(http.StatusOK)
	return &http.Response{
		Status: http.StatusText(w.status), StatusCode: w.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: w.header, Body: io.NopCloser(&w.body), ContentLength: int64(w.body.Len()), Request: r,
	}, nil
}

// recorder keeps what a handler answers.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
	broken bool
}

func (w *recorder) Header() http.Header { return w.header }

func (w *recorder) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
}

func (w *recorder) Write(data []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(data)
}

// Hijack gives the connection away, which nobody reads from.
func (w *recorder) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	w.broken = true
	mine, theirs := net.Pipe()
	theirs.Close()
	return mine, bufio.NewReadWriter(bufio.NewReader(mine), bufio.NewWriter(mine)), nil
}
