package tui

import (
	"fmt"
	"slices"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"waymark/quiz/session"
	"waymark/stages"
)

// otherLadder is content of another number of levels and strands, two questions a strand.
func otherLadder(levels, strands int) *stages.Catalog {
	c := &stages.Catalog{ID: "other", Version: "1", Title: "Where you stand", SHA256: "0"}
	names := []string{"First Line", "Second Line", "Senior Engineer", "Lead", "Staff", "Senior Staff", "Principal", "支援技術者", "Distinguished Engineer"}
	for n, name := range names[:levels] {
		c.Levels = append(c.Levels, stages.Level{Level: n + 1, ID: fmt.Sprint("level-", n+1), Name: name, Line: "What one does there", About: "What it is.", Next: "What comes next."})
	}
	for d := range strands {
		s := stages.Strand{ID: fmt.Sprint("strand-", d+1), Name: fmt.Sprint("strand ", d+1), About: "What one does along it."}
		for n := range levels {
			s.At = append(s.At, fmt.Sprintf("What it looks like at %d.", n+1))
		}
		c.Strands = append(c.Strands, s)
		for n := range 2 {
			q := stages.Question{ID: fmt.Sprintf("%s-%d", s.ID, n+1), Strand: s.ID, Kind: stages.Frequency, Evidence: n == 1, Short: "what happened", Ask: "What happened?"}
			for o := range 5 {
				level := 1 + float64(o*(levels-1))/4
				q.Options = append(q.Options, stages.Option{ID: fmt.Sprint("at-", o+1), Level: level, Text: fmt.Sprintf("What one says at %g", level)})
			}
			c.Questions = append(c.Questions, q)
		}
	}
	return c
}

// climbed has answered everything on a ladder with one of its five options.
func climbed(t *testing.T, c *stages.Catalog, width, height int, option string) Model {
	t.Helper()
	cfg := config(width, height, &shelf{})
	cfg.Session = session.New(stages.NewBank(c), session.Saved{})
	m := press(New(cfg), "1", "1")
	for range stages.MaxQuestions + 1 {
		if m.on != onQuestion {
			return press(m, "1")
		}
		m = press(m, option)
	}
	t.Fatal("the interview does not end")
	return m
}

// TestOtherLadders holds paths and strips of another number of levels to pictures, on the narrowest screen and an
// ordinary one.
func TestOtherLadders(t *testing.T) {
	for _, levels := range []int{4, 6, 9} {
		for _, size := range sizes[:2] {
			t.Run(fmt.Sprintf("%d-levels-%dx%d", levels, size[0], size[1]), func(t *testing.T) {
				golden.RequireEqual(t, []byte(plain(climbed(t, otherLadder(levels, 5), size[0], size[1], "3"))))
			})
		}
	}
}

// TestEveryLadder looks at the main screens of every number of levels and of few and many strands, wherever one stands
// on them: nothing may be cut off or fall out.
func TestEveryLadder(t *testing.T) {
	for levels := stages.MinLevels; levels <= stages.MaxLevels; levels++ {
		for _, strands := range []int{1, 12} {
			c := otherLadder(levels, strands)
			for _, size := range sizes {
				for _, option := range []string{"1", "4", "5"} {
					name := fmt.Sprintf("%d levels, %d strands, answer %s", levels, strands, option)
					m := climbed(t, c, size[0], size[1], option)
					check(t, name, m, size[0], size[1])
					check(t, name+", level", press(m, "tab"), size[0], size[1])
					check(t, name+", second", press(m, "right"), size[0], size[1])
					check(t, name+", home", press(m, "esc"), size[0], size[1])
				}
			}
		}
	}
}

// Two names under a path have two blanks between them, as long as the last one has room.
func TestPathColumns(t *testing.T) {
	for last, want := range map[string][]int{"Partner": {0, 16, 32, 48, 65}, "Partners": {0, 16, 32, 48, 64}, "Distinguished Partner": {0, 14, 28, 42, 56}} {
		c := catalog()
		c.Levels[4].Name = last
		cfg := config(80, 24, &shelf{})
		cfg.Session = session.New(stages.NewBank(c), session.Saved{})
		if got := New(cfg).pathColumns(5); !slices.Equal(got, want) {
			t.Errorf("%s: levels in the columns %v, want %v", last, got, want)
		}
	}
}
