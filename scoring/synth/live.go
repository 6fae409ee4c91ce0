package synth

// span is what a life is drawn in: the day numbers of reception and due time, and
// the days on which it may end.
type span struct {
	came, due  int   // days
	second     int32 // of reception and due time
	from, last int   // first and last day for an end
}

// live draws the life of a dossier: when it was filed, received, due and ended, and
// what came between. Every life agrees with the dossier's flags under the index's
// rules, with room to spare where the readings of a rule differ.
func (g *generation) live(d *dossier, dice *dice) {
	switch {
	case d.is(isNever):
		g.turnedAway(d, dice)
		return
	case d.is(isCarried):
		s := g.carriedSpan(d, dice)
		g.receive(d, dice, s)
		g.spend(d, dice, s)
	case d.is(isOld):
		came := g.days.first - 20 - dice.below(30)
		s := span{came: came, due: came + 10, second: g.second(dice), from: came, last: came + 8}
		g.receive(d, dice, s)
		d.end, d.ended = finished, g.days.at(s.last, s.second)
	default:
		s := g.usualSpan(d, dice)
		g.receive(d, dice, s)
		g.spend(d, dice, s)
	}
	if d.end != stillOpen && d.story != unanswered && !d.is(isUndated) && dice.thousandths(100) {
		d.flags |= hasProgress
		g.reopen(d, dice)
	}
	if !d.is(isDisliked) && d.ended > 0 && dice.thousandths(30) {
		d.flags |= isSatisfied
	}
}

// second draws an office second of a day.
func (g *generation) second(dice *dice) int32 { return int32(dice.below(int(g.days.open))) }

// usualSpan is that of a dossier received in the period. One that will be late comes
// early enough to be late before the cut.
func (g *generation) usualSpan(d *dossier, dice *dice) span {
	t := g.days
	n := g.limit(d.procedure)
	latest := t.last
	if !d.is(isOnTime) {
		latest = t.last - 2 - n
	}
	s := span{came: t.first + dice.below(latest-t.first), second: g.second(dice)}
	s.due, s.from, s.last = s.came+n, s.came, t.last-1
	if d.is(isOnline) && dice.thousandths(60) {
		d.flags |= isOvernight
		s.second = int32(dice.below(30 * 60))
	}
	return s
}

// carriedSpan is that of a dossier received before the period that ends in it.
func (g *generation) carriedSpan(d *dossier, dice *dice) span {
	t := g.days
	s := span{second: g.second(dice), from: t.first, last: t.last - 1}
	if d.is(isOnTime) {
		n := 5 + dice.below(26)
		s.came = t.first - 1 - dice.below(n-1)
		s.due = s.came + n
		return s
	}
	s.came = t.first - 1 - dice.below(40)
	s.due = min(s.came+1+dice.below(20), t.last-3)
	return s
}

// receive draws filing, reception and due time.
func (g *generation) receive(d *dossier, dice *dice, s span) {
	t := g.days
	d.received, d.due = t.at(s.came, s.second), t.at(s.due, s.second)
	switch {
	case d.is(isOvernight):
		d.filed = t.midnight(s.came) - daySeconds + moment(19*3600+dice.below(5*3600))
	case d.is(isOnline):
		d.filed = max(d.received-moment(300+dice.below(3*3600)), t.midnight(s.came)+moment(6*3600+dice.below(3600)))
	default:
		d.filed = d.received - moment(dice.below(600))
		if d.filed < t.at(s.came, 0) {
			d.filed = d.received
		}
	}
}

// spend draws what happens between reception and the cut.
func (g *generation) spend(d *dossier, dice *dice, s span) {
	limit := s.due - s.came
	if roll := dice.below(1000); !d.is(isCarried) {
		switch {
		case roll < 30 && limit >= 3 && s.due+20 < s.last:
			g.supplement(d, dice, s)
			return
		case roll < 42 && limit >= 3 && s.due+20 < s.last:
			g.redate(d, dice, s)
			return
		case roll < 100 && limit >= 4 && !d.is(isOnTime):
			g.askTwice(d, dice, s)
			return
		case roll < 46 && limit >= 2 && d.is(isOnTime) && !d.is(isResulted):
			d.story, d.end = unanswered, stillOpen
			d.a = g.between(dice, s.came, s.second+1, min(s.due, s.last), s.second)
			return
		case roll < 51 && limit >= 3 && d.is(isOnTime) && s.came < s.last && g.units[d.unit].hasLimits():
			d.flags |= isUndated
			d.end, d.ended = finished, g.between(dice, s.came, s.second+1, s.came+1, s.second)
			d.due = 0
			return
		}
	}
	if dice.thousandths(30) {
		d.flags |= isMidnight
		d.due = g.days.midnight(s.due)
	}
	g.close(d, dice, s)
}

// between draws a moment from one office second to another, both included.
func (g *generation) between(dice *dice, day int, second int32, last int, lastSecond int32) moment {
	on := day + dice.below(last-day+1)
	low, high := int32(0), g.days.open-1
	if on == day {
		low = min(second, high)
	}
	if on == last {
		high = max(low, min(lastSecond, high))
	}
	return g.days.at(on, low+int32(dice.below(int(high-low)+1)))
}

// close draws the end of a dossier nobody asked anything about.
func (g *generation) close(d *dossier, dice *dice, s span) {
	t := g.days
	d.end = g.way(d, dice)
	last, second := min(s.due, s.last), s.second
	if d.is(isMidnight) || s.due > s.last {
		second = t.open - 1
	}
	from := int32(0)
	if s.from == s.came {
		from = s.second + 1
	}
	switch {
	case d.is(isOnTime):
		if d.due >= t.cut && !d.is(isResulted) && dice.thousandths(500) {
			d.end = stillOpen
			return
		}
		d.ended = g.between(dice, s.from, from, last, second)
	case !d.is(isResulted) && dice.thousandths(250):
		d.end = stillOpen
	default:
		day := max(s.due+1, s.from)
		d.ended = g.between(dice, day, 0, min(day+12, s.last), t.open-1)
	}
}

// way is how a dossier without a result ends; with one it is finished.
func (g *generation) way(d *dossier, dice *dice) end {
	if d.is(isResulted) {
		return finished
	}
	switch roll := dice.below(1000); {
	case roll < 50:
		return refused
	case roll < 100:
		return withdrawn
	case roll < 130:
		return stopped
	}
	return finished
}

// supplement draws an answered request. In time it ends after the due time stated,
// when there is an end day that neither reading of the waiting calls late; a late one
// ends after both.
func (g *generation) supplement(d *dossier, dice *dice, s span) {
	t := g.days
	waits := 1 + dice.below(min(5, s.due-s.came-2))
	d.story, d.end = supplemented, finished
	d.a, d.b = t.at(s.came+1, s.second), t.at(s.came+1+waits, s.second)
	if d.is(isOnTime) {
		last := t.day(d.due + moment(waits)*daySeconds + 1) // a calendar day for each day waited, at least
		if t.date(d.due).AddDays(waits) != t.work[last] {
			last--
		}
		from, second := s.came+1+waits, s.second+1
		if last > s.due && dice.thousandths(700) {
			from, second = s.due+1, 0
		}
		d.ended = g.between(dice, from, second, last, s.second)
		return
	}
	wall := t.day(d.due+(d.b-d.a)) + 1
	from := max(s.due+waits, wall) + 1
	d.ended = g.between(dice, min(from, s.last), 0, min(from+6, s.last), t.open-1)
}

// redate draws an answered request with a new due time: that one counts, and nothing
// more is subtracted.
func (g *generation) redate(d *dossier, dice *dice, s span) {
	t := g.days
	waits := 1 + dice.below(min(5, s.due-s.came-2))
	d.story, d.end = redated, finished
	d.a, d.b, d.c = t.at(s.came+1, s.second), t.at(s.came+1+waits, s.second), t.at(s.due+waits, s.second)
	if d.is(isOnTime) {
		d.ended = g.between(dice, s.due, s.second+1, s.due+waits, s.second)
		return
	}
	d.ended = g.between(dice, s.due+waits+1, 0, s.due+waits+2, t.open-1)
}

// askTwice draws two requests: late, however soon it ends.
func (g *generation) askTwice(d *dossier, dice *dice, s span) {
	t := g.days
	d.story, d.end = twice, finished
	d.a, d.b = t.at(s.came+1, s.second), t.at(s.came+2, s.second)
	d.c, d.d = t.at(s.came+3, s.second), t.at(s.came+4, s.second)
	d.ended = g.between(dice, s.came+4, s.second+1, max(s.due, s.came+4), s.second)
}

// reopen lets a dossier be done, reopened and done again, where there is room.
func (g *generation) reopen(d *dossier, dice *dice) {
	t := g.days
	came, over := t.day(d.received), t.day(d.ended)
	if d.story != plain || d.end != finished || over < came+2 || d.flags&(isCarried|isOld) != 0 || !dice.thousandths(100) {
		return
	}
	d.story = reopened
	d.a, d.b = t.at(came+1, t.open/4), t.at(came+1, t.open/2)
}

// turnedAway draws a dossier that was never received: registered, or refused.
func (g *generation) turnedAway(d *dossier, dice *dice) {
	t := g.days
	day := t.first + dice.below(t.last-t.first)
	d.filed = t.at(day, g.second(dice))
	if dice.thousandths(600) {
		d.end, d.ended = refused, min(d.filed+moment(60+dice.below(3600)), t.cut-1)
	}
}

// hasLimits reports whether the unit's procedures are listed, with their limits.
func (u *unit) hasLimits() bool {
	return u.own.asksAny(func(l *leafRow) bool { return l.kind == ofProcedures })
}
