package npsp_test

import (
	"io"
	"testing"
	"time"

	"github.com/motcua/motcua/dossier/npsp"
)

// A prompt reader gives a line away while the input waits for more, and half a line
// when the rest has come.
func TestPrompt(t *testing.T) {
	const line = `{"MaHoSo":"H56-260701-0001","TrangThai":"4","ThoiDiemXuLy":"20260702090000"}` + "\n"
	in, out := io.Pipe()
	given, done := make(chan int), make(chan error, 1)
	go func() {
		_, err := npsp.Stream(in, &npsp.Options{Prompt: true}, func(b *npsp.Batch) error {
			for _, brief := range b.Briefs {
				given <- brief.Line
			}
			return nil
		})
		done <- err
	}()
	for i, part := range []string{line, line[:20], line[20:]} {
		if _, err := io.WriteString(out, part); err != nil {
			t.Fatal(err)
		}
		if i == 1 {
			continue
		}
		select {
		case got := <-given:
			if want := i/2 + 1; got != want {
				t.Errorf("line %d, want %d", got, want)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("part %d: nothing is given while the input is open", i)
		}
	}
	out.Close()
	if err := <-done; err != nil {
		t.Error(err)
	}
}
