package stages

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func rngFor(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

// randomCatalog is any catalog an author might write: all kinds of question, fractional and equal
// anchors, needs and pairs.
func randomCatalog(rng *rand.Rand) *Catalog {
	c := &Catalog{ID: "random"}
	strands := 1 + rng.IntN(7)
	for d := range strands {
		c.Strands = append(c.Strands, Strand{ID: fmt.Sprint("s", d)})
	}
	for k := 1; k <= Levels; k++ {
		l := Level{Level: k, ID: fmt.Sprint("l", k)}
		if k > 1 && rng.IntN(3) == 0 {
			l.Needs = []string{c.Strands[rng.IntN(strands)].ID}
		}
		c.Levels = append(c.Levels, l)
	}
	for i := range 3 + rng.IntN(25) {
		c.Questions = append(c.Questions, randomQuestion(i, c.Strands[rng.IntN(strands)].ID, rng))
	}
	for k := 2; k <= Levels; k++ {
		for _, s := range c.Strands {
			c.Steps = append(c.Steps, Step{ID: fmt.Sprint(s.ID, "-", k), Strand: s.ID, Level: k})
		}
	}
	return c
}

func randomQuestion(i int, strand string, rng *rand.Rand) Question {
	q := Question{
		ID: fmt.Sprint("q", i), Strand: strand, Kind: Kinds()[rng.IntN(len(Kinds()))],
		Evidence: rng.IntN(2) == 0,
	}
	if rng.IntN(4) == 0 {
		q.Pair = fmt.Sprint("q", rng.IntN(i+1))
	}
	for o := range 2 + rng.IntN(5) {
		level := float64(rng.IntN(11)) / 2
		q.Options = append(q.Options, Option{ID: fmt.Sprint("o", o), Level: level})
	}
	return q
}

// randomInterview answers some of a bank's questions, and skips a few.
func randomInterview(b *Bank, rng *rand.Rand) Interview {
	iv := Interview{Seed: rng.Uint64(), Answers: Answers{}}
	share := rng.Float64()
	for i := range b.items {
		it := &b.items[i]
		switch {
		case rng.Float64() > share:
			continue
		case rng.IntN(8) == 0:
			iv.Answers[it.question.ID] = Answer{Skip: Skips()[rng.IntN(3)]}
		default:
			iv.Answers[it.question.ID] = it.answer(rng.IntN(len(it.anchor)))
		}
		iv.Asked = append(iv.Asked, it.question.ID)
	}
	return iv
}

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
		all := [][Levels]float64{r.Posterior, r.Held}
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

// Explanations are true of the answers they explain.
func TestExplanationsAreTrue(t *testing.T) {
	rng := rngFor(9)
	changes, holds := 0, 0
	for range 400 {
		b := NewBank(randomCatalog(rng))
		iv := randomInterview(b, rng)
		r := b.Place(iv)
		b.Explain(iv, &r)
		if r.Level == nil {
			continue
		}
		mean := b.judge(b.collect(iv)).level.mean()
		checkPush(t, b, iv, r, mean)
		for _, h := range r.Gains {
			holds++
			if got := b.judge(b.collect(raiseStrand(b, iv, h.Strand))).level.mean(); got < mean {
				t.Errorf("raising %s, which holds back, lowers E[L] from %v to %v", h.Strand, mean, got)
			}
		}
		for _, c := range r.WouldChange {
			changes++
			changed := iv
			for _, a := range c.Answers {
				changed = changed.With(a.Question, a.answer(b.Question(a.Question)))
			}
			if got := *b.Place(changed).Level; got != c.Level || got == *r.Level {
				t.Errorf("%+v leads from level %d to %d", c, *r.Level, got)
			}
		}
	}
	if changes < 300 || holds < 300 {
		t.Errorf("only %d changes and %d holds: the test tells nothing", changes, holds)
	}
}

func (a ChangeAnswer) answer(q *Question) Answer {
	if q.Several() {
		return Answer{Options: a.Options}
	}
	return Answer{Options: []string{a.Option}}
}

func checkPush(t *testing.T, b *Bank, iv Interview, r Placement, mean float64) {
	t.Helper()
	if len(r.Why) == 0 || r.Why[0].Weight <= 0 {
		return
	}
	rs := b.collect(iv)
	i := b.index[r.Why[0].Question]
	for n, g := range rs.answers {
		if g.index == i {
			rs.answers = append(rs.answers[:n:n], rs.answers[n+1:]...)
			break
		}
	}
	if without := posteriorOf(b.sums(rs.answers, nil)).level.mean(); without >= mean {
		t.Errorf("without its strongest push up, E[L] goes from %v to %v", mean, without)
	}
}

func raiseStrand(b *Bank, iv Interview, strand string) Interview {
	for _, g := range b.collect(iv).answers {
		if g.question.Strand == strand {
			iv = iv.With(g.question.ID, g.answer(g.raised(g.response)))
		}
	}
	return iv
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
