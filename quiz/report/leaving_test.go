package report_test

import (
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// What's said of leaving never denies a reason that was given, and follows from the workplace where that was looked at.
func TestLeaving(t *testing.T) {
	const next, raise = "Answer the Surroundings questions next: they show which problem to raise first.",
		" Raise that with someone who could change it, and agree a date. If nothing has changed by then, it's reasonable to leave."
	for _, row := range []struct {
		when  string
		push  float64
		away  int // answers that speak for leaving
		place map[string]float64
		words string
	}{
		{"nothing speaks for it", .1, 0, nil, ""},
		{"nothing does, and the workplace helps more than it holds back", .1, 0, map[string]float64{"voice": .2, "path": .9}, ""},
		{"nothing does but the workplace", .1, 0, map[string]float64{"voice": .2, "path": .1, "value": .9}, "Your workplace holds you back in two ways, most of all on the path." + raise},
		{"one reason", .1, 1, nil, `One of your answers speaks for leaving: "elsewhere". ` + next},
		{"two reasons", .4, 2, map[string]float64{"voice": .2, "path": .9}, `Two of your answers speak for leaving: "elsewhere" and "elsewhere". Your workplace holds you back in one way: the voice.` + raise},
		{"reasons, and a workplace that helps", .4, 1, map[string]float64{"voice": .9}, `One of your answers speaks for leaving: "elsewhere".`},
		{"strong, as the move says", .5, 2, nil, next},
		{"strong, and the workplace was looked at", .5, 0, map[string]float64{"voice": .2}, "Your workplace holds you back in one way: the voice." + raise},
	} {
		r := moving(map[string]float64{"product-pull": .9, "push": row.push})
		for i := range r.Snapshot.Crossroads.Questions {
			q := &r.Snapshot.Crossroads.Questions[i]
			for j := range q.Options {
				if o := &q.Options[j]; o.ID == "away" {
					o.Short = "elsewhere"
				}
			}
			option := "craft"
			if i < row.away {
				option = "away"
			}
			r.Interview = r.Interview.With(q.ID, stages.Answer{Options: []string{option}})
		}
		e := report.Export{Surveys: []session.Result{r}}
		if row.place != nil {
			e.Surveys = append(e.Surveys, scored(stages.Surroundings, row.place))
		}
		if got := e.Leaving(r); got != row.words {
			t.Errorf("%s: %q, want %q", row.when, got, row.words)
		}
	}
	for weight, want := range map[float64]string{.5: "", 1: `One of your answers speaks for leaving: "Over other people's vacancies". ` + next} {
		title := moving(map[string]float64{"product-pull": .9, "push": .1})
		q := &title.Snapshot.Crossroads.Questions[0]
		for i := range q.Options {
			if o := &q.Options[i]; o.ID == "away" {
				o.Weights = map[string]float64{stages.PushAxis: weight}
			}
		}
		title.Interview = title.Interview.With(q.ID, stages.Answer{Options: []string{"away"}})
		if got := (report.Export{Surveys: []session.Result{title}}).Leaving(title); got != want {
			t.Errorf("one choice that weighs %.1f: %q", weight, got)
		}
		q.Kind = stages.Checklist
		if got := (report.Export{Surveys: []session.Result{title}}).Leaving(title); got == "" {
			t.Errorf("a box that weighs %.1f is no reason", weight)
		}
	}
	for chosen, said := range map[string]bool{"away": true, "craft": false} { // where it's asked most plainly
		here := moving(map[string]float64{"product-pull": .9, "push": .1})
		for i := range here.Snapshot.Crossroads.Questions[:2] {
			q := &here.Snapshot.Crossroads.Questions[i]
			for j := range q.Options {
				if o := &q.Options[j]; o.ID == "away" {
					o.Weights = map[string]float64{stages.PushAxis: float64(1 + i)}
				}
			}
			here.Interview = here.Interview.With(q.ID, stages.Answer{Options: []string{"away"}})
		}
		here.Interview = here.Interview.With(here.Snapshot.Crossroads.Questions[1].ID, stages.Answer{Options: []string{chosen}})
		if got := (report.Export{Surveys: []session.Result{here}}).Leaving(here); (got != "") != said {
			t.Errorf("%s where it's asked most plainly: %q", chosen, got)
		}
	}
	r := moving(map[string]float64{"product-pull": .9, "push": .9})
	e := report.Export{Surveys: []session.Result{r, scored(stages.Surroundings, map[string]float64{"voice": .2})}}.With(report.PartCrossroads)
	if got := e.Leaving(r); got != "" {
		t.Errorf("where the surroundings are left out: %q", got)
	}
	if got := e.Leaving(scored(stages.Crossroads, map[string]float64{"product-pull": .9, "push": .9})); got != "" {
		t.Errorf("content without moves: %q", got)
	}
}
