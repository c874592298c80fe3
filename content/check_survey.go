package content

import (
	"fmt"
	"maps"
	"slices"

	"waymark/stages"
)

// survey checks an assessment that has axes in the place of levels. One without questions is not
// offered.
func (k *checker) survey(s *stages.Survey, path string) {
	if _, given := k.at[path]; !given {
		return
	}
	axes := s.Axes()
	if len(axes) == 0 {
		k.wrong(path, fmt.Sprintf("%q has neither roads nor winds", path), "add what its answers speak for")
	}
	for i := range s.Roads {
		at := fmt.Sprintf("%s.roads[%d]", path, i)
		k.id("road", s.Roads[i].ID, at+".id")
		k.works(s.Roads[i].From, at+".from")
		for strand := range s.Roads[i].Strands {
			k.strandNamed(strand, at+".strands."+strand)
		}
	}
	for i := range s.Winds {
		at := fmt.Sprintf("%s.winds[%d]", path, i)
		k.id("wind", s.Winds[i].ID, at+".id")
		for j, strand := range s.Winds[i].Strands {
			k.strandNamed(strand, fmt.Sprintf("%s.strands[%d]", at, j))
		}
	}
	for i := range s.Questions {
		k.surveyQuestion(&s.Questions[i], fmt.Sprintf("%s.questions[%d]", path, i), axes)
	}
}

func (k *checker) surveyQuestion(q *stages.Question, path string, axes []string) {
	k.id("question", q.ID, path+".id")
	k.kind(q, path)
	k.options(q, path)
	for i, o := range q.Options {
		at := fmt.Sprintf("%s.options[%d]", path, i)
		if _, given := k.at[at+".level"]; given {
			k.wrong(at+".level", fmt.Sprintf("option %q has a level", o.ID), "a survey has weights; take the level out")
		}
		for _, axis := range slices.Sorted(maps.Keys(o.Weights)) {
			if !slices.Contains(axes, axis) {
				k.wrong(at+".weights."+axis, fmt.Sprintf("there is no axis %q", axis), nearest(axis, axes))
			} else if w := o.Weights[axis]; !(w >= -2 && w <= 2) {
				k.wrong(at+".weights."+axis, fmt.Sprintf("the weight %g is out of range", w), "write a number from -2 to 2")
			}
		}
	}
}

// works checks that the keys are kinds of work a person can name.
func (k *checker) works(texts map[string]string, path string) {
	for _, work := range slices.Sorted(maps.Keys(texts)) {
		if !slices.Contains(stages.Works(), work) {
			k.wrong(path+"."+work, fmt.Sprintf("there is no kind of work %q", work), nearest(work, stages.Works()))
		}
	}
}

func (k *checker) strength(s *stages.Strength, path string) {
	k.strandNamed(s.Strand, path+".strand")
	if !slices.Contains(stages.Works(), s.Work) {
		k.wrong(path+".work", fmt.Sprintf("there is no kind of work %q", s.Work), nearest(s.Work, stages.Works()))
	}
	for name, texts := range map[string]map[string]string{"proves": s.Proves, "cv": s.CV} {
		for _, reader := range slices.Sorted(maps.Keys(texts)) {
			if !slices.Contains(stages.Readers(), reader) {
				k.wrong(path+"."+name+"."+reader, fmt.Sprintf("there is no reader %q", reader), nearest(reader, stages.Readers()))
			}
		}
	}
}
