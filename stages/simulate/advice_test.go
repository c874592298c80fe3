package simulate

import (
	"reflect"
	"testing"

	"waymark/content"
	"waymark/stages"
)

// The built-in steps are spread: most of them are given to someone, and none to nearly everybody.
func TestBuiltInStepsAreSpread(t *testing.T) {
	if !*whole {
		t.Skip("the figures need many respondents")
	}
	c, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	spreads := Steps(stages.NewBank(c), Options{Respondents: 300, Seed: 1})
	if len(spreads) != len(stages.Works()) {
		t.Fatalf("%d kinds of work", len(spreads))
	}
	for _, s := range spreads {
		t.Logf("%s: %d of %d steps, the most frequent %.3f %s", s.Work, len(s.Given), s.Steps, s.Given[0].Share, s.Given[0].Step)
		if len(s.Given) < 70 || s.Given[0].Share > .125 || s.People != 300 || s.Steps != len(c.Steps) {
			t.Errorf("%s: %d steps are given, and %s in %.3f of recommendations; 70 and .125 are the bounds", s.Work, len(s.Given), s.Given[0].Step, s.Given[0].Share)
		}
	}
}

func TestSpread(t *testing.T) {
	steps := func(ids ...string) (out []stages.NextStep) {
		for _, id := range ids {
			out = append(out, stages.NextStep{Step: id})
		}
		return out
	}
	got := spreadOf([][]stages.NextStep{steps("b", "a"), steps("b", "c")})
	if want := []Given{{"b", .5}, {"a", .25}, {"c", .25}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// The same seed gives the same, people wish for every aim by turns, and progress is told.
func TestStepsOfThePlainBank(t *testing.T) {
	c := plain(t)
	c.Aims.Options = []stages.Aim{{ID: stages.Stay}, {ID: stages.Onward}}
	c.Steps = append(c.Steps, stages.Step{ID: "wider", Strand: "s1", Level: 1, Purpose: stages.Widen})
	done := 0
	opt := Options{Respondents: 40, Seed: 3, Progress: func(n, _ int) { done = n }}
	b := stages.NewBank(c)
	first := Steps(b, opt)
	if again := Steps(b, opt); !reflect.DeepEqual(first, again) || done != 120 {
		t.Errorf("%v\n%v, %d done", first, again, done)
	}
	for _, s := range first {
		if len(s.Given) != 2 {
			t.Errorf("%s: %v", s.Work, s.Given)
		}
	}
}
