package client

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
)

// Take takes a claim in, for good: once it returns nil the gateway is told that it was
// taken and never says it again. It is called again with the same claim whenever the
// gateway is not sure, at the same time too, and must come to the same then; it should
// keep claims nobody understands. An error has the gateway told that nothing was taken.
type Take func(context.Context, payment.Claim) error

// Handler is an [http.Handler] for the callbacks of the payment platform. Whoever does
// not know the secret learns nothing from it and reaches nothing behind it. How long a
// body may take to come is for the server to say ([http.Server.ReadTimeout]).
type Handler struct {
	Partner string           // code of the partner (MaDoiTac); callbacks for others are not taken
	Secret  gateway.Secret   // of the partner
	Take    Take             // needed
	Window  gateway.Window   // how old a callback may be; the zero Window: a day, and 5 minutes ahead
	Clock   func() time.Time // nil: [time.Now]
	MaxBody int64            // bytes of a callback; 0: 64 KiB
	Odd     Keep             // keeps what is authentic and cannot be taken, before it is answered; needed
	Log     *slog.Logger     // where each callback is told, by its reference alone; nil: nowhere
}

// KeyPayHandler is an [http.Handler] for the callbacks of KeyPay. Their digest covers
// neither a time nor the status: one that was caught can be sent again at any time, and
// with another status, so that whoever once saw a payment fail can say that it succeeded.
// What a gateway says twice is one claim, so that the first does no harm; against the
// second there is Confirm, without which no money is ever taken.
//
// Confirm has to learn from KeyPay itself that the payment succeeded, over a line that
// only KeyPay can answer ([KeyPay.Query]; the reply is not documented, its reader is for
// whoever knows it), or from its statement; and to hold the reference and the amount of
// the claim to that. One that returns nil unasked believes whoever sends. A status that
// is no success is taken unconfirmed: it makes a claim that says nothing yet.
type KeyPayHandler struct {
	Client  string         // code of the partner (client_id); callbacks for others are not taken
	Key     gateway.Secret // key 2
	Confirm Take           // asks KeyPay whether a success is one; an error: nothing is taken; needed
	Take    Take           // needed
	MaxBody int64          // bytes of a callback; 0: 64 KiB
	Odd     Keep           // as in [Handler]; a success that is not confirmed is odd too; needed
	Log     *slog.Logger   // as in [Handler]
}

// maxCallback is how many bytes a callback may have.
const maxCallback = 64 << 10

// The Window of a Handler that states none.
const (
	windowBefore = 24 * time.Hour
	windowAfter  = 5 * time.Minute
)

// ServeHTTP takes one callback: it must be posted as JSON, not too long, with the right
// digest, or the answer is a status alone (405, 415, 413, 400, 403). Then the answer is
// signed: "00" once Take returned nil, and "99" when it did not, when the callback is for
// another partner, outside the window or says what cannot be, with a right digest over
// values that hold the separator among them. Such a callback is odd: somebody with the
// secret said something. It is answered once Odd kept it, and by 503 alone when it did
// not, so that it comes again.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, ok := posted(w, r, positive(h.MaxBody, maxCallback), h.Log)
	if !ok {
		return
	}
	who, ok := authentic(w, r, gateway.KindConfirm, body, h.Secret, h.Log)
	if !ok {
		return
	}
	now := now(h.Clock)
	m, _, faults := gateway.ParseLenient[gateway.Confirm](body)
	why := who.why
	if why == "" {
		why = h.take(r.Context(), &m, faults, now)
	}
	if isOdd(why) && !keep(w, r, h.Odd, oddOf[gateway.Confirm](who.members, why, m.MaThamChieu, body), h.Log) {
		return
	}
	answer := gateway.AnswerOf(&m, why == "", now)
	digest, err := gateway.Sign(&answer, h.Secret)
	if err != nil { // a value of the callback that nobody may sign
		tell(h.Log, r, slog.LevelWarn, "callback cannot be answered", "")
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	answer.MaXacThuc = digest
	told(h.Log, r, why, m.MaThamChieu)
	reply(w, answer)
}

// take takes what a callback with the right digest says; why it did not, "" if it did.
func (h *Handler) take(ctx context.Context, m *gateway.Confirm, faults motcua.Faults, now time.Time) (why string) {
	window := h.Window
	if window == (gateway.Window{}) {
		window = gateway.Window{Before: windowBefore, After: windowAfter}
	}
	switch {
	case faults.Err() != nil:
		return "says what cannot be"
	case m.MaDoiTac != h.Partner:
		return "is for another partner"
	case window.Check(m.ThoiGianGD, now) != nil:
		return "lies outside the window"
	}
	claim, err := m.Claim()
	if err != nil || claim.Check().Err() != nil {
		return "says what cannot be"
	}
	return taken(ctx, claim, h.Take)
}

// ServeHTTP takes one callback as [Handler.ServeHTTP]; a success is confirmed first.
func (h *KeyPayHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, ok := posted(w, r, positive(h.MaxBody, maxCallback), h.Log)
	if !ok {
		return
	}
	who, ok := authentic(w, r, gateway.KindKeyPayCallback, body, h.Key, h.Log)
	if !ok {
		return
	}
	m, _, faults := gateway.ParseLenient[gateway.KeyPayCallback](body)
	why, reference := who.why, who.members.Texts["transaction_id"]
	if why == "" {
		why = h.take(r.Context(), &m, faults)
	}
	if isOdd(why) && !keep(w, r, h.Odd, oddOf[gateway.KeyPayCallback](who.members, why, reference, body), h.Log) {
		return
	}
	told(h.Log, r, why, reference)
	reply(w, gateway.KeyPayAnswerOf(why == ""))
}

func (h *KeyPayHandler) take(ctx context.Context, m *gateway.KeyPayCallback, faults motcua.Faults) (why string) {
	switch {
	case faults.Err() != nil:
		return "says what cannot be"
	case m.ClientID != h.Client:
		return "is for another partner"
	}
	claim, err := m.Claim()
	if err != nil || claim.Check().Err() != nil {
		return "says what cannot be"
	}
	if claim.Outcome == payment.OutcomeSucceeded {
		if why := taken(ctx, claim, h.Confirm); why != "" {
			return "is not confirmed"
		}
	}
	return taken(ctx, claim, h.Take)
}

// notTaken is why a claim was not taken that could be: it comes again.
const notTaken = "was not taken"

// taken has a claim taken; why it was not, "" if it was.
func taken(ctx context.Context, c payment.Claim, take Take) (why string) {
	if take == nil || take(ctx, c) != nil {
		return notTaken
	}
	return ""
}

// posted reads the body of a callback, or answers why not.
func posted(w http.ResponseWriter, r *http.Request, most int64, log *slog.Logger) ([]byte, bool) {
	refuse := func(status int, why string) ([]byte, bool) {
		tell(log, r, slog.LevelWarn, why, "")
		w.WriteHeader(status)
		return nil, false
	}
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		return refuse(http.StatusMethodNotAllowed, "callback was not posted")
	}
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return refuse(http.StatusUnsupportedMediaType, "callback is not said to be JSON")
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, most))
	if long := (*http.MaxBytesError)(nil); errors.As(err, &long) {
		return refuse(http.StatusRequestEntityTooLarge, "callback is too long")
	}
	if err != nil {
		return refuse(http.StatusBadRequest, "callback broke off")
	}
	return body, true
}

// proven is a callback whose digest is right.
type proven struct {
	members gateway.Members
	why     string // it cannot be taken even so: a value holds the separator
}

// authentic holds the digest of a callback to it, or answers why not: a status, and
// nothing of what came. A digest that is right for another message too is right: whoever
// has no secret cannot make one from a message without the separator.
func authentic(w http.ResponseWriter, r *http.Request, kind gateway.Kind, body []byte, secret gateway.Secret, log *slog.Logger) (proven, bool) {
	members, faults := gateway.ParseMembers(kind, body)
	if faults.Err() != nil {
		tell(log, r, slog.LevelWarn, "callback cannot be read", "")
		w.WriteHeader(http.StatusBadRequest)
		return proven{}, false
	}
	switch err := gateway.Verify(members, secret); {
	case err == nil:
		return proven{members, ""}, true
	case errors.Is(err, gateway.ErrAmbiguous):
		return proven{members, "holds the separator in a value"}, true
	case errors.Is(err, gateway.ErrSecret):
		tell(log, r, slog.LevelError, "callback cannot be verified without a secret", "")
	default:
		tell(log, r, slog.LevelWarn, "callback has a wrong digest", "")
	}
	w.WriteHeader(http.StatusForbidden)
	return proven{}, false
}

// told says what became of a callback that was authentic.
func told(log *slog.Logger, r *http.Request, why, reference string) {
	if why == "" {
		tell(log, r, slog.LevelInfo, "callback was taken", reference)
	} else {
		tell(log, r, slog.LevelWarn, "callback "+why, reference)
	}
}

func tell(log *slog.Logger, r *http.Request, level slog.Level, what, reference string) {
	if log == nil {
		return
	}
	var about []slog.Attr
	if _, ok := payment.OrderOf(reference); ok {
		about = append(about, slog.String("reference", reference))
	}
	log.LogAttrs(r.Context(), level, what, about...)
}

// reply writes an answer.
func reply(w http.ResponseWriter, answer any) {
	body, err := json.Marshal(answer)
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Write(body) // an error: the gateway is gone, and will say it again
}
