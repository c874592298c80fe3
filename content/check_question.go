package content

import (
	"fmt"
	"slices"

	"waymark/stages"
)

const (
	// maxOptions is the number of digits that choose a row: 9 and 0 have a meaning of their own.
	maxOptions = 8
	// tellsBoundary is how many questions a boundary between two levels needs to be told at all.
	tellsBoundary = 2
)

func (k *checker) question(q *stages.Question, path string) {
	k.id("question", q.ID, path+".id")
	k.strandNamed(q.Strand, path+".strand")
	k.kind(q, path)
	if _, given := k.at[path+".tells"]; given && (q.Tells < 1 || q.Tells >= stages.Levels) {
		k.wrong(path+".tells", fmt.Sprintf("question %q tells boundary %d", q.ID, q.Tells), "write 1 to 4, the level below the boundary")
	}
	k.works(q.CountsIn, path+".counts_in")
	for _, name := range []string{"strand", "counts", "counts_not"} {
		if _, given := k.at[path+"."+name]; !given {
			k.wrong(path, fmt.Sprintf("question %q has no %q", q.ID, name), fmt.Sprintf("add the field %q", name))
		}
	}
	k.partner(q, path)
	k.options(q, path)
	for i, o := range q.Options {
		k.anchor(o, fmt.Sprintf("%s.options[%d]", path, i))
	}
}

// anchor checks the level that an option speaks for.
func (k *checker) anchor(o stages.Option, path string) {
	if _, given := k.at[path+".level"]; !given {
		k.wrong(path, fmt.Sprintf("option %q has no \"level\"", o.ID), "add the level it speaks for, from 0 (none of this yet) to 5")
	} else if !(o.Level >= 0 && o.Level <= stages.Levels) {
		k.wrong(path+".level", fmt.Sprintf("option %q is anchored at %g", o.ID, o.Level), "write a level from 0 (none of this yet) to 5")
	}
	if len(o.Weights) > 0 {
		k.wrong(path+".weights", fmt.Sprintf("option %q has weights", o.ID), "weights belong to surveys; take them out")
	}
}

func (k *checker) kind(q *stages.Question, path string) {
	if !slices.Contains(stages.Kinds(), q.Kind) && q.Kind != "" {
		var kinds []string
		for _, kind := range stages.Kinds() {
			kinds = append(kinds, string(kind))
		}
		k.wrong(path+".kind", fmt.Sprintf("there is no kind of question %q", q.Kind), nearest(string(q.Kind), kinds))
	}
}

func (k *checker) partner(q *stages.Question, path string) {
	if q.Pair == "" {
		return
	}
	if q.Pair == q.ID {
		k.wrong(path+".pair", fmt.Sprintf("question %q is paired with itself", q.ID), "name another question, or take the line out")
		return
	}
	var ids []string
	for i := range k.Questions {
		ids = append(ids, k.Questions[i].ID)
	}
	if !slices.Contains(ids, q.Pair) {
		k.wrong(path+".pair", fmt.Sprintf("there is no question %q", q.Pair), nearest(q.Pair, ids))
	}
}

func (k *checker) options(q *stages.Question, path string) {
	least := 2
	if q.Several() {
		least = 1
	}
	if n := len(q.Options); n < least || n > maxOptions {
		k.wrong(path+".options", fmt.Sprintf("question %q has %d options", q.ID, n),
			fmt.Sprintf("give it %d to %d", least, maxOptions))
	}
	delete(k.ids, "option") // option ids need be unique within their question only
	for i := range q.Options {
		k.id("option", q.Options[i].ID, fmt.Sprintf("%s.options[%d].id", path, i))
	}
}

// measures warns where the bank, though sound, cannot tell people apart.
func (k *checker) measures() {
	var told [stages.Levels]int
	asked := map[string]int{}
	for i := range k.Questions {
		q, path := &k.Questions[i], fmt.Sprintf("questions[%d]", i)
		low, high := anchors(q)
		if low == high && !q.Several() {
			k.warn(path+".options", fmt.Sprintf("all options of question %q are anchored at %g: it is asked and not scored", q.ID, low),
				"anchor its options at different levels")
			continue
		}
		asked[q.Strand]++
		for b := 1; b < stages.Levels; b++ {
			if low <= float64(b) && high >= float64(b+1) {
				told[b]++
			} else if q.Tells == b {
				k.warn(path+".tells", fmt.Sprintf("question %q is to tell level %d from %d and has no option on one side", q.ID, b, b+1),
					fmt.Sprintf("give it an option at %d or lower and one at %d or higher", b, b+1))
			}
		}
	}
	for b := 1; b < stages.Levels; b++ {
		if told[b] < tellsBoundary {
			k.warn("questions", fmt.Sprintf("%d questions can tell level %d from level %d", told[b], b, b+1), "two at least are needed")
		}
	}
	for i, id := range k.strands {
		if asked[id] < 2 {
			k.warn(fmt.Sprintf("strands[%d]", i), fmt.Sprintf("strand %q has %d scored questions and cannot be assessed", id, asked[id]), "write two at least")
		}
	}
}

// anchors returns the lowest and the highest level that a question's answers speak for. A checklist
// also has "none of these", which speaks for none.
func anchors(q *stages.Question) (low, high float64) {
	low, high = q.Options[0].Level, q.Options[0].Level
	for _, o := range q.Options {
		low, high = min(low, o.Level), max(high, o.Level)
	}
	if q.Several() {
		low = 0
	}
	return low, high
}
