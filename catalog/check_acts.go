package catalog

import "github.com/motcua/motcua"

// acts checks legal bases, decisions, transfers and proposals.
func (c *checker) acts() {
	p := c.p
	for i, b := range p.Bases {
		c.filledIn("bases", i, "number", b.Number)
		c.ordered(place{"bases", i, "effective"}, b.Issued, b.Effective)
	}
	c.once("bases", "number", repeats(p.Bases, func(b *LegalBasis) [2]string {
		if b.Number == "" {
			return [2]string{}
		}
		return [2]string{b.Number, b.Title}
	}))
	type decision struct {
		number string
		kind   DecisionKind
	}
	for i, d := range p.Decisions {
		c.filledIn("decisions", i, "number", d.Number)
		c.enum(place{"decisions", i, "kind"}, true, d.Kind)
		c.unit(place{"decisions", i, "unit"}, d.Unit)
		if d.Published != nil {
			c.ordered(place{"decisions", i, "published"}, d.Signed, *d.Published)
		}
	}
	c.once("decisions", "number", repeats(p.Decisions, func(d *Decision) decision {
		if d.Number == "" {
			return decision{}
		}
		return decision{d.Number, d.Kind}
	}))
	c.changes()
}

// changes checks transfers and proposals.
func (c *checker) changes() {
	p := c.p
	for i, t := range p.Transfers {
		c.enum(place{"transfers", i, "level"}, t.Level != 0, t.Level)
		if t.On.IsZero() {
			c.fault(lintEmpty, itemAt("transfers", i, "on"), "thiếu ngày", "the day is missing")
		}
		c.filledIn("transfers", i, "from/name", t.From.Name)
		c.filledIn("transfers", i, "to/name", t.To.Name)
		if t.From == t.To && t.From.Name != "" {
			c.fault(lintSelf, itemAt("transfers", i, "to"), "chuyển cho chính mình", "is transferred to itself")
		}
	}
	c.once("transfers", "", repeats(p.Transfers, itself))
	for i, r := range p.Proposals {
		c.filledIn("proposals", i, "id", r.ID)
		if r.Text.IsZero() {
			c.filledIn("proposals", i, "text", "")
		}
		c.enum(place{"proposals", i, "status"}, true, r.Status)
	}
	c.once("proposals", "id", repeats(p.Proposals, func(r *Proposal) string { return r.ID }))
}

// ordered reports a day before the one it follows.
func (c *checker) ordered(at place, first, then motcua.Date) {
	if !first.IsZero() && !then.IsZero() && then < first {
		c.fault(lintOrder, at.String(), then.String()+" trước "+first.String(), then.String()+" is before "+first.String())
	}
}

// links checks the procedures that this one names.
func (c *checker) links() {
	for _, list := range []struct {
		name string
		refs []Reference
	}{{"related", c.p.Related}, {"interconnected", c.p.Interconnected}} {
		for i, ref := range list.refs {
			c.procedure(place{list.name, i, "code"}, ref.Code)
			if ref == (Reference{}) {
				c.fault(lintEmpty, itemAt(list.name, i, ""), "không nêu thủ tục nào", "names no procedure")
			}
			if ref.Code != "" && ref.Code.National() == c.p.Code.National() {
				c.fault(lintSelf, itemAt(list.name, i, ""), "liên kết với chính mình", "is linked to itself")
			}
		}
		c.once(list.name, "", repeats(list.refs, itself))
	}
}
