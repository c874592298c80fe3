package tui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// observing is the program on a sheet about Ada with three questions, of the size of another one.
func observing(m Model) Model {
	c := catalog()
	var questions []stages.Question
	for _, q := range c.Questions[:3] {
		questions = append(questions, *report.Observed(c, &q, "Ada"))
	}
	about := &stages.Catalog{ID: c.ID, Strands: c.Strands, Levels: c.Levels, Opinion: report.Opinion("Ada", "sheet.yaml", questions)}
	cfg := m.cfg
	cfg.Session = session.New(stages.NewBank(about), session.Saved{})
	cfg.Screen = [2]int{m.layout.width, m.layout.height}
	return New(cfg)
}

func TestObserverSkipsAtOnce(t *testing.T) {
	m, keep := openAt(80, 24)
	for _, skip := range []string{"0", "down down down down down down enter"} {
		m = press(observing(m), append([]string{"1"}, strings.Fields(skip)...)...)
		if id := m.session.Bank.Catalog().Opinion.Questions[0].ID; m.on != onQuestion || m.session.Asking.Position != 1 || keep.under[stages.Opinion].Interview.Answers[id].Skip != stages.NotSeen {
			t.Errorf("%q leads to\n%s", skip, plain(m))
		}
	}
}

// TestObserverOfALongName keeps the number of the question, where the name has no room beside it.
func TestObserverOfALongName(t *testing.T) {
	m, _ := openAt(40, 12)
	m = press(observing(m), "1")
	for name, want := range map[string]string{"Ada": "Question 1 of 3             About Ada", "Alexandrina Maximilian": "Question 1 of 3"} {
		c := *m.session.Bank.Catalog()
		c.Opinion.Title = "About " + name
		m.session.Bank = stages.NewBank(&c)
		if got := strings.TrimSpace(strings.Split(plain(m), "\n")[0]); got != want {
			t.Errorf("the header of %s is %q", name, got)
		}
	}
}

// TestObserverGoesNowhereElse goes all the way: it ends on the lobby, which Esc leaves, and no result is shown.
func TestObserverGoesNowhereElse(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(observing(m), keys("1 0 0 0")...)
	if m.on != onStart || !strings.Contains(plain(m), "Send sheet.yaml back to Ada.") || !strings.Contains(plain(m), "That was the last question.") || len(keep.finished) != 1 {
		t.Fatalf("it ends on\n%s", plain(m))
	}
	for _, way := range []string{"1 esc", "1 1", "1 end 1", "1 enter esc esc", "/ h o m e enter", "? esc", "1 enter 2 1"} {
		if at := press(m, keys(way)...); at.on != onStart || !at.session.Observing() || len(at.trail) > 0 {
			t.Errorf("%q leads to\n%s", way, plain(at))
		}
	}
	var named []string
	for _, to := range press(m, "/").search.all {
		named = append(named, to.name)
	}
	if want := []string{"Home", "Keys", "Your answers"}; !reflect.DeepEqual(named[:3], want) || len(named) != 6 {
		t.Errorf("one can go to %v", named)
	}
	if _, cmd := m.Update(keyPress("esc")); cmd == nil || reflect.TypeOf(cmd()) != reflect.TypeOf(tea.Quit()) {
		t.Error("Esc doesn't leave")
	}
	if at := press(observing(m), keys("1 esc")...); where(at) != "opinion row 1" && at.on != onStart {
		t.Errorf("Esc leads from the question to %s", where(at))
	}
}

// compared is the program on what Ruth answered about someone who finished.
func compared(t *testing.T, m Model) Model {
	t.Helper()
	r := finishedOnce()
	theirs := stages.Interview{}
	for i, id := range r.Interview.Asked {
		q, a := bank().Question(id), stages.Answer{Skip: stages.NotSeen}
		switch {
		case i%4 == 0:
			a = r.Interview.Answers[id]
		case i%4 < 3: // the highest, or the lowest
			a = stages.Answer{Options: []string{q.Options[(len(q.Options)-1)*(i%2)].ID}, Evidence: "The June outage"}
		}
		theirs = theirs.With(id, a)
	}
	opinions := report.NewOpinions(bank(), r, r.Interview, "Ada", []report.Rated{{Name: "Ruth", Interview: theirs}})
	cfg := m.cfg
	cfg.Opinions, cfg.Screen = &opinions, [2]int{m.layout.width, m.layout.height}
	cfg.Session.Results = map[string]session.Result{stages.Stages: r}
	return New(cfg)
}

// At 40 × 12 the strands, which are in the last row, come first. Each one's level stands above the list, and what is said of the row
// under the cursor is in it.
func TestCompareInLittleRoom(t *testing.T) {
	m, _ := openAt(40, 12)
	m = compared(t, m)
	for row, brief := range map[int]string{0: "you say 4 levels higher", 3: "3 the same, 3 near, 3 apart"} {
		at := press(m, "down", "enter") // to the rows
		for range row {
			at = press(at, "down")
		}
		if text := plain(at); !strings.Contains(text, brief) || !strings.Contains(text, "Level: you 2, Ruth 1–2.") {
			t.Errorf("row %d:\n%s", row+1, text)
		}
	}
	read := ""
	at := m
	for range 20 {
		read += plain(at)
		at = press(at, "down")
	}
	for _, part := range []string{"You're at level 2. Ruth's", "trust     ●━━┷━━┷━━┷◆─┴─  4 1", "reach ", "● Ruth", "reason to talk"} {
		if !strings.Contains(read, part) {
			t.Errorf("%q isn't in the last row:\n%s", part, read)
		}
	}
	if text := plain(resize(press(m, "enter"), 60, 40)); !strings.Contains(text, "Level: you") || !strings.Contains(text, "reach ") {
		t.Errorf("with more room:\n%s", text)
	}
	for keys, want := range map[string][2]string{"": {"  Levels", "↑↓ scroll  Enter questions  Esc home"}, "down": {"  Levels", "↑↓ scroll  Enter questions  Esc home"},
		"enter": {"  Second", "Enter open  Esc home"}, "enter end enter": {"  Levels", "↑↓ scroll  Esc back"}, "enter 1": {"  To talk", "↑↓ scroll  Esc close"}} {
		if text := plain(press(m, strings.Fields(keys)...)); !strings.HasPrefix(text, want[0]) || !strings.HasSuffix(text, want[1]) {
			t.Errorf("%q leads to\n%s", keys, text)
		}
	}
	for _, keys := range []string{"esc", "down esc", "enter esc", "enter end enter esc esc"} {
		if at := press(m, strings.Fields(keys)...); !at.onHome() {
			t.Errorf("%q doesn't lead home, but to\n%s", keys, plain(at))
		}
	}
	if text := plain(resize(m, 80, 24)); !strings.Contains(text, "› 1   Talk") || !strings.Contains(text, "reach ") {
		t.Errorf("where there's a pane's room:\n%s", text)
	}
}

// Each of the others has a mark of their own, in the strips and beside what they answered.
func TestCompareMarksEachOfThem(t *testing.T) {
	m, _ := openAt(80, 24)
	m = compared(t, m)
	r, ruth := finishedOnce(), stages.Interview{}
	omar := stages.Interview{}
	for _, id := range r.Interview.Asked {
		q := bank().Question(id)
		ruth = ruth.With(id, stages.Answer{Skip: stages.NotSeen})
		omar = omar.With(id, stages.Answer{Options: []string{q.Options[0].ID}})
	}
	o := report.NewOpinions(bank(), r, r.Interview, "Ada", []report.Rated{{Name: "Ruth", Interview: ruth}, {Name: "Omar", Interview: omar}})
	m.cfg.Opinions = &o
	m = m.openCompare()
	if text := plain(m); !strings.Contains(text, "    Level     ◆ you 2  ● Ruth none  ○ Omar 1\n\n              1     2     3     4     5       ◆   ●   ○\n") || !strings.Contains(text, "○━━━━━┷━━◆") || !strings.Contains(text, "2   ┄   1\n") {
		t.Errorf("%s", text)
	}
	if text := plain(resize(m, 40, 12)); !strings.Contains(text, "  ◆ you 2  ● Ruth none  ○ Omar 1\n\n") {
		t.Errorf("on a small screen:\n%s", text)
	}
	if text := plain(press(m, "1")); !strings.Contains(text, "○ Omar  ") || strings.Contains(text, "● Omar") || strings.Contains(text, "● Ruth  ") {
		t.Errorf("what Omar answered has the mark of Ruth:\n%s", text)
	}
	if text := plain(press(resize(m, 40, 12), keys("enter 1")...)); !strings.HasPrefix(text, "  To talk about first    ● Ruth  ○ Omar\n") {
		t.Errorf("the head of a small screen doesn't say whose marks they are:\n%s", text)
	}
	wide := resize(m, 120, 40)
	inked := *wide.palette
	inked.accent = inked.accent.Underline(true)
	wide.palette = &inked
	if label := fmt.Sprint(wide.compareCards()[0].lines); !strings.Contains(label, wide.palette.accent.Render(markYou)+wide.palette.quiet.Render(" You")) {
		t.Errorf("the person's mark beside the list has no accent: %q", label)
	}
	o.Observers[0].Placement = o.Observers[1].Placement
	for size, want := range map[[2]int]string{{40, 12}: "  Levels and strands             ◉ same\n  ◆ you 2  ● Ruth 1  ○ Omar 1\n\n", {80, 24}: "  ○ Omar 1  ◉ same\n", {120, 40}: "  ○ Omar 1  ◉ same "} {
		if text := plain(resize(m, size[0], size[1])); !strings.Contains(text, want) { // after the others
			t.Errorf("%v: what the mark of both means isn't in the key:\n%s", size, text)
		}
	}
	small := resize(m, 40, 12)
	if text := plain(small); !strings.Contains(text, "\n  reach ") || !strings.Contains(text, "\n  ↓ ") {
		t.Errorf("on a small screen a strand is out of sight:\n%s", text)
	}
	o.Names = []string{"Ruth of the long name", "Omar of the long name"}
	if text := plain(small); !strings.HasPrefix(text, "  Levels and strands             ◉ same\n  ◆ you 2  ● Ruth of the long name 1\n  ○ Omar of the long name 1\n\n") {
		t.Errorf("names that need more rows push out what the mark of both means:\n%s", text)
	}
	o.Names = []string{"Ruth", "Omar"}
	long := "Ruth of the name that's too long for a line"
	for _, c := range []struct {
		levels []int
		ruth   string
		says   string
	}{{[]int{2, 5, 1}, "Ruth", ""}, {[]int{5, 5, 1}, "Ruth", "you, Ruth"}, {[]int{2, 4, 4}, "Ruth", "Ruth, Omar"}, {[]int{4, 4, 4}, "Ruth", "you, Ruth, Omar"},
		{[]int{2, 4, 4}, long, "same"}, {[]int{2, 2, 4, 4}, "Ruth", "same"}} { // whose the mark of several is stands over it, or in the header what it is
		topic := report.Topic{Levels: c.levels, Parts: []report.Part{{Text: "A question?"}, {Label: "You"}, {Label: c.ruth}, {Label: "Omar"}, {Label: "Ruth"}}}
		for width, height := range map[int]int{40: 12, 80: 24, 160: 50} {
			at := resize(m, width, height)
			strip, key, says := fmt.Sprint(at.talkLines(topic)), at.otherMarks(topic), c.says
			if width > leastWidth {
				key = strip
			} else if says != "" {
				says = "same"
			}
			if strings.Contains(key, markShared+" ") != (says != "") || !strings.Contains(key, " "+says) || strings.Contains(strip, markShared) != (says != "") || strings.Contains(strip, markShared+"  "+markShared) {
				t.Errorf("%v at %d columns, %q:\n%s", c.levels, width, key, strip)
			}
		}
	}
}

// What is counted stands apart from what to talk about, but neither the strands nor what's said below the list goes for that.
func TestCountsStandApart(t *testing.T) {
	m, _ := openAt(80, 24)
	m = compared(t, m)
	const last, counts, said = "3   Talk: what you left behind                 Ruth says 3 levels higher\n", "    4   How far you agree", "You're at level 2. Ruth's"
	for height, want := range map[int]struct{ apart, says bool }{22: {}, 23: {apart: true}, 25: {says: true}, 26: {true, true}} {
		text := plain(resize(m, 80, height))
		if strings.Contains(text, last+"\n"+counts) != want.apart || strings.Contains(text, last+counts) == want.apart || strings.Contains(text, said) != want.says ||
			!strings.Contains(text, "reach ") || strings.Split(text, "\n")[2] != "" {
			t.Errorf("%d rows high:\n%s", height, text)
		}
	}
}

// Nothing opens where it's in sight already.
func TestCompareBesideThePane(t *testing.T) {
	m, _ := openAt(120, 40)
	m = compared(t, m)
	if strings.Contains(plain(m), "Enter") || plain(press(m, "enter")) != plain(m) {
		t.Errorf("Enter opens\n%s", plain(press(m, "enter")))
	}
	if at := press(m, "4"); at.compare.cards.cursor != 3 || !strings.Contains(plain(at), "You both answered") {
		t.Errorf("4 leads to\n%s", plain(at))
	}
	if at := press(resize(press(resize(m, 80, 24), "1"), 120, 40), "esc"); at.on == onCompare {
		t.Error("Esc closes what isn't seen to be open")
	}
}

func TestCompareOpensAndCloses(t *testing.T) {
	m, _ := openAt(80, 24)
	m = compared(t, m)
	if got := m.compare.topics; len(got) != 7 || m.on != onCompare {
		t.Fatalf("it opens on %+v", got)
	}
	for i, topic := range m.compare.topics {
		at := press(m, string(rune('1'+i)))
		if at.compare.cards.open != i || !strings.Contains(plain(at), strings.Fields(topic.Parts[0].Text)[0]) {
			t.Errorf("%d opens\n%s", i+1, plain(at))
		}
		if at = press(at, "esc"); at.compare.cards.open >= 0 || at.on != onCompare {
			t.Errorf("Esc leaves at once")
		}
	}
	if at := press(m, "esc"); at.on != onStart || !at.onHome() {
		t.Errorf("Esc leads to\n%s", plain(at))
	}
	if at := press(m, keys("esc / s e c o n d enter")...); at.on != onCompare {
		t.Errorf("it isn't found again:\n%s", plain(at))
	}
}
