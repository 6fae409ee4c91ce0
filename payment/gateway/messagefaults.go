package gateway

import (
	"fmt"

	"github.com/motcua/motcua"
)

// Codes of faults in messages. A code is retired, never reused.
const (
	codeMissing   = "PAY-GW-01" // something that must be said is not
	codeReference = "PAY-GW-02" // a reference with other than ASCII letters and digits
	codeAmount    = "PAY-GW-03" // an amount that is not a whole number of đồng
	codeCurrency  = "PAY-GW-04" // another currency than VND
	codeMoment    = "PAY-GW-05" // a time that does not exist, or is not yyyyMMddHHmmss
	codeSeparator = "PAY-GW-06" // a signed value that holds the separator
	codeUnknown   = "PAY-GW-07" // a code nobody documented: kept, and told (a warning)
	codeSum       = "PAY-GW-08" // items that do not add up to the amount
	codeAddress   = "PAY-GW-09" // an address that is not one of the web
	codeKind      = "PAY-GW-10" // a message of another kind
	codeSigned    = "PAY-GW-11" // a signed member that is not there
	codeText      = "PAY-GW-12" // a signed value that is neither a text nor a whole number
	codeLine      = "PAY-GW-13" // a charge that cannot be told to the gateway
	codeNumber    = "PAY-GW-14" // a number in the place of a text, read as its digits (a warning)
	codeNoDigest  = "PAY-GW-15" // a message that bears no digest
	codeDigest    = "PAY-GW-16" // a digest that is not that of the message
	codeSecret    = "PAY-GW-17" // no secret to sign or verify with
)

// fault adds an error; the formats take the same arguments.
func fault(faults *motcua.Faults, code, pointer, vi, en string, args ...any) {
	faults.Add(code, pointer, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}

// warn is fault for what somebody should look at.
func warn(faults *motcua.Faults, code, pointer, vi, en string) {
	faults.Warn(code, pointer, motcua.Text{Vi: vi, En: en}, nil)
}
