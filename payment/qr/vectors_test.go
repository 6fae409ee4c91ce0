package qr

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// vectors are payloads that others published.
var vectors = []struct {
	source  string
	payload string
	code    *Code    // nil: not VietQR for a transfer
	faults  []string // of Parse, with their pointers
}{
	{
		"NAPAS QR format 1.5.2, 6.1.2: static, to a card",
		"00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52",
		&Code{Initiation: InitiationStatic, Service: ServiceCard, Bank: "970403", Account: "9704031101234567"}, nil,
	},
	{
		"NAPAS QR format 1.5.2, 6.1.3: dynamic, to an account",
		"00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E",
		&Code{Initiation: InitiationDynamic, Service: ServiceAccount, Bank: "970403", Account: "0011012345678", Amount: payment.MustMoney("180000 VND"), Reference: "NPS6869", Note: "thanh toan don hang"}, nil,
	},
	{
		"NAPAS QR format 1.5.2, 6.1.4: dynamic, to a card",
		"00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN62340107NPS68690819thanh toan don hang6304A203",
		&Code{Initiation: InitiationDynamic, Service: ServiceCard, Bank: "970403", Account: "9704031101234567", Amount: payment.MustMoney("180000 VND"), Reference: "NPS6869", Note: "thanh toan don hang"}, nil,
	},
	{
		"NAPAS QR format 1.5.2, 6.1.1: static, to an account, as printed: the account has 13 digits and says 12, under a right check sum",
		"00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5",
		nil, []string{"/38/01 PAY-QR-01"},
	},
	{
		"the same, put right",
		"00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F",
		&Code{Initiation: InitiationStatic, Service: ServiceAccount, Bank: "970403", Account: "0011012345678"}, nil,
	},
	{
		"NAPAS QR format 1.5.2: cash at a machine, which is no transfer",
		"00020101021238500010A000000727012200069704030108123456780206QRCASH5204601153037045802VN5915NGUYEN HUU HUAN6005HANOI6237052120190109155714228384707080000111163041009",
		nil, []string{"/38/02 PAY-QR-16"},
	},
	{
		"NAPAS QR format 1.5.2: a shop, which is no transfer",
		"00020101021138480010A00000072701300006970403011621129950446040255204581253037045802VN5910PHUONG CAC6005HANOI62110307NPS686963045802",
		nil, []string{"/38/02 PAY-QR-15"},
	},
	{
		"a fund of 2021 in examples of api.vietqr.io",
		"00020101021238570010A0000007270127000697041501130011001932418" + "0208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C",
		&Code{Initiation: InitiationDynamic, Service: ServiceAccount, Bank: "970415", Account: "0011001932418", Amount: payment.MustMoney("120000 VND"), Note: "ung ho lu lut"}, nil,
	},
	{
		"EMVCo QRCPS Merchant-Presented Mode, sample: lengths in another alphabet count characters",
		"00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A",
		nil, []string{"/38/00 PAY-QR-15", "/38/01/00 PAY-QR-15", "/38/01/01 PAY-QR-15", "/38/02 PAY-QR-15", "/53 PAY-QR-16", "/54 PAY-QR-16", "/58 PAY-QR-16"},
	},
}

func TestVectors(t *testing.T) {
	for _, v := range vectors {
		got, faults := Parse(v.payload)
		if diff := cmp.Diff(v.faults, told(faults)); diff != "" {
			t.Errorf("%s:\n%s\n%v", v.source, diff, faults)
		}
		if v.code == nil {
			continue
		}
		if diff := cmp.Diff(*v.code, got, cmp.Comparer(func(a, b payment.Money) bool { return a == b })); diff != "" {
			t.Errorf("%s:\n%s", v.source, diff)
		}
		back, faults := v.code.Payload()
		if back != v.payload {
			t.Errorf("%s: written %s, %v", v.source, back, faults)
		}
	}
}

// told are the pointers and codes of faults, as text sorts.
func told(faults motcua.Faults) []string {
	var list []string
	for _, f := range faults {
		list = append(list, f.Pointer+" "+f.Code)
	}
	slices.Sort(list)
	return list
}

// The sample of EMVCo is read without a fault, and written again object by object.
func TestObjectsOfEMVCo(t *testing.T) {
	for _, payload := range []string{
		vectors[len(vectors)-1].payload,
		// EMVCo sample with templates of two schemes, as used by several libraries.
		"00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115303156540523.725502015802CN5914BEST TRANSPORT6007BEIJING6233030412340603***0708A60086670902ME64200002ZH0104最佳运输0202北京8036003239401ff0c21a4543a8ed5fbaa30ab02e81360032c2fbf6dd646f4f36b617f10747c0b96163046F32",
	} {
		if _, faults := Objects(payload); len(faults) > 0 {
			t.Errorf("%v", faults)
		}
	}
	got, faults := Objects(vectors[len(vectors)-1].payload)
	want := []Object{
		{"/00", "01"}, {"/01", "12"},
		{"/29/00", "D15600000000"}, {"/29/05", "A93FO3230Q"}, {"/31/00", "D15600000001"}, {"/31/03", "12345678"},
		{"/52", "4111"}, {"/58", "CN"}, {"/59", "BEST TRANSPORT"}, {"/60", "BEIJING"},
		{"/64/00", "ZH"}, {"/64/01", "最佳运输"}, {"/64/02", "北京"}, {"/54", "23.72"}, {"/53", "156"}, {"/55", "01"},
		{"/62/03", "1234"}, {"/62/06", "***"}, {"/62/07", "A6008667"}, {"/62/09", "ME"},
		{"/91/00", "A011223344998877"}, {"/91/07", "12345678"}, {"/63", "A13A"},
	}
	if diff := cmp.Diff(want, got); diff != "" || len(faults) > 0 {
		t.Errorf("%s%v", diff, faults)
	}
}

func TestChecksum(t *testing.T) {
	for text, want := range map[string]string{
		"123456789": "29B1", // the check value of CRC-16/CCITT-FALSE
		"":          "FFFF",
		"A":         "B915",
	} {
		if got := checksum(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
