package stages

import (
	"reflect"
	"slices"
	"testing"
)

// The needs of a level are those of every level up to it, each at the highest level that names it.
func TestNeedsAddUp(t *testing.T) {
	c := PlainCatalog()
	c.Levels[0].Needs = []string{"s6"} // nobody can miss level 1
	c.Levels[1].Needs = []string{"s2", "gone"}
	c.Levels[3].Needs = []string{"s1", "s2"}
	b := NewBank(c)
	for k, want := range [][]requirement{nil, nil, {{1, 2}}, {{1, 2}}, {{0, 4}, {1, 4}}, {{0, 4}, {1, 4}}} {
		if got := b.needs[k]; !reflect.DeepEqual(got, want) {
			t.Errorf("level %d needs %v, want %v", k, got, want)
		}
	}
}

func TestPairs(t *testing.T) {
	c := PlainCatalog()
	c.Questions[0].Pair, c.Questions[1].Pair = "s1-q2", "s1-q1" // each names the other
	c.Questions[2].Pair = "s1-q2"                               // and a third names one of them
	c.Questions[3].Pair, c.Questions[4].Pair = "s1-q4", "gone"  // itself, and nothing
	b := NewBank(c)
	for i, want := range [][]int{{1}, {0, 2}, {1}, nil, nil} {
		if got := b.items[i].partners; !slices.Equal(got, want) {
			t.Errorf("%s is paired with %v, want %v", b.items[i].question.ID, got, want)
		}
	}
}

func TestQuestionsOfABank(t *testing.T) {
	c := PlainCatalog()
	b := NewBank(c)
	if b.Catalog() != c || b.Question("s2-q3") != &c.Questions[6] || b.Question("gone") != nil {
		t.Error("a bank has the catalog's questions by their ids, and no others")
	}
}
