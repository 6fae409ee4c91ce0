package main

import (
	"fmt"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring/facts"
)

// names are the values of a flag that may stand several times.
type names []string

// String is the value as the help shows it.
func (n *names) String() string { return strings.Join(*n, " ") }

// Set adds a value.
func (n *names) Set(name string) error {
	*n = append(*n, name)
	return nil
}

// factFiles are the flags that name files of messages and of lines of facts.
type factFiles struct {
	dossiers                                      names
	units, procedures, petitions, ratings, report names
	lenient, strict                               bool
	part, parts                                   int // of the dossiers, in the order in which they first come; all if parts is 0
}

// register adds the flags to a command.
func (f *factFiles) register(s *session) {
	s.flags.Var(&f.dossiers, "dossiers", "`FILE` of messages, JSON Lines: dossiers and steps of progress; may stand several times")
	s.flags.Var(&f.units, "units", "`FILE` of units: names, levels, parents")
	s.flags.Var(&f.procedures, "procedures", "`FILE` of the procedures that units offer")
	s.flags.Var(&f.petitions, "petitions", "`FILE` of petitions")
	s.flags.Var(&f.ratings, "ratings", "`FILE` of ratings, complaints and handling")
	s.flags.Var(&f.report, "reports", "`FILE` of reports and decisions")
	s.flags.BoolVar(&f.lenient, "lenient", false, "flag members of messages nobody knows, instead of refusing the message")
	s.flags.BoolVar(&f.strict, "strict", false, "stop at the first line with an error")
}

// gathered is what files of messages and facts come to.
type gathered struct {
	register *facts.Register
	tree     *facts.Tree
	quality  npsp.Quality
	part     int // from 1, of parts; see factFiles
	parts    int
}

// takes reports whether what stands under an id is counted: of the dossiers every
// parts-th, and all else in the first part.
func (g *gathered) takes(id int) bool {
	switch {
	case g.parts < 2:
		return true
	case id%2 == 0:
		return id/2%g.parts == g.part-1
	}
	return g.part == 1
}

// covers are the columns that a file answers for though it may hold no line: an
// empty file of petitions says that there were none.
var covers = []struct {
	files   func(*factFiles) names
	table   string
	columns []string
}{
	{func(f *factFiles) names { return f.dossiers }, "dossier", facts.MessageColumns()},
	{func(f *factFiles) names { return f.petitions }, "petition", []string{"unit", "received", "deadline", "answered", "disliked", "raisedAgain"}},
	{func(f *factFiles) names { return f.ratings }, "dossier", []string{"disliked", "complained"}},
}

// gather reads all files.
func (s *session) gather(f *factFiles) (*gathered, error) {
	register, err := facts.NewRegister(nil)
	if err != nil {
		return nil, err
	}
	g := &gathered{register: register, part: f.part, parts: f.parts}
	var units []facts.Unit
	for _, list := range []names{f.units, f.procedures, f.petitions, f.ratings, f.report} {
		for _, name := range list {
			found, err := s.gatherFacts(register, name, f.strict)
			if err != nil {
				return nil, err
			}
			units = append(units, found...)
		}
	}
	var faults motcua.Faults
	g.tree, faults = facts.NewTree(units)
	s.report(strings.Join(f.units, " "), faults)
	for _, name := range f.dossiers {
		if err := s.gatherMessages(g, name, f); err != nil {
			return nil, err
		}
	}
	g.coverRest(f)
	s.tellNotes(register.Notes())
	return g, nil
}

// tellNotes says with how many dossiers something is odd. None is left out for it.
func (s *session) tellNotes(n facts.Notes) {
	for _, row := range []struct {
		count int64
		text  motcua.Text
	}{
		{n.EndTimeMissing, motcua.Text{En: "said to have ended without a date of it (endTimeMissing): counted as open", Vi: "báo đã kết thúc mà không có thời điểm (endTimeMissing): tính là chưa xong"}},
		{n.OutOfOrder, motcua.Text{En: "with dates that contradict one another: what cannot have been is not counted", Vi: "có ngày mâu thuẫn: phần không thể xảy ra không được tính"}},
		{n.OutOfRange, motcua.Text{En: "with a date before 1976 or after 2999: counted as absent", Vi: "có ngày trước 1976 hoặc sau 2999: tính là không có"}},
		{n.Orphans, motcua.Text{En: "told of by steps, ratings or handling alone: not counted", Vi: "chỉ có tiến trình, đánh giá hoặc xử lý, không có hồ sơ: không được tính"}},
	} {
		if row.count > 0 {
			s.complain("%d dossiers %s", row.count, s.text(row.text))
		}
	}
}

// coverRest notes what the files answer for though none of their lines says so.
func (g *gathered) coverRest(f *factFiles) {
	said := map[string]bool{}
	g.register.Covered(func(table string, _ bool, column string) { said[table+"."+column] = true })
	for _, c := range covers {
		for _, column := range c.columns {
			if len(c.files(f)) > 0 && !said[c.table+"."+column] {
				g.register.Cover(c.table, true, column)
			}
		}
	}
}

// gatherFacts reads one file of lines of facts and returns its units.
func (s *session) gatherFacts(register *facts.Register, name string, strict bool) ([]facts.Unit, error) {
	in, err := s.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var units []facts.Unit
	faults, err := facts.ReadLines(in, func(l *facts.Line) error {
		if l.Unit != nil {
			units = append(units, *l.Unit)
		}
		s.report(name, register.Take(l))
		return nil
	})
	s.reportSome(name, faults)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if strict && faults.Err() != nil {
		return nil, errReported
	}
	return units, nil
}

// gatherMessages reads one file of messages.
func (s *session) gatherMessages(g *gathered, name string, f *factFiles) error {
	in, err := s.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	var faults motcua.Faults
	quality, err := npsp.Stream(in, &npsp.Options{Lenient: f.lenient, Strict: f.strict, MaxFaults: mostShown}, func(b *npsp.Batch) error {
		faults = append(faults, b.Faults...)
		for i := range b.Briefs {
			g.register.Message(&b.Briefs[i])
		}
		return nil
	})
	g.quality.Add(quality)
	s.reportSome(name, faults)
	if refused := quality.Total.Refused; refused > 0 {
		s.failed = true
		s.complain("%s: %d of %d lines were refused; motcua npsp check %s tells more", name, refused, quality.Lines, name)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// mostShown is how many faults of one file are written out.
const mostShown = 20

// reportSome reports the first faults of a file that may have many, and the first of
// each code. Warnings of messages are left to the check of the file.
func (s *session) reportSome(name string, faults motcua.Faults) {
	faults = onlyErrors(faults)
	seen, more := map[string]bool{}, 0
	for i, f := range faults {
		if i >= mostShown && seen[f.Code] {
			more++
			continue
		}
		seen[f.Code] = true
		s.report(name, faults[i:i+1])
	}
	if more > 0 {
		s.complain("%s: %d more faults", name, more)
	}
}
