package synth_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/scoring/synth"
)

// observed is what is seen of the messages of a world.
type observed struct {
	t       *testing.T
	office  *workday.Office
	cut     time.Time
	kinds   map[string]int
	days    map[string]map[string]bool // serials by unit and day
	told    map[string]bool
	stepped map[string]string // states of steps, by dossier
}

// TestBelievable looks at every message of a world: it is valid, it is sent as it
// should be, its times are those of an office, and it names nobody who exists. And
// it looks whether everything happens that can.
func TestBelievable(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	w, files := synth.PhuTho2026(), synth.Memory{}
	if _, err := w.Generate(&synth.Options{Seed: 3, Scale: scale(t)}, files); err != nil {
		t.Fatal(err)
	}
	o := &observed{t: t, cut: w.Period().Days().To.In(nil), kinds: map[string]int{}, days: map[string]map[string]bool{}, told: map[string]bool{}, stepped: map[string]string{}}
	o.office, _ = workday.National().Office(workday.UsualHours())
	for line := range bytes.Lines(files["dossiers.jsonl"]) {
		m, faults := npsp.Parse(line, nil)
		for _, f := range faults {
			if f.Pointer != "/KenhThucHien" || f.Severity != motcua.SeverityWarning || m.Dossier.KenhThucHien != "" {
				t.Errorf("%v in %s", f, line)
			}
		}
		if m.Progress != nil {
			o.step(m.Progress)
			continue
		}
		for _, f := range m.Dossier.Check() {
			if f.Pointer != "/KenhThucHien" {
				t.Errorf("cannot be sent: %v", f)
			}
		}
		o.dossier(m.Dossier)
		o.person(m.Dossier, string(line))
	}
	for key, serials := range o.days {
		for n := range len(serials) {
			if !serials[fmt.Sprintf("%04d", n+1)] {
				t.Errorf("%s has no number %d among %d", key, n+1, len(serials))
			}
		}
	}
	for _, kind := range []string{
		"overnight", "unanswered", "twice", "supplement", "new due time", "refused", "refused unreceived", "registered", "withdrawn", "stopped",
		"open and overdue", "open and not due", "due at midnight", "no due time", "no channel", "by post", "deleted paper", "zero fees, paid",
		"zero fees", "two fees", "step before the dossier", "step after the dossier", "end in steps", "reopened", "returned late", "received before", "other database",
	} {
		if o.kinds[kind] == 0 {
			t.Errorf("nothing is %q", kind)
		}
	}
	t.Log(o.kinds)
}

func (o *observed) step(p *npsp.Progress) {
	code := p.MaHoSo.String()
	o.stepped[code] += p.TrangThai.String() + " "
	if !o.told[code] {
		o.kinds["step before the dossier"]++
	} else {
		o.kinds["step after the dossier"]++
	}
	if o.stepped[code] == "2 9 4 9 " {
		o.kinds["reopened"]++
	}
}

// note counts a kind where it is so.
func (o *observed) note(kind string, is bool) {
	if is {
		o.kinds[kind]++
	}
}
