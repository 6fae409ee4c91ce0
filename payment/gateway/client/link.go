package client

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"syscall"
	"time"
)

// Link is the way to one server. The zero values of all but URL are good.
type Link struct {
	URL     string        // where messages are sent; whatever secret it holds shows in no error
	HTTP    *http.Client  // nil: [http.DefaultClient]; redirects are never followed
	Timeout time.Duration // of one try; 0: 30 seconds
	MaxBody int64         // bytes of a reply; 0: 4 MiB
	Tries   int           // of messages that may be sent again; 0: 3
	Pause   time.Duration // before the second try, doubled before each further one; 0: half a second
}

const (
	defaultTimeout = 30 * time.Second
	defaultBody    = 4 << 20
	defaultTries   = 3
	defaultPause   = time.Second / 2
)

// String says nothing of where it leads.
func (l Link) String() string { return "link" }

// Format is String for every verb of package fmt.
func (l Link) Format(s fmt.State, verb rune) { fmt.Fprintf(s, fmt.FormatString(s, verb), l.String()) }

// LogValue is String.
func (l Link) LogValue() slog.Value { return slog.StringValue(l.String()) }

// The classes of errors, beside those of the context.
var (
	ErrNetwork = errors.New("the server was not reached, or broke off")
	ErrStatus  = errors.New("the server refused")
	ErrTooLong = errors.New("the reply is too long")
	ErrReply   = errors.New("the reply is not what was asked for")
	ErrRequest = errors.New("the message cannot be sent")
)

// Error says what failed. It quotes neither the message nor the reply, nor the URL.
type Error struct {
	Operation string // the message, "QUERY"
	Status    int    // of HTTP; 0: no answer came
	Err       error  // why: a class of this package, of the context, of package gateway, motcua.Faults
}

// Error writes the operation, the status and why.
func (e *Error) Error() string {
	if e.Status != 0 {
		return fmt.Sprintf("%s: status %d: %v", e.Operation, e.Status, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.Operation, e.Err)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// send posts a message and returns the reply. Only a message that does nothing is sent
// again, when the server could not be reached or was busy.
func (l *Link) send(ctx context.Context, operation, contentType string, body []byte, again bool) ([]byte, error) {
	tries, pause := 1, positive(l.Pause, defaultPause)
	if again {
		tries = positive(l.Tries, defaultTries)
	}
	for try := 1; ; try++ {
		reply, err := l.once(ctx, operation, contentType, body)
		if err == nil || try == tries || !passing(err) || ctx.Err() != nil {
			return reply, err
		}
		wait := time.NewTimer(pause)
		select {
		case <-wait.C:
		case <-ctx.Done():
			wait.Stop()
			return nil, &Error{Operation: operation, Err: ctx.Err()}
		}
		pause *= 2
	}
}

// once posts a message one time.
func (l *Link) once(ctx context.Context, operation, contentType string, body []byte) ([]byte, error) {
	ctx, stop := context.WithTimeout(ctx, positive(l.Timeout, defaultTimeout))
	defer stop()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, l.URL, bytes.NewReader(body))
	if err != nil {
		return nil, &Error{Operation: operation, Err: ErrRequest} // err quotes the URL
	}
	request.Header.Set("Content-Type", contentType)
	response, err := l.client().Do(request)
	if err != nil {
		return nil, &Error{Operation: operation, Err: unquoted(err)}
	}
	defer response.Body.Close()
	most := positive(l.MaxBody, defaultBody)
	reply, err := io.ReadAll(io.LimitReader(response.Body, most+1))
	switch {
	case err != nil:
		return nil, &Error{operation, response.StatusCode, unquoted(err)}
	case response.StatusCode != http.StatusOK:
		return nil, &Error{operation, response.StatusCode, ErrStatus}
	case int64(len(reply)) > most:
		return nil, &Error{operation, response.StatusCode, ErrTooLong}
	}
	return reply, nil
}

// client is the client of the link, which follows no redirect: what is signed is for one
// server.
func (l *Link) client() *http.Client {
	c := http.DefaultClient
	if l.HTTP != nil {
		c = l.HTTP
	}
	once := *c
	once.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &once
}

// unquoted is an error of the network as far as it can be told: messages of net/http
// quote the URL, and what came.
func unquoted(err error) error {
	var number syscall.Errno
	if errors.As(err, &number) {
		return fmt.Errorf("%w: %w", ErrNetwork, number)
	}
	for _, plain := range []error{context.DeadlineExceeded, context.Canceled, io.ErrUnexpectedEOF} {
		if errors.Is(err, plain) {
			return fmt.Errorf("%w: %w", ErrNetwork, plain)
		}
	}
	return ErrNetwork
}

// passing reports whether an error may be gone the next time.
func passing(err error) bool {
	var e *Error
	if !errors.As(err, &e) || errors.Is(err, ErrRequest) || errors.Is(err, ErrTooLong) {
		return false
	}
	switch e.Status {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return !errors.Is(err, ErrStatus)
}

// positive is a number, or a default for one that is not positive.
func positive[N ~int | ~int64](n, otherwise N) N {
	if n > 0 {
		return n
	}
	return otherwise
}
