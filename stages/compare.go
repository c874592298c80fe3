package stages

import (
	"cmp"
	"math"
	"slices"
)

// Agreement is how near two answers to one question are.
type Agreement string

// The agreements.
const (
	Same  Agreement = "same"  // the same options
	Near  Agreement = "near"  // options at most a level apart
	Apart Agreement = "apart" // options further apart
)

// nearAnswers is how far apart, in levels, two answers may be and still say much the same: a neighbouring option is
// seldom further.
const nearAnswers = 1.0

// Comparison sets what a person answered beside what those answered who have seen them at work, the observers.
type Comparison struct {
	Observers []Observer `json:"observers"`
	// Questions are those that the person and at least one observer answered, in the order of the bank.
	Questions []Compared `json:"questions"`
	// Talk are the questions to talk about first, three at most: those whose answers lie furthest apart, weighted
	// by how far the person's expected level would move with the others' answers in the place of theirs.
	Talk []string `json:"talk"`
}

// Observer is what one observer's answers come to, and how they compare.
type Observer struct {
	// Placement is where the observer's answers alone put the person.
	Placement Placement `json:"placement"`
	Both      int       `json:"both"`     // questions that both answered
	NotSeen   int       `json:"not_seen"` // questions that the person answered and the observer hasn't seen
	Agreements
	Strands []StrandAgreement `json:"strands"` // in the order of the content; those with a question that both answered
}

// Agreements counts questions by how near their answers are.
type Agreements struct {
	Same  int `json:"same"`
	Near  int `json:"near"`
	Apart int `json:"apart"`
}

// StrandAgreement is how the answers along a strand compare. Difference is how many levels the person's are above
// the observer's, on average; below where it is negative.
type StrandAgreement struct {
	Strand string `json:"strand"`
	Agreements
	Difference float64 `json:"difference"`
}

// Compared is one question with the answers to it.
type Compared struct {
	Question string `json:"question"`
	Strand   string `json:"strand"`
	Mine     Answer `json:"mine"`
	// Theirs are the observers' answers, in their order; nil where one has not answered.
	Theirs []*Answer `json:"theirs"`
	// Levels are what the answers speak for, from 0 to the highest: the person's, then the others' in their order; nil where
	// one has not answered.
	Levels []*float64 `json:"levels"`
	// Difference is how many levels the person's answer is above the others', on average; below where it is negative.
	Difference float64 `json:"difference"`
	// Split says that one observer answered higher than the person and another lower.
	Split bool `json:"split,omitempty"`
	// Shift is by how much the person's expected level would move, in levels, with the others' answers in the place
	// of theirs, on average.
	Shift float64 `json:"shift"`
	// Level is the level that the person would then hold, where it is another one by each of those answers; else 0.
	Level int `json:"level,omitempty"`

	apart, moves float64 // the difference and the shift, whichever way each of them goes
}

// Apart reports whether the answers are further apart than neighbours.
func (c Compared) Apart() bool { return math.Abs(c.Difference) > nearAnswers }

const mostTalks = 3

// Compare sets a person's answers beside those of others about that person.
func (b *Bank) Compare(mine Interview, theirs []Interview) Comparison {
	c := Comparison{Observers: make([]Observer, len(theirs)), Questions: []Compared{}, Talk: []string{}}
	for i, iv := range theirs {
		c.Observers[i] = b.observer(mine, iv)
	}
	rs := b.collect(mine)
	v := b.weigh(rs)
	t := &trial{bank: b, given: rs} // nothing is tried where nothing was scored
	if v != nil {
		t = b.trial(rs, v)
	}
	for i := range rs.answers {
		if q, ok := t.compared(v, i, theirs); ok {
			q.Mine = mine.Answers[q.Question]
			c.Questions = append(c.Questions, q)
		}
	}
	c.Talk = talk(c.Questions)
	return c
}

// observer is what one observer's answers come to.
func (b *Bank) observer(mine, theirs Interview) Observer {
	o := Observer{Placement: b.Place(theirs), Strands: []StrandAgreement{}}
	o.Placement.Next = []NextStep{} // advice is for the person, from their own answers
	for d := range b.catalog.Strands {
		s := StrandAgreement{Strand: b.catalog.Strands[d].ID}
		sum := 0.0
		for i := range b.items {
			it := &b.items[i]
			own, answered := it.response(mine.Answers[it.question.ID])
			if _, asked := mine.Answers[it.question.ID]; it.strand != d || !answered || !asked {
				continue
			}
			a, asked := theirs.Answers[it.question.ID]
			other, ok := it.response(a)
			switch {
			case asked && ok:
				o.count(it.agreement(own, other))
				s.count(it.agreement(own, other))
				sum += it.anchor[own] - it.anchor[other]
			case a.Skip != "":
				o.NotSeen++
			}
		}
		if n := s.total(); n > 0 {
			s.Difference = sum / float64(n)
			o.Strands = append(o.Strands, s)
		}
	}
	o.Both = o.total()
	return o
}

func (a *Agreements) count(as Agreement) {
	switch as {
	case Same:
		a.Same++
	case Near:
		a.Near++
	default:
		a.Apart++
	}
}

func (a *Agreements) total() int { return a.Same + a.Near + a.Apart }

func (it *item) agreement(x, y int) Agreement {
	switch {
	case x == y:
		return Same
	case math.Abs(it.anchor[x]-it.anchor[y]) <= nearAnswers:
		return Near
	}
	return Apart
}

// compared sets one answer, the person's, beside the others'; false where nobody else has answered.
func (t *trial) compared(v *verdict, at int, theirs []Interview) (Compared, bool) {
	g := t.given.answers[at]
	c := Compared{Question: g.question.ID, Strand: t.bank.catalog.Strands[g.strand].ID, Theirs: make([]*Answer, len(theirs)), Levels: make([]*float64, 1+len(theirs))}
	own := g.anchored()
	c.Levels[0] = &own
	n, low, high, held := 0.0, 0.0, 0.0, []int{}
	for i, iv := range theirs {
		a, asked := iv.Answers[g.question.ID]
		response, ok := g.item.response(a)
		if !asked || !ok {
			continue
		}
		level := g.anchor[response]
		n, c.Theirs[i], c.Levels[1+i] = n+1, &a, &level
		by := own - level
		c.Difference, c.apart, low, high = c.Difference+by, c.apart+math.Abs(by), min(low, by), max(high, by)
		if v != nil {
			t.restore()
			t.change(at, response)
			held = append(held, t.held())
			shift := t.all.level.mean() - v.level.mean()
			c.Shift, c.moves = c.Shift+shift, c.moves+math.Abs(shift)
		}
	}
	if n == 0 {
		return c, false
	}
	c.Difference, c.Shift, c.Split = c.Difference/n, c.Shift/n, low < 0 && high > 0
	c.apart, c.moves = c.apart/n, c.moves/n
	if v != nil && len(slices.Compact(held)) == 1 && held[0] != v.held {
		c.Level = held[0]
	}
	return c, true
}

// talk chooses what to talk about first. Answers that say the same are nothing to talk about.
func talk(questions []Compared) []string {
	different := slices.DeleteFunc(slices.Clone(questions), func(c Compared) bool { return c.apart == 0 })
	weight := func(c Compared) float64 { return math.Round(c.apart*c.moves*1e9) / 1e9 } // what is equal but for rounding keeps its order
	slices.SortStableFunc(different, func(x, y Compared) int {
		return cmp.Or(cmp.Compare(weight(y), weight(x)), cmp.Compare(y.apart, x.apart))
	})
	out := []string{}
	for _, c := range different[:min(len(different), mostTalks)] {
		out = append(out, c.Question)
	}
	return out
}
