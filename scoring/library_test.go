package scoring

import "testing"

func TestStandardLibraryCompiles(t *testing.T) {
	if _, err := standard(); err != nil {
		t.Fatal(err)
	}
	for _, x := range Standard().Indices() {
		for _, w := range x.Warnings() {
			t.Errorf("%s %s: %v", x.ID(), x.Version(), w)
		}
	}
}
