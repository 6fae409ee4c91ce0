package synth

import (
	"math"

	"github.com/motcua/motcua/scoring"
)

// The most a world holds: dossiers are drawn before they are written, and the codes
// of made-up procedures have six digits.
const (
	mostDossiers   = 1 << 25
	mostProcedures = 99_999
	mostLines      = 1 << 22
)

// chain is a count that is part of another.
type chain struct {
	part, whole figure
	leaf        string // where the part is stated,
	den         bool   // and whether as its denominator
	distinct    bool   // procedures of dossiers: there are some if there are dossiers
	vi, en      string // with the part and the whole
}

var chains = []chain{
	{obligated, received, "3.6", true, false, "%d hồ sơ có nghĩa vụ tài chính, nhưng chỉ %d hồ sơ tiếp nhận", "%d dossiers with a fee, but only %d received"},
	{filedOnline, received, "3.2", false, false, "%d hồ sơ trực tuyến, nhưng chỉ %d hồ sơ tiếp nhận", "%d dossiers filed online, but only %d received"},
	{servicesUsed, filedOnline, "3.2", false, true, "%d dịch vụ có hồ sơ, nhưng chỉ %d hồ sơ trực tuyến", "%d services in use, but only %d dossiers filed online"},
	{feePaid, paid, "3.5b", false, true, "%d thủ tục có thanh toán, nhưng chỉ %d hồ sơ đã thanh toán", "%d procedures paid for, but only %d dossiers paid online"},
	{received, active, "5.4", true, false, "%d hồ sơ tiếp nhận trong kỳ, nhưng chỉ %d hồ sơ có trong kỳ", "%d dossiers received, but only %d active in the period"},
	{provided, authority, "3.1", false, false, "%d thủ tục trực tuyến, nhưng chỉ %d thuộc thẩm quyền", "%d procedures online, but only %d under authority"},
}

// joint checks, for the files of each unit, what the counts of a single leaf do not
// show.
func (b *builder) joint() {
	total, copies := int64(0), false
	for i := range b.units {
		u := &b.units[i]
		t := &u.own
		for c := range chains {
			b.chain(u, &chains[c])
		}
		if t.asks("5.4") && t.n[content] > t.n[onTime]+max(0, t.n[active]-t.n[received]) {
			b.refuse(u, codeChain, leafRows[leafOf("5.4")].numAt(), "%d hồ sơ hài lòng, nhưng chỉ %d đúng hạn và %d chuyển kỳ",
				"%d dossiers nobody complains of, but only %d on time and %d carried over", t.n[content], t.n[onTime], t.n[active]-t.n[received])
		}
		b.petitions(u)
		copies = b.certifying(i) || copies
		b.sizes(u)
		if total += t.n[active]; total > mostDossiers {
			b.refuse(u, codeSize, "/indicators", "nhiều hơn %d hồ sơ", "more than %d dossiers", mostDossiers)
			return
		}
	}
	for i := range b.units { // a commune that is silent is one of those asked
		if copies && b.units[i].level == levelCommune {
			b.units[i].own.n[communes] = 1
		}
	}
}

func (b *builder) chain(u *unit, c *chain) {
	t, row := &u.own, &leafRows[leafOf(c.leaf)]
	part, whole := t.n[c.part], t.n[c.whole]
	at := row.numAt()
	if c.den {
		at = row.denAt()
	}
	switch {
	case !t.asks(c.leaf):
	case part > whole:
		b.refuse(u, codeChain, at, c.vi, c.en, part, whole)
	case c.distinct && part == 0 && whole > 0:
		b.refuse(u, codeDistinct, at, "không thủ tục nào, nhưng có %d hồ sơ", "no procedure, but %d dossiers", whole)
	}
}

// petitions checks the petitions of a unit.
func (b *builder) petitions(u *unit) {
	t := &u.own
	if !t.asks("5.2") || !t.asks("5.3") {
		return
	}
	if t.n[petitionsSatisfied] > t.n[petitionsOnTime] {
		b.refuse(u, codeChain, leafRows[leafOf("5.3")].numAt(), "%d hài lòng, nhưng chỉ %d đúng hạn", "%d satisfied, but only %d on time", t.n[petitionsSatisfied], t.n[petitionsOnTime])
	}
}

// certifying checks that communes which certify copies are there to be counted, and
// gives them what a unit above states of them. It reports whether the unit is asked.
func (b *builder) certifying(i int) bool {
	u := &b.units[i]
	if !u.own.asks("4.6") {
		return false
	}
	var found []int
	for j := range b.units {
		if b.units[j].level == levelCommune && (j == i || b.below(j, i)) {
			found = append(found, j)
		}
	}
	if u.own.n[communes] != int64(len(found)) {
		b.refuse(u, codeJoint, leafRows[leafOf("4.6")].denAt(), "%d đơn vị cấp xã, nhưng có %d trong số liệu", "%d communes, but there are %d among the units", u.own.n[communes], len(found))
		return true
	}
	certify := min(u.own.n[certifying], int64(len(found)))
	u.own.n[communes], u.own.n[certifying] = 0, 0
	for k, j := range found {
		b.units[j].own.n[communes] = 1
		if int64(k) < certify {
			b.units[j].own.n[certifying] = 1
		}
	}
	return true
}

const levelCommune = "commune"

// sizes refuses what does not fit.
func (b *builder) sizes(u *unit) {
	t := &u.stated
	for l := range leafRows {
		row := &leafRows[l]
		if t.answer[l] != scoring.Known {
			continue
		}
		most := int64(math.MaxInt64)
		switch row.kind {
		case ofProcedures, ofDecisions:
			most = mostProcedures
		case ofPetitions:
			most = mostLines
		case fromDossiers, aboutDossiers:
			most = mostDossiers
		case ofReports, ofCommunes:
		}
		if t.n[row.num] > most || t.n[row.den] > most {
			b.refuse(u, codeSize, row.at(), "nhiều hơn %d", "more than %d", most)
		}
	}
}
