package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"unicode"
)

// realPages are the lines of the crawled pages, or the test is skipped.
func realPages(t testing.TB) [][]byte {
	t.Helper()
	if testing.Short() {
		t.Skip("SKIPPED: all pages, in one goroutine")
	}
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

// nothing is what a page writes for nothing: no information, no copies.
var nothing = regexp.MustCompile(notStated + `|(^|[^0-9])0 bản (?:chính|sao)`)

// numberText is a number of copies as a page writes it.
func numberText(n int64, unit string) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10) + unit
}
