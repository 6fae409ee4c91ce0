package scoring

import (
	"math/big"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
	"github.com/motcua/motcua/internal/strict"
)

// Statement is what somebody published: a total beside its parts, or ratios
// beside their counts. [Index.CheckStatement] holds the one against the other.
type Statement struct {
	// Name says what it is about, Date when it was published, Source where.
	Name   string      `json:"name"`
	Date   motcua.Date `json:"date,omitzero"`    // see Name
	Source string      `json:"source,omitempty"` // see Name
	// Note is for people.
	Note string `json:"note,omitempty"`
	// Total is the stated total, with the digits stated.
	Total *motcua.Decimal `json:"total,omitempty"`
	// Parts are the stated parts of the total.
	Parts []StatedPart `json:"parts,omitempty"`
	// Ratios are stated percentages of stated counts.
	Ratios []StatedRatio `json:"ratios,omitempty"`
}

// StatedPart is a stated part of a total.
type StatedPart struct {
	// Node is a node of the definition, or a group of one of its views; empty
	// where the source does not say, and then Label says what it is.
	Node  string `json:"node,omitempty"`
	Label string `json:"label,omitempty"` // see Node
	// Points are stated with the digits stated.
	Points motcua.Decimal `json:"points"`
	// Implied marks a part that was not stated but follows from the others; a
	// total with such a part cannot be wrong.
	Implied bool `json:"implied,omitempty"`
}

// StatedRatio is a stated percentage.
type StatedRatio struct {
	// Label says what the ratio is.
	Label string `json:"label"`
	// Num and Den are the stated counts.
	Num StatedCount `json:"num"`
	Den StatedCount `json:"den"` // see Num
	// Stated is the percentage, with the digits stated.
	Stated motcua.Decimal `json:"stated"`
}

// StatedCount is a count as people state it: exactly so many, or more than
// that. One of the two is set.
type StatedCount struct {
	// Exactly is the count itself.
	Exactly *motcua.Decimal `json:"exactly,omitempty"`
	// MoreThan is a bound the count lies above; there is none on the other side.
	MoreThan *motcua.Decimal `json:"moreThan,omitempty"`
}

// Verdict is what a check came to.
type Verdict uint8

// The verdicts: it fits; it does not; the statement leaves it open.
const (
	VerdictOK Verdict = iota + 1
	VerdictMismatch
	VerdictOpen
)

var verdicts = enum.New[Verdict]("verdict", "ok", "mismatch", "open")

// Finding is the outcome of one check of a statement.
type Finding struct {
	// At is the pointer of what was checked.
	At string `json:"at"`
	// Verdict is the outcome.
	Verdict Verdict `json:"verdict"`
	// Stated, Computed and Tolerance are the figures compared; Computed is null
	// where bounds alone decide.
	Stated    motcua.Decimal  `json:"stated"`
	Computed  *motcua.Decimal `json:"computed" jsonschema:"nullable"` // see Stated
	Tolerance motcua.Decimal  `json:"tolerance"`                      // see Stated
	// Message says what was found.
	Message motcua.Text `json:"message"`
}

// ParseStatement reads one statement.
func ParseStatement(data []byte) (Statement, motcua.Faults) { return parseStatement(data, 1) }

func parseStatement(data []byte, line int) (Statement, motcua.Faults) {
	var s Statement
	reading := strict.Decode(data, &s, line)
	return s, reading.Faults
}

// CheckStatement compares a statement with itself: the total with the sum of
// its parts, each part with the maximum of its node, each percentage with its
// counts. Two-decimal figures must agree to the last digit; otherwise the sum
// of half units of the last stated digits is allowed. Parts that name nothing
// in the definition are faults.
func (x *Index) CheckStatement(s *Statement) ([]Finding, motcua.Faults) {
	var faults motcua.Faults
	var findings []Finding
	for i, part := range s.Parts {
		if part.Node == "" {
			continue
		}
		at := motcua.Pointer("parts", itoa(i))
		most, ok := x.maximum(part.Node)
		if !ok {
			fault(&faults, codeIndicator, at+"/node", "không có nút hay nhóm %q", "there is no node or group %q", part.Node)
			continue
		}
		if part.Points.Cmp(most) > 0 || part.Points.Sign() < 0 {
			findings = append(findings, Finding{at + "/points", VerdictMismatch, part.Points, &most, motcua.Decimal{},
				vien("điểm thành phần ngoài phạm vi", "the part is outside its range")})
		}
	}
	if s.Total != nil && len(s.Parts) > 0 {
		findings = append(findings, s.checkTotal(&faults))
	}
	for i := range s.Ratios {
		findings = append(findings, s.checkRatio(&faults, i))
	}
	if len(findings) == 0 && faults.Err() == nil {
		fault(&faults, codeInput, "", "không có gì để đối chiếu", "nothing is stated that can be checked")
	}
	faults.Sort()
	return findings, faults
}

// maximum is that of a node, or of a group of a view.
func (x *Index) maximum(id string) (motcua.Decimal, bool) {
	if i, ok := x.nodeOf[id]; ok {
		return x.nodes[i].def.Max, true
	}
	for _, v := range x.def.Views {
		for _, g := range v.Groups {
			if g.ID == id {
				return g.Max, true
			}
		}
	}
	return motcua.Decimal{}, false
}

// halfUnit is half a unit of the last digit stated.
func halfUnit(d motcua.Decimal) *big.Rat {
	return new(big.Rat).SetFrac64(1, 2*powerOfTen(d.Scale()))
}

func (s *Statement) checkTotal(faults *motcua.Faults) Finding {
	sum, tolerance := new(big.Rat), halfUnit(*s.Total)
	exact, implied, digits := s.Total.Scale() >= 2, false, s.Total.Scale()
	var stated motcua.Decimal
	for i, part := range s.Parts {
		next, err := stated.Add(part.Points)
		if err != nil {
			faults.Add(codeValueRange, motcua.Pointer("parts", itoa(i), "points"), vien("số quá lớn", "out of range"), err)
		}
		stated = next
		sum.Add(sum, part.Points.Rat())
		if implied = implied || part.Implied; part.Implied {
			continue // not stated, so without a last digit
		}
		exact, digits = exact && part.Points.Scale() >= 2, max(digits, part.Points.Scale())
		tolerance.Add(tolerance, halfUnit(part.Points))
	}
	if exact {
		tolerance.SetInt64(0)
	}
	f := Finding{At: "/total", Verdict: VerdictOK, Stated: *s.Total, Computed: &stated, Tolerance: fine(tolerance, 0, min(digits+1, 9))}
	f.Message = vien("tổng khớp các thành phần", "the total agrees with its parts")
	if off := sum.Sub(sum, s.Total.Rat()); off.Abs(off).Cmp(tolerance) > 0 {
		f.Verdict = VerdictMismatch
		if implied {
			f.Verdict = VerdictOpen
		}
		f.Message = vien("các thành phần cộng lại là "+stated.String(), "the parts add up to "+stated.String())
	}
	return f
}
