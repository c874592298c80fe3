package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/session"
)

// field is a text field without a box. Its commands, which only blink the cursor, are left undone. The zero
// field is closed.
type field struct {
	huh  *huh.Text
	rows int
	most int // characters
}

func newField(rows int, value string, width int) field {
	return newFieldFor(session.TextLimit, rows, value, width)
}

// newFieldFor is [newField] for so many characters.
func newFieldFor(most, rows int, value string, width int) field {
	t := huh.NewText().Lines(rows).CharLimit(most).ExternalEditor(false).Value(&value)
	t.WithTheme(huh.ThemeFunc(func(bool) *huh.Styles {
		return &huh.Styles{Focused: huh.FieldStyles{TextInput: huh.TextInputStyles{
			Cursor: lipgloss.NewStyle().Reverse(true)}}}
	}))
	t.WithKeyMap(huh.NewDefaultKeyMap())
	t.Focus()
	f := field{t, rows, most}
	f.resize(width)
	return f
}

// open reports whether keys go into the field.
func (f field) open() bool { return f.huh != nil }

func (f field) resize(width int) {
	if f.open() {
		f.huh.WithWidth(width)
	}
}

// of is the field with so many rows.
func (f field) of(rows int) field {
	f.huh.Lines(rows)
	f.rows = rows
	return f
}

// update hands a key or a paste to the field. A line of a field of one row does not end.
func (f field) update(msg tea.Msg) {
	if key, ok := msg.(tea.KeyPressMsg); ok && f.rows == 1 && slices.Contains([]string{"ctrl+j", "alt+enter"}, key.String()) {
		return
	}
	f.huh.Update(msg)
}

// text is what was written.
func (f field) text() string {
	value, _ := f.huh.GetValue().(string)
	return value
}

// field is the text field of the screen that the person is on; closed where there is none.
func (m Model) field() field {
	switch m.on {
	case onQuestion:
		return m.question.note
	case onSetup:
		return m.setup.name
	case onPlan:
		return m.plan.field
	case onCheckIn:
		return m.checkin.field
	case onSearch:
		return m.search.field
	}
	return field{}
}

func (m Model) fieldKey(msg tea.KeyPressMsg, k string) Model {
	m.sentence = line{}
	if next, took := m.notedKey(k); took {
		return next
	}
	switch m.on {
	case onSetup:
		return m.nameKey(msg, k)
	case onPlan:
		return m.planFieldKey(msg, k)
	case onCheckIn:
		return m.checkInFieldKey(msg, k)
	case onSearch:
		return m.searchKey(msg, k)
	}
	return m.noteKey(msg, k)
}

// typed hands a message to the field that is open, and keeps what stands in it as a draft before it shows.
func (m Model) typed(msg tea.Msg) Model {
	f := m.field()
	before := f.text()
	f.update(msg)
	if f.text() == before {
		return m
	}
	return m.draft()
}

// draft keeps what stands in the field.
func (m Model) draft() Model {
	f := m.field()
	switch m.on {
	case onSetup:
		return m.perform(session.TypeName{Text: f.text()})
	case onPlan:
		return m.perform(session.TypePlan{Row: m.planRow(), Text: f.text()})
	case onCheckIn:
		return m.perform(session.TypePlan{Row: session.StepRow(m.session.Checking.Step), Text: f.text()})
	case onSearch:
		m.search.list = list{} // on the best
		return m
	}
	return m.perform(session.Type{Text: f.text()})
}

// fieldRow is a field that keys go into: it looks as the row under the cursor does elsewhere.
func (m Model) fieldRow(f field) row {
	out := row{loose: true, lines: m.fieldLines(f)}
	last := len(out.lines) - 1
	for i := range last {
		out.lines[i].on = true
	}
	out.lines[0].gutter = markCursor
	if m.palette.bars() { // which shows where it ends
		out.lines[last].text = " " // with either, nothing else moves
	}
	return out
}

// fieldLines are the rows of a field, over the rule that shows where it ends.
func (m Model) fieldLines(f field) []line {
	out := lines(strings.Split(f.huh.View(), "\n")...)
	out = out[:min(len(out), f.rows)]
	for i, l := range out {
		if !strings.Contains(l.text, "\x1b[7") && strings.TrimSpace(ansi.Strip(l.text)) == "" {
			out[i].text = "" // huh colours the rows after the text, which NO_COLOR forbids
		}
	}
	return append(out, line{text: m.palette.rule.Render(strings.Repeat(lineLight, m.layout.text))})
}
