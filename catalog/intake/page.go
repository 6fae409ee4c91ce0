package intake

import (
	"regexp"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/internal/strict"
)

// page is a crawled page of a procedure: the texts of its parts, tables flattened and
// their cells glued together.
type page struct {
	Ministry     string `json:"bo_nganh,omitempty"`
	Code         string `json:"ma_thu_tuc"`
	URL          string `json:"detail_url,omitempty"`
	Name         string `json:"ten_thu_tuc,omitempty"`
	Decision     string `json:"so_quyet_dinh,omitempty"`
	Levels       string `json:"cap_thuc_hien,omitempty"`
	Kind         string `json:"loai_thu_tuc,omitempty"`
	Field        string `json:"linh_vuc,omitempty"`
	Subjects     string `json:"doi_tuong_thuc_hien,omitempty"`
	Competent    string `json:"co_quan_co_tham_quyen,omitempty"`
	Reception    string `json:"dia_chi_tiep_nhan,omitempty"`
	Authorised   string `json:"co_quan_duoc_uy_quyen,omitempty"`
	Coordinating string `json:"co_quan_phoi_hop,omitempty"`
	Related      string `json:"thu_tuc_lien_quan,omitempty"`
	Steps        string `json:"trinh_tu_thuc_hien,omitempty"`
	Channels     string `json:"cach_thuc_thuc_hien,omitempty"`
	Papers       string `json:"thanh_phan_ho_so,omitempty"`
	Bases        string `json:"can_cu_phap_ly,omitempty"`
	Implementing string `json:"co_quan_thuc_hien,omitempty"`
	Conditions   string `json:"yeu_cau_dieu_kien,omitempty"`
	Results      string `json:"ket_qua_xu_ly,omitempty"`
}

// ParsePage reads the JSON object of a crawled page of the national portal: the members
// "ma_thu_tuc", "ten_thu_tuc", "cach_thuc_thuc_hien" and so on, whose texts are those of
// the page with the cells of its tables glued together. What was cut by a guess, dropped
// or not understood is in the losses, whose pointers lead to the members of the object.
// The faults are those of the object itself; unknown members are refused, or dropped
// with a loss where lenient is asked for.
func ParsePage(data []byte, o *Options) (catalog.Procedure, []Loss, motcua.Faults) {
	in, faults := strict.Read(data, func(*page) motcua.Faults { return nil })
	var dropped []Loss
	faults = admit(faults, o, &dropped)
	if faults.Err() != nil {
		return catalog.Procedure{}, dropped, faults
	}
	c := cutter{losses: &losses{list: dropped}}
	c.normalise(&in)
	d := c.document(&in)
	p, lost := FromDocument(&d)
	for _, l := range lost {
		l.Pointer = pagePointer(l.Pointer)
		c.list = append(c.list, l)
	}
	return p, c.sorted(in.Code), faults
}

// Options say how a source is read; nil is the zero value.
type Options struct {
	Lenient bool // members nobody knows are dropped with a loss, not refused
}

// admit turns the faults of unknown members into losses where that is asked for.
func admit(faults motcua.Faults, o *Options, dropped *[]Loss) motcua.Faults {
	if o == nil || !o.Lenient {
		return faults
	}
	var rest motcua.Faults
	for _, f := range faults {
		if f.Code != strict.CodeUnknown {
			rest = append(rest, f)
			continue
		}
		*dropped = append(*dropped, Loss{Kind: LossDropped, Code: lossMember, Pointer: f.Pointer, Message: f.Message})
	}
	return rest
}

// pageMembers are the members of a page behind those of a document.
var pageMembers = map[string]string{
	"code": "ma_thu_tuc", "name": "ten_thu_tuc", "decision": "so_quyet_dinh", "levels": "cap_thuc_hien", "kind": "loai_thu_tuc",
	"fields": "linh_vuc", "subjects": "doi_tuong_thuc_hien", "competent": "co_quan_co_tham_quyen", "reception": "dia_chi_tiep_nhan",
	"authorised": "co_quan_duoc_uy_quyen", "coordinating": "co_quan_phoi_hop", "related": "thu_tuc_lien_quan",
	"steps": "trinh_tu_thuc_hien", "channels": "cach_thuc_thuc_hien", "papers": "thanh_phan_ho_so", "bases": "can_cu_phap_ly",
	"implementing": "co_quan_thuc_hien", "conditions": "yeu_cau_dieu_kien", "results": "ket_qua_xu_ly", "url": "detail_url", "publisher": "bo_nganh",
}

// pagePointer leads a pointer into a document to the member of the page it came from.
func pagePointer(pointer string) string {
	member, _, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
	if from, ok := pageMembers[member]; ok {
		return "/" + from
	}
	return pointer
}

// cutter cuts the texts of one page.
type cutter struct{ *losses }

func (c *cutter) document(in *page) Document {
	return Document{
		Code: in.Code, Name: in.Name, Publisher: in.Ministry, Kind: in.Kind, Decision: c.stated(in.Decision), Status: "",
		Reception: c.stated(in.Reception), Conditions: c.stated(in.Conditions), URL: in.URL,
		Fields:       named(c.stated(in.Field)),
		Levels:       named(splitOutside(c.stated(in.Levels))...),
		Subjects:     named(splitOutside(c.stated(in.Subjects))...),
		Competent:    c.bodies("/co_quan_co_tham_quyen", in.Competent),
		Implementing: c.bodies("/co_quan_thuc_hien", in.Implementing),
		Authorised:   c.bodies("/co_quan_duoc_uy_quyen", in.Authorised),
		Coordinating: c.bodies("/co_quan_phoi_hop", in.Coordinating),
		Related:      c.related(in.Related),
		Steps:        c.steps(in.Steps),
		Channels:     c.channels(in.Channels),
		Papers:       c.papers(in.Papers),
		Bases:        c.bases(in.Bases),
		Results:      c.results(in.Results),
	}
}

// stated is a text, or nothing where the page says that there is none.
func (c *cutter) stated(text string) string {
	if strings.TrimSpace(plainText(text)) == notStated {
		return ""
	}
	return text
}

func named(names ...string) []Coded {
	var out []Coded
	for _, n := range names {
		if n != "" {
			out = append(out, Coded{Name: n})
		}
	}
	return out
}

// splitOutside cuts a list at the commas that stand in no parentheses.
func splitOutside(text string) []string {
	var out []string
	depth, from := 0, 0
	for i, r := range text {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			if depth <= 0 {
				out, from = append(out, strings.TrimSpace(text[from:i])), i+1
			}
		}
	}
	return append(out, strings.TrimSpace(text[from:]))
}

// bodyWord begins the name of a body; what does not begin so belongs to the name before
// ("Bộ Văn hóa, Thể thao và Du lịch").
var bodyWord = regexp.MustCompile(`^(Bộ|Sở|Cục|Tổng cục|Chi cục|Ủy ban|Uỷ ban|UBND|Công an|Phòng|Ban|Cảng|Trung tâm|Viện|Vụ|Thanh tra|Văn phòng|Cơ quan|Đơn vị|Tòa án|Toà án|Ngân hàng|Đại sứ|Chính phủ|Hội|Học viện|Trường|Trạm|Đội|Kho bạc|Chủ tịch|Giám đốc|Bệnh viện|Quân|Đồn|Thủ tướng|Quốc hội|Tổ chức|Công ty|Doanh nghiệp|Liên|Các|Thuế|Hải quan|Bảo hiểm|Quỹ|Nhà|Tư lệnh|Tỉnh|Thành|Lãnh đạo|Bộ trưởng|Người|Cấp|Xã|Phường|Cá nhân|Khu|Kiểm|Đăng|Cổng|Cán bộ)`)

// bodies cuts a list of bodies, whose names may hold commas.
func (c *cutter) bodies(pointer, text string) []Coded {
	var names []string
	for _, part := range splitOutside(c.stated(text)) {
		if n := len(names); n > 0 && !bodyWord.MatchString(plainText(part)) {
			names[n-1] += ", " + part
			continue
		}
		names = append(names, part)
	}
	if len(names) > 1 {
		c.add(LossGuessed, lossGlued, pointer, "", text, "danh sách cơ quan được tách theo dấu phẩy", "a list of bodies was cut at its commas")
	}
	return named(names...)
}

var procedureCode = regexp.MustCompile(`\b\d\.\d{6}\b`)

// related reads the related procedures, by their codes where there are any.
func (c *cutter) related(text string) []Coded {
	if c.stated(text) == "" {
		return nil
	}
	var out []Coded
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		out = append(out, Coded{Code: procedureCode.FindString(line), Name: line})
	}
	return out
}

// stepHead begins a step.
var stepHead = regexp.MustCompile(`(?m)^[ \t]*[-+*•]?[ \t]*(?:Bước|BƯỚC) ?\d+`)

// steps cuts the steps where they are numbered; a text without numbers is one step.
func (c *cutter) steps(text string) []DocumentSteps {
	if c.stated(text) == "" {
		return nil
	}
	text = plainText(text)
	var steps []string
	from := 0
	for _, m := range stepHead.FindAllStringIndex(text, -1) {
		if part := strings.TrimSpace(text[from:m[0]]); part != "" {
			steps = append(steps, part)
		}
		from = m[0]
	}
	if part := strings.TrimSpace(text[from:]); part != "" {
		steps = append(steps, part)
	}
	return []DocumentSteps{{Steps: steps}}
}
