package counting

import (
	"strings"

	"github.com/motcua/motcua"
)

// Names is a dictionary of texts: a row holds the small number of a code and not
// the code. Numbers are dense, from 1, in the order in which texts were first
// seen; 0 is null, and so is the empty text. Names only grows. It is not safe for
// concurrent use: readers that work at the same time have one each, and their
// tallies are merged by text.
type Names struct {
	ids      map[string]uint32
	texts    []string
	national []uint32 // by id: the id of the code without its issuer; 0 where not yet asked
}

// NewNames returns an empty dictionary.
func NewNames() *Names {
	return &Names{ids: map[string]uint32{}, texts: []string{""}, national: []uint32{0}}
}

// ID returns the number of a text, a new one if it has none.
func (n *Names) ID(text string) uint32 {
	if id, ok := n.ids[text]; ok || text == "" {
		return id
	}
	return n.add(strings.Clone(text))
}

// IDOf is [Names.ID] of bytes, which are copied only when they are new.
func (n *Names) IDOf(text []byte) uint32 {
	if id, ok := n.ids[string(text)]; ok || len(text) == 0 {
		return id
	}
	return n.add(string(text))
}

func (n *Names) add(text string) uint32 {
	id := uint32(len(n.texts))
	n.ids[text] = id
	n.texts = append(n.texts, text)
	n.national = append(n.national, 0)
	return id
}

// Text returns the text of a number; "" for 0 and for numbers that are none.
func (n *Names) Text(id uint32) string {
	if int(id) >= len(n.texts) {
		return ""
	}
	return n.texts[id]
}

// Len is the number of texts.
func (n *Names) Len() int { return len(n.texts) - 1 }

// has reports whether id is 0 or the number of a text.
func (n *Names) has(id uint32) bool { return int(id) < len(n.texts) }

// keyOf returns the number under which a code is counted as distinct: a procedure
// that a province published under a code of its own is the national one.
func (n *Names) keyOf(id uint32) uint32 {
	if key := n.national[id]; key != 0 || id == 0 {
		return key
	}
	key, code := id, motcua.ProcedureCode(n.texts[id])
	if _, ok := code.Issuer(); ok {
		key = n.ID(string(code.National()))
	}
	n.national[id] = key
	return key
}
