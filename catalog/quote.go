package catalog

import (
	"cmp"
	"errors"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
)

// Quote prices one filing of the procedure by its fee rows and the reliefs of the
// tables, nil for those of [fee.Standard]. The question's procedure and field are
// filled in, and its channel, case and time option are held to those that exist.
//
// The error is a [*fee.RefusalError] with all that is missing. Beside the reasons of
// package fee there are two: "notInForce", the version is not valid on the day of
// filing, and "notInUse", it is a draft, suspended or abolished.
func (p *Procedure) Quote(tables *fee.Tables, q fee.Question) (fee.Quote, error) {
	q.Procedure, q.Field = p.Code, cmp.Or(p.Field.Code, p.Field.Name)
	quote, err := tables.Quote(p.Fees, p.choices(q.Case), q)
	var refusal *fee.RefusalError
	if err != nil && !errors.As(err, &refusal) {
		return quote, err
	}
	reasons := p.unusable(q.Date)
	if len(reasons) == 0 {
		return quote, err
	}
	if refusal != nil {
		reasons = append(reasons, refusal.Reasons...) // theirs name rows, or come after
	}
	slices.SortStableFunc(reasons, func(a, b fee.Reason) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Code, b.Code)) })
	return fee.Quote{Possible: quote.Possible}, &fee.RefusalError{Reasons: reasons}
}

// unusable says why the version answers for no filing on a day.
func (p *Procedure) unusable(day motcua.Date) []fee.Reason {
	var reasons []fee.Reason
	if !day.IsZero() && !p.Validity.Contains(day) {
		v := p.Validity.String()
		reasons = append(reasons, fee.Reason{Code: "notInForce", Text: motcua.Text{
			Vi: "phiên bản có hiệu lực " + v + ", không phải ngày " + day.String(),
			En: "the version is valid " + v + ", not on " + day.String(),
		}})
	}
	if p.Status != StatusPublic {
		status, _ := enumText(p.Status)
		reasons = append(reasons, fee.Reason{Code: "notInUse", Text: motcua.Text{
			Vi: "thủ tục không áp dụng: " + status.Vi, En: "the procedure is not in use: " + status.En,
		}})
	}
	return reasons
}

// choices are what there is to choose. A procedure that states no channel may have
// any, one without cases has none. Time options that are not for the case are not
// offered; one without an id is among the others, so that none of them is taken for
// the only one.
func (p *Procedure) choices(of string) fee.Choices {
	c := fee.Choices{Cases: []string{}, Options: map[motcua.Channel][]string{}}
	for _, k := range p.Cases {
		c.Cases = append(c.Cases, k.ID)
	}
	for _, offer := range p.Channels {
		c.Channels = append(c.Channels, offer.Channel)
		for _, t := range offer.Times {
			if of == "" || len(t.Cases) == 0 || slices.Contains(t.Cases, of) {
				c.Options[offer.Channel] = append(c.Options[offer.Channel], t.ID)
			}
		}
	}
	return c
}
