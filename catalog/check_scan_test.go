package catalog

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

// scanPlainly finds what a text holds, character by character.
func scanPlainly(s string) findings {
	f := findings{control: !utf8.ValidString(s)}
	for i, r := range s {
		switch {
		case r == '<':
			f.markup = f.markup || tag(s[i+1:])
		case r == '&':
			f.markup = f.markup || entity(s[i+1:])
		case r != '\n' && r != '\t' && r != '\r':
			f.character(r)
		}
	}
	return f
}

// TestScanPlainly holds the quick look at texts to a plain one: bytes of any kind, also
// such that are no UTF-8, beside characters on both sides of each edge.
func TestScanPlainly(t *testing.T) {
	pieces := rapid.OneOf(
		rapid.SampledFrom([]string{
			"a", "Hồ sơ", "<b>", "<", "&amp;", "&", ";", "\n", "\r", "\x00", "\x1f", "\x7f", "\u0080", "\u009f", "\u00a0", "\u02ff", "\u0300", "\u036f", "\u0370",
			"\u07ff", "\u0800", "\u1ebf", "\u2029", "\u202a", "\u2069", "\u206a", "\ud7ff", "\ue000", "\uf8ff", "\uf900", "\ufffd", "\uffff", "\U00010000", "\U000effff", "\U000f0000", "\U0010ffff",
			"\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe1\xba", "\xc4", "\xe1", "\x80", "\xff", // none of these is UTF-8
		}),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 1, 4), func(b []byte) string { return string(b) }),
	)
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(pieces, 0, 6).Draw(t, "pieces"), "")
		if got, want := scan(s), scanPlainly(s); got != want {
			t.Fatalf("%q: %+v, plainly %+v", s, got, want)
		}
	})
	for b := range 256 {
		for c := range 256 {
			for _, s := range []string{string([]byte{byte(b), byte(c)}), string([]byte{byte(b), byte(c), 0xbf}), string([]byte{byte(b), byte(c), 0xbf, 0xbf})} {
				if got, want := scan(s), scanPlainly(s); got != want {
					t.Fatalf("%q: %+v, plainly %+v", s, got, want)
				}
			}
		}
	}
}

// TestRepeats holds the finding of what stands twice to a plain one, for lists on both
// sides of the number that is compared one by one.
func TestRepeats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.IntRange(0, 20), 0, 3*few).Draw(t, "list")
		var want []int
		for i, n := range list {
			if n != 0 && slices.Contains(list[:i], n) { // 0 is no key
				want = append(want, i)
			}
		}
		if got := repeats(list, itself); !slices.Equal(got, want) {
			t.Fatalf("%v: %v, want %v", list, got, want)
		}
	})
}

// TestSoundAllocatesNothing: a version in which nothing is wrong costs no pointers, once
// the first has made the layout of texts and the room for paths. (A case that is named is
// looked up in a table made for the version; a limit is checked by package workday.)
func TestSoundAllocatesNothing(t *testing.T) {
	text := motcua.Text{Vi: "Đăng ký khai sinh"}
	source := motcua.Source{Act: "1", Basis: motcua.BasisLaw}
	p := &Procedure{
		Code: "1.000001", Status: StatusPublic, Name: text, Keywords: []string{"hộ tịch"}, Source: source, Levels: []unit.Level{unit.Ministry},
		Steps: []Step{{Text: "Nộp hồ sơ", Body: &Body{Name: "Ủy ban"}}, {Text: "Nhận kết quả"}}, Cases: []Case{{ID: "a", Name: text}},
		Channels: []Offer{{Channel: motcua.ChannelOnline, Times: []TimeOption{{ID: "o", Raw: "Ngay"}}}, {Channel: motcua.ChannelPost, Times: []TimeOption{{ID: "p"}}}},
		Papers:   []Paper{{Name: text, Originals: 1}, {Name: text, Copies: 1, Data: []DataSource{{Code: "population", Source: source}}}},
		Results:  []Result{{Name: text}}, Bases: []LegalBasis{{Number: "1", Issued: 1, Effective: 2}, {Number: "2"}}, Subjects: []Subject{{Name: "Công dân"}, {Name: "Tổ chức"}},
		Bodies: Bodies{Competent: []Body{{Name: "Ủy ban"}}},
	}
	var c checker
	if faults := c.check(p); len(faults) > 0 {
		t.Fatal(faults)
	}
	if n := testing.AllocsPerRun(100, func() { c.check(p) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
