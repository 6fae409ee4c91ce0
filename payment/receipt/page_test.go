package receipt_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/receipt"
)

var update = flag.Bool("update", false, "rewrite testdata/*.html")

func printed(t testing.TB, r receipt.Receipt) []byte {
	t.Helper()
	var page bytes.Buffer
	if err := r.WriteHTML(&page); err != nil {
		t.Fatal(err)
	}
	return page.Bytes()
}

// pages are receipts of every sort.
func pages(t testing.TB) map[string]receipt.Receipt {
	t.Helper()
	a, names := opened(t, new(motcua.MemoryLog))
	q := ask("HD1")
	q.Lines = append(q.Lines, line(payment.KindLePhi, "Lệ phí bản sao", "0 VND"))
	list, err := a.Issue(ctx, q, names...)
	if err != nil {
		t.Fatal(err)
	}
	void, err := a.Void(ctx, names[1], "0000001", receipt.Why{Reason: "hoàn lệ phí", At: morning})
	if err != nil {
		t.Fatal(err)
	}
	replaced := sound(t)
	return map[string]receipt.Receipt{"phi": list[0], "le-phi": list[1], "void": void, "replaced": replaced, "redacted": replaced.Redacted()}
}

// TestGolden: receipts are printed as they were looked at.
func TestGolden(t *testing.T) {
	for name, r := range pages(t) {
		page, path := printed(t, r), filepath.Join("testdata", name+".html")
		if *update {
			if err := os.WriteFile(path, page, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(page), "\n")); diff != "" {
			t.Errorf("%s (-golden +now):\n%s", path, diff)
		}
	}
}

// TestPage: a page asks for nothing from anywhere, runs nothing, says what the act asks
// for, and marks what does not stand.
func TestPage(t *testing.T) {
	for name, r := range pages(t) {
		page := string(printed(t, r))
		for _, bad := range []string{"<script", "http:", "https:", "src=", "@import", "url(", "<link", "javascript:"} {
			if strings.Contains(strings.ToLower(page), bad) {
				t.Errorf("%s holds %s", name, bad)
			}
		}
		for _, good := range []string{`<html lang="vi">`, "size: A5", receipt.Title(r.Kind).Vi, r.Form, r.Symbol, r.Number, r.Issuer.Name, r.Issuer.TaxCode, r.Words, r.Total.Text().Vi, "ngày 03 tháng 8 năm 2026", r.Order, r.Dossier} {
			if !strings.Contains(page, good) {
				t.Errorf("%s lacks %s", name, good)
			}
		}
		marks := map[receipt.Status]string{receipt.StatusVoid: `<div class="across">Đã hủy</div>`, receipt.StatusReplaced: `<div class="across">Đã bị thay thế</div>`}
		for status, mark := range marks {
			if strings.Contains(page, mark) != (r.Status() == status) {
				t.Errorf("%s is %v, and the page is marked otherwise", name, r.Status())
			}
		}
		if r.Void == nil && strings.Contains(page, "không còn giá trị") {
			t.Errorf("%s stands, and the page says otherwise", name)
		}
		if r.Void != nil && r.Void.Reason != "" && !strings.Contains(page, r.Void.Reason) {
			t.Errorf("%s does not say why", name)
		}
	}
}

// TestHostile: whatever people write is text.
func TestHostile(t *testing.T) {
	tags := func(s string) int {
		r := sound(t)
		r.Form, r.Symbol, r.Number, r.Order, r.Dossier, r.Words, r.Collector = s, s, s, s, s, s, s
		r.Issuer = receipt.Issuer{Name: s, TaxCode: s, Address: s}
		r.Payer = payment.Payer{Name: s, ID: s, Address: s}
		r.Source.Act, r.Source.Article = s, s
		r.Lines[0].Name.Vi, r.Lines[0].Unit, r.Lines[0].Source.Act = s, s, s
		r.Lines[0].Changes = []payment.Change{{Kind: payment.ChangeExemption, Title: motcua.Text{Vi: s}, Source: motcua.Source{Act: s}}}
		ref := receipt.Ref{Form: s, Symbol: s, Number: s}
		r.Replaces, r.Void = &ref, &receipt.Void{At: morning, Reason: s, Replaced: true, By: &ref}
		return bytes.Count(printed(t, r), []byte("<"))
	}
	plain := tags("x")
	rapid.Check(t, func(r *rapid.T) {
		s := rapid.StringOfN(rapid.SampledFrom([]rune(`<>"'&/={}-!;:() scriptonload`+"\n")), 1, 40, -1).Draw(r, "text")
		if got := tags("x" + s); got != plain {
			r.Fatalf("%q makes %d tags of %d", s, got, plain)
		}
	})
}

// TestReduced: an accountant sees what the charge was, what was taken off and by which act,
// though nothing was paid.
func TestReduced(t *testing.T) {
	a, names := opened(t, new(motcua.MemoryLog))
	q := ask("HD1")
	l := line(payment.KindLePhi, "Lệ phí hộ tịch", "0 VND")
	l.Full = payment.MustMoney("8000 VND")
	l.Changes = []payment.Change{{Kind: payment.ChangeExemption, Rule: "m1", Title: motcua.Text{Vi: "Miễn khi nộp trực tuyến"}, Amount: l.Full, Source: motcua.Source{Act: "12/2025/NQ-HĐND", Basis: motcua.BasisPress}}}
	q.Lines, q.Taken = []payment.Line{l}, payment.Money{}
	list, err := a.Issue(ctx, q, names...)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	page := string(printed(t, list[0]))
	for _, want := range []string{"Mức thu trước khi miễn, giảm: 8.000\u00a0₫<", "Miễn khi nộp trực tuyến: 8.000\u00a0₫ (theo 12/2025/NQ-HĐND)", "Số tiền bằng chữ: <b>Không đồng</b>"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	whole, err := a.Issue(ctx, ask("HD2"), names...)
	if err != nil {
		t.Fatal(err)
	}
	if page := string(printed(t, whole[0])); strings.Contains(page, `class="less"`) {
		t.Error("nothing was taken off, and the page says so")
	}
}

// TestEmpty: nothing is printed with dots for the pen.
func TestEmpty(t *testing.T) {
	if page := string(printed(t, receipt.Receipt{})); !strings.Contains(page, "……") {
		t.Error("no dots")
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriterFails(t *testing.T) {
	r := sound(t)
	if err := r.WriteHTML(full{}); !errors.Is(err, errFull) {
		t.Error(err)
	}
}
