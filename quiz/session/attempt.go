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
	// Serves is who the person does their work for: an answer to the content's first question.
	Serves string `json:"serves,omitempty"`
	// Aim is where the person wants to go: an answer to the content's last question. It steers advice.
	Aim string `json:"aim,omitempty"`
}

// Attempt is one interview: who takes it, with which content, and what was answered.
type Attempt struct {
	Schema     int               `json:"schema"`
	Assessment string            `json:"assessment"`
	Content    stages.ContentRef `json:"content"`
	// Started tells attempts apart. Saved is the time of the last answer, or of the result.
	Started   time.Time        `json:"started"`
	Saved     time.Time        `json:"saved"`
	Profile   Profile          `json:"profile"`
	Interview stages.Interview `json:"interview"`
}

// Asker asks the questions of the attempt's assessment.
func (a Attempt) Asker(bank *stages.Bank) stages.Asker {
	if survey := bank.Catalog().Survey(a.Assessment); survey != nil {
		return survey
	}
	return bank
}

// Question returns a question of the content in the words for those the person serves, or nil.
func (a Attempt) Question(bank *stages.Bank, id string) *stages.Question {
	q := a.Asker(bank).Question(id)
	if q == nil {
		return nil
	}
	return bank.Catalog().Serves.Worded(q, a.Profile.Serves)
}

// Known is the interview without the questions that the content no longer has.
func (a Attempt) Known(bank *stages.Bank) stages.Interview {
	iv, asker := a.Interview, a.Asker(bank)
	gone := func(id string) bool { return asker.Question(id) == nil }
	iv.Asked = slices.DeleteFunc(slices.Clone(iv.Asked), gone)
	iv.Answers = maps.Clone(iv.Answers)
	maps.DeleteFunc(iv.Answers, func(id string, _ stages.Answer) bool { return gone(id) })
	return iv
}

// Result is a finished attempt. It holds the words of what was asked and advised, so that it stays
// readable after the content has changed.
type Result struct {
	Attempt
	// Placement is of the stages assessment, Scores of the others.
	Placement stages.Placement     `json:"result"`
	Scores    *stages.SurveyScores `json:"survey,omitempty"`
	// Aimed is when the person said anew where they want to go, after the result.
	Aimed *time.Time `json:"aimed,omitempty"`
	// Snapshot is the part of the catalog that the result speaks of.
	Snapshot stages.Catalog `json:"said"`
}

// Score places the person, or scores the survey, at a time. It also reads the last results: a survey that of
// the stages assessment, and that one the road that pulls by the crossroads. It knows of no plan: see [Result.undone].
func (a Attempt) Score(bank *stages.Bank, last map[string]Result, now time.Time) Result {
	c := bank.Catalog()
	r := Result{Attempt: a, Snapshot: stages.Catalog{ID: c.ID, Version: c.Version, Title: c.Title, Language: c.Language, SHA256: c.SHA256,
		Levels: c.Serves.Levels(c.Levels, a.Profile.Serves), Strands: c.Serves.Strands(c.Strands, a.Profile.Serves)}}
	r.Saved = now
	iv := a.Known(bank)
	survey := c.Survey(a.Assessment)
	if survey == nil {
		r.Placement = bank.Place(iv)
		bank.Explain(iv, &r.Placement)
		r.Placement.Next = bank.Advise(iv, r.wishes(last, Plan{}))
		r.Snapshot.Questions, r.Snapshot.Steps = toldOf(c, a, r.Placement), advisedOf(c, a, r.Placement)
		r.Snapshot.Strengths, r.Snapshot.Shapes, r.Snapshot.Aims = shownIn(c, a), shapesFor(c, a), c.Aims
		return r
	}
	var placed *stages.Placement
	if r, ok := last[stages.Stages]; ok {
		placed = &r.Placement
	}
	scores := survey.Score(a.Assessment, iv, placed)
	scores.Content = c.Ref()
	r.Scores = &scores
	switch a.Assessment {
	case stages.Crossroads:
		r.Snapshot.Crossroads = c.Crossroads
	case stages.Opinion:
		r.Snapshot.Opinion = c.Opinion
	default:
		r.Snapshot.Surroundings = c.Surroundings
	}
	return r
}

// wishes are what advice depends on beside the answers.
func (r Result) wishes(last map[string]Result, plan Plan) stages.Wishes {
	w := stages.Wishes{Aim: r.Profile.Aim, Near: r.Placement.NearestUp(), Finished: plan.finished()}
	if place, ok := last[stages.Surroundings]; ok && place.Scores != nil {
		w.Light = place.Scores.Tired(&place.Snapshot.Surroundings)
	}
	if roads, ok := last[stages.Crossroads]; ok && roads.Scores != nil {
		survey := &roads.Snapshot.Crossroads
		w.Drawn, w.Did = roads.Scores.Drawn(survey), roads.Interview.Answers
		undecided := w.Aim == "" || w.Aim == stages.Open
		if road := survey.Road(w.Drawn); road != nil && road.Stays && undecided {
			w.Aim = stages.Stay
		} else if road != nil && roads.Scores.Near(road) {
			w.Drawn = "" // there's no need to lead them where they are
		}
	}
	return w
}

// toldOf are the questions that a result speaks of, in the words for those the person serves: those that were
// asked, and those that would change it.
func toldOf(c *stages.Catalog, a Attempt, r stages.Placement) []stages.Question {
	told := map[string]bool{}
	for id := range a.Interview.Answers {
		told[id] = true
	}
	for _, change := range r.WouldChange {
		for _, a := range change.Answers {
			told[a.Question] = true
		}
	}
	var out []stages.Question
	for i := range c.Questions {
		if told[c.Questions[i].ID] {
			out = append(out, *c.Serves.Worded(&c.Questions[i], a.Profile.Serves))
		}
	}
	return out
}

func advisedOf(c *stages.Catalog, a Attempt, r stages.Placement) []stages.Step {
	var out []stages.Step
	for i := range c.Steps {
		step := &c.Steps[i]
		if slices.ContainsFunc(r.Next, func(n stages.NextStep) bool { return n.Step == step.ID }) {
			out = append(out, *c.Serves.Step(step, a.Profile.Work, a.Profile.Serves))
		}
	}
	return out
}

// aimed is the result with the steps for another aim. Where the content has changed since, the steps stay:
// they would be of other questions than those that were answered.
func (r Result) aimed(bank *stages.Bank, aim string, last map[string]Result, plan Plan) Result {
	r.Profile.Aim = aim
	if r.Content == bank.Catalog().Ref() {
		r = r.readvised(bank, last, plan)
	}
	return r
}

// readvised is the result with its steps made anew, from the same answers. Where none is left, it keeps the words of
// those it had.
func (r Result) readvised(bank *stages.Bank, last map[string]Result, plan Plan) Result {
	r.Placement.Next = bank.Advise(r.Known(bank), r.wishes(last, plan))
	if len(r.Placement.Next) > 0 {
		r.Snapshot.Steps = advisedOf(bank.Catalog(), r.Attempt, r.Placement)
	}
	return r
}

// shownIn are the strengths that rest on an answer.
func shownIn(c *stages.Catalog, a Attempt) []stages.Strength {
	shown := map[*stages.Strength]bool{}
	for i := range c.Strands {
		for _, s := range c.Shown(a.Interview.Answers, c.Strands[i].ID) {
			shown[s.Strength] = true
		}
	}
	var out []stages.Strength
	for i := range c.Strengths {
		if shown[&c.Strengths[i]] {
			out = append(out, *c.Serves.Strength(&c.Strengths[i], a.Profile.Serves))
		}
	}
	return out
}

// shapesFor are the shapes in the person's words. Which one fits may change with the surveys.
func shapesFor(c *stages.Catalog, a Attempt) []stages.Shape {
	var out []stages.Shape
	for i := range c.Shapes {
		out = append(out, *c.Serves.Shape(&c.Shapes[i], a.Profile.Serves))
	}
	return out
}

// Question returns a question in the words in which it was asked, or nil.
func (r Result) Question(id string) *stages.Question {
	for _, list := range [][]stages.Question{r.Snapshot.Questions, r.Snapshot.Crossroads.Questions, r.Snapshot.Surroundings.Questions} {
		if i := slices.IndexFunc(list, func(q stages.Question) bool { return q.ID == id }); i >= 0 {
			return &list[i]
		}
	}
	return nil
}

// Survey is the survey that the result is of, as it was taken.
func (r Result) Survey() *stages.Survey {
	if r.Assessment == stages.Crossroads {
		return &r.Snapshot.Crossroads
	}
	return &r.Snapshot.Surroundings
}

// Valid reports whether a result holds what its readers count on: levels on the path, a level above a cap,
// and for a survey its scores and what they are of. Only a file that was changed by hand does not.
func (r Result) Valid() bool {
	switch p := r.Placement; r.Assessment {
	case stages.Stages:
		top := len(r.Snapshot.Levels)
		levels, whole := []*int{p.Level, p.SpeaksFor}, top >= stages.MinLevels && top <= stages.MaxLevels && len(p.Held) == top && len(p.Posterior) == top
		for _, s := range p.Strands {
			levels, whole = append(levels, s.Level), whole && len(s.Posterior) == top
		}
		off := func(level *int) bool { return level != nil && (*level < 1 || *level > top) }
		return whole && !slices.ContainsFunc(levels, off) &&
			(p.Level == nil) == (p.SpeaksFor == nil) && (p.HeldBy == nil || p.HeldBy.Level >= 1 && p.HeldBy.Level < top)
	case stages.Crossroads:
		return r.Scores != nil && len(r.Snapshot.Crossroads.Roads) > 0
	case stages.Surroundings:
		return r.Scores != nil && len(r.Snapshot.Surroundings.Winds) > 0
	}
	return false
}

// offers reports whether a question has every option of an answer.
func offers(q *stages.Question, a stages.Answer) bool {
	return !slices.ContainsFunc(a.Options, func(id string) bool { return q.Option(id) == nil })
}

// Review lists the questions of the result in the words in which they were asked, in the order of the
// strands, and the ids of those whose answers contradict one another.
func (r Result) Review() (asked []*stages.Question, contradict []string) {
	for _, id := range r.Interview.Asked {
		if q := r.Question(id); q != nil {
			asked = append(asked, q)
		}
	}
	return inOrder(asked, r.Snapshot.Strands), contradictions(r.Placement.Warnings)
}

// inOrder sorts questions by their strands.
func inOrder(questions []*stages.Question, strands []stages.Strand) []*stages.Question {
	place := map[string]int{}
	for i, strand := range strands {
		place[strand.ID] = i
	}
	slices.SortStableFunc(questions, func(x, y *stages.Question) int { return place[x.Strand] - place[y.Strand] })
	return questions
}

func contradictions(warnings []stages.Warning) []string {
	var out []string
	for _, w := range warnings {
		if w.Kind == stages.WarnContradiction {
			out = append(out, w.Questions...)
		}
	}
	return out
}
