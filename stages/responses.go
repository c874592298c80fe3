package stages

import "slices"

// responses is an interview as the bank understands it: answers and skips by item, in the bank's
// order. What the bank does not know is left out.
type responses struct {
	answers []given
	skips   []skipped
	seen    []bool // by item: answered or skipped
	strands []tally
}

// given is an answer found among an item's responses.
type given struct {
	*item
	index    int // of the item in the bank
	response int
}

// anchored is the level the answer speaks for.
func (g given) anchored() float64 { return g.anchor[g.response] }

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

// assessed says that a strand has answers enough to speak of: two scored ones.
func (t tally) assessed() bool { return t.scored >= 2 }

// noChanceMostly says that for want of a chance the strand was passed over, at least as often as
// for any other reason.
func (t tally) noChanceMostly() bool { return t.noChance > 0 && 2*t.noChance >= t.skips }

// scored reports whether any answer tells something.
func (rd *responses) scored() bool {
	return slices.ContainsFunc(rd.strands, func(t tally) bool { return t.scored > 0 })
}

// assessed lists the strands with answers enough.
func (rd *responses) assessed() []int {
	var out []int
	for d, t := range rd.strands {
		if t.assessed() {
			out = append(out, d)
		}
	}
	return out
}

// asked is how many questions were answered or skipped.
func (rd *responses) asked() int { return len(rd.answers) + len(rd.skips) }

func (b *Bank) read(iv Interview) *responses {
	rd := &responses{seen: make([]bool, len(b.items)), strands: make([]tally, len(b.catalog.Strands))}
	known := make([]int, 0, len(iv.Answers))
	for id := range iv.Answers {
		if i, ok := b.index[id]; ok {
			known = append(known, i)
		}
	}
	slices.Sort(known) // a map has no order, and sums must not depend on one
	for _, i := range known {
		rd.add(&b.items[i], i, iv.Answers[b.items[i].question.ID])
	}
	return rd
}

func (rd *responses) add(it *item, index int, a Answer) {
	t := &rd.strands[it.strand]
	if response, ok := it.response(a); ok {
		rd.give(it, index, response)
		return
	}
	if a.Skip == "" {
		return // an option the bank no longer has: the question may be asked again
	}
	rd.skips = append(rd.skips, skipped{it, a.Skip})
	rd.seen[index] = true
	t.asked++
	t.skips++
	if a.Skip == NoChance {
		t.noChance++
	}
}

// give adds an answer.
func (rd *responses) give(it *item, index, response int) {
	rd.answers = append(rd.answers, given{it, index, response})
	rd.seen[index] = true
	t := &rd.strands[it.strand]
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
