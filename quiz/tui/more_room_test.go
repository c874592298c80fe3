package tui

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// A terminal of 24 rows has a row more than one of 23, and shows all that it does.
func TestMoreRoomNeverShowsLess(t *testing.T) {
	for _, scene := range scenes {
		for _, width := range []int{80, 120, 160} {
			m, _ := openAt(width, airyHeight)
			m = scene.reach(t, m)
			less, more := factsAt(m, airyHeight-1), factsAt(m, airyHeight)
			for word, n := range less {
				if more[word] < n {
					t.Errorf("%s at %d columns loses %q in a row more:\n%s", scene.name, width, word, plain(m))
					break
				}
			}
		}
	}
}

// factsAt counts the words of a screen of a height, but for those that say how much is hidden.
func factsAt(m Model, height int) map[string]int {
	next, _ := m.Update(tea.WindowSizeMsg{Width: m.layout.width, Height: height})
	out := map[string]int{}
	for _, row := range strings.Split(plain(next.(Model)), "\n") {
		for _, word := range strings.Fields(hiddenCount.ReplaceAllString(row, "")) {
			out[word]++
		}
	}
	return out
}

// hiddenCount is what says how much is hidden, and the lines between parts.
var hiddenCount = regexp.MustCompile(`[↑↓] (one|\d+) more( parts?| lines?| rows?)?( · )?|│|─{9,}`)

// Where something is hidden of a screen without rules, none of its rows is blank, or on some a single one between two groups; else a
// free one is above the keys.
func TestNoBlankRowsOverWhatIsHidden(t *testing.T) {
	for _, scene := range scenes {
		m, _ := openAt(leastWidth, leastHeight)
		m = scene.reach(t, m)
		for _, k := range []string{"", "down", "down", "end"} {
			if k != "" {
				m = press(m, k)
			}
			rows := strings.Split(plain(m), "\n")
			if m.on == onSearch {
				break // an empty field is no blank row
			}
			if rows[1] == "" {
				t.Errorf("%s, after %q, begins with a blank row:\n%s", scene.name, k, plain(m))
			}
			body, p := rows[1:len(rows)-2], m.page()
			if p.aired {
				continue
			}
			if p.at.cursor < 0 && len(p.rows) > 0 && p.rows[0].text {
				body = body[:len(body)-1] // where a heading would stand without its text
			}
			blank := "\n\n"
			if m.page().aired || slices.ContainsFunc(m.page().rows, func(r row) bool { return r.air }) {
				blank = "\n\n\n"
			}
			if strings.Contains(rows[len(rows)-2], "↓ ") && strings.Contains("\n"+strings.Join(body, "\n")+"\n", blank) {
				t.Errorf("%s, after %q, has a blank row over what is hidden:\n%s", scene.name, k, plain(m))
			}
		}
	}
}

// What is hidden is counted in one kind: rows to choose where there are some, else lines of text without the blank ones.
func TestCounted(t *testing.T) {
	m, _ := openAt(leastWidth, leastHeight)
	words := strings.Fields(strings.Repeat("one two ", 9))
	list := page{rows: make([]row, 14)}
	for i := range list.rows {
		list.rows[i] = row{lines: lines("a", "b")}
	}
	list.tail, list.stays = lines(words...), true
	text := page{at: nowhere, rows: textRows(append(lines(words...), line{}, line{text: "last"}))}
	for name, test := range map[string]struct {
		of   page
		want string
	}{"list": {list, "↓ 10 more"}, "text": {text, "↓ 10 more"}} {
		if got := ansi.Strip(m.layout.draw(test.of, *m.palette)); !strings.Contains(got, test.want) {
			t.Errorf("%s: not %q\n%s", name, test.want, got)
		}
	}
}

// A small screen says how the part of a level under the cursor begins.
func TestLevelBeginsUnderItsName(t *testing.T) {
	m, _ := openAt(leastWidth, leastHeight)
	if m = press(finished(t, m), "tab", "down"); !strings.Contains(plain(m), "The best hour is") {
		t.Errorf("no beginning:\n%s", plain(m))
	}
}

// No heading stands over the line that counts what is hidden, without what it heads.
func TestHeadingsStayWithTheirTexts(t *testing.T) {
	headings := 0
	for _, scene := range scenes {
		m, _ := openAt(40, 12)
		m = scene.reach(t, m)
		for range 30 {
			p := m.page()
			body := m.layout.body(p, *m.palette)
			for i, l := range body {
				if !l.heads {
					continue
				}
				headings++
				if i+1 == len(body) || hiddenCount.MatchString(body[i+1].text) {
					t.Errorf("%s:\n%s", scene.name, plain(m))
				}
			}
			m = press(m, "down")
		}
	}
	if headings == 0 {
		t.Error("no headings")
	}
}

// What opens the next level is told once beside one another: below the strands with a blank line above it, or not there.
func TestOpensIsToldOnce(t *testing.T) {
	for _, test := range []struct{ width, height, told int }{{80, 24, 0}, {80, 25, 1}, {120, 40, 1}, {160, 50, 1}} {
		m, _ := openAt(test.width, test.height)
		m = noCustomers(t, m)
		if n := strings.Count(squeezed(m), "andanotherteamcountsasone"); n != test.told {
			t.Errorf("%v tells it %d times:\n%s", test, n, plain(m))
		}
		if above, _, told := strings.Cut(plain(m), "    What gives you a chance"); told && !strings.HasSuffix(above, "\n\n") {
			t.Errorf("%v has no air above it:\n%s", test, plain(m))
		}
		if m = press(m, "right"); !strings.Contains(squeezed(m), "andanotherteamcountsasone") {
			t.Errorf("%v lacks it under why:\n%s", test, plain(m))
		}
	}
}

// What stands beside the roads before their questions, and beside the card of one, is in sight as a whole.
func TestPlacesShowTheirPanesWhole(t *testing.T) {
	for _, size := range [][2]int{{116, 20}, {120, 40}, {160, 20}, {160, 30}} {
		cfg := config(size[0], size[1], &shelf{})
		cfg.Session = session.New(builtin(t), session.Saved{})
		m := press(New(cfg), "2")
		lobby := m
		for m = press(m, "1"); m.on == onQuestion; {
			several := m.session.Asking.Question.Several()
			if m = press(m, "1"); several {
				m = press(m, "enter")
			}
		}
		for _, m := range []Model{lobby, press(m, "1")} {
			if beside := columns(m)[1]; strings.Contains(beside, " more") {
				t.Errorf("%v:\n%s", size, plain(m))
			}
		}
	}
}

// Beginning is in the column of what's said of the roads where they stand below it; a wide lobby has them in its pane.
func TestRoadsOfALobby(t *testing.T) {
	for _, size := range [][2]int{{80, 23}, {80, 24}, {120, 24}, {120, 36}, {120, 40}, {160, 50}} {
		cfg := config(size[0], size[1], &shelf{})
		cfg.Session = session.New(builtin(t), session.Saved{})
		m := press(New(cfg), "2")
		if begin := strings.Index(plain(m), "1  Begin"); size[1] >= 40 {
			if !strings.Contains(columns(m)[1], "The eight roads\n") || strings.Contains(columns(m)[0], "Technical Expert") {
				t.Errorf("%v:\n%s", size, plain(m))
			}
		} else if strings.Index(plain(m), "about ten")-begin != lobbyColumn {
			t.Errorf("%v:\n%s", size, plain(m))
		}
		for _, road := range report.SurveyInBrief(m.session.Bank.Catalog().Survey(stages.Crossroads)) { // below the list they have both columns
			if size == [2]int{120, 36} && !strings.Contains(plain(m), road.Text) {
				t.Errorf("%v: %q is cut:\n%s", size, road.Text, plain(m))
			}
		}
	}
}

// The roads or the sides below a lobby never stand without what they're called, nor on the keys. Where a row lacks for that, the
// heading of the lobby stands on its text.
func TestPlacesOfALobbyAreNamed(t *testing.T) {
	for row, of := range map[string][2]string{"2": {"The eight roads", "Technical Expert"}, "3": {"The ten sides of your workplace", "Being heard"}} {
		for _, width := range []int{80, 120, 160} {
			for height := roomyHeight; height < 46; height++ {
				cfg := config(width, height, &shelf{})
				cfg.Session = session.New(builtin(t), session.Saved{})
				list := columns(press(New(cfg), row))[0]
				above, _, listed := strings.Cut(list, of[1])
				if rows := strings.Split(strings.TrimSpace(above), "\n"); listed && strings.TrimSpace(rows[len(rows)-1]) != of[0] {
					t.Errorf("%d × %d:\n%s", width, height, list)
				}
			}
		}
	}
	for height, closer := range map[int]bool{22: false, 23: true, 24: false} {
		cfg := config(80, height, &shelf{})
		cfg.Session = session.New(builtin(t), session.Saved{})
		rows := strings.Split(plain(press(New(cfg), "2")), "\n")
		if on := strings.HasPrefix(rows[4], "    Eighteen"); on != closer || rows[height-3] != "" || (height > 22) != strings.Contains(rows[height-4], "Stays in the same work") {
			t.Errorf("%d rows: the heading stands on the text: %v\n%s", height, on, strings.Join(rows, "\n"))
		}
	}
}

// What a wide map says of where to start isn't said beside it as well, nor on a card; where it's narrow, the card has it.
func TestWhereToStartIsSaidOnce(t *testing.T) {
	m, _ := openAt(160, 50)
	m = mapped(m, stages.Crossroads)
	if got := strings.Count(plain(m), "there's no hurry"); got != 1 || strings.Contains(plain(m), "To start") {
		t.Errorf("said %d times:\n%s", got, plain(m))
	}
	for width, has := range map[int]bool{160: false, 80: true} {
		if text := plain(press(resize(m, width, 50), "enter")); strings.Contains(text, "To start") != has {
			t.Errorf("the card at %d columns:\n%s", width, text)
		}
	}
}

// A card says first what it's about, without a label, over the width of the list; and where the map has room, its rows have two blank lines
// under them before the wish to leave.
func TestWhatAMapSetsApart(t *testing.T) {
	for _, size := range [][2]int{{80, 23}, {80, 24}, {120, 40}, {160, 50}} {
		m, _ := openAt(size[0], size[1])
		for assessment, about := range map[string]string{stages.Crossroads: "A road.", stages.Surroundings: "Whether it is heard."} {
			card := press(mapped(m, assessment), "1")
			if lead := card.surveyPage().rows[0].lines; len(lead) != 1 || lead[0].text != about || strings.Contains(plain(card), "What it is") {
				t.Errorf("%v: %s has a label:\n%s", size, about, plain(card))
			}
		}
		m = mapped(m, stages.Crossroads)
		rows := strings.Split(columns(m)[0], "\n")
		at := slices.IndexFunc(rows, func(r string) bool { return strings.Contains(r, "Your wish to leave") })
		if free := strings.TrimSpace(rows[at-2]) == ""; free != m.layout.wide || strings.TrimSpace(rows[at-1]) != "" {
			t.Errorf("%v: two blank lines over the wish to leave: %v\n%s", size, free, plain(m))
		}
	}
}

// A card in two columns has its labels over the texts in both, but for what it begins with, and leaving stands last.
func TestTwoColumnsOfACardAreSetAlike(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {160, 50}} {
		for _, assessment := range []string{stages.Crossroads, stages.Surroundings} {
			m, _ := openAt(size[0], size[1])
			m = press(mapped(m, assessment), "1")
			for _, r := range m.surveyPage().rows[1:] {
				if label := strings.TrimRight(ansi.Strip(r.lines[0].text), " "); !r.lines[0].heads || strings.Contains(label, "  ") {
					t.Errorf("%v: %q isn't a label of its own:\n%s", size, label, plain(m))
				}
			}
			if text := plain(m); strings.Index(text, "Holds back") > strings.Index(text, "When to leave") {
				t.Errorf("leaving isn't the last resort:\n%s", text)
			}
		}
	}
}
