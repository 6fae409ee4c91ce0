package payment

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// Method is a way to pay (hình thức thanh toán).
type Method uint8

// The methods, written "portal", "gateway", "transfer", "qr", "cash" and "card".
const (
	MethodPortal   Method = iota + 1 // through the payment platform of the national portal
	MethodGateway                    // through a provincial gateway (cổng thanh toán) linked to it
	MethodTransfer                   // a plain bank transfer (chuyển khoản)
	MethodQR                         // a VietQR code shown at the counter
	MethodCash                       // cash at the counter (tiền mặt)
	MethodCard                       // a card at the counter
)

var methods = enum.New[Method]("method", "portal", "gateway", "transfer", "qr", "cash", "card")

// String names the value; it never fails.
func (m Method) String() string { return methods.String(m) }

// MarshalText writes the name; an unset value is an error.
func (m Method) MarshalText() ([]byte, error) { return methods.Append(nil, m) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (m *Method) UnmarshalText(text []byte) error { return methods.Unmarshal(m, text) }

// methodRow is what is known of a method.
type methodRow struct {
	method Method
	title  motcua.Text
	online bool   // the index counts it as paid online (portal practice, 2026; ours for the gateway)
	fixed  bool   // the amount is that of the request: another one is not explained by it
	ledger string // who numbers its transactions, each once; a till numbers its own anew (ours)
	each   bool   // each account has numbers of its own: two banks, and a bank that numbers the lines of a statement (ours)
}

// methodRows are in the order of the methods.
var methodRows = [...]methodRow{
	{MethodPortal, motcua.Text{Vi: "Nền tảng thanh toán của Cổng Dịch vụ công quốc gia", En: "Payment platform of the national portal"}, true, true, "platform", false},
	{MethodGateway, motcua.Text{Vi: "Cổng thanh toán của địa phương", En: "Provincial gateway"}, true, true, "gateway", false},
	{MethodTransfer, motcua.Text{Vi: "Chuyển khoản", En: "Bank transfer"}, false, false, "bank", true},
	{MethodQR, motcua.Text{Vi: "Mã VietQR tại quầy", En: "VietQR at the counter"}, false, false, "bank", true},
	{MethodCash, motcua.Text{Vi: "Tiền mặt", En: "Cash"}, false, false, "", false},
	{MethodCard, motcua.Text{Vi: "Thẻ tại quầy", En: "Card at the counter"}, false, true, "", false},
}

func (m Method) row() methodRow {
	if i := int(m) - 1; i >= 0 && i < len(methodRows) {
		return methodRows[i]
	}
	return methodRow{}
}

// Title names the method for people.
func (m Method) Title() motcua.Text { return m.row().title }

// Online reports whether the index counts the method as payment online: a code at the
// counter and a plain transfer are not.
func (m Method) Online() bool { return m.row().online }

// Ledger names who numbers the transactions of the method that come to an account: the
// platform, the gateway, or the bank and the account. Within a ledger one number is one
// transaction, whichever order it is told of. "" for what a till numbers, which may begin
// anew each day.
func (m Method) Ledger(to Account) string {
	row := m.row()
	if row.each {
		return row.ledger + " " + to.Bank + " " + to.Number
	}
	return row.ledger
}

// Moment says when an order is to be paid.
type Moment uint8

// The moments, written "before", "after" and "onNotice".
const (
	MomentBefore   Moment = iota + 1 // before the dossier is received (thu trước)
	MomentAfter                      // before the result is handed over (thu sau)
	MomentOnNotice                   // when a notice says so (theo thông báo)
)

var moments = enum.New[Moment]("moment", "before", "after", "onNotice")

// String names the value; it never fails.
func (m Moment) String() string { return moments.String(m) }

// MarshalText writes the name; an unset value is an error.
func (m Moment) MarshalText() ([]byte, error) { return moments.Append(nil, m) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (m *Moment) UnmarshalText(text []byte) error { return moments.Unmarshal(m, text) }

// Role is the capacity in which somebody acts on an order.
type Role uint8

// The roles, written "payer", "cashier", "gateway", "officer" and "system".
const (
	RolePayer   Role = iota + 1 // who pays (người nộp)
	RoleCashier                 // the counter that takes money (thu ngân)
	RoleGateway                 // a gateway or a bank, by its messages and statements
	RoleOfficer                 // decides on waivers, refunds and corrections (kế toán, lãnh đạo)
	RoleSystem                  // the clock, and programs without anybody behind them
)

var roles = enum.New[Role]("role", "payer", "cashier", "gateway", "officer", "system")

// String names the value; it never fails.
func (r Role) String() string { return roles.String(r) }

// MarshalText writes the name; an unset value is an error.
func (r Role) MarshalText() ([]byte, error) { return roles.Append(nil, r) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (r *Role) UnmarshalText(text []byte) error { return roles.Unmarshal(r, text) }

// Outcome is what is said to have come of an attempt, a refund or a dispute.
type Outcome uint8

// The outcomes, written "pending", "cancelled", "failed" and "succeeded". Of several
// that are claimed of one attempt the later in this list holds: money that came is not
// undone by a message that says it did not.
const (
	OutcomePending   Outcome = iota + 1 // nothing is known yet
	OutcomeCancelled                    // the payer turned back
	OutcomeFailed                       // it was declined
	OutcomeSucceeded                    // the money came; a dispute was lost to the payer
)

var outcomes = enum.New[Outcome]("outcome", "pending", "cancelled", "failed", "succeeded")

// String names the value; it never fails.
func (o Outcome) String() string { return outcomes.String(o) }

// MarshalText writes the name; an unset value is an error.
func (o Outcome) MarshalText() ([]byte, error) { return outcomes.Append(nil, o) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (o *Outcome) UnmarshalText(text []byte) error { return outcomes.Unmarshal(o, text) }

// Origin says where a claim comes from.
type Origin uint8

// The origins, written "callback", "query", "counter" and "statement".
const (
	OriginCallback  Origin = iota + 1 // a message of the gateway (IPN, thông báo kết quả)
	OriginQuery                       // its answer to a query
	OriginCounter                     // the cashier
	OriginStatement                   // a statement of the bank (sao kê)
)

var origins = enum.New[Origin]("origin", "callback", "query", "counter", "statement")

// String names the value; it never fails.
func (o Origin) String() string { return origins.String(o) }

// MarshalText writes the name; an unset value is an error.
func (o Origin) MarshalText() ([]byte, error) { return origins.Append(nil, o) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (o *Origin) UnmarshalText(text []byte) error { return origins.Unmarshal(o, text) }
