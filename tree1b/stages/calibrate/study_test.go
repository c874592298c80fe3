package calibrate

import (
	"fmt"
	"slices"
	"testing"
)

// judged is a study in which every judge gives one person a level and a range.
func judged(levels ...Judgement) *Study {
	s := &Study{People: []Person{{ID: "anna", Work: "support"}}}
	for i, l := range levels {
		s.Judges = append(s.Judges, Judge{ID: fmt.Sprintf("judge-%d", i), Levels: map[string]Judgement{"anna": l}})
	}
	return s
}

func at(level, low, high int) Judgement { return Judgement{Level: level, Low: low, High: high} }

func TestConsensus(t *testing.T) {
	for _, c := range []struct {
		name   string
		judges []Judgement
		want   Consensus
	}{
		{"one judge", []Judgement{at(3, 2, 3)}, Consensus{3, 2, 3}},
		{"the median of three", []Judgement{at(5, 5, 5), at(2, 2, 2), at(3, 3, 3)}, Consensus{3, 3, 3}},
		{"of four, the lower of the two in the middle", []Judgement{at(1, 1, 1), at(2, 2, 3), at(4, 3, 4), at(5, 5, 5)}, Consensus{2, 2, 3}},
		{"two who differ", []Judgement{at(3, 3, 3), at(2, 2, 2)}, Consensus{2, 2, 3}},
		{"half of the judges accept", []Judgement{at(3, 2, 3), at(3, 2, 3), at(3, 3, 4), at(3, 3, 3)}, Consensus{3, 2, 3}},
		{"less than half do not", []Judgement{at(3, 2, 4), at(3, 3, 3), at(3, 3, 3)}, Consensus{3, 3, 3}},
		{"the median is accepted, whatever else is", []Judgement{at(1, 1, 1), at(3, 3, 3), at(5, 5, 5)}, Consensus{3, 3, 3}},
		{"from the lowest to the highest", []Judgement{at(1, 1, 1), at(1, 1, 2), at(4, 4, 4), at(4, 3, 4)}, Consensus{1, 1, 4}},
	} {
		if got, ok := judged(c.judges...).Consensus("anna"); !ok || got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if _, ok := judged(at(3, 3, 3)).Consensus("ben"); ok {
		t.Error("whoever nobody judged has a level")
	}
}

// panelOf has so many people at each level, by ids such as a03.
func panelOf(sizes ...int) *Study {
	s := &Study{Judges: []Judge{{Levels: map[string]Judgement{}}}}
	for l, n := range sizes {
		for i := range n {
			id := fmt.Sprintf("%c%02d", 'a'+l, i)
			s.People = append(s.People, Person{ID: id})
			s.Judges[0].Levels[id] = at(l+1, l+1, l+1)
		}
	}
	return s
}

func TestDrawTakesAThirdOfEveryLevel(t *testing.T) {
	for _, c := range []struct{ sizes, want []int }{
		{[]int{14, 14, 14, 14, 16}, []int{5, 5, 5, 4, 5}}, // 24 of 72: 4 4 4 4 5, and 3 more where 2 are left over
		{[]int{7, 5, 4, 1, 1}, []int{3, 2, 1, 0, 0}},      // 6 of 18: 2 1 1 0 0, one where 2 are left over, one at the lowest
		{[]int{3, 3, 3, 3, 3}, []int{1, 1, 1, 1, 1}},
		{[]int{1, 1, 1, 1, 1}, []int{1, 1, 0, 0, 0}}, // a third of 5 is nearer to 2
		{[]int{4}, []int{1, 0, 0, 0, 0}},             // of 4, to 1
		{[]int{0, 0, 2}, []int{0, 0, 1, 0, 0}},
		{[]int{1}, []int{0, 0, 0, 0, 0}},
		{nil, []int{0, 0, 0, 0, 0}},
	} {
		drawn := Draw(panelOf(c.sizes...), 3)
		got := make([]int, 5)
		for _, id := range drawn.People {
			got[id[0]-'a']++
		}
		if !slices.Equal(got, c.want) || drawn.Seed != 3 {
			t.Errorf("of %v: %v by seed %d, want %v", c.sizes, got, drawn.Seed, c.want)
		}
	}
}

// Sorted by `printf '2 anna' | sha256sum` and so on, they are cleo, eve, ben, anna, fred, dora; by 9, cleo,
// anna, ben, fred, dora, eve.
func TestDrawIsOfTheSeedAndTheIDs(t *testing.T) {
	s := &Study{Judges: []Judge{{Levels: map[string]Judgement{}}}}
	for _, id := range []string{"fred", "eve", "dora", "cleo", "ben", "anna"} {
		s.People = append(s.People, Person{ID: id})
		s.Judges[0].Levels[id] = at(2, 2, 2)
	}
	s.People = append(s.People, Person{ID: "nobody-judged-me"})
	for seed, want := range map[uint64][]string{2: {"cleo", "eve"}, 9: {"anna", "cleo"}} {
		for range 2 {
			if got := Draw(s, seed).People; !slices.Equal(got, want) {
				t.Errorf("seed %d: %v, want %v", seed, got, want)
			}
			slices.Reverse(s.People)
		}
	}
}
