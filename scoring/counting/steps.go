package counting

// setSteps finds the instants in a row's span at which a comparison with the cut
// turns, the beginning first, and the bits of the comparisons from each on.
func (t *Tally) setSteps(p *tablePlan, s *span) {
	t.steps = append(t.steps[:0], s.begin)
	for _, at := range t.turns[:len(p.cuts)] {
		if at > s.begin.at && at < s.until.at {
			t.insert(at)
		}
	}
	words := p.words - p.first
	t.bits = t.bits[:0]
	for _, now := range t.steps {
		for range words {
			t.bits = append(t.bits, 0)
		}
		w := t.bits[len(t.bits)-words:]
		for i, at := range t.turns[:len(p.cuts)] {
			if now.at >= at == p.cuts[i].after {
				w[i>>6] |= 1 << (i & 63)
			}
		}
	}
}

// insert puts an instant in its place among the steps, once.
func (t *Tally) insert(at int64) {
	i := len(t.steps)
	for ; t.steps[i-1].at > at; i-- {
	}
	if t.steps[i-1].at == at {
		return
	}
	day, _ := dayAt(at) // was checked
	t.steps = append(t.steps, step{})
	copy(t.steps[i+1:], t.steps[i:])
	t.steps[i] = step{at, day}
}

// emitLooking appends the events of counters that look at the cut: as the row begins
// to be counted, at each step that changes them, and as the row ceases to stand.
func (t *Tally) emitLooking(table Table, p *tablePlan, l *timeline, r *Row, s *span) error {
	words := p.words - p.first
	for _, i := range l.looking {
		c := &t.plan.counters[i]
		before := int64(0)
		for n, now := range t.steps {
			t.words[p.first] = t.bits[n*words]
			for more := 1; more < words; more++ {
				t.words[p.first+more] = t.bits[n*words+more]
			}
			v := int64(0)
			if c.where.holds(t.words) {
				v = 1
			}
			if v != before {
				if err := t.turn(table, c, r, s, now, v-before); err != nil {
					return err
				}
			}
			before = v
		}
		if before != 0 && s.until.at != Never {
			if err := t.turn(table, c, r, s, s.until, -1); err != nil {
				return err
			}
		}
	}
	return nil
}

// turn appends the events of a predicate that becomes true or ceases to be.
func (t *Tally) turn(table Table, c *counter, r *Row, s *span, now step, sign int64) error {
	v, id, err := t.weigh(table, c, r, s.group)
	if err == nil && v != 0 {
		t.change(c, id, s, now, sign*v)
	}
	return err
}
