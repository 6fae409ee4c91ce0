package catalog_test

import (
	"bytes"
	"reflect"
	"testing"

	"github.com/motcua/motcua/catalog"
)

// FuzzCheck: whatever can be read is checked to an end, twice the same, and a checklist of
// it asks only for what it has.
func FuzzCheck(f *testing.F) {
	text, _ := planted(f)
	for line := range bytes.Lines(text) {
		f.Add(line)
	}
	f.Add([]byte(`{"code":"1.000001","status":"public","name":{"vi":"x","en":""},"questions":[{"id":"a","type":"date","text":{"vi":"x","en":""}}],"papers":[{"name":{"vi":"x","en":""},"originals":1,"copies":0,"when":{"not":{"compare":{"column":"a","op":"<","value":"2026-01-01"}}}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, faults := catalog.ParseProcedure(data, nil)
		if faults.Err() != nil {
			return
		}
		versions := []catalog.Procedure{p, p}
		if a, b := catalog.Check(versions), catalog.Check(versions); !reflect.DeepEqual(a, b) {
			t.Errorf("%v\n%v", a, b)
		}
		list, err := p.Checklist(catalog.Situation{})
		if err != nil {
			return
		}
		if len(list.Items) != len(p.Papers) {
			t.Errorf("%d items of %d papers", len(list.Items), len(p.Papers))
		}
		for _, i := range list.Items {
			if i.Need == catalog.NeedUndecided && list.Decided() {
				t.Error("decided, and a paper is not")
			}
		}
	})
}
