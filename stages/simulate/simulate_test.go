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
	if !*whole {
		t.Skip("the figures need many respondents")
	}
	r := Run(stages.NewBank(plain(t)), Options{Respondents: 200, Seed: 1})
	for _, want := range []struct {
		quantity string
		low, hi  float64
	}{
		{"exact level, full length", .80, .83},
		{"exact level, stopping early", .79, .83},
		{"questions asked, stopping early", 14.6, 16},
		{"within one level", .998, 1},
		{"calibration error, mean", 0, .085},
		{"calibration error, worst kind", 0, .18},
		{"honest people flagged inconsistent", .01, .035},
		{"claims one level too high: exact, stopping early", .72, .85},
		{"claims one level too high: exact, full length", .75, .85},
		{"random answers flagged inconsistent", .82, .95},
		{"straight lines flagged", .99, 1},
		{"stopping early gives another level", .02, .05},
		{"short interview: exact level", .68, .75},
		{"short interview: questions asked", 7, 9},
		{"as shipped: exact, full length", .8, .84},
		{"as shipped: calibration error, mean", 0, .07},
		{"as shipped: right where called clear", .91, .97},
		{"as shipped: right where called clear, stopping early", .88, .95},
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
	if !*whole {
		t.Skip("the figures need many respondents")
	}
	c := plain(t)
	c.Levels[2].Needs, c.Levels[3].Needs = []string{"s1"}, []string{"s2", "s3"}
	r := Run(stages.NewBank(c), Options{Respondents: 50, Seed: 2})
	with, without := r.value(t, "all strands at the level: exact, with needs"), r.value(t, "all strands at the level: exact, without needs")
	if with < without-.05 {
		t.Errorf("needs cost %.3f of accuracy", without-with)
	}
	for quantity, most := range map[string]float64{
		"needed strand two short: still held":                 .03,
		"needed strand two short: still held, stopping early": .06,
		"the same, answering exactly":                         0,
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
	first := Run(b, Options{Respondents: 8, Seed: 3, Progress: func(done, of int) { last, total = max(last, done), of }})
	if last != total || total != 20*8 {
		t.Errorf("progress ended at %d of %d", last, total)
	}
	if again := Run(b, Options{Respondents: 8, Seed: 3}); !reflect.DeepEqual(first, again) {
		t.Error("the same seed gives another report")
	}
	if other := Run(b, Options{Respondents: 8, Seed: 4}); reflect.DeepEqual(first.Kinds, other.Kinds) {
		t.Error("another seed gives the same report")
	}
}

// A bank need not have needs, scored questions, or as many questions as an interview may have.
func TestAnyBankCanBeSimulated(t *testing.T) {
	few, flat, boxes := plain(t), plain(t), plain(t)
	few.Questions = few.Questions[:3]
	for i := range flat.Questions {
		for o := range flat.Questions[i].Options {
			flat.Questions[i].Options[o].Level = 3
		}
		boxes.Questions[i].Kind = stages.Checklist
	}
	for name, c := range map[string]*stages.Catalog{"few": few, "flat": flat, "boxes": boxes} {
		r := Run(stages.NewBank(c), Options{Respondents: 3, Seed: 1})
		if r.Questions != len(c.Questions) || r.Catalog != "plain" || len(r.Kinds) != 20 || len(r.Figures) != 28 {
			t.Errorf("%s: %d questions, %d kinds, %d figures", name, r.Questions, len(r.Kinds), len(r.Figures))
		}
		if got := r.value(t, "exact level, full length"); name == "flat" && got != 0 {
			t.Errorf("%v are placed exactly where nothing is scored", got)
		}
	}
}

// Both interviews ask as the bank does: all it has or 30 questions, and as few as its rule allows.
func TestInterviewsOfRespondents(t *testing.T) {
	c := plain(t)
	c.Levels[2].Needs = []string{"s1"}
	for _, q := range c.Questions[:7] {
		q.ID += "-again"
		c.Questions = append(c.Questions, q)
	}
	e := newExperiment(stages.NewBank(c))
	if len(e.needs[3]) != 1 || e.bank.Catalog().Levels[2].Needs == nil || e.bare.Catalog().Levels[2].Needs != nil {
		t.Errorf("needs %v; %v with, %v without", e.needs, e.bank.Catalog().Levels[2].Needs, e.bare.Catalog().Levels[2].Needs)
	}
	steady := kind{}
	p := e.place(steady, rngFor(8))
	if p.full.asked != 30 || p.early.asked < 12 || p.early.asked > 16 || p.full.held != p.truth || p.early.held != p.truth {
		t.Errorf("%+v", p)
	}
	// Placed with the needs is whoever measures them; the honest are placed both ways, and once in short.
	for seed := range uint64(20) {
		short := kind{short: true, group: shortExact}
		without := e.place(short, rngFor(seed))
		short.withNeeds = true
		with := e.place(short, rngFor(seed))
		if with.full.held >= with.truth || with.full.held > without.full.held || with.quick.asked+with.fullShipped.asked > 0 {
			t.Errorf("short of level %d: held at %d without needs, %+v with", with.truth, without.full.held, with)
		}
	}
	apart := 0
	for seed := range uint64(40) {
		p := e.place(kind{noise: .9, spread: .8}, rngFor(seed))
		if p.quick.asked > stages.QuickQuestions || p.quick.held == 0 || p.fullShipped.asked != 30 || p.earlyShipped.asked > 30 || p.ruled < 1 {
			t.Errorf("%+v", p)
		}
		apart += count(p.fullShipped.held != p.full.held)
	}
	if apart == 0 {
		t.Error("needs hold none of the honest")
	}
}

// What is shipped is the same bank where no level has needs.
func TestShippedWithoutNeeds(t *testing.T) {
	e := newExperiment(stages.NewBank(plain(t)))
	for seed := range uint64(10) {
		p := e.place(kind{noise: .9, spread: .65}, rngFor(seed))
		if !reflect.DeepEqual(p.full, p.fullShipped) || !reflect.DeepEqual(p.early, p.earlyShipped) || e.hasNeeds() {
			t.Errorf("%+v", p)
		}
	}
}

// The kinds of respondent are the documented ones.
func TestKinds(t *testing.T) {
	needs := [][]int{4: {1}}
	withNeeds := 0
	for _, k := range kindsFor(needs) {
		withNeeds += map[bool]int{true: 1}[k.withNeeds]
	}
	if all, without := len(kindsFor(needs)), len(kindsFor(nil)); all != 24 || without != 20 || withNeeds != 3 {
		t.Errorf("%d kinds, %d of them with needs; %d on a bank without", all, withNeeds, without)
	}
	usual := 0
	for _, k := range kindsFor(needs)[:16] {
		usual += map[bool]int{true: 1}[k.spread == .65]
	}
	if usual != 14 {
		t.Errorf("strands scatter as usual in %d of the honest kinds", usual)
	}
}
