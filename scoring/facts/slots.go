package facts

import "github.com/motcua/motcua/scoring/counting"

// bit is the place of a flag in a row.
type bit uint32

// set states a flag.
func (b bit) set(row *counting.Row, value bool) {
	row.Known |= uint32(b)
	if value {
		row.Flags |= uint32(b)
	}
}

// slots are the places of the columns of the table dossier in a row.
type slots struct {
	unit, procedure, field, channel                                 int
	filed, received, deadline, ended, closed                        int
	supplements, components, componentsDigitised, componentsReused  int
	feeDue, paidOnline, resultIsDocument, resultElectronic          bit
	digitised, reused, stored, populationUsed, disliked, complained bit
	early, undecided, waiting, elsewhere, assisted                  bit
}

// dossierSlots asks where the columns are, once.
func dossierSlots() slots {
	at := func(column string) int {
		slot, _, _ := counting.Slot(tableDossier, column)
		return slot
	}
	flag := func(column string) bit { return 1 << at(column) }
	return slots{
		unit: at("unit"), procedure: at("procedure"), field: at("field"), channel: at("channel"),
		filed: at("filed"), received: at("received"), deadline: at("deadline"), ended: at("ended"), closed: at("closed"),
		supplements: at("supplements"), components: at("components"),
		componentsDigitised: at("componentsDigitised"), componentsReused: at("componentsReused"),
		feeDue: flag("feeDue"), paidOnline: flag("paidOnline"), resultIsDocument: flag("resultIsDocument"),
		resultElectronic: flag("resultElectronic"), digitised: flag("digitised"), reused: flag("reused"),
		stored: flag("stored"), populationUsed: flag("populationUsed"), disliked: flag("disliked"), complained: flag("complained"),
		early: flag("early"), undecided: flag("undecided"), waiting: flag("waiting"), elsewhere: flag("elsewhere"), assisted: flag("assisted"),
	}
}

// The tables of facts.
const (
	tableDossier   = "dossier"
	tableProcedure = "procedure"
	tableDecision  = "decision"
	tablePetition  = "petition"
	tableReport    = "report"
	tableCommune   = "commune"
)
