package intake

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/payment"
)

// compareAll lets cmp look at values whose fields it cannot see.
var compareAll = []cmp.Option{
	cmp.Comparer(func(a, b payment.Money) bool { return a == b }),
	cmp.Comparer(func(a, b motcua.Decimal) bool { return a == b }),
	cmp.Comparer(func(a, b motcua.Scalar) bool { return a == b }),
}

// TestThereAndBack: every real page that was imported comes back from a document as it
// was, and nothing is lost on the way.
func TestThereAndBack(t *testing.T) {
	for n, page := range realPages(t) {
		p := page.procedure
		d, lost := ToDocument(&p)
		if len(lost) > 0 {
			t.Errorf("line %d, %s: lost on the way out: %+v", n+1, p.Code, lost[0])
		}
		again, _ := FromDocument(&d)
		if diff := cmp.Diff(p, again, compareAll...); diff != "" {
			t.Fatalf("line %d, %s (-imported +again):\n%s", n+1, p.Code, diff)
		}
		text, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		parsed, faults := ParseDocument(text)
		if diff := cmp.Diff(d, parsed); diff != "" || faults != nil {
			t.Fatalf("line %d, %s: the document read again: %v\n%s", n+1, p.Code, faults, diff)
		}
		line, err := catalog.AppendJSON(nil, &p)
		if err != nil {
			t.Fatal(err)
		}
		if stored, faults := catalog.ParseProcedure(line, nil); faults != nil || !cmp.Equal(p, stored, compareAll...) {
			t.Fatalf("%s: written and read as a procedure: %v\n%s", p.Code, faults, cmp.Diff(p, stored, compareAll...))
		}
	}
}

// TestSampleLosses: what a document cannot carry of the richest procedures is reported,
// and going there and back loses nothing else.
func TestSampleLosses(t *testing.T) {
	for _, p := range sample.Versions() {
		d, lost := ToDocument(&p)
		back, _ := FromDocument(&d)
		pointers := map[string]bool{}
		for _, l := range lost {
			pointers[l.Pointer] = true
			if l.Procedure != string(p.Code) || l.Kind != LossDropped && l.Kind != LossDefaulted {
				t.Errorf("%+v", l)
			}
		}
		for pointer, has := range map[string]bool{
			"/validity": !p.Validity.IsZero(), "/service": p.Service != nil, "/questions": len(p.Questions) > 0, "/name/en": p.Name.En != "", "/known": !p.Known.IsZero(),
		} {
			if has != pointers[pointer] {
				t.Errorf("%s: %s has %t, reported %t", p.Code, pointer, has, pointers[pointer])
			}
		}
		if back.Name.Vi != p.Name.Vi || len(back.Papers) != len(p.Papers) || len(back.Steps) != len(p.Steps) || len(back.Channels) != len(p.Channels) || len(back.Bases) != len(p.Bases) {
			t.Errorf("%s comes back as %+v", p.Code, back)
		}
	}
}
