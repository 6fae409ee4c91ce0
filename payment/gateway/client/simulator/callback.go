package simulator

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
)

// callback is one message that waits to be said, or was.
type callback struct {
	m      gateway.Confirm
	from   *Payment // that it tells of; nil: of none
	ready  int      // step from which on it may be said
	tries  int      // how often it was
	forged bool
	true   bool // it says what is so
}

// announce lets all wait that will be said of a payment. The lock is held.
func (p *Platform) announce(x *Payment) {
	m := gateway.Confirm{
		LoaiBanTin: "CONFIRM", MaLoi: "00", MaDoiTac: p.Partner, MaThamChieu: x.Reference, SoTien: x.Amount.Amount(), MaTienTe: "VND",
		MaGiaoDich: x.Transaction, MaNganHang: bank, ThoiGianGD: gateway.Moment(x.At), ThongTinGiaoDich: x.info,
	}
	if x.Outcome != payment.OutcomeSucceeded {
		m.MaLoi = "24"
	}
	p.wait(&callback{m: m, from: x, true: true})
	for _, habit := range []struct {
		percent int
		spoil   func(*gateway.Confirm)
	}{
		{p.habits.Amount, func(m *gateway.Confirm) { m.SoTien = fmt.Sprint(x.Amount.Minor()*10 + int64(p.random.IntN(10))) }},
		{p.habits.Currency, func(m *gateway.Confirm) { m.MaTienTe = "USD" }},
		{p.habits.Unknown, func(m *gateway.Confirm) { m.MaLoi = "77" }},
		{p.habits.Contradict, func(m *gateway.Confirm) { m.MaLoi = "99" }},
	} {
		if p.chance(habit.percent) {
			other := m
			habit.spoil(&other)
			p.wait(&callback{m: other, from: x})
		}
	}
	if p.chance(p.habits.Forge) {
		p.waiting = append(p.waiting, p.forge(m))
	}
}

// wait signs a callback and lets it wait, by the habits twice, late or for ever.
func (p *Platform) wait(c *callback) {
	digest, err := gateway.Sign(&c.m, p.Secret)
	if err != nil {
		p.complaints = append(p.complaints, "a callback cannot be signed: "+err.Error())
		return
	}
	c.m.MaXacThuc = digest
	if p.chance(p.habits.Lost) {
		return
	}
	if p.chance(p.habits.Late) {
		c.ready = p.step + p.random.IntN(20)
	}
	p.waiting = append(p.waiting, c)
	if p.chance(p.habits.Twice) {
		again := *c
		again.ready += p.random.IntN(5)
		p.waiting = append(p.waiting, &again)
	}
}

// Forged begins the transactions of callbacks that somebody forged.
const Forged = "FORGED"

// forge makes a callback of somebody who has no secret and knows what others said.
func (p *Platform) forge(m gateway.Confirm) *callback {
	m.MaLoi, m.MaGiaoDich = "00", fmt.Sprint(Forged, p.random.IntN(1_000_000))
	other := gateway.NewSecret("another secret")
	sign := func(secret gateway.Secret) string { digest, _ := gateway.Sign(&m, secret); return digest }
	switch p.random.IntN(6) {
	case 0:
		m.MaXacThuc = sign(other)
	case 1:
		m.MaXacThuc = ""
	case 2: // that of a callback that was true
		if len(p.said) > 0 {
			m.MaXacThuc = p.said[p.random.IntN(len(p.said))].m.MaXacThuc
		}
	case 3: // of another payment
		m.MaThamChieu = payment.Reference("KHONGCO", 1)
		m.MaXacThuc = sign(other)
	case 4:
		m.MaXacThuc = strings.Repeat("0", 64)
	default: // one digit off: as near as nobody comes by chance
		digest := []byte(sign(p.Secret))
		i := p.random.IntN(len(digest))
		digest[i] ^= 1
		m.MaXacThuc = string(digest)
	}
	return &callback{m: m, forged: true, ready: p.step + p.random.IntN(10)}
}

// Deliver says one of the callbacks that wait, whichever the seed picks, and reports
// whether there was one. One that is not acknowledged waits again, as often as Retries.
// An error of the context ends it.
func (p *Platform) Deliver(ctx context.Context) bool {
	if ctx.Err() != nil {
		return false
	}
	p.mu.Lock()
	c := p.next()
	if c == nil {
		p.mu.Unlock()
		return false
	}
	sent, heard := p.chance(p.habits.CutSent), !p.chance(p.habits.CutHeard)
	p.mu.Unlock()

	status, body, err := p.post(ctx, c, sent)

	p.mu.Lock()
	defer p.mu.Unlock()
	c.tries++
	if !c.forged {
		p.said = append(p.said, c)
	}
	done := false
	if err == nil && !sent {
		done = p.judge(c, status, body)
	}
	if !done || !heard {
		p.again(c)
	}
	if p.chance(p.habits.Replay) && len(p.said) > 0 {
		old := *p.said[p.random.IntN(len(p.said))]
		old.tries, old.ready = p.Retries, p.step+p.random.IntN(10) // once
		p.waiting = append(p.waiting, &old)
	}
	return true
}

// next takes one that waits and is ready, or the first to become so.
func (p *Platform) next() *callback {
	p.step++
	var ready []int
	first := -1
	for i, c := range p.waiting {
		if c.ready <= p.step {
			ready = append(ready, i)
		}
		if first < 0 || c.ready < p.waiting[first].ready {
			first = i
		}
	}
	if len(ready) > 0 {
		first = ready[p.random.IntN(len(ready))]
	}
	if first < 0 {
		return nil
	}
	c := p.waiting[first]
	p.waiting = append(p.waiting[:first], p.waiting[first+1:]...)
	return c
}

// again lets a callback wait once more that was not acknowledged.
func (p *Platform) again(c *callback) {
	if c.tries <= p.Retries && !c.forged {
		c.ready = p.step + p.random.IntN(5)
		p.waiting = append(p.waiting, c)
	}
}

// post posts a callback; cut: it breaks off half-way.
func (p *Platform) post(ctx context.Context, c *callback, cut bool) (status int, body []byte, err error) {
	data := encoded(c.m)
	var reader io.Reader = bytes.NewReader(data)
	if cut {
		reader = io.MultiReader(bytes.NewReader(data[:len(data)/2]), broken{})
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, p.Callback, reader)
	if err != nil {
		return 0, nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	client := p.HTTP
	if client == nil {
		client = http.DefaultClient
	}
	response, err := client.Do(request)
	if err != nil {
		return 0, nil, err
	}
	defer response.Body.Close()
	body, err = io.ReadAll(io.LimitReader(response.Body, 1<<20))
	return response.StatusCode, body, err
}

// broken is a connection that breaks.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errBroken }

var errBroken = errors.New("the connection broke")

// judge looks at the answer to a callback: whether it acknowledges it. The lock is held.
func (p *Platform) judge(c *callback, status int, body []byte) bool {
	complain := func(what string) { p.complaints = append(p.complaints, c.m.MaThamChieu+": "+what) }
	if status != http.StatusOK {
		return false
	}
	a, faults := gateway.Parse[gateway.Answer](body)
	switch {
	case faults.Err() != nil:
		complain("the answer cannot be read")
		return false
	case a.MaXacThuc == c.m.MaXacThuc:
		complain("the answer bears the digest of the callback")
		return false
	case gateway.Verify(&a, p.Secret) != nil:
		complain("the answer bears a wrong digest")
		return false
	case a.MaThamChieu != c.m.MaThamChieu || a.MaDoiTac != c.m.MaDoiTac:
		complain("the answer is to another callback")
		return false
	case a.MaLoi != "00":
		return false
	}
	if c.forged {
		complain("what somebody forged was acknowledged")
	}
	if c.true && c.from != nil {
		c.from.Acknowledged = true
	}
	return true
}
