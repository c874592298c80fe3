package stages

import "slices"

// responses is an interview as the bank understands it: answers and skips by item, in the bank's
// order. What the bank does not know is left out.
type responses struct {
	answers []answered
	skips   []skipped
	closed  []bool // by item: answered, skipped, or made needless by a sister
	strands []tally
	timed   []timed
	supports
	quick bool
}

// answerTo finds the answer to an item, by its index; false where there is none. The answers have to be in the
// order of the bank.
func (rs *responses) answerTo(item int) (answered, bool) {
	i, ok := slices.BinarySearchFunc(rs.answers, item, func(g answered, item int) int { return g.index - item })
	if !ok {
		return answered{}, false
	}
	return rs.answers[i], true
}

// answered is an item with the response that was given.
type answered struct {
	*item
	index    int // of the item in the bank
	response int
}

// anchored is the level the answer speaks for.
func (g answered) anchored() float64 { return g.anchor[g.response] }

// shown is 1 where an answer is above the lowest that its question allows, else 0.
func (it *item) shown(response int) int {
	if it.anchor[response] > it.lowest {
		return 1
	}
	return 0
}

// neverDone reports whether an answer is the lowest there is, which in a question with sisters says "not so far".
func (it *item) neverDone(response int) bool {
	return it.scored && it.shown(response) == 0
}

// timed is an item with the seconds that its answer took.
type timed struct {
	*item
	seconds float64
}

// skipped is an item with the reason for passing it over.
type skipped struct {
	*item
	reason Skip
}

// tally counts what happened along one strand.
type tally struct {
	asked, scored    int
	evidence, claims int // scored answers
	shown            int // scored answers above the lowest of their questions
	skips, noChance  int
	unsure           int
}

// assessed says that a strand has enough answers to be given a level: two scored ones.
func (t tally) assessed() bool { return t.scored >= coverAnswers }

// noChanceMostly says that at least half of the strand's skips were for want of a chance.
func (t tally) noChanceMostly() bool { return t.noChance > 0 && 2*t.noChance >= t.skips }

// unseen says that a strand's questions were mostly skipped for want of a chance: no answers give it a level, or there
// are fewer of them than of those skips.
func (t tally) unseen() bool { return t.noChanceMostly() && (!t.assessed() || t.noChance > t.scored) }

// unseen says that more than a third of the questions were skipped for want of a chance: along a strand whose other answers show
// little, that person can hardly reach the people that a step is about.
func (rs *responses) unseen() bool {
	n := 0
	for _, t := range rs.strands {
		n += t.noChance
	}
	return 3*n > rs.asked()
}

// enough is how many scored answers, or skips for want of a chance, cover a strand.
func (rs *responses) enough() int {
	if rs.quick {
		return coverAnswersQuick
	}
	return coverAnswers
}

// judged reports whether a strand has enough scored answers to be held to a need.
func (rs *responses) judged(d int) bool { return rs.strands[d].scored >= rs.enough() }

// silent reports whether a strand shows nothing at all: too few answers, or all the lowest of their questions.
func (rs *responses) silent(d int) bool { return !rs.judged(d) || rs.strands[d].shown == 0 }

// silence reports whether an assessed strand shows nothing at all.
func (rs *responses) silence() bool {
	return slices.ContainsFunc(rs.strands, func(t tally) bool { return t.assessed() && t.shown == 0 })
}

// shownAlong is the highest level that an answer along a strand speaks for.
func (rs *responses) shownAlong(d int) int {
	level := 0
	for _, g := range rs.answers {
		for g.strand == d && level < MaxLevels && g.anchored() >= float64(level+1)-supportSlack {
			level++
		}
	}
	return level
}

// passedOver reports whether a strand has too few answers since the person has nothing to do with it: enough
// of its questions, and half of those skipped at least, were skipped for want of a chance or a role.
func (rs *responses) passedOver(d int) bool {
	t := rs.strands[d]
	known := t.skips - t.unsure
	return !rs.judged(d) && known >= rs.enough() && 2*known >= t.skips
}

// scored reports whether any answer tells something.
func (rs *responses) scored() bool {
	return slices.ContainsFunc(rs.strands, func(t tally) bool { return t.scored > 0 })
}

// hasEvidence reports whether one of the answers is evidence.
func (rs *responses) hasEvidence() bool {
	return slices.ContainsFunc(rs.strands, func(t tally) bool { return t.evidence > 0 })
}

// assessed lists the strands that have enough answers.
func (rs *responses) assessed() []int { return rs.appendAssessed(make([]int, 0, len(rs.strands))) }

func (rs *responses) appendAssessed(out []int) []int {
	for d, t := range rs.strands {
		if t.assessed() {
			out = append(out, d)
		}
	}
	return out
}

// asked is how many questions were answered or skipped.
func (rs *responses) asked() int { return len(rs.answers) + len(rs.skips) }

// collect finds what an interview says among the bank's items.
func (b *Bank) collect(iv Interview) *responses {
	rs := &responses{closed: make([]bool, len(b.items)), strands: make([]tally, len(b.catalog.Strands)), quick: iv.Quick}
	known := make([]bool, len(b.items)) // a map has no order, and sums must not depend on one
	for id := range iv.Answers {
		if i, ok := b.index[id]; ok {
			known[i] = true
		}
	}
	rs.answers = make([]answered, 0, len(iv.Answers))
	for i := range b.items {
		if it := &b.items[i]; known[i] {
			rs.add(it, i, iv.Answers[it.question.ID])
		}
	}
	return rs
}

func (rs *responses) add(it *item, index int, a Answer) {
	t := &rs.strands[it.strand]
	if response, ok := it.response(a); ok {
		rs.addResponse(it, index, response)
		if a.Seconds > 0 {
			rs.timed = append(rs.timed, timed{it, a.Seconds})
		}
		return
	}
	if a.Skip == "" {
		return // an option the bank no longer has: the question may be asked again
	}
	rs.skips = append(rs.skips, skipped{it, a.Skip})
	rs.closed[index] = true
	t.asked++
	t.skips++
	switch a.Skip {
	case NoChance:
		t.noChance++
	case Unsure, NotSeen:
		t.unsure++
	}
}

// addResponse adds an answer. "Not so far" closes the question's sisters.
func (rs *responses) addResponse(it *item, index, response int) {
	rs.answers = append(rs.answers, answered{it, index, response})
	rs.strands[it.strand].add(it, response)
	rs.count(it, response, 1)
	rs.closed[index] = true
	if it.neverDone(response) {
		for _, sister := range it.sisters {
			rs.closed[sister] = true
		}
	}
}

// changeResponse gives an answer otherwise.
func (rs *responses) changeResponse(at, response int) {
	g := &rs.answers[at]
	rs.strands[g.strand].shown += g.shown(response) - g.shown(g.response)
	rs.count(g.item, g.response, -1)
	rs.count(g.item, response, 1)
	g.response = response
}

// add counts an answer.
func (t *tally) add(it *item, response int) {
	t.asked++
	if !it.scored {
		return
	}
	t.scored++
	if it.question.Evidence {
		t.evidence++
	} else {
		t.claims++
	}
	t.shown += it.shown(response)
}
