package workday

import "time"

// inside reports whether a moment is in office hours.
func (o *Office) inside(m moment) bool {
	for _, s := range o.plans[o.kinds[m.day]].office {
		if m.clock < s.To.duration() {
			return m.clock >= s.From.duration()
		}
	}
	return false
}

// closes reports whether a session ends at a moment.
func (o *Office) closes(m moment) bool {
	for _, s := range o.plans[o.kinds[m.day]].office {
		if m.clock == s.To.duration() {
			return true
		}
	}
	return false
}

// next moves a moment into office time; false beyond the horizon.
func (o *Office) next(m moment) (moment, bool) {
	for ; m.day < len(o.kinds); m = (moment{m.day + 1, 0}) {
		for _, s := range o.plans[o.kinds[m.day]].office {
			if m.clock < s.To.duration() {
				return moment{m.day, max(m.clock, s.From.duration())}, true
			}
		}
	}
	return moment{}, false
}

// before is the office time from the first day of the horizon to a moment.
func (o *Office) before(m moment) time.Duration {
	d := time.Duration(o.minutes[m.day]) * time.Minute
	for _, s := range o.plans[o.kinds[m.day]].office {
		d += max(0, min(m.clock, s.To.duration())-s.From.duration())
	}
	return d
}

// add moves by office time; false beyond the horizon.
func (o *Office) add(m moment, d time.Duration) (moment, bool) {
	if d == 0 {
		return m, true
	}
	want := o.before(m) + d
	if want < 0 || want > time.Duration(o.minutes[len(o.kinds)])*time.Minute {
		return moment{}, false
	}
	if d > 0 {
		return o.first(m.day, want)
	}
	return o.last(m.day, want)
}

// first is the first moment before which there is so much office time, on the
// given day or later.
func (o *Office) first(day int, want time.Duration) (moment, bool) {
	day = o.search(day, len(o.kinds), func(minutes int32) bool { return time.Duration(minutes)*time.Minute < want }) - 1
	if day < 0 {
		return moment{}, false
	}
	rest := want - time.Duration(o.minutes[day])*time.Minute
	for _, s := range o.plans[o.kinds[day]].office {
		if length := (s.To - s.From).duration(); rest > length {
			rest -= length
		} else {
			return moment{day, s.From.duration() + rest}, true
		}
	}
	return moment{}, false
}

// last is the last moment before which there is so much office time, on the
// given day or earlier.
func (o *Office) last(day int, want time.Duration) (moment, bool) {
	day = o.search(0, day+1, func(minutes int32) bool { return time.Duration(minutes)*time.Minute <= want }) - 1
	if day < 0 {
		return moment{}, false
	}
	rest := want - time.Duration(o.minutes[day])*time.Minute
	for _, s := range o.plans[o.kinds[day]].office {
		if length := (s.To - s.From).duration(); rest >= length {
			rest -= length
		} else {
			return moment{day, s.From.duration() + rest}, true
		}
	}
	return moment{}, false
}

// search finds the first day from low on, up to high, whose minutes are not
// below; those below come first.
func (o *Office) search(low, high int, below func(int32) bool) int {
	for step := 1; low+step < high && below(o.minutes[low+step]); step *= 2 {
		low += step
	}
	for low < high {
		if middle := int(uint(low+high) / 2); below(o.minutes[middle]) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}
