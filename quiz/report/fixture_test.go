package report_test

import (
	"fmt"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// TestMain lets garbage lie longer: these tests make much of it, and there is memory enough.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}

// catalog is content made for these tests, so that a change of the built-in words moves no golden.
func catalog() *stages.Catalog {
	c := &stages.Catalog{ID: "test", Version: "1", Title: "Where you stand", SHA256: "0"}
	for i, name := range []string{"Problem Solver", "Focal Point", "Design Partner", "Trusted Advisor", "Partner"} {
		c.Levels = append(c.Levels, stages.Level{Level: i + 1, ID: fmt.Sprint("level-", i+1), Name: name, Line: "What a " + name + " does",
			About: "People bring you what nobody else has solved.", Feels: "The best hour is the one in which it makes sense.",
			ReliedOn: "The team relies on a straight answer.", Trap: "The next problem is waiting already.",
			Next: "Somebody to serve who knows your name.", Keep: "Keep your hands on the work."})
	}
	c.Levels[1].Needs, c.Levels[1].Opens = []string{"customer", "trust"}, "one customer, and another team counts as one"
	for _, id := range []string{"craft", "customer", "design", "voice", "trust", "reach"} {
		c.Strands = append(c.Strands, stages.Strand{ID: id, Name: id,
			At: []string{"You begin.", "You are asked.", "You weigh.", "You direct.", "You frame what nobody owns."}})
		c.Questions = append(c.Questions, ladder(id, 1), ladder(id, 2), boxes(id))
		for level := 2; level <= 5; level++ {
			c.Steps = append(c.Steps, advice(id, level))
		}
		for _, level := range []int{2, 4} {
			c.Strengths = append(c.Strengths, stages.Strength{Strand: id, Level: level, On: shownBy(c.Questions, id, level),
				Shows: map[string]string{"product": fmt.Sprintf("You find the need, at %d.", level), "architect": "You weigh the cost.", "manager": "You carry it through.", "service": "You calm them."}})
		}
	}
	for i := range c.Questions {
		for j := range c.Questions[i].Options {
			if o := &c.Questions[i].Options[j]; o.SpeaksFor(2) {
				o.Did = fmt.Sprintf("Did what is done at %g", o.Level)
			}
		}
	}
	c.Questions[0].Pair = "craft-2"
	c.Crossroads, c.Surroundings = crossroads(), surroundings()
	return c
}

func ladder(strand string, n int) stages.Question {
	q := stages.Question{ID: fmt.Sprintf("%s-%d", strand, n), Strand: strand, Kind: stages.Ladder, Evidence: n == 1,
		Short: fmt.Sprintf("a design expected to fail, %d", n), Ask: "The last time a customer insisted on a design you expected to fail, what happened?"}
	for level := 1; level <= 5; level++ {
		q.Options = append(q.Options, stages.Option{ID: fmt.Sprint("at-", level), Level: float64(level),
			Text: fmt.Sprintf("What somebody at %d would say, in full", level), Short: fmt.Sprintf("answer at %d", level)})
	}
	return q
}

func boxes(strand string) stages.Question {
	q := stages.Question{ID: strand + "-boxes", Strand: strand, Kind: stages.Checklist, Evidence: true, Short: "what you left behind",
		Ask: "Which of these did you leave with a customer in the last year?"}
	for level := 1; level <= 5; level++ {
		q.Options = append(q.Options, stages.Option{ID: fmt.Sprint("box-", level), Level: float64(level), Text: fmt.Sprintf("A thing that stays, of %d", level)})
	}
	return q
}

// blockers are the sides of the workplace that a step's action for such a workplace is about, by strand.
var blockers = map[string][]string{"craft": {"path"}, "customer": {"voice"}, "design": {"voice"}, "reach": {"value"}}

func advice(strand string, level int) stages.Step {
	return stages.Step{ID: fmt.Sprintf("%s-to-%d", strand, level), Strand: strand, Level: level, Title: "Show your next design yourself",
		Moves: map[string]string{strand + "-1": fmt.Sprint("at-", level)}, // the first question only
		Why:   "A design is believed because of who shows it.", First: "Ask for ten minutes in the next review.", With: "Your lead",
		Leaves: "A page that stays", Worked: "when somebody else quotes it", Weeks: 4, NoChance: "Ask another team for theirs.",
		InTheWay: "Ask who may show designs, and why.", BlockedBy: blockers[strand], Read: []stages.Reference{{Title: "The Mythical Man-Month", Author: "Frederick P. Brooks", Year: 1975}}}
}

func crossroads() stages.Survey {
	s := stages.Survey{Title: "Crossroads", Line: "five roads", PushText: "You want away. That is not yet a road."}
	for _, id := range []string{"expert", "product", "craft"} {
		s.Roads = append(s.Roads, stages.Road{ID: id, Name: "The " + id + " road", Line: "A road to walk", Pull: "It draws people who ask why.",
			Transfers: "Knowing how things break.", From: map[string]string{"support": "Knowing how things break at night."}, Missing: "Saying no.",
			Costs: "The keyboard.", Try: "Write one page.", Tells: "If you forget the time, go on.", Weeks: 2, Strands: map[string]float64{"craft": 4}})
	}
	for i := range 3 {
		s.Questions = append(s.Questions, stages.Question{ID: fmt.Sprint("road-", i), Kind: stages.Situation, Ask: "When did you last forget the time at work?",
			Options: []stages.Option{
				{ID: "expert", Text: "Over a fault", Weights: map[string]float64{"expert-pull": 2, "expert-ready": 1}},
				{ID: "product", Text: "Over what somebody needed", Weights: map[string]float64{"product-pull": 2, "product-ready": 1}},
				{ID: "craft", Text: "Over an old habit", Weights: map[string]float64{"craft-pull": 2}},
				{ID: "away", Text: "Over other people's vacancies", Weights: map[string]float64{"push": 2}},
			}})
	}
	return s
}

func surroundings() stages.Survey {
	s := stages.Survey{Title: "Surroundings"}
	for i, id := range []string{"voice", "path", "value"} {
		s.Winds = append(s.Winds, stages.Wind{ID: id, Name: "The " + id, About: "Whether it is heard.", Tailwind: "Use it.",
			Headwind: "It is not your fault.", Negotiate: "Ask for one answer.", Leave: "When nobody answers.",
			Strands: [][]string{{"customer", "design"}, {"craft"}, {"reach"}}[i]})
		for n := range 2 {
			s.Questions = append(s.Questions, stages.Question{ID: fmt.Sprintf("place-%s-%d", id, n), Kind: stages.Ladder,
				Ask: "What became of the last thing you reported?",
				Options: []stages.Option{
					{ID: "lost", Text: "Nobody knows", Weights: map[string]float64{id: -2}},
					{ID: "half", Text: "Half of it", Weights: map[string]float64{id: 0}},
					{ID: "done", Text: "It was done", Weights: map[string]float64{id: 2}},
				}})
		}
	}
	return s
}

var day = time.Date(2026, 3, 12, 17, 30, 0, 0, time.UTC)

// attempt answers questions in the order of the content, with the option that choose gives, and the
// example that goes with it.
func attempt(c *stages.Catalog, assessment, example string, choose func(stages.Question) stages.Answer) session.Attempt {
	s := session.Attempt{Assessment: assessment, Started: day, Profile: session.Profile{Name: "Ruth", Work: "support"}}
	questions := c.Questions
	if survey := c.Survey(assessment); survey != nil {
		questions = survey.Questions
	}
	for _, q := range questions {
		a := choose(q)
		if a.Skip == "" {
			a.Evidence = example
		}
		s.Interview = s.Interview.With(q.ID, a)
	}
	return s
}

// levels answers along each strand at a level; 0 skips it.
func levels(of map[string]int) func(stages.Question) stages.Answer {
	return func(q stages.Question) stages.Answer {
		switch level := of[q.Strand]; {
		case level == 0:
			return stages.Answer{Skip: stages.NoChance}
		case q.Several():
			var ids []string
			for _, o := range q.Options[:level] {
				ids = append(ids, o.ID)
			}
			return stages.Answer{Options: ids}
		default:
			return stages.Answer{Options: []string{q.Options[level-1].ID}}
		}
	}
}

func picks(ids ...string) func(stages.Question) stages.Answer {
	n := 0
	return func(q stages.Question) stages.Answer {
		id := ids[n%len(ids)]
		n++
		if !slices.ContainsFunc(q.Options, func(o stages.Option) bool { return o.ID == id }) {
			return stages.Answer{Skip: stages.Unsure}
		}
		return stages.Answer{Options: []string{id}}
	}
}

// exported is all of a person who took every assessment, and writes the same example everywhere.
func exported(c *stages.Catalog, example string) report.Export {
	bank := stages.NewBank(c)
	steady := levels(map[string]int{"craft": 4, "customer": 2, "design": 3, "voice": 3, "trust": 2})
	result := attempt(c, stages.Stages, example, func(q stages.Question) stages.Answer {
		if q.ID == "craft-2" { // unlike its pair
			return stages.Answer{Options: []string{"at-1"}}
		}
		return steady(q)
	}).Score(bank, nil, day)
	roads := attempt(c, stages.Crossroads, example, picks("expert", "away", "expert")).Score(bank, map[string]session.Result{stages.Stages: result}, day)
	place := attempt(c, stages.Surroundings, example, picks("lost", "lost", "done", "done", "half", "half")).Score(bank, nil, day)
	done, check := day.AddDate(0, 0, 22), day.AddDate(0, 0, 28)
	plan := session.Plan{Mentor: example, Framework: example, CheckIn: &check, Items: []session.Item{
		{Step: c.Steps[0], Added: day, Done: &done, Evidence: example}, {Step: c.Steps[5], Added: day}}}
	w, _ := report.NewExport(map[string]session.Result{stages.Surroundings: place, stages.Crossroads: roads, stages.Stages: result}, plan)
	return w
}

// shownBy are the options of questions that speak for a level.
func shownBy(questions []stages.Question, strand string, level int) map[string][]string {
	on := map[string][]string{}
	for i := range questions {
		q := &questions[i]
		for j := range q.Options {
			if q.Strand == strand && q.Options[j].SpeaksFor(level) {
				on[q.ID] = append(on[q.ID], q.Options[j].ID)
			}
		}
	}
	return on
}
