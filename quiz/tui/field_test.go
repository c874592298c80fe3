package tui

import (
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/content"
	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// written are the screens on which a person has typed something.
var written = map[string]string{"example": "Lyon", "observer-example": "June", "plan-note": "Lyon", "check-in-evidence": "Lyon", "profile-name": "Ada"}

// A field looks as the row under the cursor does, over all of its rows, and what is typed is in sight at every size.
func TestFieldIsTheRowUnderTheCursor(t *testing.T) {
	for _, scene := range scenes {
		typed := written[scene.name]
		if typed == "" {
			continue
		}
		for _, size := range edges {
			m, _ := openAt(80, 24)
			next, _ := scene.reach(t, m).Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			m = next.(Model)
			check(t, scene.name, m, size[0], size[1])
			if !strings.Contains(plain(m), markCursor+" "+typed) {
				t.Fatalf("%s at %v has no cursor before what is typed:\n%s", scene.name, size, plain(m))
			}
			behind := 0
			for _, l := range m.layout.body(m.page(), *m.palette) {
				if l.chosen() {
					behind++
				}
			}
			if behind != m.field().rows {
				t.Errorf("%s at %v has a bar behind %d rows of a field of %d", scene.name, size, behind, m.field().rows)
			}
		}
	}
}

// An example is written under the answers where there is room for both, which stay in their places; else without them.
func TestExampleStandsUnderTheAnswers(t *testing.T) {
	const answer = "I told my lead"
	for size, want := range map[[2]int]bool{{80, 24}: false, {116, 16}: false, {120, 40}: true, {160, 50}: true} {
		m, _ := openAt(size[0], size[1])
		m = untilKind(m, stages.Ladder)
		before := plain(m)
		m = press(m, keys("9 L y o n")...)
		after := plain(m)
		if got := strings.Contains(after, answer); got != want {
			t.Errorf("%v has the answers: %t\n%s", size, got, after)
		}
		if want && lineOf(before, answer) != lineOf(after, answer) {
			t.Errorf("%v: the answers have moved from\n%s\nto\n%s", size, before, after)
		}
		above, _, _ := strings.Cut(strings.Split(after, "\n")[lineOf(after, "Your example")-2], lineUpright)
		if want && strings.TrimSpace(above) != "" {
			t.Errorf("%v: the example is one line below %q", size, above)
		}
	}
}

// What an example is asked for isn't quiet as the answers above it are.
func TestExampleIsAskedForInInk(t *testing.T) {
	cfg, yes := config(120, 40, &shelf{}), true
	cfg.Dark = &yes
	screen := press(untilKind(New(cfg), stages.Ladder), "9").View().Content
	for text, want := range map[string]bool{"  I told my lead": true, "Your example: what was it": false} {
		row := strings.Split(screen, "\n")[lineOf(screen, text)]
		if before, _, _ := strings.Cut(row, text); strings.Contains(before, "154;154;176") != want {
			t.Errorf("%q is quiet: %t\n%s", text, !want, visible(row))
		}
	}
}

// lineOf is the line of a screen that has a text.
func lineOf(screen, text string) int {
	before, _, _ := strings.Cut(screen, text)
	return strings.Count(before, "\n")
}

// No question of the built-in content, and no field for an example of it, is scrolled in a terminal of so many rows.
func TestQuestionsFitTheirScreen(t *testing.T) {
	german, faults := content.Load(os.DirFS("../../docs/examples/german"))
	if german == nil {
		t.Fatal(faults)
	}
	t.Cleanup(locale.Builtin("").Use)
	for language, c := range map[string]*stages.Catalog{"": builtin(t).Catalog(), "de": german} {
		locale.Builtin(language).Use()
		for _, size := range [][2]int{{80, 29}, {120, 29}, {160, 29}} {
			cfg := config(size[0], size[1], &shelf{})
			cfg.Session = session.New(stages.NewBank(c), session.Saved{})
			for i := range c.Questions {
				m := New(cfg).asked(&c.Questions[i])
				if hides(m) || hides(press(m, "9")) {
					t.Errorf("%q at %v: %s needs more:\n%s", language, size, c.Questions[i].ID, plain(m))
				}
			}
		}
	}
}

// asked is on a question, whatever would come next.
func (m Model) asked(q *stages.Question) Model {
	a := session.Asking{Question: q, Position: 3}
	for i := range q.Options {
		a.Order = append(a.Order, i)
	}
	m.session.Asking = &a
	return m.openQuestion()
}
