package catalog

import (
	"slices"
	"strconv"

	"github.com/motcua/motcua"
)

// Codes of faults; [Check] lists them. A code is retired, never reused.
const (
	lintForm       = "CAT-PRO-01"
	lintNoName     = "CAT-PRO-02"
	lintLong       = "CAT-PRO-03"
	lintMarkup     = "CAT-PRO-04"
	lintControl    = "CAT-PRO-05"
	lintNotNFC     = "CAT-PRO-06"
	lintPrivate    = "CAT-PRO-07"
	lintEnum       = "CAT-PRO-08"
	lintIncomplete = "CAT-PRO-09"
	lintTwice      = "CAT-PRO-10"
	lintEmpty      = "CAT-PRO-11"
	lintOrder      = "CAT-PRO-12"
	lintSelf       = "CAT-PRO-13"
	lintCycle      = "CAT-PRO-14"
	lintService    = "CAT-PRO-15"

	lintValidity    = "CAT-VER-01"
	lintKnown       = "CAT-VER-02"
	lintOverlap     = "CAT-VER-03"
	lintGap         = "CAT-VER-04"
	lintUnreachable = "CAT-VER-05"

	lintReference = "CAT-CAS-01"
	lintQuestion  = "CAT-CAS-02"
	lintUnasked   = "CAT-CAS-03"
	lintCircular  = "CAT-CAS-04"
	lintNever     = "CAT-CAS-05"
	lintNoAnswer  = "CAT-CAS-06"

	lintCopies = "CAT-PAP-01"
	lintNoCopy = "CAT-PAP-02"
	lintAlone  = "CAT-PAP-03"

	lintChannel = "CAT-CHA-01"
)

// Check finds everything that is wrong with versions of procedures, each by itself and
// all together, sorted, with pointers that begin with the place in the list. Errors
// say that a version cannot be relied on; warnings that somebody should look. The codes
// are
//
//	CAT-PRO-01  a code of a procedure, a result or a unit that is none
//	CAT-PRO-02  no name
//	CAT-PRO-03  a text longer than any procedure needs; a long name (warning)
//	CAT-PRO-04  HTML where plain text belongs
//	CAT-PRO-05  NUL or another control character, or no UTF-8
//	CAT-PRO-06  letters and marks apart: text that is not in form NFC (warning)
//	CAT-PRO-07  characters of private use, of a font somebody had (warning)
//	CAT-PRO-08  a value that has no name, a source without its ground
//	CAT-PRO-09  a public version without one of the parts of [Procedure.Missing] (warning)
//	CAT-PRO-10  the same thing twice in a list
//	CAT-PRO-11  a member that must say something is empty
//	CAT-PRO-12  days in an order that cannot be
//	CAT-PRO-13  a procedure linked to itself, a transfer from a body to itself
//	CAT-PRO-14  procedures that set one another off in a circle (warning)
//	CAT-PRO-15  a service that cannot be (error), or contradicts itself or a fee (warning)
//	CAT-VER-01  a validity that cannot be
//	CAT-VER-02  a recorded time that ends before it begins
//	CAT-VER-03  a version that holds at one point of the two times with another
//	CAT-VER-04  days between versions on which none holds (warning)
//	CAT-VER-05  a version that another one always hides (warning)
//	CAT-CAS-01  a case, option or channel that is not there
//	CAT-CAS-02  a question that cannot be asked
//	CAT-CAS-03  a question nothing depends on (warning)
//	CAT-CAS-04  questions that wait for one another
//	CAT-CAS-05  a condition that no answers meet, a fee row no filing meets (warning)
//	CAT-CAS-06  a constant that is none of the answers
//	CAT-PAP-01  a number of copies, or of dossiers, that is not from 0 to 99
//	CAT-PAP-02  a paper of which none is asked for (warning)
//	CAT-PAP-03  a paper that is one of a group by itself (warning)
//	CAT-CHA-01  a channel twice
//
// beside those of conditions (VOC-PRE-, see [motcua.Predicate.Check]), of time limits
// (CAL-LIM-, package workday) and of fees (CAT-FEE-, package fee).
func Check(versions []Procedure) motcua.Faults {
	var faults motcua.Faults
	var c checker
	for i := range versions {
		if found := c.check(&versions[i]); len(found) > 0 {
			faults = append(faults, found.At("/"+strconv.Itoa(i))...)
		}
	}
	faults = append(faults, checkVersions(versions)...)
	faults = append(faults, checkCircles(versions)...)
	faults.Sort()
	return faults
}

// Check finds everything that is wrong with one version by itself, sorted.
func (p *Procedure) Check() motcua.Faults { return new(checker).check(p) }

// check checks one version after another.
func (c *checker) check(p *Procedure) motcua.Faults {
	*c = checker{p: p, worlds: mostWorlds, named: c.named, path: c.path[:0]}
	c.texts()
	c.head()
	c.links()
	c.questions()
	c.cases()
	c.parts()
	c.channels()
	c.fees()
	c.papers()
	c.acts()
	c.service()
	if p.Status == StatusPublic {
		for _, m := range p.Missing() {
			c.warn(lintIncomplete, "", "thiếu "+m.Text.Vi, m.Text.En+" missing")
		}
	}
	c.faults.Sort()
	return c.faults
}

// checker gathers the faults of one version.
type checker struct {
	p        *Procedure
	faults   motcua.Faults
	caseIDs  map[string]*Case     // made on first use
	asked    map[string]*Question // made on first use
	circular bool                 // questions wait for one another
	worlds   int                  // combinations of answers that may still be tried
	named    map[named]bool       // values of enums that have a name, of all versions
	path     []token              // where the text is that is looked at
}

func (c *checker) fault(code, at, vi, en string) {
	c.faults.Add(code, at, motcua.Text{Vi: vi, En: en}, nil)
}

func (c *checker) warn(code, at, vi, en string) {
	c.faults.Warn(code, at, motcua.Text{Vi: vi, En: en}, nil)
}

// named is a value of an enum.
type named interface{ MarshalText() ([]byte, error) }

func (c *checker) enum(at place, set bool, v named) {
	if !set || c.named[v] {
		return
	}
	if _, err := v.MarshalText(); err != nil {
		c.fault(lintEnum, at.String(), "không có giá trị này", "no such value")
		return
	}
	if c.named == nil {
		c.named = map[named]bool{}
	}
	c.named[v] = true
}

// filled reports what must say something and does not.
func (c *checker) filled(at, text string) {
	if text == "" {
		c.fault(lintEmpty, at, "để trống", "is empty")
	}
}

// filledIn is filled for a member of an element of a list.
func (c *checker) filledIn(list string, i int, member, text string) {
	if text == "" {
		c.filled(itemAt(list, i, member), "")
	}
}

// few is how many keys are compared one by one, which is faster than hashing them.
const few = 8

// once reports what stands twice; the places are those of the later ones.
func (c *checker) once(list, member string, places []int) {
	for _, i := range places {
		c.fault(lintTwice, itemAt(list, i, member), "đã có trong danh sách", "stands in the list already")
	}
}

// repeats lists the places of what has the key of something before it; a zero key is
// none.
func repeats[E any, K comparable](list []E, key func(*E) K) []int {
	if len(list) < 2 {
		return nil
	}
	var zero K
	var places []int
	var first [few]K // the first keys, and then all others
	var seen map[K]bool
	n := 0
	for i := range list {
		switch k := key(&list[i]); {
		case k == zero:
		case slices.Contains(first[:n], k) || seen[k]:
			places = append(places, i)
		case n < few:
			first[n] = k
			n++
		default:
			if seen == nil {
				seen = make(map[K]bool, len(list)-few)
			}
			seen[k] = true
		}
	}
	return places
}

// itself is the key of what is its own.
func itself[K comparable](k *K) K { return *k }

// itemAt is a pointer to an element of a list and perhaps a member of it.
func itemAt(list string, i int, member string) string {
	at := "/" + list + "/" + strconv.Itoa(i)
	if member != "" {
		at += "/" + member
	}
	return at
}

// place is what stands at the top of a version, or an element of a list, or a member of
// one. The pointer is made only for a fault: most places have none.
type place struct {
	list   string // "" is the version
	i      int
	member string // "" is the element
}

// String writes the pointer.
func (p place) String() string {
	if p.list == "" {
		return "/" + p.member
	}
	return itemAt(p.list, p.i, p.member)
}

// coded checks the form of a code that may be absent.
func (c *checker) coded(at place, code string, parse func(string) error, vi, en string) {
	if code == "" {
		return
	}
	if err := parse(code); err != nil {
		c.faults.Add(lintForm, at.String(), motcua.Text{Vi: vi, En: en}, err)
	}
}

func (c *checker) procedure(at place, code motcua.ProcedureCode) {
	c.coded(at, string(code), func(s string) error { _, err := motcua.ParseProcedure(s); return err }, "không phải mã thủ tục", "not a procedure code")
}

func (c *checker) unit(at place, code motcua.UnitCode) {
	c.coded(at, string(code), func(s string) error { _, err := motcua.ParseUnit(s); return err }, "không phải mã đơn vị", "not a unit code")
}

func (c *checker) result(at place, code motcua.ResultCode) {
	c.coded(at, string(code), func(s string) error { _, err := motcua.ParseResult(s); return err }, "không phải mã kết quả", "not a result code")
}
