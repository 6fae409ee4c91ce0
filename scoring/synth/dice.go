package synth

import "math/bits"

// dice are numbers that look random and are the same on every machine: a counter
// hashed by SplitMix64.
type dice struct{ state uint64 }

const golden = 0x9e3779b97f4a7c15

// cast begins dice of their own for a seed and what they are for.
func cast(seed uint64, about ...uint64) dice {
	d := dice{hash(seed + golden)}
	for _, a := range about {
		d.state = hash(d.state ^ hash(a+golden))
	}
	return d
}

// hash mixes all bits of x.
func hash(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

func (d *dice) next() uint64 {
	d.state += golden
	return hash(d.state)
}

// below is a number from 0 to n-1; 0 where there is no such number.
func (d *dice) below(n int) int {
	if n < 1 {
		return 0
	}
	hi, _ := bits.Mul64(d.next(), uint64(n))
	return int(hi)
}

// thousandths is true so many times in a thousand.
func (d *dice) thousandths(n int) bool { return d.below(1000) < n }

// skewed is a number below n, small ones more often.
func (d *dice) skewed(n int) int {
	return d.below(d.below(n) + 1)
}

// text makes a number of a text, for casting.
func text(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// shuffle puts a list in some order.
func shuffle[T any](d *dice, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := d.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}
