package sample_test

import (
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/catalog/unit"
)

func TestShapesOfServices(t *testing.T) {
	yes := func(flag *bool) bool { return flag != nil && *flag }
	shown(t, []shape{
		{"online in full", "1.012575", offered(catalog.OnlineFully)},
		{"online in part", "1.000894", offered(catalog.OnlinePartly)},
		{"information only", "2.000815", offered(catalog.OnlineInformation)},
		{"being tested", "3.000228", offered(catalog.OnlineTesting)},
		{"received anywhere in the province", "1.014061", func(p *catalog.Procedure) bool { return yes(p.Service.PlaceIndependent) }},
		{"no charge online", "1.001612.000.00.00.H26", func(p *catalog.Procedure) bool { return yes(p.Service.ZeroFeeOnline) }},
		{"payment integrated", "2.000635", func(p *catalog.Procedure) bool { return yes(p.Service.PaymentIntegrated) }},
		{"population data needed and connected", "1.001193", func(p *catalog.Procedure) bool {
			return yes(p.Service.PopulationNeeded) && yes(p.Service.PopulationConnected)
		}},
		{"population data not needed", "1.013225", func(p *catalog.Procedure) bool {
			return p.Service.PopulationNeeded != nil && !*p.Service.PopulationNeeded
		}},
		{"for business", "1.001612", func(p *catalog.Procedure) bool { return yes(p.Service.Business) }},
		{"under a unit's own authority", "1.004873.000.00.00.H26", func(p *catalog.Procedure) bool { return yes(p.Service.Authority) }},
		{"the units that offer it", "1.014199.000.00.00.H05", func(p *catalog.Procedure) bool {
			return p.Service.Unit == "H05" && slices.Contains(p.Service.Units, "H05")
		}},
		{"the cost of compliance", "1.001193", func(p *catalog.Procedure) bool { return p.Service.Cost != nil }},
		{"no service at all", "1.010038", func(p *catalog.Procedure) bool { return p.Service == nil }},
	})
}

func TestShapesOfRecords(t *testing.T) {
	published := func(d catalog.Decision) bool { return d.Published != nil }
	shown(t, []shape{
		{"a code with the suffix of a province", "1.000656.000.00.00.H26", func(p *catalog.Procedure) bool {
			issuer, ok := p.Code.Issuer()
			return ok && issuer == "H26"
		}},
		{"one filing, three procedures", "2.000986", func(p *catalog.Procedure) bool {
			return len(p.Interconnected) == 3 && p.Interconnected[2].Code == "" && p.Interconnected[2].Name != ""
		}},
		{"related procedures", "1.001193", func(p *catalog.Procedure) bool { return len(p.Related) > 1 }},
		{"competence moved from the district to the commune", "2.000806", func(p *catalog.Procedure) bool {
			return len(p.Transfers) == 1 && p.Transfers[0].On == day("2025-07-01") && p.Transfers[0].Level == unit.Commune && p.Transfers[0].Source.Act == "120/2025/NĐ-CP"
		}},
		{"competence moved in part", "1.014199.000.00.00.H05", func(p *catalog.Procedure) bool { return p.Transfers[0].Share != "" }},
		{"a decision published within ten working days", "1.012789.000.00.00.H19", func(p *catalog.Procedure) bool {
			d := p.Decisions[0] // signed on a Monday, published on the Friday of that week
			return published(d) && *d.Published-d.Signed == 4
		}},
		{"a decision published late", "1.014199", func(p *catalog.Procedure) bool {
			d := p.Decisions[0] // 25 days, that is 17 working days and two holidays
			return published(d) && *d.Published-d.Signed == 25
		}},
		{"a decision signed after its bases took effect", "1.014199", func(p *catalog.Procedure) bool {
			return p.Decisions[0].Signed > p.Decisions[0].Effective
		}},
		{"a decision not published", "1.014199.000.00.00.H05", func(p *catalog.Procedure) bool { return !published(p.Decisions[0]) }},
		{"a procedure that is abolished", "1.010385", func(p *catalog.Procedure) bool { return p.Status == catalog.StatusAbolished }},
		{"a procedure not yet abolished", "1.010385", func(p *catalog.Procedure) bool { return p.Status == catalog.StatusPublic }},
		{"a proposal that somebody made", "1.013225", proposal(catalog.ProposalProposed)},
		{"a proposal that was approved", "1.012789.000.00.00.H19", proposal(catalog.ProposalApproved)},
		{"a proposal that is done", "1.001193", proposal(catalog.ProposalDone)},
		{"keywords", "1.000656", func(p *catalog.Procedure) bool { return slices.Contains(p.Keywords, "giấy chứng tử") }},
		{"coordinating bodies", "2.000986", func(p *catalog.Procedure) bool { return len(p.Bodies.Coordinating) == 2 }},
		{"a body that acts for another", "1.014199", func(p *catalog.Procedure) bool { return len(p.Bodies.Authorised) == 1 }},
		{"a result that is no document", "1.004222", func(p *catalog.Procedure) bool {
			return slices.ContainsFunc(p.Results, func(r catalog.Result) bool { return r.Document != nil && !*r.Document })
		}},
	})
}

func offered(level catalog.OnlineLevel) func(*catalog.Procedure) bool {
	return func(p *catalog.Procedure) bool { return p.Service != nil && p.Service.Online == level }
}

func proposal(status catalog.ProposalStatus) func(*catalog.Procedure) bool {
	return func(p *catalog.Procedure) bool {
		return slices.ContainsFunc(p.Proposals, func(x catalog.Proposal) bool { return x.Status == status })
	}
}

// day reads a date that is right.
func day(s string) motcua.Date {
	d, err := motcua.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestEnglishNames(t *testing.T) {
	named := 0
	for p := range sample.Catalog().Versions() {
		if p.Name.En != "" {
			named++
		}
	}
	if named < sample.Catalog().Len() {
		t.Errorf("%d of %d versions have an English name", named, sample.Catalog().Len())
	}
}
