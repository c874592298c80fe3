package tui

import (
	"strings"
	"testing"
)

// The walk has eight frames of one clock, and nothing ticks after it.
func TestWalk(t *testing.T) {
	m, _ := openAt(80, 24)
	m = arrived(t, m)
	if !m.walking() || !strings.Contains(plain(m), "FOCAL POINT\n    Level 2 of 5, clear.") {
		t.Fatalf("it doesn't walk, or the sentence comes later:\n%s", plain(m))
	}
	frames := 0
	for ; m.walking(); frames++ {
		before := plain(m)
		next, cmd := m.Update(nextFrame{m.arrival.frame})
		if m = next.(Model); (cmd != nil) != m.walking() {
			t.Fatalf("frame %d: ticks %v, walks %v", frames, cmd != nil, m.walking())
		}
		if frames > 0 && plain(m) == before {
			t.Errorf("frame %d shows nothing new", frames)
		}
	}
	if frames != walkFrames {
		t.Errorf("%d frames", frames)
	}
	if _, cmd := m.Update(nextFrame{walkFrames}); cmd != nil {
		t.Error("it ticks after the walk")
	}
}

// A key ends the walk and counts as that key; a clock that comes late changes nothing.
func TestKeysEndTheWalk(t *testing.T) {
	for key, want := range map[string]string{"1": "where row 0", "2": "plan row 1", "3": "home row 2", "esc": "home row 2", "enter": "where row 0", "down": "arrival row 2"} {
		m, keep := openAt(80, 24)
		m = press(arrived(t, m), key)
		if got := where(m); !strings.HasPrefix(got, want) {
			t.Errorf("%s leads to %s, want %s", key, got, want)
		}
		if key == "2" && len(keep.plan.Items) != 1 {
			t.Error("the first step isn't in the plan")
		}
		if next, cmd := m.Update(nextFrame{0}); cmd != nil || next.(Model).walking() {
			t.Errorf("%s: it walks on", key)
		}
	}
}

// Nothing walks where nothing may move, and a result is arrived at once.
func TestNoWalk(t *testing.T) {
	for name, look := range map[string]Look{"no motion": {Colour: true, Still: true}, "no colour": {}} {
		cfg := config(80, 24, &shelf{})
		cfg.Look = look
		if m := arrived(t, New(cfg)); m.walking() || m.on != onArrival {
			t.Errorf("%s: walks %v, on %s", name, m.walking(), where(m))
		}
	}
	m, _ := openAt(80, 24)
	m = press(arrived(t, m), keys("3 2 esc 2")...)
	if m.on != onResult {
		t.Errorf("it is arrived at again: %s", where(m))
	}
}
