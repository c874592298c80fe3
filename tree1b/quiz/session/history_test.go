package session_test

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// dated is a result of the stages so many days after today, of an attempt begun an hour before.
func dated(days int, aim string) session.Result {
	r := session.Result{Snapshot: stages.Catalog{Aims: stages.Aims{Options: []stages.Aim{{ID: "stay", Text: "Stay"}, {ID: "onward", Text: "Onward"}}}}}
	r.Assessment, r.Saved = stages.Stages, today.AddDate(0, 0, days)
	r.Started, r.Profile.Aim = r.Saved.Add(-time.Hour), aim
	return r
}

// aimed is a result whose aim was said anew so many days after today.
func aimed(r session.Result, days int, aim string) session.Result {
	at := today.AddDate(0, 0, days)
	r.Aimed, r.Profile.Aim = &at, aim
	return r
}

func stored(results ...session.Result) iter.Seq2[session.Result, error] {
	return func(yield func(session.Result, error) bool) {
		for _, r := range results {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// Of an attempt with several results the last counts, but each aim has its day.
func TestHistory(t *testing.T) {
	first, second := dated(-100, "stay"), dated(0, "stay")
	results := stored(second, aimed(first, -30, "onward"), aimed(first, -50, "stay"), first, dated(-200, ""))
	for _, test := range []struct {
		most int
		days string
		aims string
		more bool
	}{
		{9, "0 -100 -200", "stay 0, onward -30, stay -100", false},
		{5, "0 -100 -200", "stay 0, onward -30, stay -100", false},
		{4, "0 -100", "stay 0, onward -30, stay -100", true},
		{2, "0 -100", "stay 0, onward -30", true},
		{1, "0", "stay 0", true},
	} {
		h := session.ReadHistory(results, test.most)
		var days, aims []string
		for _, r := range h.Results {
			days = append(days, fmt.Sprint(math.Round(r.Saved.Sub(today).Hours()/24)))
		}
		for _, a := range h.Aims {
			if a.Text != map[string]string{"stay": "Stay", "onward": "Onward"}[a.ID] {
				t.Errorf("the words of %s are %q", a.ID, a.Text)
			}
			aims = append(aims, fmt.Sprintf("%s %v", a.ID, math.Round(a.Since.Sub(today).Hours()/24)))
		}
		if strings.Join(days, " ") != test.days || strings.Join(aims, ", ") != test.aims || h.More != test.more {
			t.Errorf("at most %d: %v, %v, more %v", test.most, days, aims, h.More)
		}
	}
}

func TestHistorySaysWhatCouldNotBeRead(t *testing.T) {
	h := session.ReadHistory(func(yield func(session.Result, error) bool) {
		_ = yield(session.Result{}, errors.New("one is damaged")) && yield(dated(0, ""), nil)
	}, 1)
	if len(h.Results) != 1 || fmt.Sprint(h.Notices) != "[one is damaged]" || h.More {
		t.Errorf("%+v", h)
	}
}

// standing is a result at a level with some certainty, the rest at the level below; and so is its one strand.
func standing(days, level int, certainty float64) session.Result {
	r := dated(days, "")
	r.Placement.Level = &level
	r.Placement.Held = make([]float64, 5)
	r.Placement.Held[level-1] = certainty
	if level > 1 {
		r.Placement.Held[level-2] = 1 - certainty
	}
	r.Placement.Strands = []stages.StrandResult{{ID: "craft", Level: &level, Posterior: r.Placement.Held}, {ID: "new", Level: &level}, {ID: "unknown"}}
	return r
}

// What lies between two results is the same whichever is named first, and as likely as both together make it.
func TestBetween(t *testing.T) {
	before, now := standing(-90, 2, .9), standing(0, 3, .8)
	before.Placement.Strands[1].ID = "old"
	now.Content.Version = "2"
	for _, d := range []session.Difference{session.Between(before, now, session.Plan{}), session.Between(now, before, session.Plan{})} {
		// Up, unless the second is really at 2 (.2) while the first is at 2 (.9).
		if d.Level == nil || d.Level.By() != 1 || math.Abs(d.Level.Odds-(1-.2*.9)) > 1e-9 || !d.Before.Saved.Equal(before.Saved) || !d.Content {
			t.Errorf("%+v, level %+v", d, d.Level)
		}
		if len(d.Strands) != 1 || d.Strands[0].ID != "craft" || d.Strands[0].By() != 1 {
			t.Errorf("strands %+v", d.Strands)
		}
	}
	if d := session.Between(standing(-1, 3, .8), standing(0, 2, 1), session.Plan{}); d.Level.By() != -1 || math.Abs(d.Level.Odds-.8) > 1e-9 || d.Content {
		t.Errorf("down: %+v", d.Level)
	}
	if d := session.Between(standing(-1, 3, .8), standing(0, 3, .7), session.Plan{}); d.Level.By() != 0 || math.Abs(d.Level.Odds-(.8*.7+.2*.3)) > 1e-9 {
		t.Errorf("level: %+v", d.Level)
	}
	now.Placement.Level = nil
	if d := session.Between(before, now, session.Plan{}); d.Level != nil {
		t.Errorf("without a level: %+v", d.Level)
	}
}

// Answers are compared by what was chosen, in whatever order; what was noted beside them is no other answer.
func TestBetweenComparesAnswers(t *testing.T) {
	with := func(days int, answers stages.Answers, asked ...string) session.Result {
		r := dated(days, "")
		r.Interview = stages.Interview{Asked: asked, Answers: answers}
		for _, id := range asked {
			r.Snapshot.Questions = append(r.Snapshot.Questions, stages.Question{ID: id, Ask: fmt.Sprintf("%s on day %d", id, days)})
		}
		return r
	}
	chosen := func(ids ...string) stages.Answer { return stages.Answer{Options: ids} }
	before := with(-90, stages.Answers{"same": chosen("x", "y"), "noted": chosen("x"), "other": chosen("x"), "skipped": chosen("x"), "gone": chosen("x")},
		"same", "noted", "other", "skipped", "gone")
	now := with(0, stages.Answers{"same": chosen("y", "x"), "noted": {Options: []string{"x"}, Evidence: "Lyon", Seconds: 3}, "other": chosen("y"),
		"skipped": {Skip: stages.NoChance}, "new": chosen("x")}, "same", "noted", "other", "skipped", "new")
	d := session.Between(before, now, session.Plan{})
	var changed []string
	for _, a := range d.Answers {
		changed = append(changed, fmt.Sprintf("%s then %s", a.Was.Ask, a.Question.Ask))
	}
	if want := "other on day -90 then other on day 0; skipped on day -90 then skipped on day 0"; strings.Join(changed, "; ") != want || d.Same != 2 || d.Asked != 5 {
		t.Errorf("%q, %d same of %d", changed, d.Same, d.Asked)
	}
	before.Snapshot.Questions = nil // the words of the second time are as near as there are
	if d := session.Between(before, now, session.Plan{}); d.Answers[0].Was == nil || d.Answers[0].Was.Ask != "other on day 0" {
		t.Errorf("was %+v", d.Answers[0].Was)
	}
}

// Steps count that were done after the first result, up to the second; the first done comes first.
func TestDoneBetween(t *testing.T) {
	var p session.Plan
	for i, days := range []int{0, -90, 1, -30, -60} {
		at := today.AddDate(0, 0, days)
		p.Items = append(p.Items, session.Item{Step: stages.Step{ID: fmt.Sprint(days)}, Done: &at})
		if i == 0 {
			p.Items = append(p.Items, session.Item{Step: stages.Step{ID: "open"}})
		}
	}
	var got []string
	for _, i := range session.Between(dated(-90, ""), dated(0, ""), p).Steps {
		got = append(got, i.Step.ID)
	}
	if strings.Join(got, " ") != "-60 -30 0" {
		t.Errorf("done in between: %v", got)
	}
}

// A month after the last result one comes back to take it again, by the calendar where one is.
func TestLongAgo(t *testing.T) {
	p := newPerson()
	if p.LongAgo(today) {
		t.Error("without a result")
	}
	p = does(t, p, "begin|answer b|answer b|answer a b|answer b c")
	for days, want := range map[int]session.Choice{29: session.ChooseResult, 30: session.ChooseAgain} {
		now := p.clock.AddDate(0, 0, days)
		if p.LongAgo(now) != (want == session.ChooseAgain) || p.First(now) != want {
			t.Errorf("after %d days %v, first %s", days, p.LongAgo(now), p.First(now))
		}
	}
	for i, days := range []int{-30, -10, 60} {
		by := p.clock.AddDate(0, 0, days)
		p.Plan.Items = append(p.Plan.Items, session.Item{Step: stages.Step{ID: fmt.Sprint(i)}, Added: p.clock, By: &by})
	}
	if n := p.Plan.Overdue(p.clock); n != 2 {
		t.Errorf("%d overdue", n)
	}
}

// Where one wants to go can be said at any time: the interview under way stays as it is.
func TestAimWhileUnderWay(t *testing.T) {
	p := does(t, newPerson().open(closing()), "begin|answer b|answer b|answer a b|answer b c|answer onward|wait 3600|begin|answer b")
	before := p.Attempts[stages.Stages]
	p = does(t, p, "leave|aim")
	if got := fmt.Sprint(p.Input().Ticked); got != "[onward]" {
		t.Errorf("marked: %s", got)
	}
	p = does(t, p, "answer product")
	if got := p.Results[stages.Stages].Profile.Aim; got != "product" || answers(p.Attempts[stages.Stages]) != answers(before) || !p.Underway(stages.Stages) {
		t.Errorf("aim %q, under way %+v", got, p.Attempts)
	}
	if p = does(t, p, "open|continue"); p.Asking == nil || p.Asking.Position != 1 || p.came() != "question trust-often" {
		t.Errorf("it goes on with %s", p.came())
	}
}
