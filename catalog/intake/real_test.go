package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/motcua/motcua/catalog"
)

// realPages are the lines of the crawled pages, or the test is skipped.
func realPages(t testing.TB) [][]byte {
	t.Helper()
	dir := os.Getenv("MOTCUA_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(dir, "procedures", "procedures.jsonl.gz"))
	if err != nil {
		t.Skipf("SKIPPED: no real data (set MOTCUA_DATA): %v", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var lines [][]byte
	s := bufio.NewScanner(z)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		lines = append(lines, bytes.Clone(s.Bytes()))
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return lines
}

// count counts the letters, digits and signs of a text, spaces aside.
func count(counts map[rune]int, text string, sign int) {
	for _, r := range plainText(text) {
		if !unicode.IsSpace(r) {
			counts[r] += sign
		}
	}
}

// texts collects every text of a value.
func texts(v any, out *[]string) {
	switch v := v.(type) {
	case string:
		*out = append(*out, v)
	case []any:
		for _, e := range v {
			texts(e, out)
		}
	case map[string]any:
		for _, e := range v {
			texts(e, out)
		}
	}
}

// TestNothingLost: every letter of every member of every real page is in the procedure
// or in a loss of that member.
func TestNothingLost(t *testing.T) {
	pages, kinds := 0, map[string]int{}
	for n, line := range realPages(t) {
		var source map[string]string
		if err := json.Unmarshal(line, &source); err != nil {
			t.Fatal(err)
		}
		p, losses, faults := ParsePage(line, nil)
		if faults.Err() != nil {
			t.Fatalf("line %d: %v", n+1, faults)
		}
		pages++
		for _, l := range losses {
			kinds[l.Code]++
		}
		counts := kept(t, &p, losses)
		whole := map[rune]int{}
		for _, v := range source {
			count(whole, nothing.ReplaceAllString(plainText(v), "$1"), 1)
		}
		for r, n := range whole {
			if counts[r] < n && !glue[r] {
				t.Errorf("%s: %d of %d %q are left", source["ma_thu_tuc"], counts[r], n, string(r))
			}
		}
	}
	t.Logf("%d pages; losses by code: %v", pages, kinds)
}

// kept counts the letters of a procedure and of its losses, with the words for what the
// procedure holds as numbers and names of enums.
func kept(t *testing.T, p *catalog.Procedure, losses []Loss) map[rune]int {
	t.Helper()
	var words []string
	text, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(text, &tree); err != nil {
		t.Fatal(err)
	}
	texts(tree, &words)
	counts := map[rune]int{}
	for _, k := range words {
		count(counts, k, 1)
	}
	for _, paper := range p.Papers {
		count(counts, numberText(paper.Originals, "bản chính")+numberText(paper.Copies, "bản sao"), 1)
	}
	for _, l := range p.Levels {
		for _, row := range levels {
			if row.level == l {
				count(counts, strings.ToUpper(row.name[:1])+row.name[1:], 1)
			}
		}
	}
	for _, offer := range p.Channels {
		for range offer.Times {
			for name, code := range channelNames {
				if channelCodes[code] == offer.Channel {
					count(counts, name, 1)
				}
			}
		}
	}
	for range p.Results {
		count(counts, "Mã:Từ khóaMô tả", 1) // what the page calls the parts of a result
	}
	for _, l := range losses {
		count(counts, l.Raw, 1)
	}
	return counts
}

// nothing is what a page writes for nothing: no information, no copies.
var nothing = regexp.MustCompile(notStated + `|(^|[^0-9])0 bản (?:chính|sao)`)

// glue are signs that cut lists and numbers, and stand in none of the parts.
var glue = map[rune]bool{',': true, '(': true, ')': true}

func numberText(n int64, unit string) string {
	if n == 0 {
		return ""
	}
	text, _ := json.Marshal(n)
	return string(text) + unit
}
