package dossier_test

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/payment"
)

// mark stands in every member that identifies a person, and markDay in dates: as text
// and as a number they stand nowhere else.
const mark = "Marker"

var markDay = motcua.MustDate("1987-06-05")

// shows reports whether out holds a marker, in whatever spelling a verb gives it.
func shows(out string) bool {
	for _, m := range []string{mark, fmt.Sprintf("%x", mark), fmt.Sprintf("%X", mark), fmt.Sprintf("% x", mark), "1987", strconv.Itoa(int(markDay)), fmt.Sprintf("%x", int(markDay))} {
		if strings.Contains(out, m) {
			return true
		}
	}
	return false
}

// plain are values of types that are not filled member by member.
var plain = map[reflect.Type]any{
	reflect.TypeFor[time.Time]():            time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam()),
	reflect.TypeFor[payment.Money]():        fee,
	reflect.TypeFor[motcua.Decimal]():       motcua.MustDecimal("1"),
	reflect.TypeFor[motcua.Date]():          motcua.MustDate("2026-03-02"),
	reflect.TypeFor[motcua.UnitCode]():      decides,
	reflect.TypeFor[motcua.ProcedureCode](): motcua.ProcedureCode("1.004194"),
	reflect.TypeFor[motcua.ResultCode]():    motcua.ResultCode("KQ.G17.000001"),
}

// leaf is a text, a date or a table of a tree of structs, with the place encoding/json
// writes it at.
type leaf struct {
	at       string
	personal bool
	reflect.Value
}

// fill fills every member of v: markers where a person is identified, something harmless
// elsewhere; two elements in every list. It calls visit for each text, date and table.
func fill(v reflect.Value, at string, personal bool, visit func(leaf)) {
	switch {
	case v.Type() == reflect.TypeFor[map[string]motcua.Scalar]():
		v.Set(reflect.ValueOf(map[string]motcua.Scalar{"question": motcua.TextScalar(mark + "Answer")}))
		visit(leaf{at, personal, v})
	case personal && v.Type() == reflect.TypeFor[motcua.Date]():
		v.Set(reflect.ValueOf(markDay))
		visit(leaf{at, personal, v})
	case plain[v.Type()] != nil:
		v.Set(reflect.ValueOf(plain[v.Type()]))
		if v.Kind() == reflect.String || v.Type() == reflect.TypeFor[motcua.Date]() {
			visit(leaf{at, personal, v})
		}
	default:
		fillKind(v, at, personal, visit)
	}
}

func fillKind(v reflect.Value, at string, personal bool, visit func(leaf)) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), at, personal, visit)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), at+"/*", personal, visit)
		}
	case reflect.String:
		if v.SetString("harmless"); personal {
			v.SetString(mark + at[strings.LastIndexByte(at, '/')+1:])
		}
		visit(leaf{at, personal, v})
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Int64, reflect.Int, reflect.Int32:
		v.SetInt(1)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name = "/" + name; f.Anonymous {
				name = ""
			}
			fill(v.Field(i), at+name, personal || f.Tag.Get("personal") == "yes", visit)
		}
	default:
		visit(leaf{at, personal, v}) // of a kind that is new: it has to be tagged or listed
	}
}

// filled is an event with markers, and filledDossier a dossier of such events, one of
// each action, with all that an event may hold.
func filled(visit func(leaf)) dossier.Event {
	var e dossier.Event
	fill(reflect.ValueOf(&e).Elem(), "", false, visit)
	return e
}

func ignore(leaf) {}

func filledDossier() *dossier.Dossier {
	d := &dossier.Dossier{}
	for i, a := range everyAction {
		e := filled(ignore)
		e.ID, e.Action, e.To = fmt.Sprint("c", i), a, dossier.StateProcessing
		d.Apply(e)
	}
	return d
}

// harmless are the texts and dates of an event that may be shown: what stands there is
// of the procedure, the office or the paper, not of a person.
var harmless = strings.Fields(`
	/id /by/title /by/unit /by/department /pause /apology
	/filing/code /filing/procedure /filing/version /filing/name /filing/field /filing/fieldName /filing/case /filing/option
	/filing/reception/unit /filing/reception/name /filing/reception/point /filing/competent/unit /filing/competent/name /filing/competent/point
	/filing/pickup/unit /filing/pickup/name /filing/pickup/point /filing/fees/*/code /filing/fees/*/name /filing/databases/*
	/filing/parent /filing/children/*/code /filing/children/*/procedure /filing/children/*/name
	/filing/children/*/competent/unit /filing/children/*/competent/name /filing/children/*/competent/point
	/grant/answer /grant/profile /grant/own/*/reason /grant/own/*/then /grant/papers/*/code /grant/papers/*/name /grant/papers/*/oneOf
	/papers/*/id /papers/*/code /papers/*/name /papers/*/replacedBy /papers/*/data /papers/*/file/id
	/request/papers/* /request/fees/*/code /request/fees/*/name /demand/order /demand/fees/*/code /demand/fees/*/name /payment/order
	/desk/unit /desk/name /desk/department /desk/step
	/results/*/code /results/*/name /results/*/paper /results/*/issued /results/*/file/id`)

// TestEverythingIsMarked: each text, date and table of an event is tagged or listed as
// harmless, and PersonalFields lists the tagged ones.
func TestEverythingIsMarked(t *testing.T) {
	stated, personal := map[string]bool{}, map[string]bool{}
	for _, at := range harmless {
		stated[at] = true
	}
	filled(func(l leaf) {
		law := strings.Contains(l.at, "/source/") || strings.Contains(l.at, "/limit/") // rows of law, the same for everybody
		if !law && l.personal == stated[l.at] {
			t.Errorf("%s is neither tagged nor stated to be harmless, or is both", l.at)
		}
		if l.personal {
			personal[l.at] = true
		}
	})
	for _, at := range dossier.PersonalFields() {
		if !personal[at] {
			t.Errorf("%s is no text, date or table of an event", at)
		}
		delete(personal, at)
	}
	if len(personal) > 0 {
		t.Errorf("PersonalFields lacks %v", personal)
	}
	dossier.PersonalFields()[0] = "changed"
	if dossier.PersonalFields()[0] == "changed" {
		t.Error("PersonalFields shares its list")
	}
}
