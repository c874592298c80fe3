package content_test

import (
	"math"
	"slices"
	"testing"

	"waymark/content"
	"waymark/stages"
	"waymark/stages/simulate"
)

// profile is a person as the levels of their strands; a strand that is not named never had the chance.
type profile map[string]float64

// answer is what the person says: the option nearest to where they stand, every box they have reached.
func (p profile) answer(q *stages.Question) stages.Answer {
	level, chance := p[q.Strand]
	if !chance {
		return stages.Answer{Skip: stages.NoChance}
	}
	a := stages.Answer{Options: []string{}}
	best := 0
	for i, o := range q.Options {
		if q.Several() && o.Level <= level {
			a.Options = append(a.Options, o.ID)
		}
		if math.Abs(o.Level-level) < math.Abs(q.Options[best].Level-level) {
			best = i
		}
	}
	if !q.Several() {
		a.Options = []string{q.Options[best].ID}
	}
	return a
}

// answers are the person's to every question there is.
func (p profile) answers(b *stages.Bank) stages.Interview {
	iv := stages.Interview{}
	for i := range b.Catalog().Questions {
		q := &b.Catalog().Questions[i]
		iv = iv.With(q.ID, p.answer(q))
	}
	return iv
}

// interview asks as the program does, or everything there is.
func (p profile) interview(b *stages.Bank, seed uint64, everything bool) stages.Placement {
	if everything {
		return b.Place(p.answers(b))
	}
	iv := stages.Interview{Seed: seed}
	for {
		q, ok := b.Next(iv)
		if !ok {
			return b.Place(iv)
		}
		iv = iv.With(q.ID, p.answer(q))
	}
}

// TestSimulatedPeopleOnTheBuiltInBank holds the figures of docs/measurement.md, with tolerances for
// fewer respondents.
func TestSimulatedPeopleOnTheBuiltInBank(t *testing.T) {
	if !*whole {
		t.Skip("the figures need many respondents")
	}
	c, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	r := simulate.Run(stages.NewBank(c), simulate.Options{Respondents: 50, Seed: 1}) // of 16 kinds of honest people: two standard errors of a share of .8 are .03
	value := map[string]float64{}
	for _, f := range r.Figures {
		value[f.Quantity] = f.Value
	}
	for quantity, most := range map[string]float64{
		"questions asked, stopping early":                     19.5,
		"calibration error, mean":                             .115, // the fewer people, the higher: .041 of 300
		"honest people flagged inconsistent":                  .02,
		"needed strand two short: still held":                 .03,
		"needed strand two short: still held, stopping early": .045,
		"the same, answering exactly":                         0,
	} {
		if got, ok := value[quantity]; !ok || got > most {
			t.Errorf("%s: %.3f, want at most %.3f", quantity, got, most)
		}
	}
	for quantity, least := range map[string]float64{
		"exact level, stopping early":                      .77,
		"claims one level too high: exact, stopping early": .75,
		"random answers flagged inconsistent":              .87,
		"all strands at the level: exact, with needs":      value["all strands at the level: exact, without needs"] - .045,
	} {
		if got, ok := value[quantity]; !ok || got < least {
			t.Errorf("%s: %.3f, want at least %.3f", quantity, got, least)
		}
	}
}

// The people an average would place wrongly, on the built-in bank.
func TestPeopleAnAverageWouldPlaceWrongly(t *testing.T) {
	c, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	b := stages.NewBank(c)
	for _, x := range []struct {
		name        string
		p           profile
		low, high   int
		speaksAbove int
		gap         []string // the first step must be along one of these strands
		spikes      []string // strands that must stand out
	}{
		{"a principal engineer with no customer in sight",
			profile{"craft": 5, "design": 4, "voice": 3}, 1, 1, 2, []string{"customer"}, nil},
		{"the same, who answers that it has not happened",
			profile{"craft": 5, "design": 4, "voice": 3, "customer": 1, "trust": 1, "reach": 1}, 1, 1, 1, []string{"customer", "trust"}, nil},
		{"a phone-support agent measured on volume",
			profile{"craft": 1, "customer": 1, "design": .5, "voice": 1.5, "trust": 1, "reach": .5}, 1, 2, 1, nil, nil},
		{"a support manager who owns the service as a product",
			profile{"craft": 2, "customer": 3, "design": 1, "voice": 3, "trust": 3, "reach": 3}, 2, 2, 2, nil, nil},
		{"a technical account manager without architecture",
			profile{"craft": 2, "customer": 4, "design": 1, "voice": 3, "trust": 5, "reach": 5}, 2, 3, 3, []string{"design"}, []string{"trust", "reach"}},
	} {
		for seed := range uint64(12) {
			r := x.p.interview(b, seed, seed == 0)
			if *r.Level < x.low || *r.Level > x.high || *r.SpeaksFor < x.speaksAbove {
				t.Errorf("%s, seed %d: level %d, speaks for %d, caps %+v", x.name, seed, *r.Level, *r.SpeaksFor, r.Caps)
			}
			if x.gap != nil && !slices.Contains(x.gap, r.Next[0].Strand) {
				t.Errorf("%s, seed %d: next %+v", x.name, seed, r.Next)
			}
			if chance := len(x.p) == len(c.Strands); !chance && r.Next[0].Variant != string(stages.NoChance) {
				t.Errorf("%s, seed %d: the step does not speak of the chance: %+v", x.name, seed, r.Next[0])
			}
			for _, s := range r.Strands {
				if slices.Contains(x.spikes, s.ID) && s.Spike < 2 {
					t.Errorf("%s, seed %d: no spike in %+v", x.name, seed, s)
				}
			}
		}
	}
}

// Every step of the built-in content reaches someone. Steps for growing wider come after all others, but for those
// who want to stay, and where one keeps the first three from being too much of one thing.
func TestEveryStepIsOfferedToSomeone(t *testing.T) {
	c := builtin(t)
	b := stages.NewBank(c)
	offered := map[string]bool{}
	for n, iv := range crowd() {
		wider := false
		for rank, s := range b.StepsFor(iv, stages.Wishes{}) {
			if rank < 3 {
				offered[s.Step] = true
				continue
			}
			if s.Purpose != stages.Widen && wider {
				t.Errorf("%d: %s comes after a step for growing wider", n, s.Step)
			}
			offered[s.Step], wider = true, s.Purpose == stages.Widen
		}
	}
	for _, s := range c.Steps {
		if !offered[s.ID] {
			t.Errorf("%s (%q, level %d) is offered to nobody", s.ID, s.Purpose, s.Level)
		}
	}
}
