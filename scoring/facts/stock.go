package facts

import (
	"slices"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// tables are the ids of the tables.
type tables struct{ dossier, procedure, decision, petition, report, commune counting.Table }

func tablesOf() tables {
	of := func(name string) counting.Table { t, _ := counting.TableOf(name); return t }
	return tables{of(tableDossier), of(tableProcedure), of(tableDecision), of(tablePetition), of(tableReport), of(tableCommune)}
}

// other is what a line other than a dossier's said.
type other struct {
	procedure *Procedure
	decision  *Decision
	petition  *Petition
	report    *Report
	commune   *Unit
}

// Take takes in a line of facts. A line that says something of what an earlier one
// said replaces it: a unit, a procedure of a unit from a day, a procedure in a
// decision, a petition, the report of a day.
func (g *Register) Take(l *Line) motcua.Faults {
	if faults := l.Check(); faults.Err() != nil {
		return faults
	}
	g.covers(l)
	switch {
	case l.Unit != nil:
		return g.unit(l.Unit)
	case l.Procedure != nil:
		p := l.Procedure
		g.put(strings.Join([]string{"procedure", unitText(p.Unit), string(p.Procedure.National()), itoa(int(p.Validity.From))}, "|"), other{procedure: p})
		g.offers, g.all = nil, true
	case l.Decision != nil:
		d := l.Decision
		g.put(strings.Join([]string{"decision", unitText(d.Unit), string(d.Procedure.National()), d.Decision, d.Event.String()}, "|"), other{decision: d})
	case l.Petition != nil:
		g.put("petition|"+l.Petition.Petition, other{petition: l.Petition})
	case l.Report != nil:
		r := l.Report
		g.put(strings.Join([]string{"report", unitText(r.Unit), r.Date.String()}, "|"), other{report: r})
	case l.Rating != nil:
		r := l.Rating
		m, id := g.join(r.Dossier)
		said := rating{r.At.Unix(), r.Disliked, r.Complained}
		if !slices.Contains(m.ratings, said) {
			m.ratings = append(m.ratings, said)
			g.touch(id)
		}
	case l.Handling != nil:
		g.handling(l.Handling)
	}
	return nil
}

// put keeps a line under the words it is known by.
func (g *Register) put(name string, o other) {
	i, ok := g.others[name]
	if !ok {
		i = len(g.lines)
		g.others[name] = i
		g.lines = append(g.lines, other{})
	}
	g.lines[i] = o
	g.touch(otherID(i))
}

// join finds the dossier that a line speaks of.
func (g *Register) join(code string) (*more, int) {
	i := g.id([]byte(code))
	return g.cases[i].extra(), dossierID(i)
}

func (g *Register) handling(h *Handling) {
	m, id := g.join(h.Dossier)
	if h.Unit != "" {
		m.unit = g.names.ID(unitText(h.Unit))
	}
	state(&m.stored, h.Stored)
	state(&m.assisted, h.Assisted)
	g.touch(id)
}

// state takes over what a flag states, if anything.
func state(kept *int8, flag *bool) {
	switch {
	case flag == nil:
	case *flag:
		*kept = 1
	default:
		*kept = -1
	}
}

// unit keeps a unit; decisions look their level up, and a commune is a row itself.
func (g *Register) unit(u *Unit) motcua.Faults {
	id := g.names.ID(unitText(u.Unit))
	g.units[id] = u
	for _, code := range u.Codes {
		if alias := g.names.ID(unitText(code)); g.aliases[alias] == 0 { // the first unit keeps a code
			g.aliases[alias] = id
		}
	}
	name := "commune|" + unitText(u.Unit)
	if slices.Contains(g.rules.Certifying.Levels, u.Level) {
		g.put(name, other{commune: u})
	} else if _, ok := g.others[name]; ok {
		g.put(name, other{})
	}
	g.all = true
	return nil
}

// stock appends the row of a line that is no dossier's.
func (g *Register) stock(o *other, rows []counting.Row) (counting.Table, []counting.Row) {
	f := filler{names: g.names, row: counting.NewRow()}
	switch {
	case o.procedure != nil:
		p := o.procedure
		f.table, f.id = tableProcedure, g.tables.procedure
		f.text("unit", unitText(p.Unit))
		f.text("procedure", string(p.Procedure.National()))
		f.text("field", p.Field)
		for _, flag := range (&Line{Procedure: p}).flags() {
			if flag.table == tableProcedure {
				f.flag(flag.column, flag.value)
			}
		}
		if from := p.Validity.From; from > firstMoment.Date() {
			f.row.Since = from.In(nil).Unix() // before that it has always been so
		}
		if to := p.Validity.To; to != 0 && to < afterMoments.Date() {
			f.row.Until = max(to, firstMoment.Date()).In(nil).Unix()
		}
	case o.decision != nil:
		g.decide(o.decision, &f)
	case o.petition != nil:
		p := o.petition
		f.table, f.id = tablePetition, g.tables.petition
		f.text("unit", unitText(p.Unit))
		f.moment("received", &p.Received)
		f.moment("deadline", p.Deadline)
		f.moment("answered", p.Answered)
		f.flag("disliked", &p.Disliked)
		f.flag("raisedAgain", &p.RaisedAgain)
	case o.report != nil:
		r := o.report
		f.table, f.id = tableReport, g.tables.report
		f.text("unit", unitText(r.Unit))
		f.date("date", r.Date)
		f.number("synced", r.Synced)
		f.number("received", max(r.Reported, r.Received))
	case o.commune != nil:
		f.table, f.id = tableCommune, g.tables.commune
		f.text("unit", unitText(o.commune.Unit))
		f.flag("certifiesCopies", o.commune.CertifiesCopies)
	default:
		return g.tables.commune, rows
	}
	return f.id, append(rows, f.row)
}

// decide says on which day a decision counts and whether it was late.
func (g *Register) decide(d *Decision, f *filler) {
	f.table, f.id = tableDecision, g.tables.decision
	f.text("unit", unitText(d.Unit))
	f.text("procedure", string(d.Procedure.National()))
	f.text("event", d.Event.String())
	level := ""
	if u := g.units[g.names.ID(unitText(d.Unit))]; u != nil {
		level = u.Level
	}
	rule, calendar := g.rules.publication(level), g.office.Calendar()
	anchor, late := d.Signed, d.Late
	if rule != nil && d.Event == EventPublication {
		if due, err := calendar.AddWorkingDays(d.Signed, int(rule.Within)); err == nil {
			anchor = due
			is := d.Published == nil || *d.Published > due
			late = first(late, &is)
		}
	}
	if rule != nil && d.Event == EventAnnouncement && d.Effective != nil {
		if last, err := calendar.AddWorkingDays(*d.Effective, -int(rule.Before)); err == nil {
			is := d.Signed > last
			late = first(late, &is)
		}
	}
	f.date("date", anchor)
	f.flag("late", late)
}

// first is what was stated, or else what follows from the days.
func first(stated, counted *bool) *bool {
	if stated != nil {
		return stated
	}
	return counted
}

// filler fills a row by the names of its columns.
type filler struct {
	names *counting.Names
	table string
	id    counting.Table
	row   counting.Row
}

func (f *filler) slot(column string) int {
	slot, _, _ := counting.Slot(f.table, column)
	return slot
}

func (f *filler) text(column, value string) {
	if value != "" {
		f.row.Codes[f.slot(column)] = f.names.ID(value)
	}
}

func (f *filler) flag(column string, value *bool) {
	if value != nil {
		bit(1<<f.slot(column)).set(&f.row, *value)
	}
}

func (f *filler) number(column string, value int64) { f.row.Numbers[f.slot(column)] = value }

func (f *filler) date(column string, value motcua.Date) { f.row.Times[f.slot(column)] = int64(value) }

func (f *filler) moment(column string, value *time.Time) {
	f.row.Times[f.slot(column)] = counting.Null
	if value != nil {
		f.row.Times[f.slot(column)] = value.Unix()
	}
}

// covered counts the lines that state a column, and those that say it is unknown.
type covered struct{ known, unknown bool }

// covers notes the columns a line answers for.
func (g *Register) covers(l *Line) {
	switch {
	case l.Coverage != nil:
		for _, name := range l.Coverage.Columns {
			table, column, _ := strings.Cut(name, ".")
			g.Cover(table, !l.Coverage.Unknown, column)
		}
	case l.Procedure != nil:
		g.Cover(tableProcedure, true, "unit", "procedure", "field")
	case l.Decision != nil:
		g.Cover(tableDecision, true, columnsOf(tableDecision)...)
	case l.Petition != nil:
		g.Cover(tablePetition, true, columnsOf(tablePetition)...)
	case l.Report != nil:
		g.Cover(tableReport, true, columnsOf(tableReport)...)
	case l.Rating != nil:
		g.Cover(tableDossier, true, "disliked", "complained")
	case l.Unit != nil && (l.Unit.CertifiesCopies != nil || l.nulls != nil):
		g.Cover(tableCommune, true, "unit")
	case l.Handling != nil && l.Handling.Unit != "":
		g.Cover(tableDossier, true, "elsewhere")
	}
	for _, f := range l.flags() {
		if f.value != nil || slices.Contains(l.nulls, f.name) {
			g.Cover(f.table, f.value != nil, f.column)
		}
	}
}

// columnsOf are all columns of a table.
func columnsOf(table string) []string {
	var names []string
	for _, c := range scoring.Columns() {
		if c.Table == table {
			names = append(names, c.Name)
		}
	}
	return names
}
