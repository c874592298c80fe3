package tui

import (
	"slices"
	"strings"
	"testing"

	"waymark/quiz/session"
	"waymark/stages"
)

// A title breaks into lines about as long, and never inside a word.
func TestBalanced(t *testing.T) {
	for _, row := range []struct {
		text  string
		width int
		want  string
	}{
		{"Draw five systems: now, and in two years", 36, "Draw five systems:|now, and in two years"},
		{"Draw five systems: now, and in two years", 72, "Draw five systems: now, and in two years"},
		{"Take responsibility for interoperability", 38, "Take responsibility|for interoperability"},
		{"Craft", 36, "Craft"},
	} {
		if got := strings.Join(balanced(row.text, row.width), "|"); got != row.want {
			t.Errorf("%q in %d: %q, want %q", row.text, row.width, got, row.want)
		}
	}
}

// A step is told beside the list where there's room for all of every step; else what to do is under it, in the same row for each, and why
// beside it; else all beside it as far as the pane holds it. What's said of all steps is in sight in each.
func TestStepBesides(t *testing.T) {
	const closing = "Staying where you are"
	m, _ := openAt(160, 50)
	m = nextTab(finished(t, m))
	for _, row := range []struct {
		width, height int
		under, whole  bool
	}{{160, 50, false, true}, {120, 40, true, true}, {160, 30, true, true}, {160, 24, false, false}} {
		at, m := -1, resize(m, row.width, row.height)
		for _, k := range []string{"home", "down", "down"} {
			m = press(m, k)
			text := plain(m)
			all := strings.Split(text, "\n")
			what, why := lineOf(text, "This week"), lineOf(text, "Why this step")
			left := strings.Index(all[what], "This week") <= paneGap
			if left != row.under || (what > why) != row.under || at >= 0 && at != what || lineOf(text, closing) < 0 || strings.Contains(text, "more lines") == row.whole {
				t.Errorf("%v, after %s:\n%s", row, k, text)
			}
			at = what
		}
	}
	second := m.next()[1]
	i := slices.IndexFunc(m.result.ranked, func(a session.Advised) bool { return a.Words == second.Words })
	for _, lengthen := range []func(s *stages.Step, text string){func(s *stages.Step, text string) { s.Leaves = text }, func(s *stages.Step, text string) { s.NoChance = text }} {
		long := *second.Words
		lengthen(&long, strings.Repeat("A page with all that was said. ", 40))
		m.result.ranked[i].Words = &long
		for _, k := range []string{"home", "down", "down"} {
			if m = press(resize(m, 120, 40), k); len(m.page().tail) > 1 {
				t.Errorf("after %s, though one of the steps has no room beside and under the list:\n%s", k, plain(m))
			}
		}
	}
}

// An open step has the screen to itself, and the header says which of them it is.
func TestOpenStepHasTheScreen(t *testing.T) {
	for _, size := range [][2]int{{leastWidth, leastHeight}, {80, 23}, {80, 24}, {100, 40}} {
		m, _ := openAt(size[0], size[1])
		text := plain(press(nextTab(finished(t, m)), keys("2")...))
		if !strings.Contains(text, "step 2 of 3") || !strings.Contains(text, "› 2 □") || strings.Contains(text, "1 □") || strings.Contains(text, "3 □") {
			t.Errorf("%v:\n%s", size, text)
		}
	}
}

// A notice stands on the row of a count, so that the two don't read as one.
func TestNoticeBesideACount(t *testing.T) {
	for size, below := range map[[2]int]string{{leastWidth, leastHeight}: "↑↓", {80, 17}: "↑↓", {80, 24}: ""} {
		m, _ := openAt(size[0], size[1])
		m = nextTab(finished(t, m))
		long := *m.next()[0].Words
		long.Leaves = strings.Repeat("A page with all that was said. ", 12)
		m.result.ranked[0].Words = &long
		text := plain(press(m, keys("1 space")...))
		at := lineOf(text, "Added to your plan.")
		all := strings.Split(text, "\n")
		if under := strings.TrimSpace(all[at+1]); !strings.Contains(all[at], "↓ ") || !strings.HasPrefix(under, below) || under != "" && below == "" {
			t.Errorf("%v: the notice is in line %d:\n%s", size, at, text)
		}
	}
}

// A question of a check-in stands by itself on a small screen, whichever reply the cursor is on.
func TestCheckInQuestionStandsApart(t *testing.T) {
	m, _ := openAt(40, 12)
	m = press(checkInDue(t, m), keys("1 3")...)
	for i := range 5 {
		if text := plain(m); !strings.Contains(text, "\n\n  What's in the way?\n\n") {
			t.Errorf("on reply %d:\n%s", i+1, text)
		}
		m = press(m, "down")
	}
}

// A notice stands under a free line of the list and over one, and the line between the columns doesn't grow down to it.
func TestNoticeOnAFreeRow(t *testing.T) {
	m, _ := openAt(120, 40)
	m = nextTab(finished(t, m))
	before, after := plain(m), plain(press(m, "space"))
	all := strings.Split(after, "\n")
	at := lineOf(after, "Added to your plan.")
	if all[at-1] != "" || all[at+1] != "" || strings.Contains(all[at], "│") {
		t.Errorf("the notice is in line %d:\n%s", at, after)
	}
	if was, is := strings.Count(before, "│"), strings.Count(after, "│"); was != is {
		t.Errorf("the line between the columns had %d rows and has %d", was, is)
	}
}

// Where no blank line has room between two statements of a result, one goes on in the other.
func TestStatementsGoOn(t *testing.T) {
	reach := func(m Model) Model {
		return press(surveyed(press(finished(t, m), "esc"), "5", "lost"), keys("esc esc 2")...)
	}
	for height, apart := range map[int]bool{22: false, 23: true} {
		m, _ := openAt(80, height)
		all := strings.Split(plain(reach(m)), "\n")
		at := slices.IndexFunc(all, func(l string) bool { return strings.Contains(l, "Your workplace") })
		if strings.TrimSpace(all[at-1]) != "" || strings.HasPrefix(strings.TrimSpace(all[at]), "Your workplace") != apart {
			t.Errorf("%d rows high:\n%s", height, strings.Join(all, "\n"))
		}
	}
}
