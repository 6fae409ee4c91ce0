package synth

import (
	"math/big"

	"github.com/motcua/motcua"
)

// scaled is the target of a unit with its dossiers at a scale: each count of them
// half-up, and then as many as the procedures and the chains of counts need. Nothing
// else scales.
func (u *unit) scaled(scale *motcua.Decimal) target {
	t := target{answer: u.own.answer, n: u.own.n}
	if scale == nil {
		return t
	}
	n := &t.n
	for _, f := range []figure{received, onTime, filedOnline, obligated, paid, resulted, digitised, reused, stored, populationUsed, content, active, synced, reported} {
		n[f] = halfUp(n[f], scale)
	}
	n[filedOnline] = max(n[filedOnline], n[servicesUsed])
	n[paid] = max(n[paid], n[feePaid])
	n[obligated] = max(n[obligated], n[paid])
	n[received] = max(n[received], n[filedOnline], n[obligated], u.crossed(&t))
	carried := halfUp(u.own.n[active]-u.own.n[received], scale)
	n[active] = n[received] + carried
	n[content] = min(n[content], n[onTime]+carried)
	if u.own.n[reported] == u.own.n[received] { // the report is of these dossiers
		n[reported] = n[received]
	}
	if u.own.n[synced] == u.own.n[reported] {
		n[synced] = n[reported]
	}
	return t
}

// halfUp is n at a scale, rounded half-up.
func halfUp(n int64, scale *motcua.Decimal) int64 {
	r := scale.Rat()
	num := new(big.Int).Mul(big.NewInt(2*n), r.Num())
	num.Add(num, r.Denom())
	return num.Div(num, new(big.Int).Lsh(r.Denom(), 1)).Int64()
}
