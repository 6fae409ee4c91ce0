package scoring_test

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
)

// jsonTree is a document in which members keep their order and may stand twice.
type jsonTree struct {
	scalar string // as it is written; "" of an object or a list
	object bool
	names  []string // of an object, beside items
	items  []*jsonTree
}

func parseTree(t testing.TB, data []byte) *jsonTree {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	n, err := readTree(dec)
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return n
}

func readTree(dec *json.Decoder) (*jsonTree, error) {
	token, err := dec.Token()
	if err != nil {
		return nil, err
	}
	open, ok := token.(json.Delim)
	if !ok {
		text, err := json.Marshal(token)
		return &jsonTree{scalar: string(text)}, err
	}
	n := &jsonTree{object: open == '{'}
	for dec.More() {
		if n.object {
			name, err := dec.Token()
			if err != nil {
				return nil, err
			}
			n.names = append(n.names, name.(string))
		}
		item, err := readTree(dec)
		if err != nil {
			return nil, err
		}
		n.items = append(n.items, item)
	}
	_, err = dec.Token()
	return n, err
}

// append writes the document.
func (n *jsonTree) append(b []byte) []byte {
	if n.scalar != "" {
		return append(b, n.scalar...)
	}
	open, shut := byte('['), byte(']')
	if n.object {
		open, shut = '{', '}'
	}
	b = append(b, open)
	for i, item := range n.items {
		if i > 0 {
			b = append(b, ',')
		}
		if n.object {
			name, _ := json.Marshal(n.names[i]) // a string has a form
			b = append(append(b, name...), ':')
		}
		b = item.append(b)
	}
	return append(b, shut)
}

func (n *jsonTree) clone() *jsonTree {
	c := *n
	c.names, c.items = append([]string(nil), n.names...), nil
	for _, item := range n.items {
		c.items = append(c.items, item.clone())
	}
	return &c
}

// spot is a place in a document: an item of a list or an object.
type spot struct {
	in *jsonTree
	at int
}

func (s spot) item() *jsonTree { return s.in.items[s.at] }

func (s spot) cut() {
	s.in.items = append(s.in.items[:s.at:s.at], s.in.items[s.at+1:]...)
	if s.in.object {
		s.in.names = append(s.in.names[:s.at:s.at], s.in.names[s.at+1:]...)
	}
}

// twin puts what stands at the spot at the end once more.
func (s spot) twin() {
	s.in.items = append(s.in.items, s.item().clone())
	if s.in.object {
		s.in.names = append(s.in.names, s.in.names[s.at])
	}
}

// spots lists all places, in order.
func (n *jsonTree) spots() []spot {
	var out []spot
	for i, item := range n.items {
		out = append(append(out, spot{n, i}), item.spots()...)
	}
	return out
}

// plant makes the fault of a row; false where the pointer leads nowhere.
func (n *jsonTree) plant(row plantedRow) bool {
	tokens := strings.Split(row.At, "/")[1:]
	for _, token := range tokens[:len(tokens)-1] {
		at := n.index(token)
		if at < 0 {
			return false
		}
		n = n.items[at]
	}
	last := tokens[len(tokens)-1]
	s := spot{n, n.index(last)}
	switch there := s.at >= 0; {
	case row.Twin && there:
		s.twin()
	case row.Twin:
		return false
	case row.Put == nil && there:
		s.cut()
	case row.Put == nil:
		return false
	case there:
		n.items[s.at] = &jsonTree{scalar: string(row.Put)} // it need not be one
	default:
		n.names, n.items = append(n.names, last), append(n.items, &jsonTree{scalar: string(row.Put)})
	}
	return true
}

func (n *jsonTree) index(token string) int {
	for i := range n.items {
		if n.object && n.names[i] == token || !n.object && strconv.Itoa(i) == token {
			return i
		}
	}
	return -1
}
