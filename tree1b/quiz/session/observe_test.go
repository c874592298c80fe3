package session_test

import (
	"fmt"
	"reflect"
	"testing"

	"waymark/quiz/session"
	"waymark/stages"
)

// observer is someone who answers about another person.
func observer() *person {
	c := catalog()
	questions := c.Questions
	p := &person{store: &memory{saved: map[string]session.Attempt{}}, clock: today}
	return p.open(&stages.Catalog{ID: c.ID, Strands: c.Strands, Levels: c.Levels, Opinion: stages.Survey{Title: "About Ada", Questions: questions}})
}

func TestObserverIsAskedEverythingOnce(t *testing.T) {
	p := observer()
	if p.Root() != stages.Opinion || !p.Observing() || fmt.Sprint(p.Choices(today)) != "[begin]" {
		t.Fatalf("begins at %s, with %v", p.Root(), p.Choices(today))
	}
	if got := p.Skips(); !reflect.DeepEqual(got, []stages.Skip{stages.NotSeen}) {
		t.Errorf("the reasons are %v", got)
	}
	does(t, p, "begin")
	for i := range 4 {
		if p.event.Show != session.ShowQuestion || p.Asking.Position != i || p.Asking.First != 4 || p.Asking.Most != 4 {
			t.Fatalf("question %d is %+v, %+v", i, p.event, p.Asking)
		}
		does(t, p, "skip not-seen")
		if want := map[bool]string{true: "[review]", false: "[go on review]"}[i == 3]; fmt.Sprint(p.In(p.Root()).Choices(today)) != want {
			t.Errorf("after %d answers home offers %v", i+1, p.In(p.Root()).Choices(today))
		}
	}
	if p.event.Show != session.ShowStart || p.event.Say != session.AllObserved || len(p.store.Saved.Results) != 1 || len(p.store.saved) != 0 {
		t.Errorf("it ends with %+v, kept are %+v", p.event, p.store)
	}
	if newPerson().Root() != stages.Stages || newPerson().Observing() || len(newPerson().Skips()) != 3 {
		t.Error("a person observes themselves")
	}
}

// TestShare holds what a team may see to levels, sides of the workplace and steps.
func TestShare(t *testing.T) {
	three := 3
	high, low, middle := .9, .1, .5
	r := session.Result{Placement: stages.Placement{Strands: []stages.StrandResult{{ID: "craft", Level: &three}, {ID: "trust"}}}}
	place := session.Result{Scores: &stages.SurveyScores{Axes: []stages.AxisScore{{ID: "voice", Score: &high}, {ID: "load", Score: &low}, {ID: "path", Score: &middle}, {ID: "goals"}}}}
	for _, id := range []string{"voice", "load", "path", "goals"} {
		place.Snapshot.Surroundings.Winds = append(place.Snapshot.Surroundings.Winds, stages.Wind{ID: id})
	}
	s := session.Session{Results: map[string]session.Result{stages.Stages: r, stages.Surroundings: place},
		Plan: session.Plan{Mentor: "Ruth", Items: []session.Item{{Step: stages.Step{ID: "one"}, Evidence: "Lyon"}, {Step: stages.Step{ID: "two"}, Done: &today}}}}
	want := stages.Share{Strands: map[string]int{"craft": 3}, Helps: []string{"voice"}, Against: []string{"load"}, Steps: []string{"one", "two"}}
	if got := s.Share(); !reflect.DeepEqual(got, want) {
		t.Errorf("the share is %+v", got)
	}
}

// TestComparable leaves out what the content in force asks in other words, or no longer offers.
func TestComparable(t *testing.T) {
	p := does(t, newPerson(), whole)
	r := p.Results[stages.Stages]
	bank := func(change func(*stages.Catalog)) *stages.Bank {
		c := catalog()
		change(c)
		return stages.NewBank(c)
	}
	if got := r.Comparable(bank(func(*stages.Catalog) {})); !reflect.DeepEqual(got, r.Interview) {
		t.Errorf("of the same questions there is %+v, not %+v", got, r.Interview)
	}
	first, second := r.Interview.Asked[0], r.Interview.Asked[1]
	got := r.Comparable(bank(func(c *stages.Catalog) {
		for i := range c.Questions {
			switch c.Questions[i].ID {
			case first:
				c.Questions[i].Ask = "Something else?"
			case second:
				for j := range c.Questions[i].Options {
					c.Questions[i].Options[j].ID += "-new"
				}
			}
		}
	}))
	if _, there := got.Answers[first]; there || len(got.Answers) != len(r.Interview.Answers)-2 {
		t.Errorf("of changed questions there is %+v", got.Answers)
	}
}
