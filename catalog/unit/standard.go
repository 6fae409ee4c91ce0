package unit

import (
	_ "embed"
	"sync"
)

//go:embed units.json
var standardRows []byte

// Standard returns the register that is shipped: the 34 provinces since 1 July 2025,
// the 63 before them, and how these went into those (Resolution 202/2025/QH15). It is
// parsed on first use. Each row says on what ground it is believed; see the comment of
// the package.
func Standard() *Register { return standard() }

var standard = sync.OnceValue(func() *Register {
	rows, _ := ParseRows(standardRows) // tests hold it to be sound
	register, _ := New(rows)
	return register
})
