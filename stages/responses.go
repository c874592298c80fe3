package stages

import "slices"

// responses is an interview as the bank understands it: answers and skips by item, in the bank's
// order. What the bank does not know is left out.
type responses struct {
	answers []answered
	skips   []skipped
	seen    []bool // by item: answered or skipped
	strands []tally
}

// answered is an item with the response that was given.
type answered struct {
	*item
	index    int // of the item in the bank
	response int
}

// anchored is the level the answer speaks for.
func (g answered) anchored() float64 { return g.anchor[g.response] }

// skipped is an item with the reason for passing it over.
type skipped struct {
	*item
	reason Skip
}

// tally counts what happened along one strand.
type tally struct {
	asked, scored    int
	evidence, claims int // scored answers
	skips, noChance  int
}

// assessed says that a strand has enough answers to be given a level: two scored ones.
func (t tally) assessed() bool { return t.scored >= 2 }

// noChanceMostly says that at least half of the strand's skips were for want of a chance.
func (t tally) noChanceMostly() bool { return t.noChance > 0 && 2*t.noChance >= t.skips }

// scored reports whether any answer tells something.
func (rs *responses) scored() bool {
	return slices.ContainsFunc(rs.strands, func(t tally) bool { return t.scored > 0 })
}

// assessed lists the strands that have enough answers.
func (rs *responses) assessed() []int {
	var out []int
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
	rs := &responses{seen: make([]bool, len(b.items)), strands: make([]tally, len(b.catalog.Strands))}
	known := make([]int, 0, len(iv.Answers))
	for id := range iv.Answers {
		if i, ok := b.index[id]; ok {
			known = append(known, i)
		}
	}
	slices.Sort(known) // a map has no order, and sums must not depend on one
	for _, i := range known {
		rs.add(&b.items[i], i, iv.Answers[b.items[i].question.ID])
	}
	return rs
}

func (rs *responses) add(it *item, index int, a Answer) {
	t := &rs.strands[it.strand]
	if response, ok := it.response(a); ok {
		rs.addResponse(it, index, response)
		return
	}
	if a.Skip == "" {
		return // an option the bank no longer has: the question may be asked again
	}
	rs.skips = append(rs.skips, skipped{it, a.Skip})
	rs.seen[index] = true
	t.asked++
	t.skips++
	if a.Skip == NoChance {
		t.noChance++
	}
}

// addResponse adds an answer.
func (rs *responses) addResponse(it *item, index, response int) {
	rs.answers = append(rs.answers, answered{it, index, response})
	rs.seen[index] = true
	t := &rs.strands[it.strand]
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
}
