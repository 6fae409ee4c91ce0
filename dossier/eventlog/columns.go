package eventlog

import (
	"strings"
	"time"

	"github.com/motcua/motcua"
)

// part says of what a column speaks.
type part uint8

const (
	partID part = iota + 1
	partCase
	partEvent
)

// column is a column of a table: how its values are read. They are never empty.
type column struct {
	name string
	part part
	must bool // nothing can be read without it
	put  func(r *record, text string) bool
}

// record is a row as it is read.
type record struct {
	of    Case
	event Event
	zone  *time.Location
	word  func(string) string // one copy of a text, so that a value does not hold its line
}

func text(at func(*record) *string) func(*record, string) bool {
	return func(r *record, text string) bool {
		*at(r) = r.word(text)
		return true
	}
}

func instant(at func(*record) *time.Time) func(*record, string) bool {
	return func(r *record, text string) (ok bool) {
		*at(r), ok = parseTime(text, r.zone)
		return ok
	}
}

func putFee(r *record, text string) bool {
	fee, err := motcua.ParseDecimal(text)
	if err != nil {
		return false
	}
	r.of.Fee = &fee
	return true
}

func putComplete(r *record, text string) bool {
	yes := strings.EqualFold(text, "true")
	if !yes && !strings.EqualFold(text, "false") {
		return false
	}
	r.of.Complete = &yes
	return true
}

// dialect is the columns of one kind of table.
type dialect []column

// dialects are the kinds of table that are known.
func dialects() []dialect {
	joined := dialect{{"case:concept:name", partID, true, nil}}
	for _, c := range bpicCases[1:] {
		c.name = "case:" + c.name
		joined = append(joined, c)
	}
	return []dialect{receipt, bpicCases, bpicEvents, append(joined, bpicEvents[1:]...)}
}

// receipt is the receipt log: cases and events in one table.
var receipt = dialect{
	{"case:concept:name", partID, true, nil},
	{"case:startdate", partCase, true, instant(func(r *record) *time.Time { return &r.of.Started })},
	{"case:deadline", partCase, false, instant(func(r *record) *time.Time { return &r.of.Due })},
	{"case:enddate_planned", partCase, false, instant(func(r *record) *time.Time { return &r.of.Planned })},
	{"case:enddate", partCase, false, instant(func(r *record) *time.Time { return &r.of.Ended })},
	{"case:channel", partCase, false, text(func(r *record) *string { return &r.of.Channel })},
	{"concept:name", partEvent, true, text(func(r *record) *string { return &r.event.Activity })},
	{"time:timestamp", partEvent, true, instant(func(r *record) *time.Time { return &r.event.At })},
	{"org:resource", partEvent, false, text(func(r *record) *string { return &r.event.Resource })},
	{"org:group", partEvent, false, text(func(r *record) *string { return &r.event.Group })},
}

// bpicCases are the cases of a municipality of the BPI Challenge 2015.
var bpicCases = dialect{
	{"concept:name", partID, true, nil},
	{"startDate", partCase, true, instant(func(r *record) *time.Time { return &r.of.Started })},
	{"endDatePlanned", partCase, false, instant(func(r *record) *time.Time { return &r.of.Planned })},
	{"endDate", partCase, false, instant(func(r *record) *time.Time { return &r.of.Ended })},
	{"caseStatus", partCase, false, text(func(r *record) *string { return &r.of.Status })},
	{"last_phase", partCase, false, text(func(r *record) *string { return &r.of.Phase })},
	{"termName", partCase, false, text(func(r *record) *string { return &r.of.Term })},
	{"parts", partCase, false, text(func(r *record) *string { return &r.of.Parts })},
	{"caseProcedure", partCase, false, text(func(r *record) *string { return &r.of.Procedure })},
	{"requestComplete", partCase, false, putComplete},
	{"SUMleges", partCase, false, putFee},
}

// bpicEvents are its events.
var bpicEvents = dialect{
	{"_case", partID, true, nil},
	{"concept:name", partEvent, true, text(func(r *record) *string { return &r.event.Code })},
	{"time:timestamp", partEvent, true, instant(func(r *record) *time.Time { return &r.event.At })},
	{"activityNameEN", partEvent, false, text(func(r *record) *string { return &r.event.Activity })},
	{"question", partEvent, false, text(func(r *record) *string { return &r.event.Answer })},
	{"org:resource", partEvent, false, text(func(r *record) *string { return &r.event.Resource })},
	{"dueDate", partEvent, false, instant(func(r *record) *time.Time { return &r.event.Due })},
	{"planned", partEvent, false, instant(func(r *record) *time.Time { return &r.event.Planned })},
	{"dateFinished", partEvent, false, instant(func(r *record) *time.Time { return &r.event.Finished })},
	{"dateStop", partEvent, false, instant(func(r *record) *time.Time { return &r.event.Stopped })},
}

// layouts are the forms of times that are seen in such logs; a fraction of a second
// may follow the seconds of each.
var layouts = [...]struct {
	form  string
	zoned bool
}{
	{"2006-01-02T15:04:05Z07:00", true},
	{"2006-01-02 15:04:05Z07:00", true},
	{"2006-01-02 15:04:05", false},
	{"2006-01-02T15:04:05", false},
	{"2006-01-02", false},
	{"2006/01/02 15:04:05", false},
	{"2-1-2006 15:04:05", false}, // answers: "31-8-2012 0:00:00"
	{"2-1-2006", false},
}

// parseTime reads a time; one that states no zone is of the zone given, and cannot be
// read where none is. There is none before the year 1.
func parseTime(text string, zone *time.Location) (time.Time, bool) {
	in := zone
	if in == nil {
		in = time.UTC
	}
	for _, l := range layouts {
		if at, err := time.ParseInLocation(l.form, text, in); err == nil && (l.zoned || zone != nil) && at.After(time.Time{}) {
			return at, true
		}
	}
	return time.Time{}, false
}
