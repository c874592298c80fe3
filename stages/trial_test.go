package stages

import "testing"

// A trial has the level that the interview with its answers has, whatever was tried before: one answer given
// otherwise or added, or two, of people of any level on any bank.
func TestTrialsAreInterviews(t *testing.T) {
	tried, moved, added, together := 0, 0, 0, 0
	for seed := range uint64(120) {
		rng := rngFor(seed)
		b := NewBank(PlainCatalog())
		if seed%2 == 0 {
			b = NewBank(randomCatalog(rng))
		}
		iv, rs, v := partly(b, seed)
		if v == nil {
			continue
		}
		trial := b.trial(rs, v)
		revisions := append(b.revisions(rs, v, true), b.revisions(rs, v, false)...)
		for i, e := range revisions {
			set := []revision{e}
			if other := revisions[rng.IntN(len(revisions))]; i%3 == 0 && other.index != e.index {
				set = append(set, other)
				together += count(other.strand == e.strand)
			}
			whole := iv
			for _, e := range set {
				whole = whole.With(e.question.ID, e.answer(e.response))
				added += count(e.at < 0)
			}
			want := *b.Place(whole).Level
			for k := 1; k <= b.levels(); k++ {
				trial.revise(set)
				if got := trial.reaches(k); got != (want >= k) {
					t.Fatalf("seed %d: %+v reaches level %d: %v; it has level %d", seed, set, k, got, want)
				}
			}
			if got := trial.held(); got != want {
				t.Fatalf("seed %d: %+v has level %d, want %d", seed, set, got, want)
			}
			tried, moved = tried+1, moved+count(want != v.held)
		}
		if trial.restore(); trial.held() != v.held {
			t.Errorf("seed %d: level %d in the end, want %d", seed, trial.held(), v.held)
		}
	}
	if min(moved, added, together) < 100 {
		t.Errorf("of %d trials %d move the level, %d add an answer, %d change two of a strand: the test tells little", tried, moved, added, together)
	}
}

// Where the questions reach no further than level 4, the answers speak for no more, however likely level 5 is, and a
// strand that level 4 needs holds a trial at level 3.
func TestTrialsAreHeldToTheirSupport(t *testing.T) {
	c := PlainCatalog()
	c.Levels[3].Needs = []string{"s6"}
	for i := range c.Questions {
		c.Questions[i].Options = c.Questions[i].Options[:4]
	}
	b := NewBank(c)
	iv := answering(b, func(_ int, q *Question) int {
		if q.Strand == "s6" {
			return 2
		}
		return 4
	})
	rs := b.collect(iv)
	v := b.judge(rs)
	if v.probable != 5 || v.speaks != 4 || v.held != 3 {
		t.Fatalf("level %d, speaks for %d, held at %d: the test tells nothing", v.probable, v.speaks, v.held)
	}
	if trial := b.trial(rs, v); trial.reaches(4) || !trial.reaches(3) {
		t.Errorf("reaches level 4: %v, level 3: %v", trial.reaches(4), trial.reaches(3))
	}
}

// Trying an answer takes no memory.
func TestTrialsAreFree(t *testing.T) {
	b := sized(60)
	rs := b.collect(begun(b))
	v := b.judge(rs)
	trial := b.trial(rs, v)
	revisions := b.revisions(rs, v, true)
	n := 0
	if got := testing.AllocsPerRun(30, func() {
		trial.revise(revisions[n%len(revisions) : n%len(revisions)+1])
		trial.reaches(v.held)
		n++
	}); got > 0 {
		t.Errorf("%v allocations", got)
	}
}
