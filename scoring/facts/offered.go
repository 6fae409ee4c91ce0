package facts

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
)

// Offered returns the lines of facts that a version of a procedure in a catalogue
// gives for the units that offer it, or for the given unit where the version names
// none: one line of the procedure for each unit, and for its decisions one of the
// announcement and one of the publication. What the version does not state is not
// stated by the lines either. Fees change within a version, so that what they say is that
// of the given day.
//
// A decision that cannot be counted, since the day it was signed or the day its legal
// bases take effect is not known, gives no line but a warning with a pointer into the
// version.
func Offered(p *catalog.Procedure, offers motcua.UnitCode, day motcua.Date) ([]Line, motcua.Faults) {
	var lines []Line
	units := []motcua.UnitCode{offers}
	if p.Service != nil && len(p.Service.Units) > 0 {
		units = p.Service.Units
	}
	for _, u := range units {
		line := procedureOf(p, day)
		line.Unit = string(u)
		lines = append(lines, Line{Procedure: &line})
	}
	decisions, faults := decisionsOf(p, offers)
	return append(lines, decisions...), faults
}

// procedureOf is the line of a procedure, without its unit.
func procedureOf(p *catalog.Procedure, day motcua.Date) Procedure {
	line := Procedure{
		Fact: LineProcedure, Procedure: p.Code, Field: p.Field.Code, Validity: p.Validity,
		Public:   pointer(p.Status == catalog.StatusPublic),
		Complete: pointer(len(p.Missing()) == 0),
		Limits:   limitsOf(p),
	}
	line.FeeBearing = bearsFee(p.Fees, day)
	for _, r := range p.Results {
		if r.Document != nil && (line.ResultIsDocument == nil || *r.Document) {
			line.ResultIsDocument = r.Document
		}
	}
	s := p.Service
	if s == nil {
		return line
	}
	line.Authority, line.PaymentIntegrated = s.Authority, s.PaymentIntegrated
	line.PopulationNeeded, line.PopulationConnected = s.PopulationNeeded, s.PopulationConnected
	if s.Online != 0 {
		online := s.Online == catalog.OnlinePartly || s.Online == catalog.OnlineFully
		line.Online, line.Service = pointer(online), pointer(online)
	}
	if line.FeeBearing != nil && s.ZeroFeeOnline != nil {
		line.FeeAfterReductions = pointer(*line.FeeBearing && !*s.ZeroFeeOnline)
	}
	return line
}

func pointer(b bool) *bool { return &b }

// limitsOf are the limits by channel, in the order of the version.
func limitsOf(p *catalog.Procedure) []ChannelLimit {
	var limits []ChannelLimit
	for _, offer := range p.Channels {
		for _, option := range offer.Times {
			if option.Limit != nil {
				limits = append(limits, ChannelLimit{channelCode(offer.Channel), *option.Limit})
			}
		}
	}
	return limits
}

// channelCode is the portal's code of a channel.
func channelCode(c motcua.Channel) string { return itoa(int(c)) }

// bearsFee says whether a fee is owed before reductions on the day; nil where no row of
// that day says anything sound.
func bearsFee(rows []fee.Row, day motcua.Date) *bool {
	switch fee.BurdenOf(rows, day, 0) {
	case fee.BurdenAmount:
		return pointer(true)
	case fee.BurdenFree:
		return pointer(false)
	}
	return nil
}

// decisionsOf are the lines of announcement and publication.
func decisionsOf(p *catalog.Procedure, offers motcua.UnitCode) ([]Line, motcua.Faults) {
	var lines []Line
	var faults motcua.Faults
	for i := range p.Decisions {
		d := &p.Decisions[i]
		at := motcua.Pointer("decisions", itoa(i))
		unit := string(d.Unit)
		if unit == "" {
			unit = string(offers)
		}
		if d.Signed.IsZero() {
			faults.Warn(codeLate, at+"/signed", motcua.Text{Vi: "thiếu ngày ký", En: "the day it was signed is missing"}, nil)
			continue
		}
		line := Decision{Fact: LineDecision, Unit: unit, Procedure: p.Code, Decision: d.Number, Event: EventAnnouncement, Signed: d.Signed}
		if d.Effective.IsZero() {
			faults.Warn(codeLate, at+"/effective", motcua.Text{Vi: "thiếu ngày có hiệu lực", En: "the day of effect is missing"}, nil)
		} else {
			announced := line
			announced.Effective = &d.Effective
			lines = append(lines, Line{Decision: &announced})
		}
		line.Event, line.Published = EventPublication, d.Published
		lines = append(lines, Line{Decision: &line})
	}
	return slices.Clip(lines), faults
}
