package synth

import "bytes"

// garbleRow is a way in which a line is no message. It keeps to itself: the codes
// of such lines are no other dossier's, and none states a reception that exists.
type garbleRow struct {
	name   string
	garble func(line []byte) []byte
}

// garbles are the ways.
var garbles = [...]garbleRow{
	{"brokenJSON", func(b []byte) []byte { return bytes.Replace(b, []byte(`,"MaTTHC":`), []byte(`,,"MaTTHC" `), 1) }},
	{"invalidUTF8", func(b []byte) []byte {
		return bytes.Replace(b, []byte(`"Hồ sơ mẫu"`), []byte("\"H\xc3 s\xff m\""), 1)
	}},
	{"duplicateKey", func(b []byte) []byte { return append(b[:len(b)-1], `,"NgayTiepNhan":""}`...) }},
	{"noSuchDate", func(b []byte) []byte {
		return bytes.Replace(b, []byte(noReception), []byte(`"NgayTiepNhan":"20260231083000"`), 1)
	}},
	{"truncated", func(b []byte) []byte { return b[:len(b)/2] }},
}

const (
	noReception = `"NgayTiepNhan":""`
	strange     = 900_000 // serials from here on are those of lines that are no messages
)

// garble appends a line made of dossier i that is no message.
func (w *writer) garble(b []byte, i, way int) ([]byte, error) {
	kept := w.dossiers[i]
	defer func() { w.dossiers[i] = kept }()
	d := &w.dossiers[i]
	d.serial = strange + int32(i)%(strange/10)
	d.flags |= isNever
	d.filed, d.received, d.end, d.story = d.coded(), 0, stillOpen, plain
	b, err := w.dossier(b, i, false)
	if err != nil {
		return b, err
	}
	return garbles[way].garble(b), nil
}
