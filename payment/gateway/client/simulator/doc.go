// Package simulator is a payment platform that behaves as badly as real ones do, for
// tests of whatever takes payments.
//
// # The idea
//
// A [Platform] is an http.Handler that answers INIT, QUERY and GET_BILL, and posts
// callbacks. It keeps its own truth, the money it really took. What it says of that is
// another matter: by its [Habits] it says things twice, late, in another order, with
// another amount or currency, with codes nobody knows, against one another, or not at
// all; it dies before or after it hears the answer; it plays old callbacks again; and
// somebody without the secret forges more. All of it follows from a seed.
//
//	p := simulator.New(seed, simulator.Bad())
//	…                       // open payments with a client.Platform
//	p.Pay("HD0001T1")       // the payer pays
//	for p.Deliver(ctx) {    // a callback each
//	}
//	p.Behave()              // from now on it tells the truth to whoever asks
//	p.Truth()               // what it took: all of it must be known by now
//
// However it behaves, it never says by its own digest that it took what it did not take,
// and never lies in the end to who asks. So whoever listens and then asks must know all
// that was taken and nothing else, and that is what a test asserts. [Platform.Complaints]
// tells what it has to say of the answers it got.
package simulator
