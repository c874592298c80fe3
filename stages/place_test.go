package stages

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// A need that is not met costs one level of what the answers speak for, and no limit where nothing at all is
// shown along it.
func TestNeedsHold(t *testing.T) {
	c := PlainCatalog()
	c.Levels[1].Needs = []string{"s2"}
	c.Levels[3].Needs = []string{"s1"}
	b := NewBank(c)
	first := func(levels ...int) map[string][]int { return map[string][]int{"s1": levels} }
	second := func(levels ...int) map[string][]int { return map[string][]int{"s2": levels} }
	for _, x := range []struct {
		name    string
		others  int
		said    map[string][]int // along a strand, to its questions in order; 0 for never had the chance
		held    int
		strands string
	}{
		{"met", 4, nil, 4, ""},
		{"one level short is not told from noise", 4, first(3, 3, 3, 3), 4, ""},
		{"two short", 4, first(2, 2, 2, 2), 3, "s1"},
		{"two short, of five", 5, first(2, 2, 2, 2), 4, "s1"},
		{"nothing shown", 5, first(1, 1, 1, 1), 3, "s1"},
		{"a single answer above the lowest", 5, first(1, 1, 1, 2), 4, "s1"},
		{"nothing shown where level 2 needs it", 5, second(1, 1, 1, 1), 1, "s2"},
		{"never had the chance", 4, second(0, 0, 0, 0), 1, "s2"},
		{"answered once", 4, second(4, 0, 0, 0), 1, "s2"},
		{"answered twice", 4, second(4, 4, 0, 0), 4, ""},
		{"one lags and one shows nothing", 5, map[string][]int{"s1": {2, 2, 2, 2}, "s2": {0, 0, 0, 0}}, 1, "s2"},
	} {
		var iv Interview
		for i := range b.items {
			q := b.items[i].question
			a := at(x.others)
			if said, ok := x.said[q.Strand]; ok && said[i%4] > 0 {
				a = at(said[i%4])
			} else if ok {
				a = Answer{Skip: NoChance}
			}
			iv = iv.With(q.ID, a)
		}
		r := b.Place(iv)
		if *r.Level != x.held || *r.SpeaksFor != x.others {
			t.Errorf("%s: level %d, speaks for %d", x.name, *r.Level, *r.SpeaksFor)
		}
		if (r.HeldBy == nil) != (x.strands == "") || r.HeldBy != nil && (r.HeldBy.Cap != CapNeeds || strings.Join(r.HeldBy.Strands, " ") != x.strands) {
			t.Errorf("%s: held by %+v", x.name, r.HeldBy)
		}
	}
}

// Of the caps that hold at one level, that of the needs is told: it names what is wanting. Else the lowest is.
func TestWhichCapIsTold(t *testing.T) {
	cumulative, needs, evidence := Cap{Cap: CapCumulative, Level: 3}, Cap{Cap: CapNeeds, Level: 3}, Cap{Cap: CapEvidence, Level: 3}
	lower := Cap{Cap: CapEvidence, Level: 2}
	for _, x := range []struct {
		caps []Cap
		want *Cap
	}{
		{nil, nil},
		{[]Cap{cumulative, needs, evidence}, &needs},
		{[]Cap{cumulative, evidence}, &cumulative},
		{[]Cap{cumulative, needs, lower}, &lower},
	} {
		got := lowestCap(x.caps)
		if (got == nil) != (x.want == nil) || got != nil && got.Cap != x.want.Cap {
			t.Errorf("%v: %v", x.caps, got)
		}
	}
}

func TestSpikes(t *testing.T) {
	b := NewBank(PlainCatalog())
	r := b.Place(answering(b, func(_ int, q *Question) int { return 2 + 3*count(q.Strand == "s6") }))
	if *r.Level != 2 || r.Strands[5].Spike < 2 || r.Strands[0].Spike != 0 {
		t.Errorf("level %d, strands %+v", *r.Level, r.Strands)
	}
}

// The cumulative cap asks for half of the strands at the level and none far below it. It costs one level at
// most of what the answers speak for, unless a strand shows nothing at all.
func TestCumulativeHolds(t *testing.T) {
	b := NewBank(PlainCatalog())
	for _, c := range []struct {
		strands [6]int
		last    int // answered to the last question
		held    int
		speaks  int
		by      CapKind
	}{
		{[6]int{4, 4, 4, 4, 4, 4}, 4, 4, 4, ""},
		{[6]int{5, 5, 5, 4, 4, 4}, 4, 5, 5, ""},
		{[6]int{5, 5, 5, 5, 5, 2}, 2, 4, 5, CapCumulative},
		{[6]int{5, 5, 5, 5, 3, 3}, 3, 4, 5, CapCumulative},
		{[6]int{5, 5, 5, 5, 2, 2}, 2, 3, 4, CapCumulative},
		{[6]int{5, 5, 5, 5, 5, 1}, 1, 3, 5, CapCumulative},
		{[6]int{5, 5, 5, 5, 5, 1}, 2, 4, 5, CapCumulative},
		{[6]int{1, 1, 1, 5, 5, 5}, 5, 2, 3, CapCumulative},
	} {
		r := b.Place(answering(b, func(i int, _ *Question) int {
			if i == len(b.items)-1 {
				return c.last
			}
			return c.strands[i/4]
		}))
		var by CapKind
		if r.HeldBy != nil {
			by = r.HeldBy.Cap
		}
		if *r.Level != c.held || *r.SpeaksFor != c.speaks || by != c.by {
			t.Errorf("%v, last %d: level %d, speaks for %d, held by %q", c.strands, c.last, *r.Level, *r.SpeaksFor, by)
		}
	}
}

// sure are the answers of a person who surely stands at a level along each strand, and along none where it
// is 0; the strand is assessed all the same.
func sure(levels ...int) (*responses, *verdict) {
	rs, sums := &responses{}, make([]curve, len(levels))
	for d, level := range levels {
		rs.strands, rs.answers = append(rs.strands, tally{scored: 2}), append(rs.answers, speaking(d, plainLevels))
		for t := range sums[d] {
			if level > 0 && t != level-1 {
				sums[d][t] = -1e3
			}
		}
	}
	return rs, &verdict{posterior: posteriorOf(sums, plainLevels)}
}

// speaking is an answer along a strand that speaks for a level.
func speaking(d int, level float64) answered {
	return answered{item: &item{strand: d, scored: true, anchor: []float64{level}}}
}

// A strand is told at its most probable level, but at none that no answer along it speaks for, and so are those
// that keep the others from a level.
func TestStrandsAreToldAtWhatTheirAnswersReach(t *testing.T) {
	for _, c := range []struct {
		anchor float64
		want   int
	}{{5, 4}, {3.5, 4}, {3.4, 3}, {2, 2}, {1, 1}, {0, 1}} {
		rs, v := sure(4, 4)
		rs.answers[1] = speaking(1, c.anchor)
		if got := v.along(1, rs); got != c.want {
			t.Errorf("sure of 4, with an answer at %g: %d, want %d", c.anchor, got, c.want)
		}
		if got := behind(4, rs, v); c.want == 3 && !slices.Equal(got, []int{1}) {
			t.Errorf("%v are behind level 4", got)
		}
	}
}

// Strands keep the others from a level where they are two below it; where none is, those one below; and
// where all are there, the one least likely to be.
func TestStrandsBehind(t *testing.T) {
	for _, c := range []struct {
		levels []int
		want   []int
	}{
		{[]int{4, 3, 2, 4, 1, 3}, []int{2, 4}}, {[]int{4, 3, 5, 3, 4}, []int{1, 3}}, {[]int{5, 3, 5, 5}, []int{1}}, {[]int{5, 4, 0, 5}, []int{2}},
	} {
		rs, v := sure(c.levels...)
		if got := behind(4, rs, v); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v are behind level 4, want %v", c.levels, got, c.want)
		}
		rs.strands[c.want[0]].scored = 1
		if got := behind(4, rs, v); slices.Contains(got, c.want[0]) {
			t.Errorf("%v: a strand that was not assessed is behind", c.levels)
		}
	}
}

// One strand whose most probable level is below is named even where another, spread wide, is less likely to
// be there.
func TestOneStrandBehind(t *testing.T) {
	post := &posterior{levels: plainLevels, level: curve{0, 0, 1}} // any level
	for d, strand := range []curve{{0, 0, .4, .35, .25}, {.25, .2, .15, .4, 0}} {
		post.conditional = append(post.conditional, make([]curve, plainLevels)...)
		*post.given(d, 2) = strand
	}
	rs := &responses{strands: []tally{{scored: 2}, {scored: 2}}, answers: []answered{speaking(0, plainLevels), speaking(1, plainLevels)}}
	if got := behind(4, rs, &verdict{posterior: post}); !slices.Equal(got, []int{0}) {
		t.Errorf("%v is behind level 4: %.2f and %.2f", got, post.strand(0), post.strand(1))
	}
}

// A strand stands out where it is told two levels or more from the held one, and is, with a probability of .6.
func TestSpikesOfCurves(t *testing.T) {
	for _, c := range []struct {
		held   int
		strand curve
		want   int
	}{
		{2, curve{0, .2, .2, .6, 0}, 2}, {4, curve{.1, .5, .1, .3, 0}, -2},
		{2, curve{0, .2, .19, .61, 0}, 2}, {2, curve{0, .2, .21, .59, 0}, 0}, {2, curve{0, 0, .1, .2, .7}, 3}, {1, curve{0, 0, .1, .2, .7}, 4},
		{2, curve{0, .39, 0, .3, .31}, 0}, {3, curve{0, 0, 0, 1, 0}, 0}, {4, curve{.1, .51, .1, .29, 0}, -2}, {4, curve{.08, .51, .1, .31, 0}, 0},
		{4, curve{.7, .2, .1, 0, 0}, -3}, {5, curve{1, 0, 0, 0, 0}, -4}, {5, curve{0, 0, 1, 0, 0}, -2}, {5, curve{0, 0, 0, 1, 0}, 0}, {1, curve{1, 0, 0, 0, 0}, 0},
	} {
		if got := spike(c.strand, c.strand.mode(), c.held); got != c.want {
			t.Errorf("%v beside level %d: %d, want %d", c.strand, c.held, got, c.want)
		}
	}
}

// A standing is a placement but for what leads on from there.
func TestStanding(t *testing.T) {
	for seed := range uint64(20) {
		b := NewBank(PlainCatalog())
		iv, _, _ := partly(b, seed)
		want := b.Place(iv)
		want.Settled, want.Next = false, nil
		if got := b.Standing(iv); !reflect.DeepEqual(got, want) {
			t.Errorf("seed %d: %+v, want %+v", seed, got, want)
		}
	}
}
