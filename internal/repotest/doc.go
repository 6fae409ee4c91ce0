// Package repotest holds the repository to its own rules.
//
// A rule that only people remember is broken within a month, so each rule here
// is a function from a tree of sources to a list of problems, and it is run
// twice: on this repository, where it must find nothing, and on small planted
// trees, where it must find exactly what was planted. A check that cannot fail
// is no check.
//
// The rules are which package may import which, what a package may link, what
// an exported signature may mention, which comments are due, which habits are
// refused, how long things may grow, which parsers owe a fuzz target and which
// verbs an example, what the README may claim, and what no file may contain.
// The exported API is a golden file of its own, api/motcua.txt, so that every
// change to it is a line somebody reads.
//
// After a change that is meant, rewrite the API golden and the README's blocks:
//
//	go test ./internal/repotest -update
//
// The package has nothing to import: all of it but this comment is tests.
package repotest
