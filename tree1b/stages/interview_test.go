package stages

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

// at answers a question of the plain bank.
func at(level int) Answer { return Answer{Options: []string{fmt.Sprint("at-", level)}} }

// answerAll plays an interview to its end.
func answerAll(b *Bank, iv Interview, answer func(q *Question) Answer) Interview {
	for {
		q, ok := b.Next(iv)
		if !ok {
			return iv
		}
		iv = iv.With(q.ID, answer(q))
	}
}

func TestInterviewCoversEveryStrand(t *testing.T) {
	b := NewBank(PlainCatalog())
	iv := answerAll(b, Interview{Seed: 4}, func(*Question) Answer { return at(3) })
	for d, tally := range b.collect(iv).strands {
		if !tally.assessed() || tally.evidence == 0 || tally.claims == 0 {
			t.Errorf("strand %d: %+v", d, tally)
		}
	}
	if n := len(iv.Asked); n != 12 {
		t.Errorf("someone who answers 3 throughout is asked %d questions, want 12", n)
	}
	if r := b.Place(iv); !r.Settled || *r.Level != 3 || r.Certainty() != Clear {
		t.Errorf("settled %v, level %d, certainty %v", r.Settled, *r.Level, r.Confidence)
	}
}

func TestQuickModeStopsSooner(t *testing.T) {
	b := NewBank(PlainCatalog())
	full, quick := 0, 0
	for seed := range uint64(40) {
		rng := rngFor(seed)
		level := 1 + rng.IntN(plainLevels)
		said := map[string]int{} // within a level of where the person stands
		for i := range b.items {
			said[b.items[i].question.ID] = min(max(level+rng.IntN(3)-1, 1), plainLevels)
		}
		answer := func(q *Question) Answer { return at(said[q.ID]) }
		full += len(answerAll(b, Interview{Seed: seed}, answer).Asked)
		quick += len(answerAll(b, Interview{Seed: seed, Quick: true}, answer).Asked)
	}
	if quick >= full-20 {
		t.Errorf("40 quick interviews ask %d questions, full ones %d", quick, full)
	}
}

func TestInterviewEndsWhateverIsSaid(t *testing.T) {
	rng := rngFor(5)
	for range 60 {
		b := NewBank(randomCatalog(rng))
		iv := answerAll(b, Interview{Seed: rng.Uint64()}, func(q *Question) Answer {
			if rng.IntN(3) == 0 {
				return Answer{Skip: Skips()[rng.IntN(3)]}
			}
			it := &b.items[b.index[q.ID]]
			return it.answer(rng.IntN(len(it.anchor)))
		})
		if len(iv.Asked) > MaxQuestions || b.Outlook(iv).Most < len(iv.Asked) {
			t.Errorf("%d asked, and %+v", len(iv.Asked), b.Outlook(iv))
		}
	}
}

// Two no-chance skips cover a strand; skips for other reasons do not.
func TestSkipsThatCover(t *testing.T) {
	b := NewBank(PlainCatalog())
	for reason, want := range map[Skip]int{NoChance: 2, NotMyRole: 4} {
		iv := answerAll(b, Interview{Seed: 6}, func(q *Question) Answer {
			if q.Strand == "s1" {
				return Answer{Skip: reason}
			}
			return at(3)
		})
		if got := b.collect(iv).strands[0].asked; got != want {
			t.Errorf("%s: the strand is asked %d times, want %d", reason, got, want)
		}
	}
}

// A question that was paired is followed by its partners, all of them, whichever names the other.
func TestPartnersAreAsked(t *testing.T) {
	c := PlainCatalog()
	c.Questions[0].Pair, c.Questions[7].Pair = "s1-q4", "s1-q4"
	c.Questions[8].Pair, c.Questions[11].Pair = "s3-q4", "s3-q1" // each names the other
	b := NewBank(c)
	for _, set := range [][]string{{"s1-q1", "s1-q4", "s2-q4"}, {"s3-q1", "s3-q4"}} {
		begun := 0
		for seed := range uint64(20) {
			iv := answerAll(b, Interview{Seed: seed}, func(*Question) Answer { return at(2) })
			asked := count(slices.Contains(iv.Asked, set[0]))
			for _, id := range set[1:] {
				asked += count(slices.Contains(iv.Asked, id))
			}
			if asked != 0 && asked != len(set) {
				t.Errorf("seed %d asks only %d of %v: %v", seed, asked, set, iv.Asked)
			}
			begun += asked
		}
		if begun == 0 {
			t.Errorf("%v is never asked: the test tells nothing", set)
		}
	}
}

// Answers far apart are told of for every pair, and once.
func TestPartnersContradict(t *testing.T) {
	c := PlainCatalog()
	c.Questions[0].Pair, c.Questions[7].Pair, c.Questions[3].Pair = "s1-q4", "s1-q4", "s1-q1"
	b := NewBank(c)
	iv := Interview{}.With("s1-q1", at(4)).With("s1-q4", at(2)).With("s2-q4", at(5))
	got := contradictions(b.collect(iv))
	if want := [][]string{{"s1-q1", "s1-q4"}, {"s1-q4", "s2-q4"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// A checklist with no box ticked says something; a single choice whose anchors are equal does not.
func TestOddQuestions(t *testing.T) {
	c := PlainCatalog()
	c.Questions[0].Kind = Checklist
	for i := range c.Questions[1].Options {
		c.Questions[1].Options[i].Level = 3
	}
	b := NewBank(c)
	none := b.Place(Interview{}.With("s1-q1", Answer{Options: []string{}}))
	if none.Level == nil || *none.Level != 1 {
		t.Errorf("no box ticked: level %v", none.Level)
	}
	all := b.Place(Interview{}.With("s1-q1", Answer{Options: []string{"at-1", "at-2", "at-3", "at-4", "at-5"}}))
	if *all.Level != 5 {
		t.Errorf("every box ticked: level %d", *all.Level)
	}
	if flat := b.Place(Interview{}.With("s1-q2", at(3))); flat.Level != nil || flat.Strands[0].Asked != 1 {
		t.Errorf("equal anchors: %+v", flat)
	}
}

// Evidence comes first among questions that tell alike, and is asked for while it lags behind.
func TestEvidenceFirst(t *testing.T) {
	b := NewBank(PlainCatalog())
	for seed := range uint64(10) {
		evenly := answerAll(b, Interview{Seed: seed}, func(q *Question) Answer { return at(2 + len(q.ID+q.Strand)%2 + int(seed%2)) })
		lagging := answerAll(b, Interview{Seed: seed}, func(q *Question) Answer { return at(3 + count(!q.Evidence)) })
		for _, iv := range []Interview{evenly, lagging} {
			evidence := 0
			for _, g := range b.collect(iv).answers {
				evidence += count(g.question.Evidence)
			}
			if 2*evidence < len(iv.Asked) {
				t.Errorf("seed %d: %d of %d questions are evidence", seed, evidence, len(iv.Asked))
			}
		}
		if len(lagging.Asked) == 12 {
			t.Errorf("seed %d asks nothing more of evidence that lags", seed)
		}
	}
}

func TestEvidenceThatLags(t *testing.T) {
	b := NewBank(PlainCatalog())
	iv := Interview{}
	for _, g := range []struct {
		id    string
		level int
	}{{"s1-q1", 2}, {"s2-q1", 2}, {"s3-q1", 2}, {"s1-q2", 4}, {"s2-q2", 4}, {"s3-q2", 4}} {
		iv = iv.With(g.id, at(g.level))
	}
	lags := func(level int) bool {
		rs := b.collect(iv)
		v := b.judge(rs)
		v.held = level
		return b.evidenceLags(rs, v)
	}
	for level, want := range map[int]bool{1: false, 2: false, 3: true, 4: true} {
		if got := lags(level); got != want {
			t.Errorf("evidence at 2, held at %d: lags %v", level, got)
		}
	}
	for i := range b.items {
		if q := b.items[i].question; q.Evidence {
			iv = iv.With(q.ID, at(2))
		}
	}
	if lags(4) {
		t.Error("no evidence is left to ask for")
	}
}
