package motcua_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"pgregory.net/rapid"
)

func TestPredicateCheck(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // code and pointer of each fault
	}{
		{`{}`, "01@"},
		{`{"flag":"online","present":"fee"}`, "01@"},
		{`{"all":[]}`, "02@/all"},
		{`{"any":[]}`, "02@/any"},
		{`{"in":{"column":"kind","values":[]}}`, "02@/in/values"},
		{`{"in":{"column":"kind"}}`, "02@/in/values"},
		{`{"flag":"nowhere"}`, "03@/flag"},
		{`{"present":"nowhere"}`, "03@/present"},
		{`{"equals":{"value":1}}`, "03@/equals/column"}, // a column is needed
		{`{"in":{"column":"x","values":[1]}}`, "03@/in/column"},
		{`{"compare":{"column":"x","op":"<","other":"y"}}`, "03@/compare/column 03@/compare/other"},
		{`{"flag":"fee"}`, "04@/flag"},
		{`{"compare":{"column":"kind","op":"<","value":"Z"}}`, "04@/compare/column"},
		{`{"compare":{"column":"online","op":"<","value":true}}`, "04@/compare/column"},
		{`{"compare":{"column":"fee","op":"<","cut":true}}`, "04@/compare/column"}, // the cut is no number
		{`{"compare":{"column":"due","op":"<","other":"at"}}`, "04@/compare/other"},
		{`{"equals":{"column":"kind","value":null}}`, "05@/equals/value"},
		{`{"equals":{"column":"kind"}}`, "05@/equals/value"},
		{`{"equals":{"column":"kind","value":1}}`, "05@/equals/value"},
		{`{"equals":{"column":"due","value":"2026-02-30"}}`, "05@/equals/value"},
		{`{"in":{"column":"kind","values":["a",null,"b",2]}}`, "05@/in/values/1 05@/in/values/3"},
		{`{"compare":{"column":"fee","op":"<","value":"1"}}`, "05@/compare/value"},
		{`{"compare":{"column":"fee","op":"<"}}`, "06@/compare"},
		{`{"compare":{"column":"fee","op":"<","value":null}}`, "06@/compare"},
		{`{"compare":{"column":"due","op":"<","other":"end","cut":true}}`, "06@/compare"},
		{`{"compare":{"column":"fee","value":1}}`, "09@/compare/op"},
		{`{"all":[{"flag":"online"},{"not":{"any":[{"flag":"x"},{}]}}]}`, "03@/all/1/not/any/0/flag 01@/all/1/not/any/1"}, // all at once
		{nest(16, `{"flag":"online"}`), ""},
		{nest(17, `{"flag":"online"}`), "07@" + strings.Repeat("/not", 16)},
		{wide(255), ""}, // and the list itself
		{wide(256), "08@"},
		{wide(100000), "08@"},
	} {
		var have []string
		for _, f := range readPredicate(t, c.text).Check(columnType) {
			have = append(have, strings.TrimPrefix(f.Code, "VOC-PRE-")+"@"+f.Pointer)
			if f.Severity != motcua.SeverityError || f.Message.Vi == "" || f.Message.En == "" || f.Message.Vi == f.Message.En {
				t.Errorf("%.80s: fault %+v", c.text, f)
			}
		}
		if got := strings.Join(have, " "); got != c.want {
			t.Errorf("%.80s has faults %q, want %q", c.text, got, c.want)
		}
	}
}

// nest puts text into negations so that it stands at the given level.
func nest(level int, text string) string {
	return strings.Repeat(`{"not":`, level-1) + text + strings.Repeat(`}`, level-1)
}

// wide is a list of n predicates.
func wide(n int) string {
	return `{"all":[` + strings.Repeat(`{"flag":"online"},`, n-1) + `{"flag":"online"}]}`
}

func TestPredicateCheckCauses(t *testing.T) {
	faults := readPredicate(t, `{"equals":{"column":"due","value":"2026-02-30"}}`).Check(columnType)
	const want = `/equals/value: VOC-PRE-05: the constant does not fit the column: date "2026-02-30": day 30 is not in 1..28`
	if faults.Error() != want {
		t.Errorf("it says %s, want %s", faults, want)
	}
}

func TestPredicateReads(t *testing.T) {
	for _, bad := range []string{
		`[]`, `"x"`, `{"all":{}}`, `{"flag":true}`, `{"compare":{"op":"="}}`, `{"compare":{"op":""}}`,
		`{"compare":{"value":1.5}}`, `{"equals":{"value":[]}}`,
	} {
		if err := json.Unmarshal([]byte(bad), new(motcua.Predicate)); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
}

// TestPredicateMembers guards the list of members: each member that is added to
// the type must be counted, so that exactly one is set.
func TestPredicateMembers(t *testing.T) {
	kind := reflect.TypeFor[motcua.Predicate]()
	for i := range kind.NumField() {
		p := motcua.Predicate{Flag: "online"}
		other := reflect.New(kind).Elem()
		field := other.Field(i)
		switch field.Kind() {
		case reflect.String:
			field.SetString("online")
		case reflect.Slice:
			field.Set(reflect.MakeSlice(field.Type(), 1, 1))
		default:
			field.Set(reflect.New(field.Type().Elem()))
		}
		if kind.Field(i).Name == "Flag" {
			continue
		}
		reflect.ValueOf(&p).Elem().Field(i).Set(field)
		if faults := p.Check(columnType); !slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return f.Code == "VOC-PRE-01" && f.Pointer == "" }) {
			t.Errorf("member %s is not counted: %v", kind.Field(i).Name, faults)
		}
	}
}

func names(m map[string]motcua.ColumnType) []string { return slices.Sorted(maps.Keys(m)) }

// anyPredicate draws predicates that Check accepts; leaves is the first kind of
// leaf it draws, 0 for all and 1 for all but present.
func anyPredicate(depth, leaves int) *rapid.Generator[*motcua.Predicate] {
	return rapid.Custom(func(t *rapid.T) *motcua.Predicate {
		column := rapid.SampledFrom(names(columns)).Draw(t, "column")
		kind := columns[column]
		value := scalars[kind]
		p := new(motcua.Predicate)
		members := 7
		if depth == 0 {
			members = 4
		}
		member := rapid.IntRange(leaves, members).Draw(t, "member")
		switch member {
		case 0:
			p.Present = column
		case 1:
			p.Flag = rapid.SampledFrom([]string{"online", "paper", "unsaid"}).Draw(t, "flag")
		case 2:
			p.Equals = &motcua.Equals{Column: column, Value: value}
		case 3:
			p.In = &motcua.In{Column: column, Values: []motcua.Scalar{value, value}}
		case 4:
			p.Compare = &motcua.Comparison{Column: "due", Op: motcua.Op(rapid.IntRange(1, 4).Draw(t, "op")), Other: "end"}
		case 5:
			p.Not = anyPredicate(depth-1, leaves).Draw(t, "not")
		default:
			list := rapid.SliceOfN(rapid.Map(anyPredicate(depth-1, leaves), func(p *motcua.Predicate) motcua.Predicate { return *p }), 1, 3).Draw(t, "list")
			if p.All = list; member == 7 {
				p.All, p.Any = nil, list
			}
		}
		return p
	})
}

// TestPredicateRoundTrip: constants of dates and times come back as text, so the
// texts are compared.
func TestPredicateRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPredicate(3, 0).Draw(t, "predicate")
		if faults := p.Check(columnType); len(faults) > 0 {
			t.Fatalf("%v", faults)
		}
		first, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		var back motcua.Predicate
		if err := json.Unmarshal(first, &back); err != nil {
			t.Fatal(err)
		}
		if second, err := json.Marshal(back); err != nil || !bytes.Equal(first, second) {
			t.Fatalf("%s comes back as %s, %v", first, second, err)
		}
		if a, b := p.Eval(rowValue, row["end"]), back.Eval(rowValue, row["end"]); a != b {
			t.Fatalf("%s is %v and read back %v", first, a, b)
		}
	})
}

func FuzzPredicateJSON(f *testing.F) {
	for _, s := range []string{
		`{"all":[{"flag":"online"},{"compare":{"column":"due","op":"<=","cut":true}}]}`,
		`{"any":[{"not":{"present":"fee"}},{"in":{"column":"kind","values":["TP","KQ"]}}]}`,
		`{"equals":{"column":"due","value":"2026-07-01"}}`, `{"all":[]}`, nest(20, `{}`), wide(300),
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var p, again motcua.Predicate
		if json.Unmarshal(data, &p) != nil {
			return
		}
		truth, faults := p.Eval(rowValue, row["end"]), p.Check(columnType)
		if s := fmt.Sprint(truth); s != "true" && s != "false" && s != "unknown" {
			t.Fatalf("it is %s", s)
		}
		if len(faults) > 0 {
			return // what is refused need not be written
		}
		b, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &again); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(p, again, cmp.Comparer(func(a, b motcua.Scalar) bool { return a == b })); d != "" {
			t.Fatalf("%s comes back different: %s", b, d)
		}
	})
}
