package published

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
)

// span is what is known of a number: it lies from low on, above it if open,
// and not above high; a nil bound is none.
type span struct {
	low, high *big.Rat
	open      bool
}

func (c Count) span() (span, bool) {
	switch {
	case (c.Exactly == nil) == (c.MoreThan == nil):
		return span{}, false
	case c.Exactly != nil:
		return span{low: c.Exactly.Rat(), high: c.Exactly.Rat()}, c.Exactly.Sign() >= 0
	}
	return span{low: c.MoreThan.Rat(), open: true}, c.MoreThan.Sign() >= 0
}

// over is what is known of the percentage a is of b.
func (a span) over(b span) span {
	hundred := func(n, d *big.Rat) *big.Rat {
		r := new(big.Rat).Quo(n, d)
		return r.Mul(r, big.NewRat(100, 1))
	}
	out := span{low: new(big.Rat), open: a.open || b.open}
	if b.high != nil && b.high.Sign() > 0 {
		out.low = hundred(a.low, b.high)
	}
	if a.high != nil && b.low.Sign() > 0 {
		out.high = hundred(a.high, b.low)
	}
	return out
}

func (s *Statement) checkRatio(faults *motcua.Faults, i int) Finding {
	r := s.Ratios[i]
	at := motcua.Pointer("ratios", strconv.Itoa(i))
	num, okNum := r.Num.span()
	den, okDen := r.Den.span()
	for name, ok := range map[string]bool{"/num": okNum, "/den": okDen} {
		if !ok {
			faults.Add(codeCount, at+name, motcua.Text{
				Vi: "cần đúng một trong exactly, moreThan, không âm", En: "want exactly one of exactly and moreThan, not below zero",
			}, nil)
		}
	}
	half := halfUnit(r.Stated)
	tolerance, _ := decimal(half, r.Stated.Scale()+1) // at most a half, which fits
	f := Finding{At: at + "/stated", Stated: r.Stated, Verdict: VerdictOpen, Tolerance: tolerance}
	f.Message = motcua.Text{Vi: r.Label + ": số liệu nêu không đủ để kết luận", En: r.Label + ": what is stated does not decide it"}
	if !okNum || !okDen {
		return f
	}
	known := num.over(den)
	low, high := new(big.Rat).Sub(r.Stated.Rat(), half), new(big.Rat).Add(r.Stated.Rat(), half)
	switch {
	case known.high != nil && low.Cmp(known.high) > 0, high.Cmp(known.low) < 0:
		f.Verdict = VerdictMismatch
		f.Message = s.explain(i, num, known)
	case known.high != nil && !known.open:
		f.Verdict = VerdictOK
		f.Message = motcua.Text{Vi: r.Label + ": khớp", En: r.Label + ": agrees with its counts"}
	}
	if !known.open && known.high != nil {
		if computed, err := decimal(known.high, r.Stated.Scale()+2); err == nil {
			f.Computed = &computed
		}
	}
	return f
}

// explain says by what a percentage is off, and which other stated count would
// make it right.
func (s *Statement) explain(i int, num, known span) motcua.Text {
	r := s.Ratios[i]
	bound := "at least " + known.low.FloatString(2)
	if known.high != nil {
		bound = "at most " + known.high.FloatString(2)
	}
	if known.high != nil && !known.open {
		bound = known.high.FloatString(2)
	}
	text := motcua.Text{
		Vi: fmt.Sprintf("%s: %s %% không khớp số liệu nêu (%s %%)", r.Label, r.Stated, strings.NewReplacer("at least", "ít nhất", "at most", "nhiều nhất").Replace(bound)),
		En: fmt.Sprintf("%s: %s %% does not follow from the counts, which give %s %%", r.Label, r.Stated, bound),
	}
	for j, other := range s.Ratios {
		for _, c := range []Count{other.Num, other.Den} {
			if d, ok := c.span(); ok && j != i && num.high != nil && d.low.Sign() > 0 {
				share := new(big.Rat).Quo(num.high, d.low)
				share.Mul(share, big.NewRat(100, 1))
				if share.FloatString(r.Stated.Scale()) == r.Stated.String() {
					text.Vi += fmt.Sprintf("; đúng nếu mẫu số là %s", d.low.FloatString(0))
					text.En += fmt.Sprintf("; of %s it would be right: the denominator slipped", d.low.FloatString(0))
					return text
				}
			}
		}
	}
	return text
}
