package stages

import (
	"math"
	"slices"
	"testing"
)

// The certainty that suffices falls with every question beyond two a strand, and is less in quick mode.
func TestRequiredCertainty(t *testing.T) {
	b := NewBank(PlainCatalog())
	for _, c := range []struct {
		asked int
		quick bool
		want  float64
	}{
		{0, false, .82}, {12, false, .82}, {13, false, .80}, {17, false, .72}, {12, true, .72}, {14, true, .68},
	} {
		if got := b.requiredCertainty(c.asked, c.quick); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// An interview has 24 questions at most, skips counted.
func TestInterviewsEnd(t *testing.T) {
	b := sized(40)
	for name, answer := range map[string]func(i int) Answer{
		"never sure":      func(int) Answer { return Answer{Skip: Unsure} },
		"from end to end": func(i int) Answer { return at(1 + 4*(i%2)) },
		"now and then unsure": func(i int) Answer {
			return map[bool]Answer{true: {Skip: NotMyRole}, false: at(1 + 4*(i/3%2))}[i%3 == 0]
		},
	} {
		iv := Interview{Seed: 2}
		for q, more := b.Next(iv); more; q, more = b.Next(iv) {
			if b.Remaining(iv) == 0 {
				t.Fatalf("%s: after %d nothing is to come, and yet there is", name, len(iv.Asked))
			}
			iv = iv.With(q.ID, answer(len(iv.Asked)))
		}
		if len(iv.Asked) != 24 || b.Remaining(iv) != 0 {
			t.Errorf("%s: %d questions, %d to come", name, len(iv.Asked), b.Remaining(iv))
		}
		if q, more := b.MostTelling(iv); !more || b.Question(q.ID) == nil {
			t.Errorf("%s: more could be asked", name)
		}
	}
}

// A level was asked about where an option stands within half a level of it.
func TestAskedAbout(t *testing.T) {
	it, flat := ladder(1, 2.4, 4.5), ladder(3, 3)
	for level, want := range map[int]bool{1: true, 2: true, 3: false, 4: true, 5: true} {
		if got := askedAbout(level, []answered{{&it, 0, 0}, {&flat, 1, 0}}); got != want {
			t.Errorf("level %d: %v", level, got)
		}
	}
	if near := ladder(3.5, 5); !askedAbout(3, []answered{{&near, 0, 0}}) || askedAbout(2, []answered{{&near, 0, 0}}) {
		t.Error("3.5 asks about 3 and not about 2")
	}
}

// A strand whose evidence cannot be scored is covered by claims, and the scored questions come first.
func TestUnscoredQuestionsDoNotCover(t *testing.T) {
	c := PlainCatalog()
	for _, i := range []int{0, 2} { // the evidence of the first strand
		c.Questions[i].Options = []Option{{ID: "at-3", Level: 3}, {ID: "same", Level: 3}}
	}
	b := NewBank(c)
	for seed := range uint64(12) {
		iv := Interview{Seed: seed}
		for len(iv.Asked) < 12 {
			q, _ := b.Next(iv)
			iv = iv.With(q.ID, at(3))
		}
		if !slices.Contains(iv.Asked, "s1-q2") || !slices.Contains(iv.Asked, "s1-q4") || slices.Contains(iv.Asked, "s1-q1") {
			t.Errorf("seed %d asks %v", seed, iv.Asked)
		}
	}
}

// Of the needs up to the most probable level, one that its answers leave open is asked about: from two
// answers on, and while there is something to ask.
func TestDoubtfulNeeds(t *testing.T) {
	c := PlainCatalog()
	c.Levels[3].Needs, c.Levels[4].Needs = []string{"s1"}, []string{"s2"}
	b := NewBank(c)
	for _, x := range []struct {
		name   string
		others int      // the level answered along s3 … s6
		s1, s2 []Answer // the first questions along each
		want   int
	}{
		{"clearly met", 4, []Answer{at(5), at(5)}, nil, -1},
		{"clearly not met", 4, []Answer{at(1), at(1)}, nil, -1},
		{"open", 4, []Answer{at(3), at(2)}, nil, 0},
		{"open, and nothing left to ask", 4, []Answer{at(3), at(2), at(3), at(2)}, nil, -1},
		{"open, and one answer only", 4, []Answer{at(2)}, nil, -1},
		{"open at a level further up", 4, []Answer{at(5), at(5)}, []Answer{at(3), at(3)}, -1},
		{"open at the level", 5, []Answer{at(5), at(5)}, []Answer{at(3), at(4)}, 1},
		{"not assessed for want of a chance", 5, []Answer{at(5), at(5)}, []Answer{{Skip: NoChance}, {Skip: NoChance}}, -1},
		{"the one nearer to a half of two", 5, []Answer{at(4), at(4)}, []Answer{at(3), at(4)}, 1},
	} {
		iv := Interview{}
		for i := 8; i < 24; i++ {
			iv = iv.With(c.Questions[i].ID, at(x.others))
		}
		for i, a := range x.s1 {
			iv = iv.With(c.Questions[i].ID, a)
		}
		for i, a := range x.s2 {
			iv = iv.With(c.Questions[4+i].ID, a)
		}
		rs := b.collect(iv)
		post := posteriorOf(b.sums(rs.answers, nil))
		if got := b.doubtfulNeed(rs, post, b.left(rs)); got != x.want || post.level.mode() != x.others {
			t.Errorf("%s: strand %d, want %d; most probably level %d", x.name, got, x.want, post.level.mode())
		}
	}
}

// An interview settles on a level only where an option spoke for it.
func TestSettlesOnWhatWasAskedAbout(t *testing.T) {
	c := PlainCatalog()
	for i := range c.Questions {
		c.Questions[i].Options = c.Questions[i].Options[:3]
	}
	b := NewBank(c)
	rs := b.collect(answering(b, func(int, *Question) int { return 3 }))
	for held, want := range map[int]bool{3: true, 5: false} {
		v := *b.judge(rs)
		v.held, v.speaks, v.probable = held, held, held
		v.certainties = curve{}
		v.certainties[held-1] = 1
		for i := range v.ceilings {
			v.ceilings[i].Level = Levels
		}
		if got := b.settled(rs, &v, false); got != want {
			t.Errorf("held at %d: settled %v", held, got)
		}
	}
}
