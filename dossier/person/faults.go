package person

import (
	"strings"

	"github.com/motcua/motcua"
)

// A flaw is a kind of fault, with all it will ever say: no value finds its way into a
// text that takes none.
type flaw struct {
	code   string // retired, never reused
	warn   bool
	vi, en string
}

var (
	flawKind      = flaw{"PER-APP-01", false, "thiếu loại đối tượng", "the kind of applicant is missing"}
	flawName      = flaw{"PER-APP-02", false, "thiếu họ tên hoặc tên tổ chức", "the name is missing"}
	flawNobody    = flaw{"PER-APP-03", true, "chủ hồ sơ không có giấy tờ định danh nào", "the applicant states no identity"}
	flawAuthority = flaw{"PER-APP-04", false, "thiếu căn cứ đại diện", "the authority of the representative is missing"}
	flawMandate   = flaw{"PER-APP-05", true, "đại diện theo ủy quyền nhưng không nêu văn bản ủy quyền", "mandated, and no power of attorney is named"}

	flawText  = flaw{"PER-TEXT-01", false, "không phải văn bản thường: có ký tự điều khiển, khoảng trắng thừa hoặc quá dài", "not plain text: it has control characters, space around it, or is too long"}
	flawDate  = flaw{"PER-TEXT-02", false, "không phải một ngày", "not a day"}
	flawPhone = flaw{"PER-TEXT-03", true, "số điện thoại cần 8 đến 15 chữ số", "a telephone number has 8 to 15 digits"}
	flawEmail = flaw{"PER-TEXT-04", true, "không phải địa chỉ thư điện tử", "not an address of electronic mail"}

	flawType       = flaw{"PER-ID-01", false, "thiếu loại giấy tờ định danh", "the type of the identity is missing"}
	flawForm       = flaw{"PER-ID-02", false, "số không đúng dạng của loại giấy tờ", "the number has not the form of its type"}
	flawMadeUp     = flaw{"PER-ID-03", false, "số giả: chỉ lặp lại một chữ số", "a made-up number: one digit over and over"}
	flawCheckDigit = flaw{"PER-ID-04", false, "số kiểm tra của mã số thuế sai", "the check digit of the tax code is wrong"}
	flawProvince   = flaw{"PER-ID-05", true, "ba số đầu không phải mã của 63 tỉnh, thành phố; có thể là mã quốc gia", "the first three digits are the code of none of the 63 provinces; they may be those of a country"}
	flawIssued     = flaw{"PER-ID-06", true, "ngày cấp không thể có: trước khi sinh, hoặc khi loại giấy tờ không còn", "a day of issue that cannot be: before the birth, or when there were no such papers any more"}
	flawCountry    = flaw{"PER-ID-07", false, "quốc gia chỉ dùng cho hộ chiếu, gồm hai chữ cái in hoa", "a country belongs to passports alone, and is two capital letters"}
	flawLabel      = flaw{"PER-ID-08", false, "tên giấy tờ cần cho loại khác, và chỉ cho loại đó", "another type needs a label, and no other type has one"}
	flawOther      = flaw{"PER-ID-09", true, "loại giấy tờ khác, không kiểm tra được số", "another type of identity, whose number nobody checks"}
	flawTwice      = flaw{"PER-ID-10", false, "giấy tờ định danh này đã có ở trên", "this identity stands above already"}
	flawBirth      = flaw{"PER-ID-11", true, "năm sinh khác với năm trong số định danh", "the year of birth is not that of the citizen number"}
)

// flawOf is what the classes of errors are as faults.
func flawOf(err error) flaw {
	switch err {
	case ErrMadeUp:
		return flawMadeUp
	case ErrCheckDigit:
		return flawCheckDigit
	}
	return flawForm
}

// checker gathers faults.
type checker struct{ faults motcua.Faults }

// add tells a flaw at the place whose parts are given.
func (c *checker) add(f flaw, at ...string) {
	tell := c.faults.Add
	if f.warn {
		tell = c.faults.Warn
	}
	tell(f.code, strings.Join(at, ""), motcua.Text{Vi: f.vi, En: f.en}, nil)
}

func (c *checker) sorted() motcua.Faults {
	c.faults.Sort()
	return c.faults
}
