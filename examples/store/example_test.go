package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/examples/store"
)

// Two writers have read the same version; who comes second sees what the first wrote.
// All of it is there when the file is opened again.
func Example() {
	dir, err := os.MkdirTemp("", "store")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	path, ctx := filepath.Join(dir, "house.db"), context.Background()
	log, err := store.Open(path)
	if err != nil {
		fmt.Println(err)
		return
	}
	event := func(id, text string) motcua.Event {
		at := time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
		return motcua.Event{ID: id, Type: "noted", Time: at, Data: json.RawMessage(text)}
	}
	fmt.Println(log.Append(ctx, "dossier/1", 0, event("a", `{"desk":1}`), event("b", `{"desk":2}`)))
	_, err = log.Append(ctx, "dossier/1", 0, event("c", `{"desk":3}`))
	var conflict *motcua.ConflictError
	fmt.Println(err, errors.As(err, &conflict), len(conflict.Theirs))
	_, err = store.Open(path)
	fmt.Println("a second time:", errors.Is(err, store.ErrLocked))
	fmt.Println(log.Close())

	log, err = store.Open(path)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer log.Close()
	for name, err := range log.Streams(ctx, "dossier/") {
		fmt.Println(name, err)
	}
	for r, err := range log.Read(ctx, "dossier/1", 0) {
		fmt.Println(r.Version, r.ID, string(r.Data), err)
	}
	// Output:
	// 2 <nil>
	// stream "dossier/1": expected version 0, found 2 true 2
	// a second time: true
	// <nil>
	// dossier/1 <nil>
	// 1 a {"desk":1} <nil>
	// 2 b {"desk":2} <nil>
}
