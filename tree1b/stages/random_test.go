package stages

import (
	"math/rand/v2"
	"testing"
)

// raise answers one question higher; false where none can be.
func raise(b *Bank, iv Interview, rng *rand.Rand) (Interview, bool) {
	for _, n := range rng.Perm(len(iv.Asked)) {
		it := &b.items[b.index[iv.Asked[n]]]
		given, ok := it.response(iv.Answers[iv.Asked[n]])
		if !ok {
			continue
		}
		for _, r := range rng.Perm(len(it.anchor)) {
			higher := it.anchor[r] > it.anchor[given]
			if it.question.Several() {
				higher = r != given && r&given == given
			}
			if higher {
				return iv.With(iv.Asked[n], it.answer(r)), true
			}
		}
	}
	return iv, false
}

// A higher answer, over the same asked questions, never lowers the level: with checklists, every cap
// and needs.
func TestRaisedAnswerNeverLowers(t *testing.T) {
	rng := rngFor(7)
	pairs, moved := 0, 0
	for pairs < 12_000 {
		b := NewBank(randomCatalog(rng))
		iv := randomInterview(b, rng)
		for range 10 {
			raised, ok := raise(b, iv, rng)
			if !ok {
				break
			}
			pairs++
			before, after := b.judge(b.collect(iv)), b.judge(b.collect(raised))
			if before == nil {
				break
			}
			if after.held < before.held || after.speaks < before.speaks {
				t.Fatalf("level %d → %d, speaks for %d → %d\n%v\n%v", before.held, after.held,
					before.speaks, after.speaks, iv.Answers, raised.Answers)
			}
			if after.held > before.held {
				moved++
			}
			iv = raised
		}
	}
	if moved < pairs/50 {
		t.Errorf("only %d of %d raised answers moved a level: the test tells nothing", moved, pairs)
	}
}

func TestProbabilitiesSumToOne(t *testing.T) {
	rng := rngFor(8)
	for range 500 {
		b := NewBank(randomCatalog(rng))
		r := b.Place(randomInterview(b, rng))
		all := [][]float64{r.Posterior, r.Held}
		for _, s := range r.Strands {
			all = append(all, s.Posterior)
		}
		for _, p := range all {
			sum := 0.0
			for _, v := range p {
				if !(v >= 0) {
					t.Fatalf("%v is no probability", p)
				}
				sum += v
			}
			if sum < 1-1e-9 || sum > 1+1e-9 {
				t.Fatalf("%v sums to %v", p, sum)
			}
		}
	}
}

// An old interview under newer content is read as far as it goes.
func TestUnknownIDsAreIgnored(t *testing.T) {
	b := NewBank(PlainCatalog())
	iv := Interview{}.
		With("gone", Answer{Options: []string{"x"}}).
		With("s1-q1", Answer{Options: []string{"no-such-option"}}).
		With("s1-q2", Answer{Options: []string{"at-3"}})
	r := b.Place(iv)
	if len(r.Asked) != 3 || r.Strands[0].Asked != 1 {
		t.Errorf("asked %v, on the strand %d", r.Asked, r.Strands[0].Asked)
	}
	if q, ok := b.Next(iv); !ok || q == nil {
		t.Error("the interview should go on")
	}
}
