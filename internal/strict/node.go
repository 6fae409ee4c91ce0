package strict

import (
	"strconv"
	"strings"

	"github.com/motcua/motcua"
)

// node is one JSON value with its place.
type node struct {
	kind  byte // one of { [ s n b 0
	text  string
	raw   []byte
	line  int
	up    *node // the value around it, nil for the root
	at    int   // its place among up's items
	items []*node
	names []string       // of an object, beside items
	place map[string]int // of an object: from names to items
}

// pointer builds the RFC 6901 pointer, which few nodes are ever asked for.
func (n *node) pointer() string {
	if n == nil || n.up == nil {
		return ""
	}
	return n.up.pointer() + motcua.Pointer(n.token())
}

func (n *node) token() string {
	if n.up.kind == '{' {
		return n.up.names[n.at]
	}
	return strconv.Itoa(n.at)
}

var unescape = strings.NewReplacer("~1", "/", "~0", "~")

// find follows a pointer from n as far as it leads, and returns what is left.
func (n *node) find(pointer string) (*node, string) {
	for n != nil && strings.HasPrefix(pointer, "/") {
		token, rest := pointer[1:], ""
		if end := strings.IndexByte(token, '/'); end >= 0 {
			token, rest = token[:end], token[end:]
		}
		next := n.child(unescape.Replace(token))
		if next == nil {
			break
		}
		n, pointer = next, rest
	}
	return n, pointer
}

func (n *node) child(token string) *node {
	i, ok := n.place[token]
	if n.kind == '[' {
		var err error
		i, err = strconv.Atoi(token)
		ok = err == nil && i >= 0 && strconv.Itoa(i) == token
	}
	if !ok || i >= len(n.items) {
		return nil
	}
	return n.items[i]
}
