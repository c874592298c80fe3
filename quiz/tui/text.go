package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/report"
)

// flat keeps a text in its line, whatever an old file holds.
func flat(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// wrap breaks text into lines of a width. Words longer than a line are broken. A last line that would be very short, or of one word,
// gets more, where that costs no line. Each paragraph is wrapped by itself, but where an ink may go on to the next.
func wrap(text string, width int) []string {
	if strings.Contains(text, "\n") && !strings.ContainsRune(text, ansi.ESC) {
		var out []string
		for paragraph := range strings.SplitSeq(text, "\n") {
			out = append(out, wrap(paragraph, width)...)
		}
		return out
	}
	const narrower = 8 // at most by one column of so many
	text = report.Bound(text)
	lines := broken(text, width)
	if oneWord(lines) {
		last := strings.LastIndexByte(text, ' ')
		bound := text[:max(0, last)] + report.Unbroken + text[last+1:] // as many lines, unless the two are too long for one
		if other := broken(bound, width); !oneWord(other) {
			text, lines = bound, other
		}
	}
	for w := width - 1; orphaned(lines, width) && w > width-width/narrower; w-- {
		if other := broken(text, w); len(other) == len(lines) && !orphaned(other, width) {
			return other
		}
	}
	return lines
}

// balanced breaks a title into as few lines as [wrap], all about as long, so that no word stands alone on the last.
func balanced(text string, width int) []string {
	lines, longest := broken(text, width), 0
	for _, word := range strings.Fields(text) {
		longest = max(longest, lipgloss.Width(word))
	}
	for w := width - 1; w >= longest; w-- {
		narrower := broken(text, w)
		if len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// broken takes the inks of a text on to the next line. Most texts have none, and it takes long to look for them.
func broken(text string, width int) []string {
	breaks := ansi.Wrap
	if strings.ContainsRune(text, ansi.ESC) {
		breaks = lipgloss.Wrap
	}
	return strings.Split(report.Loosened(breaks(text, width, "")), "\n")
}

// oneWord reports whether the last of several lines is a single word.
func oneWord(lines []string) bool {
	return len(lines) > 1 && !strings.Contains(strings.TrimSpace(lines[len(lines)-1]), " ")
}

// orphaned reports whether the last of several lines is very short.
func orphaned(lines []string, width int) bool {
	const short = 8 // less than one column of so many
	return len(lines) > 1 && lipgloss.Width(lines[len(lines)-1])*short < width
}

// cut is [report.Cut].
func cut(text string, width int) string { return report.Cut(text, width) }

// shortened are the first lines of a text in so many columns, and a mark where there are more.
func shortened(lines []string, width, most int) []string {
	if len(lines) <= most {
		return lines
	}
	return append(slices.Clone(lines[:most-1]), goesOn(lines[most-1], width))
}

// goesOn is as many whole words of a text as so many columns hold, and after them the mark that it goes on.
func goesOn(text string, width int) string { return cutShort(text, report.WholeWords(text, width-1)) }

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
	text = cut(flat(text), width)
	return text + strings.Repeat(" ", max(0, width-lipgloss.Width(text)))
}
