package simulator_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/gateway/client/simulator"
)

// habits are habits alone, and what shows of them.
var habits = []struct {
	name   string
	habits simulator.Habits
	shows  func(p *simulator.Platform, l *listener) bool
}{
	{"twice", simulator.Habits{Twice: 100}, func(p *simulator.Platform, l *listener) bool { return len(l.heard) == 10 }},
	{"late", simulator.Habits{Late: 100}, func(p *simulator.Platform, l *listener) bool {
		return len(l.heard) == 5 && !slices.IsSortedFunc(l.heard, func(a, b gateway.Confirm) int { return strings.Compare(a.MaThamChieu, b.MaThamChieu) })
	}},
	{"lost", simulator.Habits{Lost: 100}, func(p *simulator.Platform, l *listener) bool { return l.heard == nil }},
	{"amount", simulator.Habits{Amount: 100}, func(p *simulator.Platform, l *listener) bool {
		return heard(l, func(m gateway.Confirm) bool { return m.SoTien != "25000" }) == 5
	}},
	{"currency", simulator.Habits{Currency: 100}, func(p *simulator.Platform, l *listener) bool {
		return heard(l, func(m gateway.Confirm) bool { return m.MaTienTe == "USD" }) == 5
	}},
	{"unknown", simulator.Habits{Unknown: 100}, func(p *simulator.Platform, l *listener) bool {
		_, reply, _ := ask(p, "HD0T1")
		return heard(l, func(m gateway.Confirm) bool { return m.MaLoi == "77" }) == 5 && strings.Contains(reply, `"TrangThaiGD":"9"`)
	}},
	{"contradict", simulator.Habits{Contradict: 100}, func(p *simulator.Platform, l *listener) bool {
		_, reply, _ := ask(p, "HD0T1")
		return heard(l, func(m gateway.Confirm) bool { return m.MaLoi == "99" }) == 5 && strings.Contains(reply, `"TrangThaiGD":"4"`)
	}},
	{"pending", simulator.Habits{Pending: 100}, func(p *simulator.Platform, l *listener) bool {
		_, reply, _ := ask(p, "HD0T1")
		return strings.Contains(reply, `"TrangThaiGD":"3"`)
	}},
	{"busy", simulator.Habits{Busy: 100}, func(p *simulator.Platform, l *listener) bool { status, _, _ := ask(p, "HD0T1"); return status == 503 }},
	{"cut in the place of an answer", simulator.Habits{CutQuery: 100}, func(p *simulator.Platform, l *listener) bool {
		_, _, err := ask(p, "HD0T1")
		return errors.Is(err, io.ErrUnexpectedEOF)
	}},
	{"cut after opening", simulator.Habits{CutInit: 100}, func(p *simulator.Platform, l *listener) bool {
		_, err := open(p, "HD9T1")
		return errors.Is(err, io.ErrUnexpectedEOF) && len(p.Truth()) == 6
	}},
	{"cut in a callback: said again as often as Retries, and never acknowledged", simulator.Habits{CutSent: 100}, func(p *simulator.Platform, l *listener) bool {
		return l.heard == nil && l.broken == 20 && !p.Truth()[0].Acknowledged
	}},
	{"cut before the answer is heard", simulator.Habits{CutHeard: 100}, func(p *simulator.Platform, l *listener) bool { return len(l.heard) == 20 }},
	{"replay", simulator.Habits{Replay: 50}, func(p *simulator.Platform, l *listener) bool { return len(l.heard) > 5 && len(unique(l.heard)) == 5 }},
	{"forge", simulator.Habits{Forge: 100}, func(p *simulator.Platform, l *listener) bool {
		return heard(l, func(m gateway.Confirm) bool {
			return strings.HasPrefix(m.MaGiaoDich, simulator.Forged) && gateway.Verify(&m, secret) != nil
		}) == 5
	}},
}

// heard counts callbacks.
func heard(l *listener, is func(gateway.Confirm) bool) (n int) {
	for _, m := range l.heard {
		if is(m) {
			n++
		}
	}
	return n
}

func unique(list []gateway.Confirm) []string {
	lines := shown(list)
	slices.Sort(lines)
	return slices.Compact(lines)
}

func TestHabits(t *testing.T) {
	for _, h := range habits {
		p, l := newPlatform(3, h.habits)
		run(p, l)
		if !h.shows(p, l) {
			t.Errorf("%s: %q", h.name, shown(l.heard))
		}
		if p.Complaints() != nil {
			t.Errorf("%s: %q", h.name, p.Complaints())
		}
	}
}
