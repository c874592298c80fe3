package stages

import "slices"

// Shown is a strength with the answer it rests on.
type Shown struct {
	*Strength
	Question string
	Option   string
	// Evidence says that the answer is about an event that others can confirm; the rest are claims.
	Evidence bool
}

// Shown lists what a person's answers show along a strand, the highest level first; of one level, what
// rests on evidence comes before what rests on a claim.
func (c *Catalog) Shown(answers Answers, strand string) []Shown {
	var out []Shown
	for i := range c.Strengths {
		s := &c.Strengths[i]
		if s.Strand != strand {
			continue
		}
		if shown, ok := c.restsOn(s, answers); ok {
			out = append(out, shown)
		}
	}
	slices.SortStableFunc(out, func(x, y Shown) int {
		if x.Level != y.Level {
			return y.Level - x.Level
		}
		return ranked(y.Evidence) - ranked(x.Evidence)
	})
	return out
}

// ranked puts evidence before claims.
func ranked(evidence bool) int {
	if evidence {
		return 1
	}
	return 0
}

// restsOn finds the answer that a strength rests on, one about evidence before a claim.
func (c *Catalog) restsOn(s *Strength, answers Answers) (found Shown, ok bool) {
	for i := range c.Questions {
		q := &c.Questions[i]
		option, chose := q.chose(answers[q.ID], s.On[q.ID])
		if chose && (!ok || q.Evidence && !found.Evidence) {
			found, ok = Shown{s, q.ID, option, q.Evidence}, true
		}
	}
	return found, ok
}

// chose returns the first of some options that an answer names.
func (q *Question) chose(a Answer, options []string) (string, bool) {
	if a.Skip != "" {
		return "", false
	}
	for _, id := range options {
		if slices.Contains(a.Options, id) && q.Option(id) != nil {
			return id, true
		}
	}
	return "", false
}
