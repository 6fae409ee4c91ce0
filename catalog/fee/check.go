package fee

import (
	"slices"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Codes of faults in fees and reliefs. A code is retired, never reused.
const (
	codeNegative = "CAT-FEE-01" // an amount below 0
	codeTariff   = "CAT-FEE-02" // no tariff, or several
	codeHole     = "CAT-FEE-03" // bands with a hole, an overlap or without an end
	codeRate     = "CAT-FEE-04" // a rate below 0 or above 100 percent
	codeCurrency = "CAT-FEE-05" // several currencies in a row, or none
	codeBounds   = "CAT-FEE-06" // a floor above the cap
	codeValidity = "CAT-FEE-07" // a validity that cannot be
	codeOverlap  = "CAT-FEE-08" // two rows of one id in force at once
	codeUnlisted = "CAT-FEE-09" // a unit, class, group or issuer nobody listed
	codeName     = "CAT-FEE-10" // no id, no name, an id twice
	codeSource   = "CAT-FEE-11" // no source
	codeMissing  = "CAT-FEE-12" // incomplete without what is missing, or the other way round
	codePower    = "CAT-FEE-13" // a relief its issuer has no power to give, or outside its province
	codeIssuedBy = "CAT-FEE-14" // a province's row without the province
	// CAT-FEE-15 is retired: faults of conditions bear the codes of predicates.
	codeEnum       = "CAT-FEE-16" // a value that has no name
	codeDoubt      = "CAT-FEE-17" // a row that cannot be used as it was read (warning)
	codeCounted    = "CAT-FEE-18" // counted without a unit of count, or a usual count below 0
	codePolicy     = "CAT-FEE-19" // a policy that cannot be
	codeEverything = "CAT-FEE-20" // a relief of every fee of everyone (warning)
)

type checker struct {
	tables *Tables
	faults motcua.Faults
}

func (c *checker) fault(code, at, vi, en string) {
	c.faults.Add(code, at, motcua.Text{Vi: vi, En: en}, nil)
}

// CheckRows finds all that is wrong with the rows of a procedure, with pointers into
// the list. The function columns tells the type of a column of conditions, beside
// "channel", "case" and "date", which every question has; nil knows no others. The codes
// of faults in rows, and of those that [Tables.Check] finds, are
//
//	CAT-FEE-01  an amount below 0
//	CAT-FEE-02  no tariff or several; a relief with no way or several
//	CAT-FEE-03  bands with a hole, an overlap or without an end
//	CAT-FEE-04  a rate below 0 or above 100 percent
//	CAT-FEE-05  several currencies in a row, or none
//	CAT-FEE-06  a floor above the cap
//	CAT-FEE-07  a validity that cannot be
//	CAT-FEE-08  two rows of one id in force at once
//	CAT-FEE-09  a unit, class, group or issuer nobody listed
//	CAT-FEE-10  no id or name, or an id twice
//	CAT-FEE-11  no source
//	CAT-FEE-12  incomplete without what is missing, or the other way round
//	CAT-FEE-13  a relief its issuer has no power to give, or outside its province
//	CAT-FEE-14  a provincial row without its province
//	CAT-FEE-15  retired
//	CAT-FEE-16  a value that has no name
//	CAT-FEE-17  a row that cannot be used as it was read (warning)
//	CAT-FEE-18  counted without a unit of count, or a usual count below 0
//	CAT-FEE-19  a policy that cannot be
//	CAT-FEE-20  a relief of every fee of everyone (warning)
func (t *Tables) CheckRows(rows []Row, columns func(name string) (motcua.ColumnType, bool)) motcua.Faults {
	if t == nil {
		t = Standard()
	}
	c := checker{tables: t}
	same := map[string][]int{} // rows by id
	for i := range rows {
		at := "/" + strconv.Itoa(i)
		c.row(at, &rows[i], columns)
		for _, j := range same[rows[i].ID] {
			if rows[j].Validity.Overlaps(rows[i].Validity) && together(&rows[j], &rows[i]) {
				c.fault(codeOverlap, at+"/validity", "trùng thời gian với dòng "+strconv.Itoa(j)+" cùng mã", "in force together with row "+strconv.Itoa(j)+" of the same id")
				break
			}
		}
		same[rows[i].ID] = append(same[rows[i].ID], i)
	}
	c.faults.Sort()
	return c.faults
}

// together reports whether one filing may meet both rows.
func together(a, b *Row) bool {
	return (a.IssuedBy == "" || b.IssuedBy == "" || under(a.IssuedBy, b.IssuedBy) || under(b.IssuedBy, a.IssuedBy)) &&
		a.When == nil && b.When == nil && share(a.Channels, b.Channels) && share(a.Options, b.Options) && share(a.Cases, b.Cases)
}

// share reports whether two lists, of which an empty one is all, have something in
// common.
func share[E comparable](a, b []E) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(e E) bool { return slices.Contains(b, e) })
}

func (c *checker) row(at string, r *Row, columns func(string) (motcua.ColumnType, bool)) {
	if r.ID == "" {
		c.fault(codeName, at+"/id", "thiếu mã", "the id is missing")
	}
	if r.Name.IsZero() {
		c.fault(codeName, at+"/name", "thiếu tên", "the name is missing")
	}
	if _, err := r.Kind.MarshalText(); err != nil {
		c.fault(codeEnum, at+"/kind", "không có loại này", "no such kind")
	}
	c.enum(at+"/moment", r.Moment != 0, r.Moment)
	c.enum(at+"/status", r.Status != 0, r.Status)
	c.validity(at, r.Validity)
	for i, ch := range r.Channels {
		c.enum(at+"/channels/"+strconv.Itoa(i), true, ch)
	}
	c.source(at, r.Source)
	if r.Incomplete != (r.Missing != "") {
		c.fault(codeMissing, at+"/missing", "cần khi và chỉ khi dòng chưa đầy đủ", "needed where the row is incomplete, and only there")
	}
	c.issuer(at, r.Issuer, r.IssuedBy, false)
	c.listed(at+"/group", r.Group, c.tables.Groups)
	if r.Unit != "" {
		if _, ok := c.tables.counting(r.Unit); !ok {
			c.fault(codeUnlisted, at+"/unit", "đơn vị tính "+strconv.Quote(r.Unit)+" không có trong danh mục", "unit of count "+strconv.Quote(r.Unit)+" is not listed")
		}
	}
	c.faults = append(c.faults, r.When.Check(func(name string) (motcua.ColumnType, bool) {
		switch name {
		case "channel", "case":
			return motcua.ColumnText, true
		case "date":
			return motcua.ColumnDate, true
		}
		if columns == nil {
			return 0, false
		}
		return columns(name)
	}).At(at+"/when")...)
	if r.Doubt != "" {
		c.faults.Warn(codeDoubt, at+"/doubt", motcua.Text{Vi: "không dùng được như đã đọc: " + r.Doubt, En: "cannot be used as it was read: " + r.Doubt}, nil)
	}
	if r.Doubt == "" && !r.Incomplete || !r.Tariff.IsZero() {
		c.tariff(at+"/tariff", r)
	}
}

// namer is an enum.
type namer interface{ MarshalText() ([]byte, error) }

func (c *checker) enum(at string, set bool, v namer) {
	if _, err := v.MarshalText(); set && err != nil {
		c.fault(codeEnum, at, "không có giá trị này", "no such value")
	}
}

func (c *checker) validity(at string, v motcua.Validity) {
	if err := v.Err(); err != nil {
		c.faults.Add(codeValidity, at+"/validity", motcua.Text{Vi: "hiệu lực không hợp lệ", En: "a validity that cannot be"}, err)
	}
}

func (c *checker) listed(at, code string, list []Entry) {
	if code != "" && !slices.ContainsFunc(list, func(e Entry) bool { return e.Code == code }) {
		c.fault(codeUnlisted, at, strconv.Quote(code)+" không có trong danh mục", strconv.Quote(code)+" is not listed")
	}
}

// issuer checks who issued something. A province's council needs its province.
func (c *checker) issuer(at, issuer string, by motcua.UnitCode, needed bool) {
	c.listed(at+"/issuer", issuer, c.tables.Issuers)
	if needed && issuer == "" {
		c.fault(codeUnlisted, at+"/issuer", "thiếu cơ quan ban hành", "the issuer is missing")
	}
	if issuer == "provincialCouncil" && by == "" {
		c.fault(codeIssuedBy, at+"/issuedBy", "thiếu địa phương", "the province is missing")
	}
}

func (c *checker) tariff(at string, r *Row) {
	t := r.Tariff
	ways := 0
	for _, set := range []bool{t.Fixed != nil, t.PerUnit != nil, t.Bands != nil, t.Percent != nil} {
		if set {
			ways++
		}
	}
	if ways != 1 {
		c.fault(codeTariff, at, "cần đúng một trong fixed, perUnit, bands, percent", "want exactly one of fixed, perUnit, bands and percent")
	}
	if counted := t.PerUnit != nil || t.Bands != nil; counted && r.Unit == "" {
		c.fault(codeCounted, at, "thiếu đơn vị tính", "the unit of count is missing")
	}
	var currency payment.Currency
	for _, m := range t.amounts() {
		if m.Sign() < 0 {
			c.fault(codeNegative, at, "số tiền âm: "+m.String(), "a negative amount: "+m.String())
		}
		if currency != 0 && m.Currency() != 0 && m.Currency() != currency {
			c.fault(codeCurrency, at, "nhiều đồng tiền", "several currencies")
		}
		currency = max(currency, m.Currency())
	}
	if currency == 0 && len(t.amounts()) > 0 {
		c.fault(codeCurrency, at, "thiếu đồng tiền", "the currency is missing")
	}
	if t.Least != nil && t.Most != nil && t.Least.Minor() > t.Most.Minor() {
		c.fault(codeBounds, at+"/least", "mức tối thiểu lớn hơn mức tối đa", "the floor is above the cap")
	}
	if t.Bands != nil {
		c.bands(at+"/bands", t.Bands)
	}
	if t.Percent != nil {
		if t.Percent.Of == "" {
			c.fault(codeCounted, at+"/percent/of", "thiếu giá trị để tính", "the value is missing")
		}
		c.rate(at+"/percent/rate", t.Percent.Rate)
	}
}

var hundred = motcua.MustDecimal("100")

func (c *checker) rate(at string, rate motcua.Decimal) {
	if rate.Sign() < 0 || rate.Cmp(hundred) > 0 {
		c.fault(codeRate, at, "tỷ lệ ngoài 0–100 %", "a rate outside 0 to 100 percent")
	}
}

// bands demands that bands go from 0 upwards without a hole, and that the last is open.
func (c *checker) bands(at string, b *Bands) {
	c.enum(at+"/mode", true, b.Mode)
	if len(b.List) == 0 {
		c.fault(codeHole, at+"/list", "không có bậc nào", "there is no band")
		return
	}
	before := motcua.Decimal{}
	for i, band := range b.List {
		at := at + "/list/" + strconv.Itoa(i)
		if band.From.Cmp(before) != 0 {
			c.fault(codeHole, at+"/from", "hở hoặc chồng bậc: cần từ "+before.String(), "a hole or an overlap: want from "+before.String())
		}
		last := i == len(b.List)-1
		switch {
		case band.To == nil && !last:
			c.fault(codeHole, at+"/to", "chỉ bậc cuối không có điểm cuối", "only the last band is without an end")
			return
		case band.To == nil:
		case last:
			c.fault(codeHole, at+"/to", "bậc cuối phải không có điểm cuối", "the last band must be without an end")
		case band.To.Cmp(band.From) <= 0:
			c.fault(codeHole, at+"/to", "điểm cuối không lớn hơn điểm đầu", "the end is not above the start")
		}
		if band.To != nil {
			before = *band.To
		}
	}
}
