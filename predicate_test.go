package motcua_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"pgregory.net/rapid"
)

// columns are those of the tests; each has a value, and a null beside it.
var columns = map[string]motcua.ColumnType{
	"online": motcua.ColumnFlag, "paper": motcua.ColumnFlag, "unsaid": motcua.ColumnFlag,
	"fee": motcua.ColumnNumber, "noFee": motcua.ColumnNumber,
	"kind": motcua.ColumnText, "noKind": motcua.ColumnText,
	"due": motcua.ColumnDate, "end": motcua.ColumnDate, "never": motcua.ColumnDate,
	"at": motcua.ColumnTime, "noTime": motcua.ColumnTime,
}

func columnType(name string) (motcua.ColumnType, bool) {
	t, ok := columns[name]
	return t, ok
}

var row = map[string]motcua.Scalar{
	"online": motcua.FlagScalar(true), "paper": motcua.FlagScalar(false),
	"fee": motcua.NumberScalar(50000), "kind": motcua.TextScalar("TP"),
	"due": motcua.DateScalar(motcua.MustDate("2026-07-01")),
	"end": motcua.DateScalar(motcua.MustDate("2026-07-02")),
	"at":  motcua.TimeScalar(time.Date(2026, 6, 30, 17, 0, 0, 0, time.UTC)),
}

func rowValue(name string) motcua.Scalar { return row[name] }

func readPredicate(t *testing.T, text string) *motcua.Predicate {
	t.Helper()
	p := new(motcua.Predicate)
	if err := json.Unmarshal([]byte(text), p); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return p
}

func TestPredicateEval(t *testing.T) {
	cut := motcua.DateScalar(motcua.MustDate("2026-07-02"))
	for _, c := range []struct {
		text string
		want motcua.Truth
	}{
		{`{"flag":"online"}`, motcua.True},
		{`{"flag":"paper"}`, motcua.False},
		{`{"flag":"unsaid"}`, motcua.Unknown},
		{`{"present":"fee"}`, motcua.True},
		{`{"present":"noFee"}`, motcua.False}, // never Unknown
		{`{"present":"paper"}`, motcua.True},  // false is a value

		{`{"equals":{"column":"kind","value":"TP"}}`, motcua.True},
		{`{"equals":{"column":"kind","value":"tp"}}`, motcua.False},
		{`{"equals":{"column":"noKind","value":"TP"}}`, motcua.Unknown},
		{`{"equals":{"column":"fee","value":50000}}`, motcua.True},
		{`{"equals":{"column":"paper","value":false}}`, motcua.True},
		{`{"equals":{"column":"due","value":"2026-07-01"}}`, motcua.True}, // a string becomes a date
		{`{"equals":{"column":"at","value":"2026-07-01T00:00:00+07:00"}}`, motcua.True},
		{`{"in":{"column":"kind","values":["KQ","TP"]}}`, motcua.True},
		{`{"in":{"column":"kind","values":["KQ"]}}`, motcua.False},
		{`{"in":{"column":"noKind","values":["KQ"]}}`, motcua.Unknown},

		{`{"compare":{"column":"fee","op":"<","value":50000}}`, motcua.False},
		{`{"compare":{"column":"fee","op":"<=","value":50000}}`, motcua.True},
		{`{"compare":{"column":"fee","op":">=","value":50000}}`, motcua.True},
		{`{"compare":{"column":"fee","op":">","value":50000}}`, motcua.False},
		{`{"compare":{"column":"fee","op":">","value":0}}`, motcua.True}, // zero is a value
		{`{"compare":{"column":"noFee","op":">","value":0}}`, motcua.Unknown},
		{`{"compare":{"column":"end","op":"<=","other":"due"}}`, motcua.False},
		{`{"compare":{"column":"due","op":"<","other":"end"}}`, motcua.True},
		{`{"compare":{"column":"due","op":"<","other":"never"}}`, motcua.Unknown},
		{`{"compare":{"column":"due","op":"<","cut":true}}`, motcua.True},
		{`{"compare":{"column":"end","op":"<","cut":true}}`, motcua.False},
		{`{"compare":{"column":"never","op":"<","cut":true}}`, motcua.Unknown},
		{`{"compare":{"column":"at","op":"<","value":"2026-07-01T00:00:01+07:00"}}`, motcua.True},

		{`{"not":{"flag":"paper"}}`, motcua.True},
		{`{"not":{"flag":"unsaid"}}`, motcua.Unknown},
		{`{"all":[{"flag":"online"},{"flag":"unsaid"}]}`, motcua.Unknown},
		{`{"all":[{"flag":"unsaid"},{"flag":"paper"}]}`, motcua.False}, // decided all the same
		{`{"any":[{"flag":"unsaid"},{"flag":"online"}]}`, motcua.True},
		{`{"any":[{"flag":"unsaid"},{"flag":"paper"}]}`, motcua.Unknown},
		{`{"all":[{"any":[{"flag":"paper"},{"not":{"flag":"paper"}}]},{"present":"kind"}]}`, motcua.True},
	} {
		p := readPredicate(t, c.text)
		if faults := p.Check(columnType); len(faults) > 0 {
			t.Errorf("%s: %v", c.text, faults)
		}
		if got := p.Eval(rowValue, cut); got != c.want {
			t.Errorf("%s is %v, want %v", c.text, got, c.want)
		}
	}
}

// TestPredicateEvalUnchecked: what Check refuses is Unknown and nothing worse.
func TestPredicateEvalUnchecked(t *testing.T) {
	for _, text := range []string{
		`{}`, `{"all":[]}`, `{"any":[]}`, `{"all":[{}]}`, `{"flag":"online","present":"fee"}`,
		`{"flag":"nowhere"}`, `{"flag":"fee"}`,
		`{"equals":{"column":"kind","value":null}}`, `{"equals":{"column":"fee","value":"50000"}}`,
		`{"in":{"column":"kind","values":[]}}`, `{"in":{"column":"kind","values":[1,null]}}`,
		`{"compare":{"column":"kind","op":"<","value":"Z"}}`, // text has no order here
		`{"compare":{"column":"online","op":">=","value":true}}`,
		`{"compare":{"column":"fee","op":"<"}}`, `{"compare":{"column":"fee","value":1}}`,
		`{"compare":{"column":"fee","op":"<","value":1,"cut":true}}`,
		`{"compare":{"column":"fee","op":"<","cut":true}}`,
		`{"compare":{"column":"due","op":"<","other":"at"}}`,
		`{"compare":{"column":"due","op":"<","other":"kind"}}`,
		`{"compare":{"column":"due","op":"<","value":"2026-02-30"}}`,
	} {
		p := readPredicate(t, text)
		if got := p.Eval(rowValue, motcua.DateScalar(1)); got != motcua.Unknown {
			t.Errorf("%s is %v, want unknown", text, got)
		}
		if faults := p.Check(columnType); faults.Err() == nil {
			t.Errorf("%s passes Check", text)
		}
	}
	if p := (&motcua.Predicate{Compare: &motcua.Comparison{Column: "fee", Op: 9, Value: motcua.NumberScalar(1)}}); p.Eval(rowValue, motcua.Scalar{}) != motcua.Unknown {
		t.Error("an order that does not exist is not unknown")
	}
}

func TestPredicateNil(t *testing.T) {
	var p *motcua.Predicate
	if p.Eval(rowValue, motcua.Scalar{}) != motcua.True || p.Check(columnType) != nil {
		t.Error("no condition is not true")
	}
}

func TestPredicateCut(t *testing.T) {
	before := readPredicate(t, `{"compare":{"column":"due","op":"<=","cut":true}}`)
	midnight := time.Date(2026, 7, 1, 0, 0, 0, 0, motcua.Vietnam())
	for _, c := range []struct {
		name string
		p    *motcua.Predicate
		cut  motcua.Scalar
		want motcua.Truth
	}{
		{"no cut", before, motcua.Scalar{}, motcua.Unknown},
		{"the day itself", before, motcua.DateScalar(motcua.MustDate("2026-07-01")), motcua.True},
		{"the first second of the day in Vietnam", before, motcua.TimeScalar(midnight), motcua.True},
		{"a second before", before, motcua.TimeScalar(midnight.Add(-time.Second)), motcua.False},
		{"a cut that is text", before, motcua.TextScalar("2026-07-01"), motcua.Unknown},
		{"an instant against a day", readPredicate(t, `{"compare":{"column":"at","op":"<=","cut":true}}`), motcua.DateScalar(5), motcua.Unknown},
	} {
		if got := c.p.Eval(rowValue, c.cut); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestPredicateEndsWhenItHoldsItself(t *testing.T) {
	knot := &motcua.Predicate{}
	knot.Not = knot
	wide := motcua.Predicate{All: make([]motcua.Predicate, 40)}
	for i := range wide.All {
		wide.All[i] = wide // 40 to the power of 16 leaves, were they all visited
	}
	for _, p := range []*motcua.Predicate{knot, &wide} {
		if got := p.Eval(rowValue, motcua.Scalar{}); got != motcua.Unknown {
			t.Errorf("a predicate that holds itself is %v", got)
		}
		if p.Check(columnType).Err() == nil {
			t.Error("a predicate that holds itself passes Check")
		}
	}
}

func TestEvalDoesNotAllocate(t *testing.T) {
	p := readPredicate(t, `{"all":[{"any":[{"flag":"paper"},{"flag":"online"}]},{"compare":{"column":"due","op":"<=","cut":true}},{"equals":{"column":"kind","value":"TP"}}]}`)
	cut := motcua.DateScalar(motcua.MustDate("2026-07-02"))
	if allocs := testing.AllocsPerRun(100, func() { p.Eval(rowValue, cut) }); allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func TestKleeneLaws(t *testing.T) {
	all := []motcua.Truth{motcua.False, motcua.Unknown, motcua.True}
	for _, a := range all {
		if a.Not().Not() != a || a.And(a) != a || a.Or(a) != a || a.And(motcua.True) != a || a.Or(motcua.False) != a {
			t.Errorf("%v: double negation, idempotence or identity", a)
		}
		if a.And(motcua.False) != motcua.False || a.Or(motcua.True) != motcua.True {
			t.Errorf("%v: a decided side does not decide", a)
		}
		for _, b := range all {
			if a.And(b) != b.And(a) || a.Or(b) != b.Or(a) || a.And(b).Not() != a.Not().Or(b.Not()) || a.And(a.Or(b)) != a {
				t.Errorf("%v, %v: order, De Morgan or absorption", a, b)
			}
			for _, c := range all {
				if a.And(b).And(c) != a.And(b.And(c)) || a.Or(b.And(c)) != a.Or(b).And(a.Or(c)) {
					t.Errorf("%v, %v, %v: grouping or distribution", a, b, c)
				}
			}
		}
	}
	if motcua.True.Not() != motcua.False || motcua.Unknown.Not() != motcua.Unknown {
		t.Error("negation is wrong")
	}
	for _, foreign := range []motcua.Truth{0, 4, 255} {
		if foreign.Not() != motcua.Unknown || foreign.And(motcua.True) != motcua.Unknown || foreign.Or(motcua.False) != motcua.Unknown {
			t.Errorf("the truth %d is not unknown", foreign)
		}
	}
}

// TestUnknownIsHonest: a value in place of a null never turns True or False
// around, unless the predicate asks whether there is one.
func TestUnknownIsHonest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPredicate(3, 1).Draw(t, "predicate")
		known := make(map[string]motcua.Scalar)
		for name, kind := range columns {
			known[name] = scalars[kind]
		}
		hidden := rapid.SliceOf(rapid.SampledFrom(names(columns))).Draw(t, "hidden")
		partly := func(name string) motcua.Scalar {
			for _, h := range hidden {
				if h == name {
					return motcua.Scalar{}
				}
			}
			return known[name]
		}
		full := p.Eval(func(name string) motcua.Scalar { return known[name] }, scalars[4])
		if less := p.Eval(partly, scalars[4]); less != motcua.Unknown && less != full {
			t.Fatalf("without %q it is %v, with them %v", hidden, less, full)
		}
	})
}
