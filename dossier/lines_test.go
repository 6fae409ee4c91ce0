package dossier_test

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/transcript"
)

// told are the codes and places of faults.
func told(faults motcua.Faults) string {
	var list []string
	for _, f := range faults {
		list = append(list, f.Code+" "+f.Pointer)
	}
	return strings.Join(list, ", ")
}

// lineOf is an event of a life as it is written.
func lineOf(t testing.TB, code string, e *dossier.Event) string {
	t.Helper()
	line, err := transcript.AppendLine(nil, code, e)
	if err != nil {
		t.Fatal(err)
	}
	return string(line)
}

// whole states what the form of a filing needs besides: whose it is, and who says what
// the applicant's terms are.
func whole(with *dossier.Details) {
	with.Filing.Applicant.Person.Name = "Nguyễn Văn Mẫu"
	for i := range with.Grant.Own {
		with.Grant.Own[i].Source = motcua.Source{Basis: motcua.BasisOurs}
	}
}

// TestLineCode: a filing is written under its own code, as a line and in a document.
func TestLineCode(t *testing.T) {
	d := received(t, "5 working days", whole).Dossier
	for _, row := range []struct {
		code  string
		event int
		want  string
	}{
		{d.Filing.Code, 0, ""},
		{"H56.12-260302-0009", 0, "DOS-FIL-06 /dossier"},
		{"", 0, "DOS-FIL-03 /dossier"},
		{"H56.12-260302-0009", 1, ""}, // it files nothing, so nobody can tell
	} {
		_, faults := transcript.ParseLine([]byte(lineOf(t, row.code, &d.Events[row.event])))
		if got := told(onlyErrors(faults)); got != row.want {
			t.Errorf("event %d under %q: %s, want %s", row.event, row.code, got, row.want)
		}
	}
}

func onlyErrors(faults motcua.Faults) (errs motcua.Faults) {
	for _, f := range faults {
		if f.Severity != motcua.SeverityWarning {
			errs = append(errs, f)
		}
	}
	return errs
}

// TestReadLinesNumbers: an error names the line it came at, and keeps its cause.
func TestReadLinesNumbers(t *testing.T) {
	d := received(t, "5 working days", whole).Dossier
	first := lineOf(t, d.Filing.Code, &d.Events[0])
	read := 0
	count := func(int, *transcript.Line, motcua.Faults) error { read++; return nil }
	err := transcript.ReadLines(strings.NewReader("\n"+first+strings.Repeat("x", transcript.MaxLine+1)), count)
	if err == nil || !strings.HasPrefix(err.Error(), "line 3: ") || read != 1 {
		t.Errorf("%v after %d lines", err, read)
	}
	err = transcript.ReadLines(io.MultiReader(strings.NewReader(first), failing{}), count)
	if !errors.Is(err, errDisk) || read != 2 {
		t.Errorf("%v after %d lines", err, read)
	}
}

var errDisk = errors.New("a disk that fails")

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errDisk }

// TestReplayCut: a history without its beginning begins where its first event leads on
// from. No guard is asked, for the competent body, the papers and the money are not
// known; states and roles are held to.
func TestReplayCut(t *testing.T) {
	l := received(t, "5 working days")
	l.do("03-03 09:00", dossier.ActionHandOver, dossier.RoleHandler, dossier.StateAtOtherBody)
	l.do("03-04 09:00", dossier.ActionHandOver, dossier.RoleHandler, dossier.StateProcessing)
	l.do("03-05 09:00", dossier.ActionFinish, dossier.RoleHandler, dossier.StateFinished)
	for cut := 1; cut < len(l.Events); cut++ {
		d, faults := dossier.Replay(l.Events[cut:], &l.Setting)
		if told(onlyErrors(faults)) != "DOS-HIS-06 /0/action" || d.State != l.State || int(d.Version()) != len(l.Events)-cut {
			t.Errorf("without %d events: %v, %s", cut, d, told(faults))
		}
	}
	events := append([]dossier.Event{}, l.Events[2:]...)
	events[1].By.Role = dossier.RoleApplicant
	if _, faults := dossier.Replay(events, &l.Setting); !strings.HasPrefix(told(faults), "DOS-HIS-06 /0/action") || !strings.Contains(told(faults), "DOS-HIS-03 /1") {
		t.Errorf("an applicant hands over: %s", told(faults))
	}
}

// TestDocumentDeadlines: who reads a document with an office holds deadlines too.
func TestDocumentDeadlines(t *testing.T) {
	l := received(t, "5 working days", whole)
	l.do("03-03 09:00", dossier.ActionAskSupplement, dossier.RoleHandler, dossier.StateSupplement)
	l.do("04-13 09:00", dossier.ActionStop, dossier.RoleCounter, dossier.StateStopped) // the applicant's 20 days have passed
	early := *l.Dossier
	early.Events = append([]dossier.Event{}, l.Events...)
	early.Events[4].At = at(t, "03-04 09:00")
	for _, row := range []struct {
		name   string
		d      *dossier.Dossier
		office bool
		want   string
	}{
		{"in its time", l.Dossier, true, ""},
		{"too early, and nobody looks", &early, false, ""},
		{"too early", &early, true, "DOS-HIS-03 /events/4"},
	} {
		data, err := json.Marshal(row.d)
		if err != nil {
			t.Fatal(err)
		}
		_, faults := transcript.Parse(data, nil)
		if row.office {
			_, faults = transcript.Parse(data, &l.Setting)
		}
		if got := told(onlyErrors(faults)); got != row.want {
			t.Errorf("%s: %s, want %q", row.name, got, row.want)
		}
	}
}

// TestReplayGrant: a grant by rows that nobody knows is told where it was given.
func TestReplayGrant(t *testing.T) {
	l := received(t, "5 working days")
	events := append([]dossier.Event{}, l.Events[:1]...)
	grant := *events[0].Grant
	grant.Profile, grant.Answer = "lunar", "dove"
	events[0].Grant, events[0].Filing = &grant, nil // not whole, and so taken as it happened
	if _, faults := dossier.Replay(events, &l.Setting); told(faults) != "DOS-GRA-01 /0/grant/answer, DOS-GRA-01 /0/grant/profile" {
		t.Errorf("%s", told(faults))
	}
	if _, faults := dossier.Replay(events, &dossier.Setting{}); faults != nil {
		t.Errorf("without an office: %v", faults)
	}
}
