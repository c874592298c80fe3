package tui

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/stages"
)

// clickOn clicks the line of the screen that shows a text.
func clickOn(t *testing.T, m Model, text string) Model {
	t.Helper()
	for y, row := range strings.Split(plain(m), "\n") {
		if strings.Contains(row, text) {
			next, _ := m.Update(tea.MouseClickMsg{X: 20, Y: y, Button: tea.MouseLeft})
			return next.(Model)
		}
	}
	t.Fatalf("nothing says %q:\n%s", text, plain(m))
	return m
}

func TestMouseChoosesWhatItPointsAt(t *testing.T) {
	m, keep := openAt(80, 24)
	m = clickOn(t, m, "Begin")
	m = clickOn(t, m, "2  Your work")
	if m.session.Setup.Profile.Work != "support" {
		t.Errorf("a click on your work chose %q", m.session.Setup.Profile.Work)
	}
	m = untilKind(clickOn(t, m, "Begin"), stages.Ladder)
	id := m.session.Asking.Question.ID
	m = clickOn(t, m, "who took it up with them") // the second option
	if got := keep.saved[len(keep.saved)-1].Interview.Answers[id].Options; len(got) != 1 || got[0] != "at-2" {
		t.Errorf("a click answered %v", got)
	}
	m = untilKind(m, stages.Checklist)
	m = clickOn(t, m, "hang together")
	if !slices.Contains(m.session.Input().Ticked, "box-1") || m.on != onQuestion {
		t.Error("a click on a box does not tick it")
	}
}

// On every screen a click puts the cursor onto the row that it points at.
func TestMouseMovesTheCursorOfEveryScreen(t *testing.T) {
	moved := map[screen]bool{}
	for _, scene := range scenes {
		m, _ := openAt(80, 24)
		m = scene.reach(t, m)
		p := m.page()
		if p.at.cursor < 0 || m.field().open() && m.on != onSearch {
			continue
		}
		for row := range p.rows {
			m.pointed().cursor = row
			if got := m.page().at.cursor; got != row {
				t.Errorf("%s: the cursor is on row %d after a click on row %d", scene.name, got, row)
			}
			moved[m.on] = moved[m.on] || row > 0
		}
	}
	for _, on := range []screen{onStart, onSetup, onQuestion, onReview, onResult, onPlan, onSurvey, onStrengths, onSearch, onArrival, onCheckIn, onHistory, onCompare} {
		if !moved[on] {
			t.Errorf("no row to click on screen %d", on)
		}
	}
}

func TestMouseBesideTheRowsDoesNothing(t *testing.T) {
	m, _ := openAt(80, 24)
	rows := strings.Split(plain(m), "\n")
	for y := range 26 {
		next, _ := m.Update(tea.MouseClickMsg{Y: y})
		onRow := y < len(rows) && regexp.MustCompile(`^[ ›]+[1-8]  [A-Z]|^ +Stop any time`).MatchString(rows[y])
		if got := where(next.(Model)); onRow == (got == "home row 1") {
			t.Errorf("a click on line %d leads to %s", y, got)
		}
	}
}

func TestMouseOnATextDoesNothing(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(m, "?")
	for y := range 24 {
		if next, _ := m.Update(tea.MouseClickMsg{Y: y}); next.(Model).on != onHelp {
			t.Fatalf("a click on line %d leaves the keys", y)
		}
	}
}

func TestWheelMoves(t *testing.T) {
	m, _ := openAt(80, 24)
	for _, move := range []struct {
		button tea.MouseButton
		want   string
	}{{tea.MouseWheelDown, "home row 2"}, {tea.MouseWheelDown, "home row 3"}, {tea.MouseWheelUp, "home row 2"}} {
		next, _ := m.Update(tea.MouseWheelMsg{Button: move.button})
		if m = next.(Model); where(m) != move.want {
			t.Errorf("the wheel leads to %s, want %s", where(m), move.want)
		}
	}
}

func TestMouseOnlyWhereAskedFor(t *testing.T) {
	m, _ := openAt(80, 24)
	if m.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse is taken from people who want to copy text")
	}
	m.cfg.Mouse = true
	if m.View().MouseMode != tea.MouseModeCellMotion {
		t.Error("--mouse does nothing")
	}
}
