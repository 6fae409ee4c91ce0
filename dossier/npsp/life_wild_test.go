package npsp

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"pgregory.net/rapid"
)

// settles reads messages, whatever they say, and holds what is written of them to be
// written alike again, once what cannot have been is gone: a date before the dossier was
// reopened, a channel that is none.
func settles(t testing.TB, m *Dossier, steps []Progress) {
	t.Helper()
	d, _ := DossierOf(m, steps)
	if len(d.Events) == 0 || d.Events[0].Action != dossier.ActionSubmit || d.Filing == nil {
		t.Fatalf("a dossier that was not filed: %v", d.Events)
	}
	ids := map[string]bool{}
	for _, e := range d.Events {
		if ids[e.ID] || e.By.Role == 0 || e.Action == 0 || e.To == 0 {
			t.Fatalf("an event without a place of its own: %v", e)
		}
		ids[e.ID] = true
	}
	var told [5]messages
	for i := range told {
		var err error
		if told[i].Dossier, told[i].Steps, _, err = MessagesOf(d, nil); err != nil {
			t.Fatal(err)
		}
		d, _ = DossierOf(&told[i].Dossier, told[i].Steps)
	}
	if diff := cmp.Diff(told[3], told[4]); diff != "" {
		t.Fatalf("%v\n%s", d.Events, diff)
	}
}

func TestWildMessagesSettle(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var m Dossier
		drawInto(r, reflect.ValueOf(&m).Elem())
		steps := make([]Progress, rapid.IntRange(0, 4).Draw(r, "steps"))
		for i := range steps {
			drawInto(r, reflect.ValueOf(&steps[i]).Elem())
		}
		settles(t, &m, steps)
	})
}

// FuzzDossierOf reads lines of messages as one dossier and its steps.
func FuzzDossierOf(f *testing.F) {
	for _, seed := range []string{ // short: long ones take the fuzzer's time to make them shorter
		`{"MaHoSo":"1","MaTTHC":"1","TrangThaiHoSo":"9"}`,
		`{"MaHoSo":"1","MaTTHC":"1","NgayTiepNhan":"20260701100000","DanhSachHoSoBoSung":[{"NgayBoSung":"20260702100000"}]}`,
		"{\"MaHoSo\":\"1\",\"MaTTHC\":\"1\"}\n{\"MaHoSo\":\"1\",\"TrangThai\":4}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, lines []byte) {
		m, steps := Dossier{MaHoSo: "1"}, []Progress(nil)
		for text := range bytes.SplitSeq(lines, []byte{'\n'}) {
			switch read, faults := Parse(text, nil); {
			case faults.Err() != nil:
			case read.Kind == KindDossier:
				m = *read.Dossier
			default:
				steps = append(steps, *read.Progress)
			}
		}
		settles(t, &m, steps)
	})
}

// TestOddMessages: what a message says is in the dossier, or is said to be lost.
func TestOddMessages(t *testing.T) {
	const at, later, last = "20260701100000", "20260702100000", "20260703100000"
	step := func(code, at, words Value) Progress {
		return Progress{NguoiXuLy: "A", TrangThai: code, ThoiDiemXuLy: at, NoiDungXuLy: words}
	}
	for _, row := range []struct {
		why    string
		m      Dossier
		steps  []Progress
		events string
		losses string
	}{
		{"nothing but a state: it came about at a time nobody told", Dossier{MaHoSo: "1", TrangThaiHoSo: "4"}, nil, "submit registered|handOver processing", ""},
		{"an end without a time stays one", Dossier{TrangThaiHoSo: "9"}, nil, "submit registered|finish finished", ""},
		{"an online filing awaits its answer", Dossier{KenhThucHien: "2", NgayNopHoSo: at, TrangThaiHoSo: "1"}, nil, "submit awaitingAnswer 01", ""},
		{"dates are events", Dossier{NgayNopHoSo: at, NgayTiepNhan: at, NgayKetThucXuLy: later, NgayTra: last, TrangThaiHoSo: "10"}, nil,
			"submit registered 01|receive received 01|finish finished 02|returnResult returned 03", ""},
		{"what was withdrawn was not finished", Dossier{NgayNopHoSo: at, NgayKetThucXuLy: later, TrangThaiHoSo: "7"}, nil, "submit registered 01|withdraw withdrawn 02", ""},
		{"a step tells of a date", Dossier{NgayNopHoSo: at, NgayTiepNhan: later, TrangThaiHoSo: "2"}, []Progress{step("2", later, "Tiếp nhận hồ sơ")},
			"submit registered 01|receive received 02", ""},
		{"words of ours at another time are no date", Dossier{NgayNopHoSo: at, NgayTiepNhan: at, TrangThaiHoSo: "2"}, []Progress{step("2", later, "Tiếp nhận")},
			"submit registered 01|receive received 01|forward forwarded 02", ""},
		{"the message is older than the step that ends it", Dossier{NgayNopHoSo: at, NgayTiepNhan: at, TrangThaiHoSo: "4"}, []Progress{step("9", later, "")},
			"submit registered 01|receive received 01|finish finished 02", "/TrangThaiHoSo NPSP-LOSS-32"},
		{"a step of a state that is none is left out", Dossier{TrangThaiHoSo: "1"}, []Progress{step("0", at, "")}, "submit registered", "/steps NPSP-LOSS-33"},
		{"a request without a time was never made", Dossier{TrangThaiHoSo: "1", DanhSachHoSoBoSung: []HoSoBoSung{{HoSoBoSungId: "1"}}}, nil,
			"submit registered", "/DanhSachHoSoBoSung NPSP-LOSS-32"},
		{"a request and its answer, before the reception", Dossier{NgayNopHoSo: at, NgayTiepNhan: last, TrangThaiHoSo: "2", DanhSachHoSoBoSung: []HoSoBoSung{{NgayBoSung: at, NgayTiepNhanBoSung: later, TrangThaiBoSung: "1"}}}, nil,
			"submit registered 01|askSupplement supplementToFile 01|supplement supplemented 02|receive received 03", ""},
		{"paid, and nobody told when", Dossier{DuocThanhToanTrucTuyen: "2", TrangThaiHoSo: "1"}, nil, "submit registered|confirmPayment registered", ""},
		{"asked and not paid is assumed of 3, and not read", Dossier{DuocThanhToanTrucTuyen: "3", TrangThaiHoSo: "1"}, nil, "submit registered", "/DuocThanhToanTrucTuyen NPSP-LOSS-32"},
		{"no place", Dossier{TrangThaiHoSo: "1", SoBienNhan: "1", Fax: "1", GhiChu: "1", ThongTinKhac: "1"}, nil, "submit registered",
			"/SoBienNhan NPSP-LOSS-31|/ThongTinKhac NPSP-LOSS-31|/Fax NPSP-LOSS-31|/GhiChu NPSP-LOSS-31"},
		{"an identity of a kind nobody knows", Dossier{TrangThaiHoSo: "1", DinhDanhCHS: []DinhDanh{{"3", "C1"}}}, nil, "submit registered", "/DinhDanhCHS NPSP-LOSS-32"},
	} {
		d, losses := DossierOf(&row.m, row.steps)
		var events, lost []string
		for _, e := range d.Events {
			text := e.Action.String() + " " + e.To.String()
			if !e.At.IsZero() {
				text += e.At.Format(" 02")
			}
			events = append(events, text)
		}
		for _, l := range losses {
			lost = append(lost, l.Pointer+" "+l.Code)
		}
		if got := strings.Join(events, "|"); got != row.events {
			t.Errorf("%s: %s, want %s", row.why, got, row.events)
		}
		if got := strings.Join(lost, "|"); got != row.losses {
			t.Errorf("%s: lost %s, want %s", row.why, got, row.losses)
		}
		settles(t, &row.m, row.steps)
	}
}

// TestPapersHaveNames: papers without ids, or with the same, stay apart.
func TestPapersHaveNames(t *testing.T) {
	m := Dossier{TaiLieuNop: []TaiLieuNop{{TepDinhKemId: "1"}, {TepDinhKemId: "1"}, {}, {TepDinhKemId: "#4"}, {}, {TepDinhKemId: "#2"}}}
	d, losses := DossierOf(&m, nil)
	var ids []string
	for _, p := range d.Papers {
		ids = append(ids, p.ID)
	}
	if got := strings.Join(ids, " "); got != "1 #8 #3 #4 #5 #2" || losses != nil {
		t.Errorf("%s, lost %v", got, losses)
	}
}

// TestLossesSayNothing: every kind of loss is said in both languages, stands for one
// thing, and holds nothing of what was lost.
func TestLossesSayNothing(t *testing.T) {
	texts := map[string]motcua.Text{}
	for _, row := range slices.Concat(eventLosses[:], messageLosses[:]) {
		if other, ok := texts[row.code]; row.text.Vi == "" || row.text.En == "" || ok && other != row.text {
			t.Errorf("%s: %v, %v", row.code, row.text, other)
		}
		texts[row.code] = row.text
	}
	full := fullDossier()
	full.ThongTinKhac = "MẬT"
	_, losses := DossierOf(&full, []Progress{{NguoiXuLy: "MẬT", TrangThai: "77", NoiDungXuLy: "MẬT"}})
	if text := fmt.Sprintf("%v %+v %#v", losses, losses, losses); strings.Contains(text, "MẬT") || !strings.Contains(text, "/ThongTinKhac") {
		t.Error(text)
	}
}

// TestEveryMemberHasALoss: no member of a history falls to the row of whole events.
func TestEveryMemberHasALoss(t *testing.T) {
	event := reflect.TypeFor[dossier.Event]()
	for _, f := range reflect.VisibleFields(event) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || name == "action" {
			continue // two events of one history are compared action by action
		}
		c := comparison{rows: eventLosses[:]}
		if c.lose("/events/0/"+name, "/events/"+name); c.losses[0].Code == "NPSP-LOSS-21" {
			t.Errorf("no row for %s", name)
		}
	}
}

func BenchmarkMessagesOf(b *testing.B) {
	m, step := sampleDossier(), sampleProgress()
	d, _ := DossierOf(&m, []Progress{step})
	b.ReportAllocs()
	for b.Loop() {
		if _, _, _, err := MessagesOf(d, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDossierOf(b *testing.B) {
	m, steps := sampleDossier(), []Progress{sampleProgress()}
	b.ReportAllocs()
	for b.Loop() {
		DossierOf(&m, steps)
	}
}

func BenchmarkBriefsOf(b *testing.B) {
	m, step := sampleDossier(), sampleProgress()
	d, _ := DossierOf(&m, []Progress{step})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := BriefsOf(d, nil); err != nil {
			b.Fatal(err)
		}
	}
}
