package intake

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// label is a row of a table of channels as it was read without the reader.
type label struct {
	Code    string `json:"code"`    // of the procedure
	Row     int    `json:"row"`     // within its table, from 0, in the order of the page
	Channel string `json:"channel"` // "post"
	Time    string `json:"time"`    // "60 workingDays", "none", "unreadable"
	Amount  string `json:"amount"`  // "50000 VND", "none", "unreadable"
	Doubt   string `json:"doubt"`   // why nobody would charge it without asking
	Unit    string `json:"unit"`    // of count
}

// labelled are the rows of a file of labels. "labels.jsonl" has 108 ordinary ones, and 192
// odd ones in a fixed spread over kinds of oddness and every ministry, few with the text of
// another. "fresh.jsonl" has 100 of procedures that have none in the first file, 70 of them
// drawn from rows with amounts or notes and 30 from the others. Channel, time and amount
// were taken from the cells by another program; doubt and unit by reading each text, before
// the reader was asked but for two rows of the courts, by these rules:
//
//   - the time is that of its cell; a number without a unit is unreadable;
//   - "conflict": free beside an amount, beside words that the level is set elsewhere or
//     not yet, beside a list of those who are free; an amount beside another one or
//     beside "free from … to …". "Không quy định" says that no fee is set, and confirms;
//   - "choice": several amounts, or an amount and a percentage of it, in the cell, its
//     note, and what follows them where that is about fees;
//   - an amount that its note limits to a case is "choice", and "conflict" where it is
//     free: nobody would charge it to all. This rule came later, when a review found that
//     such rows were charged; ten labels of the first file were changed by it, and four
//     of the second are, in relabelled;
//   - where several hold: currency, unit (thousands left out), conflict by "free from",
//     choice, conflict, unit of count.
func labelled(t *testing.T, file string) []label {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	var out []label
	s := bufio.NewScanner(bytes.NewReader(text))
	for s.Scan() {
		var l label
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		if m, err := payment.ParseMoney(l.Amount); err == nil {
			l.Amount = m.String() // "10.00 USD"
		}
		out = append(out, l)
	}
	return out
}

// cutRows cuts the table of channels of a page into documents of one row each, in the
// order of the page: rows of one channel that follow one another are its time options.
func cutRows(in *page) []Document {
	c := cutter{losses: &losses{}}
	var rows []Document
	for _, channel := range c.channels(in.Channels) {
		for _, time := range channel.Times {
			rows = append(rows, Document{Code: in.Code, Name: in.Name, Channels: []DocumentChannel{{Channel: channel.Channel, Times: []DocumentTime{time}}}})
		}
	}
	return rows
}

// readRow is what the reader makes of a row, in the words of a label, and its losses
// that tell of a doubt: not those of every fee, whose kind and act are never said.
func readRow(d *Document, row int) (label, []Loss) {
	p, all := FromDocument(d)
	var lost []Loss
	for _, l := range all {
		if (l.Kind == LossUnread || l.Kind == LossGuessed) && l.Code != lossFeeKind {
			lost = append(lost, l)
		}
	}
	option := p.Channels[0].Times[0]
	got := label{Code: d.Code, Row: row, Channel: p.Channels[0].Channel.String(), Time: "none", Amount: "none"}
	switch {
	case option.Limit != nil:
		got.Time = termsText(option.Limit)
	case option.Raw != "" && option.Raw != notStated:
		got.Time = "unreadable"
	}
	for i, f := range p.Fees {
		amount := cmp.Or(f.Tariff.Fixed, f.Tariff.PerUnit)
		got.Amount, got.Doubt, got.Unit = "unreadable", f.Doubt, f.Unit
		if amount != nil {
			got.Amount = amount.String()
		}
		if i > 0 {
			got.Amount = "several"
		}
	}
	return got, lost
}

// termsText is a limit in the words of a label.
func termsText(limit *workday.Limit) string {
	var terms []string
	for _, term := range limit.Terms {
		text := term.Unit.String()
		if term.Unit != workday.WithinDay {
			text = term.Amount.String() + " " + text
		}
		terms = append(terms, text)
	}
	return strings.Join(terms, " + ")
}

// TestLabels holds the reader against rows that it was amended by: it had 250 of the 300
// exact before. The number says that it fits them, not how it does on others.
func TestLabels(t *testing.T) {
	holdLabels(t, labelled(t, "labels.jsonl"), 300)
}

// TestFreshLabels holds the reader against rows it had not been amended by when it was
// first asked. All were exact then; but the rules they were labelled by are those of the
// first labels, and the sentences of one ministry resemble one another. Since the rule on
// amounts limited to a case they are no measure of rows unseen either: by the labels as
// they were written 94 are exact, and every other is a doubt too many.
func TestFreshLabels(t *testing.T) {
	want := labelled(t, "fresh.jsonl")
	for i := range want {
		if doubt, ok := relabelled[fmt.Sprintf("%s/%d", want[i].Code, want[i].Row)]; ok {
			want[i].Doubt = doubt
		}
	}
	holdLabels(t, want, 100)
}

// relabelled are the rows of "fresh.jsonl" whose doubt changed with the rule on amounts
// limited to a case, after the reader had been asked; the file is left as it was labelled.
// The two rows of 1.010038 are not here: their case is the channel of the row itself,
// which anybody would charge, and the reader doubts it all the same.
var relabelled = map[string]string{
	"1.004194/0": "choice",   // of persons and households; those on a list pay another
	"1.004194/1": "choice",   // of those on a list
	"1.004268/0": "choice",   // of ships of group I; group II pays more
	"1.002372/0": "conflict", // free for ships of inland voyages
}

// holdLabels demands that 97 % of the rows are exact, and that losses tell of the rest.
func holdLabels(t *testing.T, want []label, rows int) {
	t.Helper()
	pages := map[string]*page{}
	for _, real := range realPages(t) {
		in := &page{}
		if err := json.Unmarshal(real.line, in); err != nil {
			t.Fatal(err)
		}
		pages[in.Code] = in
	}
	exact := 0
	for _, l := range want {
		cut := cutRows(pages[l.Code])
		if l.Row >= len(cut) {
			t.Errorf("%s has no row %d", l.Code, l.Row)
			continue
		}
		got, lost := readRow(&cut[l.Row], l.Row)
		if got == l {
			exact++
			continue
		}
		t.Logf("%s row %d:\n got %+v\nwant %+v\n of %+v", l.Code, l.Row, got, l, cut[l.Row].Channels[0].Times[0])
		if len(lost) == 0 {
			t.Errorf("%s row %d is wrong, and no loss says so", l.Code, l.Row)
		}
	}
	t.Logf("%d of %d rows exact", exact, len(want))
	if len(want) != rows || exact*100 < len(want)*97 {
		t.Errorf("%d of %d rows exact, less than 97 %%", exact, len(want))
	}
}
