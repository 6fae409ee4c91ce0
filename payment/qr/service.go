package qr

import "github.com/motcua/motcua/internal/enum"

// Initiation says whether a code is for one payment.
type Initiation uint8

// The initiations, written "static" and "dynamic" (EMVCo 11 and 12).
const (
	InitiationStatic  Initiation = iota + 1 // for many payments: a code on the wall
	InitiationDynamic                       // for one payment
)

var initiations = enum.New[Initiation]("initiation", "static", "dynamic")

// String names the value; it never fails.
func (i Initiation) String() string { return initiations.String(i) }

// MarshalText writes the name; an unset value is an error.
func (i Initiation) MarshalText() ([]byte, error) { return initiations.Append(nil, i) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (i *Initiation) UnmarshalText(text []byte) error { return initiations.Unmarshal(i, text) }

// Service says what a transfer goes to.
type Service uint8

// The services, written "account" and "card" (NAPAS QRIBFTTA and QRIBFTTC).
const (
	ServiceAccount Service = iota + 1 // a number of an account
	ServiceCard                       // a number of a card
)

var services = enum.New[Service]("service", "account", "card")

// String names the value; it never fails.
func (s Service) String() string { return services.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s Service) MarshalText() ([]byte, error) { return services.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *Service) UnmarshalText(text []byte) error { return services.Unmarshal(s, text) }

// The wire's words for the two, in their order.
var (
	initiationCodes = [...]string{"11", "12"}
	serviceCodes    = [...]string{"QRIBFTTA", "QRIBFTTC"}
)
