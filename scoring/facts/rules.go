package facts

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/internal/enum"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
)

// Rules say how messages become facts: which codes mean what, and which of several
// dates is the end. They are rows with sources, so that a count can be made again
// under another reading.
type Rules struct {
	// Channel is what a dossier without a channel counts as.
	Channel ChannelRule `json:"channel"`
	// PaidOnline are the codes of a payment made online, as messages have it.
	PaidOnline CodeRule `json:"paidOnline"`
	// Orders says what the orders of a dossier come to, where they are known.
	Orders OrderRule `json:"orders"`
	// Digitised are the codes of a dossier with digitised components.
	Digitised CodeRule `json:"digitised"`
	// PopulationDatabase are the codes of the population database (CSDL dân cư).
	PopulationDatabase CodeRule `json:"populationDatabase"`
	// Reused says which components count as reused.
	Reused ReuseRule `json:"reused"`
	// Ends says what the end of a dossier is.
	Ends EndRule `json:"ends"`
	// Undated says how dossiers without a due date are held to a limit.
	Undated UndatedRule `json:"undated"`
	// Publication are the times to announce and to publicise procedures, by level.
	Publication []PublicationRule `json:"publication"`
	// Certifying are the levels at which electronic copies are certified.
	Certifying LevelsRule `json:"certifying"`
}

// ChannelRule is what a missing channel means.
type ChannelRule struct {
	// Absent is the code a dossier without a channel counts under.
	Absent string `json:"absent"`
	// Source says who says so.
	Source motcua.Source `json:"source"`
}

// CodeRule is a set of the portal's codes, each of 0 to 62.
type CodeRule struct {
	// Codes are the members.
	Codes []int64 `json:"codes"`
	// Source says who says so.
	Source motcua.Source `json:"source"`
}

// OrderRule says how the orders (khoản thu) of a dossier are read: what the sources leave
// open (decision of the project).
type OrderRule struct {
	// Online are the methods by which a payment counts as made online; at least one.
	Online []payment.Method `json:"online"`
	// Waived counts a fee that was waived in full as a financial obligation, which
	// nobody paid online; otherwise as none, like a list of lines of 0.
	Waived bool `json:"waived"`
	// Expired counts orders that were not paid in time, and in whose place there is
	// no other, as a financial obligation; otherwise as none, like cancelled ones.
	Expired bool `json:"expired"`
	// Source says who says so.
	Source motcua.Source `json:"source"`
}

// ReuseRule says which components of a dossier count as reused.
type ReuseRule struct {
	// FromDossier counts components of another dossier, FromResult results of
	// another procedure, FromStore what was taken from the store of electronic data.
	FromDossier bool `json:"fromDossier"`
	FromResult  bool `json:"fromResult"` // see FromDossier
	FromStore   bool `json:"fromStore"`  // see FromDossier
	// Source says who says so.
	Source motcua.Source `json:"source"`
}

// EndRule says what the end of a dossier is (decision of the project where the
// sources leave room): of its steps of progress the first whose state stands in the
// first row that has one; without such a step the first of its dates.
type EndRule struct {
	// States are the states that end a dossier, row by row, the best first.
	States [][]int64 `json:"states"`
	// Dates are the dates that stand for the end where no step does, the best first.
	Dates []EndDate `json:"dates"`
	// Reopening are the states that open a dossier again when they follow its end.
	Reopening []int64 `json:"reopening"`
	// Source says who says so.
	Source motcua.Source `json:"source"`
}

// EndDate is a date of a message that can stand for the end.
type EndDate uint8

// The dates: NgayKetThucXuLy, NgayTra and NgayTuChoi.
const (
	EndFinished EndDate = iota + 1
	EndReturned
	EndRefused
)

var endDates = enum.New[EndDate]("end date", "finished", "returned", "refused")

// String names the value; it never fails.
func (d EndDate) String() string { return endDates.String(d) }

// MarshalText writes the name; an unset value is an error.
func (d EndDate) MarshalText() ([]byte, error) { return endDates.Append(nil, d) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (d *EndDate) UnmarshalText(text []byte) error { return endDates.Unmarshal(d, text) }

// UndatedRule says how a dossier without a due date is held to the limit of its
// procedure.
type UndatedRule struct {
	// WaitingByClock takes the waiting for supplements out as clock time, otherwise as
	// office time.
	WaitingByClock bool `json:"waitingByClock"`
	// Source says who says so.
	Source motcua.Source `json:"source"`
}

// PublicationRule is the time that bodies of some levels have.
type PublicationRule struct {
	// Levels are the levels it holds for; "" for units whose level is not known.
	Levels []string `json:"levels"`
	// Before is by how many working days an announcement comes before the latest of
	// its legal bases takes effect.
	Before int64 `json:"before" jsonschema:"minimum=0,maximum=366"`
	// Within is within how many working days of the decision procedures are
	// publicised.
	Within int64 `json:"within" jsonschema:"minimum=0,maximum=366"`
	// Source says who says so.
	Source motcua.Source `json:"source"`
}

// LevelsRule is a set of levels.
type LevelsRule struct {
	// Levels are the members.
	Levels []string `json:"levels"`
	// Source says who says so.
	Source motcua.Source `json:"source"`
}

//go:embed rules.json
var rulesDocument []byte

var standardRules = sync.OnceValue(StandardRules)

// StandardRules returns a copy of the rules that are shipped.
func StandardRules() *Rules {
	rules, _ := ParseRules(rulesDocument) // they parse: a test holds them to it
	return rules
}

// ParseRules reads rules as a document and checks them: all faults at once, with
// pointers.
func ParseRules(data []byte) (*Rules, motcua.Faults) {
	rules, faults := strict.Read(data, (*Rules).check)
	return &rules, faults
}

func (r *Rules) check() motcua.Faults {
	var faults motcua.Faults
	codes := func(at string, list []int64) {
		for i, code := range list {
			if code < 0 || code > mostCode {
				fault(&faults, codeRules, at+motcua.Pointer(strconv.Itoa(i)), "mã ngoài 0 đến %d", "a code outside 0 to %d", mostCode)
			}
		}
	}
	codes("/paidOnline/codes", r.PaidOnline.Codes)
	codes("/digitised/codes", r.Digitised.Codes)
	codes("/populationDatabase/codes", r.PopulationDatabase.Codes)
	codes("/ends/reopening", r.Ends.Reopening)
	if len(r.Orders.Online) == 0 {
		fault(&faults, codeRules, "/orders/online", "thiếu phương thức", "there is no method")
	}
	for i, m := range r.Orders.Online {
		if _, err := m.MarshalText(); err != nil {
			fault(&faults, codeRules, motcua.Pointer("orders", "online", strconv.Itoa(i)), "phương thức %v không có", "there is no %v", m)
		}
	}
	if len(r.Ends.States) > 8 {
		fault(&faults, codeRules, "/ends/states", "quá 8 hàng", "more than 8 rows")
	}
	for i, row := range r.Ends.States {
		at := motcua.Pointer("ends", "states", strconv.Itoa(i))
		codes(at, row)
		for j, code := range row {
			if slices.Contains(r.Ends.Reopening, code) {
				fault(&faults, codeRules, at+motcua.Pointer(strconv.Itoa(j)), "trạng thái %d vừa kết thúc vừa mở lại", "state %d both ends and reopens", code)
			}
		}
	}
	seen := map[string]bool{}
	for i, row := range r.Publication {
		for j, level := range row.Levels {
			if seen[level] {
				fault(&faults, codeRules, motcua.Pointer("publication", strconv.Itoa(i), "levels", strconv.Itoa(j)), "cấp %q đã có", "level %q stands above", level)
			}
			seen[level] = true
		}
		if row.Before < 0 || row.Before > 366 || row.Within < 0 || row.Within > 366 {
			fault(&faults, codeRules, motcua.Pointer("publication", strconv.Itoa(i)), "số ngày ngoài 0 đến 366", "days outside 0 to 366")
		}
	}
	return faults
}

// mostCode is the largest code a rule can name: sets of codes are bits.
const mostCode = 62

// compiled are the rules as the projection wants them.
type compiled struct {
	absent     string
	paid       uint64
	orders     OrderRule
	digitised  uint64
	population uint64
	reused     int
	ends       [mostCode + 1]uint8 // row of the state, from 1; 0 for none
	reopening  uint64
	dates      []EndDate
}

func (r *Rules) compile() compiled {
	c := compiled{
		absent: r.Channel.Absent, dates: r.Ends.Dates,
		paid: set(r.PaidOnline.Codes), digitised: set(r.Digitised.Codes), population: set(r.PopulationDatabase.Codes),
		reopening: set(r.Ends.Reopening), orders: r.Orders,
	}
	c.orders.Online = slices.Clone(r.Orders.Online)
	for i := len(r.Ends.States) - 1; i >= 0; i-- {
		for _, code := range r.Ends.States[i] {
			if code >= 0 && code <= mostCode {
				c.ends[code] = uint8(i + 1)
			}
		}
	}
	for _, row := range []struct {
		counts bool
		bit    int
	}{{r.Reused.FromDossier, npsp.ComponentFromDossier}, {r.Reused.FromResult, npsp.ComponentFromResult}, {r.Reused.FromStore, npsp.ComponentFromStore}} {
		if row.counts {
			c.reused |= row.bit
		}
	}
	return c
}

func set(codes []int64) uint64 {
	var bits uint64
	for _, code := range codes {
		if code >= 0 && code <= mostCode {
			bits |= 1 << code
		}
	}
	return bits
}

// has reports whether a code of a message is in a set.
func has(bits uint64, code npsp.Code) bool { return code >= 0 && code <= mostCode && bits>>code&1 == 1 }

// publication is the rule of a level; nil where no row names it.
func (r *Rules) publication(level string) *PublicationRule {
	for i := range r.Publication {
		if slices.Contains(r.Publication[i].Levels, level) {
			return &r.Publication[i]
		}
	}
	return nil
}

func fault(faults *motcua.Faults, code, pointer, vi, en string, args ...any) *motcua.Fault {
	return faults.Add(code, pointer, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}
