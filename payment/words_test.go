package payment_test

import (
	"testing"

	"github.com/motcua/motcua/payment"
)

func TestWords(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"0 VND", "Không đồng"},
		{"1 VND", "Một đồng"},
		{"5 VND", "Năm đồng"},
		{"10 VND", "Mười đồng"},
		{"11 VND", "Mười một đồng"},     // một, not mốt, after mười
		{"15 VND", "Mười lăm đồng"},     // lăm after tens
		{"20 VND", "Hai mươi đồng"},     // mươi, not mười
		{"21 VND", "Hai mươi mốt đồng"}, // mốt
		{"24 VND", "Hai mươi tư đồng"},  // tư after mươi
		{"14 VND", "Mười bốn đồng"},     // but not after mười
		{"104 VND", "Một trăm linh bốn đồng"},
		{"25 VND", "Hai mươi lăm đồng"},
		{"55 VND", "Năm mươi lăm đồng"},
		{"100 VND", "Một trăm đồng"},
		{"101 VND", "Một trăm linh một đồng"},
		{"105 VND", "Một trăm linh năm đồng"}, // năm, not lăm, after linh
		{"110 VND", "Một trăm mười đồng"},
		{"115 VND", "Một trăm mười lăm đồng"},
		{"555 VND", "Năm trăm năm mươi lăm đồng"},
		{"1000 VND", "Một nghìn đồng"},
		{"1001 VND", "Một nghìn không trăm linh một đồng"},
		{"1010 VND", "Một nghìn không trăm mười đồng"},
		{"10000 VND", "Mười nghìn đồng"},
		{"25000 VND", "Hai mươi lăm nghìn đồng"},
		{"1000000 VND", "Một triệu đồng"},
		{"1000005 VND", "Một triệu không trăm linh năm đồng"},
		{"1005021015 VND", "Một tỷ không trăm linh năm triệu không trăm hai mươi mốt nghìn không trăm mười lăm đồng"},
		{"1000000000 VND", "Một tỷ đồng"},
		{"2000000001 VND", "Hai tỷ không trăm linh một đồng"},
		{"21000000000 VND", "Hai mươi mốt tỷ đồng"},
		{"1000000000000 VND", "Một nghìn tỷ đồng"},
		{"1000000000000000000 VND", "Một tỷ tỷ đồng"},
		{"-15 VND", "Âm mười lăm đồng"},
		{"25.50 USD", "Hai mươi lăm đô la Mỹ năm mươi xu"},
		{"0.05 USD", "Không đô la Mỹ năm xu"},
		{"10 USD", "Mười đô la Mỹ"},
	} {
		if got := payment.MustMoney(row.in).Words(); got != row.want {
			t.Errorf("%s: %s, want %s", row.in, got, row.want)
		}
	}
	if got := (payment.Money{}).Words(); got != "Không" {
		t.Errorf("the zero Money: %q", got)
	}
}
