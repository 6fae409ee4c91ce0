package receipt_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/receipt"
)

// history is a series that saw everything: three numbers, of which the first was replaced
// by the third and the second is void, and the end.
func history(t testing.TB) []receipt.Event {
	t.Helper()
	log := new(motcua.MemoryLog)
	a, names := opened(t, log)
	list, err := a.Issue(ctx, ask("HD1"), names...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Issue(ctx, ask("HD2"), names...); err != nil {
		t.Fatal(err)
	}
	why := receipt.Why{Reason: "ghi sai", At: morning.Add(time.Hour), Who: "Cán Bộ Mẫu"}
	if _, err := a.Replace(ctx, &list[0], ask("HD1"), why, names...); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Void(ctx, names[0], "0000002", why); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(ctx, names[0], morning.Add(2*time.Hour), ""); err != nil {
		t.Fatal(err)
	}
	return events(t, log, names[0])
}

// places are the codes and pointers of faults.
func places(faults motcua.Faults) (list []string) {
	for _, f := range faults {
		list = append(list, f.Code+" "+f.Pointer)
	}
	return list
}

func TestReplay(t *testing.T) {
	list := history(t)
	state, faults := receipt.Replay(list)
	if len(faults) > 0 || state.Count() != (receipt.Count{Issued: 3, Stands: 1, Void: 1, Replaced: 1, Left: 97}) || state.Closed.IsZero() || state.Version != int64(len(list)) {
		t.Fatalf("%v, %v", state, faults)
	}
	if again := receipt.Fold(list); again.Count() != state.Count() {
		t.Errorf("folded: %v", again)
	}
	if state := receipt.Fold(nil); state.Count() != (receipt.Count{}) {
		t.Errorf("of nothing: %v", state)
	}
}

// badHistories each have one thing wrong with them. The events of the sound one are: 0
// open, 1 and 2 issue, 3 void the first, 4 issue the third in its place, 5 void the second,
// 6 close.
var badHistories = []struct {
	why   string
	spoil func([]receipt.Event) []receipt.Event
	want  []string
}{
	{"the series is never opened", func(l []receipt.Event) []receipt.Event { return l[1:2] }, []string{"PAY-RCP-10 /0/action"}},
	{"it is opened twice", func(l []receipt.Event) []receipt.Event {
		again := l[0]
		again.ID = "open2"
		return []receipt.Event{l[0], again}
	}, []string{"PAY-RCP-10 /1/action"}},
	{"an event stands twice", func(l []receipt.Event) []receipt.Event { return []receipt.Event{l[0], l[1], l[1]} }, []string{"PAY-RCP-18 /2/id"}},
	{"a number is left out: all that follow are told", func(l []receipt.Event) []receipt.Event { return []receipt.Event{l[0], l[2]} }, []string{"PAY-RCP-11 /1/receipt/number"}},
	{"a number is used twice", func(l []receipt.Event) []receipt.Event {
		r := *l[2].Receipt
		r.Number = "0000001"
		l[2].Receipt = &r
		return l[:3]
	}, []string{"PAY-RCP-11 /2/receipt/number"}},
	{"a number without its zeros", func(l []receipt.Event) []receipt.Event {
		r := *l[1].Receipt
		r.Number = "1"
		l[1].Receipt = &r
		return l[:2]
	}, []string{"PAY-RCP-11 /1/receipt/number"}},
	{"beyond the last number", func(l []receipt.Event) []receipt.Event {
		s := *l[0].Series
		s.Last = 1
		l[0].Series = &s
		return l[:3]
	}, []string{"PAY-RCP-12 /2/receipt/number"}},
	{"a receipt of another symbol", func(l []receipt.Event) []receipt.Event {
		r := *l[1].Receipt
		r.Symbol = "AB-26E"
		l[1].Receipt = &r
		return l[:2]
	}, []string{"PAY-RCP-13 /1/receipt"}},
	{"a receipt of another issuer", func(l []receipt.Event) []receipt.Event {
		r := *l[1].Receipt
		r.Issuer.TaxCode = "1"
		l[1].Receipt = &r
		return l[:2]
	}, []string{"PAY-RCP-13 /1/receipt"}},
	{"after the end", func(l []receipt.Event) []receipt.Event { return []receipt.Event{l[0], l[6], l[1]} }, []string{"PAY-RCP-14 /2/at"}},
	{"closed twice", func(l []receipt.Event) []receipt.Event {
		again := l[6]
		again.ID = "close2"
		return []receipt.Event{l[0], l[6], again}
	}, []string{"PAY-RCP-14 /2/action"}},
	{"the day after the series ends", func(l []receipt.Event) []receipt.Event {
		r := *l[1].Receipt
		r.At = time.Date(2027, 1, 1, 0, 0, 0, 0, motcua.Vietnam())
		l[1].Receipt, l[1].At = &r, r.At
		return l[:2]
	}, []string{"PAY-RCP-14 /1/at"}},
	{"two that stand", func(l []receipt.Event) []receipt.Event {
		r := *l[2].Receipt
		r.Order = "HD1"
		l[2].Receipt = &r
		return l[:3]
	}, []string{"PAY-RCP-16 /2/receipt/order"}},
	{"void twice", func(l []receipt.Event) []receipt.Event {
		again := l[3]
		again.ID = "x"
		return append(slices.Clone(l[:4]), again)
	}, []string{"PAY-RCP-15 /4/void/number"}},
	{"void before it was issued", func(l []receipt.Event) []receipt.Event { return []receipt.Event{l[0], l[5]} }, []string{"PAY-RCP-15 /1/void/number"}},
	{"void at a time before it was issued", func(l []receipt.Event) []receipt.Event {
		l[3].At = morning.Add(-time.Second)
		return l[:4]
	}, []string{"PAY-RCP-17 /3/at"}},
	{"issued before the number it follows", func(l []receipt.Event) []receipt.Event {
		r := *l[2].Receipt
		r.At = morning.Add(-time.Second)
		l[2].Receipt, l[2].At = &r, r.At
		return l[:3]
	}, []string{"PAY-RCP-17 /2/at"}},
	{"closed before the last number", func(l []receipt.Event) []receipt.Event {
		l[6].At = morning.Add(-time.Second)
		return []receipt.Event{l[0], l[1], l[6]}
	}, []string{"PAY-RCP-17 /2/at"}},
	{"in the place of one of another order that stands", func(l []receipt.Event) []receipt.Event {
		r := *l[2].Receipt
		r.Replaces = &receipt.Ref{Form: r.Form, Symbol: r.Symbol, Number: "0000001"}
		l[2].Receipt = &r
		return l[:3]
	}, []string{"PAY-RCP-19 /2/receipt/replaces"}},
	{"in the place of one of another order", func(l []receipt.Event) []receipt.Event {
		r := *l[4].Receipt
		r.Order = "HD3"
		l[4].Receipt = &r
		return l[:5]
	}, []string{"PAY-RCP-19 /4/receipt/replaces"}},
	{"an event that is not sound by itself is told with its place", func(l []receipt.Event) []receipt.Event {
		l[3].Void = &receipt.Voiding{Number: "0000001"}
		return l[:4]
	}, []string{"PAY-RCP-01 /3/void/reason"}},
}

func TestBadHistories(t *testing.T) {
	for _, row := range badHistories {
		_, faults := receipt.Replay(row.spoil(history(t)))
		if got := places(faults); !slices.Equal(got, row.want) {
			t.Errorf("%s: %q, want %q", row.why, got, row.want)
		}
	}
}

// TestReplacesAnotherSeries: a receipt in the place of one of last year's series leaves
// the one of this series alone that has the same number, be it there or not.
func TestReplacesAnotherSeries(t *testing.T) {
	for _, number := range []string{"0000001", "0000009"} {
		list := history(t)[:3]
		r := *list[2].Receipt
		r.Replaces = &receipt.Ref{Form: r.Form, Symbol: "AA-25E", Number: number}
		list[2].Receipt = &r
		s, faults := receipt.Replay(list)
		if len(faults) > 0 || len(s.Slots) != 2 || s.Slots[0].Status != receipt.StatusStands || s.Slots[1].Replaces == nil {
			t.Errorf("%s: %+v, %v", number, s.Slots, faults)
		}
	}
}

// TestGapIsToldOnce: a number that is cut out of a history makes every later one wrong, and
// cutting the end makes none: nothing says that there was more.
func TestGapIsToldOnce(t *testing.T) {
	list := history(t)
	for cut := 1; cut < len(list); cut++ {
		if _, faults := receipt.Replay(list[:cut]); len(faults) > 0 {
			t.Errorf("the first %d events: %v", cut, faults)
		}
		if list[cut].Action != receipt.ActionIssue || cut == 4 {
			continue
		}
		if _, faults := receipt.Replay(slices.Delete(slices.Clone(list), cut, cut+1)); faults.Err() == nil {
			t.Errorf("without event %d nothing is wrong", cut)
		}
	}
}

// TestDamage: a series whose records were changed issues nothing more, and says where.
func TestDamage(t *testing.T) {
	good := new(motcua.MemoryLog)
	a, names := opened(t, good)
	if _, err := a.Issue(ctx, ask("HD1"), names...); err != nil {
		t.Fatal(err)
	}
	stream := receipt.StreamOf(names[0])
	for _, row := range []struct {
		why   string
		spoil func(version int64, e *motcua.Event)
		want  string
	}{
		{"another id beside it", func(v int64, e *motcua.Event) { e.ID += "x" }, "PAY-RCP-20 /version/1"},
		{"another type beside it", func(v int64, e *motcua.Event) { e.Type = "receipt.close" }, "PAY-RCP-20 /version/1"},
		{"another time beside it", func(v int64, e *motcua.Event) { e.Time = e.Time.Add(time.Second) }, "PAY-RCP-20 /version/1"},
		{"no JSON of ours", func(v int64, e *motcua.Event) {
			if v == 2 {
				e.Data = []byte("[]")
			}
		}, "DOC-VALUE-01 /version/2"},
	} {
		bad := new(motcua.MemoryLog)
		version := int64(0)
		for stored, err := range good.Read(ctx, stream, 0) {
			if err != nil {
				t.Fatal(err)
			}
			row.spoil(stored.Version, &stored.Event)
			if version, err = bad.Append(ctx, stream, version, stored.Event); err != nil {
				t.Fatal(err)
			}
		}
		_, faults, err := receipt.On(bad).Verify(ctx, names[0], receipt.Head{})
		if err != nil || !slices.Contains(places(faults), row.want) {
			t.Errorf("%s: %q, %v", row.why, places(faults), err)
		}
		var told motcua.Faults
		b := receipt.On(bad)
		for range 2 {
			if _, err := b.State(ctx, names[0]); !errors.As(err, &told) {
				t.Errorf("%s: state: %v", row.why, err)
			}
		}
		q := ask("HD2")
		q.Lines = q.Lines[:1]
		if list, err := b.Issue(ctx, q, names...); !errors.As(err, &told) || len(list) > 0 {
			t.Errorf("%s: issued %v, %v", row.why, list, err)
		}
	}
	other := names[0]
	other.Kind = payment.KindOther
	if _, err := a.State(ctx, other); err != nil {
		t.Errorf("a series that is not there: %v", err)
	}
}

// TestDamagedClaims: what stands on the stream of an order and is no claim of it issues
// nothing.
func TestDamagedClaims(t *testing.T) {
	good := new(motcua.MemoryLog)
	a, names := opened(t, good)
	if _, err := a.Issue(ctx, ask("HD1"), names...); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ why, old, by string }{
		{"the claim of another order", `"order":"HD1"`, `"order":"HD3"`},
		{"a draft of another series", `"draft":{"unit":"H56.12"`, `"draft":{"unit":"H56.13"`},
		{"a member that nobody knows", `"draft":`, `"draught":`},
	} {
		bad := new(motcua.MemoryLog)
		b, names := opened(t, bad)
		for stored, err := range good.Read(ctx, "receipts-of/HD1", 0) {
			if err != nil {
				t.Fatal(err)
			}
			if text := strings.Replace(string(stored.Data), row.old, row.by, 1); text == string(stored.Data) {
				t.Fatalf("%s: %s", row.why, text)
			} else {
				stored.Data = []byte(text)
			}
			if _, err := bad.Append(ctx, "receipts-of/HD1", stored.Version-1, stored.Event); err != nil {
				t.Fatal(err)
			}
		}
		var told motcua.Faults
		if list, err := b.Issue(ctx, ask("HD1"), names...); !errors.As(err, &told) || len(list) > 0 {
			t.Errorf("%s: %v, %v", row.why, list, err)
		}
		if list, err := b.Of(ctx, "HD1"); !errors.As(err, &told) || len(list) > 0 {
			t.Errorf("%s: %v, %v", row.why, list, err)
		}
		audit(t, bad, names[0])
	}
}
