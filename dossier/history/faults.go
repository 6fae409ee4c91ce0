package history

import (
	"fmt"

	"github.com/motcua/motcua"
)

// flaw is one kind of thing that can be wrong with a history. Codes are retired, never
// reused.
type flaw struct {
	code string
	text motcua.Text
	warn bool
}

// What can be wrong with the form of a record.
var (
	flawNoRecord = flaw{code: "HIS-FORM-01", text: motcua.Text{Vi: "không phải bản ghi lịch sử của hồ sơ", En: "no record of a dossier's history"}}
	flawLayout   = flaw{code: "HIS-FORM-02", text: motcua.Text{Vi: "nội dung đúng nhưng được viết theo cách khác", En: "says what was sealed, but is written in another way"}, warn: true}
	flawFormat   = flaw{code: "HIS-FORM-03", text: motcua.Text{Vi: "phiên bản %d, chương trình này không biết", En: "of format %d, which this program does not know"}}
	flawAction   = flaw{code: "HIS-FORM-04", text: motcua.Text{
		Vi: "hành động không được biết đến; trạng thái mà nó dẫn đến được giữ nguyên", En: "an action that is not known; the state it led to is taken over",
	}}
	flawUnwritable = flaw{code: "HIS-FORM-06", text: motcua.Text{Vi: "sự kiện có giá trị không ghi được", En: "the event holds a value that cannot be written"}}
	flawVersion    = flaw{code: "HIS-FORM-05", text: motcua.Text{Vi: "số thứ tự nhỏ hơn 1", En: "a version below 1"}}
)

// What can be wrong with where a record stands and with what stands beside it.
var (
	flawID     = flaw{code: "HIS-REC-01", text: motcua.Text{Vi: "mã khác với mã trong sự kiện", En: "another id than the event has"}}
	flawType   = flaw{code: "HIS-REC-02", text: motcua.Text{Vi: "loại khác với hành động của sự kiện", En: "another type than the action of the event"}}
	flawTime   = flaw{code: "HIS-REC-03", text: motcua.Text{Vi: "thời điểm khác với thời điểm trong sự kiện", En: "another time than the event has"}}
	flawStream = flaw{code: "HIS-REC-04", text: motcua.Text{Vi: "bản ghi của lịch sử khác", En: "a record of another history"}}
	flawOrder  = flaw{code: "HIS-REC-05", text: motcua.Text{
		Vi: "bản ghi số %d đứng ở vị trí %d: bị thiếu, lặp hoặc đảo thứ tự", En: "the record of version %d stands at place %d: some are missing, doubled or out of order",
	}}
	flawNumber = flaw{code: "HIS-REC-06", text: motcua.Text{Vi: "được đánh số %d, vị trí là %d", En: "is numbered %d, the place is %d"}}
	flawFiled  = flaw{code: "HIS-REC-07", text: motcua.Text{Vi: "mã hồ sơ khác với lịch sử này", En: "files a dossier other than that of the history"}}
)

// What can be wrong with hashes.
var (
	flawSealed = flaw{code: "HIS-SEAL-01", text: motcua.Text{Vi: "nội dung không khớp mã băm", En: "what is written is not what was sealed"}}
	flawHash   = flaw{code: "HIS-SEAL-02", text: motcua.Text{Vi: "mã băm sai; nội dung được bản ghi sau xác nhận", En: "the hash is wrong; what is written is vouched for elsewhere"}}
	flawLink   = flaw{code: "HIS-SEAL-03", text: motcua.Text{Vi: "không nối với bản ghi đứng trước", En: "does not follow the record before it"}}
	flawShort  = flaw{code: "HIS-HEAD-01", text: motcua.Text{Vi: "lịch sử dừng ở %d, mốc đã lưu là %d", En: "the history ends with version %d, the head that was kept is of %d"}}
	flawHead   = flaw{code: "HIS-HEAD-02", text: motcua.Text{Vi: "khác với mốc đã lưu: lịch sử đã bị viết lại", En: "is not what the head that was kept vouches for: the history was rewritten"}}
)

func (f flaw) add(faults *motcua.Faults, pointer string, args ...any) {
	text := f.text
	if len(args) > 0 {
		text = motcua.Text{Vi: fmt.Sprintf(text.Vi, args...), En: fmt.Sprintf(text.En, args...)}
	}
	if f.warn {
		faults.Warn(f.code, pointer, text, nil)
		return
	}
	faults.Add(f.code, pointer, text, nil)
}
