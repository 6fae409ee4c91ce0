package intake

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzDocuments: any document makes a procedure without a panic; what the procedure says
// in the shape of a document makes the same procedure again.
func FuzzDocuments(f *testing.F) {
	f.Add([]byte(`{"code":"1.000001","name":"Thủ tục","channels":[{"channel":"2","times":[{"value":"1.5","unit":"Ngày làm việc","fees":[{"amount":"70,000","unit":"VNĐ","note":"70.000đ/lần"}]}]}]}`))
	f.Add([]byte(`[{"code":"1.000001","papers":[{"case":"a","papers":[{"name":"x","originals":"1","copies":"x","replacedBy":"KQ.G15.000031, y"}]}]},{"code":""}]`))
	f.Add([]byte(`{"code":"x","levels":[{"code":"9"}],"bases":[{"number":"1","issued":"32/13/2026"}],"status":"7","keywords":"a, b; a"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d, faults := ParseDocument(data); faults.Err() == nil && d.Code == "" {
			t.Fatal("a document without a code is taken")
		}
		list, faults := ParseDocuments(data, &Options{Lenient: true})
		if faults.Err() != nil {
			return
		}
		for i := range list {
			p, losses := FromDocument(&list[i])
			if _, err := json.Marshal(losses); err != nil {
				t.Fatal(err)
			}
			d, _ := ToDocument(&p)
			again, _ := FromDocument(&d)
			back, _ := ToDocument(&again)
			if diff := cmp.Diff(d, back); diff != "" {
				t.Fatalf("the document of the document's procedure is another:\n%s", diff)
			}
		}
	})
}
