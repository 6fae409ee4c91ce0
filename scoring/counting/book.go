package counting

import (
	"fmt"
	"maps"
	"slices"
)

// Book is a ledger of sources: what each of them said last, and the sum. Merging is
// not idempotent, so that a file that comes twice would count twice; a book knows
// what it has. Its methods change it; it is not safe for concurrent use.
type Book struct {
	total *Tally
	said  map[string]said
}

// said is what a source said, and the number it said it under.
type said struct {
	seq   int64
	tally *Tally
}

// Source is a source of a [Book].
type Source struct {
	Name string // as it was put
	Seq  int64  // the number of what it said last
}

// Book returns an empty book of tallies of the plan on a basis.
func (p *Plan) Book(basis Basis) *Book {
	return &Book{total: p.New(NewNames(), basis), said: map[string]said{}}
}

// Put enters what a source says under a number. A larger number than before replaces
// what it said; the same number with equal content changes nothing, and with other
// content is an error of class [ErrConflict]; a smaller number is one of class
// [ErrStale]. The tally is copied. On error nothing changes.
func (b *Book) Put(source string, seq int64, t *Tally) error {
	if err := b.total.joinable(t); err != nil {
		return fmt.Errorf("source %q: %w", source, err)
	}
	old, ok := b.said[source]
	switch {
	case ok && seq < old.seq:
		return fmt.Errorf("source %q: %d after %d: %w", source, seq, old.seq, ErrStale)
	case ok && seq == old.seq && t.Equal(old.tally):
		return nil
	case ok && seq == old.seq:
		return fmt.Errorf("source %q: %d: %w", source, seq, ErrConflict)
	}
	if ok {
		if err := b.total.Unmerge(old.tally); err != nil {
			return err // it was merged before
		}
	}
	if err := b.total.Merge(t); err != nil {
		if ok {
			b.total.join(old.tally, 1)
		}
		return fmt.Errorf("source %q: %w", source, err)
	}
	b.said[source] = said{seq, t.Clone()}
	return nil
}

// Total is the sum over the sources. It changes with the book; clone it to keep it.
func (b *Book) Total() *Tally { return b.total }

// Sources lists the sources by name.
func (b *Book) Sources() []Source {
	out := make([]Source, 0, len(b.said))
	for _, name := range slices.Sorted(maps.Keys(b.said)) {
		out = append(out, Source{name, b.said[name].seq})
	}
	return out
}

// Said returns a copy of what a source said last.
func (b *Book) Said(source string) (*Tally, bool) {
	s, ok := b.said[source]
	if !ok {
		return nil, false
	}
	return s.tally.Clone(), true
}

// Join puts everything another book has into b; of what both have, the larger number
// stays. Two contents under one number are an error of class [ErrConflict], and then
// nothing changes.
func (b *Book) Join(other *Book) error {
	if err := b.total.joinable(other.total); err != nil {
		return err
	}
	sources := other.Sources()
	for _, s := range sources {
		if old, ok := b.said[s.Name]; ok && old.seq == s.Seq && !old.tally.Equal(other.said[s.Name].tally) {
			return fmt.Errorf("source %q: %d: %w", s.Name, s.Seq, ErrConflict)
		}
	}
	joined := &Book{b.total.Clone(), maps.Clone(b.said)}
	for _, s := range sources {
		if old, ok := b.said[s.Name]; ok && old.seq >= s.Seq {
			continue
		}
		if err := joined.Put(s.Name, s.Seq, other.said[s.Name].tally); err != nil {
			return err
		}
	}
	*b = *joined
	return nil
}
