package catalog

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Stats are figures about the procedures of a snapshot. Those under Procedures and
// after it are about the procedures in use, whose status is public. Unknown is a
// figure of its own everywhere, and never zero.
type Stats struct {
	// Day is the day of the law the figures are of.
	Day motcua.Date `json:"day,omitzero"`
	// Recorded are all versions the catalogue holds, of whatever day, and Holding
	// those that hold on the day, one of each code.
	Recorded int64 `json:"recorded"`
	Holding  int64 `json:"holding"` // see Recorded
	// Status counts those that hold by their status.
	Status []Group `json:"status,omitempty"`

	// Procedures are those in use.
	Procedures int64 `json:"procedures"`
	// Online counts them by how far they are online.
	Online OnlineCount `json:"online"`
	// Business counts those that concern production and business, and BusinessOnline
	// those of them that are partly or fully online.
	Business       FlagCount `json:"business"`
	BusinessOnline int64     `json:"businessOnline"` // see Business
	// ZeroFeeOnline counts those for which the province says that it charges nothing
	// online; FeesOnline, for those with the online channel, what their fee rows say of
	// filing online on the day.
	ZeroFeeOnline FlagCount `json:"zeroFeeOnline"`
	FeesOnline    FeeCount  `json:"feesOnline"` // see ZeroFeeOnline
	// Fees counts them by what their fee rows say of any filing on the day.
	Fees FeeCount `json:"fees"`
	// PaymentIntegrated, Authority, PopulationNeeded, PopulationConnected and
	// PlaceIndependent count what provinces say of them; see [Service].
	PaymentIntegrated   FlagCount `json:"paymentIntegrated"`
	Authority           FlagCount `json:"authority"`           // see PaymentIntegrated
	PopulationNeeded    FlagCount `json:"populationNeeded"`    // see PaymentIntegrated
	PopulationConnected FlagCount `json:"populationConnected"` // see PaymentIntegrated
	PlaceIndependent    FlagCount `json:"placeIndependent"`    // see PaymentIntegrated
	// Lanes are those with a fast lane.
	Lanes int64 `json:"lanes"`
	// Complete are those that have the seven parts of Decree 63/2010/NĐ-CP, art. 8(2);
	// Missing counts the others by the parts they lack.
	Complete int64   `json:"complete"`
	Missing  []Group `json:"missing,omitempty"` // see Complete

	// Fields, Levels, Bodies and Subjects count them by field, level of administration,
	// competent body and class of applicants. One that has several counts for each, one
	// that has none for the group without a code and a name.
	Fields   []Group `json:"fields,omitempty"`
	Levels   []Group `json:"levels,omitempty"`   // see Fields
	Bodies   []Group `json:"bodies,omitempty"`   // see Fields
	Subjects []Group `json:"subjects,omitempty"` // see Fields
	// Channels counts them by the set of channels they are filed in, as
	// "inPerson+online"; each counts once.
	Channels []Group `json:"channels,omitempty"`
	// Cases and Options count them by how many cases and time options they have.
	Cases   []Bucket `json:"cases,omitempty"`
	Options []Bucket `json:"options,omitempty"` // see Cases
	// Limits counts them by whether their time options state a limit.
	Limits LimitCount `json:"limits"`
	// Units counts time options by the units of their limit, as "workingDays" or
	// "months+workingDays".
	Units []Group `json:"units,omitempty"`

	// Cost is what it costs people to comply, a year, in each currency, for those whose
	// parameters are stated; CostUnknown are the others.
	Cost        []payment.Money `json:"cost,omitempty"`
	CostUnknown int64           `json:"costUnknown"` // see Cost
}

// OnlineCount counts procedures by how far they are online.
type OnlineCount struct {
	Fully       int64 `json:"fully"`       // toàn trình
	Partly      int64 `json:"partly"`      // một phần
	Testing     int64 `json:"testing"`     // before integration
	Information int64 `json:"information"` // information only
	Unknown     int64 `json:"unknown"`     // nobody said
}

// FlagCount counts procedures by a flag.
type FlagCount struct {
	Yes     int64 `json:"yes"`     // it is so
	No      int64 `json:"no"`      // it is not
	Unknown int64 `json:"unknown"` // not asked about, or not known
}

// add counts a flag.
func (c *FlagCount) add(flag *bool) {
	switch {
	case flag == nil:
		c.Unknown++
	case *flag:
		c.Yes++
	default:
		c.No++
	}
}

// FeeCount counts procedures by what their fee rows in force say.
type FeeCount struct {
	Amount     int64 `json:"amount"`     // money is owed in some case at least
	Free       int64 `json:"free"`       // every row says that nothing is
	NoneStated int64 `json:"noneStated"` // no row; not free, for nobody says so
	Doubt      int64 `json:"doubt"`      // a row in doubt or incomplete, so that it cannot be told
}

// LimitCount counts procedures by whether their times are stated.
type LimitCount struct {
	Stated  int64 `json:"stated"`  // in every time option
	Partly  int64 `json:"partly"`  // in some
	Unknown int64 `json:"unknown"` // in none
}

// Group is how many procedures, or time options, share something.
type Group struct {
	Code  string `json:"code,omitempty"` // its code, where it has one
	Name  string `json:"name,omitempty"` // its name, where it has one
	Count int64  `json:"count"`          // how many
}

// Bucket is how many procedures have a number of something.
type Bucket struct {
	Number int64 `json:"number"` // of cases, of options
	Count  int64 `json:"count"`  // how many procedures
}

// Statistics counts the procedures of a snapshot. The error is that of adding up the
// cost of complying: an overflow, or a wage in one currency beside expenses in another.
func Statistics(s Snapshot) (Stats, error) {
	c := counter{stats: Stats{Day: s.valid}}
	if s.catalog != nil {
		c.stats.Recorded = int64(s.catalog.Len())
	}
	for p := range s.All() {
		c.stats.Holding++
		c.status.add(p.Status.String(), "")
		if p.Status == StatusPublic {
			if err := c.add(p); err != nil {
				return Stats{}, err
			}
		}
	}
	return c.finish(), nil
}
