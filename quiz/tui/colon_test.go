package tui

import (
	"strings"
	"testing"
)

// A small screen names a step by what's before its colon, where not all of its title has room: on home in the row of the plan, and
// in the plan beside its box.
func TestTitlesEndAtTheirColon(t *testing.T) {
	m, _ := openAt(40, 12)
	m = planned(t, m)
	for i := range m.session.Plan.Items {
		if item := &m.session.Plan.Items[i]; item.Done == nil {
			item.Step.Title = "Draw five systems: now, and in two years"
		}
	}
	if text := plain(press(m, "end")); !strings.Contains(text, "  2 □ Draw five systems\n") {
		t.Errorf("the plan:\n%s", text)
	}
	m.session.Plan.CheckIn = nil
	if text := plain(m.goHome()); !strings.Contains(text, "Plan            Draw five systems\n") || strings.Contains(text, "Next:") {
		t.Errorf("home:\n%s", text)
	}
}
