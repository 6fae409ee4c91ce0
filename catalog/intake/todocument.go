package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
)

// ToDocument writes a procedure in the shape of the national record, and reports what
// that shape cannot carry. A procedure that came from a document comes back as it was.
func ToDocument(p *catalog.Procedure) (Document, []Loss) {
	w := writer{losses: &losses{}, p: p}
	d := &w.d
	d.ID, d.Publisher, d.DecisionID, d.URL = p.Record.ID, p.Record.Publisher, p.Record.Decision, p.Record.URL
	d.Code, d.Name, d.Kind, d.Decision = string(p.Code), p.Name.Vi, p.Kind, p.Version
	d.SubjectsNote, d.Reception, d.Conditions, d.Description = p.SubjectsNote, p.Reception, p.Conditions, p.Description
	d.ImplementingNote, d.CompetentNote = p.Bodies.ImplementingNote, p.Bodies.CompetentNote
	d.Keywords = strings.Join(p.Keywords, ", ")
	d.Status = publicised
	if p.Status != catalog.StatusPublic {
		d.Status = notPublicised
	}
	if p.Field != (catalog.Field{}) {
		d.Fields = []Coded{Coded(p.Field)}
	}
	for _, l := range p.Levels {
		for _, row := range levels {
			if row.level == l {
				d.Levels = append(d.Levels, Coded{row.code, strings.ToUpper(row.name[:1]) + row.name[1:]})
			}
		}
	}
	for _, s := range p.Subjects {
		d.Subjects = append(d.Subjects, Coded(s))
	}
	d.Implementing, d.Competent = coded(p.Bodies.Implementing), coded(p.Bodies.Competent)
	d.Authorised, d.Coordinating = coded(p.Bodies.Authorised), coded(p.Bodies.Coordinating)
	w.steps()
	w.channels()
	w.papers()
	w.rest()
	w.compare()
	return w.d, w.losses.sorted(string(p.Code))
}

// The codes of TRANGTHAI: that of what is publicised, and one that is not known to be
// anything, so that whoever reads it takes the procedure for not publicised.
const (
	publicised    = "1"
	notPublicised = "0"
)

// writer makes one document.
type writer struct {
	*losses
	p *catalog.Procedure
	d Document
}

func coded(bodies []catalog.Body) []Coded {
	var out []Coded
	for _, b := range bodies {
		out = append(out, Coded(b))
	}
	return out
}

func (w *writer) steps() {
	for _, s := range w.p.Steps {
		if n := len(w.d.Steps); n == 0 || w.d.Steps[n-1].Case != s.Case {
			w.d.Steps = append(w.d.Steps, DocumentSteps{Case: s.Case})
		}
		group := &w.d.Steps[len(w.d.Steps)-1]
		group.Steps = append(group.Steps, s.Text)
	}
}

// channels writes times, and the fees of each. A row that is for several channels,
// cases or people is written where it is owed, and what it says besides is lost.
func (w *writer) channels() {
	for _, offer := range w.p.Channels {
		channel := DocumentChannel{Channel: strconv.Itoa(int(offer.Channel))}
		for _, t := range offer.Times {
			raw := t.Raw
			if raw == "" && t.Limit != nil {
				raw = t.Limit.Text().Vi
			}
			value, unit := cutTime(raw)
			option := DocumentTime{Value: value, Unit: unit, Note: t.Note}
			for k := range w.p.Fees {
				row := &w.p.Fees[k]
				if (len(row.Channels) == 0 || slices.Contains(row.Channels, offer.Channel)) && (len(row.Options) == 0 || slices.Contains(row.Options, t.ID)) {
					option.Fees = append(option.Fees, feeOut(row))
				}
			}
			channel.Times = append(channel.Times, option)
		}
		w.d.Channels = append(w.d.Channels, channel)
	}
}

// feeOut writes a row: the text it was read from, or else its amount.
func feeOut(row *fee.Row) DocumentFee {
	out := DocumentFee{}
	switch {
	case row.Raw != "":
		out = cutFee(row.Raw)
	case row.Free():
		out.Amount = "Miễn phí"
	case row.Tariff.Fixed != nil:
		out.Amount, out.Unit = row.Tariff.Fixed.Amount(), row.Tariff.Fixed.Currency().String()
	case row.Tariff.PerUnit != nil:
		out.Amount, out.Unit, out.Note = row.Tariff.PerUnit.Amount(), row.Tariff.PerUnit.Currency().String(), "/"+row.Unit
	}
	out.Code = row.Code
	return out
}

var timeText = regexp.MustCompile(`^([\d.,]+)\s+(.*)$`)

// cutTime cuts a time into its amount and its unit.
func cutTime(raw string) (value, unit string) {
	if m := timeText.FindStringSubmatch(raw); m != nil {
		return m[1], m[2]
	}
	return raw, ""
}

func (w *writer) papers() {
	for i := range w.p.Papers {
		p := &w.p.Papers[i]
		of := ""
		if len(p.Cases) > 0 {
			of = p.Cases[0]
		}
		if n := len(w.d.Papers); n == 0 || w.d.Papers[n-1].Case != of {
			w.d.Papers = append(w.d.Papers, DocumentPapers{Case: of})
		}
		out := DocumentPaper{Code: p.Code, Name: p.Name.Vi, Originals: number(p.Originals), Copies: number(p.Copies)}
		if p.Form != nil {
			out.Form, out.URL = p.Form.Name, p.Form.URL
		}
		var replaced []string
		for _, code := range p.ReplacedBy {
			replaced = append(replaced, string(code))
		}
		out.ReplacedBy = strings.Join(replaced, ", ")
		group := &w.d.Papers[len(w.d.Papers)-1]
		group.Papers = append(group.Papers, out)
	}
}

func number(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// rest writes results, bases and references.
func (w *writer) rest() {
	p := w.p
	for _, r := range p.Results {
		w.d.Results = append(w.d.Results, DocumentResult{Code: string(r.Code), Name: r.Name.Vi, File: r.File, URL: r.URL, Note: r.Note})
	}
	day := func(d motcua.Date) string {
		if d.IsZero() {
			return ""
		}
		return d.String()
	}
	for _, b := range p.Bases {
		w.d.Bases = append(w.d.Bases, DocumentBasis{Number: b.Number, Title: b.Title, Issued: day(b.Issued), Effective: day(b.Effective), Issuer: b.Issuer, URL: b.URL})
	}
	w.d.Related, w.d.Interconnected = references(p.Related), references(p.Interconnected)
}

func references(refs []catalog.Reference) []Coded {
	var out []Coded
	for _, r := range refs {
		out = append(out, Coded{string(r.Code), r.Name})
	}
	return out
}
