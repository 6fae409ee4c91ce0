package scoring

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/motcua/motcua"
)

// Rules writes the rule book of the definition in Markdown: for each leaf its
// population, anchor and cut, its scale, what zero and null are worth, what it
// is at each level, and on whose word.
func (x *Index) Rules() string {
	var b strings.Builder
	d := x.def
	fmt.Fprintf(&b, "## %s, %s\n\n%s (%s).\n", d.ID, d.Version, d.Title.En, d.Title.Vi)
	fmt.Fprintf(&b, "In force %s. Points have %d decimals, rounded half-up at the stage %q; means are taken at the stage %q.\n",
		d.Validity, d.Decimals, d.Round, cmp.Or(d.Mean, StageTotal))
	b.WriteString("\n| leaf | max | population | anchor | cut | scale | zero | unknown | level | pool | sources |\n|---|---|---|---|---|---|---|---|---|---|---|\n")
	for i := range x.leaves {
		n := x.leaves[i].def
		row := []string{
			n.ID + " " + n.Title.En, n.Max.String(), x.population(n), x.timing(n, anchorText), x.timing(n, cutText),
			scaleText(n) + x.cited(n.Scale.Sources), x.zeroText(n.Zero), x.unknownText(n.Unknown), x.levelText(n.Levels), poolText(n.Pool),
			strings.Join(x.keys(n), ", "),
		}
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
	}
	if len(d.Bands) > 0 {
		var bands []string
		for _, band := range d.Bands {
			bands = append(bands, fmt.Sprintf("%s (%s) ≥ %s", band.Title.En, band.Title.Vi, band.From))
		}
		fmt.Fprintf(&b, "\nBands: %s; source %s.\n", strings.Join(bands, ", "), x.sourceKeys(d.Bands[0].Sources))
	}
	for _, v := range d.Views {
		var groups []string
		for _, g := range v.Groups {
			text := fmt.Sprintf("%s %s = %s", g.ID, g.Max, strings.Join(g.Of, " + "))
			if g.Ratio == RatioMean {
				text += " (ratio: mean of theirs)"
			}
			groups = append(groups, text)
		}
		fmt.Fprintf(&b, "\nView %s (%s): %s.\n", v.ID, v.Title.En, strings.Join(groups, "; "))
	}
	b.WriteString("\nSources:\n\n")
	for _, s := range d.Sources {
		fmt.Fprintf(&b, "- %s: %s\n", x.sourceKeys([]string{s.Key}), sourceText(s.Source))
	}
	return b.String()
}

func sourceText(s motcua.Source) string {
	text := s.String()
	if !s.Note.IsZero() {
		text += "; " + s.Note.En
	}
	if !s.Read.IsZero() {
		text += "; read " + s.Read.String()
	}
	return text
}

// sourceKeys writes keys, those of our own choices in bold.
func (x *Index) sourceKeys(keys []string) string {
	out := slices.Clone(keys)
	for i, key := range out {
		for _, s := range x.def.Sources {
			if s.Key == key && s.Basis == motcua.BasisOurs {
				out[i] = "**ours**"
			}
		}
	}
	return strings.Join(out, ", ")
}

// cited writes the sources of one rule behind it.
func (x *Index) cited(keys []string) string {
	if len(keys) == 0 {
		return ""
	}
	return " [" + x.sourceKeys(keys) + "]"
}

// keys are the sources of a leaf and of its measures, each once.
func (x *Index) keys(n *Node) []string {
	all := slices.Clone(n.Sources)
	for _, id := range []string{n.Num, n.Den} {
		if m := x.measure(id); m != nil {
			all = append(all, m.Sources...)
		}
	}
	var out []string
	for _, key := range all {
		if text := x.sourceKeys([]string{key}); !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

func (x *Index) measure(id string) *Measure {
	for i := range x.def.Measures {
		if x.def.Measures[i].ID == id {
			return &x.def.Measures[i]
		}
	}
	return nil
}

func (x *Index) population(n *Node) string {
	num, den := x.measure(n.Num), x.measure(n.Den)
	if num == nil || den == nil {
		return "given"
	}
	return num.Title.En + " / " + den.Title.En + " (" + n.Relation.String() + ")"
}

// timing says something of numerator and denominator, once if it is the same.
func (x *Index) timing(n *Node, say func(*Measure) string) string {
	var out []string
	for _, id := range []string{n.Num, n.Den} {
		if m := x.measure(id); m != nil && !slices.Contains(out, say(m)) {
			out = append(out, say(m))
		}
	}
	return strings.Join(out, " / ")
}

// anchorText says which rows a measure looks at.
func anchorText(m *Measure) string {
	text := m.Table + "." + m.Anchor
	if m.Scope == ScopeCut {
		text = m.Table
	}
	if m.Count == CountDistinct {
		text += ", distinct " + m.Column
	}
	return text
}

// cutText says when a row counts.
func cutText(m *Measure) string {
	switch m.Scope {
	case ScopeCut:
		return "as in force at the cut"
	case ScopeActive:
		return "before the cut, not ended before the period"
	}
	return "in the period, as known at the cut"
}

func scaleText(n *Node) string {
	s := n.Scale
	var text string
	switch s.Kind {
	case ScaleFullAt:
		text = "full at " + s.At.String()
	case ScaleGoalposts:
		text = fmt.Sprintf("goalposts %s to %s", s.From, s.To)
		if s.Clamp {
			text += ", clamped"
		}
	case ScaleSteps, ScaleTable:
		var rows []string
		for _, row := range s.Rows {
			rows = append(rows, strings.TrimSpace(fmt.Sprintf("%s → %s %s", row.Value, row.Points, row.Title.En)))
		}
		text = s.Kind.String() + ": " + strings.Join(rows, ", ")
	default:
		text = s.Kind.String()
	}
	if n.Factor != "" {
		text += ", times the ratio of " + n.Factor
	}
	return text
}

func (x *Index) zeroText(z *ZeroRule) string {
	if z == nil {
		return ""
	}
	text := z.Rule.String()
	switch z.Rule {
	case ZeroFallback:
		var parts []string
		for _, d := range z.Divide {
			parts = append(parts, fmt.Sprintf("%s ÷ %d", d.Period, d.By))
		}
		text = fmt.Sprintf("last year's count (%s), else %s", strings.Join(parts, ", "), z.Then)
	case ZeroRedistribute:
		text = "maximum shared by " + strings.Join(z.To, ", ")
	}
	return text + x.cited(z.Sources)
}

func (x *Index) unknownText(u *UnknownRule) string {
	if u == nil {
		return ""
	}
	return u.Rule.String() + x.cited(u.Sources)
}

func (x *Index) levelText(rules []LevelRule) string {
	var parts []string
	for _, l := range rules {
		parts = append(parts, l.Level+" "+l.Rule.String()+x.cited(l.Sources))
	}
	return strings.Join(parts, ", ")
}

func poolText(p PoolKind) string {
	if p == 0 {
		return ""
	}
	return p.String()
}
