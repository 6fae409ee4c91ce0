package catalog_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/dossier/workday"
)

// version makes a version of a procedure for the examples.
func version(online catalog.OnlineLevel, days string, papers ...string) catalog.Procedure {
	limit, _ := workday.ParseLimit(days)
	p := catalog.Procedure{
		Code: "1.004194", Status: catalog.StatusPublic, Name: motcua.Text{Vi: "Đăng ký tạm trú", En: "Registration of temporary residence"},
		Channels: []catalog.Offer{{Channel: motcua.ChannelOnline, Times: []catalog.TimeOption{{Limit: &limit}}}},
		Service:  &catalog.Service{Online: online},
	}
	for _, name := range papers {
		p.Papers = append(p.Papers, catalog.Paper{Name: motcua.Text{Vi: name}, Originals: 1})
	}
	return p
}

// A reform in the terms people use, in both languages.
func ExampleDiff() {
	before := version(catalog.OnlinePartly, "5 working days", "Tờ khai CT01", "Hợp đồng thuê nhà", "Sổ hộ khẩu")
	after := version(catalog.OnlineFully, "2 working days", "Tờ khai CT01")
	after.Validity.From = motcua.MustDate("2026-01-01")
	for _, c := range catalog.Diff(&before, &after) {
		fmt.Printf("%s %s\n  %s\n  %s\n", c.Code, c.Pointer, c.Text.Vi, c.Text.En)
	}
	// Output:
	// validity /validity
	//   hiệu lực: từ 1/1/2026 (trước: không giới hạn)
	//   validity: from 1/1/2026 (was: always)
	// timeShorter /channels/0/times/0/limit/terms
	//   kênh trực tuyến: thời hạn ít hơn 3 ngày làm việc
	//   filing online: three working days shorter
	// papersFewer /papers
	//   bớt 2 giấy tờ
	//   two papers fewer
	// paperRemoved /papers/1
	//   bỏ giấy tờ “Hợp đồng thuê nhà”
	//   paper “Hợp đồng thuê nhà” removed
	// paperRemoved /papers/2
	//   bỏ giấy tờ “Sổ hộ khẩu”
	//   paper “Sổ hộ khẩu” removed
	// online /service/online
	//   trực tuyến toàn trình từ 1/1/2026
	//   fully online from 1/1/2026
}

// What changed in a catalogue between two days.
func ExampleDiffCatalogs() {
	before, after := version(catalog.OnlinePartly, "5 working days"), version(catalog.OnlinePartly, "3 working days")
	before.Validity.To, after.Validity.From = motcua.MustDate("2026-01-01"), motcua.MustDate("2026-01-01")
	other := version(catalog.OnlineInformation, "1 day")
	other.Code, other.Validity.From = "1.004222", motcua.MustDate("2026-01-01")
	c := catalog.New([]catalog.Procedure{before, after, other})
	for _, p := range catalog.DiffCatalogs(c.At(motcua.MustDate("2025-12-31"), time.Time{}), c.At(motcua.MustDate("2026-01-01"), time.Time{})) {
		fmt.Println(p.Code, p.Event, p.Effective)
		for _, change := range p.Changes {
			fmt.Println(" ", change.Text.En)
		}
	}
	// Output:
	// 1.004194 changed 2026-01-01
	//   validity: from 1/1/2026 (was: until before 1/1/2026)
	//   filing online: two working days shorter
	// 1.004222 added 2026-01-01
}

// Programs decide on codes, which stay.
func ExampleChangeCodes() {
	codes := catalog.ChangeCodes()
	fmt.Println(slices.Contains(codes, "feeUp"), slices.Contains(codes, "papersFewer"), slices.IsSorted(codes))
	// Output:
	// true true true
}
