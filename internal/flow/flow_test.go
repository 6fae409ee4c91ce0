package flow

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

type (
	place uint8
	deed  uint8
	row   = Row[place, deed, string]
)

var names = Names[place, deed]{
	State:  func(s place) string { return string(rune('a' + s - 1)) },
	Action: func(a deed) string { return strings.Repeat("!", int(a)) },
}

func compiled(t testing.TB, states, actions int, rows ...row) *Table[place, deed, string] {
	t.Helper()
	table, err := Compile(states, actions, rows)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// TestOrder: rows of one state and action keep their order, wherever others stand.
func TestOrder(t *testing.T) {
	table := compiled(t, 2, 2, row{2, 1, 1, "first"}, row{1, 2, 2, "other"}, row{2, 1, 2, "second"}, row{1, 1, 1, "early"})
	if diff := cmp.Diff([]row{{2, 1, 1, "first"}, {2, 1, 2, "second"}}, table.At(2, 1)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]row{{1, 1, 1, "early"}, {1, 2, 2, "other"}, {2, 1, 1, "first"}, {2, 1, 2, "second"}}, table.Rows()); diff != "" {
		t.Error(diff)
	}
	for _, nowhere := range []struct {
		s place
		a deed
	}{{0, 1}, {3, 1}, {1, 0}, {1, 3}, {255, 255}} {
		if rows := table.At(nowhere.s, nowhere.a); rows != nil {
			t.Errorf("%v has %v", nowhere, rows)
		}
	}
}

func TestCompileRefuses(t *testing.T) {
	for _, r := range []row{{0, 1, 1, ""}, {3, 1, 1, ""}, {1, 0, 1, ""}, {1, 3, 1, ""}, {1, 1, 0, ""}, {1, 1, 3, ""}} {
		if _, err := Compile(2, 2, []row{{1, 1, 1, ""}, r}); err == nil || !strings.HasPrefix(err.Error(), "row 1 ") {
			t.Errorf("%v: %v", r, err)
		}
	}
}

// TestReached: what is reached through others is reached, and the first state without
// any row; what is not there reaches nothing.
func TestReached(t *testing.T) {
	table := compiled(t, 4, 1, row{3, 1, 4, ""}, row{1, 1, 3, ""}, row{2, 1, 1, ""}, row{4, 1, 4, ""})
	for first, want := range map[place]string{1: "acd", 2: "abcd", 4: "d", 0: "", 5: ""} {
		got := ""
		for s, reached := range table.Reached(first) {
			if reached {
				got += names.State(place(s))
			}
		}
		if got != want {
			t.Errorf("from %d: %q, want %q", first, got, want)
		}
	}
}

// TestMatrix: a target that two rows share is named once; b is not reached from a.
func TestMatrix(t *testing.T) {
	table := compiled(t, 3, 2, row{1, 1, 3, "x"}, row{1, 1, 1, ""}, row{1, 1, 3, "y"}, row{2, 2, 1, ""}, row{3, 2, 3, ""})
	want := `| action | a | b | c |
|---|---|---|---|
| ! | c, stays | · | · |
| !! | · | unreachable | stays |
`
	if diff := cmp.Diff(want, table.Matrix(1, []place{1, 2, 3}, names)); diff != "" {
		t.Error(diff)
	}
}

// TestMermaid: all of the box lead to d by !!, so the box does; to c, which is in it, they
// lead one by one.
func TestMermaid(t *testing.T) {
	table := compiled(t, 4, 3,
		row{1, 1, 2, ""}, row{1, 1, 2, "again"}, row{2, 1, 2, "stays"},
		row{2, 2, 4, ""}, row{3, 2, 4, ""}, row{2, 3, 4, ""}, row{3, 3, 4, ""}, row{2, 1, 3, ""}, row{1, 3, 4, ""},
	)
	box := []Group[place]{{ID: "outer", Title: "Outer", States: []place{1}, Groups: []Group[place]{{ID: "box", Title: "Box", States: []place{2, 3}}}}}
	want := `flowchart TD
    start((" ")) --> a
    subgraph outer ["Outer"]
        subgraph box ["Box"]
            b
            c
        end
        a
    end
    a -->|!| b
    b -->|!| c
    box -->|!!| d
    outer -->|!!!| d
`
	if diff := cmp.Diff(want, table.Mermaid(1, box, names)); diff != "" {
		t.Error(diff)
	}
}

// TestAsList holds the table to a search through the list of its rows, and what it
// reaches to steps from state to state.
func TestAsList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		states, actions := rapid.IntRange(1, 6).Draw(t, "states"), rapid.IntRange(1, 4).Draw(t, "actions")
		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) row {
			one := func(most int, what string) uint8 { return uint8(rapid.IntRange(1, most).Draw(t, what)) }
			return row{place(one(states, "from")), deed(one(actions, "on")), place(one(states, "to")), ""}
		}), 0, 12).Draw(t, "rows")
		table, err := Compile(states, actions, rows)
		if err != nil {
			t.Fatal(err)
		}
		first := place(rapid.IntRange(1, states).Draw(t, "first"))
		near := []place{first}
		for i := 0; i < len(near); i++ {
			for _, r := range rows {
				if r.From == near[i] && !slices.Contains(near, r.To) {
					near = append(near, r.To)
				}
			}
		}
		for s := place(1); int(s) <= states; s++ {
			if table.Reached(first)[s] != slices.Contains(near, s) {
				t.Fatalf("%d is reached from %d: %t", s, first, table.Reached(first)[s])
			}
			for a := deed(1); int(a) <= actions; a++ {
				want := slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.From != s || r.On != a })
				if !slices.Equal(table.At(s, a), want) {
					t.Fatalf("%d by %d: %v, want %v", s, a, table.At(s, a), want)
				}
			}
		}
	})
}
