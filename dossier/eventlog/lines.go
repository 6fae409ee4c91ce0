package eventlog

import (
	"bufio"
	"compress/gzip"
	"errors"
	"io"
	"strings"
)

// maxLine is the longest line, in bytes; those of the logs have less than 1,000.
const maxLine = 64 << 10

var errLong = errors.New("the line is too long")

// lines reads a table line by line.
type lines struct {
	in     *bufio.Reader
	number int // of the last line
}

// newLines unpacks what begins as gzip does.
func newLines(in io.Reader) (*lines, error) {
	plain := bufio.NewReaderSize(in, maxLine)
	if magic, _ := plain.Peek(2); string(magic) != "\x1f\x8b" {
		return &lines{in: plain}, nil
	}
	unpacked, err := gzip.NewReader(plain)
	if err != nil {
		return nil, err
	}
	return &lines{in: bufio.NewReaderSize(unpacked, maxLine)}, nil
}

// next gives the next line without its end; errLong stands for one that is not held.
func (l *lines) next() (string, error) {
	piece, err := l.in.ReadSlice('\n')
	if err == nil || errors.Is(err, io.EOF) && len(piece) > 0 {
		l.number++
		return strings.TrimRight(string(piece), "\r\n"), nil
	}
	if !errors.Is(err, bufio.ErrBufferFull) {
		return "", err
	}
	for errors.Is(err, bufio.ErrBufferFull) {
		_, err = l.in.ReadSlice('\n')
	}
	l.number++
	return "", errLong
}

// split cuts a line of CSV into the fields of a row, as RFC 4180 has it, but for line
// breaks in fields: these logs have none, and a quote that is never closed costs one row.
func split(line string, row []string) ([]string, bool) {
	for {
		var field string
		if !strings.HasPrefix(line, `"`) {
			end := strings.IndexByte(line, ',')
			if end < 0 {
				end = len(line)
			}
			field, line = line[:end], line[end:]
		} else {
			end := closing(line)
			if end < 0 {
				return row, false
			}
			field, line = strings.ReplaceAll(line[1:end], `""`, `"`), line[end+1:]
		}
		row = append(row, field)
		if line == "" {
			return row, true
		}
		if line[0] != ',' {
			return row, false
		}
		line = line[1:]
	}
}

// closing finds the quote that closes a field; -1 for none.
func closing(line string) int {
	for i := 1; i < len(line); i++ {
		if line[i] != '"' {
			continue
		}
		if i+1 == len(line) || line[i+1] != '"' {
			return i
		}
		i++
	}
	return -1
}
