package tui

import (
	"strings"
	"testing"

	"waymark/stages"
)

// What the boxes are for stands over them, in front of the names of the axis, where there is room.
func TestBoxesAreNamedWhereThereIsRoom(t *testing.T) {
	for _, test := range []struct {
		width, height int
		named         bool
	}{{80, 24, true}, {120, 40, true}, {40, 12, false}} {
		m, _ := openAt(test.width, test.height)
		m = mapped(m, stages.Surroundings)
		if got := strings.Contains(plain(m), markOpen+" to negotiate"); got != test.named {
			t.Errorf("%v: named %v:\n%s", test, got, plain(m))
		}
		if m.layout.roomy && (m.boxKey(18) == "" || m.boxKey(17) != "") {
			t.Errorf("%v: it touches the axis, or leaves room unused", test)
		}
		scores := m.survey.result.Scores
		for i := range scores.Axes {
			helps := 1.0
			scores.Axes[i].Score = &helps
		}
		m.session.Plan.Items = nil
		if got := m.boxKey(40); got != "" {
			t.Errorf("%v: no row has a box, and yet %q", test, got)
		}
	}
}
