package history

import (
	"slices"

	"github.com/motcua/motcua"
)

// Changed verifies a sound history up to a record, of which one was changed, as Verify
// would, but reads that one alone. It is for tests that change one record many times.
func Changed(stream string, records []motcua.Record) func(place, last int, changed motcua.Record) motcua.Faults {
	sound := reading{stream: stream}
	for i := range records {
		sound.take(&records[i])
	}
	return func(place, last int, changed motcua.Record) motcua.Faults {
		r := reading{stream: stream, entries: slices.Clone(sound.entries[:place-1])}
		r.take(&changed)
		r.entries = append(r.entries, sound.entries[place:last]...)
		r.check(Head{})
		return r.faults
	}
}
