package catalog

import (
	"slices"

	"github.com/motcua/motcua"
)

// service checks what a province adds, and holds it against the procedure.
func (c *checker) service() {
	s := c.p.Service
	if s == nil {
		return
	}
	c.enum(place{member: "service/online"}, s.Online != 0, s.Online)
	c.unit(place{member: "service/unit"}, s.Unit)
	for i, u := range s.Units {
		c.unit(place{"service/units", i, ""}, u)
		if u == "" {
			c.filledIn("service/units", i, "", "")
		}
	}
	c.once("service/units", "", repeats(s.Units, itself))
	for i, l := range s.Lanes {
		c.enum(place{"service/lanes", i, "channel"}, l.Channel != 0, l.Channel)
		if len(l.Lane.ReduceBy) > 0 == (len(l.Lane.ReduceTo) > 0) {
			c.fault(lintService, itemAt("service/lanes", i, "lane"), "cần đúng một trong reduceBy và reduceTo", "want exactly one of reduceBy and reduceTo")
		}
		c.terms(place{"service/lanes", i, "lane/reduceBy"}, l.Lane.ReduceBy)
		c.terms(place{"service/lanes", i, "lane/reduceTo"}, l.Lane.ReduceTo)
	}
	online := slices.ContainsFunc(c.p.Channels, func(o Offer) bool { return o.Channel == motcua.ChannelOnline })
	if (s.Online == OnlineFully || s.Online == OnlinePartly) && len(c.p.Channels) > 0 && !online {
		c.fault(lintService, "/service/online", "cung cấp trực tuyến mà không có kênh trực tuyến", "offered online without the online channel")
	}
	if s.PopulationConnected != nil && *s.PopulationConnected && s.PopulationNeeded != nil && !*s.PopulationNeeded {
		c.warn(lintService, "/service/populationConnected", "kết nối dữ liệu dân cư mà không cần", "connected to population data that are not needed")
	}
	if s.ZeroFeeOnline != nil && *s.ZeroFeeOnline {
		c.zeroFee()
	}
	if cost := s.Cost; cost != nil {
		c.cost(cost)
	}
}

// zeroFee looks for a fee online beside the word of the province that there is none.
func (c *checker) zeroFee() {
	for i := range c.p.Fees {
		r := &c.p.Fees[i]
		online := len(r.Channels) == 0 || slices.Contains(r.Channels, motcua.ChannelOnline)
		if online && r.Doubt == "" && !r.Incomplete && !r.Free() && r.When == nil && len(r.Cases) == 0 && r.Validity.To == 0 &&
			r.IssuedBy != "" && r.IssuedBy == c.p.Service.Unit {
			c.warn(lintService, itemAt("fees", i, ""), "địa phương nói 0 đồng trực tuyến mà vẫn thu", "a fee, though the province says that it charges nothing online")
		}
	}
}

func (c *checker) cost(cost *ComplianceCost) {
	for _, n := range []struct {
		member string
		n      int64
	}{{"filingsPerYear", cost.FilingsPerYear}, {"minutes", cost.Minutes}, {"hourlyWage", cost.HourlyWage.Minor()}, {"direct", cost.Direct.Minor()}} {
		if n.n < 0 {
			c.fault(lintService, "/service/cost/"+n.member, "số âm", "is negative")
		}
	}
	if _, err := cost.PerYear(); err != nil {
		c.faults.Add(lintService, "/service/cost", motcua.Text{Vi: "không tính được", En: "cannot be computed"}, err)
	}
}
