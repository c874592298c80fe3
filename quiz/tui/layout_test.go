package tui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/session"
)

// frame is where a screen has what stands on all of them: the first and the last row that has text, the column that texts
// start in, and how long the rules by those rows are, if there are any. Rows and columns count from 0.
type frame struct{ title, keys, left, rule, foot int }

func frameOf(rows []string, ruled bool) frame {
	f := frame{title: -1, left: len(rows[0])}
	for i, r := range rows {
		if strings.TrimSpace(r) == "" {
			continue
		}
		if f.title < 0 {
			f.title = i
		}
		f.keys = i
		unmarked := strings.NewReplacer(markCursor, " ", markLook, " ", markFailed, " ", markOpen, " ", markTicked, " ", lineUpright, " ").Replace(r)
		if text := strings.TrimLeft(unmarked, " "); text != "" {
			f.left = min(f.left, len(unmarked)-len(text))
		}
	}
	if ruled {
		f.rule, f.foot = ruleIn(rows[1]), ruleIn(rows[len(rows)-2])
	}
	return f
}

// ruleIn is how long the rule is that a row is, or 0.
func ruleIn(row string) int {
	row = strings.TrimSpace(row)
	if strings.Trim(row, lineHeavy+lineLight+lineDotted) != "" {
		return 0
	}
	return ansi.StringWidth(row)
}

// At one size of a terminal every screen has one frame: the title in the first row, the keys in the last, rules of one
// width, and texts that start in one column.
func TestOneFrame(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 16}, {80, 24}, {80, 40}, {116, 24}, {120, 40}, {160, 20}, {160, 50}, {200, 60}} {
		l := newLayout(size[0], size[1])
		want, body := frame{0, size[1] - 1, l.left, l.right - l.left, l.right - l.left}, 2
		if !l.tall { // which has no rules
			want.rule, want.foot, body = 0, 0, 1
		}
		for _, scene := range scenes {
			m, _ := openAt(size[0], size[1])
			rows := strings.Split(plain(scene.reach(t, m)), "\n")
			if got := frameOf(rows, l.tall); got != want {
				t.Errorf("%s at %v has the frame %+v, not %+v:\n%s", scene.name, size, got, want, strings.Join(rows, "\n"))
			}
			if !slices.ContainsFunc(rows[body:len(rows)-2], func(r string) bool { return startsAt(r, l.left) }) {
				t.Errorf("%s at %v has no text in column %d:\n%s", scene.name, size, l.left, strings.Join(rows, "\n"))
			}
		}
	}
}

// startsAt reports whether the text of a row starts in a column, whatever mark hangs left of it.
func startsAt(row string, column int) bool {
	mark := strings.TrimSpace(ansi.Cut(row, 0, column))
	return ansi.StringWidth(mark) < 2 && strings.TrimSpace(ansi.Cut(row, column, column+1)) != ""
}

// A title that leaves less than two columns to the fact beside it is cut, at the end of a word.
func TestTitleKeepsOffItsFact(t *testing.T) {
	m, _ := openAt(40, 12)
	for fact, want := range map[string]string{"11 of 12": "  For an engineering manager   11 of 12", "111 of 12": "  For an engineering manager  111 of 12", "111 of 120": "  For an engineering…        111 of 120"} {
		if got := ansi.Strip(m.layout.header(page{place: "For an engineering manager", fact: fact}, *m.palette)[0]); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What's hidden is counted in rows to choose, in parts where the break is between two, and else in lines.
func TestWhatIsHidden(t *testing.T) {
	choice, text := row{lines: lines("a")}, row{lines: lines("a"), text: true}
	part := row{lines: lines("a", "b"), text: true, part: true}
	for _, of := range []struct {
		rows []row
		at   view
		want string
	}{
		{[]row{choice, choice, text}, view{first: 0, last: 1}, "↓ one more row"},
		{[]row{text, text, text}, view{first: 1, last: 2}, "↑ 1 more · ↓ one more line"},
		{[]row{text, text, text}, view{first: 2, last: 3}, "↑ 2 more lines"},
		{[]row{part, part, part}, view{first: 0, last: 1}, "↓ 2 more parts"},
		{[]row{part, text, part}, view{first: 0, last: 1}, "↓ 3 more lines"},
		{[]row{part, text, part}, view{first: 1, last: 2}, "↑ 2 more lines · ↓ one more part"},
		{[]row{part, part, part}, view{first: 0, last: 1, begun: 1}, "↓ 3 more lines"},
		{[]row{part, choice}, view{first: 0, last: 1, cut: true}, "↓ one more line"},
		{[]row{part, choice}, view{first: 0, last: 1, cut: true, top: 1}, "↑ one more line"},
	} {
		if got := of.at.hidden(of.rows, 1); got != of.want {
			t.Errorf("%+v: %q, want %q", of.at, got, of.want)
		}
	}
}

// What stands below a list, whose rows have no room to say more, comes closer together before it takes the free line above the keys.
func TestTailLeavesALineFree(t *testing.T) {
	l := newLayout(80, 23)
	for n, blanks := range map[int]int{13: 3, 14: 2, 15: 2} { // those that part it from the header and from the list are always there
		p := page{rows: []row{{lines: make([]line, n), more: make([]line, 9)}}, tail: lines("one", "", "two")}
		for i := range p.rows[0].lines {
			p.rows[0].lines[i].text = "a"
		}
		out := l.whole(p, l.room(p))
		if got := len(out) - len(withoutBlanks(out)); got != blanks {
			t.Errorf("%d lines over it: %d blank ones", n, got)
		}
	}
}

// A part that doesn't fit is begun where two of its lines have room, and two are left over then.
func TestWhereAPartIsCut(t *testing.T) {
	for lines, begins := range map[int][]int{3: {0, 0, 0}, 4: {0, 0, 2, 2}, 5: {0, 0, 2, 3, 3}, 6: {0, 0, 2, 3, 4, 4}} {
		part := row{lines: make([]line, lines), text: true, part: true}
		for i := range part.lines {
			part.lines[i].text = "A."
		}
		for room, want := range begins {
			if got := len(begun(part, room)); got != want {
				t.Errorf("%d of %d lines are shown where there's room for %d", got, lines, room)
			}
		}
	}
}

// A part that's cut ends with a sentence, or isn't begun where that leaves too little of it.
func TestPartsEndWithASentence(t *testing.T) {
	for text, want := range map[string]string{
		"One.|Two|three. Four|five and|six.|Seven.":           "One.|Two|three.",
		"One|two|three|four|five.|Six.":                       "",
		"One.|Two|three|four|five.|Six.":                      "",
		"One.|He said|\"three.\" Four|five, six|seven.|Nine.": "One.|He said|\"three.\"",
	} {
		part := row{lines: lines(strings.Split(text, "|")...), text: true, part: true}
		var got []string
		for _, l := range begun(part, 4) {
			got = append(got, l.text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("of %q %q, want %q", text, got, want)
		}
	}
}

// A row under the cursor that fits only without the blank line above it is there from its first line on.
func TestRowThatJustFits(t *testing.T) {
	rows := []row{{lines: lines("above")}, {apart: true, lines: lines("a", "b", "c")}, {lines: lines("below")}}
	for _, l := range newLayout(40, 12).fit(page{at: list{cursor: 1}, flush: true, rows: rows}, 4, palette{}) {
		if ansi.Strip(l.text) == "a" {
			return
		}
	}
	t.Error("its first line is out of sight")
}

// The next part of a card begins in the room that's left, where two of its lines have that.
func TestPartsBegin(t *testing.T) {
	part := row{apart: true, text: true, part: true, lines: lines("a.", "b.", "c.", "d.", "e.")}
	for room, want := range map[int]string{ // beside the first part, a blank line and the count
		8: "a. b. c. d. e.   ↓ one more part",
		9: "a. b. c. d. e.  a. b. ↓ 3 more lines",
	} {
		var got []string
		for _, l := range newLayout(80, 24).fit(page{at: nowhere, flush: true, rows: []row{part, part}}, room, palette{}) {
			got = append(got, ansi.Strip(l.text))
		}
		if text := strings.Join(got, " "); text != want {
			t.Errorf("in %d lines: %q, want %q", room, text, want)
		}
	}
}

// A small home tells the step of a check-in in two lines, whether or not it's longer than one.
func TestStepOfACheckInTakesTwoLines(t *testing.T) {
	m, _ := openAt(40, 12)
	m = checkInDue(t, m)
	for title, want := range map[string]string{"Pair on the new tool": "› 1  Check-in due\n     Pair on the new tool\n  2  ",
		"Pair on a technology you learned recently":                                     "› 1  Check-in due: Pair on a technology\n     you learned recently\n  2  ",
		"Pair on a technology you learned recently with one who has never seen it used": "› 1  Check-in due: Pair on a technology\n     you learned recently with one who…\n  2  "} {
		m.session.Plan.Items[1].Step.Title = title
		if text := plain(m); !strings.Contains(text, want) || !strings.Contains(text, "level 2") {
			t.Errorf("%q:\n%s", title, text)
		}
	}
}

// What counts the parts of a text doesn't touch the text: it has a free row below, or that costs a line of the text; and nothing of it
// moves as a key is answered.
func TestCountOfPartsStandsFree(t *testing.T) {
	counted := 0
	for height := 20; height < 30; height++ {
		for _, card := range surveyCards(t, 80, height) {
			rows := strings.Split(plain(card), "\n")
			at := slices.IndexFunc(rows, func(r string) bool { return strings.HasPrefix(r, "    ↓ ") })
			if at < 0 {
				continue
			}
			if counted++; strings.TrimSpace(rows[at-1]) != "" {
				t.Errorf("%d rows:\n%s", height, plain(card))
			}
			for i, r := range strings.Split(plain(press(card, "space")), "\n")[:at-1] {
				if i > 3 && r != rows[i] { // below the title, with the mark of the plan
					t.Errorf("%d rows: %q has moved:\n%s", height, rows[i], plain(press(card, "space")))
				}
			}
		}
	}
	if counted < 40 {
		t.Errorf("%d counts", counted)
	}
}

// surveyCards are the cards of both surveys of the program, each with the screen to itself.
func surveyCards(t *testing.T, width, height int) []Model {
	var out []Model
	for _, row := range []string{"2", "3"} {
		cfg := config(width, height, &shelf{})
		cfg.Session = session.New(builtin(t), session.Saved{})
		m := press(New(cfg), row)
		for m = press(m, "1"); m.on == onQuestion; {
			several := m.session.Asking.Question.Several()
			if m = press(m, "1"); several {
				m = press(m, "enter")
			}
		}
		for i := range m.places() {
			out = append(out, m.openPlace(i, m.places()))
		}
	}
	return out
}
