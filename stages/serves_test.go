package stages_test

import (
	"testing"

	"waymark/stages"
)

// TestNouns fills in the nouns of those served: in the forms that a language has, and the last answer's where the
// person gave none, or one that's gone.
func TestNouns(t *testing.T) {
	s := stages.Serves{Note: "Auch {dem} im Haus, {customer} oder {customers}.", Options: []stages.Served{
		{ID: "clients", One: "Klientin", Many: "Klientinnen", Forms: map[string]string{"dem": "der Klientin"}},
		{ID: "users", One: "Nutzer", Many: "Nutzende", Forms: map[string]string{"dem": "dem Nutzer"}},
	}}
	for serves, want := range map[string]string{
		"clients": "Auch der Klientin im Haus, Klientin oder Klientinnen.",
		"users":   "Auch dem Nutzer im Haus, Nutzer oder Nutzende.",
		"":        "Auch dem Nutzer im Haus, Nutzer oder Nutzende.",
		"gone":    "Auch dem Nutzer im Haus, Nutzer oder Nutzende.",
	} {
		if got := s.NoteFor(serves); got != want {
			t.Errorf("serving %q: %q", serves, got)
		}
	}
}
