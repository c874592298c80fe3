package report

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"waymark/quiz/session"
	"waymark/stages"
)

func writeMarkdown(out io.Writer, d document) error {
	m := &markdownRenderer{}
	d.title(m)
	d.body(m)
	d.foot(m)
	_, err := io.WriteString(out, m.String())
	return err
}

// markdownRenderer writes CommonMark with the tables and task lists of GitHub.
type markdownRenderer struct{ out strings.Builder }

func (m *markdownRenderer) String() string { return m.out.String() }

func (m *markdownRenderer) block(lines ...string) {
	if m.out.Len() > 0 {
		m.out.WriteByte('\n')
	}
	for _, l := range lines {
		m.out.WriteString(l + "\n")
	}
}

func (m *markdownRenderer) heading(level int, text string) {
	m.block(strings.Repeat("#", level) + " " + escape(text))
}

func (m *markdownRenderer) para(sentences ...string) {
	if text := escape(strings.Join(sentences, " ")); text != "" {
		m.block(text)
	}
}

func (m *markdownRenderer) list(numbered bool, items ...listItem) {
	airy := slices.ContainsFunc(items, func(it listItem) bool { return len(linesOf(it.quote)) > 0 })
	for i, it := range items {
		mark := "- "
		if numbered {
			mark = fmt.Sprintf("%d. ", i+1)
		}
		if i == 0 || airy {
			m.block()
		}
		m.out.WriteString(mark + it.markdown() + "\n")
		m.quote(strings.Repeat(" ", len(mark)), it.quote)
	}
}

// quote sets the person's own words under an entry, a paragraph for each of their lines.
func (m *markdownRenderer) quote(indent, text string) {
	between := ""
	for _, l := range linesOf(text) {
		m.out.WriteString(between + "\n" + indent + "> " + escape(l) + "\n")
		between = indent + ">"
	}
}

func (i listItem) markdown() string {
	var parts []string
	switch i.box {
	case openBox:
		parts = append(parts, "[ ]")
	case tickedBox:
		parts = append(parts, "[x]")
	}
	if label := escape(i.labelled()); label != "" {
		parts = append(parts, "**"+label+"**")
	}
	if text := escape(i.text); text != "" {
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}

func (m *markdownRenderer) table(head []string, rows [][]string) {
	row := func(cells []string) string {
		out := make([]string, len(cells))
		for i, c := range cells {
			out[i] = escape(c)
		}
		return "| " + strings.Join(out, " | ") + " |"
	}
	lines := []string{row(head), "|" + strings.Repeat(" --- |", len(head))}
	for _, cells := range rows {
		lines = append(lines, row(cells))
	}
	m.block(lines...)
}

const markdownPath = 72 // columns

// path is drawn as a block of code, where every column is one wide.
func (m *markdownRenderer) path(r session.Result) {
	path := PathOf(r.Placement)
	drawn := path.lines(path.step(markdownPath, pathStep), Inks{})
	m.block(append(append([]string{"```text"}, drawn...), "```")...)
}

func (m *markdownRenderer) strands(_ stages.Placement, head []string, rows [][]string) {
	m.table(head, rows)
}

func (m *markdownRenderer) overTime([]Reached, []string) {}

var (
	// anywhere are the characters that mean something to some reader of Markdown wherever they stand.
	anywhere = regexp.MustCompile("[\\\\`*_\\[\\]<>#|~${}]|&(?:#?[A-Za-z0-9]+;)")
	// atStart begin a list, a rule, an underline or a definition.
	atStart = regexp.MustCompile(`^(?:[-+=:]|\d+([.)]))`)
)

// escape makes one line of a text that Markdown shows as it is. A text that a person wrote, here or in
// YAML, can thus neither end the part it stands in nor begin another.
func escape(text string) string {
	text = anywhere.ReplaceAllString(stages.OneLine(text), `\$0`)
	return atStart.ReplaceAllStringFunc(text, func(s string) string {
		return s[:len(s)-1] + `\` + s[len(s)-1:]
	})
}
