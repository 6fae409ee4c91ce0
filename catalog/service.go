package catalog

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// Service is what a province, or a ministry, adds to a procedure: how it offers it.
// The flags are independent of one another; one that is absent was not asked about,
// one that is null is not known.
type Service struct {
	// Unit adds it.
	Unit motcua.UnitCode `json:"unit,omitempty"`
	// Online says how far the procedure is online (Decree 42/2022/NĐ-CP, art. 11).
	Online OnlineLevel `json:"online,omitzero"`
	// Authority says that it is under the unit's own authority.
	Authority *bool `json:"authority,omitempty" jsonschema:"nullable"`
	// PaymentIntegrated says that fees can be paid online.
	PaymentIntegrated *bool `json:"paymentIntegrated,omitempty" jsonschema:"nullable"`
	// PopulationNeeded says that it needs population data (CSDL dân cư),
	// PopulationConnected that it is connected to them.
	PopulationNeeded    *bool `json:"populationNeeded,omitempty" jsonschema:"nullable"`
	PopulationConnected *bool `json:"populationConnected,omitempty" jsonschema:"nullable"` // see PopulationNeeded
	// Business says that it concerns production and business.
	Business *bool `json:"business,omitempty" jsonschema:"nullable"`
	// PlaceIndependent says that it is received anywhere in the province (phi địa giới
	// hành chính).
	PlaceIndependent *bool `json:"placeIndependent,omitempty" jsonschema:"nullable"`
	// ZeroFeeOnline says that the province charges nothing for filing online.
	ZeroFeeOnline *bool `json:"zeroFeeOnline,omitempty" jsonschema:"nullable"`
	// Units are the units that offer it.
	Units []motcua.UnitCode `json:"units,omitempty"`
	// Lanes are fast lanes (luồng xanh), by channel.
	Lanes []ChannelLane `json:"lanes,omitempty"`
	// Cost is what it costs people to comply.
	Cost *ComplianceCost `json:"cost,omitempty"`
	// Source says where this is taken from.
	Source motcua.Source `json:"source,omitzero"`
}

// ChannelLane is a fast lane in one channel.
type ChannelLane struct {
	Channel motcua.Channel `json:"channel,omitzero"` // all if absent
	Lane    workday.Lane   `json:"lane"`             // the promise
}

// ComplianceCost holds the parameters of the cost of complying with a procedure (chi
// phí tuân thủ): for each filing the time at a wage and what is paid, times the
// filings of a year.
type ComplianceCost struct {
	FilingsPerYear int64         `json:"filingsPerYear" jsonschema:"minimum=0,maximum=9007199254740991"` // filings of a year
	Minutes        int64         `json:"minutes" jsonschema:"minimum=0,maximum=9007199254740991"`        // of a person's time, a filing
	HourlyWage     payment.Money `json:"hourlyWage"`                                                     // of the person who files
	Direct         payment.Money `json:"direct"`                                                         // travel, copies, services, fees; a filing
	Source         motcua.Source `json:"source,omitzero"`                                                // of the parameters
}

const minutesOfHour = 60

// PerFiling returns the cost of one filing, rounded half up to the minor unit.
// Overflow and mixed currencies are errors of package payment.
func (c ComplianceCost) PerFiling() (payment.Money, error) {
	time, err := c.HourlyWage.Share(c.Minutes, minutesOfHour, payment.HalfUp)
	if err != nil {
		return payment.Money{}, err
	}
	return time.Add(c.Direct)
}

// PerYear returns the cost of all filings of a year; the errors are those of
// PerFiling.
func (c ComplianceCost) PerYear() (payment.Money, error) {
	one, err := c.PerFiling()
	if err != nil {
		return payment.Money{}, err
	}
	return one.Mul(c.FilingsPerYear)
}

// Transfer is a change of competence: from a district or a province to a commune, or
// to a merged unit.
type Transfer struct {
	On     motcua.Date   `json:"on"`              // first day of the new competence
	From   Body          `json:"from"`            // competent before
	To     Body          `json:"to"`              // competent since
	Level  unit.Level    `json:"level,omitzero"`  // of the body competent since
	Share  string        `json:"share,omitempty"` // what is transferred, if not all of it
	Source motcua.Source `json:"source"`          // the act
}

// Proposal is a proposed reform of a procedure.
type Proposal struct {
	ID        string         `json:"id"`                 // within the procedure
	Text      motcua.Text    `json:"text"`               // what is proposed
	Aspect    string         `json:"aspect,omitempty"`   // "time", "fee", "papers", "online", "abolish", …
	Status    ProposalStatus `json:"status"`             // how far it got
	Effective motcua.Date    `json:"effective,omitzero"` // day it is to take effect
	Source    motcua.Source  `json:"source"`             // the act or plan
}
