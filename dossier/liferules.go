package dossier

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
)

// LifeRules are what the life of a dossier rests on and a procedure may set otherwise:
// how often supplements may be asked for, how long the applicant has, when it is paid
// for, within which time a filing is answered.
type LifeRules struct {
	Default    ProcedureRule   `json:"default"`              // of every procedure that has no row
	Procedures []ProcedureRule `json:"procedures,omitempty"` // of single procedures
	Answers    []AnswerRule    `json:"answers"`              // which time to answer a channel has
}

// ProcedureRule says how the life of one procedure's dossiers differs.
type ProcedureRule struct {
	Code        motcua.ProcedureCode `json:"code,omitempty"`   // the national code; absent in the default
	Supplements int                  `json:"supplements"`      // requests for supplements that may be made
	Payment     payment.Moment       `json:"payment,omitzero"` // when it is paid for; absent: on notice
	Own         []OwnTerm            `json:"own,omitempty"`    // the applicant's terms
	Source      motcua.Source        `json:"source"`           // who says so
}

// AnswerRule says which time to answer a filing has, by its channel.
type AnswerRule struct {
	Channel motcua.Channel `json:"channel"` // of the filing
	Answer  string         `json:"answer"`  // id of an Answer of the clock's rules
	Source  motcua.Source  `json:"source"`  // who says so
}

// ParseLifeRules reads rules as a document and checks them: all faults at once, with
// pointers.
func ParseLifeRules(data []byte) (*LifeRules, motcua.Faults) {
	rules, faults := strict.Read(data, (*LifeRules).check)
	return &rules, faults
}

func (r *LifeRules) check() motcua.Faults {
	var faults motcua.Faults
	r.Default.check(&faults, "/default")
	if r.Default.Code != "" {
		fault(&faults, codeLifeRules, "/default/code", "dòng chung không mang mã", "the default bears no code")
	}
	for i, row := range r.Procedures {
		at := motcua.Pointer("procedures", itoa(i))
		row.check(&faults, at)
		if _, err := motcua.ParseProcedure(string(row.Code)); err != nil || row.Code != row.Code.National() {
			fault(&faults, codeLifeRules, at+"/code", "không phải mã quốc gia", "no national code")
		}
		if slices.ContainsFunc(r.Procedures[:i], func(o ProcedureRule) bool { return o.Code == row.Code }) {
			fault(&faults, codeLifeRules, at+"/code", "%q đã có", "%q stands above", string(row.Code))
		}
	}
	for i, row := range r.Answers {
		if slices.ContainsFunc(r.Answers[:i], func(o AnswerRule) bool { return o.Channel == row.Channel }) {
			fault(&faults, codeLifeRules, motcua.Pointer("answers", itoa(i), "channel"), "kênh đã có", "the channel stands above")
		}
	}
	return faults
}

func (r *ProcedureRule) check(faults *motcua.Faults, at string) {
	if r.Supplements < 0 {
		fault(faults, codeLifeRules, at+"/supplements", "số âm", "below zero")
	}
	for i, own := range r.Own {
		*faults = append(*faults, own.Limit.Check().At(at+motcua.Pointer("own", itoa(i), "limit"))...)
	}
}

// of is the row of a procedure.
func (r *LifeRules) of(code motcua.ProcedureCode) *ProcedureRule {
	for i := range r.Procedures {
		if r.Procedures[i].Code == code.National() {
			return &r.Procedures[i]
		}
	}
	return &r.Default
}

// answer is the time to answer of a channel; "" for none.
func (r *LifeRules) answer(channel motcua.Channel) string {
	for _, row := range r.Answers {
		if row.Channel == channel {
			return row.Answer
		}
	}
	return ""
}

//go:embed liferules.json
var lifeRules []byte

var shippedLifeRules = sync.OnceValue(func() *LifeRules {
	rules, _ := ParseLifeRules(lifeRules) // they parse: a test holds them to it
	return rules
})

// StandardLifeRules returns a copy of the rules that are shipped.
func StandardLifeRules() *LifeRules {
	rules, _ := ParseLifeRules(lifeRules)
	return rules
}
