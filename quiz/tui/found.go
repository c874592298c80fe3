package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/sahilm/fuzzy"
)

// found is a place that fits what is typed.
type found struct {
	target
	hits []int // the bytes of its text that do
}

// found are the places that have what is typed in one piece, the best first; where none has, those that have its letters;
// all of them, where nothing is typed.
func (m Model) found() []found {
	all, typed := m.search.all, strings.TrimSpace(m.search.field.text())
	if typed == "" {
		out := make([]found, len(all))
		for i, t := range all {
			out[i].target = t
		}
		return out
	}
	var whole, letters []found
	for _, match := range fuzzy.FindFrom(typed, all) {
		t := found{all[match.Index], match.MatchedIndexes}
		if at := inOnePiece(match.Str, typed); at != nil {
			t.hits = at
			whole = append(whole, t)
		} else {
			letters = append(letters, t)
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return letters
}

// inOnePiece are the bytes of a text wherever what is typed stands in one piece; nil where it doesn't.
func inOnePiece(text, typed string) []int {
	small, typed := strings.ToLower(text), strings.ToLower(typed)
	if len(small) != len(text) {
		return nil
	}
	var out []int
	for from := 0; strings.Contains(small[from:], typed); {
		from += strings.Index(small[from:], typed)
		for range len(typed) {
			out = append(out, from)
			from++
		}
	}
	return out
}

// emphasised is a text with the letters in bold that fit what is typed, by their bytes; in the row under the cursor they have the accent.
func (m Model) emphasised(text string, hits []int, ink lipgloss.Style, on bool) string {
	hit := m.palette.plain
	if on {
		hit = m.palette.accent
	}
	var out, run strings.Builder
	was := false
	end := func() {
		switch {
		case run.Len() == 0:
		case was:
			out.WriteString(m.palette.focal.Render(hit.Render(run.String())))
		default:
			out.WriteString(ink.Render(run.String()))
		}
		run.Reset()
	}
	for at, letter := range text {
		if fits := slices.Contains(hits, at); fits != was {
			end()
			was = fits
		}
		run.WriteRune(letter)
	}
	end()
	return out.String()
}

// targetColumn is how wide the names of the places are.
func (m Model) targetColumn() int {
	column := 0
	for _, t := range m.search.all {
		column = max(column, min(lipgloss.Width(t.name), m.layout.list*3/5))
	}
	return column
}

// targetLines are a place with what is said of it, which a small layout says below the one under the cursor.
func (m Model) targetLines(t found, column int, on bool) []line {
	detail := flat(t.detail)
	if m.layout.roomy || !on || detail == "" {
		return []line{m.targetLine(t, column, m.layout.list, on)}
	}
	const indent = 2
	under := line{on: true, text: strings.Repeat(" ", indent) + m.emphasised(cut(detail, m.layout.list-indent), t.inDetail(), m.palette.quiet, on)}
	t.detail = ""
	return []line{m.targetLine(t, column, m.layout.list, on), under}
}

// inDetail are the bytes of what is said of a place that fit what is typed.
func (t found) inDetail() []int {
	var at []int
	for _, hit := range t.hits {
		at = append(at, hit-len(t.name+" "))
	}
	return at
}

// targetLine is a place with what is said of it, as far as that says anything.
func (m Model) targetLine(t found, column, width int, on bool) line {
	const least = 12 // of what is said, unless that's all of it
	name, detail := t.name, flat(t.detail)
	if m.layout.roomy && detail != "" {
		name = pad(name, column)
	}
	room := width - lipgloss.Width(name) - len("  ")
	if lipgloss.Width(detail) > room && (room < least || !m.layout.roomy) {
		detail = ""
	}
	gap := "  "
	if detail = cut(detail, room); detail == "" {
		gap = ""
	}
	if len(t.hits) == 0 {
		return m.cursorLine("", "", name, gap+m.palette.quiet.Render(detail), on)
	}
	l := line{text: m.emphasised(name, t.hits, m.palette.plain, on) + gap + m.emphasised(detail, t.inDetail(), m.palette.quiet, on)}
	if on {
		l.gutter = markCursor
	}
	return l
}
