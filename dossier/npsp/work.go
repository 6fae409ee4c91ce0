package npsp

import (
	"bytes"

	"github.com/motcua/motcua"
)

// chunk reads the lines of c.
func (w *worker) chunk(c *chunk) {
	c.batch.Briefs, c.batch.Faults, c.err, c.kept = c.batch.Briefs[:0], nil, nil, budgets{}
	c.quality.reset()
	c.quality.Bytes, c.quality.Lines = c.size, int64(c.lines)
	w.data, w.i, w.own, w.lenient = c.data, 0, c.own[:0], w.Lenient
	var flagged counts
	if c.mark {
		c.quality.Codes[codeMark]++
		c.batch.Faults.Warn(codeMark, "", motcua.Text{Vi: "có dấu thứ tự byte (BOM) ở đầu", En: "a byte order mark at the beginning"}, nil).Line = 1
	}
	for line := c.first; w.i < len(c.data) && c.err == nil; line++ {
		w.line(c, line, &flagged)
	}
	switch {
	case c.long:
		w.long(c, c.first)
	case c.cut:
		w.refused(c, "", one(codeCut, "dòng bị cắt ở cuối dữ liệu", "the end of the input cut the line"), c.first)
	}
	for i, n := range flagged {
		if n > 0 {
			c.quality.Codes[flagCodes[i]] += int64(n)
		}
	}
	c.own = w.own
}

// line reads the line at w.i.
func (w *worker) line(c *chunk, line int, flagged *counts) {
	from, own := w.i, len(w.own)
	b := c.brief()
	if w.message(b) && w.i-from-1 <= w.MaxLine {
		w.texts.give(b, c.data)
		b.Line = line
		c.quality.Fast++
		c.quality.take(w.unit(b.Dossier), b.Kind, w.any)
		if w.any {
			w.flagged(c, c.data[from:w.i-1], line, flagged)
		}
		return
	}
	c.batch.Briefs = c.batch.Briefs[:len(c.batch.Briefs)-1]
	w.own = w.own[:own]
	length := bytes.IndexByte(c.data[from:], '\n')
	w.i = from + length + 1
	text := c.data[from : from+length]
	switch {
	case length > w.MaxLine:
		w.long(c, line)
	case len(bytes.Trim(text, " \t\r")) > 0:
		w.slow(c, text, line)
	}
}

// brief returns the place of the next brief; it keeps what memory it had.
func (c *chunk) brief() *Brief {
	n := len(c.batch.Briefs)
	if n < cap(c.batch.Briefs) {
		c.batch.Briefs = c.batch.Briefs[:n+1]
	} else {
		c.batch.Briefs = append(c.batch.Briefs, Brief{})
	}
	return &c.batch.Briefs[n]
}

// flagged counts the warnings of a message and reads it again in full where some of
// them may be given away with their place.
func (w *worker) flagged(c *chunk, text []byte, line int, flagged *counts) {
	wanted := false
	for i, n := range w.flags {
		before := int64(flagged[i])
		flagged[i] += n
		wanted = wanted || n > 0 && before+w.given[i].Load() < flagsShown
	}
	if !wanted {
		return
	}
	_, faults := Parse(text, &w.Options)
	w.report(c, faults, line)
}

// slow reads a line in full.
func (w *worker) slow(c *chunk, text []byte, line int) {
	c.quality.Slow++
	m, faults := Parse(text, &w.Options)
	var unit motcua.UnitCode
	if m.Kind != 0 {
		unit = w.unit([]byte(m.code()))
	}
	if faults.Err() != nil {
		w.refused(c, unit, faults, line)
		return
	}
	b := c.brief()
	*b = briefOf(m)
	b.Line = line
	c.quality.take(unit, m.Kind, len(faults) > 0)
	w.count(c, faults)
	w.report(c, faults, line)
}

// code returns MaHoSo.
func (m Message) code() Value {
	if m.Kind == KindProgress {
		return m.Progress.MaHoSo
	}
	return m.Dossier.MaHoSo
}

// long refuses a line that is too long.
func (w *worker) long(c *chunk, line int) {
	w.refused(c, "", one(codeLong, "dòng dài hơn %d byte", "the line is longer than %d bytes", w.MaxLine), line)
}

func one(code, vi, en string, args ...any) motcua.Faults {
	var faults motcua.Faults
	faults.Add(code, "", text(vi, en, args...), nil)
	return faults
}

// refused counts a line with errors, whose unit its faults name if it can be read; a
// strict reading ends with it.
func (w *worker) refused(c *chunk, unit motcua.UnitCode, faults motcua.Faults, line int) {
	c.quality.refuse(unit)
	for _, f := range faults {
		if unit != "" {
			f.Message = motcua.Text{Vi: f.Message.Vi + " (đơn vị " + string(unit) + ")", En: f.Message.En + " (unit " + string(unit) + ")"}
		}
	}
	w.count(c, faults)
	if w.Strict {
		for _, f := range faults {
			f.Line = line
		}
		c.err, c.quality.Lines = faults.Err(), int64(line-c.first+1)
		return
	}
	w.report(c, faults, line)
}

func (w *worker) count(c *chunk, faults motcua.Faults) {
	for _, f := range faults {
		c.quality.Codes[f.Code]++
	}
}

// report keeps those of a line's faults that may be given away. Chunks before this
// one may use up more of the budget yet, never less.
func (w *worker) report(c *chunk, faults motcua.Faults, line int) {
	for _, f := range faults {
		f.Line = line
		kind, most := w.budget(f)
		if w.given[kind].Load()+int64(c.kept[kind]) < most {
			c.kept[kind]++
			c.batch.Faults = append(c.batch.Faults, f)
		}
	}
}
