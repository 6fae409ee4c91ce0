package npsp_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/catalog/intake"
	"github.com/motcua/motcua/dossier/npsp"
)

// wholeProcedure is a record with every list.
const wholeProcedure = `{"ID":"1","MATTHC":"1.004194","TENTTHC":"Thủ tục mẫu","TRANGTHAI":"1",
 "CAPTHUCHIEN":[{"CAPTHUCHIEN":"3","TENCAP":"Cấp Xã"}],"LINHVUCTHUCHIEN":[{"MALINHVUC":"G03-GD10","TENLINHVUC":"Lĩnh vực mẫu"}],
 "TRINHTUTHUCHIEN":[{"TRUONGHOP":"Lần đầu","TRINHTU":[{"TENTRINHTU":"Bước 1: nộp"}]}],
 "CACHTHUCTHUCHIEN":[{"KENH":"2","THOIGIAN":[{"THOIGIANGIAIQUYET":"3","DONVITINH":"Ngày làm việc","MOTA":"",
   "PHILEPHI":[{"MAPHILEPHI":"2","SOTIEN":"5.000","DONVI":"Đồng","MOTA":"lượt"}]}]}],
 "THANHPHANHOSO":[{"TRUONGHOP":"Lần đầu","GIAYTO":[{"MAGIAYTO":"TP-0001","TENGIAYTO":"Tờ khai","SOBANCHINH":"1","SOBANSAO":"0","TENMAUDON":"CT01.docx","MA_KQ_THAYTHE":"KQ.G01.000068"}]}],
 "COQUANTHUCHIEN":[{"MADONVI":"000.00.00.G01","TENDONVI":"Bộ Mẫu"}],"COQUANCOTHAMQUYEN":[{"TENDONVI":"Bộ Mẫu"}],
 "COQUANDUOCUYQUYEN":[{"TENDONVI":"Cục Mẫu"}],"COQUANPHOIHOP":[{"TENDONVI":"Sở Mẫu"}],
 "KETQUATHUCHIEN":[{"MAKETQUA":"KQ.G01.000999","TENKETQUA":"Thông báo"}],
 "CANCUPHAPLY":[{"SOVANBAN":"00/2026/NĐ-CP","TENVANBAN":"Nghị định mẫu","NGAYBANHANH":"01/07/2026"}],
 "DOITUONGTHUCHIEN":[{"MADOITUONG":1,"TENDOITUONG":"Công dân Việt Nam"}],
 "TTHCLIENQUAN":[{"MATTHC":"1.004222","TENTTHC":"Thủ tục khác"}],"TTHCLIENTHONG":[{"MATTHC":"1.004223"}]}`

func TestProcedureRoundTrip(t *testing.T) {
	p, faults := npsp.ParseProcedure([]byte(wholeProcedure), nil)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if p.DOITUONGTHUCHIEN[0].MADOITUONG != "1" {
		t.Errorf("a number reads as %q, want its text", p.DOITUONGTHUCHIEN[0].MADOITUONG)
	}
	text, err := p.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	again, faults := npsp.ParseProcedure(text, nil)
	if diff := cmp.Diff(p, again); diff != "" || len(faults) > 0 {
		t.Errorf("read again: %v\n%s", faults, diff)
	}
	if fixed, _ := again.AppendJSON(nil); string(fixed) != string(text) {
		t.Error("writing is no fixed point")
	}
	if faults := p.Check(); len(faults) > 0 {
		t.Error(faults)
	}
}

func TestProcedureFaults(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"no code", `{"TENTTHC":"x"}`, "/MATTHC DOC-MEMBER-03 error;"},
		{"empty code", `{"MATTHC":"","TENTTHC":"x"}`, "/MATTHC NPS-MSG-17 error;"},
		{"a code that is none", `{"MATTHC":"1.2","TENTTHC":"x"}`, "/MATTHC NPS-MSG-08 warning;"},
		{"no name", `{"MATTHC":"1.004194"}`, "/TENTTHC NPS-MSG-02 warning;"},
		{"a province's form is a form", `{"MATTHC":"1.004194.000.00.00.H22","TENTTHC":"x"}`, ""},
		{"unknown channel and level", `{"MATTHC":"1.004194","TENTTHC":"x","CACHTHUCTHUCHIEN":[{"KENH":"4"}],"CAPTHUCHIEN":[{"CAPTHUCHIEN":"9"}]}`,
			"/CACHTHUCTHUCHIEN/0/KENH NPS-MSG-06 warning;/CAPTHUCHIEN/0/CAPTHUCHIEN NPS-MSG-06 warning;"},
		{"copies that are no number", `{"MATTHC":"1.004194","TENTTHC":"x","THANHPHANHOSO":[{"GIAYTO":[{"TENGIAYTO":"y","SOBANCHINH":"một"}]}]}`,
			"/THANHPHANHOSO/0/GIAYTO/0/SOBANCHINH NPS-MSG-13 warning;"},
		{"an unknown member", `{"MATTHC":"1.004194","TENTTHC":"x","MAU":"1"}`, "/MAU DOC-MEMBER-02 error;"},
		{"a list that is an object", `{"MATTHC":"1.004194","TENTTHC":"x","CANCUPHAPLY":{}}`, "/CANCUPHAPLY DOC-VALUE-01 error;"},
		{"a list that is null is an empty one", `{"MATTHC":"1.004194","TENTTHC":"x","CANCUPHAPLY":null}`, ""},
	}
	for _, test := range tests {
		_, faults := npsp.ParseProcedure([]byte(test.in), nil)
		got := ""
		for _, f := range faults {
			got += fmt.Sprintf("%s %s %v;", f.Pointer, f.Code, f.Severity)
		}
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

func TestReplyShapes(t *testing.T) {
	const record = `{"MATTHC":"1.004194","TENTTHC":"x"}`
	tests := []struct {
		name, in string
		records  int
		faulty   bool
	}{
		{"an answer", `{"error_code":"0","message":"","result":[` + record + "," + record + `]}`, 2, false},
		{"an answer with a number", `{"error_code":0,"result":[` + record + `]}`, 1, false},
		{"an error", `{"error_code":"1","message":"không có"}`, 0, true},
		{"the bare record", record, 1, false},
		{"a list", `[` + record + `]`, 1, false},
		{"an empty list", ` []`, 0, false},
		{"a record of the list is wrong", `{"error_code":"0","result":[` + record + `,{"TENTTHC":"y"}]}`, 2, true},
		{"no JSON", `{"error_code":"0","result":[`, 0, true},
		{"another kind", `{"x":1}`, 1, true},
	}
	for _, test := range tests {
		reply, faults := npsp.ParseReply([]byte(test.in), nil)
		if len(reply.Result) != test.records || (faults.Err() != nil) != test.faulty {
			t.Errorf("%s: %d records, %v; want %d, faulty %t", test.name, len(reply.Result), faults, test.records, test.faulty)
		}
	}
	if _, faults := npsp.ParseReply([]byte(`{"error_code":"0","result":[{"MATTHC":"1.004194","TENTTHC":"x","CACHTHUCTHUCHIEN":[{"KENH":"7"}]}]}`), nil); len(faults) != 1 ||
		faults[0].Pointer != "/result/0/CACHTHUCTHUCHIEN/0/KENH" {
		t.Errorf("faults of a record in an answer: %v", faults)
	}
}

func FuzzProcedure(f *testing.F) {
	f.Add([]byte(wholeProcedure))
	f.Add([]byte(`{"error_code":"0","result":[` + wholeProcedure + `]}`))
	f.Add([]byte(`[{}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, faults := npsp.ParseProcedure(data, nil)
		reply, _ := npsp.ParseReply(data, &npsp.Options{Lenient: true})
		_ = reply
		if faults.Err() != nil {
			return
		}
		text, err := p.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		again, more := npsp.ParseProcedure(text, nil)
		if diff := cmp.Diff(p, again, cmp.Transformer("len", emptyIsNil)); diff != "" || more.Err() != nil {
			t.Fatalf("read again: %v\n%s", more, diff)
		}
	})
}

// emptyIsNil compares through what is written: lists that are empty are not.
func emptyIsNil(p npsp.Procedure) string {
	text, _ := p.AppendJSON(nil)
	return string(text)
}

func ExampleParseReply() {
	reply, faults := npsp.ParseReply([]byte(`{"error_code":"0","message":"","result":[
		{"MATTHC":"1.004194","TENTTHC":"Thủ tục mẫu","CACHTHUCTHUCHIEN":[{"KENH":"2","THOIGIAN":[
			{"THOIGIANGIAIQUYET":"3","DONVITINH":"Ngày làm việc","PHILEPHI":[{"SOTIEN":"5.000","DONVI":"Đồng","MOTA":"lượt"}]}]}]}]}`), nil)
	fmt.Println(len(faults), "faults")
	for _, p := range reply.Result {
		for _, channel := range p.CACHTHUCTHUCHIEN {
			for _, time := range channel.THOIGIAN {
				fmt.Println(p.MATTHC, channel.KENH, time.THOIGIANGIAIQUYET, time.DONVITINH, time.PHILEPHI[0].SOTIEN)
			}
		}
	}
	// Output:
	// 0 faults
	// 1.004194 2 3 Ngày làm việc 5.000
}

func ExampleParseProcedure() {
	p, faults := npsp.ParseProcedure([]byte(`{"MATTHC":"1.004194","MAU":"xanh"}`), nil)
	fmt.Println(p.MATTHC)
	for _, f := range faults {
		fmt.Println(f.Severity, f.Code, f.Pointer)
	}
	// Output:
	// 1.004194
	// error DOC-MEMBER-02 /MAU
	// warning NPS-MSG-02 /TENTTHC
}

// TestProcedureDocument: a record goes to a document and back as it was, and from there
// to a procedure.
func TestProcedureDocument(t *testing.T) {
	p, faults := npsp.ParseProcedure([]byte(wholeProcedure), nil)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	d := p.Document()
	if diff := cmp.Diff(p, npsp.ProcedureOf(&d)); diff != "" {
		t.Error(diff)
	}
	got, losses := intake.FromDocument(&d)
	if got.Code != "1.004194" || len(got.Papers) != 1 || got.Channels[0].Times[0].Limit.String() != "3 working days" ||
		got.Fees[0].Tariff.PerUnit == nil && got.Fees[0].Tariff.Fixed == nil || len(losses) == 0 {
		t.Errorf("%+v, losses %+v", got, losses)
	}
}

func ExampleProcedureOf() {
	record := npsp.ProcedureOf(&intake.Document{Code: "1.004194", Name: "Thủ tục mẫu"})
	text, err := record.AppendJSON(nil)
	fmt.Println(string(text), err)
	// Output:
	// {"MATTHC":"1.004194","TENTTHC":"Thủ tục mẫu"} <nil>
}
