package catalog_test

import (
	"fmt"
	"os"
	"strings"
	"testing/fstest"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
)

// A procedure is read strictly: everything that is wrong with it is told at once.
func ExampleParseProcedure() {
	_, faults := catalog.ParseProcedure([]byte(`{
  "code": "1.1193",
  "name": {"vi": "Đăng ký khai sinh", "en": ""},
  "feild": {"name": "Hộ tịch"}
}`), nil)
	fmt.Println(faults)
	// Output:
	// line 1: /status: DOC-MEMBER-03: required member missing
	// line 2: /code: DOC-VALUE-02: not a valid value: procedure code "1.1193": want such as "1.000656"
	// line 4: /feild: DOC-MEMBER-02: unknown member, did you mean "field"?
}

// Canonical JSON is one line, and what was read is written as it stood.
func ExampleAppendJSON() {
	p := catalog.Procedure{
		Code: "1.001193", Status: catalog.StatusPublic, Name: motcua.Text{Vi: "Đăng ký khai sinh"},
		Sets: 1, Conditions: "Cha, mẹ <hoặc> ông bà",
	}
	line, err := catalog.AppendJSON(nil, &p)
	fmt.Println(string(line), err)

	p.Name.Vi = "half a character: \xc4"
	_, err = catalog.AppendJSON(nil, &p)
	fmt.Println(err)
	// Output:
	// {"code":"1.001193","status":"public","name":{"vi":"Đăng ký khai sinh","en":""},"sets":1,"conditions":"Cha, mẹ <hoặc> ông bà"} <nil>
	// procedure 1.001193 cannot be written: /name/vi: not valid UTF-8
}

// A bad line is reported and left out, and the rest goes on.
func ExampleReadLines() {
	const text = `{"code":"1.001193","status":"public","name":{"vi":"Đăng ký khai sinh","en":""}}
{"code":"1.000656","status":"open","name":{"vi":"Đăng ký khai tử","en":""}}

{"code":"1.000894","status":"public","name":{"vi":"Đăng ký kết hôn","en":""}}
{"code":"2.000635","stat`
	faults, err := catalog.ReadLines(strings.NewReader(text), nil, func(line int, p *catalog.Procedure) error {
		fmt.Println(line, p.Code, p.Name.Vi)
		return nil
	})
	fmt.Println(faults, err)
	// Output:
	// 1 1.001193 Đăng ký khai sinh
	// 4 1.000894 Đăng ký kết hôn
	// line 2: /status: DOC-VALUE-02: not a valid value: unknown status "open", want one of ["draft" "public" "suspended" "abolished"]
	// line 5: CAT-FIL-04: the file is cut off within its last line: unexpected EOF <nil>
}

// A catalogue is a directory of files; a copy left lying about doubles nothing.
func ExampleLoad() {
	births := &fstest.MapFile{Data: []byte(`{"code":"1.001193","status":"public","name":{"vi":"Đăng ký khai sinh","en":""}}`)}
	dir := fstest.MapFS{
		"births.json":         births,
		"copy of births.json": births,
		"others.jsonl":        &fstest.MapFile{Data: []byte("\x1f\x8b\x08")},
	}
	procedures, faults := catalog.Load(dir, nil)
	fmt.Println(len(procedures))
	fmt.Println(faults)
	// Output:
	// 1
	// copy of births.json: CAT-FIL-08: warning: passed over, for it has the content of births.json
	// others.jsonl: line 1: CAT-FIL-06: packed with gzip; unpack it first
}

// A catalogue is written in the order of its codes, in the same bytes every time.
func ExampleWriteLines() {
	c := catalog.New([]catalog.Procedure{
		{Code: "1.001193", Status: catalog.StatusPublic, Name: motcua.Text{Vi: "Đăng ký khai sinh"}},
		{Code: "1.000656", Status: catalog.StatusPublic, Name: motcua.Text{Vi: "Đăng ký khai tử"}},
	})
	if err := catalog.WriteLines(os.Stdout, c.Versions()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"code":"1.000656","status":"public","name":{"vi":"Đăng ký khai tử","en":""}}
	// {"code":"1.001193","status":"public","name":{"vi":"Đăng ký khai sinh","en":""}}
}

// The documents of the package come with their schemas.
func ExampleDocuments() {
	for _, d := range catalog.Documents() {
		fmt.Println(d.Name, len(d.Check([]byte("{}"))) > 0)
	}
	// Output:
	// procedure true
	// catalogStats true
	// catalogChange true
	// procedureChange true
}
