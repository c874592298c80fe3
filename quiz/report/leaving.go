package report

import (
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Leaving is what a crossroads says of leaving beside its [Move]: the answers that speak for it, where the move is for those
// who don't want to get away, and what the surroundings show. It's empty where there's no such answer
// and nothing to change, and where no move is told.
func (e Export) Leaving(r session.Result) string {
	if len(r.Snapshot.Crossroads.Moves) == 0 || Move(r) == "" {
		return ""
	}
	push, _ := r.Scores.Axis(stages.PushAxis)
	about, strong := aboutLeaving(r), force(push, pushes) == stages.Strong
	if stays(r) {
		about = nil
	}
	place := e.placeToChange(strong || len(about) > 0)
	if strong || len(about) == 0 {
		return place
	}
	return locale.Plural(len(about), "One of your answers speaks for leaving: %[2]s.", "%[1]s of your answers speak for leaving: %[2]s.",
		Capital(Number(len(about))), List(quoted(about))) + strings.TrimRight(" "+place, " ")
}

// stays reports whether the question that speaks most for leaving was answered without a word of it: what else was said is what
// bothers someone who isn't about to leave.
func stays(r session.Result) bool {
	most, without := 0.0, false
	for i := range r.Snapshot.Crossroads.Questions {
		q := &r.Snapshot.Crossroads.Questions[i]
		chosen := r.Interview.Answers[q.ID].Options
		for _, o := range q.Options {
			if weight := o.Weights[stages.PushAxis]; weight > most && !q.Several() {
				most = weight
				without = len(chosen) == 1 && q.Option(chosen[0]) != nil && q.Option(chosen[0]).Weights[stages.PushAxis] == 0
			}
		}
	}
	return without
}

// reasonToLeave is what an answer weighs at least that's a reason to leave where one answer is chosen: one about a title,
// say, which hints at it, isn't. A box that's ticked is a reason of its own.
const reasonToLeave = 1

// aboutLeaving are the answers to a crossroads that speak for leaving, as they're called in lists.
func aboutLeaving(r session.Result) []string {
	var out []string
	for i := range r.Snapshot.Crossroads.Questions {
		q := &r.Snapshot.Crossroads.Questions[i]
		for _, id := range r.Interview.Answers[q.ID].Options {
			o := q.Option(id)
			if o == nil {
				continue
			}
			if weight := o.Weights[stages.PushAxis]; weight >= reasonToLeave || q.Several() && weight > 0 {
				out = append(out, stages.OneLine(o.Name()))
			}
		}
	}
	return out
}

// placeToChange says what to do about the workplace before leaving it, as far as the surroundings were looked at; where they
// weren't, someone whose answers speak for leaving is told to. It's empty where nothing holds the person back, where more helps than
// holds and no answer speaks for leaving, and where an export leaves the surroundings out.
func (e Export) placeToChange(leaving bool) string {
	r, taken := e.survey(stages.Surroundings)
	switch {
	case !taken && leaving && !slices.Contains(e.LeftOut, PartSurroundings):
		return locale.Text("Answer the Surroundings questions next: they show which problem to raise first.")
	case !taken:
		return ""
	}
	against, with := windCounts(r)
	if against == 0 || !leaving && with >= against {
		return ""
	}
	worst := lower(&r.Snapshot, Winds(r)[0].Name)
	return locale.Plural(against, "Your workplace holds you back in one way: %[2]s.", "Your workplace holds you back in %[1]s ways, most of all on %[2]s.", Number(against), worst) +
		" " + locale.Text("Raise that with someone who could change it, and agree a date. If nothing has changed by then, it's reasonable to leave.")
}
