// Package gateway knows the messages by which a one-window system has people pay online:
// those of the payment platform of the national portal (nền tảng thanh toán), version
// 1.0.6, and those of KeyPay, version 3.0. It writes, signs, reads and verifies them; it
// opens no connection.
//
// # The idea
//
// A payment is a round of messages:
//
//	Init      →  platform    pay this; the reply says at which page
//	Confirm   ←  platform    callback: it was paid, or not
//	Answer    →  platform    taken, or not
//	Query     →  platform    how does it stand? what does the receipt look like?
//
// and the same at KeyPay: [KeyPay], [KeyPayCallback], [KeyPayAnswer], [KeyPayQuery].
// [InitOf] and [KeyPayOf] make the first from an order and an attempt to pay it, and
// Claim makes of a callback or a reply what its order is told ([payment.Claim]).
//
// Members have the names of the wire and its texts: what is signed is what was written,
// to the letter. A code that nobody documented is kept, told by a warning, and makes a
// claim that is pending and unknown, never one that money came. See [Codes].
//
// # Signing
//
// The values of some members are joined by | in an order of their own ([Orders]). The
// platform makes of it and the secret a plain SHA-256, KeyPay an HMAC-SHA256 with a key.
// [Sign] and [Verify] do so for every message. What to know of it:
//
//   - A digest covers what is signed and nothing else: not the receipt of [Init], not
//     the status of [KeyPayCallback].
//   - Joined values are ambiguous once one of them holds a |. Such a message is neither
//     built nor signed, and verifying it is an error though its digest is right.
//   - A digest is 64 lower-case hexadecimal digits. Any other text is another digest.
//   - How [Answer] is signed is not documented; its row is assumed and says so.
//   - A digest does not get old. [Window] refuses messages that did; within it the same
//     message says nothing new, for claims converge.
//
// No error, text, log or JSON of this package shows a [Secret] or a digest, and faults
// do not quote messages.
//
//	m, faults := gateway.InitOf(opening, attempt, &partner, now)
//	m.MaXacThuc, err = gateway.Sign(&m, secret)
//
// # Reading
//
// [Parse] takes what is documented. [ParseLenient] is for messages of others: members
// nobody knows are kept beside the message, numbers are taken for texts, and both are
// told. How long a body may be is for whoever reads it.
//
// # The other way round
//
// The national portal may ask what is due for a dossier ([Inquiry]); [InquiryOf] answers.
package gateway
