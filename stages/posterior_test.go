package stages

import (
	"fmt"
	"math"
	"testing"
)

func TestCheckVectors(t *testing.T) {
	for _, c := range []struct {
		fours int
		want  [Levels]float64
	}{
		{1, [Levels]float64{.0138, .0713, .2241, .3547, .3362}},
		{12, [Levels]float64{0, 0, .0103, .6964, .2932}},
	} {
		b := NewBank(PlainCatalog())
		var iv Interview
		for i := range c.fours {
			// Questions 1–6 on strands 0–5, then again.
			id := fmt.Sprintf("s%d-q%d", i%6+1, i/6+1)
			iv = iv.With(id, Answer{Options: []string{"at-4"}})
		}
		v := b.judge(b.collect(iv))
		for l, want := range c.want {
			if math.Abs(v.level[l]-want) > 5e-5 {
				t.Errorf("%d fours: P = %.4f, want %.4f", c.fours, v.level, c.want)
				break
			}
		}
	}
}
