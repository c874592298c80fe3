package session

import (
	"maps"
	"reflect"
	"slices"
	"time"

	"waymark/stages"
)

// Desk is what a person has before them: what is under way, the last result of each assessment, and
// the plan. It is a value: each change is kept by the keeper first, and gives a new desk. Where the
// keeper fails, the desk is as it was.
type Desk struct {
	Bank   *stages.Bank
	Keeper Store
	Now    func() time.Time
	Seed   func() uint64 // draws the seed of a new interview

	Under map[string]Attempt // what is under way, by assessment
	Last  map[string]Result  // the last result of each
	Plan  Plan
}

// Lay returns the desk with what a journal holds: at most one sitting of each assessment, and the
// results, the oldest first.
func (d Desk) Lay(underway []Attempt, results []Result) Desk {
	d.Under, d.Last = map[string]Attempt{}, map[string]Result{}
	for _, s := range underway {
		d.Under[s.Assessment] = s
	}
	for _, r := range results {
		d.Last[r.Assessment] = r
	}
	return d
}

// Open returns the sitting of an assessment: the one under way, or the one that was finished last.
func (d Desk) Open(assessment string) Attempt {
	s, ok := d.Under[assessment]
	if !ok {
		s = d.Last[assessment].Attempt
	}
	s.Assessment = assessment
	return s
}

// Underway reports whether an assessment has answers that are not yet a result.
func (d Desk) Underway(assessment string) bool {
	_, ok := d.Under[assessment]
	return ok
}

// Profile is what the person told of themselves last.
func (d Desk) Profile() Profile { return d.Open(stages.Stages).Profile }

// Begin starts a new interview.
func (d Desk) Begin(assessment string, p Profile, quick bool) (Desk, error) {
	return d.keep(Attempt{
		Assessment: assessment,
		Content:    d.Bank.Catalog().Ref(),
		Started:    d.Now(),
		Profile:    p,
		Interview:  stages.Interview{Seed: d.Seed(), Quick: quick, Answers: stages.Answers{}},
	})
}

// Answer keeps an answer to a question of a sitting. The time of the first look stays, since it is
// what tells haste; an answer that is the same as before changes nothing.
func (d Desk) Answer(s Attempt, id string, a stages.Answer) (Desk, error) {
	old, again := s.Interview.Answers[id]
	if again {
		a.Seconds = old.Seconds
		if reflect.DeepEqual(old, a) {
			return d, nil
		}
	}
	s.Interview = s.Interview.With(id, a)
	return d.keep(s)
}

// keep puts a sitting where it cannot be lost, and makes it the one under way.
func (d Desk) keep(s Attempt) (Desk, error) {
	s.Saved = d.Now()
	if err := d.Keeper.Save(s); err != nil {
		return d, err
	}
	d.Under = maps.Clone(d.Under)
	d.Under[s.Assessment] = s
	return d, nil
}

// Finish places the person, or reads the survey, and keeps the result.
func (d Desk) Finish(assessment string) (Desk, error) {
	var placed *stages.Placement
	if last, ok := d.Last[stages.Stages]; ok {
		placed = &last.Placement
	}
	r := d.Open(assessment).Score(d.Bank, placed, d.Now())
	if err := d.Keeper.Finish(r); err != nil {
		return d, err
	}
	d.Last = maps.Clone(d.Last)
	d.Last[assessment] = r
	return d.forget(assessment), nil
}

// Abandon sets what is under way in an assessment aside.
func (d Desk) Abandon(assessment string) (Desk, error) {
	if err := d.Keeper.Abandon(assessment); err != nil {
		return d, err
	}
	return d.forget(assessment), nil
}

func (d Desk) forget(assessment string) Desk {
	d.Under = maps.Clone(d.Under)
	delete(d.Under, assessment)
	return d
}

// SavePlan keeps a plan.
func (d Desk) SavePlan(p Plan) (Desk, error) {
	if err := d.Keeper.SavePlan(p); err != nil {
		return d, err
	}
	d.Plan = p
	return d, nil
}

// Find looks a question of a sitting up in the content, else among what the last result was reached
// with. It is nil where neither knows it.
func (d Desk) Find(s Attempt, id string) *stages.Question {
	if q := s.Asker(d.Bank).Question(id); q != nil {
		return q
	}
	said := d.Last[s.Assessment].Snapshot.Questions
	if i := slices.IndexFunc(said, func(q stages.Question) bool { return q.ID == id }); i >= 0 {
		return &said[i]
	}
	return nil
}

// Review returns the questions of a sitting that can be shown, in the order of the strands, and the
// ids of those whose answers contradict one another.
func (d Desk) Review(s Attempt) (asked []*stages.Question, unlike []string) {
	place := map[string]int{}
	for i, strand := range d.Bank.Catalog().Strands {
		place[strand.ID] = i
	}
	for _, id := range s.Interview.Asked {
		if q := d.Find(s, id); q != nil {
			asked = append(asked, q)
		}
	}
	slices.SortStableFunc(asked, func(a, b *stages.Question) int { return place[a.Strand] - place[b.Strand] })
	if s.Assessment != stages.Stages {
		return asked, nil
	}
	for _, w := range d.Bank.Place(s.Known(d.Bank)).Warnings {
		if w.Kind == stages.WarnContradiction {
			unlike = append(unlike, w.Questions...)
		}
	}
	return asked, unlike
}
