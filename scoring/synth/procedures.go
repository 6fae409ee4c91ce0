package synth

import (
	"slices"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/scoring/facts"
)

// procedureLines lists what each unit offers. A few procedures have changed within
// the period, and state what was so before.
func (w *writer) procedureLines(add func(any)) error {
	w.covered(add, nil, ofProcedures)
	days := w.period.Days()
	var buffer []byte
	for i := range w.units {
		for _, x := range w.offered(i) {
			line := w.procedureLine(i, x)
			if d := cast(w.seed, aboutLines, uint64(i), uint64(x)); d.thousandths(20) {
				changed := days.From.AddDays(1 + d.below(int(days.To-days.From)-1))
				old := line
				old.Validity = motcua.Validity{From: days.From.AddDays(-365), To: changed}
				for _, f := range []**bool{&old.Public, &old.Complete, &old.Authority, &old.Online, &old.Service, &old.FeeBearing, &old.PaymentIntegrated, &old.PopulationNeeded, &old.PopulationConnected} {
					if *f != nil {
						*f = new(bool)
					}
				}
				buffer = appendProcedure(buffer[:0], &old)
				add(buffer)
				line.Validity = motcua.Validity{From: changed}
			}
			buffer = appendProcedure(buffer[:0], &line)
			add(buffer)
		}
	}
	return nil
}

// offered are the procedures of a unit of which anything is said.
func (w *writer) offered(i int) []int32 {
	u := &w.units[i]
	if !w.targets[i].asksAny(func(l *leafRow) bool { return l.kind == ofProcedures }) {
		return nil
	}
	var all []int32
	for _, f := range []figure{services, servicesUsed, integrated, feeBearing, feePaid, connected, population, provided, authority, complete, public} {
		all = append(all, u.offers[f]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// procedureLine states the flags the unit's leaves ask for. Some are true of
// procedures where they do not count.
func (w *writer) procedureLine(i int, x int32) facts.Procedure {
	u, t := &w.units[i], &w.targets[i]
	in := func(f figure) bool { _, found := slices.BinarySearch(u.offers[f], x); return found }
	p := facts.Procedure{
		Fact: facts.LineProcedure, Unit: string(u.code), Procedure: motcua.ProcedureCode(procedureCode(x)), Field: fieldCode(x), ResultIsDocument: yes(true),
		Limits: []facts.ChannelLimit{{Limit: workday.Limit{Terms: []workday.Term{{Unit: workday.WorkingDays, Amount: decimal(w.limit(x))}}}}},
	}
	if t.asks("1.3") {
		p.Public, p.Complete = yes(in(public)), yes(in(complete) || !in(public))
	}
	if t.asks("3.1") {
		p.Authority, p.Online = yes(in(authority)), yes(in(provided) || !in(authority) && in(services))
	}
	if t.asks("3.2") {
		p.Service = yes(in(services))
	}
	if t.asks("3.5") || t.asks("3.5b") {
		p.FeeBearing, p.FeeAfterReductions = yes(in(feeBearing)), yes(in(feeBearing) && x%7 != 0)
	}
	if t.asks("3.5") {
		p.PaymentIntegrated = yes(in(integrated) || !in(feeBearing) && x%11 == 0)
	}
	if t.asks("4.5a") {
		p.PopulationNeeded, p.PopulationConnected = yes(in(population)), yes(in(connected))
	}
	return p
}

func yes(is bool) *bool { return &is }

func decimal(n int) motcua.Decimal {
	d, _ := motcua.NewDecimal(int64(n), 0) // any such number fits
	return d
}

// appendProcedure appends what package json writes of a line, which is most of what
// is written beside the messages, without its pains.
func appendProcedure(b []byte, p *facts.Procedure) []byte {
	b = append(append(b, `{"fact":"procedure","unit":"`...), p.Unit...)
	b = append(append(b, `","procedure":"`...), p.Procedure...)
	b = append(append(append(b, `","field":"`...), p.Field...), '"')
	if !p.Validity.From.IsZero() {
		b = append(append(append(b, `,"validity":{"from":"`...), p.Validity.From.String()...), '"')
		if !p.Validity.To.IsZero() {
			b = append(append(append(b, `,"to":"`...), p.Validity.To.String()...), '"')
		}
		b = append(b, '}')
	}
	for _, flag := range [...]struct {
		name string
		is   *bool
	}{
		{"public", p.Public}, {"complete", p.Complete}, {"authority", p.Authority}, {"online", p.Online}, {"service", p.Service},
		{"feeBearing", p.FeeBearing}, {"feeAfterReductions", p.FeeAfterReductions}, {"paymentIntegrated", p.PaymentIntegrated},
		{"populationNeeded", p.PopulationNeeded}, {"populationConnected", p.PopulationConnected}, {"resultIsDocument", p.ResultIsDocument},
	} {
		if flag.is != nil {
			b = append(append(append(b, `,"`...), flag.name...), `":`...)
			b = strconv.AppendBool(b, *flag.is)
		}
	}
	b = append(b, `,"limits":[`...)
	for i := range p.Limits {
		if i > 0 {
			b = append(b, ',')
		}
		term := &p.Limits[i].Limit.Terms[0] // one, of working days
		b = append(append(append(b, `{"limit":{"terms":[{"amount":"`...), term.Amount.String()...), `","unit":"workingDays"}]}}`...)
	}
	return append(b, `]}`...)
}
