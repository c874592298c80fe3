package tui

import "reflect"

// steady is the model on a sheet for its page, after what was before it. The sheet of a screen grows and never shrinks
// while the person is there, so that nothing jumps.
func (m Model) steady(before Model) Model {
	rows := sheetHeight
	if before.on == m.on && before.layout.height == m.layout.height && before.layout.width == m.layout.width {
		rows = before.layout.rows
	}
	return m.onSheet(rows)
}

// onSheet is the model on a sheet of at least so many rows that shows all the page would show of itself with the whole
// terminal to it.
func (m Model) onSheet(rows int) Model {
	terminal := m.layout.sheet(m.layout.height)
	m.layout = terminal
	if !terminal.airy || rows+sheetStep/2 > terminal.height {
		return m
	}
	all := m.page()
	for ; rows+sheetStep/2 <= terminal.height; rows += sheetStep {
		m.layout = terminal.sheet(rows)
		if p := m.page(); all.low || m.layout.holds(p) && reflect.DeepEqual(p, all) {
			return m
		}
	}
	m.layout = terminal
	return m
}
