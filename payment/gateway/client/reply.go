package client

import (
	"errors"
	"fmt"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment/gateway"
)

// badReply is the error of a reply that came and is not what was asked for, as far as it
// can be told: a server that fails may say anything, the message it was sent too.
func badReply(operation string, why error) error {
	err := ErrReply
	var refused *gateway.RefusedError
	var faults motcua.Faults
	switch {
	case errors.As(why, &refused) && isCode(refused.Code):
		err = fmt.Errorf("%w: %w", ErrReply, refused)
	case errors.As(why, &faults):
		err = fmt.Errorf("%w: %w", ErrReply, nameless(faults))
	}
	return &Error{Operation: operation, Err: err}
}

// isCode reports whether a code of others can be shown: it is short, and a number.
func isCode(s string) bool { return len(s) <= 4 && strings.Trim(s, "-0123456789") == "" }

// nameless are faults without the names of members that the server chose.
func nameless(faults motcua.Faults) motcua.Faults {
	var list motcua.Faults
	for _, f := range faults {
		shown := *f
		if f.Code == strict.CodeDuplicate || f.Code == strict.CodeUnknown {
			shown.Pointer, shown.Message = "", motcua.Text{Vi: "có thành viên lạ hoặc lặp lại", En: "a member that is unknown or stands twice"}
		}
		list = append(list, &shown)
	}
	return list
}
