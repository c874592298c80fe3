package tui

// help lists every key.
type help struct {
	from screen
	text list
}

func (m Model) openHelp() Model {
	m.help, m.on = help{from: m.on, text: nowhere}, onHelp
	return m
}

func (m Model) helpKey(k string) Model {
	switch k {
	case "esc", "enter", "?", "f1":
		m.on = m.help.from
	default:
		m.help.text = m.help.text.text(k, len(allKeys))
	}
	return m
}

var allKeys = []choice{
	{name: "↑ ↓", detail: "move up and down"},
	{name: "1 to 8", detail: "choose that row straight away"},
	{name: "Enter", detail: "choose the row under the cursor"},
	{name: "Space", detail: "tick, untick"},
	{name: "Tab", detail: "show more here, or less"},
	{name: "← →", detail: "previous, next"},
	{name: "9", detail: "on a question: your own example"},
	{name: "0", detail: "on a question: skip, and say why"},
	{name: "Esc", detail: "close what's open, then go home, then quit"},
	{name: "Ctrl+C", detail: "quit now; your answers are saved"},
	{name: "?", detail: "this page"},
}

func (m Model) helpPage() page {
	p := page{place: "Keys", at: m.help.text, hints: []hint{{"↑↓", "scroll"}, {"Esc", "back"}}}
	p.head = paint(m.palette.focal, wrap("The same everywhere. You only need letters where you write.", m.layout.text))
	for i, k := range allKeys {
		var r row
		for j, t := range wrap(k.detail, m.layout.text-10) {
			name := ""
			if j == 0 {
				name = k.name
			}
			r.lines = append(r.lines, line{text: pad(name, 10) + m.palette.quiet.Render(t)})
		}
		r.apart = i == 0
		p.rows = append(p.rows, r)
	}
	return p
}
