package simulate

import (
	"cmp"
	"math"
	"slices"

	"waymark/stages"
)

// StrandFigures are how well people are placed along one strand by the interview as it's shipped: honest people,
// stopping early.
type StrandFigures struct {
	Strand    string
	Questions int     // that are scored
	Exact     float64 // share placed at the level nearest to where they stand
	Within    float64 // share placed at most one level from it
	// Apart is, for the boundary between level i+1 and the next, the share placed on their side of it, of those
	// who stand at one of the two. It goes by the answers along the strand alone: those along others say something
	// of it too, and would hide that it tells nothing itself. Half of them are right by chance.
	Apart []float64
	// Near is how many people that is, and Spanning how many questions have answers on both sides.
	Near, Spanning []int
}

// QuestionFigures are how much one question tells of its strand.
type QuestionFigures struct {
	ID     string
	Strand string
	// Correlation is between where people stand along the strand and the level their answer shows; of a checklist,
	// the number of boxes they tick. 0 where the question isn't scored.
	Correlation float64
	Asked       float64 // share of the interviews that ask it
}

// strandFigures tell of each strand how honest people are placed along it.
func (e *experiment) strandFigures(people []placed) []StrandFigures {
	out := make([]StrandFigures, e.strands)
	for d, s := range e.bank.Catalog().Strands {
		out[d].Strand = s.ID
		e.placedAlong(&out[d], people, d)
	}
	for i := range e.questions {
		q, f := &e.questions[i], &out[e.strand[i]]
		f.Questions += count(q.Scored())
		for b := range f.Spanning {
			f.Spanning[b] += count(q.Spans(b + 1))
		}
	}
	return out
}

// placedAlong fills in how people are placed along strand d.
func (e *experiment) placedAlong(f *StrandFigures, people []placed, d int) {
	exact, within, right := 0, 0, make([]int, e.levels-1)
	f.Apart, f.Near, f.Spanning = make([]float64, e.levels-1), make([]int, e.levels-1), make([]int, e.levels-1)
	for _, p := range people {
		truth, held, alone := e.nearest(p.strands[d]), p.earlyShipped.strands[d], p.alone[d]
		exact += count(held == truth)
		within += count(held > 0 && max(held-truth, truth-held) <= 1)
		for b := max(truth-1, 1); b <= min(truth, e.levels-1); b++ {
			f.Near[b-1]++
			right[b-1] += count(alone > 0 && (alone > b) == (truth > b))
		}
	}
	f.Exact, f.Within = ratio(float64(exact), float64(len(people))), ratio(float64(within), float64(len(people)))
	for b := range right {
		f.Apart[b] = ratio(float64(right[b]), float64(f.Near[b]))
	}
}

// questionFigures tell of each question how its answers go with where honest people stand, the weakest first.
func (e *experiment) questionFigures(people []placed) []QuestionFigures {
	asked := map[string]int{}
	for _, p := range people {
		for _, id := range p.earlyShipped.questions {
			asked[id]++
		}
	}
	var out []QuestionFigures
	for i := range e.questions {
		q := &e.questions[i]
		f := QuestionFigures{ID: q.ID, Strand: q.Strand, Asked: ratio(float64(asked[q.ID]), float64(len(people)))}
		if q.Scored() {
			f.Correlation = correlation(people, e.strand[i], i)
		}
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(a, b QuestionFigures) int { return cmp.Compare(a.Correlation, b.Correlation) })
	return out
}

// correlation is Pearson's, between the true level along a strand and the value of the answers to a question.
func correlation(people []placed, strand, question int) float64 {
	var n, x, y, xx, yy, xy float64
	for _, p := range people {
		a, b := p.strands[strand], p.values[question]
		n, x, y, xx, yy, xy = n+1, x+a, y+b, xx+a*a, yy+b*b, xy+a*b
	}
	return ratio(n*xy-x*y, math.Sqrt(max(n*xx-x*x, 0)*max(n*yy-y*y, 0)))
}

// alone is the level along each strand that the answers asked along it give, without any other.
func (e *experiment) alone(answers stages.Answers, asked []string) []int {
	interviews := make([]stages.Interview, e.strands)
	for i := range e.questions {
		if id := e.questions[i].ID; slices.Contains(asked, id) {
			interviews[e.strand[i]] = interviews[e.strand[i]].With(id, answers[id])
		}
	}
	out := make([]int, e.strands)
	for d, iv := range interviews {
		out[d] = known(e.bare.Standing(iv).Strands[d].Level)
	}
	return out
}

// values are what a person's answers to all questions show.
func (e *experiment) values(answers stages.Answers) []float64 {
	out := make([]float64, len(e.questions))
	for i := range e.questions {
		out[i] = value(&e.questions[i], answers[e.questions[i].ID])
	}
	return out
}

// value is the level that an answer shows; of a checklist, the number of ticked boxes.
func value(q *stages.Question, a stages.Answer) float64 {
	if q.Several() {
		return float64(len(a.Options))
	}
	return q.Option(a.Options[0]).Level
}
