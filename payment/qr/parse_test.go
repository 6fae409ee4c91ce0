package qr

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/motcua/motcua/payment"
)

// sealed puts the check sum to a text.
func sealed(text string) string { return text + "6304" + checksum(text+"6304") }

const (
	begin   = "000201010212"
	account = "38570010A00000072701270006970403011300110123456780208QRIBFTTA"
	money   = "53037045406180000"
	country = "5802VN"
	extra   = "62340107NPS68690819thanh toan don hang"
)

func TestParseFaults(t *testing.T) {
	whole := sealed(begin + account + money + country + extra)
	for _, test := range []struct {
		why, payload string
		faults       []string
		byte         string // in the message of the last fault
	}{
		{"nothing at all", "", []string{"/00 PAY-QR-09", "/38/00 PAY-QR-15", "/38/01/00 PAY-QR-15", "/38/01/01 PAY-QR-15", "/38/02 PAY-QR-15", "/53 PAY-QR-15", "/58 PAY-QR-15", "/63 PAY-QR-06"}, ""},
		{"some other text: its first character is no id", "https://example.vn/pay", []string{" PAY-QR-02", "/00 PAY-QR-09", "/63 PAY-QR-06"}, ""},
		{"cut in the check sum", whole[:len(whole)-1], []string{"/63 PAY-QR-04", "/63 PAY-QR-06"}, ""},
		{"cut in the head of an object", whole[:14], []string{" PAY-QR-01", "/63 PAY-QR-06"}, ""},
		{"a line break at the end", whole + "\n", []string{" PAY-QR-08"}, "byte 142"},
		{"another object at the end", whole + "9902ab", []string{" PAY-QR-08"}, "byte 142"},
		{"one digit of the account", strings.Replace(whole, "0011012345678", "0011012345679", 1), []string{"/63 PAY-QR-07"}, "byte 134"},
		{"the check sum in lower case", strings.Replace(whole, "2E2E", "2e2e", 1), []string{"/63 PAY-QR-07"}, "2E2E"},
		{"a check sum of two characters", begin + account + money + country + "6302AB", []string{"/63 PAY-QR-13"}, "byte 96"},
		{"the amount twice", sealed(begin + account + money + country + "540525000"), []string{"/54 PAY-QR-05"}, "byte 96"},
		{"the bank twice, within its template", sealed(begin + "38670010A0000007270137" + "0006970403" + "0113001101234567" + "8" + "0006970499" + "0208QRIBFTTA" + money + country), []string{"/38/01/00 PAY-QR-05"}, ""},
		{"a length that is no number in ASCII", sealed(begin + "540６180000" + country), []string{"/54 PAY-QR-03"}, "byte 14"},
		{"a signed length", sealed(begin + "54+6180000"), []string{"/54 PAY-QR-03"}, "byte 14"},
		{"a value of length 00", sealed(begin + account + money + country + "62000108abcdefgh"), []string{"/01 PAY-QR-05", "/01 PAY-QR-13", "/62 PAY-QR-03"}, ""},
		{"a length that is too long in a template: what follows it is read all the same", sealed(begin + account + money + country + "62110805hi there"[:4+11]), []string{"/62 PAY-QR-01"}, ""},
		{"a length that goes beyond its template", sealed(begin + account + money + country + "62060899hi"), []string{"/62/08 PAY-QR-04"}, "byte 100"},
		{"a value that goes beyond the payload", sealed(begin + account + money + country + "6299hi"), []string{"/62 PAY-QR-04"}, "byte 96"},
		{"does not begin with the format", sealed("010212" + account + money + country), []string{"/00 PAY-QR-09"}, ""},
		{"another version of the format", sealed("000202010212" + account + money + country), []string{"/00 PAY-QR-09"}, ""},
		{"neither static nor dynamic", sealed("000201010213" + account + money + country), []string{"/01 PAY-QR-16"}, ""},
		{"a Vietnamese letter where ASCII is wanted", sealed(begin + account + money + country + "62060802lệ"), []string{"/62/08 PAY-QR-12"}, "byte 100"},
		{"a length that counts bytes of a Vietnamese letter", sealed(begin + account + money + country + "62080804lệ"), []string{"/04 PAY-QR-04", "/62/08 PAY-QR-12"}, "byte 110"},
		{"a control character", sealed(begin + account + money + country + "62060802a\x00"), []string{"/62/08 PAY-QR-12"}, ""},
		{"not UTF-8", sealed(begin + account + money + country + "62060802a\xff"), []string{" PAY-QR-10"}, ""},
		{"longer than a code may be", sealed(begin + strings.Repeat("9999"+strings.Repeat("a", 99), 5)), []string{" PAY-QR-11"}, ""},
		{"dollars", sealed(begin + account + "5303840" + country), []string{"/53 PAY-QR-16"}, ""},
		{"a fraction of a đồng", sealed(begin + account + "530370454092500.5000" + country), []string{"/54 PAY-QR-16"}, ""},
		{"an amount of 0", sealed(begin + account + "530370454010" + country), []string{"/54 PAY-QR-16"}, ""},
		{"a signed amount", sealed(begin + account + "53037045403-25" + country), []string{"/54 PAY-QR-12", "/54 PAY-QR-16"}, ""},
		{"an amount with a leading zero, which readers differ on", sealed(begin + account + "5303704540501000" + country), []string{"/54 PAY-QR-16"}, ""},
		{"another country", sealed(begin + account + money + "5802LA"), []string{"/58 PAY-QR-16"}, ""},
		{"another scheme than NAPAS", sealed(begin + "38140010A000000775" + money + country), []string{"/38/00 PAY-QR-16", "/38/01/00 PAY-QR-15", "/38/01/01 PAY-QR-15", "/38/02 PAY-QR-15"}, ""},
		{"a bank of five digits", sealed(begin + "38560010A0000007270126" + "000597040" + "0113" + "0011012345678" + "0208QRIBFTTA" + money + country), []string{"/38/01/00 PAY-QR-13"}, ""},
		{"an account with a space", sealed(begin + "38490010A0000007270119" + "0006970403" + "010512 45" + "0208QRIBFTTA" + money + country), []string{"/38/01/01 PAY-QR-16"}, ""},
		{"an object nobody may use yet", sealed(begin + account + money + country + "7002ab"), []string{"/70 PAY-QR-14"}, "byte 96"},
		{"many at once", sealed("000201010213" + account + "5303840" + "5802LA" + "5802LA" + "7002ab"), []string{"/01 PAY-QR-16", "/53 PAY-QR-16", "/58 PAY-QR-05", "/58 PAY-QR-16", "/70 PAY-QR-14"}, ""},
	} {
		_, faults := Parse(test.payload)
		if diff := cmp.Diff(test.faults, told(faults)); diff != "" {
			t.Errorf("%s: %s\n%s%v", test.why, test.payload, diff, faults)
			continue
		}
		if last := faults[len(faults)-1]; !strings.Contains(last.Message.En, test.byte) || !strings.Contains(last.Message.Vi, test.byte) {
			t.Errorf("%s: %v does not say %s", test.why, last, test.byte)
		}
	}
}

// codes draws codes that can be written.
func codes(t *rapid.T) Code {
	c := Code{
		Initiation: Initiation(rapid.IntRange(0, 2).Draw(t, "initiation")),
		Service:    Service(rapid.IntRange(1, 2).Draw(t, "service")),
		Bank:       rapid.StringMatching(`[0-9]{6}`).Draw(t, "bank"),
		Account:    rapid.StringMatching(`[0-9A-Za-z]{1,19}`).Draw(t, "account"),
		Reference:  rapid.StringMatching(`([0-9A-Za-z ]{1,25})?`).Draw(t, "reference"),
		Note:       rapid.StringMatching(`([0-9A-Za-z ]{1,25})?`).Draw(t, "note"),
	}
	if rapid.Bool().Draw(t, "said") {
		c.Amount, _ = payment.NewMoney(rapid.Int64Range(1, 9_999_999_999_999).Draw(t, "amount"), payment.VND)
	}
	for _, o := range []Object{{"/26/00", "A000000775"}, {"/26/01", "số 1"}, {"/52", "9311"}, {"/59", "KHO BAC NHA NUOC"}, {"/62/05", "a-b/c"}, {"/62/50/00", "X"}, {"/64/00", "VI"}, {"/64/01", "Kho bạc"}} {
		if rapid.Bool().Draw(t, o.Path) {
			c.Rest = append(c.Rest, o)
		}
	}
	return c
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := codes(t)
		payload, faults := c.Payload()
		if faults != nil {
			t.Fatalf("%v", faults)
		}
		back, faults := Parse(payload)
		if faults != nil || !back.equal(&c) {
			t.Fatalf("%s: %#v, want %#v, %v", payload, back.Rest, c.Rest, faults)
		}
		if again, _ := back.Payload(); again != payload {
			t.Fatalf("%s, then %s", payload, again)
		}
	})
}

// A character that is changed, lost, doubled or swapped with the next one is a fault
// wherever it stands: people type codes, and stickers get torn.
func TestDamage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := codes(t)
		payload, _ := c.Payload()
		i := rapid.IntRange(0, len(payload)-2).Draw(t, "at")
		for _, damaged := range []string{
			payload[:i] + string(rune('0'+rapid.IntRange(0, 42).Draw(t, "by"))) + payload[i+1:],
			payload[:i] + payload[i+1:],
			payload[:i+1] + payload[i:],
			payload[:i] + payload[i+1:i+2] + payload[i:i+1] + payload[i+2:],
		} {
			if _, faults := Parse(damaged); damaged != payload && len(faults) == 0 {
				t.Fatalf("%s was read as %s", damaged, payload)
			}
		}
	})
}

func TestUnwritable(t *testing.T) {
	good := Code{Service: ServiceAccount, Bank: "970403", Account: "0011012345678", Amount: payment.MustMoney("25000 VND")}
	for _, test := range []struct {
		why    string
		spoil  func(*Code)
		faults []string
	}{
		{"nothing is said", func(c *Code) { *c = Code{} }, []string{"/account PAY-QR-16", "/bank PAY-QR-16", "/service PAY-QR-15"}},
		{"a code of the State Treasury has 8 digits and is no BIN", func(c *Code) { c.Bank = "01701001" }, []string{"/bank PAY-QR-16"}},
		{"an account of 20 digits", func(c *Code) { c.Account = strings.Repeat("1", 20) }, []string{"/account PAY-QR-16"}},
		{"0 đồng", func(c *Code) { c.Amount = payment.MustMoney("0 VND") }, []string{"/amount PAY-QR-16"}},
		{"less than nothing", func(c *Code) { c.Amount = payment.MustMoney("-1 VND") }, []string{"/amount PAY-QR-16"}},
		{"dollars", func(c *Code) { c.Amount = payment.MustMoney("25.00 USD") }, []string{"/amount PAY-QR-16"}},
		{"more digits than an amount may have", func(c *Code) { c.Amount = payment.MustMoney("10000000000000 VND") }, []string{"/amount PAY-QR-16"}},
		{"marks in the note are not taken off unasked", func(c *Code) { c.Note = "Lệ phí" }, []string{"/note PAY-QR-17"}},
		{"a long note is not cut unasked", func(c *Code) { c.Note = strings.Repeat("a", 26) }, []string{"/note PAY-QR-13"}},
		{"a code of a dossier has points and hyphens", func(c *Code) { c.Reference = "H56.12-260302-0001" }, []string{"/reference PAY-QR-17"}},
		{"an initiation that is none", func(c *Code) { c.Initiation = 3 }, []string{"/initiation PAY-QR-16"}},
		{"the amount among the rest", func(c *Code) { c.Rest = []Object{{"/54", "1"}} }, []string{"/rest PAY-QR-05"}},
		{"an object nobody may use", func(c *Code) { c.Rest = []Object{{"/70", "1"}} }, []string{"/70 PAY-QR-14"}},
		{"an object within one that is no template", func(c *Code) { c.Rest = []Object{{"/52/00", "1"}} }, []string{"/52 PAY-QR-13"}},
		{"a path that is none", func(c *Code) { c.Rest = []Object{{"elsewhere", "1"}} }, nil},
		{"an object without a value is lost", func(c *Code) { c.Rest = []Object{{"/52", ""}} }, []string{"/rest PAY-QR-18"}},
	} {
		c := good
		test.spoil(&c)
		payload, faults := c.Payload()
		if diff := cmp.Diff(test.faults, told(faults)); diff != "" && test.faults != nil {
			t.Errorf("%s: %s", test.why, diff)
		}
		if payload != "" || len(faults) == 0 {
			t.Errorf("%s: written as %s, %v", test.why, payload, faults)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, v := range vectors {
		f.Add(v.payload)
	}
	f.Add(sealed(begin + "540６18"))
	f.Fuzz(func(t *testing.T, payload string) {
		c, faults := Parse(payload)
		if faults != nil {
			return
		}
		again, faults := c.Payload()
		if len(faults) > 0 {
			return // a note with a hyphen can be read, and is not written
		}
		if back, faults := Parse(again); faults != nil || !back.equal(&c) {
			t.Errorf("%q, then %q: %v", payload, again, faults)
		}
	})
}
