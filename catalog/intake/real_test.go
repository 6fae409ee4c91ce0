package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"testing"
	"unicode"

	"github.com/motcua/motcua/catalog"
)

// realPage is a line of the crawled pages, and what is made of it.
type realPage struct {
	line      []byte
	procedure catalog.Procedure
	losses    []Loss
}

// readPages reads the crawled pages once, for all tests, which change nothing in them.
var readPages = sync.OnceValues(func() ([]realPage, error) {
	dir := os.Getenv("MOTCUA_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(dir, "procedures", "procedures.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var pages []realPage
	s := bufio.NewScanner(z)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		line := bytes.Clone(s.Bytes())
		p, losses, faults := ParsePage(line, nil)
		if err := faults.Err(); err != nil {
			return nil, err
		}
		pages = append(pages, realPage{line, p, losses})
	}
	return pages, s.Err()
})

// realPages are the crawled pages, or the test is skipped.
func realPages(t testing.TB) []realPage {
	t.Helper()
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	pages, err := readPages()
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("SKIPPED: no real data (set MOTCUA_DATA): %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return pages
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
