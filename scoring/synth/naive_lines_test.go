package synth_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"io"
	"maps"
	"sync"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/workday"
)

// naiveLine is any line of facts, or of what was planted.
type naiveLine struct {
	Fact, Unit, Procedure, Dossier, Level, Parent, Event string
	File, Kind                                           string
	Line                                                 int

	At                                           time.Time
	Disliked, Complained, RaisedAgain, Stored    bool
	Public, Complete, Authority, Online, Service *bool
	FeeBearing, PaymentIntegrated                *bool
	PopulationNeeded, PopulationConnected        *bool
	CertifiesCopies                              *bool
	Validity                                     motcua.Validity
	Limits                                       []struct{ Limit workday.Limit }
	Date, Signed                                 motcua.Date
	Effective, Published                         *motcua.Date
	Received                                     json.RawMessage // a time of petitions, a number of reports
	Reported, Synced                             int64
	Deadline, Answered                           *time.Time
	Columns                                      []string
	Unknown                                      bool

	came time.Time // of a petition
	got  int64     // of a report
}

// readOnce keeps what was read of large files of procedures: several worlds have the
// same.
var readOnce sync.Map

type readLines struct {
	lines  []naiveLine
	limits map[string]int
}

// readProcedures reads the lines of procedures, the same ones once.
func (n *naive) readProcedures(data []byte) {
	key := sha256.Sum256(data)
	kept, ok := readOnce.Load(key)
	if !ok {
		other := &naive{t: n.t, limits: map[string]int{}}
		other.readLines(data)
		kept = readLines{other.lines, other.limits}
		readOnce.Store(key, kept)
	}
	n.lines = append(n.lines, kept.(readLines).lines...)
	maps.Copy(n.limits, kept.(readLines).limits)
}

// readLines reads the lines of facts.
func (n *naive) readLines(data []byte) {
	for line := range bytes.Lines(data) {
		var l naiveLine
		n.check(json.Unmarshal(line, &l))
		switch l.Fact {
		case "procedure":
			for _, limit := range l.Limits {
				n.limits[l.Procedure] = int(limit.Limit.Terms[0].Amount.Coef())
			}
		case "rating":
			if !l.At.After(n.cut) && (l.Disliked || l.Complained) {
				n.at(l.Dossier).disliked = true
			}
			continue
		case "handling":
			n.at(l.Dossier).stored = l.Stored
			continue
		case "petition":
			n.check(json.Unmarshal(l.Received, &l.came))
		case "report":
			n.check(json.Unmarshal(l.Received, &l.got))
		}
		n.lines = append(n.lines, l)
	}
}

// readMessages reads messages and says what they were like.
func (n *naive) readMessages(r io.Reader) (npsp.Quality, error) {
	return npsp.Stream(r, nil, func(b *npsp.Batch) error {
		for i := range b.Briefs {
			n.at(string(b.Briefs[i].Dossier)).take(&b.Briefs[i])
		}
		return nil
	})
}

// figures are counts and sets of procedures of one unit.
type figures struct {
	n    map[string]int64
	sets map[string]map[string]bool
}

func newFigures() *figures {
	return &figures{map[string]int64{}, map[string]map[string]bool{}}
}

func (f *figures) one(name string, is bool) {
	if is {
		f.n[name]++
	}
}

func (f *figures) put(name, procedure string, is bool) {
	if f.sets[name] == nil {
		f.sets[name] = map[string]bool{}
	}
	if is {
		f.sets[name][procedure] = true
	}
}

// get is a count, or the size of a set.
func (f *figures) get(name string) int64 {
	if set, ok := f.sets[name]; ok {
		return int64(len(set))
	}
	return f.n[name]
}

// count counts every unit, and pools those above.
func (n *naive) count() map[string]*figures {
	own := map[string]*figures{}
	parents := map[string]string{}
	of := func(unit string) *figures {
		if own[unit] == nil {
			own[unit] = newFigures()
		}
		return own[unit]
	}
	for _, l := range n.lines {
		if l.Fact == "unit" {
			parents[l.Unit] = l.Parent
			of(l.Unit).one("communes", l.Level == "commune")
			of(l.Unit).one("certifying", l.CertifiesCopies != nil && *l.CertifiesCopies)
			continue
		}
		n.line(of(l.Unit), &l)
	}
	for _, d := range n.dossiers {
		n.dossier(of(d.unit), d)
	}
	pooled := map[string]*figures{}
	for unit, f := range own {
		for u, ok := unit, true; ok && u != ""; u, ok = parents[u] {
			if pooled[u] == nil {
				pooled[u] = newFigures()
			}
			for name, c := range f.n {
				pooled[u].n[name] += c
			}
			for name, set := range f.sets {
				pooled[u].put(name, "", false)
				for p := range set {
					pooled[u].put(name, p, true)
				}
			}
		}
	}
	for _, f := range pooled { // one late decision makes a procedure late
		for _, event := range []string{"announcement", "publication"} {
			f.put(event+" on time", "", false)
			for p := range f.sets[event] {
				f.put(event+" on time", p, !f.sets[event+" late"][p])
			}
		}
	}
	return pooled
}

// dossier counts one dossier.
func (n *naive) dossier(f *figures, d *naiveDossier) {
	if !n.active(d) {
		return
	}
	timely := n.onTime(d)
	f.one("active", true)
	f.one("content", timely && !d.disliked)
	if d.received.Time().Before(n.from) {
		return
	}
	f.one("received", true)
	f.one("onTime", timely)
	f.one("filedOnline", d.channel == 2)
	f.one("obligated", d.feeDue)
	f.one("paid", d.feeDue && d.paid)
	f.one("resulted", d.result)
	f.one("digitised", d.digitised)
	f.one("reused", d.reused)
	f.one("stored", d.stored)
	f.one("populationUsed", d.population)
	f.put("servicesUsed", d.procedure, d.channel == 2)
	f.put("feePaid", d.procedure, d.feeDue && d.paid)
}

// line counts one line of facts.
func (n *naive) line(f *figures, l *naiveLine) {
	is := func(flag *bool) bool { return flag != nil && *flag }
	days := motcua.Validity{From: motcua.DateOf(n.from), To: motcua.DateOf(n.cut)}
	switch l.Fact {
	case "procedure":
		if !l.Validity.Contains(days.To.AddDays(-1)) {
			return
		}
		for name, in := range map[string]bool{
			"public": is(l.Public), "complete": is(l.Public) && is(l.Complete), "authority": is(l.Authority), "provided": is(l.Authority) && is(l.Online),
			"services": is(l.Service), "feeBearing": is(l.FeeBearing), "integrated": is(l.FeeBearing) && is(l.PaymentIntegrated),
			"population": is(l.PopulationNeeded), "connected": is(l.PopulationConnected),
		} {
			f.put(name, l.Procedure, in)
		}
	case "decision":
		day, late := l.Signed, false
		if l.Event == "publication" {
			day = n.workingDate(l.Signed, 5)
			late = l.Published == nil || *l.Published > day
		} else {
			late = l.Signed > n.workingDate(*l.Effective, -5)
		}
		f.put(l.Event, l.Procedure, days.Contains(day) && days.Contains(l.Signed))
		f.put(l.Event+" late", l.Procedure, late)
	case "petition":
		timely := !l.Deadline.Before(n.cut)
		if l.Answered != nil {
			timely = !l.Answered.After(*l.Deadline)
		}
		in := !l.came.Before(n.from) && l.came.Before(n.cut)
		f.one("petitions", in)
		f.one("petitionsOnTime", in && timely)
		f.one("petitionsSatisfied", in && timely && !l.Disliked && !l.RaisedAgain)
	case "report":
		if days.Contains(l.Date) {
			f.n["synced"] += l.Synced
			f.n["reported"] += max(l.Reported, l.got)
		}
	}
}

func (n *naive) workingDate(d motcua.Date, days int) motcua.Date {
	out, err := workday.National().AddWorkingDays(d, days)
	n.check(err)
	return out
}

// naiveLeaves are the leaves as ratios of the figures of this scan.
var naiveLeaves = map[string][2]string{
	"1.1": {"announcement on time", "announcement"}, "1.2": {"publication on time", "publication"}, "1.3": {"complete", "public"},
	"1.4": {"synced", "reported"}, "2.1": {"onTime", "received"}, "3.1": {"provided", "authority"}, "3.2": {"servicesUsed", "services"},
	"3.3": {"filedOnline", "received"}, "3.5": {"integrated", "feeBearing"}, "3.5b": {"feePaid", "feeBearing"}, "3.6": {"paid", "obligated"},
	"4.1": {"resulted", "received"}, "4.2": {"digitised", "received"}, "4.3": {"reused", "received"}, "4.4": {"stored", "received"},
	"4.5a": {"connected", "population"}, "4.5b": {"populationUsed", "received"}, "4.6": {"certifying", "communes"},
	"5.2": {"petitionsOnTime", "petitions"}, "5.3": {"petitionsSatisfied", "petitions"}, "5.4": {"content", "active"},
}

func unmarshal(line []byte, l *naiveLine) error { return json.Unmarshal(line, l) }
