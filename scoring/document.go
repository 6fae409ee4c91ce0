package scoring

import (
	"embed"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed schema
var schemas embed.FS

// Documents returns the kinds of JSON document this package reads and writes.
// Their schemas are generated from the Go types; what a schema cannot say, as
// that maxima add up, is said by Check alone.
func Documents() []motcua.Document {
	return strict.Documents(schemas,
		strict.Kind{Name: "definition", Check: checkDefinition},
		strict.Kind{Name: "extension", Check: checkExtension},
		strict.Kind{Name: "counts", Check: checkCounts},
		strict.Kind{Name: "result", Check: checkShape[Scorecard]},
	)
}

// checkDefinition compiles a whole definition.
func checkDefinition(data []byte) motcua.Faults {
	if strict.Decode(data, new(Definition), 1).Has("/extends") {
		return strict.Decode(data, new(Definition), 1).Faults // an extension is another kind
	}
	return checkCompiles(data)
}

// checkExtension compiles an extension of a shipped definition.
func checkExtension(data []byte) motcua.Faults {
	if reading := strict.Decode(data, new(Extension), 1); !reading.Has("/extends") {
		return reading.Faults
	}
	return checkCompiles(data)
}

func checkCompiles(data []byte) motcua.Faults {
	index, err := Parse(data, nil)
	if err != nil {
		return asFaults(err)
	}
	return index.Warnings()
}

// checkCounts reads counts and holds them to what counts can be, whatever the
// index.
func checkCounts(data []byte) motcua.Faults {
	var line CountsLine
	reading := strict.Decode(data, &line, 1)
	var found motcua.Faults
	for id, indicator := range line.Indicators {
		if indicator == nil {
			continue
		}
		for name, count := range map[string]*int64{"num": indicator.Num, "den": indicator.Den, "annual": indicator.Annual} {
			if count != nil {
				inRange(&found, motcua.Pointer("indicators", id), motcua.Pointer(name), *count)
			}
		}
	}
	reading.Locate(found)
	faults := append(reading.Faults, found...)
	faults.Sort()
	return faults
}

// checkShape reads data as a T and returns the faults of reading.
func checkShape[T any](data []byte) motcua.Faults {
	var v T
	return strict.Decode(data, &v, 1).Faults
}
