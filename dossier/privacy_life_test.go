package dossier_test

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

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/house"
	"github.com/motcua/motcua/dossier/transcript"
)

// holder is how other types hold what this package has.
type holder struct {
	Event   dossier.Event
	Pointer *dossier.Event
	Filing  *dossier.Filing
	Dossier *dossier.Dossier
	List    []dossier.Event
	Desks   map[string]dossier.Desk
}

// things are values with markers of every type that holds some, alone, and in lists and
// other types.
func things() (alone, around []any) {
	e, d := filled(ignore), filledDossier()
	c := dossier.Command{ID: e.ID, Action: e.Action, By: e.By, Details: e.Details}
	line := transcript.Line{Dossier: "H56.12-260302-0001", Event: e}
	alone = []any{
		e, &e, c, &c, e.Details, &e.Details, *e.Filing, e.Filing, e.Papers[0], &e.Papers[0], *e.Papers[0].File, e.Papers[0].File, e.Results[0], &e.Results[0],
		*e.Request, e.Request, *e.Desk, e.Desk, e.By, &e.By, *d, d, d.Requests[0], &d.Requests[0], line, &line, transcript.Of(d),
	}
	around = []any{
		holder{e, &e, e.Filing, d, []dossier.Event{e}, map[string]dossier.Desk{"": *e.Desk}}, d.Events, d.Papers, d.Results, d.Requests, d.Orders,
		[]*dossier.Event{&e}, []dossier.Command{c}, []any{e, c, d, *d}, dossier.Holding{Desk: *e.Desk}, []transcript.Line{line},
		house.Join(d, []*dossier.Dossier{d}, &dossier.Setting{}), house.ChildCommands(&e), dossier.Setting{Children: []*dossier.Dossier{d}},
	}
	return alone, around
}

func TestPrintsShowNobody(t *testing.T) {
	alone, around := things()
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "% x", "%d", "%t", "%e", "%c", "%U", "%b", "%o", "%-40v", "%.3s"} {
		for _, v := range slices.Concat(alone, around) {
			if out := fmt.Sprintf(format, v); shows(out) || out == "" {
				t.Errorf("%s of %T: %s", format, v, out)
			}
		}
	}
	for _, v := range slices.Concat(alone, around) {
		if out := fmt.Sprint(v) + fmt.Sprintln(v) + fmt.Errorf("about %v", v).Error(); shows(out) {
			t.Errorf("%T: %s", v, out)
		}
	}
}

// TestLogsShowNobody: values log safely in both handlers, alone, in groups and bound to a
// logger; lists and types of others do so in the text handler. The JSON handler asks
// encoding/json for those, which shows what is kept.
func TestLogsShowNobody(t *testing.T) {
	alone, around := things()
	var text, structured bytes.Buffer
	for _, v := range alone {
		for _, h := range []slog.Handler{slog.NewTextHandler(&text, nil), slog.NewJSONHandler(&structured, nil)} {
			slog.New(h).With("bound", v).WithGroup("group").Info("seen", "value", v, slog.Group("inner", "value", v))
		}
	}
	for _, v := range around {
		slog.New(slog.NewTextHandler(&text, nil)).Info("seen", "value", v)
	}
	for _, out := range []string{text.String(), structured.String()} {
		for line := range strings.Lines(out) {
			_, said, _ := strings.Cut(line, "level") // the digits of the time might look like a marker
			if shows(said) || !strings.Contains(said, "value") {
				t.Error(line)
			}
		}
	}
}

// TestRefusalsShowNobody: whatever is asked for of whatever dossier, the error names no
// person, nor do the errors behind it.
func TestRefusalsShowNobody(t *testing.T) {
	procedure := procedureOf(t, "1.004194")
	causes := 0
	for _, d := range []*dossier.Dossier{{}, filledDossier(), fullLife(t).Dossier} {
		for _, a := range append(everyAction, 200) {
			for _, id := range []string{"", "new", "c0"} {
				e := filled(ignore)
				c := dossier.Command{ID: id, Action: a, By: e.By, Details: e.Details}
				s := dossier.Setting{Now: at(t, "03-09 09:00"), Office: usual(t), Procedure: procedure}
				if d.Filing == nil && a == dossier.ActionSubmit {
					c.Details = dossier.Details{Filing: e.Filing, Papers: e.Papers}
				}
				_, err := d.Decide(&c, &s)
				causes += unnamed(t, err)
				c.Details = dossier.Details{Reason: e.Reason, Filing: e.Filing, Request: e.Request}
				_, err = d.Decide(&c, &s)
				unnamed(t, err)
			}
		}
	}
	if causes == 0 {
		t.Error("nothing was behind any refusal")
	}
}

// unnamed fails where an error shows a marker, and reports how much was behind it.
func unnamed(t *testing.T, err error) (causes int) {
	t.Helper()
	if err == nil {
		return 0
	}
	if out := fmt.Sprintf("%v %+v %#v %q %d", err, err, err, err, err); shows(out) {
		t.Errorf("%s", out)
	}
	var refusal *dossier.RefusalError
	if !errors.As(err, &refusal) {
		return 0
	}
	if out := fmt.Sprintf("%v %+v", refusal.Grounds, refusal.Lawful); shows(out) {
		t.Errorf("%s", out)
	}
	for _, g := range refusal.Grounds {
		if g.Cause != nil {
			causes += 1 + unnamed(t, g.Cause)
		}
	}
	var faults motcua.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			if out := fmt.Sprintf("%v %+v %v", f, f.Message, f.Cause); shows(out) {
				t.Errorf("%s", out)
			}
		}
	}
	return causes
}

// TestFaultsShowNobody: whatever stands in a member that identifies a person, its text is
// in no fault.
func TestFaultsShowNobody(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
	e := filled(ignore)
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, at := range dossier.PersonalFields() {
		for _, wrong := range []any{mark, map[string]any{mark: mark}, []any{mark}, json.Number("1987"), nil, true, raw(`"\ud800Marker"`), raw(`"Marker \u0001"`), mark + strings.Repeat("x", 900)} {
			tree := plant{at: at, to: wrong}.in(t, treeOf(t, text), strings.ReplaceAll(at, "*", "0"))
			spoiled := eventOf(t, tree)
			_, faults := transcript.ParseEvent(spoiled)
			_, more := transcript.ParseLine([]byte(`{"dossier": "x", ` + string(spoiled[1:])))
			_, all := transcript.Parse([]byte(`{"dossier": "x", "events": [`+string(spoiled)+"]}"), nil)
			for _, f := range slices.Concat(faults, more, all) {
				n++
				if out := fmt.Sprintf("%v %+v %v %v", f, f.Message, f.Message.Vi, f.Cause); shows(strings.ReplaceAll(out, f.Pointer, "")) {
					t.Errorf("%s = %v: %s", at, wrong, out)
				}
			}
		}
	}
	for _, broken := range []string{`{"reason": "Marker`, `{"reason": Marker}`, "{\"reason\": \"Marker\xff\"}", `{"reason": "\ud800Marker"}`, `{"reason": "Marker"} Marker`} {
		_, faults := transcript.ParseEvent([]byte(broken))
		if out := fmt.Sprintf("%v %+v", faults, faults); faults.Err() == nil || shows(out) {
			t.Errorf("%s: %s", broken, out)
		}
	}
	if n < 1000 {
		t.Errorf("%d faults", n)
	}
}

// TestPublicShowsNobody: nothing that identifies a person is left, all else is, and
// nothing is shared.
func TestPublicShowsNobody(t *testing.T) {
	d := filledDossier()
	before := written(d)
	public := d.Public()
	text := documentOf(t, public)
	if shows(string(text)) || shows(written(public)) {
		t.Errorf("%s", text)
	}
	want := &dossier.Dossier{}
	for i := range d.Events {
		e := filled(func(l leaf) {
			if l.personal {
				l.SetZero()
			}
		})
		e.ID, e.Action, e.To = d.Events[i].ID, d.Events[i].Action, d.Events[i].To
		want.Apply(e)
	}
	if diff := cmp.Diff(want, public, cmp.Exporter(func(reflect.Type) bool { return true })); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	fill(reflect.ValueOf(&public.Events[0]).Elem(), "", false, func(l leaf) { l.SetZero() })
	public.Events[0].Papers[0].File.ID, public.Events[0].Grant.Limit.Terms[0].Unit = "other", 3
	if after := written(d); after != before {
		t.Errorf("the copy shares memory: %s", cmp.Diff(before, after))
	}
}

// TestOutwardShowsNobody: what is told, measured and shown of a dossier in public.
func TestOutwardShowsNobody(t *testing.T) {
	l := fullLife(t)
	l.Now = at(t, "03-09 09:00")
	told := 0
	for i := range l.Events {
		e := filled(ignore)
		now := dossier.Fold(slices.Clone(l.Events[:i+1]))
		now.Events[i].Details.Reason, now.Events[i].By = e.Reason, e.By
		notices := house.Notices(now, &l.Setting)
		told += len(notices)
		if out := string(eventOf(t, notices)); shows(out) {
			t.Errorf("%s", out)
		}
	}
	d := dossier.Fold(slices.Clone(l.Events))
	for i := range d.Events {
		if d.Events[i].Desk != nil {
			desk := *d.Events[i].Desk
			desk.Handler, d.Events[i].Desk = mark, &desk
		}
	}
	ledger, verdict, err := transcript.View(d.Public(), &l.Setting)
	holdings, err2 := d.Public().Holdings(&l.Setting)
	if out := string(eventOf(t, []any{ledger, verdict, holdings})); shows(out) || err != nil || err2 != nil || told == 0 || len(holdings) == 0 {
		t.Errorf("%s, %v, %v", out, err, err2)
	}
}
