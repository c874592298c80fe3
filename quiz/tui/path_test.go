package tui

import (
	"strings"
	"testing"

	"waymark/stages"
)

// Only where it's open which level is the person's, those that it may be have their ink, with the way between, and what's said of them
// is as loud as the person's own word.
func TestPathHasThePersonsInkWhereTheyMayBe(t *testing.T) {
	two, three := 2, 3
	held := []float64{0, .5, .5, 0, 0}
	doubt := stages.Placement{Level: &two, SpeaksFor: &two, Posterior: held, Held: held, Confidence: .4}
	between, capped := doubt, doubt
	between.Confidence = .5
	capped.Confidence, capped.SpeaksFor, capped.HeldBy = .7, &three, &stages.Cap{}
	cfg, yes := config(120, 40, &shelf{}), true
	cfg.Dark = &yes
	m := New(cfg)
	way := strings.Repeat(lineDotted, m.pathColumns(5)[2]-m.pathColumns(5)[1]-1)
	for _, row := range []struct {
		says string
		of   stages.Placement
		loud bool
	}{{"3 could be ", doubt, true}, {"3 " + m.palette.quiet.Render("could be"), between, false}, {"3 " + m.palette.quiet.Render("within reach"), capped, false}} {
		ink := m.palette.plain
		if row.loud {
			ink = m.palette.accent
		}
		drawn := m.path(row.of)
		if open := ink.Render(way) + ink.Render(markNeighbour); !strings.Contains(drawn[1].text, open) {
			t.Errorf("%q: %q has no %q", row.says, drawn[1].text, open)
		}
		if !strings.Contains(drawn[0].text, row.says) {
			t.Errorf("%q has no %q", drawn[0].text, row.says)
		}
	}
}
