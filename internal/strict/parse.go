package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/motcua/motcua"
)

// node is one JSON value with its place.
type node struct {
	kind    byte // one of { [ s n b 0
	text    string
	raw     []byte
	names   []string // of an object, beside items
	items   []*node
	pointer string
	line    int
}

type parser struct {
	data   []byte
	dec    *json.Decoder
	line   int
	at     int // how far line has been counted
	report *Reading
}

func newParser(data []byte, firstLine int, r *Reading) *parser {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	return &parser{data: data, dec: dec, line: max(firstLine, 1), report: r}
}

// document reads the whole input; nil after a fault of syntax.
func (p *parser) document() *node {
	if !utf8.Valid(p.data) {
		p.seek(invalidAt(p.data))
		p.fault(CodeEncoding, "", motcua.Text{Vi: "không phải UTF-8 hợp lệ", En: "not valid UTF-8"}, nil)
		return nil
	}
	n, err := p.value("", 0)
	if err == nil {
		if _, more := p.dec.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("more than one value")
		}
	}
	if err == nil {
		return n
	}
	if errors.Is(err, errDepth) {
		return nil
	}
	p.seek(int(p.dec.InputOffset()))
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	p.fault(CodeSyntax, "", motcua.Text{Vi: "không phải JSON hợp lệ", En: "not valid JSON"}, err)
	return nil
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

var errDepth = errors.New("nested too deeply")

func (p *parser) value(pointer string, depth int) (*node, error) {
	start := p.skipTo()
	tok, err := p.dec.Token()
	if err != nil {
		return nil, err
	}
	p.seek(start)
	n := &node{pointer: pointer, line: p.line}
	p.report.lines[pointer] = p.line
	if depth > MaxDepth {
		p.fault(CodeDepth, pointer, motcua.Text{Vi: "lồng quá sâu", En: "nested too deeply"}, nil)
		return nil, errDepth
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
	if n.kind == 's' && loneSurrogate(n.raw) {
		p.fault(CodeEncoding, pointer, motcua.Text{Vi: "có nửa cặp surrogate đứng lẻ", En: "holds a lone surrogate"}, nil)
	}
	return n, err
}

func (p *parser) object(n *node, depth int) error {
	seen := map[string]bool{}
	for p.dec.More() {
		at := p.skipTo()
		tok, err := p.dec.Token()
		if err != nil {
			return err
		}
		name, _ := tok.(string)
		pointer := n.pointer + motcua.Pointer(name)
		if seen[name] {
			p.seek(at)
			p.fault(CodeDuplicate, pointer, motcua.Text{Vi: "thành viên bị lặp", En: "the member stands twice"}, nil)
		}
		item, err := p.value(pointer, depth+1)
		if err != nil {
			return err
		}
		if !seen[name] {
			n.names, n.items = append(n.names, name), append(n.items, item)
		}
		seen[name] = true
	}
	_, err := p.dec.Token()
	return err
}

func (p *parser) array(n *node, depth int) error {
	for p.dec.More() {
		item, err := p.value(n.pointer+motcua.Pointer(strconv.Itoa(len(n.items))), depth+1)
		if err != nil {
			return err
		}
		n.items = append(n.items, item)
	}
	_, err := p.dec.Token()
	return err
}

// skipTo returns the offset at which the next token begins.
func (p *parser) skipTo() int {
	i := int(p.dec.InputOffset())
	for i < len(p.data) && bytes.IndexByte([]byte(" \t\r\n,:"), p.data[i]) >= 0 {
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

func (p *parser) fault(code, pointer string, message motcua.Text, cause error) {
	p.report.Faults.Add(code, pointer, message, cause).Line = p.line
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
	u, err := strconv.ParseInt(string(raw[2:6]), 16, 32)
	if err != nil {
		return -1
	}
	return u
}
