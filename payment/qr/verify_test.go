package qr

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

var noon = time.Date(2026, 7, 1, 12, 0, 0, 0, motcua.Vietnam())

// order is one of 25,000 đồng, and attempt the first to pay it.
func order() (payment.Opening, payment.Attempt) {
	o := payment.Opening{
		ID:          "HD0001",
		Unit:        "000.12.34.H56",
		Beneficiary: payment.Account{Bank: "970403", Number: "0011012345678", Name: "KHO BAC MAU"},
		Due:         noon.AddDate(0, 0, 7),
		Note:        "Lệ phí",
	}
	return o, payment.Attempt{Reference: payment.Reference("HD0001", 1), Method: payment.MethodQR, Amount: payment.MustMoney("25000 VND"), Expires: noon.Add(15 * time.Minute)}
}

func TestVerify(t *testing.T) {
	o, a := order()
	want := Expect(&o, &a)
	for _, test := range []struct {
		why   string
		spoil func(*Code)
		at    time.Time
		found []string
		err   bool
	}{
		{"the code of the order", func(*Code) {}, noon, nil, false},
		{"another account: a sticker over the code", func(c *Code) { c.Account = "0011012345679" }, noon, []string{"/38/01/01 PAY-QR-52"}, true},
		{"the same number at another bank", func(c *Code) { c.Bank = "970499" }, noon, []string{"/38/01/00 PAY-QR-51"}, true},
		{"both", func(c *Code) { c.Bank, c.Account = "970499", "1" }, noon, []string{"/38/01/00 PAY-QR-51", "/38/01/01 PAY-QR-52"}, true},
		{"more", func(c *Code) { c.Amount = payment.MustMoney("250000 VND") }, noon, []string{"/54 PAY-QR-53"}, true},
		{"less", func(c *Code) { c.Amount = payment.MustMoney("24999 VND") }, noon, []string{"/54 PAY-QR-53"}, true},
		{"a code on the wall, whose account is right", func(c *Code) {
			c.Amount, c.Reference, c.Note, c.Initiation = payment.Money{}, "", "", InitiationStatic
		}, noon, []string{"/54 PAY-QR-54", "/62/01 PAY-QR-56"}, false},
		{"the reference of another attempt", func(c *Code) { c.Reference = "HD0001T2" }, noon, []string{"/62/01 PAY-QR-55"}, true},
		{"a note that the statement will lead elsewhere by", func(c *Code) { c.Note = "HD0002T1 Le phi" }, noon, []string{"/62/08 PAY-QR-55"}, true},
		{"a note with a second reference beside the right one", func(c *Code) { c.Note = "HD0001T1 HD0002T1" }, noon, []string{"/62/08 PAY-QR-55"}, false},
		{"the note alone names it", func(c *Code) { c.Reference = "" }, noon, nil, false},
		{"the reference alone names it", func(c *Code) { c.Note = "le phi" }, noon, nil, false},
		{"neither does", func(c *Code) { c.Reference, c.Note = "", "le phi" }, noon, []string{"/62/01 PAY-QR-56"}, false},
		{"the last moment", func(*Code) {}, a.Expires.Add(-1), nil, false},
		{"too late", func(*Code) {}, a.Expires, []string{" PAY-QR-57"}, true},
		{"a second account for other apps", func(c *Code) { c.Rest = []Object{{"/26/00", "A000000775"}, {"/26/01", "1"}} }, noon, []string{"/26/00 PAY-QR-58", "/26/01 PAY-QR-58"}, true},
		{"one under the last id there is for accounts", func(c *Code) { c.Rest = []Object{{"/51/00", "A000000775"}} }, noon, []string{"/51/00 PAY-QR-58"}, true},
		{"a card of a scheme", func(c *Code) { c.Rest = []Object{{"/02", "4000123412341234"}} }, noon, []string{"/02 PAY-QR-58"}, true},
		{"a fee on top", func(c *Code) { c.Rest = []Object{{"/55", "02"}, {"/56", "5000"}} }, noon, []string{"/55 PAY-QR-59", "/56 PAY-QR-59"}, true},
		{"a card whose number is that of the account", func(c *Code) { c.Service = ServiceCard }, noon, []string{"/38/02 PAY-QR-60"}, true},
		{"a name and a city hurt nobody", func(c *Code) { c.Rest = []Object{{"/59", "KHO BAC"}, {"/60", "HA NOI"}} }, noon, nil, false},
		{"all at once", func(c *Code) {
			*c = Code{Service: ServiceCard, Bank: "970499", Account: "1", Amount: payment.MustMoney("1 VND"), Reference: "X", Rest: []Object{{"/04", "5"}, {"/57", "5"}}}
		}, a.Expires, []string{" PAY-QR-57", "/04 PAY-QR-58", "/38/01/00 PAY-QR-51", "/38/01/01 PAY-QR-52", "/38/02 PAY-QR-60", "/54 PAY-QR-53", "/57 PAY-QR-59", "/62/01 PAY-QR-55"}, true},
	} {
		c := Of(&o, &a)
		c.Note, _ = Plain(c.Note)
		test.spoil(&c)
		payload, faults := c.Payload()
		if faults != nil {
			t.Fatalf("%s: %v", test.why, faults)
		}
		_, found := Verify(payload, &want, test.at)
		if diff := cmp.Diff(test.found, told(found)); diff != "" {
			t.Errorf("%s:\n%s%v", test.why, diff, found)
		}
		if (found.Err() != nil) != test.err {
			t.Errorf("%s: error %v, want one: %v", test.why, found.Err(), test.err)
		}
		for _, f := range found {
			if f.Message.Vi == "" || f.Message.En == "" || f.Message.Vi == f.Message.En {
				t.Errorf("%s: %v is not told in both languages", test.why, f)
			}
		}
	}
}

// A payload that is no code is told as such; what of it can be read is compared.
func TestVerifyBroken(t *testing.T) {
	o, a := order()
	want := Expect(&o, &a)
	sticker := strings.Replace(account, "345678", "345679", 1)
	good := sealed(begin + account + "5303704540525000" + country + "62120808HD0001T1")
	if _, found := Verify(good, &want, noon); found != nil || !strings.ContainsAny(good[len(good)-4:], "ABCDEF") {
		t.Fatalf("%s: %v", good, found)
	}
	for _, test := range []struct {
		why, payload string
		found        []string
	}{
		{"dollars, to another account", sealed(begin + strings.Replace(account, "345678", "345679", 1) + "5303840" + "540525000" + country + "62120808HD0001T1"), []string{"/38/01/01 PAY-QR-52", "/53 PAY-QR-16"}},
		{"an amount that is none is told once", sealed(begin + account + "5303704" + "54010" + country + "62120808HD0001T1"), []string{"/54 PAY-QR-16"}},
		{"a second template beside that of the order", sealed(begin + account + sticker + "5303704540525000" + country + "62120808HD0001T1"), []string{"/38 PAY-QR-05"}},
		{"a second template before it: what apps read first is compared", sealed(begin + sticker + account + "5303704540525000" + country + "62120808HD0001T1"), []string{"/38 PAY-QR-05", "/38/01/01 PAY-QR-52"}},
		{"a second amount", sealed(begin + account + "5303704540525000" + "5406250000" + country + "62120808HD0001T1"), []string{"/54 PAY-QR-05"}},
		{"another code after the check sum", good + sealed(begin+sticker+"5303704540525000"+country), []string{" PAY-QR-08"}},
		{"a space after the check sum", good + " ", []string{" PAY-QR-08"}},
		{"the check sum in lower case", good[:len(good)-4] + strings.ToLower(good[len(good)-4:]), []string{"/63 PAY-QR-07"}},
		{"decimals, which đồng have not", sealed(begin + account + "5303704" + "540825000.00" + country + "62120808HD0001T1"), []string{"/54 PAY-QR-16"}},
		{"cut", (begin + account)[:20], []string{"/38 PAY-QR-04", "/63 PAY-QR-06"}},
	} {
		_, found := Verify(test.payload, &want, noon)
		if diff := cmp.Diff(test.found, told(found)); diff != "" {
			t.Errorf("%s:\n%s%v", test.why, diff, found)
		}
	}
}

func TestExpect(t *testing.T) {
	o, a := order()
	for _, test := range []struct {
		why          string
		due, expires time.Time
		until        time.Time
	}{
		{"the attempt first", noon.Add(2), noon.Add(1), noon.Add(1)},
		{"the order first", noon.Add(1), noon.Add(2), noon.Add(1)},
		{"the attempt alone", time.Time{}, noon, noon},
		{"the order alone", noon, time.Time{}, noon},
		{"never", time.Time{}, time.Time{}, time.Time{}},
	} {
		o.Due, a.Expires = test.due, test.expires
		if got := Expect(&o, &a).Expires; !got.Equal(test.until) {
			t.Errorf("%s: %v, want %v", test.why, got, test.until)
		}
	}
}

// Nothing is right where nothing is expected.
func TestExpectedNothing(t *testing.T) {
	found := new(Expected).Check(&Request{Bank: "970403", Account: "1", Amount: payment.MustMoney("1 VND"), Reference: "A"}, noon)
	want := []string{" PAY-QR-61", "/amount PAY-QR-61"}
	if diff := cmp.Diff(want, told(found)); diff != "" {
		t.Errorf("%s%v", diff, found)
	}
}

func TestPlain(t *testing.T) {
	for _, test := range []struct {
		why, text, plain string
		changes          []Change
	}{
		{"nothing to change", "HD0001T1 Le phi", "HD0001T1 Le phi", nil},
		{"nothing", "", "", nil},
		{"marks, and the letter đ, which has none to take off", "Lệ phí đường Đê", "Le phi duong De", []Change{{1, "ệ", "e"}, {7, "í", "i"}, {10, "đ", "d"}, {12, "ư", "u"}, {14, "ờ", "o"}, {20, "Đ", "D"}, {22, "ê", "e"}}},
		{"decomposed, as some keyboards write it", "Le\u0323\u0302", "Le", []Change{{1, "e\u0323\u0302", "e"}}},
		{"points and hyphens", "H56.12-0001", "H56 12 0001", []Change{{3, ".", " "}, {6, "-", " "}}},
		{"cut at 25", "1234567890123456789012345678", "1234567890123456789012345", []Change{{25, "678", ""}}},
		{"other letters", "я", " ", []Change{{0, "я", " "}}},
		{"a mark without a letter", "\u0301a", "a", []Change{{0, "\u0301", ""}}},
		{"not UTF-8", "a\xffb", "a b", []Change{{1, "\xff", " "}}},
		{"a line break would steer a terminal", "a\nb", "a b", []Change{{1, "\n", " "}}},
	} {
		plain, changes := Plain(test.text)
		if plain != test.plain {
			t.Errorf("%s: %q, want %q", test.why, plain, test.plain)
		}
		if diff := cmp.Diff(test.changes, changes); diff != "" {
			t.Errorf("%s: %s", test.why, diff)
		}
	}
}

// Whatever is typed, the plain text can be written, and undoing the changes gives what
// was typed.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{"Lệ phí", "a\xff", "e\u0323\u0302", strings.Repeat("đ", 40), "\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		plain, changes := Plain(text)
		c := Code{Service: ServiceAccount, Bank: "970403", Account: "1", Note: plain}
		if _, faults := c.Payload(); faults != nil {
			t.Errorf("%q: %q: %v", text, plain, faults)
		}
		var back strings.Builder
		rest, at := plain, 0
		for _, x := range changes {
			kept := x.Offset - at
			if kept > len(rest) || rest[kept:len(rest)-len(strings.TrimPrefix(rest[kept:], x.To))] == "" && x.To != "" {
				t.Fatalf("%q: no %q at %d of %q", text, x.To, x.Offset, plain)
			}
			back.WriteString(rest[:kept] + x.From)
			rest, at = rest[kept+len(x.To):], x.Offset+len(x.From)
		}
		if back.WriteString(rest); back.String() != text {
			t.Errorf("%q became %q by %v, which undone is %q", text, plain, changes, back.String())
		}
	})
}

// No account, name or note shows in what is printed, logged or told.
func TestPrivacy(t *testing.T) {
	const secret = "9704NGUYENVANA"
	o, a := order()
	c := Of(&o, &a)
	c.Account, c.Note, c.Reference = secret, secret, secret
	c.Rest = []Object{{"/59", secret}, {"/62/05", secret}}
	payload, faults := c.Payload()
	if faults != nil {
		t.Fatal(faults)
	}
	want := Expect(&o, &a)
	read, found := Verify(payload, &want, noon.AddDate(1, 0, 0))
	r := read.Request()
	bad := c
	bad.Account, bad.Note = secret+"-", secret+"ạ"
	var b bytes.Buffer
	slog.New(slog.NewJSONHandler(&b, nil)).Info("code", "code", c, "request", r, "found", found.Error())
	fmt.Fprintf(&b, "%v %+v %#v %s %q %x", c, c, c, c, c, c)
	fmt.Fprintf(&b, "%v %+v %#v %v %+v %#v %s", r, r, r, c.Rest, c.Rest, c.Rest, c.Rest[0])
	_, changes := Plain(secret + "ạ" + secret + secret)
	fmt.Fprintf(&b, "%v %+v %#v %q", changes, changes, changes, changes)
	slog.New(slog.NewTextHandler(&b, nil)).Info("more", "object", c.Rest[0], "change", changes[0])
	fmt.Fprint(&b, found, bad.Check())
	for i := range payload {
		_, faults := Parse(payload[:i])
		fmt.Fprint(&b, faults)
		_, faults = Parse(payload[:i] + "ờ" + payload[i:])
		fmt.Fprint(&b, faults)
	}
	told, err := json.Marshal(found)
	if b.Write(told); err != nil || strings.Contains(b.String(), "NGUYEN") || strings.Contains(b.String(), "970403") {
		t.Errorf("tells who is paid: %v", err)
	}
	if len(found) == 0 || len(bad.Check()) < 2 {
		t.Error("nothing was found, so nothing was tried")
	}
}
