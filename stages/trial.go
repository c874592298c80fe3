package stages

import "slices"

// trial is an interview as it might be: with answers given otherwise, or with more of them. Many are tried one
// after the other, in the same memory, and only the strands that they change are weighed again.
type trial struct {
	bank *Bank
	// As the person answered.
	given                *responses
	givenAll, givenProof weighed
	// As they might have answered.
	responses
	all, proof weighed // proof is of evidence alone
	among      []int   // the strands assessed
}

// weighed is each strand's log-likelihood, and what it says.
type weighed struct {
	sums []curve
	posterior
}

func (b *Bank) trial(rs *responses) *trial {
	t := &trial{bank: b, given: rs, givenAll: b.weighed(rs, nil), givenProof: b.weighed(rs, (*item).bearsOut)}
	t.all, t.proof = t.givenAll.clone(), t.givenProof.clone()
	t.responses = *rs
	t.answers = append(make([]answered, 0, len(b.items)), rs.answers...)
	t.closed, t.strands = slices.Clone(rs.closed), slices.Clone(rs.strands)
	t.among = make([]int, 0, len(rs.strands))
	return t
}

func (b *Bank) weighed(rs *responses, pass func(*item) bool) weighed {
	sums := b.sums(rs.answers, pass)
	return weighed{sums, *posteriorOf(sums, b.levels())}
}

func (w *weighed) clone() weighed {
	c := *w
	c.sums, c.strands = slices.Clone(w.sums), slices.Clone(w.strands)
	return c
}

// restore goes back to what the person answered.
func (t *trial) restore() {
	t.answers = append(t.answers[:0], t.given.answers...)
	t.supports = t.given.supports
	copy(t.closed, t.given.closed)
	copy(t.strands, t.given.strands)
	t.all.restore(&t.givenAll)
	t.proof.restore(&t.givenProof)
}

func (w *weighed) restore(given *weighed) {
	for d := range w.sums {
		if w.sums[d] != given.sums[d] {
			w.sums[d], w.strands[d] = given.sums[d], given.strands[d]
		}
	}
}

// reweigh weighs the strands that are no longer as they were given.
func (w *weighed) reweigh(given *weighed) {
	for d := range w.sums {
		if w.sums[d] != given.sums[d] {
			w.strands[d].weigh(&w.sums[d], w.levels)
		}
	}
	w.join()
}

// answer adds an answer.
func (t *trial) answer(it *item, index, response int) {
	t.addResponse(it, index, response)
	t.all.sums[it.strand].add(it.loglik[response])
	if it.bearsOut() {
		t.proof.sums[it.strand].add(it.loglik[response])
	}
}

// change gives an answer otherwise. The sum is taken anew, in the order of the answers, so that it is to the last
// bit the one that the interview would have.
func (t *trial) change(at, response int) {
	t.changeResponse(at, response)
	d := t.answers[at].strand
	t.all.sums[d], t.proof.sums[d] = curve{}, curve{}
	for _, g := range t.answers {
		if g.strand != d {
			continue
		}
		t.all.sums[d].add(g.loglik[g.response])
		if g.bearsOut() {
			t.proof.sums[d].add(g.loglik[g.response])
		}
	}
}

// held is the level of all answers.
func (t *trial) held() int {
	t.all.reweigh(&t.givenAll)
	t.proof.reweigh(&t.givenProof)
	t.among = t.appendAssessed(t.among[:0])
	v := verdict{posterior: &t.all.posterior, assessed: t.among, evidence: t.proof.level, hasEvidence: t.hasEvidence()}
	t.bank.hold(&v, &t.responses)
	return v.held
}
