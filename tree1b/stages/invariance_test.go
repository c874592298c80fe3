package stages

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// answering answers every question of the plain bank with a level chosen by its place.
func answering(b *Bank, level func(i int, q *Question) int) Interview {
	var iv Interview
	for i := range b.items {
		q := b.items[i].question
		iv = iv.With(q.ID, Answer{Options: []string{fmt.Sprint("at-", level(i, q))}})
	}
	return iv
}

func TestPlainPatterns(t *testing.T) {
	b := NewBank(PlainCatalog())
	for k := 1; k <= plainLevels; k++ {
		r := b.Place(answering(b, func(int, *Question) int { return k }))
		if *r.Level != k || len(r.Caps) > 0 || len(r.Warnings) > 0 {
			t.Errorf("all %d gives %d, caps %v, warnings %v", k, *r.Level, r.Caps, r.Warnings)
		}
	}
}

func TestTenFoursAndTwoFives(t *testing.T) {
	b := NewBank(PlainCatalog())
	for shift := range 12 { // whichever two questions the fives fall on
		var iv Interview
		for i := range 12 {
			level := 4
			if i == shift || i == (shift+5)%12 {
				level = 5
			}
			iv = iv.With(fmt.Sprintf("s%d-q%d", i%6+1, i/6+1), Answer{Options: []string{fmt.Sprint("at-", level)}})
		}
		if r := b.Place(iv); *r.Level != 4 {
			t.Errorf("fives at %d: level %d, posterior %.3f", shift, *r.Level, r.Posterior)
		}
	}
}

func TestClaimsWithoutEvidence(t *testing.T) {
	b := NewBank(PlainCatalog())
	r := b.Place(answering(b, func(_ int, q *Question) int {
		if q.Evidence {
			return 2
		}
		return 5
	}))
	if *r.Level > 3 || !r.warned(WarnClaims) || !r.bound(CapEvidence) {
		t.Errorf("level %d, warnings %v, caps %v", *r.Level, r.Warnings, r.Caps)
	}
	if r.Certainty() > Likely {
		t.Errorf("certainty %v where the evidence binds", r.Certainty())
	}
}

func TestEverythingSkipped(t *testing.T) {
	b := NewBank(PlainCatalog())
	if r := b.Place(Interview{}); r.Caps == nil || r.Warnings == nil || r.Next == nil || r.Strands == nil || r.Asked == nil {
		t.Errorf("before the first question an empty list is nil: %+v", r)
	}
	for _, reason := range Skips() {
		var iv Interview
		for i := range b.items {
			iv = iv.With(b.items[i].question.ID, Answer{Skip: reason})
		}
		r := b.Place(iv)
		b.Explain(iv, &r)
		if r.Level != nil || r.SpeaksFor != nil || r.Confidence != 0 || r.HeldBy != nil || r.Settled {
			t.Errorf("%s: level %v, confidence %v", reason, r.Level, r.Confidence)
		}
		if r.Caps == nil || r.Warnings == nil || r.Next == nil || r.Strands == nil || r.Asked == nil {
			t.Errorf("%s: an empty list is nil", reason)
		}
		if want := reason == NoChance; r.Strands[0].NoChance != want {
			t.Errorf("%s: no chance %v", reason, r.Strands[0].NoChance)
		}
	}
}

// Permuting questions, options or strands changes nothing at full length.
func TestOrderOfTheContentDoesNotMatter(t *testing.T) {
	rng := rngFor(3)
	for range 200 {
		c := randomCatalog(rng)
		b := NewBank(c)
		iv := randomInterview(b, rng)
		p := *c
		p.Questions = slices.Clone(c.Questions)
		rng.Shuffle(len(p.Questions), func(i, j int) { p.Questions[i], p.Questions[j] = p.Questions[j], p.Questions[i] })
		for i := range p.Questions {
			o := slices.Clone(p.Questions[i].Options)
			rng.Shuffle(len(o), func(i, j int) { o[i], o[j] = o[j], o[i] })
			p.Questions[i].Options = o
		}
		a, z := b.Place(iv), NewBank(&p).Place(iv)
		if (a.Level == nil) != (z.Level == nil) || a.Level != nil && *a.Level != *z.Level {
			t.Fatalf("level %v becomes %v", a.Level, z.Level)
		}
		for l := range a.Held {
			if math.Abs(a.Held[l]-z.Held[l]) > 1e-9 || math.Abs(a.Posterior[l]-z.Posterior[l]) > 1e-9 {
				t.Fatalf("%v becomes %v", a.Held, z.Held)
			}
		}
	}
}

// The same seed gives the same interview, whatever the order of the bank; another seed another one.
func TestSeedMakesTheInterview(t *testing.T) {
	c := PlainCatalog()
	reversed := *c
	reversed.Questions = slices.Clone(c.Questions)
	slices.Reverse(reversed.Questions)
	first, again := asked(NewBank(c), 1), asked(NewBank(&reversed), 1)
	if !slices.Equal(first, again) {
		t.Errorf("seed 1 asks %v, then %v", first, again)
	}
	if other := asked(NewBank(c), 2); slices.Equal(first, other) {
		t.Error("seed 2 asks the same as seed 1")
	}
}

// asked plays an interview that is always answered with level 3 or 4.
func asked(b *Bank, seed uint64) []string {
	iv := Interview{Seed: seed}
	for {
		q, ok := b.Next(iv)
		if !ok {
			return iv.Asked
		}
		level := 3 + len(iv.Asked)%2
		iv = iv.With(q.ID, Answer{Options: []string{fmt.Sprint("at-", level)}})
	}
}

func TestOptionOrder(t *testing.T) {
	c := PlainCatalog()
	b := NewBank(c)
	q := &c.Questions[0]
	seen := map[int]int{}
	for seed := range uint64(500) {
		order := b.OptionOrder(q, seed)
		sorted := slices.Sorted(slices.Values(order))
		if !slices.Equal(sorted, []int{0, 1, 2, 3, 4}) {
			t.Fatalf("%v is no permutation", order)
		}
		seen[order[0]]++
	}
	for option := range 5 {
		if seen[option] < 60 || seen[option] > 140 {
			t.Errorf("option %d comes first %d times in 500", option, seen[option])
		}
	}
	alike := 0
	for seed := range uint64(50) {
		alike += count(slices.Equal(b.OptionOrder(q, seed), b.OptionOrder(&c.Questions[1], seed)))
	}
	if alike > 10 {
		t.Errorf("two questions with the same option ids are shown in one order in %d of 50 interviews", alike)
	}
	scale := *q
	scale.Kind = Frequency
	if got := b.OptionOrder(&scale, 9); !slices.Equal(got, []int{0, 1, 2, 3, 4}) {
		t.Errorf("a scale is shown as %v", got)
	}
}
