package main

import (
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
	answers  map[factKind]bool // the kinds that a file answers for, though it may hold no line
}

// factKind is what a flag asks a file to hold.
type factKind int

// The kinds of files that answer for columns even where they are empty; otherKind is
// any other file.
const (
	otherKind factKind = iota
	messageKind
	petitionKind
	ratingKind
)

// of reports whether a line is of the kind.
func (k factKind) of(l *facts.Line) bool {
	switch k {
	case petitionKind:
		return l.Petition != nil
	case ratingKind:
		return l.Rating != nil || l.Handling != nil
	}
	return false
}

// covers are the columns that a file answers for though it may hold no line: an
// empty file of petitions says that there were none. A file of something else says
// nothing of petitions.
var covers = []struct {
	kind    factKind
	table   string
	columns []string
}{
	{messageKind, "dossier", facts.MessageColumns()},
	{petitionKind, "petition", []string{"unit", "received", "deadline", "answered", "disliked", "raisedAgain"}},
	{ratingKind, "dossier", []string{"disliked", "complained"}},
}

// gather reads all files and says what is odd with their dossiers.
func (s *session) gather(f *factFiles) (*gathered, error) {
	g, err := s.gatherFiles(f)
	if err != nil {
		return nil, err
	}
	s.tellNotes(g.register.Notes())
	return g, nil
}

// gatherFiles reads all files.
func (s *session) gatherFiles(f *factFiles) (*gathered, error) {
	register, err := facts.NewRegister(nil)
	if err != nil {
		return nil, err
	}
	g := &gathered{register: register, answers: map[factKind]bool{}}
	var units []facts.Unit
	for _, list := range []struct {
		files names
		kind  factKind
	}{{f.units, otherKind}, {f.procedures, otherKind}, {f.petitions, petitionKind}, {f.ratings, ratingKind}, {f.report, otherKind}} {
		for _, name := range list.files {
			found, err := s.gatherFacts(g, name, list.kind, f.strict)
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
	g.coverRest()
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
		{n.Undecided, motcua.Text{En: "received without a due date or a known limit: counted in denominators alone", Vi: "đã tiếp nhận mà không có ngày hẹn trả, cũng không rõ thời hạn: chỉ tính vào mẫu số"}},
		{n.Orphans, motcua.Text{En: "told of by steps, ratings or handling alone: not counted", Vi: "chỉ có tiến trình, đánh giá hoặc xử lý, không có hồ sơ: không được tính"}},
	} {
		if row.count > 0 {
			dossiers := motcua.Text{En: "dossiers", Vi: "hồ sơ"}
			if row.count == 1 {
				dossiers.En = "dossier"
			}
			s.complain("%d %s %s", row.count, s.text(dossiers), s.text(row.text))
		}
	}
}

// coverRest notes what the files answer for though none of their lines says so.
func (g *gathered) coverRest() {
	said := map[string]bool{}
	g.register.Covered(func(table string, _ bool, column string) { said[table+"."+column] = true })
	for _, c := range covers {
		for _, column := range c.columns {
			if g.answers[c.kind] && !said[c.table+"."+column] {
				g.register.Cover(c.table, true, column)
			}
		}
	}
}
