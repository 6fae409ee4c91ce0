package counting

// Hand is the national index's measures of dossiers written out by hand over the same
// storage: what a program would do that knew them.
type Hand struct {
	t                                        *Tally
	rows, later, keys                        *sheet
	due, paid, linked, digits, reused        uint
	stored, population, disliked, complained uint
	channel                                  uint32
}

// NewHand returns the loop for an empty tally of the plan.
func NewHand(t *Tally) *Hand {
	bit := func(name string) uint {
		slot, _, _ := Slot("dossier", name)
		return uint(slot)
	}
	at := func(id string) *counter {
		for i, m := range t.plan.measures {
			if m.ID == id {
				return &t.plan.counters[t.plan.readouts[i].where]
			}
		}
		return nil
	}
	return &Hand{
		t: t, rows: &t.sheets[at("received").one.sheet], later: &t.sheets[at("onTime").later.sheet], keys: &t.sheets[at("servicesUsed").one.sheet],
		due: bit("feeDue"), paid: bit("paidOnline"), linked: bit("resultElectronic"), digits: bit("digitised"), reused: bit("reused"),
		stored: bit("stored"), population: bit("populationUsed"), disliked: bit("disliked"), complained: bit("complained"),
		channel: t.names.ID("2"),
	}
}

// Add counts a dossier. Columns are numbered as the definition names its measures:
// received, onTime, filedOnline, obligated, paidOnline, resultElectronic, digitised,
// reused, stored, populationUsed, active (2), content (2).
func (h *Hand) Add(r *Row) {
	t := h.t
	if r.Times[1] == Null {
		return
	}
	group := t.groups[0].id(0, r.Codes[0])
	day, ok := dayAt(r.Times[1])
	if !ok {
		return
	}
	paid := uint64((r.Flags>>h.due)&(r.Flags>>h.paid)) & 1
	online := uint64(0)
	if r.Codes[3] == h.channel {
		online = 1
	}
	received, deadline, ended := r.Times[1], r.Times[2], r.Times[3]
	intime := uint64(0)
	if deadline != Null && deadline >= received || ended != Null && ended <= received && deadline != Null && ended <= deadline {
		intime = 1
	}
	overdue := intime == 1 && (ended == Null || ended > deadline)
	no := r.Known &^ r.Flags
	fine := uint64((no>>h.disliked)&(no>>h.complained)) & 1
	b := h.rows.cell(uint64(group)<<dayBits | day)[1:]
	b[0]++
	b[1] += intime
	b[2] += online
	b[3] += uint64(r.Flags>>h.due) & 1
	b[4] += paid
	b[5] += uint64(r.Flags>>h.linked) & 1
	b[6] += uint64(r.Flags>>h.digits) & 1
	b[7] += uint64(r.Flags>>h.reused) & 1
	b[8] += uint64(r.Flags>>h.stored) & 1
	b[9] += uint64(r.Flags>>h.population) & 1
	b[10]++
	b[12] += fine & intime
	if online+paid > 0 && r.Codes[1] != 0 {
		id := t.pairs.id(group, t.names.keyOf(r.Codes[1]))
		c := h.keys.cell(uint64(id)<<dayBits | day)
		c[1] += online
		c[2] += paid
	}
	if ended != Null {
		last, _ := dayAt(ended)
		e := h.rows.cell(uint64(group)<<dayBits | last)[1:]
		e[11]++
		if !overdue {
			e[13] += fine & intime
		}
	}
	if overdue {
		h.passes(group, day, deadline, fine)
	}
}

// AddBy is Add with the measures as functions of a row: ten of rows received, whether it
// is content, and the two of procedures, in the definition's order.
func (h *Hand) AddBy(measures []func(*Row) bool, r *Row) {
	t := h.t
	day, ok := dayAt(r.Times[1])
	if !ok {
		return
	}
	group := t.groups[0].id(0, r.Codes[0])
	one := func(i int) uint64 {
		if measures[i](r) {
			return 1
		}
		return 0
	}
	b := h.rows.cell(uint64(group)<<dayBits | day)[1:]
	for i := range 10 {
		b[i] += one(i)
	}
	b[10]++
	content := one(10)
	b[12] += content
	if online, paid := one(11), one(12); online+paid > 0 {
		id := t.pairs.id(group, t.names.keyOf(r.Codes[1]))
		c := h.keys.cell(uint64(id)<<dayBits | day)
		c[1] += online
		c[2] += paid
	}
	deadline, ended := r.Times[2], r.Times[3]
	overdue := ended == Null || ended > deadline
	if last, ok := dayAt(ended); ok {
		e := h.rows.cell(uint64(group)<<dayBits | last)[1:]
		e[11]++
		if !overdue {
			e[13] += content
		}
	}
	if overdue {
		h.passes(group, day, deadline, content)
	}
}

// passes counts a deadline that passes while the dossier is open.
func (h *Hand) passes(group uint32, day uint64, deadline int64, fine uint64) {
	turn, _ := dayAt(deadline + 1)
	if turn == day {
		h.rows.cell(uint64(group)<<dayBits | day)[1+1]--
	} else {
		h.later.cell(uint64(group)<<(2*dayBits) | day<<dayBits | turn)[1]--
	}
	if fine == 1 {
		h.rows.cell(uint64(group)<<dayBits | turn)[1+12]--
	}
}

// Cells is how many cells the sheets hold.
func (t *Tally) Cells() int {
	n := 0
	for i := range t.sheets {
		n += t.sheets[i].len()
	}
	return n
}
