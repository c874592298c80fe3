package tui

import (
	"strings"
	"testing"
)

// Where there's no air between the strands, each strength has the name of its own, and what unfolds is under its text.
func TestStrengthsNameTheirStrand(t *testing.T) {
	for _, height := range []int{23, 24} {
		m, _ := openAt(80, height)
		m = press(finished(t, m), keys("esc 6 2")...)
		for i, r := range m.strengthsPage().rows {
			if strand := m.strengths.list[i].Strand; !strings.Contains(r.lines[0].text, strand) {
				t.Errorf("row %d doesn't name %s: %q", i+1, strand, r.lines[0].text)
			}
		}
		const strand = 4 + 4
		for _, label := range []string{"It shows", "For a CV", "Based on"} {
			if !strings.Contains(plain(m), "\n"+strings.Repeat(" ", strand)+label+"  ") {
				t.Errorf("%d rows: %q isn't under the strand:\n%s", height, label, plain(m))
			}
		}
	}
}

// A strength stands in full or is counted below the list: its text is not to be quoted by halves.
func TestStrengthsStandInFull(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(finished(t, m), keys("esc 6")...)
	for i := range m.strengths.list {
		m.strengths.list[i].You = "You turned a request into a need, with the people who had it and those who'd pay for it."
	}
	for range m.strengths.list {
		if text := plain(m); strings.Contains(text, ellipsis) {
			t.Errorf("cut:\n%s", text)
		}
		m = press(m, "down")
	}
}

// Where all of a strength is in sight, Enter opens the answer that it's based on, where an example is added, and Esc leads back.
func TestEnterOpensTheAnswerOfAStrength(t *testing.T) {
	for size, to := range map[[2]int]string{{40, 12}: "down enter enter", {80, 24}: "down enter enter", {120, 40}: "down enter"} {
		m, _ := openAt(size[0], size[1])
		m = press(finished(t, m), keys("esc 6")...)
		on := m.strengths.list[1]
		if on.Question == m.strengths.list[0].Question {
			t.Fatal("the first two are of one answer")
		}
		at := press(m, keys(to)...)
		if at.on != onQuestion || at.session.Asking.Question.ID != on.Question {
			t.Errorf("%v: Enter leads to %s", size, where(at))
		}
		if at = press(at, "esc"); at.on != onStrengths {
			t.Errorf("%v: Esc leads to %s", size, where(at))
		}
	}
}
