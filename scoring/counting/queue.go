package counting

// turn is an instant at which what is known under a number counts otherwise.
type turn struct {
	at    int64
	id    uint32
	round uint32
}

// queue is a binary heap of turns, the earliest first.
type queue []turn

func (q *queue) push(t turn) {
	*q = append(*q, t)
	h := *q
	i := len(h) - 1
	for i > 0 {
		up := (i - 1) / 2
		if h[up].at <= t.at {
			break
		}
		h[i] = h[up]
		i = up
	}
	h[i] = t
}

// pop takes the earliest turn out of a queue that has one.
func (q *queue) pop() turn {
	h := *q
	first, last := h[0], h[len(h)-1]
	*q = h[:len(h)-1]
	if len(*q) > 0 {
		q.sink(0, last)
	}
	return first
}

// sink puts a turn at i or as far below as it belongs.
func (q *queue) sink(i int, t turn) {
	h := *q
	for {
		down := 2*i + 1
		if down >= len(h) {
			break
		}
		if down+1 < len(h) && h[down+1].at < h[down].at {
			down++
		}
		if h[down].at >= t.at {
			break
		}
		h[i] = h[down]
		i = down
	}
	h[i] = t
}

// keep drops the turns that are void.
func (q *queue) keep(valid func(turn) bool) {
	h := (*q)[:0]
	for _, t := range *q {
		if valid(t) {
			h = append(h, t)
		}
	}
	*q = h
	for i := len(h)/2 - 1; i >= 0; i-- {
		q.sink(i, h[i])
	}
}
