package forms

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// The forms of TT 03/2025/TT-VPCP, by their ids.
const (
	Receipt    = "receipt"    // 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả
	Supplement = "supplement" // 02, phiếu yêu cầu bổ sung, hoàn thiện hồ sơ
	Refusal    = "refusal"    // 03, phiếu từ chối tiếp nhận, giải quyết hồ sơ
	Apology    = "apology"    // 04, văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết
	Stop       = "stop"       // 05, thông báo dừng giải quyết hồ sơ
	Control    = "control"    // 06, phiếu kiểm soát quá trình giải quyết hồ sơ
	Register   = "register"   // 07, sổ theo dõi hồ sơ
)

// Row is one form: what it is called, what it reports, how it is printed.
type Row struct {
	Procedures []motcua.ProcedureCode `json:"procedures,omitempty"` // the procedures it is for; empty: all
	ID         string                 `json:"id"`                   // one of the seven, which it replaces, or another
	Number     string                 `json:"number"`               // in its act, "01"
	Title      motcua.Text            `json:"title"`                // over the form
	Action     dossier.Action         `json:"action,omitzero"`      // what it reports; absent: the whole history since reception
	Template   string                 `json:"template"`             // name of its template, "receipt.html"
	Source     motcua.Source          `json:"source"`               // the act that has it
}

// is reports whether the row is for a procedure by name, or for all of them.
func (r *Row) is(p motcua.ProcedureCode) (named, all bool) {
	return slices.ContainsFunc(r.Procedures, func(q motcua.ProcedureCode) bool { return q.National() == p.National() }), len(r.Procedures) == 0
}

var (
	byCircular = motcua.Source{Act: "03/2025/TT-VPCP", Article: "Phụ lục I", Basis: motcua.BasisPress,
		Note: motcua.Text{Vi: "tên mẫu theo báo chí; nội dung theo mẫu của TT 01/2018/TT-VPCP", En: "titles as reported; fields as in the forms of TT 01/2018/TT-VPCP"}}
	byTitleAlone = motcua.Source{Act: "03/2025/TT-VPCP", Article: "Phụ lục I", Basis: motcua.BasisPress,
		Note: motcua.Text{Vi: "tên mẫu theo báo chí; mẫu mới, nội dung do chúng tôi soạn", En: "the title as reported; a new form, whose fields are ours"}}
)

// standardRows are in the order of their numbers.
var standardRows = [...]Row{
	{nil, Receipt, "01", motcua.Text{Vi: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", En: "Receipt and appointment"}, dossier.ActionReceive, "receipt.html", byCircular},
	{nil, Supplement, "02", motcua.Text{Vi: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", En: "Request for supplements"}, dossier.ActionAskSupplement, "supplement.html", byCircular},
	{nil, Refusal, "03", motcua.Text{Vi: "Phiếu từ chối tiếp nhận, giải quyết hồ sơ", En: "Refusal"}, dossier.ActionRefuse, "refusal.html", byCircular},
	{nil, Apology, "04", motcua.Text{Vi: "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", En: "Apology and new appointment"}, dossier.ActionExtend, "apology.html", byCircular},
	{nil, Stop, "05", motcua.Text{Vi: "Thông báo dừng giải quyết hồ sơ", En: "Notice that the work has stopped"}, dossier.ActionStop, "stop.html", byTitleAlone},
	{nil, Control, "06", motcua.Text{Vi: "Phiếu kiểm soát quá trình giải quyết hồ sơ", En: "Sheet that follows the work"}, 0, "control.html", byCircular},
	{nil, Register, "07", motcua.Text{Vi: "Sổ theo dõi hồ sơ", En: "Register of dossiers"}, 0, "register.html", byCircular},
}

// For lists the forms of a procedure, one for each id: its own where it has them, the
// standard ones otherwise, and then those that are only its own. The code may be the
// national one or a local one; none has the forms that are for all.
func (s *Set) For(p motcua.ProcedureCode) []Row {
	var list []Row
	for _, row := range s.rows {
		if best, ok := s.row(p, row.ID); ok && !slices.ContainsFunc(list, func(r Row) bool { return r.ID == row.ID }) {
			best.Procedures = slices.Clone(best.Procedures)
			list = append(list, best)
		}
	}
	return list
}

// row is the form of an id: of rows for the procedure by name the last, or else of
// those for all.
func (s *Set) row(p motcua.ProcedureCode, id string) (best Row, ok bool) {
	byName := false
	for i := range s.rows {
		r := &s.rows[i]
		if r.ID != id {
			continue
		}
		named, all := r.is(p)
		if named || all && !byName {
			best, ok, byName = *r, true, named
		}
	}
	return best, ok
}
