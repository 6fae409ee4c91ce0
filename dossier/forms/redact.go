package forms

import (
	"fmt"
	"log/slog"
)

// show writes text for any verb of package fmt.
func show(s fmt.State, verb rune, text string) {
	fmt.Fprintf(s, fmt.FormatString(s, verb), text)
}

// String names the form and the dossier, and shows nobody.
func (f Form) String() string {
	switch {
	case f.Subject != nil:
		return "form " + f.ID + " of " + f.Subject.Code
	case f.Lines != nil:
		return fmt.Sprintf("form %s of %d dossiers", f.ID, len(f.Lines))
	}
	return "form " + f.ID
}

// Format is String for every verb of package fmt, %#v among them.
func (f Form) Format(s fmt.State, verb rune) { show(s, verb, f.String()) }

// LogValue is String.
func (f Form) LogValue() slog.Value { return slog.StringValue(f.String()) }

// String names the dossier and its procedure, and shows nobody.
func (s Subject) String() string { return s.Code + " of " + string(s.Procedure) }

// Format is String for every verb of package fmt, %#v among them.
func (s Subject) Format(state fmt.State, verb rune) { show(state, verb, s.String()) }

// LogValue is String.
func (s Subject) LogValue() slog.Value { return slog.StringValue(s.String()) }

// String names the type of the identity, and shows nobody.
func (p Party) String() string {
	if p.Identity == 0 {
		return "party without an identity"
	}
	return "party with an identity " + p.Identity.String()
}

// Format is String for every verb of package fmt, %#v among them.
func (p Party) Format(s fmt.State, verb rune) { show(s, verb, p.String()) }

// LogValue is String.
func (p Party) LogValue() slog.Value { return slog.StringValue(p.String()) }

// String numbers the request, and says nothing of it.
func (r Request) String() string { return fmt.Sprintf("request %d", r.Number) }

// Format is String for every verb of package fmt, %#v among them.
func (r Request) Format(s fmt.State, verb rune) { show(s, verb, r.String()) }

// LogValue is String.
func (r Request) LogValue() slog.Value { return slog.StringValue(r.String()) }

// String names the dossier and where it stands, and shows nobody.
func (l Line) String() string { return l.Subject.Code + ": " + l.State.String() }

// Format is String for every verb of package fmt, %#v among them.
func (l Line) Format(s fmt.State, verb rune) { show(s, verb, l.String()) }

// LogValue is String.
func (l Line) LogValue() slog.Value { return slog.StringValue(l.String()) }

// String says the title, and shows nobody.
func (g Signer) String() string { return "signer " + g.Title }

// Format is String for every verb of package fmt, %#v among them.
func (g Signer) Format(s fmt.State, verb rune) { show(s, verb, g.String()) }

// LogValue is String.
func (g Signer) LogValue() slog.Value { return slog.StringValue(g.String()) }
