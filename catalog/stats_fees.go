package catalog

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
)

// add counts a procedure by what its fee rows say of a day; with a channel, those for
// that channel.
func (c *FeeCount) add(rows []fee.Row, day motcua.Date, channel motcua.Channel) {
	switch fee.BurdenOf(rows, day, channel) {
	case fee.BurdenAmount:
		c.Amount++
	case fee.BurdenFree:
		c.Free++
	case fee.BurdenDoubt:
		c.Doubt++
	default:
		c.NoneStated++
	}
}
