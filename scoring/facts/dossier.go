package facts

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/npsp"
)

// DossierColumns are the columns of the table dossier that [Register.Dossier] answers
// for: those of messages, and what these cannot carry.
func DossierColumns() []string {
	return append(MessageColumns(), "stored", "disliked", "complained", "elsewhere", "assisted")
}

// Dossier takes in a dossier itself, in place of what messages said of it, and returns its
// id. It counts as its messages would, see [npsp.MessagesOf], under the register's office
// and clock; the dossier says besides who is competent, what applicants think of it, whether
// they were helped and whether a result lies in their store. What lines said of ratings is
// kept, and what it owed and paid is for [Register.Orders] to say where orders are known. The error is a *npsp.DraftError, or motcua.Faults of what it was granted; nothing was
// taken in then.
func (g *Register) Dossier(d *dossier.Dossier) (id int, err error) {
	terms, faults := d.Terms(g.office, g.clock, nil)
	if err := faults.Err(); err != nil {
		return 0, err
	}
	briefs, err := npsp.BriefsOf(d, &terms)
	if err != nil {
		return 0, err
	}
	i := g.id(briefs[0].Dossier)
	c := &g.cases[i]
	if c.more != nil {
		c.more = &more{ratings: c.more.ratings, stands: c.more.stands, orderEvents: c.more.orderEvents}
	}
	c.bits = 0
	g.dossier(c, &briefs[0])
	for k := range briefs[1:] {
		g.progress(c, &briefs[1+k])
	}
	g.beside(c, d)
	g.touch(dossierID(i))
	return dossierID(i), nil
}

// beside takes over what no message carries.
func (g *Register) beside(c *kase, d *dossier.Dossier) {
	if c.unit == 0 { // the code is foreign
		c.unit = g.unitID(d.Filing.Reception.Unit)
	}
	if unit := g.unitID(d.Competent.Unit); unit != 0 && unit != c.unit {
		c.extra().unit = unit
	}
	if d.Filing.Assisted {
		c.extra().assisted = 1
	}
	if slices.ContainsFunc(d.Results, func(r dossier.Result) bool { return r.Stored }) {
		c.extra().stored = 1
	}
	for i := range d.Events {
		switch e := &d.Events[i]; {
		case e.Rating != nil && e.Action == dossier.ActionRate:
			c.rate(rating{e.At.Unix(), !e.Rating.Satisfied, e.Rating.Complains})
		case e.Action == dossier.ActionComplain:
			c.rate(rating{e.At.Unix(), false, true})
		}
	}
}

// rate notes what was said of a dossier, once.
func (c *kase) rate(said rating) {
	if m := c.extra(); !slices.Contains(m.ratings, said) {
		m.ratings = append(m.ratings, said)
	}
}

// unitID is the id of a unit's code; 0 for none.
func (g *Register) unitID(code motcua.UnitCode) uint32 {
	if code == "" {
		return 0
	}
	return g.names.ID(unitText(string(code)))
}
