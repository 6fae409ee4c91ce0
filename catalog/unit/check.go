package unit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/motcua/motcua"
)

const (
	maxID   = 100 // bytes
	maxText = 500 // bytes of a name
)

// check finds what is wrong with rows by themselves, without the rows they refer to.
func (r *Rows) check() motcua.Faults {
	var faults motcua.Faults
	seen := map[string]bool{}
	for i := range r.Schemes {
		at := motcua.Pointer("schemes", itoa(i))
		checkScheme(&faults, at, &r.Schemes[i])
		once(&faults, seen, at+"/id", r.Schemes[i].ID)
	}
	seen = map[string]bool{}
	for i := range r.Units {
		at := motcua.Pointer("units", itoa(i))
		checkUnit(&faults, at, &r.Units[i])
		once(&faults, seen, at+"/id", r.Units[i].ID)
	}
	keys := map[successionKey]bool{}
	for i := range r.Successions {
		s, at := &r.Successions[i], motcua.Pointer("successions", itoa(i))
		checkSuccession(&faults, at, s)
		if keys[s.key()] {
			fault(&faults, codeSuccession, at, "hàng kế thừa này đã có", "this succession stands above already")
		}
		keys[s.key()] = true
	}
	faults.Sort()
	return faults
}

func once(faults *motcua.Faults, seen map[string]bool, at, id string) {
	if seen[id] && id != "" {
		fault(faults, codeTwice, at, "%.80q đã có ở trên", "%.80q stands above already", id)
	}
	seen[id] = true
}

func checkScheme(faults *motcua.Faults, at string, s *Scheme) {
	if s.ID == "" || len(s.ID) > maxID || strings.Trim(s.ID, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		fault(faults, codeScheme, at+"/id", "mã hệ phải gồm chữ thường và chữ số ASCII", "a scheme is named by lower-case ASCII letters and digits")
	}
	checkText(faults, at+"/title", s.Title)
	checkSource(faults, at, s.Source)
	for i, n := range s.Lengths {
		if n < 1 || n > maxID {
			fault(faults, codeScheme, at+motcua.Pointer("lengths", itoa(i)), "không phải độ dài từ 1 đến %d", "not a length from 1 to %d", maxID)
		}
	}
}

func checkUnit(faults *motcua.Faults, at string, u *Unit) {
	checkID(faults, at+"/id", u.ID)
	if u.Parent != "" {
		checkID(faults, at+"/parent", u.Parent)
	}
	if u.Level < Ministry || u.Level > Other {
		fault(faults, codeName, at+"/level", "thiếu cấp", "the level is missing")
	}
	checkText(faults, at+"/name", u.Name)
	if u.Type != "" && !plain(u.Type) {
		fault(faults, codeName, at+"/type", "không phải văn bản thường", "not plain text")
	}
	checkValidity(faults, at+"/validity", u.Validity)
	checkSource(faults, at, u.Source)
	for i := range u.Codes {
		c, at := &u.Codes[i], at+motcua.Pointer("codes", itoa(i))
		checkValidity(faults, at+"/validity", c.Validity)
		if !c.Source.IsZero() {
			checkSource(faults, at, c.Source)
		}
		if c.Validity.Err() == nil && u.Validity.Err() == nil && c.Span(u).Err() != nil {
			fault(faults, codeValidity, at+"/validity", "nằm ngoài hiệu lực %s của đơn vị", "lies outside the unit's validity %s", u.Validity)
		}
	}
}

func checkSuccession(faults *motcua.Faults, at string, s *Succession) {
	checkID(faults, at+"/from", s.From)
	checkSource(faults, at, s.Source)
	switch {
	case s.To == "" && s.Kind != Abolish:
		fault(faults, codeSuccession, at+"/to", "chỉ giải thể mới không có đơn vị kế thừa", "only an abolished unit has no successor")
	case s.To == "" && s.Share != nil:
		fault(faults, codeShare, at+"/share", "không có đơn vị kế thừa thì không có tỷ lệ", "there is no share without a successor")
	case s.To != "":
		checkID(faults, at+"/to", s.To)
	}
	if s.To == s.From && s.To != "" {
		fault(faults, codeSuccession, at+"/to", "đơn vị không thể kế thừa chính nó", "a unit cannot succeed itself")
	}
	if (motcua.Validity{From: s.Date}).Err() != nil || s.Date == 0 {
		fault(faults, codeDate, at+"/date", "thiếu ngày", "the day is missing")
	}
	if s.Kind < Merge || s.Kind > Continue {
		fault(faults, codeSuccession, at+"/kind", "thiếu loại kế thừa", "the kind is missing")
	}
	if s.Share != nil && (s.Share.Sign() <= 0 || s.Share.Cmp(whole) > 0) {
		fault(faults, codeShare, at+"/share", "tỷ lệ phải lớn hơn 0 và không quá 1", "a share is above 0 and at most 1")
	}
}

// checkSource demands a ground: whoever follows a row must know whether it is law.
func checkSource(faults *motcua.Faults, at string, s motcua.Source) {
	if s.Basis < motcua.BasisLaw || s.Basis > motcua.BasisOurs {
		fault(faults, codeSource, at+"/source/basis", "thiếu căn cứ", "the ground is missing")
	}
}

func checkID(faults *motcua.Faults, at, id string) {
	switch {
	case id == "":
		fault(faults, codeID, at, "thiếu mã đơn vị", "the unit is not named")
	case len(id) > maxID || !plain(id) || strings.ContainsFunc(id, unicode.IsSpace):
		fault(faults, codeID, at, "mã có khoảng trắng, ký tự lạ hoặc dài quá %d byte", "an ID has no spaces or odd characters and at most %d bytes", maxID)
	}
}

func checkText(faults *motcua.Faults, at string, t motcua.Text) {
	if strings.TrimSpace(t.Vi) == "" {
		fault(faults, codeName, at+"/vi", "thiếu tên", "the name is missing")
	}
	for _, side := range []struct{ at, text string }{{"/vi", t.Vi}, {"/en", t.En}} {
		if !plain(side.text) {
			fault(faults, codeName, at+side.at, "tên có ký tự lạ, thẻ HTML hoặc dài quá %d byte", "a name has no control characters or HTML and at most %d bytes", maxText)
		}
	}
}

// plain reports whether s is text that can stand in a table for people.
func plain(s string) bool {
	return len(s) <= maxText && utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || r == '<' || r == '>'
	})
}

func checkValidity(faults *motcua.Faults, at string, v motcua.Validity) {
	if err := v.Err(); err != nil {
		faults.Add(codeValidity, at, motcua.Text{Vi: "hiệu lực sai", En: "not a validity"}, err)
	}
}

// whole is the share of a unit that goes to one successor.
var whole, _ = motcua.NewDecimal(1, 0)
