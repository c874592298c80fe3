package stages

import (
	"math"
	"slices"
)

// How many scored answers cover a strand; as many no-chance skips do so too.
const (
	coverAnswers      = 2
	coverAnswersQuick = 1
)

// needDoubt is how far from ½ a needed strand's standing may be and still ask for more.
const needDoubt = 0.4

// Next returns the question to ask next; false when the interview should stop. While a strand is
// not yet covered it asks there, one question about evidence and one claim; then the partner of a
// question that the author paired; then along a strand that the level cannot be held without, where
// its answers leave that open; then whatever tells most about the level. Of questions that tell alike,
// one about evidence comes first; ties are drawn by the interview's seed. Where that would begin an interview
// with a checklist, a single choice of the same strand does: a checklist is much to read before one has settled in.
func (b *Bank) Next(iv Interview) (*Question, bool) {
	rs := b.collect(iv)
	if b.stopped(rs) {
		return nil, false
	}
	return b.ask(b.choose(rs, iv.Seed))
}

// MostTelling returns the question that [Bank.Next] would ask if the interview never stopped; false
// where every question was asked.
func (b *Bank) MostTelling(iv Interview) (*Question, bool) {
	return b.ask(b.choose(b.collect(iv), iv.Seed))
}

func (b *Bank) ask(item int) (*Question, bool) {
	if item < 0 {
		return nil, false
	}
	return b.items[item].question, true
}

// choose returns the index of the item to ask next, or −1 where none is left.
func (b *Bank) choose(rs *responses, seed uint64) int {
	best := b.best(rs, seed, func(*item) bool { return true })
	if best < 0 || rs.asked() > 0 || !b.items[best].question.Several() {
		return best
	}
	strand := b.items[best].strand
	if opener := b.best(rs, seed, func(it *item) bool { return it.strand == strand && !it.question.Several() && it.scored }); opener >= 0 {
		return opener
	}
	return best
}

// best is the first of the items that pass, in the order in which they would be asked.
func (b *Bank) best(rs *responses, seed uint64, pass func(*item) bool) int {
	post := posteriorOf(b.sums(rs.answers, nil), b.levels())
	var joint [MaxStrands]jointCurve
	for d := range post.strands {
		post.joint(d, &joint[d])
	}
	uncertainty := entropy(post.level)
	wanted := b.wants(rs, post)
	best := candidate{index: -1}
	for _, i := range b.highest(rs, wanted, pass) {
		it := &b.items[i]
		c := candidate{index: i, evidence: it.question.Evidence, draw: it.draw(seed)}
		c.tells = math.Floor(math.Log(it.information(&joint[it.strand], uncertainty, b.levels())+tieWidth) / math.Log(alike))
		if best.index < 0 || c.before(best) {
			best = c
		}
	}
	return best.index
}

// highest are the candidates of the highest rank among the items that pass: what they tell takes long to know, and
// the others' doesn't count.
func (b *Bank) highest(rs *responses, wanted wants, pass func(*item) bool) []int {
	out, highest := make([]int, 0, len(b.items)), rankAny
	for i := range b.items {
		it := &b.items[i]
		if rs.closed[i] || !pass(it) {
			continue
		}
		switch rank := wanted.rank(i, it); {
		case rank < highest:
			continue
		case rank > highest:
			out, highest = out[:0], rank
		}
		out = append(out, i)
	}
	return out
}

// candidate is a question that could be asked next.
type candidate struct {
	index int
	// tells is the information about the level in steps of a tenth: questions on one step tell alike, so that
	// interviews do not all ask the same.
	tells    float64
	evidence bool
	draw     uint64
}

// before reports whether the candidate comes before another one of its rank.
func (c candidate) before(o candidate) bool {
	switch {
	case c.tells != o.tells:
		return c.tells > o.tells
	case c.evidence != o.evidence:
		return c.evidence
	}
	return c.draw < o.draw
}

// alike is how much more information one question may promise than another that tells alike.
const alike = 1.1

// draw decides between questions that tell alike.
func (it *item) draw(seed uint64) uint64 { return drawOf(seed, it.question.ID) }

// Ranks of candidates: a higher one is asked before any lower.
const (
	rankAny         = iota
	rankNeed        // its strand is needed, and in doubt
	rankPartner     // the other of its pair was answered
	rankCovers      // its strand is not covered
	rankCoversMixed // and it brings the form, evidence or claim, that the strand lacks
)

// wants is what the next question should do.
type wants struct {
	uncovered []bool // by strand
	need      int    // strand, or −1
	partners  []int  // items whose partner was answered
	strands   []tally
}

func (b *Bank) wants(rs *responses, post *posterior) wants {
	left := b.left(rs)
	w := wants{rs.uncovered(left), b.doubtfulNeed(rs, post, left), nil, rs.strands}
	for _, g := range rs.answers {
		w.partners = append(w.partners, g.partners...)
	}
	return w
}

func (w wants) rank(index int, it *item) int {
	t := w.strands[it.strand]
	switch {
	case w.uncovered[it.strand] && it.scored:
		if it.question.Evidence && t.evidence > 0 || !it.question.Evidence && t.claims > 0 {
			return rankCovers
		}
		return rankCoversMixed
	case slices.Contains(w.partners, index):
		return rankPartner
	case it.strand == w.need && it.scored:
		return rankNeed
	}
	return rankAny
}

// left says of each strand whether it has a scored question that was not asked yet.
func (b *Bank) left(rs *responses) []bool {
	left := make([]bool, len(rs.strands))
	for i := range b.items {
		if it := &b.items[i]; !rs.closed[i] && it.scored {
			left[it.strand] = true
		}
	}
	return left
}

// uncovered says of each strand whether it wants more questions, and has them: fewer than two scored
// answers and fewer than two no-chance skips, or none of either in quick mode.
func (rs *responses) uncovered(left []bool) []bool {
	out := make([]bool, len(left))
	for d, t := range rs.strands {
		out[d] = left[d] && t.scored < rs.enough() && t.noChance < rs.enough()
	}
	return out
}

// doubtfulNeed is the strand, among those needed up to the most probable level, whose standing is
// nearest to a half; −1 where all are clear enough, or have no question left.
func (b *Bank) doubtfulNeed(rs *responses, post *posterior, left []bool) int {
	strand, nearest := -1, needDoubt
	for _, need := range b.needs[post.level.mode()] {
		gap := math.Abs(post.met(need) - 0.5)
		if left[need.strand] && rs.judged(need.strand) && gap < nearest {
			strand, nearest = need.strand, gap
		}
	}
	return strand
}

// jointCurve is P(L, θ_d = θ | x) for one strand: row L−1, column θ−1.
type jointCurve [MaxLevels]curve

func (post *posterior) joint(d int, j *jointCurve) {
	for l := range post.levels {
		for t, p := range post.given(d, l)[:post.levels] {
			j[l][t] = p * post.level[l]
		}
	}
}

func entropy(c curve) float64 {
	sum := 0.0
	for _, p := range c {
		sum -= plogp(p)
	}
	return sum
}

func plogp(p float64) float64 {
	if p <= 0 {
		return 0
	}
	return p * math.Log(p)
}

// information is the mutual information between the answer and the level, in nats:
//
//	I = H(L) − Σ_r P(r) H(L | r) = H(L) + Σ_r Σ_L P(r, L) log P(r, L) − Σ_r P(r) log P(r)
//
// with P(r, L) = Σ_θ P(L, θ | x) P(r | θ).
func (it *item) information(joint *jointCurve, uncertainty float64, levels int) float64 {
	sum := uncertainty
	for r := range it.prob {
		total, prob := 0.0, it.prob[r][:levels]
		for l := range levels {
			p, row := 0.0, &joint[l]
			for t, given := range prob {
				p += row[t] * given
			}
			total += p
			sum += plogp(p)
		}
		sum -= plogp(total)
	}
	return sum
}
