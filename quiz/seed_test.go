package quiz_test

import (
	"errors"
	"math"
	"path/filepath"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"waymark/content"
	"waymark/quiz/disk"
	"waymark/quiz/journal"
	"waymark/quiz/session"
	"waymark/stages"
)

// seed is the testscript command
//
//	seed result|hasty|nothing|again|surveys|plan|year...
//
// It puts what a person would have after a sitting into the data folder of the script.
func seed(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: seed result|hasty|nothing|again|surveys|plan|year...")
	}
	ts.Check(seedJournal(filepath.Join(ts.Getenv("XDG_DATA_HOME"), "waymark"), args))
}

func seedJournal(dir string, parts []string) (err error) {
	catalog, err := content.Builtin()
	if err != nil {
		return err
	}
	j, err := journal.Open(disk.OS{}, dir, func() time.Time { return taken })
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	bank := stages.NewBank(catalog)
	result := sat(bank, stages.Stages).Score(bank, nil, taken)
	for _, part := range parts {
		switch part {
		case "result":
			err = j.Finish(result)
		case "hasty":
			s := sat(bank, stages.Stages)
			for id, a := range s.Interview.Answers {
				a.Seconds = 1
				s.Interview.Answers[id] = a
			}
			err = j.Finish(s.Score(bank, nil, taken))
		case "nothing": // all was skipped
			s := sat(bank, stages.Stages)
			for _, id := range s.Interview.Asked {
				s.Interview.Answers[id] = stages.Answer{Skip: stages.NoChance}
			}
			s.Started = s.Started.AddDate(0, 0, 1)
			err = j.Finish(s.Score(bank, nil, taken.AddDate(0, 0, 1)))
		case "again": // half a year later, with another example
			s := sat(bank, stages.Stages)
			s.Started = s.Started.AddDate(0, 6, 0)
			first := s.Interview.Answers[s.Interview.Asked[0]]
			first.Evidence = "The move to Basel, in July."
			s.Interview = s.Interview.With(s.Interview.Asked[0], first)
			err = j.Finish(s.Score(bank, nil, taken.AddDate(0, 6, 0)))
		case "surveys":
			for i, assessment := range []string{stages.Crossroads, stages.Surroundings} {
				at := taken.Add(time.Duration(i+1) * time.Minute)
				err = errors.Join(err, j.Finish(sat(bank, assessment).Score(bank, map[string]session.Result{stages.Stages: result}, at)))
			}
		case "year":
			for _, r := range year(bank) {
				err = errors.Join(err, j.Finish(r))
			}
		case "plan":
			err = j.SavePlan(planned(catalog))
		default:
			err = errors.New("seed: there is no " + part)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

var taken = time.Date(2026, 3, 12, 17, 30, 0, 0, time.UTC)

// sat is a sitting of someone who answers below the middle, and writes down an example now and then.
func sat(bank *stages.Bank, assessment string) session.Attempt {
	s := session.Attempt{Assessment: assessment, Started: taken.Add(-time.Hour), Profile: session.Profile{Name: "Ruth", Work: "support"},
		Interview: stages.Interview{Seed: 7}, Content: bank.Catalog().Ref()}
	for i := 0; ; i++ {
		q, more := s.Asker(bank).Next(s.Interview)
		if !more {
			return s
		}
		a := stages.Answer{Options: []string{q.Options[(len(q.Options)-1)/2].ID}}
		switch {
		case i == 4 && assessment == stages.Stages:
			a = stages.Answer{Skip: stages.NoChance}
		case i%3 == 0:
			a.Evidence = "Storage for the Lyon site, last June.\n# Their *operations* lead was there | 工場"
		}
		s.Interview = s.Interview.With(q.ID, a)
	}
}

func planned(c *stages.Catalog) session.Plan {
	done, check := taken.AddDate(0, 0, 20), taken.AddDate(0, 1, 0)
	return session.Plan{Mentor: "Ruth, next talk on 10 April", CheckIn: &check, Items: []session.Item{
		{Step: c.Steps[0], Added: taken, Done: &done, Evidence: "Storage design, Lyon."}, {Step: c.Steps[7], Added: taken}}}
}

// hold is the testscript command that has the journal open in another window, until the script ends.
func hold(ts *testscript.TestScript, _ bool, _ []string) {
	j, err := journal.Open(disk.OS{}, filepath.Join(ts.Getenv("XDG_DATA_HOME"), "waymark"), time.Now)
	ts.Check(err)
	ts.Defer(func() { _ = j.Close() })
}

// year is four results of someone who grows: the last of the day that results are taken on, the first of other
// content, the third with another aim since.
func year(bank *stages.Bank) (out []session.Result) {
	for i, level := range []float64{1.2, 2, 2, 3} {
		at := taken.AddDate(0, []int{-12, -8, -3, 0}[i], 0)
		s := session.Attempt{Assessment: stages.Stages, Started: at.Add(-time.Hour), Profile: session.Profile{Name: "Ruth", Work: "support", Aim: "stay"},
			Interview: stages.Interview{Seed: uint64(i)}, Content: bank.Catalog().Ref()}
		if i == 0 {
			s.Content.Version, s.Content.SHA256 = "0.9", "old"
		}
		for q, more := bank.Next(s.Interview); more; q, more = bank.Next(s.Interview) {
			s.Interview = s.Interview.With(q.ID, near(q, level+map[string]float64{"trust": .8, "reach": -.7}[q.Strand]))
		}
		r := s.Score(bank, nil, at)
		out = append(out, r)
		if i == 2 {
			since := at.AddDate(0, 0, 30)
			r.Aimed, r.Profile.Aim = &since, "onward"
			out = append(out, r)
		}
	}
	return out
}

// near answers with the option nearest to a level, or ticks the boxes up to it.
func near(q *stages.Question, level float64) stages.Answer {
	a := stages.Answer{Options: []string{}}
	best := q.Options[0]
	for _, o := range q.Options {
		if q.Several() && o.Level <= level {
			a.Options = append(a.Options, o.ID)
		}
		if math.Abs(o.Level-level) < math.Abs(best.Level-level) {
			best = o
		}
	}
	if !q.Several() {
		a.Options = []string{best.ID}
	}
	return a
}
