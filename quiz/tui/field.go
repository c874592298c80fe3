package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/report"
	"waymark/stages"
)

// field is a text field without a box. Its commands, which only blink the cursor, are left undone.
type field struct{ huh *huh.Text }

func newField(rows int, value string, width int) field {
	t := huh.NewText().Lines(rows).CharLimit(report.ExampleLimit).ExternalEditor(false).Value(&value)
	t.WithTheme(huh.ThemeFunc(func(bool) *huh.Styles {
		return &huh.Styles{Focused: huh.FieldStyles{TextInput: huh.TextInputStyles{
			Cursor: lipgloss.NewStyle().Reverse(true)}}}
	}))
	t.WithKeyMap(huh.NewDefaultKeyMap())
	t.Focus()
	f := field{t}
	f.resize(width)
	return f
}

func (f field) resize(width int) {
	if f.huh != nil {
		f.huh.WithWidth(width)
	}
}

func (f field) update(msg tea.Msg) { f.huh.Update(msg) }

// text returns what was written, without characters that could steer a terminal.
func (f field) text() string {
	value, _ := f.huh.GetValue().(string)
	return strings.TrimSpace(strings.Map(func(c rune) rune {
		if stages.Steers(c) {
			return -1
		}
		return c
	}, value))
}

// fieldLines are the rows of a field over the rule that shows where it is.
func (m Model) fieldLines(f field) []line {
	out := lines(strings.Split(f.huh.View(), "\n")...)
	for i, l := range out {
		if !strings.Contains(l.text, "\x1b[7") && strings.TrimSpace(ansi.Strip(l.text)) == "" {
			out[i].text = "" // huh colours the rows after the text, which NO_COLOR forbids
		}
	}
	return append(out, line{text: m.inks.rule.Render(strings.Repeat(lineLight, m.sheet.text))})
}
