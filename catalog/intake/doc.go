// Package intake reads other people's catalogues of procedures, and reports what was
// lost on the way.
//
// # The idea
//
// Catalogues circulate as crawled pages whose table cells were glued together, as
// nested documents, as records of the national portal. None of them says what this
// library wants to know in the form it wants: a time is "02 tháng và 15 ngày làm
// việc", a fee "70,000 Việt Nam Đồng" beside a note that says 50 %, a paper and its form
// one word. Reading them is therefore never silent. Every reader here returns the
// procedure and its losses: a [Loss] for what was dropped, guessed, defaulted or could
// not be read, with the place in the source and the text as it stood there.
//
//	p, losses, faults := intake.ParsePage(line)
//	for _, l := range losses {
//		fmt.Println(l.Kind, l.Pointer, l.Raw)
//	}
//
// The raw text of times and fees stays in the procedure too. No unit is ever invented: a
// "1" without a unit is no limit, and "200 VNĐ" behind it no fee that anybody would be
// charged. A mark of "free" that its own note contradicts becomes a row in doubt, which
// quotes refuse.
//
// # Three shapes
//
// A [Document] is the record of the national portal (LayThuTuc) as nested JSON with
// names of our own, every value as its source wrote it. [FromDocument] turns one into a
// procedure and [ToDocument] back; going there and back changes nothing but what the
// losses say. [ParsePage] cuts the flattened text of a crawled page into a document
// first. The portal's own record is read by package npsp, which also goes by documents.
//
// # What it does not do
//
// It fetches nothing, mends no facts, and does not judge what it read: that is
// [catalog.Check].
package intake
