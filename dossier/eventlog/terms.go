package eventlog

import (
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// Term is what the law gives a case, where the log does not say until when it has to be
// decided. A caller who knows better replaces the rows of [Map.Terms].
type Term struct {
	Procedure   string        // pattern of [Case.Procedure], as those of a [Row]
	Limit       workday.Limit // its time, with its source
	Profile     string        // id of the way of counting; "": the default
	Supplements int           // requests for supplements that may be made
	Extension   int           // days that an extension adds
}

// term is the first row for a case; nil for none.
func (m *Map) term(c *Case) *Term {
	for i := range m.Terms {
		if fits(m.Terms[i].Procedure, c.Procedure) {
			return &m.Terms[i]
		}
	}
	return nil
}

// wabo is a source in the law of Dutch environmental permits, which was not read.
func wabo(article, vi, en string) motcua.Source {
	return motcua.Source{Act: "Wabo", Article: article, Basis: motcua.BasisAssumed, Note: motcua.Text{Vi: vi, En: en}}
}

// bpicTerms are the terms of the logs of 2015. A case that names no procedure is taken
// for a regular one.
func bpicTerms() []Term {
	days := func(n int64, source motcua.Source) workday.Limit {
		amount, _ := motcua.NewDecimal(n, 0)
		put := motcua.Source{Act: "Awb", Article: "4:15", Basis: motcua.BasisAssumed, Note: motcua.Text{Vi: "tạm dừng khi hoãn quyết định", En: "the term stands while the decision is put off"}}
		return workday.Limit{
			Terms: []workday.Term{{Amount: amount, Unit: workday.CalendarDays}}, Source: source,
			Excluded: []workday.Exclusion{{Reason: "otherBody", Source: put}},
		}
	}
	return []Term{
		{Procedure: "Uitgebreid", Limit: days(182, wabo("3.12", "26 tuần", "26 weeks")), Profile: "statutory", Supplements: 2, Extension: 42},
		{Procedure: "*", Limit: days(56, wabo("3.9", "8 tuần; không nêu thủ tục thì coi là thường", "8 weeks; a case that names no procedure is taken for a regular one")), Profile: "statutory", Supplements: 2, Extension: 42},
	}
}

// bpicExtension is how often a term may be prolonged.
func bpicExtension() dossier.ExtensionRule {
	return dossier.ExtensionRule{Most: 1, Source: wabo("3.9", "một lần, sáu tuần, báo cho người nộp", "once, six weeks, with word to the applicant")}
}

// weekdays is an office that works from Monday to Friday at the usual hours and knows no
// holidays: those of the country of the logs have no rows here.
var weekdays = sync.OnceValue(func() *workday.Office {
	from, _ := motcua.ParseDate("2000-01-01")
	to, _ := motcua.ParseDate("2051-01-01")
	calendar, _ := workday.Compile(workday.Rules{
		ID: "weekdays", Title: motcua.Text{Vi: "Thứ hai đến thứ sáu", En: "Monday to Friday"}, Horizon: motcua.Validity{From: from, To: to},
	})
	if calendar == nil {
		return nil
	}
	office, _ := calendar.Office(workday.UsualHours())
	return office
})
