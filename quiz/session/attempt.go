package session

import (
	"maps"
	"slices"
	"time"

	"waymark/stages"
)

// Profile is what a person told about themselves. It chooses examples and wording, never the level.
type Profile struct {
	Name string `json:"name,omitempty"`
	Work string `json:"work,omitempty"` // support, engineering or consulting
}

// Attempt is one interview with its surroundings.
type Attempt struct {
	Schema     int               `json:"schema"`
	Assessment string            `json:"assessment"`
	Content    stages.ContentRef `json:"content"`
	// Started tells sittings apart. Saved is the time of the last answer, or of the result.
	Started   time.Time        `json:"started"`
	Saved     time.Time        `json:"saved"`
	Profile   Profile          `json:"profile"`
	Interview stages.Interview `json:"interview"`
}

// Asker asks the questions of the sitting's assessment.
func (s Attempt) Asker(bank *stages.Bank) stages.Asker {
	if survey := bank.Catalog().Survey(s.Assessment); survey != nil {
		return survey
	}
	return bank
}

// Known is the interview without the questions that the content no longer has.
func (s Attempt) Known(bank *stages.Bank) stages.Interview {
	iv, asker := s.Interview, s.Asker(bank)
	gone := func(id string) bool { return asker.Question(id) == nil }
	iv.Asked = slices.DeleteFunc(slices.Clone(iv.Asked), gone)
	iv.Answers = maps.Clone(iv.Answers)
	maps.DeleteFunc(iv.Answers, func(id string, _ stages.Answer) bool { return gone(id) })
	return iv
}

// Result is a finished sitting. It holds the words of what was asked and advised, so that it stays
// readable after the content has changed.
type Result struct {
	Attempt
	// Placement is of the stages assessment, Survey of the others.
	Placement stages.Placement     `json:"result"`
	Survey    *stages.SurveyScores `json:"survey,omitempty"`
	// Snapshot is the part of the catalog that the result speaks of.
	Snapshot stages.Catalog `json:"said"`
}

// Score places the person, or reads the survey, at a time. A survey also reads the last result of the
// stages assessment, where there is one.
func (s Attempt) Score(bank *stages.Bank, placed *stages.Placement, now time.Time) Result {
	c := bank.Catalog()
	r := Result{Attempt: s, Snapshot: stages.Catalog{ID: c.ID, Version: c.Version, Title: c.Title, SHA256: c.SHA256,
		Levels: c.Levels, Strands: c.Strands}}
	r.Saved = now
	iv := s.Known(bank)
	survey := c.Survey(s.Assessment)
	if survey == nil {
		r.Placement = bank.Place(iv)
		bank.Explain(iv, &r.Placement)
		r.Snapshot.Questions, r.Snapshot.Steps = saidQuestions(c, iv), saidSteps(c, r.Placement)
		return r
	}
	score := survey.Score(s.Assessment, iv, placed)
	score.Content = c.Ref()
	r.Survey = &score
	if s.Assessment == stages.Crossroads {
		r.Snapshot.Crossroads = c.Crossroads
	} else {
		r.Snapshot.Surroundings = c.Surroundings
	}
	return r
}

func saidQuestions(c *stages.Catalog, iv stages.Interview) []stages.Question {
	var out []stages.Question
	for _, q := range c.Questions {
		if _, asked := iv.Answers[q.ID]; asked {
			out = append(out, q)
		}
	}
	return out
}

func saidSteps(c *stages.Catalog, r stages.Placement) []stages.Step {
	var out []stages.Step
	for _, step := range c.Steps {
		if slices.ContainsFunc(r.Next, func(n stages.NextStep) bool { return n.Step == step.ID }) {
			out = append(out, step)
		}
	}
	return out
}

// Valid reports whether a record holds what its readers count on: the levels that it names, and a
// survey's result where it is of a survey. Only a file that somebody changed by hand does not.
func (r Result) Valid() bool {
	if r.Assessment != stages.Stages {
		return r.Survey != nil && len(r.Snapshot.Crossroads.Roads)+len(r.Snapshot.Surroundings.Winds) > 0
	}
	levels := []*int{r.Placement.Level, r.Placement.SpeaksFor}
	for _, s := range r.Placement.Strands {
		levels = append(levels, s.Level)
	}
	if h := r.Placement.HeldBy; h != nil {
		levels = append(levels, &h.Level)
	}
	outside := func(level *int) bool { return level != nil && (*level < 1 || *level > stages.Levels) }
	return len(r.Snapshot.Levels) == stages.Levels && !slices.ContainsFunc(levels, outside) &&
		(r.Placement.Level == nil) == (r.Placement.SpeaksFor == nil)
}
