package store

import (
	"fmt"
	"testing"

	"github.com/motcua/motcua"
)

// kept are the Logs that are measured beside one another.
var kept = []struct {
	name string
	open func(b *testing.B) motcua.Log
}{
	{"memory", func(*testing.B) motcua.Log { return new(motcua.MemoryLog) }},
	{"file", func(b *testing.B) motcua.Log { return fresh(b) }},
}

// BenchmarkAppend appends one event, to one stream and to a new one each time.
func BenchmarkAppend(b *testing.B) {
	for _, k := range kept {
		b.Run(k.name+"/long", func(b *testing.B) {
			log := k.open(b)
			for n := int64(0); b.Loop(); n++ {
				if _, err := log.Append(b.Context(), "s", n, noted("a")); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(k.name+"/new", func(b *testing.B) {
			log := k.open(b)
			for n := 0; b.Loop(); n++ {
				if _, err := log.Append(b.Context(), fmt.Sprint("dossier/", n), 0, noted("a")); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRead reads a stream of 10 and one of 10,000 events; the time is that of all.
func BenchmarkRead(b *testing.B) {
	for _, k := range kept {
		for _, size := range []int{10, 10_000} {
			b.Run(fmt.Sprint(k.name, "/", size), func(b *testing.B) {
				log, events := k.open(b), make([]motcua.Event, size)
				for i := range events {
					events[i] = noted(fmt.Sprint(i))
				}
				if _, err := log.Append(b.Context(), "s", 0, events...); err != nil {
					b.Fatal(err)
				}
				for b.Loop() {
					n := 0
					for _, err := range log.Read(b.Context(), "s", 0) {
						if n++; err != nil {
							b.Fatal(err)
						}
					}
					if n != size {
						b.Fatalf("%d of %d", n, size)
					}
				}
			})
		}
	}
}
