package gateway

import "github.com/motcua/motcua/payment/qr"

// Request is what the message asks the payer for, to be held to the order by
// [qr.Expected.Check]: a message somebody changed on the way names another account or
// amount. What receives the money is in the receipt, which is not signed. Faults of
// [Init.Check] that are errors are the error.
func (m *Init) Request() (qr.Request, error) {
	if err := m.Check().Err(); err != nil {
		return qr.Request{}, err
	}
	return m.ThongTinBienLai.request(m.SoTien, m.MaThamChieu, m.ThongTinGiaoDich), nil
}

// Request is what the message asks the payer for, as [Init.Request]; the error is that of
// [KeyPay.Check].
func (m *KeyPay) Request() (qr.Request, error) {
	if err := m.Check().Err(); err != nil {
		return qr.Request{}, err
	}
	return m.BillInfo.request(m.TransAmount, m.TransactionID, m.Description), nil
}

func (r *ReceiptInfo) request(sum, reference, note string) qr.Request {
	amount, _ := dong(sum) // was checked
	return qr.Request{Bank: r.MaNHThuHuong, Account: r.TKThuHuong, Amount: amount, Reference: reference, Note: note}
}
