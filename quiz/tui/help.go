package tui

// help lists every key.
type help struct {
	from screen
	top  int
}

func (m Model) openHelp() Model {
	m.help, m.on = help{from: m.on}, onHelp
	return m
}

func (m Model) helpKey(k string) Model {
	switch k {
	case "up":
		m.help.top = max(0, m.help.top-1)
	case "down":
		m.help.top = min(m.help.top+1, len(allKeys)-1)
	case "esc", "enter", "?", "f1":
		m.on = m.help.from
	}
	return m
}

var allKeys = []choice{
	{name: "↑ ↓", detail: "move; at an end, stay"},
	{name: "1 to 8", detail: "choose that row at once"},
	{name: "Enter", detail: "choose the row under the cursor"},
	{name: "Space", detail: "tick, untick"},
	{name: "Tab", detail: "unfold what is folded here, fold it again"},
	{name: "← →", detail: "the one before, the one after"},
	{name: "9", detail: "on a question: your own example"},
	{name: "0", detail: "on a question: skip, and say why"},
	{name: "Esc", detail: "close the innermost thing; then home; then leave"},
	{name: "Ctrl+C", detail: "stop now; what is answered is kept"},
	{name: "?", detail: "this page"},
}

func (m Model) helpPage() page {
	p := page{place: "Keys", cursor: -1, top: m.help.top, hints: []hint{{"↑↓", "scroll"}, {"Esc", "back"}}}
	p.head = paint(m.inks.focal, wrap("The same everywhere. No letters are needed, save where you write.", m.sheet.text))
	for i, k := range allKeys {
		var r row
		for j, t := range wrap(k.detail, m.sheet.text-10) {
			name := ""
			if j == 0 {
				name = k.name
			}
			r.lines = append(r.lines, line{text: pad(name, 10) + m.inks.quiet.Render(t)})
		}
		r.apart = i == 0
		p.rows = append(p.rows, r)
	}
	return p
}
