package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/motcua/motcua"
)

type parser struct {
	data   []byte
	dec    *json.Decoder
	line   int
	at     int // how far line has been counted
	report *Reading
}

func newParser(data []byte, r *Reading) *parser {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	return &parser{data: data, dec: dec, line: r.first, report: r}
}

// document reads the whole input; false after a fault of syntax.
func (p *parser) document() bool {
	if bytes.HasPrefix(p.data, []byte("\uFEFF")) {
		p.fault(CodeEncoding, motcua.Text{Vi: "bắt đầu bằng dấu thứ tự byte (BOM)", En: "begins with a byte order mark"}, nil)
		return false
	}
	if !utf8.Valid(p.data) {
		p.seek(invalidAt(p.data))
		p.fault(CodeEncoding, motcua.Text{Vi: "không phải UTF-8 hợp lệ", En: "not valid UTF-8"}, nil)
		return false
	}
	err := p.value(nil, 0, 0)
	if err == nil && len(bytes.Trim(p.data[p.dec.InputOffset():], space)) > 0 {
		err = errMore
	}
	if err == nil || errors.Is(err, errDepth) {
		return err == nil
	}
	// The decoder knows where the last token ended, a second look at the whole
	// knows the byte that is wrong.
	var syntax *json.SyntaxError
	if errors.As(json.Unmarshal(p.data, new(json.RawMessage)), &syntax) {
		err = syntax
		p.seek(int(syntax.Offset) - 1)
	}
	p.fault(CodeSyntax, motcua.Text{Vi: "không phải JSON hợp lệ", En: "not valid JSON"}, err)
	return false
}

func invalidAt(b []byte) int {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(b)
}

const space = " \t\r\n"

var (
	errDepth = errors.New("nested too deeply")
	errMore  = errors.New("more than one value")
)

// value reads the next value and hangs it into up; a member that stands twice
// stays outside the tree.
func (p *parser) value(up *node, at, depth int) error {
	start := p.skipTo()
	tok, err := p.dec.Token()
	if err != nil {
		return err
	}
	p.seek(start)
	n := &node{line: p.line, up: up, at: at}
	switch {
	case up == nil:
		p.report.root = n
	case at == len(up.items):
		up.items = append(up.items, n)
	}
	if depth > MaxDepth {
		p.report.add(n, n.line, CodeDepth, motcua.Text{Vi: "lồng quá sâu", En: "nested too deeply"}, nil)
		return errDepth
	}
	switch t := tok.(type) {
	case json.Delim:
		n.kind = byte(t)
		if n.kind == '{' {
			err = p.object(n, depth)
		} else {
			err = p.array(n, depth)
		}
	case string:
		n.kind, n.text = 's', t
	case json.Number:
		n.kind, n.text = 'n', t.String()
	case bool:
		n.kind, n.text = 'b', strconv.FormatBool(t)
	case nil:
		n.kind = '0'
	}
	n.raw = p.data[start:p.dec.InputOffset()]
	if n.kind == 's' {
		p.surrogates(n, n.raw)
	}
	return err
}

var twice = motcua.Text{Vi: "thành viên bị lặp", En: "the member stands twice"}

func (p *parser) object(n *node, depth int) error {
	n.place = map[string]int{}
	for p.dec.More() {
		start := p.skipTo()
		tok, err := p.dec.Token()
		if err != nil {
			return err
		}
		p.seek(start)
		name, _ := tok.(string)
		p.surrogates(n, p.data[start:p.dec.InputOffset()], name)
		at, there := n.place[name]
		if there {
			p.report.add(n, p.line, CodeDuplicate, twice, nil, name)
		} else {
			at = len(n.names)
			n.place[name], n.names = at, append(n.names, name)
		}
		if err := p.value(n, at, depth+1); err != nil {
			return err
		}
	}
	_, err := p.dec.Token()
	return err
}

func (p *parser) array(n *node, depth int) error {
	for p.dec.More() {
		if err := p.value(n, len(n.items), depth+1); err != nil {
			return err
		}
	}
	_, err := p.dec.Token()
	return err
}

// skipTo returns the offset at which the next token begins.
func (p *parser) skipTo() int {
	i := int(p.dec.InputOffset())
	for i < len(p.data) && strings.IndexByte(space+",:", p.data[i]) >= 0 {
		i++
	}
	return i
}

// seek moves the line count forward to offset; it never goes back.
func (p *parser) seek(offset int) {
	if offset = min(offset, len(p.data)); offset > p.at {
		p.line += bytes.Count(p.data[p.at:offset], []byte("\n"))
		p.at = offset
	}
}

// fault reports that the whole cannot be read, at the line reached.
func (p *parser) fault(code string, message motcua.Text, cause error) {
	p.report.add(nil, p.line, code, message, cause)
}

// surrogates reports half a surrogate pair in a raw string that is the value of
// n, or the name of a member of n.
func (p *parser) surrogates(n *node, raw []byte, name ...string) {
	if loneSurrogate(raw) {
		p.report.add(n, p.line, CodeEncoding, motcua.Text{Vi: "có nửa cặp surrogate đứng lẻ", En: "holds a lone surrogate"}, nil, name...)
	}
}

// loneSurrogate reports whether the raw string escapes half a surrogate pair.
func loneSurrogate(raw []byte) bool {
	for i := 0; i+1 < len(raw); i++ {
		if raw[i] != '\\' {
			continue
		}
		if raw[i+1] != 'u' {
			i++
			continue
		}
		switch u := unit(raw[i:]); {
		case u >= 0xDC00 && u <= 0xDFFF:
			return true
		case u >= 0xD800 && u <= 0xDBFF:
			next := unit(raw[i+6:])
			if next < 0xDC00 || next > 0xDFFF {
				return true
			}
			i += 6
		}
		i += 5
	}
	return false
}

// unit reads a \uXXXX escape, or returns -1.
func unit(raw []byte) int64 {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return -1
	}
	u, _ := strconv.ParseInt(string(raw[2:6]), 16, 32) // the decoder has read the digits
	return u
}
