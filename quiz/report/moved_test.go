package report_test

import (
	"testing"
	"time"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// standing is a result that's certain of its level and of these strands.
func standing(level int, strands ...int) session.Result {
	r := session.Result{Placement: stages.Placement{Level: &level, Confidence: 1, Held: certain(level)}}
	r.Interview.Asked = []string{"one"} // which has no answer to compare
	r.Saved = time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)
	for i := range strands {
		id := string(rune('a' + i))
		s := stages.StrandResult{ID: id}
		if strands[i] > 0 {
			s.Level, s.Posterior = &strands[i], certain(strands[i])
		}
		r.Placement.Strands = append(r.Placement.Strands, s)
		r.Snapshot.Strands = append(r.Snapshot.Strands, stages.Strand{ID: id, Name: "Strand " + id})
	}
	return r
}

func certain(level int) []float64 {
	posterior := make([]float64, 5)
	posterior[level-1] = 1
	return posterior
}

// byChance is a result that could as well be one level lower.
func byChance(r session.Result) session.Result {
	r.Placement.Held = []float64{.2, .4, .4, 0, 0}
	return r
}

func TestMoved(t *testing.T) {
	for _, row := range []struct {
		before, now session.Result
		words       string
	}{
		{standing(2, 2, 3), standing(2, 2, 3), "Since 12 March 2026: level and strands are as they were."},
		{standing(2, 2, 3), standing(3, 2, 3), "Since 12 March 2026: up one level."},
		{standing(4, 2, 3), standing(2, 3, 1), "Since 12 March 2026: down two levels; Strand a up one, Strand b down two."},
		{standing(2, 2, 3), byChance(standing(3, 2, 3)), "Since 12 March 2026: up one level, which may be chance."},
		{standing(2, 2, 3), standing(2, 3, 3), "Since 12 March 2026: Strand a up one."},
		{standing(2, 0, 3), standing(2, 2, 0), "Since 12 March 2026: the level is as it was."}, // not assessed both times
		{session.Result{}, standing(2), ""},
	} {
		if got := report.Moved(row.before, row.now); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
	}
}

func TestDue(t *testing.T) {
	now := time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)
	for days, words := range map[int]string{-3: "overdue by 3 days", -1: "overdue by 1 day", 0: "due today", 1: "due tomorrow", 5: "due in five days"} {
		item := session.Item{Step: stages.Step{ID: "s", Weeks: 1}, Added: now.AddDate(0, 0, days-7)}
		if got := report.Due(item, now); got != words {
			t.Errorf("%d days: %q, want %q", days, got, words)
		}
	}
}
