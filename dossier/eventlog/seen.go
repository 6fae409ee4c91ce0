package eventlog

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// Activity is a kind of event: a code and a name, as a log has them.
type Activity struct {
	Code string // "01_HOOFD_010"; "" in a log without codes
	Name string // in English
}

func (a Activity) compare(b Activity) int {
	return cmp.Or(strings.Compare(a.Code, b.Code), strings.Compare(a.Name, b.Name))
}

//go:embed seen_bpic2015.tsv
var seenBPICText string

//go:embed seen_receipt.tsv
var seenReceiptText string

var (
	seenBPIC    = sync.OnceValue(func() []Activity { return activities(seenBPICText) })
	seenReceipt = sync.OnceValue(func() []Activity { return activities(seenReceiptText) })
)

// activities reads lines of a code, a tab and a name.
func activities(text string) []Activity {
	var list []Activity
	for line := range strings.Lines(text) {
		code, name, _ := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		list = append(list, Activity{code, name})
	}
	slices.SortFunc(list, Activity.compare)
	return list
}

// seen reports whether somebody looked at an activity. Where no list says so, all were.
func (m *Map) seen(code, name string) bool {
	if m.Seen == nil || code == CaseStart || code == CaseEnd {
		return true
	}
	_, ok := slices.BinarySearchFunc(m.Seen, Activity{code, name}, Activity.compare)
	return ok
}
