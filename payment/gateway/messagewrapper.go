package gateway

import (
	"encoding/json"
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// ParseInitReply reads the reply to [Init], in the wrapper of the NGSP or without, as
// [ParseLenient]. A wrapper that says that the request failed is a [*RefusedError].
func ParseInitReply(data []byte) (InitReply, Extra, error) { return parseReply[InitReply](data) }

// ParseQueryReply reads the reply to a [Query] how a payment stands, as [ParseInitReply].
func ParseQueryReply(data []byte) (QueryReply, Extra, error) { return parseReply[QueryReply](data) }

func parseReply[M Message](data []byte) (r M, extra Extra, err error) {
	inner, err := unwrapped(data)
	if err != nil {
		return r, nil, err
	}
	r, extra, faults := ParseLenient[M](inner)
	return r, extra, faults.Err()
}

// unwrapped takes the wrapper off, if there is one.
func unwrapped(data []byte) ([]byte, error) {
	var members map[string]json.RawMessage
	if faults := strict.Decode(data, &members, 1).Faults; faults != nil {
		return nil, strict.Unquoted(faults)
	}
	if members["error_code"] == nil {
		return data, nil
	}
	w, _, faults := ParseLenient[Wrapper](data)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	if w.ErrorCode != wrapperOK {
		return nil, &RefusedError{w.ErrorCode}
	}
	return []byte(w.Message), nil
}

// RefusedError is the error of a request that the NGSP did not pass on.
type RefusedError struct {
	Code string // error_code, as it came
}

// Error names the code.
func (e *RefusedError) Error() string { return fmt.Sprintf("refused with error_code %.20q", e.Code) }

// Check finds a missing code and tells of one that is not documented.
func (w *Wrapper) Check() (faults motcua.Faults) {
	coded(wireWrapper, "error_code")(&faults, "/error_code", w.ErrorCode)
	return faults
}
