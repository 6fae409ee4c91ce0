package published_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/published"
)

const seed = `{"name": "Sơn La", "date": "2025-12-15", "source": "press", "total": "86.94",
	"parts": [{"node": "CKMB", "points": "15.3"}, {"node": "online", "points": "14.31", "implied": true}, {"label": "all else", "points": "17.88"}],
	"ratios": [{"label": "solved", "num": {"moreThan": "2800"}, "den": {"exactly": "3200"}, "stated": "88.35"}]}`

// FuzzParse reads statements, writes and reads them again, and checks them: no
// finding may say what the statement does not bear out.
func FuzzParse(f *testing.F) {
	f.Add([]byte(seed))
	f.Add([]byte(strings.Replace(seed, `{"moreThan": "2800"}`, `{"exactly": "2827"}`, 1)))
	f.Add([]byte(`{"name":"n","ratios":[{"label":"l","num":{"exactly":"9223372036854775807"},"den":{"exactly":"0.000000000000000001"},"stated":"100.000000000000000000"}]}`))
	f.Add([]byte(`{"name":"n","ratios":[{"label":"l","num":{"exactly":"9223372036854775807"},"den":{"exactly":"0.000000000000000001"},"stated":"100.0000000000000"}]}`)) // does not fit
	f.Add([]byte(`{"name":"n","total":"9223372036854775807","parts":[{"label":"a","points":"9223372036854775807"},{"label":"b","points":"1"}]}`))
	x, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, faults := published.Parse(data)
		sound(t, faults)
		if faults.Err() != nil {
			return
		}
		written, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		again, faults := published.Parse(written)
		same := cmp.Comparer(func(a, b motcua.Decimal) bool { return a == b })
		if diff := cmp.Diff(s, again, same, cmpopts.EquateEmpty()); diff != "" || faults.Err() != nil {
			t.Fatalf("written and read again: %v %s", faults, diff)
		}
		findings, faults := s.Check(x)
		sound(t, faults)
		for _, finding := range findings {
			if _, err := json.Marshal(finding); err != nil || !strings.HasPrefix(finding.At, "/") || finding.Message.Vi == "" || finding.Tolerance.Sign() < 0 {
				t.Fatalf("finding %+v: %v", finding, err)
			}
		}
		if faults.Err() == nil {
			borneOut(t, &s, findings)
		}
	})
}

func sound(t *testing.T, faults motcua.Faults) {
	t.Helper()
	for _, f := range faults {
		if f.Code == "" || f.Message.Vi == "" || f.Message.En == "" || f.Pointer != "" && f.Pointer[0] != '/' {
			t.Fatalf("fault %+v lacks code, pointer or message", *f)
		}
	}
}

// borneOut works out again what findings about totals and exact ratios say
// they computed.
func borneOut(t *testing.T, s *published.Statement, findings []published.Finding) {
	t.Helper()
	for _, finding := range findings {
		want := new(big.Rat)
		for _, p := range s.Parts {
			want.Add(want, p.Points.Rat())
		}
		if finding.At != "/total" {
			want = nil
		}
		for i, r := range s.Ratios {
			if finding.At == motcua.Pointer("ratios", string(rune('0'+i)), "stated") && r.Num.Exactly != nil && r.Den.Exactly != nil && r.Den.Exactly.Sign() > 0 {
				want = new(big.Rat).Quo(r.Num.Exactly.Rat(), r.Den.Exactly.Rat())
				want.Mul(want, big.NewRat(100, 1))
			}
		}
		if want == nil || finding.Computed == nil {
			continue
		}
		off := new(big.Rat).Sub(want, finding.Computed.Rat())
		if scale := finding.Computed.Scale(); off.Abs(off).Cmp(big.NewRat(1, int64Power(scale))) > 0 {
			t.Fatalf("computed %s where it is %s: %+v", finding.Computed, want.FloatString(9), finding)
		}
	}
}

func int64Power(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

func FuzzVerdict(f *testing.F) {
	for _, name := range []string{"ok", "mismatch", "open", "", "OK"} {
		f.Add([]byte(name))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		var v published.Verdict
		if err := v.UnmarshalText(in); err != nil {
			if _, err := v.MarshalText(); v != 0 || err == nil {
				t.Fatalf("%q was taken as %s", in, v)
			}
			return
		}
		if out, err := v.MarshalText(); err != nil || string(out) != string(in) || v.String() != string(in) {
			t.Fatalf("%q is written as %q: %v", in, out, err)
		}
	})
}
