package facts

import (
	"github.com/motcua/motcua/scoring"
)

// units are the rows of units, or of what stands at the top alone.
func (r *boardReading) units(top bool) ([]scoring.Counts, error) {
	var out []scoring.Counts
	seen := map[string]bool{}
	for _, u := range r.tree.Units() {
		for _, m := range r.members(u) {
			seen[m.code] = true
		}
		if top && u.Level != "province" && u.Parent != "" {
			continue
		}
		c, err := r.counts(u, r.members(u))
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	for _, code := range r.names {
		if seen[code] {
			continue
		}
		c, err := r.counts(Unit{Unit: code}, []member{{code, ""}}) // nobody knows its level
		if err != nil {
			return nil, err
		}
		if code == "" {
			c.Unit = NoUnit
		}
		out = append(out, c)
	}
	return out, nil
}

// members are a unit and those below it, by all their codes.
func (r *boardReading) members(u Unit) []member {
	var out []member
	for _, below := range r.tree.Under(u.Unit) {
		out = append(out, member{below.Unit, below.Level})
		for _, code := range below.Codes {
			out = append(out, member{unitText(code), below.Level})
		}
	}
	return out
}

// levels are the rows of levels: all their units together.
func (r *boardReading) levels() ([]scoring.Counts, error) {
	var out []scoring.Counts
	for _, level := range r.index.Definition().Levels {
		var members []member
		for _, u := range r.tree.units {
			if u.Level != level.ID {
				continue
			}
			for _, code := range append([]string{u.Unit}, u.Codes...) {
				members = append(members, member{unitText(code), u.Level})
			}
		}
		if members == nil {
			continue
		}
		c, err := r.counts(Unit{Unit: level.ID, Name: level.Title.Vi, Level: level.ID}, members)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	if roots := r.tree.roots(); len(roots) == 1 {
		top := r.tree.units[roots[0]]
		above, err := r.counts(top, r.members(top))
		if err != nil {
			return nil, err
		}
		for i := range out {
			out[i].Above = &above
		}
	}
	return out, nil
}

// groups are the rows of procedures, fields or channels. What a procedure inherits
// is that of all of them together.
func (r *boardReading) groups(by By) ([]scoring.Counts, error) {
	var out []scoring.Counts
	level := ""
	if by == ByProcedure {
		level = "procedure"
	}
	above := r.index.Counts(noGroup)
	f, err := r.tally.Read(r.window)
	if err != nil {
		return nil, err
	}
	if err := r.bound.Fill(f, &above); err != nil {
		return nil, err
	}
	for _, code := range r.names {
		c, err := r.counts(Unit{Unit: code, Level: level}, []member{{code, level}})
		if err != nil {
			return nil, err
		}
		if code == "" {
			c.Unit = NoUnit
		}
		if level != "" {
			c.Above = &above
		}
		out = append(out, c)
	}
	return out, nil
}
