package stages

import (
	"reflect"
	"strings"
	"testing"
)

// The figures of docs/measurement.md, with tolerances for fewer respondents that a worse model fails.
func TestFiguresOnThePlainBank(t *testing.T) {
	r := Simulate(NewBank(PlainCatalog()), SimOptions{Respondents: 200, Seed: 1})
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
	c := PlainCatalog()
	c.Levels[2].Needs, c.Levels[3].Needs = []string{"s1"}, []string{"s2", "s3"}
	r := Simulate(NewBank(c), SimOptions{Respondents: 200, Seed: 2})
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

// The same seed gives the same report, on any number of cores; progress counts every interview.
func TestSimulationRepeats(t *testing.T) {
	b := NewBank(PlainCatalog())
	last, total := 0, 0
	first := Simulate(b, SimOptions{Respondents: 15, Seed: 3, Progress: func(done, of int) { last, total = max(last, done), of }})
	if last != total || total != 20*15 {
		t.Errorf("progress ended at %d of %d", last, total)
	}
	if again := Simulate(b, SimOptions{Respondents: 15, Seed: 3}); !reflect.DeepEqual(first, again) {
		t.Error("the same seed gives another report")
	}
	if other := Simulate(b, SimOptions{Respondents: 15, Seed: 4}); reflect.DeepEqual(first.Kinds, other.Kinds) {
		t.Error("another seed gives the same report")
	}
}

// Any catalog can be simulated.
func TestSimulationOfAnyCatalog(t *testing.T) {
	rng := rngFor(6)
	for range 10 {
		c := randomCatalog(rng)
		r := Simulate(NewBank(c), SimOptions{Respondents: 4, Seed: 1})
		if r.Questions != len(c.Questions) || len(r.Figures) == 0 {
			t.Errorf("%+v", r)
		}
	}
}

func TestReportAsATable(t *testing.T) {
	r := Report{Catalog: "plain", Questions: 24, Respondents: 10, Seed: 1, Figures: []Figure{
		{"a", .81, Goal{Bound: .8}, Goal{Bound: .83}},
		{"b", .9, Goal{Bound: .8}, Goal{Bound: .83}},
		{"c", 17, Goal{16.5, true}, Goal{14.5, true}},
		{"d", .5, Goal{}, Goal{}},
		{"e", 0, never, Goal{}},
	}}
	table := r.String()
	for _, want := range []string{"0.810  ≥ 0.8     ≥ 0.83    reached", "0.900  ≥ 0.8     ≥ 0.83    best",
		"17.000  ≤ 16.5    ≤ 14.5    missed", "never               reached"} {
		if !strings.Contains(table, want) {
			t.Errorf("no %q in\n%s", want, table)
		}
	}
}
