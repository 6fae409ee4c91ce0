package payment_test

import (
	"regexp"
	"strconv"
	"testing"

	"github.com/motcua/motcua/payment"
)

var referenceForm = regexp.MustCompile(`^([0-9A-Za-z]{1,24})T([1-9][0-9]*)$`)

// FuzzOrderOf: a reference is an id, the letter T and a number that fits, and nothing
// else is one.
func FuzzOrderOf(f *testing.F) {
	for _, s := range []string{"HD1T1", "HD1T0", "HD1T01", "HD1T", "T1", "TT1", "HD1T1T2", "HD1T-1", "HD1T+1", "HD 1T1", "HĐ1T1", "HD1T9223372036854775807", "HD1T9223372036854775808", "A234567890123456789012345T1", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		order, ok := payment.OrderOf(s)
		parts := referenceForm.FindStringSubmatch(s)
		n := 0
		if parts != nil {
			n, _ = strconv.Atoi(parts[2])
			if strconv.Itoa(n) != parts[2] {
				parts = nil
			}
		}
		if ok != (parts != nil) || !ok && order != "" || ok && (order != parts[1] || payment.Reference(order, n) != s) {
			t.Fatalf("%q is of %q, %t", s, order, ok)
		}
	})
}
