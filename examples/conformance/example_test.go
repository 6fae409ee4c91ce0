package conformance_test

import (
	"bufio"
	"fmt"

	"github.com/motcua/motcua/examples/conformance"
)

func ExampleVectors() {
	f, err := conformance.Vectors().Open("nd61.jsonl")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	cases := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		cases++
	}
	fmt.Println(cases, "hand-worked assessments of nine criteria")
	// Output: 12 hand-worked assessments of nine criteria
}
