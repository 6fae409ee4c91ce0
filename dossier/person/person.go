package person

import "github.com/motcua/motcua"

// Identity is a number by which a person is known, and the paper it stands on.
type Identity struct {
	Type    IdentityType `json:"type"`                             // what the number claims to be
	Number  string       `json:"number" personal:"yes"`            // as it is written, without spaces
	Issued  motcua.Date  `json:"issued,omitzero" personal:"yes"`   // day of issue (ngày cấp)
	Issuer  string       `json:"issuer,omitempty" personal:"yes"`  // who issued it (nơi cấp)
	Country string       `json:"country,omitempty" personal:"yes"` // of a passport: two capital letters (ISO 3166-1); left out, it is VN
	Label   string       `json:"label,omitempty" personal:"yes"`   // of another type: what it is, for people
}

// Person is a natural or a legal person, as far as a dossier states it.
type Person struct {
	Name       string      `json:"name,omitempty" personal:"yes"`    // full name (họ, chữ đệm và tên), or that of an organisation
	Birth      motcua.Date `json:"birth,omitzero" personal:"yes"`    // day of birth (ngày sinh)
	Identities []Identity  `json:"identities,omitempty"`             // in the order they were stated
	Phone      string      `json:"phone,omitempty" personal:"yes"`   // 8 to 15 digits, a plus before them, spaces, dots or dashes between
	Email      string      `json:"email,omitempty" personal:"yes"`   // address of electronic mail
	Address    string      `json:"address,omitempty" personal:"yes"` // where letters reach the person
}

// Representative is who acts for the applicant (người đại diện).
type Representative struct {
	Person    Person    `json:"person"`                           // who it is
	Authority Authority `json:"authority"`                        // why they may act
	Mandate   string    `json:"mandate,omitempty" personal:"yes"` // number and day of the power of attorney (văn bản ủy quyền)
}

// Applicant is who files a dossier (chủ hồ sơ), and who stands beside them.
type Applicant struct {
	Kind           Kind            `json:"kind,omitzero"`                    // citizen, enterprise, body of the state, organisation
	Person         Person          `json:"person"`                           // who it is
	Representative *Representative `json:"representative,omitempty"`         // who acts in their place
	Beneficiary    *Person         `json:"beneficiary,omitempty"`            // who benefits, if somebody else; may not have a name yet
	Account        string          `json:"account,omitempty" personal:"yes"` // account on the national portal (TechID, MaDoiTuong)
	Verified       bool            `json:"verified"`                         // the account was verified by VNeID (xác thực với VNeID)
}

// Public returns a copy that identifies nobody: kind, verification, authority and the
// types of the identities are kept, every member of [PersonalFields] is empty. It
// shares nothing with a, and is for showing: its Check would find numbers missing.
func (a Applicant) Public() Applicant {
	public := Applicant{Kind: a.Kind, Person: a.Person.public(), Verified: a.Verified}
	if r := a.Representative; r != nil {
		public.Representative = &Representative{Person: r.Person.public(), Authority: r.Authority}
	}
	if a.Beneficiary != nil {
		beneficiary := a.Beneficiary.public()
		public.Beneficiary = &beneficiary
	}
	return public
}

func (p Person) public() Person {
	var public Person
	for _, id := range p.Identities {
		public.Identities = append(public.Identities, Identity{Type: id.Type})
	}
	return public
}

// Form returns the row of [Forms] the number has; false when it has none. Its Validity
// says whether such an identity serves on a day.
func (id Identity) Form() (Form, bool) {
	form, err := formOf(id.Type, id.abroad(), id.Number)
	if err != nil {
		return Form{}, false
	}
	return *form, true
}

// abroad reports whether another country issued a passport.
func (id Identity) abroad() bool {
	return id.Type == TypePassport && id.Country != "" && id.Country != "VN"
}
