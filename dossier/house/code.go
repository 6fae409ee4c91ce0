package house

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/motcua/motcua"
)

// Serials gives out the serial numbers of dossier codes: those of one unit and one day
// count up from 1, and none is given twice. A database keeps them for a portal; tests and
// single processes have [MemorySerials].
type Serials interface {
	// Next is the next serial number of a unit on a day.
	Next(ctx context.Context, unit motcua.UnitCode, day motcua.Date) (int, error)
}

// AllocateCode makes the code of a dossier (mã hồ sơ) that a unit receives at an instant:
// the unit, in whichever order it is written, the day in Vietnam, and the next serial
// number. Nothing in it is random. The error is that of the serials, or a
// *motcua.ParseError of a unit or a day that cannot stand in a code, which spends no
// number.
func AllocateCode(ctx context.Context, serials Serials, unit motcua.UnitCode, at time.Time) (motcua.DossierCode, error) {
	day := motcua.DateOf(at.In(motcua.Vietnam()))
	first, err := motcua.NewDossierCode(unit, day, 1)
	if err != nil {
		return motcua.DossierCode{}, err // before a number is spent
	}
	unit = first.Unit() // one unit, in whichever order it is written
	n, err := serials.Next(ctx, unit, day)
	if err != nil {
		return motcua.DossierCode{}, fmt.Errorf("serial number of %s on %s: %w", unit, day, err)
	}
	return motcua.NewDossierCode(unit, day, n)
}

// MemorySerials are serial numbers in memory. The zero value begins at 1 everywhere; it
// is safe for concurrent use and must not be copied after first use.
type MemorySerials struct {
	mu   sync.Mutex
	last map[serialKey]int
}

type serialKey struct {
	unit motcua.UnitCode
	day  motcua.Date
}

// Next is Serials.Next.
func (m *MemorySerials) Next(ctx context.Context, unit motcua.UnitCode, day motcua.Date) (int, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.last == nil {
		m.last = map[serialKey]int{}
	}
	m.last[serialKey{unit, day}]++
	return m.last[serialKey{unit, day}], nil
}
