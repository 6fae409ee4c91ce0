package sample_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/sample"
)

// TestCheckFindsNothingWrong holds the sample to having no error, and no warnings but
// those of what it shows on purpose: fees that cannot be used as the record has them,
// and procedures whose record states no time.
func TestCheckFindsNothingWrong(t *testing.T) {
	warnings := map[string]int{}
	for _, f := range catalog.Check(sample.Versions()) {
		if f.Severity != motcua.SeverityWarning {
			t.Error(f)
			continue
		}
		warnings[f.Code]++
	}
	if diff := cmp.Diff(map[string]int{"CAT-FEE-17": 20, "CAT-PRO-09": 3}, warnings); diff != "" {
		t.Error(diff)
	}
}
