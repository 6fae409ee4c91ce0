module github.com/motcua/motcua/examples/store

go 1.26.0

require (
	github.com/google/go-cmp v0.7.0
	github.com/motcua/motcua v0.0.0
	go.etcd.io/bbolt v1.5.0
	pgregory.net/rapid v1.3.0
)

require (
	golang.org/x/sys v0.48.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/motcua/motcua => ../..
