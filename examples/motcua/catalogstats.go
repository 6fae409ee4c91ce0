package main

import (
	"fmt"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
)

var catalogStatsCommand = command{
	name:  "catalog stats",
	args:  "[FILE.jsonl]",
	short: "count a catalogue: online levels, fees, fields, levels, channels, times",
	long: `
Counts the procedures of a catalogue that are in use on a day: how far they are online,
which charge nothing online, those about business, what their fees say, in how many
parts they are complete (63/2010/NĐ-CP art. 8(2)), and groups by field, level, body,
subject, channel, cases and times. What is not known is counted apart and never as 0.

With --format json one object holds it all (motcua schema show catalogStats).`,
	run: runCatalogStats,
}

func runCatalogStats(s *session) error {
	var f catalogueFlags
	f.register(s)
	if err := s.parse(0, 1); err != nil {
		return err
	}
	if len(s.args) == 1 {
		f.file = s.args[0]
	}
	snapshot, err := f.open(s)
	if err != nil {
		return err
	}
	stats, err := catalog.Statistics(snapshot)
	if err != nil {
		return err
	}
	if s.format == "json" {
		return s.encode(s.out, stats)
	}
	sh := sheet{header: heading("figure", "group", "count")}
	add := func(figure, group string, n int64) {
		if group == "" {
			group = nothing
		}
		sh.rows = append(sh.rows, []string{figure, group, strconv.FormatInt(n, 10)})
	}
	add("procedures", "", stats.Procedures)
	for _, g := range statsFlags(&stats) {
		add(g.figure, g.group, g.n)
	}
	for _, g := range []struct {
		figure string
		groups []catalog.Group
	}{{"missing part", stats.Missing}, {"field", stats.Fields}, {"level", stats.Levels}, {"channels", stats.Channels}, {"unit of time", stats.Units}} {
		for _, group := range g.groups {
			add(g.figure, groupName(group), group.Count)
		}
	}
	for _, g := range []struct {
		figure  string
		buckets []catalog.Bucket
	}{{"cases", stats.Cases}, {"time options", stats.Options}} {
		for _, b := range g.buckets {
			add(g.figure, fmt.Sprint(b.Number), b.Count)
		}
	}
	if err := s.show(sh); err != nil || s.format != "table" {
		return err
	}
	for _, m := range stats.Cost {
		s.say(textCost, s.text(m.Text()))
	}
	return nil
}

var textCost = motcua.Text{En: "\nCost of complying, a year: %s\n", Vi: "\nChi phí tuân thủ một năm: %s\n"}

// statsFigure is one figure of a group.
type statsFigure struct {
	figure, group string
	n             int64
}

// statsFlags are the figures that are no lists.
func statsFlags(t *catalog.Stats) []statsFigure {
	out := []statsFigure{
		{"online", "fully", t.Online.Fully}, {"online", "partly", t.Online.Partly}, {"online", "testing", t.Online.Testing},
		{"online", "information", t.Online.Information}, {"online", "unknown", t.Online.Unknown},
		{"business, online", "", t.BusinessOnline}, {"complete", "", t.Complete}, {"fast lane", "", t.Lanes},
		{"fees", "amount", t.Fees.Amount}, {"fees", "free", t.Fees.Free}, {"fees", "none stated", t.Fees.NoneStated}, {"fees", "doubt", t.Fees.Doubt},
		{"fees online", "amount", t.FeesOnline.Amount}, {"fees online", "free", t.FeesOnline.Free},
		{"fees online", "none stated", t.FeesOnline.NoneStated}, {"fees online", "doubt", t.FeesOnline.Doubt},
		{"times", "stated", t.Limits.Stated}, {"times", "partly", t.Limits.Partly}, {"times", "unknown", t.Limits.Unknown},
	}
	for _, f := range []struct {
		name string
		c    catalog.FlagCount
	}{
		{"business", t.Business}, {"zero fee online", t.ZeroFeeOnline}, {"payment integrated", t.PaymentIntegrated}, {"own authority", t.Authority},
		{"population data needed", t.PopulationNeeded}, {"population data connected", t.PopulationConnected}, {"place-independent", t.PlaceIndependent},
	} {
		out = append(out, statsFigure{f.name, "yes", f.c.Yes}, statsFigure{f.name, "no", f.c.No}, statsFigure{f.name, "unknown", f.c.Unknown})
	}
	return out
}

// groupName names a group by what it has.
func groupName(g catalog.Group) string {
	switch {
	case g.Name == "":
		return g.Code
	case g.Code == "":
		return g.Name
	}
	return g.Code + " " + g.Name
}
