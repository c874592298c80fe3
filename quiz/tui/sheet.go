package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// The smallest terminal that can be drawn in, and the sizes from which the sheet is roomier.
const (
	leastWidth, leastHeight = 40, 12
	roomyWidth, roomyHeight = 80, 24
	wideWidth               = 116

	measure     = 66 // sentences never run wider
	marginWidth = 36
)

// sheet is the geometry of a screen of one size. Columns count from 0.
type sheet struct {
	width, height int
	roomy         bool // rules, air and a row for a sentence
	wide          bool // a margin on the right
	axis          int  // all text starts here; marks hang two columns to the left
	right         int  // the first column past the text
	text          int  // the measure for sentences
	list          int  // and for rows of a list, which may be wider
}

func newSheet(width, height int) sheet {
	s := sheet{width: width, height: height, axis: 2, right: min(width-1, 76)}
	if width >= roomyWidth && height >= roomyHeight {
		s.roomy, s.axis, s.right = true, 4, 76
	}
	if s.roomy && width >= wideWidth {
		s.wide, s.axis, s.right = true, 8, 115
	}
	s.list = s.right - s.axis
	if s.wide {
		s.list = s.margin() - 3 - s.axis
	}
	s.text = min(measure, s.list)
	return s
}

// margin is the column where the margin's text starts.
func (s sheet) margin() int { return s.right - marginWidth }

// line is one row of text with the mark that hangs left of it.
type line struct {
	gutter, text string
	row          int // the row of the list it belongs to, from 1; 0: none
}

func (l line) empty() bool { return l.gutter == "" && l.text == "" }

// row is one entry of a list: lines that are shown together or not at all.
type row struct {
	lines []line
	// apart keeps a blank line above the row; loose gives one where there is room.
	apart, loose bool
}

// hint is a pair of the key line: the keys and what they do.
type hint struct{ keys, does string }

// page is what a screen wants shown. The sheet decides what fits.
type page struct {
	place, fact string
	// asked and left draw the progress in the header's rule, where left or asked is above 0.
	asked, left float64

	head   []line // stays
	rows   []row  // scrolls, so that the row at cursor is seen whole
	cursor int
	top    int    // where nothing has the cursor: the first line of the rows shown
	tail   []line // falls away where it does not fit, unless it stays
	stays  bool
	margin []line // wide sheets only

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

// draw sets a page on the sheet: exactly height rows, none wider than width. A sentence that is too
// long for its row in the footer takes rows of the body.
func (s sheet) draw(p page, k inks) string {
	out := make([]string, 0, s.height)
	out = append(out, s.header(p, k)...)
	for i, text := range s.body(p, k) {
		var margin line
		if s.wide && i < len(p.margin) {
			margin = p.margin[i]
		}
		out = append(out, s.set(text, margin, k))
	}
	for _, l := range s.sentence(p) {
		out = append(out, s.set(l, line{}, k))
	}
	return strings.Join(append(out, s.footer(p, k)...), "\n")
}

// body is what stands between header and footer, as many lines as there are rows.
func (s sheet) body(p page, k inks) []line {
	out := make([]line, s.height-len(s.header(p, k))-len(s.sentence(p))-len(s.footer(p, k)))
	copy(out, s.fit(p, len(out), k))
	return out
}

// rowAt returns the row of the list that a line of the screen shows, from 0, or −1.
func (s sheet) rowAt(y int, p page, k inks) int {
	body := s.body(p, k)
	if y -= len(s.header(p, k)); y < 0 || y >= len(body) {
		return -1
	}
	return body[y].row - 1
}

// sentence is what the footer says: a row that may be empty, or on a small sheet only what there is.
func (s sheet) sentence(p page) []line {
	if p.sentence == (line{}) && !s.roomy {
		return nil
	}
	out := lines(wrap(p.sentence.text, s.text)...)
	out[0].gutter = p.sentence.gutter
	return out[:min(len(out), 4)]
}

// set puts a line on its axis, its mark in the gutter, and the margin's line beside it.
func (s sheet) set(l, margin line, k inks) string {
	if l.empty() && margin == (line{}) {
		return ""
	}
	out := strings.Repeat(" ", s.axis-2) + gutter(l, k) + " " + ansi.Truncate(l.text, s.list, ellipsis)
	if margin == (line{}) {
		return strings.TrimRight(out, " ")
	}
	out += strings.Repeat(" ", max(0, s.margin()-2-lipgloss.Width(out)))
	return out + gutter(margin, k) + " " + ansi.Truncate(margin.text, marginWidth, ellipsis)
}

func gutter(l line, k inks) string {
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

func (s sheet) header(p page, k inks) []string {
	room := s.right - s.axis
	fact := ansi.Truncate(p.fact, room-1, ellipsis)
	place := ansi.Truncate(p.place, room-lipgloss.Width(fact)-1, ellipsis)
	gap := strings.Repeat(" ", max(1, room-lipgloss.Width(place)-lipgloss.Width(fact)))
	first := strings.Repeat(" ", s.axis) + k.quiet.Render(place)
	if fact != "" {
		first += gap + k.quiet.Render(fact)
	}
	if !s.roomy {
		return []string{first}
	}
	return []string{first, strings.Repeat(" ", s.axis) + s.progress(p, k), ""}
}

// progress is the header's rule: heavy for what was asked, light for about what is left.
func (s sheet) progress(p page, k inks) string {
	room := s.right - s.axis
	heavy := 0
	if p.asked > 0 {
		heavy = min(room, int(float64(room)*p.asked/(p.asked+p.left)+0.5))
	}
	return k.accent.Render(strings.Repeat(lineHeavy, heavy)) + k.rule.Render(strings.Repeat(lineLight, room-heavy))
}

func (s sheet) footer(p page, k inks) []string {
	room := s.right - s.axis
	keys := strings.Repeat(" ", s.axis) + keyLine(p.hints, room, s.roomy, k)
	if !s.roomy {
		return []string{keys}
	}
	return []string{strings.Repeat(" ", s.axis) + k.rule.Render(strings.Repeat(lineLight, room)), keys}
}

// keyLine writes as many pairs as fit. Where it is narrow, moving and going back fall off first.
func keyLine(hints []hint, room int, roomy bool, k inks) string {
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
	for _, drop := range []string{"↑↓", "Ctrl+J", "←", "→", "?", "Tab", "Space"} {
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

// wrap breaks text into lines of a width. Words longer than a line are broken.
func wrap(text string, width int) []string {
	return strings.Split(lipgloss.Wrap(text, width, ""), "\n")
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
	text = ansi.Truncate(text, width, ellipsis)
	return text + strings.Repeat(" ", max(0, width-lipgloss.Width(text)))
}
