package stages

import (
	"slices"
	"sync"
	"sync/atomic"
)

// Bank is a catalog compiled for placing people. It is read-only, and safe for concurrent use.
type Bank struct {
	catalog *Catalog
	items   []item
	index   map[string]int // item by question id
	strands map[string]int // strand by id
	needs   [MaxLevels + 1][]requirement
	steps   [][]step // by strand
	stepIDs map[string]*Step
	widened sync.Once                // see widen
	layouts []atomic.Pointer[layout] // by item; see shownAt
	// What completions of interviews are drawn by.
	chances       chances
	strandChances []chances
	broadFirst    []int // the scored items, those with sisters first
}

// NewBank compiles a valid catalog: every question belongs to a strand and has options, and a
// checklist has at most eight boxes. The catalog must not change afterwards.
func NewBank(c *Catalog) *Bank {
	b := &Bank{
		catalog: c,
		items:   make([]item, len(c.Questions)),
		index:   make(map[string]int, len(c.Questions)),
		strands: make(map[string]int, len(c.Strands)),
		layouts: make([]atomic.Pointer[layout], len(c.Questions)),
	}
	for d := range c.Strands {
		b.strands[c.Strands[d].ID] = d
	}
	for i := range c.Questions {
		q := &c.Questions[i]
		b.items[i] = compile(q, b.strands[q.Strand])
		b.index[q.ID] = i
	}
	b.joinPairs()
	b.joinSisters()
	b.findNeeds()
	b.joinSteps()
	b.drawChances()
	return b
}

// Bare is a bank of the catalog alone, which takes no time to make: enough to tell what has been found before, and not to
// ask or to place anyone.
func Bare(c *Catalog) *Bank { return &Bank{catalog: c} }

// joinPairs links the two questions of each pair, whichever of them names the other. Two questions may
// name the same one: each is a pair of its own.
func (b *Bank) joinPairs() {
	for i := range b.items {
		j, ok := b.index[b.items[i].question.Pair]
		if ok && j != i && !slices.Contains(b.items[i].partners, j) {
			b.items[i].partners = append(b.items[i].partners, j)
			b.items[j].partners = append(b.items[j].partners, i)
		}
	}
}

// joinSisters finds the questions that each names as its sisters.
func (b *Bank) joinSisters() {
	for i := range b.items {
		for _, id := range b.items[i].question.Sisters {
			if j, ok := b.index[id]; ok {
				b.items[i].sisters = append(b.items[i].sisters, j)
			}
		}
	}
}

// requirement is a strand and the level it must have reached.
type requirement struct{ strand, level int }

// findNeeds lists, for each level k, what the needs of every level 2 … k ask of each strand: the
// highest level that names it.
func (b *Bank) findNeeds() {
	named := make([]int, len(b.catalog.Strands)) // highest level so far that needs the strand
	for k := 2; k <= b.levels(); k++ {
		for _, l := range b.catalog.Levels {
			if l.Level != k {
				continue
			}
			for _, id := range l.Needs {
				if d, ok := b.strands[id]; ok {
					named[d] = k
				}
			}
		}
		for d, level := range named {
			if level > 0 {
				b.needs[k] = append(b.needs[k], requirement{d, level})
			}
		}
	}
}

// levels is how many levels the path has.
func (b *Bank) levels() int { return len(b.catalog.Levels) }

// Catalog returns the catalog the bank was compiled from.
func (b *Bank) Catalog() *Catalog { return b.catalog }

// Question returns the question with the given id, or nil.
func (b *Bank) Question(id string) *Question {
	if i, ok := b.index[id]; ok {
		return b.items[i].question
	}
	return nil
}
