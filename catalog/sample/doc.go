// Package sample is a small catalogue of well-known procedures (thủ tục hành chính):
// civil status, certification, residence, identity, immigration, transport, judicial
// matters, land, construction, business, labour permits and two of the State Bank.
//
// # What it is for
//
// It is for tests, examples and first steps: each shape that package catalog can hold
// stands in some procedure of it, and a test of this package names that procedure.
//
//	c := sample.Catalog()
//	birth, _ := c.At(day, time.Time{}).Lookup("1.001193")
//
// # What is true of it
//
// Codes, names, papers, times and fees are facts of public records, and each version
// says in its source where they were read and on what basis. Descriptions, questions
// and English names are this project's own. Where a record contradicts itself, as a
// free mark whose note names an amount, the fee row carries the doubt, and a quote is
// refused; where an amount could not be checked, the row is incomplete, and no amount
// of it is ever charged.
//
// A record shows what holds when it is read and not since when. Where no act names the
// first day of a version, it begins on 1 July 2025, with the local government of two
// levels.
//
// Some things no public record tells, and they are made up to show the shape: fast
// lanes, the parameters of the cost of compliance, a few days of publication, and the
// moments at which versions were recorded. Their sources say so, with the basis "ours"
// or "assumed".
//
// # What it does not do
//
// It is not the catalogue of the state, and nobody should be told what to bring from
// it: it is neither complete nor kept up to date. Real catalogues are files read by
// [catalog.Load] or by package catalog/intake.
//
// The files under procedures hold one list for each field of administration.
package sample
