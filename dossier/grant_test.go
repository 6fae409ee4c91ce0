package dossier_test

import (
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/sample"
)

// procedureOf is a procedure of the sample, as it stood in March 2026.
func procedureOf(t testing.TB, code motcua.ProcedureCode) *catalog.Procedure {
	t.Helper()
	p, ok := sample.Catalog().At(motcua.MustDate("2026-03-02"), time.Time{}).Lookup(code)
	if !ok {
		t.Fatalf("the sample has no %s", code)
	}
	return p
}
