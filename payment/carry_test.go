package payment_test

import (
	"errors"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// TestProductsWrap: products whose upper half decides are overflows, and no small amounts
// by chance: 2^65 - 1 halved, and 4 times 2^62.
func TestProductsWrap(t *testing.T) {
	for r := payment.HalfUp; r <= payment.Up; r++ {
		if m, err := payment.MustMoney("145295143558111 VND").Share(253921, 2, r); !errors.Is(err, motcua.ErrOverflow) {
			t.Errorf("%v: %v %v", r, m, err)
		}
	}
	if m, err := payment.MustMoney("4611686018427387904 VND").Mul(4); !errors.Is(err, motcua.ErrOverflow) {
		t.Errorf("%v %v", m, err)
	}
}
