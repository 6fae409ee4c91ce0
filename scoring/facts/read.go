package facts

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// MaxLine is the longest line of facts, in bytes.
const MaxLine = 1 << 20

// Line is one line of facts: exactly one of its members is set.
type Line struct {
	// Number is the line of the input, from 1.
	Number int

	Unit      *Unit      // the one that is set
	Procedure *Procedure // see Unit
	Decision  *Decision  // see Unit
	Petition  *Petition  // see Unit
	Rating    *Rating    // see Unit
	Handling  *Handling  // see Unit
	Report    *Report    // see Unit
	Coverage  *Coverage  // see Unit

	nulls []string // members that stand there as null: asked about and not known
}

// ReadLines reads lines of facts of any kinds, in JSON Lines, and gives each to the
// function, which may keep it. A line with a fault is left out and reported with
// its number, and the rest goes on; of many faults the first thousands are kept, and
// one that counts the others.
// The error is that of reading or of the function.
func ReadLines(r io.Reader, each func(*Line) error) (motcua.Faults, error) {
	var faults motcua.Faults
	more := 0
	buffered := bufio.NewReaderSize(r, 64<<10)
	for number := 1; ; number++ {
		text, err := nextLine(buffered, &faults, number)
		if text = bytes.TrimSpace(text); len(text) > 0 {
			line, found := ParseLine(text)
			line.Number = number
			for _, f := range found {
				f.Line = number
			}
			if len(faults) < mostFaults {
				faults = append(faults, found...)
			} else {
				more += len(found)
			}
			if found.Err() == nil {
				if err := each(&line); err != nil {
					return faults, err
				}
			}
		}
		if err != nil && more > 0 {
			fault(&faults, codeInput, "", "còn %d lỗi khác", "%d more faults", more).Line = number
		}
		switch {
		case errors.Is(err, io.EOF):
			return faults, nil
		case err != nil:
			fault(&faults, codeInput, "", "không đọc tiếp được: %v", "cannot read on: %v", err).Line = number
			return faults, err
		}
	}
}

// mostFaults bounds the memory that faults take.
const mostFaults = 10000

// nextLine returns the next line without its end; one that is too long is a fault
// and comes back empty.
func nextLine(r *bufio.Reader, faults *motcua.Faults, number int) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if long = long || len(line)+len(part) > MaxLine; !long {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long {
			fault(faults, codeInput, "", "dòng dài hơn %d byte", "a line of more than %d bytes", MaxLine).Line = number
			return nil, err
		}
		return line, err
	}
}

// ParseLine reads one line of facts of any kind: all faults at once.
func ParseLine(data []byte) (Line, motcua.Faults) {
	if line, ok := quick(data); ok {
		return line, nil
	}
	return parseLine(data)
}

// parseLine reads any line, however it is written and whatever is wrong with it.
func parseLine(data []byte) (Line, motcua.Faults) {
	var head struct {
		Fact string `json:"fact"`
	}
	strict.Decode(data, &head, 1)
	kind, err := lineKinds.Parse([]byte(head.Fact))
	if err != nil {
		return Line{}, noKind(data, err)
	}
	return parseKind(data, kind)
}

// noKind says what is wrong with a line whose kind cannot be told.
func noKind(data []byte, err error) motcua.Faults {
	faults := strict.Decode(data, new(map[string]any), 1).Faults
	faults = slices.DeleteFunc(faults, func(f *motcua.Fault) bool { return !strings.HasPrefix(f.Code, "DOC-SYNTAX") })
	if len(faults) == 0 {
		faults.Add(codeKind, "/fact", motcua.Text{Vi: "không rõ loại dòng", En: "not a kind of line"}, err)
	}
	return faults
}

func parseKind(data []byte, kind LineKind) (Line, motcua.Faults) {
	line, target := newLine(kind)
	reading := strict.Decode(data, target, 1)
	for _, name := range line.flagNames() {
		if reading.Has("/"+name) && !line.states(name) {
			line.nulls = append(line.nulls, name)
		}
	}
	faults := reading.Faults
	found := line.Check()
	reading.Locate(found)
	broken := append(slices.Clone(reading.Faults), reading.Shadows...)
	for _, f := range found {
		if !broken.Under(f.Pointer) {
			faults = append(faults, f)
		}
	}
	faults.Sort()
	return line, faults
}

// flag is a member of a line that can be true, false, null or absent, with the
// column it states.
type flag struct {
	name, table, column string
	value               *bool
}

// flags are the flags of a line.
func (l *Line) flags() []flag {
	switch {
	case l.Unit != nil:
		return []flag{{"certifiesCopies", "commune", "certifiesCopies", l.Unit.CertifiesCopies}}
	case l.Procedure != nil:
		p := l.Procedure
		return []flag{
			{"public", "procedure", "public", p.Public}, {"complete", "procedure", "complete", p.Complete},
			{"authority", "procedure", "authority", p.Authority}, {"online", "procedure", "online", p.Online},
			{"service", "procedure", "service", p.Service}, {"feeBearing", "procedure", "feeBearing", p.FeeBearing},
			{"feeAfterReductions", "procedure", "feeAfterReductions", p.FeeAfterReductions},
			{"paymentIntegrated", "procedure", "paymentIntegrated", p.PaymentIntegrated},
			{"populationNeeded", "procedure", "populationNeeded", p.PopulationNeeded},
			{"populationConnected", "procedure", "populationConnected", p.PopulationConnected},
			{"resultIsDocument", "dossier", "resultIsDocument", p.ResultIsDocument},
		}
	case l.Handling != nil:
		return []flag{{"stored", "dossier", "stored", l.Handling.Stored}, {"assisted", "dossier", "assisted", l.Handling.Assisted}}
	}
	return nil
}

func (l *Line) flagNames() []string {
	var names []string
	for _, f := range l.flags() {
		names = append(names, f.name)
	}
	return names
}

// states reports whether a flag is true or false.
func (l *Line) states(name string) bool {
	return slices.ContainsFunc(l.flags(), func(f flag) bool { return f.name == name && f.value != nil })
}

func itoa(i int) string { return strconv.Itoa(i) }
