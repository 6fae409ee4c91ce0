package motcua_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/motcua/motcua"
)

// Two officers work on one dossier. The second has not seen what the first did,
// and is shown both sides instead of overwriting it.
func ExampleLog() {
	var log motcua.Log = new(motcua.MemoryLog)
	ctx := context.Background()
	at := time.Date(2026, 7, 1, 8, 0, 0, 0, motcua.Vietnam())
	event := func(id, kind, data string) motcua.Event {
		return motcua.Event{ID: id, Type: kind, Time: at, Data: json.RawMessage(data)}
	}
	const dossier = "H56.34.12-260701-0001"

	version, err := log.Append(ctx, dossier, 0, event("1", "received", `{"pages":3}`))
	fmt.Println(version, err)
	version, err = log.Append(ctx, dossier, 1, event("2", "accepted", `{}`), event("3", "assigned", `{"to":"An"}`))
	fmt.Println(version, err)

	_, err = log.Append(ctx, dossier, 1, event("4", "refused", `{}`))
	var conflict *motcua.ConflictError
	if errors.As(err, &conflict) {
		fmt.Println(err)
		for _, r := range conflict.Theirs {
			fmt.Println("theirs", r.Version, r.Type, string(r.Data))
		}
		for _, e := range conflict.Ours {
			fmt.Println("ours", e.Type)
		}
	}

	for r, err := range log.Read(ctx, dossier, 1) {
		fmt.Println(r.Version, r.Type, err)
	}
	// Output:
	// 1 <nil>
	// 3 <nil>
	// stream "H56.34.12-260701-0001": expected version 1, found 3
	// theirs 2 accepted {}
	// theirs 3 assigned {"to":"An"}
	// ours refused
	// 2 accepted <nil>
	// 3 assigned <nil>
}

func ExampleCheckAppend() {
	event := motcua.Event{ID: "1", Type: "received", Time: time.Unix(0, 0)}
	err := motcua.CheckAppend("s", 0, []motcua.Event{event})
	fmt.Println(err, errors.Is(err, motcua.ErrRefused))
	// Output: event 1 of 1 for stream "s" has data that is not JSON: refused true
}

// Without zone data on the system it is a fixed zone at +07:00 of that name.
func ExampleVietnam() {
	fmt.Println(time.Date(2026, 1, 1, 0, 0, 0, 0, motcua.Vietnam()).Format(time.RFC3339), motcua.Vietnam())
	// Output: 2026-01-01T00:00:00+07:00 Asia/Ho_Chi_Minh
}
