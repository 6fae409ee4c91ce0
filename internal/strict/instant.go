package strict

import (
	"errors"
	"regexp"
	"time"
)

// InstantPattern is the form of an instant: RFC 3339 with its letters in upper case, no
// leap second, and no more decimals than a time.Time keeps. Schemas say it beside the
// format date-time, and the readers hold to it: package time takes one digit for an hour,
// a comma and zones of a day and more, which others refuse.
const InstantPattern = `^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$`

var instantForm = regexp.MustCompile(InstantPattern)

var errInstant = errors.New("want a time as in 2026-07-01T08:00:00+07:00")

// Instant reads an instant of that form. Whoever reads JSON without package strict reads
// instants by it, so that both take the same.
func Instant(text string) (time.Time, error) {
	if !instantForm.MatchString(text) {
		return time.Time{}, errInstant
	}
	return time.Parse(time.RFC3339, text)
}
