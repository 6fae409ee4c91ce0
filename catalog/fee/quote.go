package fee

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Quote prices a filing by the rows of a procedure and the reliefs and choices of the
// tables, nil for those of [Standard]. The day of filing decides which rows hold. A
// line is rounded once, after quantity and relief, by the policy of the tables; it
// bears the row, the act, and every change with its act. Lines of 0 stay.
//
// What it cannot know it does not guess: the error is then a [*RefusalError] with all
// reasons at once.
func (t *Tables) Quote(rows []Row, c Choices, q Question) (Quote, error) {
	if t == nil {
		t = Standard()
	}
	w := quoting{tables: t, q: &q}
	w.admit(c)
	chosen := w.choose(rows)
	var out Quote
	for _, r := range chosen {
		full, exact, how := w.full(r)
		if exact == nil {
			continue
		}
		line := payment.Line{
			Code: r.Code, Name: r.Name, Kind: r.Kind, Unit: r.Unit, Quantity: w.counted(r),
			Full: full, Amount: full, Rule: r.ID, Source: r.Source,
		}
		if err := w.relieve(r, &line, exact, &out); err != nil {
			w.refuse("overflow", r.ID, "số tiền vượt phạm vi: %v", "an amount does not fit: %v", err)
		}
		line.Reason = reasonOf(&line, how)
		out.Lines = append(out.Lines, line)
	}
	totals, err := payment.LineTotals(out.Lines)
	if err != nil {
		w.refuse("overflow", "", "tổng vượt phạm vi: %v", "a total does not fit: %v", err)
	}
	if err := w.refusal(); err != nil {
		return Quote{Possible: out.Possible}, err
	}
	out.Totals = totals
	return out, nil
}

// choose finds the rows that are owed, in their order.
func (w *quoting) choose(rows []Row) []*Row {
	var mine []*Row // for this filing, whenever
	for i := range rows {
		if r := &rows[i]; r.Status != StatusDraft && r.Status != StatusWithdrawn && w.isFor(r) {
			mine = append(mine, r)
		}
	}
	w.place(mine)
	if len(mine) == 0 && len(w.reasons) == 0 {
		w.refuse("feeNotStated", "", "không nêu phí, lệ phí; không nêu không có nghĩa là miễn phí", "no fee is stated, which does not mean that it is free")
	}
	var chosen []*Row
	for i, r := range mine {
		if slices.ContainsFunc(mine[:i], func(o *Row) bool { return o.ID == r.ID }) {
			continue
		}
		chosen = append(chosen, w.version(mine[i:], r.ID)...)
	}
	if len(chosen) == 0 && len(mine) > 0 && len(w.reasons) == 0 {
		w.refuse("noRowInForce", "", "không có mức thu nào cho ngày %v (có %s)", "no row is in force on %v (there are %s)", w.q.Date, spans(mine))
	}
	return chosen
}

// place refuses rows of several provinces where it is not known in which one it is
// filed. Where all are of one, the procedure is that province's.
func (w *quoting) place(rows []*Row) {
	var first motcua.UnitCode
	for _, r := range rows {
		switch {
		case r.IssuedBy == "" || w.q.Unit != "" || !r.Validity.Contains(w.q.Date):
		case first == "":
			first = r.IssuedBy
		case first != r.IssuedBy:
			w.refuse("unitMissing", "", "cần biết nơi tiếp nhận: có mức thu của nhiều địa phương", "the unit that receives is needed: there are fees of several provinces")
			return
		}
	}
}

// version finds the one row of an id that is in force; a day in a hole between rows of
// one id is refused, one before the first or after the last is not charged.
func (w *quoting) version(rows []*Row, id string) []*Row {
	var same, now []*Row
	before, after := false, false
	for _, r := range rows {
		if r.ID != id {
			continue
		}
		same = append(same, r)
		switch {
		case r.Validity.Contains(w.q.Date):
			now = append(now, r)
		case r.Validity.To != 0 && r.Validity.To <= w.q.Date:
			before = true
		default:
			after = true
		}
	}
	switch {
	case len(now) > 1:
		w.refuse("feeChoice", id, "nhiều mức thu cùng hiệu lực ngày %v", "several rows are in force on %v", w.q.Date)
	case len(now) == 0 && before && after:
		w.refuse("noRowInForce", id, "không có mức thu cho ngày %v (có %s)", "no row is in force on %v (there are %s)", w.q.Date, spans(same))
	}
	if len(now) != 1 || !w.sound(now[0]) {
		return nil
	}
	return now
}

func spans(rows []*Row) string {
	text := ""
	for i, r := range rows {
		if i > 0 {
			text += ", "
		}
		text += r.Validity.String()
	}
	return text
}

// isFor reports whether a row is for the channel, place, option, case and answers. Where
// it depends on what is not known, the quote is refused, but not for rows that are not
// for it in any case, nor for those of other days.
func (w *quoting) isFor(r *Row) bool {
	if len(r.Channels) > 0 && !slices.Contains(r.Channels, w.q.Channel) ||
		r.IssuedBy != "" && w.q.Unit != "" && !under(w.q.Unit, r.IssuedBy) {
		return false
	}
	var unknown []Reason
	for _, part := range []struct {
		list             []string
		is, code, vi, en string
	}{
		{r.Options, w.option, "optionMissing", "cần chọn thời hạn, một trong %q", "want the time option, one of %q"},
		{r.Cases, w.q.Case, "caseMissing", "cần chọn trường hợp, một trong %q", "want the case, one of %q"},
	} {
		switch {
		case len(part.list) == 0 || slices.Contains(part.list, part.is):
		case part.is == "":
			unknown = append(unknown, reason(part.code, r.ID, part.vi, part.en, part.list))
		default:
			return false
		}
	}
	switch r.When.Eval(w.column, motcua.DateScalar(w.q.Date)) {
	case motcua.False:
		return false
	case motcua.Unknown:
		unknown = append(unknown, reason("answerMissing", r.ID, "cần trả lời %q để biết có phải nộp không",
			"answers to %q are needed to tell whether it is owed", w.missing(r.When, nil)))
	}
	if len(unknown) == 0 || !r.Validity.Contains(w.q.Date) {
		return true
	}
	w.reasons = append(w.reasons, unknown...)
	return false
}

// missing lists the columns of a condition that have no value, each once.
func (w *quoting) missing(p *motcua.Predicate, names []string) []string {
	if p == nil {
		return names
	}
	add := func(name string) {
		if name != "" && w.column(name).IsZero() && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, list := range [][]motcua.Predicate{p.All, p.Any} {
		for i := range list {
			names = w.missing(&list[i], names)
		}
	}
	names = w.missing(p.Not, names)
	add(p.Flag)
	if p.Equals != nil {
		add(p.Equals.Column)
	}
	if p.In != nil {
		add(p.In.Column)
	}
	if p.Compare != nil {
		add(p.Compare.Column)
		add(p.Compare.Other)
	}
	return names
}

// doubts are the reasons for which rows that were read from elsewhere are refused.
var doubts = map[string]Reason{
	"conflict": {"feeConflict", "", motcua.Text{Vi: "ghi miễn phí nhưng chú thích lại nêu mức thu", En: "said to be free, and its own note has an amount"}},
	"choice":   {"feeChoice", "", motcua.Text{Vi: "có nhiều mức, không rõ áp dụng mức nào", En: "one of several amounts, and which applies is not said"}},
}

// sound refuses a row that is doubtful, incomplete or faulty.
func (w *quoting) sound(r *Row) bool {
	switch {
	case r.Doubt != "":
		reason, known := doubts[r.Doubt]
		if !known {
			reason = Reason{"feeUnreadable", "", motcua.Text{Vi: "không đọc được mức thu", En: "the fee could not be read"}}
		}
		w.reasons = append(w.reasons, Reason{reason.Code, r.ID, motcua.Text{Vi: reason.Text.Vi + ": " + r.Raw, En: reason.Text.En + ": " + r.Raw}})
		return false
	case r.Incomplete || r.Tariff.IsZero():
		w.refuse("incomplete", r.ID, "chưa đủ thông tin: %s", "not all is known: %s", r.Missing)
		return false
	case !r.Tariff.usable():
		w.refuse("feeUnreadable", r.ID, "mức thu âm, không có hoặc có nhiều đồng tiền", "amounts below 0, without a currency or in several")
		return false
	}
	return true
}

var errBand = errors.New("no band")

// full is what a row charges before reliefs, rounded and exactly in minor units, and how
// it came about; nil if it cannot be told, which is refused.
func (w *quoting) full(r *Row) (payment.Money, *big.Rat, motcua.Text) {
	exact, c, how, ok := w.exact(r)
	if !ok {
		return payment.Money{}, nil, how
	}
	if least := r.Tariff.Least; least != nil && exact.Cmp(minor(*least)) < 0 {
		exact, how = minor(*least), joined(how, "mức tối thiểu "+least.Text().Vi, "at least "+least.Text().En)
	}
	if most := r.Tariff.Most; most != nil && exact.Cmp(minor(*most)) > 0 {
		exact, how = minor(*most), joined(how, "mức tối đa "+most.Text().Vi, "at most "+most.Text().En)
	}
	full, err := w.tables.Policy.round(exact, c)
	if err != nil {
		w.refuse("overflow", r.ID, "số tiền vượt phạm vi: %v", "the amount does not fit: %v", err)
		return payment.Money{}, nil, how
	}
	return full, exact, how
}

func joined(t motcua.Text, vi, en string) motcua.Text {
	return motcua.Text{Vi: t.Vi + "; " + vi, En: t.En + "; " + en}
}

// minor is an amount in minor units, exactly.
func minor(m payment.Money) *big.Rat { return new(big.Rat).SetInt64(m.Minor()) }

// reasonOf says in a sentence how a line came about.
func reasonOf(l *payment.Line, how motcua.Text) motcua.Text {
	text := how
	for _, c := range l.Changes {
		verb := changeVerbs[c.Kind]
		text = joined(text,
			fmt.Sprintf("%s %s (%s, %s)", verb.Vi, c.Amount.Text().Vi, c.Title.Vi, c.Source.Act),
			fmt.Sprintf("%s %s (%s, %s)", verb.En, c.Amount.Text().En, c.Title.In("en"), c.Source.Act))
	}
	return text
}

var changeVerbs = map[payment.ChangeKind]motcua.Text{
	payment.ChangeExemption: {Vi: "miễn", En: "exempted"},
	payment.ChangeReduction: {Vi: "giảm", En: "reduced by"},
	payment.ChangeSupport:   {Vi: "ngân sách hỗ trợ", En: "supported from the budget with"},
}
