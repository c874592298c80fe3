package stages

import "slices"

// trial is an interview as it might be: with answers given otherwise, or with more of them. Many are tried one
// after the other, in the same memory, and only the strands that they change are weighed again.
type trial struct {
	bank *Bank
	// As the person answered.
	given                *responses
	givenAll, givenProof *posterior
	// As they might have answered.
	responses
	all, proof weighed // proof is of evidence alone
	among      []int   // the strands assessed
	changed    []bool  // strands with an answer given otherwise
	changedAt  []int   // those answers
	along      [][]int // the answers that the person gave, by strand
}

// weighed is a posterior that is weighed again and again.
type weighed struct {
	posterior
	moved []bool // by strand: it is weighed, and not as it was given
}

// trial begins with what the person answered, and the verdict on that.
func (b *Bank) trial(rs *responses, v *verdict) *trial {
	t := &trial{bank: b, given: rs, givenAll: v.posterior, givenProof: v.proof, all: v.weighed(), proof: v.proof.weighed()}
	t.responses = *rs
	t.answers = append(make([]answered, 0, len(b.items)), rs.answers...)
	t.closed, t.strands = slices.Clone(rs.closed), slices.Clone(rs.strands)
	t.among, t.changed = make([]int, 0, len(rs.strands)), make([]bool, len(rs.strands))
	t.along = make([][]int, len(rs.strands))
	for d, s := range rs.strands {
		t.along[d] = make([]int, 0, s.asked)
	}
	for at, g := range rs.answers {
		t.along[g.strand] = append(t.along[g.strand], at)
	}
	return t
}

func (post *posterior) weighed() weighed {
	w := weighed{*post, make([]bool, len(post.sums))}
	w.sums, w.strands, w.conditional = slices.Clone(post.sums), slices.Clone(post.strands), slices.Clone(post.conditional)
	return w
}

// restore goes back to what the person answered.
func (t *trial) restore() {
	t.answers = t.answers[:len(t.given.answers)]
	for _, at := range t.changedAt {
		t.answers[at] = t.given.answers[at]
	}
	t.changedAt = t.changedAt[:0]
	t.supports = t.given.supports
	copy(t.closed, t.given.closed)
	copy(t.strands, t.given.strands)
	clear(t.changed)
	copy(t.all.sums, t.givenAll.sums)
	copy(t.proof.sums, t.givenProof.sums)
}

// reweigh weighs the strands that are no longer as they were given, and takes back those that are so again.
func (w *weighed) reweigh(given *posterior) {
	same := true
	for d := range w.sums {
		moved := w.sums[d] != given.sums[d]
		switch {
		case moved:
			w.weighStrand(d)
			same = false
		case w.moved[d]:
			w.take(d, given)
		}
		w.moved[d] = moved
	}
	if w.level = given.level; !same {
		w.join()
	}
}

// take takes a strand back as it was given.
func (w *weighed) take(d int, given *posterior) {
	w.strands[d] = given.strands[d]
	if w.conditional != nil {
		copy(w.conditional[d*w.levels:(d+1)*w.levels], given.conditional[d*w.levels:])
	}
}

// answer adds an answer.
func (t *trial) answer(it *item, index, response int) {
	t.addResponse(it, index, response)
	t.add(answered{it, index, response})
}

// change gives an answer otherwise.
func (t *trial) change(at, response int) {
	t.changeResponse(at, response)
	t.changed[t.answers[at].strand] = true
	t.changedAt = append(t.changedAt, at)
}

// sum takes the sums of the strands that were changed anew, in the order of the answers, so that they are to the
// last bit those that the interview would have.
func (t *trial) sum() {
	for d := range t.changed {
		if !t.changed[d] {
			continue
		}
		t.all.sums[d], t.proof.sums[d] = curve{}, curve{}
		for _, at := range t.along[d] {
			t.add(t.answers[at])
		}
		for _, g := range t.answers[len(t.given.answers):] {
			if g.strand == d {
				t.add(g)
			}
		}
	}
}

func (t *trial) add(g answered) {
	t.all.sums[g.strand].add(&g.loglik[g.response], t.all.levels)
	if g.bearsOut() {
		t.proof.sums[g.strand].add(&g.loglik[g.response], t.all.levels)
	}
}

// held is the level of all answers.
func (t *trial) held() int {
	v := t.verdict()
	t.reweighProof(&v)
	t.bank.hold(&v, &t.responses)
	return v.held
}

// reaches reports whether the level of all answers is k or higher, the quickest to know first.
func (t *trial) reaches(k int) bool {
	if t.supportCap(t.all.levels) < k {
		return false
	}
	v := t.verdict()
	if v.speaks = min(v.level.mode(), t.supportCap(v.levels)); v.speaks < k {
		return false
	}
	t.reweighProof(&v)
	return v.evidenceCap() >= k && t.bank.needsCap(&v, &t.responses) >= k &&
		(v.cumulativeLeast(&t.responses) >= k || v.cumulativeCap(&t.responses) >= k)
}

// verdict is the one on all answers, as far as evidence is not asked for.
func (t *trial) verdict() verdict {
	t.sum()
	t.all.reweigh(t.givenAll)
	t.among = t.appendAssessed(t.among[:0])
	return verdict{posterior: &t.all.posterior, assessed: t.among}
}

func (t *trial) reweighProof(v *verdict) {
	t.proof.reweigh(t.givenProof)
	v.proof, v.hasEvidence = &t.proof.posterior, t.hasEvidence()
}
