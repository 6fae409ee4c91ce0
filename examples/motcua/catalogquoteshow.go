package main

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// showQuote shows a quote: an object for programs, a page for people.
func (s *session) showQuote(p *catalog.Procedure, quote *fee.Quote) error {
	out := quoteLine{Totals: quote.Totals, Lines: []chargeLine{}, Possible: s.possible(quote.Possible)}
	if out.Totals == nil {
		out.Totals = []payment.Money{}
	}
	for i := range quote.Lines {
		out.Lines = append(out.Lines, s.chargeLine(&quote.Lines[i]))
	}
	if s.format == "json" {
		return s.encode(s.out, out)
	}
	sh := sheet{header: heading("name", "kind", "full", "amount", "support", "reason", "source")}
	for i, l := range out.Lines {
		amounts := quote.Lines[i]
		row := []string{l.Name, l.Kind.String(), l.Full, l.Amount, l.Support, l.Reason, l.Source}
		if s.format == "table" {
			support := nothing
			if amounts.Support.Sign() > 0 {
				support = s.text(amounts.Support.Text())
			}
			row = []string{l.Name, s.text(chargeKinds[l.Kind]), s.text(amounts.Full.Text()), s.text(amounts.Amount.Text()), support, l.Reason, l.Source}
		}
		sh.rows = append(sh.rows, row)
	}
	if s.format != "table" {
		return s.show(sh)
	}
	s.say(textQuoteOf, p.Code, s.text(p.Name))
	if err := s.show(sh); err != nil {
		return err
	}
	for _, t := range quote.Totals {
		s.say(textTotal, s.text(t.Text()), t.Words())
	}
	s.sayPossible(out.Possible)
	return nil
}

var (
	textQuoteOf  = motcua.Text{En: "%s %s\n\n", Vi: "%s %s\n\n"}
	textTotal    = motcua.Text{En: "\nTo be paid: %s (%s)\n", Vi: "\nPhải nộp: %s (%s)\n"}
	textPossible = motcua.Text{En: "\nMight apply, and was not applied:\n", Vi: "\nCó thể được áp dụng nhưng chưa áp dụng:\n"}
	textRefused  = motcua.Text{En: "No quote can be made, since\n\n", Vi: "Chưa tính được, vì\n\n"}
	chargeKinds  = map[payment.Kind]motcua.Text{
		payment.KindPhi:   {En: "phí (fee)", Vi: "phí"},
		payment.KindLePhi: {En: "lệ phí (charge)", Vi: "lệ phí"},
		payment.KindOther: {En: "other", Vi: "khoản khác"},
	}
)

// chargeLine is a line for programs.
func (s *session) chargeLine(l *payment.Line) chargeLine {
	out := chargeLine{
		Name: s.text(l.Name), Kind: l.Kind, Amount: l.Amount.Amount(), Currency: l.Full.Currency().String(), Full: l.Full.Amount(),
		Support: l.Support.Amount(), Quantity: l.Quantity, Unit: l.Unit, Rule: l.Rule, Source: s.ground(l.Source), Reason: s.text(l.Reason),
		Changes: []reliefLine{},
	}
	for _, c := range l.Changes {
		out.Changes = append(out.Changes, reliefLine{c.Kind, c.Rule, c.Amount.Amount(), s.text(c.Title), s.ground(c.Source)})
	}
	return out
}

func (s *session) possible(list []fee.Possible) []possibleLine {
	out := []possibleLine{}
	for _, p := range list {
		out = append(out, possibleLine{p.Relief, s.text(p.Title), s.text(p.Why), s.ground(p.Source)})
	}
	return out
}

func (s *session) sayPossible(list []possibleLine) {
	for i, p := range list {
		if i == 0 {
			s.say(textPossible)
		}
		s.say(motcua.Text{En: "  %s: %s (%s)\n", Vi: "  %s: %s (%s)\n"}, p.Title, p.Why, p.Source)
	}
}

// showRefusal says why there is no quote; the call fails.
func (s *session) showRefusal(_ *catalog.Procedure, refusal *fee.RefusalError, possible []fee.Possible) error {
	s.failed = true
	out := refusedLine{Refused: []refusalLine{}, Possible: s.possible(possible)}
	sh := sheet{header: heading("code", "row", "reason")}
	for _, r := range refusal.Reasons {
		out.Refused = append(out.Refused, refusalLine{r.Code, r.Row, s.text(r.Text)})
		row := r.Row
		if row == "" {
			row = nothing
		}
		sh.rows = append(sh.rows, []string{r.Code, row, s.text(r.Text)})
	}
	if s.format == "json" {
		return s.encode(s.out, out)
	}
	if s.format == "table" {
		s.say(textRefused)
	}
	if err := s.show(sh); err != nil {
		return err
	}
	if s.format == "table" {
		s.sayPossible(out.Possible)
	}
	return nil
}
