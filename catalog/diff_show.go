package catalog

import (
	"encoding/json"
	"fmt"
	"math/big"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// forPeople writes a value for people; empty for nothing.
func forPeople(v reflect.Value) motcua.Text {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return motcua.Text{}
		}
		return forPeople(v.Elem())
	}
	switch x := v.Interface().(type) {
	case motcua.Text:
		return motcua.Text{Vi: x.In("vi"), En: x.In("en")}
	case payment.Money:
		return x.Text()
	case bool:
		if x {
			return motcua.Text{Vi: "có", En: "yes"}
		}
		return motcua.Text{Vi: "không", En: "no"}
	case []workday.Term:
		return workday.Limit{Terms: x}.Text()
	case workday.Limit:
		return x.Text()
	case motcua.Date:
		return dayOf(x)
	case motcua.Validity:
		return between(dayOf(x.From), dayOf(x.To))
	case Span:
		return between(plainText(instant(x.From)), plainText(instant(x.To)))
	case motcua.Predicate:
		text, _ := json.Marshal(x) // for people; what cannot be written is shown as nothing
		return plainText(string(text))
	}
	return forPeopleNamed(v)
}

// forPeopleNamed writes values of enums, numbers, codes and texts.
func forPeopleNamed(v reflect.Value) motcua.Text {
	if s, ok := v.Interface().(fmt.Stringer); ok {
		if v.IsZero() {
			return motcua.Text{}
		}
		if text, known := enumText(v.Interface()); known {
			return text
		}
		return plainText(s.String())
	}
	switch v.Kind() {
	case reflect.String:
		return plainText(v.String())
	case reflect.Int64, reflect.Int:
		return plainText(strconv.FormatInt(v.Int(), 10))
	}
	return motcua.Text{}
}

func plainText(s string) motcua.Text { return motcua.Text{Vi: s, En: s} }

func number(n int) motcua.Text { return plainText(strconv.Itoa(n)) }

// numeral writes a small number in English words.
func numeral(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// dayOf writes a day as people in Vietnam do, 1/7/2025.
func dayOf(d motcua.Date) motcua.Text {
	if d.IsZero() {
		return motcua.Text{}
	}
	y, m, day := d.Civil()
	return plainText(fmt.Sprintf("%d/%d/%d", day, m, y))
}

// between writes a half-open interval.
func between(from, to motcua.Text) motcua.Text {
	var vi, en []string
	if !from.IsZero() {
		vi, en = append(vi, "từ "+from.Vi), append(en, "from "+from.En)
	}
	if !to.IsZero() {
		vi, en = append(vi, "đến trước "+to.Vi), append(en, "until before "+to.En)
	}
	return motcua.Text{Vi: strings.Join(vi, " "), En: strings.Join(en, " ")}
}

// percentDecimals is how many decimals a percentage has at most. It is rounded half up,
// a tie away from zero.
const percentDecimals = 1

// percentage is by how much an amount went up; nil from nothing, between currencies
// and beyond what a Decimal holds.
func percentage(from, to payment.Money) *motcua.Decimal {
	if from.Currency() != to.Currency() || from.Minor() == 0 {
		return nil
	}
	base := big.NewInt(from.Minor())
	up := new(big.Int).Sub(big.NewInt(to.Minor()), base)
	base.Abs(base)
	twice := new(big.Int).Mul(new(big.Int).Abs(up), big.NewInt(2*1000)) // 100 percent, one decimal
	quotient := twice.Add(twice, base)
	quotient.Quo(quotient, base.Lsh(base, 1))
	if up.Sign() < 0 {
		quotient.Neg(quotient)
	}
	if !quotient.IsInt64() {
		return nil
	}
	d, err := motcua.NewDecimal(quotient.Int64(), percentDecimals)
	if err != nil {
		return nil
	}
	if short, err := d.Rescale(0); err == nil {
		d = short
	}
	return &d
}

// percentText writes a percentage without its sign of minus.
func percentText(d motcua.Decimal) motcua.Text {
	if d.Sign() < 0 {
		d = d.Neg()
	}
	return motcua.Text{Vi: strings.Replace(d.String(), ".", ",", 1) + " %", En: d.String() + " %"}
}

// instant writes an instant; "" for none.
func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
