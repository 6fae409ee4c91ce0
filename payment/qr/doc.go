// Package qr writes, reads and verifies VietQR codes: what a payer scans at a counter or
// on a screen to send a bank transfer.
//
// # The idea
//
// A QR code is a text, and the text is a list of data objects (EMVCo QR Code
// Specification for Payment Systems, Merchant-Presented Mode 1.1): two digits that name
// the object, two digits that say how long its value is, the value. Some values are
// lists themselves (templates), and the last object is a check sum over all before it:
//
//	00 02 01        format 01
//	01 02 12        shown once (dynamic); 11 is a code that hangs on the wall (static)
//	38 57 ...       the account: 00 AID of NAPAS, 01 {00 bank, 01 account}, 02 service
//	53 03 704       đồng
//	54 06 180000    amount
//	58 02 VN
//	62 34 ...       01 reference, 08 note
//	63 04 2E2E      CRC-16/CCITT-FALSE, in hexadecimal
//
// Objects are named here by their path, "/38/01/00" for the bank.
//
// Lengths count characters (Unicode code points), not bytes, as in the sample of EMVCo
// with a name in Chinese; the check sum is over the bytes of UTF-8. Only objects for
// which EMVCo has another alphabet may hold other than printable ASCII, so that in
// VietQR the two counts are one.
//
// # Writing
//
// [Of] makes the [Code] of an attempt to pay an order, and [Code.Payload] the text. Apps
// of banks carry the note alone to the statement, so the note begins with the reference.
// Banks take letters, digits and spaces in it; whoever has more asks for [Plain] and
// sees what was changed. Nothing is changed unasked.
//
// # Reading
//
// [Parse] is strict: a length that is off, an object that stands twice, anything after
// the check sum are faults, all of them at once, with the path and the byte at which the
// object begins. [Objects] reads any EMVCo code, and knows nothing of VietQR.
//
// # Verifying
//
// A sticker over the code at the counter, a code sent by somebody who says to be the
// office: the money goes elsewhere. [Verify] holds a code to what is expected of it:
// bank, account, amount, reference, time. [Expected.Check] does so for any request to
// pay.
//
// Drawing the symbol is left to programs that have a library for it.
package qr
