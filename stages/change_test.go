package stages

import "testing"

// Of the single answers that would change the level, the one told moves least.
func TestNearestChangeIsNear(t *testing.T) {
	rng := rngFor(12)
	b := NewBank(PlainCatalog())
	for range 60 {
		level := 2 + rng.IntN(3)
		rs := b.collect(answering(b, func(int, *Question) int { return min(level+rng.IntN(2), Levels) }))
		held := b.judge(rs).held
		for _, up := range []bool{true, false} {
			all := edits(rs.answers, up)
			set := b.nearest(rs, held, singles(all))
			for _, e := range all {
				moves := b.judge(rs.edited([]edit{e})).held != held
				if moves && (set == nil || e.size < set[0].size) {
					t.Fatalf("%+v moves the level, and %+v is told", e, set)
				}
			}
		}
	}
}

func TestPairsChangeTwoAnswers(t *testing.T) {
	b := NewBank(PlainCatalog())
	rs := b.collect(answering(b, func(int, *Question) int { return 3 }))
	last := 0.0
	for _, p := range pairs(edits(rs.answers, true)) {
		if p[0].at == p[1].at {
			t.Fatalf("%+v changes one answer twice", p)
		}
		if size := p[0].size + p[1].size; size < last {
			t.Fatalf("%+v comes after a greater change", p)
		} else {
			last = size
		}
	}
}
