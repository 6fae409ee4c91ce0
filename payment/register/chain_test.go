package register_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// suspensePart is the part of suspense that a claim is in.
func suspensePart(id string) string {
	return fmt.Sprintf("%02x", sha256.Sum256([]byte(id))[0])
}

// changed is a Log some of whose streams read otherwise.
type changed struct {
	motcua.Log
	streams map[string][]motcua.Record
}

func (c changed) Read(ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
	if list, is := c.streams[stream]; is {
		return fixed{list: list}.Read(ctx, stream, after)
	}
	return c.Log.Read(ctx, stream, after)
}

// lying is a register with claims in suspense, of which one was explained, with the streams
// they are on.
func lying(t testing.TB) (register.Register, []register.Unexplained, []string) {
	t.Helper()
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog), Clock: ticking()}
	for i := range 20 {
		must(r.Report(ctx, claim(fmt.Sprintf("HD%dT1", 100+i), fmt.Sprint("G", i))))(t)
	}
	list := must(r.Suspense(ctx))(t)
	if err := r.Explain(ctx, list[0].ID, "", "trả lại"); err != nil {
		t.Fatal(err)
	}
	var streams []string
	for _, u := range list {
		streams = append(streams, "order-suspense/"+suspensePart(u.ID))
	}
	return r, must(r.Suspense(ctx))(t), streams
}

// TestSuspenseKeepsItsOrder: claims are listed as they came, whichever part they are in,
// and few are read to find one.
func TestSuspenseKeepsItsOrder(t *testing.T) {
	_, list, streams := lying(t)
	for i, u := range list {
		if want := fmt.Sprintf("HD%dT1", 100+i); u.Claim.Reference != want || u.Settled != (i == 0) {
			t.Errorf("%d: %v, want %s", i, u, want)
		}
	}
	slices.Sort(streams)
	if n := len(slices.Compact(streams)); n < 10 {
		t.Errorf("20 claims are on %d streams", n)
	}
}

// TestSuspenseIsChained: whatever is changed, moved, removed or put beside a claim in
// suspense is found, and what was cut off by the heads that were kept.
func TestSuspenseIsChained(t *testing.T) {
	ctx := context.Background()
	r, list, streams := lying(t)
	heads, faults, err := r.VerifySuspense(ctx, nil)
	if err != nil || len(faults) > 0 || len(heads) < 10 {
		t.Fatalf("%d heads, %v %v", len(heads), faults, err)
	}
	for _, stream := range streams {
		if heads[stream].Version == 0 {
			t.Errorf("no head of %s", stream)
		}
	}
	whole, other := records(t, r.Log, streams[0]), records(t, r.Log, streams[1])
	edit := func(change func([]motcua.Record) []motcua.Record) []motcua.Record {
		bad := slices.Clone(whole)
		for i := range bad {
			bad[i].Data = slices.Clone(bad[i].Data)
		}
		return change(bad)
	}
	replaced := func(old, new string) func([]motcua.Record) []motcua.Record {
		return func(l []motcua.Record) []motcua.Record {
			l[0].Data = []byte(strings.Replace(string(l[0].Data), old, new, 1))
			return l
		}
	}
	for _, c := range []struct {
		name   string
		change func([]motcua.Record) []motcua.Record
		kept   map[string]register.Head
		code   string
	}{
		{"as it is", func(l []motcua.Record) []motcua.Record { return l }, heads, ""},
		{"another amount", replaced("25000", "95000"), nil, "PAY-REG-02"},
		{"another holder", replaced(`"claim"`, `"holder":"HD7","claim"`), nil, "PAY-REG-02"},
		{"no claim at all", replaced(`"claim"`, `"clam"`), nil, "PAY-REG-01"},
		{"the first removed", func(l []motcua.Record) []motcua.Record { return l[1:] }, nil, "PAY-REG-02"},
		{"the explanation cut off, nothing kept", func(l []motcua.Record) []motcua.Record { return l[:len(l)-1] }, nil, ""}, // nobody can tell
		{"the explanation cut off", func(l []motcua.Record) []motcua.Record { return l[:len(l)-1] }, heads, "PAY-REG-04"},
		{"all removed", func([]motcua.Record) []motcua.Record { return nil }, heads, "PAY-REG-04"},
		{"those of another part", func([]motcua.Record) []motcua.Record { return other }, nil, "PAY-REG-02"},
		{"another time beside it", func(l []motcua.Record) []motcua.Record { l[0].Time = l[0].Time.Add(time.Hour); return l }, nil, "PAY-REG-03"},
		{"another id beside it", func(l []motcua.Record) []motcua.Record { l[0].ID = list[1].ID; return l }, nil, "PAY-REG-03"},
	} {
		damaged := r
		damaged.Log = changed{r.Log, map[string][]motcua.Record{streams[0]: edit(c.change)}}
		now, faults, err := damaged.VerifySuspense(ctx, c.kept)
		found := slices.ContainsFunc(faults, func(f *motcua.Fault) bool {
			return f.Code == c.code && strings.HasPrefix(f.Pointer, motcua.Pointer(streams[0])+"/version/")
		})
		if err != nil || found != (c.code != "") || (len(faults) > 0) != found {
			t.Errorf("%s: %v %v", c.name, faults, err)
		}
		if c.code != "" && now[streams[0]] != (register.Head{}) {
			t.Errorf("%s: there is a head of what is damaged", c.name)
		}
	}
}

// TestDamagedSuspense: a part of suspense that is damaged is told of, and keeps nobody from
// reading, reporting and explaining the rest; no claim is refused because of it.
func TestDamagedSuspense(t *testing.T) {
	ctx := context.Background()
	r, list, streams := lying(t)
	bad := map[string][]motcua.Record{}
	for _, stream := range []string{streams[3], streams[4]} {
		bad[stream] = slices.Clone(records(t, r.Log, stream))
		bad[stream][0].Data = []byte(`{"event":{}}`)
	}
	must(r.Open(ctx, opening("HD105"), payment.RoleSystem))(t)
	must(r.Execute(ctx, "HD105", attempt("HD105", 1)))(t)
	r.Log = changed{r.Log, bad}
	var faults motcua.Faults
	got, err := r.Suspense(ctx)
	if !errors.As(err, &faults) || len(got) >= len(list) || len(got) < len(list)-len(bad)-2 {
		t.Fatalf("%d of %d: %v", len(got), len(list), err)
	}
	for stream := range maps.Keys(bad) {
		if !slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return strings.HasPrefix(f.Pointer, motcua.Pointer(stream)) }) {
			t.Errorf("nothing is told of %s", stream)
		}
	}
	if n, err := r.Reconsider(ctx); n != 1 || !errors.As(err, &faults) {
		t.Errorf("%d were explained: %v", n, err)
	}
	if err := r.Explain(ctx, list[3].ID, "", "trả lại"); !errors.As(err, &faults) {
		t.Errorf("a claim was explained on a damaged part: %v", err)
	}
	if err := r.Explain(ctx, list[7].ID, "", "trả lại"); err != nil {
		t.Error(err)
	}
	before := len(records(t, r.Log.(changed).Log, streams[3]))
	for i := 0; len(records(t, r.Log.(changed).Log, streams[3])) == before; i++ {
		if _, err := r.Report(ctx, claim(fmt.Sprintf("HD%dT1", 500+i), "G")); err != nil || i == 5000 {
			t.Fatalf("claim %d: %v", i, err)
		}
	}
	if taken, err := r.Report(ctx, list[3].Claim); err != nil || !taken.Known {
		t.Errorf("a claim that is there: %+v %v", taken, err)
	}
}

// TestDamagedOrders: orders that are damaged are all told of by what goes through many, and
// keep nobody from the others.
func TestDamagedOrders(t *testing.T) {
	ctx := context.Background()
	now := morning
	r := register.Register{Log: new(motcua.MemoryLog), Clock: func() time.Time { return now }}
	for i := range 5 {
		o := opening(fmt.Sprint("HD", i))
		o.Due = morning.Add(time.Hour)
		must(r.Open(ctx, o, payment.RoleSystem))(t)
	}
	bad := map[string][]motcua.Record{}
	for _, stream := range []string{"order/HD1", "order/HD3"} {
		bad[stream] = slices.Clone(records(t, r.Log, stream))
		bad[stream][0].Time = now.Add(time.Second)
	}
	r.Log = changed{r.Log, bad}
	told := func(what string, err error) {
		t.Helper()
		var faults motcua.Faults
		if !errors.As(err, &faults) || len(faults) != 2 || faults[0].Pointer != "/order~1HD1/version/1" || faults[1].Pointer != "/order~1HD3/version/1" {
			t.Errorf("%s: %v", what, err)
		}
	}
	list, err := r.OfDossier(ctx, "H56.12-260302-0001")
	if told("of a dossier", err); len(list) != 3 {
		t.Errorf("of a dossier: %v", list)
	}
	list, err = r.AtUnit(ctx, "H56.12")
	slices.SortFunc(list, func(a, b *payment.Order) int { return strings.Compare(a.ID(), b.ID()) })
	var faults motcua.Faults
	if errors.As(err, &faults) {
		faults.Sort()
	}
	if told("at a unit", err); len(list) != 3 || list[1].ID() != "HD2" {
		t.Errorf("at a unit: %v", list)
	}
	now = morning.Add(2 * time.Hour)
	if n, err := r.Sweep(ctx, "H56.12"); n != 3 || !errors.As(err, &faults) {
		t.Errorf("%d expired: %v", n, err)
	}
}
