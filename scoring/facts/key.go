package facts

import (
	"bytes"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring/counting"
)

// key is the code of a dossier as a value: the unit, the day and the serial of a
// code in the lawful form, whichever order the unit is written in; or the number of
// a foreign code, with no day.
type key struct {
	unit   uint32 // id of the unit's canonical code, or number of a foreign code
	day    uint32 // digits yymmdd and one; 0 for a foreign code
	length uint32 // digits of the serial: leading zeros belong to it
	serial uint64
}

// keys reads codes of dossiers. Units are ids of Names.
type keys struct {
	names   *counting.Names
	units   map[string]uint32 // as written in a code, to the id of the canonical code
	foreign map[string]uint32 // codes of a form of their own
}

// mostWritten bounds what is kept of units as they are written: what is no unit
// could be anything.
const mostWritten = 1 << 20

// of returns the key of a code and the id of the unit in it; a foreign code has
// none.
func (k *keys) of(code []byte) (key, uint32) {
	unit, rest, _ := bytes.Cut(code, hyphen)
	day, serial, ok := bytes.Cut(rest, hyphen)
	if ok && len(day) == 6 && len(serial) >= 4 && len(serial) <= 18 {
		d, dayOK := digits(day)
		n, serialOK := digits(serial)
		if id := k.unit(unit); dayOK && serialOK && id != 0 && dayExists(d) {
			return key{unit: id, day: uint32(d) + 1, length: uint32(len(serial)), serial: n}, id
		}
	}
	id, ok := k.foreign[string(code)]
	if !ok {
		if k.foreign == nil {
			k.foreign = map[string]uint32{}
		}
		id = uint32(len(k.foreign))
		k.foreign[string(code)] = id
	}
	return key{unit: id}, 0
}

var hyphen = []byte{'-'}

// unit returns the id of the canonical code of a unit; 0 where it is none.
func (k *keys) unit(written []byte) uint32 {
	if id, ok := k.units[string(written)]; ok {
		return id
	}
	var id uint32
	if u, err := motcua.ParseUnit(string(written)); err == nil {
		id = k.names.ID(string(u))
	}
	if k.units == nil {
		k.units = map[string]uint32{}
	}
	if len(k.units) < mostWritten {
		k.units[string(written)] = id
	}
	return id
}

// digits reads at most 18 ASCII digits.
func digits(text []byte) (uint64, bool) {
	var n uint64
	for _, c := range text {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + uint64(c-'0')
	}
	return n, true
}

// dayExists reports whether the digits yymmdd are a day of the years 2000 to 2099.
func dayExists(yymmdd uint64) bool {
	year, month, day := yymmdd/10000, yymmdd/100%100, yymmdd%100
	switch {
	case month < 1 || month > 12 || day < 1:
		return false
	case month == 2:
		leap := uint64(0)
		if year%4 == 0 {
			leap = 1
		}
		return day <= 28+leap
	}
	return day <= 30+(month+month>>3)&1
}
