package simulate

import (
	"os"
	"reflect"
	"testing"

	"waymark/content"
	"waymark/stages"
)

// plain is the catalog on which the model is measured: 6 strands of 4 questions, no needs.
func plain(t testing.TB) *stages.Catalog {
	t.Helper()
	c, faults := content.Load(os.DirFS("../testdata/plain"))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return c
}

// The figures of docs/measurement.md, with tolerances for fewer respondents that a worse model fails.
func TestFiguresOnThePlainBank(t *testing.T) {
	r := Run(stages.NewBank(plain(t)), Options{Respondents: 200, Seed: 1})
	for _, want := range []struct {
		quantity string
		low, hi  float64
	}{
		{"exact level, full length", .80, .83},
		{"exact level, stopping early", .79, .83},
		{"questions asked, stopping early", 14, 16.2},
		{"within one level", .998, 1},
		{"calibration error, mean", 0, .085},
		{"calibration error, worst kind", 0, .18},
		{"honest people flagged inconsistent", .01, .035},
		{"claims one level too high: exact, stopping early", .72, .85},
		{"claims one level too high: exact, full length", .75, .85},
		{"random answers flagged inconsistent", .82, .95},
		{"straight lines flagged", .99, 1},
	} {
		got := r.value(t, want.quantity)
		if got < want.low || got > want.hi {
			t.Errorf("%s: %.4f, want %.3f to %.3f", want.quantity, got, want.low, want.hi)
		}
	}
	early, full := r.value(t, "exact level, stopping early"), r.value(t, "exact level, full length")
	if early < full-.012 {
		t.Errorf("stopping early costs %.4f of accuracy", full-early)
	}
	if len(r.Kinds) != 20 {
		t.Errorf("%d kinds of respondent", len(r.Kinds))
	}
}

func (r Report) value(t *testing.T, quantity string) float64 {
	t.Helper()
	for _, f := range r.Figures {
		if f.Quantity == quantity {
			return f.Value
		}
	}
	t.Fatalf("no figure %q", quantity)
	return 0
}

func TestNeedsInASimulation(t *testing.T) {
	c := plain(t)
	c.Levels[2].Needs, c.Levels[3].Needs = []string{"s1"}, []string{"s2", "s3"}
	r := Run(stages.NewBank(c), Options{Respondents: 200, Seed: 2})
	with, without := r.value(t, "all strands at the level: exact, with needs"), r.value(t, "all strands at the level: exact, without needs")
	if with < without-.05 {
		t.Errorf("needs cost %.3f of accuracy", without-with)
	}
	for quantity, most := range map[string]float64{
		"needed strand two short: held all the same":                 .03,
		"needed strand two short: held all the same, stopping early": .06,
		"the same, answering exactly":                                0,
	} {
		if got := r.value(t, quantity); got > most {
			t.Errorf("%s: %.3f", quantity, got)
		}
	}
}

// The same seed gives the same report, on any number of cores; progress counts every respondent.
func TestSimulationRepeats(t *testing.T) {
	b := stages.NewBank(plain(t))
	last, total := 0, 0
	first := Run(b, Options{Respondents: 15, Seed: 3, Progress: func(done, of int) { last, total = max(last, done), of }})
	if last != total || total != 20*15 {
		t.Errorf("progress ended at %d of %d", last, total)
	}
	if again := Run(b, Options{Respondents: 15, Seed: 3}); !reflect.DeepEqual(first, again) {
		t.Error("the same seed gives another report")
	}
	if other := Run(b, Options{Respondents: 15, Seed: 4}); reflect.DeepEqual(first.Kinds, other.Kinds) {
		t.Error("another seed gives the same report")
	}
}
