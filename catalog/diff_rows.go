package catalog

import (
	"strings"
	"sync"

	"github.com/motcua/motcua"
)

// A diffRow says what a place of a procedure is called, and which code its changes
// have. A place without a row has that of the nearest place around it.
type diffRow struct {
	pattern string
	code    string
	noun    motcua.Text
	long    bool // prose, which a sentence does not quote
	special func(c *Change, noun motcua.Text, from motcua.Date)
}

func rowOf(pattern string) diffRow {
	for {
		for _, r := range diffRows() {
			if r.pattern == pattern {
				return r
			}
		}
		pattern = pattern[:max(strings.LastIndexByte(pattern, '/'), 0)]
	}
}

// diffRows are the places of a procedure, in the order of its fields; the first is the
// row of everything.
var diffRows = sync.OnceValue(func() []diffRow {
	return []diffRow{
		{"", "procedure", motcua.Text{Vi: "thủ tục", En: "the procedure"}, false, nil},
		{"code", "code", motcua.Text{Vi: "mã", En: "code"}, false, nil},
		{"version", "version", motcua.Text{Vi: "phiên bản", En: "version"}, false, nil},
		{"validity", "validity", motcua.Text{Vi: "hiệu lực", En: "validity"}, false, spanChange},
		{"known", changeKnown, motcua.Text{Vi: "thời gian ghi nhận", En: "recorded time"}, false, spanChange},
		{"record", "record", motcua.Text{Vi: "bản ghi trên Cổng", En: "record on the portal"}, false, nil},
		{"status", "status", motcua.Text{Vi: "trạng thái", En: "status"}, false, nil},
		{"name", "name", motcua.Text{Vi: "tên", En: "name"}, false, nil},
		{"kind", "kind", motcua.Text{Vi: "loại thủ tục", En: "kind"}, false, nil},
		{"field", "field", motcua.Text{Vi: "lĩnh vực", En: "field"}, false, nil},
		{"levels", "levels", motcua.Text{Vi: "cấp thực hiện", En: "level"}, false, nil},
		{"subjects", "subjects", motcua.Text{Vi: "đối tượng", En: "class of applicants"}, false, nil},
		{"subjectsNote", "subjects", motcua.Text{Vi: "mô tả đối tượng", En: "note on applicants"}, true, nil},
		{"bodies", "bodies", motcua.Text{Vi: "cơ quan", En: "bodies"}, false, nil},
		{"bodies/competent", "competence", motcua.Text{Vi: "cơ quan có thẩm quyền", En: "competent body"}, false, nil},
		{"bodies/implementing", "bodies", motcua.Text{Vi: "cơ quan thực hiện", En: "implementing body"}, false, nil},
		{"bodies/authorised", "bodies", motcua.Text{Vi: "cơ quan được ủy quyền", En: "authorised body"}, false, nil},
		{"bodies/coordinating", "bodies", motcua.Text{Vi: "cơ quan phối hợp", En: "coordinating body"}, false, nil},
		{"bodies/competentNote", "bodies", motcua.Text{Vi: "mô tả cơ quan có thẩm quyền", En: "note on the competent body"}, true, nil},
		{"bodies/implementingNote", "bodies", motcua.Text{Vi: "mô tả cơ quan thực hiện", En: "note on the implementing body"}, true, nil},
		{"reception", "reception", motcua.Text{Vi: "nơi tiếp nhận", En: "place of reception"}, true, nil},
		{"description", "description", motcua.Text{Vi: "mô tả", En: "description"}, true, nil},
		{"keywords", "keywords", motcua.Text{Vi: "từ khóa", En: "keyword"}, false, nil},
		{"questions", "questions", motcua.Text{Vi: "câu hỏi", En: "question"}, false, nil},
		{"questions/text", "questions", motcua.Text{Vi: "nội dung", En: "text"}, false, nil},
		{"questions/when", "questions", motcua.Text{Vi: "điều kiện", En: "condition"}, true, nil},
		{"cases", "cases", motcua.Text{Vi: "trường hợp", En: "case"}, false, nil},
		{"cases/when", "cases", motcua.Text{Vi: "điều kiện", En: "condition"}, true, nil},
		{"steps", "steps", motcua.Text{Vi: "bước", En: "step"}, false, nil},
		{"steps/text", "steps", motcua.Text{Vi: "nội dung", En: "text"}, true, nil},
		{"steps/time", "steps", motcua.Text{Vi: "thời gian", En: "time"}, false, nil},
		{"channels", "channels", motcua.Text{Vi: "kênh", En: "channel"}, false, nil},
		{"channels/times", "time", motcua.Text{Vi: "thời hạn", En: "time"}, false, nil},
		{"channels/times/note", "time", motcua.Text{Vi: "mô tả thời hạn", En: "note on the time"}, true, nil},
		{"channels/times/raw", "time", motcua.Text{Vi: "thời hạn như nguồn ghi", En: "time as the source writes it"}, false, nil},
		{"channels/times/limit/start", "time", motcua.Text{Vi: "thời điểm bắt đầu tính", En: "start of the time"}, false, nil},
		{"channels/times/limit/cutOff", "time", motcua.Text{Vi: "giờ chốt", En: "cut-off"}, false, nil},
		{"channels/times/limit/supplement", "time", motcua.Text{Vi: "khi bổ sung hồ sơ", En: "after a supplement"}, false, nil},
		{"channels/times/limit/remainder", "time", motcua.Text{Vi: "thời hạn còn lại sau bổ sung", En: "time that remains after a supplement"}, false, nil},
		{"channels/times/limit/excluded", "time", motcua.Text{Vi: "thời gian không tính", En: "time that does not count"}, false, nil},
		{"channels/times/limit/lane", "lanes", motcua.Text{Vi: "luồng xanh", En: "fast lane"}, false, nil},
		{"channels/times/limit/source", "time", motcua.Text{Vi: "căn cứ của thời hạn", En: "source of the time"}, false, nil},
		{"channels/times/cases", "time", motcua.Text{Vi: "trường hợp", En: "case"}, false, nil},
		{"papers", "papers", motcua.Text{Vi: "giấy tờ", En: "paper"}, false, nil},
		{"papers/name", "paperRenamed", motcua.Text{Vi: "tên", En: "name"}, false, nil},
		{"papers/originals", "paperCopies", motcua.Text{Vi: "số bản chính", En: "originals"}, false, nil},
		{"papers/copies", "paperCopies", motcua.Text{Vi: "số bản sao", En: "copies"}, false, nil},
		{"papers/code", "papers", motcua.Text{Vi: "mã", En: "code"}, false, nil},
		{"papers/cases", "papers", motcua.Text{Vi: "trường hợp", En: "case"}, false, nil},
		{"papers/form", "papers", motcua.Text{Vi: "mẫu", En: "form"}, false, nil},
		{"papers/replacedBy", "paperReplaced", motcua.Text{Vi: "kết quả thay thế", En: "result that replaces it"}, false, nil},
		{"papers/data", "paperReplaced", motcua.Text{Vi: "dữ liệu thay thế", En: "data that replace it"}, false, nil},
		{"papers/when", "papers", motcua.Text{Vi: "điều kiện", En: "condition"}, true, nil},
		{"papers/oneOf", "papers", motcua.Text{Vi: "nhóm chỉ cần một", En: "group of which one is enough"}, false, nil},
		{"papers/note", "papers", motcua.Text{Vi: "ghi chú", En: "note"}, true, nil},
		{"sets", "sets", motcua.Text{Vi: "số bộ hồ sơ", En: "number of dossiers"}, false, nil},
		{"fees", "fees", motcua.Text{Vi: "khoản thu", En: "fee"}, false, nil},
		{"fees/code", "fees", motcua.Text{Vi: "mã", En: "code"}, false, nil},
		{"fees/name", "fees", motcua.Text{Vi: "tên", En: "name"}, false, nil},
		{"fees/kind", "fees", motcua.Text{Vi: "loại", En: "kind"}, false, nil},
		{"fees/validity", "fees", motcua.Text{Vi: "hiệu lực", En: "validity"}, false, spanChange},
		{"fees/channels", "fees", motcua.Text{Vi: "kênh", En: "channel"}, false, nil},
		{"fees/options", "fees", motcua.Text{Vi: "lựa chọn thời hạn", En: "time option"}, false, nil},
		{"fees/cases", "fees", motcua.Text{Vi: "trường hợp", En: "case"}, false, nil},
		{"fees/when", "fees", motcua.Text{Vi: "điều kiện", En: "condition"}, true, nil},
		{"fees/unit", "fees", motcua.Text{Vi: "đơn vị tính", En: "unit of count"}, false, nil},
		{"fees/tariff", "fees", motcua.Text{Vi: "mức thu", En: "tariff"}, false, nil},
		{"fees/tariff/fixed", "fees", motcua.Text{Vi: "mức thu", En: "amount"}, false, nil},
		{"fees/tariff/perUnit", "fees", motcua.Text{Vi: "mức thu mỗi đơn vị", En: "amount for each unit"}, false, nil},
		{"fees/tariff/bands/list/fixed", "fees", motcua.Text{Vi: "mức thu", En: "amount"}, false, nil},
		{"fees/tariff/bands/list/each", "fees", motcua.Text{Vi: "mức thu mỗi đơn vị", En: "amount for each unit"}, false, nil},
		{"fees/tariff/percent/rate", "fees", motcua.Text{Vi: "tỷ lệ phần trăm", En: "percentage"}, false, nil},
		{"fees/tariff/least", "fees", motcua.Text{Vi: "mức tối thiểu", En: "least amount"}, false, nil},
		{"fees/tariff/most", "fees", motcua.Text{Vi: "mức tối đa", En: "most amount"}, false, nil},
		{"fees/issuer", "fees", motcua.Text{Vi: "cơ quan ban hành", En: "issuer"}, false, nil},
		{"fees/issuedBy", "fees", motcua.Text{Vi: "tỉnh ban hành", En: "province that issued it"}, false, nil},
		{"fees/moment", "fees", motcua.Text{Vi: "thời điểm nộp", En: "moment of payment"}, false, nil},
		{"fees/status", "fees", motcua.Text{Vi: "trạng thái", En: "status"}, false, nil},
		{"fees/incomplete", "fees", motcua.Text{Vi: "chưa đầy đủ", En: "incomplete"}, false, nil},
		{"fees/missing", "fees", motcua.Text{Vi: "còn thiếu", En: "what is missing"}, false, nil},
		{"fees/doubt", "fees", motcua.Text{Vi: "nghi vấn", En: "doubt"}, false, nil},
		{"fees/raw", "fees", motcua.Text{Vi: "như nguồn ghi", En: "as the source writes it"}, false, nil},
		{"fees/source", "fees", motcua.Text{Vi: "nguồn", En: "source"}, false, nil},
		{"results", "results", motcua.Text{Vi: "kết quả", En: "result"}, false, nil},
		{"conditions", "conditions", motcua.Text{Vi: "yêu cầu, điều kiện", En: "requirements and conditions"}, true, nil},
		{"redress", "redress", motcua.Text{Vi: "khiếu nại", En: "redress"}, true, nil},
		{"bases", "bases", motcua.Text{Vi: "căn cứ pháp lý", En: "legal basis"}, false, nil},
		{"related", "related", motcua.Text{Vi: "thủ tục liên quan", En: "related procedure"}, false, nil},
		{"interconnected", "interconnected", motcua.Text{Vi: "thủ tục liên thông", En: "interconnected procedure"}, false, nil},
		{"decisions", "decisions", motcua.Text{Vi: "quyết định công bố", En: "decision"}, false, nil},
		{"transfers", "transfers", motcua.Text{Vi: "chuyển thẩm quyền", En: "transfer of competence"}, false, nil},
		{"proposals", "proposals", motcua.Text{Vi: "đề xuất cải cách", En: "proposed reform"}, false, nil},
		{"service", "service", motcua.Text{Vi: "cung cấp dịch vụ", En: "service"}, false, nil},
		{"service/unit", "service", motcua.Text{Vi: "đơn vị công bố", En: "unit that adds it"}, false, nil},
		{"service/online", "online", motcua.Text{Vi: "mức độ trực tuyến", En: "online level"}, false, onlineChange},
		{"service/authority", "authority", motcua.Text{Vi: "thuộc thẩm quyền", En: "under the unit's authority"}, false, flagChange},
		{"service/paymentIntegrated", "paymentIntegrated", motcua.Text{Vi: "thanh toán trực tuyến", En: "payment online"}, false, flagChange},
		{"service/populationNeeded", "population", motcua.Text{Vi: "cần dữ liệu dân cư", En: "needs population data"}, false, flagChange},
		{"service/populationConnected", "population", motcua.Text{Vi: "kết nối dữ liệu dân cư", En: "connected to population data"}, false, flagChange},
		{"service/business", "business", motcua.Text{Vi: "liên quan sản xuất, kinh doanh", En: "concerns business"}, false, flagChange},
		{"service/placeIndependent", "placeIndependent", motcua.Text{Vi: "tiếp nhận phi địa giới", En: "received anywhere in the province"}, false, flagChange},
		{"service/zeroFeeOnline", "zeroFeeOnline", motcua.Text{Vi: "0 đồng khi nộp trực tuyến", En: "no fee online"}, false, flagChange},
		{"service/units", "offering", motcua.Text{Vi: "đơn vị cung cấp", En: "offering unit"}, false, nil},
		{"service/lanes", "lanes", motcua.Text{Vi: "luồng xanh", En: "fast lane"}, false, nil},
		{"service/cost", "cost", motcua.Text{Vi: "chi phí tuân thủ", En: "cost of complying"}, false, nil},
		{"service/source", "source", motcua.Text{Vi: "nguồn", En: "source"}, false, nil},
		{"source", "source", motcua.Text{Vi: "nguồn", En: "source"}, false, nil},
	}
})
