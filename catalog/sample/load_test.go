package sample

import (
	"testing"

	"github.com/motcua/motcua/catalog"
)

func TestFilesHaveNoFault(t *testing.T) {
	versions, faults := catalog.Load(files, nil, "procedures/*.json")
	for _, f := range faults {
		t.Error(f)
	}
	if len(versions) == 0 {
		t.Error("there is no procedure")
	}
}

// BenchmarkLoad reads and indexes the whole sample, as its first use does.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		versions, _ := catalog.Load(files, nil, "procedures/*.json")
		catalog.New(versions)
	}
}

func TestReliefsHaveNoFault(t *testing.T) {
	reliefs, faults := reliefsIn(reliefsText)
	for _, f := range faults {
		t.Error(f)
	}
	if len(reliefs) != 3 {
		t.Errorf("%d reliefs", len(reliefs))
	}
}
