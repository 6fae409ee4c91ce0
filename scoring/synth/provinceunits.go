package synth

import (
	"slices"

	"github.com/motcua/motcua/scoring"
)

// dealSizes says how many procedures each unit has of each kind: the known number,
// or about the usual one. What is used or paid for needs dossiers.
func (p *province) dealSizes() {
	s := &p.sizes
	for i := range p.units {
		u, n := &p.units[i], &p.n[i]
		dice := cast(uint64(len(p.units)), text(u.code))
		size := func(f figure, usual, most int64) {
			if known, ok := u.of(f); ok {
				n[f] = known
				return
			}
			n[f] = min(max(1, usual*3/4+int64(dice.below(int(usual/2+1)))), most)
		}
		offered := s.services
		if u.level == levelDepartment {
			offered = s.departmentServices
			size(authority, s.authority, p.whole(authority))
			size(provided, s.provided, n[authority])
		}
		size(services, offered, p.whole(services))
		size(feeBearing, s.feeBearing, p.whole(feeBearing))
		size(integrated, s.integrated, min(n[feeBearing], p.whole(integrated)))
		size(population, min(s.population, offered), p.whole(population))
		size(connected, s.connected, min(n[population], p.whole(connected)))
		size(feePaid, s.feePaid, min(n[paid], n[feeBearing], p.whole(feePaid)))
		size(servicesUsed, s.servicesUsed, min(n[filedOnline], n[services], p.whole(servicesUsed)))
		p.fit(i)
	}
}

// fit lowers the numbers of procedures used and paid for until the dossiers can have
// them all.
func (p *province) fit(i int) {
	u, n := &p.units[i], &p.n[i]
	if _, known := u.of(feePaid); !known {
		n[feePaid] = min(n[feePaid], max(n[servicesUsed], 1), n[paid])
	}
	n[servicesUsed] = min(max(n[servicesUsed], n[feePaid]), n[filedOnline])
	for n[servicesUsed] > max(n[feePaid], 1) && n[paid]+n[servicesUsed]-n[feePaid] > n[received] {
		n[servicesUsed]--
	}
}

// lines are the counts of the province, and of its units without what the province
// alone states.
func (p *province) lines(index *scoring.Index) []scoring.Counts {
	above := index.Counts(p.code)
	above.Name, above.Level, above.Period = p.title, levelProvince, year2026()
	for leaf, pair := range p.total {
		above.Values[slices.Index(index.Leaves(), leaf)] = scoring.Ratio(pair[0], pair[1])
	}
	out := []scoring.Counts{above}
	for i := range p.units {
		u := &p.units[i]
		c := index.Counts(u.code)
		c.Name, c.Level, c.Parent, c.Period = u.name, u.level, p.code, year2026()
		for l := range leafRows {
			row := &leafRows[l]
			at := slices.Index(index.Leaves(), row.leaf)
			if _, asked := p.total[row.leaf]; !asked || row.kind == ofDecisions || row.leaf == "1.3" || row.kind == ofCommunes ||
				row.leaf == "3.1" && u.level == levelCommune {
				continue
			}
			c.Values[at] = scoring.Ratio(p.n[i][row.num], p.n[i][row.den])
		}
		out = append(out, c)
	}
	for i := range out {
		for _, leaf := range p.null {
			out[i].Values[slices.Index(index.Leaves(), leaf)] = scoring.Value{Answer: scoring.Unknown}
		}
	}
	return out
}
