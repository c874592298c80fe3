package stages

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

func kinds(r Placement) []WarningKind {
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
		{"a pair unlike", func(_ *Bank, _ int, q *Question) Answer { return at(4 - 2*count(q.ID == "s1-q1")) },
			[]WarningKind{WarnContradiction}},
		{"hasty", func(_ *Bank, _ int, _ *Question) Answer { return Answer{Options: at(3).Options, Seconds: 1.2} },
			[]WarningKind{WarnHasty}},
		{"unsure of a third", func(_ *Bank, i int, _ *Question) Answer {
			if i%3 == 0 {
				return Answer{Skip: Unsure}
			}
			return at(3)
		}, []WarningKind{WarnManySkips}},
		{"claims alone", func(_ *Bank, _ int, q *Question) Answer { return at(2 + 2*count(!q.Evidence && q.ID != "s1-q4")) }, []WarningKind{WarnClaims}},
		{"the second position each time", func(b *Bank, _ int, q *Question) Answer { return at(b.OptionOrder(q, 0)[1] + 1) },
			[]WarningKind{WarnInconsistent, WarnStraightLine}},
	} {
		b := NewBank(paired)
		var iv Interview
		for i := range b.items {
			q := b.items[i].question
			iv = iv.With(q.ID, c.answer(b, i, q))
		}
		r := b.Place(iv)
		if !slices.Equal(kinds(r), c.want) {
			t.Errorf("%s: %v, want %v", c.name, kinds(r), c.want)
		}
		for _, w := range r.Warnings {
			known := func(id string) bool { return b.Question(id) != nil }
			if len(w.Questions) == 0 || slices.ContainsFunc(w.Questions, func(id string) bool { return !known(id) }) {
				t.Errorf("%s: %s names %v", c.name, w.Kind, w.Questions)
			}
		}
	}
}

// One person answers one of two questions at 4, and the other as the case says.
func TestContradictionsLieTwoLevelsApart(t *testing.T) {
	c := PlainCatalog()
	c.Questions[0].Options[1].Level = 2.5
	c.Questions[3].Pair = "s1-q1"
	b := NewBank(c)
	for level, want := range map[int]int{1: 1, 2: 0, 3: 0, 4: 0} {
		iv := Interview{}.With("s1-q1", at(level)).With("s1-q4", at(4)).With("s2-q1", at(1))
		if got := contradictions(b.collect(iv)); len(got) != want {
			t.Errorf("answers at %v and 4: %v", b.items[0].anchor[level-1], got)
		}
	}
	exactly := Interview{}.With("s1-q1", at(3)).With("s1-q4", at(5))
	if got := contradictions(b.collect(exactly)); len(got) != 1 {
		t.Error("two levels apart is a contradiction")
	}
}

// A straight line is eight answers in one position of the screen, in the order they were asked. Scales
// and checklists, whose positions mean something, neither count nor break it.
func TestStraightLines(t *testing.T) {
	c := PlainCatalog()
	c.Questions[4].Kind, c.Questions[5].Kind, c.Questions[6].Kind = Frequency, Autonomy, Checklist
	b := NewBank(c)
	inRow := func(iv Interview, position int, ids ...string) Interview {
		for _, id := range ids {
			q := b.Question(id)
			iv = iv.With(id, Answer{Options: []string{q.Options[b.OptionOrder(q, iv.Seed)[position]].ID}})
		}
		return iv
	}
	var ids []string
	for _, q := range c.Questions[8:] {
		ids = append(ids, q.ID)
	}
	slices.Reverse(ids) // asked in another order than the content's
	for _, x := range []struct {
		name string
		iv   Interview
		want []string
	}{
		{"eight", inRow(Interview{Seed: 5}, 2, ids[:8]...), ids[:8]},
		{"seven", inRow(Interview{Seed: 5}, 2, ids[:7]...), nil},
		{"seven and then another", inRow(inRow(Interview{Seed: 5}, 2, ids[:7]...), 1, ids[7]), nil},
		{"nine after two others", inRow(inRow(Interview{Seed: 5}, 0, ids[:2]...), 4, ids[2:11]...), ids[2:11]},
		{"the longer of two", inRow(inRow(Interview{Seed: 5}, 0, ids[:8]...), 1, ids[8:]...), ids[:8]},
		{"with a skip between", inRow(inRow(Interview{Seed: 5}, 2, ids[:4]...).With("s1-q1", Answer{Skip: Unsure}), 2, ids[4:8]...), ids[:8]},
		{"of scales and checklists", inRow(Interview{Seed: 5}, 2, append(ids[:5:5], "s2-q1", "s2-q2", "s2-q3")...), nil},
		{"past a scale", inRow(inRow(inRow(Interview{Seed: 5}, 2, ids[:4]...), 0, "s2-q1", "s2-q2", "s2-q3"), 2, ids[4:8]...), ids[:8]},
	} {
		if got := b.straightLine(x.iv, b.collect(x.iv)); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", x.name, got, x.want)
		}
	}
}

// Haste is a median under two seconds over the answers that were timed; the quick ones are named.
func TestHaste(t *testing.T) {
	b := NewBank(PlainCatalog())
	for _, c := range []struct {
		seconds []float64
		want    []string
	}{
		{[]float64{1.9}, []string{"s1-q1"}},
		{[]float64{2}, nil},
		{[]float64{1.95, 9}, nil},
		{[]float64{.5, 1.99, 60}, []string{"s1-q1", "s1-q2"}},
		{[]float64{.5, 2, 60}, nil},
		{[]float64{1, 1.5, 2}, []string{"s1-q1", "s1-q2"}},
		{[]float64{1, 3, 0}, nil},
		{[]float64{1, 2.9, 0}, []string{"s1-q1"}},
		{[]float64{1, 1, 2.5, 60}, []string{"s1-q1", "s1-q2"}},
		{[]float64{0, 0, 0}, nil},
	} {
		var iv Interview
		for i, s := range c.seconds {
			iv = iv.With(b.items[i].question.ID, Answer{Options: at(3).Options, Seconds: s})
		}
		if got := hasty(b.collect(iv)); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.seconds, got, c.want)
		}
	}
}

// Many are over 30 % of what was asked, and only what one was unsure of counts.
func TestManyUnsure(t *testing.T) {
	b := NewBank(PlainCatalog())
	for _, c := range []struct {
		unsure, others, answered int
		many                     bool
	}{
		{3, 0, 7, false}, {4, 0, 9, true}, {1, 0, 2, true}, {5, 0, 12, false}, {2, 5, 3, false}, {0, 10, 0, false},
	} {
		var iv Interview
		for i := range c.unsure + c.others + c.answered {
			a := at(3)
			if i < c.unsure {
				a = Answer{Skip: Unsure}
			} else if i < c.unsure+c.others {
				a = Answer{Skip: []Skip{NoChance, NotMyRole}[i%2]}
			}
			iv = iv.With(b.items[i].question.ID, a)
		}
		if got := manyUnsure(b.collect(iv)); (got != nil) != c.many || got != nil && len(got) != c.unsure {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// Where the evidence binds, the claims above what it allows are named, and nothing else.
func TestClaimsBeyondEvidence(t *testing.T) {
	b := NewBank(PlainCatalog())
	iv := answering(b, func(i int, q *Question) int {
		switch {
		case i == 22: // the one event that speaks for more
			return 4
		case q.Evidence, i < 4:
			return 2
		}
		return 5
	})
	rs := b.collect(iv)
	v := b.judge(rs)
	var want []string
	for _, g := range rs.answers {
		if !g.question.Evidence && g.anchored() > float64(v.ceiling(CapEvidence)) {
			want = append(want, g.question.ID)
		}
	}
	if got := claimsBeyond(rs, v); !v.binds(CapEvidence) || v.ceiling(CapEvidence) != 2 || !slices.Equal(got, want) || len(got) != 10 {
		t.Errorf("up to level %d: %v, want %v", v.ceiling(CapEvidence), got, want)
	}
}

// The four answers that fit the others least are named, the worst first.
func TestInconsistentAnswersAreNamed(t *testing.T) {
	b := NewBank(PlainCatalog())
	iv := answering(b, func(i int, _ *Question) int { return []int{1, 5, 3, 5, 1, 4}[i%6] })
	rs := b.collect(iv)
	v := b.judge(rs)
	off := func(id string) float64 {
		g := rs.answers[slices.IndexFunc(rs.answers, func(g answered) bool { return g.question.ID == id })]
		d := g.anchored() - g.mean.at(v.level.mean())
		return max(d, -d)
	}
	got := b.inconsistent(rs, v)
	if len(got) != 4 {
		t.Fatalf("%v", got)
	}
	for _, g := range rs.answers {
		if id := g.question.ID; !slices.Contains(got, id) && off(id) > off(got[3])+1e-9 {
			t.Errorf("%s fits less than %s, and is not named", id, got[3])
		}
	}
	if !slices.IsSortedFunc(got, func(x, y string) int { return count(off(y)-off(x) > 1e-9) - count(off(x)-off(y) > 1e-9) }) {
		t.Errorf("%v is not in order", got)
	}
}

// Answers that look like chance and are all near what the others lead one to expect aren't called inconsistent: there'd be
// none to look at again.
func TestAnswersThatAllFitAreNotInconsistent(t *testing.T) {
	b := NewBank(PlainCatalog())
	rs := b.collect(answering(b, func(n int, _ *Question) int { return 2 + n%2 }))
	v := b.judge(rs)
	if v.randomness = 1; b.inconsistent(rs, v) != nil {
		t.Error("answers at levels 2 and 3 are called inconsistent")
	}
	rs = b.collect(answering(b, func(n int, _ *Question) int { return 2 + 3*count(n == 0) }))
	v = b.judge(rs)
	if v.randomness = 1; b.inconsistent(rs, v) == nil {
		t.Error("one answer at level 5 among others at 2 isn't")
	}
}

// Answers are inconsistent from where chance is as likely as a person: the sign of the log Bayes factor.
func TestInconsistentFromEven(t *testing.T) {
	rng := rngFor(31)
	b := NewBank(PlainCatalog())
	near := map[bool]int{}
	for range 400 {
		spread := 2 + rng.IntN(3)
		iv := answering(b, func(int, *Question) int { return 1 + rng.IntN(spread) + rng.IntN(plainLevels-spread+1) })
		rs := b.collect(iv)
		factor := b.randomness(rs.answers)
		if got := b.inconsistent(rs, b.judge(rs)) != nil; got != (factor > 0) {
			t.Fatalf("log Bayes factor %v: inconsistent %v", factor, got)
		}
		if factor > -.5 && factor < .5 {
			near[factor > 0]++
		}
	}
	if near[true] < 3 || near[false] < 3 {
		t.Errorf("%v near the threshold: the test tells too little", near)
	}
}

func TestWarningsHaveNoWords(t *testing.T) {
	b := NewBank(PlainCatalog())
	r := b.Place(answering(b, func(i int, _ *Question) int { return 1 + 4*(i/2%2) }))
	want := []Warning{{Kind: WarnInconsistent, Questions: r.Warnings[0].Questions}}
	if !reflect.DeepEqual(r.Warnings, want) {
		t.Error(fmt.Sprint(r.Warnings))
	}
}
