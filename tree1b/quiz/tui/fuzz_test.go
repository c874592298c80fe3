package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/session"
)

// pressed are the keys that a byte stands for, beside those that it is itself.
var pressed = []string{"up", "down", "left", "right", "enter", "esc", "space", "tab", "backspace", "home", "end", "pgup", "pgdown", "ctrl+j", "ctrl+u", "ctrl+d", "f1"}

// FuzzKeys presses any keys, in any order, on a terminal of any size: on the tests' own content, as someone who is new
// and as someone who has been through all of it. Nothing may panic, and every screen must fit its terminal. [TestMonkey]
// does so by chance, on the built-in content; here, what leads to new code is tried further.
func FuzzKeys(f *testing.F) {
	for _, keys := range []string{"1\x041\x042\x043\x04\x05", "\x01\x01\x04?\x05/plan\x04", "1\x04x3Lyon\x04\x05\x05", "\x81\x90\x80\xff1\x04", "3R\x04\x01\x01\x04"} {
		f.Add(keys, false)
		f.Add(keys, true)
	}
	f.Fuzz(func(t *testing.T, keys string, been bool) {
		if len(keys) > 200 {
			return // more of the same
		}
		width, height := 80, 24
		cfg := config(width, height, &shelf{})
		cfg.Session = session.New(bank(), session.Saved{})
		m := New(cfg)
		if been {
			m = finished(t, m)
		}
		for i := range len(keys) {
			var msg tea.Msg
			switch b := keys[i]; {
			case b >= 0x80:
				size := sizesTried[int(b)%len(sizesTried)]
				width, height = size[0], size[1]
				msg = tea.WindowSizeMsg{Width: width, Height: height}
			case b < ' ':
				msg = keyPress(pressed[int(b)%len(pressed)])
			default:
				msg = keyPress(string(b))
			}
			next, _ := m.Update(msg)
			m = next.(Model)
			if width >= leastWidth && height >= leastHeight {
				check(t, keys, m, width, height)
			}
		}
	})
}
