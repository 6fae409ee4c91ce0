package unit

import (
	"io"
	"slices"
	"strings"

	"github.com/motcua/motcua"
)

// ReadAgencyCodes reads the agency codes of provinces: CSV with the columns agency_code,
// agency_name_dvcqg_2026, dvcqg_department_id, gso_province_code and gso_full_name. It
// returns the provinces of base with the agency code, and the identifier of the portal,
// added from the day of the options on, where they do not bear them already; of a row
// with one code that is none the other is kept. Names are
// compared and not kept. For the rest see [ReadProvinces].
func ReadAgencyCodes(in io.Reader, base *Register, o *Options) (Rows, motcua.Faults) {
	t := readTable(in, "agency_code", "agency_name_dvcqg_2026", "dvcqg_department_id", "gso_province_code", "gso_full_name")
	f := &codes{file: newFile(t, base, o, listed()), units: map[string]int{}}
	for i := range t.rows {
		r := &t.rows[i]
		province, ok := r.digits("gso_province_code", 2)
		if !ok {
			continue
		}
		u, ok := f.bearer(r, "gso_province_code", province, f.date)
		if !ok {
			continue
		}
		f.compare(r, "agency_name_dvcqg_2026", u)
		f.compare(r, "gso_full_name", u)
		since := motcua.Validity{From: f.date}
		f.bear(r, "agency_code", u, Code{SchemeAgency, r.is("agency_code"), since, f.source})
		f.bear(r, "dvcqg_department_id", u, Code{SchemePortal, r.is("dvcqg_department_id"), since, f.source})
	}
	return f.done()
}

// ReadMapping reads a table that leads codes of one scheme to those of another: CSV with
// the columns from, to, valid_from and valid_to, such as
//
//	agency:H22,gso:02,,2025-07-01
//
// Each code has its scheme before it; the days are half-open and may be empty. It
// returns the units of base that bear the right code with the left one added. The right
// code must name one unit all the time the row holds. For the rest see [ReadProvinces];
// the options' Date does not matter here.
func ReadMapping(in io.Reader, base *Register, o *Options) (Rows, motcua.Faults) {
	t := readTable(in, "from", "to", "valid_from", "valid_to")
	f := &codes{file: newFile(t, base, o, mapped()), units: map[string]int{}}
	for i := range t.rows {
		f.lead(&t.rows[i])
	}
	return f.done()
}

// codes is a table of codes being added to units.
type codes struct {
	*file
	units map[string]int // places among the rows' units, by ID
}

// lead adds the code of one row of a mapping.
func (f *codes) lead(r *row) {
	scheme, value, ok := f.code(r, "from")
	toScheme, to, sound := f.code(r, "to")
	from, begins := r.date("valid_from")
	until, ends := r.date("valid_to")
	if !ok || !sound || !begins || !ends {
		return
	}
	v := motcua.Validity{From: from, To: until}
	if err := v.Err(); err != nil {
		r.table.fault(r.line, codeValidity, "/valid_to", "hiệu lực sai", "not a validity").Cause = err
		return
	}
	var found *Unit
	for _, h := range f.base.bearers(toScheme, to) {
		if h.span.Overlaps(v) && !within(v, h.span) {
			r.fault(codeValidity, "valid_from", "%s:%s chỉ là mã của %s trong %s", "%s:%s names %s in %s only", toScheme, to, f.base.rows.Units[h.unit].ID, h.span)
			return
		} else if h.span.Overlaps(v) {
			found = &f.base.rows.Units[h.unit]
		}
	}
	if found == nil {
		r.fault(codeNobody, "to", "không có đơn vị nào mang mã %s:%s trong %s", "nobody bears %s:%s in %s", toScheme, to, v)
		return
	}
	f.bear(r, "from", found, Code{scheme, value, v, f.source})
}

// code splits a code of a mapping from its scheme and makes it canonical.
func (f *codes) code(r *row, column string) (scheme, value string, ok bool) {
	scheme, value, ok = strings.Cut(r.is(column), ":")
	if !ok {
		r.fault(codeCode, column, "cần hệ mã đứng trước, như gso:01", "want the scheme before the code, as in gso:01")
		return "", "", false
	}
	if u, err := motcua.ParseUnit(value); scheme == SchemeAgency && err == nil {
		value = string(u)
	}
	return scheme, value, true
}

// bear adds a code to a unit, among the rows, unless it bears it all that time.
func (f *codes) bear(r *row, column string, u *Unit, code Code) {
	at := slices.IndexFunc(f.base.rows.Schemes, func(s Scheme) bool { return s.ID == code.Scheme })
	if at < 0 {
		r.fault(codeCode, column, "không có hệ mã %.80q", "there is no scheme %.80q", code.Scheme)
		return
	}
	if why := malformed(&f.base.rows.Schemes[at], code.Value); why.Vi != "" {
		r.table.fault(r.line, codeCode, motcua.Pointer(column), "", "").Message = why
		return
	}
	i, ok := f.units[u.ID]
	if !ok {
		i = len(f.rows.Units)
		f.units[u.ID] = i
		f.rows.Units = append(f.rows.Units, *u)
		f.rows.Units[i].Codes = slices.Clone(u.Codes)
	}
	u = &f.rows.Units[i]
	span := code.Span(u)
	for j := range u.Codes {
		c := &u.Codes[j]
		switch was := c.Span(u); {
		case c.Scheme != code.Scheme || !was.Overlaps(span):
		case c.Value == code.Value && within(span, was):
			return
		default:
			r.fault(codeShared, column, "%s đã mang mã %s:%s trong %s", "%s bears %s:%s already in %s", u.ID, c.Scheme, c.Value, was)
			return
		}
	}
	u.Codes = append(u.Codes, code)
}
