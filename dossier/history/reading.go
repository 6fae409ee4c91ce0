package history

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// reading is a stream as it was read.
type reading struct {
	stream  string
	entries []entry
	faults  motcua.Faults
}

// entry is what stands at one place of a stream.
type entry struct {
	Record
	data      []byte
	legible   bool // something of an event could be read
	computed  Hash // of what is written
	rewritten bool // in another way than its writer wrote it
}

// intact reports whether a record says what was sealed.
func (e *entry) intact() bool { return e.legible && e.Format == Format && e.computed == e.Hash }

// at is the pointer of a place, counted from 1.
func at(place int) string { return "/version/" + strconv.Itoa(place) }

// take reads what stands at the next place, and holds what stands beside the data to it.
func (r *reading) take(stored *motcua.Record) {
	rec, faults := decode(stored.Data, asItIs)
	e := entry{Record: rec, data: stored.Data, legible: rec.legible()}
	place := len(r.entries) + 1
	here := at(place)
	if !e.legible {
		r.entries = append(r.entries, e)
		flawNoRecord.add(&r.faults, here)
		for _, f := range faults.At(here) {
			if strings.HasPrefix(f.Code, "DOC-SYNTAX-") {
				r.faults = append(r.faults, f)
			}
		}
		return
	}
	e.computed, e.rewritten = digest(stored.Data)
	r.entries = append(r.entries, e)
	r.faults = append(r.faults, faults.At(here)...)
	told := func(member string) bool { return faults.Under(member) }
	if !told("/event/id") && stored.ID != rec.Event.ID {
		flawID.add(&r.faults, here+"/id")
	}
	if want := typeOf(&e); want != "" && stored.Type != want {
		flawType.add(&r.faults, here+"/type")
	}
	if !told("/event/at") && !stored.Time.Equal(instant(rec.Event.At)) {
		flawTime.add(&r.faults, here+"/time")
	}
	if !told("/stream") && rec.Stream != r.stream {
		flawStream.add(&r.faults, here+"/stream")
	}
	checkFiled(&r.faults, here+"/event", &rec, r.stream)
	if n := stored.Version; n != int64(place) && n != rec.Version {
		flawNumber.add(&r.faults, here+"/version", n, place)
	}
}

// typeOf is the type that the motcua.Event of a record should have; "" for an event whose
// action cannot be read. That of an action nobody knows is read all the same.
func typeOf(e *entry) string {
	if e.Event.Action != 0 {
		return typePrefix + e.Event.Action.String()
	}
	var named struct{ Event struct{ Action string } }
	if err := json.Unmarshal(e.data, &named); err != nil || named.Event.Action == "" {
		return ""
	}
	return typePrefix + named.Event.Action
}

// check holds all records to one another, and to a head that was kept.
func (r *reading) check(kept Head) {
	r.checkOrder()
	for i := range r.entries {
		if e := &r.entries[i]; e.legible && e.Format == Format {
			r.checkSeal(i, e, kept)
		}
	}
	r.checkHead(kept)
	r.faults.Sort()
}

// checkOrder tells where the versions that records say they have break off: once for all
// that follow.
func (r *reading) checkOrder() {
	shift := int64(0)
	for i := range r.entries {
		e, place := &r.entries[i], int64(i+1)
		if !e.legible || e.Version < 1 {
			continue
		}
		if now := e.Version - place; now != shift {
			if shift = now; shift != 0 {
				flawOrder.add(&r.faults, at(i+1)+"/version", e.Version, place)
			}
		}
	}
}

// checkSeal finds out what is wrong with one record by what others say of it.
func (r *reading) checkSeal(i int, e *entry, kept Head) {
	before, known := r.before(i)
	here := at(i + 1)
	if e.computed == e.Hash {
		if e.rewritten {
			flawLayout.add(&r.faults, here)
		}
		if known && e.Previous != before.Hash && e.Previous != before.computed {
			flawLink.add(&r.faults, here+"/previous")
		}
		return
	}
	vouched := func(h Hash) bool {
		if kept == (Head{e.Version, h}) {
			return true
		}
		next := i + 1
		return next < len(r.entries) && r.entries[next].legible && r.entries[next].Previous == h
	}
	switch {
	case known && e.Previous != before.Hash && e.resealed(before.Hash) == e.Hash:
		flawLink.add(&r.faults, here+"/previous")
	case vouched(e.computed):
		flawHash.add(&r.faults, here+"/hash")
	case vouched(e.Hash) && e.Stream == r.stream && e.Version == int64(i+1):
		flawSealed.add(&r.faults, here+"/event")
	default:
		flawSealed.add(&r.faults, here)
	}
}

// resealed is the hash a record would have if it followed another one.
func (e *entry) resealed(previous Hash) Hash {
	body, err := canonical(e.data, map[string]any{"previous": previous})
	if err != nil {
		return Hash{}
	}
	return hashOf(body)
}

// before is the record that one says it follows, if it is there and its hash can be read.
// The first follows nothing.
func (r *reading) before(i int) (*entry, bool) {
	v := r.entries[i].Version - 1
	if v == 0 {
		return &entry{}, true
	}
	if i > 0 && r.entries[i-1].legible && r.entries[i-1].Version == v {
		e := &r.entries[i-1]
		return e, e.Hash != Hash{}
	}
	return r.find(v)
}

// find finds the intact record that says it has a version.
func (r *reading) find(version int64) (*entry, bool) {
	i := slices.IndexFunc(r.entries, func(e entry) bool { return e.intact() && e.Version == version })
	if i < 0 {
		return nil, false
	}
	return &r.entries[i], true
}

// checkHead holds the history to a head that was kept.
func (r *reading) checkHead(kept Head) {
	n := int64(len(r.entries))
	if kept.Version < 1 {
		return
	}
	if kept.Version > n {
		flawShort.add(&r.faults, "/version/"+strconv.FormatInt(kept.Version, 10), n, kept.Version)
		return
	}
	e := &r.entries[kept.Version-1]
	if e.Version != kept.Version {
		e, _ = r.find(kept.Version)
	}
	if e != nil && e.legible && kept.Hash != e.Hash && kept.Hash != e.computed {
		flawHead.add(&r.faults, at(int(kept.Version)))
	}
}

// head is the end of the history; the zero Head if it has faults.
func (r *reading) head() Head {
	n := len(r.entries)
	if n == 0 || r.faults.Err() != nil {
		return Head{}
	}
	return Head{r.entries[n-1].Version, r.entries[n-1].Hash}
}

// dossier is the fold of all legible events, in the order in which they were sealed, each
// once. A record that is not intact is taken where it stands.
func (r *reading) dossier() *dossier.Dossier {
	type placed struct {
		version int64
		e       *entry
	}
	list := make([]placed, 0, len(r.entries))
	for i := range r.entries {
		e := &r.entries[i]
		if p := (placed{int64(i + 1), e}); e.legible {
			if e.intact() && e.Version > 0 {
				p.version = e.Version
			}
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b placed) int { return cmp.Compare(a.version, b.version) })
	events := make([]dossier.Event, 0, len(list))
	for i, p := range list {
		if i == 0 || !p.e.intact() || !list[i-1].e.intact() || p.version != list[i-1].version || p.e.Hash != list[i-1].e.Hash {
			events = append(events, p.e.Event)
		}
	}
	return dossier.Fold(events)
}
