package calibrate

import (
	"slices"

	"waymark/stages"
)

// Agreement is how far raters agree: the mean over their pairs.
type Agreement struct {
	Raters []Rater `json:"raters"`
	Pairs  int     `json:"pairs"`  // of raters with people in common
	Common float64 `json:"common"` // judgements or answers that a pair has in common, on average
	// Kappa is the quadratic weighted kappa of levels, or of the anchors of what was chosen; 1 is
	// agreement throughout, 0 what chance alone would give.
	Kappa    float64 `json:"weighted_kappa"`
	Same     float64 `json:"same"`     // share of levels, or answers, that are the same
	Adjacent float64 `json:"adjacent"` // share that are the same or one level apart at most
}

// WeightedKappa is Cohen's kappa with quadratic weights ("Weighted kappa", Psychological Bulletin 70(4),
// 1968) of two raters' values, pair by pair:
//
//	κ = 1 − Σ_i (a_i − b_i)² / n ÷ Σ_i Σ_j (a_i − b_j)² / n² = 1 − mean (a − b)² / (var a + var b + (ā − b̄)²)
//
// It is 1 where neither rater ever differs from the other, also if they have one value for all.
func WeightedKappa(a, b []float64) float64 {
	seen := 0.0
	for i := range a {
		seen += (a[i] - b[i]) * (a[i] - b[i]) / float64(len(a))
	}
	if seen == 0 {
		return 1
	}
	between := mean(a) - mean(b)
	return 1 - seen/(variance(a)+variance(b)+between*between)
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

func variance(x []float64) float64 {
	m, sum := mean(x), 0.0
	for _, v := range x {
		sum += (v - m) * (v - m)
	}
	return sum / float64(len(x))
}

// comparison is what two raters have in common.
type comparison struct {
	n, same, adjacent int
	a, b              []float64 // levels; of answers, those with an anchor
}

func (c *comparison) add(a, b float64) {
	c.a, c.b = append(c.a, a), append(c.b, b)
	if max(a-b, b-a) <= 1 {
		c.adjacent++
	}
}

// agreement averages over the pairs that have something in common.
func agreement(raters []Rater, pair func(i, j int) comparison) Agreement {
	out := Agreement{Raters: raters}
	for j := range raters {
		for i := range j {
			c := pair(i, j)
			if len(c.a) == 0 {
				continue
			}
			out.Pairs++
			out.Common += float64(c.n)
			out.Kappa += WeightedKappa(c.a, c.b)
			out.Same += float64(c.same) / float64(c.n)
			out.Adjacent += float64(c.adjacent) / float64(len(c.a))
		}
	}
	if n := float64(out.Pairs); n > 0 {
		out.Common, out.Kappa, out.Same, out.Adjacent = out.Common/n, out.Kappa/n, out.Same/n, out.Adjacent/n
	}
	return out
}

// judgesAgree compares the judges' levels.
func (s *Study) judgesAgree() Agreement {
	raters := []Rater{}
	for _, j := range s.Judges {
		raters = append(raters, Rater{j.ID, j.Kind, j.Who})
	}
	return agreement(raters, func(i, j int) (c comparison) {
		for _, p := range s.People {
			a, ok := s.Judges[i].Levels[p.ID]
			b, both := s.Judges[j].Levels[p.ID]
			if !ok || !both {
				continue
			}
			c.n++
			c.same += count(a.Level == b.Level)
			c.add(float64(a.Level), float64(b.Level))
		}
		return c
	})
}

// readersAgree compares the readers' answers: whether they are the same, skips among them, and the anchors
// of what was chosen.
func (s *Study) readersAgree(c *stages.Catalog) Agreement {
	raters := []Rater{}
	for _, r := range s.Readers {
		raters = append(raters, Rater{r.ID, r.Kind, r.Who})
	}
	return agreement(raters, func(i, j int) (out comparison) {
		for _, p := range s.People {
			for n := range c.Questions {
				q := &c.Questions[n]
				a, ok := s.Readers[i].Answers[p.ID][q.ID]
				b, both := s.Readers[j].Answers[p.ID][q.ID]
				if ok && both {
					out.compare(q, a, b)
				}
			}
		}
		return out
	})
}

func (c *comparison) compare(q *stages.Question, a, b Answer) {
	c.n++
	c.same += count(a.Skip == b.Skip && a.NoneFits == b.NoneFits && sameSet(a.Options, b.Options))
	if a.Skip == "" && b.Skip == "" {
		c.add(highest(q, a), highest(q, b))
	}
}

func sameSet(a, b []string) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(id string) bool { return !slices.Contains(b, id) })
}

// highest is the anchor of what was chosen: of a checklist, its highest box, and 0 with none ticked.
func highest(q *stages.Question, a Answer) float64 {
	level := 0.0
	for _, id := range a.Options {
		if o := q.Option(id); o != nil {
			level = max(level, o.Level)
		}
	}
	return level
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
