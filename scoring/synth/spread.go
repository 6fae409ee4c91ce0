package synth

import (
	"cmp"
	"slices"
)

// spread deals a total over units by weight, none above its cap: whole numbers by
// largest remainders, and what the caps cut off over the others again. It deals all
// that the caps can take.
func spread(total int64, weights, caps []int64) []int64 {
	out := make([]int64, len(weights))
	for total > 0 {
		var open []int
		sum := int64(0)
		for i, w := range weights {
			if w > 0 && out[i] < caps[i] {
				open = append(open, i)
				sum += w
			}
		}
		if sum == 0 {
			return out
		}
		dealt := int64(0)
		rest := make([]int64, len(weights))
		for _, i := range open {
			share := min(share64(weights[i], total, sum), caps[i]-out[i])
			rest[i] = weights[i] * (total % sum) % sum
			out[i] += share
			dealt += share
		}
		if total -= dealt; dealt > 0 && total >= int64(len(open)) {
			continue
		}
		slices.SortStableFunc(open, func(a, b int) int { return cmp.Compare(rest[b], rest[a]) })
		for _, i := range open {
			if total > 0 && out[i] < caps[i] {
				out[i]++
				total--
			}
		}
	}
	return out
}
