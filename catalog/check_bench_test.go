package catalog_test

import (
	"testing"

	"github.com/motcua/motcua/catalog"
)

// BenchmarkCheck lints 10,000 procedures of 7,000 bytes each.
func BenchmarkCheck(b *testing.B) {
	procedures := many(manyProcedures)
	b.ReportAllocs()
	for b.Loop() {
		catalog.Check(procedures)
	}
}
