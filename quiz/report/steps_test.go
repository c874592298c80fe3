package report_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// advised is a step along a strand, as it is offered.
func advised(strand string) session.Advised {
	step := advice(strand, 3)
	return session.Advised{NextStep: stages.NextStep{Step: step.ID, Strand: strand, Because: []string{strand + "-1"}}, Words: &step}
}

// Of a step that no answer calls for, that's told, or that the next level needs its strand; not where the person wants to take its road, nor of one for growing
// wider, nor of one that moves no question.
func TestStepByLevel(t *testing.T) {
	const said, needed = "None of your answers points to this one. It's a suggestion for level 3. ", "You're at level 2 on craft, and this is a step up from there. "
	for _, row := range []struct {
		when string
		do   func(*report.Export, *session.Advised)
		says string
	}{
		{"nothing calls for it", func(*report.Export, *session.Advised) {}, said},
		{"the next level does", func(e *report.Export, _ *session.Advised) { e.Result.Snapshot.Levels[2].Needs = []string{"craft"} }, needed},
		{"the next level does, and the strand is there", func(e *report.Export, _ *session.Advised) {
			e.Result.Snapshot.Levels[2].Needs, e.Result.Placement = []string{"craft"}, strandsAt(3, 2, 3)
		}, said},
		{"the next level does, and too little is known of the strand", func(e *report.Export, _ *session.Advised) {
			e.Result.Snapshot.Levels[2].Needs, e.Result.Placement = []string{"craft"}, strandsAt(0, 2, 3)
		}, "Level 3 needs craft, which these answers say too little about. "},
		{"what keeps them there does", func(e *report.Export, _ *session.Advised) {
			e.Result.Placement.HeldBy = &stages.Cap{Cap: stages.CapEvidence, Level: 2, Strands: []string{"craft"}}
		}, needed},
		{"what keeps them there does, and the strand is there", func(e *report.Export, _ *session.Advised) {
			e.Result.Placement = strandsAt(3, 2, 3)
			e.Result.Placement.HeldBy = &stages.Cap{Cap: stages.CapEvidence, Level: 2, Strands: []string{"craft"}}
		}, said},
		{"an answer does", func(_ *report.Export, a *session.Advised) { a.Because = []string{"craft-1"} }, ""},
		{"it's along their road", func(e *report.Export, _ *session.Advised) { e.Result.Profile.Aim = "product" }, ""},
		{"it's along another road", func(e *report.Export, _ *session.Advised) { e.Result.Profile.Aim = "expert" }, said},
		{"it's for growing wider", func(_ *report.Export, a *session.Advised) { a.Purpose = stages.Widen }, ""},
		{"it's one in a plan", func(_ *report.Export, a *session.Advised) { a.NextStep = stages.NextStep{} }, ""},
		{"it moves no question", func(_ *report.Export, a *session.Advised) { a.Words.Moves = nil }, ""},
	} {
		a, e := advised("craft"), report.Export{Result: session.Result{Placement: strandsAt(2, 2, 3), Snapshot: *catalog()}}
		e.Result.Snapshot.Levels = slices.Clone(e.Result.Snapshot.Levels)
		e.Result.Snapshot.Levels[2].Needs = nil
		a.Because, a.Words.Roads = nil, []string{"product"}
		row.do(&e, &a)
		if got := e.StepWhy(a); got != row.says+a.Words.Why {
			t.Errorf("%s: %q", row.when, got)
		}
	}
	called, byLevel := advised("craft"), advised("trust")
	byLevel.Because = nil
	const lower = "It ranks lower: none of your answers points to it."
	if got := report.RanksLower(catalog(), strandsAt(2, 2, 3), []session.Advised{called}, byLevel); got != lower {
		t.Errorf("after one that's called for: %q", got)
	}
	if got := report.RanksLower(catalog(), strandsAt(2, 2, 3), []session.Advised{byLevel}, byLevel); got == lower {
		t.Errorf("after one that isn't called for either: %q", got)
	}
}

// Someone whose workplace leaves no room for several steps is told to make room first, and that the shortest comes first then.
func TestStepsForTheTired(t *testing.T) {
	for _, row := range []struct {
		when         string
		load         float64
		tires        bool
		firstWeeks   int
		first, waits bool
	}{
		{"tired", .2, true, 2, true, true},
		{"not tired", .5, true, 2, false, false},
		{"another side of the workplace", .2, false, 2, false, false},
		{"the first isn't short", .2, true, 9, false, true}, // the workplace was looked at after the result
	} {
		place := scored(stages.Surroundings, map[string]float64{"voice": row.load})
		place.Snapshot.Surroundings.Winds[0].Tires = row.tires
		first, second := advice("craft", 3), advice("trust", 3)
		first.Weeks = row.firstWeeks
		r := session.Result{Snapshot: *catalog(), Placement: strandsAt(2, 2, 3)}
		r.Snapshot.Steps = []stages.Step{first, second}
		r.Placement.Next = []stages.NextStep{{Step: first.ID, Strand: "craft", Because: []string{"x"}}, {Step: second.ID, Strand: "trust", Because: []string{"x"}}}
		e := report.Export{Result: r, Surveys: []session.Result{place}}
		if got := e.FirstReason(); (got == "You have a lot on, so make room before you start on any of these. Step 1 is the shortest.") != row.first {
			t.Errorf("%s: %q", row.when, got)
		}
		told := e.FirstStep()
		if waits := strings.HasPrefix(told, "Show your next design yourself. Make room first: Ask for one answer. When there's room: "); waits != row.waits {
			t.Errorf("%s: %q", row.when, told)
		}
		if now := strings.Contains(told, "This week"); now == row.waits {
			t.Errorf("%s: %q", row.when, told)
		}
		var text strings.Builder
		if err := e.Markdown(&text); err != nil {
			t.Fatal(err)
		}
		if stay := strings.Contains(text.String(), report.Staying.String()); stay == row.waits {
			t.Errorf("%s, told that staying is a good choice: %v", row.when, stay)
		}
		for label, wanted := range map[string]bool{"**When there's room:**": row.waits, "**This week:**": !row.waits} {
			if n := strings.Count(text.String(), label); (n == 2) != wanted {
				t.Errorf("%s: %s, %d times", row.when, label, n)
			}
		}
	}
}

func TestRanksLower(t *testing.T) {
	const another, later, little = "Another way to work on reach.", "It comes after steps that fit where you want to go, or the time you have.",
		"It ranks lower: your answers say too little about reach."
	for _, row := range []struct {
		when    string
		level   int
		cap     string             // the strand that the cap which holds the person names
		reached map[string]float64 // P(the strand is at the next level); one without is not assessed
		shown   string             // and then comes reach
		words   string
	}{
		{"a second step of the strand", 1, "", map[string]float64{"trust": .1, "reach": .2}, "trust reach", another},
		{"not assessed", 1, "", map[string]float64{"trust": .1}, "trust", little},
		{"the others hold the person", 1, "trust", map[string]float64{"trust": .1, "reach": .2}, "trust", "It ranks lower: what keeps you at level 1 comes first."},
		{"one of the others does", 1, "trust", map[string]float64{"trust": .1, "design": .2, "reach": .3}, "trust design", "It ranks lower: what keeps you at level 1 comes first."},
		{"it holds the person as well", 1, "trust reach", map[string]float64{"trust": .1, "reach": .2}, "trust", "It ranks lower: your reach is closer to level 2 than the strands of the other steps."},
		{"the level needs another", 1, "", map[string]float64{"trust": .3, "reach": .5}, "trust", "It ranks lower: level 2 doesn't depend on reach."},
		{"the level needs one of the others", 1, "", map[string]float64{"trust": .3, "design": .2, "reach": .5}, "trust design", "It ranks lower: level 2 doesn't depend on reach."},
		{"the level needs none of them", 1, "", map[string]float64{"craft": .3, "reach": .5}, "craft", "It ranks lower: your reach is closer to level 2 than the strands of the other steps."},
		{"the level needs both", 2, "", map[string]float64{"design": .3, "reach": .5}, "design", "It ranks lower: your reach is closer to level 3 than the strands of the other steps."},
		{"as near as another", 1, "", map[string]float64{"craft": .3, "design": .5, "reach": .5}, "craft design", "It ranks a little lower: your reach is about as close to level 2 as the strands of the other steps."},
		{"as near as another, wherever that stands", 1, "", map[string]float64{"craft": .5, "design": .3, "reach": .5}, "craft design", "It ranks a little lower: your reach is about as close to level 2 as the strands of the other steps."},
		{"at the highest level", 5, "", map[string]float64{"craft": .3, "reach": .5}, "craft", "It ranks lower: your reach is more solid at level 5 than the strands of the other steps."},
		// its first step was left out, since it takes too long: by itself it would come earlier
		{"further off than one shown", 1, "", map[string]float64{"craft": .5, "reach": .3}, "craft", later},
		{"holds the person, unlike one shown", 1, "reach", map[string]float64{"trust": .1, "reach": .2}, "trust", later},
	} {
		c, r := catalog(), placed(row.level, 0, .9)
		c.Levels[2].Needs, c.Levels[4].Needs = []string{"design", "reach"}, nil
		if row.cap != "" {
			r.HeldBy = &stages.Cap{Cap: stages.CapCumulative, Level: row.level, Strands: strings.Fields(row.cap)}
		}
		for strand, p := range row.reached {
			s := stages.StrandResult{ID: strand, Level: at(1), Posterior: make([]float64, 5)}
			s.Posterior[report.Target(r)-1], s.Posterior[report.Target(r)-2] = p, 1-p
			r.Strands = append(r.Strands, s)
		}
		var shown []session.Advised
		for _, strand := range strings.Fields(row.shown) {
			shown = append(shown, advised(strand))
		}
		if got := report.RanksLower(c, r, shown, advised("reach")); got != row.words {
			t.Errorf("%s: %s\nwant %s", row.when, got, row.words)
		}
	}
}

// The reasons agree with the ranking: a strand's first step, where none of it is shown, is never called another way.
func TestRanksAsTheBankDoes(t *testing.T) {
	c, rng := catalog(), rand.New(rand.NewPCG(7, 7))
	c.Levels[2].Needs, c.Levels[3].Needs, c.Levels[4].Needs = []string{"design", "voice"}, []string{"trust"}, []string{"reach"}
	bank := stages.NewBank(c)
	compared := map[string]int{}
	for range 200 {
		around := 1 + rng.IntN(5)
		iv := attempt(c, stages.Stages, "", func(q stages.Question) stages.Answer {
			return levels(map[string]int{q.Strand: min(max(0, around+rng.IntN(4)-2), 5)})(q)
		}).Interview
		r := bank.Place(iv)
		var shown []session.Advised
		for _, n := range bank.StepsFor(iv, stages.Wishes{}) {
			next := session.Advised{NextStep: n}
			fresh := !slices.ContainsFunc(shown, func(o session.Advised) bool { return o.Strand == n.Strand })
			words := report.RanksLower(c, r, shown, next)
			if fresh && len(shown) > 0 && strings.HasPrefix(words, "Another way") {
				t.Fatalf("%s comes after %v at level %d, held by %+v: %s", n.Strand, shown, *r.Level, r.HeldBy, words)
			}
			if fresh && len(shown) > 0 {
				compared[strings.Fields(words)[3]]++
			}
			shown = append(shown, next)
		}
	}
	if len(compared) < 4 {
		t.Errorf("too few kinds of reason come up to say anything: %v", compared)
	}
}

func TestBecause(t *testing.T) {
	c := catalog()
	r := session.Result{Snapshot: *c}
	for id, a := range map[string]stages.Answer{"craft-1": {Options: []string{"at-2"}}, "craft-2": {Skip: stages.NoChance}, "trust-1": {Options: []string{"renamed"}},
		"craft-boxes": {Options: []string{}}, "trust-2": {Skip: stages.Unsure}} {
		r.Interview = r.Interview.With(id, a)
	}
	boxed := stages.Step{Moves: map[string]string{"craft-boxes": "box-3"}}
	for because, words := range map[string]string{
		"":                "",
		"craft-1 craft-2": `On "a design expected to fail, 1", you answered "answer at 2".`,
		"craft-2 craft-1": `On "a design expected to fail, 2", you answered that you haven't had the chance.`,
		"craft-boxes":     `On "what you left behind", you didn't tick "A thing that stays, of 3".`,
		"trust-2":         `You skipped "a design expected to fail, 2".`,
		"gone craft-1":    `On "a design expected to fail, 1", you answered "answer at 2".`, // the result has no such question
		"reach-1 trust-2": `You skipped "a design expected to fail, 2".`,                    // nor such an answer
		"trust-1 trust-2": `You skipped "a design expected to fail, 2".`,                    // nor such an option
		"trust-1":         "",
	} {
		a := session.Advised{NextStep: stages.NextStep{Because: strings.Fields(because)}, Words: &boxed}
		if got := report.Because(r, a); got != words {
			t.Errorf("because of %q: %q, want %q", because, got, words)
		}
	}
}

// windy is an export of a person at level 2 whose surroundings are against their gaps along these strands.
func windy(strands ...string) report.Export {
	r := scored(stages.Surroundings, map[string]float64{"voice": .2})
	r.Snapshot.Surroundings.Winds[0].Strands = strands
	return report.Export{Result: session.Result{Placement: strandsAt(2, 2, 3)}, Surveys: []session.Result{r}}
}

// tired is [windy], where that side of the workplace leaves no room for steps.
func tired(strands ...string) report.Export {
	e := windy(strands...)
	e.Surveys[0].Snapshot.Surroundings.Winds[0].Tires = true
	return e
}

func TestFirstActionThatFits(t *testing.T) {
	const usual = "This week: Ask for ten minutes in the next review. / If you don't have the chance yet: Ask another team for theirs. / " +
		"If your workplace is in the way: Ask who may show designs, and why."
	noChance := advised("design")
	noChance.Variant = string(stages.NoChance)
	for _, row := range []struct {
		when string
		in   report.Export
		step session.Advised
		fits int
		says string // the actions of the text, in their order
	}{
		{"nothing is known of the place", report.Export{}, advised("design"), report.ThisWeek, usual},
		{"the place is in the way of something else", windy("trust"), advised("trust"), report.ThisWeek, usual},
		{"the place is in the way, and the text is about another side of it", windy("reach"), advised("reach"), report.ThisWeek, usual},
		{"the place is in the way", windy("design"), advised("design"), report.InTheWay,
			"This week, given your workplace: Ask who may show designs, and why. / Otherwise: Ask for ten minutes in the next review. / " +
				"If you don't have the chance yet: Ask another team for theirs."},
		{"no chance yet, whatever the place", windy("design"), noChance, report.NoChance,
			"This week, to get a chance at it: Ask another team for theirs. / Otherwise: Ask for ten minutes in the next review. / " +
				"If your workplace is in the way: Ask who may show designs, and why."},
		{"no room for it", tired("reach"), advised("design"), report.InTheWay,
			"When there's room, given your workplace: Ask who may show designs, and why. / Otherwise: Ask for ten minutes in the next review. / " +
				"If you don't have the chance yet: Ask another team for theirs."},
		{"no room for it, and no chance", tired("reach"), noChance, report.NoChance,
			"When there's room, to get a chance at it: Ask another team for theirs. / Otherwise: Ask for ten minutes in the next review. / " +
				"If your workplace is in the way: Ask who may show designs, and why."},
	} {
		actions, fits := row.in.StepActions(row.step)
		if fits != row.fits || len(actions) != 3 {
			t.Errorf("%s: %s fits", row.when, actions[fits].Label)
		}
		var said []string
		for _, p := range row.in.StepText(row.step) {
			if strings.HasPrefix(p.Label, "This week") || strings.HasPrefix(p.Label, "When there's room") || strings.HasPrefix(p.Label, "If ") || p.Label == "Otherwise" {
				said = append(said, p.Label+": "+p.Text)
			}
		}
		if got := strings.Join(said, " / "); got != row.says {
			t.Errorf("%s: %s\nwant %s", row.when, got, row.says)
		}
	}
}

func TestStepWhy(t *testing.T) {
	const why, place = "A design is believed because of who shows it.", " Your workplace may be making this harder."
	for _, row := range []struct {
		when   string
		in     report.Export
		strand string
		words  string
	}{
		{"a gap that the place explains", windy("craft", "design"), "craft", why + place},
		{"a strand that is there already is no gap", windy("craft", "design"), "design", why},
		{"the place has no part in it", windy("trust"), "craft", why},
		{"nothing is known of the place", report.Export{}, "craft", why},
	} {
		if got := row.in.StepWhy(advised(row.strand)); got != row.words {
			t.Errorf("%s: %s", row.when, got)
		}
	}
}

func TestStepInFull(t *testing.T) {
	var out strings.Builder
	if err := (report.Export{}).WriteStep(&out, 100, advised("craft")); err != nil {
		t.Fatal(err)
	}
	want := `Show your next design yourself

  - Why: A design is believed because of who shows it.
  - This week: Ask for ten minutes in the next review.
  - With: Your lead
  - You'll have: A page that stays
  - You'll know: When somebody else quotes it
  - Takes: about 4 weeks
  - If you don't have the chance yet: Ask another team for theirs.
  - If your workplace is in the way: Ask who may show designs, and why.
  - To read: The Mythical Man-Month, by Frederick P. Brooks (1975)
`
	if out.String() != want {
		t.Errorf("%s\nwant\n%s", out.String(), want)
	}
}

// On a screen, a label hangs in a margin of 14 columns.
func TestLabelsFitTheMargin(t *testing.T) {
	e, step := report.Export{}, advised("craft")
	actions, _ := e.StepActions(step)
	parts := actions
	for _, action := range actions {
		parts = append(parts, e.StepParts(step, action)...)
	}
	for n := range catalog().Levels {
		parts = append(parts, report.LevelParts(catalog(), n+1, "")...)
	}
	for _, score := range []float64{0, .5, 1} {
		parts = append(parts, report.WindParts(catalog().Surroundings.Winds[0], score, true)...)
	}
	parts = append(parts, e.RoadParts(scored(stages.Crossroads, nil), catalog().Crossroads.Roads[0])...)
	for _, p := range parts {
		if n := len(p.Label); p.Text == "" || n == 0 || n > 13 {
			t.Errorf("label %q has %d columns", p.Label, n)
		}
	}
}

func TestNothingToAdvise(t *testing.T) {
	for want, steps := range map[string][]stages.Step{
		"These answers don't suggest a next step. Staying where you are, and doing it well, is a good choice.": nil,
		"You've done every step these answers suggest. When you take it again, you'll see what has moved.":     {{ID: "done"}},
	} {
		e := report.Export{Result: session.Result{Placement: placed(2, 0, .9), Snapshot: *catalog()}}
		e.Result.Snapshot.Steps = steps
		var out strings.Builder
		if err := e.Text(&out, 120); err != nil {
			t.Fatal(err)
		}
		if got := out.String(); !strings.Contains(got, "What to work on next\n\n  "+want+"\n") || strings.Contains(got, report.Staying.String()) {
			t.Errorf("nothing is advised, and it says\n%s", got)
		}
	}
}
