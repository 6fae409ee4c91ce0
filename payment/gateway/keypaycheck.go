package gateway

import "github.com/motcua/motcua"

var keyPayRows = []memberRow{
	{"client_id", said}, {"transaction_id", reference}, {"trans_amount", positive}, {"command", like(pay)}, {"version", like(keyPayVersion)},
	{"description", said}, {"locale", like("vn")}, {"country_code", like("vi")}, {"currency_code", currency}, {"environment", like("1", "2")},
	{"return_url", address}, {"addition_fee", amount},
}

// Check finds all that is wrong with the message, as [Init.Check].
func (m *KeyPay) Check() motcua.Faults {
	faults := checkSigned(m.signed(), keyPayRows)
	faults = append(faults, m.BillInfo.Check().At("/bill_info")...)
	checkSum(&faults, "/bill_info/DSKhoanNop", m.BillInfo.DSKhoanNop, m.TransAmount)
	faults.Sort()
	return faults
}

// Check finds all that is wrong with the reply, sorted: of "0" there must be a page of
// the web; other codes are warnings.
func (r *KeyPayReply) Check() motcua.Faults {
	var faults motcua.Faults
	coded(wireKeyPayReply, "error")(&faults, "/error", r.Error)
	if r.Error == keyPayOK {
		address(&faults, "/payment_url", r.PaymentURL)
	}
	return faults
}

var keyPayCallbackRows = []memberRow{
	{"client_id", said}, {"transaction_id", reference}, {"trans_amount", amount}, {"payment_fee", maybe(amount)}, {"addition_fee", amount},
	{"command", said}, {"version", like(keyPayVersion)}, {"status", coded(wireKeyPayCallback, "status")}, {"currency_code", maybe(currency)},
}

// Check finds all that is wrong with the message, as [Init.Check].
func (m *KeyPayCallback) Check() motcua.Faults { return checkSigned(m.signed(), keyPayCallbackRows) }

var keyPayQueryRows = []memberRow{{"client_id", said}, {"transaction_id", reference}, {"command", said}}

// Check finds all that is wrong with the message, as [Init.Check].
func (m *KeyPayQuery) Check() motcua.Faults { return checkSigned(m.signed(), keyPayQueryRows) }
