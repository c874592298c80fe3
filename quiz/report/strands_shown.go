package report

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// NothingShown is said of a strand where no box was ticked, and nothing else answered.
const NothingShown locale.Message = "Your answers don't show anything on this strand yet."

// StrandShown is what a person did along a strand, by the answers that didn't hold them back: the one that fits the
// level they are at best; else the highest answer as it was given, else that there is nothing; where nothing was answered, what the
// strand is about.
func StrandShown(r session.Result, id string) string {
	if shown := nearestShown(r, id); shown != nil {
		return you(&r.Snapshot, *shown)
	}
	return highestAnswer(r, id)
}

// nearestShown is what a person did along a strand that fits the level they're at best, or nil.
func nearestShown(r session.Result, id string) *stages.Shown {
	level := strand(r.Placement, id).Level
	if level == nil {
		level = new(int)
	}
	held := heldBack(r.Placement)
	all := slices.DeleteFunc(r.Snapshot.Shown(r.Interview.Answers, id), func(s stages.Shown) bool { return slices.Contains(held, s.Question.ID) })
	return stages.Nearest(all, max(1, *level))
}

// highestAnswer quotes the answer along a strand that speaks for the most; of several that are the lowest there are, the one that
// says most, as the others may only say that there was nothing.
func highestAnswer(r session.Result, id string) string {
	var q *stages.Question
	var best *stages.Option
	answered, level := false, 0.0
	for i := range r.Snapshot.Questions {
		at := &r.Snapshot.Questions[i]
		a, asked := r.Interview.Answers[at.ID]
		if at.Strand != id || !asked || a.Skip != "" {
			continue
		}
		answered = true
		for _, option := range a.Options {
			switch o := at.Option(option); {
			case o == nil:
			case o.Level > max(level, lowestAnchor(at)):
				q, best, level = at, o, o.Level
			case level == 0 && (best == nil || len(o.Text) > len(best.Text)):
				q, best = at, o
			}
		}
	}
	switch {
	case best != nil:
		return locale.Sprintf("On \"%s\", you answered \"%s\".", stages.OneLine(q.Name()), stages.OneLine(best.Name()))
	case answered:
		return NothingShown.String()
	}
	return strandAbout(&r.Snapshot, id)
}

// lowestAnchor is what the lowest answer to a question speaks for; no box ticked is lower than any.
func lowestAnchor(q *stages.Question) float64 {
	if q.Several() {
		return 0
	}
	low := float64(stages.MaxLevels)
	for _, o := range q.Options {
		low = min(low, o.Level)
	}
	return low
}

func strandAbout(c *stages.Catalog, id string) string {
	for _, s := range c.Strands {
		if s.ID == id {
			return s.About
		}
	}
	return ""
}
