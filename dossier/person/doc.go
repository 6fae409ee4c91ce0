// Package person knows who stands behind a dossier (hồ sơ): the applicant (chủ hồ
// sơ), who acts for them, who benefits, and the papers they identify themselves by.
//
// # The idea
//
// An [Applicant] is a kind (loại đối tượng), a [Person], and perhaps two more: the
// [Representative] (người đại diện) who files in their place, by law or by a mandate
// (ủy quyền), and the beneficiary (người thụ hưởng), such as the newborn whose birth a
// parent registers. A person is natural or legal: an enterprise has a name and a tax
// code as a citizen has a name and a citizen number.
//
// An [Identity] is a number with the type it claims to be of. Each type has rows of
// what its numbers look like, since when and on what ground: see [Forms]. What can be
// told from a number alone is told: a citizen number (số định danh cá nhân) says where
// a birth was registered, its year and a sex, see [ParseCitizenNumber]; a tax code
// (mã số thuế) carries a check digit, see [ParseTaxCode]. Whether the number was ever
// given to anybody only the databases of the state know.
//
// [ParseApplicant] reads a document strictly, and the Check methods tell everything
// that is wrong at once. What is wrong is an error where the number or the text cannot
// be what it claims; it is a warning where somebody should look.
//
// # Nobody is shown by accident
//
// Every member that identifies a person is marked in its Go type with the tag
// personal:"yes", and [PersonalFields] lists them. Values of this package print and
// log without these members, whatever the verb, %#v among them. No error and no fault
// holds a value: a fault is a code, a place and a text that was written beforehand,
// and [ParseApplicant] takes away the causes that would quote the input.
//
// Some ways remain. encoding/json writes everything, for it is the wire, and its errors
// may quote what it read. slog's JSON handler writes slices, maps and structs around a
// person through encoding/json: a type that holds a person needs a LogValue of its own.
// Package fmt answers %p and %w without asking the value, and cannot ask what lies in
// unexported fields of other types.
//
// [Applicant.Public] is the copy that may be shown, and [Identity.Masked] writes
// 001********* for a screen at the counter.
//
// # What it does not do
//
// It repairs nothing: no zero is put before a number, no blank taken out. It knows no
// list of countries, neither those of passports nor those of citizen numbers whose
// birth was registered abroad, and it does not know today's date: whether a paper
// still serves is for the caller to ask of the form of its number, see [Identity.Form].
package person
