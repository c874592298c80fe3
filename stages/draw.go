package stages

import (
	"cmp"
	"slices"
)

// drawOf is a number drawn for a name by a seed: the same for ever, and independent of every other
// name. It is FNV-1a over seed and name, finished by SplitMix64's mixer.
func drawOf(seed uint64, name string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for s := range 8 {
		h = (h ^ (seed >> (8 * s) & 0xff)) * prime
	}
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * prime
	}
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// draw decides between questions that tell alike.
func (it *item) draw(seed uint64) uint64 { return drawOf(seed, it.question.ID) }

// OptionOrder is the order in which a question's options are shown: position p shows option
// OptionOrder(q, seed)[p]. Options with a natural order keep it; the others are shuffled by the seed
// and their ids alone, so that editing the rest of the bank moves nothing.
func (b *Bank) OptionOrder(q *Question, seed uint64) []int { return optionOrder(q, seed) }

func optionOrder(q *Question, seed uint64) []int {
	order := make([]int, len(q.Options))
	draw := make([]uint64, len(q.Options))
	for i := range order {
		order[i] = i
		draw[i] = drawOf(seed, q.ID+"\x00"+q.Options[i].ID)
	}
	if !q.Ordered() {
		slices.SortFunc(order, func(i, j int) int { return cmp.Compare(draw[i], draw[j]) })
	}
	return order
}
