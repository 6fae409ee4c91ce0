package unit

// circles returns the sets of nodes that reach each other, by Tarjan's algorithm
// without recursion: a chain of units may be as long as a file. A node that leads to
// itself is a set of one.
func circles(n int, next func(int32) []int32) [][]int32 {
	t := &tarjan{order: make([]int32, n), low: make([]int32, n), on: make([]bool, n), next: next}
	for i := range int32(n) {
		if t.order[i] == 0 {
			t.walk(i)
		}
	}
	return t.found
}

type tarjan struct {
	order, low []int32 // from 1
	on         []bool
	stack      []int32
	count      int32
	next       func(int32) []int32
	found      [][]int32
}

// visit is a node being walked and the nodes it still leads to.
type visit struct {
	node int32
	left []int32
}

func (t *tarjan) enter(i int32) visit {
	t.count++
	t.order[i], t.low[i], t.on[i] = t.count, t.count, true
	t.stack = append(t.stack, i)
	return visit{i, t.next(i)}
}

func (t *tarjan) walk(start int32) {
	path := []visit{t.enter(start)}
	for len(path) > 0 {
		v := &path[len(path)-1]
		if len(v.left) > 0 {
			to := v.left[0]
			v.left = v.left[1:]
			if t.order[to] == 0 {
				path = append(path, t.enter(to))
			} else if t.on[to] {
				t.low[v.node] = min(t.low[v.node], t.order[to])
			}
			continue
		}
		i := v.node
		path = path[:len(path)-1]
		if len(path) > 0 {
			up := path[len(path)-1].node
			t.low[up] = min(t.low[up], t.low[i])
		}
		if t.low[i] == t.order[i] {
			t.leave(i)
		}
	}
}

// leave takes the set whose first node is i off the stack.
func (t *tarjan) leave(i int32) {
	at := len(t.stack) - 1
	for t.stack[at] != i {
		at--
	}
	set := append([]int32(nil), t.stack[at:]...)
	t.stack = t.stack[:at]
	itself := false
	for _, node := range set {
		t.on[node] = false
	}
	for _, to := range t.next(i) {
		itself = itself || to == i
	}
	if len(set) > 1 || itself {
		t.found = append(t.found, set)
	}
}
