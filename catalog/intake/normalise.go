package intake

import (
	"reflect"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/motcua/motcua"
)

// normalise composes the letters of every text and puts plain spaces for those that do
// not break, in copies, and reports where it did.
func (r *reader) normalise(d *Document) {
	r.walk(reflect.ValueOf(d).Elem(), nil)
}

func (r *reader) walk(v reflect.Value, path []string) {
	switch v.Kind() {
	case reflect.String:
		if text := plainText(v.String()); text != v.String() {
			pointer := motcua.Pointer(path...)
			r.add(LossGuessed, lossNormal, pointer, "", "", "đã ghép chữ với dấu và thay khoảng trắng đặc biệt", "letters were composed with their marks, or special spaces replaced")
			v.SetString(text)
		}
	case reflect.Slice:
		if v.Len() == 0 {
			return
		}
		copied := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(copied, v)
		v.Set(copied)
		for i := range v.Len() {
			r.walk(v.Index(i), append(path, itoa(i)))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			r.walk(v.Field(i), append(path, name))
		}
	}
}

// plainText is a text in composed letters and with plain spaces.
func plainText(s string) string {
	return norm.NFC.String(strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u200b", "", "\ufeff", "").Replace(s))
}
