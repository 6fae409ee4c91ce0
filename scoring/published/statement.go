package published

import (
	"math/big"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/scoring"
)

// Codes of faults in statements. A code is retired, never reused.
const (
	codeNode    = "SCO-PUB-01" // a part of a node the definition does not have
	codeCount   = "SCO-PUB-02" // a count that is neither exact nor a bound
	codeNothing = "SCO-PUB-03" // a statement that states nothing to compare
	codeRange   = "SCO-PUB-04" // figures too large to add up
	codeTwice   = "SCO-PUB-05" // a part that is, or overlaps, another
)

// Statement is what somebody published: a total beside its parts, or ratios
// beside their counts.
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
	Parts []Part `json:"parts,omitempty"`
	// Ratios are stated percentages of stated counts.
	Ratios []Ratio `json:"ratios,omitempty"`
}

// Part is a stated part of a total.
type Part struct {
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

// Ratio is a stated percentage.
type Ratio struct {
	// Label says what the ratio is.
	Label string `json:"label"`
	// Num and Den are the stated counts.
	Num Count `json:"num"`
	Den Count `json:"den"` // see Num
	// Stated is the percentage, with the digits stated.
	Stated motcua.Decimal `json:"stated"`
}

// Count is a count as people state it: exactly so many, or more than
// that. One of the two is set.
type Count struct {
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
	// where bounds alone decide, and where the figure is too large for a Decimal.
	Stated    motcua.Decimal  `json:"stated"`
	Computed  *motcua.Decimal `json:"computed" jsonschema:"nullable"` // see Stated
	Tolerance motcua.Decimal  `json:"tolerance"`                      // see Stated
	// Message says what was found.
	Message motcua.Text `json:"message"`
}

// Parse reads one statement.
func Parse(data []byte) (Statement, motcua.Faults) {
	var s Statement
	reading := strict.Decode(data, &s, 1)
	return s, reading.Faults
}

// Check compares a statement with itself: the total with the sum of its parts,
// each part with what its node in the index may have, each percentage with its
// counts. Figures of two decimals must agree to the last digit; otherwise the
// sum of half units of the last stated digits is allowed.
//
// Where every part names its node and some of the tree is left out, a total that
// is not the sum of the parts is a mismatch only if nothing left out can make up
// the difference; parts with a label alone are taken for all there are. Parts of
// a mean do not add up, and leave the total open. Parts that name nothing in the
// index, or overlap, are faults, and the total is then not checked.
func (s *Statement) Check(x *scoring.Index) ([]Finding, motcua.Faults) {
	var faults motcua.Faults
	var findings []Finding
	if len(s.Parts) > 0 {
		t := treeOf(x.Definition())
		findings = s.checkParts(t, &faults)
		if s.Total != nil && faults.Err() == nil {
			findings = append(findings, s.checkTotal(t, &faults))
		}
	}
	for i := range s.Ratios {
		findings = append(findings, s.checkRatio(&faults, i))
	}
	if len(findings) == 0 && faults.Err() == nil {
		faults.Add(codeNothing, "", motcua.Text{Vi: "không có gì để đối chiếu", En: "nothing is stated that can be checked"}, nil)
	}
	faults.Sort()
	return findings, faults
}

// halfUnit is half a unit of the last digit stated.
func halfUnit(d motcua.Decimal) *big.Rat {
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.Scale())), nil)
	return new(big.Rat).SetFrac(big.NewInt(1), ten.Lsh(ten, 1))
}

// decimal writes a fraction with at most so many decimals, rounded half up; an error
// where it does not fit.
func decimal(r *big.Rat, scale int) (motcua.Decimal, error) {
	return motcua.ParseDecimal(r.FloatString(min(scale, 18)))
}

// String names the verdict; it never fails.
func (v Verdict) String() string { return verdicts.String(v) }

// MarshalText writes the name; an unset value is an error.
func (v Verdict) MarshalText() ([]byte, error) { return verdicts.Append(nil, v) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (v *Verdict) UnmarshalText(text []byte) error { return verdicts.Unmarshal(v, text) }
