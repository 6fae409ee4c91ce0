package qr

import (
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Parse reads the payload of a VietQR code for a transfer, strictly: what [Objects]
// finds, and what is not as NAPAS has it, all at once, sorted. What it could read is in
// the code even so. A code that is not VietQR, or is for another service than transfers,
// has faults.
func Parse(payload string) (Code, motcua.Faults) {
	c, p := parse(payload)
	return c, p.faults
}

func parse(payload string) (Code, *parsing) {
	p := &parsing{scan: read(payload)}
	c := p.code()
	p.faults.Sort()
	return c, p
}

// parsing lays the objects of a payload over a code.
type parsing struct{ *scan }

func (p *parsing) code() Code {
	var c Code
	p.is(pathScheme, aid, "không phải tài khoản VietQR", "not an account of VietQR")
	p.is("/53", "704", "đồng tiền không phải 704 (VND)", "the currency is not 704 (VND)")
	p.is("/58", "VN", "nước không phải VN", "the country is not VN")
	c.Bank = p.need(pathBank)
	if c.Account = p.need(pathAccount); c.Account != "" && !isAccount(c.Account) {
		p.other(pathAccount, "số tài khoản chỉ có chữ cái và chữ số", "an account is letters and digits")
	}
	if s := p.need(pathService); s != "" {
		c.Service = Service(1 + slices.Index(serviceCodes[:], s))
		if c.Service == 0 {
			p.other(pathService, "không phải dịch vụ chuyển khoản", "not a service of transfers")
		}
	}
	if s, ok := p.find("/01"); ok {
		c.Initiation = Initiation(1 + slices.Index(initiationCodes[:], s))
		if c.Initiation == 0 {
			p.other("/01", "phải là 11 hoặc 12", "want 11 or 12")
		}
	}
	if s, ok := p.find("/54"); ok {
		m, err := payment.ParseAmount(s, payment.VND)
		if err != nil || m.Sign() <= 0 {
			p.other("/54", "phải là số đồng nguyên lớn hơn 0", "want a whole number of đồng above 0")
		} else {
			c.Amount = m
		}
	}
	c.Reference, _ = p.find(pathReference)
	c.Note, _ = p.find(pathNote)
	for _, o := range sorted(p.objects) {
		if !slices.Contains(own, o.Path) {
			c.Rest = append(c.Rest, o)
		}
	}
	return c
}

// find is the value of the first object of a path.
func (p *parsing) find(path string) (string, bool) {
	i := slices.IndexFunc(p.objects, func(o Object) bool { return o.Path == path })
	if i < 0 {
		return "", false
	}
	return p.objects[i].Value, true
}

// need is find for what must be there. Where the list it belongs to could not be read,
// its absence is no further fault.
func (p *parsing) need(path string) string {
	s, ok := p.find(path)
	if !ok && !slices.ContainsFunc(p.broken, func(b string) bool { return strings.HasPrefix(path, b) }) {
		fault(&p.faults, codeMissing, path, "thiếu", "is missing")
	}
	return s
}

// is holds an object that must be there to the one value it may have.
func (p *parsing) is(path, want, vi, en string) {
	if s := p.need(path); s != "" && s != want {
		p.other(path, vi, en)
	}
}

func (p *parsing) other(path, vi, en string) {
	p.faults.Add(codeOther, path, motcua.Text{Vi: vi, En: en}, nil)
}
