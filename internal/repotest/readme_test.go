package repotest

import (
	"fmt"
	"go/ast"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"
)

const readmeFile = "README.md"

// commands are all a newcomer has to type, as they stand in the README.
var commands = []string{"go run ./examples/quickstart", "go test ./..."}

// A fence is one block of the README between lines of three backquotes.
type fence struct {
	lang     string
	kind     string // of the mark above it: example or output, empty without
	source   string // what the mark names
	line     int    // of the opening backquotes, counted from one
	from, to int    // indices of its lines, to not included
}

var markLine = regexp.MustCompile(`^<!-- (example|output): (\S+) -->$`)

// fences finds the blocks of the README and the marks directly above them.
func fences(lines []string) []fence {
	var found []fence
	var open *fence
	above := ""
	for i, line := range lines {
		switch {
		case open != nil && strings.TrimSpace(line) == "```":
			open.to = i
			found = append(found, *open)
			open, above = nil, ""
		case open == nil && strings.HasPrefix(line, "```"):
			open = &fence{lang: strings.Trim(line, "` "), line: i + 1, from: i + 1}
			if m := markLine.FindStringSubmatch(above); m != nil {
				open.kind, open.source = m[1], m[2]
			}
		case open == nil && strings.TrimSpace(line) != "":
			above = line
		}
	}
	if open != nil { // never closed
		open.to = len(lines)
		found = append(found, *open)
	}
	return found
}

// checkReadme finds blocks that say something else than the tested text they
// come from, Go code from nowhere, and commands beyond the two.
func checkReadme(t *tree) []string {
	text, ok := t.file(readmeFile)
	if !ok {
		return []string{readmeFile + " is missing"}
	}
	problems, _ := readmeProblems(t, string(text))
	return problems
}

// readmeProblems also returns the README as it should be, as far as its marks
// tell.
func readmeProblems(t *tree, text string) (problems []string, mended string) {
	lines := strings.Split(text, "\n")
	all := fences(lines)
	problems = commandProblems(lines, all)
	slices.Reverse(all) // so that mending one block moves none that is still to come
	for _, f := range all {
		at := fmt.Sprintf("%s:%d: ", readmeFile, f.line)
		if f.lang == "go" && f.kind == "" {
			problems = append(problems, at+"Go code without a mark that names where it is tested")
		}
		if f.kind == "" {
			continue
		}
		want, err := t.quoted(f)
		if err != nil {
			problems = append(problems, at+err.Error())
			continue
		}
		if diff := lineDiff(want, strings.Join(lines[f.from:f.to], "\n")); diff != "" {
			problems = append(problems, fmt.Sprintf("%sthe block is not %s (-%s +README):\n%s"+
				"Rewrite it with: go test ./internal/repotest -update", at, f.source, f.kind, diff))
		}
		lines = slices.Concat(lines[:f.from], strings.Split(want, "\n"), lines[f.to:])
	}
	return problems, strings.Join(lines, "\n")
}

// commandProblems holds the README to one block of commands, and those two:
// whatever else it asked of a newcomer, nobody would try on every change.
func commandProblems(lines []string, all []fence) []string {
	var got []string
	blocks := 0
	for _, f := range all {
		if f.lang != "sh" {
			continue
		}
		blocks++
		for _, line := range lines[f.from:f.to] {
			command, _, _ := strings.Cut(line, " #")
			got = append(got, strings.TrimSpace(command))
		}
	}
	if blocks != 1 {
		return []string{fmt.Sprintf("%s has %d blocks of commands (```sh), want one", readmeFile, blocks)}
	}
	if diff := cmp.Diff(commands, got); diff != "" {
		return []string{fmt.Sprintf("%s asks for other commands (-want +README):\n%s", readmeFile, diff)}
	}
	return nil
}

// quoted returns the text the mark of f names, without its last line end.
func (t *tree) quoted(f fence) (string, error) {
	if f.kind == "output" {
		text, ok := t.file(f.source)
		if !ok {
			return "", fmt.Errorf("there is no file %s", f.source)
		}
		return strings.TrimRight(string(text), "\n"), nil
	}
	dir, name := path.Split(f.source) // scoring/facts.ExampleCount: the dot is in the last part
	last, name, ok := strings.Cut(name, ".")
	dir = path.Join(dir, last)
	if dir == path.Base(t.module) {
		dir = "."
	}
	for _, p := range t.pkgs {
		for _, syntax := range p.tests {
			for fn := range funcs(syntax) {
				if ok && p.dir == dir && fn.Recv == nil && fn.Name.Name == name && strings.HasPrefix(name, "Example") {
					return t.body(fn.Body), nil
				}
			}
		}
	}
	return "", fmt.Errorf("there is no example %s", f.source)
}

var outputComment = regexp.MustCompile(`(?im)^\s*// (unordered )?output:[\s\S]*`)

// body returns the statements of an example as a reader would write them at
// the left margin, without the output the test compares.
func (t *tree) body(block *ast.BlockStmt) string {
	from, to := t.fset.Position(block.Lbrace), t.fset.Position(block.Rbrace)
	text, _ := t.file(from.Filename)
	inner := outputComment.ReplaceAllString(string(text[from.Offset+1:to.Offset]), "")
	var lines []string
	for line := range strings.SplitSeq(inner, "\n") {
		lines = append(lines, strings.TrimPrefix(strings.TrimRight(line, " \t"), "\t"))
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
