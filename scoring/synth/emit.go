package synth

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/motcua/motcua/scoring"
)

// parcel is one line to be written: when, of which dossier, and what. It sorts by
// time, then dossier, then kind.
type parcel uint64

// The bits of a parcel, from the right: kind and dossier.
const (
	kindBits    = 5
	dossierBits = 31
)

// The kinds of line. A wrong message comes before the right one, a message that comes
// again after it.
const (
	kindWrong  = 0
	kindRight  = 1
	kindStep   = 2 // and one for each step
	kindAgain  = kindStep + mostSteps
	kindGarble = kindAgain + 1 // and one for each way
)

func makeParcel(at moment, i, kind int) parcel {
	return parcel(at)<<(kindBits+dossierBits) | parcel(i)<<kindBits | parcel(kind)
}

func (p parcel) dossier() int { return int(p >> kindBits & (1<<dossierBits - 1)) }
func (p parcel) kind() int    { return int(p & (1<<kindBits - 1)) }

// schedule lists the lines of the file of dossiers in order.
func (w *writer) schedule(m *FaultMix) []parcel {
	list := make([]parcel, 0, len(w.dossiers)+len(w.dossiers)/2)
	duplicates, corrections, late, malformed := millionths(m.Duplicates), millionths(m.Corrections), millionths(m.Late), millionths(m.Malformed)
	var steps []step
	for i := range w.dossiers {
		d := &w.dossiers[i]
		at, sent := w.told(d), w.told(d)
		if hit(w.seed, aboutLate, i, late) {
			sent += moment(30+i%60) * daySeconds
		}
		list = append(list, makeParcel(sent, i, kindRight))
		if hit(w.seed, aboutCorrection, i, corrections) {
			list = append(list, makeParcel(min(d.coded()+30, at), i, kindWrong))
		}
		if hit(w.seed, aboutDuplicate, i, duplicates) {
			list = append(list, makeParcel(sent+moment(i%9)*daySeconds, i, kindAgain))
		}
		if hit(w.seed, aboutMalformed, i, malformed) {
			list = append(list, makeParcel(at, i, kindGarble+i%len(garbles)))
		}
		steps = w.steps(steps[:0], d)
		for k := range steps {
			list = append(list, makeParcel(steps[k].at+30, i, kindStep+k))
		}
	}
	slices.Sort(list)
	return list
}

// line appends the line of a parcel.
func (w *writer) line(b []byte, p parcel) ([]byte, error) {
	i := p.dossier()
	switch k := p.kind(); {
	case k == kindWrong:
		return w.dossier(b, i, true)
	case k == kindRight, k == kindAgain:
		return w.dossier(b, i, false)
	case k >= kindGarble:
		return w.garble(b, i, k-kindGarble)
	default:
		var steps [mostSteps]step
		return w.step(b, i, &w.steps(steps[:0], &w.dossiers[i])[k-kindStep])
	}
}

// Names of files.
const (
	dossiersName = "dossiers.jsonl"
	plantedName  = "faults.planted.jsonl"
	achievedName = "counts.achieved.jsonl"
)

// write writes all files.
func (g *generation) write(o *Options, sink Sink, lines []scoring.CountsLine) error {
	w := &writer{generation: g, known: g.procedures()}
	if err := w.facts(sink, lines); err != nil {
		return err
	}
	if !w.World.messages {
		return nil
	}
	list, end := w.schedule(&o.Faults), ""
	if o.Gzip {
		end = gzipEnd
	}
	planted, err := w.dossierFile(sink, dossiersName+end, list)
	if err != nil {
		return err
	}
	if !o.Faults.Malformed.IsZero() {
		if err := writeLines(sink, plantedName, planted); err != nil {
			return err
		}
	}
	for n := range o.Faults.Resent {
		name := fmt.Sprintf("dossiers.resent-%d.jsonl%s", n+1, end)
		if _, err := w.dossierFile(sink, name, w.resent(list, n)); err != nil {
			return err
		}
	}
	return nil
}

// resent are the right messages, and the steps, of one dossier in ten.
func (w *writer) resent(list []parcel, n int) []parcel {
	var out []parcel
	for _, p := range list {
		if k := p.kind(); k != kindWrong && k < kindAgain && hit(w.seed+uint64(n), aboutResent, p.dossier(), million/10) {
			out = append(out, p)
		}
	}
	return out
}

// dossierFile writes a file of messages and says which of its lines are none.
func (w *writer) dossierFile(sink Sink, name string, list []parcel) (planted [][]byte, err error) {
	f, err := create(sink, name, len(list))
	if err != nil {
		return nil, err
	}
	defer func() { err = f.close(err) }()
	var b []byte
	for _, p := range list {
		if b, err = w.line(b[:0], p); err != nil {
			return nil, err
		}
		if err = f.line(b); err != nil {
			return nil, err
		}
		if k := p.kind(); k >= kindGarble {
			line := append([]byte(`{"file":"`+name+`","line":`), strconv.Itoa(f.lines)...)
			line = append(line, `,"kind":"`+garbles[k-kindGarble].name+`","unit":"`+string(w.units[w.dossiers[p.dossier()].unit].code)+`"}`...)
			planted = append(planted, line)
		}
	}
	return planted, nil
}

// writeLines writes a file of lines.
func writeLines(sink Sink, name string, lines [][]byte) error {
	f, err := create(sink, name, len(lines))
	if err != nil {
		return err
	}
	for _, line := range lines {
		if err = f.line(line); err != nil {
			break
		}
	}
	return f.close(err)
}
