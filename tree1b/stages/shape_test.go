package stages

import "testing"

// A shape is told only where everything its pattern asks for is true, and the first that fits is told.
func TestShape(t *testing.T) {
	level := func(n int) *int { return &n }
	placed := Placement{Level: level(2), Strands: []StrandResult{
		{ID: "craft", Level: level(4)}, {ID: "trust", Level: level(2)}, {ID: "voice", Level: level(4)}, {ID: "design", NoChance: true}, {ID: "reach"}}}
	of := Circumstances{Work: "support", Against: []string{"load", "value"}, Drawn: []string{"product"},
		Answers: Answers{"asked": at(3), "boxes": {Options: []string{"a", "b"}}, "skipped": {Skip: NoChance}}}
	for _, x := range []struct {
		name string
		when Pattern
		fits bool
	}{
		{"anybody", Pattern{}, true},
		{"the level", Pattern{Levels: []int{1, 2}}, true},
		{"another level", Pattern{Levels: []int{1, 3}}, false},
		{"the work", Pattern{Work: []string{"support"}}, true},
		{"other work", Pattern{Work: []string{"consulting", "engineering"}}, false},
		{"a strand's levels", Pattern{Strands: map[string][]int{"craft": {3, 4}, "trust": {2}}}, true},
		{"another level of a strand", Pattern{Strands: map[string][]int{"craft": {3, 4}, "trust": {1}}}, false},
		{"a strand that was not assessed", Pattern{Strands: map[string][]int{"reach": {1, 2, 3, 4, 5}}}, false},
		{"a strand that there is not", Pattern{Strands: map[string][]int{"poise": {1, 2, 3, 4, 5}}}, false},
		{"ahead", Pattern{Ahead: []string{"craft", "voice"}, Behind: []string{"trust"}}, true},
		{"ahead of what was not assessed", Pattern{Ahead: []string{"trust"}, Behind: []string{"reach", "design"}}, true},
		{"alike", Pattern{Ahead: []string{"craft"}, Behind: []string{"trust", "voice"}}, false},
		{"one of those ahead is not", Pattern{Ahead: []string{"craft", "trust"}, Behind: []string{"trust"}}, false},
		{"no chance", Pattern{Skipped: []string{"design"}}, true},
		{"not assessed, for other reasons", Pattern{Skipped: []string{"reach"}}, false},
		{"the chance was there", Pattern{Skipped: []string{"design", "craft"}}, false},
		{"an answer", Pattern{Answered: map[string][]string{"asked": {"at-1", "at-3"}, "other": {"x"}}}, true},
		{"a box", Pattern{Answered: map[string][]string{"boxes": {"b"}}}, true},
		{"another answer", Pattern{Answered: map[string][]string{"asked": {"at-1"}, "skipped": {"at-3"}}}, false},
		{"the workplace", Pattern{Against: []string{"load", "value"}}, true},
		{"one of two", Pattern{Against: []string{"load", "blame"}}, false},
		{"a road", Pattern{Drawn: []string{"product"}}, true},
		{"another road", Pattern{Drawn: []string{"expert"}}, false},
		{"all but one", Pattern{Levels: []int{2}, Work: []string{"support"}, Drawn: []string{"expert"}}, false},
	} {
		shapes := []Shape{{ID: "it", When: x.when}, {ID: "rest"}}
		if got := placed.Shape(shapes, of); (got.ID == "it") != x.fits {
			t.Errorf("%s: %v", x.name, got.ID)
		}
	}
	if got := placed.Shape([]Shape{{ID: "it", When: Pattern{Levels: []int{5}}}}, of); got != nil {
		t.Errorf("where none fits: %v", got)
	}
	if got := (&Placement{}).Shape([]Shape{{ID: "rest"}}, of); got != nil {
		t.Errorf("without a level: %v", got)
	}
}
