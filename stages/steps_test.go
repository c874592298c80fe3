package stages

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestNextSteps(t *testing.T) {
	c := fullSteps()
	c.Levels[1].Needs = []string{"s4"}
	b := NewBank(c)
	for _, x := range []struct {
		name    string
		answer  func(q *Question) Answer
		want    []string
		variant string
	}{
		{"the chance first", func(q *Question) Answer {
			if q.Strand == "s4" {
				return Answer{Skip: NoChance}
			}
			return at(3)
		}, []string{"s4-2-0"}, "no-chance"},
		{"the lowest strands, a step from where they are", func(q *Question) Answer {
			return at(map[string]int{"s5": 1, "s6": 2}[q.Strand] + 3*count(q.Strand < "s5"))
		}, []string{"s5-2-0", "s6-3-0"}, ""},
		{"keeping", func(*Question) Answer { return at(5) }, []string{"s1-keep", "s2-keep", "s3-keep"}, ""},
	} {
		var iv Interview
		for i := range b.items {
			iv = iv.With(b.items[i].question.ID, x.answer(b.items[i].question))
		}
		r := b.Place(iv)
		var got []string
		for _, s := range r.Next {
			got = append(got, s.Step)
		}
		if len(got) < len(x.want) || !slices.Equal(got[:len(x.want)], x.want) || r.Next[0].Variant != x.variant {
			t.Errorf("%s: %+v, want %v", x.name, r.Next, x.want)
		}
		all := b.StepsFor(iv, Wishes{})
		for i := range r.Next {
			if all[i].Step != r.Next[i].Step {
				t.Errorf("%s: StepsFor begins with %s, Next with %s", x.name, all[i].Step, r.Next[i].Step)
			}
		}
	}
}

// Steps for growing wider are for the held level, come after all that lead onward, along every strand,
// and are advised only where there are fewer than three others.
func TestStepsForGrowingWider(t *testing.T) {
	c := PlainCatalog()
	c.Steps = nil
	for _, s := range c.Strands {
		c.Steps = append(c.Steps, Step{ID: s.ID + "-wider", Strand: s.ID, Level: 2, Purpose: Widen},
			Step{ID: s.ID + "-wider-elsewhere", Strand: s.ID, Level: 3, Purpose: Widen})
	}
	onward := Step{ID: "onward", Strand: "s2", Level: 3}
	lagging := func(_ int, q *Question) int { return 2 + 2*count(q.Strand == "s1") - count(q.Strand == "s3") }
	ids := func(steps []NextStep) (out []string) {
		for _, s := range steps {
			out = append(out, s.Step)
		}
		return out
	}
	for _, x := range []struct {
		name      string
		steps     []Step
		next, all []string
	}{
		{"beside a step onward", append(slices.Clone(c.Steps), onward), []string{"onward", "s3-wider", "s4-wider"},
			[]string{"onward", "s3-wider", "s4-wider", "s2-wider", "s5-wider", "s6-wider", "s1-wider"}},
		{"alone", c.Steps, []string{"s3-wider", "s2-wider", "s4-wider"},
			[]string{"s3-wider", "s2-wider", "s4-wider", "s5-wider", "s6-wider", "s1-wider"}},
	} {
		c.Steps = x.steps
		b := NewBank(c)
		iv := answering(b, lagging)
		if r := b.Place(iv); *r.Level != 2 || !slices.Equal(ids(r.Next), x.next) {
			t.Errorf("%s: level %d, next %v, want %v", x.name, *r.Level, ids(r.Next), x.next)
		}
		all := b.StepsFor(iv, Wishes{})
		if !slices.Equal(ids(all), x.all) {
			t.Errorf("%s: %v, want %v", x.name, ids(all), x.all)
		}
		if last := all[len(all)-1]; last.Purpose != Widen {
			t.Errorf("%s: the purpose is not told: %+v", x.name, last)
		}
	}
}

// fullSteps is the plain catalog with two steps along each strand to each level, and one for keeping the
// highest.
func fullSteps() *Catalog {
	c := PlainCatalog()
	c.Steps = nil
	for _, s := range c.Strands {
		for k := 2; k <= plainLevels; k++ {
			for n := range 2 {
				c.Steps = append(c.Steps, Step{ID: fmt.Sprint(s.ID, "-", k, "-", n), Strand: s.ID, Level: k})
			}
		}
		c.Steps = append(c.Steps, Step{ID: s.ID + "-keep", Strand: s.ID, Level: plainLevels, Purpose: Keep})
	}
	return c
}

// Three steps at most, one a strand as far as there are some to work on: first where the binding cap names strands, then those the target
// level needs, then by how far the strand is from the target; ties in the content's order.
func TestOrderOfNextSteps(t *testing.T) {
	needs := func(level int, strands ...string) func(*Catalog) {
		return func(c *Catalog) { c.Levels[level-1].Needs = strands }
	}
	none := func(*Catalog) {}
	for _, x := range []struct {
		name    string
		catalog func(*Catalog)
		strands [6]int // the level answered along each, 0 for never had the chance, −1 for not one's role
		held    int
		next    []string
		all     int // steps to be had altogether
	}{
		{"all alike", none, [6]int{3, 3, 3, 3, 3, 3}, 3, []string{"s1-4-0", "s2-4-0", "s3-4-0"}, 12},
		{"the further back the sooner", none, [6]int{3, 3, 3, 2, 3, 1}, 2, []string{"s6-2-0", "s4-3-0", "s6-2-1"}, 4},
		{"what the next level needs first", needs(4, "s5"), [6]int{3, 3, 2, 3, 3, 3}, 3, []string{"s5-4-0", "s3-3-0", "s1-4-0"}, 12},
		{"what a need of the level holds back before all else", needs(3, "s4"), [6]int{4, 2, 4, 1, 4, 4}, 2, []string{"s4-2-0", "s2-3-0", "s4-2-1"}, 4},
		{"a needed strand without a chance", needs(2, "s3"), [6]int{3, 3, 0, 3, 3, 3}, 1, []string{"s3-2-0", "s3-2-1"}, 2},
		{"at the highest level all may be kept", none, [6]int{5, 5, 5, 5, 5, 4}, 5, []string{"s6-keep", "s1-keep", "s2-keep"}, 6},
	} {
		c := fullSteps()
		x.catalog(c)
		b := NewBank(c)
		var iv Interview
		for i := range b.items {
			a := at(max(1, x.strands[i/4]))
			if x.strands[i/4] == 0 {
				a = Answer{Skip: NoChance}
			}
			iv = iv.With(b.items[i].question.ID, a)
		}
		r := b.Place(iv)
		var next []string
		for _, s := range r.Next {
			next = append(next, s.Step)
		}
		if *r.Level != x.held || !slices.Equal(next, x.next) {
			t.Errorf("%s: level %d, next %v, want %d, %v", x.name, *r.Level, next, x.held, x.next)
		}
		if all := b.StepsFor(iv, Wishes{}); len(all) != x.all {
			t.Errorf("%s: %d steps altogether, want %d: %v", x.name, len(all), x.all, all)
		}
	}
}

// A step moves questions. A lower answer calls for it, the lowest of several first, and so does a skip for want of a
// chance, after those; the answer it leads to, or a higher one, rules it out; no part of the role comes last; other
// questions and skips say nothing.
func TestReasonsForSteps(t *testing.T) {
	c := PlainCatalog()
	c.Questions[3] = Question{ID: "s1-q4", Strand: "s1", Kind: Checklist, Evidence: true}
	for k := 1; k <= 4; k++ {
		c.Questions[3].Options = append(c.Questions[3].Options, Option{ID: fmt.Sprint("box-", k), Level: float64(k)})
	}
	b := NewBank(c)
	iv := func(answers ...any) Interview {
		iv := Interview{}
		for i := 0; i < len(answers); i += 2 {
			iv = iv.With(answers[i].(string), answers[i+1].(Answer))
		}
		return iv
	}
	boxes := func(ids ...string) Answer { return Answer{Options: append([]string{}, ids...)} }
	to := func(question, option string) map[string]string { return map[string]string{question: option} }
	three := map[string]string{"s1-q1": "at-3", "s1-q2": "at-3", "s2-q1": "at-4"}
	four := map[string]string{"s1-q1": "at-3", "s1-q2": "at-3", "s2-q1": "at-4", "s2-q2": "at-5"}
	for _, x := range []struct {
		name    string
		moves   map[string]string
		answers Interview
		done    bool
		because []string
		rank    float64
	}{
		{"not asked", to("s1-q1", "at-3"), iv("s1-q2", at(1)), false, nil, notCalled},
		{"a rung below", to("s1-q1", "at-3"), iv("s1-q1", at(2)), false, []string{"s1-q1"}, 2},
		{"two rungs below", to("s1-q1", "at-3"), iv("s1-q1", at(1)), false, []string{"s1-q1"}, 4},
		{"the very answer", to("s1-q1", "at-3"), iv("s1-q1", at(3)), true, nil, notCalled},
		{"a higher one", to("s1-q1", "at-3"), iv("s1-q1", at(5)), true, nil, notCalled},
		{"never had the chance", to("s1-q1", "at-3"), iv("s1-q1", Answer{Skip: NoChance}), false, []string{"s1-q1"}, 6},
		{"not one's role", to("s1-q1", "at-3"), iv("s1-q1", Answer{Skip: NotMyRole}), false, nil, notMine},
		{"another is not one's role", to("s1-q1", "at-3"), iv("s1-q1", at(1), "s1-q2", Answer{Skip: NotMyRole}), false, []string{"s1-q1"}, 4},
		{"not sure", to("s1-q1", "at-3"), iv("s1-q1", Answer{Skip: Unsure}), false, nil, notCalled},
		{"the box is not ticked", to("s1-q4", "box-2"), iv("s1-q4", boxes("box-1")), false, []string{"s1-q4"}, 2},
		{"the box is ticked", to("s1-q4", "box-2"), iv("s1-q4", boxes("box-1", "box-2")), true, nil, notCalled},
		{"a higher box is", to("s1-q4", "box-2"), iv("s1-q4", boxes("box-4")), false, []string{"s1-q4"}, 0},
		{"the lowest answer first", three, iv("s1-q1", at(1), "s1-q2", at(2), "s2-q1", at(1)), false, []string{"s1-q1", "s2-q1", "s1-q2"}, 2},
		{"three at most", four, iv("s1-q1", at(1), "s1-q2", at(2), "s2-q1", at(1), "s2-q2", at(1)), false, []string{"s1-q1", "s2-q1", "s2-q2"}, 2},
		{"one of them done", three, iv("s1-q1", at(1), "s1-q2", at(3)), true, []string{"s1-q1"}, 4 + partlyKnown},
		{"one of them not asked", three, iv("s1-q1", at(1), "s1-q2", at(2)), false, []string{"s1-q1", "s1-q2"}, 2 + partlyKnown},
		{"one of them not sure", three, iv("s1-q1", at(1), "s1-q2", at(2), "s2-q1", Answer{Skip: Unsure}), false, []string{"s1-q1", "s1-q2"}, 2 + partlyKnown},
		{"one of them never had the chance", three, iv("s1-q1", at(1), "s1-q2", at(2), "s2-q1", Answer{Skip: NoChance}), false, []string{"s1-q1", "s1-q2", "s2-q1"}, 2},
		{"one of them not one's role", three, iv("s1-q1", at(1), "s1-q2", at(2), "s2-q1", Answer{Skip: NotMyRole}), false, nil, notMine},
	} {
		got := b.call(b.join(&Step{ID: "step", Level: plainLevels, Moves: x.moves}), b.collect(x.answers))
		if got.done != x.done || !slices.Equal(got.because, x.because) || got.because == nil || got.rank() != x.rank {
			t.Errorf("%s: done %v, because %v, rank %v; want %v, %v, %v", x.name, got.done, got.because, got.rank(), x.done, x.because, x.rank)
		}
	}
}

// Another answer that says a step has been done rules it out, whatever the question that it moves says.
func TestStepsThatAnotherAnswerSaysAreDone(t *testing.T) {
	c := PlainCatalog()
	c.Steps = []Step{{ID: "step", Strand: "s1", Level: 2, Moves: map[string]string{"s1-q1": "at-2"},
		Done: map[string][]string{"s2-q1": {"at-3", "at-4"}, "road-made": {"wrote"}}}}
	b := NewBank(c)
	for answer, advised := range map[int]bool{1: true, 2: true, 3: false, 4: false} {
		iv := Interview{}.With("s1-q1", at(1)).With("s1-q2", at(1)).With("s2-q1", at(answer))
		if got := b.StepsFor(iv, Wishes{}); (len(got) == 1) != advised {
			t.Errorf("who answered %d is advised %v", answer, got)
		}
	}
}

// Even the greatest rise that an answer calls for, to something half known, ranks before what no answer calls for.
func TestNothingUncalledComesBeforeTheGreatestRise(t *testing.T) {
	if c := (call{because: []string{"s1-q1"}, rise: MaxLevels, unknown: true}); c.rank() >= almostCalled {
		t.Errorf("rank %v, and %v where none is called for", c.rank(), almostCalled)
	}
}

// An answer that speaks for the step's level already does not call for it, even below the answer it leads to.
// What calls for it first decides whether there has to be a chance first.
func TestWhatCallsForAStep(t *testing.T) {
	c := PlainCatalog()
	c.Questions[0].Options[1].Level = 2.6
	b := NewBank(c)
	for _, x := range []struct {
		level   int
		answers map[string]Answer
		because []string
		chance  bool
	}{
		{3, map[string]Answer{"s1-q1": at(2)}, []string{}, false},
		{4, map[string]Answer{"s1-q1": at(2)}, []string{"s1-q1"}, false},
		{3, map[string]Answer{"s1-q1": {Skip: NoChance}}, []string{"s1-q1"}, true},
		{3, map[string]Answer{"s1-q1": {Skip: NoChance}, "s1-q2": at(2)}, []string{"s1-q2", "s1-q1"}, false},
	} {
		iv := Interview{}
		for id, a := range x.answers {
			iv = iv.With(id, a)
		}
		got := b.call(b.join(&Step{ID: "step", Level: x.level, Moves: map[string]string{"s1-q1": "at-3", "s1-q2": "at-3"}}), b.collect(iv))
		if !slices.Equal(got.because, x.because) || got.noChance != x.chance {
			t.Errorf("%v to level %d: because %v, no chance %v", x.answers, x.level, got.because, got.noChance)
		}
	}
}

// Of a strand's steps those that an answer calls for come first, the smallest rise before the greater; steps that
// rank alike change places with the seed; one that is done is not offered.
func TestStepsAreChosenByTheAnswers(t *testing.T) {
	c := PlainCatalog()
	to := func(question, option string) map[string]string { return map[string]string{question: option} }
	c.Steps = []Step{
		{ID: "not-asked", Strand: "s1", Level: 2, Moves: to("s1-q4", "at-2")},
		{ID: "far", Strand: "s1", Level: 2, Moves: to("s1-q1", "at-4")},
		{ID: "near", Strand: "s1", Level: 2, Moves: to("s1-q2", "at-2")},
		{ID: "near-too", Strand: "s1", Level: 2, Moves: to("s1-q1", "at-2")},
		{ID: "done", Strand: "s1", Level: 2, Moves: to("s1-q3", "at-1")},
	}
	b := NewBank(c)
	first := map[string]int{}
	for seed := range uint64(30) {
		iv := Interview{Seed: seed}.With("s1-q1", at(1)).With("s1-q2", at(1)).With("s1-q3", at(1))
		var got []string
		for _, n := range b.StepsFor(iv, Wishes{}) {
			got = append(got, n.Step)
		}
		if len(got) != 4 || !slices.Equal(got[2:], []string{"far", "not-asked"}) {
			t.Fatalf("seed %d: %v", seed, got)
		}
		first[got[0]]++
	}
	if first["near"] < 5 || first["near-too"] < 5 {
		t.Errorf("steps that rank alike do not change places: %v", first)
	}
}

// Where the answers rule out every step to the level that comes next, those to the level after it are offered.
func TestStepsBeyondThoseThatAreDone(t *testing.T) {
	c := PlainCatalog()
	to := func(question, option string) map[string]string { return map[string]string{question: option} }
	c.Steps = []Step{
		{ID: "done", Strand: "s1", Level: 2, Moves: to("s1-q1", "at-1")},
		{ID: "done-too", Strand: "s1", Level: 3, Moves: to("s1-q2", "at-1")},
		{ID: "later", Strand: "s1", Level: 4, Moves: to("s1-q1", "at-4")},
		{ID: "last", Strand: "s1", Level: 5, Moves: to("s1-q1", "at-5")},
	}
	iv := Interview{}.With("s1-q1", at(1)).With("s1-q2", at(1))
	if got := NewBank(c).StepsFor(iv, Wishes{}); len(got) != 1 || got[0].Step != "later" {
		t.Errorf("%v", got)
	}
	c.Steps = c.Steps[:2]
	if got := NewBank(c).StepsFor(iv, Wishes{}); len(got) != 0 {
		t.Errorf("all is done, and yet %v", got)
	}
}

// What no answer calls for is advised only where less than three steps are called for, whichever strand is further
// behind; of those, one that leads on from an answer first. That the next level needs a strand calls for one along it,
// unless it's about something that's no part of the role.
func TestStepsThatAnAnswerCallsForComeFirst(t *testing.T) {
	c := PlainCatalog()
	c.Questions[0].Options[0].Level = 1.6 // speaks for level 2, and is below the answer that the step leads to
	to := func(question string) map[string]string { return map[string]string{question: "at-2"} }
	step := func(strand, id, question string) Step {
		return Step{ID: id, Strand: strand, Level: 2, Moves: to(question)}
	}
	c.Steps = []Step{step("s1", "not-asked", "s1-q4"), step("s1", "leads-on", "s1-q1"), step("s2", "second", "s2-q1"),
		step("s2", "second-too", "s2-q2"), step("s3", "third", "s3-q1"), step("s4", "fourth", "s4-q1"), step("s5", "fifth", "s5-q1")}
	iv := Interview{}.With("s1-q1", at(1)).With("s2-q1", at(1)).With("s2-q2", at(1))
	for _, x := range []struct {
		needs []string // strands that the next level needs
		skip  string   // a question that's no part of the role
		also  []string // answers
		want  []string // "second" is either of the two
	}{
		{nil, "", nil, []string{"second", "second", "leads-on"}},
		{nil, "", []string{"s3-q1"}, []string{"second", "third", "second"}},
		{nil, "", []string{"s3-q1", "s4-q1"}, []string{"second", "third", "fourth"}},
		{[]string{"s1"}, "", []string{"s3-q1", "s4-q1"}, []string{"not-asked", "second", "third"}}, // the first in the content
		{[]string{"s1"}, "s1-q4", []string{"s3-q1", "s4-q1"}, []string{"leads-on", "second", "third"}},
		{[]string{"s5"}, "s5-q1", []string{"s3-q1", "s4-q1"}, []string{"second", "third", "fourth"}},
	} {
		c.Levels[1].Needs = x.needs
		asked := iv
		if x.skip != "" {
			asked = asked.With(x.skip, Answer{Skip: NotMyRole})
		}
		for _, id := range x.also {
			asked = asked.With(id, at(1))
		}
		for seed := range uint64(10) {
			asked.Seed = seed
			var got []string
			for _, n := range NewBank(c).Advise(asked, Wishes{}) {
				got = append(got, strings.Replace(n.Step, "second-too", "second", 1))
			}
			if !slices.Equal(got, x.want) {
				t.Errorf("also %v, seed %d: %v, want %v", x.also, seed, got, x.want)
			}
		}
	}
}

// A step that moves a question of the nearest way up comes first, unless the person wishes for something else; where
// there's little room, the shortest does whatever the wish.
func TestTheFirstStep(t *testing.T) {
	c := fullSteps()
	for i := range c.Steps {
		c.Steps[i].Weeks = 8
		switch s := &c.Steps[i]; s.ID {
		case "s3-4-1":
			s.Moves = map[string]string{"s3-q1": "at-4"}
		case "s4-4-0":
			s.Roads = []string{"product"}
		case "s4-4-1":
			s.Roads, s.Weeks = []string{"product"}, 3
		case "s5-4-1":
			s.Weeks = 2
		}
	}
	for _, s := range c.Strands {
		c.Steps = append(c.Steps, Step{ID: s.ID + "-wider", Strand: s.ID, Level: 1, Purpose: Widen, Weeks: 8 - count(s.ID == "s6")})
	}
	b := NewBank(c)
	iv := answering(b, func(int, *Question) int { return 3 })
	for _, x := range []struct {
		wishes Wishes
		want   []string
	}{
		{Wishes{Near: []string{"s1-q3", "s3-q1"}}, []string{"s3-4-1", "s1-4-0", "s2-4-0"}},
		{Wishes{Near: []string{"s3-q2"}}, []string{"s1-4-0", "s2-4-0", "s3-4-1"}},
		{Wishes{Near: []string{"s3-q1"}, Aim: "product"}, []string{"s4-4-0", "s1-4-0", "s2-4-0"}},
		{Wishes{Near: []string{"s3-q1"}, Aim: Stay}, []string{"s1-wider", "s2-wider", "s3-4-1"}},
		{Wishes{Near: []string{"s3-q1"}, Light: true}, []string{"s5-4-1", "s1-4-0", "s2-4-0"}},
		{Wishes{Light: true, Aim: "product"}, []string{"s4-4-1", "s1-4-0", "s2-4-0"}},
		{Wishes{Light: true, Aim: Stay}, []string{"s6-wider", "s1-wider", "s2-4-0"}},
	} {
		var got []string
		for _, n := range b.Advise(iv, x.wishes) {
			got = append(got, n.Step)
		}
		if !slices.Equal(got, x.want) {
			t.Errorf("%+v: %v, want %v", x.wishes, got, x.want)
		}
	}
}

// The nearest way up is about the questions of the changes that lead up, where the level is told.
func TestNearestUp(t *testing.T) {
	level := 2
	r := Placement{Level: &level, SpeaksFor: &level, Confidence: .9, Posterior: []float64{0, .9, .1, 0, 0}, Held: []float64{0, .9, .1, 0, 0},
		WouldChange: []Change{{Level: 3, Answers: []ChangeAnswer{{Question: "a"}, {Question: "b"}}}, {Level: 1, Answers: []ChangeAnswer{{Question: "c"}}}}}
	if got := r.NearestUp(); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("%v", got)
	}
	if got := (Placement{WouldChange: r.WouldChange}).NearestUp(); got != nil {
		t.Errorf("without a level: %v", got)
	}
}

// Whoever wants to stay is advised to grow wider, but for the last step; whoever wants to take a road, first along
// that road. The road that pulls counts only where the aim is open.
func TestAdviceByAim(t *testing.T) {
	c := fullSteps()
	for i := range c.Steps {
		if c.Steps[i].Strand == "s4" {
			c.Steps[i].Roads = []string{"product"}
		}
	}
	for _, s := range c.Strands {
		c.Steps = append(c.Steps, Step{ID: s.ID + "-wider", Strand: s.ID, Level: 1, Purpose: Widen},
			Step{ID: s.ID + "-wider-later", Strand: s.ID, Level: 4, Purpose: Widen})
	}
	b := NewBank(c)
	iv := answering(b, func(int, *Question) int { return 3 })
	onward := []string{"s1-4-0", "s2-4-0", "s3-4-0"}
	for _, x := range []struct {
		wishes Wishes
		want   []string
	}{
		{Wishes{}, onward},
		{Wishes{Aim: Onward}, onward},
		{Wishes{Aim: Onward, Drawn: "product"}, onward},
		{Wishes{Aim: Open}, onward},
		{Wishes{Aim: Open, Drawn: "product"}, []string{"s4-4-0", "s1-4-0", "s2-4-0"}},
		{Wishes{Drawn: "product"}, []string{"s4-4-0", "s1-4-0", "s2-4-0"}},
		{Wishes{Aim: "product"}, []string{"s4-4-0", "s1-4-0", "s2-4-0"}},
		{Wishes{Aim: "expert", Drawn: "product"}, onward},
		{Wishes{Aim: Stay, Drawn: "product"}, []string{"s1-wider", "s2-wider", "s3-4-0"}},
	} {
		var got []string
		for _, n := range b.Advise(iv, x.wishes) {
			got = append(got, n.Step)
		}
		if !slices.Equal(got, x.want) {
			t.Errorf("%+v: %v, want %v", x.wishes, got, x.want)
		}
		all := b.StepsFor(iv, x.wishes)
		if len(all) != 12+6 || all[0].Step != x.want[0] || all[2].Step != x.want[2] {
			t.Errorf("%+v: %d steps, %v", x.wishes, len(all), all[:3])
		}
	}
	if got := b.Advise(Interview{}, Wishes{}); len(got) != 0 {
		t.Errorf("without an answer: %v", got)
	}
}

// A step that the crossroads say was done isn't advised, nor one further beyond the answers along its strand than a
// level; and one about something that's no part of the role comes after the others.
func TestStepsLeaveOutWhatIsDone(t *testing.T) {
	c := fullSteps()
	b := NewBank(c)
	iv := answering(b, func(int, *Question) int { return 3 })
	first := b.Advise(iv, Wishes{})[0].Step
	b.step(first).Done = map[string][]string{"road-made": {"wrote", "reviewed"}}
	for answer, advised := range map[string]bool{"wrote": false, "reviewed": false, "read": true} {
		did := Answers{"road-made": {Options: []string{answer}}}
		if got := b.Advise(iv, Wishes{Did: did}); (got[0].Step == first) != advised {
			t.Errorf("who said %s is first advised %s", answer, got[0].Step)
		}
		all := b.StepsFor(iv, Wishes{Did: did})
		if slices.ContainsFunc(all, func(n NextStep) bool { return n.Step == first }) != advised {
			t.Errorf("who said %s: %v", answer, all)
		}
	}
	done := b.Advise(iv, Wishes{})[1].Step
	for _, got := range [][]NextStep{b.Advise(iv, Wishes{Finished: []string{done}}), b.StepsFor(iv, Wishes{Finished: []string{done}})} {
		if len(got) < 3 || slices.ContainsFunc(got, func(n NextStep) bool { return n.Step == done }) {
			t.Errorf("who finished %s: %v", done, got)
		}
	}
	low := answering(b, func(_ int, q *Question) int {
		if q.Strand == "s1" {
			return 1
		}
		return 4
	})
	rs := b.collect(low)
	v := b.weigh(rs)
	if level, _ := onwardFrom(0, rs, v); level != 2 || rs.shownAlong(0) != 1 || rs.shownAlong(1) != 4 {
		t.Errorf("steps to level %d, shown are %d and %d", level, rs.shownAlong(0), rs.shownAlong(1))
	}
}

// A step's first action is how to get a chance where the question that calls for it was skipped for want of one;
// and so is every step's along a strand where half of the skips, at least, were for that, and that is not assessed or has
// fewer answers than such skips.
func TestVariantOfSteps(t *testing.T) {
	b := NewBank(fullSteps())
	for _, c := range []struct {
		skips []Skip
		want  string
	}{
		{nil, ""}, {[]Skip{Unsure}, ""}, {[]Skip{NoChance}, ""}, {[]Skip{NoChance, NoChance}, ""}, // two answers assess the strand
		{[]Skip{NoChance, NoChance, NoChance}, "no-chance"}, {[]Skip{NoChance, Unsure, NotMyRole}, ""},
		{[]Skip{NotMyRole, NoChance, NoChance}, "no-chance"}, {[]Skip{Unsure, NotMyRole, NoChance, NoChance}, "no-chance"},
	} {
		var iv Interview
		for i := range b.items {
			a := at(2)
			if i < len(c.skips) {
				a = Answer{Skip: c.skips[i]}
			}
			iv = iv.With(b.items[i].question.ID, a)
		}
		for _, s := range b.StepsFor(iv, Wishes{}) {
			if want := map[bool]string{true: c.want}[s.Strand == "s1"]; s.Variant != want {
				t.Errorf("%v: %s is of the variant %q, want %q", c.skips, s.Step, s.Variant, want)
			}
		}
	}
}

// A step is about the chance first where the question that calls for it was skipped for want of one, even along a
// strand that other answers assess.
func TestVariantOfOneStep(t *testing.T) {
	c := PlainCatalog()
	c.Steps = []Step{
		{ID: "chance", Strand: "s1", Level: 2, Moves: map[string]string{"s1-q1": "at-2"}},
		{ID: "answered", Strand: "s1", Level: 2, Moves: map[string]string{"s1-q2": "at-2"}},
	}
	iv := Interview{}.With("s1-q1", Answer{Skip: NoChance}).With("s1-q2", at(1)).With("s1-q3", at(1))
	got := map[string]string{}
	for _, n := range NewBank(c).StepsFor(iv, Wishes{}) {
		got[n.Step] = n.Variant
	}
	if len(got) != 2 || got["chance"] != "no-chance" || got["answered"] != "" {
		t.Errorf("variants %v", got)
	}
	rare := Interview{}.With("s1-q1", Answer{Skip: NoChance}).With("s1-q2", at(1)).With("s1-q3", Answer{Skip: NoChance})
	for _, n := range NewBank(c).StepsFor(rare, Wishes{}) {
		if n.Variant != "no-chance" {
			t.Errorf("along a strand that was mostly out of reach, %s begins with %q", n.Step, n.Variant)
		}
	}
	for _, x := range []struct {
		tally
		unseen bool
	}{{tally{scored: 1, skips: 1, noChance: 1}, true}, {tally{scored: 2, skips: 2, noChance: 2}, false}, {tally{scored: 2, skips: 3, noChance: 3}, true},
		{tally{scored: 2, skips: 7, noChance: 3}, false}, {tally{scored: 0, skips: 1}, false}} {
		if got := x.tally.unseen(); got != x.unseen {
			t.Errorf("%+v: unseen %v", x.tally, got)
		}
	}
}

// Whoever skipped more than a third of the questions for want of a chance is told how to get one along a strand that was asked
// about and shows nothing, too.
func TestVariantWhereMuchWasOutOfReach(t *testing.T) {
	b := NewBank(fullSteps())
	for _, c := range []struct {
		skipped, level int
		want           string
	}{{2, 1, ""}, {3, 1, "no-chance"}, {3, 2, ""}} {
		iv, n := Interview{}, map[string]int{}
		for _, it := range b.items {
			switch q := it.question; {
			case q.Strand == "s1" && n[q.Strand] < 4:
				iv = iv.With(q.ID, at(c.level))
			case q.Strand == "s2" && n[q.Strand] < c.skipped:
				iv = iv.With(q.ID, Answer{Skip: NoChance})
			}
			n[it.question.Strand]++
		}
		for _, s := range b.StepsFor(iv, Wishes{}) {
			if s.Strand == "s1" && s.Variant != c.want {
				t.Errorf("%d of %d skipped, and others at level %d: %s is of the variant %q", c.skipped, len(iv.Asked), c.level, s.Step, s.Variant)
			}
		}
	}
}

// Where the evidence holds a person back, the strands with thin evidence are worked on, at the target, even
// those that claims carry beyond it; one whose evidence is there is left out.
func TestStepsWhereEvidenceHoldsBack(t *testing.T) {
	b := NewBank(fullSteps())
	iv := answering(b, func(_ int, q *Question) int {
		switch q.Strand {
		case "s1":
			return 2
		case "s6":
			return 3 + 2*count(!q.Evidence)
		}
		return 2 + 3*count(!q.Evidence)
	})
	r := b.Place(iv)
	if *r.Level != 2 || r.HeldBy == nil || r.HeldBy.Cap != CapEvidence || *r.Strands[1].Level < 3 {
		t.Fatalf("level %d, held by %+v, the second strand at %d: the test tells nothing", *r.Level, r.HeldBy, *r.Strands[1].Level)
	}
	var got []string
	for _, s := range b.StepsFor(iv, Wishes{}) {
		got = append(got, s.Step)
	}
	want := []string{"s1-3-0", "s2-3-0", "s3-3-0", "s4-3-0", "s5-3-0", "s1-3-1", "s2-3-1", "s3-3-1", "s4-3-1", "s5-3-1"}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Strands that are alike but for rounding keep the content's order.
func TestStepsOfStrandsThatAreAlike(t *testing.T) {
	b := NewBank(fullSteps())
	rng := rngFor(33)
	for range 40 {
		var levels []int
		for range 6 {
			for _, n := range rng.Perm(4) {
				levels = append(levels, []int{1, 3, 3, 4}[n])
			}
		}
		r := b.Place(answering(b, func(i int, _ *Question) int { return levels[i] }))
		for i, s := range r.Next {
			if s.Strand != b.catalog.Strands[i].ID {
				t.Fatalf("%v: %+v", levels, r.Next)
			}
		}
	}
}
