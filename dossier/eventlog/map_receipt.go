package eventlog

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// Receipt returns the map of the receipt log. It holds no activity that asks anything of
// the applicant, no extension and no payment.
func Receipt() *Map {
	return &Map{Name: "receipt", Source: source(), Seen: seenReceipt(), Rows: receiptRows()}
}

// source is what both maps rest on: the activities were read, the choice is ours.
func source() motcua.Source {
	return motcua.Source{Basis: motcua.BasisOurs, Note: motcua.Text{
		Vi: "đối chiếu tên hoạt động với vòng đời hồ sơ; tên do bên công bố nhật ký đặt",
		En: "the names of activities laid beside the life of a dossier; the names are the publishers'",
	}}
}

func is(actions ...dossier.Action) []dossier.Action { return actions }

func receiptRows() []Row {
	return []Row{
		{Code: CaseStart, Actions: is(dossier.ActionSubmit, dossier.ActionReceive, dossier.ActionHandOver), Why: whyBegun},
		{Code: CaseEnd, Actions: is(dossier.ActionFinish)},
		{Name: "T08 *", Actions: is(dossier.ActionHandOver), Pause: "consultation", Why: whyConsult},
		{Name: "T09-*", Actions: is(dossier.ActionHandOver), Back: true, Why: whyAdvice},
		{Name: "T15 *", Actions: is(dossier.ActionHandOver), Why: whyNone},
		{Name: "T06 *", Actions: is(dossier.ActionHandOver), Why: whyPerhaps},
		{Name: "T10 *", Actions: is(dossier.ActionHandOver), Why: whyPerhaps},
		{Name: "T16 *", Actions: is(dossier.ActionHandOver), Why: whyPerhaps},
		{Name: "T17 *", Actions: is(dossier.ActionHandOver), Why: whyPerhaps},
		{Name: "T18 *", Actions: is(dossier.ActionHandOver), Why: whyPerhaps},
		{Name: "T19 *", Actions: is(dossier.ActionHandOver), Why: whyPerhaps},
		{Name: "T20 *", Actions: is(dossier.ActionHandOver), Why: whyPerhaps},
		{Name: "Confirmation of receipt", Actions: is(dossier.ActionHandOver), Why: whyInside},
		{Name: "T0*", Actions: is(dossier.ActionHandOver), Why: whyInside},
		{Name: "T1*", Actions: is(dossier.ActionHandOver), Why: whyInside},
	}
}
