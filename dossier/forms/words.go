package forms

import (
	"fmt"
	"html/template"
	"reflect"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/payment"
)

// functions are what templates may call besides the methods of a form's members.
var functions = template.FuncMap{
	"vi":      vi,
	"fill":    fill,
	"inc":     func(i int) int { return i + 1 },
	"instead": instead,
	"minutes": minutes,
}

// instead is a text, or another where it is empty.
func instead(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// dots are for the pen.
const dots = "……………………"

// fill is what there is, or dots.
func fill(x any) (string, error) {
	if v := reflect.ValueOf(x); !v.IsValid() || v.IsZero() {
		return dots, nil
	}
	if text, ok := x.(string); ok {
		return text, nil
	}
	return vi(x)
}

// words are the Vietnamese words for values of enums.
var words = map[any]string{
	dossier.PaperOriginal: "Bản chính", dossier.PaperCopy: "Bản sao", dossier.PaperElectronic: "Bản điện tử", dossier.PaperData: "Dữ liệu thay thế",
	dossier.DeliveryCounter: "Nhận trực tiếp", dossier.DeliveryPost: "Qua dịch vụ bưu chính công ích",
	dossier.VerdictEarly: "Trước hạn", dossier.VerdictOnTime: "Đúng hạn", dossier.VerdictLate: "Quá hạn", dossier.VerdictPending: "Trong hạn",
	dossier.VerdictOverdue: "Đang quá hạn", dossier.VerdictUndecided: "Không xác định hạn", dossier.VerdictNotReceived: "Chưa tiếp nhận",
	dossier.RoleApplicant: "Người nộp hồ sơ", dossier.RoleCounter: "Bộ phận tiếp nhận và trả kết quả", dossier.RoleHandler: "Cơ quan giải quyết",
	dossier.RoleLeader: "Lãnh đạo", dossier.RoleSystem: "Hệ thống",
	person.TypeCitizen: "Số định danh cá nhân", person.TypeOldCard: "Số chứng minh nhân dân", person.TypeTax: "Mã số thuế",
	person.TypePassport: "Số hộ chiếu", person.TypeOther: "Giấy tờ khác",
}

// vi says a value in Vietnamese. Nothing is said of what is zero; a value that has no
// words is an error of the template.
func vi(x any) (string, error) {
	if v := reflect.ValueOf(x); !v.IsValid() || v.IsZero() {
		return "", nil
	}
	switch x := x.(type) {
	case time.Time:
		return instant(x), nil
	case motcua.Date:
		return day(x), nil
	case payment.Money:
		return x.Text().Vi, nil
	case motcua.Text:
		return x.Vi, nil
	case dossier.State:
		return x.Title().Vi, nil
	}
	if reflect.TypeOf(x).Kind() == reflect.Uint8 {
		if text, ok := words[x]; ok {
			return text, nil
		}
	}
	return "", fmt.Errorf("no words for a %T", x)
}

// day writes "ngày 02 tháng 3 năm 2026": a zero stands before days up to 9, and before
// months 1 and 2 alone (30/2020/NĐ-CP, Phụ lục I).
func day(date motcua.Date) string {
	y, m, d := date.Civil()
	month := fmt.Sprint(int(m))
	if m < 3 {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", d, month, y)
}

// instant writes "16 giờ 30, ngày 13/02/2026". Midnight is the end of the day before,
// and there the day alone is written.
func instant(t time.Time) string {
	t = t.In(motcua.Vietnam())
	if h, m, s := t.Clock(); h+m+s == 0 {
		return "hết ngày " + t.AddDate(0, 0, -1).Format("02/01/2006")
	}
	return fmt.Sprintf("%02d giờ %02d, ngày %s", t.Hour(), t.Minute(), t.Format("02/01/2006"))
}

// minutes writes minutes of office time: "7 giờ 30 phút".
func minutes(n int64) string {
	h, m := n/60, n%60
	switch {
	case h == 0:
		return fmt.Sprintf("%d phút", m)
	case m == 0:
		return fmt.Sprintf("%d giờ", h)
	}
	return fmt.Sprintf("%d giờ %d phút", h, m)
}
