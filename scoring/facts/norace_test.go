//go:build !race

package facts_test

// raced reports that the race detector runs, under which all is ten times slower.
const raced = false
