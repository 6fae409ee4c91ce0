package payment_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
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

// plant puts a marker into every member of a struct that is marked as personal, in
// whatever it points to, and returns where, as PersonalFields has it. What is nil stays.
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

// marked is an order whose events hold markers, as if they had been kept so.
func marked(t testing.TB) *payment.Order {
	events := history(t)
	for i := range events {
		if o := events[i].Opening; o != nil {
			copied := *o
			events[i].Opening = &copied
		}
		plant(reflect.ValueOf(&events[i]), "")
	}
	return payment.Fold(events)
}

// TestPersonalFields: the list is that of the tags.
func TestPersonalFields(t *testing.T) {
	e := payment.Event{Details: payment.Details{
		Opening: &payment.Opening{}, Attempt: &payment.Attempt{}, Claim: &payment.Claim{}, Relief: &payment.Relief{},
		Refund: &payment.Refund{}, Dispute: &payment.Dispute{}, Settlement: &payment.Settlement{}, Correction: &payment.Correction{},
	}}
	got := plant(reflect.ValueOf(&e), "")
	want := payment.PersonalFields()
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("the tags mark %q, the list is %q", got, want)
	}
	c := payment.Command{Details: e.Details}
	if planted := plant(reflect.ValueOf(&c), ""); len(planted) != len(want) {
		t.Errorf("a command has %q", planted)
	}
}

// holder is how other types hold values of this package.
type holder struct {
	Event   payment.Event
	Pointer *payment.Event
	Opening *payment.Opening
	Order   *payment.Order
	Details payment.Details
}

// things are values with markers, alone, and in lists and types of others.
func things(t testing.TB) (alone, around []any) {
	o := marked(t)
	e := &o.Events[0]
	c := payment.Command{ID: e.ID, Action: e.Action, By: e.By, Who: e.Who, Details: e.Details}
	alone = []any{o, *o, e, *e, c, &c, e.Details, &e.Details, e.Opening, *e.Opening, e.Opening.Payer, &e.Opening.Payer}
	around = []any{o.Events, []*payment.Event{e}, holder{*e, e, e.Opening, o, e.Details}, &holder{Order: o}, map[string]payment.Command{"": c}, []any{o, c}, o.Tries, o.Sums, o.Refunds, o.Journal()}
	return alone, around
}

func TestPrintsShowNobody(t *testing.T) {
	alone, around := things(t)
	for _, v := range append(alone, around...) {
		for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "% x", "%d", "%t", "%e", "%c", "%U", "%b", "%o", "%-40v", "%.3s"} {
			if out := fmt.Sprintf(format, v); shown(out) || out == "" {
				t.Errorf("%s of %T: %s", format, v, out)
			}
		}
		if out := fmt.Sprint(v) + fmt.Sprintln(v) + fmt.Errorf("about %v", v).Error(); shown(out) {
			t.Errorf("%T: %s", v, out)
		}
	}
}

func TestLogsShowNobody(t *testing.T) {
	alone, around := things(t)
	var text, structured bytes.Buffer
	for _, v := range alone {
		for _, h := range []slog.Handler{slog.NewTextHandler(&text, nil), slog.NewJSONHandler(&structured, nil)} {
			slog.New(h).With("bound", v).WithGroup("group").Info("seen", "value", v, slog.Group("inner", "value", v))
		}
	}
	for _, v := range around {
		slog.New(slog.NewTextHandler(&text, nil)).Info("seen", "value", v)
	}
	for line := range strings.Lines(text.String() + structured.String()) {
		if shown(line) || !strings.Contains(line, "value") {
			t.Error(line)
		}
	}
}

// TestPublic: nothing of what is public names a person, not even a hash of it, and all
// else is as it was.
func TestPublic(t *testing.T) {
	o := marked(t)
	public := o.Public()
	text, err := json.Marshal(public.Events)
	if err != nil || shown(string(text)) {
		t.Errorf("%s %v", text, err)
	}
	for i := range o.Events {
		if f := o.Events[i].Fingerprint; f == "" || strings.Contains(string(text), f) {
			t.Errorf("event %d: the fingerprint %q is shown", i, f)
		}
	}
	if public.State != o.State || public.Taken != o.Taken || public.Version() != o.Version() || len(public.Journal()) != len(o.Journal()) || public.Opening.Lines == nil {
		t.Errorf("%v became %v", o, public)
	}
	whole, err := json.Marshal(o.Events)
	if err != nil || strings.Count(string(whole), marker) < len(payment.PersonalFields()) {
		t.Errorf("the order itself has changed: %s", whole)
	}
}

// TestErrorsShowNobody: no fault, refusal or repetition names a person, whatever is wrong.
func TestErrorsShowNobody(t *testing.T) {
	var errs []error
	add := func(err error) {
		if err != nil {
			errs = append(errs, err)
		}
	}
	o := marked(t)
	for i := range o.Events {
		e := o.Events[i]
		add(e.Check().Err()) // the fingerprint is not that of a marker
		c := payment.Command{ID: e.ID, Action: e.Action, By: e.By, Who: e.Who, Details: e.Details}
		_, err := o.Decide(&c, e.At)
		add(err)
		c.ID, c.By = "new", payment.RolePayer
		_, err = o.Decide(&c, e.At)
		add(err)
		c.Action = payment.ActionExpire
		add(c.Check().Err())
		if e.Opening != nil {
			bad := *e.Opening
			bad.ID, bad.Lines = "?", nil
			add(bad.Check().Err())
		}
	}
	_, faults := payment.Replay(o.Events)
	add(faults.Err())
	if len(errs) < 15 {
		t.Errorf("only %d errors", len(errs))
	}
	for _, err := range errs {
		if out := fmt.Sprintf("%v %+v %#v %q", err, err, err, err); shown(out) {
			t.Error(out)
		}
		var faults motcua.Faults
		if errors.As(err, &faults) {
			for _, f := range faults {
				if out := fmt.Sprintf("%+v %v %v", f, f.Message, f.Cause); shown(out) {
					t.Error(out)
				}
			}
		}
	}
}
