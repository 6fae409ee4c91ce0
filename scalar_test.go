package motcua_test

import (
	"encoding/json"
	"errors"
	"math"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"pgregory.net/rapid"
)

var noon = time.Date(2026, 7, 1, 12, 0, 0, 0, motcua.Vietnam())

// scalars has one value of each type, null first.
var scalars = []motcua.Scalar{
	{},
	motcua.FlagScalar(true),
	motcua.NumberScalar(-7),
	motcua.TextScalar("TP"),
	motcua.DateScalar(motcua.MustDate("2026-07-01")),
	motcua.TimeScalar(noon),
}

func TestScalarParts(t *testing.T) {
	for _, c := range []struct {
		s    motcua.Scalar
		kind motcua.ColumnType
		num  int64
		text string
		json string
	}{
		{motcua.Scalar{}, 0, 0, "", `null`},
		{motcua.FlagScalar(true), motcua.ColumnFlag, 1, "", `true`},
		{motcua.FlagScalar(false), motcua.ColumnFlag, 0, "", `false`},
		{motcua.NumberScalar(0), motcua.ColumnNumber, 0, "", `0`},
		{motcua.NumberScalar(math.MinInt64), motcua.ColumnNumber, math.MinInt64, "", `-9223372036854775808`},
		{motcua.TextScalar(""), motcua.ColumnText, 0, "", `""`}, // empty is not null
		{motcua.TextScalar(`a"ồ`), motcua.ColumnText, 0, `a"ồ`, `"a\"ồ"`},
		{motcua.DateScalar(5), motcua.ColumnDate, 5, "", `"0001-01-05"`},
		{motcua.TimeScalar(noon), motcua.ColumnTime, noon.Unix(), "", `"2026-07-01T05:00:00Z"`},
		{motcua.TimeScalar(noon.Add(999999999)), motcua.ColumnTime, noon.Unix(), "", `"2026-07-01T05:00:00Z"`},                                   // cut, not rounded
		{motcua.TimeScalar(time.Unix(-1, 5)), motcua.ColumnTime, -1, "", `"1969-12-31T23:59:59Z"`},                                               // down, not to zero
		{motcua.DateScalar(0), 0, 0, "", `null`},                                                                                                 // unset
		{motcua.DateScalar(lastDay + 1), 0, 0, "", `null`},                                                                                       // no day
		{motcua.TimeScalar(time.Time{}), 0, 0, "", `null`},                                                                                       // unset
		{motcua.TimeScalar(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)), 0, 0, "", `null`},                                                      // not in RFC 3339
		{motcua.TimeScalar(time.Date(10000, 1, 1, 0, 0, 0, 0, motcua.Vietnam())), motcua.ColumnTime, 253402275600, "", `"9999-12-31T17:00:00Z"`}, // in UTC it is
	} {
		if c.s.Type() != c.kind || c.s.Int() != c.num || c.s.Text() != c.text || c.s.IsZero() != (c.kind == 0) || c.s.String() != c.json {
			t.Errorf("%v: %v, %d, %q, null %v; want %s", c.s, c.s.Type(), c.s.Int(), c.s.Text(), c.s.IsZero(), c.json)
		}
		if b, err := json.Marshal(c.s); err != nil || string(b) != c.json {
			t.Errorf("%v is written as %s, %v", c.s, b, err)
		}
	}
}

func TestScalarAs(t *testing.T) {
	for i, s := range scalars {
		for kind := motcua.ColumnFlag; kind <= motcua.ColumnTime; kind++ {
			got, err := s.As(kind)
			if same := s.IsZero() || s.Type() == kind; same != (err == nil) || same && got != s || !same && !got.IsZero() {
				t.Errorf("scalar %d, %v, as %v is %v, %v", i, s, kind, got, err)
			}
			var parse *motcua.ParseError
			if err != nil && !errors.As(err, &parse) {
				t.Errorf("scalar %d as %v gives %v", i, kind, err)
			}
		}
	}
	for _, c := range []struct {
		text string
		kind motcua.ColumnType
		want string // "": refused
	}{
		{"2026-07-01", motcua.ColumnDate, `"2026-07-01"`},
		{"2026-07-01T12:00:00+07:00", motcua.ColumnTime, `"2026-07-01T05:00:00Z"`},
		{"2026-07-01T05:00:00.9Z", motcua.ColumnTime, `"2026-07-01T05:00:00Z"`},
		{"2026-07-01", motcua.ColumnTime, ""}, // which zone's midnight?
		{"2026-07-01T05:00:00Z", motcua.ColumnDate, ""},
		{"2026-07-01T05:00:00", motcua.ColumnTime, ""}, // no zone
		{"2026-07-01T5:00:00Z", motcua.ColumnTime, ""},
		{"2026-07-01T05:00:00,5Z", motcua.ColumnTime, ""},
		{"0001-01-01T00:00:00Z", motcua.ColumnTime, ""}, // the zero time means unset
		{"2026-02-30", motcua.ColumnDate, ""},
		{"true", motcua.ColumnFlag, ""}, // only dates and times are written as text
		{"7", motcua.ColumnNumber, ""},
	} {
		got, err := motcua.TextScalar(c.text).As(c.kind)
		if (err == nil) != (c.want != "") || err == nil && (got.String() != c.want || got.Type() != c.kind) {
			t.Errorf("%q as %v is %v, %v, want %s", c.text, c.kind, got, err, c.want)
		}
	}
}

func TestScalarReads(t *testing.T) {
	for _, c := range []struct {
		in   string
		want motcua.Scalar
	}{
		{`null`, motcua.Scalar{}},
		{` true `, motcua.FlagScalar(true)},
		{`-0`, motcua.NumberScalar(0)},
		{`9223372036854775807`, motcua.NumberScalar(math.MaxInt64)},
		{`"2026-07-01"`, motcua.TextScalar("2026-07-01")}, // its column decides
		{`"\u1ed3"`, motcua.TextScalar("ồ")},
	} {
		s := motcua.NumberScalar(9)
		if err := json.Unmarshal([]byte(c.in), &s); err != nil || s != c.want {
			t.Errorf("%s is read as %v, %v, want %v", c.in, s, err, c.want)
		}
	}
	for _, in := range []string{`1.5`, `1e3`, `9223372036854775808`, `[]`, `{}`, `[1]`} {
		s := motcua.NumberScalar(9)
		var parse *motcua.ParseError
		if err := json.Unmarshal([]byte(in), &s); !errors.As(err, &parse) || s != motcua.NumberScalar(9) {
			t.Errorf("%s is read as %v, %v, want a *ParseError", in, s, err)
		}
	}
	for _, in := range []string{``, `nul`, `"`, `+1`, `tru`, `'a'`, `-`, `1 2`} { // what no decoder would pass on
		if err := new(motcua.Scalar).UnmarshalJSON([]byte(in)); err == nil {
			t.Errorf("%q is read", in)
		}
	}
	if err := new(motcua.Scalar).UnmarshalJSON([]byte(`99999999999999999999`)); !errors.Is(err, motcua.ErrOverflow) {
		t.Errorf("a large number gives %v, want ErrOverflow", err)
	}
}

// TestScalarLaws: what is written is read back, once its type is known.
func TestScalarLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScalar().Draw(t, "scalar")
		b, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var back motcua.Scalar
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		if got, err := back.As(s.Type()); !s.IsZero() && (got != s || err != nil) {
			t.Fatalf("%v is written as %s and read as %v, %v", s, b, got, err)
		}
	})
}

func anyScalar() *rapid.Generator[motcua.Scalar] {
	return rapid.OneOf(
		rapid.Just(motcua.Scalar{}),
		rapid.Map(rapid.Bool(), motcua.FlagScalar),
		rapid.Map(rapid.Int64(), motcua.NumberScalar),
		rapid.Map(rapid.String(), motcua.TextScalar),
		rapid.Map(anyDate(), motcua.DateScalar),
		rapid.Map(rapid.Int64Range(-62135596799, 253402300799), func(s int64) motcua.Scalar {
			return motcua.TimeScalar(time.Unix(s, 0))
		}),
	)
}

func TestScalarDoesNotAllocate(t *testing.T) {
	var n motcua.Scalar
	if allocs := testing.AllocsPerRun(100, func() { n = motcua.DateScalar(5); n, _ = n.As(motcua.ColumnDate) }); allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func FuzzScalarJSON(f *testing.F) {
	for _, s := range []string{`null`, `true`, `-12`, `"2026-07-01"`, `"\ud800"`, `1.0`, `[]`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s, again motcua.Scalar
		if err := s.UnmarshalJSON(data); err != nil {
			return
		}
		b, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &again); err != nil || again != s {
			t.Fatalf("%q is %v, written %s, read as %v, %v", data, s, b, again, err)
		}
		for kind := range motcua.ColumnTime + 2 {
			if v, err := s.As(kind); err == nil && !v.IsZero() && v.Type() != kind {
				t.Fatalf("%v as %v is %v", s, kind, v)
			}
		}
	})
}
