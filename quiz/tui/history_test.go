package tui

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/content"
	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// overYear is someone with four results in a year, at levels 1, 1, 3 and 2, and a step done before the last; the
// third wanted to go elsewhere.
func overYear(t *testing.T, m Model) Model {
	t.Helper()
	m = press(nextTab(finished(t, m)), "space")
	keep := m.cfg.Store.(*shelf)
	last := keep.finished[0]
	keep.finished = nil
	for i, level := range []int{1, 1, 3, 2} {
		r := last
		r.Saved = today.AddDate(0, []int{-12, -8, -5, 0}[i], 0)
		r.Started = r.Saved.Add(-time.Hour)
		r.Placement.Level = &level
		r.Placement.Strands = slices.Clone(r.Placement.Strands)
		r.Placement.Strands[4].Level, r.Placement.Strands[4].Spike = &level, 0
		if i == 0 {
			r.Placement.Strands[1].Level = nil
		}
		keep.finished = append(keep.finished, r)
	}
	changed := &keep.finished[2]
	changed.Interview = changed.Interview.With("craft-ladder", stages.Answer{Skip: stages.NoChance})
	m.session.Results = map[string]session.Result{stages.Stages: keep.finished[3]}
	m.session.Previous = changed
	done := today.AddDate(0, -1, 0)
	m.session.Plan.Items[0].Done = &done
	return m.goHome()
}

func inHistory(t *testing.T, m Model, line string) Model {
	t.Helper()
	return press(press(overYear(t, m), keys("/ o v e r space t i m e enter")...), keys(line)...)
}

// TestHistoryKeys presses keys on the results over time of someone who has four.
func TestHistoryKeys(t *testing.T) {
	for _, test := range []struct{ keys, want, says string }{
		{"", "history row 1", "Down one level since 6 November 2025"},
		{"down down down down down", "history row 4", "6 April 2025"},
		{"tab", "what moved", "6 November 2025 – 6 April 2026"},
		{"down tab", "what moved", "6 August 2025 – 6 November 2025"},
		{"tab tab", "history row 1", ""},
		{"down tab esc", "history row 2", ""},
		{"down down down tab", "history row 4", ""}, // the first has none before it
		{"down down down space", "history row 4", "4 ■ 6 April 2025"},
		{"space", "history row 1", report.ComparedWithThis.String()},
		{"space space", "history row 1", report.ComparedByTurns.String()},
		{"down down down space up up up tab", "what moved", "6 April 2025 – 6 April 2026"},
		{"down down down space tab", "history row 4", ""}, // nor is it compared with itself
		{"down down down space space up tab", "what moved", "6 April 2025 – 6 August 2025"},
		{"space down tab", "what moved", "6 November 2025 – 6 April 2026"},
		{"enter", "where row 0", "You're at level 2"},
		{"2", "where row 0", "You're at level 3"},
		{"2", "where row 0", "Since 6 August 2025: up two levels"},
		{"2 esc", "history row 2", ""},
		{"2 esc esc", "home row 2", ""},
		{"4", "where row 0", "Your result of 6 April 2025"},
		{"?", "keys", "compare the others with this one"},
		{"? esc", "history row 1", ""},
		{"tab ?", "keys", "back to the results"},
		{"tab 3", "what moved", ""},
	} {
		m, _ := openAt(80, 24)
		m = inHistory(t, m, test.keys)
		if got := where(m); got != test.want || !strings.Contains(plain(m), test.says) {
			t.Errorf("%q leads to %s, want %s and %q:\n%s", test.keys, got, test.want, test.says, plain(m))
		}
	}
}

// What moved says what changed in the answers, and what was done meanwhile.
func TestWhatMoved(t *testing.T) {
	m, _ := openAt(80, 24)
	text := ""
	m = inHistory(t, m, "tab")
	for range 9 {
		text += plain(m) + "\n"
		m = press(m, "down")
	}
	text = strings.Join(strings.Fields(text), " ")
	for _, want := range []string{"From level 3 to 2 (may be chance).", "You finished \"", "(6 March)", report.AnswersChanged.String(), `"skipped (no chance yet)", then `} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	beside, _ := openAt(120, 40)
	if text := plain(inHistory(t, beside, "")); !strings.Contains(text, report.AnswersChanged.String()) {
		t.Errorf("it is not beside the rows:\n%s", text)
	}
	beside, _ = openAt(120, 40)
	if at := inHistory(t, beside, "tab"); at.history.open || strings.Contains(plain(at), "Tab") {
		t.Errorf("what is beside the rows opens as well:\n%s", plain(at))
	}
	small, _ := openAt(40, 12)
	if text := plain(inHistory(t, small, "tab end")); !strings.Contains(text, "no chance yet") || strings.Contains(text, "How sure") {
		t.Errorf("it does not scroll:\n%s", text)
	}
}

// The answers that changed stand below the results as long as they have room there, closer together where that's what it takes.
func TestAnswersThatChangedStandBelow(t *testing.T) {
	m, _ := openAt(120, 40) // 35 lines, of which one is blank
	parts := []report.Part{{Label: "a", Text: "1"}, {Label: "b", Text: "2"}, {Label: "c", Text: "3"}}
	for above, want := range map[int]struct{ below, beside int }{23: {10, 0}, 24: {9, 0}, 25: {7, 0}, 26: {7, 0}, 27: {0, 11}} {
		p := page{head: make([]line, above)}
		m.historyAnswers(&p, m.answerMoves(parts, m.layout.list), parts)
		if len(p.tail) != want.below || len(p.margin) != want.beside {
			t.Errorf("below %d lines: %d below, %d beside", above, len(p.tail), len(p.margin))
		}
	}
}

// Where one wants to go stands with the results, and can be said anew: the history is read again.
func TestAimFromHistory(t *testing.T) {
	aims := stages.Aims{Ask: "Where do you want to go?", Options: []stages.Aim{{ID: "stay", Text: "Stay"}, {ID: "onward", Text: "Onward"}}}
	c := catalog()
	c.Aims = aims
	m, keep := openAt(80, 24)
	m = overYear(t, m)
	m.session.Bank = stages.NewBank(c)
	for i := range keep.finished {
		keep.finished[i].Snapshot.Aims, keep.finished[i].Profile.Aim = aims, []string{"stay", "onward", "onward", "stay"}[i]
	}
	m.session.Results[stages.Stages] = keep.finished[3]
	open := keys("/ o v e r space t i m e enter down down down down")
	m = press(m, open...)
	if text := plain(m); !strings.Contains(text, "Your aim                Stay") {
		t.Errorf("the aim is not told:\n%s", text)
	}
	if text := plain(press(m, "tab")); !strings.Contains(text, "Now            Stay. Since 6 April 2026.") || !strings.Contains(text, "Before that    Onward. Since 6 August 2025.") ||
		!strings.Contains(text, "Before that    Stay. Since 6 April 2025.") {
		t.Errorf("the aims are not told:\n%s", text)
	}
	if asked := press(m, "enter"); asked.on != onQuestion || where(press(asked, "esc")) != "history row 5" {
		t.Errorf("asking leads to %s, and Esc to %s", where(asked), where(press(asked, "esc")))
	}
	if text := plain(press(m, keys("up enter right right")...)); strings.Contains(text, report.AskAim.String()) {
		t.Errorf("an earlier result asks anew:\n%s", text)
	}
	if m = press(m, "enter", "2"); where(m) != "history row 5" || !strings.Contains(plain(m), "Your aim                Onward") {
		t.Errorf("said anew: %s\n%s", where(m), plain(m))
	}
	if got := where(press(m, "esc")); !strings.HasPrefix(got, "home") {
		t.Errorf("then Esc leads to %s", got)
	}
	m.session.ReadOnly = true
	if read := press(m, "enter"); where(read) != "history row 5" || !strings.Contains(plain(read), "open in another window") || !strings.HasPrefix(where(press(read, "esc")), "home") {
		t.Errorf("in another window: %s\n%s", where(read), plain(read))
	}
	last := keep.finished[len(keep.finished)-1]
	if !last.Saved.Equal(today) || last.Aimed == nil || !last.Aimed.Equal(today) || len(m.history.read.Results) != 4 {
		t.Errorf("kept %v, aimed %v, %d results", last.Saved, last.Aimed, len(m.history.read.Results))
	}
}

// The two results whose strands stand below have the marks of those in their rows, and no row a path, whose marks mean something else;
// where the strands don't stand, each has its path.
func TestRowsHaveTheMarksOfTheStrandsBelow(t *testing.T) {
	m, _ := openAt(80, 24)
	m = overYear(t, m).openHistory()
	for at, want := range [][]string{{"◆", "●", " ", " "}, {" ", "◆", "●", " "}, {" ", " ", "◆", "●"}, {" ", " ", " ", "◆"}} {
		for i, mark := range want {
			row := strings.Split(plain(m), "\n")[rowOf(m, fmt.Sprintf("%d %s ", i+1, mark))]
			if !strings.Contains(row, fmt.Sprintf("%d %s ", i+1, mark)) || strings.Contains(row, markAhead) {
				t.Errorf("on %d, row %d: %q", at, i, row)
			}
		}
		m = press(m, "down")
	}
	keep := m.cfg.Store.(*shelf)
	keep.finished = keep.finished[:1]
	if one := plain(m.openHistory()); !strings.Contains(one, markAhead) || strings.Contains(one, "1 ◆") {
		t.Errorf("no path:\n%s", one)
	}
}

// Beside the last two results, nothing says again what the headline does; beside others, the level and the strands have their say, as
// they have where the headline doesn't speak of them.
func TestDetailsLeaveOutTheHeadline(t *testing.T) {
	m, _ := openAt(120, 40)
	m = overYear(t, m).openHistory()
	if pane := columns(m)[1]; strings.Contains(pane, "Strands") || strings.Contains(pane, "From level") || !strings.Contains(pane, "How sure") {
		t.Errorf("beside the last:\n%s", pane)
	}
	if pane := columns(press(m, "down"))[1]; !strings.Contains(pane, "Strands") || !strings.Contains(pane, "From level") {
		t.Errorf("beside another:\n%s", pane)
	}
	parts := []report.Part{{Label: report.StrandsMoved.String(), Text: report.NoneMoved.String()}, {Label: report.StrandsMoved.String(), Text: report.NoneAssessed.String()}}
	if got := m.unsaidAbove(0, parts); len(got) != 2 {
		t.Errorf("%v", got)
	}
	m.history.read.Results[1].Placement.Level = nil
	if pane := columns(m)[1]; !strings.Contains(pane, "Strands") {
		t.Errorf("without a level to compare:\n%s", pane)
	}
}

// Where one wants to go stands apart from the results: on a roomy screen in the column of what they came to, on a small one with a row
// free below.
func TestAimStandsApartFromResults(t *testing.T) {
	for size, want := range map[[2]int]string{
		{80, 24}: "      4   6 April 2025        level 1, Problem Solver, likely\n\n    Your aim                Bread\n\n",
		{40, 12}: "› 1   6 Apr 2025   level 1, likely\n\n  Aim  Bread\n\n",
	} {
		m, keep := openAt(size[0], size[1])
		m = overYear(t, m)
		c := catalog()
		c.Aims = stages.Aims{Options: []stages.Aim{{ID: stages.Stay, Text: "Bread"}}}
		m.session.Bank, m.sentence = stages.NewBank(c), line{}
		if size[0] == 40 {
			keep.finished = keep.finished[:1]
		}
		for i := range keep.finished {
			keep.finished[i].Snapshot.Aims, keep.finished[i].Profile.Aim = c.Aims, stages.Stay
		}
		if text := plain(m.openHistory()); !strings.Contains(text, strings.TrimPrefix(want, "  ")) {
			t.Errorf("%v: no %q in\n%s", size, want, text)
		}
	}
}

// On a small screen each of the aims is told in full, however many results there are.
func TestAimsAreToldInFull(t *testing.T) {
	german, faults := content.Load(os.DirFS("../../docs/examples/german"))
	if german == nil {
		t.Fatal(faults)
	}
	t.Cleanup(locale.Builtin("").Use)
	for language, aims := range map[string]stages.Aims{"": builtin(t).Catalog().Aims, "de": german.Aims} {
		locale.Builtin(language).Use()
		for results := 1; results <= 4; results++ {
			for _, aim := range aims.Options {
				m, keep := openAt(40, 12)
				m = overYear(t, m)
				c := catalog()
				c.Aims = aims
				m.session.Bank, m.sentence = stages.NewBank(c), line{}
				keep.finished = keep.finished[4-results:]
				for i := range keep.finished {
					keep.finished[i].Snapshot.Aims, keep.finished[i].Profile.Aim = aims, aim.ID
				}
				m = m.openHistory()
				if m = press(m, "end"); !strings.Contains(plain(m), "  "+aim.Text+"\n") {
					t.Errorf("%d results, %q:\n%s", results, aim.Text, plain(m))
				}
			}
		}
	}
}

// Of one result there is nothing to compare, and it says so; what cannot be read is told.
// From three results on, a wide terminal shows how each strand stood in all of them; of two, then and now say it.
func TestStrandsInEveryResult(t *testing.T) {
	for _, test := range []struct {
		width, results int
		shown          bool
	}{{116, 4, true}, {116, 2, false}, {115, 4, false}} {
		m, _ := openAt(80, 24)
		m = resize(inHistory(t, m, ""), test.width, 40)
		m.history.read.Results = m.history.read.Results[:test.results]
		if text := plain(m); strings.ContainsAny(text, "▁▂▄") != test.shown {
			t.Errorf("%d wide, %d results:\n%s", test.width, test.results, text)
		}
		if text := plain(press(m, "?")); strings.Contains(text, "a strand in each result") != test.shown {
			t.Errorf("%d wide, %d results, the marks:\n%s", test.width, test.results, text)
		}
	}
}

func TestHistoryOfOne(t *testing.T) {
	m, keep := openAt(80, 24)
	m = finished(t, m)
	keep.faults = []string{"One of your results (results/x.json) couldn't be read."}
	m = press(m, keys("/ o v e r space t i m e enter")...)
	if text := plain(m); !strings.Contains(text, "One result so far.") || !strings.Contains(text, keep.faults[0]) || strings.Contains(text, "compare") || strings.Contains(text, "│") {
		t.Errorf("screen:\n%s", text)
	}
	if got := where(press(m, "tab")); got != "history row 1" {
		t.Errorf("Tab leads to %s", got)
	}
	keep.finished = nil
	if m = m.readHistory(); !strings.Contains(plain(m), "No result yet.") || where(press(m, keys("down enter tab space 1")...)) != "history row 0" {
		t.Errorf("of none:\n%s", plain(m))
	}
}

// Home offers them once there are two, and welcomes someone back whose last result is a month old.
func TestComingBack(t *testing.T) {
	for _, test := range []struct {
		days  int
		says  string
		quiet bool
	}{{29, "", true}, {30, "Welcome back. Your last result is four weeks old.", false}, {200, "Welcome back. Your last result is six months old.", false}} {
		m, _ := openAt(80, 24)
		m = overYear(t, m)
		m.cfg.Now = func() time.Time { return today.AddDate(0, 0, test.days) }
		m = m.goHome()
		text := plain(m)
		if !strings.Contains(text, test.says) || strings.Contains(text, "Welcome") == test.quiet || !strings.Contains(text, "3  Results over time") {
			t.Errorf("after %d days:\n%s", test.days, text)
		}
		if on := m.session.Choices(m.cfg.Now())[m.start.list.cursor]; (on == session.ChooseAgain) == test.quiet {
			t.Errorf("after %d days the cursor is on %s", test.days, on)
		}
		if got := where(press(m, "3")); got != "history row 1" {
			t.Errorf("3 leads to %s", got)
		}
	}
}

// Where one wants to go is asked by its name from anywhere, amid a question too.
func TestAimFromAQuestion(t *testing.T) {
	aims := stages.Aims{Ask: "Where do you want to go?", Options: []stages.Aim{{ID: "stay", Text: "Stay"}, {ID: "onward", Text: "Onward"}}}
	c := catalog()
	c.Aims = aims
	m, keep := openAt(80, 24)
	m = overYear(t, m)
	m.session.Bank = stages.NewBank(c)
	last := keep.finished[3]
	last.Snapshot.Aims = aims
	m.session.Results[stages.Stages] = last
	m = m.goHome()
	for i, c := range m.session.Choices(today) {
		if c == session.ChooseBegin || c == session.ChooseAgain {
			m = press(m, fmt.Sprint(i+1))
		}
	}
	for range 3 { // its setup, and who the work is for
		if m.on == onSetup || m.session.Asking == nil {
			m = press(m, "1")
		}
	}
	if m.on != onQuestion {
		t.Fatalf("on %s", where(m))
	}
	if m = press(m, keys("/ w h e r e space y o u enter")...); m.on != onQuestion || m.session.Asking == nil || !m.session.Asking.Again {
		t.Errorf("then on %s:\n%s", where(m), plain(m))
	}
}

// Where the level stayed, a low screen says which strands moved. The mark of both is among the others, where they have room: those
// of one year leave it out.
func TestStrandsThatMovedAreSaid(t *testing.T) {
	for size, wants := range map[[2]int][]string{{40, 12}: {"Level 2 both times.", "trust 1 → 2, reach 3 → 2"}, {80, 24}: {"◆ 6 Apr  ● 6 Jan  ◉ both"}} {
		m, keep := openAt(size[0], size[1])
		m = overYear(t, m)
		keep.finished = keep.finished[2:]
		before, was := &keep.finished[0], []int{1, 3}
		before.Saved, before.Placement.Level = today.AddDate(0, -3, 0), keep.finished[1].Placement.Level
		before.Placement.Strands = slices.Clone(before.Placement.Strands)
		before.Placement.Strands[4].Level, before.Placement.Strands[5].Level = &was[0], &was[1]
		text := plain(press(m, keys("/ o v e r space t i m e enter")...))
		for _, want := range wants {
			if !strings.Contains(text, want) || strings.Contains(text, "2 → 2") {
				t.Errorf("%v shows no %q:\n%s", size, want, text)
			}
		}
	}
}
