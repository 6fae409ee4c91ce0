package catalog

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/motcua/motcua"
)

func flag(id string) *motcua.Predicate { return &motcua.Predicate{Flag: id} }

func not(p *motcua.Predicate) *motcua.Predicate { return &motcua.Predicate{Not: p} }

// declared is a procedure with cases that answers decide, a question that hangs on
// another, data and a result that replace papers, and a group of which one is enough.
func declared() *Procedure {
	name := func(s string) motcua.Text { return motcua.Text{Vi: s, En: s} }
	return &Procedure{
		Code: "1.001193", Name: name("khai sinh"),
		Questions: []Question{
			{ID: "abandoned", Type: motcua.ColumnFlag, Text: name("bị bỏ rơi?")},
			{ID: "married", Type: motcua.ColumnFlag, Text: name("cha mẹ kết hôn?"), When: not(flag("abandoned"))},
			{ID: "abroad", Type: motcua.ColumnFlag, Text: name("kết hôn ở nước ngoài?"), When: flag("married")},
			{ID: "place", Type: motcua.ColumnText, Text: name("nơi sinh?"), Choices: []Choice{{Value: "facility"}, {Value: "home"}}},
		},
		Cases: []Case{
			{ID: "ordinary", Name: name("thường"), When: not(flag("abandoned"))},
			{ID: "found", Name: name("bỏ rơi"), When: flag("abandoned")},
		},
		Papers: []Paper{
			{Name: name("form"), Originals: 1},
			{Name: name("notice"), Originals: 1, Cases: []string{"ordinary"}, Data: []DataSource{{Code: "health", When: &motcua.Predicate{Equals: &motcua.Equals{Column: "place", Value: motcua.TextScalar("facility")}}}}},
			{Name: name("record"), Originals: 1, Cases: []string{"found"}},
			{Name: name("marriage"), Copies: 1, When: flag("married"), ReplacedBy: []motcua.ResultCode{"KQ.G15.000001"}},
			{Name: name("legalised"), Copies: 1, When: flag("abroad")},
			{Name: name("passport"), Copies: 1, OneOf: "identity"},
			{Name: name("card"), Copies: 1, OneOf: "identity", Data: []DataSource{{Code: "population"}}},
		},
	}
}

// checkText writes a checklist in a line: each paper by its initial, upper case where it is
// required, in brackets where replaced, with a mark where undecided.
func checkText(c Checklist, err error) string {
	var faults motcua.Faults
	if errors.As(err, &faults) {
		var out []string
		for _, f := range faults {
			out = append(out, f.Code+f.Pointer)
		}
		return strings.Join(out, " ")
	}
	out := c.Case + ":"
	for _, i := range c.Items {
		switch first := i.Paper.Name.Vi[:1]; i.Need {
		case NeedRequired:
			out += strings.ToUpper(first)
		case NeedReplaced:
			out += "(" + first + ")"
		case NeedUndecided:
			out += first + "?"
		}
	}
	if c.Next != nil {
		out += " ask " + c.Next.ID
	}
	if len(c.Choose) > 0 {
		out += fmt.Sprint(" choose ", len(c.Choose))
	}
	return out
}

func TestChecklist(t *testing.T) {
	yes, no := motcua.FlagScalar(true), motcua.FlagScalar(false)
	for _, row := range []struct {
		name string
		s    Situation
		want string
	}{
		{"nothing known: only what everyone needs", Situation{}, ":Fn?r?m?l?(c) ask abandoned"},
		{"abandoned: no question about a marriage, and nothing for one", Situation{Answers: answers("abandoned", yes)}, "found:FR(c)"},
		{"a parent declares: the next question", Situation{Answers: answers("abandoned", no)}, "ordinary:Fn?m?l?(c) ask married"},
		{"married: whether abroad", Situation{Answers: answers("abandoned", no, "married", yes)}, "ordinary:Fn?Ml?(c) ask abroad"},
		{"not married: the question about abroad is not asked, and its paper not needed", Situation{Answers: answers("abandoned", no, "married", no)}, "ordinary:Fn?(c) ask place"},
		{"an answer to a question that is not asked counts for nothing", Situation{Answers: answers("abandoned", no, "married", no, "abroad", yes)}, "ordinary:Fn?(c) ask place"},
		{"all answered, at a facility whose data are at hand", Situation{Answers: answers("abandoned", no, "married", yes, "abroad", no, "place", motcua.TextScalar("facility"))}, "ordinary:F(n)M(c)"},
		{"at home", Situation{Answers: answers("abandoned", no, "married", no, "place", motcua.TextScalar("home"))}, "ordinary:FN(c)"},
		{"the case is stated", Situation{Case: "found"}, "found:FRm?l?(c) ask abandoned"},
		{"the case is stated, and the answers say otherwise", Situation{Case: "found", Answers: answers("abandoned", no)}, "CAT-ASK-06/case"},
		{"a result stands in", Situation{Answers: answers("abandoned", no, "married", yes, "abroad", no, "place", motcua.TextScalar("home")), Results: []motcua.ResultCode{"KQ.G15.000001"}}, "ordinary:FN(m)(c)"},
		{"null is no answer", Situation{Answers: answers("abandoned", motcua.Scalar{})}, ":Fn?r?m?l?(c) ask abandoned"},
		{"all faults at once", Situation{Case: "other", Answers: answers("weather", yes, "married", motcua.TextScalar("so so"), "place", motcua.TextScalar("moon"))},
			"CAT-ASK-02/answers/married CAT-ASK-03/answers/place CAT-ASK-01/answers/weather CAT-ASK-04/case"},
	} {
		if got := checkText(declared().Checklist(row.s)); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

func answers(pairs ...any) map[string]motcua.Scalar {
	out := map[string]motcua.Scalar{}
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i].(string)] = pairs[i+1].(motcua.Scalar)
	}
	return out
}

func TestChecklistCases(t *testing.T) {
	p := &Procedure{
		Cases:  []Case{{ID: "a"}, {ID: "b"}},
		Papers: []Paper{{Name: motcua.Text{Vi: "x"}, Cases: []string{"a"}}, {Name: motcua.Text{Vi: "y"}, Cases: []string{"a", "b"}}, {Name: motcua.Text{Vi: "z"}, When: &motcua.Predicate{Equals: &motcua.Equals{Column: "channel", Value: motcua.TextScalar("online")}}}},
	}
	c, err := p.Checklist(Situation{})
	if got := checkText(c, err); got != ":x?Yz? choose 2" || c.Decided() {
		t.Errorf("a person chooses between cases without conditions: %s", got)
	}
	c, err = p.Checklist(Situation{Case: "a"})
	if got := checkText(c, err); got != "a:XYz?" || fmt.Sprint(c.Tell) != "[channel]" || c.Decided() {
		t.Errorf("the channel is to be told: %s, tell %v", got, c.Tell)
	}
	c, err = p.Checklist(Situation{Case: "b", Answers: answers("channel", motcua.TextScalar("online"))})
	if got := checkText(c, err); got != "b:YZ" || !c.Decided() {
		t.Errorf("all is known: %s", got)
	}
	p.Cases = []Case{{ID: "a", When: flag("q")}, {ID: "b", When: flag("q")}}
	p.Questions = []Question{{ID: "q", Type: motcua.ColumnFlag}}
	if got := checkText(p.Checklist(Situation{Answers: answers("q", motcua.FlagScalar(false))})); got != "CAT-ASK-05/answers" {
		t.Errorf("no case applies: %s", got)
	}
	if got := checkText(p.Checklist(Situation{Answers: answers("q", motcua.FlagScalar(true), "channel", motcua.TextScalar("post"))})); got != ":x?Y choose 2" {
		t.Errorf("two apply: %s", got)
	}
	p.Questions[0].When = flag("q") // waits for itself
	if got := checkText(p.Checklist(Situation{Case: "a"})); !strings.HasPrefix(got, "a:XY") {
		t.Errorf("a question that waits for itself is never asked: %s", got)
	}
}

// TestChecklistWhy: each paper says why, in the words of the questions and answers.
func TestChecklistWhy(t *testing.T) {
	p := declared()
	p.Questions[0].Text = motcua.Text{Vi: "Trẻ bị bỏ rơi?", En: "Was the child abandoned?"}
	p.Cases[0].Name = motcua.Text{Vi: "Thông thường", En: "Ordinary"}
	p.Papers[1].Data[0].Source = motcua.Source{Act: "107/2021/NĐ-CP"}
	c, err := p.Checklist(Situation{Answers: answers("abandoned", motcua.FlagScalar(false), "married", motcua.FlagScalar(false), "place", motcua.TextScalar("facility"))})
	if err != nil {
		t.Fatal(err)
	}
	want := []motcua.Text{
		{Vi: "phải nộp", En: "to be handed in"},
		{Vi: "cơ quan tra cứu trong cơ sở dữ liệu health: nơi sinh? – facility", En: "the body looks it up in database health: nơi sinh? – facility"},
		{Vi: "chỉ cần trong trường hợp khác: bỏ rơi", En: "needed in other cases only: bỏ rơi"},
		{Vi: "không thuộc diện phải nộp: cha mẹ kết hôn? – không", En: "its condition does not hold: cha mẹ kết hôn? – no"},
		{Vi: "không thuộc diện phải nộp", En: "its condition does not hold"}, // its question is not asked
		{Vi: "chỉ cần một trong nhóm, và đã có dữ liệu thay cho “card”", En: "one of its group is enough, and “card” is replaced"},
		{Vi: "cơ quan tra cứu trong cơ sở dữ liệu population", En: "the body looks it up in database population"},
	}
	for i, item := range c.Items {
		if item.Why != want[i] {
			t.Errorf("%s: %+v, want %+v", item.Paper.Name.Vi, item.Why, want[i])
		}
	}
	if c.Items[1].Source.Act != "107/2021/NĐ-CP" || c.Items[1].By != "health" {
		t.Errorf("who says that data replace it: %+v", c.Items[1])
	}
	c, err = p.Checklist(Situation{})
	if err != nil || c.Items[1].Why.En != "depends on what is not known yet: Was the child abandoned?" {
		t.Errorf("%+v, %v", c.Items[1].Why, err)
	}
}

// TestChecklistPresent: whether something is stated is not known before it is asked, so
// that no paper is required for want of a statement that may yet come.
func TestChecklistPresent(t *testing.T) {
	p := declared()
	p.Papers = []Paper{{Name: motcua.Text{Vi: "x"}, When: not(&motcua.Predicate{Present: "place"})}}
	p.Cases = nil
	if got := checkText(p.Checklist(Situation{})); got != ":x? ask place" {
		t.Error(got)
	}
	if got := checkText(p.Checklist(Situation{Answers: answers("place", motcua.TextScalar("home"))})); got != ":" {
		t.Error(got)
	}
}

// TestChecklistCircles: questions that wait for one another, and conditions that hold
// themselves or look at what is not there, which Check refuses, end all the same.
func TestChecklistCircles(t *testing.T) {
	p := &Procedure{
		Questions: []Question{
			{ID: "a", Type: motcua.ColumnFlag, When: &motcua.Predicate{Any: []motcua.Predicate{*flag("b"), *flag("c")}}},
			{ID: "b", Type: motcua.ColumnFlag, When: &motcua.Predicate{Any: []motcua.Predicate{*flag("a"), *flag("c")}}},
			{ID: "c", Type: motcua.ColumnFlag},
		},
		Papers: []Paper{{Name: motcua.Text{Vi: "x"}, When: flag("a")}, {Name: motcua.Text{Vi: "y"}, When: flag("weather")}, {Name: motcua.Text{Vi: "z"}, When: flag("case")}},
	}
	if got := checkText(p.Checklist(Situation{})); got != ":x? ask c" {
		t.Error(got)
	}
	self := &motcua.Predicate{All: make([]motcua.Predicate, 2)}
	self.All[0], self.All[1] = motcua.Predicate{All: self.All}, *flag("c")
	p.Papers = []Paper{{Name: motcua.Text{Vi: "x"}, When: self}, {Name: motcua.Text{Vi: "y"}, When: &motcua.Predicate{}}}
	if got := checkText(p.Checklist(Situation{})); got != ":" {
		t.Error(got)
	}
}

// TestChecklistWords: answers of every type, and columns that are no questions, in words.
func TestChecklistWords(t *testing.T) {
	equals := func(column, v string) motcua.Predicate {
		return motcua.Predicate{Equals: &motcua.Equals{Column: column, Value: motcua.TextScalar(v)}}
	}
	p := &Procedure{
		Cases: []Case{{ID: "a", Name: motcua.Text{Vi: "Lần đầu", En: "First"}}, {ID: "b"}},
		Questions: []Question{
			{ID: "age", Type: motcua.ColumnNumber, Text: motcua.Text{Vi: "Tuổi?", En: "Age?"}},
			{ID: "day", Type: motcua.ColumnDate, Text: motcua.Text{Vi: "Ngày?", En: "Day?"}},
			{ID: "place", Type: motcua.ColumnText, Text: motcua.Text{Vi: "Nơi?"}, Choices: []Choice{{Value: "home", Text: motcua.Text{Vi: "Ở nhà", En: "At home"}}}},
		},
		Papers: []Paper{{Cases: []string{"a"}, When: &motcua.Predicate{All: []motcua.Predicate{
			equals("case", "a"), equals("channel", "online"), equals("subject", "1"), {Present: "age"}, {Present: "day"}, equals("place", "home"),
		}}}},
	}
	c, err := p.Checklist(Situation{Case: "a", Answers: answers(
		"channel", motcua.TextScalar("online"), "subject", motcua.TextScalar("1"), "age", motcua.NumberScalar(7),
		"day", motcua.TextScalar("2026-03-03"), "place", motcua.TextScalar("home"))})
	want := motcua.Text{
		Vi: "phải nộp: trường hợp “Lần đầu”; trường hợp – Lần đầu; kênh nộp – online; đối tượng – 1; Tuổi? – 7; Ngày? – 2026-03-03; Nơi? – Ở nhà",
		En: "to be handed in: case “First”; case – First; channel – online; applicant – 1; Age? – 7; Day? – 2026-03-03; Nơi? – At home",
	}
	if err != nil || c.Items[0].Why != want {
		t.Errorf("%+v, %v", c.Items[0].Why, err)
	}
	c, err = p.Checklist(Situation{Case: "b"})
	if err != nil || c.Items[0].Why.En != "needed in other cases only: First" {
		t.Errorf("%+v, %v", c, err)
	}
	p.Papers[0].Cases = []string{"gone"} // Check reports it
	if c, err = p.Checklist(Situation{Case: "b"}); err != nil || c.Items[0].Why.En != "needed in other cases only: gone" {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestNeedText(t *testing.T) {
	for n := NeedRequired; n <= NeedUndecided; n++ {
		text, err := n.MarshalText()
		var back Need
		if err != nil || back.UnmarshalText(text) != nil || back != n || string(text) != n.String() {
			t.Errorf("%v: %s, %v", n, text, err)
		}
	}
	var n Need
	if _, err := n.MarshalText(); err == nil || n.UnmarshalText([]byte("perhaps")) == nil || n != 0 {
		t.Error("what has no name is written or read")
	}
}
