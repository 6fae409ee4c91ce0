package person

import (
	"slices"

	"github.com/motcua/motcua/internal/enum"
)

// Kind is the kind of an applicant (loại đối tượng).
type Kind uint8

// The kinds, written "citizen", "enterprise", "stateBody" and "organisation".
const (
	Citizen      Kind = iota + 1 // a natural person (công dân, người dân)
	Enterprise                   // an enterprise (doanh nghiệp)
	StateBody                    // a body of the state (cơ quan nhà nước)
	Organisation                 // any other organisation (tổ chức khác)
)

// kindRows are the kinds in order: our name, and the code of LoaiDoiTuong in messages
// of the national portal, seen in the code of portals.
var kindRows = []struct{ name, code string }{
	{"citizen", "1"},
	{"enterprise", "2"},
	{"stateBody", "3"},
	{"organisation", "4"},
}

var kinds = enum.New[Kind]("applicant kind", kindNames()...)

func kindNames() []string {
	names := make([]string, len(kindRows))
	for i, row := range kindRows {
		names[i] = row.name
	}
	return names
}

// KindOfCode returns the kind a code of the national portal (LoaiDoiTuong) stands for;
// false if none is known by it.
func KindOfCode(code string) (Kind, bool) {
	for i, row := range kindRows {
		if row.code == code {
			return Kind(i + 1), true
		}
	}
	return 0, false
}

// Code returns the code of the national portal (LoaiDoiTuong), "1" to "4"; "" for a
// value that is no kind.
func (k Kind) Code() string {
	if !k.known() {
		return ""
	}
	return kindRows[k-1].code
}

func (k Kind) known() bool { return k >= Citizen && k <= Organisation }

// String names k; it never fails.
func (k Kind) String() string { return kinds.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }

// IdentityType is what an identity is, as far as the code can tell anything of its
// numbers. All else is [TypeOther], with a label.
type IdentityType uint8

// The types, written "citizenNumber", "oldCard", "taxCode", "passport" and "other".
const (
	TypeCitizen  IdentityType = iota + 1 // personal identification number (số định danh cá nhân), also of cards (CCCD, thẻ căn cước)
	TypeOldCard                          // card of nine digits (chứng minh nhân dân, CMND)
	TypeTax                              // tax code (mã số thuế)
	TypePassport                         // passport (hộ chiếu)
	TypeOther                            // anything else, kept as it is and never checked
)

var types = enum.New[IdentityType]("identity type", "citizenNumber", "oldCard", "taxCode", "passport", "other")

func (t IdentityType) known() bool { return t >= TypeCitizen && t <= TypeOther }

// String names t; it never fails.
func (t IdentityType) String() string { return types.String(t) }

// MarshalText writes the name; an unset value is an error.
func (t IdentityType) MarshalText() ([]byte, error) { return types.Append(nil, t) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (t *IdentityType) UnmarshalText(text []byte) error { return types.Unmarshal(t, text) }

// Authority is why a representative may act (căn cứ xác lập quyền đại diện), as the
// Civil Code (Bộ luật Dân sự) 91/2015/QH13, Điều 135, tells the two apart.
type Authority uint8

// The authorities, written "statutory" and "mandated".
const (
	Statutory Authority = iota + 1 // by law, a charter or a decision (đại diện theo pháp luật): a parent, a director
	Mandated                       // by the will of the represented (đại diện theo ủy quyền)
)

var authorities = enum.New[Authority]("authority", "statutory", "mandated")

func (a Authority) known() bool { return a == Statutory || a == Mandated }

// String names a; it never fails.
func (a Authority) String() string { return authorities.String(a) }

// MarshalText writes the name; an unset value is an error.
func (a Authority) MarshalText() ([]byte, error) { return authorities.Append(nil, a) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (a *Authority) UnmarshalText(text []byte) error { return authorities.Unmarshal(a, text) }

// Sex is what the digit of a citizen number says of its holder's sex (giới tính).
type Sex uint8

// The sexes a citizen number can say, written "male" and "female".
const (
	Male   Sex = iota + 1 // nam
	Female                // nữ
)

var sexes = enum.New[Sex]("sex", "male", "female")

// String names s; it never fails.
func (s Sex) String() string { return sexes.String(s) }

// provinces are the codes of the 63 provinces before the merger of 1 July 2025, which
// are the statistical codes (mã thống kê) with a zero before them; package catalog/unit
// knows which units bore them. The 34 provinces since bear codes of this list. It is
// in order.
var provinces = []string{
	"001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017", "019", "020", "022", "024", "025",
	"026", "027", "030", "031", "033", "034", "035", "036", "037", "038", "040", "042", "044", "045", "046", "048",
	"049", "051", "052", "054", "056", "058", "060", "062", "064", "066", "067", "068", "070", "072", "074", "075",
	"077", "079", "080", "082", "083", "084", "086", "087", "089", "091", "092", "093", "094", "095", "096",
}

func isProvince(code string) bool {
	_, found := slices.BinarySearch(provinces, code)
	return found
}
