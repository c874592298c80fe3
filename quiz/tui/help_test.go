package tui

import (
	"strings"
	"testing"
)

// The page of keys tells each key once, and that of home has room in 24 rows and in 23.
func TestKeysAreToldOnce(t *testing.T) {
	for _, height := range []int{23, 24} {
		m, _ := openAt(80, height)
		if m = press(m, "?"); hides(m) {
			t.Errorf("in %d rows something of the keys is hidden:\n%s", height, plain(m))
		}
	}
	for _, scene := range scenes {
		m, _ := openAt(120, 60)
		told := map[string]bool{}
		for _, k := range together(scene.reach(t, m).keysHere()) {
			for name := range strings.SplitSeq(k.name, ", ") {
				told[name] = true
			}
		}
		for _, k := range untold(together(scene.reach(t, m).keysHere())) {
			if told[k.name] || strings.HasPrefix(k.name, "1") && told["1"] {
				t.Errorf("%s tells %s twice", scene.name, k.name)
			}
		}
	}
}

// A wide screen names the key that shows all keys wherever that works, and nowhere else.
func TestWideScreensNameTheKeyOfAllKeys(t *testing.T) {
	for _, scene := range scenes {
		for _, width := range []int{wideWidth, 160} {
			m, _ := openAt(width, 40)
			m = scene.reach(t, m)
			rows := strings.Split(plain(m), "\n")
			named := strings.Contains(rows[len(rows)-1], "   ? keys   Esc ")
			if works := m.on != onHelp && press(m, "?").on == onHelp; named != works {
				t.Errorf("%s at %d columns: %q, and it works: %t", scene.name, width, rows[len(rows)-1], works)
			}
		}
	}
}
