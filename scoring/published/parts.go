package published

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// checkParts holds each named part to the range of its nodes, and all of them to
// stand for themselves.
func (s *Statement) checkParts(t *tree, faults *motcua.Faults) []Finding {
	var findings []Finding
	taken := map[string]string{} // by leaf, the part that has it
	for i, part := range s.Parts {
		if part.Node == "" {
			continue
		}
		at := motcua.Pointer("parts", strconv.Itoa(i))
		members := t.members(part.Node)
		if len(members) == 0 {
			faults.Add(codeNode, at+"/node", motcua.Text{
				Vi: fmt.Sprintf("không có nút hay nhóm %q", part.Node), En: fmt.Sprintf("there is no node or group %q", part.Node),
			}, nil)
			continue
		}
		if other, twice := take(taken, part.Node, members); twice {
			faults.Add(codeTwice, at+"/node", motcua.Text{
				Vi: fmt.Sprintf("%q trùng với thành phần %q", part.Node, other),
				En: fmt.Sprintf("%q overlaps the part %q", part.Node, other),
			}, nil)
		}
		if f, outside := outOfRange(part.Points, t.limits(members)); outside {
			f.At = at + "/points"
			findings = append(findings, f)
		}
	}
	return findings
}

// take enters the leaves of a part; true, with the part that has one already.
func take(taken map[string]string, part string, members []*scoring.Node) (other string, twice bool) {
	for _, m := range members {
		for _, leaf := range leavesOf(m) {
			if o, ok := taken[leaf.ID]; ok {
				other, twice = o, true
				continue
			}
			taken[leaf.ID] = part
		}
	}
	return other, twice
}

// outOfRange is what to say of points that lie outside what they may be.
func outOfRange(points motcua.Decimal, within span) (Finding, bool) {
	if within.has(points.Rat(), new(big.Rat)) {
		return Finding{}, false
	}
	bound, vi, en := within.high, "tối đa", "maximum"
	if points.Rat().Cmp(within.low) < 0 {
		bound, vi, en = within.low, "tối thiểu", "minimum"
	}
	limit := trimmed(bound)
	return Finding{Verdict: VerdictMismatch, Stated: points, Message: motcua.Text{
		Vi: fmt.Sprintf("điểm thành phần ngoài phạm vi: %s, %s là %s", points, vi, limit),
		En: fmt.Sprintf("the part is outside its range: %s, the %s is %s", points, en, limit),
	}}, true
}

// rest is what the parts that were not stated may have, nothing where a part
// has no name: then the source gives them all. It is false where the parts are
// not added up.
func (s *Statement) rest(t *tree) (span, bool) {
	taken, named := map[string]string{}, true
	for _, part := range s.Parts {
		named = named && part.Node != ""
		for _, m := range t.members(part.Node) {
			if !t.adds[m.ID] {
				return span{}, false
			}
		}
		take(taken, part.Node, t.members(part.Node))
	}
	if !named {
		return span{low: new(big.Rat), high: new(big.Rat)}, sums(t.root)
	}
	var missing []*scoring.Node
	for _, n := range t.addends {
		if _, ok := taken[leavesOf(n)[0].ID]; !ok {
			missing = append(missing, n)
		}
	}
	return t.limits(missing), true
}

// checkTotal compares the total with the sum of the parts and what is left to
// those not stated.
func (s *Statement) checkTotal(t *tree, faults *motcua.Faults) Finding {
	sum, tolerance, f := s.addUp(faults)
	left := new(big.Rat).Sub(s.Total.Rat(), sum)
	rest, adds := s.rest(t)
	switch {
	case !adds:
		f.Verdict = VerdictOpen
		f.Message = motcua.Text{Vi: "tổng không phải là phép cộng các thành phần này", En: "the total does not come of adding these parts"}
	case new(big.Rat).Abs(left).Cmp(tolerance) <= 0:
		f.Verdict = VerdictOK
		f.Message = agrees(rest)
	case s.implied():
		f.Verdict = VerdictOpen
		f.Message = addUpTo(f.Computed, nil)
	case rest.has(left, tolerance):
		f.Verdict = VerdictOpen
		f.Message = motcua.Text{
			Vi: fmt.Sprintf("các thành phần cộng lại là %s; phần không nêu có thể bù", f.Computed),
			En: fmt.Sprintf("the parts add up to %s; those not stated may make up the rest", f.Computed),
		}
	default:
		f.Verdict = VerdictMismatch
		f.Message = addUpTo(f.Computed, rest.high)
	}
	return f
}

// agrees says that the parts are the total, and what of those not stated.
func agrees(rest span) motcua.Text {
	if rest.high != nil && rest.high.Sign() == 0 {
		return motcua.Text{Vi: "tổng khớp các thành phần", En: "the total agrees with its parts"}
	}
	return motcua.Text{
		Vi: "tổng khớp các thành phần đã nêu, không còn gì cho phần không nêu",
		En: "the total agrees with the parts stated, with nothing left to the others",
	}
}

// addUpTo says what the parts add up to, and what others may add at most.
func addUpTo(sum *motcua.Decimal, others *big.Rat) motcua.Text {
	text := motcua.Text{Vi: "các thành phần cộng lại là " + sum.String(), En: "the parts add up to " + sum.String()}
	if others != nil && others.Sign() > 0 {
		text.Vi += ", phần không nêu tối đa " + trimmed(others)
		text.En += ", and those not stated to at most " + trimmed(others)
	}
	return text
}

// trimmed writes points without zeros at the end.
func trimmed(r *big.Rat) string {
	return strings.TrimRight(strings.TrimRight(r.FloatString(6), "0"), ".")
}

// implied reports whether some part follows from the others.
func (s *Statement) implied() bool {
	return slices.ContainsFunc(s.Parts, func(p Part) bool { return p.Implied })
}

// addUp adds the parts, and the half units their digits leave open.
func (s *Statement) addUp(faults *motcua.Faults) (sum, tolerance *big.Rat, f Finding) {
	sum, tolerance = new(big.Rat), halfUnit(*s.Total)
	exact, digits := s.Total.Scale() >= 2, s.Total.Scale()
	var stated motcua.Decimal
	for i, part := range s.Parts {
		next, err := stated.Add(part.Points)
		if err != nil {
			faults.Add(codeRange, motcua.Pointer("parts", strconv.Itoa(i), "points"), motcua.Text{Vi: "số quá lớn", En: "out of range"}, err)
		}
		stated = next
		sum.Add(sum, part.Points.Rat())
		if part.Implied {
			continue // not stated, so without a last digit
		}
		exact, digits = exact && part.Points.Scale() >= 2, max(digits, part.Points.Scale())
		tolerance.Add(tolerance, halfUnit(part.Points))
	}
	if exact {
		tolerance.SetInt64(0)
	}
	within, _ := decimal(tolerance, digits+1) // a half for each part at most, which fits
	return sum, tolerance, Finding{At: "/total", Stated: *s.Total, Computed: &stated, Tolerance: within}
}
