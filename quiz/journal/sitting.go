package journal

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

// Sitting is one interview with its surroundings.
type Sitting struct {
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
func (s Sitting) Asker(bank *stages.Bank) stages.Asker {
	if form, ok := bank.Catalog().Forms()[s.Assessment]; ok {
		return form
	}
	return bank
}

// Known is the interview without the questions that the content no longer has.
func (s Sitting) Known(bank *stages.Bank) stages.Interview {
	iv, asker := s.Interview, s.Asker(bank)
	gone := func(id string) bool { return asker.Question(id) == nil }
	iv.Asked = slices.DeleteFunc(slices.Clone(iv.Asked), gone)
	iv.Answers = maps.Clone(iv.Answers)
	maps.DeleteFunc(iv.Answers, func(id string, _ stages.Answer) bool { return gone(id) })
	return iv
}

// Record is a finished sitting. It holds the words of what was asked and advised, so that it stays
// readable after the content has changed.
type Record struct {
	Sitting
	// Result is of the stages assessment, Survey of the others.
	Result stages.Result        `json:"result"`
	Survey *stages.SurveyResult `json:"survey,omitempty"`
	// Said is the part of the catalog that the result speaks of.
	Said stages.Catalog `json:"said"`
}

// Close places the person, or reads the survey, at a time. A survey also reads the last result of the
// stages assessment, where there is one.
func (s Sitting) Close(bank *stages.Bank, placed *stages.Result, now time.Time) Record {
	c := bank.Catalog()
	r := Record{Sitting: s, Said: stages.Catalog{ID: c.ID, Version: c.Version, Title: c.Title, SHA256: c.SHA256,
		Levels: c.Levels, Strands: c.Strands}}
	r.Saved = now
	iv := s.Known(bank)
	form, isSurvey := c.Forms()[s.Assessment]
	if !isSurvey {
		r.Result = bank.Place(iv)
		bank.Explain(iv, &r.Result)
		r.Said.Questions, r.Said.Steps = saidQuestions(c, iv), saidSteps(c, r.Result)
		return r
	}
	score := form.Score(iv, placed)
	score.Content = c.Ref()
	r.Survey = &score
	if s.Assessment == stages.Crossroads {
		r.Said.Crossroads = c.Crossroads
	} else {
		r.Said.Surroundings = c.Surroundings
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

func saidSteps(c *stages.Catalog, r stages.Result) []stages.Step {
	var out []stages.Step
	for _, step := range c.Steps {
		if slices.ContainsFunc(r.Next, func(n stages.NextStep) bool { return n.Step == step.ID }) {
			out = append(out, step)
		}
	}
	return out
}

// sound reports whether a record holds what its readers count on: the levels that it names, and a
// survey's result where it is of a survey. Only a file that somebody changed by hand does not.
func (r Record) sound() bool {
	if r.Assessment != stages.Stages {
		return r.Survey != nil && len(r.Said.Crossroads.Roads)+len(r.Said.Surroundings.Winds) > 0
	}
	levels := []*int{r.Result.Level, r.Result.SpeaksFor}
	for _, s := range r.Result.Strands {
		levels = append(levels, s.Level)
	}
	if h := r.Result.HeldBy; h != nil {
		levels = append(levels, &h.Level)
	}
	outside := func(level *int) bool { return level != nil && (*level < 1 || *level > stages.Levels) }
	return len(r.Said.Levels) == stages.Levels && !slices.ContainsFunc(levels, outside) &&
		(r.Result.Level == nil) == (r.Result.SpeaksFor == nil)
}
