package catalog

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
)

// Quote prices one filing of the procedure by its fee rows and the reliefs of the
// tables, nil for those of [fee.Standard]. The question's procedure and field are
// filled in, and its channel, case and time option are held to those that exist.
//
// A province's own form of a procedure is taken to be filed in that province.
//
// The error is a [*fee.RefusalError] with all that is missing. Beside the reasons of
// package fee there are five: "notInForce", the version is not valid on the day of
// filing; "notInUse", it is a draft, suspended or abolished; "wrongAnswer", an answer to
// no question or of the wrong kind; "unknownQuantity" and "unknownValue", about nothing
// that a fee counts.
func (p *Procedure) Quote(tables *fee.Tables, q fee.Question) (fee.Quote, error) {
	q.Procedure, q.Field = p.Code, cmp.Or(p.Field.Code, p.Field.Name)
	if issuer, ok := p.Code.Issuer(); ok && q.Unit == "" {
		q.Unit = issuer // a province's own form of the procedure is filed in that province
	}
	quote, err := tables.Quote(p.Fees, p.choices(q.Case), q)
	var refusal *fee.RefusalError
	if err != nil && !errors.As(err, &refusal) {
		return quote, err
	}
	reasons := append(p.unusable(q.Date), p.foreign(&q)...)
	if len(reasons) == 0 {
		return quote, err
	}
	if refusal != nil {
		reasons = append(reasons, refusal.Reasons...) // theirs name rows, or come after
	}
	slices.SortStableFunc(reasons, func(a, b fee.Reason) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Code, b.Code)) })
	return fee.Quote{Possible: quote.Possible}, &fee.RefusalError{Reasons: reasons}
}

// foreign says which of the answers, quantities and values are to no question, and about
// nothing that the fees count.
func (p *Procedure) foreign(q *fee.Question) []fee.Reason {
	var reasons []fee.Reason
	said := newAsking(p, Situation{Answers: q.Answers})
	for _, f := range said.admit() {
		reasons = append(reasons, fee.Reason{Code: "wrongAnswer", Text: motcua.Text{
			Vi: strings.TrimPrefix(f.Pointer, "/answers/") + ": " + f.Message.Vi, En: strings.TrimPrefix(f.Pointer, "/answers/") + ": " + f.Message.En,
		}})
	}
	counted := func(has func(*fee.Row) bool) bool {
		for i := range p.Fees {
			if has(&p.Fees[i]) {
				return true
			}
		}
		return false
	}
	for unit := range q.Quantities {
		if !counted(func(r *fee.Row) bool { return r.Unit == unit }) {
			reasons = append(reasons, fee.Reason{Code: "unknownQuantity", Text: motcua.Text{
				Vi: "không khoản thu nào tính theo " + unit, En: "no fee counts " + unit,
			}})
		}
	}
	for id := range q.Values {
		if !counted(func(r *fee.Row) bool { return r.Tariff.Percent != nil && r.Tariff.Percent.Of == id }) {
			reasons = append(reasons, fee.Reason{Code: "unknownValue", Text: motcua.Text{
				Vi: "không khoản thu nào tính theo giá trị " + id, En: "no fee is a part of " + id,
			}})
		}
	}
	return reasons
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
