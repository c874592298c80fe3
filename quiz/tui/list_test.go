package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// tall is a page of rows of these heights.
func tall(heights ...int) page {
	var p page
	for i, h := range heights {
		var r row
		for l := range h {
			r.lines = append(r.lines, line{text: fmt.Sprintf("%c%d", 'a'+i, l)})
		}
		p.rows = append(p.rows, r)
	}
	return p
}

// TestListKeys presses keys on a list of so many rows, from a row on.
func TestListKeys(t *testing.T) {
	for _, test := range []struct {
		from, n int
		keys    string
		want    int
		chosen  bool
	}{
		{0, 3, "up", 0, false}, {0, 3, "down", 1, false}, {2, 3, "down", 2, false}, {1, 3, "up", 0, false},
		{-1, 3, "down", 0, false}, {-1, 3, "up", 0, false}, {-1, 3, "enter", -1, false}, {1, 3, "enter", 1, true},
		{0, 3, "3", 2, true}, {0, 3, "4", 0, false}, {0, 12, "8", 7, true}, {0, 12, "9", 8, true}, {0, 8, "9", 0, false}, {0, 12, "0", 0, false},
		{7, 3, "enter", 2, true}, {7, 3, "up", 1, false}, {0, 0, "enter", -1, false}, {0, 0, "down", -1, false}, {0, 0, "1", -1, false},
	} {
		got, chosen := list{cursor: test.from}.key(test.keys, test.n)
		if got.cursor != test.want || chosen != test.chosen {
			t.Errorf("%s on row %d of %d: row %d, chosen %v; want %d, %v", test.keys, test.from, test.n, got.cursor, chosen, test.want, test.chosen)
		}
	}
}

func TestTextScrollsWithinItsLines(t *testing.T) {
	m, _ := openAt(80, 24) // 18 rows, of which one counts what is hidden
	long, short := page{at: nowhere, rows: textRows(make([]line, 40))}, page{at: nowhere, rows: textRows(make([]line, 9))}
	for _, test := range []struct {
		keys string
		want int
	}{
		{"", 0}, {"up", 0}, {"down", 1}, {"j j k", 1}, {"end", 23}, {"end up", 22}, {"G k", 22}, {"end down down up", 22}, {"end home", 0}, {"G g", 0},
		{"pgdown", 15}, {"pgdown pgdown", 23}, {"end pgup", 8}, {"ctrl+d", 8}, {"ctrl+d ctrl+u", 0}, {"end ctrl+u", 15}, {"x", 0},
	} {
		l := nowhere
		for _, k := range keys(test.keys) {
			if same, ok := moves[k]; ok {
				k = same
			}
			l = m.textKey(l, k, long)
			if s := m.textKey(nowhere, k, short); s != nowhere {
				t.Errorf("%s scrolls a text that fits to %+v", k, s)
			}
		}
		if l.scroll != test.want || l.cursor != -1 {
			t.Errorf("%q scrolls to %+v, want %d", test.keys, l, test.want)
		}
	}
}

// TestListShowsEveryLine walks down and up lists of any heights in rooms of any size, and wants every line to
// be seen, in order, and the row under the cursor always in sight.
func TestListShowsEveryLine(t *testing.T) {
	for _, heights := range [][]int{{1}, {1, 1, 1}, {3, 30, 2}, {1, 1, 40}, {40, 1, 1}, {5, 5, 5, 5, 5, 5, 5, 5, 5, 5}, {25, 25}, {}} {
		for _, height := range []int{12, 17, 24, 40} {
			m, _ := openAt(80, height)
			p := tall(heights...)
			p.head = lines("head")
			l := list{}
			for _, k := range []string{"down", "up"} {
				seen := map[string]bool{}
				for range 120 {
					p.at = l
					body := m.layout.body(p, *m.palette)
					if len(body) != m.layout.room(p) {
						t.Fatalf("%v in %d: %d lines", heights, height, len(body))
					}
					on := false
					for _, b := range body {
						seen[b.text] = true
						on = on || b.row == l.cursor+1
					}
					if !on && len(heights) > 0 {
						t.Fatalf("%v in %d: row %d is out of sight", heights, height, l.cursor)
					}
					l, _ = m.listKey(l, k, p)
				}
				for _, r := range p.rows {
					for _, w := range r.lines {
						if !seen[w.text] {
							t.Fatalf("%v in %d: %s is never seen going %s", heights, height, w.text, k)
						}
					}
				}
			}
		}
	}
}

// TestPages presses keys that go further than an arrow, on forty rows of a line or on what is given.
func TestPages(t *testing.T) {
	forty := make([]int, 40)
	for i := range forty {
		forty[i] = 1
	}
	for _, test := range []struct {
		heights []int
		from    int
		keys    string
		want    list
	}{
		{forty, 0, "end", list{39, 0}}, {forty, 39, "home", list{}}, {forty, 0, "G", list{39, 0}}, {forty, 7, "g", list{}},
		{forty, 0, "pgdown", list{15, 0}}, {forty, 20, "pgup", list{5, 0}}, {forty, 0, "ctrl+d", list{8, 0}}, {forty, 9, "ctrl+u", list{1, 0}},
		{forty, 30, "pgdown", list{39, 0}}, {forty, 3, "pgup", list{}}, {forty, -1, "end", list{39, 0}}, {forty, -1, "home", list{}},
		{forty, 4, "j", list{5, 0}}, {forty, 4, "k", list{3, 0}}, {forty, 4, "x", list{4, 0}},
		{[]int{1, 40, 1}, 1, "pgdown", list{1, 15}}, {[]int{1, 40, 1}, 0, "end", list{2, 0}}, {[]int{1, 40}, 0, "end", list{1, 23}},
		{nil, 0, "end", list{-1, 0}}, {nil, 0, "pgup", list{-1, 0}}, {[]int{1}, 0, "pgdown", list{}},
	} {
		m, _ := openAt(80, 24)
		k := test.keys
		if same, ok := moves[k]; ok {
			k = same
		}
		if got, chosen := m.listKey(list{cursor: test.from}, k, tall(test.heights...)); got != test.want || chosen {
			t.Errorf("%s from row %d of %d: %+v, want %+v", test.keys, test.from, len(test.heights), got, test.want)
		}
	}
}

// A tall row is entered from below at its end, and from above at its beginning.
func TestTallRowIsEnteredWhereOneComesFrom(t *testing.T) {
	m, _ := openAt(80, 24)
	p := tall(1, 40, 1)
	at, _ := m.listKey(list{cursor: 0}, "down", p)
	if at != (list{cursor: 1}) {
		t.Errorf("from above at %+v", at)
	}
	if at, _ = m.listKey(list{cursor: 2}, "up", p); at.cursor != 1 || at.scroll == 0 {
		t.Errorf("from below at %+v", at)
	}
	p.at = at
	if body := m.layout.body(p, *m.palette); body[len(body)-2].text != "b39" {
		t.Errorf("its last line is not in sight: %+v", body[len(body)-2])
	}
}

// A text whose first row is taller than the room shows its beginning, before a key is pressed.
func TestTallRowIsSeenBeforeAKey(t *testing.T) {
	m, _ := openAt(40, 12)
	p := tall(30, 1)
	p.at = nowhere
	text := m.layout.draw(p, *m.palette)
	if !strings.Contains(text, "a0") || !strings.Contains(text, "↓ 21 more") {
		t.Errorf("screen:\n%s", text)
	}
}

// A head is cut only as far as the row under the cursor needs the room.
func TestHeadIsCutForTheRowOnly(t *testing.T) {
	m, _ := openAt(40, 12) // 10 rows, of which one counts what is hidden
	for rows, want := range map[int]string{1: "head7…", 3: "head5…", 8: "head0…", 30: "head0…"} {
		p := tall(rows, 1)
		for i := range 12 {
			p.head = append(p.head, line{text: fmt.Sprint("head", i)})
		}
		if text := m.layout.draw(p, *m.palette); !strings.Contains(text, want) {
			t.Errorf("a row of %d:\n%s", rows, text)
		}
	}
}

// A tail that stays is seen whole while it leaves four lines to the rows; a longer one scrolls with them.
func TestTailThatStays(t *testing.T) {
	for _, test := range []struct {
		tail int
		last bool
	}{{3, true}, {14, true}, {15, false}, {60, false}} {
		m, _ := openAt(80, 24)
		p := tall(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
		p.stays = true
		for i := range test.tail {
			p.tail = append(p.tail, line{text: fmt.Sprint("tail", i)})
		}
		text := m.layout.draw(p, *m.palette)
		if got := strings.Contains(text, fmt.Sprint("tail", test.tail-1)); got != test.last || !strings.Contains(text, "a0") {
			t.Errorf("a tail of %d: its end in sight %v\n%s", test.tail, got, text)
		}
	}
}

// The sizes at which the layout changes.
func TestLayoutChangesWhereItSays(t *testing.T) {
	for _, test := range []struct {
		width, height int
		roomy, wide   bool
		text          int
	}{{40, 12, false, false, 37}, {79, 24, false, false, 72}, {80, 15, false, false, 72}, {80, 16, true, false, 72}, {80, 23, true, false, 72}, {160, 23, true, true, 72}, {80, 24, true, false, 72},
		{115, 24, true, false, 72}, {116, 24, true, true, 72}, {300, 100, true, true, 72}, {60, 40, false, false, 57}} {
		l := newLayout(test.width, test.height)
		if l.roomy != test.roomy || l.wide != test.wide || l.text != test.text {
			t.Errorf("%dx%d: roomy %v, wide %v, text %d", test.width, test.height, l.roomy, l.wide, l.text)
		}
	}
	for _, size := range [][2]int{{39, 12}, {40, 11}, {40, 12}} {
		m, _ := openAt(size[0], size[1])
		if m.tooSmall() != (size != [2]int{40, 12}) {
			t.Errorf("%v is too small: %v", size, m.tooSmall())
		}
	}
}

// The one line of a row that would be counted stands in the place of the count, and nothing scrolls for it.
func TestLastLineTakesTheRowOfTheCount(t *testing.T) {
	l := newLayout(80, 24)
	room := l.room(page{})
	for more, counts := range map[int]string{0: "", 1: "↓ 2 more lines"} {
		all := make([]string, room+more)
		for i := range all {
			all[i] = fmt.Sprint("line ", i)
		}
		p := page{at: list{cursor: 0}, flush: true, rows: []row{{lines: lines(all...)}, {lines: lines("another")}}}
		out := l.fit(p, room, *newPalette(ThemeMono, dark, colorprofile.ASCII))
		last := ansi.Strip(out[room-1].text)
		if want := max(0, 2*more); l.overflow(p) != want || counts == "" && last != all[room-1] || counts != "" && last != counts {
			t.Errorf("%d lines more: ends with %q, scrolls %d", more, last, l.overflow(p))
		}
	}
}
