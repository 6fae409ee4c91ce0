package fee

import (
	"slices"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Check finds all that is wrong with the tables, sorted; [Tables.CheckRows] lists the
// codes.
func (t *Tables) Check() motcua.Faults {
	c := checker{tables: t}
	c.enum("/policy/rounding", true, t.Policy.Rounding)
	c.enum("/policy/stacking", true, t.Policy.Stacking)
	if t.Policy.Step < 1 {
		c.fault(codePolicy, "/policy/step", "bước làm tròn nhỏ hơn 1", "a step below 1")
	}
	c.source("/policy", t.Policy.Source)
	for _, list := range []struct {
		name    string
		entries []Entry
	}{{"classes", t.Classes}, {"groups", t.Groups}, {"issuers", t.Issuers}} {
		for i, e := range list.entries {
			at := motcua.Pointer(list.name, strconv.Itoa(i), "code")
			c.once(at, e.Code, slices.ContainsFunc(list.entries[:i], func(o Entry) bool { return o.Code == e.Code }))
		}
	}
	for i, u := range t.Units {
		at := motcua.Pointer("units", strconv.Itoa(i), "code")
		c.once(at, u.Code, slices.ContainsFunc(t.Units[:i], func(o Counting) bool { return o.Code == u.Code }))
		if u.Usual != nil && u.Usual.Sign() < 0 {
			c.fault(codeCounted, motcua.Pointer("units", strconv.Itoa(i), "usual"), "số lượng âm", "a count below 0")
		}
	}
	for i := range t.Powers {
		c.power(motcua.Pointer("powers", strconv.Itoa(i)), &t.Powers[i])
	}
	for i := range t.Reliefs {
		at := motcua.Pointer("reliefs", strconv.Itoa(i))
		f := &t.Reliefs[i]
		c.once(at+"/id", f.ID, slices.ContainsFunc(t.Reliefs[:i], func(o Relief) bool { return o.ID == f.ID }))
		c.relief(at, f)
	}
	c.faults.Sort()
	return c.faults
}

// once demands an id that is there and stands once.
func (c *checker) once(at, id string, twice bool) {
	switch {
	case id == "":
		c.fault(codeName, at, "thiếu mã", "the code is missing")
	case twice:
		c.fault(codeName, at, "mã có hai lần", "the code stands twice")
	}
}

func (c *checker) source(at string, s motcua.Source) {
	if s.IsZero() {
		c.fault(codeSource, at+"/source", "thiếu căn cứ", "the source is missing")
	}
}

func (c *checker) power(at string, p *Power) {
	c.listed(at+"/issuer", p.Issuer, c.tables.Issuers)
	c.listed(at+"/of", p.Of, c.tables.Issuers)
	for i, kind := range p.Kinds {
		c.enum(at+"/kinds/"+strconv.Itoa(i), true, kind)
	}
	c.source(at, p.Source)
}

func (c *checker) relief(at string, f *Relief) {
	if f.Title.IsZero() {
		c.fault(codeName, at+"/title", "thiếu tên", "the title is missing")
	}
	c.enum(at+"/kind", true, f.Kind)
	c.enum(at+"/status", f.Status != 0, f.Status)
	c.validity(at, f.Validity)
	for i, ch := range f.Channels {
		c.enum(at+"/channels/"+strconv.Itoa(i), true, ch)
	}
	c.source(at, f.Source)
	if f.Incomplete == f.Missing.IsZero() {
		c.fault(codeMissing, at+"/missing", "cần khi và chỉ khi chưa đầy đủ", "needed where the row is incomplete, and only there")
	}
	c.issuer(at, f.Issuer, f.IssuedBy, true)
	for i, b := range f.Beneficiaries {
		c.listed(at+"/beneficiaries/"+strconv.Itoa(i), b, c.tables.Classes)
	}
	for _, list := range []struct {
		name    string
		codes   []string
		entries []Entry
	}{{"groups", f.Scope.Groups, c.tables.Groups}, {"except", f.Scope.Except, c.tables.Groups}, {"issuers", f.Scope.Issuers, c.tables.Issuers}} {
		for i, code := range list.codes {
			c.listed(at+motcua.Pointer("scope", list.name, strconv.Itoa(i)), code, list.entries)
		}
	}
	for i, of := range f.Scope.Issuers {
		if f.Kind != 0 && !c.tables.may(f.Issuer, of, f.Kind) {
			c.fault(codePower, at+motcua.Pointer("scope", "issuers", strconv.Itoa(i)),
				"cơ quan ban hành không có thẩm quyền này với khoản thu của "+of, "its issuer has no such power over fees of "+of)
		}
	}
	for i, kind := range f.Scope.Kinds {
		c.enum(at+motcua.Pointer("scope", "kinds", strconv.Itoa(i)), true, kind)
	}
	for i, u := range f.Scope.Units {
		if f.IssuedBy != "" && !under(u, f.IssuedBy) {
			c.fault(codePower, at+motcua.Pointer("scope", "units", strconv.Itoa(i)), "ngoài địa phương ban hành", "outside the province that issued it")
		}
	}
	if f.Scope.IsZero() && f.IssuedBy == "" && len(f.Beneficiaries) == 0 && !f.Incomplete {
		c.faults.Warn(codeEverything, at+"/scope", motcua.Text{Vi: "áp dụng cho mọi khoản thu của mọi người", En: "is for every fee of everyone"}, nil)
	}
	c.how(at, f)
}

// how checks what a relief does.
func (c *checker) how(at string, f *Relief) {
	ways := 0
	for _, set := range []bool{f.Rate != nil, f.Off != nil, f.Charge != nil} {
		if set {
			ways++
		}
	}
	if ways > 1 || ways == 0 && !f.Incomplete {
		c.fault(codeTariff, at, "cần đúng một trong rate, off, charge", "want exactly one of rate, off and charge")
	}
	if f.Rate != nil {
		c.rate(at+"/rate", *f.Rate)
	}
	for name, m := range map[string]*payment.Money{"off": f.Off, "charge": f.Charge} {
		if m != nil && m.Sign() < 0 {
			c.fault(codeNegative, at+"/"+name, "số tiền âm", "a negative amount")
		}
	}
}
