package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
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
		w.lost("/status", p.Status.String())
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

// lost reports a member of the procedure that a document has no place for.
func (w *writer) lost(pointer, raw string) {
	w.add(LossDropped, lossMember, pointer, "", raw, "hình thức này không có chỗ cho nội dung", "this shape has no place for it")
}

func coded(bodies []catalog.Body) []Coded {
	var out []Coded
	for _, b := range bodies {
		out = append(out, Coded(b))
	}
	return out
}

func (w *writer) steps() {
	for i, s := range w.p.Steps {
		if n := len(w.d.Steps); n == 0 || w.d.Steps[n-1].Case != s.Case {
			w.d.Steps = append(w.d.Steps, DocumentSteps{Case: s.Case})
		}
		group := &w.d.Steps[len(w.d.Steps)-1]
		group.Steps = append(group.Steps, s.Text)
		if s.Body != nil || len(s.Time) > 0 {
			w.lost(at("steps", i), "")
		}
	}
}

// channels writes times, and the fees of each. A row that is for several channels,
// cases or people is written where it is owed, and what it says besides is lost.
func (w *writer) channels() {
	written := make([]bool, len(w.p.Fees))
	for i, offer := range w.p.Channels {
		channel := DocumentChannel{Channel: strconv.Itoa(int(offer.Channel))}
		for j, t := range offer.Times {
			raw := t.Raw
			if raw == "" && t.Limit != nil {
				raw = t.Limit.Text().Vi
			}
			value, unit := cutTime(raw)
			option := DocumentTime{Value: value, Unit: unit, Note: t.Note}
			if len(t.Cases) > 0 {
				w.lost(at("channels", i, "times", itoa(j), "cases"), strings.Join(t.Cases, ", "))
			}
			for k := range w.p.Fees {
				row := &w.p.Fees[k]
				if (len(row.Channels) == 0 || slices.Contains(row.Channels, offer.Channel)) && (len(row.Options) == 0 || slices.Contains(row.Options, t.ID)) {
					option.Fees = append(option.Fees, w.fee(k))
					written[k] = true
				}
			}
			channel.Times = append(channel.Times, option)
		}
		w.d.Channels = append(w.d.Channels, channel)
	}
	for k, done := range written {
		if !done {
			w.lost(at("fees", k), w.p.Fees[k].Raw)
		}
	}
}

// fee writes a row: the text it was read from, or else its amount.
func (w *writer) fee(k int) DocumentFee {
	row := &w.p.Fees[k]
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
	default:
		w.lost(at("fees", k, "tariff"), "")
	}
	out.Code = row.Code
	if len(row.Cases) > 0 || row.When != nil || !row.Validity.IsZero() {
		w.lost(at("fees", k), row.Validity.String())
	}
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
		if len(p.Cases) > 1 || p.When != nil || len(p.Data) > 0 || p.OneOf != "" || p.Note != "" {
			w.lost(at("papers", i), p.Note)
		}
	}
}

func number(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// rest writes results, bases and references, and reports what has no place at all.
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
	for _, m := range []struct {
		pointer string
		has     bool
	}{
		{"/validity", !p.Validity.IsZero()}, {"/known", !p.Known.IsZero()}, {"/name/en", p.Name.En != ""}, {"/questions", len(p.Questions) > 0},
		{"/sets", p.Sets > 0}, {"/redress", p.Redress != ""}, {"/service", p.Service != nil}, {"/transfers", len(p.Transfers) > 0}, {"/proposals", len(p.Proposals) > 0},
		{"/decisions", len(p.Decisions) > 1 || len(p.Decisions) == 1 && p.Decisions[0] != (catalog.Decision{Number: p.Version, Kind: catalog.DecisionAnnounced})},
	} {
		if m.has {
			w.lost(m.pointer, "")
		}
	}
}

func references(refs []catalog.Reference) []Coded {
	var out []Coded
	for _, r := range refs {
		out = append(out, Coded{string(r.Code), r.Name})
	}
	return out
}
