package sample_test

import (
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/dossier/workday"
)

// shape is something package catalog can hold, and the procedure that shows it.
type shape struct {
	name string
	code motcua.ProcedureCode
	has  func(p *catalog.Procedure) bool
}

// shown holds each shape to some version of its procedure.
func shown(t *testing.T, shapes []shape) {
	t.Helper()
	for _, s := range shapes {
		versions := sample.Catalog().VersionsOf(s.code)
		if !slices.ContainsFunc(versions, func(p catalog.Procedure) bool { return s.has(&p) }) {
			t.Errorf("%s: not shown by %s (%d versions)", s.name, s.code, len(versions))
		}
	}
}

func TestShapesOfCasesAndPapers(t *testing.T) {
	shown(t, []shape{
		{"several cases with different papers", "1.001193", func(p *catalog.Procedure) bool {
			return len(p.Cases) > 1 && papers(p, func(x *catalog.Paper) bool { return len(x.Cases) == 1 })
		}},
		{"a case found by answers", "1.004222", func(p *catalog.Procedure) bool {
			return slices.ContainsFunc(p.Cases, func(c catalog.Case) bool { return c.When != nil })
		}},
		{"a case a person chooses", "2.000815", func(p *catalog.Procedure) bool {
			return len(p.Cases) > 1 && p.Cases[0].When == nil
		}},
		{"a question that opens after another", "1.000894", func(p *catalog.Procedure) bool {
			return slices.ContainsFunc(p.Questions, func(q catalog.Question) bool { return q.When != nil })
		}},
		{"a chain of three questions", "1.001193", func(p *catalog.Procedure) bool {
			at := slices.IndexFunc(p.Questions, func(q catalog.Question) bool { return q.ID == "digitalCertificate" })
			return at > 1 && len(p.Questions[at].When.All) == 2
		}},
		{"a question about a birth abroad", "2.000528", question("bornAbroad")},
		{"a question about a foreigner", "2.000806", question("foreigner")},
		{"a question about a former marriage", "1.000894", question("marriedBefore")},
		{"a question with choices", "1.004222", func(p *catalog.Procedure) bool { return len(p.Questions[0].Choices) > 2 }},
		{"a paper replaced by population data", "1.001193", data("population")},
		{"a paper replaced through VNeID", "3.000347", data("vneid")},
		{"a paper replaced by data on a condition", "1.001193", func(p *catalog.Procedure) bool {
			return papers(p, func(x *catalog.Paper) bool { return len(x.Data) > 0 && x.Data[0].When != nil })
		}},
		{"a paper replaced by a result", "1.000894", func(p *catalog.Procedure) bool {
			return papers(p, func(x *catalog.Paper) bool { return slices.Contains(x.ReplacedBy, "KQ.G15.000038") })
		}},
		{"papers of which one is enough", "2.000884", func(p *catalog.Procedure) bool {
			return papers(p, func(x *catalog.Paper) bool { return x.OneOf == "id" })
		}},
		{"a paper in several originals", "2.002039", func(p *catalog.Procedure) bool {
			return papers(p, func(x *catalog.Paper) bool { return x.Originals == 3 })
		}},
		{"an original and copies of one paper", "1.013225", func(p *catalog.Procedure) bool {
			return papers(p, func(x *catalog.Paper) bool { return x.Originals == 1 && x.Copies == 1 })
		}},
		{"a form", "1.004222", func(p *catalog.Procedure) bool {
			return papers(p, func(x *catalog.Paper) bool { return x.Form != nil && x.Form.Name == "CT01" })
		}},
	})
}

func TestShapesOfTimes(t *testing.T) {
	shown(t, []shape{
		{"times that differ by channel", "1.013216", func(p *catalog.Procedure) bool {
			return limit(p, motcua.ChannelOnline, 0).Terms[0] != limit(p, motcua.ChannelInPerson, 0).Terms[0]
		}},
		{"times that differ by case", "1.013218", func(p *catalog.Procedure) bool {
			return len(p.Channels[0].Times) == 3 && len(p.Channels[0].Times[0].Cases) == 1
		}},
		{"one and a half working days", "1.013097", amount("1.5", workday.WorkingDays)},
		{"office hours", "1.013065", amount("8", workday.OfficeTime)},
		{"clock hours", "1.005032", amount("24", workday.ClockTime)},
		{"calendar days", "1.013225", amount("20", workday.CalendarDays)},
		{"months", "1.003290", amount("6", workday.Months)},
		{"months and working days", "1.001010", func(p *catalog.Procedure) bool {
			return len(limit(p, motcua.ChannelInPerson, 0).Terms) == 2
		}},
		{"within the day, with a cut-off at 15:00", "1.001193", func(p *catalog.Procedure) bool {
			l := limit(p, motcua.ChannelOnline, 0)
			return l.Terms[0].Unit == workday.WithinDay && l.CutOff.At == 15*60 && l.CutOff.Effect == workday.DueNextDay
		}},
		{"no limit stated", "2.001263", func(p *catalog.Procedure) bool { return p.Channels[0].Times[0].Limit == nil }},
		{"a limit nobody could read", "2.002039", func(p *catalog.Procedure) bool {
			return p.Channels[0].Times[0].Limit == nil && p.Channels[0].Times[0].Raw != ""
		}},
		{"the clock goes on after a supplement", "1.013218", supplement(workday.SupplementContinue)},
		{"the clock starts again", "2.000085", supplement(workday.SupplementRestart)},
		{"a fixed time remains", "1.000756", supplement(workday.SupplementRemainder)},
		{"the clock starts on payment", "1.012575", limited(func(l *workday.Limit) bool { return l.Start == workday.StartOnPayment })},
		{"time that does not count", "1.004884", limited(func(l *workday.Limit) bool { return len(l.Excluded) > 0 })},
		{"a lane to a time", "1.000656.000.00.00.H26", func(p *catalog.Procedure) bool {
			return len(p.Service.Lanes) == 1 && len(p.Service.Lanes[0].Lane.ReduceTo) == 1
		}},
		{"a lane by a time", "1.013225.000.00.00.H26", func(p *catalog.Procedure) bool {
			return len(p.Service.Lanes) == 1 && len(p.Service.Lanes[0].Lane.ReduceBy) == 1
		}},
		{"a share of the time for a step", "1.013225", func(p *catalog.Procedure) bool {
			return slices.ContainsFunc(p.Steps, func(s catalog.Step) bool { return len(s.Time) > 0 && s.Body != nil })
		}},
		{"a step of one case", "1.001193", func(p *catalog.Procedure) bool {
			return slices.ContainsFunc(p.Steps, func(s catalog.Step) bool { return s.Case == "abandoned" })
		}},
	})
}

// papers reports whether a procedure has a paper such as ask wants.
func papers(p *catalog.Procedure, ask func(*catalog.Paper) bool) bool {
	return slices.ContainsFunc(p.Papers, func(x catalog.Paper) bool { return ask(&x) })
}

func question(id string) func(*catalog.Procedure) bool {
	return func(p *catalog.Procedure) bool {
		return slices.ContainsFunc(p.Questions, func(q catalog.Question) bool { return q.ID == id })
	}
}

func data(code string) func(*catalog.Procedure) bool {
	return func(p *catalog.Procedure) bool {
		return papers(p, func(x *catalog.Paper) bool {
			return slices.ContainsFunc(x.Data, func(d catalog.DataSource) bool { return d.Code == code })
		})
	}
}

// limit is a time of a channel; an empty limit where there is none.
func limit(p *catalog.Procedure, channel motcua.Channel, option int) workday.Limit {
	for _, o := range p.Channels {
		if o.Channel == channel && option < len(o.Times) && o.Times[option].Limit != nil {
			return *o.Times[option].Limit
		}
	}
	return workday.Limit{Terms: make([]workday.Term, 1)}
}

// limited asks whether some limit of a procedure is such.
func limited(ask func(*workday.Limit) bool) func(*catalog.Procedure) bool {
	return func(p *catalog.Procedure) bool {
		return slices.ContainsFunc(p.Channels, func(o catalog.Offer) bool {
			return slices.ContainsFunc(o.Times, func(x catalog.TimeOption) bool { return x.Limit != nil && ask(x.Limit) })
		})
	}
}

func amount(n string, unit workday.Unit) func(*catalog.Procedure) bool {
	return limited(func(l *workday.Limit) bool {
		return len(l.Terms) == 1 && l.Terms[0].Unit == unit && l.Terms[0].Amount.String() == n
	})
}

func supplement(mode workday.SupplementMode) func(*catalog.Procedure) bool {
	return limited(func(l *workday.Limit) bool { return l.Supplement == mode })
}
