package published_test

import (
	"fmt"
	"log"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/published"
)

// A press report of December 2025 gives a total that its own parts do not add
// up to; another, a share that was taken of the wrong count.
func ExampleParse() {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2022")
	if err != nil {
		log.Fatal(err)
	}
	for _, report := range []string{
		`{"name": "Sơn La", "date": "2025-12-15", "total": "86.94", "parts": [
			{"label": "CKMB", "points": "15.3"}, {"label": "TDGQ", "points": "16.39"}, {"label": "online", "points": "14.31"},
			{"label": "MDHL", "points": "17.88"}, {"label": "MDSH", "points": "19.75"}]}`,
		`{"name": "Kinh Bắc", "date": "2025-11-08", "ratios": [
			{"label": "early", "num": {"moreThan": "2420"}, "den": {"moreThan": "2800"}, "stated": "84.38"},
			{"label": "on time", "num": {"exactly": "441"}, "den": {"moreThan": "2800"}, "stated": "18.22"}]}`,
	} {
		statement, faults := published.Parse([]byte(report))
		if err := faults.Err(); err != nil {
			log.Fatal(err)
		}
		findings, _ := statement.Check(index)
		for _, f := range findings {
			fmt.Println(statement.Name, f.At, f.Verdict, "–", f.Message.En)
		}
	}
	// Output:
	// Sơn La /total mismatch – the parts add up to 83.63
	// Kinh Bắc /ratios/0/stated open – early: what is stated does not decide it
	// Kinh Bắc /ratios/1/stated mismatch – on time: 18.22 % does not follow from the counts, which give at most 15.75 %; of 2420 it would be right: the denominator slipped
}

// Documents are the kinds of file this package knows, with their schemas.
func ExampleDocuments() {
	for _, d := range published.Documents() {
		fmt.Println(d.Name, d.ID)
	}
	// Output:
	// statement https://github.com/motcua/motcua/schema/statement-1.json
	// finding https://github.com/motcua/motcua/schema/finding-1.json
}
