package qr

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// write writes objects by their paths, and the check sum.
func write(objects []Object) string {
	text := level(sorted(objects), "") + "6304"
	return text + checksum(text)
}

// level writes the objects below a path, which are sorted.
func level(objects []Object, path string) string {
	var b strings.Builder
	for len(objects) > 0 {
		below := objects[0].Path
		value, n := objects[0].Value, 1
		if end := len(path) + len("/00"); len(below) > end {
			below = below[:end]
			for n < len(objects) && strings.HasPrefix(objects[n].Path, below+"/") {
				n++
			}
			value = level(objects[:n], below)
		}
		fmt.Fprintf(&b, "%s%02d%s", strings.TrimPrefix(below, path+"/"), utf8.RuneCountInString(value), value)
		objects = objects[n:]
	}
	return b.String()
}
