package main

import (
	"io"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

var catalogUnitsResolveCommand = command{
	name:  "catalog units resolve",
	args:  "CODE … [--date DATE] [--used DATE]",
	short: "lead a unit's code of any year to the unit of today",
	long: `
Leads the code of an administrative unit to the unit that answers for it on a day, or
to a stated ambiguity. A code is an agency code in either order ("H22", "H56.34",
"000.00.00.H22"), a statistical code ("24", "00004"), or either with its scheme before
it ("gso:24", "agency:H22").

The provinces are built in: the 34 since 1 July 2025 and the 63 before them. Communes
are files: --communes and --commune-map read lists as they circulate in CSV (code,
name, full_name, unit_short, province_code …; old_province_id … n_targets), --units
reads rows of the library's own form in JSON Lines.

A code that named one unit before and another since is answered for the day it was
used, if --used tells it; else the unit that bears it on --date is the answer, what it
named before is listed, and the answer is disputed where the two disagree.

  {"code":"H22","scheme":"agency","outcome":"single","certain":true,"units":[{"id":"…","name":"Tỉnh Tuyên Quang",…}],…}

Exit code 1 if a code is not known or its answer is not one certain unit.`,
	run: runCatalogUnitsResolve,
}

// resolvedLine is the JSON form of what a code leads to.
type resolvedLine struct {
	Code     string         `json:"code"`
	Scheme   string         `json:"scheme"`
	Date     motcua.Date    `json:"date"`
	Outcome  unit.Outcome   `json:"outcome"`
	Certain  bool           `json:"certain"`
	Disputed bool           `json:"disputed"`
	Named    string         `json:"named"`
	Units    []resolvedUnit `json:"units"`
	Path     []pathLine     `json:"path"`
	Formerly []formerLine   `json:"formerly"`
}

// resolvedUnit is one of the units a code leads to.
type resolvedUnit struct {
	ID    string            `json:"id"`
	Name  string            `json:"name"`
	Level unit.Level        `json:"level"`
	Codes map[string]string `json:"codes"`
	Share *motcua.Decimal   `json:"share"`
}

// pathLine is a takeover on the way.
type pathLine struct {
	Date   motcua.Date `json:"date"`
	Kind   unit.Kind   `json:"kind"`
	From   string      `json:"from"`
	To     string      `json:"to"`
	Source string      `json:"source"`
}

// formerLine is another unit that the code has named.
type formerLine struct {
	Name  string          `json:"name"`
	Span  motcua.Validity `json:"span"`
	Units []resolvedUnit  `json:"units"`
}

// unitFiles are the files of units a call names.
type unitFiles struct {
	units, communes, communeMap, mapping words
	verbose                              bool
}

func (f *unitFiles) register(s *session) {
	s.flags.Var(&f.units, "units", "`FILE.jsonl` of units and successions in the library's own form")
	s.flags.Var(&f.communes, "communes", "`FILE.csv` of communes")
	s.flags.BoolVar(&f.verbose, "verbose", false, "list all that is odd with the files")
	s.flags.Var(&f.mapping, "mapping", "`FILE.csv` of codes in one scheme and in another")
	s.flags.Var(&f.communeMap, "commune-map", "`FILE.csv` of which commune of before the merger went into which")
}

func runCatalogUnitsResolve(s *session) error {
	var files unitFiles
	var date, used string
	files.register(s)
	s.flags.StringVar(&date, "date", "", "`DATE` whose unit is asked for; today if absent")
	s.flags.StringVar(&used, "used", "", "`DATE` on which the code was used, if it is known")
	if err := s.parse(1, 1<<16); err != nil {
		return err
	}
	at, then := s.today(), motcua.Date(0)
	for _, f := range []struct {
		name, text string
		day        *motcua.Date
	}{{"date", date, &at}, {"used", used, &then}} {
		if f.text == "" {
			continue
		}
		day, err := motcua.ParseDate(f.text)
		if err != nil {
			return usagef("--%s: %v", f.name, err)
		}
		*f.day = day
	}
	register, err := files.open(s)
	if err != nil {
		return err
	}
	sh := sheet{header: heading("code", "names", "outcome", "unit", "level", "codes", "share")}
	for _, code := range s.args {
		s.resolve(&sh, register, code, at, then)
	}
	return s.show(sh)
}

// resolve puts what a code leads to into the sheet.
func (s *session) resolve(sh *sheet, register *unit.Register, code string, at, used motcua.Date) {
	res, err := register.Resolve(code, at, used)
	if err != nil {
		s.complain("%v", err)
		s.failed = true
		return
	}
	line := resolvedLine{
		Code: res.Code, Scheme: res.Scheme, Date: at, Outcome: res.Outcome, Certain: res.Certain(), Disputed: res.Disputed,
		Named: res.Unit.Name.Vi, Units: resolvedUnits(res.Targets, at), Path: []pathLine{}, Formerly: []formerLine{},
	}
	s.failed = s.failed || !line.Certain
	for _, step := range res.Path {
		line.Path = append(line.Path, pathOf(step))
	}
	for _, h := range res.Formerly {
		line.Formerly = append(line.Formerly, formerLine{h.Unit.Name.Vi, h.Span, resolvedUnits(h.Targets, at)})
	}
	sh.objects = append(sh.objects, line)
	outcome := line.Outcome.String()
	if line.Disputed {
		outcome += ", " + s.text(textDisputed)
	}
	rows := func(named, outcome string, units []resolvedUnit) {
		if len(units) == 0 {
			sh.rows = append(sh.rows, []string{code, named, outcome, nothing, nothing, nothing, nothing})
		}
		for _, u := range units {
			share := nothing
			if u.Share != nil {
				share = u.Share.String()
			}
			sh.rows = append(sh.rows, []string{code, named, outcome, u.Name, u.Level.String(), codesText(u.Codes), share})
		}
	}
	rows(line.Named, outcome, line.Units)
	for _, f := range line.Formerly {
		rows(f.Name+" "+f.Span.String(), s.text(textFormerly), f.Units)
	}
}

var (
	textDisputed = motcua.Text{En: "disputed: say when it was used", Vi: "chưa rõ: cần biết ngày dùng mã"}
	textFormerly = motcua.Text{En: "also named", Vi: "còn từng là mã của"}
)

func pathOf(step unit.Step) pathLine {
	p := pathLine{Date: step.Row.Date, Kind: step.Row.Kind, From: step.From.Name.Vi, Source: step.Row.Source.String()}
	if step.To != nil {
		p.To = step.To.Name.Vi
	}
	return p
}

func resolvedUnits(targets []unit.Target, at motcua.Date) []resolvedUnit {
	out := []resolvedUnit{}
	for _, t := range targets {
		u := resolvedUnit{ID: t.Unit.ID, Name: t.Unit.Name.Vi, Level: t.Unit.Level, Codes: map[string]string{}}
		if !t.Share.IsZero() {
			u.Share = &t.Share
		}
		for _, c := range t.Unit.Codes {
			if c.Span(t.Unit).Contains(at) {
				u.Codes[c.Scheme] = c.Value
			}
		}
		out = append(out, u)
	}
	return out
}

// codesText writes codes by the schemes a reader knows.
func codesText(codes map[string]string) string {
	var parts []string
	for _, scheme := range []string{unit.SchemeAgency, unit.SchemeStatistical} {
		if code, ok := codes[scheme]; ok {
			parts = append(parts, scheme+":"+code)
		}
	}
	return strings.Join(parts, " ")
}

// unitFile is a kind of file of units, and how one is read over what is known.
type unitFile struct {
	names words
	read  func(in io.Reader, base *unit.Register) (unit.Rows, motcua.Faults)
}

// open lays the files over the provinces that are built in.
func (f *unitFiles) open(s *session) (*unit.Register, error) {
	register := unit.Standard()
	list := func(read func(io.Reader, *unit.Register, *unit.Options) (unit.Rows, motcua.Faults)) func(io.Reader, *unit.Register) (unit.Rows, motcua.Faults) {
		return func(in io.Reader, base *unit.Register) (unit.Rows, motcua.Faults) { return read(in, base, nil) }
	}
	for _, kind := range []unitFile{
		{f.communes, list(unit.ReadCommunes)}, {f.communeMap, list(unit.ReadCommuneMap)}, {f.mapping, list(unit.ReadMapping)},
		{f.units, func(in io.Reader, _ *unit.Register) (unit.Rows, motcua.Faults) { return unit.ReadLines(in) }},
	} {
		for _, name := range kind.names {
			next, err := s.layUnits(register, name, kind, f.verbose)
			if err != nil {
				return nil, err
			}
			register = next
		}
	}
	return register, nil
}

// layUnits lays one file of units over a register. Rows with a fault are left out, and
// what is wrong with the file is summed up, or told in full where that is asked for: it
// says nothing of the codes that are asked about.
func (s *session) layUnits(base *unit.Register, name string, kind unitFile, verbose bool) (*unit.Register, error) {
	in, err := s.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	rows, faults := kind.read(in, base)
	next, more := base.With(rows)
	failed := s.failed
	if verbose || more.Err() != nil || len(rows.Units)+len(rows.Successions) == 0 {
		s.report(name, faults)
		s.report(name, more)
	} else if n := len(faults) + len(more); n > 0 {
		s.complain(s.text(textFileFaults), name, n)
	}
	if more.Err() == nil && len(rows.Units)+len(rows.Successions) > 0 {
		s.failed = failed
	}
	return next, reported(more)
}

var textFileFaults = motcua.Text{
	En: "%s: %d findings; --verbose lists them",
	Vi: "%s: %d điểm cần xem; --verbose để liệt kê",
}

// reported is the error of faults that have been told.
func reported(faults motcua.Faults) error {
	if faults.Err() != nil {
		return errReported
	}
	return nil
}
