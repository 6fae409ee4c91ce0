package catalog_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
)

// What nobody stated is counted apart and is not "no".
func ExampleStatistics() {
	yes, no := true, false
	procedure := func(code string, service *catalog.Service) catalog.Procedure {
		return catalog.Procedure{Code: motcua.ProcedureCode(code), Status: catalog.StatusPublic, Service: service}
	}
	c := catalog.New([]catalog.Procedure{
		procedure("1.000001", &catalog.Service{Online: catalog.OnlineFully, Business: &yes}),
		procedure("1.000002", &catalog.Service{Online: catalog.OnlinePartly, Business: &no}),
		procedure("1.000003", nil),
	})
	s, err := catalog.Statistics(c.At(motcua.MustDate("2026-03-01"), time.Time{}))
	online, _ := json.Marshal(s.Online)
	business, _ := json.Marshal(s.Business)
	fmt.Println(s.Procedures, string(online), string(business), s.Fees.NoneStated, err)
	// Output:
	// 3 {"fully":1,"partly":1,"testing":0,"information":0,"unknown":1} {"yes":1,"no":1,"unknown":1} 3 <nil>
}
