package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
)

// choice is a row that has a name and what is said of it.
type choice struct{ name, detail string }

// cursorLine is a row of a list in one line: its key, a gap, its name, and what is said of it. Under
// the cursor the key is coloured and the name bold, and the mark hangs in the gutter.
func (m Model) cursorLine(key, gap, name, rest string, on bool) line {
	if !on {
		return line{text: key + gap + name + rest}
	}
	return line{gutter: markCursor, text: m.palette.key.Render(key) + gap + m.palette.chosen.Render(name) + rest}
}

// afterKey is what stands between a key and what it chooses. The second digit of a number takes a blank of it.
func afterKey(key, gap string) string {
	if len(key) > 1 {
		return strings.TrimPrefix(gap, " ")
	}
	return gap
}

// optionIndent is where the text of an answer begins.
const optionIndent = 4

// optionRow is an answer: its digit on the axis, its mark two further, its text four further, with
// wrapped lines hanging under the text.
func (m Model) optionRow(key, mark, text string, on bool) row {
	if key == "" {
		key = " "
	}
	texts := wrap(text, m.layout.text-optionIndent)
	out := row{loose: true}
	for i, t := range texts {
		l := line{text: strings.Repeat(" ", optionIndent) + t}
		if i == 0 {
			l = m.cursorLine(key, " "+mark+" ", t, "", on)
		} else if on {
			l.text, l.on = strings.Repeat(" ", optionIndent)+m.palette.chosen.Render(t), true
		}
		out.lines = append(out.lines, l)
	}
	return out
}

// labelled are paragraphs that hang beside their quiet labels, or stand under them where it is narrow.
func (m Model) labelled(parts []report.Part, width int) []line {
	return m.labelledBy(parts, width, labelColumn(parts, labelWidth, width/2))
}

// labelWidth is the least that a column of labels takes, hangingText the least width of a text that has one; else labels are above.
const labelWidth, hangingText = 15, 48

// labelColumn is how wide a column of labels is: so much at least, and at most.
func labelColumn(parts []report.Part, least, most int) int {
	for _, p := range parts {
		least = max(least, lipgloss.Width(p.Label)+len("  "))
	}
	return min(least, most)
}

// labelledBy is [Model.labelled] with a column for the labels that is so wide.
func (m Model) labelledBy(parts []report.Part, width, column int) []line {
	var out []line
	for _, p := range parts {
		label := p.Label
		if width < hangingText {
			out = append(append(out, m.heading([]string{label})...), lines(wrap(p.Text, width)...)...)
			continue
		}
		for _, t := range wrap(p.Text, width-column) {
			out = append(out, line{text: m.palette.quiet.Render(pad(label, column)) + t})
			label = ""
		}
	}
	return out
}

// blocks are [Model.labelled] to be scrolled by parts.
func (m Model) blocks(parts []report.Part, width int) []row {
	column := labelColumn(parts, labelWidth, width/2)
	return inParts(parts, func(part []report.Part) []line { return m.labelledBy(part, width, column) })
}

// stackedBlocks are [Model.stackedBy] to be scrolled by parts.
func (m Model) stackedBlocks(parts []report.Part, width int) []row {
	return inParts(parts, func(part []report.Part) []line { return m.stackedBy(part, width) })
}

// inParts are parts to be scrolled, each set by itself.
func inParts(parts []report.Part, set func(part []report.Part) []line) []row {
	var out []row
	for i := range parts {
		out = append(out, row{apart: true, text: true, part: true, lines: set(parts[i : i+1])})
	}
	return out
}

// aired is [Model.labelled] with a blank line between two parts.
func (m Model) aired(parts []report.Part, width int) []line {
	return m.airedBy(parts, width, labelColumn(parts, labelWidth, width/2))
}

// airedBy is [Model.labelledBy] with a blank line between two parts.
func (m Model) airedBy(parts []report.Part, width, column int) []line {
	var out []line
	for i := range parts {
		if i > 0 {
			out = append(out, line{})
		}
		out = append(out, m.labelledBy(parts[i:i+1], width, column)...)
	}
	return out
}

// stacked are paragraphs under their quiet labels, parted by blank lines, as the margin shows them.
func (m Model) stacked(parts []report.Part) []line { return m.stackedBy(parts, m.layout.pane) }

// stackedBy is [Model.stacked] in so many columns.
func (m Model) stackedBy(parts []report.Part, width int) []line {
	var out []line
	for _, p := range parts {
		if p.Text == "" {
			continue
		}
		if len(out) > 0 {
			out = append(out, line{})
		}
		out = append(append(out, m.heading(wrap(p.Label, width))...), lines(wrap(p.Text, width)...)...)
	}
	return out
}

// indented are quiet lines under another, so many columns in.
func (m Model) indented(texts []string, columns int) []line {
	out := paint(m.palette.quiet, texts)
	for i := range out {
		out[i].text = strings.Repeat(" ", columns) + out[i].text
	}
	return out
}

// heading are the lines of a quiet heading, which stays with the line after it.
func (m Model) heading(texts []string) []line { return heads(m.palette.quiet, texts) }

// heads are the lines of a heading in an ink.
func heads(ink lipgloss.Style, texts []string) []line {
	out := paint(ink, texts)
	for i := range out {
		out[i].heads = true
	}
	return out
}

// textRows are the lines of a text, each a row, so that it can be scrolled. A heading is in the row of what it heads.
func textRows(texts []line) []row {
	var rows []row
	headed := false
	for _, l := range texts {
		if headed {
			last := &rows[len(rows)-1]
			last.lines = append(last.lines, l)
		} else {
			rows = append(rows, row{lines: []line{l}, apart: len(rows) == 0, text: true})
		}
		headed = l.heads
	}
	return rows
}

// partRows are [textRows] whose headings begin parts.
func partRows(texts []line) []row {
	rows := textRows(texts)
	for i := range rows {
		rows[i].part = rows[i].lines[0].heads
	}
	return rows
}

// arrowsInWords writes keys of a key line without arrows, where they cannot be shown.
func arrowsInWords(keys string) string {
	return strings.NewReplacer("↑↓", locale.Text("up/down"), "↑", locale.Text("up"), "← →", locale.Text("left/right"),
		"←", locale.Text("left"), "→", locale.Text("right")).Replace(keys)
}

func inWords(hints []hint) []hint {
	out := make([]hint, len(hints))
	for i, h := range hints {
		out[i] = hint{arrowsInWords(h.keys), h.does}
	}
	return out
}

// beforeColon is a title or, where so many columns don't hold it, what's before its colon.
func beforeColon(title string, width int) string {
	if lipgloss.Width(title) > width {
		title, _, _ = strings.Cut(title, ": ")
	}
	return title
}

// unbroken sets texts beside one another, as many in a line as there's room for.
func (m Model) unbroken(texts []string) []line {
	out := lines(texts[0])
	for _, t := range texts[1:] {
		if last := &out[len(out)-1]; lipgloss.Width(last.text+"  "+t) <= m.layout.text {
			last.text += "  " + t
		} else {
			out = append(out, line{text: t})
		}
	}
	return out
}
