module github.com/motcua/motcua/internal/peers

go 1.26.0

require (
	github.com/motcua/motcua v0.0.0
	github.com/rickar/cal/v2 v2.1.13
)

replace github.com/motcua/motcua => ../..
