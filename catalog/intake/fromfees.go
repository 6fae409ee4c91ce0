package intake

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// channelCodes are the portal's codes of channels.
var channelCodes = map[string]motcua.Channel{"1": motcua.ChannelInPerson, "2": motcua.ChannelOnline, "3": motcua.ChannelPost}

// channels reads channels, time options and fees, channel by channel: one that stands
// twice goes on where it first stood.
func (r *reader) channels() {
	for i, d := range r.d.Channels {
		channel, ok := channelCodes[d.Channel]
		if !ok {
			r.add(LossDropped, lossCode, at("channels", i), "", strings.Join(textsOf(reflect.ValueOf(d)), " "), "kênh lạ, bỏ cùng thời hạn và phí", "an unknown channel, dropped with its times and fees")
			continue
		}
		if !slices.ContainsFunc(r.p.Channels, func(o catalog.Offer) bool { return o.Channel == channel }) {
			r.p.Channels = append(r.p.Channels, catalog.Offer{Channel: channel})
		}
	}
	for place := range r.p.Channels {
		for i, d := range r.d.Channels {
			if channelCodes[d.Channel] != r.p.Channels[place].Channel {
				continue
			}
			for j, t := range d.Times {
				r.time(at("channels", i, "times", itoa(j)), place, t)
			}
		}
	}
	r.name()
}

// time reads a time option.
func (r *reader) time(from string, place int, d DocumentTime) {
	offer := &r.p.Channels[place]
	raw := strings.TrimSpace(d.Value + " " + d.Unit)
	option := catalog.TimeOption{ID: fmt.Sprintf("c%dt%d", int(offer.Channel), len(offer.Times)+1), Raw: raw, Note: d.Note}
	limit, read := ParseDuration(raw)
	if !read {
		r.add(LossUnread, lossTime, from, at("channels", place, "times", itoa(len(offer.Times)), "raw"), raw, "không đọc được thời hạn; giữ nguyên văn", "the time could not be read; its text is kept")
	}
	option.Limit = limit
	for k, f := range d.Fees {
		r.fee(fmt.Sprintf("%s/fees/%d", from, k), offer.Channel, option.ID, k, f)
	}
	r.doubtful(len(d.Fees))
	offer.Times = append(offer.Times, option)
}

// fee reads one fee of a time option into a row.
func (r *reader) fee(from string, channel motcua.Channel, option string, k int, d DocumentFee) {
	f := ParseFee(strings.TrimSpace(d.Amount+" "+d.Unit), d.Note)
	raw := feeText(d)
	if d.File != "" || d.URL != "" {
		r.add(LossDropped, lossMember, from, "", strings.TrimSpace(d.File+" "+d.URL), "tệp đính kèm của khoản thu không giữ", "the file attached to a fee is not kept")
	}
	if !f.Stated && d.Code == "" && (raw == "" || strings.EqualFold(raw, notStated)) {
		if raw != "" {
			r.add(LossDropped, lossFee, from, "", raw, "không nêu phí, lệ phí", "no fee is stated")
		}
		return
	}
	target := at("fees", len(r.p.Fees))
	kind, said := kindOf(d.Note)
	if !said {
		r.add(LossGuessed, lossFeeKind, from, target+"/kind", raw, "không nói là phí hay lệ phí; coi là lệ phí", "phí or lệ phí is not said; it is taken for lệ phí")
	}
	row := fee.Row{
		ID: fmt.Sprintf("%sf%d", option, k+1), Code: d.Code, Name: feeNames[kind], Kind: kind, Channels: []motcua.Channel{channel},
		Options: []string{option}, Unit: f.Unit, Doubt: f.Doubt, Raw: raw, Source: practice,
	}
	switch {
	case f.Amount == nil:
		row.Doubt = "unreadable"
		r.add(LossUnread, lossFee, from, target, raw, "không đọc được mức thu; giữ nguyên văn", "the fee could not be read; its text is kept")
	case f.Unit != "":
		row.Tariff.PerUnit = f.Amount
	default:
		row.Tariff.Fixed = f.Amount
	}
	if f.Doubt != "" && f.Amount != nil {
		r.add(LossGuessed, lossFeeDoubt, from, target+"/doubt", raw, doubtTexts[f.Doubt].Vi, doubtTexts[f.Doubt].En)
	}
	for _, m := range f.Note {
		if f.Amount == nil || m != *f.Amount {
			r.add(LossUnread, lossFeeNote, from, target, m.String(), "số tiền chỉ có trong chú thích", "an amount that stands in the note alone")
		}
	}
	r.add(LossDefaulted, lossFeeSource, from, target+"/source", "", "không nêu văn bản quy định mức thu; hiệu lực coi là không giới hạn", "the act that sets the fee is not said, and its validity is taken for always")
	r.p.Fees = append(r.p.Fees, row)
}

var feeNames = map[payment.Kind]motcua.Text{
	payment.KindPhi:   {Vi: "Phí", En: "Fee"},
	payment.KindLePhi: {Vi: "Lệ phí", En: "Charge"},
}

var doubtTexts = map[string]motcua.Text{
	"conflict":   {Vi: "ô và chú thích mâu thuẫn", En: "the cell and its note contradict each other"},
	"choice":     {Vi: "nhiều mức, không rõ áp dụng mức nào", En: "several amounts, and which applies is not said"},
	"currency":   {Vi: "đồng tiền của ô và chú thích khác nhau", En: "the cell and its note differ in currency"},
	"unit":       {Vi: "số tiền quá nhỏ để là đồng, hoặc đơn vị tính lạ", En: "too little to be đồng, or an unknown unit of count"},
	"unreadable": {Vi: "không đọc được", En: "could not be read"},
}

// doubtful marks the last n rows, those of one time option, as a choice where they are
// several and nothing says which of them applies.
func (r *reader) doubtful(n int) {
	first := len(r.p.Fees)
	option := ""
	for first > 0 && n > 0 && (option == "" || r.p.Fees[first-1].Options[0] == option) {
		first--
		n--
		option = r.p.Fees[first].Options[0]
	}
	if len(r.p.Fees)-first < 2 {
		return
	}
	for i := first; i < len(r.p.Fees); i++ {
		if row := &r.p.Fees[i]; row.Doubt == "" {
			row.Doubt = "choice"
			r.add(LossGuessed, lossFeeDoubt, "/channels", at("fees", i, "doubt"), row.Raw, doubtTexts["choice"].Vi, doubtTexts["choice"].En)
		}
	}
}

// name takes the ids of options off where a channel has but one, and nothing needs them.
func (r *reader) name() {
	for i := range r.p.Channels {
		offer := &r.p.Channels[i]
		if len(offer.Times) != 1 {
			continue
		}
		for j := range r.p.Fees {
			if row := &r.p.Fees[j]; len(row.Options) == 1 && row.Options[0] == offer.Times[0].ID {
				row.Options = nil
			}
		}
		offer.Times[0].ID = ""
	}
}

// feeText is a fee as a page writes it: the amount, its currency, the note in
// parentheses.
func feeText(d DocumentFee) string {
	text := strings.TrimSpace(d.Amount + " " + d.Unit)
	if d.Note != "" {
		text += "(" + d.Note + ")"
	}
	return text
}

// feeCell is an amount, or the word for none, before a note.
var feeCell = regexp.MustCompile(`^([\d.,]*)\s*([^(]*?)(?:\((.*)\))?$`)

// cutFee is the way back from feeText.
func cutFee(text string) DocumentFee {
	m := feeCell.FindStringSubmatch(strings.ReplaceAll(text, "\n", "\x00"))
	if m == nil {
		return DocumentFee{Amount: text}
	}
	for i := range m {
		m[i] = strings.ReplaceAll(m[i], "\x00", "\n")
	}
	if m[1] == "" {
		return DocumentFee{Amount: m[2], Note: m[3]}
	}
	return DocumentFee{Amount: m[1], Unit: m[2], Note: m[3]}
}
