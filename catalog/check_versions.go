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

// overlaps finds versions that hold at one point, and those that are never found for it.
func overlaps(versions []Procedure, places []int, faults *motcua.Faults) {
	for n, i := range places {
		a := &versions[i]
		if !a.sound() {
			continue
		}
		for _, j := range places[:n] {
			b := &versions[j]
			if !b.sound() || !a.Validity.Overlaps(b.Validity) || !a.Known.Overlaps(b.Known) {
				continue
			}
			first, second := min(i, j), max(i, j)
			faults.Add(lintOverlap, "/"+strconv.Itoa(second)+"/validity", motcua.Text{
				Vi: fmt.Sprintf("trùng thời gian với phiên bản thứ %d của %s", first, a.Code),
				En: fmt.Sprintf("holds at the same time as version %d of %s", first, a.Code),
			}, nil)
			if hidden := covered(a, b); hidden != nil {
				at := i
				if hidden == b {
					at = j
				}
				faults.Warn(lintUnreachable, "/"+strconv.Itoa(at), motcua.Text{Vi: "không bao giờ được tìm thấy", En: "is never found"}, nil)
			}
		}
	}
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
