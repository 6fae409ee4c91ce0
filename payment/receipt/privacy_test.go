package receipt_test

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/receipt"
)

// marker stands in every member that identifies a person, and nowhere else.
const marker = "Marker"

// shown reports whether out holds a marker, in whatever spelling a verb gives it.
func shown(out string) bool {
	for _, m := range []string{marker, fmt.Sprintf("%x", marker), fmt.Sprintf("%X", marker), fmt.Sprintf("% x", marker), fmt.Sprint([]byte(marker))} {
		if strings.Contains(out, strings.Trim(m, "[]")) {
			return true
		}
	}
	return false
}

// plant puts a marker into every member that is marked as personal, in whatever it points
// to, and returns where. What is nil stays.
func plant(v reflect.Value, at string) (places []string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return plant(v.Elem(), at)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			switch {
			case f.Anonymous:
				places = append(places, plant(v.Field(i), at)...)
			case !f.IsExported() || name == "":
			case f.Tag.Get("personal") == "yes":
				v.Field(i).SetString(marker + name)
				places = append(places, at+"/"+name)
			default:
				places = append(places, plant(v.Field(i), at+"/"+name)...)
			}
		}
	}
	return places
}

// marked is a receipt with a marker in every place.
func marked(t testing.TB) receipt.Receipt {
	t.Helper()
	r := sound(t)
	r.Payer, r.Void = payment.Payer{}, &receipt.Void{At: morning}
	got := plant(reflect.ValueOf(&r), "")
	if want := slices.Sorted(slices.Values(receipt.PersonalFields())); !slices.Equal(slices.Sorted(slices.Values(got)), want) {
		t.Fatalf("the tags mark %q, the list is %q", got, want)
	}
	return r
}

// TestRedacted: one without persons is sound, says the rest, and leaves the other alone.
func TestRedacted(t *testing.T) {
	r := marked(t)
	before := string(toJSON(t, r))
	bare := r.Redacted()
	if text := string(toJSON(t, bare)); shown(text) || shown(string(printed(t, bare))) || string(toJSON(t, r)) != before {
		t.Error(text)
	}
	if faults := bare.Check(); faults.Err() != nil || bare.Number != r.Number || bare.Total != r.Total || bare.Void == nil {
		t.Errorf("%v, %v", faults, bare)
	}
	if !shown(string(printed(t, r))) {
		t.Error("the page of the payer names no payer")
	}
}

type holder struct {
	Receipt receipt.Receipt
	Pointer *receipt.Receipt
	Event   receipt.Event
}

// TestPrintsShowNobody: no verb and no text handler shows a person.
func TestPrintsShowNobody(t *testing.T) {
	r := marked(t)
	e := receipt.Event{ID: "x", Action: receipt.ActionIssue, Who: marker, Receipt: &r, Void: &receipt.Voiding{Number: "1", Reason: marker}}
	q := ask("HD1")
	q.Payer.Name, q.Collector = marker, marker
	why := receipt.Why{Reason: marker, Who: marker}
	for _, v := range []any{r, &r, r.Void, *r.Void, r.Payer, e, &e, *e.Void, e.Void, *q, q, why, &why, []receipt.Receipt{r}, []receipt.Event{e}, holder{r, &r, e}, map[string]receipt.Receipt{"": r}} {
		for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "% x", "%d", "%t", "%e", "%c", "%U", "%b", "%o", "%-40v", "%.3s"} {
			if out := fmt.Sprintf(format, v); shown(out) || out == "" {
				t.Errorf("%s of %T: %s", format, v, out)
			}
		}
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("about", "it", v)
		if shown(log.String()) {
			t.Errorf("logged %T: %s", v, log.String())
		}
	}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("about", "r", r, "e", e, "q", *q, "v", *r.Void, "w", *e.Void, "y", why)
	if shown(log.String()) {
		t.Error(log.String())
	}
}

// TestErrorsShowNobody: what refuses names orders and sums, and nobody.
func TestErrorsShowNobody(t *testing.T) {
	a, names := opened(t, new(motcua.MemoryLog))
	q := ask("HD1")
	q.Payer, q.Collector = payment.Payer{Name: marker, ID: marker, Address: marker}, marker
	list, err := a.Issue(ctx, q, names...)
	if err != nil {
		t.Fatal(err)
	}
	var all []error
	refused := func(_ any, err error) {
		if err == nil {
			t.Error("nothing was refused")
			return
		}
		all = append(all, err)
	}
	why := receipt.Why{Reason: marker, Who: marker, At: morning}
	unpaid, odd, bad := *q, *q, *q
	unpaid.Order, unpaid.Taken = "HD2", payment.Money{}
	odd.Lines = odd.Lines[:1:1]
	odd.Lines = []payment.Line{line(payment.KindPhi, "Phí", "1 VND")}
	bad.Lines = nil
	refused(a.Issue(ctx, &unpaid, names...))
	refused(a.Issue(ctx, &odd, names...))
	refused(a.Issue(ctx, &bad, names...))
	refused(a.Void(ctx, names[0], "7", why))
	refused(a.Replace(ctx, &list[0], &odd, why))
	refused(a.Replace(ctx, &list[0], q, receipt.Why{Who: marker, At: morning}, names...))
	for _, err := range all {
		for e := err; e != nil; e = errors.Unwrap(e) {
			if out := fmt.Sprintf("%v %+v %#v", e, e, e); shown(out) {
				t.Errorf("%T: %s", e, out)
			}
		}
	}
}
