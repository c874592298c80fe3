package report

import (
	"strings"
	"unicode/utf8"

	"waymark/quiz/session"
	"waymark/stages"
)

// renderer writes the parts of a document in one format. The parts are the same in every format, and so
// are the words.
type renderer interface {
	heading(level int, text string)
	para(sentences ...string)
	list(numbered bool, items ...listItem)
	table(head []string, rows [][]string)

	// What can be drawn. It stands in words too, so that a format which draws nothing loses nothing.
	path(r session.Result)
	strands(r stages.Placement, head []string, rows [][]string) // a table, a row for each strand
	overTime(all []Reached, levels []string)
}

// document is a text that is taken along, in its parts.
type document interface {
	language() string // as a tag
	title(to renderer)
	body(to renderer)
	foot(to renderer)
}

// Part is a text under its label. A label has at most 13 columns, so that a screen can set it beside the
// text; only a person's name may be longer.
type Part struct{ Label, Text string }

// listItem is an entry of a list: a label and a text, either of which may be missing, a box where the
// entry can be done, and the person's own words.
type listItem struct {
	box         box
	label, text string
	quote       string
}

// box is what an entry that can be done begins with.
type box int

const (
	noBox box = iota
	openBox
	tickedBox
)

func items(parts []Part) []listItem {
	out := make([]listItem, len(parts))
	for i, p := range parts {
		out[i] = listItem{label: p.Label, text: p.Text}
	}
	return out
}

// labelled is the label with a colon, where it has no end of its own and a text follows.
func (i listItem) labelled() string {
	label := stages.OneLine(i.label)
	if label == "" || stages.OneLine(i.text) == "" || ended(label) {
		return label
	}
	return label + ":"
}

// linesOf are the lines of a person's own words, each of them clean.
func linesOf(text string) []string {
	var out []string
	for l := range strings.FieldsFuncSeq(text, func(c rune) bool { return strings.ContainsRune("\n\v\f\r\u0085\u2028\u2029", c) }) {
		if l = stages.OneLine(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// sentence ends a text with a full stop, where it has no end yet.
func sentence(text string) string {
	if text == "" || ended(text) {
		return text
	}
	return text + "."
}

func ended(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".?!…。？！", last)
}
