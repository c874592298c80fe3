package simulate

import (
	"cmp"
	"maps"
	"math/rand/v2"
	"slices"

	"waymark/stages"
)

// Spread is how the steps are spread over simulated people of one kind of work, three steps each.
type Spread struct {
	Work   string
	People int
	Steps  int // in the content
	Given  []Given
}

// Given is a step and its share of all recommendations.
type Given struct {
	Step  string
	Share float64
}

// noChance is how often a question is passed over for want of a chance.
const noChance = 0.1

// Steps lets people of each kind of work answer as the kinds of respondent called honest do, one question in ten
// passed over for want of a chance, wishing for each of the content's aims alike often, and tells which steps they are given.
func Steps(b *stages.Bank, opt Options) []Spread {
	e := newExperiment(b)
	kinds := slices.DeleteFunc(kindsFor(e.needs), func(k kind) bool { return k.group != honest })
	works := stages.Works()
	given := make([][]stages.NextStep, len(works)*opt.Respondents)
	onAllCores(len(given), opt.Progress, func(i int) {
		rng := rand.New(rand.NewPCG(opt.Seed, uint64(i))) //nolint:gosec // repeatable on purpose
		given[i] = e.advise(kinds[i%len(kinds)], i, rng)
	})
	var out []Spread
	for w, work := range works {
		s := Spread{Work: work, People: opt.Respondents, Steps: len(b.Catalog().Steps)}
		s.Given = spreadOf(given[w*opt.Respondents : (w+1)*opt.Respondents])
		out = append(out, s)
	}
	return out
}

// advise interviews one person, who wishes for one of the aims, by turns.
func (e *experiment) advise(k kind, turn int, rng *rand.Rand) []stages.NextStep {
	r := e.draw(k, rng)
	for _, q := range e.questions {
		if rng.Float64() < noChance {
			r.answers[q.ID] = stages.Answer{Skip: stages.NoChance}
		}
	}
	iv := stages.Interview{Seed: rng.Uint64(), Answers: stages.Answers{}}
	for q, more := e.bank.Next(iv); more; q, more = e.bank.Next(iv) {
		iv = iv.With(q.ID, r.answers[q.ID])
	}
	var wishes stages.Wishes
	if aims := e.bank.Catalog().Aims.Options; len(aims) > 0 {
		wishes.Aim = aims[turn%len(aims)].ID
	}
	return e.bank.Advise(iv, wishes)
}

// spreadOf are the shares of the steps that were given, the greatest first.
func spreadOf(given [][]stages.NextStep) []Given {
	n, all := map[string]int{}, 0
	for _, steps := range given {
		for _, s := range steps {
			n[s.Step]++
			all++
		}
	}
	var out []Given
	for _, id := range slices.Sorted(maps.Keys(n)) {
		out = append(out, Given{id, float64(n[id]) / float64(all)})
	}
	slices.SortStableFunc(out, func(x, y Given) int { return cmp.Compare(y.Share, x.Share) })
	return out
}
