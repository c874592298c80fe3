package quiz

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"waymark/quiz/report"
	"waymark/stages"
)

const (
	playedPerLevel = 20  // interviews
	scatter        = 0.7 // of the level a made-up person answers at, from question to question, in levels
)

// asked says when a question comes: by what rules, and how often where made-up people play.
func (e *explanation) asked() {
	q := e.question
	times := make([]int, len(e.bank.Catalog().Levels))
	var turns []int
	for level := 1; level <= len(times); level++ {
		for seed := range uint64(playedPerLevel) {
			if turn := e.turn(level, seed); turn > 0 {
				times[level-1]++
				turns = append(turns, turn)
			}
		}
	}
	e.put(e.often(times, turns))
	if q.Several() {
		e.put("No interview begins with it, since a checklist is much to read.")
	}
	if pair := e.pair(); pair != "" {
		e.put(fmt.Sprintf("It's paired with %s: once one of the two is answered, the other is asked soon after.", pair))
	}
	var before []string
	for i := range e.bank.Catalog().Questions {
		if other := &e.bank.Catalog().Questions[i]; slices.Contains(other.Sisters, q.ID) {
			before = append(before, other.ID)
		}
	}
	if len(before) > 0 {
		e.put(fmt.Sprintf("It isn't asked after the lowest answer to %s.", report.List(before)))
	}
}

// often says in how many interviews a question was asked, and when in them.
func (e *explanation) often(times, turns []int) string {
	if len(turns) == 0 {
		return fmt.Sprintf("%d made-up people of each level played, and it was never asked: others tell more, or it isn't scored.", playedPerLevel)
	}
	if len(turns) == len(times)*playedPerLevel {
		return fmt.Sprintf("%d made-up people of each level played, and all were asked it.", playedPerLevel)
	}
	slices.Sort(turns)
	var at []string
	for i, n := range times {
		at = append(at, fmt.Sprintf("%d at level %d", n, i+1))
	}
	from, to := turns[len(turns)/4], turns[len(turns)*3/4]
	mostly := fmt.Sprintf("%d to %d", from, to)
	if from == to {
		mostly = fmt.Sprint(from)
	}
	return fmt.Sprintf("Of %d made-up people of each level, it's asked of %s. It's mostly question %s.", playedPerLevel, report.List(at), mostly)
}

// pair is the question that this one is paired with, whichever of the two names the other.
func (e *explanation) pair() string {
	for i := range e.bank.Catalog().Questions {
		if other := &e.bank.Catalog().Questions[i]; other.Pair == e.question.ID {
			return other.ID
		}
	}
	return e.question.Pair
}

// turn plays an interview of a person at a level, and returns as which question the explained one comes, from 1; 0
// where it doesn't.
func (e *explanation) turn(level int, seed uint64) int {
	draw := rand.New(rand.NewPCG(seed, uint64(level))) //nolint:gosec // the same people every time
	iv := stages.Interview{Seed: seed}
	for {
		q, more := e.bank.Next(iv)
		switch {
		case !more:
			return 0
		case q.ID == e.question.ID:
			return len(iv.Asked) + 1
		}
		iv = iv.With(q.ID, answerAt(q, float64(level)+scatter*draw.NormFloat64()))
	}
}

// answerAt is what a person at a level answers: the nearest option, or all boxes up to it.
func answerAt(q *stages.Question, level float64) stages.Answer {
	a := stages.Answer{Options: []string{}}
	nearest, away := "", math.Inf(1)
	for _, o := range q.Options {
		if o.Level <= level {
			a.Options = append(a.Options, o.ID)
		}
		if d := math.Abs(o.Level - level); d < away {
			nearest, away = o.ID, d
		}
	}
	if !q.Several() {
		a.Options = []string{nearest}
	}
	return a
}
