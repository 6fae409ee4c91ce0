//go:build race

package history_test

// raced says that everything takes ten times as long.
const raced = true
