package simulate

import (
	"flag"
	"math/rand/v2"
	"testing"

	"waymark/content"
	"waymark/stages"
)

var interviews = flag.Int("interviews", 300, "how many interviews hold the outlook against the truth")

var whole = flag.Bool("whole", false, "hold the figures of many respondents, too")

// What a person is told of the length holds: while the strands are covered, how many questions that takes, within
// two of the truth in nine of ten looks; at any time, that no more come than so many.
func TestOutlooksAreTrue(t *testing.T) {
	c, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	b := stages.NewBank(c)
	e := newExperiment(b)
	kinds := kindsFor(e.needs)[:16] // the honest
	type count struct{ looks, exact, near, over, grown, asked int }
	counts := make([]count, *interviews)
	onAllCores(len(counts), nil, func(i int) {
		rng := rand.New(rand.NewPCG(1, uint64(i)))
		r := e.draw(kinds[i%len(kinds)], rng)
		iv := stages.Interview{Seed: rng.Uint64(), Answers: stages.Answers{}}
		var told []stages.Outlook
		for q, more := b.Next(iv); more; q, more = b.Next(iv) {
			o := b.Outlook(iv)
			if n := len(told); n > 0 && (o.First > told[n-1].First || o.Most > told[n-1].Most) {
				counts[i].grown++
			}
			told = append(told, o)
			iv = iv.With(q.ID, r.answers[q.ID])
		}
		first, n := b.Outlook(iv).First, len(iv.Asked)
		counts[i].asked = n
		for at, o := range told {
			if o.Most < n {
				counts[i].over++
			}
			if at >= first {
				continue // nothing is said but the bound
			}
			counts[i].looks++
			if off := o.First - first; off == 0 {
				counts[i].exact++
				counts[i].near++
			} else if off >= -2 && off <= 2 {
				counts[i].near++
			}
		}
	})
	var sum count
	for _, c := range counts {
		sum.looks, sum.exact, sum.near, sum.asked = sum.looks+c.looks, sum.exact+c.exact, sum.near+c.near, sum.asked+c.asked
		sum.over, sum.grown = sum.over+c.over, sum.grown+c.grown
	}
	near, n := float64(sum.near)/float64(sum.looks), float64(len(counts))
	t.Logf("%d interviews of %.1f questions: %d looks at the first, exact %.3f, within two %.3f; over the bound %d, grown %d",
		len(counts), float64(sum.asked)/n, sum.looks, float64(sum.exact)/float64(sum.looks), near, sum.over, sum.grown)
	if near < .9 || sum.over > 0 || sum.grown > 0 {
		t.Errorf("within two in %.3f of looks, over the bound %d times, grown without a skip %d times", near, sum.over, sum.grown)
	}
}
