package catalog

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/motcua/motcua"
)

// maxDocument is the longest file of a procedure, or of a list of them, in bytes. Lines
// have no such limit together.
const maxDocument = 256 << 20

// FileFault is a fault of one of several files.
type FileFault struct {
	File  string        // its path in the file system, or the pattern that is wrong
	Fault *motcua.Fault // with a line and a pointer in the file
}

// Error names the file and the fault.
func (f FileFault) Error() string { return f.File + ": " + f.Fault.Error() }

// Unwrap returns the fault.
func (f FileFault) Unwrap() error { return f.Fault }

// FileFaults is everything that is wrong with some files, by file in the order of
// their names, then as [motcua.Faults] are sorted. It is an error.
type FileFaults []FileFault

// Err returns nil if no fault is an error, and otherwise all of them, warnings too.
func (fs FileFaults) Err() error {
	if !slices.ContainsFunc(fs, func(f FileFault) bool { return f.Fault.Severity != motcua.SeverityWarning }) {
		return nil
	}
	return fs
}

// fileFaultsShown is how many lines Error writes.
const fileFaultsShown = 10

// Error writes one fault to a line, the first ten of them.
func (fs FileFaults) Error() string {
	lines := make([]string, 0, fileFaultsShown+1)
	for i, f := range fs {
		if i == fileFaultsShown {
			lines = append(lines, fmt.Sprintf("and %d more", len(fs)-i))
			break
		}
		lines = append(lines, f.Error())
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the faults one by one.
func (fs FileFaults) Unwrap() []error {
	errs := make([]error, len(fs))
	for i, f := range fs {
		errs[i] = f
	}
	return errs
}

// Load reads all procedures of the files that match the patterns, which are those of
// [path.Match]; without any, of the files *.json and *.jsonl at the top of the file
// system. A file whose name ends in .jsonl is read as [ReadLines] does, any other as
// one JSON document of at most 256 MiB, a procedure or a list of them. Files are read in the order of
// their names, each once, and one with the content of a file before it is passed over
// with a warning, so that a copy left lying about doubles nothing.
//
// The procedures come in the order of the files, and [New] orders them by code. What
// is wrong is told with file, line and pointer, and the rest is loaded.
func Load(fsys fs.FS, options *Options, patterns ...string) ([]Procedure, FileFaults) {
	l := &loader{fsys: fsys, options: options, sizes: map[int64][]string{}}
	for _, name := range l.names(patterns) {
		if l.copied(name) {
			continue
		}
		read := l.document
		if path.Ext(name) == ".jsonl" {
			read = l.lines
		}
		l.report(name, read(name))
	}
	return l.procedures, l.faults
}

type loader struct {
	fsys       fs.FS
	options    *Options
	procedures []Procedure
	faults     FileFaults
	sizes      map[int64][]string // files read, by size
}

func (l *loader) report(name string, faults motcua.Faults) {
	for _, f := range faults {
		l.faults = append(l.faults, FileFault{name, f})
	}
}

// names lists the files that match, each once, in order.
func (l *loader) names(patterns []string) []string {
	ask := patterns
	if len(patterns) == 0 {
		ask = []string{"*.json", "*.jsonl"}
	}
	var names []string
	for _, pattern := range ask {
		found, err := fs.Glob(l.fsys, pattern)
		names = append(names, found...)
		var faults motcua.Faults
		switch {
		case err != nil:
			complain(&faults, filePattern, "", "mẫu tên tệp sai", "not a pattern of file names").Cause = err
		case len(found) == 0 && len(patterns) > 0:
			complain(&faults, filePattern, "", "không có tệp nào khớp", "no file matches")
		}
		l.report(pattern, faults)
	}
	if len(patterns) == 0 && len(names) == 0 {
		var faults motcua.Faults
		complain(&faults, filePattern, "", "không có tệp .json hay .jsonl nào", "there is no file .json or .jsonl")
		l.report(".", faults)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// copied reports whether a file has the content of one read before it. Only files of
// one size are compared.
func (l *loader) copied(name string) bool {
	info, err := fs.Stat(l.fsys, name)
	if err != nil || info.Size() == 0 {
		return false // reading says what is wrong
	}
	size := info.Size()
	for _, other := range l.sizes[size] {
		if mine, err := l.sum(name); err == nil {
			if theirs, err := l.sum(other); err == nil && bytes.Equal(mine, theirs) {
				var faults motcua.Faults
				faults.Warn(fileTwice, "", motcua.Text{
					Vi: "bỏ qua vì trùng nội dung với " + other, En: "passed over, for it has the content of " + other,
				}, nil)
				l.report(name, faults)
				return true
			}
		}
	}
	l.sizes[size] = append(l.sizes[size], name)
	return false
}

func (l *loader) sum(name string) ([]byte, error) {
	f, err := l.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	hash := sha256.New()
	_, err = io.Copy(hash, f)
	return hash.Sum(nil), err
}

// unreadable is the fault of a file that cannot be read.
func unreadable(err error) motcua.Faults {
	var faults motcua.Faults
	complain(&faults, fileRead, "", "không đọc được tệp", "the file cannot be read").Cause = err
	return faults
}

// lines reads a file of JSON Lines.
func (l *loader) lines(name string) motcua.Faults {
	f, err := l.fsys.Open(name)
	if err != nil {
		return unreadable(err)
	}
	defer f.Close()
	faults, _ := ReadLines(f, l.options, func(_ int, p *Procedure) error { // its error is among the faults
		l.procedures = append(l.procedures, *p)
		return nil
	})
	return faults
}

// document reads a file that is one procedure or a list of them.
func (l *loader) document(name string) motcua.Faults {
	f, err := l.fsys.Open(name)
	if err != nil {
		return unreadable(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxDocument+1))
	switch {
	case err != nil:
		return unreadable(err)
	case len(data) > maxDocument:
		return unreadable(errTooLong)
	}
	read, faults := readDocument(data, l.options)
	l.procedures = append(l.procedures, read...)
	return faults
}

var errTooLong = errors.New("longer than a document may be")
