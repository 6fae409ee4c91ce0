package workday

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// Profile is a way of counting. Law leaves room, software took liberties, and a
// result must be computable under each reading; so the reading is data.
type Profile struct {
	ID             string        `json:"id"`             // "default"
	Title          motcua.Text   `json:"title"`          // for people
	HoursOfDay     int           `json:"hoursOfDay"`     // office hours that a fraction of a working day is a fraction of
	HoursAsDays    bool          `json:"hoursAsDays"`    // office hours become whole days of that many hours, and a rest
	StartInOffice  bool          `json:"startInOffice"`  // the start moves to the next opening
	RollKeepsClock bool          `json:"rollKeepsClock"` // a due date on a day off goes to the same time of the next working day, not to the next opening
	EndOfDay       []Unit        `json:"endOfDay"`       // limits whose last unit is one of these are due at 24:00
	ByDate         bool          `json:"byDate"`         // early, on time and late compare dates alone
	Grounds        []Ground      `json:"grounds"`        // the grounds for the steps of counting
	Source         motcua.Source `json:"source"`         // the ground where no rule has its own
}

// Ground gives the source of one step of counting.
type Ground struct {
	ID     string        `json:"id"`     // the step, as explanations name it
	Source motcua.Source `json:"source"` // its ground
}

// Profiles is a document of profiles.
type Profiles struct {
	Profiles []Profile `json:"profiles"` // the first is the default
}

// ParseProfiles reads profiles as a document and checks them.
func ParseProfiles(data []byte) (Profiles, motcua.Faults) {
	return strict.Read(data, (*Profiles).check)
}

func (ps Profiles) check() motcua.Faults {
	var faults motcua.Faults
	for i, p := range ps.Profiles {
		at := motcua.Pointer("profiles", itoa(i))
		if p.ID == "" {
			fault(&faults, codeProfile, at+"/id", "cách tính không có tên", "the profile has no name")
		}
		for _, o := range ps.Profiles[:i] {
			if o.ID == p.ID && p.ID != "" {
				fault(&faults, codeProfile, at+"/id", "%q đã có", "%q stands above", p.ID)
			}
		}
		for j, r := range p.Grounds {
			same := func(o Ground) bool { return o.ID == r.ID }
			switch rule := at + motcua.Pointer("grounds", itoa(j), "id"); {
			case !slices.Contains(steps, r.ID):
				fault(&faults, codeProfile, rule, "không có bước %q", "there is no step %q", r.ID)
			case slices.ContainsFunc(p.Grounds[:j], same):
				fault(&faults, codeProfile, rule, "%q đã có", "%q stands above", r.ID)
			}
		}
		for j, u := range p.EndOfDay {
			if slices.Contains(p.EndOfDay[:j], u) {
				fault(&faults, codeProfile, at+motcua.Pointer("endOfDay", itoa(j)), "%v đã có", "%v stands above", u)
			}
		}
		if p.HoursOfDay < 1 || p.HoursOfDay > 24 {
			fault(&faults, codeProfile, at+"/hoursOfDay", "không phải số giờ từ 1 đến 24", "not a number of hours from 1 to 24")
		}
	}
	faults.Sort()
	return faults
}

// steps are the steps of counting that a rule can give a ground for.
var steps = []string{
	"start", "cutOff", "months", "calendarDays", "workingDays", "fraction", "officeHours", "clockHours",
	"withinDay", "pause", "roll", "rollHours", "dayEnd",
}

// Lookup finds a profile by its id.
func (ps Profiles) Lookup(id string) (*Profile, bool) {
	for i := range ps.Profiles {
		if ps.Profiles[i].ID == id {
			return &ps.Profiles[i], true
		}
	}
	return nil, false
}

//go:embed profiles.json
var profiles []byte

var shippedProfiles = sync.OnceValue(func() Profiles {
	ps, _ := ParseProfiles(profiles) // it parses: a test holds it to it
	return ps
})

// StandardProfiles returns the profiles that are shipped: default, td, statutory
// and dateOnly. The first is the one meant where none is named.
func StandardProfiles() Profiles {
	ps := Profiles{slices.Clone(shippedProfiles().Profiles)}
	for i := range ps.Profiles {
		ps.Profiles[i].EndOfDay = slices.Clone(ps.Profiles[i].EndOfDay)
		ps.Profiles[i].Grounds = slices.Clone(ps.Profiles[i].Grounds)
	}
	return ps
}

// OrDefault is the profile itself, or the first that is shipped.
func (p *Profile) OrDefault() *Profile {
	if p != nil {
		return p
	}
	if ps := shippedProfiles().Profiles; len(ps) > 0 {
		return &ps[0]
	}
	return &Profile{}
}

// source finds the ground for a step.
func (p *Profile) source(rule string) motcua.Source {
	for _, r := range p.Grounds {
		if r.ID == rule {
			return r.Source
		}
	}
	return p.Source
}
