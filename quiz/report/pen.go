package report

import (
	"strings"

	"waymark/stages"
)

// renderer writes the parts of a result in one format. The parts are the same in every format, and so are
// the words.
type renderer interface {
	heading(level int, text string)
	para(sentences ...string)
	list(numbered bool, items ...listItem)
	table(head []string, rows [][]string)
}

// listItem is an entry of a list: a label and a text, either of which may be missing, a box where the
// entry can be done, and the person's own words.
type listItem struct {
	box         box
	label, text string
	quote       string
}

// box is what stands before an entry that can be done.
type box int

const (
	noBox box = iota
	openBox
	tickedBox
)

// colon ends a label, where it does not end by itself.
func (i listItem) colon() string {
	label := clean(i.label)
	if label == "" || clean(i.text) == "" || strings.HasSuffix(label, "?") || strings.HasSuffix(label, ".") {
		return label
	}
	return label + ":"
}

// clean makes one line of a text, free of what could steer a terminal.
func clean(text string) string {
	text = strings.Map(func(c rune) rune {
		switch {
		case stages.Steers(c) && !isSpace(c):
			return -1
		case isSpace(c):
			return ' '
		}
		return c
	}, strings.ToValidUTF8(text, ""))
	return strings.Join(strings.Fields(text), " ")
}

// isSpace covers what any reader of text may take for the end of a line.
func isSpace(c rune) bool { return strings.ContainsRune(" \t\n\v\f\r\u0085\u00a0\u2028\u2029", c) }

// linesOf are the lines of a person's own words, each of them clean.
func linesOf(text string) []string {
	var out []string
	for l := range strings.FieldsFuncSeq(text, func(c rune) bool { return strings.ContainsRune("\n\v\f\r\u0085\u2028\u2029", c) }) {
		if l = clean(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// sentence ends a text with a full stop, where it has no end yet.
func sentence(text string) string {
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".?") {
		return text
	}
	return text + "."
}
