package catalog

import (
	"sync"

	"github.com/motcua/motcua"
)

// Part is one of the parts that make a procedure complete.
type Part struct {
	ID     string        // "steps"
	Text   motcua.Text   // for people
	Source motcua.Source // the act that demands it
}

// part is a row of the table: a part, and what it takes to have it.
type part struct {
	Part
	has func(p *Procedure) bool
}

// parts are the parts of Decree 63/2010/NĐ-CP, art. 8(2), that the index checks (leaf
// 1.3); forms, fees and templates belong to a procedure only where it has them.
var parts = sync.OnceValue(func() []part {
	source := motcua.Source{Act: "63/2010/NĐ-CP", Article: "Điều 8 khoản 2", Basis: motcua.BasisLaw}
	row := func(id, vi, en string, has func(*Procedure) bool) part {
		return part{Part{id, motcua.Text{Vi: vi, En: en}, source}, has}
	}
	return []part{
		row("name", "tên thủ tục", "the name", func(p *Procedure) bool { return p.Name.Vi != "" }),
		row("steps", "trình tự thực hiện", "the steps", func(p *Procedure) bool { return len(p.Steps) > 0 }),
		row("manner", "cách thức thực hiện", "the manner", func(p *Procedure) bool { return len(p.Channels) > 0 }),
		row("papers", "thành phần, số lượng hồ sơ", "the papers and their number", hasPapers),
		row("time", "thời hạn giải quyết", "the time limit", hasTime),
		row("subjects", "đối tượng thực hiện", "the subjects", func(p *Procedure) bool { return len(p.Subjects) > 0 || p.SubjectsNote != "" }),
		row("agency", "cơ quan thực hiện", "the agency", func(p *Procedure) bool {
			return len(p.Bodies.Implementing) > 0 || len(p.Bodies.Competent) > 0
		}),
	}
})

// hasPapers wants a list, and a number of each paper or of the whole.
func hasPapers(p *Procedure) bool {
	for _, paper := range p.Papers {
		if paper.Originals == 0 && paper.Copies == 0 && p.Sets == 0 && len(paper.Data) == 0 {
			return false
		}
	}
	return len(p.Papers) > 0
}

// noInformation is what the portal writes where nothing is stated.
const noInformation = "Không có thông tin"

// hasTime wants a time, readable or not, in some channel; that nothing is stated is
// none.
func hasTime(p *Procedure) bool {
	for _, offer := range p.Channels {
		for _, t := range offer.Times {
			if t.Limit != nil || t.Raw != "" && t.Raw != noInformation {
				return true
			}
		}
	}
	return false
}

// Missing returns the mandatory parts that the version lacks (các bộ phận tạo thành,
// Decree 63/2010/NĐ-CP, art. 8(2)), in the order of the decree; none where it is
// complete.
func (p *Procedure) Missing() []Part {
	var missing []Part
	for i := range parts() {
		if row := &parts()[i]; !row.has(p) {
			missing = append(missing, row.Part)
		}
	}
	return missing
}
