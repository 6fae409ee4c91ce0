package main

import (
	"fmt"
	"io"
	"regexp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring/facts"
)

// gatherFacts reads one file of lines of facts and returns its units.
func (s *session) gatherFacts(g *gathered, name string, kind factKind, strict bool) ([]facts.Unit, error) {
	in, err := s.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var units []facts.Unit
	lines, found := 0, false
	faults, err := facts.ReadLines(in, func(l *facts.Line) error {
		if l.Unit != nil {
			units = append(units, *l.Unit)
		}
		lines++
		refused := g.register.Take(l)
		s.report(name, refused)
		found = found || refused.Err() == nil && kind.of(l)
		return nil
	})
	s.reportSome(name, faults, flagsShown)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if strict && faults.Err() != nil {
		return nil, errReported
	}
	if found || lines == 0 && len(faults) == 0 {
		g.answers[kind] = true
	}
	return units, nil
}

// gatherMessages reads one file of messages.
func (s *session) gatherMessages(g *gathered, name string, f *factFiles) error {
	in, err := s.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	head := &opening{r: in}
	var faults motcua.Faults
	quality, err := npsp.Stream(head, &npsp.Options{Lenient: f.lenient, Strict: f.strict, MaxFaults: mostShown}, func(b *npsp.Batch) error {
		faults = append(faults, b.Faults...)
		for i := range b.Briefs {
			g.register.Message(&b.Briefs[i])
		}
		return nil
	})
	g.quality.Add(quality)
	s.reportSome(name, faults, 0)
	s.tellRefused(name, &quality)
	s.hint(name, head, &quality)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if quality.Total.Messages > 0 || quality.Total.Refused == 0 {
		g.answers[messageKind] = true
	}
	return nil
}

// tellRefused says how many lines of a file were refused, if any.
func (s *session) tellRefused(name string, quality *npsp.Quality) {
	if refused := quality.Total.Refused; refused > 0 {
		s.failed = true
		s.complain("%s: %d of %d lines were refused; motcua npsp check %s tells more", name, refused, quality.Lines, name)
	}
}

// opening keeps the first bytes of what is read.
type opening struct {
	r    io.Reader
	text []byte
}

// openingLength is how many bytes an opening keeps.
const openingLength = 256

func (o *opening) Read(b []byte) (int, error) {
	n, err := o.r.Read(b)
	if room := openingLength - len(o.text); room > 0 {
		o.text = append(o.text, b[:min(n, room)]...)
	}
	return n, err
}

// envelope is how the body of a call to the portal begins.
var envelope = regexp.MustCompile(`^\x{FEFF}?\s*\{\s*"(?:session|service|data)"\s*:`)

// hint says what to do with an input that is the body of a call, from which no
// message was read.
func (s *session) hint(name string, head *opening, quality *npsp.Quality) {
	if quality.Total.Messages == 0 && quality.Total.Refused > 0 && envelope.Match(head.text) {
		s.complain("%s: %s", name, s.text(motcua.Text{
			En: "this looks like the envelope of a call; messages are read one to a line, without it: write each element of its data on a line of its own",
			Vi: "có vẻ là phần bao của một lời gọi; mỗi dòng là một thông điệp, không có phần bao: hãy ghi mỗi phần tử của data trên một dòng",
		}))
	}
}

// mostShown is how many faults of one file are written out, and flagsShown how many
// warnings of each code.
const (
	mostShown  = 20
	flagsShown = 3
)

// reportSome reports the first faults of a file that may have many, and the first of
// each code; of warnings so many of each code. None of them is asked for of messages,
// whose warnings are left to the check of the file.
func (s *session) reportSome(name string, faults motcua.Faults, flags int) {
	shown, flagged, more, moreFlags := 0, map[string]int{}, 0, 0
	seen := map[string]bool{}
	for i, f := range faults {
		if f.Severity == motcua.SeverityWarning {
			if flagged[f.Code]++; flagged[f.Code] <= flags {
				s.report(name, faults[i:i+1])
			} else if flags > 0 {
				moreFlags++
			}
			continue
		}
		if shown >= mostShown && seen[f.Code] {
			more++
			continue
		}
		seen[f.Code] = true
		shown++
		s.report(name, faults[i:i+1])
	}
	if more > 0 {
		s.complain("%s: %d more faults", name, more)
	}
	if moreFlags > 0 {
		s.complain("%s: %d more warnings", name, moreFlags)
	}
}
