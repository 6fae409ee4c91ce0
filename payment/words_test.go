package payment_test

import (
	"testing"

	"github.com/motcua/motcua/payment"
)

// words are amounts and what receipts write for them.
var words = []struct{ in, want string }{
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
	{"105 VND", "Một trăm linh năm đồng"},                       // năm, not lăm, after linh
	{"4 VND", "Bốn đồng"},                                       // never tư alone
	{"31 VND", "Ba mươi mốt đồng"},                              // mốt after every mươi
	{"91 VND", "Chín mươi mốt đồng"},                            // and the last of them
	{"94 VND", "Chín mươi tư đồng"},                             // as tư
	{"95 VND", "Chín mươi lăm đồng"},                            // as lăm
	{"111 VND", "Một trăm mười một đồng"},                       // một after mười in a group too
	{"114 VND", "Một trăm mười bốn đồng"},                       // bốn after mười
	{"121 VND", "Một trăm hai mươi mốt đồng"},                   // mốt after hundreds
	{"500 VND", "Năm trăm đồng"},                                // no linh before nothing
	{"1005 VND", "Một nghìn không trăm linh năm đồng"},          // năm after linh
	{"1015 VND", "Một nghìn không trăm mười lăm đồng"},          // lăm after mười
	{"1021 VND", "Một nghìn không trăm hai mươi mốt đồng"},      // mươi after no hundreds
	{"1100 VND", "Một nghìn một trăm đồng"},                     // hundreds alone
	{"15000 VND", "Mười lăm nghìn đồng"},                        // lăm before nghìn
	{"21000 VND", "Hai mươi mốt nghìn đồng"},                    // mốt before nghìn
	{"24000 VND", "Hai mươi tư nghìn đồng"},                     // tư before nghìn
	{"105000 VND", "Một trăm linh năm nghìn đồng"},              // linh before nghìn
	{"5005 VND", "Năm nghìn không trăm linh năm đồng"},          // the first group has no hundreds to name
	{"1000015 VND", "Một triệu không trăm mười lăm đồng"},       // an empty group of thousands is passed over
	{"1001000 VND", "Một triệu không trăm linh một nghìn đồng"}, // hundreds of thousands are named below millions
	{"1015000 VND", "Một triệu không trăm mười lăm nghìn đồng"}, // so here
	{"21021021 VND", "Hai mươi mốt triệu không trăm hai mươi mốt nghìn không trăm hai mươi mốt đồng"},
	{"100100100 VND", "Một trăm triệu một trăm nghìn một trăm đồng"}, // whole hundreds
	{"1000000005 VND", "Một tỷ không trăm linh năm đồng"},            // two empty groups
	{"1000005000 VND", "Một tỷ không trăm linh năm nghìn đồng"},      // one on either side
	{"1001001001 VND", "Một tỷ không trăm linh một triệu không trăm linh một nghìn không trăm linh một đồng"},
	{"1010010010 VND", "Một tỷ không trăm mười triệu không trăm mười nghìn không trăm mười đồng"},
	{"15000000000 VND", "Mười lăm tỷ đồng"},                           // lăm before tỷ
	{"1005000000000 VND", "Một nghìn không trăm linh năm tỷ đồng"},    // groups of tỷ count on
	{"1000000000000005 VND", "Một triệu tỷ không trăm linh năm đồng"}, // and their empty ones too
	{"-1005 VND", "Âm một nghìn không trăm linh năm đồng"},            // below 0
	{"9223372036854775807 VND", "Chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh bảy đồng"},
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
}

func TestWords(t *testing.T) {
	for _, row := range words {
		if got := payment.MustMoney(row.in).Words(); got != row.want {
			t.Errorf("%s: %s, want %s", row.in, got, row.want)
		}
	}
	if got := (payment.Money{}).Words(); got != "Không" {
		t.Errorf("the zero Money: %q", got)
	}
}
