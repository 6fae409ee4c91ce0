package catalog

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/motcua/motcua"
)

// checkVersions holds the versions of each code against one another.
func checkVersions(versions []Procedure) motcua.Faults {
	var faults motcua.Faults
	places := make([]int, len(versions))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int { return compareVersions(versions[a], versions[b]) })
	for from := 0; from < len(places); {
		to := from + 1
		for to < len(places) && versions[places[to]].Code == versions[places[from]].Code {
			to++
		}
		if to > from+1 {
			overlaps(versions, places[from:to], &faults)
			gaps(versions, places[from:to], &faults)
		}
		from = to
	}
	return faults
}

// sound reports whether the times of a version are such that others can be held
// against them.
func (p *Procedure) sound() bool {
	k := p.Known
	return p.Validity.Err() == nil && (k.To.IsZero() || k.From.IsZero() || k.From.Before(k.To))
}

// overlaps finds versions that hold at one point with another, each once, and those that
// another one always hides. A hidden version is held against no further ones, since the
// one that hides it is.
func overlaps(versions []Procedure, places []int, faults *motcua.Faults) {
	var seen []int
	for _, i := range places {
		a := &versions[i]
		if !a.sound() {
			continue
		}
		told, hidden := false, false
		kept := seen[:0]
		for _, j := range seen {
			b := &versions[j]
			under := (*Procedure)(nil)
			if a.Validity.Overlaps(b.Validity) && a.Known.Overlaps(b.Known) {
				if !told {
					told = true
					overlapping(versions, i, j, faults)
				}
				under = covered(a, b)
			}
			if under == b {
				neverFound(j, faults)
				continue
			}
			hidden = hidden || under == a
			kept = append(kept, j)
		}
		seen = kept
		if hidden {
			neverFound(i, faults)
		} else {
			seen = append(seen, i)
		}
	}
}

func overlapping(versions []Procedure, i, j int, faults *motcua.Faults) {
	faults.Add(lintOverlap, "/"+strconv.Itoa(i)+"/validity", motcua.Text{
		Vi: fmt.Sprintf("trùng thời gian với phiên bản thứ %d của %s", j, versions[i].Code),
		En: fmt.Sprintf("holds at the same time as version %d of %s", j, versions[i].Code),
	}, nil)
}

func neverFound(i int, faults *motcua.Faults) {
	faults.Warn(lintUnreachable, "/"+strconv.Itoa(i), motcua.Text{Vi: "không bao giờ được tìm thấy", En: "is never found"}, nil)
}

// covered returns the one of two versions that the other hides wholly, if any: the one
// that is known later is found, and of two known at once the one valid later.
func covered(a, b *Procedure) *Procedure {
	upper, lower := a, b
	if c := cmp.Or(a.Known.From.Compare(b.Known.From), cmp.Compare(a.Validity.From, b.Validity.From)); c < 0 {
		upper, lower = b, a
	}
	inDays := lower.Validity.From >= upper.Validity.From && (upper.Validity.To == 0 || lower.Validity.To != 0 && lower.Validity.To <= upper.Validity.To)
	inTime := !lower.Known.From.Before(upper.Known.From) && (upper.Known.To.IsZero() || !lower.Known.To.IsZero() && !lower.Known.To.After(upper.Known.To))
	if inDays && inTime {
		return lower
	}
	return nil
}

// gaps finds days between the versions that are known now on which none holds.
func gaps(versions []Procedure, places []int, faults *motcua.Faults) {
	var now []int
	for _, i := range places {
		if versions[i].sound() && versions[i].Known.To.Equal(time.Time{}) {
			now = append(now, i)
		}
	}
	var end motcua.Date // first day after all so far; 0 before the first
	open := false
	for n, i := range now {
		v := versions[i].Validity
		if n > 0 && !open && v.From > end {
			faults.Warn(lintGap, "/"+strconv.Itoa(i)+"/validity", motcua.Text{
				Vi: fmt.Sprintf("từ %v đến trước %v không có phiên bản nào", end, v.From),
				En: fmt.Sprintf("no version holds from %v until %v", end, v.From),
			}, nil)
		}
		open, end = open || v.To == 0, max(end, v.To)
	}
}
