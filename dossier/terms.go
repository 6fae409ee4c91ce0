package dossier

import (
	"slices"

	"github.com/motcua/motcua"
)

// Check finds what is wrong with the terms themselves, all of it at once: faults
// of their limits, and reasons that no row knows. Terms are checked once, where
// they are made; [Terms.Ledger] reads them as they are.
func (t *Terms) Check() motcua.Faults {
	rules := t.Rules
	if rules == nil {
		rules = shippedRules()
	}
	var faults motcua.Faults
	known := func(id, at string) {
		if rules.reason(id) < 0 {
			fault(&faults, codeReason, at, "không có lý do %q", "no row knows the reason %q", id)
		}
	}
	if t.Office == nil {
		fault(&faults, codeCount, "/office", "thiếu cơ quan để tính giờ", "there is no office to measure time")
	}
	if t.Limit != nil {
		faults = append(faults, t.Limit.Check().At("/limit")...)
		for i, e := range t.Limit.Excluded {
			known(e.Reason, motcua.Pointer("limit", "excluded", itoa(i), "reason"))
		}
	}
	if t.Answer != nil {
		faults = append(faults, t.Answer.Limit.Check().At("/answer/limit")...)
	}
	for i, row := range t.Own {
		at := motcua.Pointer("own", itoa(i))
		known(row.Reason, at+"/reason")
		faults = append(faults, row.Limit.Check().At(at+"/limit")...)
		if slices.ContainsFunc(t.Own[:i], func(o OwnTerm) bool { return o.Reason == row.Reason }) {
			fault(&faults, codeReason, at+"/reason", "lý do %q đã có", "the reason %q stands above", row.Reason)
		}
	}
	if t.Rules != nil {
		faults = append(faults, t.Rules.check().At("/rules")...)
	}
	faults.Sort()
	return faults
}
