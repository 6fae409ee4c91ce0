package counting

import "slices"

// Difference is a figure that was restated: it is not what it was.
type Difference struct {
	Group         Group  // whose it is
	Measure       string // id of the measure
	Before, After Figure // what it was, what it is
}

// Differences lists what two tallies of one plan and basis do not agree on in a
// window, by group and then measure: what a late or corrected file changed in a
// period that was reported already. A group that only one of them has is zero in the
// other.
func Differences(before, after *Tally, w Window) ([]Difference, error) {
	if err := before.joinable(after); err != nil {
		return nil, err
	}
	old, err := before.All(w)
	if err != nil {
		return nil, err
	}
	now, err := after.All(w)
	if err != nil {
		return nil, err
	}
	none := func(t *Tally) Figures {
		out := make(Figures, len(t.plan.readouts))
		for i := range out {
			out[i].Answer = t.answer(&t.plan.readouts[i])
		}
		return out
	}
	blankOld, blankNow := none(before), none(after)
	var out []Difference
	for len(old) > 0 || len(now) > 0 {
		a, b := blankOld, blankNow
		order := 0
		switch {
		case len(old) == 0:
			order = 1
		case len(now) == 0:
			order = -1
		default:
			order = slices.Compare(old[0].Group, now[0].Group)
		}
		var g Group
		if order <= 0 {
			g, a, old = old[0].Group, old[0].Figures, old[1:]
		}
		if order >= 0 {
			g, b, now = now[0].Group, now[0].Figures, now[1:]
		}
		for i := range a {
			if a[i] != b[i] {
				out = append(out, Difference{g, before.plan.measures[i].ID, a[i], b[i]})
			}
		}
	}
	return out, nil
}
