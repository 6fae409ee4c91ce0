// Package client speaks to payment gateways over HTTP: it sends what package gateway
// writes, and takes callbacks in.
//
// # Asking
//
// A [Platform] is the payment platform of the national portal, a [KeyPay] the gateway of
// that name. Messages are checked and signed before they are sent, replies are limited in
// size and read strictly enough to be relied on. Every call takes a context and ends in
// time. What only asks is asked again when the network fails; what opens a payment is
// sent once, for nobody knows what became of it: ask.
//
// # Being told
//
// A [Handler] takes callbacks. It believes nothing before the digest is verified, says
// nothing to whoever has no secret, and acknowledges nothing before the [Take] of its
// user returned nil, which should mean that the claim is on disk. Gateways say things
// twice, late, in another order and against one another: what an order makes of a set of
// claims is always the same, see package payment. A callback may also never come. So a
// payment of which nothing is heard is asked for with [Platform.Query]; and so is one
// whose callback is authentic but says what cannot be, or comes a day too late: a Handler
// has these kept as [Odd] before it answers, and [Odds] keeps them on a Log and asks.
//
// # What is never told
//
// Errors, logs and statuses hold no secret, no digest, no URL and no value of a message
// but the reference of the attempt.
//
// Package simulator is a gateway that behaves badly, for tests.
package client
