package unit

import (
	"errors"
	"slices"
	"strings"

	"github.com/motcua/motcua"
)

// Resolution is what a code leads to on a day.
type Resolution struct {
	Scheme string      // of the code
	Code   string      // canonical
	At     motcua.Date // the day asked about
	Used   motcua.Date // the day on which the code was used; unset: unknown

	Unit     *Unit    // the unit that was followed: whom the code named
	Targets  []Target // who answers for it on At, by ID; its forebears if Outcome is Later
	Path     []Step   // the takeovers on the way, by date; none if Unit itself is in force
	Outcome  Outcome  // what came of following Unit
	Formerly []Holder // whom else the code has named, before and after, by time

	// Disputed says that the day of use is unknown, or nobody bore the code then, and that
	// what else the code has named up to At does not lead to the same Targets.
	Disputed bool
	// Unmatched says that nobody is known to have borne the code on Used; it was then
	// resolved as if that day were unknown.
	Unmatched bool
}

// Holder is a unit that bore a code, and what became of it.
type Holder struct {
	Unit    *Unit           // read only
	Span    motcua.Validity // the time in which the code named it
	Targets []Target        // who answers for it on the day asked about
	Outcome Outcome         // what came of following it
}

// Certain reports whether the code leads to one unit without any doubt.
func (res *Resolution) Certain() bool { return res.Outcome == Single && !res.Disputed }

// Resolve leads a code to the unit in force on the day at. The code is an agency code
// in either order, or a code of any scheme, alone or with the scheme before it
// ("gso:00004"). Used is the day on which the code was used, unset if unknown.
//
// Whom the code named is decided by used; if that is unset, or nobody bore the code
// then, it is the unit that bears it on the day at, or else the last that bore it before,
// or else the first that will. All others the code has named are in Formerly.
//
// A code nobody ever bore, or that several schemes know, is a [*CodeError], as is an
// unset day at. A code in canonical form that has named but one unit, which is in
// force, costs no allocation.
func (r *Register) Resolve(code string, at, used motcua.Date) (Resolution, error) {
	if at == 0 || (motcua.Validity{From: at}).Err() != nil || used != 0 && (motcua.Validity{From: used}).Err() != nil {
		return Resolution{}, &CodeError{Input: code, Err: errDay}
	}
	key, hs, err := r.read(code)
	if err != nil {
		return Resolution{}, err
	}
	res := Resolution{Scheme: key.scheme, Code: key.value, At: at, Used: used}
	chosen, matched := choose(hs, at, used)
	res.Unmatched = used != 0 && !matched
	i := hs[chosen].unit
	res.Unit = &r.rows.Units[i]
	if res.Unit.Validity.Contains(at) { // nothing to follow
		res.Targets, res.Outcome = r.self[i:i+1:i+1], Single
	} else {
		var path []Step
		res.Targets, res.Outcome = r.lead(i, at, &path)
		res.Path = path
	}
	if len(hs) > 1 {
		r.formerly(&res, hs, chosen, matched)
	}
	return res, nil
}

var errDay = errors.New("the day is unset or out of range")

// choose returns the place of the holder that is meant, and whether it bore the code
// on the day of use.
func choose(hs []holder, at, used motcua.Date) (int, bool) {
	last, now := -1, -1
	for i, h := range hs {
		if h.span.Contains(used) {
			return i, true
		}
		if h.span.Contains(at) {
			now = i
		}
		if h.span.From <= at {
			last = i
		}
	}
	if now >= 0 {
		return now, false
	}
	return max(last, 0), false
}

// lead follows a unit to a day, and adds the way to path, if there is one.
func (r *Register) lead(i int32, at motcua.Date, path *[]Step) ([]Target, Outcome) {
	targets, lost, later := r.follow(i, at, path)
	switch {
	case later:
		return r.Forebears(r.rows.Units[i].ID, at), Later
	case len(targets) == 0:
		return nil, Lost
	case len(targets) > 1 || lost:
		return targets, Several
	}
	return targets, Single
}

// formerly lists the other holders of a code and compares what became of them.
func (r *Register) formerly(res *Resolution, hs []holder, chosen int, matched bool) {
	res.Formerly = make([]Holder, 0, len(hs)-1)
	for i, h := range hs {
		if i == chosen {
			continue
		}
		targets, outcome := r.lead(h.unit, res.At, nil)
		res.Formerly = append(res.Formerly, Holder{&r.rows.Units[h.unit], h.span, targets, outcome})
		if !matched && h.span.From <= res.At && !(outcome == res.Outcome && same(targets, res.Targets)) {
			res.Disputed = true
		}
	}
}

// read finds whom a code has named, in its scheme.
func (r *Register) read(code string) (codeKey, []holder, error) {
	if r == nil {
		return codeKey{}, nil, &CodeError{Input: code, Err: ErrUnknown}
	}
	if scheme, value, ok := strings.Cut(code, ":"); ok {
		return r.readIn(scheme, value, code)
	}
	var found codeKey
	var hs []holder
	for i := range r.rows.Schemes {
		key := codeKey{r.rows.Schemes[i].ID, code}
		borne := r.holders[key]
		if borne == nil {
			continue
		}
		if hs != nil {
			return codeKey{}, nil, &CodeError{Input: code, Err: ErrSchemes}
		}
		found, hs = key, borne
	}
	if hs != nil {
		return found, hs, nil
	}
	return r.readIn(SchemeAgency, code, code)
}

// readIn is read for a code whose scheme is known, or which is an agency code if it is
// any.
func (r *Register) readIn(scheme, value, input string) (codeKey, []holder, error) {
	key := codeKey{scheme, value}
	if hs := r.holders[key]; hs != nil {
		return key, hs, nil
	}
	if scheme != SchemeAgency {
		if !slices.ContainsFunc(r.rows.Schemes, func(s Scheme) bool { return s.ID == scheme }) {
			return key, nil, &CodeError{Input: input, Err: errScheme}
		}
		return key, nil, &CodeError{Input: input, Err: ErrUnknown}
	}
	canonical, err := motcua.ParseUnit(value)
	if err != nil {
		return key, nil, &CodeError{Input: input, Err: errors.Join(ErrUnknown, err)}
	}
	key.value = string(canonical)
	if hs := r.holders[key]; hs != nil {
		return key, hs, nil
	}
	above, ok := canonical.Parent()
	for ok && r.holders[codeKey{SchemeAgency, string(above)}] == nil {
		above, ok = above.Parent()
	}
	if !ok {
		above = ""
	}
	return key, nil, &CodeError{Input: input, Above: above, Err: ErrUnknown}
}

var errScheme = errors.New("there is no such scheme")
