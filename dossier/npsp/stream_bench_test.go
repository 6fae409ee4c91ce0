package npsp

import (
	"bytes"
	"testing"
)

func BenchmarkStream(b *testing.B) {
	d := sampleDossier()
	line, _ := d.AppendJSON(nil)
	line = append(line, '\n')
	d.TrangThaiHoSo = "77"
	odd, _ := d.AppendJSON(nil)
	odd = append(odd, '\n')
	for _, c := range []struct {
		name    string
		line    []byte
		workers int
	}{{"clean-1", line, 1}, {"clean-2", line, 2}, {"flagged-1", odd, 1}} {
		b.Run(c.name, func(b *testing.B) {
			data := bytes.Repeat(c.line, 20000)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				q, err := Stream(bytes.NewReader(data), &Options{Workers: c.workers}, func(*Batch) error { return nil })
				if err != nil || q.Total.Messages != 20000 {
					b.Fatal(err, q.Total)
				}
			}
		})
	}
}
