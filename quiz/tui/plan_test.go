package tui

import (
	"slices"
	"strings"
	"testing"

	"waymark/quiz/session"
)

// The line of time of a step ends with the day it is due, in the plan, over its field and in a check-in. In the plan the bar of the
// row holds it too, and where a text follows, a blank line is between the two.
func TestTimeEndsWithItsDay(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(planned(t, m), "down")
	for name, at := range map[string]Model{"plan": m, "whole": press(m, "tab"), "field": press(m, "enter")} {
		text := plain(at)
		if !strings.Contains(text, markAhead+"  by 11 May") || strings.Count(text, "11 May") != 1 {
			t.Errorf("%s:\n%s", name, text)
		}
		all := strings.Split(text, "\n")
		if on := lineOf(text, "by 11 May"); name != "field" && (!strings.Contains(all[on-1], "› 2") || all[on+1] != "") {
			t.Errorf("%s: it touches a text:\n%s", name, text)
		}
		if name != "field" && !at.planPage().rows[1].lines[1].on {
			t.Errorf("%s: the bar ends above it", name)
		}
	}
	item := m.session.Plan.Items[1]
	m.session.Checking = &session.Checking{Step: item.Step.ID}
	if head := m.checkedAbout(&page{}, "about"); head[1] != m.ownTime(item, m.layout.text) {
		t.Errorf("a check-in has %q", head[1].text)
	}
}

// What the plan draws in time is the same wherever the cursor is.
func TestTimeStaysAsTheCursorMoves(t *testing.T) {
	for steps := 1; steps < 9; steps++ {
		m, _ := openAt(80, 24)
		m = planned(t, m)
		for len(m.session.Plan.Items) <= steps {
			m.session.Plan.Items = append(m.session.Plan.Items, m.session.Plan.Items[1])
		}
		m.session.Plan.Items[1].Evidence = "Lyon" // a line more under the cursor
		first := m.timing()
		for range m.planRows() {
			if m = press(m, "down"); m.timing() != first {
				t.Errorf("%d steps, %s: %+v, was %+v", steps, m.planRow(), m.timing(), first)
			}
		}
	}
}

// The labels of a step are quiet, one under the other, and so are their texts; nothing of it moves as it unfolds.
func TestStepInThePlanHasOneColumn(t *testing.T) {
	m, _ := openAt(80, 24)
	folded := press(planned(t, m), "down")
	item := folded.session.Plan.Items[1]
	whole := press(folded, "tab").thisWeek(item, 9)
	if brief := folded.thisWeek(item, 9); !slices.Equal(brief, whole[:len(brief)]) {
		t.Errorf("%v, unfolded %v", brief, whole)
	}
	text := plain(press(folded, "tab"))
	for _, pair := range [][2]string{{"This week", "Ask"}, {"With", "The account"}, {"You'll know", "When"}} {
		at := strings.Split(text, "\n")[lineOf(text, "  "+pair[0]+" ")]
		if strings.Index(at, pair[0]) != 8 || strings.Index(at, pair[1]) != 8+labelWidth {
			t.Errorf("%q", at)
		}
	}
}

// A step that unfolds in the plan moves nothing above it, hides rows below it rather than air, and Esc folds it.
func TestPlanUnfolds(t *testing.T) {
	m, _ := openAt(80, 20)
	folded := press(planned(t, m), "down")
	text := plain(press(folded, "tab"))
	if !strings.Contains(text, "\n\n  › 2") || !strings.Contains(text, "↓ ") || !strings.Contains(text, "Esc close") {
		t.Errorf("unfolded:\n%s", text)
	}
	for lines, counted := range map[int]bool{1: false, 20: true} {
		long := planned(t, m)
		long.session.Plan.Items[1].Step.First = strings.Repeat(strings.Repeat("Write ", 11)+"it. ", lines)
		if text := plain(press(long, keys("down tab")...)); strings.Contains(text, " more lines\n") != counted || strings.Contains(text, " more rows\n") {
			t.Errorf("%d lines:\n%s", lines, text)
		}
	}
	if back := press(folded, keys("tab esc")...); plain(back) != plain(folded) {
		t.Errorf("Esc leaves:\n%s", plain(back))
	}
}

// A row that is cut has no blank line above it, which would stand amid its text as it ends.
func TestCutRowHasNoAirAbove(t *testing.T) {
	l := newLayout(40, 12)
	tall := row{apart: true, air: true, lines: lines(strings.Split("a b c d e f g h i j k l m n", " ")...)}
	p := page{rows: []row{{lines: lines("first")}, tall}, at: list{cursor: 1}}
	room := l.room(p)
	for _, at := range l.fit(p, room, palette{}) {
		if at.empty() {
			t.Errorf("blank: %v", l.fit(p, room, palette{}))
		}
	}
	if over := l.overflow(p); over != len(tall.lines)-room+1 {
		t.Errorf("%d lines have no room", over)
	}
}
