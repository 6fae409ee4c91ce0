package synth

import "github.com/motcua/motcua/scoring"

// assign says whose files carry what. A unit at the bottom carries what it states;
// one above carries what nobody below it states.
func (b *builder) assign() {
	for i := range b.units {
		u := &b.units[i]
		for l := range leafRows {
			if u.stated.answer[l] == scoring.NotAsked || u.kids > 0 && b.statedBelow(i, &leafRows[l]) {
				continue
			}
			row := &leafRows[l]
			u.own.answer[l] = u.stated.answer[l]
			u.own.n[row.num], u.own.n[row.den] = u.stated.n[row.num], u.stated.n[row.den]
		}
		b.nulls(u)
		u.own.n[announcedLate] = u.own.n[announced] - u.own.n[announcedOnTime]
		u.own.n[publicLate] = u.own.n[publicDue] - u.own.n[publicOnTime]
		fillPetitions(&u.own)
		fillDossiers(&u.own)
	}
}

// cover spreads answers: a source answers for all units whose level owns the leaf,
// so that what one is asked the others are asked too, and have nothing to count.
func (b *builder) cover() {
	answer := make([]scoring.Answer, len(leafRows))
	for i := range b.units {
		for l := range leafRows {
			answer[l] = max(answer[l], b.units[i].own.answer[l])
			b.messages = b.messages || b.units[i].own.answer[l] != scoring.NotAsked && leafRows[l].usesDossiers()
		}
	}
	also := func(leaf, other string) { // the columns of one are all the other needs
		a, o := leafOf(leaf), leafOf(other)
		answer[o] = max(answer[o], answer[a])
	}
	also("1.1", "1.2")
	also("1.2", "1.1")
	also("5.2", "5.3")
	also("5.3", "5.2")
	if b.messages {
		also("3.5", "3.5b")
	}
	for i := range b.units {
		u := &b.units[i]
		for l := range leafRows {
			if b.messages && leafRows[l].kind == fromDossiers {
				answer[l] = scoring.Known
			}
			if b.owners[leafRows[l].leaf].owns(u.level) {
				u.own.answer[l] = max(u.own.answer[l], answer[l])
			}
		}
	}
}

// statedBelow reports whether a unit below states the leaf, or another of the same
// things: of dossiers, any leaf that counts them.
func (b *builder) statedBelow(i int, row *leafRow) bool {
	for j := range b.units {
		if !b.below(j, i) {
			continue
		}
		t := &b.units[j].stated
		for l := range leafRows {
			same := leafRows[l].den == row.den || row.usesDossiers() && leafRows[l].usesDossiers()
			if same && t.answer[l] != scoring.NotAsked {
				return true
			}
		}
	}
	return false
}

// usesDossiers reports whether one half of the leaf or the other counts dossiers.
func (l *leafRow) usesDossiers() bool {
	return l.dossiers() || l.num == servicesUsed || l.num == feePaid
}

// nulls refuses what no file can leave open, and what some units answer and others
// do not know: a source answers for a column or it does not.
func (b *builder) nulls(u *unit) {
	for l := range leafRows {
		row := &leafRows[l]
		if u.stated.answer[l] != scoring.Unknown {
			continue
		}
		if row.unknown == nil {
			b.refuse(u, codeNull, row.at(), "không tệp nào ghi được số null của chỉ tiêu này", "no file can hold a null of this indicator")
			continue
		}
		for i := range b.units {
			if b.units[i].stated.answer[l] == scoring.Known {
				b.refuse(u, codeNull, row.at(), "null ở đây, nhưng %s có số liệu", "null here, and known of %s", b.units[i].code)
				break
			}
		}
	}
}

// fillPetitions makes the petitions on time and those satisfied the same where only
// one of the two is stated.
func fillPetitions(t *target) {
	if !t.asks("5.2") {
		t.n[petitionsOnTime] = t.n[petitionsSatisfied]
	}
	if !t.asks("5.3") {
		t.n[petitionsSatisfied] = t.n[petitionsOnTime]
	}
}

// fillDossiers gives the figures that nobody states values that are in nobody's way.
// Messages cannot be silent: dossiers that are there state channel, fees and papers.
func fillDossiers(t *target) {
	n := &t.n
	if !t.asksAny((*leafRow).usesDossiers) {
		return
	}
	asks := func(leaves ...string) bool {
		for _, leaf := range leaves {
			if t.asks(leaf) {
				return true
			}
		}
		return false
	}
	if !asks("2.1", "3.3", "4.1", "4.2", "4.3", "4.4", "4.5b") {
		n[received] = max(n[obligated], n[servicesUsed]+n[feePaid])
		if asks("5.4") {
			n[received] = max(n[received], n[active])
		}
	}
	if !asks("2.1") {
		n[onTime] = n[received]
	}
	if !asks("3.3") && n[servicesUsed] > 0 {
		n[filedOnline] = max(n[servicesUsed], min(n[received]/2, n[received]-n[feePaid]))
	}
	if !asks("3.6") {
		n[paid], n[obligated] = n[feePaid], n[feePaid]
	}
	if !asks("3.5b") {
		n[feePaid] = min(n[paid], orElse(n[servicesUsed], 6))
	}
	if !asks("3.2") {
		n[servicesUsed] = min(n[filedOnline], orElse(n[feePaid], 12))
	}
	if !asks("5.4") {
		n[active], n[content] = n[received], n[onTime]
	}
}

func orElse(n, other int64) int64 {
	if n > 0 {
		return n
	}
	return other
}
