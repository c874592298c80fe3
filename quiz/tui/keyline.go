package tui

import (
	"strings"

	"waymark/quiz/locale"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// keyLine writes as many pairs as fit. Where it is narrow, moving and going back fall off first.
func keyLine(hints []hint, room int, roomy bool, k palette) string {
	gap := "  "
	if roomy {
		gap = "   "
	}
	width := func() int {
		w := -len(gap)
		for _, h := range hints {
			w += lipgloss.Width(h.keys) + 1 + lipgloss.Width(h.does) + len(gap)
		}
		return w
	}
	for _, drop := range []string{"↑↓", locale.Text("Ctrl+J"), "←", "→", "?", locale.Text("Tab"), locale.Text("Space")} {
		if width() <= room {
			break
		}
		var kept []hint
		for _, h := range hints {
			if h.keys != drop {
				kept = append(kept, h)
			}
		}
		hints = kept
	}
	parts := make([]string, len(hints))
	for i, h := range hints {
		parts[i] = h.keys + " " + k.quiet.Render(h.does)
	}
	return ansi.Truncate(strings.Join(parts, gap), room, ellipsis)
}
