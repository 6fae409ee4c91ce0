package dossier_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/transcript"
)

// gone takes a member away.
var gone = new(int)

// plant is one thing done to the document of the full life, and the one fault it makes.
type plant struct {
	why   string
	at    string // pointer; - is a place after the last
	to    any    // a value, JSON text of one, or gone
	fault string // code and pointer
}

type raw = json.RawMessage

// plants are in the order in which their faults are told.
var plants = []plant{
	{"another dossier", "/dossier", "H56.12-260302-0009", "DOS-FIL-06 /dossier"},
	{"a made-up number", "/events/0/filing/applicant/beneficiary/identities/0/number", "111111111111", "PER-ID-03 /events/0/filing/applicant/beneficiary/identities/0/number"},
	{"a country in words", "/events/0/filing/applicant/beneficiary/identities/1/country", "Việt Nam", "PER-ID-07 /events/0/filing/applicant/beneficiary/identities/1/country"},
	{"an unknown kind of applicant", "/events/0/filing/applicant/kind", "alien", "DOC-VALUE-02 /events/0/filing/applicant/kind"},
	{"half an address of mail", "/events/0/filing/applicant/person/email", "mau", "PER-TEXT-04 /events/0/filing/applicant/person/email"},
	{"eleven digits", "/events/0/filing/applicant/person/identities/0/number", "00109900000", "PER-ID-02 /events/0/filing/applicant/person/identities/0/number"},
	{"nobody", "/events/0/filing/applicant/person/name", "", "PER-APP-02 /events/0/filing/applicant/person/name"},
	{"two digits", "/events/0/filing/applicant/person/phone", "12", "PER-TEXT-03 /events/0/filing/applicant/person/phone"},
	{"mandated by nothing", "/events/0/filing/applicant/representative/mandate", gone, "PER-APP-05 /events/0/filing/applicant/representative/mandate"},
	{"born in another year", "/events/0/filing/applicant/representative/person/birth", "1998-05-06", "PER-ID-11 /events/0/filing/applicant/representative/person/identities/0/number"},
	{"a nameless attachment", "/events/0/filing/attachments/0/name", "", "DOS-FIL-03 /events/0/filing/attachments/0/name"},
	{"fewer than none", "/events/0/filing/attachments/-", raw(`{"name": "Ảnh", "quantity": -1}`), "DOS-FIL-05 /events/0/filing/attachments/1/quantity"},
	{"no channel", "/events/0/filing/channel", gone, "DOS-FIL-03 /events/0/filing/channel"},
	{"a nameless child", "/events/0/filing/children/0/code", "", "DOS-FIL-03 /events/0/filing/children/0/code"},
	{"a child of no procedure", "/events/0/filing/children/0/procedure", "abc", "DOC-VALUE-02 /events/0/filing/children/0/procedure"},
	{"its own child", "/events/0/filing/children/-", raw(`{"code": "H56.12-260302-0001", "procedure": "1.004194", "competent": {"unit": "H56.12"}}`), "DOS-FIL-04 /events/0/filing/children/1/code"},
	{"a way of returning nobody knows", "/events/0/filing/delivery", "pigeon", "DOC-VALUE-02 /events/0/filing/delivery"},
	{"a fee below zero", "/events/0/filing/fees/0/amount/amount", "-25000", "DOS-FIL-05 /events/0/filing/fees/0/amount"},
	{"a nameless fee", "/events/0/filing/fees/0/name", "", "DOS-FIL-03 /events/0/filing/fees/0/name"},
	{"the flag of the portal", "/events/0/filing/nationalPortal", 1, "DOC-VALUE-01 /events/0/filing/nationalPortal"},
	{"its own parent", "/events/0/filing/parent", "H56.12-260302-0001", "DOS-FIL-06 /events/0/filing/parent"},
	{"nowhere", "/events/0/filing/pickup/unit", gone, "DOS-FIL-03 /events/0/filing/pickup/unit"},
	{"a lane of nothing", "/events/0/grant/limit/lane/reduceBy/0/amount", "0", "CAL-LIM-01 /events/0/grant/limit/lane/reduceBy/0/amount"},
	{"a term of nothing", "/events/0/grant/own/1/limit/terms", []any{}, "CAL-LIM-08 /events/0/grant/own/1/limit/terms"},
	{"a nameless paper that is required", "/events/0/grant/papers/-", raw(`{"name": "", "oneOf": "bản vẽ"}`), "DOS-FIL-03 /events/0/grant/papers/1/name"},
	{"a moment nobody knows", "/events/0/grant/payment", "never", "DOC-VALUE-02 /events/0/grant/payment"},
	{"no id", "/events/0/id", "", "DOS-EVT-01 /events/0/id"},
	{"reused in no known way", "/events/0/papers/0/reused", "twice", "DOC-VALUE-02 /events/0/papers/0/reused"},
	{"a paper twice", "/events/0/papers/1/id", "p1", "DOS-FIL-04 /events/0/papers/1/id"},
	{"a paper nobody can tell", "/events/0/papers/1/name", "", "DOS-FIL-03 /events/0/papers/1/name"},
	{"reused, and not what", "/events/0/papers/1/replacedBy", gone, "DOS-FIL-06 /events/0/papers/1/replacedBy"},
	{"data of no database", "/events/0/papers/2/data", gone, "DOS-FIL-06 /events/0/papers/2/data"},
	{"a paper without an id", "/events/0/papers/3/id", "", "DOS-FIL-03 /events/0/papers/3/id"},
	{"ink as a signature of bits", "/events/0/papers/3/signed", true, "DOS-FIL-06 /events/0/papers/3/signed"},
	{"a fee below zero, asked for", "/events/1/request/fees/0/amount/amount", "-1", "DOS-FIL-05 /events/1/request/fees/0/amount"},
	{"a nameless fee, asked for", "/events/1/request/fees/0/name", "", "DOS-FIL-03 /events/1/request/fees/0/name"},
	{"nothing is asked for", "/events/1/request/text", "", "DOS-FIL-03 /events/1/request/text"},
	{"a member nobody knows", "/events/3/by/rank", "9", "DOC-MEMBER-02 /events/3/by/rank"},
	{"a demand below zero", "/events/3/demand/fees/0/amount/amount", "-9", "DOS-FIL-05 /events/3/demand/fees/0/amount"},
	{"null for a text", "/events/6/desk/step", nil, "DOC-VALUE-01 /events/6/desk/step"},
	{"a unit of time nobody knows", "/events/7/desk/budget/0/unit", "moons", "DOC-VALUE-02 /events/7/desk/budget/0/unit"},
	{"half a unit", "/events/10/by/unit", "H5", "DOC-VALUE-02 /events/10/by/unit"},
	{"extended to never", "/events/10/due", gone, "DOS-EVT-02 /events/10/due"},
	{"stopped for nothing", "/events/11/reason", gone, "DOS-EVT-02 /events/11/reason"},
	{"reopened with an apology", "/events/12/apology", "2/TXL", "DOS-EVT-03 /events/12/apology"},
	{"text for a flag", "/events/13/results/0/document", "yes", "DOC-VALUE-01 /events/13/results/0/document"},
	{"a signature of bits on paper", "/events/15/results/0/electronic", false, "DOS-FIL-06 /events/15/results/0/valid"},
	{"an id twice", "/events/16/id", "c15", "DOS-HIS-01 /events/16/id"},
	{"rated with papers", "/events/16/papers", []any{}, "DOS-EVT-03 /events/16/papers"},
	{"half a rating", "/events/16/rating/satisfied", gone, "DOC-MEMBER-03 /events/16/rating/satisfied"},
	{"before the event above it", "/events/17/at", "2026-03-05T10:30:00+07:00", "DOS-HIS-02 /events/17/at"},
	{"returned by a fast lane", "/events/18/lane", true, "DOS-EVT-03 /events/18/lane"},
	{"space about an address", "/events/19/filing/applicant/person/address", " Số 1", "PER-TEXT-01 /events/19/filing/applicant/person/address"},
	{"finished again", "/events/-", raw(`{"id": "c20", "action": "finish", "at": "2026-03-07T08:00:00+07:00", "by": {"role": "handler"}, "to": "finished", "results": []}`), "DOS-HIS-03 /events/20"},
	{"stopped by a complaint", "/events/-", raw(`{"id": "c21", "action": "complain", "at": "2026-03-07T09:00:00+07:00", "by": {"role": "applicant"}, "to": "stopped", "reason": "x"}`), "DOS-HIS-04 /events/21/to"},
	{"a newer version", "/format", 2, "DOS-HIS-05 /format"},
	{"a member of the whole that nobody knows", "/state", "returned", "DOC-MEMBER-02 /state"},
}

// treeOf is a text as a tree.
func treeOf(t testing.TB, text []byte) any {
	t.Helper()
	var tree any
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&tree); err != nil {
		t.Fatal(err)
	}
	return tree
}

// in plants something at a pointer of a tree, and returns the tree.
func (p plant) in(t testing.TB, tree any, at string) any {
	t.Helper()
	token, rest, more := strings.Cut(at[1:], "/")
	inside := func(v any) any {
		if more {
			return p.in(t, v, "/"+rest)
		}
		return p.to
	}
	switch v := tree.(type) {
	case map[string]any:
		if !more && p.to == gone {
			delete(v, token)
			return v
		}
		v[token] = inside(v[token])
		return v
	case []any:
		if token == "-" {
			return append(v, inside(nil))
		}
		i, err := strconv.Atoi(token)
		if err != nil || i >= len(v) {
			t.Fatalf("%s: no %s in %v", p.why, at, v)
		}
		v[i] = inside(v[i])
		return v
	}
	t.Fatalf("%s: nothing at %s", p.why, p.at)
	return nil
}

// TestPlantedFaults: each makes its fault, and that alone; all at once make all of them,
// in their order, as often as they are read.
func TestPlantedFaults(t *testing.T) {
	whole := documentOf(t, fullLife(t).Dossier)
	_, before := transcript.Parse(whole, nil)
	usual := strings.Split(told(before), ", ")
	all := treeOf(t, whole)
	var want []string
	for _, p := range plants {
		all = p.in(t, all, p.at)
		want = append(want, p.fault)
		at := p.at
		if p.fault == "DOS-HIS-04 /events/21/to" {
			p.fault = "DOS-HIS-04 /events/20/to" // alone it stands a place before
		}
		_, faults := transcript.Parse(eventOf(t, p.in(t, treeOf(t, whole), at)), nil)
		got := slices.DeleteFunc(strings.Split(told(faults), ", "), func(s string) bool { return slices.Contains(usual, s) })
		if diff := cmp.Diff([]string{p.fault}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", p.why, diff, faults)
		}
	}
	if len(want) < 40 {
		t.Errorf("%d plants", len(want))
	}
	for range 2 {
		d, faults := transcript.Parse(eventOf(t, all), nil)
		got := slices.DeleteFunc(strings.Split(told(faults), ", "), func(s string) bool { return slices.Contains(usual, s) })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("all at once (-want +got):\n%s", diff)
		}
		if d.State != dossier.StateStopped || d.Version() != 19 {
			t.Errorf("what can be read is %v", d)
		}
		for _, f := range faults {
			if f.Line != 1 || f.Message.Vi == "" || f.Message.En == "" || f.Cause != nil {
				t.Errorf("%+v", f)
			}
		}
	}
}
