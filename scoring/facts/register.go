package facts

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strconv"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/scoring/counting"
)

// Register keeps what messages and lines of facts said (sổ theo dõi), joins what
// belongs to one dossier, and hands out rows. The last word on a dossier counts: a
// message replaces the one before it, steps of progress, ratings and handling add
// to it in whatever order they come, and are never taken back. It grows with what it
// is told, is no copy of the messages and holds nothing that identifies a person. It
// is not safe for concurrent use.
type Register struct {
	rules    *Rules
	compiled compiled
	clock    *dossier.ClockRules
	undated  dossier.ClockRules // the same for dossiers without a due date
	office   *workday.Office
	names    *counting.Names
	slots    slots
	tables   tables
	keys     keys

	supplement string // the reason of a pause for supplements
	channels   [128]uint32
	procedures map[string]uint32 // as written, to the id of the national code

	ids     map[key]int32 // of dossiers, from 0
	cases   []kase
	others  map[string]int // what the other lines are known by, to their place
	lines   []other
	offers  map[uint32]offer // what lines say of procedures; nil until it is asked
	units   map[uint32]*Unit
	aliases map[uint32]uint32 // other codes of units, to the code
	cover   map[[2]string]*covered

	notes Notes // of the projections since they were last emptied

	supplied map[[2]string]covered // what the live tally was told of cover

	changed map[int]struct{} // nil: nobody asked
	all     bool             // everything has changed

	spanBuffer  []span
	endBuffer   []end
	entryBuffer []dossier.Entry
}

// Options say under what rules a Register works; nil stands for what is shipped.
type Options struct {
	// Rules turn messages into facts.
	Rules *Rules
	// Clock are the rules by which the clock of a dossier is kept.
	Clock *dossier.ClockRules
	// Office measures time; the usual hours of the national calendar if nil.
	Office *workday.Office
	// Names are the texts of rows, shared with the tallies they are added to.
	Names *counting.Names
}

// What is shipped, made on first use.
var (
	standardClock = sync.OnceValue(dossier.StandardClockRules)
	usualOffice   = sync.OnceValue(func() *workday.Office {
		office, _ := workday.National().Office(workday.UsualHours()) // a test of workday holds it to be without faults
		return office
	})
)

// NewRegister returns an empty register. Rules with faults are an error.
func NewRegister(o *Options) (*Register, error) {
	if o == nil {
		o = new(Options)
	}
	g := &Register{
		rules: o.Rules, clock: o.Clock, office: o.Office, names: o.Names, slots: dossierSlots(), tables: tablesOf(),
		procedures: map[string]uint32{}, ids: map[key]int32{}, others: map[string]int{},
		units: map[uint32]*Unit{}, aliases: map[uint32]uint32{}, cover: map[[2]string]*covered{},
	}
	if g.rules == nil {
		g.rules = standardRules()
	}
	if g.clock == nil {
		g.clock = standardClock()
	}
	if g.names == nil {
		g.names = counting.NewNames()
	}
	if g.office == nil {
		g.office = usualOffice()
	}
	if err := g.rules.check().Err(); err != nil {
		return nil, err
	}
	g.compiled, g.keys.names = g.rules.compile(), g.names
	g.undated = *g.clock
	g.undated.Index.WaitingByClock = g.rules.Undated.WaitingByClock
	for _, reason := range g.clock.Reasons {
		if reason.Supplement {
			g.supplement = reason.ID
			break
		}
	}
	return g, nil
}

// Names are the texts of the rows.
func (g *Register) Names() *counting.Names { return g.names }

// Basis is a fingerprint of the rules, the clock and the working days by which
// facts come about: tallies of another basis are counted in another way.
func (g *Register) Basis() counting.Basis {
	hash := sha256.New()
	for _, v := range []any{g.rules, g.clock} {
		text, _ := json.Marshal(v) // plain data of ours
		hash.Write(text)
	}
	for d := range g.office.Calendar().Days(g.office.Calendar().Horizon()) {
		begin := d.Date.In(nil)
		open, _ := g.office.NextOpening(begin) // beyond the horizon there is none, which differs too
		time, _ := g.office.Between(begin, begin.AddDate(0, 0, 1))
		fmt.Fprintln(hash, d.Work, open.Unix(), time)
	}
	return counting.Basis(hash.Sum(nil))
}

// Message takes in a message and returns the id of its dossier; false where the
// message names none.
func (g *Register) Message(b *npsp.Brief) (id int, ok bool) {
	if len(b.Dossier) == 0 {
		return 0, false
	}
	i := g.id(b.Dossier)
	switch c := &g.cases[i]; b.Kind {
	case npsp.KindDossier:
		g.dossier(c, b)
		g.touch(dossierID(i))
	case npsp.KindProgress:
		if g.progress(c, b) {
			g.touch(dossierID(i))
		}
	default:
		return 0, false
	}
	return dossierID(i), true
}

// id finds the place of a dossier, or makes one.
func (g *Register) id(code []byte) int {
	k, unit := g.keys.of(code)
	i, ok := g.ids[k]
	if !ok {
		i = int32(len(g.cases))
		g.ids[k] = i
		g.cases = append(g.cases, kase{
			unit: unit, filed: counting.Null, received: counting.Null, due: counting.Null,
			finished: counting.Null, returned: counting.Null, refused: counting.Null, state: npsp.CodeAbsent,
		})
	}
	return int(i)
}

// Ids are even for dossiers and odd for everything else, so that either can grow.
func dossierID(i int) int { return 2 * i }
func otherID(i int) int   { return 2*i + 1 }

// IDs is above all ids; some below it may stand for nothing.
func (g *Register) IDs() int { return max(2*len(g.cases), 2*len(g.lines)) }

// Rows appends the rows an id stands for now, and says of which table they are;
// there may be none.
func (g *Register) Rows(id int, rows []counting.Row) (counting.Table, []counting.Row) {
	switch i := id / 2; {
	case id < 0:
	case id%2 == 0 && i < len(g.cases):
		return g.tables.dossier, g.project(&g.cases[i], rows)
	case id%2 == 1 && i < len(g.lines):
		return g.stock(&g.lines[i], rows)
	}
	return g.tables.dossier, rows
}

// Changes gives the ids whose rows may have changed since it was last called, in no
// order; all of them the first time.
func (g *Register) Changes(each func(id int)) {
	changed, all := g.changed, g.all || g.changed == nil
	g.changed, g.all = map[int]struct{}{}, false
	if all {
		for id := range g.IDs() {
			each(id)
		}
		return
	}
	for id := range changed {
		each(id)
	}
}

// touch notes that rows may have changed.
func (g *Register) touch(id int) {
	if g.changed != nil && !g.all {
		g.changed[id] = struct{}{}
	}
}

// procedureID is the id of the national code of a procedure.
func (g *Register) procedureID(written []byte) uint32 {
	if id, ok := g.procedures[string(written)]; ok {
		return id
	}
	id := g.names.ID(string(motcua.ProcedureCode(written).National()))
	if len(g.procedures) < mostWritten {
		g.procedures[string(written)] = id
	}
	return id
}

// channel is the id of a channel's code.
func (g *Register) channel(c npsp.Code) uint32 {
	switch {
	case c == npsp.CodeAbsent:
		return g.names.ID(g.compiled.absent)
	case c < 0:
		return g.names.ID("other")
	case g.channels[c] == 0:
		g.channels[c] = g.names.ID(strconv.Itoa(int(c)))
	}
	return g.channels[c]
}
