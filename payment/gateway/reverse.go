package gateway

import (
	"bytes"
	"errors"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// Inquiry is the reverse inquiry (dptracuuthanhtoanhs): the national portal asks the
// local system what is due for a dossier.
type Inquiry struct {
	MaHoSo string `json:"MaHoSo"` // code of the dossier
}

// Check finds a missing dossier.
func (q *Inquiry) Check() (faults motcua.Faults) {
	said(&faults, "/MaHoSo", q.MaHoSo)
	return faults
}

// InquiryReply is the reply to an inquiry.
type InquiryReply struct {
	ErrorCode int   `json:"error_code"` // 1 something is due, 0 nothing is, -1 error
	Message   Bills `json:"message"`    // what is due; of 1
}

// Bills is what is due for a dossier: one bill, on the wire an object, or none, on the
// wire an empty list.
type Bills []Bill

// Bill is what is due for a dossier, ready to be paid.
type Bill struct {
	TransactionID string `json:"transaction_id,omitempty"` // reference of the attempt, for KeyPay
	ClientID      string `json:"client_id,omitempty"`      // code of the partner, for KeyPay
	MaTraCuuTT    string `json:"MaTraCuuTT"`               // code of the inquiry: that of the dossier and the time
	ReceiptInfo
}

// InquiryOf is the reply to an inquiry about a dossier: bill is what is due, nil for
// nothing, and gets the code of the inquiry (MaTraCuuTT: code of the dossier and time).
func InquiryOf(dossier string, bill *Bill, now time.Time) InquiryReply {
	if bill == nil {
		return InquiryReply{Message: Bills{}}
	}
	due := *bill
	due.MaTraCuuTT = dossier + Moment(now)
	return InquiryReply{ErrorCode: 1, Message: Bills{due}}
}

// InquiryError is the reply to an inquiry that cannot be answered.
func InquiryError() InquiryReply { return InquiryReply{ErrorCode: -1, Message: Bills{}} }

// Check finds all that is wrong with a reply, sorted: a code that is not documented (a
// warning), no bill where something is due, a bill where nothing is, and what is wrong
// with it.
func (r *InquiryReply) Check() motcua.Faults {
	var faults motcua.Faults
	coded(wireInquiryReply, "error_code")(&faults, "/error_code", whole(r.ErrorCode))
	switch {
	case r.ErrorCode == 1 && len(r.Message) != 1:
		fault(&faults, codeMissing, "/message", "thiếu khoản phải nộp", "what is due is missing")
	case r.ErrorCode != 1 && len(r.Message) > 0:
		fault(&faults, codeKind, "/message", "không được có khoản phải nộp", "nothing is due, and there is a bill")
	}
	for i := range r.Message {
		faults = append(faults, r.Message[i].Check().At("/message")...)
	}
	faults.Sort()
	return faults
}

// Check finds all that is wrong with a bill, sorted: no code of the inquiry, and what
// [ReceiptInfo.Check] finds.
func (b *Bill) Check() motcua.Faults {
	faults := b.ReceiptInfo.Check()
	said(&faults, "/MaTraCuuTT", b.MaTraCuuTT)
	faults.Sort()
	return faults
}

// MarshalJSON writes one bill as an object and none as an empty list. Several are an
// error: the wire has no place for them.
func (b Bills) MarshalJSON() ([]byte, error) {
	switch len(b) {
	case 0:
		return []byte("[]"), nil
	case 1:
		return encode(b[0])
	}
	return nil, errBills
}

var errBills = errors.New("an inquiry is answered with one bill")

// UnmarshalJSON reads an object, or an empty list. What is wrong is a [motcua.Faults].
func (b *Bills) UnmarshalJSON(data []byte) error {
	if data = bytes.TrimSpace(data); len(data) > 0 && data[0] == '[' {
		var none []struct{}
		faults := strict.Decode(data, &none, 1).Faults
		if len(none) > 0 {
			faults = nil
			fault(&faults, codeKind, "", "phải là một đối tượng, hoặc danh sách rỗng", "want an object, or an empty list")
		}
		if err := faults.Err(); err != nil {
			return err
		}
		*b = Bills{}
		return nil
	}
	var one Bill
	if err := strict.Unquoted(strict.Decode(data, &one, 1).Faults).Err(); err != nil {
		return err
	}
	*b = Bills{one}
	return nil
}
