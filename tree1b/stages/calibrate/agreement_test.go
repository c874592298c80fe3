package calibrate

import (
	"math"
	"testing"

	"waymark/stages"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestWeightedKappa(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b []float64
		want float64
	}{
		{"the same", []float64{1, 2, 5}, []float64{1, 2, 5}, 1},
		{"the same, always one level", []float64{2, 2}, []float64{2, 2}, 1},
		// Seen: 1/4. By chance: 1.25 + 1.6875 + .25² = 3.
		{"one of four is one apart", []float64{1, 2, 3, 4}, []float64{1, 2, 4, 4}, 1 - .25/3},
		// Twice as far apart counts four times. Seen: 4/4. By chance: 1.25 + 2.5 + .5² = 4.
		{"one of four is two apart", []float64{1, 2, 3, 4}, []float64{1, 2, 5, 4}, 1 - 1./4},
		{"opposite", []float64{1, 2}, []float64{2, 1}, -1},
		{"each one level only", []float64{1, 1}, []float64{2, 2}, 0},
		{"not even on whole levels", []float64{.5, 2.5}, []float64{.5, 1.5}, 1 - .5/(1+.25+.25)},
	} {
		if got := WeightedKappa(c.a, c.b); !near(got, c.want) {
			t.Errorf("%s: %f, want %f", c.name, got, c.want)
		}
	}
}

// Three judges: the first two judged four people, the third two of them.
func TestAgreementOfJudges(t *testing.T) {
	levels := func(by map[string]int) map[string]Judgement {
		out := map[string]Judgement{}
		for id, l := range by {
			out[id] = at(l, l, l)
		}
		return out
	}
	s := &Study{
		People: []Person{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}},
		Judges: []Judge{
			{ID: "x", Kind: KindModel, Who: "a model", Levels: levels(map[string]int{"a": 1, "b": 2, "c": 3, "d": 4})},
			{ID: "y", Kind: KindPerson, Levels: levels(map[string]int{"a": 1, "b": 2, "c": 4, "d": 4})},
			{ID: "z", Levels: levels(map[string]int{"a": 1, "d": 2})},
			{ID: "nobody", Levels: levels(nil)},
		},
	}
	got := s.judgesAgree()
	// x–y: κ = 1 − .25/3, same 3/4, adjacent 1. x–z and y–z: 1 1, 4 2: seen 2; by chance 2.25 + .25 + 1 = 3.5.
	want := Agreement{Pairs: 3, Common: 8. / 3, Kappa: (1 - .25/3 + 2*(1-2/3.5)) / 3, Same: (.75 + .5 + .5) / 3, Adjacent: (1 + .5 + .5) / 3}
	if got.Pairs != want.Pairs || !near(got.Common, want.Common) || !near(got.Kappa, want.Kappa) || !near(got.Same, want.Same) || !near(got.Adjacent, want.Adjacent) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if len(got.Raters) != 4 || got.Raters[0] != (Rater{"x", KindModel, "a model"}) {
		t.Errorf("%+v", got.Raters)
	}
	if none := (&Study{}).judgesAgree(); none.Pairs != 0 || none.Kappa != 0 || none.Raters == nil {
		t.Errorf("of nobody: %+v", none)
	}
}

func chose(ids ...string) Answer {
	return Answer{Answer: stages.Answer{Options: append([]string{}, ids...)}}
}

func skipped(why stages.Skip) Answer { return Answer{Answer: stages.Answer{Skip: why}} }

func noOption(note string) Answer {
	return Answer{Answer: stages.Answer{Skip: stages.Unsure}, NoneFits: true, Note: note}
}

func options(levels ...float64) []stages.Option {
	var out []stages.Option
	for i, l := range levels {
		out = append(out, stages.Option{ID: string(rune('a' + i)), Level: l})
	}
	return out
}

func TestAgreementOfReaders(t *testing.T) {
	c := &stages.Catalog{Questions: []stages.Question{
		{ID: "one", Kind: stages.Ladder, Options: options(1, 3, 5)},
		{ID: "list", Kind: stages.Checklist, Options: options(2, 4)},
	}}
	for _, k := range []struct {
		name     string
		question string
		a, b     Answer
		same     float64
		anchors  []float64 // of both; none where one of them chose nothing
	}{
		{"the same option", "one", chose("b"), chose("b"), 1, []float64{3, 3}},
		{"another", "one", chose("a"), chose("c"), 0, []float64{1, 5}},
		{"the same boxes", "list", chose("a", "b"), chose("b", "a"), 1, []float64{4, 4}},
		{"more boxes", "list", chose("a", "b"), chose("a"), 0, []float64{4, 2}},
		{"no box", "list", chose(), chose("a"), 0, []float64{0, 2}},
		{"no box both", "list", chose(), chose(), 1, []float64{0, 0}},
		{"the same skip", "one", skipped(stages.NoChance), skipped(stages.NoChance), 1, nil},
		{"another skip", "one", skipped(stages.NoChance), skipped(stages.Unsure), 0, nil},
		{"none fits is no skip", "one", noOption(""), skipped(stages.Unsure), 0, nil},
		{"none fits both, with other notes", "one", noOption("x"), noOption("y"), 1, nil},
		{"a skip and a choice", "one", chose("a"), skipped(stages.Unsure), 0, nil},
	} {
		s := &Study{People: []Person{{ID: "p"}, {ID: "q"}}}
		for i, a := range []Answer{k.a, k.b} {
			s.Readers = append(s.Readers, Reader{ID: string(rune('x' + i)), Answers: map[string]map[string]Answer{
				// Two answers more that both have, of which one is the same, and one that only one of them has.
				"p": {k.question: a}, "q": {"one": chose("b"), "list": chose([]string{"a", "b"}[i])}}})
		}
		s.Readers[0].Answers["p"]["only-x"] = chose("a")
		got := s.readersAgree(c)
		a, b := []float64{3, 2}, []float64{3, 4}
		adjacent := 1.
		if k.anchors != nil {
			a, b = append(a, k.anchors[0]), append(b, k.anchors[1])
			if math.Abs(k.anchors[0]-k.anchors[1]) <= 1 {
				adjacent++
			}
		}
		if !near(got.Same, (1+k.same)/3) || !near(got.Kappa, WeightedKappa(a, b)) || got.Common != 3 || !near(got.Adjacent, adjacent/float64(len(a))) {
			t.Errorf("%s: %+v", k.name, got)
		}
	}
}
