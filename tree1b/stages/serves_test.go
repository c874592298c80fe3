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

// TestNounsOfAShape fills them in wherever the check lets a shape have them.
func TestNounsOfAShape(t *testing.T) {
	s := stages.Serves{Options: []stages.Served{{ID: "clients", One: "client", Many: "clients"}}}
	got := s.Shape(&stages.Shape{Name: "One {customer}", Line: "You know one {customer}.", Text: "Meet other {customers}."}, "clients")
	if got.Name != "One client" || got.Line != "You know one client." || got.Text != "Meet other clients." {
		t.Errorf("%+v", got)
	}
}
