package catalog

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/catalog/unit"
	"github.com/motcua/motcua/payment"
)

func codesOf(faults motcua.Faults) string {
	var out []string
	for _, f := range faults {
		mark := ""
		if f.Severity == motcua.SeverityWarning {
			mark = "?"
		}
		out = append(out, strings.TrimSpace(f.Code+mark+" "+f.Pointer))
	}
	return strings.Join(out, ", ")
}

// inGo is a row of a test: what is done to a sound procedure, and what is found.
type inGo struct {
	why    string
	change func(p *Procedure)
	want   string
}

// testInGo checks what a document cannot hold, but a program can.
func testInGo(t *testing.T, rows []inGo) {
	for _, row := range rows {
		p := &Procedure{Code: "1.000001", Status: StatusDraft, Name: motcua.Text{Vi: "Đăng ký khai sinh"}}
		row.change(p)
		if got := codesOf(p.Check()); got != row.want {
			t.Errorf("%s: %s, want %s", row.why, got, row.want)
		}
	}
}

func TestCheckHead(t *testing.T) {
	testInGo(t, []inGo{
		{"sound", func(*Procedure) {}, ""},
		{"nothing", func(p *Procedure) { *p = Procedure{} }, "CAT-PRO-01 /code, CAT-PRO-02 /name/vi, CAT-PRO-08 /status"},
		{"a code that is none", func(p *Procedure) { p.Code = "1.1" }, "CAT-PRO-01 /code"},
		{"no name in Vietnamese", func(p *Procedure) { p.Name = motcua.Text{En: "Birth"} }, "CAT-PRO-02 /name/vi"},
		{"a long name", func(p *Procedure) { p.Name.Vi = strings.Repeat("x", longestName+1) }, "CAT-PRO-03? /name/vi"},
		{"the longest name", func(p *Procedure) { p.Name.Vi = strings.Repeat("x", longestName) }, ""},
		{"a long text", func(p *Procedure) { p.Redress = strings.Repeat("x", longestText+1) }, "CAT-PRO-03 /redress"},
		{"the longest text", func(p *Procedure) { p.Redress = strings.Repeat("x", longestText) }, ""},
		{"a status that is none", func(p *Procedure) { p.Status = 9 }, "CAT-PRO-08 /status"},
		{"a level that is none", func(p *Procedure) { p.Levels = []unit.Level{99} }, "CAT-PRO-08 /levels/0"},
		{"a channel that is none", func(p *Procedure) { p.Channels = []Offer{{Channel: 9}} }, "CAT-PRO-08 /channels/0/channel"},
	})
}

func TestCheckForms(t *testing.T) {
	testInGo(t, []inGo{
		{"a source without ground", func(p *Procedure) { p.Source = motcua.Source{Act: "1/QĐ"} }, "CAT-PRO-08 /source/basis"},
		{"a source below", func(p *Procedure) {
			p.Papers = []Paper{{Name: motcua.Text{Vi: "x"}, Originals: 1, Data: []DataSource{{Code: "land", Source: motcua.Source{Act: "1/QĐ", Basis: 99}}}}}
		}, "CAT-PRO-08 /papers/0/data/0/source/basis"},
		{"kinds that are none", func(p *Procedure) {
			p.Decisions = []Decision{{Number: "1"}}
			p.Proposals = []Proposal{{ID: "1", Text: motcua.Text{Vi: "x"}, Status: 9}}
			p.Transfers = []Transfer{{On: 1, From: Body{Name: "a"}, To: Body{Name: "b"}, Level: 99}}
			p.Service = &Service{Online: 9, Lanes: []ChannelLane{{Channel: 9}}}
		}, "CAT-PRO-08 /decisions/0/kind, CAT-PRO-08 /proposals/0/status, CAT-PRO-08 /service/lanes/0/channel, CAT-PRO-15 /service/lanes/0/lane, CAT-PRO-08 /service/online, CAT-PRO-08 /transfers/0/level"},
		{"codes of units that are none", func(p *Procedure) {
			p.Decisions = []Decision{{Number: "1", Kind: DecisionAnnounced, Unit: "h"}}
			p.Service = &Service{Unit: "h", Units: []motcua.UnitCode{"h", ""}}
		}, "CAT-PRO-01 /decisions/0/unit, CAT-PRO-01 /service/unit, CAT-PRO-01 /service/units/0, CAT-PRO-11 /service/units/1"},
		{"codes of results that are none", func(p *Procedure) {
			p.Results = []Result{{Code: "KQ", Name: motcua.Text{Vi: "x"}}}
			p.Papers = []Paper{{Name: motcua.Text{Vi: "x"}, Originals: 1, ReplacedBy: []motcua.ResultCode{"KQ", ""}}}
		}, "CAT-PRO-01 /papers/0/replacedBy/0, CAT-PRO-11 /papers/0/replacedBy/1, CAT-PRO-01 /results/0/code"},
	})
}

func TestCheckRelations(t *testing.T) {
	testInGo(t, []inGo{
		{"a link that is none", func(p *Procedure) { p.Related = []Reference{{Code: "2"}} }, "CAT-PRO-01 /related/0/code"},
		{"a link to a province's form of itself", func(p *Procedure) { p.Related = []Reference{{Code: p.Code + ".000.00.00.H56"}} }, "CAT-PRO-13 /related/0"},
		{"a transfer without day and bodies", func(p *Procedure) { p.Transfers = []Transfer{{}} },
			"CAT-PRO-11 /transfers/0/from/name, CAT-PRO-11 /transfers/0/on, CAT-PRO-11 /transfers/0/to/name"},
		{"a cost that overflows", func(p *Procedure) {
			p.Service = &Service{Cost: &ComplianceCost{FilingsPerYear: math.MaxInt64, Minutes: 60, HourlyWage: payment.MustMoney("60000 VND")}}
		}, "CAT-PRO-15 /service/cost"},
		{"a condition without end", func(p *Procedure) {
			self := &motcua.Predicate{All: make([]motcua.Predicate, 1)}
			self.All[0].All = self.All
			p.Papers = []Paper{{Name: motcua.Text{Vi: "x"}, Originals: 1, When: self}}
		}, "VOC-PRE-07 /papers/0/when" + strings.Repeat("/all/0", 16)},
		{"a fee on a condition that no filing of its case meets", func(p *Procedure) {
			p.Cases = []Case{{ID: "a", Name: motcua.Text{Vi: "A"}}, {ID: "b", Name: motcua.Text{Vi: "B"}}}
			fixed := payment.MustMoney("1 VND")
			p.Fees = []fee.Row{{
				ID: "x", Name: motcua.Text{Vi: "x"}, Kind: payment.KindPhi, Cases: []string{"a"}, Tariff: fee.Tariff{Fixed: &fixed}, Issuer: "mof",
				Source: motcua.Source{Act: "1", Basis: motcua.BasisLaw}, When: &motcua.Predicate{Equals: &motcua.Equals{Column: "case", Value: motcua.TextScalar("b")}},
			}}
		}, "CAT-CAS-05? /fees/0/when"},
		{"subjects with codes: another cannot be", func(p *Procedure) {
			p.Subjects = []Subject{{Code: "1", Name: "Công dân"}}
			is := func(code string) *motcua.Predicate {
				return &motcua.Predicate{Equals: &motcua.Equals{Column: "subject", Value: motcua.TextScalar(code)}}
			}
			p.Papers = []Paper{{Name: motcua.Text{Vi: "x"}, Originals: 1, When: is("1")}, {Name: motcua.Text{Vi: "y"}, Originals: 1, When: is("2")}}
		}, "CAT-CAS-06 /papers/1/when/equals/value"},
	})
}

// TestCheckNever: conditions on numbers, days and times that nothing meets, beside those
// that something just meets.
func TestCheckNever(t *testing.T) {
	compare := func(column string, op motcua.Op, v motcua.Scalar) motcua.Predicate {
		return motcua.Predicate{Compare: &motcua.Comparison{Column: column, Op: op, Value: v}}
	}
	all := func(list ...motcua.Predicate) *motcua.Predicate { return &motcua.Predicate{All: list} }
	number, text := motcua.NumberScalar, motcua.TextScalar
	equal := func(column string, v motcua.Scalar) motcua.Predicate {
		return motcua.Predicate{Equals: &motcua.Equals{Column: column, Value: v}}
	}
	for _, row := range []struct {
		why   string
		when  *motcua.Predicate
		never bool
	}{
		{"between neighbours", all(compare("n", motcua.OpMore, number(3)), compare("n", motcua.OpLess, number(4))), true},
		{"the one between", all(compare("n", motcua.OpMore, number(3)), compare("n", motcua.OpLess, number(5))), false},
		{"above the largest", all(compare("n", motcua.OpMore, number(math.MaxInt64))), true},
		{"below the smallest", all(compare("n", motcua.OpLess, number(math.MinInt64))), true},
		{"two names at once", all(equal("t", text("a")), equal("t", text("b"))), true},
		{"neither of two names", all(*not(&motcua.Predicate{Equals: &motcua.Equals{Column: "t", Value: text("a")}}), *not(&motcua.Predicate{In: &motcua.In{Column: "t", Values: []motcua.Scalar{text("b")}}})), false},
		{"a day before and after", all(compare("d", motcua.OpLess, text("2026-01-01")), compare("d", motcua.OpMore, text("2026-01-01"))), true},
		{"a day", all(compare("d", motcua.OpAtMost, text("2026-01-01")), compare("d", motcua.OpAtLeast, text("2026-01-01"))), false},
		{"after the last day", all(compare("d", motcua.OpMore, text("9999-12-31"))), true},
		{"a time before and after", all(compare("m", motcua.OpLess, text("2026-01-01T00:00:00Z")), compare("m", motcua.OpAtLeast, text("2026-01-01T00:00:00Z"))), true},
		{"the second before", all(compare("m", motcua.OpLess, text("2026-01-01T00:00:00Z"))), false},
		{"two columns are not judged", all(motcua.Predicate{Compare: &motcua.Comparison{Column: "n", Op: motcua.OpLess, Other: "n"}}), false},
		{"nor what would take long", all(slices.Repeat([]motcua.Predicate{{Any: []motcua.Predicate{*flag("a"), *not(flag("a"))}}}, 9)...), false},
		{"not stated, though asked of all", not(&motcua.Predicate{Present: "n"}), true},
		{"not stated, for it may not be asked", not(&motcua.Predicate{Present: "late"}), false},
	} {
		p := &Procedure{
			Questions: []Question{
				{ID: "n", Type: motcua.ColumnNumber}, {ID: "t", Type: motcua.ColumnText}, {ID: "d", Type: motcua.ColumnDate},
				{ID: "m", Type: motcua.ColumnTime}, {ID: "a", Type: motcua.ColumnFlag}, {ID: "late", Type: motcua.ColumnFlag, When: flag("a")},
			},
			Papers: []Paper{{Originals: 1, When: row.when}},
		}
		never := slices.ContainsFunc(p.Check(), func(f *motcua.Fault) bool { return f.Code == lintNever && f.Pointer == "/papers/0/when" })
		if never != row.never {
			t.Errorf("%s: %v", row.why, never)
		}
	}
}

// TestEveryTextIsLookedAt puts HTML into each text of a procedure, wherever it is, one
// after another, and wants it found. Codes and conditions have checks of their own.
func TestEveryTextIsLookedAt(t *testing.T) {
	n := 0
	for seen := map[string]bool{}; ; {
		p := &Procedure{}
		at := plant(reflect.ValueOf(p).Elem(), "", seen, map[reflect.Type]int{})
		if at == "" {
			break
		}
		n++
		if !slices.ContainsFunc(p.Check(), func(f *motcua.Fault) bool { return f.Code == lintMarkup && f.Pointer == at }) {
			t.Errorf("%s is not looked at", at)
		}
	}
	if n < 100 {
		t.Errorf("only %d texts", n)
	}
}

// plant puts HTML into the first text that was not seen, and returns its pointer.
func plant(v reflect.Value, at string, seen map[string]bool, depth map[reflect.Type]int) string {
	_, codes := v.Addr().Interface().(interface{ UnmarshalText([]byte) error })
	if codes || v.Type() == reflect.TypeFor[motcua.Predicate]() || depth[v.Type()] > 2 {
		return ""
	}
	depth[v.Type()]++
	defer func() { depth[v.Type()]-- }()
	switch v.Kind() {
	case reflect.String:
		if seen[at] {
			return ""
		}
		seen[at] = true
		v.SetString("<b>")
		return at
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return plant(v.Elem(), at, seen, depth)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		return plant(v.Index(0), at+"/0", seen, depth)
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); f.IsExported() && name != "" {
				if found := plant(v.Field(i), at+"/"+name, seen, depth); found != "" {
					return found
				}
			}
		}
	}
	return ""
}

// TestMissing: each part of the decree is missed where it is not there.
func TestMissing(t *testing.T) {
	whole := func() *Procedure {
		return &Procedure{
			Name: motcua.Text{Vi: "x"}, Steps: []Step{{Text: "x"}}, Channels: []Offer{{Channel: motcua.ChannelOnline, Times: []TimeOption{{Raw: "Theo quy định"}}}},
			Papers: []Paper{{Name: motcua.Text{Vi: "x"}, Originals: 1}}, SubjectsNote: "x", Bodies: Bodies{Competent: []Body{{Name: "x"}}},
		}
	}
	for _, row := range []struct {
		why, want string
		change    func(p *Procedure)
	}{
		{"whole; a time that cannot be read is stated all the same", "[]", func(*Procedure) {}},
		{"nothing", "[name steps manner papers time subjects agency]", func(p *Procedure) { *p = Procedure{} }},
		{"a channel without a time", "[time]", func(p *Procedure) { p.Channels[0].Times = nil }},
		{"a paper without a number", "[papers]", func(p *Procedure) { p.Papers[0].Originals = 0 }},
		{"the number of dossiers is one for all papers", "[]", func(p *Procedure) { p.Papers[0].Originals, p.Sets = 0, 1 }},
		{"a paper that data replace needs none", "[]", func(p *Procedure) {
			p.Papers[0] = Paper{Name: motcua.Text{Vi: "x"}, Data: []DataSource{{Code: "land"}}}
		}},
		{"who carries it out is stated, not who decides", "[]", func(p *Procedure) { p.Bodies = Bodies{Implementing: p.Bodies.Competent} }},
		{"only who takes part is stated", "[agency]", func(p *Procedure) { p.Bodies = Bodies{Coordinating: p.Bodies.Competent} }},
	} {
		p := whole()
		row.change(p)
		ids := []string{}
		for _, part := range p.Missing() {
			ids = append(ids, part.ID)
			if part.Text.Vi == "" || part.Text.En == "" || part.Source.Act != "63/2010/NĐ-CP" {
				t.Errorf("%+v", part)
			}
		}
		if got := fmt.Sprint(ids); got != row.want {
			t.Errorf("%s: %s, want %s", row.why, got, row.want)
		}
	}
}
