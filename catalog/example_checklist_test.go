package catalog_test

import (
	"errors"
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
)

// marriage is a procedure whose papers hang on two questions.
func marriage() *catalog.Procedure {
	divorced := &motcua.Predicate{Flag: "divorced"}
	return &catalog.Procedure{
		Code: "1.000894", Status: catalog.StatusPublic, Name: motcua.Text{Vi: "Đăng ký kết hôn", En: "Registration of a marriage"},
		Questions: []catalog.Question{
			{ID: "before", Type: motcua.ColumnFlag, Text: motcua.Text{Vi: "Đã từng kết hôn?", En: "Were you married before?"}},
			{ID: "divorced", Type: motcua.ColumnFlag, Text: motcua.Text{Vi: "Đã ly hôn?", En: "Are you divorced?"}, When: &motcua.Predicate{Flag: "before"}},
		},
		Papers: []catalog.Paper{
			{Name: motcua.Text{Vi: "Tờ khai", En: "Declaration"}, Originals: 1},
			{Name: motcua.Text{Vi: "Giấy tờ tùy thân", En: "Proof of identity"}, Copies: 1, Data: []catalog.DataSource{{Code: "population"}}},
			{Name: motcua.Text{Vi: "Trích lục ly hôn", En: "Extract of the divorce"}, Copies: 1, When: divorced, ReplacedBy: []motcua.ResultCode{"KQ.G15.000034"}},
		},
	}
}

// A paper is required only once that is shown, and a question is asked only of those whom
// it concerns.
func ExampleProcedure_Checklist() {
	s := catalog.Situation{Answers: map[string]motcua.Scalar{}}
	for {
		list, err := marriage().Checklist(s)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, item := range list.Items {
			fmt.Printf("%v: %s (%s)\n", item.Need, item.Paper.Name.En, item.Why.En)
		}
		if list.Decided() {
			return
		}
		fmt.Println("->", list.Next.Text.En, "no")
		s.Answers[list.Next.ID] = motcua.FlagScalar(false)
	}
	// Output:
	// required: Declaration (to be handed in)
	// replaced: Proof of identity (the body looks it up in database population)
	// undecided: Extract of the divorce (depends on what is not known yet: Were you married before?)
	// -> Were you married before? no
	// required: Declaration (to be handed in)
	// replaced: Proof of identity (the body looks it up in database population)
	// notNeeded: Extract of the divorce (its condition does not hold)
}

// What a person says is checked whole.
func ExampleSituation() {
	_, err := marriage().Checklist(catalog.Situation{Case: "second", Answers: map[string]motcua.Scalar{
		"before":  motcua.TextScalar("once or twice"),
		"weather": motcua.FlagScalar(true),
	}})
	var faults motcua.Faults
	fmt.Println(errors.As(err, &faults))
	for _, f := range faults {
		fmt.Println(f.Pointer, f.Code, f.Message.En)
	}
	// Output:
	// true
	// /answers/before CAT-ASK-02 an answer of the wrong type
	// /answers/weather CAT-ASK-01 there is no such question
	// /case CAT-ASK-04 there is no such case
}
