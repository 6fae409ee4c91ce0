package main

import (
	"slices"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

var reportCommand = command{
	name:  "report",
	args:  "--dossiers FILE … [--period PERIOD] [--by unit]",
	short: "print the standard table: received, solved and pending dossiers",
	long: `
Prints the table that offices report (báo cáo tình hình giải quyết hồ sơ): dossiers
received in the period by channel, and carried over from before; solved early (on a
day before the due day), on time and late; pending in time (or waiting for the
applicant) and overdue. Carried over is what was pending the evening before the
period; with what was received it makes what was solved and what is pending, but for
dossiers that were opened again. A dossier without a due time is in the totals alone.

--more adds what no index scores: supplements, components digitised and reused,
dossiers filed elsewhere or with assistance, without any limit, never received. What
no file answers for stays empty.`,
	run: runReport,
}

// reportRow is the figures of one row, by measure without its prefix and by channel.
type reportRow struct {
	code    string
	unit    facts.Unit
	figures map[string]int64
	online  int64 // received, by channel
	person  int64 // see online
	post    int64 // see online
	other   int64 // see online
	carried int64 // pending at the end of the day before the period
}

func runReport(s *session) error {
	var m moments
	var f factFiles
	m.register(s)
	f.register(s)
	byText := s.flags.String("by", "unit", "`WHAT` makes a row: unit, level, province, procedure, field or channel")
	more := s.flags.Bool("more", false, "show the measures beside the table")
	if err := s.parse(0, 0); err != nil {
		return err
	}
	if len(f.dossiers) == 0 {
		return usagef("--dossiers is needed")
	}
	by, err := byOf(*byText)
	if err != nil {
		return err
	}
	w, err := m.resolve(s)
	if err != nil {
		return err
	}
	g, err := s.gather(&f)
	if err != nil {
		return err
	}
	columns := []string{by.Column()}
	if by != facts.ByChannel {
		columns = append(columns, "channel")
	}
	plan, err := counting.Compile(facts.Measures(), columns...)
	if err != nil {
		return err
	}
	tally, err := g.tallied(plan, &m)
	if err != nil {
		return err
	}
	all, err := tally.All(w)
	if err != nil {
		return err
	}
	eve, err := scoring.ParsePeriod(w.Period.Days().From.AddDays(-1).String())
	if err != nil {
		return err
	}
	before, err := tally.All(counting.Window{Period: eve})
	if err != nil {
		return err
	}
	return s.showReport(reportRows(plan, all, before, g.tree, by), *more)
}

// reportRows adds figures up to the rows of the table. Every measure of it counts
// rows or adds numbers up, so that figures of groups add.
// What was pending the evening before is carried over.
func reportRows(plan *counting.Plan, all, before []counting.GroupFigures, tree *facts.Tree, by facts.By) []reportRow {
	rows := map[string]*reportRow{}
	var order []string
	eve := false
	add := func(u facts.Unit, g counting.GroupFigures) {
		r := rows[u.Unit]
		if r == nil {
			r = &reportRow{code: u.Unit, unit: u, figures: map[string]int64{}}
			rows[u.Unit] = r
			order = append(order, u.Unit)
		}
		if eve {
			r.carried += g.Figures[measureAt(plan, "report.pending")].Count
		} else {
			r.add(plan, g)
		}
	}
	for i, g := range append(slices.Clone(all), before...) {
		eve = i >= len(all)
		u, known := tree.Lookup(g.Group[0])
		switch {
		case by == facts.ByUnit && known || by == facts.ByProvince && known:
			for ; known; u, known = tree.Lookup(u.Parent) {
				if by == facts.ByUnit || u.Level == "province" || u.Parent == "" {
					add(u, g)
				}
				if u.Parent == "" {
					break
				}
			}
		case by == facts.ByLevel:
			add(facts.Unit{Unit: orNoUnit(u.Level)}, g)
		default:
			add(facts.Unit{Unit: orNoUnit(g.Group[0])}, g)
		}
	}
	out := make([]reportRow, 0, len(order))
	slices.Sort(order)
	for _, u := range tree.Units() { // those above before those below
		if i := slices.Index(order, u.Unit); i >= 0 && by.Column() == "unit" && by != facts.ByLevel {
			out = append(out, *rows[u.Unit])
			order = slices.Delete(order, i, i+1)
		}
	}
	for _, code := range order {
		out = append(out, *rows[code])
	}
	return out
}

func orNoUnit(text string) string {
	if text == "" {
		return facts.NoUnit
	}
	return text
}

// add adds the figures of one group.
func (r *reportRow) add(plan *counting.Plan, g counting.GroupFigures) {
	for i, m := range plan.Measures() {
		if g.Figures[i].Answer == scoring.Known {
			r.figures[m.ID] += g.Figures[i].Count
		}
	}
	switch n := g.Figures[measureAt(plan, "report.received")].Count; g.Group[len(g.Group)-1] {
	case "1":
		r.person += n
	case "2":
		r.online += n
	case "3":
		r.post += n
	default:
		r.other += n
	}
}

// measureAt is the place of a measure in a plan.
func measureAt(plan *counting.Plan, id string) int {
	return slices.IndexFunc(plan.Measures(), func(m scoring.Measure) bool { return m.ID == id })
}

// reportColumn is one column of the table.
type reportColumn struct {
	name  string
	title motcua.Text
	more  bool // shown on demand
	of    func(*reportRow) (int64, bool)
}

// figureOf is the figure of a measure; none where no file answers for it.
func figureOf(id string) func(*reportRow) (int64, bool) {
	return func(r *reportRow) (int64, bool) { n, ok := r.figures["report."+id]; return n, ok }
}

func plain(of func(*reportRow) int64) func(*reportRow) (int64, bool) {
	return func(r *reportRow) (int64, bool) { return of(r), true }
}

func reportColumns() []reportColumn {
	return []reportColumn{
		{"received", motcua.Text{En: "received", Vi: "tiếp nhận"}, false, figureOf("received")},
		{"online", motcua.Text{En: "online", Vi: "trực tuyến"}, false, plain(func(r *reportRow) int64 { return r.online })},
		{"inPerson", motcua.Text{En: "in person", Vi: "trực tiếp"}, false, plain(func(r *reportRow) int64 { return r.person })},
		{"byPost", motcua.Text{En: "by post", Vi: "bưu chính"}, false, plain(func(r *reportRow) int64 { return r.post })},
		{"carriedOver", motcua.Text{En: "carried over", Vi: "kỳ trước chuyển sang"}, false,
			plain(func(r *reportRow) int64 { return r.carried })},
		{"solved", motcua.Text{En: "solved", Vi: "đã giải quyết"}, false, figureOf("solved")},
		{"solvedEarly", motcua.Text{En: "early", Vi: "trước hạn"}, false, figureOf("solvedEarly")},
		{"solvedOnTime", motcua.Text{En: "on time", Vi: "đúng hạn"}, false, figureOf("solvedOnTime")},
		{"solvedLate", motcua.Text{En: "late", Vi: "quá hạn"}, false, figureOf("solvedLate")},
		{"pending", motcua.Text{En: "pending", Vi: "đang giải quyết"}, false, figureOf("pending")},
		{"pendingInTime", motcua.Text{En: "in time", Vi: "trong hạn"}, false, figureOf("pendingInTime")},
		{"pendingOverdue", motcua.Text{En: "overdue", Vi: "quá hạn"}, false, figureOf("pendingOverdue")},
		{"otherChannel", motcua.Text{En: "other channel", Vi: "kênh khác"}, true, plain(func(r *reportRow) int64 { return r.other })},
		{"neverReceived", motcua.Text{En: "never received", Vi: "không tiếp nhận"}, true, figureOf("neverReceived")},
		{"undecided", motcua.Text{En: "no limit known", Vi: "không rõ hạn"}, true, figureOf("undecided")},
		{"supplemented", motcua.Text{En: "supplemented", Vi: "phải bổ sung"}, true, figureOf("supplemented")},
		{"supplementedAgain", motcua.Text{En: "twice", Vi: "từ hai lần"}, true, figureOf("supplementedAgain")},
		{"components", motcua.Text{En: "components", Vi: "thành phần"}, true, figureOf("components")},
		{"componentsDigitised", motcua.Text{En: "digitised", Vi: "số hóa"}, true, figureOf("componentsDigitised")},
		{"componentsReused", motcua.Text{En: "reused", Vi: "dùng lại"}, true, figureOf("componentsReused")},
		{"elsewhere", motcua.Text{En: "elsewhere", Vi: "phi địa giới"}, true, figureOf("elsewhere")},
		{"assisted", motcua.Text{En: "assisted", Vi: "được hỗ trợ"}, true, figureOf("assisted")},
	}
}

// showReport shows the table; programs get every figure.
func (s *session) showReport(rows []reportRow, more bool) error {
	columns := slices.DeleteFunc(reportColumns(), func(c reportColumn) bool { return c.more && !more && s.format == "table" })
	sh := sheet{header: heading("unit", "name")}
	for _, c := range columns {
		title := c.title
		if s.format == "csv" {
			title.En = c.name
		}
		sh.header = append(sh.header, title)
	}
	for i := range rows {
		r := &rows[i]
		cells := []string{r.code, r.unit.Name}
		object := map[string]any{"row": r.code, "name": r.unit.Name}
		for _, c := range columns {
			cell, n := nothing, any(nil)
			if v, ok := c.of(r); ok {
				cell, n = strconv.FormatInt(v, 10), v
			}
			cells, object[c.name] = append(cells, cell), n
		}
		sh.rows, sh.objects = append(sh.rows, cells), append(sh.objects, object)
	}
	return s.show(sh)
}
