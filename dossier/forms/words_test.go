package forms

import (
	"testing"
	"time"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
)

// named are the values of an enum that have names.
func named[E ~uint8](marshal func(E) error) (list []any) {
	for e := E(1); e != 0 && marshal(e) == nil; e++ {
		list = append(list, e)
	}
	return list
}

// TestEveryWord: every value of the enums a form holds is said in words of its own.
func TestEveryWord(t *testing.T) {
	for _, list := range [][]any{
		named(func(e dossier.PaperForm) error { _, err := e.MarshalText(); return err }),
		named(func(e dossier.Delivery) error { _, err := e.MarshalText(); return err }),
		named(func(e dossier.Verdict) error { _, err := e.MarshalText(); return err }),
		named(func(e dossier.Role) error { _, err := e.MarshalText(); return err }),
		named(func(e dossier.State) error { _, err := e.MarshalText(); return err }),
		named(func(e person.IdentityType) error { _, err := e.MarshalText(); return err }),
	} {
		said := map[string]any{}
		for _, e := range list {
			text, err := vi(e)
			if err != nil || text == "" || said[text] != nil {
				t.Errorf("%T %v: %q, %v", e, e, text, err)
			}
			said[text] = e
		}
		if len(list) < 2 {
			t.Errorf("%v", list)
		}
	}
	if text, err := vi(struct{ A int }{1}); err == nil {
		t.Errorf("a foreign value is said as %q", text)
	}
	if text, err := vi([]int{1}); err == nil {
		t.Errorf("a list is said as %q", text)
	}
}

func TestFill(t *testing.T) {
	for _, c := range []struct {
		in   any
		want string
		why  string
	}{
		{"", dots, "nothing was stated"}, {nil, dots, "not even a type"}, {time.Time{}, dots, "it has not happened"}, {"x", "x", "it is there"},
		{dossier.DeliveryCounter, "Nhận trực tiếp", "it is there in words"}, {dossier.Delivery(0), dots, "it is unset"},
	} {
		if got, err := fill(c.in); got != c.want || err != nil {
			t.Errorf("%s: %q, %v", c.why, got, err)
		}
	}
	for n, want := range map[int64]string{0: "0 phút", 59: "59 phút", 60: "1 giờ", 450: "7 giờ 30 phút"} {
		if got := minutes(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
}
