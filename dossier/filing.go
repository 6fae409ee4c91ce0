package dossier

import (
	"fmt"
	"log/slog"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/internal/enum"
)

// Gateway is a gateway of online payment that the index counts.
type Gateway uint8

// The gateways: that of the national portal, and that of a ministry or a province, in
// the order of the portal's codes 1 and 2 (DuocThanhToanTrucTuyen).
const (
	GatewayNational Gateway = iota + 1
	GatewayLocal
)

var gateways = enum.New[Gateway]("gateway", "national", "local")

// String names the value; it never fails.
func (g Gateway) String() string { return gateways.String(g) }

// MarshalText writes the name; an unset value is an error.
func (g Gateway) MarshalText() ([]byte, error) { return gateways.Append(nil, g) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (g *Gateway) UnmarshalText(text []byte) error { return gateways.Unmarshal(g, text) }

// Delivery is how the result is to be handed over (hình thức trả kết quả).
type Delivery uint8

// The deliveries: at the counter and by the public post, the portal's 0 and 1
// (HinhThuc).
const (
	DeliveryCounter Delivery = iota + 1
	DeliveryPost
)

var deliveries = enum.New[Delivery]("delivery", "counter", "post")

// String names the value; it never fails.
func (d Delivery) String() string { return deliveries.String(d) }

// MarshalText writes the name; an unset value is an error.
func (d Delivery) MarshalText() ([]byte, error) { return deliveries.Append(nil, d) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (d *Delivery) UnmarshalText(text []byte) error { return deliveries.Unmarshal(d, text) }

// Filing is what is filed: for which procedure, by whom, where.
type Filing struct {
	Code        string                   `json:"code"`                             // of the dossier (mã hồ sơ); by the rules it is a motcua.DossierCode
	Procedure   motcua.ProcedureCode     `json:"procedure,omitempty"`              // of the procedure
	Version     string                   `json:"version,omitempty"`                // of the procedure that applies
	Name        string                   `json:"name,omitempty"`                   // of the procedure
	Field       string                   `json:"field,omitempty"`                  // code of the field (lĩnh vực)
	FieldName   string                   `json:"fieldName,omitempty"`              // its name
	Case        string                   `json:"case,omitempty"`                   // id of the case
	Option      string                   `json:"option,omitempty"`                 // id of the time option
	Answers     map[string]motcua.Scalar `json:"answers,omitempty" personal:"yes"` // to the questions of the procedure
	Channel     motcua.Channel           `json:"channel,omitzero"`                 // how it is filed
	National    bool                     `json:"nationalPortal"`                   // on the national portal, otherwise with the province or ministry
	Assisted    bool                     `json:"assisted"`                         // somebody helped the applicant to file
	Applicant   person.Applicant         `json:"applicant"`                        // who files, and for whom
	Subject     string                   `json:"subject,omitempty" personal:"yes"` // what it is about (trích yếu)
	Reception   Place                    `json:"reception"`                        // where it is received
	Competent   Place                    `json:"competent"`                        // who decides
	Pickup      Place                    `json:"pickup,omitzero"`                  // where the result is handed over; absent: where it was received
	Delivery    Delivery                 `json:"delivery,omitzero"`                // how the result is handed over
	Fees        []Fee                    `json:"fees,omitempty"`                   // as they were quoted
	Databases   []string                 `json:"databases,omitempty"`              // codes of shared databases that were used (MaCSDL)
	Attachments []Attachment             `json:"attachments,omitempty"`            // other papers (tệp đính kèm khác)
	Parent      string                   `json:"parent,omitempty"`                 // code of the dossier whose filing set this one off (liên thông)
	Children    []Child                  `json:"children,omitempty"`               // dossiers this filing sets off
}

// Place is a unit and its service point. One centre has many points, and a dossier may
// be received at one, decided elsewhere and handed over at a third (phi địa giới hành
// chính).
type Place struct {
	Unit  motcua.UnitCode `json:"unit,omitempty"`  // the body
	Name  string          `json:"name,omitempty"`  // of the body
	Point string          `json:"point,omitempty"` // the service point (điểm tiếp nhận)
}

// IsZero reports whether no place is stated.
func (p Place) IsZero() bool { return p == Place{} }

// Attachment is another paper that is no component (tệp đính kèm khác).
type Attachment struct {
	Name     string `json:"name" personal:"yes"` // of the paper
	Quantity int64  `json:"quantity"`            // how many
	Kind     int64  `json:"kind,omitempty"`      // portal's kind of paper (LoaiGiayTo)
}

// Child is a dossier that an interconnected filing (liên thông) sets off.
type Child struct {
	Code      string               `json:"code"`           // of the dossier
	Procedure motcua.ProcedureCode `json:"procedure"`      // of its procedure
	Name      string               `json:"name,omitempty"` // of its procedure
	Competent Place                `json:"competent"`      // who decides
}

// DossierCode is the code by the rules; an error for a foreign one.
func (f *Filing) DossierCode() (motcua.DossierCode, error) { return motcua.ParseDossier(f.Code) }

// Is reports whether the dossier bears a code, in whichever order its unit is written.
func (f *Filing) Is(code string) bool {
	if f.Code == code {
		return true
	}
	own, err := f.DossierCode()
	other, bad := motcua.ParseDossier(code)
	return err == nil && bad == nil && own.Canonical() == other.Canonical()
}

// String says the code and the procedure, and no person.
func (f Filing) String() string { return "filing " + f.Code + " of " + string(f.Procedure) }

// Format is String for every verb of package fmt.
func (f Filing) Format(s fmt.State, verb rune) { show(s, verb, f.String()) }

// LogValue is String.
func (f Filing) LogValue() slog.Value { return slog.StringValue(f.String()) }
