package gateway

// KeyPay opens a payment at KeyPay for the national portal, version 3.0.
type KeyPay struct {
	ClientID      string      `json:"client_id"`                  // code of the partner
	TransactionID string      `json:"transaction_id"`             // reference of the attempt
	TransAmount   string      `json:"trans_amount"`               // whole đồng
	Command       string      `json:"command"`                    // "PAY"
	Version       string      `json:"version"`                    // "3.0"
	Description   string      `json:"description" personal:"yes"` // what is paid for
	Locale        string      `json:"locale"`                     // "vn"
	CountryCode   string      `json:"country_code"`               // "vi"
	CurrencyCode  string      `json:"currency_code"`              // "VND"
	Environment   string      `json:"environment"`                // "1" web, "2" app
	BillInfo      ReceiptInfo `json:"bill_info"`                  // for the receipt; not signed
	ReturnURL     string      `json:"return_url"`                 // page the payer comes back to; not signed
	AdditionFee   string      `json:"addition_fee"`               // whole đồng, "0"
	CheckSum      string      `json:"check_sum"`                  // digest with key 1
}

// KeyPayReply is the reply to KeyPay: where the payer is to go.
type KeyPayReply struct {
	Error      string `json:"error"`                 // "0"; others are not documented
	Msg        string `json:"msg,omitempty"`         // for people
	PaymentURL string `json:"payment_url,omitempty"` // page of the payment; of "0"
}

// KeyPayCallback is the callback of KeyPay: what came of a payment. Its digest does not
// cover the status, and it bears no time: one that says "success" is a reason to ask
// with [KeyPayQuery], and no proof. Members with omitempty need not be there.
type KeyPayCallback struct {
	ClientID        string `json:"client_id"`                            // code of the partner
	TransactionID   string `json:"transaction_id"`                       // reference of the attempt
	TransactionCode string `json:"transaction_code,omitempty"`           // transaction of KeyPay; not signed, and in no claim
	TransAmount     string `json:"trans_amount"`                         // whole đồng
	PaymentFee      string `json:"payment_fee,omitempty"`                // whole đồng; not signed
	AdditionFee     string `json:"addition_fee"`                         // whole đồng
	Command         string `json:"command"`                              // "PAY"
	Version         string `json:"version"`                              // "3.0"
	Status          string `json:"status"`                               // "0" success; not signed, others are not documented
	Description     string `json:"description,omitempty" personal:"yes"` // as in KeyPay
	Locale          string `json:"locale,omitempty"`                     // as in KeyPay
	CountryCode     string `json:"country_code,omitempty"`               // as in KeyPay
	CurrencyCode    string `json:"currency_code,omitempty"`              // as in KeyPay
	Environment     string `json:"environment,omitempty"`                // as in KeyPay
	MaHoSo          string `json:"MaHoSo,omitempty"`                     // code of the dossier
	CheckSum        string `json:"check_sum"`                            // digest with key 2
}

// KeyPayAnswer is what KeyPay is told of its callback. It bears no digest.
type KeyPayAnswer struct {
	ReturnCode int    `json:"return_code"` // 0 taken, -1 not taken
	ReturnMsg  string `json:"return_msg"`  // for people
}

// KeyPayQuery asks KeyPay for the details of a payment. The reply is not documented and
// has no type here.
type KeyPayQuery struct {
	ClientID      string `json:"client_id"`      // code of the partner
	TransactionID string `json:"transaction_id"` // reference of the attempt
	Command       string `json:"command"`        // that of the payment, "PAY"
	CheckSum      string `json:"check_sum"`      // digest with key 1
}

func (m *KeyPay) signed() Members         { return membersOf(KindKeyPay, m) }
func (m *KeyPayCallback) signed() Members { return membersOf(KindKeyPayCallback, m) }
func (m *KeyPayQuery) signed() Members    { return membersOf(KindKeyPayQuery, m) }

// keyPayVersion is the version of KeyPay that this package writes.
const keyPayVersion = "3.0"
