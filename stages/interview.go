package stages

import (
	"cmp"
	"maps"
	"slices"
)

// Interview is what one person has been asked so far. It is a value: With returns a new one.
type Interview struct {
	// Seed draws ties between questions and the order of options without a natural one.
	Seed uint64 `json:"seed"`
	// Quick makes the interview short: it stops where less is certain, and after nine questions.
	Quick bool `json:"quick,omitempty"`
	// Asked lists the ids of the questions answered or skipped, in the order they were asked.
	Asked   []string `json:"asked"`
	Answers Answers  `json:"answers"`
}

// With returns the interview with one question answered, or its answer changed.
func (iv Interview) With(id string, a Answer) Interview {
	if !slices.Contains(iv.Asked, id) {
		iv.Asked = append(slices.Clone(iv.Asked), id)
	}
	answers := maps.Clone(iv.Answers)
	if answers == nil {
		answers = Answers{}
	}
	answers[id] = a
	iv.Answers = answers
	return iv
}

// Asker asks the questions of one assessment. [Bank] and [Survey] are the two.
type Asker interface {
	// Question returns the question with an id, or nil.
	Question(id string) *Question
	// Next returns the next question, or false where nothing is left to ask.
	Next(iv Interview) (*Question, bool)
	// Outlook is what is true of how many questions there will be.
	Outlook(iv Interview) Outlook
	// OptionOrder is the order in which the options are shown.
	OptionOrder(q *Question, seed uint64) []int
}

// OptionOrder is the order in which a question's options are shown: position p shows option
// OptionOrder(q, seed)[p]. Options with a natural order keep it; the others are shuffled by the seed
// and their ids alone, so that editing the rest of the bank moves nothing.
func (b *Bank) OptionOrder(q *Question, seed uint64) []int { return optionOrder(q, seed) }

func optionOrder(q *Question, seed uint64) []int {
	order, draws := make([]int, len(q.Options)), make([]uint64, len(q.Options))
	begun := seeded(seed).and(q.ID).and("\x00")
	for i := range order {
		order[i], draws[i] = i, begun.and(q.Options[i].ID).drawn()
	}
	if !q.Ordered() {
		slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(draws[x], draws[y]) })
	}
	return order
}

// layout says at which position on the screen a seed puts each option of a question.
type layout struct {
	seed      uint64
	positions []int // by option
}

// shownAt is the position at which an option of an item is shown. The layout of the last seed is kept: all people
// whose answers are scored in one run share it.
func (b *Bank) shownAt(item, option int, seed uint64) int {
	l := b.layouts[item].Load()
	if l == nil || l.seed != seed {
		order := optionOrder(b.items[item].question, seed)
		l = &layout{seed, make([]int, len(order))}
		for position, o := range order {
			l.positions[o] = position
		}
		b.layouts[item].Store(l)
	}
	return l.positions[option]
}

// drawOf is a number drawn for a name by a seed: the same for ever, and independent of every other name.
func drawOf(seed uint64, name string) uint64 { return seeded(seed).and(name).drawn() }

// draw is FNV-1a over a seed and a name, which may be given in parts.
type draw uint64

const fnvPrime = 1099511628211

func seeded(seed uint64) draw {
	d := draw(14695981039346656037)
	for s := range 8 {
		d = (d ^ draw(seed>>(8*s)&0xff)) * fnvPrime
	}
	return d
}

func (d draw) and(name string) draw {
	for i := range len(name) {
		d = (d ^ draw(name[i])) * fnvPrime
	}
	return d
}

// drawn finishes it by SplitMix64's mixer.
func (d draw) drawn() uint64 {
	h := uint64(d)
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
