package calibrate

import (
	"maps"
	"slices"
	"testing"

	"waymark/stages"
)

// placedAt is a placement at a level, 0 for none, and the levels along strands, 0 where not assessed.
func placedAt(level int, strands ...int) stages.Placement {
	o := stages.Placement{}
	if level > 0 {
		o.Level = &level
	}
	for _, s := range strands {
		r := stages.StrandResult{}
		if s > 0 {
			r.Level = &s
		}
		o.Strands = append(o.Strands, r)
	}
	return o
}

func heldBy(o stages.Placement, kind stages.CapKind, strands ...string) stages.Placement {
	o.HeldBy = &stages.Cap{Cap: kind, Strands: strands}
	return o
}

// crowd is four people. By all answers, the first is exact, the second half a level too low, with one of two
// readings accepted; the third is two too high, and the fourth has no level.
func crowd() []*subject {
	asked := func(o stages.Placement, n int) stages.Placement {
		o.Asked = make([]string, n)
		return o
	}
	answers := func(n, none int) map[string]Answer {
		out := map[string]Answer{}
		for i := range n {
			if out[string(rune('a'+i))] = chose("x"); i < none {
				out[string(rune('a'+i))] = noOption("")
			}
		}
		return out
	}
	return []*subject{
		{Person: Person{Work: "support"}, judged: Consensus{3, 3, 4}, readings: []map[string]Answer{answers(10, 1)},
			full:     []stages.Placement{placedAt(3, 2, 4)},
			adaptive: []stages.Placement{asked(placedAt(3, 3, 0), 10), asked(placedAt(4, 3, 3), 20)}},
		{Person: Person{Work: "engineering"}, judged: Consensus{4, 3, 4}, readings: []map[string]Answer{answers(10, 2), answers(10, 0)},
			full: []stages.Placement{heldBy(placedAt(4, 0, 4), stages.CapNeeds, "craft"), heldBy(placedAt(3, 0, 4), stages.CapNeeds, "craft", "voice")},
			adaptive: []stages.Placement{asked(placedAt(4, 4, 4), 12), asked(placedAt(4, 4, 4), 12),
				asked(placedAt(2, 4, 4), 12), asked(placedAt(3, 4, 4), 12)}},
		{Person: Person{Work: "engineering"}, judged: Consensus{1, 1, 2}, readings: []map[string]Answer{answers(20, 0)},
			full: []stages.Placement{placedAt(3, 1, 0)}, adaptive: []stages.Placement{asked(placedAt(3, 2, 0), 9), asked(placedAt(3, 2, 0), 9)}},
		{Person: Person{Work: "support"}, judged: Consensus{2, 2, 2}, readings: []map[string]Answer{{}},
			full: []stages.Placement{placedAt(0, 0, 0)}, adaptive: []stages.Placement{asked(placedAt(0, 0, 0), 0), asked(placedAt(2, 0, 0), 1)}},
	}
}

func TestScores(t *testing.T) {
	people := crowd()
	for _, c := range []struct {
		name   string
		got    Score
		people int
		exact  float64
		accept float64
		bias   float64
	}{
		{"full", score(people, full), 4, 1.5 / 4, 2. / 4, (0 - .5 + 2) / 3},
		{"adaptive", score(people, adaptive), 4, (.5 + .5 + 0 + .5) / 4, (1 + .75 + 0 + .5) / 4, (.5 + (-.5 - .25) + 2 + 0) / 3.5},
		{"nobody", score(nil, full), 0, 0, 0, 0},
	} {
		if c.got.People != c.people || !near(c.got.Exact, c.exact) || !near(c.got.Accepted, c.accept) || !near(c.got.Bias, c.bias) {
			t.Errorf("%s: %+v, want %v %v %v", c.name, c.got, c.exact, c.accept, c.bias)
		}
	}
}

func TestGroups(t *testing.T) {
	c := &stages.Catalog{Levels: make([]stages.Level, 5), Strands: []stages.Strand{{ID: "craft"}, {ID: "voice"}}}
	g := group(c, crowd())
	// Another level than by all answers: half of the first's, the second's 2, nothing of the third's (3 and 3),
	// half of the fourth's. The second's first reading is 4 and its interviews are 4 and 4.
	if want := (.5 + .25 + 0 + .5) / 4; !near(g.Differ, want) {
		t.Errorf("interviews differ %v, want %v", g.Differ, want)
	}
	if want := (15 + 12 + 9 + .5) / 4; !near(g.Asked, want) {
		t.Errorf("asked %v, want %v", g.Asked, want)
	}
	if want := 3. / 50; !near(g.NoneFits, want) {
		t.Errorf("none fits %v, want %v", g.NoneFits, want)
	}
	var levels, works []int
	for i, l := range g.ByLevel {
		if l.Level != i+1 {
			t.Errorf("level %d comes at %d", l.Level, i)
		}
		levels = append(levels, l.Full.People)
	}
	for _, w := range g.ByWork {
		works = append(works, w.Adaptive.People)
	}
	if !slices.Equal(levels, []int{1, 1, 1, 1, 0}) || !slices.Equal(works, []int{2, 2, 0}) {
		t.Errorf("by level %v, by work %v", levels, works)
	}
	if g.ByLevel[0].Full.Bias != 2 || g.ByWork[0].Adaptive.Exact != .5 || g.ByWork[0].Work != "support" {
		t.Errorf("%+v %+v", g.ByLevel[0], g.ByWork[0])
	}
	// craft, all answers: 2 − 3 and 1 − 1, the others not assessed. voice: 4 − 3 and 4 − 4.
	want := []StrandBias{{"craft", -.5, (0 + 0 + 1) / 3.}, {"voice", .5, (.5*0 + 0) / 1.5}}
	for i, s := range g.ByStrand {
		if s.Strand != want[i].Strand || !near(s.Full, want[i].Full) || !near(s.Adaptive, want[i].Adaptive) {
			t.Errorf("%+v, want %+v", s, want[i])
		}
	}
}

func TestLosses(t *testing.T) {
	people := []*subject{
		{judged: Consensus{Level: 4}, full: []stages.Placement{heldBy(placedAt(2), stages.CapNeeds, "craft", "voice"), heldBy(placedAt(4), stages.CapNeeds, "craft")}},
		{judged: Consensus{Level: 3}, full: []stages.Placement{heldBy(placedAt(2), stages.CapNeeds, "craft")}},
		{judged: Consensus{Level: 2}, full: []stages.Placement{placedAt(1)}},
		{judged: Consensus{Level: 2}, full: []stages.Placement{heldBy(placedAt(3), stages.CapSupport)}},
		{judged: Consensus{Level: 2}, full: []stages.Placement{placedAt(0)}},
		{judged: Consensus{Level: 5}, full: []stages.Placement{heldBy(placedAt(4), stages.CapEvidence, "reach")}},
	}
	want := []Loss{
		{stages.CapNeeds, 1.5, (.5*2 + 1) / 1.5, map[string]float64{"craft": 1.5, "voice": .5}},
		{ByAnswers, 1, 1, map[string]float64{}},
		{stages.CapEvidence, 1, 1, map[string]float64{"reach": 1}},
	}
	got := losses(people, full)
	if !slices.EqualFunc(got, want, func(a, b Loss) bool {
		return a.By == b.By && near(a.People, b.People) && near(a.Levels, b.Levels) && maps.Equal(a.Strands, b.Strands)
	}) {
		t.Errorf("%+v, want %+v", got, want)
	}
}
