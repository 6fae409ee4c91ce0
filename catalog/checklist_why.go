package catalog

import (
	"slices"
	"strings"

	"github.com/motcua/motcua"
)

// The beginnings of reasons.
var (
	required  = motcua.Text{Vi: "phải nộp", En: "to be handed in"}
	notNeeded = motcua.Text{Vi: "không thuộc diện phải nộp", En: "its condition does not hold"}
	groupOpen = motcua.Text{Vi: "chỉ cần một trong nhóm, còn tùy giấy tờ khác trong nhóm có được thay thế không", En: "one of its group is enough, and another may yet be replaced"}
)

func byResult(code motcua.ResultCode) motcua.Text {
	return motcua.Text{Vi: "đã có kết quả " + string(code) + " thay thế", En: "result " + string(code) + " stands in for it"}
}

func byData(code string) motcua.Text {
	return motcua.Text{Vi: "cơ quan tra cứu trong cơ sở dữ liệu " + code, En: "the body looks it up in database " + code}
}

func groupHas(p *Paper) motcua.Text {
	return motcua.Text{
		Vi: "chỉ cần một trong nhóm, và đã có dữ liệu thay cho “" + p.Name.Vi + "”",
		En: "one of its group is enough, and “" + p.Name.In("en") + "” is replaced",
	}
}

// otherCases says in which cases a paper is needed.
func (l *listing) otherCases(ids []string) motcua.Text {
	var names words
	for _, id := range ids[:min(len(ids), mostWords+1)] {
		names.add(l.caseName(id))
	}
	return names.after(motcua.Text{Vi: "chỉ cần trong trường hợp khác", En: "needed in other cases only"})
}

// depends says what has to be known.
func (l *listing) depends(o openness) motcua.Text {
	var open words
	names := o.names
	if o.forCase {
		names = slices.Concat(l.forCase, names)
	}
	for i, name := range names[:min(len(names), 2*mostWords)] {
		if !slices.Contains(names[:i], name) {
			open.add(l.columnText(name))
		}
	}
	return open.after(motcua.Text{Vi: "còn tùy điều chưa biết", En: "depends on what is not known yet"})
}

// because adds to a reason the case and the answers on which it rests.
func (l *listing) because(reason motcua.Text, when *motcua.Predicate, byCase bool) motcua.Text {
	var grounds words
	if byCase {
		for _, c := range l.candidates[:min(len(l.candidates), mostWords+1)] {
			name := l.caseName(c.ID)
			grounds.add(motcua.Text{Vi: "trường hợp “" + name.Vi + "”", En: "case “" + name.En + "”"})
		}
	}
	for _, name := range columnsOf(when) {
		v, s := l.column(name)
		if s != known {
			continue
		}
		column, answer := l.columnText(name), l.answerText(name, v)
		grounds.add(motcua.Text{Vi: column.Vi + " – " + answer.Vi, En: column.En + " – " + answer.En})
	}
	return grounds.after(reason)
}

func (l *listing) caseName(id string) motcua.Text {
	if c := l.cases[id]; c != nil {
		return both(c.Name, id)
	}
	return both(motcua.Text{}, id)
}

// columnText is what a column asks.
func (l *listing) columnText(name string) motcua.Text {
	switch q := l.questions[name]; {
	case q != nil:
		return both(q.Text, name)
	case name == "channel":
		return motcua.Text{Vi: "kênh nộp", En: "channel"}
	case name == "subject":
		return motcua.Text{Vi: "đối tượng", En: "applicant"}
	case name == "case":
		return motcua.Text{Vi: "trường hợp", En: "case"}
	}
	return both(motcua.Text{}, name)
}

// answerText is an answer in words.
func (l *listing) answerText(name string, v motcua.Scalar) motcua.Text {
	switch v.Type() {
	case motcua.ColumnFlag:
		if v.Int() != 0 {
			return motcua.Text{Vi: "có", En: "yes"}
		}
		return motcua.Text{Vi: "không", En: "no"}
	case motcua.ColumnText:
		if q := l.questions[name]; q != nil {
			for _, c := range q.Choices {
				if c.Value == v.Text() {
					return both(c.Text, c.Value)
				}
			}
		}
		if name == "case" {
			return l.caseName(v.Text())
		}
		return both(motcua.Text{}, v.Text())
	}
	return both(motcua.Text{}, strings.Trim(v.String(), `"`))
}

// both fills a language that is missing from the other, and both from a name.
func both(t motcua.Text, name string) motcua.Text {
	if t.IsZero() {
		return motcua.Text{Vi: name, En: name}
	}
	return motcua.Text{Vi: t.In("vi"), En: t.In("en")}
}

// mostWords bounds the parts of a reason, which is for people.
const mostWords = 8

// words gathers parts of a reason in both languages.
type words struct{ vi, en []string }

// add adds a part; the one after the last says that there are more.
func (w *words) add(t motcua.Text) {
	switch n := len(w.vi); {
	case n == mostWords:
		t = motcua.Text{Vi: "…", En: "…"}
	case n > mostWords:
		return
	}
	w.vi, w.en = append(w.vi, t.Vi), append(w.en, t.En)
}

// after puts what was gathered after a beginning.
func (w *words) after(begin motcua.Text) motcua.Text {
	if len(w.vi) == 0 {
		return begin
	}
	return motcua.Text{Vi: begin.Vi + ": " + strings.Join(w.vi, "; "), En: begin.En + ": " + strings.Join(w.en, "; ")}
}
