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

// found are the places that fit what is typed, those that have it in one piece first, and of these the best; all of
// them, where nothing is.
func (m Model) found() []found {
	all, typed := m.search.all, strings.TrimSpace(m.search.field.text())
	if typed == "" {
		out := make([]found, len(all))
		for i, t := range all {
			out[i].target = t
		}
		return out
	}
	var whole, parts []found
	for _, match := range fuzzy.FindFrom(typed, all) {
		t := found{all[match.Index], match.MatchedIndexes}
		if at := inOnePiece(match.Str, typed); at != nil {
			t.hits = at
			whole = append(whole, t)
		} else {
			parts = append(parts, t)
		}
	}
	return append(whole, parts...)
}

// inOnePiece are the bytes of a text where what is typed stands in one piece; nil where it doesn't.
func inOnePiece(text, typed string) []int {
	from := strings.Index(strings.ToLower(text), strings.ToLower(typed))
	if from < 0 || len(strings.ToLower(text)) != len(text) {
		return nil
	}
	var out []int
	for at := range len(typed) {
		out = append(out, from+at)
	}
	return out
}

// emphasised is a text with the letters bold that fit what is typed, by their bytes.
func emphasised(text string, hits []int, ink, bold lipgloss.Style) string {
	var out, run strings.Builder
	was := false
	end := func() {
		style := ink
		if was {
			style = bold
		}
		if run.Len() > 0 {
			out.WriteString(style.Render(run.String()))
		}
		run.Reset()
	}
	for at, letter := range text {
		if hit := slices.Contains(hits, at); hit != was {
			end()
			was = hit
		}
		run.WriteRune(letter)
	}
	end()
	return out.String()
}

// longHints reports whether any place has more said of it than a list holds.
func (m Model) longHints() bool {
	return m.layout.wide && slices.ContainsFunc(m.search.all, func(t target) bool {
		return m.targetColumn()+len("  ")+lipgloss.Width(t.detail) > m.layout.list
	})
}

// targetColumn is how wide the names of the places are.
func (m Model) targetColumn() int {
	column := 0
	for _, t := range m.search.all {
		column = max(column, min(lipgloss.Width(t.name), m.layout.list*3/5))
	}
	return column
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
	detail = cut(detail, room)
	if len(t.hits) == 0 {
		return m.cursorLine("", "", name, "  "+m.palette.quiet.Render(detail), on)
	}
	var below []int
	for _, at := range t.hits {
		below = append(below, at-len(t.name+" "))
	}
	l := line{text: emphasised(name, t.hits, m.palette.plain, m.palette.focal) + "  " + emphasised(detail, below, m.palette.quiet, m.palette.focal)}
	if on {
		l.gutter = markCursor
	}
	return l
}
