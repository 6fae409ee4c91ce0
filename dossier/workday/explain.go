package workday

import (
	"fmt"
	"time"

	"github.com/motcua/motcua"
)

// Step is one step of an explanation: which rule was applied, on what ground, to
// what, with what result. Text says it to a citizen.
type Step struct {
	Rule   string        `json:"rule"`            // id of the row, such as "workingDays"
	Source motcua.Source `json:"source,omitzero"` // its ground, where there is one
	Inputs []Input       `json:"inputs"`          // what the rule was applied to, in order
	Result string        `json:"result"`          // instant (RFC 3339), day, duration or word
	Text   motcua.Text   `json:"text"`            // for a citizen
}

// Input is one thing a rule was applied to.
type Input struct {
	Name  string `json:"name"`  // "from", "amount"
	Value string `json:"value"` // instant (RFC 3339), day, duration or word
}

// Explain returns the way from what was received to the due date, a step for
// every rule that had a part in it, and one for every special day on the way. Past
// the calendar's horizon it ends where the calendar does.
func (r *Run) Explain() []Step {
	t := &tracer{run: r}
	if r.promised {
		return t.pauses(r.start)
	}
	m := t.begin()
	for u := Months; u <= r.budget.last; u++ {
		if r.budget.has[u] {
			next, ok := r.term(u, m)
			if !ok {
				return t.steps
			}
			t.term(u, m, next)
			if m, ok = r.spend(u, m); !ok {
				return t.steps
			}
			t.paused(u, next, m)
		}
	}
	if rolled, ok := r.roll(m, r.budget.last); ok && rolled != m {
		t.rolled(m, rolled)
		m = rolled
	}
	if r.less.last > 0 {
		shorter, ok := r.reduce(m)
		if !ok || !r.start.before(shorter) {
			return t.steps // no time is left
		}
		t.step("lane", shorter, text("rút ngắn: %s thành %s", "shortened: %s becomes %s", t.at(m), t.at(shorter)), "from", t.instant(m))
		m = shorter
	}
	if r.toDayEnd() {
		end := moment{m.day + 1, 0}
		t.step("dayEnd", end, text("thời hạn kết thúc lúc 24 giờ ngày %s", "the time ends at 24:00 on %s", t.day(m)), "day", r.date(m).String())
	}
	return t.steps
}

// tracer writes the steps of a run.
type tracer struct {
	run   *Run
	steps []Step
	told  int // days before this one have been told of
}

// rolled explains a roll and the days it skips.
func (t *tracer) rolled(from, to moment) {
	t.special(from, to)
	rule := "roll"
	if t.run.office.calendar.cells[from.day].work {
		rule = "rollHours"
	}
	t.step(rule, to, text("%s là ngày nghỉ hoặc ngoài giờ: chuyển sang %s", "%s is off or out of hours: moved to %s", t.at(from), t.at(to)), "from", t.instant(from))
}

func (r *Run) date(m moment) motcua.Date { return r.office.calendar.date(m.day) }

// begin explains where counting starts.
func (t *tracer) begin() moment {
	r := t.run
	if r.start != r.received {
		moved, ok := r.office.next(r.received)
		rule := "start"
		words := text("%s là ngoài giờ làm việc: tính từ %s", "%s is out of office hours: counted from %s", t.at(r.received), t.at(r.start))
		if ok && moved == r.received {
			rule = "cutOff"
			words = text("%s là sau giờ chốt: tính từ %s", "%s is after the cut-off: counted from %s", t.at(r.received), t.at(r.start))
		}
		t.special(r.received, r.start)
		t.step(rule, r.start, words, "received", t.instant(r.received))
	}
	if r.cut {
		t.step("cutOff", r.start, text("%s là sau giờ chốt: trả vào ngày làm việc kế tiếp", "%s is after the cut-off: due on the next working day", t.at(r.received)), "received", t.instant(r.received))
	}
	if r.lane != nil && r.less.last == 0 {
		terms := Limit{Terms: r.lane.ReduceTo}.Text()
		t.step("lane", r.start, text("luồng nhanh: %s", "the fast lane: %s", [2]string{terms.Vi, terms.En}), "from", t.instant(r.start))
	}
	return r.start
}

// term explains a term: a fraction of a working day by itself.
func (t *tracer) term(u Unit, from, to moment) {
	b := t.run.budget
	if u != WorkingDays || b.fraction == 0 {
		t.counted(u.String(), u, t.amount(u), from, to)
		return
	}
	if b.working > 0 {
		whole := from
		whole.day, _ = t.run.office.calendar.step(from.day, int(b.working)) // it was counted before
		t.counted(u.String(), u, t.amount(u), from, whole)
		from = whole
	}
	t.counted("fraction", u, officeTime(b.fraction), from, to)
}

// counted explains so much of one unit, and the special days that lie on its way.
func (t *tracer) counted(rule string, u Unit, amount motcua.Text, from, to moment) {
	if u == WithinDay && from == to {
		return // the day is counted to its end
	}
	if !u.wall() {
		t.special(from, to)
	}
	words := text("%s kể từ %s: đến %s", "%s from %s: until %s", [2]string{amount.Vi, amount.En}, t.at(from), t.end(to))
	if u == WithinDay {
		words = text("trả trong ngày: đến %s", "within the day: until %s", t.end(to))
	}
	t.step(rule, to, words, "from", t.instant(from), "amount", amount.En)
}

// amount is the term of a unit in words, without the fraction.
func (t *tracer) amount(u Unit) motcua.Text {
	b := t.run.budget
	switch u {
	case Months:
		return count(int(b.months), unitNames[u])
	case CalendarDays:
		return count(int(b.days), unitNames[u])
	case WorkingDays:
		return count(int(b.working), unitNames[u])
	case OfficeTime:
		return officeTime(b.office)
	case ClockTime:
		return motcua.Text{Vi: lengthVi(b.clock), En: lengthEn(b.clock)}
	}
	return unitNames[u]
}

// special explains the days between two moments that are not what the week makes
// them: days off, days in lieu, days swapped. Days in a row with one title are one
// step.
func (t *tracer) special(from, to moment) {
	c := t.run.office.calendar
	var first, last Day
	flush := func() {
		if !first.Date.IsZero() {
			t.steps = append(t.steps, dayStep(first, last))
		}
		first = Day{}
	}
	begin := max(from.day, t.told)
	t.told = max(t.told, to.day+1)
	for d := range c.Days(motcua.Validity{From: c.date(begin), To: c.date(to.day) + 1}) {
		switch {
		case d.Plain():
		case !first.Date.IsZero() && d.Title == first.Title && d.Work == first.Work && d.Date == last.Date+1:
			last = d
		default:
			flush()
			first, last = d, d
		}
	}
	flush()
}

func dayStep(first, last Day) Step {
	rule, result := "dayOff", "off"
	words := [2]string{"Không tính", "Not counted"}
	if first.Work {
		rule, result = "dayWorked", "worked"
		words = [2]string{"Có tính", "Counted"}
	}
	step := Step{Rule: rule, Source: first.Source, Result: result, Inputs: []Input{{"from", first.Date.String()}, {"to", last.Date.String()}}}
	vi, en := dayVi(first.Date), dayEn(first.Date)
	if last.Date != first.Date {
		vi, en = vi+" – "+dayVi(last.Date), en+" – "+dayEn(last.Date)
	}
	if hours := first.Sessions; hours != "" {
		step.Inputs = append(step.Inputs, Input{"sessions", hours})
		first.Title = motcua.Text{Vi: first.Title.Vi + ", " + hours, En: first.Title.En + ", " + hours}
	}
	step.Text = motcua.Text{Vi: fmt.Sprintf("%s: %s (%s)", words[0], vi, first.Title.Vi), En: fmt.Sprintf("%s: %s (%s)", words[1], en, first.Title.En)}
	return step
}

// paused explains what the pauses in a term add.
func (t *tracer) paused(u Unit, from, to moment) {
	d := t.run.extended[u]
	if d == 0 {
		return
	}
	kind := [2]string{"làm việc", "of office time"}
	if u.wall() {
		kind = [2]string{"liên tục", "by the clock"}
	} else {
		t.special(from, to)
	}
	words := text("cộng %s tạm dừng: đến %s", "plus %s of pauses: until %s", [2]string{lengthVi(d) + " " + kind[0], lengthEn(d) + " " + kind[1]}, t.end(to))
	t.step("pause", to, words, "from", t.instant(from), "time", d.String())
}

// pauses explains what moves a date that somebody promised.
func (t *tracer) pauses(m moment) []Step {
	if to, ok := t.run.spend(t.run.budget.last, m); ok {
		t.paused(t.run.budget.last, m, to)
		if rolled, ok := t.run.roll(to, t.run.budget.last); ok && rolled != to {
			t.rolled(to, rolled)
		}
	}
	return t.steps
}

// step adds a step; names and values of its inputs follow one another.
func (t *tracer) step(rule string, result moment, words motcua.Text, inputs ...string) {
	source := t.run.profile.source(rule)
	if rule == "lane" {
		source = t.run.lane.Source
	}
	s := Step{Rule: rule, Source: source, Inputs: []Input{}, Result: t.instant(result), Text: words}
	for i := 0; i+1 < len(inputs); i += 2 {
		s.Inputs = append(s.Inputs, Input{inputs[i], inputs[i+1]})
	}
	t.steps = append(t.steps, s)
}

func (t *tracer) instant(m moment) string {
	return t.run.office.calendar.time(m).Format(time.RFC3339Nano)
}

// at writes a moment in both languages.
func (t *tracer) at(m moment) [2]string {
	words := InWords(t.run.office.calendar.time(m))
	return [2]string{words.Vi, words.En}
}

// end writes a moment as the end of a time.
func (t *tracer) end(m moment) [2]string {
	words := EndInWords(t.run.office.calendar.time(m))
	return [2]string{words.Vi, words.En}
}

func (t *tracer) day(m moment) [2]string {
	return [2]string{dayVi(t.run.date(m)), dayEn(t.run.date(m))}
}
