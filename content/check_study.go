package content

import (
	"fmt"
	"maps"
	"slices"

	"waymark/stages"
	"waymark/stages/calibrate"
)

// studyChecker looks for what is well-formed and still can't be used: names of nobody and of nothing,
// levels out of range.
type studyChecker struct {
	*checker          // of the catalog whose questions are answered
	people   []string // their ids, for hints
}

func checkStudy(s *calibrate.Study, c *stages.Catalog, r *reader) {
	k := &studyChecker{checker: newChecker(c, r)}
	for i, p := range s.People {
		k.people = append(k.people, p.ID)
		k.id("person", p.ID, fmt.Sprintf("people[%d].id", i))
		k.work(p.Work, fmt.Sprintf("people[%d].work", i))
	}
	k.judges(s)
	k.readers(s)
	k.heldOut(s.HeldOut)
	if len(r.faults) == 0 {
		k.gaps(s)
	}
}

// judges checks the judgements, and joins entries of one judge.
func (k *studyChecker) judges(s *calibrate.Study) {
	var out []calibrate.Judge
	for i, j := range s.Judges {
		path := fmt.Sprintf("judges[%d]", i)
		k.rater(j.ID, j.Kind, path)
		for _, person := range slices.Sorted(maps.Keys(j.Levels)) {
			k.judged(j.Levels[person], person, join(path+".levels", person))
		}
		if n := slices.IndexFunc(out, func(o calibrate.Judge) bool { return o.ID == j.ID }); n >= 0 {
			merge(k, out[n].Levels, j.Levels, j.ID, path+".levels")
			continue
		}
		out = append(out, j)
	}
	s.Judges = out
}

func (k *studyChecker) judged(j calibrate.Judgement, person, path string) {
	k.named(person, path)
	switch {
	case j.Level < 1 || j.Level > k.top:
		k.wrong(path, CodeStudy, sprintf("%q is judged to be at level %d", person, j.Level), fmt.Sprintf("write a level from 1 to %d", k.top))
	case j.Low < 1 || j.Low > j.Level || j.High < j.Level || j.High > k.top:
		k.wrong(path, CodeStudy, sprintf("%q is accepted from %d to %d, but is at %d", person, j.Low, j.High, j.Level), fmt.Sprintf("write 1 ≤ low ≤ level ≤ high ≤ %d", k.top))
	}
}

// readers checks the answers, and joins entries of one reader.
func (k *studyChecker) readers(s *calibrate.Study) {
	var out []calibrate.Reader
	for i, j := range s.Readers {
		path := fmt.Sprintf("readers[%d]", i)
		k.rater(j.ID, j.Kind, path)
		for _, person := range slices.Sorted(maps.Keys(j.Answers)) {
			at := join(path+".answers", person)
			k.named(person, at)
			for _, id := range slices.Sorted(maps.Keys(j.Answers[person])) {
				k.answered(j.Answers[person][id], id, join(at, id))
			}
		}
		if n := slices.IndexFunc(out, func(o calibrate.Reader) bool { return o.ID == j.ID }); n >= 0 {
			merge(k, out[n].Answers, j.Answers, j.ID, path+".answers")
			continue
		}
		out = append(out, j)
	}
	s.Readers = out
}

func (k *studyChecker) answered(a calibrate.Answer, id, path string) {
	q := k.asked[id]
	if q == nil {
		k.unknown(path, sprintf("there's no question %q", id), id, k.questions)
		return
	}
	if err := a.Check(q); err != nil {
		k.wrong(path, CodeStudy, sprintf("question %q ", id)+err.Error(), "")
	}
}

// merge adds what one entry of a rater says to what an earlier one does.
func merge[V any](k *studyChecker, into, from map[string]V, id, path string) {
	for _, person := range slices.Sorted(maps.Keys(from)) {
		if _, twice := into[person]; twice {
			k.wrong(join(path, person), CodeStudy, sprintf("%q already has an entry by %q", person, id), "keep one of the two")
		} else if into != nil {
			into[person] = from[person]
		}
	}
}

func (k *studyChecker) rater(id, kind, path string) {
	if !idPattern().MatchString(id) {
		k.wrong(path+".id", CodeStudy, sprintf("the id %q is malformed", id), "use lower-case letters, digits and single hyphens")
	}
	if !slices.Contains(calibrate.Kinds(), kind) {
		k.unknown(path+".kind", sprintf("there's no kind %q", kind), kind, calibrate.Kinds())
	}
}

// named checks that someone is among the people.
func (k *studyChecker) named(person, path string) {
	if _, ok := k.ids["person"][person]; !ok {
		k.unknown(path, sprintf("there's no person %q", person), person, k.people)
	}
}

func (k *studyChecker) heldOut(h calibrate.HeldOut) {
	n := k.at("held_out")
	if n == nil {
		return
	}
	for _, name := range []string{"seed", "people"} {
		if !k.given(n, name, "held_out") {
			k.wrong("held_out", CodeStudy, fmt.Sprintf("\"held_out\" has no %q", name), "let waymark content calibrate --draw write it")
		}
	}
	for i, person := range h.People {
		path := fmt.Sprintf("held_out.people[%d]", i)
		k.named(person, path)
		if slices.Contains(h.People[:i], person) {
			k.wrong(path, CodeStudy, sprintf("%q is held out twice", person), "keep one of the two")
		}
	}
}

// gaps warns of people nobody has judged, and of readings that don't answer everything.
func (k *studyChecker) gaps(s *calibrate.Study) {
	for i, p := range s.People {
		if _, judged := s.Consensus(p.ID); len(s.Judges) > 0 && !judged {
			k.warn(fmt.Sprintf("people[%d]", i), CodeStudy, sprintf("no one has judged %q", p.ID), "they don't count until someone does")
		}
	}
	for _, r := range s.Readers {
		missing, people := 0, 0
		for _, answers := range r.Answers {
			if n := len(k.questions) - len(answers); n > 0 {
				missing, people = missing+n, people+1
			}
		}
		if missing > 0 {
			k.add(Fault{Code: CodeStudy, Warning: true, What: sprintf("reader %q leaves out %s, of %d in all, for %d of the people", r.ID, count(missing, "answer"), len(k.questions)*len(r.Answers), people),
				Fix: "each counts as not sure"})
		}
	}
}
