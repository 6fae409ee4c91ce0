package catalog

import (
	"slices"
	"strconv"

	"github.com/motcua/motcua"
)

// service checks what a province adds, and holds it against the procedure.
func (c *checker) service() {
	s := c.p.Service
	if s == nil {
		return
	}
	c.enum("/service/online", s.Online != 0, s.Online)
	for i, u := range s.Units {
		at := itemAt("service/units", i, "")
		if _, err := motcua.ParseUnit(string(u)); err != nil {
			c.faults.Add(lintForm, at, motcua.Text{Vi: "không phải mã đơn vị", En: "not a unit code"}, err)
		}
		c.once(at, slices.Contains(s.Units[:i], u))
	}
	for i, l := range s.Lanes {
		at := itemAt("service/lanes", i, "")
		c.enum(at+"/channel", l.Channel != 0, l.Channel)
		if len(l.Lane.ReduceBy) > 0 == (len(l.Lane.ReduceTo) > 0) {
			c.fault(lintService, at+"/lane", "cần đúng một trong reduceBy và reduceTo", "want exactly one of reduceBy and reduceTo")
		}
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

// checkLinks finds procedures linked to themselves, and circles of interconnection.
func checkLinks(versions []Procedure) motcua.Faults {
	var faults motcua.Faults
	edges := map[string][]string{}
	for i := range versions {
		p := &versions[i]
		for list, refs := range map[string][]Reference{"related": p.Related, "interconnected": p.Interconnected} {
			for j, ref := range refs {
				at := "/" + strconv.Itoa(i) + itemAt(list, j, "")
				if ref.Code == "" && ref.Name == "" {
					faults.Add(lintEmpty, at, motcua.Text{Vi: "không nêu thủ tục nào", En: "names no procedure"}, nil)
				}
				if ref.Code != "" && ref.Code.National() == p.Code.National() {
					faults.Add(lintSelf, at, motcua.Text{Vi: "liên kết với chính mình", En: "is linked to itself"}, nil)
				} else if list == "interconnected" && ref.Code != "" {
					from := string(p.Code.National())
					edges[from] = append(edges[from], string(ref.Code.National()))
				}
			}
		}
	}
	for i := range versions {
		code := string(versions[i].Code.National())
		if len(versions[i].Interconnected) > 0 && reaches(edges, code, code, map[string]bool{}) {
			faults.Warn(lintCycle, "/"+strconv.Itoa(i)+"/interconnected", motcua.Text{Vi: "liên thông vòng tròn", En: "sets itself off through others"}, nil)
		}
	}
	return faults
}
