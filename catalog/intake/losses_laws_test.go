package intake

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// words are texts of the kind each member holds, and some that it should not.
var (
	anyText   = rapid.SampledFrom([]string{"", "a", "Tờ khai", "Sở Xây dựng", "Có, và không", "x (y)", notStated, "Thu\u0309 tu\u0323c", "1\u00a0bản"})
	codeText  = rapid.SampledFrom([]string{"", "1.000001", "1.000001.000.00.00.H56", "không", "KQ.G15.000031", "H56", "9"})
	countText = rapid.SampledFrom([]string{"", "0", "1", "01", "2", "một", "-1", "99999999999999999999", " 3"})
	dayText   = rapid.SampledFrom([]string{"", "2026-03-01", "01/03/2026", "20260301", "20260301083000", "2026-02-30", "hôm nay"})
	timeWord  = rapid.SampledFrom([]string{"", "1.5", "30", "02", "Trong ngày", notStated, "120,000"})
	timeUnit  = rapid.SampledFrom([]string{"", "Ngày làm việc", "Giờ", "Tháng", "con"})
	feeWord   = rapid.SampledFrom([]string{"", "70,000", "Miễn phí", notStated, "25", "155", "nhiều", "1.-5"})
	feeUnit   = rapid.SampledFrom([]string{"", "Việt Nam Đồng", "USD", "VNĐ"})
	noteText  = rapid.SampledFrom([]string{"", "70.000 đồng/thẻ", "(lệ phí) a", "phí 50%", "a\nb", "155 USD"})
)

func coded3() *rapid.Generator[[]Coded] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Coded { return Coded{codeText.Draw(t, "code"), anyText.Draw(t, "name")} }), 0, 3)
}

func randomTime(t *rapid.T) DocumentTime {
	return DocumentTime{Value: timeWord.Draw(t, "value"), Unit: timeUnit.Draw(t, "unit"), Note: anyText.Draw(t, "note"),
		Fees: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) DocumentFee {
			return DocumentFee{Code: codeText.Draw(t, "code"), Amount: feeWord.Draw(t, "amount"), Unit: feeUnit.Draw(t, "unit"), Note: noteText.Draw(t, "note"), File: anyText.Draw(t, "file")}
		}), 0, 3).Draw(t, "fees")}
}

func randomPaper(t *rapid.T) DocumentPaper {
	return DocumentPaper{Code: codeText.Draw(t, "code"), Name: anyText.Draw(t, "name"), Originals: countText.Draw(t, "originals"), Copies: countText.Draw(t, "copies"),
		Form: anyText.Draw(t, "form"), URL: anyText.Draw(t, "url"), ReplacedBy: codeText.Draw(t, "replacedBy")}
}

func randomDocument(t *rapid.T) Document {
	return Document{
		ID: codeText.Draw(t, "id"), Code: "1.000001", Name: anyText.Draw(t, "name"), Decision: anyText.Draw(t, "decision"), Status: countText.Draw(t, "status"),
		Keywords: anyText.Draw(t, "keywords"), Conditions: anyText.Draw(t, "conditions"), CompetentNote: anyText.Draw(t, "competentNote"),
		Levels: coded3().Draw(t, "levels"), Fields: coded3().Draw(t, "fields"), Subjects: coded3().Draw(t, "subjects"), Competent: coded3().Draw(t, "competent"),
		Related: coded3().Draw(t, "related"), Interconnected: coded3().Draw(t, "interconnected"),
		Steps: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) DocumentSteps {
			return DocumentSteps{Case: anyText.Draw(t, "case"), Steps: rapid.SliceOfN(anyText, 0, 2).Draw(t, "steps")}
		}), 0, 3).Draw(t, "steps"),
		Channels: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) DocumentChannel {
			return DocumentChannel{Channel: rapid.SampledFrom([]string{"1", "2", "3", "", "7"}).Draw(t, "channel"), Times: rapid.SliceOfN(rapid.Custom(randomTime), 0, 3).Draw(t, "times")}
		}), 0, 3).Draw(t, "channels"),
		Papers: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) DocumentPapers {
			return DocumentPapers{Case: anyText.Draw(t, "case"), Papers: rapid.SliceOfN(rapid.Custom(randomPaper), 0, 3).Draw(t, "papers")}
		}), 0, 3).Draw(t, "papers"),
		Results: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) DocumentResult {
			return DocumentResult{Code: codeText.Draw(t, "code"), Name: anyText.Draw(t, "name"), Note: anyText.Draw(t, "note")}
		}), 0, 2).Draw(t, "results"),
		Bases: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) DocumentBasis {
			return DocumentBasis{Number: anyText.Draw(t, "number"), Issued: dayText.Draw(t, "issued"), Effective: dayText.Draw(t, "effective"), Issuer: anyText.Draw(t, "issuer")}
		}), 0, 2).Draw(t, "bases"),
	}
}

// TestOriginalMinusLosses: a document that goes to a procedure and back lacks only texts
// that a loss of the same member holds. Numbers and days may be written otherwise.
func TestOriginalMinusLosses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := randomDocument(t)
		p, lost := FromDocument(&d)
		back, out := ToDocument(&p)
		members, returned := membersOf(t, d), membersOf(t, back)
		for member, tree := range members {
			var source, kept []string
			texts(tree, &source)
			texts(returned[member], &kept)
			for _, l := range out {
				kept = append(kept, l.Raw)
			}
			for _, l := range lost {
				if strings.HasPrefix(l.Pointer+"/", "/"+member+"/") && (l.Kind != LossGuessed || l.Code == lossStatus || l.Code == lossCode) {
					kept = append(kept, l.Raw)
				}
			}
			all := plainText(strings.Join(kept, "\n"))
			for _, text := range source {
				if !strings.Contains(all, plainText(text)) && !sameValue(all, text) {
					t.Fatalf("%q of %s is neither in %v nor in a loss", text, member, kept)
				}
			}
		}
	})
}

// sameValue reports whether a text is a number or a day that is written otherwise there.
func sameValue(all, text string) bool {
	switch text {
	case "0", notStated:
		return true // nothing, as leaving it out says too
	case "01", " 3":
		return strings.Contains(all, strings.Trim(text, "0 "))
	case "01/03/2026", "20260301", "20260301083000":
		return strings.Contains(all, "2026-03-01")
	}
	return false
}

func membersOf(t *rapid.T, d Document) map[string]any {
	text, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}
