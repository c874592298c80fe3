package stages

import (
	"cmp"
	"slices"
)

// Shown is something that a person did, by an answer of theirs.
type Shown struct {
	Question *Question
	Option   *Option
	// Strength is what that shows to others; nil where the content does not say.
	Strength *Strength
}

// Shown lists what a person did along a strand, by their answers, the highest first; of those that speak for
// one level, what is about an event comes before what is claimed. Of a checklist's boxes at one anchor the last
// comes first, as authors list the greater things last.
func (c *Catalog) Shown(answers Answers, strand string) []Shown {
	var out []Shown
	for i := range c.Questions {
		q := &c.Questions[i]
		a := answers[q.ID]
		if q.Strand != strand || a.Skip != "" {
			continue
		}
		for j := range slices.Backward(q.Options) {
			if o := &q.Options[j]; o.Did != "" && slices.Contains(a.Options, o.ID) {
				out = append(out, Shown{q, o, c.strengthOf(q.ID, o.ID)})
			}
		}
	}
	slices.SortStableFunc(out, Shown.Compare)
	return out
}

// Compare orders the higher first: what speaks for a higher level, or for the same and is about an event.
func (s Shown) Compare(o Shown) int {
	return cmp.Or(cmp.Compare(o.Option.highest(), s.Option.highest()), ranked(o.Question.Evidence)-ranked(s.Question.Evidence), cmp.Compare(o.Option.Level, s.Option.Level))
}

// ranked puts evidence before claims.
func ranked(evidence bool) int {
	if evidence {
		return 1
	}
	return 0
}

// strengthOf is the strength that an option shows, the highest where there are several; nil where there is none.
func (c *Catalog) strengthOf(question, option string) *Strength {
	var best *Strength
	for i := range c.Strengths {
		s := &c.Strengths[i]
		if slices.Contains(s.On[question], option) && (best == nil || s.Level > best.Level) {
			best = s
		}
	}
	return best
}

// Nearest returns what was shown that stands best for a person who is at a level: what speaks for the level next
// to it, the higher of two; nil where nothing was shown.
func Nearest(shown []Shown, level int) *Shown {
	var best *Shown
	for i := range shown { // the highest first
		if best == nil || shown[i].from(level) < best.from(level) {
			best = &shown[i]
		}
	}
	return best
}

// from is how many levels lie between what an answer speaks for and a level.
func (s Shown) from(level int) int { return max(s.Option.highest()-level, level-s.Option.highest()) }
