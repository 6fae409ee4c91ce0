package npsp

import (
	"bytes"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// marked gives every member of a message a text of its own that holds its name, and
// each list two elements.
func marked(v reflect.Value, wrong string) {
	for i := range v.NumField() {
		f, name := v.Field(i), v.Type().Field(i).Name
		if f.Kind() == reflect.String {
			f.SetString("<" + name + wrong + ">")
			continue
		}
		f.Set(reflect.MakeSlice(f.Type(), 2, 2))
		for j := range f.Len() {
			marked(f.Index(j), wrong)
		}
	}
}

// shown returns the members of PersonalFields whose texts stand in out.
func shown(out string) []string {
	return slices.DeleteFunc(PersonalFields(), func(name string) bool { return !strings.Contains(out, "<"+name) })
}

func TestRedacted(t *testing.T) {
	var d Dossier
	var p Progress
	marked(reflect.ValueOf(&d).Elem(), "")
	marked(reflect.ValueOf(&p).Elem(), "")
	whole := func(v any) string { return fmt.Sprintf("%v", flat(reflect.ValueOf(v))) }
	if got := shown(whole(d) + whole(p)); !slices.Equal(got, PersonalFields()) {
		t.Fatalf("of %q only %q are members", PersonalFields(), got)
	}
	rd, rp := d.Redacted(), p.Redacted()
	if got := shown(whole(rd) + whole(rp)); len(got) > 0 {
		t.Errorf("%q are left", got)
	}
	for _, name := range append(slices.Clone(dossierNames.names), "SoLuong", "HoSoBoSungId", "MaGiayToKetQua", "LoaiDinhDanh", "Gia", "MaThanhPhanHoSo") {
		list := strings.HasPrefix(name, "D") && name != "DonViXuLy" && name != "DuocThanhToanTrucTuyen" || name == "TaiLieuNop"
		if !list && !slices.Contains(PersonalFields(), name) && !strings.Contains(whole(rd), "<"+name+">") {
			t.Errorf("%s is gone", name)
		}
	}
	if d.ChuHoSo == "" || d.DinhDanhCHS[1].SoDinhDanh == "" || d.DanhSachHoSoBoSung[0].DanhSachGiayToBoSung[0].TenTepDinhKem == "" {
		t.Error("the dossier itself was changed")
	}
	rd.DanhSachLePhi[0].Gia = "changed"
	rd.DanhSachHoSoBoSung[0].DanhSachLePhiBoSung[0].Gia = "changed"
	if strings.Contains(whole(d), "changed") {
		t.Error("the copy shares memory")
	}
}

// flat lists all texts in v, past its String methods.
func flat(v reflect.Value) []string {
	var out []string
	switch v.Kind() {
	case reflect.String:
		out = append(out, v.String())
	case reflect.Slice:
		for i := range v.Len() {
			out = append(out, flat(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out = append(out, flat(v.Field(i))...)
		}
	}
	return out
}

// TestLogsShowNobody prints messages in every way logs do.
func TestLogsShowNobody(t *testing.T) {
	var d Dossier
	var p Progress
	marked(reflect.ValueOf(&d).Elem(), "")
	marked(reflect.ValueOf(&p).Elem(), "")
	m := Message{KindDossier, &d, &p}
	var out bytes.Buffer
	for _, h := range []slog.Handler{slog.NewJSONHandler(&out, nil), slog.NewTextHandler(&out, nil)} {
		slog.New(h).Info("message", "dossier", d, "pointer", &d, "step", p, "both", m)
	}
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
		for _, v := range []any{d, &d, p, &p, []Dossier{d}, m, map[string]Progress{"": p}} {
			fmt.Fprintf(&out, format+"\n", v)
		}
	}
	if got := shown(out.String()); len(got) > 0 || !strings.Contains(out.String(), "<MaHoSo>") {
		t.Errorf("%q are shown:\n%s", got, out.String())
	}
}

// TestFaultsShowNobody: whatever is wrong with a member, its text is in no fault.
func TestFaultsShowNobody(t *testing.T) {
	for _, wrong := range []string{"", strings.Repeat("x", 5000), "\\x", "\x01", "\xff", `\ud800`, `"`} {
		var d Dossier
		var p Progress
		marked(reflect.ValueOf(&d).Elem(), "@@")
		marked(reflect.ValueOf(&p).Elem(), "@@")
		for _, v := range []interface{ AppendJSON([]byte) ([]byte, error) }{&d, &p} {
			line, err := v.AppendJSON(nil)
			if err != nil {
				t.Fatal(err)
			}
			line = bytes.ReplaceAll(line, []byte("@@"), []byte(wrong))
			var b Brief
			faults := ReadBrief(line, &b, nil)
			if len(faults) == 0 {
				t.Fatalf("nothing is wrong with %.80s", line)
			}
			for _, f := range faults {
				if text := fmt.Sprintf("%v %+v %v %v", f, f.Message, f.Message.Vi, f.Cause); strings.Contains(strings.ReplaceAll(text, "<nil>", ""), "<") {
					t.Errorf("%q: %s", wrong, text)
				}
			}
		}
	}
}
