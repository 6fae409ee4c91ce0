package strict

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"time"

	"github.com/motcua/motcua"
)

func (r *Reading) assign(n *node, v any) {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		r.fault(n, CodeType, motcua.Text{Vi: "không có nơi nhận giá trị", En: "there is nothing to read into"}, fmt.Errorf("%T", v))
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
	case *time.Time:
		if r.want(n, 's') {
			r.unmarshal(n, func() (err error) { *u, err = Instant(n.text); return err })
		}
	case json.Unmarshaler:
		r.unmarshal(n, func() error { return u.UnmarshalJSON(n.raw) })
	case encoding.TextUnmarshaler:
		if r.want(n, 's') {
			r.unmarshal(n, func() error { return u.UnmarshalText([]byte(n.text)) })
		}
	default:
		r.setKind(n, v)
	}
}

// unmarshal runs the type's own reader; its faults are put under n.
func (r *Reading) unmarshal(n *node, read func() error) {
	err := read()
	var own motcua.Faults
	if !errors.As(err, &own) {
		if err != nil {
			r.fault(n, CodeValue, motcua.Text{Vi: "giá trị không hợp lệ", En: "not a valid value"}, err)
		}
		return
	}
	for _, f := range own {
		if r.full(n.line) {
			return
		}
		moved := motcua.Faults{f}.At(n.pointer())[0]
		moved.Line = n.line + max(f.Line-1, 0) // it counted from the value's first line, if at all
		r.spent += faultSize + len(moved.Pointer)
		r.Faults = append(r.Faults, moved)
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
		r.unreadable(n, v)
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
		r.fault(n, CodeValue, motcua.Text{Vi: "cần một số nguyên trong phạm vi", En: "want a whole number within range"}, outside(n.text, err))
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
		r.unreadable(n, v)
		return
	}
	m := reflect.MakeMapWithSize(v.Type(), len(n.items))
	for i, item := range n.items {
		key, before := reflect.New(v.Type().Key()).Elem(), len(r.Faults)
		r.set(&node{kind: 's', text: n.names[i], line: item.line, up: n, at: i}, key)
		if len(r.Faults) == before && m.MapIndex(key).IsValid() {
			r.fault(item, CodeDuplicate, twice, fmt.Errorf("%q is %v", n.names[i], key)) // written in another way
		}
		value := reflect.New(v.Type().Elem()).Elem()
		r.set(item, value)
		m.SetMapIndex(key, value)
	}
	v.Set(m)
}

func (r *Reading) setStruct(n *node, v reflect.Value) {
	l := layoutOf(v.Type())
	meant := map[string]bool{}
	for i, item := range n.items {
		at, known := l.place[n.names[i]]
		switch {
		case !known:
			r.unknown(n, item, l, meant)
		case item.kind == '0' && !l.members[at].null:
			r.fault(item, CodeType, motcua.Text{
				Vi: "không được là null; không có thì bỏ hẳn", En: "cannot be null; leave it out instead",
			}, nil)
		default:
			r.set(item, field(v, l.members[at].index))
		}
	}
	for _, m := range l.members {
		if _, there := n.place[m.name]; m.required && !there && !meant[m.name] {
			r.add(n, n.line, CodeMissing, motcua.Text{Vi: "thiếu thành viên bắt buộc", En: "required member missing"}, nil, m.name)
		}
	}
}

// unknown reports a member nobody knows. Where a member of nearly that name is
// not there, the report says so and stands for that one's absence too.
func (r *Reading) unknown(n, item *node, l *layout, meant map[string]bool) {
	message := motcua.Text{Vi: "thành viên không được biết đến", En: "unknown member"}
	at := l.nearest(item.token(), func(m member) bool {
		_, there := n.place[m.name]
		return !there && !meant[m.name]
	})
	if at >= 0 {
		name := l.members[at].name
		message.Vi += fmt.Sprintf(", có phải là %q?", name)
		message.En += fmt.Sprintf(", did you mean %q?", name)
		meant[name] = true
		r.Shadows.Add(CodeMissing, n.pointer()+motcua.Pointer(name), message, nil)
	}
	r.fault(item, CodeUnknown, message, nil)
}

func (r *Reading) want(n *node, kind byte) bool {
	if n.kind == kind {
		return true
	}
	r.fault(n, CodeType, motcua.Text{
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

func (r *Reading) unreadable(n *node, v reflect.Value) {
	r.fault(n, CodeType, motcua.Text{Vi: "kiểu không đọc được", En: "a type that cannot be read"}, fmt.Errorf("%s", v.Type()))
}

func (r *Reading) fault(n *node, code string, message motcua.Text, cause error) {
	r.add(n, n.line, code, message, cause)
}

// outside says why a number is no whole number of its type.
func outside(text string, err error) error {
	if errors.Is(err, strconv.ErrRange) {
		return fmt.Errorf("%.40s is out of range", text)
	}
	return fmt.Errorf("%.40s is not a whole number", text)
}
