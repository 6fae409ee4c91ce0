package synth

import (
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// Options say how a world is written; nil stands for seed 0, full scale, plain files
// and no faults.
type Options struct {
	// Seed chooses the world: the same seed writes the same bytes, on any machine.
	Seed uint64
	// Scale is the share of the dossiers to make; nil is all of them. Procedures,
	// petitions and decisions do not scale, and dossiers do not fall below what they
	// need.
	Scale *motcua.Decimal
	// Gzip compresses the files of dossiers, whose names then end in ".gz": for speed,
	// or as well as can be where there are few lines. Other releases of Go may
	// compress the same bytes to others.
	Gzip bool
	// Faults are put in on purpose.
	Faults FaultMix
}

// FaultMix is what goes wrong with messages on their way. None of it changes what
// they count to. Shares are of the dossiers, kept to a millionth.
type FaultMix struct {
	Duplicates  motcua.Decimal // messages that come again
	Corrections motcua.Decimal // dossiers of which an earlier message was wrong
	Late        motcua.Decimal // messages that come weeks after their time
	Malformed   motcua.Decimal // lines beside the others that are no message
	Resent      int            // files that repeat a part of the messages, 0 to 99
}

// shares are the members of a mix that are shares, by name.
func (m *FaultMix) shares() []share {
	return []share{{"duplicates", &m.Duplicates}, {"corrections", &m.Corrections}, {"late", &m.Late}, {"malformed", &m.Malformed}}
}

type share struct {
	name  string
	value *motcua.Decimal
}

const resentName = "resent"

// ParseFaultMix reads a mix as a command line states it, such as
// "duplicates=0.01,corrections=0.02,late=0.01,malformed=0.001,resent=2"; what is not
// named is 0, and "" is no faults. The error is of type [motcua.Faults].
func ParseFaultMix(s string) (FaultMix, error) {
	var m FaultMix
	var faults motcua.Faults
	seen := map[string]bool{}
	for _, part := range strings.Split(s, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		if name == "" && value == "" && s == "" {
			break
		}
		if err := m.set(name, value); err != nil || seen[name] {
			faults.Add(codeMix, motcua.Pointer(name), motcua.Text{Vi: fmt.Sprintf("không đọc được %.40q", part), En: fmt.Sprintf("cannot read %.40q", part)}, err)
		}
		seen[name] = true
	}
	if faults != nil {
		return FaultMix{}, faults
	}
	return m, nil
}

// set sets a member by its name.
func (m *FaultMix) set(name, value string) error {
	if name == resentName {
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 || n > mostResent {
			return fmt.Errorf("want a number from 0 to %d", mostResent)
		}
		m.Resent = n
		return nil
	}
	for _, s := range m.shares() {
		if s.name == name {
			d, err := motcua.ParseDecimal(value)
			if err != nil {
				return err
			}
			*s.value = d
			return s.check()
		}
	}
	return fmt.Errorf("want duplicates, corrections, late, malformed or resent")
}

const (
	mostResent = 99
	million    = 1_000_000
)

// check holds a share to 0 to 1.
func (s *share) check() error {
	if s.value.Sign() < 0 || s.value.Cmp(motcua.MustDecimal("1")) > 0 {
		return fmt.Errorf("%s %v is no share from 0 to 1", s.name, s.value)
	}
	return nil
}

// String writes the mix as ParseFaultMix reads it; "" for no faults.
func (m FaultMix) String() string {
	var parts []string
	for _, s := range m.shares() {
		if !s.value.IsZero() {
			parts = append(parts, s.name+"="+s.value.String())
		}
	}
	if m.Resent != 0 {
		parts = append(parts, resentName+"="+strconv.Itoa(m.Resent))
	}
	return strings.Join(parts, ",")
}

// millionths is a share from 0 to 1 in millionths, rounded half-up.
func millionths(d motcua.Decimal) uint64 {
	r, err := d.Round(6)
	if err != nil {
		return 0 // a share from 0 to 1 has the digits
	}
	m, _ := r.Rescale(6)
	return uint64(m.Coef())
}

// hit is true for a share of all numbers, another part of them for every purpose.
func hit(seed uint64, about, i int, share uint64) bool {
	if share == 0 {
		return false
	}
	d := cast(seed, uint64(about), uint64(i))
	hi, _ := bits.Mul64(d.next(), million)
	return hi < share
}

// check refuses options that mean nothing, and worlds that are too large.
func (w *World) check(o *Options) error {
	var faults motcua.Faults
	for _, s := range o.Faults.shares() {
		if err := s.check(); err != nil {
			faults.Add(codeMix, motcua.Pointer(s.name), motcua.Text{Vi: "không phải phần từ 0 đến 1", En: "not a share from 0 to 1"}, err)
		}
	}
	if o.Faults.Resent < 0 || o.Faults.Resent > mostResent {
		fault(&faults, codeMix, motcua.Pointer(resentName), "%d tệp", "%d files", o.Faults.Resent)
	}
	if o.Scale != nil && (o.Scale.Sign() <= 0 || o.Scale.Cmp(motcua.MustDecimal("1000")) > 0) {
		fault(&faults, codeSize, "/scale", "tỷ lệ %s ngoài khoảng trên 0 đến 1000", "scale %s, want more than 0 and at most 1000", o.Scale)
	}
	if faults == nil {
		total := int64(0)
		for i := range w.units {
			t := w.units[i].scaled(o.Scale)
			if total += t.n[active] + extras(t.n[received]); total > mostDossiers {
				fault(&faults, codeSize, "/scale", "nhiều hơn %d hồ sơ", "more than %d dossiers", mostDossiers)
				break
			}
		}
	}
	return faults.Err()
}

// Generate writes the files of the world and returns its counts at the cut, one line
// for each unit, as they also stand in counts.achieved.jsonl: whoever reads the files
// back must count exactly these. The error is the options' ([motcua.Faults]) or the
// sink's, such as that of a full disk; what was written before it stays.
func (w *World) Generate(o *Options, sink Sink) ([]scoring.CountsLine, error) {
	if o == nil {
		o = new(Options)
	}
	if err := w.check(o); err != nil {
		return nil, err
	}
	g := w.begin(o)
	lines := g.achieved()
	if err := g.write(o, sink, lines); err != nil {
		return nil, err
	}
	return lines, nil
}
