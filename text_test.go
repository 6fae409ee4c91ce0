package motcua_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/motcua/motcua"
)

func TestTextIn(t *testing.T) {
	both := motcua.Text{Vi: "hồ sơ", En: "dossier"}
	for _, c := range []struct {
		text motcua.Text
		lang string
		want string
	}{
		{both, "vi", "hồ sơ"},
		{both, "VI", "hồ sơ"},
		{both, "vi-VN", "hồ sơ"},
		{both, "vi_VN", "hồ sơ"}, // as in LANG
		{both, "en", "dossier"},
		{both, "en-GB", "dossier"},
		{both, "", "dossier"},
		{both, "fr", "dossier"},
		{both, "vietnamese", "dossier"}, // not a tag
		{motcua.Text{Vi: "hồ sơ"}, "en", "hồ sơ"},
		{motcua.Text{En: "dossier"}, "vi", "dossier"},
		{motcua.Text{}, "vi", ""},
	} {
		if got := c.text.In(c.lang); got != c.want {
			t.Errorf("%+v in %q is %q, want %q", c.text, c.lang, got, c.want)
		}
	}
	if both.String() != "dossier" || (motcua.Text{Vi: "hồ sơ"}).String() != "hồ sơ" {
		t.Error("String is not English first")
	}
	if both.IsZero() || !(motcua.Text{}).IsZero() || (motcua.Text{Vi: "a"}).IsZero() {
		t.Error("IsZero is wrong")
	}
}

func TestSourceString(t *testing.T) {
	for _, c := range []struct {
		source motcua.Source
		want   string
	}{
		{motcua.Source{Act: "766/QĐ-TTg", Article: "Điều 6", Basis: motcua.BasisLaw}, "766/QĐ-TTg, Điều 6 (law)"},
		{motcua.Source{Act: "766/QĐ-TTg", Basis: motcua.BasisLaw}, "766/QĐ-TTg (law)"},
		{motcua.Source{Act: "766/QĐ-TTg"}, "766/QĐ-TTg"},
		{motcua.Source{Basis: motcua.BasisPractice, Note: motcua.Text{En: "seen on the portal"}}, "seen on the portal (practice)"},
		{motcua.Source{Act: "a", Basis: motcua.BasisOurs, Note: motcua.Text{En: "why"}}, "a (ours)"}, // the note only stands in
		{motcua.Source{Basis: motcua.BasisAssumed}, "(assumed)"},
		{motcua.Source{Basis: 77}, "(basis(77))"},
		{motcua.Source{}, "no source"},
	} {
		if got := c.source.String(); got != c.want {
			t.Errorf("%+v writes %q, want %q", c.source, got, c.want)
		}
		if c.source.IsZero() != (c.want == "no source") {
			t.Errorf("%+v: IsZero is %v", c.source, c.source.IsZero())
		}
	}
}

func TestSourceJSON(t *testing.T) {
	for _, text := range []string{
		`{"basis":"ours"}`,
		`{"act":"766/QĐ-TTg","article":"Điều 6","basis":"law","read":"2026-07-01","note":{"vi":"a","en":"b"}}`,
	} {
		var s motcua.Source
		if err := json.Unmarshal([]byte(text), &s); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if b, err := json.Marshal(s); err != nil || string(b) != text {
			t.Errorf("%s is written as %s, %v", text, b, err)
		}
	}
	if b, err := json.Marshal(motcua.Source{Act: "a"}); err == nil {
		t.Errorf("a source without basis is written: %s", b)
	}
}

// enum is what every enum of the package has.
type enum interface {
	String() string
	MarshalText() ([]byte, error)
	AppendText([]byte) ([]byte, error)
}

// checkEnum walks all 256 values of an enum whose members are named.
func checkEnum[E interface {
	~uint8
	enum
}, P interface {
	*E
	UnmarshalText([]byte) error
}](t *testing.T, names ...string) {
	t.Helper()
	for i := range 256 {
		e := E(i)
		text, err := e.MarshalText()
		appended, appendErr := e.AppendText([]byte("x"))
		if i < 1 || i > len(names) {
			if err == nil || appendErr == nil || !strings.HasSuffix(e.String(), ")") {
				t.Errorf("the foreign value %d is %q, %q, %v", i, e.String(), text, err)
			}
			continue
		}
		if err != nil || appendErr != nil || string(text) != names[i-1] || e.String() != names[i-1] || string(appended) != "x"+names[i-1] {
			t.Errorf("%d is %q, %q, %q, want %q", i, e.String(), text, appended, names[i-1])
		}
		var back E
		if err := P(&back).UnmarshalText(text); err != nil || back != e {
			t.Errorf("%q is read as %d, %v", text, back, err)
		}
	}
	for _, bad := range []string{"", "unset", strings.ToUpper(names[0]) + " ", E(0).String()} {
		e := E(1)
		var parse *motcua.ParseError
		if err := P(&e).UnmarshalText([]byte(bad)); !errors.As(err, &parse) || parse.Input != bad || e != 1 {
			t.Errorf("%q is read as %d, %v", bad, e, err)
		}
	}
}

func TestEnums(t *testing.T) {
	t.Run("Basis", func(t *testing.T) {
		checkEnum[motcua.Basis](t, "law", "practice", "press", "computed", "assumed", "ours")
	})
	t.Run("Severity", func(t *testing.T) { checkEnum[motcua.Severity](t, "error", "warning") })
	t.Run("ColumnType", func(t *testing.T) { checkEnum[motcua.ColumnType](t, "flag", "number", "text", "date", "time") })
	t.Run("Truth", func(t *testing.T) { checkEnum[motcua.Truth](t, "false", "unknown", "true") })
	t.Run("Op", func(t *testing.T) { checkEnum[motcua.Op](t, "<", "<=", ">=", ">") })
}

func TestParseErrorText(t *testing.T) {
	for _, c := range []struct {
		err  *motcua.ParseError
		want string
	}{
		{&motcua.ParseError{Kind: "date", Input: "x\n", Err: errors.New("why")}, `date "x\n": why`},
		{&motcua.ParseError{Kind: "date", Input: "x"}, `date "x"`},
		{&motcua.ParseError{Kind: "date", Input: strings.Repeat("1", 1000)}, `date "` + strings.Repeat("1", 64) + `"… (1000 bytes)`},
	} {
		if got := c.err.Error(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
