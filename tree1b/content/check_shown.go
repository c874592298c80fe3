package content

import (
	"fmt"
	"maps"
	"slices"

	"waymark/stages"
)

// strength checks that what is said to be shown rests on answers that speak for as much.
func (k *checker) strength(s *stages.Strength, path string) {
	if s.ID != "" {
		k.id("strength", s.ID, path+".id")
	}
	k.strandNamed(s.Strand, path+".strand")
	k.levelNamed(s.Level, path+".level")
	k.chosen(s.On, path+".on", func(o *stages.Option, at string) {
		if !o.SpeaksFor(s.Level) {
			k.wrong(at, CodeRange, sprintf("the strength is for level %d, but the answer %q is anchored at %g", s.Level, o.ID, o.Level),
				"base it on higher answers, or lower its level")
		}
	})
	k.readers(s.Shows, path+".shows")
}

// shape checks that whatever a pattern names is there.
func (k *checker) shape(s *stages.Shape, path string) {
	k.id("shape", s.ID, path+".id")
	p, path := &s.When, path+".when"
	for i, level := range p.Levels {
		k.levelNamed(level, fmt.Sprintf("%s.levels[%d]", path, i))
	}
	for i, work := range p.Work {
		k.work(work, fmt.Sprintf("%s.work[%d]", path, i))
	}
	for _, strand := range slices.Sorted(maps.Keys(p.Strands)) {
		at := path + ".strands." + strand
		k.strandNamed(strand, at)
		for i, level := range p.Strands[strand] {
			k.levelNamed(level, fmt.Sprintf("%s[%d]", at, i))
		}
	}
	for name, strands := range map[string][]string{"ahead": p.Ahead, "behind": p.Behind, "skipped": p.Skipped} {
		for i, strand := range strands {
			k.strandNamed(strand, fmt.Sprintf("%s.%s[%d]", path, name, i))
		}
	}
	k.chosen(p.Answered, path+".answered", nil)
	k.windsNamed(p.Against, path+".against")
	k.roadsNamed(p.Drawn, path+".drawn")
}

// chosen checks options by question, each of which a further check may look at.
func (k *checker) chosen(on map[string][]string, path string, further func(o *stages.Option, at string)) {
	for _, question := range slices.Sorted(maps.Keys(on)) {
		for i, option := range on[question] {
			at := fmt.Sprintf("%s.%s[%d]", path, question, i)
			if o := k.optionNamed(question, option, path+"."+question, at); o != nil && further != nil {
				further(o, at)
			}
		}
	}
}

// optionNamed returns the option that a question has, or tells what there is none of. It returns nil, too, where
// the option has no level that can be used.
func (k *checker) optionNamed(question, option, questionAt, optionAt string) *stages.Option {
	q := k.asked[question]
	if q == nil && len(k.questions) == 0 {
		return nil // which is told once
	}
	if q == nil {
		k.unknownKey(questionAt, sprintf("there's no question %q", question), question, k.questions)
		return nil
	}
	o := k.option(q, option, optionAt)
	if k.unanchored[o] {
		return nil // what's wrong with it is told
	}
	return o
}

// option returns the option of a question with an id, or tells that it has none.
func (k *checker) option(q *stages.Question, id, path string) *stages.Option {
	o := q.Option(id)
	if o == nil && len(q.Options) > 0 { // no options at all are told already
		var ids []string
		for _, other := range q.Options {
			ids = named(ids, other.ID)
		}
		k.unknown(path, sprintf("question %q has no option %q", q.ID, id), id, ids)
	}
	return o
}

func (k *checker) levelNamed(level int, path string) {
	if level < 1 || level > k.top {
		k.wrong(path, CodeRange, fmt.Sprintf("level %d is out of range", level), fmt.Sprintf("name a level from 1 to %d", k.top))
	}
}

// windsNamed checks that the surroundings have the sides of a workplace.
func (k *checker) windsNamed(ids []string, path string) {
	var winds []string
	for _, w := range k.Surroundings.Winds {
		winds = append(winds, w.ID)
	}
	for i, id := range ids {
		if !slices.Contains(winds, id) {
			k.unknown(fmt.Sprintf("%s[%d]", path, i), sprintf("there's nothing called %q in the surroundings", id), id, winds)
		}
	}
}
