package catalog

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// counter counts procedures one by one.
type counter struct {
	stats                                      Stats
	status, missing                            groups
	fields, levels, bodies, subjects, channels groups
	units                                      groups
	cases, options                             buckets
	cost                                       map[payment.Currency]payment.Money
}

// groups count what has a code, a name or neither.
type groups map[string]*tally

// tally is a group with the last procedure it counted, by number.
type tally struct {
	Group
	last int64
}

// add counts one of a procedure under its code, else under its name.
func (g *groups) add(code, name string) *tally {
	if *g == nil {
		*g = groups{}
	}
	key := "name " + name
	if code != "" {
		key = "code " + code
	}
	if (*g)[key] == nil {
		(*g)[key] = &tally{Group: Group{Code: code, Name: name}}
	}
	(*g)[key].Count++
	return (*g)[key]
}

// once is add, but counts a procedure that says a thing twice once.
func (g *groups) once(procedure int64, code, name string) {
	t := g.add(code, name)
	if t.last == procedure {
		t.Count--
	}
	t.last = procedure
}

// list orders the groups: the largest first, then by code and name.
func (g groups) list() []Group {
	var out []Group
	for _, t := range g {
		out = append(out, t.Group)
	}
	slices.SortFunc(out, func(a, b Group) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// buckets count by a number.
type buckets map[int]int64

func (b *buckets) add(n int) {
	if *b == nil {
		*b = buckets{}
	}
	(*b)[n]++
}

func (b buckets) list() []Bucket {
	var out []Bucket
	for _, n := range slices.Sorted(maps.Keys(b)) {
		out = append(out, Bucket{int64(n), b[n]})
	}
	return out
}

// add counts a procedure in use.
func (c *counter) add(p *Procedure) error {
	s := &c.stats
	s.Procedures++
	if lacks := p.Missing(); len(lacks) == 0 {
		s.Complete++
	} else {
		for _, part := range lacks {
			c.missing.add(part.ID, part.Text.Vi)
		}
	}
	s.Fees.add(p.Fees, s.Day, 0)
	if slices.ContainsFunc(p.Channels, func(o Offer) bool { return o.Channel == motcua.ChannelOnline }) {
		s.FeesOnline.add(p.Fees, s.Day, motcua.ChannelOnline)
	}
	c.group(p)
	c.times(p)
	service := p.Service
	if service == nil {
		service = &Service{}
	}
	c.service(service)
	return c.comply(service.Cost)
}

// service counts what a province adds.
func (c *counter) service(v *Service) {
	s := &c.stats
	switch v.Online {
	case OnlineFully:
		s.Online.Fully++
	case OnlinePartly:
		s.Online.Partly++
	case OnlineTesting:
		s.Online.Testing++
	case OnlineInformation:
		s.Online.Information++
	default:
		s.Online.Unknown++
	}
	if v.Business != nil && *v.Business && (v.Online == OnlineFully || v.Online == OnlinePartly) {
		s.BusinessOnline++
	}
	if len(v.Lanes) > 0 {
		s.Lanes++
	}
	s.Business.add(v.Business)
	s.ZeroFeeOnline.add(v.ZeroFeeOnline)
	s.PaymentIntegrated.add(v.PaymentIntegrated)
	s.Authority.add(v.Authority)
	s.PopulationNeeded.add(v.PopulationNeeded)
	s.PopulationConnected.add(v.PopulationConnected)
	s.PlaceIndependent.add(v.PlaceIndependent)
}

// comply adds the yearly cost of complying.
func (c *counter) comply(cost *ComplianceCost) error {
	if cost == nil {
		c.stats.CostUnknown++
		return nil
	}
	year, err := cost.PerYear()
	if err != nil {
		return err
	}
	if c.cost == nil {
		c.cost = map[payment.Currency]payment.Money{}
	}
	sum, err := c.cost[year.Currency()].Add(year)
	c.cost[year.Currency()] = sum
	return err
}

// group counts what a procedure has in common with others.
func (c *counter) group(p *Procedure) {
	c.fields.add(p.Field.Code, p.Field.Name)
	for _, l := range p.Levels {
		c.levels.once(c.stats.Procedures, l.String(), "")
	}
	for _, b := range p.Bodies.Competent {
		c.bodies.once(c.stats.Procedures, b.Code, b.Name)
	}
	for _, s := range p.Subjects {
		c.subjects.once(c.stats.Procedures, s.Code, s.Name)
	}
	if len(p.Levels) == 0 {
		c.levels.add("", "")
	}
	if len(p.Bodies.Competent) == 0 {
		c.bodies.add("", "")
	}
	if len(p.Subjects) == 0 {
		c.subjects.add("", "")
	}
	channels := make([]motcua.Channel, 0, len(p.Channels))
	for _, o := range p.Channels {
		channels = append(channels, o.Channel)
	}
	slices.Sort(channels)
	names := make([]string, 0, len(channels))
	for _, ch := range slices.Compact(channels) {
		names = append(names, ch.String())
	}
	c.channels.add(strings.Join(names, "+"), "")
	c.cases.add(len(p.Cases))
}

// times counts the time options of a procedure and their limits.
func (c *counter) times(p *Procedure) {
	options, stated := 0, 0
	for _, o := range p.Channels {
		for _, t := range o.Times {
			options++
			if t.Limit == nil || t.Limit.IsZero() {
				c.units.add("", "")
				continue
			}
			stated++
			c.units.add(unitsOf(t.Limit), "")
		}
	}
	c.options.add(options)
	switch {
	case stated == 0:
		c.stats.Limits.Unknown++
	case stated < options:
		c.stats.Limits.Partly++
	default:
		c.stats.Limits.Stated++
	}
}

// unitsOf names the units of a limit, as "months+workingDays".
func unitsOf(l *workday.Limit) string {
	var names []string
	for _, t := range l.Terms {
		names = append(names, t.Unit.String())
	}
	return strings.Join(names, "+")
}

// finish returns the figures.
func (c *counter) finish() Stats {
	s := c.stats
	s.Status, s.Missing = c.status.list(), c.missing.list()
	s.Fields, s.Levels, s.Bodies, s.Subjects = c.fields.list(), c.levels.list(), c.bodies.list(), c.subjects.list()
	s.Channels, s.Units = c.channels.list(), c.units.list()
	s.Cases, s.Options = c.cases.list(), c.options.list()
	for _, currency := range slices.Sorted(maps.Keys(c.cost)) {
		s.Cost = append(s.Cost, c.cost[currency])
	}
	return s
}
