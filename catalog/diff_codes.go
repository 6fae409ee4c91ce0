package catalog

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// Codes of changes that the code decides on; the others stand in the rows.
const (
	changeKnown       = "known"
	changeOrder       = "order"
	changePapersMore  = "papersMore"
	changePapersFewer = "papersFewer"
	changeFaster      = "timeShorter"
	changeSlower      = "timeLonger"
	changeFeeUp       = "feeUp"
	changeFeeDown     = "feeDown"
	limitPattern      = "channels/times/limit"
)

// ChangeCodes returns the codes that changes have, in order.
func ChangeCodes() []string {
	codes := []string{changeOrder, changePapersMore, changePapersFewer, changeFaster, changeSlower, changeFeeUp, changeFeeDown}
	for _, r := range diffRows() {
		codes = append(codes, r.code)
	}
	for _, own := range comings() {
		codes = append(codes, own[:]...)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// comings are the codes of items that were added and removed, by list; a list without
// a row has the code of its place for both.
func comings() map[string][2]string {
	return map[string][2]string{
		"channels": {"channelOpened", "channelClosed"},
		"papers":   {"paperAdded", "paperRemoved"},
		"fees":     {"feeAdded", "feeRemoved"},
	}
}

// listRows are the lists whose items are known again by what names them.
var listRows = sync.OnceValue(func() []listRow {
	return []listRow{
		{"subjects", "code name *", motcua.Text{Vi: "đối tượng", En: "class of applicants"}},
		{"bodies/competent", "code name *", motcua.Text{Vi: "cơ quan có thẩm quyền", En: "competent body"}},
		{"bodies/implementing", "code name *", motcua.Text{Vi: "cơ quan thực hiện", En: "implementing body"}},
		{"bodies/authorised", "code name *", motcua.Text{Vi: "cơ quan được ủy quyền", En: "authorised body"}},
		{"bodies/coordinating", "code name *", motcua.Text{Vi: "cơ quan phối hợp", En: "coordinating body"}},
		{"questions", "id *", motcua.Text{Vi: "câu hỏi", En: "question"}},
		{"questions/choices", "value *", motcua.Text{Vi: "lựa chọn", En: "choice"}},
		{"cases", "id *", motcua.Text{Vi: "trường hợp", En: "case"}},
		{"steps", "* text #", motcua.Text{Vi: "bước", En: "step"}},
		{"channels", "channel *", motcua.Text{Vi: "kênh", En: "filing"}},
		{"channels/times", "id cases * #", motcua.Text{Vi: "thời hạn", En: "time"}},
		{"papers", "code name *", motcua.Text{Vi: "giấy tờ", En: "paper"}},
		{"papers/data", "code *", motcua.Text{Vi: "dữ liệu thay thế", En: "replacing data"}},
		{"fees", "* id", motcua.Text{Vi: "khoản thu", En: "fee"}},
		{"fees/tariff/bands/list", "from * #", motcua.Text{Vi: "bậc trên", En: "band above"}},
		{"results", "code name *", motcua.Text{Vi: "kết quả", En: "result"}},
		{"bases", "number title *", motcua.Text{Vi: "căn cứ pháp lý", En: "legal basis"}},
		{"related", "code name *", motcua.Text{Vi: "thủ tục liên quan", En: "related procedure"}},
		{"interconnected", "code name *", motcua.Text{Vi: "thủ tục liên thông", En: "interconnected procedure"}},
		{"decisions", "number *", motcua.Text{Vi: "quyết định", En: "decision"}},
		{"transfers", "on *", motcua.Text{Vi: "chuyển thẩm quyền", En: "transfer of competence"}},
		{"proposals", "id *", motcua.Text{Vi: "đề xuất", En: "proposal"}},
		{"service/lanes", "channel * #", motcua.Text{Vi: "luồng xanh", En: "fast lane"}},
	}
})

// feePattern begins the places where a fee says how much.
const feePattern = "fees/tariff/"

// feeChange says by how much an amount of a fee went up or down.
func feeChange(noun motcua.Text, pointer string, from, to payment.Money) Change {
	c := Change{Code: rowOf(feePattern).code, Pointer: pointer, From: from.Text(), To: to.Text(), Percent: percentage(from, to)}
	c.Text = turned(noun, c.From, c.To)
	cmp, err := to.Cmp(from)
	if err != nil || cmp == 0 {
		return c // another currency
	}
	vi, en := "tăng", "up"
	c.Code = changeFeeUp
	if cmp < 0 {
		c.Code, vi, en = changeFeeDown, "giảm", "down"
	}
	if c.Percent != nil {
		by := percentText(*c.Percent)
		vi, en = vi+" "+by.Vi, en+" "+by.En
	}
	c.Text = motcua.Text{
		Vi: fmt.Sprintf("%s %s, từ %s thành %s", noun.Vi, vi, c.From.Vi, c.To.Vi),
		En: fmt.Sprintf("%s %s, from %s to %s", noun.En, en, c.From.En, c.To.En),
	}
	return c
}

// onlineChange says since when a procedure is how far online.
func onlineChange(c *Change, _ motcua.Text, from motcua.Date) {
	c.Text = c.To
	if c.To.IsZero() {
		c.Text = motcua.Text{Vi: "không còn nêu mức độ trực tuyến", En: "online level no longer stated"}
	}
	if day := dayOf(from); !day.IsZero() && !c.To.IsZero() {
		c.Text = motcua.Text{Vi: c.Text.Vi + " từ " + day.Vi, En: c.Text.En + " from " + day.En}
	}
}

// spanChange says since when and until when something holds, and what was said before.
func spanChange(c *Change, noun motcua.Text, _ motcua.Date) {
	always := motcua.Text{Vi: "không giới hạn", En: "always"}
	from, to := orElse(c.From, always), orElse(c.To, always)
	c.Text = motcua.Text{
		Vi: fmt.Sprintf("%s: %s (trước: %s)", noun.Vi, to.Vi, from.Vi),
		En: fmt.Sprintf("%s: %s (was: %s)", noun.En, to.En, from.En),
	}
}

// flagChange says a flag, of which not known is a third value.
func flagChange(c *Change, noun motcua.Text, _ motcua.Date) {
	unknown := motcua.Text{Vi: "chưa rõ", En: "not known"}
	partly := c.From.IsZero() || c.To.IsZero()
	c.From, c.To = orElse(c.From, unknown), orElse(c.To, unknown)
	c.Text = motcua.Text{Vi: noun.Vi + ": " + c.To.Vi, En: noun.En + ": " + c.To.En}
	if partly {
		c.Text.Vi, c.Text.En = c.Text.Vi+" (trước: "+c.From.Vi+")", c.Text.En+" (was "+c.From.En+")"
	}
}

func orElse(t, other motcua.Text) motcua.Text {
	if t.IsZero() {
		return other
	}
	return t
}

// limit compares two time limits: by how much the time is shorter or longer, or from
// what to what, and then the rules about it.
func (d *differ) limit(p *plan, at spot, a, b reflect.Value) {
	from, to := a.Interface().(workday.Limit), b.Interface().(workday.Limit)
	terms := p.find([]byte("terms"), 0)
	for i := range p.members {
		if i != terms {
			m := &p.members[i]
			d.value(m.plan, at.member(m.name), a.Field(m.index), b.Field(m.index))
		} else if !slices.Equal(from.Terms, to.Terms) {
			d.add(at.member("terms"), timeChange(from, to, at.member("terms").pointer))
		}
	}
}

func timeChange(from, to workday.Limit, pointer string) Change {
	c := Change{Code: rowOf(limitPattern).code, Pointer: pointer, From: from.Text(), To: to.Text()}
	c.Text = motcua.Text{Vi: "từ " + c.From.Vi + " thành " + c.To.Vi, En: "from " + c.From.En + " to " + c.To.En}
	if len(from.Terms) != 1 || len(to.Terms) != 1 || from.Terms[0].Unit != to.Terms[0].Unit {
		return c
	}
	by, err := to.Terms[0].Amount.Sub(from.Terms[0].Amount)
	if err != nil || by.IsZero() {
		return c // written with other decimals
	}
	vi, en := " thêm ", " longer"
	c.Code = changeSlower
	if by.Sign() < 0 {
		c.Code, by, vi, en = changeFaster, by.Neg(), " ít hơn ", " shorter"
	}
	if short, err := by.Rescale(0); err == nil {
		by = short
	}
	amount := workday.Limit{Terms: []workday.Term{{Amount: by, Unit: to.Terms[0].Unit}}}.Text()
	if digits, rest, ok := strings.Cut(amount.En, " "); ok && by.Scale() == 0 && by.Coef() <= 10 && digits == by.String() {
		amount.En = numeral(int(by.Coef())) + " " + rest
	}
	c.Text = motcua.Text{Vi: "thời hạn" + vi + amount.Vi, En: amount.En + en}
	return c
}
