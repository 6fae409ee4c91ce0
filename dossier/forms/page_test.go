package forms_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/motcua/motcua/dossier/forms"
)

// TestSelfContained: the pages ask for nothing from anywhere and run nothing.
func TestSelfContained(t *testing.T) {
	for id := range stories {
		_, page := printed(t, id, setting())
		text := strings.ToLower(string(page))
		for _, bad := range []string{"<script", "http:", "https:", "src=", "@import", "url(", "<link", "javascript:"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s holds %s", id, bad)
			}
		}
		for _, good := range []string{`<html lang="vi">`, "@page { size: a4", "độc lập - tự do - hạnh phúc", `"times new roman"`, "charset=\"utf-8\""} {
			if !strings.Contains(text, good) {
				t.Errorf("%s lacks %s", id, good)
			}
		}
	}
}

// TestHostile: whatever people write is text.
func TestHostile(t *testing.T) {
	plain := map[string]int{}
	tags := func(page []byte) int { return bytes.Count(page, []byte("<")) }
	for id := range stories {
		f, _ := printed(t, id, setting())
		tagsWith := func(s string) int {
			g := hostile(t, f, s)
			var page bytes.Buffer
			if err := forms.Standard().Write(&page, &g); err != nil {
				t.Fatal(err)
			}
			return tags(page.Bytes())
		}
		plain[id] = tagsWith("x")
		rapid.Check(t, func(r *rapid.T) {
			s := rapid.StringOfN(rapid.SampledFrom([]rune(`<>"'&/={}-!;:() scriptonload`+"\n")), 1, 40, -1).Draw(r, "text")
			if got := tagsWith("x" + s); got != plain[id] {
				r.Fatalf("%s: %q makes %d tags of %d", id, s, got, plain[id])
			}
		})
	}
}

// hostile is a form with every free text of it replaced.
func hostile(t testing.TB, f forms.Form, s string) forms.Form {
	t.Helper()
	party := forms.Party{Name: s, Identity: 1, Masked: s, Address: s, Phone: s, Email: s}
	g := f
	g.Head = forms.Head{Above: s, Body: s, Number: s, Place: s, Contact: s, Date: f.Head.Date}
	g.Reason, g.Title, g.Number, g.Signer = s, s, s, forms.Signer{Title: s, Name: s}
	subject := func(o forms.Subject) forms.Subject {
		o.Code, o.Name, o.Summary, o.Applicant, o.Representative = s, s, s, party, &party
		o.Reception.Name, o.Competent.Name, o.Pickup.Name = s, s, s
		return o
	}
	if f.Subject != nil {
		o := subject(*f.Subject)
		g.Subject = &o
	}
	if f.Request != nil {
		g.Request = &forms.Request{Number: 1, Text: s, Papers: []string{s}, Until: f.Request.Until}
	}
	g.Papers, g.Lines, g.Steps = slices.Clone(f.Papers), slices.Clone(f.Lines), slices.Clone(f.Steps)
	for i := range g.Papers {
		g.Papers[i].Name = s
	}
	for i := range g.Lines {
		g.Lines[i].Subject = subject(g.Lines[i].Subject)
	}
	for i := range g.Steps {
		g.Steps[i].Desk.Unit = "H56.12" // the counter's desk has none
		g.Steps[i].Desk.Name, g.Steps[i].Desk.Handler, g.Steps[i].Desk.Department, g.Steps[i].Desk.Step = s, s, s, s
	}
	return g
}

// TestEmpty: every form can be printed of nothing, with dots for the pen.
func TestEmpty(t *testing.T) {
	for _, row := range forms.Standard().For("") {
		var page bytes.Buffer
		if err := forms.Standard().Write(&page, &forms.Form{ID: row.ID, Number: row.Number, Title: row.Title.Vi}); err != nil {
			t.Errorf("%s: %v", row.ID, errors.Unwrap(err))
		}
		if !strings.Contains(page.String(), "Số: ……") || !strings.Contains(page.String(), "ngày …… tháng …… năm") {
			t.Errorf("%s: no dots", row.ID)
		}
	}
}
