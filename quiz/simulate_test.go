package quiz

import (
	"strings"
	"testing"

	"waymark/stages/simulate"
)

func TestSimulationAsATable(t *testing.T) {
	least := func(bound float64) simulate.Goal { return simulate.Goal{Bound: bound} }
	most := func(bound float64) simulate.Goal { return simulate.Goal{Bound: bound, AtMost: true} }
	figure := func(quantity string, value float64, reach, best simulate.Goal) simulate.Figure {
		return simulate.Figure{Quantity: quantity, Value: value, Reach: reach, Best: best}
	}
	var out strings.Builder
	printReport(&out, simulate.Report{Catalog: "plain", Questions: 24, Respondents: 10, Seed: 1,
		Figures: []simulate.Figure{
			figure("reached", .81, least(.8), least(.83)),
			figure("best", .9, least(.8), least(.83)),
			figure("just reached, no best", .8, least(.8), simulate.Goal{}),
			figure("missed", 17, most(16.5), most(14.5)),
			figure("just best", 14.5, most(16.5), most(14.5)),
			figure("no goal", .5, simulate.Goal{}, simulate.Goal{}),
			figure("never happened", 0, most(0), simulate.Goal{}),
			figure("happened", .001, most(0), simulate.Goal{}),
		},
		Kinds: []simulate.KindFigures{{Kind: "noise .5", ExactFull: .1, ExactEarly: .2, Asked: 14.56, ECEFull: .3, ECEEarly: .4, Inconsistent: .5}},
	})
	want := `
plain: 24 questions, 10 respondents of each kind, seed 1

                                                           measured  reach     best
reached                                                       0.810  ≥ 0.8     ≥ 0.83    reached
best                                                          0.900  ≥ 0.8     ≥ 0.83    best
just reached, no best                                         0.800  ≥ 0.8               reached
missed                                                       17.000  ≤ 16.5    ≤ 14.5    missed
just best                                                    14.500  ≤ 16.5    ≤ 14.5    best
no goal                                                       0.500
never happened                                                0.000  never               reached
happened                                                      0.001  never               missed

                                           exact   early   asked     ECE   early flagged
noise .5                                   0.100   0.200    14.6   0.300   0.400   0.500
`
	var got []string
	for line := range strings.Lines("\n" + out.String()) {
		got = append(got, strings.TrimRight(line, " \n"))
	}
	if text := strings.Join(got, "\n") + "\n"; text != want {
		t.Errorf("%s\nwant%s", text, want)
	}
}
