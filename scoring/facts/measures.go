package facts

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/scoring"
)

//go:embed measures.json
var measuresDocument []byte

var standardMeasures = sync.OnceValue(func() []scoring.Measure {
	measures, _ := readMeasures(measuresDocument) // they parse: a test holds them to it
	return measures
})

// Measures are what people ask for beside the index, and what no index scores: the
// standard table of dossiers received, solved and pending, supplements, reuse of
// components, dossiers filed elsewhere or with assistance. They are rows like the
// measures of a definition, and their ids begin with "report.".
func Measures() []scoring.Measure { return slices.Clone(standardMeasures()) }

// readMeasures reads rows of measures.
func readMeasures(data []byte) ([]scoring.Measure, motcua.Faults) {
	var measures []scoring.Measure
	faults := strict.Decode(data, &measures, 1).Faults
	return measures, faults
}
