package forms

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/payment"
)

// Form is a form filled in. Of its parts those are there that the dossier has something
// to say about; a template prints those that its form wants.
type Form struct {
	ID      string            `json:"id"`                              // of the row: "receipt"
	Number  string            `json:"number"`                          // of the form in its act: "01"
	Title   string            `json:"title"`                           // in Vietnamese
	Source  motcua.Source     `json:"source"`                          // the act that has the form
	Head    Head              `json:"head"`                            // letterhead
	Subject *Subject          `json:"subject,omitempty"`               // the dossier; absent in a register
	Times   Times             `json:"times,omitzero"`                  // its times
	Papers  []Paper           `json:"papers,omitempty"`                // that were handed in
	Fees    Fees              `json:"fees,omitzero"`                   // to be paid
	Reason  string            `json:"reason,omitempty" personal:"yes"` // why
	Request *Request          `json:"request,omitempty"`               // what is asked for
	Steps   []dossier.Holding `json:"steps,omitempty"`                 // who had it since it was received; only where the whole history is reported
	Verdict dossier.Verdict   `json:"verdict,omitzero"`                // how it stands to its appointment; as steps
	Lines   []Line            `json:"lines,omitempty"`                 // of a register
	Signer  Signer            `json:"signer,omitzero"`                 // who signs for the body
}

// Head is what stands at the top of an administrative document (30/2020/NĐ-CP). What is
// empty is dots for the pen, but for the line above the body.
type Head struct {
	Above   string      `json:"above,omitempty"`   // the body's superior (cơ quan chủ quản)
	Body    string      `json:"body,omitempty"`    // the body (cơ quan, đơn vị)
	Number  string      `json:"number,omitempty"`  // number and symbol of the document (số, ký hiệu)
	Place   string      `json:"place,omitempty"`   // where it is signed (địa danh)
	Date    motcua.Date `json:"date,omitzero"`     // and when
	Contact string      `json:"contact,omitempty"` // how the body is reached: a telephone number
}

// Subject is a dossier and the people it is of.
type Subject struct {
	Code           string               `json:"code"`                             // of the dossier (mã hồ sơ)
	Procedure      motcua.ProcedureCode `json:"procedure"`                        // code of the procedure
	Name           string               `json:"name,omitempty"`                   // of the procedure
	Field          string               `json:"field,omitempty"`                  // of the procedure (lĩnh vực)
	Summary        string               `json:"summary,omitempty" personal:"yes"` // what it is about (trích yếu)
	Applicant      Party                `json:"applicant"`                        // whose it is
	Representative *Party               `json:"representative,omitempty"`         // who files in their place
	Reception      dossier.Place        `json:"reception"`                        // where it is received
	Competent      dossier.Place        `json:"competent"`                        // who decides
	Pickup         dossier.Place        `json:"pickup"`                           // where the result is handed over
	Delivery       dossier.Delivery     `json:"delivery,omitzero"`                // and how
}

// Party is a person as a form shows one.
type Party struct {
	Name     string              `json:"name,omitempty" personal:"yes"`    // of the person
	Identity person.IdentityType `json:"identity,omitzero"`                // type of the first identity; absent: none is stated
	Masked   string              `json:"masked,omitempty" personal:"yes"`  // its number, masked
	Address  string              `json:"address,omitempty" personal:"yes"` // where letters reach the person
	Phone    string              `json:"phone,omitempty" personal:"yes"`   // telephone
	Email    string              `json:"email,omitempty" personal:"yes"`   // address of electronic mail
}

// Times are the times of a dossier. What is zero has not happened or is not known.
type Times struct {
	Filed       time.Time `json:"filed,omitzero"`    // when it was filed
	Received    time.Time `json:"received,omitzero"` // when it was received
	Limit       string    `json:"limit,omitempty"`   // the statutory limit, in Vietnamese
	Was         time.Time `json:"was,omitzero"`      // the appointment before a new one was made
	Due         time.Time `json:"due,omitzero"`      // the appointment; midnight is the end of the day before
	Provisional bool      `json:"provisional"`       // a notice on holidays may still move it
	Ended       time.Time `json:"ended,omitzero"`    // when the work ended
	Returned    time.Time `json:"returned,omitzero"` // when the result was handed over
}

// Paper is a paper that was handed in. Papers of one code, name and form count together.
type Paper struct {
	Code      string            `json:"code,omitempty"` // of the component in the catalogue
	Name      string            `json:"name"`           // of the component
	Form      dossier.PaperForm `json:"form,omitzero"`  // how it was handed in; absent: not known
	Count     int64             `json:"count"`          // how many
	Digitised bool              `json:"digitised"`      // all were scanned into electronic copies; not told of attachments
}

// Fees are charges and what they come to.
type Fees struct {
	Lines  []dossier.Fee   `json:"lines,omitempty"`  // the charges
	Totals []payment.Money `json:"totals,omitempty"` // their sums, by currency
	Paid   []payment.Money `json:"paid,omitempty"`   // what was paid for the dossier, by currency
}

// Request is what the applicant is asked for.
type Request struct {
	Number int64     `json:"number"`              // of the request within the dossier
	Text   string    `json:"text" personal:"yes"` // what, and why
	Papers []string  `json:"papers,omitempty"`    // names of the papers; the code of one that has none
	Until  time.Time `json:"until,omitzero"`      // by when; zero: no term is stated
}

// Line is a line of a register.
type Line struct {
	Number  int           `json:"number"`  // in the register, from 1
	Subject Subject       `json:"subject"` // the dossier
	Times   Times         `json:"times"`   // its times
	State   dossier.State `json:"state"`   // where it stands
}

// Signer is who signs for the body.
type Signer struct {
	Title string `json:"title,omitempty"`               // chức danh
	Name  string `json:"name,omitempty" personal:"yes"` // of the person
}
