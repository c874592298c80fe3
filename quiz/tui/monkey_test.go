package tui

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/content"
	"waymark/quiz/session"
	"waymark/stages"
)

var presses = flag.Int("monkey", 3000, "how many keys, pastes, clicks and resizes TestMonkey makes")

// TestMonkey does anything, in any order, on the built-in content: keys, pastes, clicks and resizes, while the
// disk fills up and is cleared again. It begins as people of every profile: those who answer at one level, who
// skip everything, who answer by chance; with a result, half-way, with surveys and a plan. Nothing may panic, and
// every screen must fit its terminal. A million presses: go test ./quiz/tui -run Monkey -monkey 1000000
func TestMonkey(t *testing.T) {
	bank := builtin(t)
	const walk = 120 // presses before another person comes
	for n := range max(1, *presses/walk) {
		rng := rand.New(rand.NewPCG(1, uint64(n)))
		who := profiles[n%len(profiles)]
		keep := &shelf{}
		cfg := config(80, 24, keep)
		cfg.Session = session.New(bank, saved(bank, who, rng))
		cfg.ASCII = n%7 == 0
		if n%2 == 0 {
			cfg.Notes = func() []session.Noted {
				return []session.Noted{{At: today, Text: "Lyon"}, {At: today, Text: "工場\u202e, a line"}}
			}
		}
		var m tea.Model = New(cfg)
		width, height := 80, 24
		log := []string{}
		t.Run(fmt.Sprint(who.name, " ", n), func(t *testing.T) {
			defer func() {
				if r := recover(); r != nil {
					t.Fatalf("panics with %v after %q", r, log)
				}
			}()
			for range walk {
				msg := anything(rng, &width, &height)
				if rng.IntN(40) == 0 {
					keep.full = !keep.full
				}
				log = append(log, fmt.Sprint(msg))
				m, _ = m.Update(msg)
				if width >= leastWidth && height >= leastHeight {
					check(t, fmt.Sprint(log), m.(Model), width, height)
				}
			}
		})
	}
}

// builtin is the content that the program comes with.
func builtin(t *testing.T) *stages.Bank {
	t.Helper()
	catalog, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return stages.NewBank(catalog)
}

// profile is a way to answer.
type profile struct {
	name   string
	answer func(*stages.Question, *rand.Rand) stages.Answer
}

var profiles = []profile{
	{"level 1", near(1)}, {"level 2", near(2)}, {"level 3", near(3)}, {"level 4", near(4)}, {"level 5", near(5)},
	{"lowest", func(q *stages.Question, _ *rand.Rand) stages.Answer { return lowest(q) }},
	{"no chance", skipping(stages.NoChance)}, {"not my role", skipping(stages.NotMyRole)}, {"unsure", skipping(stages.Unsure)},
	{"one answer", func(q *stages.Question, rng *rand.Rand) stages.Answer {
		if rng.IntN(24) > 0 {
			return stages.Answer{Skip: stages.Skips()[rng.IntN(3)]}
		}
		return lowest(q)
	}},
	{"by chance", func(q *stages.Question, rng *rand.Rand) stages.Answer {
		return stages.Answer{Options: []string{q.Options[rng.IntN(len(q.Options))].ID}}
	}},
}

func near(level float64) func(*stages.Question, *rand.Rand) stages.Answer {
	return func(q *stages.Question, rng *rand.Rand) stages.Answer {
		best, off := "", 99.0
		for _, o := range q.Options {
			if d := max(o.Level-level, level-o.Level) + rng.Float64()/2; d < off {
				best, off = o.ID, d
			}
		}
		return stages.Answer{Options: []string{best}}
	}
}

func lowest(q *stages.Question) stages.Answer {
	if q.Several() {
		return stages.Answer{Options: []string{}}
	}
	return near(0)(q, rand.New(rand.NewPCG(1, 1)))
}

func skipping(reason stages.Skip) func(*stages.Question, *rand.Rand) stages.Answer {
	return func(*stages.Question, *rand.Rand) stages.Answer { return stages.Answer{Skip: reason} }
}

// saved is what a store holds of a person: mostly a result, at times an attempt under way, surveys and a plan.
func saved(bank *stages.Bank, who profile, rng *rand.Rand) session.Saved {
	var out session.Saved
	placed := map[string]session.Result{}
	if rng.IntN(5) > 0 {
		r := sat(bank, stages.Stages, who, rng, 60).Score(bank, nil, today)
		out.Results, placed[stages.Stages] = append(out.Results, r), r
		if rng.IntN(2) == 0 {
			day := today.AddDate(0, 0, rng.IntN(9)-6)
			out.Plan.CheckIn, out.Plan.Mentor = &day, "Ruth"
		}
		for i, a := range r.Ranked(bank, placed, session.Plan{}) {
			if rng.IntN(3) == 0 {
				out.Plan.Items = append(out.Plan.Items, session.Item{Step: *a.Words, Added: today.AddDate(0, 0, -7*i)})
			}
		}
	}
	for _, survey := range []string{stages.Crossroads, stages.Surroundings} {
		switch rng.IntN(3) {
		case 0:
			out.Results = append(out.Results, sat(bank, survey, who, rng, 60).Score(bank, placed, today))
		case 1:
			out.Attempts = append(out.Attempts, sat(bank, survey, who, rng, rng.IntN(9)))
		}
	}
	if rng.IntN(3) == 0 {
		out.Attempts = append(out.Attempts, sat(bank, stages.Stages, who, rng, rng.IntN(12)))
	}
	return out
}

// sat is an attempt in which someone answered, up to a number of questions.
func sat(bank *stages.Bank, assessment string, who profile, rng *rand.Rand, most int) session.Attempt {
	a := session.Attempt{Assessment: assessment, Started: today.AddDate(0, 0, -rng.IntN(90)), Saved: today,
		Interview: stages.Interview{Seed: rng.Uint64(), Answers: stages.Answers{}}}
	for range most {
		q, more := a.Asker(bank).Next(a.Interview)
		if !more {
			break
		}
		given := who.answer(q, rng)
		if rng.IntN(4) == 0 {
			given.Evidence = "Lyon, 工場, June: the operations lead saw it"
		}
		a.Interview = a.Interview.With(q.ID, given)
	}
	return a
}

var sizesTried = [][2]int{{40, 12}, {40, 24}, {47, 17}, {80, 12}, {80, 16}, {80, 20}, {80, 23}, {80, 24}, {100, 30}, {116, 24}, {116, 17}, {120, 40}, {160, 23}, {160, 50}, {200, 60}, {30, 9}}

// anything is what may come next.
func anything(rng *rand.Rand, width, height *int) tea.Msg {
	keys := []string{"up", "down", "down", "down", "left", "right", "right", "enter", "enter", "esc", "space", "tab",
		"1", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "?", "x", "backspace", "ctrl+j",
		"/", "/", "r", "r", "j", "k", "h", "l", "g", "G", "home", "end", "pgup", "pgdown", "ctrl+u", "ctrl+d"}
	switch n := rng.IntN(100); {
	case n < 4:
		size := sizesTried[rng.IntN(len(sizesTried))]
		*width, *height = size[0], size[1]
		return tea.WindowSizeMsg{Width: *width, Height: *height}
	case n < 7:
		return tea.PasteMsg{Content: []string{"Ada\nLovelace\n\nand more", "\x1b[31m\u202e工場", string(make([]byte, 900)), "\t"}[rng.IntN(4)]}
	case n < 12:
		return tea.MouseClickMsg{Y: rng.IntN(*height + 2), Button: tea.MouseLeft}
	case n < 14:
		return tea.MouseWheelMsg{Button: []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}[rng.IntN(2)]}
	default:
		return keyPress(keys[rng.IntN(len(keys))])
	}
}
