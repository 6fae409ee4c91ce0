package register_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment/register"
)

// TestLines: the events of three orders, one after another, come back as they were; lines
// that are none, or empty, are told with their number and lose nobody else.
func TestLines(t *testing.T) {
	r := fullLife(t)
	var file []byte
	var want []string
	for _, id := range []string{"HD1", "HD2", "HD3"} {
		o, _, err := r.Load(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		for i := range o.Events {
			if file, err = register.AppendLine(file, id, &o.Events[i]); err != nil {
				t.Fatal(err)
			}
			want = append(want, fmt.Sprint(id, " ", o.Events[i]))
		}
	}
	file = append(file, "\n  \n{}\nnull\n{\"order\":\"HD1\"\n"...)
	var got, faulty []string
	err := register.ReadLines(bytes.NewReader(file), func(n int, l *register.EventLine, faults motcua.Faults) error {
		if faults.Err() != nil {
			faulty = append(faulty, fmt.Sprint(n-len(want)))
			for _, f := range faults {
				if f.Line != n {
					t.Errorf("line %d: a fault of line %d", n, f.Line)
				}
			}
			return nil
		}
		got = append(got, fmt.Sprint(l.Order, " ", l.Event))
		return nil
	})
	if err != nil || strings.Join(got, "\n") != strings.Join(want, "\n") || strings.Join(faulty, " ") != "3 4 5" {
		t.Errorf("%v\n%s\nfaults in %v", err, strings.Join(got, "\n"), faulty)
	}
}

// TestLinesStop: reading stops with the error of the function, of the reader, or of a
// line that is too long.
func TestLinesStop(t *testing.T) {
	stop := errors.New("enough")
	n := 0
	err := register.ReadLines(strings.NewReader("{}\n{}\n"), func(int, *register.EventLine, motcua.Faults) error { n++; return stop })
	if !errors.Is(err, stop) || n != 1 {
		t.Errorf("%v after %d lines", err, n)
	}
	err = register.ReadLines(bytes.NewReader(bytes.Repeat([]byte(" "), register.MaxLine+1)), func(int, *register.EventLine, motcua.Faults) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "16 MiB") {
		t.Error(err)
	}
}

func FuzzReadLines(f *testing.F) {
	for _, text := range samples(f)["orderEvent"][:2] {
		f.Add(append(text, "\n\n{}\n"...))
	}
	f.Add([]byte("null\n[]\n\r\n{\"order\":1}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var lines []string
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
		i := 0
		err := register.ReadLines(bytes.NewReader(data), func(n int, l *register.EventLine, faults motcua.Faults) error {
			if i >= len(lines) {
				t.Fatalf("line %d is one too many", n)
			}
			want, told := register.ParseEvent([]byte(lines[i]))
			if i++; fmt.Sprint(l) != fmt.Sprint(want) || len(faults) != len(told) {
				t.Fatalf("line %d: %v with %v, alone %v with %v", n, l, faults, want, told)
			}
			return nil
		})
		if err != nil || i != len(lines) {
			t.Fatalf("%d of %d lines, %v", i, len(lines), err)
		}
	})
}

// Histories of several orders stand in one file, line by line.
func ExampleReadLines() {
	ctx := context.Background()
	o, _, err := exampleRegister(ctx).Load(ctx, "HD0001")
	if err != nil {
		panic(err)
	}
	var file []byte
	for i := range o.Events {
		file, _ = register.AppendLine(file, o.ID(), &o.Events[i])
	}
	file = append(file, "{\"order\": \"HD0002\"}\n"...)
	err = register.ReadLines(bytes.NewReader(file), func(n int, l *register.EventLine, faults motcua.Faults) error {
		if err := faults.Err(); err != nil {
			fmt.Println(n, len(faults), "faults")
			return nil
		}
		fmt.Println(n, l.Order, l.Action, l.To)
		return nil
	})
	fmt.Println(err)
	// Output:
	// 1 HD0001 open opened
	// 2 HD0001 start attempted
	// 3 7 faults
	// <nil>
}

func ExampleAppendLine() {
	ctx := context.Background()
	o, _, err := exampleRegister(ctx).Load(ctx, "HD0001")
	if err != nil {
		panic(err)
	}
	line, err := register.AppendLine(nil, o.ID(), &o.Events[1])
	fmt.Println(string(line[:45]), err)
	// Output:
	// {"order":"HD0001","id":"start HD0001T1","acti <nil>
}
