package workday

import (
	"fmt"
	"strings"
	"time"

	"github.com/motcua/motcua"
)

// Step is one step of an explanation: which rule was applied, on what ground, to
// what, with what result. Text says it to a citizen.
type Step struct {
	Rule   string        `json:"rule"`            // id of the row, such as "workingDays"
	Source motcua.Source `json:"source,omitzero"` // its ground, where there is one
	Inputs []Input       `json:"inputs"`          // what the rule was applied to, in order
	Result string        `json:"result"`          // instant (RFC 3339), day or duration
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
		t.step("roll", rolled, text("%s là ngày nghỉ hoặc ngoài giờ: chuyển sang %s", "%s is off or out of hours: moved to %s", t.at(m), t.at(rolled)), "from", t.instant(m))
		m = rolled
	}
	if r.less.last > 0 {
		if m2, ok := r.reduce(m); ok {
			t.step("lane", m2, text("rút ngắn: %s thành %s", "shortened: %s becomes %s", t.at(m), t.at(m2)), "from", t.instant(m))
			m = m2
		}
	}
	if r.toDayEnd() {
		end := moment{m.day + 1, 0}
		t.step("dayEnd", end, text("thời hạn kết thúc lúc 24 giờ ngày %s", "the time ends at 24:00 on %s", t.day(m), t.day(m)), "day", r.date(m).String())
	}
	return t.steps
}

// tracer writes the steps of a run.
type tracer struct {
	run   *Run
	steps []Step
}

func (r *Run) date(m moment) motcua.Date { return r.office.calendar.date(m.day) }

// begin explains where counting starts.
func (t *tracer) begin() moment {
	r := t.run
	if r.start != r.received {
		moved, ok := r.office.next(r.received)
		rule := "start"
		words := text("nhận lúc %s, ngoài giờ làm việc: tính từ %s", "received %s, out of office hours: counted from %s", t.at(r.received), t.at(r.start))
		if ok && moved == r.received {
			rule = "cutOff"
			words = text("nhận lúc %s, sau giờ chốt: tính từ %s", "received %s, after the cut-off: counted from %s", t.at(r.received), t.at(r.start))
		}
		t.special(r.received, r.start)
		t.step(rule, r.start, words, "received", t.instant(r.received))
	}
	if r.cut {
		t.step("cutOff", r.start, text("nhận lúc %s, sau giờ chốt: trả vào ngày làm việc kế tiếp", "received %s, after the cut-off: due on the next working day", t.at(r.received), nil), "received", t.instant(r.received))
	}
	return r.start
}

// term explains a term and the special days that lie on its way.
func (t *tracer) term(u Unit, from, to moment) {
	amount := t.amount(u)
	if u == WorkingDays || u == OfficeTime {
		t.special(from, to)
	}
	words := text("%s kể từ %s: đến %s", "%s from %s: until %s", [2]string{amount.Vi, amount.En}, t.at(from), t.at(to))
	if u == WithinDay {
		words = text("trả trong ngày: đến %s", "within the day: until %s", t.at(to))
	}
	rule := u.String()
	if u == WorkingDays && t.run.budget.working == 0 {
		rule = "fraction"
	}
	t.step(rule, to, words, "from", t.instant(from), "amount", amount.En)
}

// amount is the term of a unit in words.
func (t *tracer) amount(u Unit) motcua.Text {
	b := t.run.budget
	switch u {
	case Months:
		return count(int(b.months), unitNames[u])
	case CalendarDays:
		return count(int(b.days), unitNames[u])
	case OfficeTime:
		return motcua.Text{Vi: lengthVi(b.office) + " làm việc", En: lengthEn(b.office) + " of office time"}
	case ClockTime:
		return motcua.Text{Vi: lengthVi(b.clock), En: lengthEn(b.clock)}
	case WithinDay:
		return unitNames[u]
	}
	words := count(int(b.working), unitNames[u])
	if rest := (motcua.Text{Vi: lengthVi(b.fraction) + " làm việc", En: lengthEn(b.fraction) + " of office time"}); b.fraction > 0 && b.working == 0 {
		words = rest
	} else if b.fraction > 0 {
		words = motcua.Text{Vi: words.Vi + " và " + rest.Vi, En: words.En + " and " + rest.En}
	}
	return words
}

func count(n int, unit motcua.Text) motcua.Text {
	plural := "s"
	if n == 1 {
		plural = ""
	}
	return motcua.Text{Vi: fmt.Sprintf("%d %s", n, unit.Vi), En: fmt.Sprintf("%d %s%s", n, unit.En, plural)}
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
	for d := range c.Days(motcua.Validity{From: c.date(from.day), To: c.date(to.day) + 1}) {
		switch {
		case d.Plain() || d.Weekend() && !d.Work:
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
	words := text("cộng %s tạm dừng: đến %s", "plus %s of pauses: until %s", [2]string{lengthVi(d) + " " + kind[0], lengthEn(d) + " " + kind[1]}, t.at(to))
	t.step("pause", to, words, "from", t.instant(from), "time", d.String())
}

// pauses explains what moves a date that somebody promised.
func (t *tracer) pauses(m moment) []Step {
	if to, ok := t.run.spend(t.run.budget.last, m); ok {
		t.paused(t.run.budget.last, m, to)
		if rolled, ok := t.run.roll(to, t.run.budget.last); ok && rolled != to {
			t.step("roll", rolled, text("%s là ngày nghỉ hoặc ngoài giờ: chuyển sang %s", "%s is off or out of hours: moved to %s", t.at(to), t.at(rolled)), "from", t.instant(to))
		}
	}
	return t.steps
}

// step adds a step; names and values of its inputs follow one another.
func (t *tracer) step(rule string, result moment, words motcua.Text, inputs ...string) {
	s := Step{Rule: rule, Source: t.run.profile.source(rule), Inputs: []Input{}, Result: t.instant(result), Text: words}
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

func (t *tracer) day(m moment) [2]string {
	return [2]string{dayVi(t.run.date(m)), dayEn(t.run.date(m))}
}

// text fills two sentences; an argument of two strings is one for each.
func text(vi, en string, args ...any) motcua.Text {
	var v, e []any
	for _, a := range args {
		if pair, ok := a.([2]string); ok {
			v, e = append(v, pair[0]), append(e, pair[1])
		}
	}
	return motcua.Text{Vi: sentence(fmt.Sprintf(vi, v...)), En: sentence(fmt.Sprintf(en, e...))}
}

// InWords writes an instant for people, in Vietnamese time: "16:30 thứ Sáu
// 13/02/2026", "Friday 13 February 2026, 16:30".
func InWords(t time.Time) motcua.Text {
	t = t.In(motcua.Vietnam())
	clock := t.Format("15:04")
	if t.Second() > 0 || t.Nanosecond() > 0 {
		clock = t.Format("15:04:05.999999999")
	}
	d := motcua.DateOf(t)
	return motcua.Text{Vi: clock + " " + dayVi(d), En: dayEn(d) + ", " + clock}
}

// lengthEn writes a time for people: "3 h 30 min".
func lengthEn(d time.Duration) string { return length(d, "h", "min", "s") }

func lengthVi(d time.Duration) string { return length(d, "giờ", "phút", "giây") }

func length(d time.Duration, names ...string) string {
	var parts []string
	for i, unit := range []time.Duration{time.Hour, time.Minute, time.Second} {
		if n := d / unit; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, names[i]))
		}
		d %= unit
	}
	if len(parts) == 0 {
		return "0 " + names[1]
	}
	return strings.Join(parts, " ")
}
