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

// TestNounsOfLevelsAndStrands fills them in wherever the check lets a level or a strand have them, and leaves the catalog
// as it is.
func TestNounsOfLevelsAndStrands(t *testing.T) {
	const said, want = "What a {customer} says.", "What a client says."
	s := stages.Serves{Options: []stages.Served{{ID: "clients", One: "client", Many: "clients"}}}
	levels := []stages.Level{{Line: said, About: said, Feels: said, ReliedOn: said, Trap: said, Next: said, Keep: said, Opens: said, Week: said,
		Scale: said, Others: []string{said}, NotYet: []string{said}}}
	l := s.Levels(levels, "clients")[0]
	for i, got := range []string{l.Line, l.About, l.Feels, l.ReliedOn, l.Trap, l.Next, l.Keep, l.Opens, l.Week, l.Scale, l.Others[0], l.NotYet[0]} {
		if got != want {
			t.Errorf("text %d of a level: %q", i, got)
		}
	}
	strands := []stages.Strand{{At: []string{said}}}
	if got := s.Strands(strands, "clients")[0].At[0]; got != want {
		t.Errorf("a strand: %q", got)
	}
	if levels[0].Line != said || levels[0].Others[0] != said || strands[0].At[0] != said {
		t.Errorf("the catalog has changed: %+v, %+v", levels, strands)
	}
}
