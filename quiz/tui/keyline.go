package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
)

// scrollHint is the hint that a text scrolls, where it does.
func (l layout) scrollHint(p page) []hint {
	if room := l.room(p); l.whole(l.packed(p), room) != nil && l.paneOver(p, room) == 0 {
		return nil
	}
	return []hint{{"↑↓", "scroll"}}
}

// helped are the keys of a roomy layout with the one that shows all of them before the last, where there's room for it, and unless one
// writes into a field.
func (m Model) helped(hints []hint) []hint {
	named := slices.ContainsFunc(hints, func(h hint) bool { return h.keys == "?" })
	if !m.layout.roomy || named || len(hints) == 0 || m.on == onHelp || m.field().open() {
		return hints
	}
	with := slices.Insert(slices.Clone(hints), len(hints)-1, hint{"?", "keys"})
	if keysWidth(with, "   ") > m.layout.right-m.layout.left {
		return hints
	}
	return with
}

// keysWidth is how wide a key line is.
func keysWidth(hints []hint, gap string) int {
	w := -len(gap)
	for _, h := range hints {
		w += lipgloss.Width(h.keys) + 1 + lipgloss.Width(h.does.String()) + len(gap)
	}
	return w
}

// keyLine writes as many pairs as fit. Where it is narrow, moving and going back fall off first.
func keyLine(hints []hint, room int, roomy bool, k palette) string {
	gap := "  "
	if roomy {
		gap = "   "
	}
	width := func() int { return keysWidth(hints, gap) }
	for _, drop := range []string{"↑↓", locale.Text("Ctrl+J"), "←", "→", "?", locale.Text("Tab"), locale.Text("Space")} {
		if width() <= room {
			break
		}
		var kept []hint
		inWords := arrowsInWords(drop)
		for _, h := range hints {
			if h.keys != drop && h.keys != inWords {
				kept = append(kept, h)
			}
		}
		hints = kept
	}
	for len(hints) > 2 && width() > room { // in a language of longer words; the first and Esc stay
		hints = slices.Delete(slices.Clone(hints), len(hints)-2, len(hints)-1)
	}
	parts := make([]string, len(hints))
	for i, h := range hints {
		parts[i] = h.keys + " " + k.quiet.Render(h.does.String())
	}
	return cut(strings.Join(parts, gap), room)
}
