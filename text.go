package motcua

import "strings"

// Text is one message for people, in Vietnamese and in English.
type Text struct {
	Vi string `json:"vi"` // Vietnamese
	En string `json:"en"` // English
}

// IsZero reports whether both languages are empty.
func (t Text) IsZero() bool { return t == Text{} }

// In returns the text in a language named by its tag, "vi" or "vi-VN" for
// Vietnamese and anything else for English. An empty side falls back to the
// other.
func (t Text) In(lang string) string {
	primary, _, _ := strings.Cut(strings.ReplaceAll(lang, "_", "-"), "-")
	if t.En == "" || t.Vi != "" && strings.EqualFold(primary, "vi") {
		return t.Vi
	}
	return t.En
}

// String returns the English text, or the Vietnamese if there is none.
func (t Text) String() string { return t.In("en") }
