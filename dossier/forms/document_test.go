package forms_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua/dossier/forms"
	"github.com/motcua/motcua/internal/schematest"
	"github.com/motcua/motcua/payment"
)

// form is the one kind of document of this package, with its schema.
func form(t testing.TB) schematest.Side {
	t.Helper()
	d := forms.Documents()
	if len(d) != 1 || d[0].Name != "form" {
		t.Fatalf("%+v", d)
	}
	return schematest.Of(t, d[0])
}

// TestRoundTrip: all seven forms are sound documents, and print the same when read.
func TestRoundTrip(t *testing.T) {
	side := form(t)
	for id := range stories {
		f, page := printed(t, id, setting())
		text := toJSON(t, f)
		if err := side.Refusal([]byte(text)); err != nil {
			t.Errorf("%s: %v", id, err)
		}
		again, faults := forms.ParseForm([]byte(text))
		if len(faults) > 0 || toJSON(t, again) != text {
			t.Errorf("%s: %v\n%s", id, faults, cmp.Diff(text, toJSON(t, again)))
		}
		var second bytes.Buffer
		if err := forms.Standard().Write(&second, &again); err != nil || !bytes.Equal(second.Bytes(), page) {
			t.Errorf("%s is printed otherwise when read: %v", id, err)
		}
	}
}

// TestSchemaAndReaderAgree: a planted fault is refused by both, or by a rule alone that
// no schema says.
func TestSchemaAndReaderAgree(t *testing.T) {
	side := form(t)
	f, _ := printed(t, forms.Receipt, setting())
	register, _ := printed(t, forms.Register, setting())
	for _, c := range []struct {
		form          forms.Form
		old, by, want string
	}{
		{f, `"digitised": false`, `"digitised": null`, "both"},
		{f, `"provisional": false`, `"provisional": "no"`, "both"},
		{f, `"form": "copy"`, `"form": "photocopy"`, "both"},
		{f, `"delivery": "post"`, `"delivery": 1`, "both"},
		{f, `"date": "2026-03-02"`, `"date": "02/03/2026"`, "both"},
		{f, `"count": 2`, `"count": 2.5`, "both"},
		{f, `"count": 2`, `"count": -2`, "rule"},
		{f, `"id": "receipt"`, `"id": ""`, "rule"},
		{f, `"title"`, `"titel"`, "both"},
		{register, `"number": 2`, `"number": 3`, "rule"},
		{register, `"state": "stopped"`, `"state": "halted"`, "both"},
	} {
		whole := toJSON(t, c.form)
		text := strings.Replace(whole, c.old, c.by, 1)
		if text == whole {
			t.Fatalf("%s is not there", c.old)
		}
		bySchema, byReader := side.Refusal([]byte(text)) != nil, side.Check([]byte(text)).Err() != nil
		if !byReader || bySchema != (c.want == "both") {
			t.Errorf("%s: refused by the schema %t, by the reader %t, want %s", c.by, bySchema, byReader, c.want)
		}
	}
}

// TestNobodyIsShown: what identifies a person is on paper and in JSON, and nowhere else.
func TestNobodyIsShown(t *testing.T) {
	const mark = "Marker"
	for id := range stories {
		f, _ := printed(t, id, setting())
		f = hostile(t, f, mark)
		f.ID = id
		if f.Subject != nil {
			f.Subject.Code = "H56.12-260302-0001"
		}
		for i := range f.Lines {
			f.Lines[i].Subject.Code = "H56.12-260302-0001"
		}
		f.Signer.Title = "Chuyên viên" // a title names nobody
		if !strings.Contains(toJSON(t, f), mark) {
			t.Fatal("nothing to hide")
		}
		shown := []any{f, &f, f.Subject, f.Signer, f.Request}
		if f.Subject != nil {
			shown = append(shown, *f.Subject, f.Subject.Applicant, f.Subject.Representative)
		}
		for i := range f.Lines {
			shown = append(shown, f.Lines[i], &f.Lines[i])
		}
		for _, v := range shown {
			var log bytes.Buffer
			slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "v", v)
			slog.New(slog.NewTextHandler(&log, nil)).Info("x", "v", v)
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x"} {
				fmt.Fprintf(&log, verb, v)
			}
			if strings.Contains(log.String(), mark) || strings.Contains(log.String(), fmt.Sprintf("%x", mark)) {
				t.Errorf("%s: %T: %s", id, v, log.String())
			}
		}
	}
}

// TestFaultsQuoteNobody: what is wrong with a form is told without its values.
func TestFaultsQuoteNobody(t *testing.T) {
	_, faults := forms.ParseForm([]byte(`{"id":"Nguyễn","number":"Nguyễn","title":"x","source":{"basis":"Nguyễn"},"head":{"date":"Nguyễn"},"reason":7,"signer":{"name":["Nguyễn"]}}`))
	if faults.Err() == nil || strings.Contains(faults.Error(), "Nguyễn") {
		t.Errorf("%v", faults)
	}
}

func FuzzParseForm(f *testing.F) {
	for _, rest := range []string{
		``, `,"reason":"<b>"`, `,"lines":[]`, `,"request":{"number":1,"text":"x","until":"2026-03-02T09:00:00+07:00"}`,
		`,"papers":[{"name":"x","form":"copy","count":2,"digitised":true}]`, `,"fees":{"totals":[{"amount":"5","currency":"VND"}]}`,
	} {
		f.Add([]byte(`{"id":"stop","number":"5","title":"x","source":{"basis":"ours"},"head":{}` + rest + `}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		form, faults := forms.ParseForm(data)
		if faults.Err() != nil {
			return
		}
		text, err := json.Marshal(form)
		if err != nil {
			t.Fatalf("%v: %s", err, data)
		}
		again, faults := forms.ParseForm(text)
		if faults.Err() != nil || toJSON(t, again) != toJSON(t, form) {
			t.Fatalf("%v: %s", faults, text)
		}
		var page bytes.Buffer
		if err := forms.Standard().Write(&page, &form); err == nil && bytes.Contains(page.Bytes(), []byte("<script")) {
			t.Fatalf("%s", page.Bytes())
		}
	})
}

// TestWords: every value a form may hold has words, and a moment is said as on paper.
func TestWords(t *testing.T) {
	f, _ := printed(t, forms.Receipt, setting())
	f.Times.Due = at("03-10 00:00")
	f.Times.Provisional = true
	f.Fees.Paid = []payment.Money{vnd(41_500)}
	var page bytes.Buffer
	if err := forms.Standard().Write(&page, &f); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"hết ngày 09/03/2026", "là dự kiến", "ngày 02 tháng 3 năm 2026", "09 giờ 05, ngày 02/03/2026", "41.500\u00a0₫", "(Bốn mươi mốt nghìn năm trăm đồng)", "Đã nộp", "Bản sao", "Qua dịch vụ bưu chính công ích"} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("%q is not said", want)
		}
	}
	f.Head.Date = f.Head.Date.AddDays(-30)
	page.Reset()
	if err := forms.Standard().Write(&page, &f); err != nil || !strings.Contains(page.String(), "ngày 31 tháng 01 năm 2026") {
		t.Errorf("%v: January is written 01", err)
	}
}
