package npsp

import "runtime"

// Options say how messages are read. Nil is the zero value.
type Options struct {
	Lenient   bool // members nobody knows are flagged, not refused
	Strict    bool // Stream stops at the first line with an error
	Prompt    bool // Stream gives lines away as they come, not by the half megabyte
	Workers   int  // goroutines of Stream that read lines; 0 is as many as may run
	MaxLine   int  // bytes of the longest line Stream reads, which each worker and two more may hold; 0 is 16 MiB
	MaxFaults int  // errors Stream reports with their place; 0 is 1,000, below zero is none
}

const (
	usualLine   = 16 << 20
	usualFaults = 1000
)

// filled returns o without zero values.
func (o *Options) filled() Options {
	var f Options
	if o != nil {
		f = *o
	}
	if f.Workers <= 0 {
		f.Workers = runtime.GOMAXPROCS(0)
	}
	if f.MaxLine <= 0 {
		f.MaxLine = usualLine
	}
	if f.MaxFaults == 0 {
		f.MaxFaults = usualFaults
	}
	return f
}
