package intake

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// The headings of the tables of a page.
const (
	channelHeading = "Hình thức nộpThời gianPhí, lệ phíMô tả"
	paperHeading   = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
	basisHeading   = "Tên văn bản pháp lýMã văn bản"
)

// channelRow begins a row of the table of channels: the name of a channel and a cell of
// times, or of fees where there is none. A number alone is no cell: "nộp Trực tiếp1 lần"
// goes on in a sentence.
var channelRow = regexp.MustCompile(`(Trực tiếp|Trực tuyến|Dịch vụ bưu chính)` +
	`(\d+(?:[.,]\d+)* ?(?:` + timeUnits + `)|[\d.,]+ (?:` + currencies + `)|(?:\d{1,3})?(?:` + freeWords + `))`)

// The words of the cells of channels, as alternatives.
const (
	timeUnits  = `Ngày làm việc|Ngày|Giờ làm việc|Giờ|Tháng|Năm|Tuần|Phút`
	currencies = `Việt Nam Đồng|VNĐ|VND|USD|Đồng`
	freeWords  = `Miễn phí|Không có thông tin|(?:Phí|Lệ phí) ?:`
)

var channelNames = map[string]string{"Trực tiếp": "1", "Trực tuyến": "2", "Dịch vụ bưu chính": "3"}

// channels reads the table of channels; several rows of one channel are its time options.
func (c *cutter) channels(text string) []DocumentChannel {
	const pointer = "/cach_thuc_thuc_hien"
	body := c.headed(pointer, plainText(c.stated(text)), channelHeading)
	starts := channelRow.FindAllStringSubmatchIndex(body, -1)
	if len(starts) == 0 {
		c.unread(pointer, body)
		return nil
	}
	c.unread(pointer, body[:starts[0][0]])
	var out []DocumentChannel
	for i, m := range starts {
		end := len(body)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		code := channelNames[body[m[2]:m[3]]]
		time := c.channelCell(pointer, body[m[3]:end])
		if n := len(out); n > 0 && out[n-1].Channel == code {
			out[n-1].Times = append(out[n-1].Times, time)
		} else {
			out = append(out, DocumentChannel{Channel: code, Times: []DocumentTime{time}})
		}
	}
	return out
}

// headed takes the heading of a table off.
func (c *cutter) headed(pointer, text, heading string) string {
	body, ok := strings.CutPrefix(strings.TrimSpace(text), heading)
	if ok {
		c.add(LossDropped, lossChrome, pointer, "", heading, "tiêu đề bảng", "the heading of a table")
	}
	return body
}

// unread reports a text nothing was made of.
func (c *cutter) unread(pointer, text string) {
	if strings.TrimSpace(text) != "" {
		c.add(LossUnread, lossText, pointer, "", text, "không hiểu được đoạn này", "nothing was made of this text")
	}
}

var (
	// timeCell is a time: a number and a unit, or the words for none.
	timeCell = regexp.MustCompile(`^(?:(\d+(?:[.,]\d+)*) ?(` + timeUnits + `)|Không có thông tin)`)
	// bareTime is a number without a unit before a fee that begins with a word.
	bareTime = regexp.MustCompile(`^(\d{1,3})(?:` + freeWords + `)`)
	// moneyCell is a fee: an amount, a currency and maybe the unit it is counted by, or the
	// words for nothing and for none.
	moneyCell = regexp.MustCompile(`^\s*((?:Phí|Lệ phí) ?: ?)?(([\d.,]+) ((?:` + currencies + `)(?: ?/ ?(?:\d+ )?\p{L}\p{Ll}*(?: \p{Ll}+){0,3})?)|Miễn phí|Không có thông tin)`)
	// cellEnd is what may follow a fee: a note, the next cell, an item of a list, the end.
	cellEnd = regexp.MustCompile(`^\s*(?:$|[(\p{Lu}\-+•*–]|(?:\d{1,2}|\p{Ll})[.)] ?\p{Lu})`)
	// gluedCell is a time without a unit and an amount, which nobody can tell apart.
	gluedCell = regexp.MustCompile(`^[\d.,]+ (?:` + currencies + `)`)
)

// channelCell reads the cells of a row after the name of its channel.
func (c *cutter) channelCell(pointer, cells string) DocumentTime {
	var t DocumentTime
	rest := cells
	switch m := timeCell.FindStringSubmatch(rest); {
	case m != nil:
		t.Value, t.Unit = m[1], m[2]
		if m[1] == "" {
			t.Value = notStated
		}
		rest = rest[len(m[0]):]
	case bareTime.MatchString(rest):
		t.Value = bareTime.FindStringSubmatch(rest)[1]
		rest = rest[len(t.Value):]
	case gluedCell.MatchString(rest):
		cell := gluedCell.FindString(rest)
		note, after := cutNote(rest[len(cell):])
		c.add(LossUnread, lossTime, pointer, "", cell, "thời hạn không có đơn vị dính liền số tiền, không tách được", "a time without a unit and an amount, which cannot be told apart")
		t.Value, t.Note = cell, after
		t.Fees = []DocumentFee{{Amount: "? " + cell, Note: note}}
		return t
	case feeLine.MatchString(rest): // no time at all
	default:
		c.unread(pointer, cells)
		return t
	}
	t.Fees, rest = c.feeCells(pointer, rest)
	t.Note = strings.TrimSpace(rest)
	return t
}

// feeCells reads the fees of a row: one cell, or several that each say what they are,
// "Phí: 50.000 Đồng (…)Lệ phí: 20.000 Đồng". What speaks of fees without such a cell is
// the note of one that states nothing else.
func (c *cutter) feeCells(pointer, rest string) ([]DocumentFee, string) {
	var fees []DocumentFee
	for m := moneyCell.FindStringSubmatch(rest); m != nil && (fees == nil || m[1] != ""); m = moneyCell.FindStringSubmatch(rest) {
		fee := DocumentFee{Amount: m[3], Unit: m[4]}
		if m[3] == "" {
			fee.Amount = m[2]
		}
		rest = rest[len(m[0]):]
		if !cellEnd.MatchString(rest) {
			c.add(LossGuessed, lossGlued, pointer, "", strings.TrimSpace(m[0]), "không rõ ô phí, lệ phí hết ở đâu; coi là hết ở đây", "where the cell of the fee ends is not clear; it is taken to end here")
		}
		fee.Note, rest = cutNote(strings.TrimLeft(rest, " "))
		fee.Note = strings.TrimSpace(m[1] + fee.Note)
		fees = append(fees, fee)
	}
	if len(fees) > 1 {
		return fees, rest
	}
	fee := DocumentFee{}
	if len(fees) == 1 {
		fee = fees[0]
	}
	lines, rest := c.feeLines(pointer, fee.Amount, rest)
	fee.Note = strings.TrimSpace(fee.Note + "\n" + lines)
	if fee == (DocumentFee{}) {
		return nil, rest
	}
	return []DocumentFee{fee}, rest
}

// feeLines takes the lines of a description that speak of fees. Where no fee is stated,
// only lines with amounts do.
func (c *cutter) feeLines(pointer, amount, text string) (lines, rest string) {
	var moved, kept []string
	for _, line := range strings.Split(text, "\n") {
		if len(amountsIn(norm.NFC.String(line))) > 0 || amount != notStated && feeLine.MatchString(line) {
			moved = append(moved, line)
		} else {
			kept = append(kept, line)
		}
	}
	if len(moved) == 0 {
		return "", text
	}
	lines = strings.TrimSpace(strings.Join(moved, "\n"))
	c.add(LossGuessed, lossGlued, pointer, "", lines, "mô tả nói về phí, lệ phí; coi là chú thích của khoản thu", "the description speaks of fees; it is taken for the note of the fee")
	return lines, strings.Join(kept, "\n")
}

// feeLine is a line that speaks of a fee from its begin.
var feeLine = regexp.MustCompile(`(?i)^[-+. (]*(lệ )?phí([ :,]|$)`)

// cutNote cuts the note in parentheses that begins a text; parentheses inside count, and
// those behind the letter of an item do not, "(a) … ; b) …)", unless nothing else closes
// the note.
func cutNote(text string) (note, rest string) {
	if !strings.HasPrefix(text, "(") {
		return "", text
	}
	end := noteEnd(text, true)
	if end < 0 {
		end = noteEnd(text, false)
	}
	if end < 0 {
		return text[1:], "" // it is never closed
	}
	return text[1:end], text[end+1:]
}

// noteEnd is where the parentheses that begin a text are closed; -1 if they never are.
func noteEnd(text string, items bool) int {
	depth := 0
	for i, r := range text {
		switch {
		case r == '(':
			depth++
		case r == ')' && items && itemMark.MatchString(text[max(0, i-itemMarkBytes):i]):
			// "b)" closes nothing
		case r == ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// itemMarkBytes is how far before a parenthesis the mark of an item is looked for.
const itemMarkBytes = 8

// itemMark ends in the letter of an item, at the begin or behind a sentence.
var itemMark = regexp.MustCompile(`(?:^\(|[.;:\n]\s*)[a-zđ]$`)
