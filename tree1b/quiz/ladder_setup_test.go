package quiz_test

import (
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/content"
	"waymark/quiz/plain"
	"waymark/quiz/session"
	"waymark/quiz/tui"
	"waymark/stages"
)

// TestWhatIsAskedBeforehandFollowsTheContent asks for the kind of work, and says who a customer is, only where the
// content differs by the one and says the other.
func TestWhatIsAskedBeforehandFollowsTheContent(t *testing.T) {
	ladder, faults := content.Load(os.DirFS("../docs/examples/product"))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	builtin, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []*stages.Catalog{ladder, builtin} {
		own := c == builtin
		if c.ByWork() != own {
			t.Errorf("%s: ByWork is %v", c.ID, c.ByWork())
		}
		bank := stages.NewBank(c)
		now := func() time.Time { return time.Date(2026, 4, 6, 12, 0, 0, 0, time.UTC) }
		seed := func() uint64 { return 1 }
		for _, size := range [][2]int{{80, 24}, {40, 12}} {
			var m tea.Model = tui.New(tui.Config{Screen: size, Session: session.New(bank, session.Saved{}), Store: &last{}, Seed: seed, Now: now})
			m, _ = m.Update(tea.KeyPressMsg{Code: '1', Text: "1"})
			shown := m.View().Content
			if strings.Contains(shown, "Your work") != own || strings.Contains(shown, "A customer") != own || !strings.Contains(shown, "Your time") {
				t.Errorf("%s:\n%s", c.ID, shown)
			}
			row := map[bool]string{false: "2", true: "3"}[own]
			m, _ = m.Update(tea.KeyPressMsg{Code: rune(row[0]), Text: row})
			if after := m.View().Content; after == shown {
				t.Errorf("%s: %s changes nothing:\n%s", c.ID, row, after)
			}
		}
		var out strings.Builder
		err := plain.Run(plain.Config{Session: session.New(bank, session.Saved{}), Store: &last{}, Seed: seed, Now: now}, strings.NewReader("1\nq\n"), &out)
		if err != nil || strings.Contains(out.String(), "Your work") != own || strings.Contains(out.String(), "A customer") != own {
			t.Errorf("%s: %v\n%s", c.ID, err, out.String())
		}
	}
}
