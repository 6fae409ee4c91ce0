package npsp

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// levels are the levels a procedure is carried out on (CAPTHUCHIEN).
const levels codes = 1<<0 | 1<<1 | 1<<2 | 1<<3

// ParseProcedure reads the record of a procedure, as one element of the answer of
// LayThuTuc, and reports everything that is wrong with it, sorted. What it refuses
// and what it flags is told as for dossiers: a record without MATTHC is refused; a
// code that is none, a name that is missing, an unknown channel or level are flagged.
// Amounts, times and dates stay as they were written.
func ParseProcedure(data []byte, o *Options) (Procedure, motcua.Faults) {
	var p Procedure
	reading := strict.Decode(data, &p, 1)
	return p, judge(data, reading, o, func(c *checker) { c.record(&p, "") })
}

// Check returns everything that stands against sending p, as that of a dossier does.
func (p *Procedure) Check() motcua.Faults {
	c := checker{sending: true}
	c.record(p, "")
	c.faults.Sort()
	return c.faults
}

// Reply is the answer of a service of the portal that answers with procedures.
type Reply struct {
	ErrorCode Value       `json:"error_code,omitempty"` // "0" is success
	Message   Value       `json:"message,omitempty"`    // what the portal says
	Result    []Procedure `json:"result,omitempty"`     // the records
}

// ParseReply reads an answer of LayThuTuc: {"error_code", "message", "result"}. The
// bare record and a list of records, as people keep them in files, are taken for the
// result. An error_code other than 0 is an error fault.
func ParseReply(data []byte, o *Options) (Reply, motcua.Faults) {
	var r Reply
	text := bytes.TrimLeft(data, " \t\r\n")
	switch {
	case bytes.HasPrefix(text, []byte("[")):
		reading := strict.Decode(data, &r.Result, 1)
		return r, judge(data, reading, o, func(c *checker) { c.records(r.Result, "") })
	case !isReply(text):
		p, faults := ParseProcedure(data, o)
		r.Result = []Procedure{p}
		return r, faults
	}
	reading := strict.Decode(data, &r, 1)
	return r, judge(data, reading, o, func(c *checker) {
		if r.ErrorCode != "" && r.ErrorCode != "0" {
			c.error(codeReply, "/error_code", "Cổng trả lời lỗi", "the portal answered with an error")
		}
		c.records(r.Result, "/result")
	})
}

// isReply reports whether an object has a member of an answer, and none of a record.
func isReply(data []byte) bool {
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil {
		return bytes.Contains(data, []byte(`"error_code"`)) || bytes.Contains(data, []byte(`"result"`))
	}
	_, record := members["MATTHC"]
	_, code := members["error_code"]
	_, result := members["result"]
	return !record && (code || result)
}

func (c *checker) records(list []Procedure, under string) {
	for i := range list {
		c.record(&list[i], under+"/"+strconv.Itoa(i))
	}
}

// record checks a record of the catalogue.
func (c *checker) record(p *Procedure, under string) {
	if p.MATTHC == "" {
		c.error(codeMaTTHC, under+"/MATTHC", "thiếu mã thủ tục", "no code of the procedure")
	} else if _, err := motcua.ParseProcedure(string(p.MATTHC)); err != nil {
		c.warn(codeProcedure, under+"/MATTHC", "không phải mã thủ tục hành chính", "not a procedure code")
	}
	c.required(under+"/TENTTHC", p.TENTTHC)
	for i, l := range p.CAPTHUCHIEN {
		c.known(at(under+"/CAPTHUCHIEN", i)+"/CAPTHUCHIEN", codeOf(l.CAPTHUCHIEN), levels)
	}
	for i, k := range p.CACHTHUCTHUCHIEN {
		c.listed(at(under+"/CACHTHUCTHUCHIEN", i)+"/KENH", k.KENH, channels)
	}
	for i, t := range p.THANHPHANHOSO {
		for j, g := range t.GIAYTO {
			place := at(at(under+"/THANHPHANHOSO", i)+"/GIAYTO", j)
			c.required(place+"/TENGIAYTO", g.TENGIAYTO)
			c.whole(place+"/SOBANCHINH", g.SOBANCHINH)
			c.whole(place+"/SOBANSAO", g.SOBANSAO)
		}
	}
}

// AppendJSON appends the JSON object of p, on one line: members in the order of the
// type, scalars as strings, what is empty left out. Text that is no UTF-8 is an error;
// b is then returned as it came.
func (p *Procedure) AppendJSON(b []byte) ([]byte, error) {
	var buf bytes.Buffer
	encoder := json.NewEncoder(&buf)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(p); err != nil {
		return b, err
	}
	return append(b, bytes.TrimSuffix(buf.Bytes(), []byte("\n"))...), nil
}
