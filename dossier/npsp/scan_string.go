package npsp

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// quoted walks a string whose first byte after the quote is at i and returns where
// its closing quote is, and whether it holds escapes; -1 where the string is none.
// It looks at eight bytes at once and stops at those that are a quote, a backslash,
// below a space or beyond ASCII.
func quoted(data []byte, i int) (end int, escaped bool) {
	for {
		for i+8 <= len(data) {
			w := binary.LittleEndian.Uint64(data[i:])
			q, e := w^(ones*'"'), w^(ones*'\\')
			stop := ((q-ones)&^q | (e-ones)&^e | (w - ones*' ') | w) & highs
			if stop != 0 {
				i += bits.TrailingZeros64(stop) >> 3
				break
			}
			i += 8
		}
		if i >= len(data) {
			return -1, false
		}
		switch c := data[i]; {
		case c == '"':
			return i, escaped
		case c >= utf8.RuneSelf:
			if i = beyondASCII(data, i); i < 0 {
				return -1, false
			}
		case c == '\\':
			n := escape(data, i)
			if n < 0 {
				return -1, false
			}
			i, escaped = i+n, true
		case c < ' ':
			return -1, false
		default: // the last seven bytes of data go one by one
			i++
		}
	}
}

// beyondASCII walks the characters beyond ASCII that begin at i; -1 where they are
// no UTF-8.
func beyondASCII(data []byte, i int) int {
	for i < len(data) && data[i] >= utf8.RuneSelf {
		c := data[i]
		switch {
		case c < 0xC2 || len(data)-i < 4: // at the end of data there is at least a quote and a line break
			return -1
		case c < 0xE0:
			if data[i+1]&0xC0 != 0x80 {
				return -1
			}
			i += 2
		case c < 0xF0:
			d := data[i+1]
			if d&0xC0 != 0x80 || data[i+2]&0xC0 != 0x80 || c == 0xE0 && d < 0xA0 || c == 0xED && d >= 0xA0 {
				return -1
			}
			i += 3
		default:
			d := data[i+1]
			if c > 0xF4 || d&0xC0 != 0x80 || data[i+2]&0xC0 != 0x80 || data[i+3]&0xC0 != 0x80 ||
				c == 0xF0 && d < 0x90 || c == 0xF4 && d >= 0x90 {
				return -1
			}
			i += 4
		}
	}
	return i
}

// escape returns the length of the escape at i, both halves of a surrogate pair
// together; -1 where it is none.
func escape(data []byte, i int) int {
	if i+1 >= len(data) {
		return -1
	}
	switch data[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		u := hex4(data, i+2)
		switch {
		case u < 0 || u >= 0xDC00 && u < 0xE000:
			return -1
		case u < 0xD800 || u >= 0xE000:
			return 6
		}
		if i+7 >= len(data) || data[i+6] != '\\' || data[i+7] != 'u' {
			return -1
		}
		if u := hex4(data, i+8); u < 0xDC00 || u >= 0xE000 {
			return -1
		}
		return 12
	}
	return -1
}

// hex4 reads four hexadecimal digits; -1 where they are none.
func hex4(data []byte, i int) int {
	if i+4 > len(data) {
		return -1
	}
	n := 0
	for _, c := range data[i : i+4] {
		switch {
		case c-'0' <= 9:
			n = n<<4 | int(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			n = n<<4 | int(c|0x20-'a'+10)
		default:
			return -1
		}
	}
	return n
}

// unescape appends the text of a string that quoted has walked.
func unescape(b, raw []byte) []byte {
	for i := 0; i < len(raw); {
		if raw[i] != '\\' {
			b = append(b, raw[i])
			i++
			continue
		}
		switch c := raw[i+1]; c {
		case 'u':
			r := rune(hex4(raw, i+2))
			i += 4
			if utf16.IsSurrogate(r) {
				r = utf16.DecodeRune(r, rune(hex4(raw, i+4)))
				i += 6
			}
			b = utf8.AppendRune(b, r)
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		default:
			b = append(b, c)
		}
		i += 2
	}
	return b
}
