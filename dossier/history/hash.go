package history

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/motcua/motcua"
)

// Hash is a SHA-256 hash. The zero Hash stands before the first record.
type Hash [sha256.Size]byte

// String writes 64 hexadecimal digits.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// MarshalText writes 64 hexadecimal digits in lower case.
func (h Hash) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, h[:]), nil }

// UnmarshalText reads what MarshalText writes; anything else is a *motcua.ParseError and
// changes nothing.
func (h *Hash) UnmarshalText(text []byte) error {
	var read Hash
	if len(text) == hex.EncodedLen(len(read)) {
		if _, err := hex.Decode(read[:], text); err == nil && read.String() == string(text) {
			*h = read
			return nil
		}
	}
	return &motcua.ParseError{Kind: "hash", Input: string(text), Err: errors.New("want 64 hexadecimal digits in lower case")}
}

// Head is the end of a history: how long it is, and the hash of its last record, which
// covers all of them. It is written as JSON and kept elsewhere, to be given to
// [Store.Verify] later. The zero Head is that of a history without records, and vouches
// for nothing.
type Head struct {
	Version int64 `json:"version"` // of the last record
	Hash    Hash  `json:"hash"`    // of the last record
}

// String writes the version and the hash.
func (h Head) String() string { return fmt.Sprintf("version %d, hash %v", h.Version, h.Hash) }
