package content

import (
	"fmt"
	"slices"
	"strconv"

	"waymark/stages"
)

const (
	// maxOptions is the number of digits that choose a row: 9 and 0 have a meaning of their own.
	maxOptions = 8
	// leastQuestions is how many questions a strand needs to be assessed, and a boundary between two
	// levels to be told.
	leastQuestions = 2
)

func (k *checker) question(q *stages.Question, path string) {
	k.id("question", q.ID, path+".id")
	k.strandNamed(q.Strand, path+".strand")
	k.kind(q, path)
	if (q.Tells < 1 || q.Tells >= k.top) && k.at(path+".tells") != nil {
		k.wrong(path+".tells", CodeRange, sprintf("question %q tells boundary %d", q.ID, q.Tells), fmt.Sprintf("write 1 to %d, the level below the boundary", k.top-1))
	}
	k.works(q.CountsIn, path+".counts_in")
	if q.Strand == "" && !k.given(k.at(path), "strand", path) {
		k.wrong(path, CodeFieldMissing, sprintf("question %q has no %q", q.ID, "strand"), "add the field \"strand\"")
	}
	k.options(q, path)
	for i := range q.Options {
		k.anchor(&q.Options[i], path+".options["+strconv.Itoa(i)+"]")
	}
}

// anchor checks the level that an option speaks for.
func (k *checker) anchor(o *stages.Option, path string) {
	if o.Level == 0 && k.told[path+".level"] {
		k.unanchored[o] = true
	}
	if o.Level == 0 && !k.given(k.at(path), "level", path) {
		k.unanchored[o] = true
		k.wrong(path, CodeFieldMissing, sprintf("option %q has no \"level\"", o.ID), fmt.Sprintf("add the level it shows, from 0 (none of this yet) to %d", k.top))
	} else if !(o.Level >= 0 && o.Level <= float64(k.top)) {
		k.unanchored[o] = true
		k.wrong(path+".level", CodeRange, sprintf("option %q is anchored at %g", o.ID, o.Level), fmt.Sprintf("write a level from 0 (none of this yet) to %d", k.top))
	}
	if len(o.Weights) > 0 {
		k.wrong(path+".weights", CodeMisplaced, sprintf("option %q has weights", o.ID), "weights belong to surveys; remove them")
	}
}

func (k *checker) kind(q *stages.Question, path string) {
	if !slices.Contains(stages.Kinds(), q.Kind) {
		var kinds []string
		for _, kind := range stages.Kinds() {
			kinds = append(kinds, string(kind))
		}
		k.unknown(path+".kind", sprintf("there's no kind of question %q", q.Kind), string(q.Kind), kinds)
	}
}

// pairing is the other question of a pair, and where one of the two names the other.
type pairing struct{ with, path string }

// pair checks that a question is paired with one other, which may name it in turn, and no third.
func (k *checker) pair(q *stages.Question, path string) {
	_, known := k.ids["question"][q.Pair]
	switch {
	case q.Pair == "":
		return
	case q.Pair == q.ID:
		k.wrong(path, CodeUnknown, sprintf("question %q is paired with itself", q.ID), "name another question, or remove the line")
		return
	case !known:
		k.unknown(path, sprintf("there's no question %q", q.Pair), q.Pair, k.questions)
		return
	}
	for _, ends := range [][2]string{{q.ID, q.Pair}, {q.Pair, q.ID}} {
		if first, ok := k.paired[ends[0]]; ok && first.with != ends[1] {
			k.wrong(path, CodeGivenTwice, sprintf("question %q is already paired with %q", ends[0], first.with)+k.since(first.path),
				"pair each question with one other")
			return
		}
	}
	k.paired[q.ID], k.paired[q.Pair] = pairing{q.Pair, path}, pairing{q.ID, path}
}

// sisters checks that the sisters of a question are others that exist.
func (k *checker) sisters(q *stages.Question, path string) {
	for i, id := range q.Sisters {
		at := fmt.Sprintf("%s[%d]", path, i)
		if _, known := k.ids["question"][id]; id == q.ID {
			k.wrong(at, CodeUnknown, sprintf("question %q is named as its own sister", id), "name other questions, or remove it")
		} else if !known {
			k.unknown(at, sprintf("there's no question %q", id), id, k.questions)
		}
	}
}

func (k *checker) options(q *stages.Question, path string) {
	least := 2
	if q.Several() {
		least = 1
	}
	if n := len(q.Options); n < least || n > maxOptions {
		k.wrong(path+".options", CodeNumber, sprintf("question %q has %s", q.ID, count(n, "option")), fmt.Sprintf("give it %d to %d", least, maxOptions))
	}
	delete(k.ids, "option") // the ids of options are unique within their question only
	for i := range q.Options {
		k.id("option", q.Options[i].ID, path+".options["+strconv.Itoa(i)+"].id")
	}
}

// measures warns where the bank, though valid, can't tell people apart.
func (k *checker) measures() {
	var told [stages.MaxLevels]int
	asked := map[string]int{}
	for i := range k.Questions {
		q, path := &k.Questions[i], fmt.Sprintf("questions[%d]", i)
		if !q.Scored() {
			k.warn(path+".options", CodeNotScored, sprintf("all options of question %q are anchored at %g, so it's asked but not scored", q.ID, q.Options[0].Level),
				"anchor its options at different levels")
			continue
		}
		asked[q.Strand]++
		for b := 1; b < k.top; b++ {
			if q.Spans(b) {
				told[b]++
			} else if q.Tells == b {
				k.warn(path+".tells", CodeOneSided, sprintf("question %q should tell level %d from %d but has no option on one side", q.ID, b, b+1),
					fmt.Sprintf("give it an option at %d or lower and one at %d or higher", b, b+1))
			}
		}
	}
	for b := 1; b < k.top; b++ {
		if told[b] < leastQuestions {
			k.warn("questions", CodeFewQuestions, fmt.Sprintf("%s can tell level %d from level %d", count(told[b], "question"), b, b+1), "write at least two")
		}
	}
	for i, id := range k.strands {
		if asked[id] < leastQuestions {
			k.warn(fmt.Sprintf("strands[%d]", i), CodeFewQuestions, sprintf("strand %q has %s and can't be assessed", id, count(asked[id], "scored question")), "write at least two")
		}
	}
}

// aims checks the last question, whose answers are roads or one of the aims that are none.
func (k *checker) aims(a *stages.Aims) {
	if k.at("aims") == nil {
		return
	}
	known := []string{stages.Stay, stages.Onward, stages.Open}
	for _, r := range k.Crossroads.Roads {
		known = append(known, r.ID)
	}
	if n := len(a.Options); n < 2 || n > maxOptions {
		k.wrong("aims.options", CodeNumber, fmt.Sprintf("the last question has %s", count(n, "option")), fmt.Sprintf("give it 2 to %d", maxOptions))
	}
	for i := range a.Options {
		at := fmt.Sprintf("aims.options[%d].id", i)
		k.id("aim", a.Options[i].ID, at)
		if !slices.Contains(known, a.Options[i].ID) {
			k.unknown(at, sprintf("there's no aim %q", a.Options[i].ID), a.Options[i].ID, known)
		}
	}
}
