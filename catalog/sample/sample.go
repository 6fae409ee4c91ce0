package sample

import (
	"embed"
	"slices"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed procedures/*.json
var files embed.FS

// shipped reads the procedures of this package; a test holds that they have no fault.
var shipped = sync.OnceValue(func() *catalog.Catalog {
	versions, _ := catalog.Load(files, nil, "procedures/*.json")
	return catalog.New(versions)
})

// Catalog returns the sample: some eighty procedures, a few of them in several
// versions. It is read on first use; its procedures are shared and must not be changed.
func Catalog() *catalog.Catalog { return shipped() }

// Versions returns all versions of the sample in the order of [catalog.Catalog.Versions].
// The list is the caller's; what its members point to is shared.
func Versions() []catalog.Procedure {
	versions := make([]catalog.Procedure, 0, shipped().Len())
	for p := range shipped().Versions() {
		versions = append(versions, *p)
	}
	return slices.Clip(versions)
}

//go:embed reliefs.json
var reliefsText []byte

// tables lays the reliefs of this package over those of package fee.
var tables = sync.OnceValue(func() *fee.Tables {
	reliefs, _ := reliefsIn(reliefsText) // a test holds it to be without a fault
	return fee.Standard().With(reliefs...)
})

func reliefsIn(text []byte) ([]fee.Relief, motcua.Faults) {
	return strict.Read(text, func(reliefs *[]fee.Relief) motcua.Faults {
		return fee.Standard().With(*reliefs...).Check()
	})
}

// Tables returns the tables with which fees of the sample are quoted: those of
// [fee.Standard] and three reliefs of residence and civil status, one of which is
// incomplete. They are shared and must not be changed.
func Tables() *fee.Tables { return tables() }
