package stages

import (
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"testing"
)

// plainLevels is how many levels [PlainCatalog] has, and any catalog here that does not say how many.
const plainLevels = 5

// TestMain lets garbage lie longer: these tests make much of it, and there is memory enough.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}

func rngFor(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

// randomCatalog is any catalog an author might write: any number of levels, all kinds of question, fractional and equal
// anchors, needs and pairs.
func randomCatalog(rng *rand.Rand) *Catalog {
	c := &Catalog{ID: "random"}
	strands := 1 + rng.IntN(7)
	for d := range strands {
		c.Strands = append(c.Strands, Strand{ID: fmt.Sprint("s", d)})
	}
	levels := MinLevels + rng.IntN(MaxLevels-MinLevels+1)
	for k := 1; k <= levels; k++ {
		l := Level{Level: k, ID: fmt.Sprint("l", k)}
		if k > 1 && rng.IntN(3) == 0 {
			l.Needs = []string{c.Strands[rng.IntN(strands)].ID}
		}
		c.Levels = append(c.Levels, l)
	}
	for i := range 3 + rng.IntN(25) {
		c.Questions = append(c.Questions, randomQuestion(i, levels, c.Strands[rng.IntN(strands)].ID, rng))
	}
	for k := 2; k <= levels; k++ {
		for _, s := range c.Strands {
			c.Steps = append(c.Steps, Step{ID: fmt.Sprint(s.ID, "-", k), Strand: s.ID, Level: k})
		}
	}
	return c
}

func randomQuestion(i, levels int, strand string, rng *rand.Rand) Question {
	q := Question{
		ID: fmt.Sprint("q", i), Strand: strand, Kind: Kinds()[rng.IntN(len(Kinds()))],
		Evidence: rng.IntN(2) == 0,
	}
	if rng.IntN(4) == 0 {
		q.Pair = fmt.Sprint("q", rng.IntN(i+1))
	}
	if rng.IntN(4) == 0 {
		q.Sisters = []string{fmt.Sprint("q", rng.IntN(28)), fmt.Sprint("q", rng.IntN(28))}
	}
	for o := range 2 + rng.IntN(5) {
		level := float64(rng.IntN(2*levels+1)) / 2
		q.Options = append(q.Options, Option{ID: fmt.Sprint("o", o), Level: level})
	}
	return q
}

// randomInterview answers some of a bank's questions, and skips a few.
func randomInterview(b *Bank, rng *rand.Rand) Interview {
	iv := Interview{Seed: rng.Uint64(), Quick: rng.IntN(5) == 0, Answers: Answers{}}
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

// PlainCatalog is the bank on which the model is measured: 6 strands of 4 questions, options anchored
// 1 … 5, half of them evidence, no needs. testdata/plain holds the same as YAML, for the command.
func PlainCatalog() *Catalog {
	c := &Catalog{ID: "plain", Version: "1", Title: "The plain bank"}
	for k := 1; k <= plainLevels; k++ {
		name := fmt.Sprintf("Level %d", k)
		c.Levels = append(c.Levels, Level{
			Level: k, ID: fmt.Sprintf("level-%d", k), Name: name, Line: name,
			About: name, Feels: name, ReliedOn: name, Trap: name, Next: name, Keep: name,
		})
	}
	for d := 1; d <= 6; d++ {
		s := Strand{ID: fmt.Sprintf("s%d", d), Name: fmt.Sprintf("Strand %d", d), About: "A strand."}
		for k := 1; k <= plainLevels; k++ {
			s.At = append(s.At, fmt.Sprintf("Strand %d at level %d.", d, k))
		}
		c.Strands = append(c.Strands, s)
		for n := 1; n <= 4; n++ {
			c.Questions = append(c.Questions, plainQuestion(s.ID, n))
		}
	}
	c.Steps = []Step{{
		ID: "grow", Strand: "s1", Level: 2, Title: "Grow", Why: "To have a step.", First: "Begin.",
		With: "Somebody.", Leaves: "Something.", Worked: "Somebody saw it.", Weeks: 1,
		NoChance: "Make a chance.", InTheWay: "Make way.",
	}}
	return c
}

func plainQuestion(strand string, n int) Question {
	q := Question{
		ID: fmt.Sprintf("%s-q%d", strand, n), Strand: strand, Kind: Ladder, Evidence: n%2 == 1,
		Short: "Plain", Ask: "At which level?", Why: "To measure the model.",
		Counts: "Anything.", CountsNot: "Nothing.",
	}
	for k := 1; k <= plainLevels; k++ {
		q.Options = append(q.Options, Option{
			ID: fmt.Sprintf("at-%d", k), Level: float64(k), Text: fmt.Sprintf("Level %d", k),
		})
	}
	return q
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
