package stages

import (
	"math"
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
