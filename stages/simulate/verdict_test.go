package simulate

import (
	"math"
	"slices"
	"testing"

	"waymark/stages"
)

func judged(exact, caught float64, strands ...StrandFigures) Report {
	return Report{Respondents: 300, Honest: 4800, Strands: strands, Figures: []Figure{
		{Quantity: placedExactly, Value: exact}, {Quantity: questionsAsked, Value: 18}, {Quantity: randomFlagged, Value: caught}}}
}

func strand(apart float64, questions int) StrandFigures {
	return StrandFigures{Strand: "trust", Apart: []float64{.9, .9, apart, .9}, Spanning: []int{9, 9, questions, 9}, Near: []int{900, 900, 900, 900}}
}

// Two standard errors: .78 of 4800 people, .012; the difference of two such .80, .016; .65 of 900, .032; .75 of 300, .05.
func TestVerdicts(t *testing.T) {
	well := judged(.8, .9, strand(.8, 9))
	for _, c := range []struct {
		name                  string
		found                 Report
		standard              *Report
		worse, better, missed bool
		blurred               []Blur
	}{
		{name: "well", found: well},
		{name: "just well", found: judged(.77, .71, strand(.62, 2))},
		{name: "badly", found: judged(.767, .9), worse: true},
		{name: "fewer people", found: Report{Honest: 16, Respondents: 1, Figures: judged(.6, .1).Figures}},
		{name: "uncaught", found: judged(.8, .69), missed: true},
		{name: "as the standard", found: judged(.765, .9), standard: &well},
		{name: "no better than the standard", found: judged(.835, .9), standard: &well},
		{name: "worse", found: judged(.763, .9), standard: &well, worse: true},
		{name: "better", found: judged(.837, .9), standard: &well, better: true},
		{name: "blurred", found: judged(.8, .9, strand(.61, 9)), blurred: []Blur{{"trust", 3, false}}},
		{name: "one question", found: judged(.8, .9, strand(.9, 1)), standard: &well, blurred: []Blur{{"trust", 3, true}}},
		{name: "another strand", found: judged(.8, .9, StrandFigures{Strand: "new", Apart: []float64{1, 1, 1, .1}, Spanning: []int{2, 2, 2, 2}, Near: []int{9, 9, 9, 9}}),
			standard: &well, blurred: []Blur{{"new", 4, false}}},
		{name: "more levels than the standard", found: judged(.8, .9, StrandFigures{Strand: "trust", Apart: []float64{1, 1, 1, 1, .1}, Spanning: []int{2, 2, 2, 2, 2}, Near: []int{9, 9, 9, 9, 9}}),
			standard: &well, blurred: []Blur{{"trust", 5, false}}},
	} {
		v := Assess(c.found, c.standard)
		if v.Worse != c.worse || v.Better != c.better || v.Uncaught != c.missed || !slices.Equal(v.Blurred, c.blurred) {
			t.Errorf("%s: %+v", c.name, v)
		}
		if bad := c.worse || c.missed || c.blurred != nil; v.Bad() != bad || v.Asked != 18 {
			t.Errorf("%s: bad %v, asked %v", c.name, v.Bad(), v.Asked)
		}
	}
}

// The strands of the plain bank tell all levels apart. One that has lost the answers at the top no longer does, and
// its questions become the weakest.
func TestAStrandThatHasLostItsTop(t *testing.T) {
	if !*whole {
		t.Skip("the figures need many respondents")
	}
	intact := Run(stages.NewBank(plain(t)), Options{Respondents: 25, Seed: 1})
	c := plain(t)
	for i := range c.Questions {
		for o := range c.Questions[i].Options {
			if c.Questions[i].Strand == "s2" {
				c.Questions[i].Options[o].Level = min(c.Questions[i].Options[o].Level, 3)
			}
		}
	}
	cut := Run(stages.NewBank(c), Options{Respondents: 25, Seed: 1})
	if v := Assess(intact, nil); v.Bad() {
		t.Errorf("the plain bank: %+v", v)
	}
	if v := Assess(cut, &intact); !slices.Equal(v.Blurred, []Blur{{"s2", 3, true}, {"s2", 4, true}}) {
		t.Errorf("%+v", v)
	}
	before, after := intact.Strands[1], cut.Strands[1]
	if before.Questions != 4 || !slices.Equal(after.Spanning, []int{4, 4, 0, 0}) || before.Exact < .6 || before.Within < .95 || after.Exact > before.Exact-.02 {
		t.Errorf("%+v\n%+v", before, after)
	}
	for i, q := range cut.Weakest {
		if (q.Strand == "s2") != (i < 4) || i > 0 && q.Correlation < cut.Weakest[i-1].Correlation {
			t.Errorf("%d: %+v", i, q)
		}
	}
	if n := len(intact.Weakest); n != 24 || intact.Weakest[0].Correlation < .6 || intact.Weakest[n-1].Correlation > .95 {
		t.Errorf("%+v", intact.Weakest)
	}
	asked := 0.0
	for _, q := range intact.Weakest {
		asked += q.Asked
	}
	if math.Abs(asked-Assess(intact, nil).Asked) > 1e-9 {
		t.Errorf("each interview asks %v questions", asked)
	}
}
