package tui

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// where describes what the person is on, so that a key and this are a whole test.
func where(m Model) string {
	switch m.on {
	case onStart:
		if !m.onHome() {
			return fmt.Sprintf("%s row %d", m.session.Assessment, m.start.list.cursor+1)
		}
		return fmt.Sprintf("home row %d", m.start.list.cursor+1)
	case onArrival:
		return fmt.Sprintf("arrival row %d", m.arrival.list.cursor+1)
	case onSetup:
		return fmt.Sprintf("profile row %d", m.setup.list.cursor+1)
	case onQuestion:
		open := map[unfolded]string{optionsOpen: "row", whyOpen: "why from", skipOpen: "skip row", noteOpen: "example row"}[m.question.open]
		cursor := m.question.list.cursor
		if m.question.open == skipOpen {
			cursor = m.question.skip.cursor
		}
		if m.question.open == whyOpen {
			cursor = m.question.why.scroll
		}
		return fmt.Sprintf("question %d %s %d", m.session.Asking.Position+1, open, cursor+1)
	case onReview:
		return fmt.Sprintf("review row %d", m.review.list.cursor+1)
	case onSearch:
		return fmt.Sprintf("go to row %d", m.search.list.cursor+1)
	case onResult:
		if m.result.page {
			return fmt.Sprintf("level row %d, open %d", m.result.level.cursor+1, m.result.level.open+1)
		}
		at := m.tabs()[m.tabIndex()]
		if at == tabNext {
			return fmt.Sprintf("next steps row %d, open %d", m.result.cards.cursor+1, m.result.cards.open+1)
		}
		return fmt.Sprintf("%s row %d", tabNames[at], m.result.list.cursor+1)
	case onPlan:
		return fmt.Sprintf("plan row %d", m.plan.list.cursor+1)
	case onCheckIn:
		return fmt.Sprintf("check-in %s row %d", m.session.Checking.Topic, m.checkin.list.cursor+1)
	case onSurvey:
		return fmt.Sprintf("%s result, open %d", m.session.Assessment, m.survey.cards.open+1)
	case onHistory:
		if m.history.open {
			return "what moved"
		}
		return fmt.Sprintf("history row %d", m.history.list.clamped(len(m.historyPage().rows)).cursor+1)
	case onStrengths:
		return fmt.Sprintf("strengths for %d, open %d", m.strengths.reader+1, m.strengths.cards.open+1)
	}
	return "keys"
}

// TestKeys presses keys from the first screen on; the first question is a ladder of five options.
func TestKeys(t *testing.T) {
	for _, test := range []struct{ keys, want string }{
		{"", "home row 1"},
		{"up", "home row 1"},
		{"down", "home row 2"},
		{"down down down down", "home row 3"},
		{"2", "crossroads row 1"},
		{"3", "surroundings row 1"},
		{"2 esc", "home row 2"},
		{"2 1", "question 1 row 1"},
		{"2 1 1 esc", "crossroads row 1"},
		{"2 1 1 esc 1", "question 2 row 1"},
		{"2 1 1 esc 2", "review row 1"},
		{"2 1 1 esc 2 esc", "crossroads row 2"},
		{"2 1 1 esc 3", "crossroads row 3"},
		{"2 1 1 esc 3 3", "question 1 row 1"},
		{"2 1 1 1 1", "crossroads result, open 0"},
		{"2 1 1 1 1 2", "crossroads result, open 2"},
		{"2 1 1 1 1 2 enter", "crossroads result, open 0"},
		{"2 1 1 1 1 esc", "crossroads row 1"},
		{"2 1 1 1 1 esc 1", "crossroads result, open 0"},
		{"2 1 1 1 1 esc 3", "question 1 row 1"},
		{"3 1 1 1 1 1", "surroundings result, open 0"},
		{"x", "home row 1"},
		{"?", "keys"},
		{"f1 esc", "home row 1"},
		{"enter", "profile row 1"},
		{"1", "profile row 1"},
		{"1 down down", "profile row 3"},
		{"1 4 enter esc", "home row 1"},
		{"1 4 1 2 enter 1", "question 1 row 1"},
		{"1 esc", "home row 1"},
		{"1 1", "question 1 row 1"},
		{"1 1 ?", "keys"},
		{"1 1 down ? ?", "question 1 row 2"},
		{"1 1 up", "question 1 row 1"},
		{"1 1 down down", "question 1 row 3"},
		{"1 1 down down down down down", "question 1 row 6"},
		{"1 1 down down down down down down down down", "question 1 row 7"},
		{"1 1 6", "question 1 row 1"},
		{"1 1 8", "question 1 row 1"},
		{"1 1 space", "question 1 row 1"},
		{"1 1 3", "question 2 row 1"},
		{"1 1 enter", "question 2 row 1"},
		{"1 1 down enter left", "question 1 row 2"},
		{"1 1 3 left", "question 1 row 3"},
		{"1 1 3 left right", "question 2 row 1"},
		{"1 1 3 left 4", "question 2 row 1"},
		{"1 1 left", "question 1 row 1"},
		{"1 1 right", "question 1 row 1"},
		{"1 1 0", "question 1 skip row 1"},
		{"1 1 0 down down down", "question 1 skip row 3"},
		{"1 1 down 0 esc", "question 1 row 2"},
		{"1 1 0 4", "question 1 skip row 1"},
		{"1 1 0 2", "question 2 row 1"},
		{"1 1 tab", "question 1 why from 1"},
		{"1 1 tab down", "question 1 why from 1"}, // it fits,
		{"1 1 down tab tab", "question 1 row 2"},
		{"1 1 tab esc", "question 1 row 1"},
		{"1 1 9", "question 1 example row 1"},
		{"1 1 9 1 0 ? / j esc", "question 1 row 1"},
		{"1 1 down down 9 x enter", "question 1 row 3"},
		{"1 1 down down 9 x esc", "question 1 row 3"},
		{"1 1 9 x enter", "question 1 row 1"},
		{"1 1 down down down down down enter", "question 1 example row 6"},
		{"1 1 down down down down down down enter", "question 1 skip row 1"},
		{"1 1 esc", "home row 1"},
		{"1 1 3 esc 1", "question 2 row 1"},
		{"1 1 3 esc enter", "question 2 row 1"},
		{"1 1 3 esc 2", "review row 1"},
		{"1 1 3 esc 2 down down", "review row 1"},
		{"1 1 3 esc 2 1", "question 2 row 1"},
		{"1 1 3 esc 2 enter", "question 1 row 3"},
		{"1 1 3 esc 2 enter 4", "review row 1"},
		{"1 1 3 esc 2 enter esc", "review row 1"},
		{"1 1 3 esc 2 enter left", "question 1 row 3"},
		{"1 1 3 esc 3", "home row 3"},
		{"1 1 3 esc 3 3", "profile row 1"},
		{"1 1 3 esc 3 up enter", "review row 1"},
	} {
		t.Run(test.keys, func(t *testing.T) {
			m, _ := openAt(80, 24)
			if got := where(press(m, keys(test.keys)...)); got != test.want {
				t.Errorf("%q leads to %s, want %s", test.keys, got, test.want)
			}
		})
	}
}

// TestResultKeys presses keys on the result of someone at level 2.
func TestResultKeys(t *testing.T) {
	for _, test := range []struct{ keys, want string }{
		{"", "where row 0"},
		{"left", "where row 0"},
		{"down", "where row 1"},
		{"down down", "where row 2"},
		{"up", "where row 1"},
		{"down enter", "review row 1"},
		{"right", "why row 0"},
		{"right down", "why row 2"},
		{"right down enter", "question"},
		{"right right", "next steps row 1, open 0"},
		{"right right right", "next steps row 1, open 0"},
		{"right right down enter", "next steps row 2, open 2"},
		{"right right 3", "next steps row 3, open 3"},
		{"right right 3 3", "next steps row 3, open 0"},
		{"right right 1 3", "next steps row 3, open 3"},
		{"right right enter enter", "next steps row 1, open 1"}, // put it into your plan
		{"right right enter esc", "next steps row 1, open 0"},
		{"right right enter up", "next steps row 1, open 1"},
		{"right right enter down down", "next steps row 3, open 3"},
		{"right right enter down down up", "next steps row 2, open 2"},
		{"right right enter down down down down", "next steps row 3, open 3"},
		{"right right enter down down down down esc", "next steps row 3, open 0"},
		{"right right enter 9", "next steps row 4, open 0"},
		{"right right 7", "next steps row 1, open 0"},
		{"right right 1 tab 0", "next steps row 2, open 0"},
		{"right right 9", "next steps row 4, open 0"},
		{"right right 9 enter", "next steps row 4, open 4"},
		{"right right 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9", "next steps row"},
		{"right right down down down enter", "next steps row 4, open 0"},
		{"right right 0", "next steps row 2, open 0"},
		{"right right 0 0", "next steps row 2, open 0"},
		{"right right 0 0 0", "next steps row 5, open 0"},
		{"tab", "level row 1, open 0"},
		{"tab down enter", "level row 2, open 0"}, // its text stands beside it
		{"tab 3", "level row 3, open 0"},
		{"tab 3 esc", "where row 0"},
		{"tab 3 left", "where row 0"},
		{"tab tab", "where row 0"},
		{"tab esc", "where row 0"},
		{"tab down esc esc", "home row 2"},
		{"right right space esc 1", "plan row 1"},
		{"right right space esc 1 5", "next steps row 1, open 0"},
		{"right right space esc 1 5 esc", "plan row 5"},
		{"esc 1", "plan row 1"},
		{"esc 1 esc", "home row 1"},
		{"esc 6", "strengths for 1, open 0"},
		{"esc 6 tab", "strengths for 2, open 0"},
		{"esc 6 2", "strengths for 1, open 2"},
		{"esc 6 esc", "home row 6"},
		{"esc 6 2 esc", "strengths for 1, open 0"},
		{"right right left", "why row 0"},
		{"?", "keys"},
		{"right ? esc", "why row 0"},
		{"esc", "home row 2"},
		{"esc 2", "where row 0"},
		{"esc 3", "profile row 1"},
	} {
		t.Run(test.keys, func(t *testing.T) {
			m, _ := openAt(80, 24)
			if got := where(press(finished(t, m), keys(test.keys)...)); !strings.HasPrefix(got, test.want) {
				t.Errorf("%q leads to %s, want %s", test.keys, got, test.want)
			}
		})
	}
}

func TestChecklistKeys(t *testing.T) {
	for _, test := range []struct {
		keys, ticked string
		none         bool
	}{
		{"", "", false},
		{"1", "1", false},
		{"1 1", "", false},
		{"1 3", "1 3", false},
		{"down space", "2", false},
		{"1 3 6", "", true},
		{"6", "", true},
		{"6 6", "", false},
		{"6 2", "2", false},
		{"7", "", false},
		{"1 tab esc", "1", false},
		{"1 0 esc", "1", false},
		{"enter", "1", false},
		{"1 down enter", "1 2", false},
		{"1 end up up enter", "", true}, // none of these
	} {
		t.Run(test.keys, func(t *testing.T) {
			m, _ := openAt(80, 24)
			m = press(untilKind(m, stages.Checklist), keys(test.keys)...)
			var ticked []string
			for i, o := range m.session.Asking.Order {
				if slices.Contains(m.session.Input().Ticked, m.session.Asking.Question.Options[o].ID) {
					ticked = append(ticked, fmt.Sprint(i+1))
				}
			}
			if got := strings.Join(ticked, " "); got != test.ticked || m.session.Input().None != test.none {
				t.Errorf("%q ticks %q, none %v; want %q, %v", test.keys, got, m.session.Input().None, test.ticked, test.none)
			}
		})
	}
}

func TestChecklistGoesOnOnlyWithAnAnswer(t *testing.T) {
	m, keep := openAt(80, 24)
	m = untilKind(m, stages.Checklist)
	id, saves := m.session.Asking.Question.ID, len(keep.saved)
	m = press(m, "enter")
	if m.session.Asking.Question.ID != id || len(m.session.Input().Ticked) != 1 {
		t.Errorf("Enter does not tick the box:\n%s", plain(m))
	}
	m = press(m, "space", "end", "up", "up")
	press(m, "enter")
	a, ok := keep.saved[len(keep.saved)-1].Interview.Answers[id]
	if !ok || a.Options == nil || len(a.Options) != 0 || len(keep.saved) != saves+1 {
		t.Errorf("none of these is kept as %+v, %v", a, ok)
	}
}

// Every answer is kept before the next question shows.
func TestEveryAnswerIsKeptAtOnce(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(m, "1", "1")
	for m.on == onQuestion {
		id, saves := m.session.Asking.Question.ID, len(keep.saved)
		m = m.answerAt(2)
		if len(keep.saved) != saves+1 {
			t.Fatalf("the answer to %s was saved %d times", id, len(keep.saved)-saves)
		}
		if _, ok := keep.saved[saves].Interview.Answers[id]; !ok {
			t.Fatalf("the answer to %s is not in what was saved", id)
		}
	}
	if len(keep.finished) != 1 {
		t.Errorf("%d results kept, want 1", len(keep.finished))
	}
}

// A save that fails stays on the question and says so; the same key then tries again.
func TestFailedSaveStaysOnTheQuestion(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(m, "1", "1")
	id := m.session.Asking.Question.ID
	keep.full = true
	m = press(m, "2")
	if m.on != onQuestion || m.session.Asking.Question.ID != id || !strings.Contains(plain(m), "× Not saved") {
		t.Fatalf("after a failed save:\n%s", plain(m))
	}
	keep.full = false
	m = press(m, "2")
	if m.session.Asking.Question.ID == id || strings.Contains(plain(m), "Not saved") {
		t.Errorf("after the disk has room again:\n%s", plain(m))
	}
}

// A changed answer is kept, and the rest is planned anew from it.
func TestChangedAnswer(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(m, "1", "1", "1")
	first := m.session.Attempt().Interview.Asked[0]
	before := m.session.Attempt().Interview.Answers[first].Options[0]
	m = press(m, "left", "5")
	if got := m.session.Attempt().Interview.Answers[first].Options[0]; got == before {
		t.Errorf("the answer is still %s", got)
	}
	if got := keep.saved[len(keep.saved)-1].Interview; len(got.Asked) != 1 {
		t.Errorf("asked %v after one question was answered twice", got.Asked)
	}
	next, _ := m.session.Bank.Next(m.session.Attempt().Interview)
	if m.session.Asking.Question.ID != next.ID {
		t.Errorf("goes on with %s, want %s", m.session.Asking.Question.ID, next.ID)
	}
}

// Looking again without a change makes no new result.
func TestLookingAgainChangesNothing(t *testing.T) {
	m, keep := openAt(80, 24)
	m = finished(t, m)
	saves := len(keep.saved)
	m = press(m, keys("down enter enter")...)
	m = press(m, fmt.Sprint(m.question.list.cursor+1), "1")
	if len(keep.saved) != saves || len(keep.finished) != 1 || m.on != onResult {
		t.Errorf("%d saves, %d results, on %s", len(keep.saved)-saves, len(keep.finished), where(m))
	}
}

// A changed answer after the result gives a result of its own, of the same sitting.
func TestChangeAfterTheResult(t *testing.T) {
	m, keep := openAt(80, 24)
	m = finished(t, m)
	m = press(m, keys("down enter enter")...)
	other := "1"
	if m.question.list.cursor == 0 {
		other = "2"
	}
	m = press(m, other, "1")
	for m.on == onQuestion {
		m = m.answerAt(2)
	}
	if len(keep.finished) != 2 || m.on != onResult {
		t.Fatalf("%d results, on %s", len(keep.finished), where(m))
	}
	if !keep.finished[0].Started.Equal(keep.finished[1].Started) {
		t.Error("the second result is of another sitting")
	}
}

// Quitting and starting again goes on at the same question, with all answers.
func TestResume(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(m, "1", "1").answerAt(1).answerAt(2)
	id := m.session.Asking.Question.ID
	again := New(config(80, 24, keep, keep.saved[len(keep.saved)-1]))
	if !strings.Contains(plain(again), "You stopped today at question 3 of 12 or more") {
		t.Errorf("home says:\n%s", plain(again))
	}
	if again = press(again, "1"); again.session.Asking.Question.ID != id {
		t.Errorf("goes on with %s, want %s", again.session.Asking.Question.ID, id)
	}
}

// An interview begun with content that has since lost a question goes on with the others.
func TestResumeUnderNewerContent(t *testing.T) {
	iv := stages.Interview{Seed: 7}
	iv = iv.With("long-gone", stages.Answer{Options: []string{"led"}})
	iv = iv.With("craft-ladder", stages.Answer{Options: []string{"also-gone"}})
	iv = iv.With("trust-ladder", stages.Answer{Options: []string{"at-2"}})
	m := press(New(config(80, 24, &shelf{}, session.Attempt{Assessment: stages.Stages, Interview: iv, Started: today, Saved: today})), "1")
	if m.on != onQuestion {
		t.Fatalf("on %s", where(m))
	}
	if m = press(m, keys("left left left left esc 2")...); len(m.review.asked) != 2 {
		t.Errorf("the review shows:\n%s", plain(m))
	}
	if _, kept := m.session.Attempt().Interview.Answers["long-gone"]; !kept {
		t.Error("the answer to the lost question is lost too")
	}
}

func TestExampleGoesWithTheAnswer(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(m, keys("1 1 9 L y o n")...)
	next, _ := m.Update(tea.PasteMsg{Content: " – 工場\x1b[31m, ראש\u202e"})
	m = press(next.(Model), "enter")
	if !strings.Contains(plain(m), `Your example: "Lyon – 工場`) {
		t.Errorf("screen:\n%s", plain(m))
	}
	id := m.session.Asking.Question.ID
	m = press(m, "2")
	got := keep.saved[len(keep.saved)-1].Interview.Answers[id].Evidence
	if !strings.HasPrefix(got, "Lyon – 工場") || strings.ContainsFunc(got, stages.Steers) {
		t.Errorf("kept %q", got)
	}
	m = press(m, keys("left 9 ! enter")...)
	if got := keep.saved[len(keep.saved)-1].Interview.Answers[id].Evidence; !strings.HasSuffix(got, "!") {
		t.Errorf("an example added to an answer is kept as %q", got)
	}
	if m.session.Asking.Question.ID != id {
		t.Errorf("went on to %s", m.session.Asking.Question.ID)
	}
}

func TestProfileChoosesTheExample(t *testing.T) {
	m, _ := openAt(120, 40)
	m = untilKind(press(m, keys("1 2 1")...), stages.Ladder)
	if text := plain(m); !strings.Contains(text, "A workaround a customer wanted") {
		t.Errorf("the example is not the one for support:\n%s", text)
	}
}

func TestSetupIsKept(t *testing.T) {
	for _, test := range []struct {
		keys  string
		quick bool
		want  session.Profile
	}{
		{"1 3 1 1", true, session.Profile{}}, {"1 3 3 1 1", false, session.Profile{}}, {"1 2 1", false, session.Profile{Work: "support"}},
		{"1 2 2 2 1", false, session.Profile{Work: "consulting"}}, {"1 2 2 2 2 1", false, session.Profile{}},
		{"1 4 A d a enter 1", false, session.Profile{Name: "Ada"}}, {"1 4 A d a enter 4 backspace enter 1", false, session.Profile{Name: "Ad"}},
	} {
		m, keep := openAt(80, 24)
		press(m, keys(test.keys)...)
		got := keep.saved[len(keep.saved)-1]
		if got.Profile != test.want || got.Interview.Quick != test.quick {
			t.Errorf("%q keeps %+v, quick %v", test.keys, got.Profile, got.Interview.Quick)
		}
	}
}

// While a question is looked at again, it says so, ← and → stay on it, and Esc leads back to the answers.
func TestLookingAgainStays(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(m, keys("1 1 1 2 3 esc 2 down enter")...)
	id := m.session.Asking.Question.ID
	if !strings.Contains(plain(m), "looking again") {
		t.Errorf("it does not say so:\n%s", plain(m))
	}
	for _, k := range keys("left right left") {
		if m = press(m, k); m.on != onQuestion || m.session.Asking.Question.ID != id {
			t.Fatalf("%s leads to %s", k, where(m))
		}
	}
	if m = press(m, "esc"); where(m) != "review row 2" {
		t.Errorf("Esc leads to %s", where(m))
	}
}

// Starting afresh takes a second Enter on the same row.
func TestStartingAfreshTakesTwo(t *testing.T) {
	for keys, want := range map[string]int{"3": 0, "3 enter": 1, "3 3": 1, "3 esc enter": 0, "3 up down enter": 0, "3 esc esc": 0} {
		m, keep := openAt(80, 24)
		m = press(m, "1", "1", "1", "esc")
		m = press(m, strings.Fields(keys)...)
		if keep.abandoned != want {
			t.Errorf("%q sets %d aside:\n%s", keys, keep.abandoned, plain(m))
		}
	}
}

func TestNoneOfTheseTickedAlready(t *testing.T) {
	m, keep := openAt(80, 24)
	m = untilKind(m, stages.Checklist)
	id := m.session.Asking.Question.ID
	press(m, "6", "enter")
	if a, ok := keep.saved[len(keep.saved)-1].Interview.Answers[id]; !ok || len(a.Options) != 0 {
		t.Errorf("Enter on none of these, ticked already, keeps %+v", keep.saved[len(keep.saved)-1].Interview.Answers)
	}
}

func TestReadOnlyReasonIsTold(t *testing.T) {
	cfg := config(80, 24, &shelf{})
	cfg.Session.ReadOnly, cfg.ReadOnlyReason = true, "This folder can't be written."
	if m := press(New(cfg), "1"); m.on != onStart || !strings.Contains(plain(m), "This folder can't be written.") {
		t.Errorf("screen:\n%s", plain(m))
	}
}

func TestSuspendAndStop(t *testing.T) {
	m, _ := openAt(80, 24)
	for k, want := range map[string]tea.Msg{"ctrl+c": tea.Interrupt(), "ctrl+z": tea.Suspend()} {
		if _, cmd := m.Update(keyPress(k)); cmd == nil || cmd() != want {
			t.Errorf("%s does nothing", k)
		}
	}
	if !m.View().AltScreen {
		t.Error("the screen that was there before would be written over")
	}
}

// The terminal's answer decides on the colours, unless none are wanted.
func TestBackgroundDecides(t *testing.T) {
	for _, test := range []struct {
		colour bool
		bg     color.Color
		want   string
	}{{true, color.Black, "232;164;92"}, {true, color.White, "154;82;0"}, {false, color.Black, ""}} {
		cfg := config(80, 24, &shelf{})
		cfg.Colour = test.colour
		m := New(cfg)
		if asks := m.Init() != nil; asks != test.colour {
			t.Errorf("colour %v: asks for the background %v", test.colour, asks)
		}
		next, _ := m.Update(tea.BackgroundColorMsg{Color: test.bg})
		if got := next.(Model).View().Content; !strings.Contains(got, test.want) || test.want == "" && strings.Contains(got, "38;2") {
			t.Errorf("colour %v on %v:\n%s", test.colour, test.bg, visible(got))
		}
		next, _ = next.Update(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
		if strings.Contains(next.(Model).View().Content, "[38") {
			t.Error("colours in a terminal that has none")
		}
	}
}

// What could not be kept is marked in the colour of failure.
func TestFailureHasItsColour(t *testing.T) {
	cfg, yes := config(80, 24, &shelf{full: true}), true
	cfg.Dark = &yes
	if got := press(New(cfg), "1", "1").View().Content; !strings.Contains(got, "240;138;132m×") || !strings.Contains(got, "240;138;132mNot started") {
		t.Errorf("screen:\n%s", visible(got))
	}
}

// An open field takes the width of the terminal.
func TestFieldTakesTheWidth(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(m, keys("1 1 9")...)
	for range 60 {
		m = press(m, "w")
	}
	if text := plain(resize(m, 40, 12)); strings.Contains(text, "w…") || strings.Count(text, "w") < 60 {
		t.Errorf("screen:\n%s", text)
	}
}

func TestLeaving(t *testing.T) {
	m, _ := openAt(80, 24)
	if _, cmd := m.Update(keyPress("esc")); cmd == nil || cmd() != tea.Quit() {
		t.Error("Esc on home does not leave")
	}
	m = press(m, "1", "1", "9")
	if _, cmd := m.Update(keyPress("ctrl+c")); cmd == nil || cmd() != tea.Interrupt() {
		t.Error("Ctrl+C does not stop while one writes")
	}
}

func TestReadOnlyWindow(t *testing.T) {
	m, keep := openAt(80, 24)
	finished(t, m)
	cfg := config(80, 24, &shelf{full: true})
	cfg.Session = session.New(cfg.Session.Bank, session.Saved{Results: keep.finished})
	cfg.Session.ReadOnly = true
	again := New(cfg)
	if again = press(again, "3"); again.on != onStart || !strings.Contains(plain(again), "open in another window") {
		t.Errorf("a second window begins anew:\n%s", plain(again))
	}
	if again = press(again, "2"); again.on != onResult {
		t.Error("a second window cannot read the result")
	}
	if again = press(again, keys("right down enter")...); again.on != onResult || !strings.Contains(plain(again), "another window") {
		t.Errorf("a second window changes an answer:\n%s", plain(again))
	}
}

func TestNoticesAreTold(t *testing.T) {
	cfg := config(80, 24, &shelf{})
	cfg.Notices = []string{"One result couldn't be read, so it was moved to set-aside. The others are fine."}
	m := New(cfg)
	if !strings.Contains(plain(m), "! One result couldn't be read") {
		t.Errorf("home says:\n%s", plain(m))
	}
	if m = press(m, "down"); strings.Contains(plain(m), "set aside") {
		t.Error("the notice stays after a key")
	}
}

func TestWhenOneStopped(t *testing.T) {
	for _, test := range []struct {
		ago  time.Duration
		want string
	}{
		{time.Hour, "today"}, {24 * time.Hour, "on Sunday"}, {4 * 24 * time.Hour, "on Thursday"},
		{10 * 24 * time.Hour, "on 27 March 2026"},
	} {
		m := New(config(80, 24, &shelf{}, session.Attempt{Assessment: stages.Stages, Saved: today.Add(-test.ago)}))
		if got := plain(m); !strings.Contains(got, "You stopped "+test.want) {
			t.Errorf("%v ago is told as %q, want %q", test.ago, got, test.want)
		}
	}
}

// The progress never goes back, whatever the interview does.
func TestProgressNeverGoesBack(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(m, "1", "1")
	last := 0.0
	for i := 0; m.on == onQuestion; i++ {
		if m.session.Progress < last {
			t.Fatalf("progress fell from %.2f to %.2f at question %d", last, m.session.Progress, m.session.Asking.Position+1)
		}
		last = m.session.Progress
		m = m.answerAt(1 + i%5)
	}
}

// The plan is kept at every change, and what is done stays.
func TestPlanIsKeptAtOnce(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(nextTab(finished(t, m)), "space")
	if len(keep.plan.Items) != 1 {
		t.Fatalf("the plan on disk: %+v", keep.plan)
	}
	m = press(m, keys("space space esc 1 space L y o n enter")...)
	item := keep.plan.Items[0]
	if item.Done == nil || item.Evidence != "Lyon" {
		t.Errorf("kept %+v", item)
	}
	m = press(m, "5")
	if slices.ContainsFunc(m.next(), func(a session.Advised) bool { return a.Step == item.Step.ID }) {
		t.Error("a step that is done is advised")
	}
	m = press(m, keys("esc 2 R u t h enter 4 3 1")...) // talked, no date; the next one in two weeks
	if keep.plan.Mentor != "Ruth" || keep.plan.CheckIn == nil || !keep.plan.CheckIn.Equal(today.AddDate(0, 0, 14)) {
		t.Errorf("kept %+v", keep.plan)
	}
	if home := plain(press(m, "esc")); !strings.Contains(home, "one done; check in on 20 April") {
		t.Errorf("home says\n%s", home)
	}
}

// With digits and Enter alone one gets from the start to a plan.
func TestDigitsAndEnterReachThePlan(t *testing.T) {
	for _, size := range sizes {
		m, keep := openAt(size[0], size[1])
		m = press(nextTab(finished(t, m)), "2", "enter")
		if len(keep.plan.Items) != 1 || !strings.Contains(plain(m), "Added to your plan.") {
			t.Errorf("at %v: the plan has %d items:\n%s", size, len(keep.plan.Items), plain(m))
		}
		if m = press(m, "enter"); len(keep.plan.Items) != 0 {
			t.Errorf("at %v it stays in the plan:\n%s", size, plain(m))
		}
	}
}

// An example may have several lines.
func TestExampleOfSeveralLines(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(m, keys("1 1 9 a ctrl+j b enter 2")...)
	id := m.session.Attempt().Interview.Asked[0]
	if got := keep.saved[len(keep.saved)-1].Interview.Answers[id].Evidence; got != "a\nb" {
		t.Errorf("kept %q", got)
	}
}

// A plan that cannot be saved is not shown as if it were.
func TestFailedPlanSaysSo(t *testing.T) {
	m, keep := openAt(80, 24)
	m = nextTab(finished(t, m))
	keep.full = true
	m = press(m, "space")
	if len(m.session.Plan.Items) != 0 || !strings.Contains(plain(m), "× Not saved") {
		t.Errorf("after a failed save:\n%s", plain(m))
	}
}

// The place's part in the gaps is told beside the level, and chooses the first action.
func TestSurroundingsBearOnTheResult(t *testing.T) {
	m, _ := openAt(80, 24)
	m = surveyed(press(finished(t, m), "esc"), "5", "lost")
	m = press(m, keys("esc esc 2")...)
	if text := plain(m); !strings.Contains(text, "your next steps harder") {
		t.Errorf("the result says\n%s", text)
	}
	m = press(nextTab(m), "1")
	if text := plain(m); !strings.Contains(text, "If blocked") {
		t.Errorf("the card says\n%s", text)
	}
}

func BenchmarkKey(b *testing.B) {
	m, _ := openAt(80, 24)
	m = press(m, "1", "1")
	moves := [2]tea.KeyPressMsg{keyPress("down"), keyPress("up")}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		next, _ := m.Update(moves[i%2])
		m = next.(Model)
		_ = m.View()
	}
}

// Each row of the skip keeps its reason.
func TestSkipKeepsItsReason(t *testing.T) {
	for i, reason := range stages.Skips() {
		m, keep := openAt(80, 24)
		m = press(m, keys("1 1")...)
		id := m.session.Asking.Question.ID
		press(m, "0", fmt.Sprint(i+1))
		if got := keep.saved[len(keep.saved)-1].Interview.Answers[id].Skip; got != reason {
			t.Errorf("row %d keeps %q, want %q", i+1, got, reason)
		}
	}
}

// What was typed stands in the field when it is opened again.
func TestExampleStandsInItsField(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(m, keys("1 1 9 L y o n esc 9 ! enter 2")...)
	first := m.session.Attempt().Interview.Asked[0]
	if got := keep.saved[len(keep.saved)-1].Interview.Answers[first].Evidence; got != "Lyon!" {
		t.Errorf("kept %q", got)
	}
}

// opening is the content with a first question of who one serves.
func opening() Model {
	c := catalog()
	c.Serves = stages.Serves{Ask: "Who do you mostly do your work for?", Why: "For the words.", Options: []stages.Served{
		{ID: "clients", Text: "Paying clients", One: "client", Many: "clients"}, {ID: "teams", Text: "Other teams", One: "team", Many: "teams"}}}
	each(c, func(q *stages.Question) { q.Ask = "What did a {customer} say?" })
	cfg := config(80, 24, &shelf{})
	cfg.Session = session.New(stages.NewBank(c), session.Saved{})
	return New(cfg)
}

// TestOpeningKeys presses keys on the first question, which has neither an example nor a skip.
func TestOpeningKeys(t *testing.T) {
	for _, test := range []struct{ keys, want, serves string }{
		{"1 1", "question 0 row 1", ""}, {"1 1 9", "question 0 row 1", ""}, {"1 1 0", "question 0 row 1", ""},
		{"1 1 3", "question 0 row 1", ""}, {"1 1 down down down", "question 0 row 2", ""}, {"1 1 left", "question 0 row 1", ""},
		{"1 1 2", "question 1 row 1", "teams"}, {"1 1 down enter", "question 1 row 1", "teams"}, {"1 1 2 left", "question 0 row 2", "teams"},
		{"1 1 2 left 1", "question 1 row 1", "clients"}, {"1 1 2 left right", "question 1 row 1", "teams"}, {"1 1 tab", "question 0 why from 1", ""},
		{"1 1 2 3 left", "question 1 row 3", "teams"}, {"1 1 esc", "home row 1", ""},
	} {
		m := opening()
		m = press(m, keys(test.keys)...)
		if got := where(m); got != test.want || m.session.Attempt().Profile.Serves != test.serves {
			t.Errorf("%q leads to %s, serving %q; want %s, %q", test.keys, got, m.session.Attempt().Profile.Serves, test.want, test.serves)
		}
		for _, size := range sizes {
			check(t, test.keys, resize(m, size[0], size[1]), size[0], size[1])
		}
	}
	m := opening()
	if text := plain(press(m, "1", "1", "2")); !strings.Contains(text, "What did a team say?") || !strings.Contains(text, "If several are true") || !strings.Contains(text, "← back") {
		t.Errorf("the first question:\n%s", text)
	}
	if text := plain(press(m, "1", "1")); !strings.Contains(text, "to begin with") || strings.Contains(text, "Skip") || strings.Contains(text, "If several") {
		t.Errorf("before it:\n%s", text)
	}
	for size, want := range map[[2]int]bool{{80, 16}: true, {80, 23}: true, {80, 24}: true, {40, 12}: false, {40, 40}: false} { // where there's room
		if text := plain(press(resize(m, size[0], size[1]), "1", "1", "2", "3", "3", "3")); strings.Contains(text, "If several are true") != want {
			t.Errorf("at %v, later on:\n%s", size, text)
		}
	}
	for rows, want := range map[int]bool{40: true, 12: false} { // the first ones say it at 40 columns as well
		if text := plain(press(resize(m, 40, rows), "1", "1", "2")); strings.Contains(text, "If several are true") != want {
			t.Errorf("at %d rows:\n%s", rows, text)
		}
	}
}

// What the answer under the cursor puts into the questions is seen as the cursor moves: below, beside and, where there's no
// room, on the page that says why.
func TestOpeningShowsItsWords(t *testing.T) {
	for _, test := range []struct {
		width, height int
		keys          string
	}{{80, 24, ""}, {120, 40, ""}, {40, 12, "tab"}} {
		for down, want := range []string{"What did a client say?", "What did a team say?"} {
			m := press(resize(opening(), test.width, test.height), keys("1 1")...)
			for range down {
				m = press(m, "down")
			}
			if text := plain(press(m, keys(test.keys)...)); !strings.Contains(text, want) {
				t.Errorf("%d columns, row %d:\n%s", test.width, down+1, text)
			}
		}
	}
	if text := plain(press(opening(), keys("1 1 1 tab")...)); strings.Contains(text, "You'd be asked") {
		t.Errorf("on a question that is:\n%s", text)
	}
}

// Two answers that disagree are said to, where the answers are listed.
func TestDisagreementIsSaid(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(m, "1", "1")
	for range 40 {
		if m.on != onQuestion {
			break
		}
		level := 3
		if m.session.Asking.Question.ID == "craft-ladder" {
			level = 5
		}
		if m.session.Asking.Question.ID == "design-ladder" {
			level = 1
		}
		m = m.answerAt(level)
	}
	m = press(seeAll(m), "down", "enter")
	if text := plain(m); m.on != onReview || !strings.Contains(text, "Two answers disagree") || strings.Count(text, "! ") < 1 {
		t.Errorf("screen:\n%s", text)
	}
	if m = press(m, "down"); !strings.Contains(plain(m), "Two answers disagree") {
		t.Error("it isn't said at the next row")
	}
}

// Enter on a strand goes to the first of its answers.
func TestStrandLeadsToItsAnswers(t *testing.T) {
	for i, strand := range []string{"craft", "customer", "design", "voice", "trust", "reach"} {
		m, _ := openAt(80, 24)
		m = finished(t, m)
		for range i + 1 {
			m = press(m, "down")
		}
		m = press(m, "enter")
		at := m.review.list.cursor
		if m.on != onReview || m.review.asked[at].Strand != strand || at > 0 && m.review.asked[at-1].Strand == strand {
			t.Errorf("%s leads to %s", strand, where(m))
		}
	}
}

// On a small screen Tab shows the step that a check-in asks about, and closes it again.
func TestCheckedStep(t *testing.T) {
	for _, row := range []struct {
		size  [2]int
		keys  string
		shows bool
	}{{[2]int{40, 12}, "1", false}, {[2]int{40, 12}, "1 tab", true}, {[2]int{40, 12}, "1 tab tab", false}, {[2]int{40, 12}, "1 tab esc", false},
		{[2]int{40, 12}, "1 tab enter", false}, {[2]int{80, 24}, "1 tab", false}} {
		m, _ := openAt(row.size[0], row.size[1])
		m = press(checkInDue(t, m), keys(row.keys)...)
		if got := m.on == onCheckIn && !strings.Contains(plain(m), "It's done"); m.on != onCheckIn || got != row.shows {
			t.Errorf("at %v after %q the step has the screen: %v\n%s", row.size, row.keys, got, plain(m))
		}
	}
	m, _ := openAt(40, 12)
	m = press(checkInDue(t, m), keys("1 tab")...)
	if top := press(m, "down"); plain(top) == plain(m) {
		t.Errorf("the step doesn't scroll:\n%s", plain(m))
	}
}

// There's as much room to write what happened as the terminal has, also once it's another.
func TestRoomToWrite(t *testing.T) {
	for size, rows := range map[[2]int]int{{40, 12}: 4, {80, 16}: 2, {80, 24}: 4, {120, 29}: 4, {120, 40}: 8} {
		m, _ := openAt(40, 12)
		m = press(checkInDue(t, m), keys("1 2 L y o n")...)
		next, _ := m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		m = next.(Model)
		if got := len(m.fieldLines(m.checkin.field)) - 1; got != rows || !strings.Contains(plain(m), "Lyon") {
			t.Errorf("at %v %d rows, want %d:\n%s", size, got, rows, plain(m))
		}
	}
}

// The bar behind the row under the cursor is as wide as elsewhere on a page whose list has the pane's place too.
func TestBarOfABroadPage(t *testing.T) {
	l, k := newLayout(120, 40).broad(), *newPalette(ThemeDark, dark, colorprofile.TrueColor)
	if got := lipgloss.Width(l.set(k, line{gutter: markCursor, text: "a"})); got != l.left+listWidth+1 {
		t.Errorf("it ends in column %d", got)
	}
	long := strings.Repeat("a", 100)
	if got := l.set(k, line{gutter: markCursor, text: long}); !strings.Contains(got, long) {
		t.Error("a longer row is cut")
	}
}

// The rows of a map lead to their cards.
func TestSurveyKeys(t *testing.T) {
	where := func(m Model) string {
		switch all := m.places(); {
		case m.on != onSurvey:
			return "away"
		case m.survey.cards.open >= 0:
			return "card of " + all[m.survey.cards.open].title
		default:
			return all[m.survey.cards.cursor].title
		}
	}
	for _, test := range []struct{ keys, want string }{
		{"", "Support and Service Leadership"},
		{"down down down down enter", "card of Engineering Management"},
		{"G", "Your wish to leave"},
		{"G enter", "card of Your wish to leave"},
		{"tab", "Support and Service Leadership"},
		{"2", "card of Product Management"},
		{"2 esc", "Product Management"},
		{"2 enter", "Product Management"},
		{"7", "card of Mastery Where You Are"},
		{"7 esc", "Mastery Where You Are"},
		{"2 right", "card of Software Engineering"},
		{"2 left left left", "card of Support and Service Leadership"},
		{"esc", "away"},
		{"2 esc esc", "away"},
	} {
		for _, size := range [][2]int{{80, 16}, {40, 12}, {120, 40}} {
			m, _ := openAt(size[0], size[1])
			if got := where(mapped(m, stages.Crossroads, keys(test.keys)...)); got != test.want {
				t.Errorf("at %v %q leads to %s, want %s", size, test.keys, got, test.want)
			}
		}
	}
	bare, _ := openAt(80, 24)
	bare = mapped(bare, stages.Crossroads)
	bare.survey.result.Snapshot.Crossroads.Roads, bare.survey.result.Scores = nil, &stages.SurveyScores{}
	check(t, "a survey without roads", bare, 80, 24)
	if bare = press(bare, keys("down enter space tab 1 esc")...); bare.on != onStart {
		t.Error("a survey without roads can't be left")
	}
}

// Space takes an experiment or a talk on and lets it go again, on the map and on its card. The steps of the result
// stay as they were.
func TestSurveysReachThePlan(t *testing.T) {
	for _, test := range []struct{ assessment, keys, want string }{
		{stages.Crossroads, "space", "[road-road-0]"},
		{stages.Crossroads, "space down space", "[road-road-0 road-road-1]"},
		{stages.Crossroads, "space space", "[]"},
		{stages.Crossroads, "2 space", "[road-road-1]"},
		{stages.Crossroads, "9", "[]"},
		{stages.Surroundings, "space", "[talk-wind-0]"},
		{stages.Surroundings, "8 space", "[]"}, // nothing to negotiate
	} {
		m, keep := openAt(80, 24)
		m = mapped(m, test.assessment, keys(test.keys)...)
		got := []string{}
		for _, i := range keep.plan.Items {
			got = append(got, i.Step.ID)
		}
		if fmt.Sprint(got) != test.want {
			t.Errorf("%q puts %v into the plan, want %s", test.keys, got, test.want)
		}
		check(t, test.keys, m, 80, 24)
	}
	m, _ := openAt(80, 24)
	m = finished(t, m)
	before := fmt.Sprint(m.next())
	m = surveyed(press(m, "esc"), "4", "need")
	m = press(m, keys("space esc esc 2")...)
	if after := fmt.Sprint(m.next()); len(m.session.Plan.Items) != 1 || before != after {
		t.Errorf("the steps were\n%s\nand are\n%s", before, after)
	}
	if text := plain(press(m, keys("esc 1")...)); !strings.Contains(text, "Try: Product road") || !strings.Contains(text, "by 20 April, in two weeks") {
		t.Errorf("the plan says\n%s", text)
	}
}

// Dates are moved, steps are taken out, and what a person noted is asked about first.
func TestPlanKeys(t *testing.T) {
	for _, test := range []struct{ keys, items, says string }{
		{"down right", "done, by 18 May", "By 18 May, in six weeks."},
		{"down right left left", "done, by 4 May", "By 4 May, in four weeks."},
		{"down left left left left left left", "done, by 6 April", "You can move it from today up to a year ahead."},
		{"right", "done, open", ""},
		{"5", "done, open", "When's your next check-in?"},
		{"5 4", "done, open", "Saved. Your next check-in is on 29 June, in twelve weeks."},
		{"5 5", "done, open", "Saved. There's no date for your next check-in."},
		{"5 esc right", "done, open", "Check in on 13 April, in seven days."},
		{"5 2 5 right", "done, open", "When's your next check-in?"},
		{"3 R u t h enter right right", "done, open", "Talk on 20 April, in two weeks."},
		{"down down down down right right right", "done, open", "Check in on 27 April, in three weeks."},
		{"down 9", "done", "Removed from your plan."},
		{"down down 9", "done", "Removed from your plan."},
		{"down 8", "done, open", "This week"}, // no digit but 9 takes out
		{"9", "done, open", "This removes your notes"},
		{"9 9", "open", "Removed from your plan."},
		{"9 down 9", "done", "Removed from your plan."},
		{"9 right 9", "done, open", "This removes your notes"},
		{"up down down down down down down down enter", "done", "Removed from your plan."},
		{"down a space", "done, done", "Two done. That's everything in your plan."},
		{"down space x enter", "done, done x", ""},
		{"down space x esc", "done, done", ""},
		{"space", "open, open", ""},
		{"down 9 9 9 9 9", "", "Nothing in your plan yet."},
	} {
		m, keep := openAt(80, 24)
		m = press(planned(t, m), keys(test.keys)...)
		var items []string
		for _, i := range keep.plan.Items {
			text := "open"
			switch {
			case i.Done != nil:
				text = "done"
			case i.By != nil:
				text = report.PlanItemFact(i)
			}
			items = append(items, strings.TrimSpace(text+" "+i.Evidence))
		}
		if got := strings.Join(items, ", "); got != test.items || !strings.Contains(plain(m), test.says) {
			t.Errorf("%q leaves %q, want %q, and %q:\n%s", test.keys, got, test.items, test.says, plain(m))
		}
	}
}

// What was written on a step stays while one adds to it, however long it is: in the plan, and at a check-in.
func TestMoreIsAddedToAStep(t *testing.T) {
	long := strings.Repeat("Lyon ", 300) + "in June"
	for name, to := range map[string]string{"the plan": "1", "a check-in": "1 2"} {
		m, keep := openAt(80, 24)
		m = checkInDue(t, m)
		if name == "the plan" {
			m = press(m, "2")
		}
		for i := range m.session.Plan.Items {
			m.session.Plan.Items[i].Evidence = long
		}
		m = press(m, keys(to+" ; R u t h enter")...)
		if got := keep.plan.Items; !slices.ContainsFunc(got, func(i session.Item) bool { return i.Evidence == long+";Ruth" }) {
			t.Errorf("in %s, on %s", name, plain(m))
		}
	}
}
