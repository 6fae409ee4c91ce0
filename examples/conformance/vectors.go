// Package conformance holds what another program needs to check that it does
// as this library does. [Vectors] are published figures and hand-worked cases,
// in JSON Lines, for programs in any language; [Log] is a suite that a storage
// of one's own must pass before it may carry dossiers or money.
package conformance

import (
	"embed"
	"io/fs"
)

//go:embed vectors
var vectorFiles embed.FS

// Vectors returns the test vectors: files of JSON Lines, one case per line.
//
// Every line starts with name (unique in its file), date and source. The date
// is empty where no day is known; one that is only about right says so in
// note. The note is optional and asks for nothing. Points and scores are
// strings, because their digits matter: "19.20" claims more than "19.2".
//
// The groups of Index 766 bear the codes of the portal:
//
//	CKMB  transparency   18   TTTT  online payment  10
//	TDGQ  progress       20   MDSH  digitisation    22
//	CLGQ  online         12   MDHL  satisfaction    18
//
// Decision 766 joins CLGQ and TTTT in one group of 22 points; a vector calls
// that group online.
//
// # index766-counts.jsonl
//
// Raw counts and the points the portal published for them. Indicators maps an
// indicator to num and den; in 3.1, num is the part-online plus the fully
// online procedures. The pair 0/0 is a zero denominator and null an answer of
// the portal: neither is the same as an absent indicator. Want has the points
// of each indicator and their sum under the code of the group. Round every
// indicator half-up to hundredths, then add. Version names the formula, level
// is province, department, commune or procedure.
//
// H44 (Phú Thọ) and H15 (Đắk Lắk) are agency codes. A unit with a slash, such
// as H44/viet-tri, is a label made for these files and not an official code;
// its parent is the province. At level procedure the label ends in the code of
// the procedure.
//
// # index766-groups.jsonl, index766-national.jsonl
//
// The 34 provinces on one day: parts add up to total exactly, and rank is by
// total. The national line is their mean, taken and rounded group by group and
// then added. Its ratios are percentages of the maximum, from unrounded means;
// the one of online is the mean of the two rounded ratios above it.
//
// # index766-statements.jsonl
//
// Statements for a checker, and in want its verdict, ok or mismatch. A line has
// either total and parts or ratios.
//
// A part has a node (a group code or online), or a label where the source does
// not say which group it is. An implied part was found by subtraction and not
// stated, so its line cannot fail. The tolerance is 0 when the total and all
// stated parts have two decimals or more; otherwise it is the sum of half a
// unit of the last digit of each, so a bare "10" adds 0.5.
//
// A ratio has num, den and the stated percentage. Both are exactly or moreThan
// a number; the line is a mismatch when no counts allowed by num and den give
// the percentage as stated.
//
// # nd61.jsonl
//
// Assessments by the nine criteria of Decree 61/2018, each 2, 1 or 0, with
// total (of 18) and band. Bands here and in bands.jsonl are excellent (xuất
// sắc), good (tốt), fair (khá), average (trung bình) and weak (yếu). A total of
// exactly 15 is excellent.
//
// # bands.jsonl
//
// Totals of Index 766 that were printed with a band. None is fair: from where
// on a total is fair, 65 or 70, is not settled, and these lines fit both.
//
// # tai.jsonl, tai-ranks.jsonl
//
// The Technology Achievement Index of 23 countries: values, and the score with
// equal weights, rounded half-up to four decimals. Each value is laid between
// two goalposts and clamped to 0 and 1:
//
//	patents     0 and 994     tel         0 and 2.954724790979
//	royalties   0 and 272.6   elec        1.342422680822 and 3.843170464520
//	internet    0 and 232.4   schooling   0.8 and 12
//	exports     0 and 80.8    university  0.1 and 27.4
//
// Those of tel and elec are the decimal logarithms of 901, 22 and 6969; the
// values are logarithms already. Four decimals give the same scores and ranks.
//
// A line of ranks has the rank of each country of order, which differs from
// line to line. Mean says how the weighted values are joined (arithmetic or
// geometric) and of says what they are: goalposts, or the raw values. Weights
// are relative; an indicator without one is left out.
func Vectors() fs.FS {
	sub, _ := fs.Sub(vectorFiles, "vectors") // only an invalid path fails
	return sub
}
