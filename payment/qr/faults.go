package qr

import (
	"fmt"

	"github.com/motcua/motcua"
)

// Codes of faults in payloads, and of what is found in a request that is not the one
// expected. A code is retired, never reused.
const (
	codeCut       = "PAY-QR-01" // ends within the head of an object
	codeID        = "PAY-QR-02" // an id that is not two digits
	codeLength    = "PAY-QR-03" // a length that is not two digits, or is 00
	codeBeyond    = "PAY-QR-04" // a value that goes beyond the end
	codeTwice     = "PAY-QR-05" // an object that stands twice
	codeNoSum     = "PAY-QR-06" // no check sum
	codeSum       = "PAY-QR-07" // a check sum that is another one, or not in upper-case hexadecimal
	codeAfter     = "PAY-QR-08" // something after the check sum
	codeFirst     = "PAY-QR-09" // does not begin with format 01
	codeEncoding  = "PAY-QR-10" // not UTF-8
	codeLong      = "PAY-QR-11" // longer than any code
	codeAlphabet  = "PAY-QR-12" // a character its object does not take
	codeSize      = "PAY-QR-13" // a value shorter or longer than its object may be
	codeReserved  = "PAY-QR-14" // an object that is reserved
	codeMissing   = "PAY-QR-15" // an object VietQR wants is not there
	codeOther     = "PAY-QR-16" // a value VietQR does not have there
	codeUnplain   = "PAY-QR-17" // a reference or note with other than letters, digits and spaces
	codeUnwritten = "PAY-QR-18" // members that cannot be written as objects

	codeBank       = "PAY-QR-51" // pays to another bank
	codeAccount    = "PAY-QR-52" // pays to another account
	codeAmount     = "PAY-QR-53" // asks for another amount or currency
	codeNoAmount   = "PAY-QR-54" // asks for no amount
	codeReference  = "PAY-QR-55" // names another reference
	codeNoRef      = "PAY-QR-56" // names no reference
	codeExpired    = "PAY-QR-57" // is asked for too late
	codeSecond     = "PAY-QR-58" // names a second account
	codeExtra      = "PAY-QR-59" // adds a tip or a fee
	codeCard       = "PAY-QR-60" // pays to a card
	codeUnexpected = "PAY-QR-61" // nothing is known of what is expected
)

// text puts the same arguments into both languages.
func text(vi, en string, args ...any) motcua.Text {
	return motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}
}

// fault adds an error; the formats take the same arguments.
func fault(faults *motcua.Faults, code, pointer, vi, en string, args ...any) {
	faults.Add(code, pointer, text(vi, en, args...), nil)
}

// warn is fault for what somebody should look at.
func warn(faults *motcua.Faults, code, pointer, vi, en string, args ...any) {
	faults.Warn(code, pointer, text(vi, en, args...), nil)
}
