package tui

import (
	"slices"
	"strings"

	"waymark/quiz/locale"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// The smallest terminal that can be drawn in, and the sizes from which the layout is roomier. Width and height
// are judged apart.
const (
	leastWidth, leastHeight = 40, 12
	roomyWidth, roomyHeight = 80, 16
	tallHeight, airyHeight  = 20, 24
	wideWidth               = 116
	threeWidth              = 150

	measure    = 66 // sentences never run wider
	listWidth  = 72 // nor rows of a list
	paneGap    = 4  // between the list and what stands beside it
	widestPane = measure
	threePane  = 40 // where there are two beside it
)

// layout is the geometry of a screen of one size. Columns count from 0.
type layout struct {
	width, height int
	roomy         bool // wide enough for columns and names
	tall          bool // roomy, with rules above and below
	airy          bool // and with air, and a row for a sentence
	wide          bool // a pane beside the list
	three         bool // and another beside that
	left          int  // all text starts here; marks hang two columns before it
	right         int  // the first column past the text
	text          int  // the measure for sentences
	list          int  // and for rows of a list, which may be wider
	pane          int  // and for the pane
}

func newLayout(width, height int) layout {
	l := layout{width: width, height: height, left: 2, right: min(width-1, 76)}
	if width >= roomyWidth && height >= roomyHeight {
		l.roomy, l.left, l.right = true, 4, 76
		l.tall, l.airy = height >= tallHeight, height >= airyHeight
	}
	l.list = l.right - l.left
	if l.roomy && width >= wideWidth {
		sheet := min(width-6, listWidth+paneGap+widestPane)
		l.wide, l.left, l.list = true, (width-sheet)/2, listWidth
		l.right, l.pane = l.left+sheet, sheet-listWidth-paneGap
	}
	l.text = min(measure, l.list)
	return l
}

// threePanes is the layout of a page that has two panes beside its list, where there is room for them.
func (l layout) threePanes() layout {
	if !l.wide || l.width < threeWidth || l.three {
		return l
	}
	sheet := min(l.width-6, listWidth+2*(paneGap+threePane))
	l.three, l.left = true, (l.width-sheet)/2
	l.right, l.pane = l.left+sheet, (sheet-listWidth)/2-paneGap
	return l
}

// margin is the column where the pane's text starts.
func (l layout) margin() int { return l.left + l.list + paneGap }

// alone is the layout of a page that never has a pane: in the middle, where there is much room beside it.
func (l layout) alone() layout {
	if l.wide && l.width >= threeWidth {
		l.left = (l.width - l.list) / 2
		l.right = l.left + l.list
	}
	return l
}

// line is one row of text with the mark that hangs left of it.
type line struct {
	gutter, text string
	row          int // the row of the list it belongs to, from 1; 0: none
}

func (l line) empty() bool { return l.gutter == "" && l.text == "" }

// row is one entry of a list.
type row struct {
	lines []line
	more  []line // under them, where every row has room for its own
	// apart keeps a blank line above the row; loose gives one where there is room.
	apart, loose bool
}

// hint is a pair of the key line: the keys and what they do.
type hint struct{ keys, does string }

// page is what a screen wants shown. The layout decides what fits.
type page struct {
	place, fact string
	progress    float64 // of the interview, 0 to 1, in the header's rule

	head   []line // stays
	rows   []row  // scrolls
	at     list   // the row under the cursor, and where a tall row is scrolled to
	tail   []line // falls away where it does not fit, unless it stays
	stays  bool
	margin []line // the pane of a wide layout
	beyond []line // the pane beside that, where the layout has three
	reads  bool   // the arrows scroll the pane, where it does not fit, before they move on
	alone  bool   // it never has a pane

	sentence line
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
	switch {
	case len(p.beyond) > 0:
		l = l.threePanes()
	case p.alone && len(p.margin) == 0:
		l = l.alone()
	}
	out := l.header(p, k)
	body := l.body(p, k)
	air := len(body) > 0 && body[0].empty()
	pane, beyond := l.beside(p, len(body), air, k), l.beside(page{margin: p.beyond}, len(body), air, k)
	for i, b := range body {
		out = append(out, l.set(k, b, at(pane, i), at(beyond, i)))
	}
	for _, s := range l.sentence(p) {
		out = append(out, l.set(k, s))
	}
	return strings.Join(append(out, l.footer(p, k)...), "\n")
}

// at is a line of a pane, empty below its last.
func at(pane []line, i int) line {
	if i < len(pane) {
		return pane[i]
	}
	return line{}
}

// beside is what the pane shows: all, where it fits, beginning beside the list; else from where it is scrolled to, over a line that counts
// what is hidden.
func (l layout) beside(p page, room int, air bool, k palette) []line {
	over := l.paneOver(p, room)
	switch {
	case over == 0 && air && len(p.margin) < room:
		return append([]line{{}}, p.margin...)
	case over == 0:
		return p.margin
	}
	top := 0
	if p.reads {
		top = max(0, min(p.at.scroll, over))
	}
	v := view{cut: true, top: top}
	hidden := v.hidden([]row{{lines: p.margin}}, room-1)
	return append(slices.Clone(p.margin[top:top+room-1]), line{text: k.quiet.Render(hidden)})
}

// paneOver is how many lines of the pane have no room.
func (l layout) paneOver(p page, room int) int {
	if !l.wide || len(p.margin) <= room {
		return 0
	}
	return len(p.margin) - (room - 1)
}

// body are the lines between header and footer.
func (l layout) body(p page, k palette) []line {
	out := make([]line, l.room(p))
	copy(out, l.fit(p, len(out), k))
	return out
}

// room is how many lines the body has: what header, sentence and footer leave of the height.
func (l layout) room(p page) int {
	frame := 2
	switch {
	case l.airy:
		frame = 5
	case l.tall:
		frame = 4
	}
	return max(1, l.height-frame-len(l.sentence(p)))
}

// rowAt returns the row of the list that a line of the screen shows, from 0, or −1.
func (l layout) rowAt(y int, p page, k palette) int {
	body := l.body(p, k)
	if y -= len(l.header(p, k)); y < 0 || y >= len(body) {
		return -1
	}
	return body[y].row - 1
}

// sentence is what the footer says: a row that may be empty, or on a small layout only what there is.
func (l layout) sentence(p page) []line {
	if p.sentence == (line{}) && !l.airy {
		return nil
	}
	out := lines(wrap(p.sentence.text, l.text)...)
	out[0].gutter = p.sentence.gutter
	return out[:min(len(out), 4)]
}

// set puts the columns of a line beside one another, each with its mark in the gutter left of it.
func (l layout) set(k palette, columns ...line) string {
	out := ""
	for i, c := range columns {
		if c.empty() {
			continue
		}
		start, width := l.left, l.list
		if i > 0 {
			start, width = l.margin()+(i-1)*(l.pane+paneGap), l.pane
		}
		out += strings.Repeat(" ", max(0, start-2-lipgloss.Width(out)))
		out += gutter(c, k) + " " + ansi.Truncate(flat(c.text), width, ellipsis)
	}
	return strings.TrimRight(out, " ")
}

// flat keeps a text in its line, whatever an old file holds.
func flat(text string) string { return strings.ReplaceAll(text, "\n", " ") }

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
	fact := ansi.Truncate(flat(p.fact), room-1, ellipsis)
	place := ansi.Truncate(flat(p.place), room-lipgloss.Width(fact)-1, ellipsis)
	gap := strings.Repeat(" ", max(1, room-lipgloss.Width(place)-lipgloss.Width(fact)))
	first := strings.Repeat(" ", l.left) + k.quiet.Render(place)
	if fact != "" {
		first += gap + k.quiet.Render(fact)
	}
	if !l.tall {
		return []string{first}
	}
	heavy := min(room, int(float64(room)*p.progress+0.5))
	rule := strings.Repeat(" ", l.left) + k.accent.Render(strings.Repeat(lineHeavy, heavy)) + k.rule.Render(strings.Repeat(lineLight, room-heavy))
	if !l.airy {
		return []string{first, rule}
	}
	return []string{first, rule, ""}
}

func (l layout) footer(p page, k palette) []string {
	room := l.right - l.left
	keys := strings.Repeat(" ", l.left) + keyLine(p.hints, room, l.roomy, k)
	if !l.tall {
		return []string{keys}
	}
	return []string{strings.Repeat(" ", l.left) + k.rule.Render(strings.Repeat(lineLight, room)), keys}
}

// keyLine writes as many pairs as fit. Where it is narrow, moving and going back fall off first.
func keyLine(hints []hint, room int, roomy bool, k palette) string {
	gap := "  "
	if roomy {
		gap = "   "
	}
	width := func() int {
		w := -len(gap)
		for _, h := range hints {
			w += lipgloss.Width(h.keys) + 1 + lipgloss.Width(h.does) + len(gap)
		}
		return w
	}
	for _, drop := range []string{"↑↓", locale.Text("Ctrl+J"), "←", "→", "?", locale.Text("Tab"), locale.Text("Space")} {
		if width() <= room {
			break
		}
		var kept []hint
		for _, h := range hints {
			if h.keys != drop {
				kept = append(kept, h)
			}
		}
		hints = kept
	}
	parts := make([]string, len(hints))
	for i, h := range hints {
		parts[i] = h.keys + " " + k.quiet.Render(h.does)
	}
	return ansi.Truncate(strings.Join(parts, gap), room, ellipsis)
}

// wrap breaks text into lines of a width. Words longer than a line are broken. A last line that would be very short gets
// more, where that costs no line.
func wrap(text string, width int) []string {
	const narrower = 4 // at most by one column of so many
	lines := broken(text, width)
	for w := width - 1; orphaned(lines, width) && w > width-width/narrower; w-- {
		if other := broken(text, w); len(other) == len(lines) && !orphaned(other, width) {
			return other
		}
	}
	return lines
}

func broken(text string, width int) []string {
	return strings.Split(lipgloss.Wrap(text, width, ""), "\n")
}

// orphaned reports whether the last of several lines is very short.
func orphaned(lines []string, width int) bool {
	const short = 6 // less than one column of so many
	return len(lines) > 1 && lipgloss.Width(lines[len(lines)-1])*short < width
}

// paint styles each line of wrapped text by itself, so that no style runs over a line's end.
func paint(style lipgloss.Style, texts []string) []line {
	out := make([]line, len(texts))
	for i, t := range texts {
		out[i].text = style.Render(t)
	}
	return out
}

// pad fills text with spaces up to a width, or cuts it there.
func pad(text string, width int) string {
	text = ansi.Truncate(flat(text), max(0, width), ellipsis)
	return text + strings.Repeat(" ", max(0, width-lipgloss.Width(text)))
}
