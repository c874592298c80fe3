package content

import (
	"fmt"
	"maps"
	"reflect"
	"slices"

	"waymark/stages"
)

// survey checks an assessment that has axes in the place of levels, where there is one: it has axes of
// its own kind, at least one, and none of the other's.
func (k *checker) survey(s *stages.Survey, path, own, other string) {
	for _, name := range k.missing(k.at(path), reflect.TypeFor[stages.Survey](), path) {
		k.wrong(path, CodeFieldMissing, fmt.Sprintf("%q has no %q", path, name), fmt.Sprintf("add the field %q", name))
	}
	if k.at(path+"."+own) == nil {
		k.wrong(path, CodeFieldMissing, fmt.Sprintf("%q has no %s", path, own), fmt.Sprintf("add the list %q", own))
	}
	k.nonEmpty(path+"."+own, own)
	k.wrong(path+"."+other, CodeMisplaced, fmt.Sprintf("%q has %s", path, other), fmt.Sprintf("it's scored on %s; remove them", own))
	for i := range s.Roads {
		k.road(&s.Roads[i], fmt.Sprintf("%s.roads[%d]", path, i))
	}
	for i := range s.Winds {
		at := fmt.Sprintf("%s.winds[%d]", path, i)
		k.id("wind", s.Winds[i].ID, at+".id")
		for j, strand := range s.Winds[i].Strands {
			k.strandNamed(strand, fmt.Sprintf("%s.strands[%d]", at, j))
		}
	}
	k.moves(s, path)
	axes := s.Axes()
	for i := range s.Questions {
		k.surveyQuestion(&s.Questions[i], fmt.Sprintf("%s.questions[%d]", path, i), axes)
	}
}

func (k *checker) road(r *stages.Road, path string) {
	k.id("road", r.ID, path+".id")
	k.works(r.From, path+".from")
	k.weeks(r.Weeks, path)
	k.crossroadsAnswers(r.Done, path+".done")
	if len(r.Done) > 0 != (r.Beyond != "") {
		k.wrong(path, CodeFieldMissing, sprintf("road %q has only one of done and beyond", r.ID), "add the other, or take both out")
	}
	for _, strand := range slices.Sorted(maps.Keys(r.Strands)) {
		at := path + ".strands." + strand
		k.strandNamed(strand, at)
		if level := r.Strands[strand]; !(level >= 1 && level <= float64(k.top)) {
			k.wrong(at, CodeRange, fmt.Sprintf("the level %g is out of range", level), fmt.Sprintf("write a level from 1 to %d", k.top))
		}
	}
}

// crossroadsAnswers checks that the crossroads have the answers, by question.
func (k *checker) crossroadsAnswers(done map[string][]string, path string) {
	k.answersTo(done, path, nil, func(id string) string { return sprintf("there's no question %q in the crossroads", id) })
}

// answersNamed checks that the crossroads have the answers, or the other questions do.
func (k *checker) answersNamed(done map[string][]string, path string) {
	k.answersTo(done, path, k.questions, func(id string) string { return sprintf("there's no question %q", id) })
}

// answersTo checks that a question of the crossroads, or one of those that are named, has each of the answers.
func (k *checker) answersTo(done map[string][]string, path string, others []string, unknown func(id string) string) {
	for _, id := range slices.Sorted(maps.Keys(done)) {
		q, at := k.Crossroads.Question(id), path+"."+id
		if q == nil && slices.Contains(others, id) {
			q = k.asked[id]
		}
		if q == nil {
			questions := slices.Clone(others)
			for i := range k.Crossroads.Questions {
				questions = named(questions, k.Crossroads.Questions[i].ID)
			}
			k.unknownKey(at, unknown(id), id, questions)
			continue
		}
		for i, option := range done[id] {
			k.option(q, option, fmt.Sprintf("%s[%d]", at, i))
		}
	}
}

// moves checks that a crossroads has a move for each pair of pull and push, once, or no moves at all.
func (k *checker) moves(s *stages.Survey, path string) {
	if len(s.Roads) == 0 {
		k.wrong(path+".moves", CodeMisplaced, fmt.Sprintf("%q has moves and no roads", path), "moves are read along roads; take them out")
		return
	}
	first := map[string]string{}
	for i, m := range s.Moves {
		at := fmt.Sprintf("%s.moves[%d]", path, i)
		k.force(m.Pull, at+".pull")
		k.force(m.Push, at+".push")
		pair := forces(m.Pull, m.Push)
		if earlier, taken := first[pair]; taken {
			k.wrong(at, CodeGivenTwice, sprintf("the move for %s is already given", pair)+k.since(earlier), "give each pair of pull and push once")
			continue
		}
		first[pair] = at
	}
	for _, pull := range stages.Forces() {
		for _, push := range stages.Forces() {
			if pair := forces(pull, push); len(s.Moves) > 0 && first[pair] == "" {
				k.wrong(path+".moves", CodeUnknown, fmt.Sprintf("there's no move for %s", pair), "add it, or take all moves out")
			}
		}
	}
	if push := path + ".push"; len(s.Moves) > 0 && k.at(push) != nil {
		k.warn(push, CodeSuperfluous, fmt.Sprintf("%q has a text for the push, and moves in its place", path), "take the line out")
	}
}

func forces(pull, push stages.Force) string { return fmt.Sprintf("pull: %s, push: %s", pull, push) }

func (k *checker) force(f stages.Force, path string) {
	if !slices.Contains(stages.Forces(), f) {
		k.wrong(path, CodeRange, sprintf("%q is neither strong nor little", string(f)), "write strong or little")
	}
}

func (k *checker) surveyQuestion(q *stages.Question, path string, axes []string) {
	k.id("question", q.ID, path+".id")
	k.kind(q, path)
	k.options(q, path)
	for i, o := range q.Options {
		at := fmt.Sprintf("%s.options[%d]", path, i)
		k.wrong(at+".level", CodeMisplaced, sprintf("option %q has a level", o.ID), "a survey has weights; remove the level")
		for _, axis := range slices.Sorted(maps.Keys(o.Weights)) {
			if !slices.Contains(axes, axis) {
				k.unknownKey(at+".weights."+axis, sprintf("there's no axis %q", axis), axis, axes)
			} else if w := o.Weights[axis]; !(w >= -2 && w <= 2) {
				k.wrong(at+".weights."+axis, CodeRange, fmt.Sprintf("the weight %g is out of range", w), "write a number from -2 to 2")
			}
		}
	}
}

// works checks that the keys are kinds of work a person can name.
func (k *checker) works(texts map[string]string, path string) {
	for _, work := range slices.Sorted(maps.Keys(texts)) {
		if !slices.Contains(stages.Works(), work) {
			k.unknownKey(path+"."+work, sprintf("there's no kind of work %q", work), work, stages.Works())
		}
	}
}

func (k *checker) work(work, path string) {
	if !slices.Contains(stages.Works(), work) {
		k.unknown(path, sprintf("there's no kind of work %q", work), work, stages.Works())
	}
}

// readers checks that the keys are those a strength is put into words for.
func (k *checker) readers(texts map[string]string, path string) {
	for _, who := range slices.Sorted(maps.Keys(texts)) {
		if !slices.Contains(stages.Readers(), who) {
			k.unknownKey(path+"."+who, sprintf("there's no reader %q", who), who, stages.Readers())
		}
	}
}
