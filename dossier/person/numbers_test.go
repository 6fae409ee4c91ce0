package person_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/motcua/motcua/dossier/person"
)

func TestCitizenNumber(t *testing.T) {
	for _, c := range []struct {
		number, why string
		province    string
		known       bool
		year        int
		sex         person.Sex
		err         error
	}{
		{"001099000001", "a man of the last century, of Hà Nội", "001", true, 1999, person.Male, nil},
		{"002100000001", "a woman born in 1900, the first year", "002", true, 1900, person.Female, nil},
		{"079200000001", "the first year of this century", "079", true, 2000, person.Male, nil},
		{"096325000001", "the last province of the list", "096", true, 2025, person.Female, nil},
		{"001899000001", "the last year the digits can say", "001", true, 2399, person.Male, nil},
		{"001999000001", "and of a woman", "001", true, 2399, person.Female, nil},
		{"003099000001", "no province ever had 03", "003", false, 1999, person.Male, nil},
		{"000099000001", "none had 00", "000", false, 1999, person.Male, nil},
		{"101099000001", "born abroad, perhaps", "101", false, 1999, person.Male, nil},
		{"028099000001", "Hà Tây, which ended in 2008, before there were such numbers", "028", false, 1999, person.Male, nil},
		{"", "nothing", "", false, 0, 0, person.ErrForm},
		{"00109900001", "eleven digits", "", false, 0, 0, person.ErrForm},
		{"0010990000001", "thirteen", "", false, 0, 0, person.ErrForm},
		{" 01099000001", "a space", "", false, 0, 0, person.ErrForm},
		{"00109900000/", "the character before 0", "", false, 0, 0, person.ErrForm},
		{"00109900000:", "the character after 9", "", false, 0, 0, person.ErrForm},
		{"００１０", "digits of another script, twelve bytes", "", false, 0, 0, person.ErrForm},
		{"000000000000", "filled in", "", false, 0, 0, person.ErrMadeUp},
		{"222222222222", "filled in, though the digits could mean something", "", false, 0, 0, person.ErrMadeUp},
	} {
		n, err := person.ParseCitizenNumber(c.number)
		if !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
			t.Errorf("%s: error %v, want %v", c.why, err, c.err)
		}
		province, known := n.Province()
		if province != c.province || known != c.known || n.BirthYear() != c.year || n.Sex() != c.sex || err == nil && n.Digits() != c.number {
			t.Errorf("%s: %q, %t, %d, %v", c.why, province, known, n.BirthYear(), n.Sex())
		}
	}
}

// TestCitizenNumberParts: what is put into a number comes out of it.
func TestCitizenNumberParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		province := rapid.IntRange(0, 999).Draw(t, "province")
		year := rapid.IntRange(1900, 2399).Draw(t, "year")
		sex := rapid.SampledFrom([]person.Sex{person.Male, person.Female}).Draw(t, "sex")
		serial := rapid.IntRange(0, 999998).Draw(t, "serial")
		text := fmt.Sprintf("%03d%d%02d%06d", province, (year-1900)/100*2+int(sex-person.Male), year%100, serial)
		n, err := person.ParseCitizenNumber(text)
		if errors.Is(err, person.ErrMadeUp) && strings.Count(text, text[:1]) == len(text) {
			return
		}
		code, _ := n.Province()
		if err != nil || n.Digits() != text || code != text[:3] || n.BirthYear() != year || n.Sex() != sex {
			t.Fatalf("%s of %03d, %d, %v is read as %s, %d, %v, %v", text, province, year, sex, code, n.BirthYear(), n.Sex(), err)
		}
		if again, err := person.ParseCitizenNumber(n.Digits()); err != nil || again != n {
			t.Fatalf("read again: %v", err)
		}
	})
}

func TestCitizenNumberCostsNothing(t *testing.T) {
	const number = "001099000001"
	allocs := testing.AllocsPerRun(100, func() {
		n, err := person.ParseCitizenNumber(number)
		if _, known := n.Province(); err != nil || !known || n.BirthYear() != 1999 || n.Sex() != person.Male {
			t.Fatal(err)
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

// TestProvinces holds the codes to the table of the merger: each of the 63 provinces
// before it is known, and nobody else.
func TestProvinces(t *testing.T) {
	dir := os.Getenv("MOTCUA_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(dir, "divisions", "province_map_63_to_34.csv"))
	if err != nil {
		t.Skipf("SKIPPED for want of real data: %v; set MOTCUA_DATA to the folder that has it", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, row := range rows[1:] {
		listed["0"+row[0]] = true
		if !listed["0"+row[0]] || len(row[2]) != 2 {
			t.Errorf("%q is no row of the table", row)
		}
	}
	for i := range 1000 {
		n, err := person.ParseCitizenNumber(fmt.Sprintf("%03d099000001", i))
		if err != nil {
			t.Fatal(err)
		}
		if code, known := n.Province(); known != listed[code] {
			t.Errorf("%s: known %t, listed %t", code, known, listed[code])
		}
	}
	if len(listed) != 63 {
		t.Errorf("%d provinces", len(listed))
	}
}

// large are tax codes of large enterprises, which print them on their invoices.
var large = []string{
	"0100109106", // Tập đoàn Công nghiệp - Viễn thông Quân đội
	"0100686209", // Tổng công ty Viễn thông MobiFone
	"0100100079", // Tập đoàn Điện lực Việt Nam
	"0300588569", // Công ty cổ phần Sữa Việt Nam
	"0100112437", // Ngân hàng thương mại cổ phần Ngoại thương Việt Nam
}

func TestTaxCode(t *testing.T) {
	for _, code := range large {
		if c, err := person.ParseTaxCode(code); err != nil || c.Digits() != code || c.Unit() != "" {
			t.Errorf("%s: %v", code, err)
		}
	}
	for _, c := range []struct {
		code, why, unit string
		citizen         bool
		err             error
	}{
		{"0100109106-001", "a dependent unit", "001", false, nil},
		{"0100109106-999", "the last one", "999", false, nil},
		{"001099000001", "of a natural person", "", true, nil},
		{"0100109106-000", "no unit has 000", "", false, person.ErrForm},
		{"0100109106001", "without the dash", "", false, person.ErrForm},
		{"0100109106-01", "two digits", "", false, person.ErrForm},
		{"010010910", "nine digits", "", false, person.ErrForm},
		{"01001O9106", "a letter", "", false, person.ErrForm},
		{"0100109105", "the check digit off by one", "", false, person.ErrCheckDigit},
		{"0100109105-001", "and with a unit", "", false, person.ErrCheckDigit},
		{"0000000060", "sum 18, remainder 7: the check is 3", "", false, person.ErrCheckDigit},
		{"2222222222", "made up, though its check digit is right", "", false, person.ErrMadeUp},
		{"0000000000", "made up", "", false, person.ErrMadeUp},
		{"000000000000", "made up, of twelve", "", false, person.ErrMadeUp},
	} {
		code, err := person.ParseTaxCode(c.code)
		if !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
			t.Errorf("%s: error %v, want %v", c.why, err, c.err)
		}
		if n, ok := code.Citizen(); code.Unit() != c.unit || ok != c.citizen || ok && n.Digits() != c.code {
			t.Errorf("%s: unit %q, citizen %t", c.why, code.Unit(), ok)
		}
	}
}

// TestCheckDigitFindsSlips: of a good code every other digit in each place, and each
// two neighbours swapped, are refused. Eleven is prime and no weight is a multiple of
// it, so the check value moves; where it would be ten there is no code.
func TestCheckDigitFindsSlips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nine := rapid.StringMatching(`[0-9]{9}`).Draw(t, "nine")
		var good []string
		for d := '0'; d <= '9'; d++ {
			if _, err := person.ParseTaxCode(nine + string(d)); err == nil || errors.Is(err, person.ErrMadeUp) {
				good = append(good, nine+string(d))
			}
		}
		if strings.Count(nine, nine[:1]) == len(nine) {
			return // made up, whatever its check digit
		}
		if len(good) > 1 {
			t.Fatalf("%q are all good", good)
		}
		for _, code := range good {
			for i := range code {
				for d := byte('0'); d <= '9'; d++ {
					slip := code[:i] + string(d) + code[i+1:]
					if _, err := person.ParseTaxCode(slip); slip != code && err == nil {
						t.Fatalf("%s is taken for %s", slip, code)
					}
				}
				if i > 0 && code[i] != code[i-1] {
					slip := code[:i-1] + code[i:i+1] + code[i-1:i] + code[i+1:]
					if _, err := person.ParseTaxCode(slip); err == nil {
						t.Fatalf("%s, two digits swapped, is taken for %s", slip, code)
					}
				}
			}
		}
	})
}
