package facts

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring/counting"
)

// message is a plain dossier of the tests: received Monday 6 July 2026, 08:00, due
// a week later.
func message(change func(*npsp.Brief)) *npsp.Brief {
	b := &npsp.Brief{
		Kind: npsp.KindDossier, Dossier: []byte("H56.34.12-260706-0001"), Procedure: []byte("1.004194.000.00.00.H56"), Field: []byte("G03-GD10"),
		Channel: 2, Place: 2, Payment: 0, State: 4, Digitised: 0, Verified: 1,
		Filed: 20260704210000, Received: 20260706080000, Due: 20260713080000,
	}
	if change != nil {
		change(b)
	}
	return b
}

func step9(state npsp.Code, at npsp.Moment) *npsp.Brief {
	return &npsp.Brief{Kind: npsp.KindProgress, Dossier: []byte("000.12.34.H56-260706-0001"), State: state, At: at}
}

func register(t *testing.T) *Register {
	t.Helper()
	g, err := NewRegister(nil)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// stretches writes the rows of the first dossier: since, deadline, ended, and marks
// for waiting, undecided and early.
func stretches(g *Register) string {
	short := func(unix int64) string {
		switch unix {
		case counting.Null, counting.Never:
			return "–"
		}
		return seconds(unix).Format("0102T150405")
	}
	var lines []string
	_, rows := g.Rows(0, nil)
	for _, r := range rows {
		line := fmt.Sprintf("%s due %s end %s", short(r.Since), short(r.Times[g.slots.deadline]), short(r.Times[g.slots.ended]))
		for _, mark := range []struct {
			name string
			bit  bit
		}{{"waiting", g.slots.waiting}, {"undecided", g.slots.undecided}, {"early", g.slots.early}, {"disliked", g.slots.disliked}, {"complained", g.slots.complained}} {
			if r.Flags&uint32(mark.bit) != 0 {
				line += " " + mark.name
			}
		}
		if n := r.Numbers[g.slots.supplements]; n > 0 {
			line += fmt.Sprintf(" requests %d", n)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func asked(id int64, at, answered npsp.Moment) npsp.Supplement {
	return npsp.Supplement{ID: id, Asked: at, Answered: answered}
}

var lives = []struct {
	name  string
	told  []*npsp.Brief
	spans string // the first stretch has stood always, the last stands for ever
}{
	{"open", []*npsp.Brief{message(nil)}, "– due 0713T080000 end –"},
	{"a due time at midnight is the end of that day", []*npsp.Brief{message(func(b *npsp.Brief) { b.Due = 20260713000000 })},
		"– due 0714T000000 end –"},
	{"ended in time, on the due day", []*npsp.Brief{message(func(b *npsp.Brief) { b.Finished = 20260713075959 })},
		"– due 0713T080000 end 0713T075959"},
	{"ended a day early", []*npsp.Brief{message(func(b *npsp.Brief) { b.Finished = 20260712235959 })},
		"– due 0713T080000 end 0712T235959 early"},
	{"early of a due time at midnight: the day before it", []*npsp.Brief{message(func(b *npsp.Brief) { b.Due, b.Finished = 20260713000000, 20260713010000 })},
		"– due 0714T000000 end 0713T010000"},
	{"finished comes before returned and refused", []*npsp.Brief{message(func(b *npsp.Brief) {
		b.Finished, b.Returned, b.Refused = 20260712000000, 20260710000000, 20260709000000
	})},
		"– due 0713T080000 end 0712T000000 early"},
	{"refused after reception", []*npsp.Brief{message(func(b *npsp.Brief) { b.State, b.Refused = 3, 20260709000000 })},
		"– due 0713T080000 end 0709T000000 early"},
	{"a state-9 step comes before a state-10 step and the dates", []*npsp.Brief{
		message(func(b *npsp.Brief) { b.Finished = 20260710000000 }), step9(10, 20260714000000), step9(9, 20260713090000), step9(9, 20260715000000)},
		"– due 0713T080000 end 0713T090000"},
	{"a stop comes before a withdrawal", []*npsp.Brief{message(nil), step9(7, 20260707000000), step9(8, 20260708000000)},
		"– due 0713T080000 end 0708T000000 early"},
	{"steps that come before their dossier, and twice", []*npsp.Brief{step9(9, 20260713090000), step9(9, 20260713090000), message(nil)},
		"– due 0713T080000 end 0713T090000"},
	{"reopened: what follows the last reopening", []*npsp.Brief{message(nil), step9(9, 20260708000000), step9(4, 20260709000000), step9(10, 20260714000000)},
		"– due 0713T080000 end –\n0708T000000 due 0713T080000 end 0708T000000 early\n0709T000000 due 0713T080000 end –\n0714T000000 due 0713T080000 end 0714T000000"},
	{"said to have ended, and nothing tells when", []*npsp.Brief{message(func(b *npsp.Brief) { b.State = 10 })},
		"– due 0713T080000 end –"},
	{"one request, answered: the waiting is taken out", []*npsp.Brief{message(func(b *npsp.Brief) {
		b.Supplements = []npsp.Supplement{asked(1, 20260708080000, 20260710090000)}
		b.Finished = 20260715090000
	})},
		"– due 0713T080000 end –\n0708T080000 due 0713T080000 end 0708T080000 waiting requests 1\n0710T090000 due 0715T090000 end – requests 1\n" +
			"0715T090000 due 0715T090000 end 0715T090000 requests 1"},
	{"a new due date is the due date, and nothing more is taken out", []*npsp.Brief{message(func(b *npsp.Brief) {
		b.Due = 20260716170000
		b.Supplements = []npsp.Supplement{{ID: 1, Asked: 20260708080000, Answered: 20260710090000, Before: 20260713080000, Due: 20260716170000}}
	})},
		"– due 0713T080000 end –\n0708T080000 due 0713T080000 end 0708T080000 waiting requests 1\n0710T090000 due 0716T170000 end – requests 1"},
	{"a request nobody answered ends the case when it was made", []*npsp.Brief{message(func(b *npsp.Brief) {
		b.Supplements = []npsp.Supplement{asked(1, 20260708080000, 0)}
	})},
		"– due 0713T080000 end –\n0708T080000 due 0713T080000 end 0708T080000 waiting requests 1"},
	{"and so it does when the dossier was stopped later", []*npsp.Brief{message(func(b *npsp.Brief) {
		b.Supplements, b.State, b.Refused = []npsp.Supplement{asked(1, 20260708080000, 0)}, 8, 20260808080000
	})},
		"– due 0713T080000 end –\n0708T080000 due 0713T080000 end 0708T080000 waiting requests 1\n0808T080000 due 0713T080000 end 0708T080000 requests 1"},
	{"the second request is late, answered or not", []*npsp.Brief{message(func(b *npsp.Brief) {
		b.Supplements = []npsp.Supplement{asked(1, 20260707080000, 20260707090000), asked(2, 20260708080000, 20260708090000)}
		b.Finished = 20260709080000
	})},
		"– due 0713T080000 end –\n0707T080000 due 0713T080000 end 0707T080000 waiting requests 1\n0707T090000 due 0713T090000 end – requests 1\n" +
			"0708T080000 due 0708T075959 end – waiting requests 2\n0708T090000 due 0708T075959 end – requests 2\n0709T080000 due 0708T075959 end 0709T080000 requests 2"},
	{"one request told twice is one", []*npsp.Brief{message(func(b *npsp.Brief) {
		b.Supplements = []npsp.Supplement{asked(7, 20260708080000, 0), asked(7, 20260708080000, 20260708090000)}
	})},
		"– due 0713T080000 end –\n0708T080000 due 0713T080000 end 0708T080000 waiting requests 1\n0708T090000 due 0713T090000 end – requests 1"},
	{"an end before the reception is none", []*npsp.Brief{message(func(b *npsp.Brief) { b.Finished = 20260705000000 })}, "– due 0713T080000 end –"},
	{"an answer before its request takes no waiting out", []*npsp.Brief{message(func(b *npsp.Brief) {
		b.Supplements, b.Finished = []npsp.Supplement{asked(1, 20260708080000, 20260707080000)}, 20260714080000
	})},
		"– due 0713T080000 end –\n0708T080000 due 0713T080000 end – requests 1\n0714T080000 due 0713T080000 end 0714T080000 requests 1"},
	{"the last message counts", []*npsp.Brief{message(func(b *npsp.Brief) { b.Finished = 20260730000000 }), message(nil)},
		"– due 0713T080000 end –"},
	{"neither due date nor limit", []*npsp.Brief{message(func(b *npsp.Brief) { b.Due = 0 })}, "– due – end – undecided"},
	{"a request nobody answered ends the case without a due date too", []*npsp.Brief{message(func(b *npsp.Brief) {
		b.Due, b.Supplements = 0, []npsp.Supplement{asked(1, 20260708080000, 0)}
	})}, "– due – end – undecided\n0708T080000 due – end 0708T080000 waiting undecided requests 1"},
	{"steps of one second in one order", []*npsp.Brief{message(nil), step9(9, 20260708000000), step9(4, 20260709000000), step9(10, 20260709000000)},
		"– due 0713T080000 end –\n0708T000000 due 0713T080000 end 0708T000000 early\n0709T000000 due 0713T080000 end 0709T000000 early"},
	{"and in another", []*npsp.Brief{step9(10, 20260709000000), step9(9, 20260708000000), message(nil), step9(4, 20260709000000)},
		"– due 0713T080000 end –\n0708T000000 due 0713T080000 end 0708T000000 early\n0709T000000 due 0713T080000 end 0709T000000 early"},
	{"never received", []*npsp.Brief{message(func(b *npsp.Brief) { b.Received, b.Due, b.State, b.Refused = 0, 0, 3, 20260707000000 })},
		"– due – end 0707T000000 undecided"},
}

func TestLives(t *testing.T) {
	for _, life := range lives {
		g := register(t)
		for _, b := range life.told {
			if id, ok := g.Message(b); !ok || id != 0 {
				t.Errorf("%s: id %d, %v", life.name, id, ok)
			}
		}
		if diff := cmp.Diff(life.spans, stretches(g)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", life.name, diff)
		}
	}
}

func TestRatingsSplit(t *testing.T) {
	g := register(t)
	said := func(day int, disliked, complained bool) {
		at := time.Date(2026, time.July, day, 10, 0, 0, 0, time.FixedZone("", 7*3600))
		if faults := g.Take(&Line{Rating: &Rating{LineRating, "H56.34.12-260706-0001", at, disliked, complained}}); faults != nil {
			t.Error(faults)
		}
	}
	said(20, true, false) // before the message came
	g.Message(message(func(b *npsp.Brief) { b.Finished = 20260713075959 }))
	said(18, false, true)
	said(19, false, false)
	said(25, true, true)
	want := "– due 0713T080000 end 0713T075959\n0718T100000 due 0713T080000 end 0713T075959 complained\n0720T100000 due 0713T080000 end 0713T075959 disliked complained"
	if diff := cmp.Diff(want, stretches(g)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
