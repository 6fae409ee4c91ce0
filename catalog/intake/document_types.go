package intake

// Document is a procedure as nested JSON in the shape of the national record
// (LayThuTuc): every value is the text of its source. Members that are empty are left
// out.
type Document struct {
	ID               string            `json:"id,omitempty"`               // of the record on the portal
	Code             string            `json:"code"`                       // of the procedure
	Name             string            `json:"name,omitempty"`             // of the procedure
	Publisher        string            `json:"publisher,omitempty"`        // code of the body that announced it
	Kind             string            `json:"kind,omitempty"`             // loại thủ tục
	DecisionID       string            `json:"decisionId,omitempty"`       // id of the decision on the portal
	Decision         string            `json:"decision,omitempty"`         // number of the decision
	Status           string            `json:"status,omitempty"`           // "1" is publicised
	SubjectsNote     string            `json:"subjectsNote,omitempty"`     // about the applicants
	Reception        string            `json:"reception,omitempty"`        // where it is received
	Conditions       string            `json:"conditions,omitempty"`       // yêu cầu, điều kiện
	Keywords         string            `json:"keywords,omitempty"`         // separated by commas
	ImplementingNote string            `json:"implementingNote,omitempty"` // about the implementing bodies
	CompetentNote    string            `json:"competentNote,omitempty"`    // about the competent bodies
	Description      string            `json:"description,omitempty"`      // about the procedure
	Levels           []Coded           `json:"levels,omitempty"`           // "0" ministry, "1" province, "2" district, "3" commune
	Fields           []Coded           `json:"fields,omitempty"`           // lĩnh vực
	Steps            []DocumentSteps   `json:"steps,omitempty"`            // by case
	Channels         []DocumentChannel `json:"channels,omitempty"`         // with times and fees
	Papers           []DocumentPapers  `json:"papers,omitempty"`           // by case
	Subjects         []Coded           `json:"subjects,omitempty"`         // đối tượng thực hiện
	Implementing     []Coded           `json:"implementing,omitempty"`     // cơ quan thực hiện
	Competent        []Coded           `json:"competent,omitempty"`        // cơ quan có thẩm quyền
	Authorised       []Coded           `json:"authorised,omitempty"`       // cơ quan được ủy quyền
	Coordinating     []Coded           `json:"coordinating,omitempty"`     // cơ quan phối hợp
	Results          []DocumentResult  `json:"results,omitempty"`          // kết quả thực hiện
	Bases            []DocumentBasis   `json:"bases,omitempty"`            // căn cứ pháp lý
	Related          []Coded           `json:"related,omitempty"`          // thủ tục liên quan
	Interconnected   []Coded           `json:"interconnected,omitempty"`   // thủ tục liên thông
	URL              string            `json:"url,omitempty"`              // where the source stands
}

// Coded is something with a code and a name.
type Coded struct {
	Code string `json:"code,omitempty"` // as its source has it
	Name string `json:"name,omitempty"` // as its source has it
}

// DocumentSteps are the steps of a case; of all if it is empty.
type DocumentSteps struct {
	Case  string   `json:"case,omitempty"`  // its name
	Steps []string `json:"steps,omitempty"` // in order
}

// DocumentChannel is a channel: "1" in person, "2" online, "3" by post.
type DocumentChannel struct {
	Channel string         `json:"channel,omitempty"` // its code
	Times   []DocumentTime `json:"times,omitempty"`   // time options
}

// DocumentTime is a time option with its fees.
type DocumentTime struct {
	Value string        `json:"value,omitempty"` // "1.5"
	Unit  string        `json:"unit,omitempty"`  // "Ngày làm việc"
	Note  string        `json:"note,omitempty"`  // description
	Fees  []DocumentFee `json:"fees,omitempty"`  // of this time
}

// DocumentFee is a fee.
type DocumentFee struct {
	Code   string `json:"code,omitempty"`   // of the fee on the portal
	Amount string `json:"amount,omitempty"` // "70,000", "Miễn phí"
	Unit   string `json:"unit,omitempty"`   // its currency: "Việt Nam Đồng"
	Note   string `json:"note,omitempty"`   // remark
	File   string `json:"file,omitempty"`   // name of an attached file
	URL    string `json:"url,omitempty"`    // where to have the file
}

// DocumentPapers are the papers of a case; of all if it is empty.
type DocumentPapers struct {
	Case   string          `json:"case,omitempty"`   // its name
	Papers []DocumentPaper `json:"papers,omitempty"` // in order
}

// DocumentPaper is a paper.
type DocumentPaper struct {
	Code       string `json:"code,omitempty"`       // mã giấy tờ
	Name       string `json:"name,omitempty"`       // of the paper
	Originals  string `json:"originals,omitempty"`  // how many
	Copies     string `json:"copies,omitempty"`     // how many
	Form       string `json:"form,omitempty"`       // name of the form
	URL        string `json:"url,omitempty"`        // where to have the form
	ReplacedBy string `json:"replacedBy,omitempty"` // code of the result that may replace it
}

// DocumentResult is a result.
type DocumentResult struct {
	Code string `json:"code,omitempty"` // "KQ.G12.001083"
	Name string `json:"name,omitempty"` // of the result
	File string `json:"file,omitempty"` // name of its template
	URL  string `json:"url,omitempty"`  // where to have the template
	Note string `json:"note,omitempty"` // description
}

// DocumentBasis is a legal basis.
type DocumentBasis struct {
	Number    string `json:"number,omitempty"`    // "60/2014/QH13"
	Title     string `json:"title,omitempty"`     // of the act
	Issued    string `json:"issued,omitempty"`    // day it was signed
	Effective string `json:"effective,omitempty"` // day it took effect
	Issuer    string `json:"issuer,omitempty"`    // body that issued it
	URL       string `json:"url,omitempty"`       // where to read it
}
