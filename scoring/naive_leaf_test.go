package scoring_test

import (
	"math/big"

	"github.com/motcua/motcua/scoring"
)

// outcome is what a leaf is worth: a ratio or value to be scaled, or all or
// nothing by rule, or no points at all.
type outcome struct {
	value  *big.Rat // to be scaled
	full   bool     // all of the maximum
	scored bool
	status scoring.Status
	asked  bool
}

func naiveRuled(rule any, status scoring.Status) outcome {
	switch rule {
	case scoring.ZeroNone, scoring.UnknownZero:
		return outcome{scored: true, status: status, asked: true}
	case scoring.ZeroFull, scoring.UnknownFull:
		return outcome{full: true, scored: true, status: status, asked: true}
	}
	return outcome{status: status, asked: true}
}

// judge finds what a leaf's figures come to, before scale and factor.
func (n *naive) judge(leaf *scoring.Node) outcome {
	v, _ := n.value(leaf)
	switch {
	case naiveRule(leaf, n.counts.Level) == scoring.LevelAbsent:
		return outcome{status: scoring.StatusAbsent}
	case v.Answer == scoring.NotAsked:
		return outcome{status: scoring.StatusNotAsked}
	case v.Answer == scoring.Unknown && leaf.Unknown == nil:
		return naiveRuled(scoring.UnknownNull, scoring.StatusUnknown)
	case v.Answer == scoring.Unknown:
		return naiveRuled(leaf.Unknown.Rule, scoring.StatusUnknown)
	case naiveRatio(leaf) && v.Den == 0:
		return n.zero(leaf, v)
	}
	ratio := big.NewRat(v.Num, v.Den)
	if leaf.Relation == scoring.RelationCrossSource && v.Num > v.Den {
		return outcome{value: big.NewRat(1, 1), scored: true, status: scoring.StatusClamped, asked: true}
	}
	return outcome{value: ratio, scored: true, status: scoring.StatusOK, asked: true}
}

// zero is the zero rule.
func (n *naive) zero(leaf *scoring.Node, v scoring.Value) outcome {
	if leaf.Zero.Rule != scoring.ZeroFallback {
		return naiveRuled(leaf.Zero.Rule, scoring.StatusZero)
	}
	if v.Annual == 0 {
		return naiveRuled(leaf.Zero.Then, scoring.StatusZero)
	}
	for _, row := range leaf.Zero.Divide {
		if row.Period == n.counts.Period.Kind() {
			part := big.NewRat(v.Annual, row.By)
			ratio := new(big.Rat).Quo(new(big.Rat).SetInt64(v.Num), part)
			if one := big.NewRat(1, 1); ratio.Cmp(one) > 0 {
				ratio = one
			}
			return outcome{value: ratio, scored: true, status: scoring.StatusZero, asked: true}
		}
	}
	return naiveRuled(scoring.ZeroNull, scoring.StatusZero)
}

// scale turns a value into points.
func (n *naive) scale(leaf *scoring.Node, v *big.Rat) *big.Rat {
	most, s := n.most[leaf.ID], leaf.Scale
	switch s.Kind {
	case scoring.ScaleLinear:
		if one := big.NewRat(1, 1); v.Cmp(one) > 0 {
			v = one // the maximum is the most a node can have
		}
		return new(big.Rat).Mul(most, v)
	case scoring.ScaleFullAt:
		v = new(big.Rat).Quo(v, s.At.Rat())
		if one := big.NewRat(1, 1); v.Cmp(one) > 0 {
			v = one
		}
		return new(big.Rat).Mul(most, v)
	case scoring.ScaleGoalposts:
		v = new(big.Rat).Sub(v, s.From.Rat())
		v.Quo(v, new(big.Rat).Sub(s.To.Rat(), s.From.Rat()))
		if s.Clamp && v.Sign() < 0 {
			v = new(big.Rat)
		}
		if one := big.NewRat(1, 1); s.Clamp && v.Cmp(one) > 0 {
			v = one
		}
		return new(big.Rat).Mul(most, v)
	case scoring.ScaleSteps:
		points := new(big.Rat)
		for _, row := range s.Rows {
			if row.Value.Rat().Cmp(v) <= 0 {
				points = row.Points.Rat()
			}
		}
		return points
	case scoring.ScaleTable:
		for _, row := range s.Rows {
			if row.Value.Rat().Cmp(v) == 0 {
				return row.Points.Rat()
			}
		}
		return nil // a fault: never asked for
	}
	return v
}
