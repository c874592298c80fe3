package stages

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func kinds(r Result) []WarningKind {
	var out []WarningKind
	for _, w := range r.Warnings {
		out = append(out, w.Kind)
	}
	return out
}

func TestWarnings(t *testing.T) {
	paired := PlainCatalog()
	paired.Questions[3].Pair = "s1-q1"
	for _, c := range []struct {
		name   string
		answer func(b *Bank, i int, q *Question) Answer
		want   []WarningKind
	}{
		{"steady", func(_ *Bank, i int, _ *Question) Answer { return at(3 + i/2%2) }, nil},
		{"from end to end", func(_ *Bank, i int, _ *Question) Answer { return at(1 + 4*(i/2%2)) },
			[]WarningKind{WarnInconsistent, WarnContradiction}},
		{"a pair unlike", func(_ *Bank, i int, q *Question) Answer {
			if q.ID == "s1-q1" {
				return at(2)
			}
			return at(4)
		}, []WarningKind{WarnContradiction}},
		{"hasty", func(_ *Bank, _ int, _ *Question) Answer {
			a := at(3)
			a.Seconds = 1.2
			return a
		}, []WarningKind{WarnHasty}},
		{"unsure of a third", func(_ *Bank, i int, _ *Question) Answer {
			if i%3 == 0 {
				return Answer{Skip: Unsure}
			}
			return at(3)
		}, []WarningKind{WarnManySkips}},
		{"the second place each time", func(b *Bank, _ int, q *Question) Answer {
			return at(b.OptionOrder(q, 0)[1] + 1)
		}, []WarningKind{WarnInconsistent, WarnStraightLine}},
	} {
		b := NewBank(paired)
		var iv Interview
		for i := range b.items {
			q := b.items[i].question
			iv = iv.With(q.ID, c.answer(b, i, q))
		}
		r := b.Place(iv)
		for _, kind := range c.want {
			if !slices.Contains(kinds(r), kind) {
				t.Errorf("%s: no %s in %v", c.name, kind, kinds(r))
			}
		}
		if len(c.want) == 0 && len(r.Warnings) > 0 {
			t.Errorf("%s: %v", c.name, kinds(r))
		}
		checkWords(t, b, r)
	}
}

// A warning names questions by id, and its sentence names neither them nor a level.
func checkWords(t *testing.T, b *Bank, r Result) {
	t.Helper()
	for _, w := range r.Warnings {
		if len(w.Questions) == 0 || strings.Contains(strings.ToLower(w.Text), "level") {
			t.Errorf("%s: %v %q", w.Kind, w.Questions, w.Text)
		}
		for _, id := range w.Questions {
			if b.Question(id) == nil || strings.Contains(w.Text, id) {
				t.Errorf("%s names %q in %q", w.Kind, id, w.Text)
			}
		}
	}
}

func TestCertaintyInWords(t *testing.T) {
	level := 3
	with := func(confidence float64, change func(*Result)) Result {
		r := Result{Level: &level, Confidence: confidence}
		if change != nil {
			change(&r)
		}
		return r
	}
	for _, c := range []struct {
		name string
		r    Result
		want Certainty
	}{
		{"no level", Result{Confidence: 1}, Unclear},
		{".85", with(.85, nil), Clear},
		{".84", with(.84, nil), Likely},
		{".65", with(.65, nil), Likely},
		{".64", with(.64, nil), Between},
		{".44", with(.44, nil), Unclear},
		{"support binds", with(.95, func(r *Result) { r.Caps = []Cap{{Cap: CapSupport, Level: 3}} }), Likely},
		{"evidence binds", with(.95, func(r *Result) { r.Caps = []Cap{{Cap: CapEvidence, Level: 3}} }), Likely},
		{"needs bind", with(.95, func(r *Result) { r.Caps = []Cap{{Cap: CapNeeds, Level: 3}} }), Clear},
		{"unsure", with(.95, func(r *Result) { r.Warnings = []Warning{{Kind: WarnManySkips}} }), Likely},
		{"inconsistent", with(.95, func(r *Result) { r.Warnings = []Warning{{Kind: WarnInconsistent}} }), Unclear},
	} {
		if got := c.r.Certainty(); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestNeighbourAndSpan(t *testing.T) {
	for _, c := range []struct {
		level     int
		held      [Levels]float64
		neighbour int
		lo, hi    int
	}{
		{3, [Levels]float64{0, .02, .95, .03, 0}, 0, 3, 3},
		{3, [Levels]float64{0, .1, .6, .3, 0}, 4, 3, 4},
		{3, [Levels]float64{0, .3, .6, .1, 0}, 2, 2, 3},
		{3, [Levels]float64{.1, .2, .4, .2, .1}, 2, 2, 4},
		{1, [Levels]float64{.5, .5, 0, 0, 0}, 2, 1, 2},
		{5, [Levels]float64{0, 0, .3, .3, .4}, 4, 3, 5},
	} {
		r := Result{Level: &c.level, Held: c.held}
		lo, hi := r.Span()
		if got := r.Neighbour(); got != c.neighbour || lo != c.lo || hi != c.hi {
			t.Errorf("%d of %v: neighbour %d, span %d–%d", c.level, c.held, got, lo, hi)
		}
	}
}

// The certainty of the held level moves without a jump where a cap turns: among people one answer
// apart, a fall of the level comes with a certainty near a half on both sides.
func TestCertaintyDoesNotJumpAtNeeds(t *testing.T) {
	c := PlainCatalog()
	c.Levels[2].Needs = []string{"s1"}
	b := NewBank(c)
	rd := b.read(answering(b, func(int, *Question) int { return 3 }))
	from := b.sums(rd.answers, nil)
	to := b.sums(b.read(answering(b, func(int, *Question) int { return 1 })).answers, nil)[0]
	last := curve{0, 0, 1, 0, 0}
	for step := range 5000 {
		// The needed strand's likelihood slides from level 3 to level 1.
		slide, sums := float64(step)/4999, slices.Clone(from)
		for t := range sums[0] {
			sums[0][t] += slide * (to[t] - sums[0][t])
		}
		bl := believe(sums)
		held := b.holding(&verdict{belief: bl, tempered: bl.level}, rd.strands, rd.assessed())
		for l := range held {
			if max(held[l]-last[l], last[l]-held[l]) > .02 {
				t.Fatalf("at %.4f: %v after %v", slide, held, last)
			}
		}
		last = held
	}
	if last[1] < .9 {
		t.Errorf("in the end %v", last)
	}
}

func TestNeedsHold(t *testing.T) {
	c := PlainCatalog()
	c.Levels[1].Needs = []string{"s2"}
	c.Levels[3].Needs = []string{"s1"}
	b := NewBank(c)
	for _, x := range []struct {
		name    string
		answer  func(q *Question) Answer
		held    int
		speaks  int
		strands []string
	}{
		{"met", func(*Question) Answer { return at(4) }, 4, 4, nil},
		{"design far behind", func(q *Question) Answer {
			if q.Strand == "s1" {
				return at(2)
			}
			return at(5)
		}, 3, 5, []string{"s1"}},
		{"never had the chance", func(q *Question) Answer {
			if q.Strand == "s2" {
				return Answer{Skip: NoChance}
			}
			return at(4)
		}, 1, 4, []string{"s2"}},
	} {
		var iv Interview
		for i := range b.items {
			iv = iv.With(b.items[i].question.ID, x.answer(b.items[i].question))
		}
		r := b.Place(iv)
		if *r.Level != x.held || *r.SpeaksFor != x.speaks {
			t.Errorf("%s: level %d, speaks for %d", x.name, *r.Level, *r.SpeaksFor)
		}
		if (r.HeldBy == nil) != (x.strands == nil) ||
			r.HeldBy != nil && (r.HeldBy.Cap != CapNeeds || !slices.Equal(r.HeldBy.Strands, x.strands)) {
			t.Errorf("%s: held by %+v", x.name, r.HeldBy)
		}
	}
}

func TestNextSteps(t *testing.T) {
	c := PlainCatalog()
	c.Levels[1].Needs = []string{"s4"}
	c.Steps = nil
	for _, s := range c.Strands {
		for k := 2; k <= Levels; k++ {
			for n := range 2 {
				c.Steps = append(c.Steps, Step{ID: fmt.Sprint(s.ID, "-", k, "-", n), Strand: s.ID, Level: k})
			}
		}
		c.Steps = append(c.Steps, Step{ID: s.ID + "-keep", Strand: s.ID, Level: Levels, Purpose: Keep})
	}
	b := NewBank(c)
	for _, x := range []struct {
		name    string
		answer  func(q *Question) Answer
		want    []string
		variant string
	}{
		{"the chance first", func(q *Question) Answer {
			if q.Strand == "s4" {
				return Answer{Skip: NoChance}
			}
			return at(3)
		}, []string{"s4-2-0"}, "no-chance"},
		{"the lowest strands, a step from where they are", func(q *Question) Answer {
			return at(map[string]int{"s5": 1, "s6": 2}[q.Strand] + 3*count(q.Strand < "s5"))
		}, []string{"s5-2-0", "s6-3-0"}, ""},
		{"keeping", func(*Question) Answer { return at(5) }, []string{"s1-keep", "s2-keep", "s3-keep"}, ""},
	} {
		var iv Interview
		for i := range b.items {
			iv = iv.With(b.items[i].question.ID, x.answer(b.items[i].question))
		}
		r := b.Place(iv)
		var got []string
		for _, s := range r.Next {
			got = append(got, s.Step)
			if r.Strands[0].Level != nil && *r.Level < Levels && len(s.Because) == 0 {
				t.Errorf("%s: %s has no reason", x.name, s.Step)
			}
		}
		if len(got) < len(x.want) || !slices.Equal(got[:len(x.want)], x.want) || r.Next[0].Variant != x.variant {
			t.Errorf("%s: %+v, want %v", x.name, r.Next, x.want)
		}
		all := b.StepsFor(iv)
		for i := range r.Next {
			if all[i].Step != r.Next[i].Step {
				t.Errorf("%s: StepsFor begins with %s, Next with %s", x.name, all[i].Step, r.Next[i].Step)
			}
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
