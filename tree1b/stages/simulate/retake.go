package simulate

import (
	"math/rand/v2"
	"slices"

	"waymark/stages"
)

// Retake compares a second interview of the same people with their first.
type Retake struct {
	People int // who took it twice
	// Moved is the share of them who got another level, and ClearAndMoved that among those that both
	// interviews called clear.
	Moved, ClearAndMoved float64
	Clear                float64 // the share that both called clear
	Again                float64 // the share of the second interview's questions that the first one asked too
}

// Retaken are second interviews: with the same answers, asked in another order; with answers that people give
// afresh, as if they remembered none, while a real person is somewhere between the two; and one level later.
type Retaken struct{ Same, Afresh, Grown Retake }

// Retakes lets the honest kinds of people take the interview again, stopping early.
func Retakes(b *stages.Bank, opt Options) Retaken {
	e := newExperiment(b)
	kinds := slices.DeleteFunc(kindsFor(e.needs), func(k kind) bool { return k.group != honest })
	taken := make([]retaken, len(kinds)*opt.Respondents)
	onAllCores(len(taken), opt.Progress, func(i int) {
		kind, n := i/opt.Respondents, i%opt.Respondents
		rng := rand.New(rand.NewPCG(opt.Seed, uint64(kind)<<32|uint64(n))) //nolint:gosec // repeatable on purpose
		taken[i] = e.again(kinds[kind], rng)
	})
	return Retaken{retake(taken, func(t retaken) outcome { return t.same }), retake(taken, func(t retaken) outcome { return t.afresh }),
		retake(taken, func(t retaken) outcome { return t.grown })}
}

// retaken are the interviews of one person.
type retaken struct{ first, same, afresh, grown outcome }

// again draws a person and interviews them four times.
func (e *experiment) again(k kind, rng *rand.Rand) (t retaken) {
	r := e.draw(k, rng)
	ask := func() outcome { return r.interview(e.bank, &stages.Interview{Seed: rng.Uint64()}, e.bank.Next) }
	anew := func() outcome {
		r.answers = stages.Answers{}
		e.answer(k, &r, rng)
		return ask()
	}
	t.first, t.same, t.afresh = ask(), ask(), anew()
	for d := range r.strands {
		r.strands[d]++
	}
	t.grown = anew()
	return t
}

func retake(taken []retaken, second func(retaken) outcome) Retake {
	moved, bothClear, clearAndMoved, shared, asked := 0, 0, 0, 0, 0
	for _, t := range taken {
		before, now := t.first, second(t)
		other, sure := before.held != now.held, before.clear && now.clear
		moved += count(other)
		bothClear += count(sure)
		clearAndMoved += count(sure && other)
		asked += len(now.questions)
		for _, id := range now.questions {
			shared += count(slices.Contains(before.questions, id))
		}
	}
	of := func(n, all int) float64 { return ratio(float64(n), float64(all)) }
	return Retake{len(taken), of(moved, len(taken)), of(clearAndMoved, bothClear), of(bothClear, len(taken)), of(shared, asked)}
}
