package report

import (
	"cmp"
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// mostQuoted is how many of the person's own examples are told with their shape.
const mostQuoted = 2

// Shape is how the person is uneven, in a name and a text, with what they noted themselves first. Both are empty
// where the result is unclear, or the content has no shape that fits.
func (e Export) Shape() (name string, parts []Part) {
	s := e.shapeThatFits()
	if s == nil {
		return "", nil
	}
	for _, example := range ownExamples(e.Result) {
		parts = append(parts, Part{locale.Text("You noted"), example})
	}
	return s.Name, append(parts, Part{"", s.Text})
}

// shapeThatFits is the shape of the person; nil where the result is unclear, or none fits.
func (e Export) shapeThatFits() *stages.Shape {
	if e.Result.Placement.Certainty() == stages.Unclear {
		return nil
	}
	return e.Result.Placement.Shape(e.Result.Snapshot.Shapes, e.circumstances())
}

// circumstances are what is known of the person beside the placement.
func (e Export) circumstances() stages.Circumstances {
	of := stages.Circumstances{Work: e.Result.Profile.Work, Answers: e.Result.Interview.Answers}
	if r, taken := e.survey(stages.Surroundings); taken {
		for _, w := range r.Snapshot.Surroundings.Winds {
			if r.Scores.Against(w.ID) {
				of.Against = append(of.Against, w.ID)
			}
		}
	}
	if r, taken := e.survey(stages.Crossroads); taken {
		if road := r.Scores.Drawn(&r.Snapshot.Crossroads); road != "" {
			of.Drawn = []string{road}
		}
	}
	return of
}

// ownExamples are those that the person noted on the highest answers.
func ownExamples(r session.Result) []string {
	type noted struct {
		text  string
		level float64
	}
	var all []noted
	for i := range r.Snapshot.Questions {
		q := &r.Snapshot.Questions[i]
		a := r.Interview.Answers[q.ID]
		text := stages.OneLine(a.Evidence)
		if text == "" || a.Skip != "" {
			continue
		}
		n := noted{text: quote(text)}
		for _, id := range a.Options {
			if o := q.Option(id); o != nil {
				n.level = max(n.level, o.Level)
			}
		}
		all = append(all, n)
	}
	slices.SortStableFunc(all, func(x, y noted) int { return cmp.Compare(y.level, x.level) })
	var out []string
	for _, n := range all[:min(len(all), mostQuoted)] {
		out = append(out, n.text)
	}
	return out
}

// shape is the section of a document about it.
func (e Export) shape(to renderer) {
	name, parts := e.Shape()
	if name == "" {
		return
	}
	to.heading(2, name)
	to.list(false, items(parts[:len(parts)-1])...)
	to.para(parts[len(parts)-1].Text)
}
