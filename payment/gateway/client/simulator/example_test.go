package simulator_test

import (
	"context"
	"fmt"

	"github.com/motcua/motcua/payment/gateway/client/simulator"
)

// A platform that says everything twice: what hears it must count it once.
func Example() {
	platform, listener := newPlatform(1, simulator.Habits{Twice: 100})
	open(platform, "HD0001T1")
	platform.Pay("HD0001T1")
	for platform.Deliver(context.Background()) {
	}
	fmt.Println("heard", len(listener.heard), "times")
	for _, x := range platform.Truth() {
		fmt.Println(x.Reference, x.Outcome, x.Amount, x.Acknowledged)
	}
	fmt.Println(platform.Complaints())
	// Output:
	// heard 2 times
	// HD0001T1 succeeded 25000 VND true
	// []
}

// The same seed behaves in the same way.
func ExampleNew() {
	platform := simulator.New(42, simulator.Bad())
	fmt.Println(len(platform.Truth()), simulator.Good() == simulator.Habits{})
	platform.Behave()
	// Output:
	// 0 true
}
