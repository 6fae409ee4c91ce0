package gateway

import (
	"embed"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

//go:embed schema
var schemas embed.FS

// Documents returns the kinds of JSON document this package reads and writes. A schema
// says the shape of a message; what its Check finds besides is said by Check alone.
func Documents() []motcua.Document {
	return strict.Documents(schemas,
		kindOf[Init]("platformInit"), kindOf[Query]("platformQuery"), kindOf[Confirm]("platformConfirm"), kindOf[Answer]("platformAnswer"),
		kindOf[KeyPay]("keyPayRequest"), kindOf[KeyPayCallback]("keyPayCallback"), kindOf[Bill]("inquiryBill"),
	)
}

// kindOf is a kind of document by the message it is.
func kindOf[M Message](name string) strict.Kind {
	return strict.Kind{Name: name, Check: func(data []byte) motcua.Faults { _, faults := Parse[M](data); return faults }}
}
