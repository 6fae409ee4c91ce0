package dossier

import (
	"fmt"
	"log/slog"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// PaperForm is the form in which a paper was handed in.
type PaperForm uint8

// The forms: the original (bản chính), a copy (bản sao), an electronic document, and no
// paper at all because data stand in for it.
const (
	PaperOriginal PaperForm = iota + 1
	PaperCopy
	PaperElectronic
	PaperData
)

var paperForms = enum.New[PaperForm]("paper form", "original", "copy", "electronic", "data")

// String names the value; it never fails.
func (f PaperForm) String() string { return paperForms.String(f) }

// MarshalText writes the name; an unset value is an error.
func (f PaperForm) MarshalText() ([]byte, error) { return paperForms.Append(nil, f) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (f *PaperForm) UnmarshalText(text []byte) error { return paperForms.Unmarshal(f, text) }

// Reuse says where a paper was taken from instead of asking for it again (tái sử dụng,
// TT 01/2023/TT-VPCP).
type Reuse uint8

// The ways of reuse: a component of another dossier, the result of another procedure.
const (
	ReuseComponent Reuse = iota + 1
	ReuseResult
)

var reuses = enum.New[Reuse]("reuse", "component", "result")

// String names the value; it never fails.
func (r Reuse) String() string { return reuses.String(r) }

// MarshalText writes the name; an unset value is an error.
func (r Reuse) MarshalText() ([]byte, error) { return reuses.Append(nil, r) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (r *Reuse) UnmarshalText(text []byte) error { return reuses.Unmarshal(r, text) }

// Paper is a component of the dossier (thành phần hồ sơ) as it was handed in.
type Paper struct {
	ID         string            `json:"id"`                   // within the dossier; one that comes again replaces it
	Code       string            `json:"code,omitempty"`       // of the component in the catalogue (MAGIAYTO)
	Name       string            `json:"name,omitempty"`       // of the component
	Form       PaperForm         `json:"form"`                 // how it was handed in
	Digitised  bool              `json:"digitised"`            // scanned into an electronic copy (số hoá)
	Signed     bool              `json:"signed"`               // and signed electronically (ký số)
	Stored     bool              `json:"fromStore"`            // taken from the store of electronic data (kho quản lý dữ liệu điện tử)
	Reused     Reuse             `json:"reused,omitzero"`      // taken from elsewhere; absent: not
	ReplacedBy motcua.ResultCode `json:"replacedBy,omitempty"` // the result that stands in for it
	Data       string            `json:"data,omitempty"`       // code of the database that stands in for it
	Deleted    bool              `json:"deleted"`              // taken back: it no longer counts
	File       *File             `json:"file,omitempty"`       // its electronic form
}

// File is an electronic document and where it lies. Its name and its address may name a
// person.
type File struct {
	ID   string `json:"id,omitempty"`                  // in the store it lies in
	Name string `json:"name,omitempty" personal:"yes"` // of the file
	URL  string `json:"url,omitempty" personal:"yes"`  // where to fetch it
}

// Result is what comes out of a dossier (kết quả).
type Result struct {
	Code       motcua.ResultCode `json:"code,omitempty"`                  // kind of result in the catalogue
	Name       string            `json:"name"`                            // for people
	Paper      string            `json:"paper,omitempty"`                 // code of the component it is, if it is one (MaThanhPhanHoSo)
	Number     string            `json:"number,omitempty" personal:"yes"` // its number (số, ký hiệu)
	Issued     motcua.Date       `json:"issued,omitzero"`                 // day of issue
	Document   bool              `json:"document"`                        // it is a document
	Electronic bool              `json:"electronic"`                      // it exists electronically
	Valid      bool              `json:"valid"`                           // signed electronically, as good as paper (45/2020/NĐ-CP)
	Stored     bool              `json:"stored"`                          // linked to the citizen's store (kho dữ liệu của công dân)
	Refusal    bool              `json:"refusal"`                         // it says no
	File       *File             `json:"file,omitempty"`                  // its electronic form
}

// String says the id and the code.
func (p Paper) String() string { return "paper " + p.ID + " " + p.Code }

// Format is String for every verb of package fmt.
func (p Paper) Format(s fmt.State, verb rune) { show(s, verb, p.String()) }

// LogValue is String.
func (p Paper) LogValue() slog.Value { return slog.StringValue(p.String()) }

// String says the id and nothing of the file.
func (f File) String() string { return "file " + f.ID }

// Format is String for every verb of package fmt.
func (f File) Format(s fmt.State, verb rune) { show(s, verb, f.String()) }

// LogValue is String.
func (f File) LogValue() slog.Value { return slog.StringValue(f.String()) }

// String says the code.
func (r Result) String() string { return "result " + string(r.Code) }

// Format is String for every verb of package fmt.
func (r Result) Format(s fmt.State, verb rune) { show(s, verb, r.String()) }

// LogValue is String.
func (r Result) LogValue() slog.Value { return slog.StringValue(r.String()) }
