package calibrate

import (
	"math"
	"slices"
	"testing"

	"waymark/stages"
)

// read is a person at a level with one answer a reading.
func read(level int, answers ...Answer) *subject {
	p := &subject{judged: Consensus{level, level, level}}
	for _, a := range answers {
		p.readings = append(p.readings, map[string]Answer{"q": a})
	}
	return p
}

func report(q *stages.Question, people ...*subject) QuestionReport {
	c := tallyQuestion(q, 5, people)
	fitAll([]*chosen{c})
	return c.report()
}

func TestWhoChoseAnOption(t *testing.T) {
	q := &stages.Question{ID: "q", Strand: "craft", Kind: stages.Ladder, Options: options(1, 3, 5, 4)}
	r := report(q,
		read(1, chose("a"), chose("b")), // half a person each
		read(3, chose("b")),
		read(4, chose("b"), skipped(stages.NoChance)),
		read(5, noOption("I wrote it"), noOption("")),
		read(2),
		&subject{judged: Consensus{Level: 2}, readings: []map[string]Answer{{"another": chose("c")}}},
	)
	b := r.Options[1] // .5 of level 1, 1 of level 3, .5 of level 4
	if b.ID != "b" || b.Anchor != 3 || !near(b.People, 2) || !near(b.Mean, 2.75) || !near(b.Spread, math.Sqrt((.5*1.75*1.75+.0625+.5*1.25*1.25)/2)) {
		t.Errorf("%+v", b)
	}
	if !near(r.People, 2.5) || !near(r.Skipped, .5/4) || !near(r.NoneFits, 1./4) || !slices.Equal(r.Notes, []string{"I wrote it"}) {
		t.Errorf("%+v", r)
	}
	for i, nobody := range []bool{false, false, true, true} {
		if r.Options[i].Nobody != nobody || r.Options[i].Everybody {
			t.Errorf("%+v", r.Options[i])
		}
	}
	if c := r.Options[2]; c.Mean != 0 || c.Spread != 0 {
		t.Errorf("of nobody: %+v", c)
	}
	if r.ID != "q" || r.Strand != "craft" {
		t.Errorf("%+v", r)
	}
}

func TestOptionsThatTellNothing(t *testing.T) {
	ladder := &stages.Question{ID: "q", Kind: stages.Ladder, Options: options(1, 3)}
	list := &stages.Question{ID: "q", Kind: stages.Checklist, Options: options(1, 3)}
	for _, c := range []struct {
		name              string
		q                 *stages.Question
		people            []*subject
		nobody, everybody []bool
	}{
		{"all choose one", ladder, []*subject{read(1, chose("a"), chose("a"), chose("a")), read(4, chose("a"))}, []bool{false, true}, []bool{true, false}},
		{"all but a third of one", ladder, []*subject{read(1, chose("a"), chose("a"), chose("b"))}, []bool{false, false}, []bool{false, false}},
		{"a box all tick", list, []*subject{read(1, chose("a")), read(5, chose("a", "b"))}, []bool{false, false}, []bool{true, false}},
		{"no box ticked", list, []*subject{read(1, chose())}, []bool{true, true}, []bool{false, false}},
		{"who skips says nothing", list, []*subject{read(1, skipped(stages.Unsure))}, []bool{false, false}, []bool{false, false}},
	} {
		for i, o := range report(c.q, c.people...).Options {
			if o.Nobody != c.nobody[i] || o.Everybody != c.everybody[i] {
				t.Errorf("%s: %+v", c.name, o)
			}
		}
	}
}

func TestReversedOrder(t *testing.T) {
	ladder := &stages.Question{ID: "q", Kind: stages.Ladder, Options: options(3, 1, 2)} // b, c, a by anchor
	list := &stages.Question{ID: "q", Kind: stages.Checklist, Options: options(1, 2)}
	even := &stages.Question{ID: "q", Kind: stages.Ladder, Options: options(2, 2)}
	both := []*subject{read(3, chose("b")), read(3, chose("b")), read(2, chose("c")), read(3, chose("c"))}
	for _, c := range []struct {
		name   string
		q      *stages.Question
		people []*subject
		want   [][2]string
	}{
		{"the lower is chosen at a higher level", ladder, both, [][2]string{{"b", "c"}}},
		{"by one person only", ladder, both[1:], nil},
		{"one person chose the higher", ladder, both[:3], nil},
		{"level with one another", ladder, append(both[:2:2], read(3, chose("c")), read(3, chose("c"))), nil},
		{"the right order", ladder, append(both[2:], read(1, chose("b")), read(1, chose("b"))), nil},
		{"one anchor has no order", even, append(both[:2:2], read(4, chose("a")), read(4, chose("a"))), nil},
		// Half a level apart; the error is √((1 + 1/12)/2 + (1/4 + 1/12)/2) = .84, and .46 where it is told.
		{"by less than the error", ladder, []*subject{read(4, chose("b")), read(2, chose("b")), read(3, chose("c")), read(2, chose("c"))}, nil},
		// A third apart; √(1/12/2 + (2/9 + 1/12)/3) = .38, and .27 if levels were no whole numbers.
		{"by less, on whole levels", ladder, append(slices.Clone(both), read(3, chose("c"))), nil},
		// Of 4, 1 and 3: a half less, error √((3/16 + 3/16)/4) = .306. Of 4, 1 and 2: a quarter less, error .331.
		{"fewer tick the easier box", list, []*subject{read(3, chose("b")), read(3, chose("a", "b")), read(3, chose("b")), read(3, chose())}, [][2]string{{"a", "b"}}},
		{"hardly fewer", list, []*subject{read(3, chose("b")), read(3, chose("a", "b")), read(3, chose()), read(3, chose())}, nil},
		{"as many tick both", list, []*subject{read(3, chose("a", "b"))}, nil},
	} {
		if got := report(c.q, c.people...).Reversed; !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// A box that those at higher levels leave is told, and keeps its anchor; it moves no others.
func TestBackwardBoxes(t *testing.T) {
	people := []*subject{read(1, chose("a")), read(2, chose("a")), read(2, chose("a", "b")), read(5, chose("b")), read(5, chose("b", "c")), read(4, chose("b"))}
	r := report(&stages.Question{ID: "q", Kind: stages.Checklist, Options: options(1, 4, 4)}, people...)
	for i, want := range []bool{true, false, false} {
		if o := r.Options[i]; o.Backwards != want || (o.Suggested == o.Anchor) != want {
			t.Errorf("%+v", o)
		}
	}
	without := report(&stages.Question{ID: "q", Kind: stages.Checklist, Options: options(1, 4, 4)[1:]}, people...)
	if math.Abs(without.Options[0].Suggested-r.Options[1].Suggested) > rounding {
		t.Errorf("beside a backward box %+v, without it %+v", r.Options[1], without.Options[0])
	}
	for _, c := range []struct {
		name   string
		kind   stages.Kind
		people []*subject
	}{
		{"a choice", stages.Ladder, []*subject{read(1, chose("a")), read(5, chose("b"))}},
		{"all tick it", stages.Checklist, []*subject{read(1, chose("a")), read(5, chose("a"))}},
		{"nobody does", stages.Checklist, []*subject{read(1, chose()), read(5, chose("b"))}},
		{"on average at one level", stages.Checklist, []*subject{read(3, chose("a")), read(1, chose()), read(5, chose())}},
	} {
		if o := report(&stages.Question{ID: "q", Kind: c.kind, Options: options(1, 4)}, c.people...).Options[0]; o.Backwards {
			t.Errorf("%s: %+v", c.name, o)
		}
	}
}

func TestCorrelation(t *testing.T) {
	ladder := &stages.Question{ID: "q", Kind: stages.Ladder, Options: options(1, 3, 2)}
	list := &stages.Question{ID: "q", Kind: stages.Checklist, Options: options(2, 4, 4)}
	for _, c := range []struct {
		name   string
		q      *stages.Question
		people []*subject
		want   float64
	}{
		{"in line", ladder, []*subject{read(1, chose("a")), read(2, chose("c")), read(3, chose("b"))}, 1},
		{"against", ladder, []*subject{read(1, chose("b")), read(3, chose("a"))}, -1},
		// x: 1 2 3 with means 2; y: 1 1 3, mean 5/3: Σxy = 2, Σxx = 2, Σyy = 24/9.
		{"partly", ladder, []*subject{read(1, chose("a")), read(2, chose("a")), read(3, chose("b"))}, 2 / math.Sqrt(2*24./9)},
		{"the same answer throughout", ladder, []*subject{read(1, chose("a")), read(3, chose("a"))}, 0},
		{"people at one level", ladder, []*subject{read(2, chose("a")), read(2, chose("b"))}, 0},
		{"nobody", ladder, nil, 0},
		{"the number of boxes, not the highest", list, []*subject{read(1, chose("b")), read(2, chose("b", "c")), read(3, chose("a", "b", "c"))}, 1},
		{"skips do not count", ladder, []*subject{read(1, chose("a")), read(5, skipped(stages.Unsure)), read(3, chose("b"))}, 1},
		// Levels 1 (1), 3 (½ each of 1 and 3): means x 2, y 1.5: Σxy = .5 + (−.25 + .75) = 1, Σxx 2, Σyy .25 + .125 + 1.125 = 1.5.
		{"two readings count half", ladder, []*subject{read(1, chose("a")), read(3, chose("a"), chose("b"))}, 1 / math.Sqrt(2*1.5)},
	} {
		if got := report(c.q, c.people...).Correlation; !near(got, c.want) {
			t.Errorf("%s: %f, want %f", c.name, got, c.want)
		}
	}
	for r, want := range map[float64]bool{.19: false, .2: true} {
		if got := (QuestionReport{Correlation: r}).Separating(); got != want {
			t.Errorf("a correlation of %v: %v", r, got)
		}
	}
}

// The figures were computed apart, by the formula of [fitted] and another search.
func TestFit(t *testing.T) {
	ladder := &chosen{levels: 5, question: &stages.Question{Kind: stages.Ladder, Options: options(1, 3, 5)},
		options: [][stages.MaxLevels]float64{{4, 3, 0, 0, 0}, {0, 1, 4, 2, 0}, {0, 0, 0, 2, 4}}}
	list := &chosen{levels: 5, question: &stages.Question{Kind: stages.Checklist, Options: options(2, 4)},
		options: [][stages.MaxLevels]float64{{0, 2, 4, 4, 4}, {0, 0, 0, 1, 3}}, all: [stages.MaxLevels]float64{4, 4, 4, 4, 4}}
	ladder.fitted, list.fitted = newFitted(ladder), newFitted(list)
	if shift := fitAll([]*chosen{ladder, list}); math.Abs(shift-.3136) > .01 {
		t.Errorf("shift %f", shift)
	}
	for _, c := range []struct {
		of             *chosen
		levels, errors []float64
	}{
		{ladder, []float64{1.185, 3.241, 5}, []float64{.3889, .3478, .3852}},
		{list, []float64{2.409, 4.733}, []float64{.3339, .3352}},
	} {
		for i, o := range c.of.fitted.Options {
			if math.Abs(o.Level-c.levels[i]) > .02 || math.Abs(c.of.fitted.error(i)-c.errors[i]) > .003 {
				t.Errorf("option %d: %.3f ± %.4f, want %.3f ± %.4f", i, o.Level, c.of.fitted.error(i), c.levels[i], c.errors[i])
			}
		}
		if c.of.question.Options[0].Level != float64(int(c.of.question.Options[0].Level)) {
			t.Error("the present anchors were moved")
		}
	}
}

// Of what nobody chose, nothing is learnt: the anchor stays, give or take the half level it is presumed to
// be off. What is out of range is not suggested.
func TestFitOfNobody(t *testing.T) {
	q := &stages.Question{ID: "q", Kind: stages.Ladder, Options: options(0, 3, 5)}
	for _, o := range report(q).Options {
		if o.Suggested != o.Anchor || !near(o.Error, .5) {
			t.Errorf("%+v", o)
		}
	}
	// By one person the anchor of another option is less well known than by nobody: half a level all the same.
	for _, o := range report(&stages.Question{ID: "q", Kind: stages.Ladder, Options: options(1, 1, 5)}, read(1, chose("b"))).Options {
		if o.Error > .5 {
			t.Errorf("%+v", o)
		}
	}
	var low []*subject
	for range 30 {
		low = append(low, read(1, chose("b"))) // all at level 1 are so
	}
	for _, o := range report(q, low...).Options {
		if o.Suggested < 0 || o.Suggested > 5 || o.Error <= 0 || o.Error > .5 || o.ID == "b" && o.Suggested > 2.2 {
			t.Errorf("%+v", o)
		}
	}
}

func TestMoves(t *testing.T) {
	r := Report{Questions: []QuestionReport{{ID: "q", Options: []OptionReport{
		{ID: "up", Anchor: 2, Suggested: 2.16}, {ID: "hardly", Anchor: 2, Suggested: 2.14}, {ID: "down", Anchor: 1.5, Suggested: 1.33},
		{ID: "hardly-down", Anchor: 1.5, Suggested: 1.36}, {ID: "far", Anchor: 5, Suggested: 3.04},
	}}}}
	want := []Move{{"q", "up", 2, 2.2}, {"q", "down", 1.5, 1.3}, {"q", "far", 5, 3}}
	if got := r.Moves(); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
