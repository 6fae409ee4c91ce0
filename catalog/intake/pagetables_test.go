package intake

import (
	"strings"
	"testing"
)

// TestCellEnds: a fee that runs into the text behind it is cut there, and that is said.
func TestCellEnds(t *testing.T) {
	for _, row := range []struct {
		cells string
		said  int
		why   string
	}{
		{"5 Ngày50,000 VNĐ", 0, "the end"},
		{"5 Ngày50,000 VNĐ (x)", 0, "a note"},
		{"5 NgàyMiễn phíNộp tại trụ sở", 0, "a capital"},
		{"5 Ngày50,000 VNĐ\n- Nộp", 0, "an item"},
		{"5 Ngày50,000 VNĐ/lần(x)", 0, "a unit and a note"},
		{"5 Ngày50,000 VNĐ mỗi lần", 1, "words that go on"},
		{"5 Ngày50,000 VNĐ; 20,000 VNĐ", 1, "another amount"},
		{"5 NgàyMiễn phí cho hộ nghèo", 1, "free for some"},
		{"5 Ngày50,000 VNĐ/lần cấp giấy phép lái xe quốc tế", 1, "a unit that does not end"},
	} {
		c := cutter{losses: &losses{}}
		c.channelCell("/x", row.cells)
		said := 0
		for _, l := range c.list {
			if l.Code == lossGlued && l.Kind == LossGuessed && strings.HasPrefix(l.Message.En, "where") {
				said++
			}
		}
		if said != row.said {
			t.Errorf("%q: %d losses say so, want %d: %s", row.cells, said, row.said, row.why)
		}
	}
	fee := ParseFee("50.000 Đồng/lần", "Lệ phí")
	if got := feeWords(fee); got != "50000 VND /filing" {
		t.Errorf("the unit of a cell is lost: %s", got)
	}
}

// TestChannelRows: the name of a channel within a sentence begins no row.
func TestChannelRows(t *testing.T) {
	for _, row := range []struct {
		text string
		rows int
		why  string
	}{
		{"Trực tiếp5 Ngày làm việcMiễn phíNộp Trực tiếp1 lần nhận", 1, "a number of times"},
		{"Trực tiếp5 Ngày làm việcMiễn phítại bộ phận Trực tiếp2 cửa", 1, "a number of anything"},
		{"Trực tiếp5 NgàyMiễn phíTrực tuyến3 Ngày làm việcMiễn phí", 2, "a time"},
		{"Trực tiếp5 NgàyMiễn phíTrực tuyếnKhông có thông tinMiễn phí", 2, "no time"},
		{"Trực tiếp5 NgàyMiễn phíTrực tuyến3Miễn phí", 2, "a number before a fee in words"},
		{"Trực tiếp5 NgàyMiễn phíTrực tuyến3Phí : 50,000 VNĐ", 2, "a number before a fee that says what it is"},
		{"Trực tiếp5 NgàyMiễn phíTrực tuyến1200 VNĐ", 2, "an amount"},
		{"Trực tiếp5 NgàyMiễn phíTrực tuyếnLệ phí: 50,000 VNĐ", 2, "no time, and a fee"},
	} {
		c := cutter{losses: &losses{}}
		rows := 0
		for _, channel := range c.channels(channelHeading + row.text) {
			rows += len(channel.Times)
		}
		if rows != row.rows {
			t.Errorf("%q has %d rows, want %d: %s", row.text, rows, row.rows, row.why)
		}
	}
}
