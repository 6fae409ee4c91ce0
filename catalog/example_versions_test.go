package catalog_test

import (
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
)

// In April it is found that the procedure has been otherwise since 1 March. What was told
// on 3 March can still be told apart from what should have been.
func ExampleCatalog_At() {
	at := func(day string) time.Time { return motcua.MustDate(day).In(motcua.Vietnam()).Add(8 * time.Hour) }
	version := func(name, from string) catalog.Procedure {
		return catalog.Procedure{Code: "1.001193", Version: name, Validity: motcua.Validity{From: motcua.MustDate(from)}}
	}
	versions, err := catalog.Amend(nil, version("announced", "2026-01-01"), at("2025-12-15"))
	if err != nil {
		fmt.Println(err)
		return
	}
	versions, err = catalog.Amend(versions, version("corrected", "2026-03-01"), at("2026-04-20"))
	if err != nil {
		fmt.Println(err)
		return
	}
	c := catalog.New(versions)
	march3 := motcua.MustDate("2026-03-03")
	for _, known := range []time.Time{at("2026-03-03"), at("2026-04-20"), {}} {
		p, _ := c.At(march3, known).Lookup("1.001193")
		fmt.Println(p.Version)
	}
	fmt.Println(c.Len(), "versions")
	// Output:
	// announced
	// corrected
	// corrected
	// 3 versions
}

// What is recorded stays recorded: nothing can be put before it.
func ExampleAmend() {
	noon := time.Date(2026, 3, 3, 12, 0, 0, 0, motcua.Vietnam())
	versions, err := catalog.Amend(nil, catalog.Procedure{Code: "1.001193"}, noon)
	fmt.Println(len(versions), err)
	_, err = catalog.Amend(versions, catalog.Procedure{Code: "1.001193"}, noon.Add(-time.Hour))
	fmt.Println(err)
	// Output:
	// 1 <nil>
	// 1.001193 at 2026-03-03T11:00:00+07:00: cannot be recorded: something was recorded later, at 2026-03-03T12:00:00+07:00
}

// A catalogue is made of versions in any order. A province's form of a code that it does
// not hold leads to the national procedure.
func ExampleNew() {
	c := catalog.New([]catalog.Procedure{
		{Code: "1.001193", Version: "new", Validity: motcua.Validity{From: motcua.MustDate("2026-01-01")}},
		{Code: "1.000656", Version: "only"},
		{Code: "1.001193", Version: "old", Validity: motcua.Validity{To: motcua.MustDate("2026-01-01")}},
	})
	for p := range c.Versions() {
		fmt.Println(p.Code, p.Version, p.Validity)
	}
	p, ok := c.At(motcua.MustDate("2026-03-01"), time.Time{}).Lookup("1.001193.000.00.00.H56")
	fmt.Println(p.Version, ok)
	// Output:
	// 1.000656 only [.., ..)
	// 1.001193 old [.., 2026-01-01)
	// 1.001193 new [2026-01-01, ..)
	// new true
}
