package strict

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
)

func (r *Reading) assign(n *node, v any) {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		r.add(n, CodeType, motcua.Text{Vi: "không có nơi nhận giá trị", En: "there is nothing to read into"}, fmt.Errorf("%T", v))
		return
	}
	r.set(n, target.Elem())
}

func (r *Reading) set(n *node, v reflect.Value) {
	if v.Kind() == reflect.Pointer {
		if n.kind == '0' {
			v.SetZero()
			return
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		r.set(n, v.Elem())
		return
	}
	switch u := v.Addr().Interface().(type) {
	case json.Unmarshaler:
		r.unmarshal(n, func() error { return u.UnmarshalJSON(n.raw) })
		return
	case encoding.TextUnmarshaler:
		if r.want(n, 's') {
			r.unmarshal(n, func() error { return u.UnmarshalText([]byte(n.text)) })
		}
		return
	}
	r.setKind(n, v)
}

// unmarshal runs the type's own reader; its faults are put under n.
func (r *Reading) unmarshal(n *node, read func() error) {
	err := read()
	var own motcua.Faults
	if errors.As(err, &own) {
		for _, f := range own {
			r.Faults.Add(f.Code, n.pointer+f.Pointer, f.Message, f.Cause).Line = n.line
		}
		return
	}
	if err != nil {
		r.add(n, CodeValue, motcua.Text{Vi: "giá trị không hợp lệ", En: "not a valid value"}, err)
	}
}

func (r *Reading) setKind(n *node, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		if r.want(n, '{') {
			r.setStruct(n, v)
		}
	case reflect.Map:
		if r.want(n, '{') {
			r.setMap(n, v)
		}
	case reflect.Slice:
		if r.want(n, '[') {
			r.setSlice(n, v)
		}
	case reflect.String:
		if r.want(n, 's') {
			v.SetString(n.text)
		}
	case reflect.Bool:
		if r.want(n, 'b') {
			v.SetBool(n.text == "true")
		}
	default:
		r.setNumber(n, v)
	}
}

func (r *Reading) setNumber(n *node, v reflect.Value) {
	if !v.CanInt() && !v.CanUint() {
		r.add(n, CodeType, motcua.Text{Vi: "kiểu không đọc được", En: "a type that cannot be read"}, fmt.Errorf("%s", v.Type()))
		return
	}
	if !r.want(n, 'n') {
		return
	}
	var err error
	if v.CanInt() {
		var i int64
		if i, err = strconv.ParseInt(n.text, 10, v.Type().Bits()); err == nil {
			v.SetInt(i)
		}
	} else {
		var u uint64
		if u, err = strconv.ParseUint(n.text, 10, v.Type().Bits()); err == nil {
			v.SetUint(u)
		}
	}
	if err != nil {
		r.add(n, CodeValue, motcua.Text{Vi: "cần một số nguyên trong phạm vi", En: "want a whole number within range"}, err)
	}
}

func (r *Reading) setSlice(n *node, v reflect.Value) {
	s := reflect.MakeSlice(v.Type(), len(n.items), len(n.items))
	for i, item := range n.items {
		r.set(item, s.Index(i))
	}
	v.Set(s)
}

func (r *Reading) setMap(n *node, v reflect.Value) {
	if v.Type().Key().Kind() != reflect.String {
		r.add(n, CodeType, motcua.Text{Vi: "kiểu không đọc được", En: "a type that cannot be read"}, fmt.Errorf("%s", v.Type()))
		return
	}
	m := reflect.MakeMapWithSize(v.Type(), len(n.items))
	for i, item := range n.items {
		value := reflect.New(v.Type().Elem()).Elem()
		r.set(item, value)
		m.SetMapIndex(reflect.ValueOf(n.names[i]).Convert(v.Type().Key()), value)
	}
	v.Set(m)
}

func (r *Reading) setStruct(n *node, v reflect.Value) {
	fields := membersOf(v.Type())
	meant := map[string]bool{}
	for i, item := range n.items {
		at := slices.IndexFunc(fields, func(f member) bool { return f.name == n.names[i] })
		if at < 0 {
			r.unknown(n, item, n.names[i], fields, meant)
			continue
		}
		r.set(item, v.FieldByIndex(fields[at].index))
	}
	for _, f := range fields {
		if f.required && !meant[f.name] && !slices.Contains(n.names, f.name) {
			r.Faults.Add(CodeMissing, n.pointer+motcua.Pointer(f.name), motcua.Text{
				Vi: "thiếu thành viên bắt buộc", En: "required member missing",
			}, nil).Line = n.line
		}
	}
}

// unknown reports a member nobody knows. Where a member of nearly that name is
// not there, the report says so and stands for that one's absence too.
func (r *Reading) unknown(n, item *node, name string, fields []member, meant map[string]bool) {
	message := motcua.Text{Vi: "thành viên không được biết đến", En: "unknown member"}
	for _, f := range fields {
		if !slices.Contains(n.names, f.name) && !meant[f.name] && near(name, f.name) {
			message.Vi += fmt.Sprintf(", có phải là %q?", f.name)
			message.En += fmt.Sprintf(", did you mean %q?", f.name)
			meant[f.name] = true
			r.Shadows.Add(CodeMissing, n.pointer+motcua.Pointer(f.name), message, nil)
			break
		}
	}
	r.add(item, CodeUnknown, message, nil)
}

// near reports whether two names differ by at most two letters, fewer than
// half of the longer one.
func near(a, b string) bool {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)] <= min(2, (max(len(a), len(b))-1)/2)
}

// member is a struct field as JSON sees it.
type member struct {
	name     string
	index    []int
	required bool
}

func membersOf(t reflect.Type) []member {
	var out []member
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || f.Anonymous || name == "-" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		optional := strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero")
		out = append(out, member{name, f.Index, !optional})
	}
	return out
}

func (r *Reading) want(n *node, kind byte) bool {
	if n.kind == kind {
		return true
	}
	r.add(n, CodeType, motcua.Text{
		Vi: "cần " + kindNames[kind].Vi + ", không phải " + kindNames[n.kind].Vi,
		En: "want " + kindNames[kind].En + ", not " + kindNames[n.kind].En,
	}, nil)
	return false
}

var kindNames = map[byte]motcua.Text{
	'{': {Vi: "một đối tượng", En: "an object"},
	'[': {Vi: "một mảng", En: "an array"},
	's': {Vi: "một chuỗi", En: "a string"},
	'n': {Vi: "một số", En: "a number"},
	'b': {Vi: "true hoặc false", En: "true or false"},
	'0': {Vi: "null", En: "null"},
}

func (r *Reading) add(n *node, code string, message motcua.Text, cause error) {
	r.Faults.Add(code, n.pointer, message, cause).Line = n.line
}
