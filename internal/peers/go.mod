module github.com/motcua/motcua/internal/peers

go 1.26.0

require (
	github.com/Rhymond/go-money v1.0.15
	github.com/google/go-cmp v0.7.0
	github.com/govalues/decimal v0.1.36
	github.com/govalues/money v0.2.4
	github.com/looplab/fsm v1.0.3
	github.com/motcua/motcua v0.0.0
	github.com/qmuntal/stateless v1.7.2
	github.com/rickar/cal/v2 v2.1.13
)

require golang.org/x/text v0.43.0 // indirect

replace github.com/motcua/motcua => ../..
