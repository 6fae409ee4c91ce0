package search

import (
	"github.com/motcua/motcua"
)

// Entry is what an index holds of one procedure.
type Entry struct {
	// Code is its code, by which hits name it.
	Code motcua.ProcedureCode
	// Name is its name in Vietnamese, which counts most; NameEn in English, if any.
	Name, NameEn string
	// Keywords are words people may look for it with; they count nearly as much.
	Keywords []string
	// Text is what else may be searched, such as the names of its papers and results;
	// it counts little.
	Text []string
	// Facets are the values it can be filtered and counted by, such as "level" →
	// ["province", "commune"].
	Facets map[string][]string
}

// Options change how an index is made; nil is the default.
type Options struct {
	// Abbreviations are further rows, beside the usual ones.
	Abbreviations Abbreviations
	// Bare leaves the usual rows away.
	Bare bool
}

// Index (chỉ mục) finds procedures as people type. It is immutable and safe for
// concurrent use.
type Index struct {
	docs   []document
	words  lexicon
	names  []nameWord // of all documents, one after another
	starts []uint32   // where the words of each document's name begin, and the end
	forms  forms
	posts  postings
	facets []facet
	rules  rules
	sorted []uint32 // documents in the order of their names
	codes  []uint32 // documents in the order of their codes
	ties   []uint32 // documents in the order of equals
	pool   *scratchPool
}

// document is one procedure.
type document struct {
	code   motcua.ProcedureCode
	name   string
	weight uint32 // of all words of the name
	tie    uint32 // its place among equals: short names first, then by code
}

// nameWord is a word of a name: the term, and which of its written forms.
type nameWord uint32

const formBits = 8

func (w nameWord) term() uint32 { return uint32(w >> formBits) }
func (w nameWord) form() uint32 { return uint32(w & (1<<formBits - 1)) }

// Len returns how many procedures the index holds.
func (x *Index) Len() int { return len(x.docs) }

// nameOf returns the words of a document's name, without "thủ tục" before it.
func (x *Index) nameOf(doc uint32) []nameWord { return x.names[x.starts[doc]:x.starts[doc+1]] }

// forms are the marked forms in which names write each term: "đất" and "dát" of "dat".
type forms struct {
	starts []uint32 // by term, into list
	list   []string
}

// of returns the number of a form of a term; 0 is one no name has.
func (f forms) of(term uint32, marked string) uint32 {
	for i, form := range f.list[f.starts[term]:f.starts[term+1]] {
		if form == marked {
			return uint32(i) + 1
		}
	}
	return 0
}

// Where a term stands in a document; only the best place is kept.
const (
	inHead = iota // the first word of the name
	inName
	inKeywords
	inText
	fieldBits = 2
)

// posting is a document a term is in, and where.
type posting uint32

func (p posting) doc() uint32 { return uint32(p >> fieldBits) }
func (p posting) field() int  { return int(p & (1<<fieldBits - 1)) }

// postings are the documents of each term, in their order.
type postings struct {
	starts []uint32 // by term, into list
	list   []posting
}

func (p postings) of(term uint32) []posting { return p.list[p.starts[term]:p.starts[term+1]] }
