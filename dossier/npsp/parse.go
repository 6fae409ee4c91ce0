package npsp

import (
	"log/slog"
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// Message is one message: the field of its kind is set.
type Message struct {
	Kind     Kind      // zero where it could not be told
	Dossier  *Dossier  // of KindDossier
	Progress *Progress // of KindProgress
}

// LogValue is what slog writes: that of the field that is set.
func (m Message) LogValue() slog.Value {
	switch {
	case m.Dossier != nil:
		return m.Dossier.LogValue()
	case m.Progress != nil:
		return m.Progress.LogValue()
	}
	return slog.Value{}
}

// Parse reads a message of either kind. It is a dossier when it holds any member
// that only a dossier has, else a step of progress when it holds any that only a
// step has, else it is refused. Beside that it does what [ParseDossier] and
// [ParseProgress] do.
func Parse(data []byte, o *Options) (Message, motcua.Faults) {
	var d Dossier
	reading := strict.Decode(data, &d, 1)
	has := func(name string) bool { return reading.Has("/" + name) }
	switch {
	case slices.ContainsFunc(dossierNames.names[1:], has):
		return Message{Kind: KindDossier, Dossier: &d}, judge(data, reading, o, func(c *checker) { c.dossier(&d) })
	case slices.ContainsFunc(progressNames.names[1:], has):
		p, faults := ParseProgress(data, o)
		return Message{Kind: KindProgress, Progress: &p}, faults
	}
	faults := slices.DeleteFunc(reading.Faults, func(f *motcua.Fault) bool { return strings.HasPrefix(f.Code, "DOC-MEMBER-") })
	if len(faults) == 0 {
		faults.Add(codeKind, "", motcua.Text{
			Vi: "không phải hồ sơ, cũng không phải tiến trình", En: "neither a dossier nor a step of progress",
		}, nil).Line = 1
	}
	return Message{}, faults
}

// ParseDossier reads the JSON object of a dossier and reports everything that is
// wrong with it, sorted. After an error it cannot be used; after a warning it can,
// and somebody should look. The package comment says which is which.
func ParseDossier(data []byte, o *Options) (Dossier, motcua.Faults) {
	var d Dossier
	reading := strict.Decode(data, &d, 1)
	return d, judge(data, reading, o, func(c *checker) { c.dossier(&d) })
}

// ParseProgress reads the JSON object of a step of progress as [ParseDossier] reads
// that of a dossier.
func ParseProgress(data []byte, o *Options) (Progress, motcua.Faults) {
	var p Progress
	reading := strict.Decode(data, &p, 1)
	return p, judge(data, reading, o, func(c *checker) { c.progress(&p) })
}

// judge adds what check finds to what reading found, but not where nothing could
// be read: a fault is told once.
func judge(data []byte, reading *strict.Reading, o *Options, check func(*checker)) motcua.Faults {
	faults, syntax := reading.Faults, false
	for _, f := range faults {
		syntax = syntax || strings.HasPrefix(f.Code, "DOC-SYNTAX-")
		if o != nil && o.Lenient && f.Code == strict.CodeUnknown {
			f.Severity = motcua.SeverityWarning
		}
	}
	if syntax {
		return faults
	}
	faults = slices.DeleteFunc(faults, nullList)
	var c checker
	check(&c)
	reading.Locate(c.faults)
	broken := slices.Clone(faults)
	for _, f := range c.faults {
		if !beside(broken, f.Pointer) {
			faults = append(faults, f)
		}
	}
	faults.Sort()
	return faults
}

// nullList knows the fault of a list that is null, which is read as an empty one,
// as scalars are.
func nullList(f *motcua.Fault) bool {
	return f.Code == strict.CodeType && f.Message.En == "want an array, not null"
}

// beside reports whether a place, or one around or below it, could not be read.
func beside(broken motcua.Faults, pointer string) bool {
	return slices.ContainsFunc(broken, func(f *motcua.Fault) bool {
		return f.Severity != motcua.SeverityWarning && (within(f.Pointer, pointer) || within(pointer, f.Pointer))
	})
}

// within reports whether one pointer is the other or leads through it.
func within(pointer, around string) bool {
	rest, ok := strings.CutPrefix(pointer, around)
	return ok && (rest == "" || rest[0] == '/')
}

// at is the pointer of an element of a list.
func at(list string, i int) string { return list + "/" + strconv.Itoa(i) }
