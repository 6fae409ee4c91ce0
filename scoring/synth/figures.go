package synth

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// figure is one count of a unit. Most are both halves of leaves and columns of the
// bookkeeping.
type figure uint8

const (
	announcedOnTime figure = iota
	announced
	publicOnTime
	publicDue
	complete
	public
	synced
	reported
	onTime
	received
	provided // online procedures under the unit's authority
	authority
	servicesUsed
	services
	filedOnline
	integrated
	feeBearing
	feePaid
	paid
	obligated
	resulted
	digitised
	reused
	stored
	connected
	population
	populationUsed
	certifying
	communes
	petitionsOnTime
	petitions
	petitionsSatisfied
	content
	active
	announcedLate // what is not on time: late in one unit is late above it
	publicLate
	figures // how many there are
)

// leafRow says of what two figures a leaf is the ratio, and what carries it.
type leafRow struct {
	leaf     string
	num, den figure
	kind     leafKind
	unknown  []string // columns to declare unknown where the leaf is null; none: no file can say so
}

type leafKind uint8

const (
	fromDossiers  leafKind = iota + 1 // messages carry it
	aboutDossiers                     // dossiers, with lines of facts about them
	ofProcedures                      // distinct procedures offered by a unit
	ofDecisions                       // distinct procedures in decisions
	ofReports
	ofPetitions
	ofCommunes
)

// leafRows are the leaves of vn.766 portal-2026 in their order.
var leafRows = []leafRow{
	{"1.1", announcedOnTime, announced, ofDecisions, nil},
	{"1.2", publicOnTime, publicDue, ofDecisions, nil},
	{"1.3", complete, public, ofProcedures, []string{"procedure.public", "procedure.complete"}},
	{"1.4", synced, reported, ofReports, []string{"report.synced", "report.received"}},
	{"2.1", onTime, received, fromDossiers, nil},
	{"3.1", provided, authority, ofProcedures, []string{"procedure.authority", "procedure.online"}},
	{"3.2", servicesUsed, services, ofProcedures, []string{"procedure.service"}},
	{"3.3", filedOnline, received, fromDossiers, nil},
	{"3.5", integrated, feeBearing, ofProcedures, nil},
	{"3.5b", feePaid, feeBearing, ofProcedures, nil},
	{"3.6", paid, obligated, fromDossiers, nil},
	{"4.1", resulted, received, fromDossiers, nil},
	{"4.2", digitised, received, fromDossiers, nil},
	{"4.3", reused, received, fromDossiers, nil},
	{"4.4", stored, received, aboutDossiers, []string{"dossier.stored"}},
	{"4.5a", connected, population, ofProcedures, []string{"procedure.populationNeeded", "procedure.populationConnected"}},
	{"4.5b", populationUsed, received, fromDossiers, nil},
	{"4.6", certifying, communes, ofCommunes, []string{"commune.certifiesCopies"}},
	{"5.2", petitionsOnTime, petitions, ofPetitions, nil},
	{"5.3", petitionsSatisfied, petitions, ofPetitions, nil},
	{"5.4", content, active, aboutDossiers, []string{"dossier.disliked", "dossier.complained"}},
}

// dossiers reports whether the leaf counts dossiers.
func (l *leafRow) dossiers() bool { return l.kind == fromDossiers || l.kind == aboutDossiers }

// late is the figure of what is not on time, of leaves about decisions; none of others.
func (l *leafRow) late() figure {
	switch l.num {
	case announcedOnTime:
		return announcedLate
	case publicOnTime:
		return publicLate
	}
	return none
}

func (l *leafRow) numAt() string { return motcua.Pointer("indicators", l.leaf, "num") }
func (l *leafRow) denAt() string { return motcua.Pointer("indicators", l.leaf, "den") }
func (l *leafRow) at() string    { return motcua.Pointer("indicators", l.leaf) }

// leafOf is the place of a leaf among the rows, -1 for none.
func leafOf(id string) int {
	for i := range leafRows {
		if leafRows[i].leaf == id {
			return i
		}
	}
	return -1
}

// target is what the files of one unit must come to.
type target struct {
	answer []scoring.Answer // by leaf
	n      [figures]int64
}

func newTarget() target { return target{answer: make([]scoring.Answer, len(leafRows))} }

// asks reports whether a value of the leaf is known.
func (t *target) asks(leaf string) bool { return t.answer[leafOf(leaf)] == scoring.Known }

// asksAny reports whether a leaf of a kind is known.
func (t *target) asksAny(kind func(*leafRow) bool) bool {
	for i := range leafRows {
		if t.answer[i] == scoring.Known && kind(&leafRows[i]) {
			return true
		}
	}
	return false
}
