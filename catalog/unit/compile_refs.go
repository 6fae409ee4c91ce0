package unit

import (
	"slices"

	"github.com/motcua/motcua"
)

// parentLevels are the levels a unit of each level may lie under.
var parentLevels = [...][]Level{
	Ministry:   {Other},
	Province:   {Other},
	Department: {Ministry, Province, Department, District, Commune, Other},
	District:   {Province, Other},
	Commune:    {Province, District, Other},
	Other:      {Ministry, Province, Department, District, Commune, Other},
}

// checkParents holds units to the units they lie under.
func (c *compiler) checkParents() {
	above := make([]int32, len(c.units)) // -1 is none
	for i := range c.units {
		u, at := &c.units[i], c.at(int32(i), "parent")
		above[i] = -1
		if u.Parent == "" {
			continue
		}
		p, known := c.places[u.Parent]
		if !known {
			fault(&c.faults, codeParent, at, "%s thuộc %.80q, là đơn vị không có", "%s lies under %.80q, which is not there", u.ID, u.Parent)
			continue
		}
		above[i] = p
		parent := &c.units[p]
		if u.Level >= Ministry && u.Level <= Other && parent.Level >= Ministry && !slices.Contains(parentLevels[u.Level], parent.Level) {
			fault(&c.faults, codeLevel, at, "%s (%s) không thể thuộc %s (%s)", "%s (%s) cannot lie under %s (%s)", u.ID, u.Level, parent.ID, parent.Level)
		}
		if !c.broken[int32(i)] && !c.broken[p] && !within(u.Validity, parent.Validity) {
			fault(&c.faults, codeOrphan, at, "%s %s thuộc %s chỉ có hiệu lực %s", "%s %s lies under %s, which is in force %s only", u.ID, u.Validity, parent.ID, parent.Validity)
		}
	}
	for _, circle := range circles(len(c.units), func(i int32) []int32 {
		if above[i] < 0 {
			return nil
		}
		return above[i : i+1]
	}) {
		i := slices.Min(circle)
		fault(&c.faults, codeCircle, c.at(i, "parent"), "%s là cấp trên của chính nó", "%s is above itself", c.units[i].ID)
	}
}

// within reports whether v lies in w.
func within(v, w motcua.Validity) bool {
	return v.From >= w.From && (w.To == 0 || v.To != 0 && v.To <= w.To)
}

// checkSuccessions holds successions to the units they lead from and to.
func (c *compiler) checkSuccessions() {
	takeovers := map[int32][]int32{} // rows, by the unit that ends
	var sound []int32
	for i := range c.rows {
		s := &c.rows[i]
		from, ok := c.places[s.From]
		known := c.known(i, "from", s.From, ok)
		if s.To != "" {
			_, ok = c.places[s.To]
			known = c.known(i, "to", s.To, ok) && known
		}
		if !known || s.From == s.To {
			continue
		}
		sound = append(sound, int32(i))
		if s.Date != 0 && c.units[from].Validity.To == s.Date {
			takeovers[from] = append(takeovers[from], int32(i))
		}
	}
	inLoop := c.loops(takeovers)
	for _, i := range sound {
		if !inLoop[i] {
			c.checkDate(int(i))
		}
	}
	c.checkShares(takeovers)
	for i := range c.over { // of those below it was told when they were laid
		c.checkHeirs(int32(i), takeovers[int32(i)])
	}
}

// checkHeirs warns of a unit that ended and was not taken over, or in part.
func (c *compiler) checkHeirs(i int32, rows []int32) {
	u := &c.units[i]
	switch {
	case u.Validity.To == 0 || c.broken[i]:
	case len(rows) == 0:
		warn(&c.faults, codeNoHeir, c.at(i, "validity", "to"), "%s chấm dứt ngày %s mà không rõ đơn vị kế thừa", "%s ends on %s and nobody is known to take over", u.ID, u.Validity.To)
	case len(rows) == 1 && c.rows[rows[0]].Kind == Split:
		warn(&c.faults, codeNoHeir, c.row(int(rows[0])), "%s bị chia tách mà chỉ biết một phần đi đâu", "%s was split, and where more than one part went is not known", u.ID)
	}
}

// row is the pointer to a succession, or "" for one of those below.
func (c *compiler) row(i int, tokens ...string) string {
	if i >= c.overSuc {
		return ""
	}
	return motcua.Pointer("successions", itoa(i)) + motcua.Pointer(tokens...)
}

func (c *compiler) known(i int, member, id string, ok bool) bool {
	if !ok && id != "" {
		fault(&c.faults, codeUnknown, c.row(i, member), "không có đơn vị %.80q", "there is no unit %.80q", id)
	}
	return ok
}

// checkDate holds a succession to the time of both units.
func (c *compiler) checkDate(i int) {
	s := &c.rows[i]
	f := c.places[s.From]
	from := &c.units[f]
	if s.Date == 0 || c.broken[f] {
		return
	}
	switch {
	case s.Date < from.Validity.From || from.Validity.To != 0 && s.Date > from.Validity.To:
		fault(&c.faults, codeDate, c.row(i, "date"), "%s chỉ có hiệu lực %s", "%s is in force %s only", from.ID, from.Validity)
	case s.Date != from.Validity.To && s.Kind != Split && s.Kind != Move:
		fault(&c.faults, codeDate, c.row(i, "date"), "%s vẫn còn sau ngày %s (%s); chỉ chia tách hay điều chuyển một phần mới như vậy",
			"%s goes on after %s (%s); only a part split off or moved leaves it so", from.ID, s.Date, from.Validity)
	}
	if s.To == "" {
		return
	}
	t := c.places[s.To]
	if to := &c.units[t]; !c.broken[t] && !to.Validity.Contains(s.Date) {
		fault(&c.faults, codeNotThere, c.row(i, "to"), "%s không có hiệu lực ngày %s (%s)", "%s is not in force on %s (%s)", to.ID, s.Date, to.Validity)
	}
}

// loops reports units that take over from each other in a circle, and returns the
// rows that lie on one.
func (c *compiler) loops(takeovers map[int32][]int32) map[int32]bool {
	on := map[int32]bool{}
	next := func(i int32) []int32 {
		var out []int32
		for _, row := range takeovers[i] {
			if to, ok := c.places[c.rows[row].To]; ok {
				out = append(out, to)
			}
		}
		return out
	}
	for _, circle := range circles(len(c.units), next) {
		first, member := int32(-1), map[int32]bool{}
		for _, i := range circle {
			member[i] = true
		}
		for _, i := range circle {
			for _, row := range takeovers[i] {
				to, ok := c.places[c.rows[row].To]
				if !ok || !member[to] {
					continue
				}
				on[row] = true
				if first < 0 || row < first {
					first = row
				}
			}
		}
		if first >= 0 {
			fault(&c.faults, codeLoop, c.row(int(first)), "%s kế thừa lẫn nhau theo vòng", "%s and others take over from each other in a circle", c.rows[first].From)
		}
	}
	return on
}

// checkShares holds the shares of each unit that ended to the whole.
func (c *compiler) checkShares(takeovers map[int32][]int32) {
	for unit, rows := range takeovers {
		var sum motcua.Decimal
		complete := true
		for _, i := range rows {
			s := &c.rows[i]
			if s.Share == nil {
				complete = complete && s.To == ""
				continue
			}
			next, err := sum.Add(*s.Share)
			if err != nil {
				next = whole
			}
			sum = next
		}
		at := c.row(int(slices.Min(rows)), "share")
		abolished := slices.ContainsFunc(rows, func(i int32) bool { return c.rows[i].To == "" })
		if over := sum.Cmp(whole); over > 0 || over < 0 && complete && !abolished {
			fault(&c.faults, codeShare, at, "các phần của %s cộng lại là %s, không phải 1", "the shares of %s add up to %s, not 1", c.units[unit].ID, sum)
		} else if over == 0 && !complete {
			fault(&c.faults, codeShare, at, "các phần đã biết của %s đã đủ 1, không còn phần nào chưa biết", "the known shares of %s are 1 already, which leaves none unknown", c.units[unit].ID)
		}
	}
}
