package content_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"waymark/content"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// Nothing is told that an answer denies. Simulated people of every kind, and all personas, are interviewed, and
// what the result says of them is held against what they answered.
func TestNothingIsToldThatAnAnswerDenies(t *testing.T) {
	c := builtin(t)
	bank := stages.NewBank(c)
	told := map[string]int{}
	for n, iv := range crowd() {
		rng := rand.New(rand.NewPCG(11, uint64(n)))
		holdTrue(t, scored(bank, iv, rng), told)
	}
	for _, p := range personas(t) {
		for seed := range uint64(7) {
			rng := rand.New(rand.NewPCG(seed, 1))
			a := session.Attempt{Assessment: stages.Stages, Profile: session.Profile{Work: p.Work}, Interview: stages.Interview{Seed: seed}}
			a.Interview = p.interview(t, bank, seed)
			holdTrue(t, withAim(c, a, rng).Score(bank, nil, time.Time{}), told)
		}
	}
	for _, what := range []string{"strength", "answer", "step", "reason", "shape", "held back"} {
		if told[what] < people/20 {
			t.Errorf("%s was told %d times: the test tells nothing", what, told[what])
		}
	}
}

// people is how many are interviewed for what must be true of anyone. The rarest step is given to one in twenty: that
// none of so many is given it happens once in a billion times.
const people = 400

// crowd are their interviews: made once, on all cores, since they take longer than what is held against them.
var crowd = sync.OnceValue(func() []stages.Interview {
	c, err := content.Builtin()
	if err != nil {
		panic(err)
	}
	bank, out := stages.NewBank(c), make([]stages.Interview, people)
	var wait sync.WaitGroup
	for first := range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for n := first; n < people; n += runtime.GOMAXPROCS(0) {
				out[n] = interviewed(bank, stages.Interview{Seed: uint64(n)}, drawn(c, rand.New(rand.NewPCG(5, uint64(n)))))
			}
		})
	}
	wait.Wait()
	return out
})

// drawn are the answers of a person who stands somewhere, whose strands scatter, and who skips now and then.
func drawn(c *stages.Catalog, rng *rand.Rand) stages.Answers {
	around, answers := .5+5*rng.Float64(), stages.Answers{}
	along := map[string]float64{}
	for _, s := range c.Strands {
		along[s.ID] = around + rng.NormFloat64()
	}
	for i := range c.Questions {
		q := &c.Questions[i]
		answers[q.ID] = nearest(q, along[q.Strand]+.7*rng.NormFloat64(), rng)
	}
	return answers
}

// nearest is the answer of a person who stands at a level: the option next to it, or the boxes up to it.
func nearest(q *stages.Question, level float64, rng *rand.Rand) stages.Answer {
	if rng.Float64() < .1 {
		return stages.Answer{Skip: stages.Skips()[rng.IntN(3)]}
	}
	a := stages.Answer{Options: []string{}}
	best, distance := "", 100.0
	for _, o := range q.Options {
		if d := max(o.Level-level, level-o.Level); d < distance {
			best, distance = o.ID, d
		}
		if q.Several() && o.Level <= level && rng.Float64() < .8 {
			a.Options = append(a.Options, o.ID)
		}
	}
	if !q.Several() {
		a.Options = []string{best}
	}
	return a
}

// scored is the result of an interview with someone of any work, customers and aim.
func scored(bank *stages.Bank, iv stages.Interview, rng *rand.Rand) session.Result {
	c := bank.Catalog()
	a := session.Attempt{Assessment: stages.Stages, Content: c.Ref(), Interview: iv}
	a.Profile.Work = stages.Works()[rng.IntN(3)]
	if n := len(c.Serves.Options); n > 0 {
		a.Profile.Serves = c.Serves.Options[rng.IntN(n)].ID
	}
	return withAim(c, a, rng).Score(bank, nil, time.Time{})
}

func withAim(c *stages.Catalog, a session.Attempt, rng *rand.Rand) session.Attempt {
	if n := len(c.Aims.Options); n > 0 {
		a.Profile.Aim = c.Aims.Options[rng.IntN(n)].ID
	}
	return a
}

func interviewed(bank *stages.Bank, iv stages.Interview, answers stages.Answers) stages.Interview {
	for q, more := bank.Next(iv); more; q, more = bank.Next(iv) {
		iv = iv.With(q.ID, answers[q.ID])
	}
	return iv
}

// holdTrue holds what a result tells against its answers.
func holdTrue(t *testing.T, r session.Result, told map[string]int) {
	t.Helper()
	for _, s := range r.Snapshot.Strands {
		for _, shown := range r.Snapshot.Shown(r.Interview.Answers, s.ID) {
			told["strength"]++
			o, id := shown.Option, shown.Question.ID
			if !slices.Contains(r.Interview.Answers[id].Options, o.ID) || shown.Strength != nil && !o.SpeaksFor(shown.Strength.Level) {
				t.Errorf("%q rests on %s %s, and the answer is %v", o.Did, id, o.ID, r.Interview.Answers[id])
			}
		}
		nothing := report.StrandShown(r, s.ID) == report.NothingShown.String()
		for i := range r.Snapshot.Questions {
			q := &r.Snapshot.Questions[i]
			if a := r.Interview.Answers[q.ID]; q.Strand == s.ID && len(a.Options) > 0 && a.Skip == "" {
				told["answer"]++
				if nothing {
					t.Errorf("nothing is shown along %s, and the answer to %s is %v", s.ID, q.ID, a)
				}
			}
		}
	}
	for _, n := range r.Placement.Next {
		told["step"]++
		holdStep(t, r, n, told)
	}
	holdApart(t, r, told)
	holdWaysUp(t, r)
	if name, parts := (report.Export{Result: r}).Shape(); name != "" {
		told["shape"]++
		if strings.ContainsAny(parts[len(parts)-1].Text, "{}") {
			t.Errorf("the shape %s has a noun left to fill in", name)
		}
	}
}

// holdApart holds that no answer of which it's told that it held the person back is told as a strength as well.
func holdApart(t *testing.T, r session.Result, told map[string]int) {
	t.Helper()
	said := []string{(report.Export{Result: r}).Proof()}
	for _, s := range report.Strengths(r) {
		said = append(said, s.Rests)
	}
	for _, w := range r.Placement.Why {
		if w.Weight >= 0 || w.Carries != 0 {
			continue
		}
		told["held back"]++
		q := r.Question(w.Question)
		for _, s := range said {
			if strings.Contains(s, fmt.Sprintf("your answer to %q", q.Name())) {
				t.Errorf("%s held back, and %s", w.Question, s)
			}
		}
		for _, o := range q.Options {
			if o.Did != "" && slices.Contains(r.Interview.Answers[q.ID].Options, o.ID) && strings.Contains(report.StrandShown(r, q.Strand), strings.ToLower(o.Did[:1])+o.Did[1:]+".") {
				t.Errorf("%s held back, and along %s stands %s", w.Question, q.Strand, o.Did)
			}
		}
	}
}

// holdWaysUp holds that no way up is what people they lead did, where no answer tells of such people.
func holdWaysUp(t *testing.T, r session.Result) {
	t.Helper()
	leads := false
	for id, a := range r.Interview.Answers {
		for _, o := range a.Options {
			leads = leads || r.Question(id) != nil && r.Question(id).Option(o).Delegated
		}
	}
	for _, change := range r.Placement.WouldChange {
		for _, a := range change.Answers {
			for _, o := range append(slices.Clone(a.Options), a.Option) {
				if option := r.Question(a.Question).Option(o); option != nil && option.Delegated && !leads {
					t.Errorf("level %d would take %s as the answer to %s", change.Level, o, a.Question)
				}
			}
		}
	}
}

// holdStep holds that no answer says what a step leads to, and that those it names for a reason say less.
func holdStep(t *testing.T, r session.Result, n stages.NextStep, told map[string]int) {
	t.Helper()
	i := slices.IndexFunc(r.Snapshot.Steps, func(s stages.Step) bool { return s.ID == n.Step })
	step := r.Snapshot.Steps[i]
	for question, option := range step.Moves {
		q, a := r.Question(question), r.Interview.Answers[question]
		if q != nil && a.Skip == "" && says(q, a, option) {
			t.Errorf("%s is advised, and to %s the answer is %v", step.ID, question, a)
		}
	}
	for question, options := range step.Done {
		if a := r.Interview.Answers[question]; slices.ContainsFunc(a.Options, func(id string) bool { return slices.Contains(options, id) }) {
			t.Errorf("%s is advised, and to %s the answer is %v", step.ID, question, a)
		}
	}
	for _, question := range n.Because {
		told["reason"]++
		if a := r.Interview.Answers[question]; step.Moves[question] == "" || a.Skip != "" && a.Skip != stages.NoChance {
			t.Errorf("%s is advised because of %s, which it does not move, or which was skipped: %v", step.ID, question, a)
		}
	}
}

// says reports whether an answer says what an option does, or more.
func says(q *stages.Question, a stages.Answer, option string) bool {
	if slices.Contains(a.Options, option) {
		return true
	}
	return !q.Several() && len(a.Options) > 0 && q.Option(a.Options[0]).Level >= q.Option(option).Level
}
