package stages

import (
	"cmp"
	"slices"
)

// SurveyScores is how a person, or a workplace, scores on each axis. Its JSON is the machine interface.
type SurveyScores struct {
	Schema     int         `json:"schema"`
	Assessment string      `json:"assessment"`
	Content    ContentRef  `json:"content"`
	Asked      []string    `json:"asked"`
	Axes       []AxisScore `json:"axes"`
}

// Axis returns the score on an axis, 0 to 1, and whether there is one. What an old file holds outside of
// that counts as its end.
func (r SurveyScores) Axis(id string) (float64, bool) {
	for _, a := range r.Axes {
		if a.ID == id && a.Score != nil {
			return min(max(*a.Score, 0), 1), true
		}
	}
	return 0, false
}

// AxisScore is what the answers say on one axis.
type AxisScore struct {
	ID string `json:"id"`
	// Score is from 0 to 1; nil where fewer than two questions with the axis were answered.
	Score   *float64 `json:"score"`
	Asked   int      `json:"asked"`
	Because []string `json:"because"` // the questions that say most, at most three
}

// leastAnswered is how many answers an axis needs to have a score.
const leastAnswered = 2

// Score scores the answers on every axis of the survey. A score is what was earned over what could
// have been, in the questions answered:
//
//	(Σ weights chosen − Σ lowest) / (Σ highest − Σ lowest)
//
// where a question's highest and lowest are those of its options, or for a checklist the sums of its
// positive and of its negative weights. With a placement of the stages assessment, the readiness for a
// road is the mean of its score and of how far the road's strands are reached.
func (s *Survey) Score(assessment string, iv Interview, placed *Placement) SurveyScores {
	r := SurveyScores{Schema: 1, Assessment: assessment, Asked: append([]string{}, iv.Asked...)}
	for _, id := range s.Axes() {
		r.Axes = append(r.Axes, s.axis(id, iv.Answers))
	}
	if placed != nil {
		for i := range s.Roads {
			s.joinStrands(&r, &s.Roads[i], *placed)
		}
	}
	return r
}

// part is what one answer says on an axis.
type part struct {
	question             string
	earned, lowest, most float64
}

func (s *Survey) axis(id string, answers Answers) AxisScore {
	var parts []part
	for i := range s.Questions {
		q := &s.Questions[i]
		a, asked := answers[q.ID]
		chosen, answered := q.chosen(a)
		if p := q.weigh(id, chosen); asked && answered && p.most > p.lowest {
			parts = append(parts, p)
		}
	}
	score := AxisScore{ID: id, Asked: len(parts), Because: []string{}}
	if len(parts) < leastAnswered {
		return score
	}
	var earned, lowest, most float64
	for _, p := range parts {
		earned, lowest, most = earned+p.earned, lowest+p.lowest, most+p.most
	}
	value := (earned - lowest) / (most - lowest)
	score.Score = &value
	score.Because = decisive(parts, value)
	return score
}

// weigh returns what the options chosen earn on an axis, and what the question's answers could earn.
func (q *Question) weigh(axis string, chosen []int) part {
	p := part{question: q.ID}
	for i, o := range q.Options {
		w := o.Weights[axis]
		if slices.Contains(chosen, i) {
			p.earned += w
		}
		switch {
		case q.Several():
			p.lowest, p.most = p.lowest+min(w, 0), p.most+max(w, 0)
		case i == 0:
			p.lowest, p.most = w, w
		default:
			p.lowest, p.most = min(p.lowest, w), max(p.most, w)
		}
	}
	return p
}

// decisive names up to three questions: those whose answers move the score furthest to the side where
// it is.
func decisive(parts []part, score float64) []string {
	side := 1.0
	if score < .5 {
		side = -1
	}
	lean := func(p part) float64 { return side * (p.earned - (p.lowest+p.most)/2) }
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(lean(b), lean(a)) })
	ids := []string{}
	for _, p := range parts {
		if lean(p) > 0 && len(ids) < mostBecause {
			ids = append(ids, p.question)
		}
	}
	return ids
}

// joinStrands averages the readiness for a road with how far its strands are reached: level / asked, at
// most 1, averaged over the strands that were assessed and that the road asks more than level 1 of.
func (s *Survey) joinStrands(r *SurveyScores, road *Road, placed Placement) {
	sum, n := 0.0, 0
	for _, s := range placed.Strands {
		if need, wanted := road.Strands[s.ID]; wanted && s.Level != nil && need > 1 {
			sum += min(1, float64(*s.Level)/need)
			n++
		}
	}
	if n == 0 {
		return
	}
	for i := range r.Axes {
		if a := &r.Axes[i]; a.ID == road.ReadyAxis() {
			value := sum / float64(n)
			if a.Score != nil {
				value = (value + *a.Score) / 2
			}
			a.Score = &value
		}
	}
}

// Gaps are the strands of a road that a stages result does not reach yet, in the order of the result.
func (r *Road) Gaps(placed Placement) []string {
	var out []string
	for _, s := range placed.Strands {
		if need, wanted := r.Strands[s.ID]; wanted && (s.Level == nil || float64(*s.Level) < need) {
			out = append(out, s.ID)
		}
	}
	return out
}

// Where the words for a wind begin, and how far from the strongest pull a road is as strong.
const (
	HeadwindTo   = 0.4
	TailwindFrom = 0.6
	NearTie      = 0.1
	// NearFrom is the readiness from which a person is on a road already.
	NearFrom = 0.66
)

// Near reports whether a person is on a road already: it's that of those who stay, or they have most of what it asks.
func (r SurveyScores) Near(road *Road) bool {
	ready, _ := r.Axis(road.ReadyAxis())
	return road.Stays || ready >= NearFrom
}

// Affected returns the strands whose gaps may be about the place: those along which more winds are against the person
// than with them.
func (s *Survey) Affected(r SurveyScores) []string {
	var out []string
	balance := map[string]int{}
	for _, w := range s.Winds {
		for _, strand := range w.Strands {
			switch score, ok := r.Axis(w.ID); {
			case ok && score >= TailwindFrom:
				balance[strand]--
			case r.Against(w.ID):
				balance[strand]++
				if !slices.Contains(out, strand) {
					out = append(out, strand)
				}
			}
		}
	}
	return slices.DeleteFunc(out, func(strand string) bool { return balance[strand] <= 0 })
}

// Against reports whether a side of the workplace holds the person back.
func (r SurveyScores) Against(wind string) bool {
	score, ok := r.Axis(wind)
	return ok && score <= HeadwindTo
}

// Tired reports whether the side that leaves no room for steps holds the person back.
func (r SurveyScores) Tired(s *Survey) bool {
	return slices.ContainsFunc(s.Winds, func(w Wind) bool { return w.Tires && r.Against(w.ID) })
}

// drawnFrom is the score from which a road pulls.
const drawnFrom = 0.4

// Drawn is the road that pulls a person more than the others, or "" where none does, or two do alike.
func (r SurveyScores) Drawn(s *Survey) string {
	best, first, second := "", 0.0, 0.0
	for i := range s.Roads {
		switch score, _ := r.Axis(s.Roads[i].PullAxis()); {
		case score > first:
			best, first, second = s.Roads[i].ID, score, first
		case score > second:
			second = score
		}
	}
	if first < drawnFrom || first-second < NearTie {
		return ""
	}
	return best
}
