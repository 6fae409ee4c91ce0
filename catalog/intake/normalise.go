package intake

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/motcua/motcua"
)

// normalise makes every text of a value plain, in copies of its lists, and reports each
// once: where it was changed, and where it holds characters of private use, which mean
// nothing outside the font they were written for and are kept as they are. The pointers
// follow the JSON names of the members.
func (l *losses) normalise(v any) {
	l.walk(reflect.ValueOf(v).Elem(), nil)
}

func (l *losses) walk(v reflect.Value, path []string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(l.plain(v.String(), path))
	case reflect.Slice:
		if v.Len() == 0 {
			return
		}
		copied := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(copied, v)
		v.Set(copied)
		for i := range v.Len() {
			l.walk(v.Index(i), append(path, itoa(i)))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			l.walk(v.Field(i), append(path, name))
		}
	}
}

func (l *losses) plain(source string, path []string) string {
	text := plainText(source)
	if text != source {
		l.add(LossGuessed, lossNormal, motcua.Pointer(path...), "", changedIn(source), "đã ghép chữ với dấu, thay khoảng trắng đặc biệt, bỏ ký tự không hiện", "letters were composed with their marks, special spaces replaced, signs that show nothing left out")
	}
	if private := privateIn(text); private != "" {
		l.add(LossUnread, lossPrivate, motcua.Pointer(path...), "", private, "ký tự vùng dùng riêng, giữ nguyên", "characters of private use, kept as they are")
	}
	return text
}

// special are the spaces that do not break, and signs that show nothing: of direction,
// of zero width, and hyphens that only show at the end of a line.
var special = strings.NewReplacer(
	"\u00a0", " ", "\u202f", " ", "\u200b", "", "\ufeff", "", "\u200e", "", "\u200f", "", "\u00ad", "",
)

// plainText is a text in composed letters and with plain spaces.
func plainText(s string) string {
	return norm.NFC.String(special.Replace(s))
}

// changedIn are the characters of a text that a plain text writes otherwise, each once.
func changedIn(source string) string {
	var seen []string
	for rest := source; rest != ""; {
		n := max(norm.NFC.NextBoundaryInString(rest, true), 1)
		if part := rest[:n]; plainText(part) != part && !slices.Contains(seen, part) {
			seen = append(seen, part)
		}
		rest = rest[n:]
	}
	return strings.Join(seen, " ")
}

// privateIn are the characters of private use of a text, each once.
func privateIn(text string) string {
	var seen []string
	for _, r := range text {
		if unicode.Is(unicode.Co, r) && !slices.Contains(seen, string(r)) {
			seen = append(seen, string(r))
		}
	}
	return strings.Join(seen, " ")
}
