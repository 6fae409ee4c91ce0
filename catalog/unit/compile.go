package unit

import (
	"cmp"
	"slices"

	"github.com/motcua/motcua"
)

// compiler holds rows against each other. The rows over others come first, so that
// their places are those of their pointers.
type compiler struct {
	schemes map[string]*Scheme
	over    int    // so many units are over the others
	overSuc int    // so many successions
	units   []Unit // in the order in which they were given
	rows    []Succession
	places  map[string]int32 // of units
	broken  map[int32]bool   // units that are not looked at further
	faults  motcua.Faults
}

// compile makes a register of rows laid over others, which are sound.
func compile(over, below Rows) (*Register, motcua.Faults) {
	c := &compiler{
		schemes: map[string]*Scheme{}, over: len(over.Units), overSuc: len(over.Successions),
		units: slices.Concat(over.Units, below.Units), rows: slices.Concat(over.Successions, below.Successions),
		places: map[string]int32{}, broken: map[int32]bool{}, faults: over.check(),
	}
	if c.faults.Err() != nil {
		for i := range c.units {
			c.broken[int32(i)] = i < c.over && c.faults.Under(motcua.Pointer("units", itoa(i), "validity"))
		}
	}
	schemes := slices.Concat(over.Schemes, below.Schemes)
	for i := range schemes {
		c.schemes[schemes[i].ID] = &schemes[i]
	}
	for i := range c.units {
		if _, twice := c.places[c.units[i].ID]; twice {
			c.broken[int32(i)] = true // told once
			continue
		}
		c.places[c.units[i].ID] = int32(i)
	}
	c.checkCodes()
	c.checkParents()
	c.checkSuccessions()
	c.faults.Sort()
	if c.faults.Err() != nil {
		return nil, c.faults
	}
	return build(Rows{schemes, c.units, c.rows}.Sorted()), c.faults
}

// at is the pointer to a unit's row, or "" for one of those below.
func (c *compiler) at(i int32, tokens ...string) string {
	if int(i) >= c.over {
		return ""
	}
	return motcua.Pointer("units", itoa(int(i))) + motcua.Pointer(tokens...)
}

// borne is a code as one unit bears it.
type borne struct {
	holder
	at string // pointer
}

// checkCodes holds codes to their schemes and to the units that bear them.
func (c *compiler) checkCodes() {
	taken := map[codeKey][]borne{}
	for i := range c.units {
		u := &c.units[i]
		for j := range u.Codes {
			code := &u.Codes[j]
			if c.sound(code, int32(i), j) && !c.broken[int32(i)] {
				key := codeKey{code.Scheme, code.Value}
				taken[key] = append(taken[key], borne{holder{int32(i), code.Span(u)}, c.at(int32(i), "codes", itoa(j))})
			}
		}
	}
	for key, bs := range taken {
		slices.SortStableFunc(bs, func(a, b borne) int { return cmp.Compare(a.span.From, b.span.From) })
		longest := bs[0]
		for _, b := range bs[1:] {
			if longest.span.Overlaps(b.span) {
				c.shared(key, longest, b)
			}
			if to := longest.span.To; to != 0 && (b.span.To == 0 || b.span.To > to) {
				longest = b
			}
		}
	}
}

// shared reports a code of two units, at the later of their rows.
func (c *compiler) shared(key codeKey, a, b borne) {
	if a.unit > b.unit && a.at != "" || b.at == "" {
		a, b = b, a
	}
	fault(&c.faults, codeShared, b.at, "%s:%s đã là mã của %s trong cùng thời gian; đây là %s", "%s:%s is the code of %s at the same time; this is %s",
		key.scheme, key.value, c.units[a.unit].ID, c.units[b.unit].ID)
}

// sound holds one code of a unit to its scheme.
func (c *compiler) sound(code *Code, unit int32, j int) bool {
	scheme, known := c.schemes[code.Scheme]
	if !known {
		fault(&c.faults, codeCode, c.at(unit, "codes", itoa(j), "scheme"), "không có hệ mã %.80q", "there is no scheme %.80q", code.Scheme)
		return false
	}
	if why := malformed(scheme, code.Value); why.Vi != "" {
		if int(unit) >= c.over { // nothing else says where
			why.Vi, why.En = c.units[unit].ID+": "+why.Vi, c.units[unit].ID+": "+why.En
		}
		c.faults.Add(codeCode, c.at(unit, "codes", itoa(j), "value"), why, nil)
		return false
	}
	return true
}

// malformed says why a value is no code of a scheme; the zero Text if it is one.
func malformed(s *Scheme, value string) motcua.Text {
	if s.ID == SchemeAgency {
		u, err := motcua.ParseUnit(value)
		if err != nil {
			return motcua.Text{Vi: "không phải mã định danh", En: "not an agency code"}
		}
		if string(u) != value {
			return motcua.Text{Vi: "hãy viết " + string(u), En: "write " + string(u)}
		}
		return motcua.Text{}
	}
	if value == "" || len(value) > maxID || !each(value, codeByte) {
		return motcua.Text{Vi: "mã gồm chữ, số, chấm và gạch ASCII", En: "a code is made of ASCII letters, digits, dots and dashes"}
	}
	if len(s.Lengths) > 0 && !(slices.Contains(s.Lengths, len(value)) && each(value, digit)) {
		return motcua.Text{Vi: "mã phải gồm đúng số chữ số của hệ", En: "the code does not have as many digits as its scheme wants"}
	}
	return motcua.Text{}
}

func each(s string, is func(byte) bool) bool {
	for i := range len(s) {
		if !is(s[i]) {
			return false
		}
	}
	return true
}

func digit(b byte) bool { return '0' <= b && b <= '9' }

func codeByte(b byte) bool {
	return digit(b) || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || b == '.' || b == '-' || b == '_'
}

// build makes the register of sound, sorted rows.
func build(rows Rows) *Register {
	n := len(rows.Units)
	r := &Register{
		rows: rows, places: make(map[string]int32, n), holders: make(map[codeKey][]holder, n),
		parents: make([]int32, n), children: make([][]int32, n), self: make([]Target, n),
	}
	for i := range rows.Units {
		u := &r.rows.Units[i]
		r.places[u.ID] = int32(i)
		r.self[i] = Target{Unit: u, Share: whole}
		for j := range u.Codes {
			key := codeKey{u.Codes[j].Scheme, u.Codes[j].Value}
			r.holders[key] = append(r.holders[key], holder{int32(i), u.Codes[j].Span(u)})
		}
	}
	for _, hs := range r.holders {
		slices.SortFunc(hs, func(a, b holder) int { return cmp.Compare(a.span.From, b.span.From) })
	}
	for i := range rows.Units {
		r.parents[i] = -1
		if p, ok := r.places[rows.Units[i].Parent]; ok {
			r.parents[i] = p
			r.children[p] = append(r.children[p], int32(i))
		}
	}
	r.link()
	return r
}

// link indexes the successions, all of them and those that are takeovers.
func (r *Register) link() {
	n := len(r.rows.Units)
	r.next, r.previous = make([][]edge, n), make([][]edge, n)
	r.leaving, r.arriving = make([][]int32, n), make([][]int32, n)
	for i := range r.rows.Successions {
		s, row := &r.rows.Successions[i], int32(i)
		from := r.places[s.From]
		to, ok := r.places[s.To]
		r.leaving[from] = append(r.leaving[from], row)
		if ok {
			r.arriving[to] = append(r.arriving[to], row)
		} else {
			to = -1
		}
		if r.rows.Units[from].Validity.To != s.Date {
			continue // of a part
		}
		r.next[from] = append(r.next[from], edge{to, row})
		if ok {
			r.previous[to] = append(r.previous[to], edge{from, row})
		}
	}
	for _, rows := range r.arriving { // they stand by the units they come from
		slices.SortStableFunc(rows, func(a, b int32) int {
			return cmp.Compare(r.rows.Successions[a].Date, r.rows.Successions[b].Date)
		})
	}
}
