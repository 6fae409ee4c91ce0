package catalog

import (
	"errors"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// Options say how procedures are read; nil is strict.
type Options struct {
	// Lenient takes members nobody knows for warnings: each is reported with its
	// pointer and left out. Everything else is as strict as before; a required
	// member under a wrong name is still missing.
	Lenient bool
}

// ParseProcedure reads one procedure, a JSON document, and returns all that is wrong
// with its form: what is no JSON, unknown, doubled and missing members, values that
// cannot be. What has the form is not for that reason sensible; [Check] looks at what
// it says. Members with faults keep their zero value.
func ParseProcedure(data []byte, options *Options) (Procedure, motcua.Faults) {
	var p Procedure
	if quickly(data, procedurePlan(), &p) {
		return p, nil
	}
	p = Procedure{}
	faults := slowly(data, procedurePlan(), &p, options)
	return p, faults
}

// slowly reads any document, however it is written and whatever is wrong with it.
func slowly(data []byte, p *plan, v any, options *Options) motcua.Faults {
	reading := strict.Decode(data, v, 1)
	if options == nil || !options.Lenient {
		return reading.Faults
	}
	faults := reading.Faults
	for _, f := range faults {
		if f.Code == strict.CodeUnknown {
			f.Severity = motcua.SeverityWarning
			f.Cause = errors.Join(f.Cause, errLeftOut)
		}
	}
	for _, f := range reading.Shadows {
		if p.requires(f.Pointer) {
			faults = append(faults, f)
		}
	}
	reading.Locate(faults)
	faults.Sort()
	return faults
}

var errLeftOut = errors.New("left out")
