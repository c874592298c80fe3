package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
)

// line is one row of text with the mark that hangs left of it.
type line struct {
	gutter, text string
	heads        bool // it is a heading of the line after it
	counts       bool // it counts what's hidden
	apart        bool // it counts parts of a text, and doesn't touch that where there's room
	notice       bool // it answers a key, on a free row of the list, which ends above it
	rests        bool // it says which key shows the rest of a pane
	on           bool // of the row under the cursor, beside the line that has the mark
	row          int  // the row of the list it belongs to, from 1; 0: none
}

// chosen reports whether it is of the row under the cursor.
func (l line) chosen() bool { return l.on || l.gutter == markCursor }

func (l line) empty() bool { return l.gutter == "" && l.text == "" && !l.on }

// row is one entry of a list.
type row struct {
	lines []line
	more  []line // under them, where every row has room for its own
	// apart keeps a blank line above the row; loose gives one where there is room.
	// air keeps it on a low layout as well, where others go.
	apart, loose, air bool
	over              line // what that line has: an axis goes on through it
	text              bool // it's read, not chosen
	parts             bool // none of its lines goes on in the next
	part              bool // it begins a part of a text, and these are counted, not lines
	whole             bool // all of it is in sight, or nothing
}

// hint is a pair of the key line: the keys and what they do.
type hint struct {
	keys string
	does locale.Message
}

// page is what a screen wants shown. The layout decides what fits.
type page struct {
	place, fact string
	progress    float64 // of the interview, 0 to 1, in the header's rule
	open        float64 // and how much of it may not be asked, 0 to 1

	head      []line // stays
	rows      []row  // scrolls
	at        list   // the row under the cursor, and where a tall row is scrolled to
	tail      []line // falls away where it does not fit, unless it stays
	stays     bool
	flush     bool   // no blank line parts it from the header
	full      bool   // it keeps no row for a sentence, where there's none
	aired     bool   // its groups stay apart on a low layout, though rows are hidden for that
	also      hint   // on the right of the count of the rows hidden below: the key of the last of them
	uncounted bool   // of other rows that are hidden nothing is said, where the one under the cursor is whole
	margin    []line // the pane of a wide layout
	reads     bool   // the arrows scroll the pane, where it does not fit, before they move on
	labels    int    // how wide its list is, where it's one of labels and the pane has the text; else 0
	broad     bool   // its list takes the place of the pane as well

	sentence line
	notice   bool // it answers a key, and goes again with the next
	hints    []hint
}

func lines(texts ...string) []line {
	out := make([]line, len(texts))
	for i, t := range texts {
		out[i].text = t
	}
	return out
}

// draw sets a page: header, body and footer, as many rows as the terminal has.
func (l layout) draw(p page, k palette) string {
	if l = l.reader(p.labels); p.broad {
		l = l.broad()
	}
	out := l.header(p, k)
	body, said := l.noticed(p, k)
	pane := l.beside(p, len(body), body[0].empty(), k)
	ends := max(len(pane), len(body)) // of the line between them: with the longer column
	for ends > len(pane) && (body[ends-1].empty() || body[ends-1].notice) {
		ends--
	}
	if !p.notice {
		body, said = apartFromCount(body, said)
	}
	for _, b := range body {
		if b.row > 0 {
			l.bar = max(l.bar, lipgloss.Width(b.text))
		}
	}
	for i, b := range body {
		columns := []line{b}
		if beside := lineAt(pane, i); len(p.margin) > 0 && i < ends && (i > 0 || !b.empty() || !beside.empty()) { // not in the air below the rule
			columns = append(columns, beside)
		}
		out = append(out, l.set(k, columns...))
	}
	for _, s := range said {
		out = append(out, l.set(k, s))
	}
	return strings.Join(append(out, l.footer(p, k)...), "\n")
}

// apartFromCount has a count of parts on the free row below it, where it would touch the text.
func apartFromCount(body, said []line) (above, below []line) {
	if !touches(body) || len(said) != 1 || !said[0].empty() {
		return body, said
	}
	last := len(body) - 1
	return append(slices.Clone(body[:last]), line{}), body[last:]
}

// lineAt is a line of a pane, empty below its last.
func lineAt(pane []line, i int) line {
	if i < len(pane) {
		return pane[i]
	}
	return line{}
}

// beside is what the pane shows: all, where it fits; else from where it is scrolled to, over a line that counts what is hidden. It
// begins beside the list.
func (l layout) beside(p page, room int, air bool, k palette) []line {
	var out []line
	if air {
		out = []line{{}}
	}
	over := l.paneOver(p, room)
	switch {
	case over == 0 && len(p.margin) == room: // not below the air
		return p.margin
	case over == 0:
		return append(out, p.margin...)
	}
	top, shown := 0, l.paneRoom(p, room)-1
	if p.reads {
		top = max(0, min(p.at.scroll, over))
	}
	v := view{cut: true, top: top}
	hidden := v.hidden([]row{{lines: p.margin}}, shown)
	return append(append(out, p.margin[top:top+shown]...), line{text: k.quiet.Render(hidden)})
}

// paneRoom is how many of so many lines the pane has, which begins below the air as the list does.
func (l layout) paneRoom(p page, room int) int {
	if p.flush {
		return room
	}
	return room - len(l.air())
}

// paneOver is how many lines of the pane have no room.
func (l layout) paneOver(p page, room int) int {
	if !l.wide || len(p.margin) <= room {
		return 0
	}
	return len(p.margin) - (l.paneRoom(p, room) - 1)
}

// body are the lines between header and footer.
func (l layout) body(p page, k palette) []line {
	out := make([]line, l.room(p))
	copy(out, l.fit(p, len(out), k))
	return out
}

// noticed is the body, and the sentence below it: a notice stands on the row of a count instead, where there's room for both, or on a
// free one. Its own row stays empty then, so that nothing moves, or is the body's where a small layout has none to spare.
func (l layout) noticed(p page, k palette) (body, said []line) {
	body, said = l.body(p, k), l.sentence(p)
	if !p.notice || len(said) != 1 || p.sentence.gutter != "" {
		return body, said
	}
	counted, rest := body, []line{{}}
	if !l.airy {
		p.sentence, rest = line{}, nil
		counted = l.body(p, k)
	}
	last := &counted[len(counted)-1]
	gap := l.list - lipgloss.Width(last.text) - lipgloss.Width(said[0].text)
	switch {
	case l.airy && last.empty():
		last.text, last.notice = said[0].text, true
	case last.counts && gap > 1:
		last.text += strings.Repeat(" ", gap) + said[0].text
	default:
		return body, said
	}
	return counted, rest
}

// room is how many lines the body has: what header, sentence and footer leave of the height.
func (l layout) room(p page) int {
	frame := 2
	if l.tall {
		frame = 4
	}
	return max(1, l.height-frame-len(l.sentence(p)))
}

// rowAt returns the row of the list that a line of the screen shows, from 0, or −1.
func (l layout) rowAt(y int, p page, k palette) int {
	body, _ := l.noticed(p, k)
	if y -= len(l.header(p, k)); y < 0 || y >= len(body) {
		return -1
	}
	return body[y].row - 1
}

// sentence is what the footer says: a row that may be empty, or on a small layout only what there is.
func (l layout) sentence(p page) []line {
	if p.sentence == (line{}) && (!l.airy || p.full) {
		return nil
	}
	out := lines(wrap(p.sentence.text, l.text)...)
	out[0].gutter = p.sentence.gutter
	return out[:min(len(out), 4)]
}

// set puts the columns of a line beside one another, each with its mark in the gutter left of it, and a line between
// them. The row under the cursor has a bar.
func (l layout) set(k palette, columns ...line) string {
	const gutters, edge = 2, 1 // left of a column, and right of a bar, so that no text ends with it
	out := ""
	to := func(column int) string { return strings.Repeat(" ", max(0, column-lipgloss.Width(out))) }
	for i, c := range columns {
		start, width := l.left, l.list
		if i > 0 {
			start, width = l.margin(), l.pane
			out += to(start-paneGap/2-1) + k.rule.Render(lineUpright)
		}
		if c.empty() {
			continue
		}
		out += to(start - gutters)
		text := gutter(c, k) + " " + cut(flat(c.text), width)
		if i == 0 && c.chosen() { // no wider than rows are elsewhere, where that holds it, nor up to the terminal's edge
			bar := min(gutters+max(l.bar, min(width, listWidth))+edge, l.width-1-(start-gutters))
			text = k.barred(pad(text, max(lipgloss.Width(text), bar)))
		}
		out += text
	}
	return strings.TrimRight(out, " ")
}

func gutter(l line, k palette) string {
	switch l.gutter {
	case "":
		return " "
	case markCursor:
		return k.accent.Render(l.gutter)
	case markFailed:
		return k.failure.Render(l.gutter)
	}
	return l.gutter
}

func (l layout) header(p page, k palette) []string {
	room := l.right - l.left
	fact := cut(flat(p.fact), room-1)
	place := cut(flat(p.place), room-lipgloss.Width(fact)-2)
	gap := strings.Repeat(" ", max(1, room-lipgloss.Width(place)-lipgloss.Width(fact)))
	first := strings.Repeat(" ", l.left) + k.quiet.Render(place)
	if fact != "" {
		first += gap + k.quiet.Render(fact)
	}
	if !l.tall {
		return []string{first}
	}
	heavy := min(room, int(float64(room)*p.progress+0.5))
	open := min(room-heavy, int(float64(room)*p.open+0.5))
	ahead := strings.Repeat(lineLight, room-heavy-open) + strings.Repeat(lineDotted, open)
	return []string{first, strings.Repeat(" ", l.left) + k.accent.Render(strings.Repeat(lineHeavy, heavy)) + k.rule.Render(ahead)}
}

func (l layout) footer(p page, k palette) []string {
	room := l.right - l.left
	keys := strings.Repeat(" ", l.left) + keyLine(p.hints, room, l.roomy, k)
	if !l.tall {
		return []string{keys}
	}
	return []string{strings.Repeat(" ", l.left) + k.rule.Render(strings.Repeat(lineLight, room)), keys}
}
