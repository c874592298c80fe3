package quiz_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"waymark/content"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// ladders are the examples of other ladders.
var ladders = []struct {
	folder          string
	levels, strands int
}{
	{"../docs/examples/support", 6, 5},
	{"../docs/examples/product", 5, 7},
}

// TestLadders takes interviews on other ladders to their advice, in the full screen, in plain mode and with waymark
// score, and holds the results against each other. There is nothing to warn about in them.
func TestLadders(t *testing.T) {
	for _, ladder := range ladders {
		catalog, faults := content.Load(os.DirFS(ladder.folder))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		bank := stages.NewBank(catalog)
		reached := map[uint64]int{}
		for name, front := range map[string]func(*testing.T, *stages.Bank, uint64, func(int, *stages.Question) int) *session.Result{
			"full screen": interview, "line by line": dialogue,
		} {
			for seed, person := range persons {
				t.Run(fmt.Sprint(catalog.ID, ", ", name, ", seed ", seed), func(t *testing.T) {
					record := front(t, bank, seed, person)
					sameAsScore(t, seed, record, "--content", ladder.folder)
					p := record.Placement
					if p.Level == nil || len(p.Posterior) != ladder.levels || len(p.Held) != ladder.levels || len(p.Strands) != ladder.strands || len(p.Next) == 0 || !record.Valid() {
						t.Fatalf("the result is %+v", p)
					}
					reached[seed] = *p.Level
					exportsOf(t, record)
				})
			}
		}
		if reached[1] != 1 || reached[4] != ladder.levels {
			t.Errorf("%s: the lowest answers lead to level %d, the highest to %d", catalog.ID, reached[1], reached[4])
		}
	}
}

// exportsOf holds that what is made of a result names the person's level.
func exportsOf(t *testing.T, record *session.Result) {
	t.Helper()
	e := report.Export{Result: *record}
	name := report.LevelName(&record.Snapshot, *record.Placement.Level)
	var text, page, card, picture bytes.Buffer
	for _, err := range []error{e.Text(&text, 80), e.HTML(&page), e.CardText(&card, false), e.CardSVG(&picture, false)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, out := range []string{text.String(), page.String(), card.String(), picture.String()} {
		if !strings.Contains(out, name) && record.Placement.Certainty() != stages.Unclear {
			t.Errorf("%q is not in\n%s", name, out)
		}
	}
}
