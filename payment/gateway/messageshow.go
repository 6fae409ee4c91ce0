package gateway

import (
	"fmt"
	"log/slog"
)

// Messages are shown by their kind and reference alone: they hold persons, the addresses
// of pages that are theirs, and digests.

// told is how a message is shown.
func told(kind, reference string) string {
	if reference != "" && plain(reference) && len(reference) <= 64 {
		return kind + " " + reference
	}
	return kind
}

// String names the message and no person.
func (m Init) String() string { return told(loaiInit, m.MaThamChieu) }

// Format is String for every verb of package fmt.
func (m Init) Format(s fmt.State, verb rune) { show(s, verb, m.String()) }

// LogValue is String.
func (m Init) LogValue() slog.Value { return slog.StringValue(m.String()) }

// String names the message and no person.
func (r ReceiptInfo) String() string { return told("ThongTinBienLai", "") }

// Format is String for every verb of package fmt.
func (r ReceiptInfo) Format(s fmt.State, verb rune) { show(s, verb, r.String()) }

// LogValue is String.
func (r ReceiptInfo) LogValue() slog.Value { return slog.StringValue(r.String()) }

// String names the message and no person.
func (r InitReply) String() string { return told("reply to INIT", "") }

// Format is String for every verb of package fmt.
func (r InitReply) Format(s fmt.State, verb rune) { show(s, verb, r.String()) }

// LogValue is String.
func (r InitReply) LogValue() slog.Value { return slog.StringValue(r.String()) }

// String names the message and no person.
func (w Wrapper) String() string { return told("reply of the NGSP", "") }

// Format is String for every verb of package fmt.
func (w Wrapper) Format(s fmt.State, verb rune) { show(s, verb, w.String()) }

// LogValue is String.
func (w Wrapper) LogValue() slog.Value { return slog.StringValue(w.String()) }

// String names the message and no person.
func (m Query) String() string { return told(m.signed().Kind.String(), m.MaThamChieu) }

// Format is String for every verb of package fmt.
func (m Query) Format(s fmt.State, verb rune) { show(s, verb, m.String()) }

// LogValue is String.
func (m Query) LogValue() slog.Value { return slog.StringValue(m.String()) }

// String names the message and no person.
func (r QueryReply) String() string { return told("reply to QUERY", "") }

// Format is String for every verb of package fmt.
func (r QueryReply) Format(s fmt.State, verb rune) { show(s, verb, r.String()) }

// LogValue is String.
func (r QueryReply) LogValue() slog.Value { return slog.StringValue(r.String()) }

// String names the message and no person.
func (m Confirm) String() string { return told("confirm", m.MaThamChieu) }

// Format is String for every verb of package fmt.
func (m Confirm) Format(s fmt.State, verb rune) { show(s, verb, m.String()) }

// LogValue is String.
func (m Confirm) LogValue() slog.Value { return slog.StringValue(m.String()) }

// String names the message and no person.
func (m Answer) String() string { return told("answer", m.MaThamChieu) }

// Format is String for every verb of package fmt.
func (m Answer) Format(s fmt.State, verb rune) { show(s, verb, m.String()) }

// LogValue is String.
func (m Answer) LogValue() slog.Value { return slog.StringValue(m.String()) }

// String names the message and no person.
func (m KeyPay) String() string { return told("keypay", m.TransactionID) }

// Format is String for every verb of package fmt.
func (m KeyPay) Format(s fmt.State, verb rune) { show(s, verb, m.String()) }

// LogValue is String.
func (m KeyPay) LogValue() slog.Value { return slog.StringValue(m.String()) }

// String names the message and no person.
func (r KeyPayReply) String() string { return told("reply of KeyPay", "") }

// Format is String for every verb of package fmt.
func (r KeyPayReply) Format(s fmt.State, verb rune) { show(s, verb, r.String()) }

// LogValue is String.
func (r KeyPayReply) LogValue() slog.Value { return slog.StringValue(r.String()) }

// String names the message and no person.
func (m KeyPayCallback) String() string { return told("keypay-callback", m.TransactionID) }

// Format is String for every verb of package fmt.
func (m KeyPayCallback) Format(s fmt.State, verb rune) { show(s, verb, m.String()) }

// LogValue is String.
func (m KeyPayCallback) LogValue() slog.Value { return slog.StringValue(m.String()) }

// String names the message and no person.
func (m KeyPayQuery) String() string { return told("keypay-query", m.TransactionID) }

// Format is String for every verb of package fmt.
func (m KeyPayQuery) Format(s fmt.State, verb rune) { show(s, verb, m.String()) }

// LogValue is String.
func (m KeyPayQuery) LogValue() slog.Value { return slog.StringValue(m.String()) }

// String names the message and no person.
func (b Bill) String() string { return told("bill", "") }

// Format is String for every verb of package fmt.
func (b Bill) Format(s fmt.State, verb rune) { show(s, verb, b.String()) }

// LogValue is String.
func (b Bill) LogValue() slog.Value { return slog.StringValue(b.String()) }

// String names the message and no person.
func (r InquiryReply) String() string { return told("reply to an inquiry", "") }

// Format is String for every verb of package fmt.
func (r InquiryReply) Format(s fmt.State, verb rune) { show(s, verb, r.String()) }

// LogValue is String.
func (r InquiryReply) LogValue() slog.Value { return slog.StringValue(r.String()) }

// String names the message and no person.
func (m Members) String() string { return told(m.Kind.String(), "") }

// Format is String for every verb of package fmt.
func (m Members) Format(s fmt.State, verb rune) { show(s, verb, m.String()) }

// LogValue is String.
func (m Members) LogValue() slog.Value { return slog.StringValue(m.String()) }

// String names the partner, and not who pays.
func (p Partner) String() string { return told("partner", p.Code) }

// Format is String for every verb of package fmt.
func (p Partner) Format(s fmt.State, verb rune) { show(s, verb, p.String()) }

// LogValue is String.
func (p Partner) LogValue() slog.Value { return slog.StringValue(p.String()) }
