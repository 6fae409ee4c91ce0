package repotest

import "strings"

// block is a README block in its backquotes.
func block(lang, text string) string { return "```" + lang + "\n" + text + "\n```\n" }

var (
	twoCommands = block("sh", strings.Join(commands, "   # a word\n"))

	exampleSource = "package scoring_test\n\nfunc ExampleCompile() {\n\tif true {\n\t\tf() // deep\n\t}\n\n\tg()\n\t// Output:\n\t// 12\n}\n"
	exampleText   = "if true {\n\tf() // deep\n}\n\ng()"
	exampleMark   = "<!-- example: scoring.ExampleCompile -->\n"
	outputMarked  = "<!-- output: board.txt -->\n"
)

// plantedTexts is planted for the rules about files as text.
var plantedTexts = []planting{
	{rule: "hygiene", name: "words that only look alike", files: map[string]string{
		"README.md":      "The dossier/workday calendar of a working farm, and " + "TO" + "DO in a text.\n",
		"a.go":           "package motcua\n\n// A mastodon walks.\n",
		"x/testdata/bin": "\x00/wor" + "k/",
		".git/config":    "/wor" + "k/main\n",
	}},
	{rule: "hygiene", name: "traces", files: map[string]string{
		".ci/run":         "cd /wor" + "k/main\n",
		"a.go":            "package motcua\n\n// TO" + "DO: more.\n",
		"b/testdata/b.go": "package b // FIX" + "ME\n",
		"notes.txt":       "one\ntwo /far" + "m/ /tmp/bash_jo" + "bs.0\nthree\r\n",
	}, want: []string{".ci/run:1: a path of one machine", "a.go:3: an unfinished mark", "b/testdata/b.go:1: an unfinished mark", "notes.txt:2: a path", "notes.txt:3: a carriage return"}},

	{rule: "readme", name: "blocks as tested", files: map[string]string{
		"README.md":               "# A\n" + twoCommands + "\n" + exampleMark + block("go", exampleText) + outputMarked + "\n" + block("text", "a\n\nb") + block("text", "free"),
		"scoring/example_test.go": exampleSource,
		"board.txt":               "a\n\nb\n",
	}},
	{rule: "readme", name: "in the root and deeper", files: map[string]string{
		"README.md": twoCommands + "<!-- example: motcua.ExampleDate -->\n" + block("go", "f()") +
			"<!-- example: scoring/facts.ExampleCount_rows -->\n" + block("go", "g()"),
		"example_test.go":               "package motcua_test\nfunc ExampleDate() {\n\tf()\n}\n",
		"scoring/facts/example_test.go": "package facts_test\nfunc ExampleCount_rows() {\n\tg()\n\n\t// Unordered output:\n\t// 1\n}\n",
	}},
	{rule: "readme", name: "not there", want: []string{"README.md is missing"}},
	{rule: "readme", name: "blocks that drifted", files: map[string]string{
		"README.md": twoCommands + exampleMark + block("go", "g()") + outputMarked + block("text", "b") + block("go", "f()") +
			"<!-- example: scoring.ExampleGone -->\n" + block("go", "g()") + "<!-- output: gone.txt -->\n" + block("text", "b"),
		"scoring/example_test.go": exampleSource,
		"board.txt":               "a\n",
	}, want: []string{
		"there is no file gone.txt", "there is no example scoring.ExampleGone", "Go code without a mark",
		"the block is not board.txt", "the block is not scoring.ExampleCompile",
	}},
	{rule: "readme", name: "a mark counts only directly above", files: map[string]string{
		"README.md":               twoCommands + exampleMark + "words\n" + block("go", exampleText),
		"scoring/example_test.go": exampleSource,
	}, want: []string{"Go code without a mark"}},
	{rule: "readme", name: "a third command", files: map[string]string{
		"README.md": block("sh", strings.Join(commands, "\n")+"\nmake install"),
	}, want: []string{"asks for other commands"}},
	{rule: "readme", name: "commands in two places", files: map[string]string{
		"README.md": block("sh", commands[0]) + block("sh", commands[1]),
	}, want: []string{"2 blocks of commands"}},

	{rule: "api", name: "as written down", files: map[string]string{
		"scoring/a.go": apiSource, "payment/a.go": "package payment\ntype Money int64\n", apiGolden: apiLines,
		"internal/enum/a.go": "package enum\nfunc New() {}\n", "examples/motcua/a.go": "package main\nfunc Run() {}\nfunc main() {}\n",
	}},
	{rule: "api", name: "not written down", files: map[string]string{"payment/a.go": "package payment\n"}, want: []string{"api/motcua.txt is missing"}},
	{rule: "api", name: "changed", files: map[string]string{
		"scoring/a.go": strings.Replace(apiSource, "total int64", "total uint64", 1), "payment/a.go": "package payment\ntype Money int64\n", apiGolden: apiLines,
	}, want: []string{`"pkg motcua/scoring, func Compile([]byte, uint64, ...payment.Money) (*Set[string, int], error)"`}},
}

const apiSource = `package scoring
import "github.com/motcua/motcua/payment"
const (
	Linear Scale = iota + 1
	Steps
)
type Scale uint8
func (s Scale) String() string { return "" }
type Set[K comparable, V any] struct { inner; Fee payment.Money ` + "`json:\"fee\"`" + `; hidden K }
func (s *Set[K, V]) Add(k K, v V) {}
type inner struct{ Count int }
func (inner) Len() int { return 0 }
type Sealed interface { Name() string; sealed() }
type Number interface { ~int | ~int64 }
type Old = Scale
type Option func(payment.Money) error
func Compile(doc []byte, total int64, more ...payment.Money) (def *Set[string, int], err error) { return nil, nil }
func Sum[N Number](of []N) (n N) { return }
var ErrFull error
func (s Scale) hidden() {}
`

const apiLines = `pkg motcua/payment, type Money int64
pkg motcua/scoring, const Linear Scale = 1
pkg motcua/scoring, const Steps Scale = 2
pkg motcua/scoring, func Compile([]byte, int64, ...payment.Money) (*Set[string, int], error)
pkg motcua/scoring, func Sum[N Number]([]N) N
pkg motcua/scoring, method (*Set) Add(K, V)
pkg motcua/scoring, method (Scale) String() string
pkg motcua/scoring, method (Set) Len() int
pkg motcua/scoring, type Number interface{~int | ~int64}
pkg motcua/scoring, type Old = Scale
pkg motcua/scoring, type Option func(payment.Money) error
pkg motcua/scoring, type Scale uint8
pkg motcua/scoring, type Sealed interface, Name() string
pkg motcua/scoring, type Sealed interface, with unexported methods
pkg motcua/scoring, type Set struct, Fee payment.Money ` + "`json:\"fee\"`" + `
pkg motcua/scoring, type Set[K comparable, V any] struct
pkg motcua/scoring, var ErrFull error
`
