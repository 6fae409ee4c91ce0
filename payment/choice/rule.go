package choice

import (
	"fmt"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
	"github.com/motcua/motcua/payment"
)

// Device is where the payer is.
type Device uint8

// The devices, written "desktop", "mobile" and "counter".
const (
	DeviceDesktop Device = iota + 1 // at a computer of their own
	DeviceMobile                    // at a phone
	DeviceCounter                   // at the counter of the unit
)

var devices = enum.New[Device]("device", "desktop", "mobile", "counter")

// String names the value; it never fails.
func (d Device) String() string { return devices.String(d) }

// MarshalText writes the name; an unset value is an error.
func (d Device) MarshalText() ([]byte, error) { return devices.Append(nil, d) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (d *Device) UnmarshalText(text []byte) error { return devices.Unmarshal(d, text) }

// Rule says when a method suits. A method may have several, and suits by any.
type Rule struct {
	Method   payment.Method   `json:"method"`             // it is about
	Devices  []Device         `json:"devices,omitempty"`  // where it can be used; none: everywhere
	Channels []motcua.Channel `json:"channels,omitempty"` // of filing; none: all
	Currency payment.Currency `json:"currency,omitzero"`  // it takes; absent: all
	Least    payment.Money    `json:"least,omitzero"`     // it takes; absent: no limit
	Most     payment.Money    `json:"most,omitzero"`      // it takes; absent: no limit
	Free     bool             `json:"free"`               // the payer pays nothing on top
	Source   motcua.Source    `json:"source"`             // why
}

// Rules are the rules of this project, which a unit may replace.
func Rules() []Rule {
	online := []Device{DeviceDesktop, DeviceMobile}
	counter := []Device{DeviceCounter}
	brought := []motcua.Channel{motcua.ChannelInPerson, motcua.ChannelOnline}
	most, _ := payment.NewMoney(499_999_999, payment.VND)
	return []Rule{
		{Method: payment.MethodPortal, Devices: online, Currency: payment.VND, Free: true, Source: assumed("Cổng Dịch vụ công quốc gia không thu phí thanh toán của người nộp", "the national portal asks no fee of the payer")},
		{Method: payment.MethodGateway, Devices: online, Currency: payment.VND, Source: motcua.Source{Basis: motcua.BasisPractice, Note: motcua.Text{Vi: "KeyPay 3.0 có trường phụ phí addition_fee", En: "KeyPay 3.0 has a member for an additional fee, addition_fee"}}},
		{Method: payment.MethodTransfer, Devices: online, Currency: payment.VND, Free: true, Source: assumed("ngân hàng thường không thu phí chuyển khoản", "most banks ask nothing for a transfer")},
		{Method: payment.MethodQR, Devices: counter, Channels: brought, Currency: payment.VND, Most: most, Free: true, Source: motcua.Source{Basis: motcua.BasisPress, Note: motcua.Text{Vi: "NAPAS 247 nhận dưới 500 triệu đồng một giao dịch (công bố ngày 15/6/2021)", En: "NAPAS 247 takes less than 500 million đồng at once (announced on 15 June 2021)"}}},
		{Method: payment.MethodCard, Devices: counter, Channels: brought, Currency: payment.VND, Free: true, Source: assumed("phí chấp nhận thẻ do đơn vị thu chịu", "the unit bears the fee for taking cards")},
		{Method: payment.MethodCash, Devices: counter, Channels: brought, Free: true, Source: ours("tiền mặt nhận tại quầy của đơn vị, không qua bưu chính", "cash is taken at the counter of the unit, and not through the post")},
	}
}

func assumed(vi, en string) motcua.Source {
	return motcua.Source{Basis: motcua.BasisAssumed, Note: motcua.Text{Vi: vi, En: en}}
}

func ours(vi, en string) motcua.Source {
	return motcua.Source{Basis: motcua.BasisOurs, Note: motcua.Text{Vi: vi, En: en}}
}

// against is what a rule has against its method in a case.
func (r *Rule) against(c *Case) []motcua.Text {
	var not []motcua.Text
	if c.Device != 0 && len(r.Devices) > 0 && !slices.Contains(r.Devices, c.Device) {
		not = append(not, textDevice(c.Device))
	}
	if c.Channel != 0 && len(r.Channels) > 0 && !slices.Contains(r.Channels, c.Channel) {
		not = append(not, textChannel)
	}
	if r.Currency != 0 && c.Amount.Currency() != r.Currency {
		not = append(not, textCurrency)
	}
	if n, err := c.Amount.Cmp(r.Least); !r.Least.IsZero() && (err != nil || n < 0) {
		not = append(not, motcua.Text{Vi: fmt.Sprintf("chỉ nhận từ %v", r.Least), En: fmt.Sprintf("takes %v or more", r.Least)})
	}
	if n, err := c.Amount.Cmp(r.Most); !r.Most.IsZero() && (err != nil || n > 0) {
		not = append(not, motcua.Text{Vi: fmt.Sprintf("chỉ nhận đến %v", r.Most), En: fmt.Sprintf("takes %v at most", r.Most)})
	}
	return not
}

// What is told of methods.
var (
	textNothing    = motcua.Text{Vi: "không còn khoản phải nộp", En: "there is nothing to pay"}
	textNotOffered = motcua.Text{Vi: "đơn vị thu không nhận hình thức này", En: "the unit does not take it"}
	textNoRule     = motcua.Text{Vi: "chưa có quy tắc cho hình thức này", En: "there is no rule for it"}
	textChannel    = motcua.Text{Vi: "không dùng được với kênh nộp hồ sơ này", En: "does not go with the way the dossier was filed"}
	textCurrency   = motcua.Text{Vi: "không nhận đồng tiền này", En: "does not take this currency"}
	textOnline     = motcua.Text{Vi: "được tính là thanh toán trực tuyến", En: "counts as paid online"}
	textFree       = motcua.Text{Vi: "người nộp không chịu thêm phí", En: "costs the payer nothing on top"}
	textDevices    = [...]motcua.Text{
		{Vi: "không dùng được trên máy tính", En: "cannot be used at a computer"},
		{Vi: "không dùng được trên điện thoại", En: "cannot be used on a phone"},
		{Vi: "không dùng được tại quầy", En: "cannot be used at the counter"},
	}
)

func textFailed(n int) motcua.Text {
	return motcua.Text{Vi: fmt.Sprintf("đã không thành công %d lần", n), En: fmt.Sprintf("failed before: %d", n)}
}

func textDevice(d Device) motcua.Text {
	if i := int(d) - 1; i < len(textDevices) {
		return textDevices[i]
	}
	return motcua.Text{Vi: "không biết thiết bị này", En: "there is no such device"}
}
