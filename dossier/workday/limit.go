package workday

import (
	"encoding"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// Unit is a unit of a time limit.
type Unit uint8

// The units, in the order in which the terms of one limit are counted: months,
// calendar days, working days, office hours, clock hours. "Giờ làm việc" are
// office hours; "giờ" in rescue and the like is clock time. Within the day
// (trong ngày) is a unit of its own, due at closing, and has no amount.
const (
	Months Unit = iota + 1
	CalendarDays
	WorkingDays
	OfficeTime
	ClockTime
	WithinDay
)

// Term is an amount of one unit. Working days and hours may have a fraction of
// at most four decimals.
type Term struct {
	Amount motcua.Decimal `json:"amount,omitzero"` // absent within the day
	Unit   Unit           `json:"unit"`            // each once in a limit
}

// Limit (thời hạn giải quyết) is the time an act gives: its terms, added up, and
// the rules of the procedure about its start, its pauses and its fast lane.
type Limit struct {
	Terms      []Term         `json:"terms"`               // each unit once
	Start      StartRule      `json:"start,omitzero"`      // reception if absent
	CutOff     *CutOff        `json:"cutOff,omitempty"`    // nil: none
	Supplement SupplementMode `json:"supplement,omitzero"` // continue if absent
	Remainder  []Term         `json:"remainder,omitempty"` // what is left after a supplement, in mode remainder
	Excluded   []Exclusion    `json:"excluded,omitempty"`  // intervals that do not count
	Lane       *Lane          `json:"lane,omitempty"`      // nil: none
	Source     motcua.Source  `json:"source,omitzero"`     // the act that sets the limit
}

// StartRule says which event starts the clock.
type StartRule uint8

// The start rules: when the dossier is received, complete and valid; or when the
// financial obligation (nghĩa vụ tài chính) is met after that, as in vehicle
// registration (procedures 1.012575, 1.013076).
const (
	StartOnReception StartRule = iota + 1
	StartOnPayment
)

// CutOff (giờ chốt) moves what is received in office hours after a time of day;
// what comes at 15:00:00 of a cut-off at 15:00 is in time.
type CutOff struct {
	At     Clock        `json:"at"`     // in office hours
	Effect CutOffEffect `json:"effect"` // on what comes later
}

// CutOffEffect says what being after the cut-off does.
type CutOffEffect uint8

// The effects: counting starts at the next working day's opening, or the result
// is due at the next working day's closing; the latter is for limits within the
// day alone.
const (
	StartNextDay CutOffEffect = iota + 1
	DueNextDay
)

// SupplementMode says what an answered request for supplements does to the clock.
// Law and practice know all three.
type SupplementMode uint8

// The modes: the waiting is excluded and the rest of the time goes on; the limit
// starts again from the complete dossier; a fixed time remains.
const (
	SupplementContinue SupplementMode = iota + 1
	SupplementRestart
	SupplementRemainder
)

// Exclusion names a reason for waiting that the limit does not count.
type Exclusion struct {
	Reason string        `json:"reason"`          // id of a reason for pauses
	Source motcua.Source `json:"source,omitzero"` // where the procedure says so
}

// Lane (luồng xanh) is a promise to be faster than the limit. It sets the
// appointment and leaves the limit as it is. Exactly one of the two lists is
// given.
type Lane struct {
	Title    motcua.Text   `json:"title"`              // for people
	ReduceBy []Term        `json:"reduceBy,omitempty"` // taken off the due date
	ReduceTo []Term        `json:"reduceTo,omitempty"` // instead of the limit's terms
	Source   motcua.Source `json:"source"`             // the act that promises it
}

// IsZero reports whether the limit has no terms.
func (l Limit) IsZero() bool { return len(l.Terms) == 0 }

// UnmarshalLimit reads a limit as a JSON document and checks it.
func UnmarshalLimit(data []byte) (Limit, motcua.Faults) { return strict.Read(data, (*Limit).Check) }

// Check finds all that is wrong with the limit.
func (l Limit) Check() motcua.Faults {
	var faults motcua.Faults
	if len(l.Terms) == 0 {
		fault(&faults, codeEmpty, "/terms", "thời hạn trống", "the limit is empty")
	}
	checkTerms(&faults, "/terms", l.Terms)
	known := func(at string, set bool, text encoding.TextMarshaler) {
		if _, err := text.MarshalText(); set && err != nil {
			faults.Add(codeAlone, at, motcua.Text{Vi: "không có giá trị này", En: "no such value"}, err)
		}
	}
	known("/start", l.Start != 0, l.Start)
	known("/supplement", l.Supplement != 0, l.Supplement)
	if l.CutOff != nil {
		known("/cutOff/effect", true, l.CutOff.Effect)
	}
	if l.CutOff != nil && l.CutOff.Effect == DueNextDay && !l.within() {
		fault(&faults, codeCutOff, "/cutOff/effect", "chỉ áp dụng cho thời hạn trong ngày", "only for limits within the day")
	}
	if l.CutOff != nil && (l.CutOff.At < 0 || l.CutOff.At > dayEnd) {
		fault(&faults, codeCutOff, "/cutOff/at", "không phải giờ trong ngày", "not a time of day")
	}
	if (l.Supplement == SupplementRemainder) != (len(l.Remainder) > 0) {
		fault(&faults, codeSupplement, "/remainder", "cần khi và chỉ khi chế độ bổ sung là remainder", "needed in supplement mode remainder, and only there")
	}
	checkTerms(&faults, "/remainder", l.Remainder)
	for i, e := range l.Excluded {
		if e.Reason == "" {
			fault(&faults, codeName, motcua.Pointer("excluded", itoa(i), "reason"), "thiếu lý do", "the reason is missing")
		}
	}
	if l.Lane != nil {
		if (len(l.Lane.ReduceBy) > 0) == (len(l.Lane.ReduceTo) > 0) {
			fault(&faults, codeLane, "/lane", "cần đúng một trong reduceBy và reduceTo", "want exactly one of reduceBy and reduceTo")
		}
		checkTerms(&faults, "/lane/reduceBy", l.Lane.ReduceBy)
		l.checkFaster(&faults, "/lane/reduceBy", l.Lane.ReduceBy)
		l.checkFaster(&faults, "/lane/reduceTo", l.Lane.ReduceTo)
		checkTerms(&faults, "/lane/reduceTo", l.Lane.ReduceTo)
		for i, t := range l.Lane.ReduceBy {
			if t.Unit == WithinDay {
				fault(&faults, codeLane, "/lane/reduceBy"+motcua.Pointer(itoa(i), "unit"), "không thể bớt", "cannot be taken off")
			}
		}
	}
	faults.Sort()
	return faults
}

// checkFaster finds a lane of the limit's own unit that leaves no time, or is not
// faster.
func (l Limit) checkFaster(faults *motcua.Faults, at string, terms []Term) {
	if len(terms) == 1 && len(l.Terms) == 1 && terms[0].Unit == l.Terms[0].Unit && terms[0].Amount.Cmp(l.Terms[0].Amount) >= 0 {
		fault(faults, codeLane, at+"/0/amount", "không nhỏ hơn thời hạn", "not less than the limit")
	}
}

func (l Limit) within() bool { return len(l.Terms) == 1 && l.Terms[0].Unit == WithinDay }

// mostOf bounds amounts, so that no sum of them overflows.
var mostOf = [...]int64{Months: 1200, CalendarDays: 36600, WorkingDays: 36600, OfficeTime: 400000, ClockTime: 900000, WithinDay: 0}

const mostDecimals = 4

func checkTerms(faults *motcua.Faults, at string, terms []Term) {
	var seen [len(mostOf)]bool
	for i, t := range terms {
		at := at + motcua.Pointer(itoa(i))
		if t.Unit < Months || t.Unit > WithinDay {
			fault(faults, codeAlone, at+"/unit", "không có đơn vị này", "no such unit")
			continue
		}
		if seen[t.Unit] {
			fault(faults, codeUnitTwice, at+"/unit", "đơn vị %v có hai lần", "unit %v stands twice", t.Unit)
		}
		seen[t.Unit] = true
		t.check(faults, at)
	}
	if seen[WithinDay] && len(terms) > 1 {
		fault(faults, codeAlone, at, "trong ngày không đi cùng đơn vị khác", "within the day goes with no other unit")
	}
}

func (t Term) check(faults *motcua.Faults, at string) {
	most, err := motcua.NewDecimal(mostOf[t.Unit], 0)
	switch _, inexact := t.Amount.Rescale(0); {
	case err != nil:
	case t.Unit == WithinDay && !t.Amount.IsZero():
		fault(faults, codeAmount, at+"/amount", "trong ngày không có số lượng", "within the day has no amount")
	case t.Unit == WithinDay:
	case t.Amount.Sign() <= 0:
		fault(faults, codeAmount, at+"/amount", "cần số lớn hơn 0", "want more than 0")
	case t.Amount.Cmp(most) > 0:
		fault(faults, codeAmount, at+"/amount", "nhiều hơn %s", "more than %s", most)
	case inexact != nil && (t.Unit == Months || t.Unit == CalendarDays):
		fault(faults, codeFraction, at+"/amount", "tháng và ngày không có phần lẻ như %s", "months and calendar days have no fraction, as %s has", t.Amount)
	default:
		if _, err := t.Amount.Rescale(mostDecimals); err != nil {
			fault(faults, codeFraction, at+"/amount", "quá %d chữ số thập phân", "more than %d decimals", mostDecimals)
		}
	}
}
