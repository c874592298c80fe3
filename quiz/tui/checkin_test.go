package tui

import (
	"strings"
	"testing"
)

// While one writes in a check-in, the key for a new line is named on a small screen too.
func TestCheckInNamesTheKeyForANewLine(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}} {
		m, _ := openAt(size[0], size[1])
		if text := plain(press(checkInDue(t, m), keys("1 2")...)); !strings.Contains(text, "Ctrl+J new line") || !strings.Contains(text, "Esc back") {
			t.Errorf("%v:\n%s", size, text)
		}
	}
}
