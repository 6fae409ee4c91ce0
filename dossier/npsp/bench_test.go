package npsp

import "testing"

func BenchmarkAppendJSON(b *testing.B) {
	d := sampleDossier()
	var buf []byte
	for b.Loop() {
		buf, _ = d.AppendJSON(buf[:0])
	}
	b.SetBytes(int64(len(buf)))
	b.ReportAllocs()
}
