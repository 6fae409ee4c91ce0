package synth

import (
	"github.com/motcua/motcua/scoring"
)

// pools checks what units above others state against what stands below them. Counts
// of dossiers, reports, petitions and communes add up; distinct procedures are
// between the largest and the sum, and are looked at again when they have been dealt.
func (b *builder) pools() {
	for i := range b.units {
		u := &b.units[i]
		if u.kids == 0 {
			continue
		}
		for l := range leafRows {
			if u.stated.answer[l] != scoring.Known || u.own.answer[l] == scoring.Known && !leafRows[l].usesDossiers() {
				continue
			}
			b.pool(i, l)
		}
	}
}

func (b *builder) pool(i, l int) {
	u, row := &b.units[i], &leafRows[l]
	var num, den, late scope
	for j := range b.units {
		t := &b.units[j].own
		if j != i && !b.below(j, i) {
			continue
		}
		num.add(t.n[row.num])
		den.add(t.n[row.den])
		late.add(t.n[row.den] - t.n[row.num])
	}
	wantNum, wantDen := u.stated.n[row.num], u.stated.n[row.den]
	switch row.kind {
	case ofDecisions: // late in one unit is late above it
		b.between(u, row.numAt(), wantDen-wantNum, late, "%d thủ tục trễ, nhưng các đơn vị bên dưới cho từ %d đến %d", "%d late procedures, but the units below make %d to %d")
		b.union(u, row.denAt(), wantDen, den)
	case ofProcedures:
		b.union(u, row.numAt(), wantNum, num)
		b.union(u, row.denAt(), wantDen, den)
	default:
		b.sum(u, row.numAt(), wantNum, num)
		b.sum(u, row.denAt(), wantDen, den)
	}
}

// scope is what units below state of a figure.
type scope struct{ sum, most int64 }

func (s *scope) add(n int64) {
	s.sum += n
	s.most = max(s.most, n)
}

func (b *builder) sum(u *unit, at string, want int64, got scope) {
	if want != got.sum {
		b.refuse(u, codePool, at, "%d, nhưng các đơn vị bên dưới cộng lại là %d", "%d, but the units below add up to %d", want, got.sum)
	}
}

func (b *builder) union(u *unit, at string, want int64, got scope) {
	b.between(u, at, want, got, "%d thủ tục khác nhau, nhưng các đơn vị bên dưới cho từ %d đến %d", "%d distinct procedures, but the units below make %d to %d")
}

// between holds a union between the largest set and all of them laid side by side.
func (b *builder) between(u *unit, at string, want int64, got scope, vi, en string) {
	if want < got.most || want > got.sum {
		b.refuse(u, codePool, at, vi, en, want, got.most, got.sum)
	}
}
