// Package published holds figures that somebody printed against themselves.
//
// Newspapers and notices quote totals beside their parts and percentages beside
// their counts, and slip: parts that add up to another total, a share taken of
// the wrong denominator. A [Statement] is such a report with the digits as they
// were stated, because "15.3" leaves room that "15.30" does not, and with counts
// as people state them, exactly or "more than". [Statement.Check] says of each
// figure whether it fits, does not, or is left open by what was stated; it never
// fills a gap with an assumption.
package published
