package forms

import (
	"slices"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/payment"
)

func subjectOf(d *dossier.Dossier) *Subject {
	f := d.Filing
	s := &Subject{
		Code: f.Code, Procedure: f.Procedure, Name: f.Name, Field: f.FieldName, Summary: f.Subject, Applicant: partyOf(&f.Applicant.Person),
		Reception: f.Reception, Competent: d.Competent, Pickup: f.Pickup, Delivery: f.Delivery,
	}
	if s.Pickup.IsZero() {
		s.Pickup = f.Reception
	}
	if r := f.Applicant.Representative; r != nil {
		party := partyOf(&r.Person)
		s.Representative = &party
	}
	return s
}

// partyOf shows a person with the first identity, masked.
func partyOf(p *person.Person) Party {
	party := Party{Name: p.Name, Address: p.Address, Phone: p.Phone, Email: p.Email}
	if len(p.Identities) > 0 {
		party.Identity, party.Masked = p.Identities[0].Type, p.Identities[0].Masked()
	}
	return party
}

// papersOf are the papers that count and the attachments, alike ones together.
func papersOf(d *dossier.Dossier) []Paper {
	var list []Paper
	for i := range d.Papers {
		p := &d.Papers[i]
		if p.Deleted {
			continue
		}
		name := paperName(d, p.Code)
		if p.Name != "" {
			name = p.Name
		}
		at := slices.IndexFunc(list, func(o Paper) bool { return o.Code == p.Code && o.Name == name && o.Form == p.Form })
		if at < 0 {
			list = append(list, Paper{Code: p.Code, Name: name, Form: p.Form, Count: 1, Digitised: p.Digitised})
		} else {
			list[at].Count++
			list[at].Digitised = list[at].Digitised && p.Digitised
		}
	}
	for _, a := range d.Filing.Attachments {
		list = append(list, Paper{Name: a.Name, Count: a.Quantity})
	}
	return list
}

// paperName is the name of a component: as it was handed in, as the grant has it, or
// its code.
func paperName(d *dossier.Dossier, code string) string {
	for i := range d.Papers {
		if d.Papers[i].Code == code && d.Papers[i].Name != "" {
			return d.Papers[i].Name
		}
	}
	if d.Grant != nil {
		for _, r := range d.Grant.Papers {
			if r.Code == code && r.Name != "" {
				return r.Name
			}
		}
	}
	return code
}

// fees are those the event is about, or else those of the filing.
func (w *writer) fees() (f Fees, err error) {
	switch e := w.event; {
	case e.Demand != nil:
		f.Lines = e.Demand.Fees
	case e.Request != nil:
		f.Lines = e.Request.Fees
	default:
		f.Lines = w.then.Filing.Fees
	}
	var owed, paid []payment.Money
	for _, l := range f.Lines {
		owed = append(owed, l.Amount)
	}
	for i := range w.then.Orders {
		if p := w.then.Orders[i].Payment; p != nil {
			paid = append(paid, p.Amount)
		}
	}
	if f.Totals, err = payment.Totals(owed); err == nil {
		f.Paid, err = payment.Totals(paid)
	}
	return f, err
}

// request is what the event asks for, nil for nothing.
func (w *writer) request() (*Request, error) {
	asked := w.event.Request
	if asked == nil {
		return nil, nil
	}
	r := &Request{Number: asked.ID, Text: asked.Text}
	for _, code := range asked.Papers {
		r.Papers = append(r.Papers, paperName(w.then, code))
	}
	if w.s.Life.Office == nil {
		return r, nil
	}
	l, err := w.then.Ledger(&w.s.Life)
	r.Until, _, _ = l.OwnDue()
	return r, err
}
