// Package search finds procedures as people type: without marks, with typos, in
// abbreviations and in their own words. It also sorts Vietnamese listings.
//
// # The idea
//
// Nobody types "Cấp Giấy xác nhận tình trạng hôn nhân". People type "giay doc than",
// "xac nhan TTHN", "tinh trnag hon nhan", or the code they were told. So names and
// queries are folded (gập dấu, [Fold]) to words without marks, and an [Index] knows for
// each such word the procedures it is in. What people say otherwise is not code but
// rows, [Abbreviations]: short forms (chữ viết tắt), people's words, and the words that
// tell nothing, such as "thủ tục" or "ở đâu". A program may add rows of its own.
//
// # How a query is understood
//
// The words are taken from left to right. The longest row that fits stands for what it
// says, and for itself. A word no name has may be a typo: one letter other, missing, too
// many, or two exchanged, and two such edits in words of eight letters and more; or it
// may be several words typed without a space. The last word may be unfinished, unless
// something follows it. [Results.Words] says what was made of each word. Anything that
// looks like a code is one, if there is such a procedure.
//
// # How hits are ranked
//
// All is counted in whole numbers, and [Hit.Parts] shows the sum. Each word has a weight
// by its rarity; found in the name it counts in full, in keywords three quarters, in
// other text a quarter, less again for a typo or a mere beginning, for a word that has
// other marks than the query's, and for one that stands apart from those beside it in
// the query. Then come how much of the name was asked for, which puts "Đăng ký khai
// sinh" before "Đăng ký khai sinh lưu động"; how many words stand together; and whether
// the name is the query. Equal scores go to the shorter name, and then to the lesser
// code.
//
// # What it does not do
//
// It understands no sentences and knows no meaning but that of its rows. It does not
// stem, since Vietnamese words do not change. An index is built once and never changed:
// for another catalogue, build another.
package search
