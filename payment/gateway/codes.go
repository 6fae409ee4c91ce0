package gateway

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Messages that bear codes.
const (
	wireInitReply      = "initReply"
	wireWrapper        = "wrapper"
	wireQueryReply     = "queryReply"
	wireConfirm        = "confirm"
	wireAnswer         = "answer"
	wireKeyPayReply    = "keyPayReply"
	wireKeyPayCallback = "keyPayCallback"
	wireKeyPayAnswer   = "keyPayAnswer"
	wireInquiryReply   = "inquiryReply"
)

// Codes of the wire that this package branches on.
const (
	okCode        = "00" // MaLoi
	otherCode     = "99" // MaLoi of an answer
	statusSuccess = "1"  // TrangThaiGD
	keyPayOK      = "0"  // error, status
	wrapperOK     = "0"  // error_code of the NGSP
)

// Code is what one code of the wire means. Codes without a row are not documented: they
// are kept, and told as unknown.
type Code struct {
	Message string          `json:"message"`          // that bears it, as "confirm"
	Member  string          `json:"member"`           // as "MaLoi"
	Code    string          `json:"code"`             // as on the wire
	Outcome payment.Outcome `json:"outcome,omitzero"` // of the attempt, where the code tells
	Text    motcua.Text     `json:"text"`             // for people
	Source  motcua.Source   `json:"source"`           // on what ground it is believed
}

// codes are all that is known, message by message.
var codes = [...]Code{
	{wireInitReply, "MaLoi", okCode, 0, motcua.Text{Vi: "đã khởi tạo", En: "opened"}, seenOften},
	{wireWrapper, "error_code", wrapperOK, 0, motcua.Text{Vi: "thành công", En: "done"}, seenOnce},
	{wireQueryReply, "MaLoi", okCode, 0, motcua.Text{Vi: "đã trả lời", En: "answered"}, seenOnce},
	{wireQueryReply, "TrangThaiGD", statusSuccess, payment.OutcomeSucceeded, motcua.Text{Vi: "thành công", En: "success"}, seenOnce},
	{wireQueryReply, "TrangThaiGD", "3", payment.OutcomePending, motcua.Text{Vi: "đang xử lý", En: "pending"}, seenOnce},
	{wireQueryReply, "TrangThaiGD", "4", payment.OutcomeFailed, motcua.Text{Vi: "thất bại", En: "failed"}, seenOnce},
	{wireConfirm, "MaLoi", okCode, payment.OutcomeSucceeded, motcua.Text{Vi: "thành công", En: "success"}, seenOften},
	{wireAnswer, "MaLoi", okCode, 0, taken, seenOften},
	{wireAnswer, "MaLoi", otherCode, 0, refused, seenOften},
	{wireKeyPayReply, "error", keyPayOK, 0, motcua.Text{Vi: "đã khởi tạo", En: "opened"}, seenOften},
	{wireKeyPayCallback, "status", keyPayOK, payment.OutcomeSucceeded, motcua.Text{Vi: "thành công", En: "success"}, seenOften},
	{wireKeyPayAnswer, "return_code", "0", 0, taken, seenOften},
	{wireKeyPayAnswer, "return_code", "-1", 0, refused, seenOften},
	{wireInquiryReply, "error_code", "1", 0, motcua.Text{Vi: "có khoản phải nộp", En: "something is due"}, seenOnce},
	{wireInquiryReply, "error_code", "0", 0, motcua.Text{Vi: "không có khoản phải nộp", En: "nothing is due"}, seenOnce},
	{wireInquiryReply, "error_code", "-1", 0, motcua.Text{Vi: "lỗi", En: "error"}, seenOnce},
}

// Codes are the codes that are documented. The rows are copies.
func Codes() []Code { return slices.Clone(codes[:]) }

// codesOf are the codes of a member.
func codesOf(message, member string) []string {
	var known []string
	for _, c := range codes {
		if c.Message == message && c.Member == member {
			known = append(known, c.Code)
		}
	}
	return known
}

// outcomeOf is what a code says of an attempt: nothing is known of one without a row.
func outcomeOf(message, member, code string) (o payment.Outcome, known bool) {
	for _, c := range codes {
		if c.Message == message && c.Member == member && c.Code == code {
			return c.Outcome, true
		}
	}
	return payment.OutcomePending, false
}

// Claim is what the callback says of the attempt, for its order. A code nobody
// documented is kept, told as unknown, and leaves the attempt pending: the platform is
// to be asked. Faults of [Confirm.Check] are the error. That the digest and the time
// hold is for [Verify] and [Window.Check] to say.
func (m *Confirm) Claim() (payment.Claim, error) {
	if err := m.Check().Err(); err != nil {
		return payment.Claim{}, err
	}
	outcome, known := outcomeOf(wireConfirm, "MaLoi", m.MaLoi)
	at, err := ParseMoment(m.ThoiGianGD)
	sum, _ := dong(m.SoTien)
	return payment.Claim{
		Reference: m.MaThamChieu, Outcome: outcome, Transaction: m.MaGiaoDich, Amount: sum, At: at,
		Code: m.MaLoi, Unknown: !known, Origin: payment.OriginCallback,
	}, err
}

// Claim is what the reply says of the attempt that was asked about, by its reference;
// the reply itself does not name it. As [Confirm.Claim]; of a query that was not
// answered nothing is known, and its MaLoi is the code.
func (r *QueryReply) Claim(reference string) (payment.Claim, error) {
	if err := r.Check().Err(); err != nil {
		return payment.Claim{}, err
	}
	c := payment.Claim{Reference: reference, Outcome: payment.OutcomePending, Code: r.MaLoi, Origin: payment.OriginQuery}
	if r.MaLoi != okCode {
		c.Unknown = true
		return c, nil
	}
	outcome, known := outcomeOf(wireQueryReply, "TrangThaiGD", r.TrangThaiGD)
	c.Outcome, c.Code, c.Unknown, c.Transaction = outcome, r.TrangThaiGD, !known, r.MaGiaoDich
	if r.SoTien != "" {
		c.Amount, _ = dong(r.SoTien)
	}
	if r.ThoiGianGD != "" {
		c.At, _ = ParseMoment(r.ThoiGianGD)
	}
	return c, nil
}

// Claim is what the callback says of the attempt, as [Confirm.Claim]. The status is not
// signed: who cannot trust the line should ask before the claim is reported. Nor is
// KeyPay's number of the transaction, so that the claim is known by the reference: an old
// callback that is sent again with another number would else be another sum. Whoever reports
// the same payment from elsewhere, as a statement, has to name the reference too.
func (m *KeyPayCallback) Claim() (payment.Claim, error) {
	if err := m.Check().Err(); err != nil {
		return payment.Claim{}, err
	}
	outcome, known := outcomeOf(wireKeyPayCallback, "status", m.Status)
	sum, _ := dong(m.TransAmount)
	return payment.Claim{
		Reference: m.TransactionID, Outcome: outcome, Transaction: m.TransactionID, Amount: sum,
		Code: m.Status, Unknown: !known, Origin: payment.OriginCallback,
	}, nil
}
