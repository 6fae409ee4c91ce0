package history

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"log/slog"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/internal/strict"
)

// Format is the version of the form in which records are written. A greater number is of
// a newer version of this package.
const Format = 1

// typePrefix stands before the action in the type of a motcua.Event.
const typePrefix = "dossier."

// Record is an event of a dossier as it is stored, with the hash that seals it.
type Record struct {
	Format   int64         `json:"format"`   // the form of the record; 1
	Stream   string        `json:"stream"`   // the stream it belongs to
	Version  int64         `json:"version"`  // its place there, from 1
	Previous Hash          `json:"previous"` // the hash of the record before it; zeros for the first
	Event    dossier.Event `json:"event"`    // what happened
	Hash     Hash          `json:"hash"`     // of all other members
}

// String says the place and the event, and no person.
func (r Record) String() string {
	return (Head{r.Version, r.Hash}).String() + " of " + r.Stream + ": " + r.Event.String()
}

// GoString is String.
func (r Record) GoString() string { return r.String() }

// LogValue is String.
func (r Record) LogValue() slog.Value { return slog.StringValue(r.String()) }

// StreamOf is the name of the stream that keeps a dossier: the code in its canonical form
// (motcua.DossierCode.Canonical), so that both ways of writing it lead to one stream, or
// a foreign code as it is, behind "dossier/". Different dossiers have different streams. No
// code has no stream: the name is empty, which every Log refuses.
func StreamOf(code string) string {
	if code == "" {
		return ""
	}
	if c, err := motcua.ParseDossier(code); err == nil {
		code = c.Canonical().String()
	}
	return "dossier/" + code
}

// ParseRecord reads the data of a record: all that is wrong with its form, with the event
// by itself and with the hash, at once and sorted. What can be read is in the record.
func ParseRecord(data []byte) (Record, motcua.Faults) {
	rec, faults := decode(data, (*dossier.Event).Check)
	if computed, _ := digest(data); computed != rec.Hash && rec.Format == Format && !faults.Under("/hash") {
		flawSealed.add(&faults, "")
		faults.Sort()
	}
	return rec, faults
}

// decode reads a record without looking at its hash. What happened is taken as it
// happened: whether an event is as events are today is for the check to say.
func decode(data []byte, check func(*dossier.Event) motcua.Faults) (Record, motcua.Faults) {
	rec, faults := strict.Read(data, func(r *Record) motcua.Faults {
		faults := check(&r.Event).At("/event")
		if r.Format != Format {
			flawFormat.add(&faults, "/format", r.Format)
		}
		if r.Version < 1 {
			flawVersion.add(&faults, "/version")
		}
		return faults
	})
	for _, f := range strict.Unquoted(faults) {
		f.Line = 0 // records have one
		if f.Code == strict.CodeValue && f.Pointer == "/event/action" {
			f.Code, f.Message = flawAction.code, flawAction.text
		}
	}
	faults.Sort()
	return rec, faults
}

func asItIs(*dossier.Event) motcua.Faults { return nil }

// legible reports whether anything of an event could be read.
func (r *Record) legible() bool { return r.Event.ID != "" || r.Event.To != 0 || !r.Event.At.IsZero() }

// seal writes the event that follows a head. What cannot be read again without faults is
// not written: the error is motcua.Faults with pointers into the event.
func seal(stream string, head Head, e dossier.Event) (motcua.Event, dossier.Event, error) {
	e.At = e.At.UTC()
	if !e.Due.IsZero() {
		e.Due = e.Due.UTC()
	}
	if err := e.Check().Err(); err != nil {
		return motcua.Event{}, dossier.Event{}, err
	}
	text, err := plain(Record{Format: Format, Stream: stream, Version: head.Version + 1, Previous: head.Hash, Event: e})
	var body []byte
	if err == nil {
		body, err = canonical(text, nil)
	}
	if err != nil { // the error may quote what names a person
		var faults motcua.Faults
		flawUnwritable.add(&faults, "")
		return motcua.Event{}, dossier.Event{}, faults
	}
	data := sealed(body, hashOf(body))
	rec, faults := decode(data, asItIs)
	checkFiled(&faults, "/event", &rec, stream)
	if err := faults.Err(); err != nil {
		for _, f := range faults {
			f.Pointer = strings.TrimPrefix(f.Pointer, "/event")
		}
		return motcua.Event{}, dossier.Event{}, faults
	}
	return motcua.Event{ID: e.ID, Type: typePrefix + e.Action.String(), Time: instant(e.At), Data: data}, rec.Event, nil
}

// instant is a time as a Log keeps it: to the microsecond.
func instant(t time.Time) time.Time { return t.Truncate(time.Microsecond) }

// checkFiled holds the code that is filed to the stream.
func checkFiled(faults *motcua.Faults, event string, r *Record, stream string) {
	if f := r.Event.Filing; f != nil && f.Code != "" && StreamOf(f.Code) != stream {
		flawFiled.add(faults, event+"/filing/code")
	}
}

// plain writes JSON with nothing escaped that need not be.
func plain(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// canonical is the canonical form of a record without its hash, and with other members if
// any are given.
func canonical(data []byte, other map[string]any) ([]byte, error) {
	members := map[string]any{}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&members); err != nil {
		return nil, err
	}
	for name, v := range other {
		members[name] = v
	}
	delete(members, "hash")
	return plain(members)
}

// hashMember stands between a canonical form and the digits of its hash.
const hashMember = `,"hash":"`

// hashTail is how long the end of a record is, from hashMember on.
const hashTail = len(hashMember) + 2*sha256.Size + len(`"}`)

// sealed puts a hash at the end of a canonical form.
func sealed(body []byte, h Hash) []byte {
	data := make([]byte, 0, len(body)-1+hashTail)
	data = append(append(data, body[:len(body)-1]...), hashMember...)
	return append(append(data, h.String()...), `"}`...)
}

// digest is the hash of what a record says; rewritten reports that it is written in
// another way than its writer wrote it, if it is that.
func digest(data []byte) (computed Hash, rewritten bool) {
	if n := len(data) - hashTail; n > 0 && string(data[n:n+len(hashMember)]) == hashMember {
		sum := sha256.New()
		sum.Write(data[:n])
		sum.Write([]byte{'}'})
		sum.Sum(computed[:0])
		if string(data[n+len(hashMember):]) == computed.String()+`"}` {
			return computed, false
		}
	}
	body, err := canonical(data, nil)
	if err != nil {
		return Hash{}, true
	}
	return hashOf(body), true
}

func hashOf(body []byte) Hash { return sha256.Sum256(body) }
