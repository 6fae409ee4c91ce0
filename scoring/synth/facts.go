package synth

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/facts"
)

// facts writes the files beside the messages.
func (w *writer) facts(sink Sink, achieved []scoring.CountsLine) error {
	for _, f := range []struct {
		name  string
		lines func(add func(line any)) error
	}{
		{"units.jsonl", w.unitLines},
		{"procedures.jsonl", w.procedureLines},
		{"reports.jsonl", w.reportLines},
		{"petitions.jsonl", w.petitionLines},
		{"ratings.jsonl", w.ratingLines},
		{achievedName, func(add func(any)) error {
			for i := range achieved {
				add(&achieved[i])
			}
			return nil
		}},
	} {
		if err := w.factFile(sink, f.name, f.lines); err != nil {
			return err
		}
	}
	return nil
}

// factFile writes a file of lines, each the JSON of what is added or, of bytes, these
// bytes. A file without lines is not made.
func (w *writer) factFile(sink Sink, name string, lines func(add func(line any)) error) error {
	var f *file
	var failed error
	add := func(line any) {
		if failed != nil {
			return
		}
		text, ok := line.([]byte)
		if !ok {
			text, failed = json.Marshal(line)
		}
		if f == nil && failed == nil {
			f, failed = create(sink, name, 0)
		}
		if failed == nil {
			failed = f.line(text)
		}
	}
	err := lines(add)
	if failed != nil {
		err = failed
	}
	if f == nil {
		return err
	}
	return f.close(err)
}

// covered adds coverage lines for leaves of some kinds: what a file answers for
// though it may list nothing, and what nobody knows.
func (w *writer) covered(add func(any), known []string, kinds ...leafKind) {
	asked, unknown := false, []string(nil)
	for l := range leafRows {
		if !slices.Contains(kinds, leafRows[l].kind) {
			continue
		}
		for i := range w.targets {
			switch w.targets[i].answer[l] {
			case scoring.Known:
				asked = true
			case scoring.Unknown:
				unknown = append(unknown, leafRows[l].unknown...)
			}
		}
	}
	if asked && known != nil {
		add(&facts.Coverage{Fact: facts.LineCoverage, Columns: known})
	}
	slices.Sort(unknown)
	if unknown = slices.Compact(unknown); unknown != nil {
		add(&facts.Coverage{Fact: facts.LineCoverage, Columns: unknown, Unknown: true})
	}
}

// nullUnit is a unit of which nobody knows whether it certifies copies.
type nullUnit struct {
	facts.Unit
	CertifiesCopies *bool `json:"certifiesCopies"`
}

func (w *writer) unitLines(add func(any)) error {
	certify := leafOf("4.6")
	for i := range w.units {
		u := &w.units[i]
		line := facts.Unit{Fact: facts.LineUnit, Unit: string(u.code), Name: u.name, Level: u.level, Parent: u.parent}
		switch answer := w.targets[i].answer[certify]; {
		case u.level == levelCommune && answer == scoring.Known:
			certifies := w.targets[i].n[certifying] > 0
			line.CertifiesCopies = &certifies
			add(&line)
		case u.level == levelCommune && answer == scoring.Unknown:
			add(&nullUnit{Unit: line})
		default:
			add(&line)
		}
	}
	return nil
}

// ratingLines says what became of dossiers beside their messages: who was
// dissatisfied, and what is linked to the citizen's store.
func (w *writer) ratingLines(add func(any)) error {
	var columns []string
	for l := range leafRows {
		for i := range w.targets {
			if leafRows[l].kind == aboutDossiers && w.targets[i].answer[l] == scoring.Known {
				columns = append(columns, leafRows[l].unknown...)
				break
			}
		}
	}
	w.covered(add, columns, aboutDossiers)
	said := slices.Contains(columns, "dossier.disliked")
	for i := range w.dossiers {
		d := &w.dossiers[i]
		if d.is(isStored) {
			add(fmt.Appendf(nil, `{"fact":"handling","dossier":%q,"stored":true}`, w.code(d)))
		}
		if said && d.flags&(isDisliked|isSatisfied) != 0 && d.flags&(isNever|isOld) == 0 {
			w.rate(add, i, d)
		}
	}
	return nil
}

// rate writes what was said of a dossier, at its end or reception.
func (w *writer) rate(add func(any), i int, d *dossier) {
	dice := cast(w.seed, aboutRating, uint64(i))
	at := min(max(d.received, d.ended, d.a, d.b, w.days.midnight(w.days.first)+8*3600)+moment(600+dice.below(6*3600)), w.days.cut-1)
	line := func(disliked, complained bool) {
		b := fmt.Appendf(nil, `{"fact":"rating","dossier":%q,"at":"`, w.code(d))
		add(fmt.Appendf(w.days.stamp(b, at), `","disliked":%t,"complained":%t}`, disliked, complained))
	}
	switch roll := dice.below(10); {
	case !d.is(isDisliked):
		line(false, false)
	case roll < 7:
		line(true, false)
	case roll < 9:
		line(false, true)
	default:
		line(true, false)
		line(false, true)
	}
}
