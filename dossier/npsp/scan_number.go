package npsp

import "encoding/binary"

// bare walks a number, true, false or null that begins at i and returns where it
// ends; -1 where it is none.
func bare(data []byte, i int) int {
	switch data[i] {
	case 't':
		return literal(data, i, "true")
	case 'f':
		return literal(data, i, "false")
	case 'n':
		return literal(data, i, "null")
	case '-':
		i++
	}
	digits := run(data, i)
	if digits == i || data[i] == '0' && digits > i+1 {
		return -1
	}
	i = digits
	if i < len(data) && data[i] == '.' {
		if digits = run(data, i+1); digits == i+1 {
			return -1
		}
		i = digits
	}
	if i < len(data) && data[i]|0x20 == 'e' {
		i++
		if i < len(data) && (data[i] == '+' || data[i] == '-') {
			i++
		}
		if digits = run(data, i); digits == i {
			return -1
		}
		i = digits
	}
	return i
}

func literal(data []byte, i int, word string) int {
	if end := i + len(word); end <= len(data) && string(data[i:end]) == word {
		return end
	}
	return -1
}

// run returns where the digits that begin at i end.
func run(data []byte, i int) int {
	for i < len(data) && data[i]-'0' <= 9 {
		i++
	}
	return i
}

// fourteen reads fourteen digits in two words of eight bytes that share two.
func fourteen(data []byte) (Moment, bool) {
	first, last := binary.LittleEndian.Uint64(data), binary.LittleEndian.Uint64(data[6:14])
	if !eightDigits(first) || !eightDigits(last) {
		return 0, false
	}
	return Moment(eight(first)*1e6 + eight(last)%1e6), true
}

// eightDigits reports whether all bytes of w are digits.
func eightDigits(w uint64) bool {
	return w&(ones*0xF0) == ones*'0' && (w+ones*6)&(ones*0xF0) == ones*'0'
}

// eight reads eight digits, the first in the lowest byte: pairs, then fours, then
// all of them.
func eight(w uint64) uint64 {
	w -= ones * '0'
	w = w*10 + w>>8
	const fours = 0x000000FF000000FF
	return ((w&fours)*(100+1000000<<32) + (w>>16&fours)*(1+10000<<32)) >> 32
}
