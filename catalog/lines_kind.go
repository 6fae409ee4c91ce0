package catalog

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/motcua/motcua"
)

// Codes of faults in files of procedures. A code is retired, never reused.
const (
	fileRead    = "CAT-FIL-01" // the input cannot be read on
	fileLong    = "CAT-FIL-02" // a line longer than MaxLine, a document longer than maxDocument
	fileMany    = "CAT-FIL-03" // more faults than are listed
	fileCut     = "CAT-FIL-04" // the input ends within its last line
	fileMark    = "CAT-FIL-05" // a mark of byte order at the start (warning)
	fileKind    = "CAT-FIL-06" // a file of another kind
	filePattern = "CAT-FIL-07" // a pattern that is none, or that no file matches
	fileTwice   = "CAT-FIL-08" // a file with the content of another (warning)
)

// complain adds a fault of a file and returns it.
func complain(faults *motcua.Faults, code, pointer, vi, en string) *motcua.Fault {
	return faults.Add(code, pointer, motcua.Text{Vi: vi, En: en}, nil)
}

// A beginning row tells a file of another kind by its first bytes.
type beginning struct {
	bytes string
	text  motcua.Text
}

// beginnings are kinds of file that people take for a catalogue.
func beginnings() []beginning {
	return []beginning{
		{"\x1f\x8b", motcua.Text{Vi: "tệp nén gzip; hãy giải nén trước", En: "packed with gzip; unpack it first"}},
		{"\x28\xb5\x2f\xfd", motcua.Text{Vi: "tệp nén zstd; hãy giải nén trước", En: "packed with zstd; unpack it first"}},
		{"BZh", motcua.Text{Vi: "tệp nén bzip2; hãy giải nén trước", En: "packed with bzip2; unpack it first"}},
		{"PK\x03\x04", motcua.Text{Vi: "tệp zip, docx hoặc xlsx, không phải danh mục", En: "a zip, docx or xlsx file, not a catalogue"}},
		{"%PDF", motcua.Text{Vi: "tệp PDF, không phải danh mục", En: "a PDF file, not a catalogue"}},
		{"\xff\xfe", motcua.Text{Vi: "văn bản UTF-16; cần UTF-8", En: "text in UTF-16; want UTF-8"}},
		{"\xfe\xff", motcua.Text{Vi: "văn bản UTF-16; cần UTF-8", En: "text in UTF-16; want UTF-8"}},
		{"<", motcua.Text{Vi: "tệp HTML hoặc XML, không phải danh mục", En: "an HTML or XML file, not a catalogue"}},
		{"[", motcua.Text{Vi: "một danh sách JSON; JSON Lines cần mỗi dòng một thủ tục", En: "a JSON list; JSON Lines want a procedure on each line"}},
	}
}

// A member row tells a JSON object of another kind by a member it has.
type otherMember struct {
	name string
	text motcua.Text
}

// otherMembers are objects that people take for procedures.
func otherMembers() []otherMember {
	return []otherMember{
		{"ma_thu_tuc", motcua.Text{Vi: "trang thủ tục đã thu thập; gói catalog/intake đọc loại này", En: "crawled pages of procedures; package catalog/intake reads them"}},
		{"MATTHC", motcua.Text{Vi: "bản ghi LayThuTuc; gói dossier/npsp đọc loại này", En: "records of LayThuTuc; package dossier/npsp reads them"}},
		{"fact", motcua.Text{Vi: "các dòng dữ kiện; gói scoring/facts đọc loại này", En: "lines of facts; package scoring/facts reads them"}},
		{"rows", motcua.Text{Vi: "biểu phí; gói catalog/fee đọc loại này", En: "a schedule of fees; package catalog/fee reads it"}},
	}
}

// otherKind tells, from its first line that is not empty, a file that holds no
// procedures, and says what it is.
func otherKind(line []byte) (motcua.Text, bool) {
	for _, b := range beginnings() {
		if bytes.HasPrefix(line, []byte(b.bytes)) {
			return b.text, true
		}
	}
	switch {
	case line[0] != '{':
		return motcua.Text{Vi: "không phải JSON Lines", En: "not JSON Lines"}, true
	case len(line) == 1:
		return motcua.Text{
			Vi: "một tài liệu JSON trên nhiều dòng; JSON Lines cần mỗi dòng một thủ tục",
			En: "a JSON document on several lines; JSON Lines want a procedure on each line",
		}, true
	}
	return otherObject(line)
}

// otherObject tells an object that has none of the members a procedure must have. An
// object that cannot be read is not told: it may be a procedure with a fault.
func otherObject(line []byte) (motcua.Text, bool) {
	if bytes.HasPrefix(line, []byte(`{"code":`)) {
		return motcua.Text{}, false // as AppendJSON writes it
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(line, &members) != nil {
		return motcua.Text{}, false
	}
	for name := range members {
		switch strings.ToLower(name) {
		case "code", "name", "status":
			return motcua.Text{}, false
		}
	}
	for _, m := range otherMembers() {
		if _, has := members[m.name]; has {
			return m.text, true
		}
	}
	return motcua.Text{Vi: "không phải thủ tục: thiếu code, name và status", En: "no procedure: without code, name and status"}, true
}
