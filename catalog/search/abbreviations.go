package search

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// Abbreviations is a document of what people write for what the law calls otherwise,
// and of the words that tell nothing.
type Abbreviations struct {
	Abbreviations []Abbreviation `json:"abbreviations"` // each short form once
	Fillers       []Filler       `json:"fillers"`       // each text once
}

// Abbreviation is one row: a short form (chữ viết tắt) or people's word, and what it
// may stand for.
type Abbreviation struct {
	Short  string        `json:"short"`  // "GPLX", "bằng lái xe"; its marks count where a query has marks
	Kind   RowKind       `json:"kind"`   // which of the two it is
	Long   []string      `json:"long"`   // "giấy phép lái xe"; any of them
	Source motcua.Source `json:"source"` // the ground for it
}

// Filler is a word, or several, that tell little about what is sought.
type Filler struct {
	Text   string `json:"text"`                                     // "thủ tục", "ở đâu"
	Weight int    `json:"weight" jsonschema:"minimum=0,maximum=15"` // sixteenths of what its rarity would give it; 0: passed over
}

// Codes of faults in abbreviations. A code is retired, never reused.
const (
	codeShort  = "CAT-ABB-01" // a short form without letters, or one that stands above
	codeLong   = "CAT-ABB-02" // nothing it stands for, or only itself
	codeKind   = "CAT-ABB-03" // no kind
	codeSource = "CAT-ABB-04" // no ground
	codeFiller = "CAT-ABB-05" // a filler without letters, or one that stands above
	codeWeight = "CAT-ABB-06" // a weight out of range
	codeSize   = "CAT-ABB-07" // longer than a row may be
)

// fullWeight is the weight of a word that is no filler.
const fullWeight = 16

// maxRowWords is how many words a side of a row may have.
const maxRowWords = 12

//go:embed abbreviations.json
var usualText []byte

var usual = sync.OnceValues(func() (Abbreviations, motcua.Faults) { return ParseAbbreviations(usualText) })

// UsualAbbreviations returns the rows this package brings along, which are the
// caller's own. They are what we know people to write: the practice of forms and
// portals, and words of ours.
func UsualAbbreviations() Abbreviations {
	a, _ := usual()
	return Abbreviations{slices.Clone(a.Abbreviations), slices.Clone(a.Fillers)}
}

// ParseAbbreviations reads a document of abbreviations and reports all that is wrong
// with it.
func ParseAbbreviations(data []byte) (Abbreviations, motcua.Faults) {
	return strict.Read(data, func(a *Abbreviations) motcua.Faults { return a.Check() })
}

// Check reports all that is wrong with the rows.
func (a Abbreviations) Check() motcua.Faults {
	var faults motcua.Faults
	seen := map[string]bool{}
	for i, row := range a.Abbreviations {
		row.check(&faults, motcua.Pointer("abbreviations", strconv.Itoa(i)), seen)
	}
	seen = map[string]bool{}
	for i, f := range a.Fillers {
		at := motcua.Pointer("fillers", strconv.Itoa(i))
		checkShort(&faults, codeFiller, at+"/text", f.Text, seen)
		if f.Weight < 0 || f.Weight >= fullWeight {
			fault(&faults, codeWeight, at+"/weight", "trọng số phải từ 0 đến 15", "the weight must be from 0 to 15")
		}
	}
	faults.Sort()
	return faults
}

func (row Abbreviation) check(faults *motcua.Faults, at string, seen map[string]bool) {
	checkShort(faults, codeShort, at+"/short", row.Short, seen)
	if len(row.Long) == 0 {
		fault(faults, codeLong, at+"/long", "không có dạng đầy đủ", "it stands for nothing")
	}
	for i, long := range row.Long {
		switch words := tokens(nil, long); {
		case len(words) == 0 || slices.Equal(words, tokens(nil, row.Short)):
			fault(faults, codeLong, at+motcua.Pointer("long", strconv.Itoa(i)), "%q không nói thêm điều gì", "%q says no more than the short form", long)
		case len(words) > maxRowWords:
			fault(faults, codeSize, at+motcua.Pointer("long", strconv.Itoa(i)), "dài hơn %d từ", "more than %d words", maxRowWords)
		}
	}
	if row.Kind != RowAbbreviation && row.Kind != RowWord {
		fault(faults, codeKind, at+"/kind", "không có loại", "there is no such kind")
	}
	if row.Source.Basis == 0 {
		fault(faults, codeSource, at+"/source/basis", "không nêu căn cứ", "no ground is stated")
	}
}

// checkShort checks what stands on the left of a row, and that it stands there once:
// two that differ in marks alone are two.
func checkShort(faults *motcua.Faults, code, at, text string, seen map[string]bool) {
	words := tokens(nil, text)
	key := ""
	for _, w := range words {
		key += w.marked + " "
	}
	switch {
	case len(words) == 0:
		fault(faults, code, at, "không có chữ nào", "there is no letter")
	case len(words) > maxRowWords:
		fault(faults, codeSize, at, "dài hơn %d từ", "more than %d words", maxRowWords)
	case seen[key]:
		fault(faults, code, at, "%q đã có ở trên", "%q stands above", text)
	}
	seen[key] = true
}

// fault adds an error; the formats take the same arguments.
func fault(faults *motcua.Faults, code, pointer, vi, en string, args ...any) {
	faults.Add(code, pointer, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}
