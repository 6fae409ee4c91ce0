package receipt

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"sync"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

//go:embed templates
var templates embed.FS

// pages are parsed on first use; that they parse is tested.
var pages = sync.OnceValues(func() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{
		"fill": fill, "day": day, "instant": instant, "money": money, "kind": kindTitle, "method": methodTitle, "inc": func(i int) int { return i + 1 },
	}).ParseFS(templates, "templates/*.html")
})

// WriteHTML prints the receipt as one page of HTML in Vietnamese, on A5 paper, that needs
// nothing from anywhere: no script, no font, no picture. What people wrote is text in it,
// never markup; what is not known is dots for the pen. A receipt that does not stand says
// so across the page. The error is that of the writer; nothing is written before the page
// is whole.
func (r *Receipt) WriteHTML(w io.Writer) error {
	t, err := pages()
	if err != nil {
		return err
	}
	var page bytes.Buffer
	if err := t.ExecuteTemplate(&page, "receipt.html", r); err != nil {
		return err
	}
	_, err = w.Write(page.Bytes())
	return err
}

// fill is a text, or dots for the pen.
func fill(s string) string {
	const dots = "……………………"
	if s == "" {
		return dots
	}
	return s
}

// day writes "ngày 02 tháng 3 năm 2026": a zero stands before days up to 9, and before
// months 1 and 2 alone (30/2020/NĐ-CP, Phụ lục I).
func day(t time.Time) string {
	t = t.In(motcua.Vietnam())
	month := fmt.Sprint(int(t.Month()))
	if t.Month() < time.March {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", t.Day(), month, t.Year())
}

// instant writes "16 giờ 30, ngày 13/02/2026".
func instant(t time.Time) string {
	return t.In(motcua.Vietnam()).Format("15 giờ 04, ngày 02/01/2006")
}

func money(m payment.Money) string { return m.Text().Vi }

func kindTitle(k payment.Kind) string { return Title(k).Vi }

// methodTitle is how it was paid, nothing where it is not said.
func methodTitle(m payment.Method) string { return m.Title().Vi }
