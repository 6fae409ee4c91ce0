package history_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
)

// A dossier is filed and received; the same command again adds nothing.
func Example() {
	ctx := context.Background()
	store := history.Store{Log: new(motcua.MemoryLog)}
	file := command(0, dossier.ActionSubmit, dossier.RoleApplicant) // of H56.12-260302-0001
	receive := command(1, dossier.ActionReceive, dossier.RoleCounter)
	for i, c := range []*dossier.Command{file, receive, receive} {
		e, err := store.Execute(ctx, "H56.12-260302-0001", c, &dossier.Setting{Now: hours(i)})
		fmt.Println(e, err)
	}
	d, head, err := store.Load(ctx, "000.00.12.H56-260302-0001") // the unit in the older order
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(d)
	fmt.Println(head)
	// Output:
	// 2026-03-02T09:00:00+07:00 submit by applicant: awaitingAnswer <nil>
	// 2026-03-02T10:00:00+07:00 receive by counter: received <nil>
	// 2026-03-02T10:00:00+07:00 receive by counter: received <nil>
	// dossier H56.12-260302-0001: received after 2 events
	// version 2, hash a6588dbd60bcb8c159af9073fc1fb5b22c46ff716541f5f47315571dd3608a96
}

// Two officials work on one dossier at once: the second is shown what the first did.
func ExampleConflictError() {
	ctx := context.Background()
	shared := exampleLog(3)
	busy := gated{shared, func() { // between loading and appending somebody else is faster
		withdraw := command(8, dossier.ActionWithdraw, dossier.RoleApplicant)
		if _, err := (history.Store{Log: shared}).Execute(ctx, code, withdraw, setting(3)); err != nil {
			log.Fatal(err)
		}
	}}
	finish := command(9, dossier.ActionFinish, dossier.RoleHandler)
	_, err := history.Store{Log: busy}.Execute(ctx, code, finish, setting(4))
	var conflict *history.ConflictError
	if errors.As(err, &conflict) {
		fmt.Println(err)
		fmt.Println("theirs:", conflict.Theirs[0])
		fmt.Println("ours:  ", conflict.Ours)
	}
	_, err = history.Store{Log: shared, Retries: 3}.Execute(ctx, code, finish, setting(4)) // decide on the newer dossier
	fmt.Println(err)
	// Output:
	// dossier "H56.12-260302-0001": finish was not appended to version 3, which was followed by withdraw
	// theirs: 2026-03-02T12:00:00+07:00 withdraw by applicant: withdrawn
	// ours:   2026-03-02T13:00:00+07:00 finish by handler: finished
	// finish by handler in state withdrawn: this state does not take the action
}

// A dossier as it stood: what did the counter see on Monday at eleven?
func ExampleStore_At() {
	d, err := history.Store{Log: exampleLog(8)}.At(context.Background(), code, hours(2))
	fmt.Println(d, err)
	// Output:
	// dossier H56.12-260302-0001: processing after 3 events <nil>
}

// A head is printed on the receipt. Later somebody rewrites one record, and loses the last.
func ExampleStore_Verify() {
	ctx := context.Background()
	whole := exampleLog(8)
	head, faults, err := history.Store{Log: whole}.Verify(ctx, code, history.Head{})
	fmt.Println(head.Version, faults, err)

	var records broken // a storage that gives back what it likes
	for r := range whole.Read(ctx, history.StreamOf(code), 0) {
		records = append(records, r)
	}
	records = slices.Delete(records, 7, 8)
	records[3].Data = bytes.Replace(records[3].Data, []byte("Theo đề nghị"), []byte("Trái đề nghị"), 1)
	for _, kept := range []history.Head{{}, head} {
		_, faults, _ := history.Store{Log: records}.Verify(ctx, code, kept)
		fmt.Println(faults)
	}
	// Output:
	// 8 no faults <nil>
	// /version/4/event: HIS-SEAL-01: what is written is not what was sealed
	// /version/4/event: HIS-SEAL-01: what is written is not what was sealed
	// /version/8: HIS-HEAD-01: the history ends with version 7, the head that was kept is of 8
}

// Records can be read without a Log, as from an export of the stream.
func ExampleParseRecord() {
	for r := range exampleLog(2).Read(context.Background(), history.StreamOf(code), 1) {
		record, faults := history.ParseRecord(r.Data)
		fmt.Println(record.Version, record.Event, faults)
		_, faults = history.ParseRecord(bytes.Replace(r.Data, []byte("Theo đề nghị"), []byte("Trái đề nghị"), 1))
		fmt.Println(faults)
	}
	// Output:
	// 2 2026-03-02T10:00:00+07:00 receive by counter: received no faults
	// HIS-SEAL-01: what is written is not what was sealed
}

// Every document has a schema and a check.
func ExampleDocuments() {
	for _, d := range history.Documents() {
		fmt.Println(d.Name, d.ID, len(d.Check([]byte(`{}`))), "faults in {}")
	}
	// Output:
	// historyRecord https://github.com/motcua/motcua/schema/historyRecord-1.json 6 faults in {}
}

// exampleLog is a Log on which so many commands of a life were done.
func exampleLog(n int) *motcua.MemoryLog {
	shared := new(motcua.MemoryLog)
	for i, c := range life()[:n] {
		if _, err := (history.Store{Log: shared}).Execute(context.Background(), code, c, setting(i)); err != nil {
			log.Fatal(err)
		}
	}
	return shared
}
