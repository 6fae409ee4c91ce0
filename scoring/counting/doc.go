// Package counting turns rows of facts into counts, and counts into what an index
// is computed from.
package counting
