package person

import (
	"slices"

	"github.com/motcua/motcua"
)

// Form is what the numbers of an identity look like: a row of law or of practice.
type Form struct {
	Type     IdentityType    // the type it is a form of
	Abroad   bool            // of papers of other countries
	Mask     string          // what stands in each place: 9 a digit, A a capital letter A to Z, X either, anything else itself
	Least    int             // characters of the mask that must be there; 0 is all of it
	Check    bool            // the tenth digit checks the nine before it
	Validity motcua.Validity // the time in which such an identity serves
	Source   motcua.Source   // who says so
}

var (
	oldCardsEnd, _  = motcua.NewDate(2025, 1, 1)
	taxByCitizen, _ = motcua.NewDate(2025, 7, 1)
)

// quoted is a rule whose act was read where others quote it.
func quoted(act, article, vi, en string) motcua.Source {
	return motcua.Source{Act: act, Article: article, Basis: motcua.BasisPress, Note: motcua.Text{Vi: vi, En: en}}
}

// seen is a rule without an act.
func seen(basis motcua.Basis, vi, en string) motcua.Source {
	return motcua.Source{Basis: basis, Note: motcua.Text{Vi: vi, En: en}}
}

var forms = []Form{
	{Type: TypeCitizen, Mask: "999999999999", Source: quoted("26/2023/QH15", "Điều 12",
		"12 chữ số; cấu trúc theo Điều 13 Nghị định 137/2015/NĐ-CP và Thông tư 59/2021/TT-BCA, đọc qua trích dẫn; Luật 2023 không nhắc lại cấu trúc",
		"12 digits; their structure as in Decree 137/2015/NĐ-CP, Điều 13, and Circular 59/2021/TT-BCA, read in quotations; the Law of 2023 does not repeat it")},
	{Type: TypeOldCard, Mask: "999999999", Validity: motcua.Validity{To: oldCardsEnd}, Source: quoted("26/2023/QH15", "Điều 46",
		"chứng minh nhân dân có giá trị đến hết ngày 31/12/2024; dạng 9 chữ số thấy trên Cổng Dịch vụ công quốc gia",
		"the old cards serve until 31 December 2024; the nine digits as in messages of the national portal")},
	{Type: TypeTax, Mask: "9999999999", Check: true, Source: taxSource},
	{Type: TypeTax, Mask: "9999999999-999", Check: true, Source: taxSource},
	{Type: TypeTax, Mask: "999999999999", Validity: motcua.Validity{From: taxByCitizen}, Source: quoted("86/2024/TT-BTC", "",
		"số định danh cá nhân dùng thay mã số thuế từ 01/7/2025", "the citizen number serves as tax code since 1 July 2025")},
	{Type: TypePassport, Mask: "A9999999", Source: seen(motcua.BasisPractice,
		"hộ chiếu Việt Nam: một chữ cái và 7 chữ số", "passports of Vietnam: a letter and seven digits")},
	{Type: TypePassport, Mask: "A99999999", Source: seen(motcua.BasisAssumed,
		"hộ chiếu mẫu mới: một chữ cái và 8 chữ số; chưa tìm thấy văn bản", "passports of the newer model: a letter and eight digits; no act was found")},
	{Type: TypePassport, Abroad: true, Mask: "XXXXXXXXXXXXXXX", Least: 5, Source: seen(motcua.BasisOurs,
		"hộ chiếu nước ngoài: 5 đến 15 chữ cái in hoa và chữ số", "passports of other countries: 5 to 15 capital letters and digits")},
}

var taxSource = quoted("86/2024/TT-BTC", "",
	"10 chữ số, đơn vị phụ thuộc thêm gạch ngang và 3 chữ số; số kiểm tra theo thuật toán công khai, đúng với mã của các doanh nghiệp lớn",
	"ten digits, three more after a dash for a dependent unit; the check digit as in public programs, which holds for codes of large enterprises")

// Forms returns all rows of what numbers look like. [TypeOther] has none.
func Forms() []Form { return slices.Clone(forms) }

// fits reports whether number has the form.
func (f *Form) fits(number string) bool {
	least := f.Least
	if least == 0 {
		least = len(f.Mask)
	}
	if len(number) < least || len(number) > len(f.Mask) {
		return false
	}
	for i := range len(number) {
		c := number[i]
		digit, letter := c-'0' <= 9, c-'A' < 26
		var ok bool
		switch f.Mask[i] {
		case '9':
			ok = digit
		case 'A':
			ok = letter
		case 'X':
			ok = digit || letter
		default:
			ok = c == f.Mask[i]
		}
		if !ok {
			return false
		}
	}
	return true
}

// formOf finds the form of a number and holds it to what the form says, or returns the
// class of what is wrong.
func formOf(t IdentityType, abroad bool, number string) (*Form, error) {
	i := 0
	for i < len(forms) && !(forms[i].Type == t && forms[i].Abroad == abroad && forms[i].fits(number)) {
		i++
	}
	switch {
	case i == len(forms) || branch(number) == "000":
		return nil, ErrForm
	case madeUp(number):
		return nil, ErrMadeUp
	case forms[i].Check && checkDigit(number) != int(number[9]-'0'):
		return nil, ErrCheckDigit
	}
	return &forms[i], nil
}

// madeUp reports whether a number is one digit over and over, nine times or more, as
// systems fill in where they know nothing. Package dossier/npsp judges so too.
func madeUp(number string) bool {
	const least = 9
	for i := range len(number) {
		if number[i]-'0' > 9 || number[i] != number[0] {
			return false
		}
	}
	return len(number) >= least
}
