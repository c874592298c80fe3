// List is as small as a list in Bubble Tea can be. BenchmarkScreen measures Waymark beside it.
package main

import (
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
)

type list struct{ at int }

func (list) Init() tea.Cmd { return nil }

func (l list) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "up":
			l.at = max(l.at-1, 0)
		case "down":
			l.at = min(l.at+1, 9)
		case "esc":
			return l, tea.Quit
		}
	}
	return l, nil
}

func (l list) View() tea.View {
	var b strings.Builder
	for n := range 10 {
		mark := " "
		if n == l.at {
			mark = ">"
		}
		fmt.Fprintf(&b, "%s Choice %d\n", mark, n+1)
	}
	v := tea.NewView(b.String() + "Esc quits")
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(list{}).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
