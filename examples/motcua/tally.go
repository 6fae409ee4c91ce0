package main

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

const tallyConcept = `
A tally is what dossiers come to, without the dossiers: counts by unit and day, from
which any period is scored without reading a message again. Tallies add up, so that
many offices count their own and one place adds. A tally file is a ledger of sources:
each source says what it counted under a number that grows, and what it says later
replaces what it said before, so that a file sent twice never counts twice. Sources
must not share dossiers. Tallies of other rules or another calendar refuse to merge.`

var tallyBuildCommand = command{
	name:  "tally build",
	args:  "--dossiers FILE … --out FILE [--source NAME] [--seq N]",
	short: "count dossiers into a tally file",
	long: tallyConcept + `

build reads messages and lines of facts as motcua score does and writes one source.
--part K/N counts only every N-th dossier, from the K-th in the order in which they
come, and what is no dossier with the first part: N runs over the same files merge to
the whole; their sources are NAME#K/N.`,
	run: runTallyBuild,
}

var tallyMergeCommand = command{
	name:  "tally merge",
	args:  "FILE … --out FILE",
	short: "add tally files up",
	long: tallyConcept + `

merge joins tally files into one. A source that stands in several counts once, as it
was said last; the same number with other content is refused.`,
	run: runTallyMerge,
}

var tallyShowCommand = command{
	name:  "tally show",
	args:  "FILE [--before FILE] [--period PERIOD] [--by unit]",
	short: "score units from a tally file, or tell what was restated",
	long: tallyConcept + `

show scores a window of a tally, as motcua score does of dossiers; --counts writes
the counts instead, in the form motcua score --counts reads, --sources the sources.
--before names an earlier tally and lists every count of the window that is another
now: what was restated. The as-of time is a day here: tallies count by days.`,
	run: runTallyShow,
}

// tallyPlan is the plan of tally files: the measures of the index that rules the time
// named, by unit.
func (s *session) tallyPlan(r *rules, m *moments) (counting.Window, *scoring.Index, *counting.Plan, error) {
	w, index, err := s.window(r, m)
	if err != nil {
		return w, nil, nil, err
	}
	plan, err := counting.Compile(index.Definition().Measures)
	return w, index, plan, err
}

// rulesPlan is the plan of tally files under the rules of a period, which may lie ahead.
func (s *session) rulesPlan(r *rules, period string) (*counting.Plan, error) {
	r.period = period
	if period == "" || period == "ytd" {
		r.period = s.today().String()[:4]
	}
	whole, day, err := r.times(s)
	if err != nil {
		return nil, err
	}
	index, err := r.index(s, whole, day)
	if err != nil {
		return nil, err
	}
	return counting.Compile(index.Definition().Measures)
}

func runTallyBuild(s *session) error {
	var r rules
	var f factFiles
	r.registerDefinition(s)
	f.register(s)
	period := s.flags.String("period", "", "`PERIOD` whose rules are meant; the year of today if absent")
	out := s.flags.String("out", "", "`FILE` that is written")
	source := s.flags.String("source", "", "`NAME` of the source, another for every office; if absent the first file as it is named here")
	seq := s.flags.Int64("seq", 1, "`N`, the number of what the source says; it grows")
	part := s.flags.String("part", "", "`K/N`: count only this part of the dossiers")
	if err := s.parse(0, 0); err != nil {
		return err
	}
	files := slices.Concat(f.dossiers, f.procedures, f.petitions, f.ratings, f.report)
	if *out == "" || len(files) == 0 {
		return usagef("--out and files to count are needed")
	}
	if *source == "" {
		if *source = files[0]; *source == "-" {
			return usagef("standard input has no name: --source is needed")
		}
	}
	plan, err := s.rulesPlan(&r, *period)
	if err != nil {
		return err
	}
	k, n, err := partOf(*part)
	if err != nil {
		return err
	}
	g, err := s.gather(&f)
	if err != nil {
		return err
	}
	tally, err := g.part(plan, k, n)
	if err != nil {
		return err
	}
	if *part != "" {
		*source += "#" + *part // parts of one source are sources of their own
	}
	book := plan.Book(tally.Basis())
	if err := book.Put(*source, *seq, tally); err != nil {
		return err
	}
	return writeBook(*out, book)
}

// partOf reads K/N.
func partOf(text string) (part, parts int, err error) {
	if text == "" {
		return 1, 1, nil
	}
	if n, scanned := fmt.Sscanf(text, "%d/%d", &part, &parts); n != 2 || scanned != nil || part < 1 || part > parts || parts > 1<<16 || text != fmt.Sprintf("%d/%d", part, parts) {
		return 0, 0, usagef("--part %q is not as 3/8", text)
	}
	return part, parts, nil
}

// writeBook writes a tally file: all of it, or nothing.
func writeBook(name string, book *counting.Book) error {
	data, err := book.AppendBinary(nil)
	if err != nil {
		return err
	}
	return replaceFile(name, data)
}

// readBook reads a tally file under the rules of a window.
func (s *session) readBook(name string, plan *counting.Plan) (*counting.Book, error) {
	data, err := s.read(name)
	if err != nil {
		return nil, err
	}
	register, err := facts.NewRegister(nil)
	if err != nil {
		return nil, err
	}
	book, err := plan.ReadBook(data, counting.Basis(register.Basis()))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return book, nil
}

func runTallyMerge(s *session) error {
	var r rules
	r.registerDefinition(s)
	period := s.flags.String("period", "", "`PERIOD` whose rules are meant; the year of today if absent")
	out := s.flags.String("out", "", "`FILE` that is written")
	if err := s.parse(1, 1<<16); err != nil {
		return err
	}
	if *out == "" {
		return usagef("--out is needed")
	}
	plan, err := s.rulesPlan(&r, *period)
	if err != nil {
		return err
	}
	var whole *counting.Book
	for _, name := range s.args {
		book, err := s.readBook(name, plan)
		if err != nil {
			return err
		}
		if whole != nil {
			s.sayReplaced(whole, book)
		}
		if whole == nil {
			whole = book
		} else if err := whole.Join(book); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return writeBook(*out, whole)
}

// sayReplaced says which sources of a book say something newer in another one.
func (s *session) sayReplaced(book, other *counting.Book) {
	known := map[string]int64{}
	for _, source := range book.Sources() {
		known[source.Name] = source.Seq
	}
	for _, source := range other.Sources() {
		if seq, ok := known[source.Name]; ok && seq != source.Seq {
			s.complain("source %s: %d replaces %d", source.Name, max(seq, source.Seq), min(seq, source.Seq))
		}
	}
}

// showSources lists the sources of a book.
func (s *session) showSources(book *counting.Book) error {
	sh := sheet{header: heading("source", "seq")}
	for _, source := range book.Sources() {
		sh.rows = append(sh.rows, []string{source.Name, strconv.FormatInt(source.Seq, 10)})
		sh.objects = append(sh.objects, map[string]any{"source": source.Name, "seq": source.Seq})
	}
	return s.show(sh)
}
