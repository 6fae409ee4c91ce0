package fee_test

import (
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
)

func TestStandardIsSound(t *testing.T) {
	for _, f := range fee.Standard().Check() {
		t.Error(f)
	}
	if len(fee.Standard().Reliefs) < 15 {
		t.Errorf("%d reliefs", len(fee.Standard().Reliefs))
	}
	for _, f := range fee.Standard().Reliefs {
		if f.Source.Basis == motcua.BasisAssumed || f.Source.Basis == 0 {
			t.Errorf("%s: basis %v", f.ID, f.Source.Basis)
		}
	}
}
