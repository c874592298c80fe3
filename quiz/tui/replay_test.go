package tui

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/session"
	"waymark/stages"
)

// The replay begins after the first answer, ends where the result does, and Esc leads back to the reasons.
func TestReplaySteps(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 16}, {80, 24}, {120, 40}, {160, 23}} {
		m, _ := openAt(size[0], size[1])
		m = press(whyTab(finished(t, m)), "down")
		from := where(m)
		m = press(m, "r")
		n := len(m.result.shown.Result.Interview.Asked)
		at := func(i int) string { return fmt.Sprintf("answer %d of %d", i, n) }
		for _, step := range []struct{ key, fact string }{{"", at(1)}, {"left", at(1)}, {"right", at(2)}, {"down", at(3)}, {"left", at(2)}, {"end", at(n)}, {"right", at(n)}, {"home", at(1)}} {
			if step.key != "" {
				m = press(m, step.key)
			}
			if fact := m.page().fact; fact != step.fact {
				t.Errorf("%v, after %q: %s, want %s", size, step.key, fact, step.fact)
			}
		}
		m = press(m, "end")
		if last := m.result.replay.steps[n-1]; *last.Level != *m.placement().Level || last.Certainty() != m.placement().Certainty() {
			t.Errorf("%v: it ends elsewhere", size)
		}
		if m = press(m, "esc"); where(m) != from {
			t.Errorf("%v: Esc leads to %s", size, where(m))
		}
		if m = press(m, "end", "enter"); len(m.result.replay.steps) == 0 {
			t.Errorf("%v: its row does not open it", size)
		}
	}
}

// A result of other questions than those of today says nothing of a replay.
func TestNoReplayOfOtherQuestions(t *testing.T) {
	m, _ := openAt(80, 24)
	m = finished(t, m)
	r := m.session.Results[stages.Stages]
	r.Snapshot.SHA256 = "another"
	m.session.Results = map[string]session.Result{stages.Stages: r}
	m = press(m.openResult(), "right")
	if text := plain(m); strings.Contains(text, "Replay") || len(press(m, "r").result.replay.steps) > 0 {
		t.Errorf("it offers one:\n%s", text)
	}
}

// Both answers of a contradiction stand in why at every size, each with its question.
func TestBothAnswersOfAContradiction(t *testing.T) {
	bank := builtin(t)
	var r session.Result
	var pair []string
	for seed := uint64(0); pair == nil; seed++ {
		rng := rand.New(rand.NewPCG(2, seed))
		r = sat(bank, stages.Stages, profiles[len(profiles)-1], rng, 60).Score(bank, nil, today)
		for _, w := range r.Placement.Warnings {
			if w.Kind == stages.WarnContradiction && len(w.Questions) == 2 {
				pair = w.Questions
			}
		}
	}
	for _, size := range [][2]int{{40, 12}, {80, 16}, {80, 23}, {80, 24}, {116, 24}, {120, 40}, {160, 23}, {160, 50}} {
		cfg := config(size[0], size[1], &shelf{})
		cfg.Session = session.New(bank, session.Saved{Results: []session.Result{r}})
		m := whyTab(New(cfg).openResult())
		_, rows := m.reasons()
		at := slices.IndexFunc(rows, func(row reason) bool { return slices.Equal(row.pair, pair) })
		if at < 0 {
			t.Fatalf("no row of %v in %v", pair, rows)
		}
		m.result.list = list{cursor: at}
		for _, id := range pair {
			q := r.Question(id)
			short := min(len(m.answerName(q)), 12)
			if text := plain(m); !strings.Contains(text, q.Name()[:min(20, len(q.Name()))]) || !strings.Contains(text, m.answerName(q)[:short]) {
				t.Errorf("%v lacks %q, %q:\n%s", size, q.Name(), m.answerName(q), text)
			}
		}
	}
}

// A replay shows the answer that it's at under its question, all of it or, at 40 columns, as many of the boxes as the lines hold.
func TestReplayShowsAnswer(t *testing.T) {
	const all = "One; Two; Some more than there's room for in so few columns"
	for _, test := range []struct {
		width, room int
		want        string
	}{{40, 1, "One; Two…"}, {40, 2, "One; Two…"}, {40, 4, all}, {40, 5, all}, {80, 1, all}, {120, 5, ""}} {
		m, _ := openAt(test.width, 40)
		m = press(whyTab(finished(t, m)), "r")
		r := &m.result.shown.Result
		at := slices.IndexFunc(r.Interview.Asked, func(id string) bool { return r.Question(id).Several() })
		r.Snapshot.Questions, r.Interview.Answers = slices.Clone(r.Snapshot.Questions), maps.Clone(r.Interview.Answers)
		q := r.Question(r.Interview.Asked[at])
		q.Short, q.Options = "boxes", []stages.Option{{ID: "a", Short: "One"}, {ID: "b", Short: "Two"}, {ID: "c", Short: "Some more than there's room for in so few columns"}}
		r.Interview.Answers[q.ID] = stages.Answer{Options: []string{"a", "b", "c"}}
		got := ""
		for _, l := range m.replayRow(at, q.ID, true, true, test.room).lines[1:] {
			got = strings.TrimSpace(got + " " + strings.TrimSpace(ansi.Strip(l.text)))
		}
		if got != test.want {
			t.Errorf("%d columns, %d lines: %q, want %q", test.width, test.room, got, test.want)
		}
	}
}
