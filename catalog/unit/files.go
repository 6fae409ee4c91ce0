package unit

import (
	"io"

	"github.com/motcua/motcua"
)

// Options say what files of lists do not say themselves; nil is the merger of 2025.
type Options struct {
	Date   motcua.Date   // day from which the list holds, or of the change; unset: 1 July 2025
	Source motcua.Source // of every row; zero: practice for lists, computed for tables of a change, with a note
}

// merger is the day on which the units of Resolution 202/2025/QH15 and those of the
// resolutions on communes began to operate.
var merger, _ = motcua.NewDate(2025, 7, 1)

// file is a table being made into rows over a register.
type file struct {
	*table
	base   *Register
	date   motcua.Date
	source motcua.Source
	rows   Rows
}

func newFile(t *table, base *Register, o *Options, source motcua.Source) *file {
	f := &file{table: t, base: base, date: merger, source: source}
	if base == nil {
		f.base = &Register{}
	}
	if o != nil && o.Date != 0 {
		f.date = o.Date
	}
	if o != nil && !o.Source.IsZero() {
		f.source = o.Source
	}
	return f
}

func (f *file) done() (Rows, motcua.Faults) { return f.rows, f.table.done() }

// listed and mapped are the sources of rows whose reader was not told one.
func listed() motcua.Source {
	return motcua.Source{Basis: motcua.BasisPractice, Note: motcua.Text{Vi: "theo một danh mục đơn vị", En: "as in a list of units"}}
}

func mapped() motcua.Source {
	return motcua.Source{Basis: motcua.BasisComputed, Note: motcua.Text{Vi: "theo một bảng chuyển đổi", En: "as in a table of a change"}}
}

// bearer returns the unit that bears a statistical code on a day, or reports that
// there is none.
func (f *file) bearer(r *row, column, code string, at motcua.Date) (*Unit, bool) {
	u, ok := f.base.Find(SchemeStatistical, code, at)
	if !ok {
		r.fault(codeNobody, column, "không có đơn vị nào mang mã %s ngày %s", "nobody bears the code %s on %s", code, at)
	}
	return u, ok
}

// compare warns of a name in a file that is not the unit's.
func (f *file) compare(r *row, column string, u *Unit) {
	if name := r.is(column); !sameName(name, u.Name.Vi) {
		r.warn(codeOtherName, column, "tệp gọi %s là %q; sổ gọi là %q", "the file calls %s %q, the register %q", u.ID, name, u.Name.Vi)
	}
}

// began is the ID of a unit that began on the day of the file.
func (f *file) began(code string) string {
	return SchemeStatistical + ":" + code + "@" + f.date.String()
}

// ReadProvinces reads a list of provinces in force: CSV with the columns code, name,
// full_name, unit_short, name_en, codename and n_communes. A unit that bears the code on
// the day already is kept, with the names of the list; the others are new, under IDs
// such as "gso:24@2025-07-01". The names are kept as the list has them; codename and
// n_communes are checked for their form alone.
//
// As in all readers of lists, the head must be exactly this, each faulty row is left out
// and reported with its line and, as pointer, its column, and base is the register the
// rows are meant to be laid over with [Register.With]; nil is an empty one.
func ReadProvinces(in io.Reader, base *Register, o *Options) (Rows, motcua.Faults) {
	t := readTable(in, "code", "name", "full_name", "unit_short", "name_en", "codename", "n_communes")
	f := newFile(t, base, o, listed())
	f.list(2, func(r *row, u *Unit) bool {
		u.Level = Province
		_, counted := r.count("n_communes")
		return counted
	})
	return f.done()
}

// ReadCommunes reads a list of communes in force: CSV with the columns code, name,
// full_name, unit_short, province_code, name_en and codename. Their provinces must be in
// base. For the rest see [ReadProvinces].
func ReadCommunes(in io.Reader, base *Register, o *Options) (Rows, motcua.Faults) {
	t := readTable(in, "code", "name", "full_name", "unit_short", "province_code", "name_en", "codename")
	f := newFile(t, base, o, listed())
	f.list(5, func(r *row, u *Unit) bool {
		u.Level = Commune
		code, ok := r.digits("province_code", 2)
		if !ok {
			return false
		}
		p, ok := f.bearer(r, "province_code", code, f.date)
		if ok {
			u.Parent = p.ID
		}
		return ok
	})
	return f.done()
}

// list makes units of rows; fill adds what differs by list.
func (f *file) list(digits int, fill func(r *row, u *Unit) bool) {
	seen := map[string]bool{}
	for i := range f.table.rows {
		r := &f.table.rows[i]
		code, ok := r.digits("code", digits)
		for _, column := range []string{"name", "full_name", "unit_short", "name_en", "codename"} {
			_, there := r.text(column)
			ok = ok && there
		}
		if ok && seen[code] {
			r.fault(codeRowTwice, "code", "mã %s đã có ở trên", "the code %s stands above already", code)
			ok = false
		}
		seen[code] = ok || seen[code]
		u := Unit{
			ID: f.began(code), Validity: motcua.Validity{From: f.date},
			Codes: []Code{{Scheme: SchemeStatistical, Value: code}},
		}
		if old, known := f.base.Find(SchemeStatistical, code, f.date); known && ok {
			u = *old
			f.compare(r, "full_name", old)
		}
		u.Type, u.Source = r.is("unit_short"), f.source
		u.Name = motcua.Text{Vi: r.is("full_name"), En: r.is("name_en")}
		if !fill(r, &u) || !ok {
			continue
		}
		if !sameName(u.Name.Vi, r.is("name")) || typeOf(u.Name.Vi) != u.Type {
			r.warn(codeOtherName, "full_name", "không phải %q cộng %q; giữ nguyên", "not %q and %q; kept as it is", u.Type, r.is("name"))
		}
		f.rows.Units = append(f.rows.Units, u)
	}
}
