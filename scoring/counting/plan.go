package counting

import (
	"crypto/sha256"
	"encoding/json"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// Plan is what is counted of which rows, for which groups: measures compiled for
// one walk over a row. It does not change and is safe for concurrent use.
type Plan struct {
	measures []scoring.Measure
	by       []string
	hash     [sha256.Size]byte
	tables   []*tablePlan // by table, from 1; nil where nothing is counted
	sheets   []sheetPlan
	counters []counter
	readouts []readout  // by measure
	texts    []string   // constants of the predicates
	lists    [][]uint32 // the constants of an atom, as places in texts
}

// tablePlan is the walk over a row of one table.
type tablePlan struct {
	by      []int // slots of the codes that make a group
	statics []atom
	cuts    []cutAtom
	first   int // the first word of the cuts' bits
	words   int // bits of a row: flags, atoms, cuts
	lines   []timeline
}

// timeline are the counters of rows that begin to be counted at the same instant.
type timeline struct {
	scope          scoring.Scope
	anchor         int // slot of the times, -1 for none
	anchorColumn   string
	byDay          bool // the anchor is a date
	end            int  // slot of the times, -1 for none
	endColumn      string
	plain          []plain
	still, looking []int // counters, without and with an eye on the cut
}

// plain are the counters of rows of a timeline that share a sheet, look at no cut and
// ask for bits of a row only, so that they are asked without a branch. They are among
// the still ones too, from the first on.
type plain struct {
	sheet int
	count int // how many of the still counters they are
	needs []need
}

// need is the bits a plain counter asks for, and its column.
type need struct {
	bits   [wide]uint64
	column int
}

// counter is one number kept for every group, or for every key of a group.
type counter struct {
	where           clause
	key, sum        int // slots of a distinct key and of a number, -1 for none
	sumColumn       string
	one, end, later column
	scope           scoring.Scope
}

// column is a column of a sheet.
type column struct{ sheet, at int }

// sheetPlan is the shape of a sheet: cells of a group or of a key in a group, on one
// day or on two.
type sheetPlan struct {
	pair, two bool
	width     int
}

// readout says which counters answer for a measure, and which columns they need.
type readout struct {
	asked         bool // the table has the columns that make groups
	table         Table
	where, except int // counters, -1 for none
	distinct      bool
	needs         []int // places of columns in the table
}

// Measures are what is counted, in the order of [Figures].
func (p *Plan) Measures() []scoring.Measure { return slices.Clone(p.measures) }

// By are the columns whose values make a group.
func (p *Plan) By() []string { return slices.Clone(p.by) }

// Hash tells what is counted, of which rows and for which groups: tallies of plans
// with other hashes refuse one another. Titles and sources do not enter it.
func (p *Plan) Hash() [sha256.Size]byte { return p.hash }

// endOf names the column at which rows of a table end, for the scope "active".
func endOf(table string) string {
	switch table {
	case "dossier":
		return "ended"
	case "petition":
		return "answered"
	}
	return ""
}

// hashOf is the SHA-256 of what is counted.
func hashOf(measures []scoring.Measure, by []string) [sha256.Size]byte {
	bare := slices.Clone(measures)
	for i := range bare {
		bare[i].Title, bare[i].Sources = motcua.Text{}, nil
	}
	canonical, err := json.Marshal(struct {
		Measures []scoring.Measure `json:"measures"`
		By       []string          `json:"by"`
	}{bare, by})
	if err != nil {
		canonical = nil // enums were checked before, and nothing else fails
	}
	return sha256.Sum256(canonical)
}
