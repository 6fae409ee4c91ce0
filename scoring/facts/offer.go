package facts

import (
	"reflect"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// offer is what lines say of a procedure that the facts of a dossier need, whoever
// offers it.
type offer struct {
	document int8 // the result is one: 1 yes, -1 no, 0 not known
	terms    []offerTerms
}

// offerTerms are the limits of a procedure while they hold.
type offerTerms struct {
	validity motcua.Validity
	limits   []ChannelLimit
}

// offer is what is known of a procedure.
func (g *Register) offer(procedure uint32) offer {
	if g.offers == nil {
		g.gatherOffers()
	}
	return g.offers[procedure]
}

// gatherOffers goes through the lines of procedures, of which many units may tell the
// same.
func (g *Register) gatherOffers() {
	g.offers = map[uint32]offer{}
	for i := range g.lines {
		p := g.lines[i].procedure
		if p == nil || p.ResultIsDocument == nil && len(p.Limits) == 0 {
			continue
		}
		id := g.procedureID([]byte(p.Procedure))
		o := g.offers[id]
		state(&o.document, p.ResultIsDocument)
		same := func(t offerTerms) bool { return t.validity == p.Validity && reflect.DeepEqual(t.limits, p.Limits) }
		if len(p.Limits) > 0 && !slices.ContainsFunc(o.terms, same) {
			o.terms = append(o.terms, offerTerms{p.Validity, p.Limits})
		}
		g.offers[id] = o
	}
}

// longest is the limit of the dossier's procedure that takes longest in its channel,
// of those that held when it was received; nil where none is known.
func (g *Register) longest(c *kase) *workday.Limit {
	var longest *workday.Limit
	var last time.Time
	received := seconds(c.received)
	channel := g.names.Text(c.channel)
	for _, terms := range g.offer(c.procedure).terms {
		if !terms.validity.Contains(motcua.DateOf(received)) {
			continue
		}
		for i := range terms.limits {
			l := &terms.limits[i]
			if l.Channel != "" && l.Channel != channel {
				continue
			}
			run, err := g.office.Begin(&l.Limit, nil, received)
			if err != nil {
				continue
			}
			if due, err := run.Due(); err == nil && due.After(last) {
				longest, last = &l.Limit, due
			}
		}
	}
	return longest
}
