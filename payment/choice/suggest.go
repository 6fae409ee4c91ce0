package choice

import (
	"cmp"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Case is what is known when somebody is to be told how to pay.
type Case struct {
	Amount   payment.Money          `json:"amount"`            // what is to be paid
	Channel  motcua.Channel         `json:"channel,omitzero"`  // how the dossier was filed; unset: not known, and nothing hangs on it
	Device   Device                 `json:"device,omitzero"`   // where the payer is; unset likewise
	Offered  []payment.Method       `json:"offered"`           // what the unit takes
	Failures map[payment.Method]int `json:"failures,omitzero"` // how often a method failed for this order
}

// Suggestions are all methods there are, each once.
type Suggestions struct {
	Suggested []Option `json:"suggested"` // those that suit, the best one first
	Out       []Option `json:"out"`       // those that do not, in the order of the methods
}

// Option is a method and why it stands where it does.
type Option struct {
	Method  payment.Method `json:"method"`  // which
	Reasons []motcua.Text  `json:"reasons"` // for people; nothing special is []
}

// Suggest ranks the methods that suit a case, by rules; nil: [Rules]. First come
// those that failed less often, then those the index counts as paid online (see
// [payment.Method.Online]), then those without a fee, then those whose rule stands
// first. The same case always gets the same answer.
func Suggest(c *Case, rules []Rule) Suggestions {
	if rules == nil {
		rules = Rules()
	}
	var fit []fitting
	s := Suggestions{Suggested: []Option{}, Out: []Option{}}
	for m := payment.Method(1); !m.Title().IsZero(); m++ {
		i, against := suiting(c, m, rules)
		if len(against) > 0 {
			s.Out = append(s.Out, Option{m, against})
		} else {
			fit = append(fit, fitting{m, max(c.Failures[m], 0), rules[i].Free, i})
		}
	}
	slices.SortFunc(fit, fitting.compare)
	for _, f := range fit {
		s.Suggested = append(s.Suggested, Option{f.method, f.reasons()})
	}
	return s
}

// suiting finds the first rule by which a method suits a case, or else what the first
// rule of the method, or the case itself, has against it.
func suiting(c *Case, m payment.Method, rules []Rule) (int, []motcua.Text) {
	var against []motcua.Text
	if c.Amount.Sign() <= 0 {
		against = append(against, textNothing)
	}
	if !slices.Contains(c.Offered, m) {
		against = append(against, textNotOffered)
	}
	var first []motcua.Text
	for i := range rules {
		if rules[i].Method != m {
			continue
		}
		not := rules[i].against(c)
		if len(not) == 0 {
			return i, against
		}
		if first == nil {
			first = not
		}
	}
	if first == nil {
		first = []motcua.Text{textNoRule}
	}
	return -1, append(against, first...)
}

// fitting is a method that suits a case.
type fitting struct {
	method   payment.Method
	failures int
	free     bool
	row      int // of its rule
}

func (f fitting) compare(g fitting) int {
	return cmp.Or(
		cmp.Compare(f.failures, g.failures),
		first(f.method.Online(), g.method.Online()),
		first(f.free, g.free),
		cmp.Compare(f.row, g.row),
	)
}

// first orders what is so before what is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func (f fitting) reasons() []motcua.Text {
	reasons := []motcua.Text{}
	if f.failures > 0 {
		reasons = append(reasons, textFailed(f.failures))
	}
	if f.method.Online() {
		reasons = append(reasons, textOnline)
	}
	if f.free {
		reasons = append(reasons, textFree)
	}
	return reasons
}
