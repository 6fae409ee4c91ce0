package dossier

import (
	"fmt"
	"testing"
	"time"

	"github.com/motcua/motcua/dossier/workday"
)

func TestTmp(t *testing.T) {
	_, fs := ParseClockRules(clockRules)
	fmt.Println(fs)
	o, _ := workday.National().Office(workday.UsualHours())
	l, _ := workday.ParseLimit("5 working days")
	tm := &Terms{Office: o, Limit: &l}
	p := func(s string) time.Time { x, err := time.Parse(time.RFC3339, s); if err != nil { t.Fatal(err) }; return x }
	es := []Entry{{Kind: EntryReceived, At: p("2026-02-13T16:30:00+07:00")}, {Kind: EntryPaused, Reason: "supplement", At: p("2026-02-24T09:00:00+07:00")}, {Kind: EntryResumed, Reason: "supplement", At: p("2026-02-25T09:00:00+07:00")},
	{Kind: EntryEnded, At: p("2026-03-03T09:00:00+07:00")}}
	led, fs := tm.Ledger(es)
	fmt.Println(fs)
	fmt.Println(led.Due())
	fmt.Println(led.Citizen(p("2026-12-01T09:00:00+07:00")), led.Index(p("2026-12-01T09:00:00+07:00")))
	fmt.Println(led.Remaining(p("2026-02-26T09:00:00+07:00")))
	fmt.Println(led.NextChange(p("2026-02-26T09:00:00+07:00")))
	for _, s := range led.Explain() { fmt.Println(s.Rule, s.Inputs, s.Result, s.Text.En, "|", s.Text.Vi, "|", s.Source) }
	fmt.Println(testing.AllocsPerRun(100, func() { led, _ := tm.Ledger(es); led.Due() }))
	c, fs := workday.National().Overlay([]byte(`{"id":"x","title":{"vi":"a","en":"b"},"days":[{"date":"2026-02-26","off":true,"title":{"vi":"lũ","en":"flood"},"source":{"act":"1/QĐ","basis":"law"}}]}`))
	fmt.Println(fs)
	o2, _ := c.Office(workday.UsualHours())
	n, moves, err := led.Reproject(o2)
	_ = n
	fmt.Println(moves, err)
	fmt.Println(testing.AllocsPerRun(100, func() { led.Reproject(o) }))
}
func BenchmarkLedger(b *testing.B) {
	o, _ := workday.National().Office(workday.UsualHours())
	l, _ := workday.ParseLimit("15 working days")
	tm := &Terms{Office: o, Limit: &l}
	at, _ := time.Parse(time.RFC3339, "2026-02-13T16:30:00+07:00")
	es := []Entry{{Kind: EntryReceived, At: at}}
	b.ReportAllocs()
	for b.Loop() { led, _ := tm.Ledger(es); led.Due() }
}
