package motcua

import "github.com/motcua/motcua/internal/enum"

// Channel is the way in which a dossier is filed (kênh thực hiện).
type Channel uint8

// The channels, in the order of the portal's codes 1, 2 and 3 (kênh thực hiện
// trực tiếp, trực tuyến, bưu chính công ích). They are written "inPerson",
// "online" and "post".
const (
	ChannelInPerson Channel = iota + 1 // at the counter (trực tiếp)
	ChannelOnline                      // on a portal (trực tuyến)
	ChannelPost                        // by the public postal service (bưu chính công ích)
)

var channels = enum.New[Channel]("channel", "inPerson", "online", "post")

// String names c, or writes "channel(n)" when it has no name.
func (c Channel) String() string { return channels.String(c) }

// AppendText appends the name; an unset or foreign value is an error.
func (c Channel) AppendText(b []byte) ([]byte, error) { return channels.Append(b, c) }

// MarshalText writes the name; an unset or foreign value is an error.
func (c Channel) MarshalText() ([]byte, error) { return channels.Append(nil, c) }

// UnmarshalText reads a name; unknown text is a *ParseError.
func (c *Channel) UnmarshalText(text []byte) error {
	return unmarshalEnum(c, "channel", channels, text)
}
