package stages

import (
	"maps"
	"math"
	"reflect"
	"slices"
	"testing"
)

func answersOf(options map[string]string) Interview {
	iv := Interview{Answers: Answers{}}
	for _, id := range slices.Sorted(maps.Keys(options)) {
		iv = iv.With(id, Answer{Options: []string{options[id]}})
	}
	return iv
}

// compareBank has two strands of three questions, with options anchored 1 … 5.
func compareBank() *Bank {
	c := &Catalog{Levels: PlainCatalog().Levels}
	for _, strand := range []string{"craft", "trust"} {
		c.Strands = append(c.Strands, Strand{ID: strand})
		for _, n := range []string{"1", "2", "3"} {
			q := Question{ID: strand + n, Strand: strand, Kind: Ladder, Evidence: true}
			for level := 1; level <= plainLevels; level++ {
				q.Options = append(q.Options, Option{ID: string(rune('0' + level)), Level: float64(level)})
			}
			c.Questions = append(c.Questions, q)
		}
	}
	c.Questions[5].Kind = Checklist
	return NewBank(c)
}

func TestCompareCountsAgreement(t *testing.T) {
	bank := compareBank()
	mine := answersOf(map[string]string{"craft1": "3", "craft2": "3", "craft3": "4", "trust1": "2", "trust2": "2"}).
		With("trust3", Answer{Options: []string{}})
	theirs := answersOf(map[string]string{"craft1": "3", "craft2": "4", "craft3": "1", "trust1": "5", "trust3": "1"}).
		With("trust2", Answer{Skip: NotSeen})
	c := bank.Compare(mine, []Interview{theirs})
	o := c.Observers[0]
	if o.Both != 5 || o.NotSeen != 1 || o.Agreements != (Agreements{1, 2, 2}) {
		t.Errorf("the observer is %+v", o)
	}
	want := []StrandAgreement{{"craft", Agreements{1, 1, 1}, 2.0 / 3}, {"trust", Agreements{0, 1, 1}, -2}}
	if !reflect.DeepEqual(o.Strands, want) {
		t.Errorf("the strands are %+v", o.Strands)
	}
	alone := bank.Place(theirs)
	alone.Next = []NextStep{}
	if !reflect.DeepEqual(o.Placement, alone) {
		t.Error("the observer's level isn't that of their answers")
	}
	apart := map[string]float64{}
	for _, q := range c.Questions {
		if q.Apart() {
			apart[q.Question] = q.Difference
		}
	}
	if !reflect.DeepEqual(apart, map[string]float64{"craft3": 3, "trust1": -3}) {
		t.Errorf("apart are %v", apart)
	}
}

// TestCompareShift puts an observer's answer in the place of the person's: the shift is what the model makes of it.
func TestCompareShift(t *testing.T) {
	bank := compareBank()
	mine := answersOf(map[string]string{"craft1": "4", "craft2": "4", "trust1": "4", "trust2": "4"})
	theirs := answersOf(map[string]string{"craft1": "1", "trust1": "3", "trust2": "4"})
	c := bank.Compare(mine, []Interview{theirs})
	before, after := bank.weigh(bank.collect(mine)), bank.weigh(bank.collect(mine.With("craft1", Answer{Options: []string{"1"}})))
	got := c.Questions[0]
	if want := after.level.mean() - before.level.mean(); got.Question != "craft1" || math.Abs(got.Shift-want) > 1e-12 || want >= 0 {
		t.Errorf("craft1 shifts by %g, not %g", got.Shift, want)
	}
	if want := map[bool]int{true: after.held}[after.held != before.held]; got.Level != want {
		t.Errorf("with it one would be at %d, not %d", got.Level, want)
	}
	if !reflect.DeepEqual(c.Talk, []string{"craft1", "trust1"}) { // trust2 is the same
		t.Errorf("talk about %v", c.Talk)
	}
}

func TestCompareManyObservers(t *testing.T) {
	bank := compareBank()
	mine := answersOf(map[string]string{"craft1": "4", "craft2": "2"})
	c := bank.Compare(mine, []Interview{answersOf(map[string]string{"craft1": "2"}), answersOf(map[string]string{"craft1": "3", "craft2": "3"}), {}})
	if len(c.Questions) != 2 || c.Questions[0].Difference != 1.5 || c.Questions[0].Theirs[2] != nil || c.Questions[1].Theirs[0] != nil {
		t.Errorf("got %+v", c.Questions)
	}
	if l := c.Questions[1].Levels; len(l) != 4 || *l[0] != 2 || l[1] != nil || *l[2] != 3 || l[3] != nil {
		t.Errorf("the second question's levels are %v", l)
	}
	split := bank.Compare(answersOf(map[string]string{"craft1": "3", "craft2": "3"}), []Interview{answersOf(map[string]string{"craft1": "2", "craft2": "3"}), answersOf(map[string]string{"craft1": "4", "craft2": "5"})})
	if !split.Questions[0].Split || split.Questions[1].Split {
		t.Errorf("split are %+v", split.Questions)
	}
	if empty := bank.Compare(Interview{}, nil); len(empty.Questions) != 0 || len(empty.Talk) != 0 {
		t.Errorf("nothing compares to %+v", empty)
	}
}

// TestNotSeenTellsNothing keeps an observer's skips from counting as a strand that the person has nothing to do with.
func TestNotSeenTellsNothing(t *testing.T) {
	c := compareBank().Catalog()
	c.Levels[2].Needs = []string{"trust"}
	bank := NewBank(c)
	skipped := func(why Skip) [plainLevels]float64 {
		iv := answersOf(map[string]string{"craft1": "4", "craft2": "4", "craft3": "4"})
		for _, id := range []string{"trust1", "trust2", "trust3"} {
			iv = iv.With(id, Answer{Skip: why})
		}
		return [plainLevels]float64(bank.Place(iv).Held)
	}
	if unseen := skipped(NotSeen); unseen != skipped(Unsure) || unseen == skipped(NotMyRole) {
		t.Errorf("not seen gives %v, not sure %v, not my role %v", unseen, skipped(Unsure), skipped(NotMyRole))
	}
	if (Answer{Skip: NotSeen}).Check(bank.Question("craft1")) == nil {
		t.Error("one can say of oneself that one has not seen it")
	}
}

// TestPointed leaves out what a cap asks: who has seen one strand only can't say that the others are wanting.
func TestPointed(t *testing.T) {
	bank := NewBank(PlainCatalog())
	iv := Interview{}
	for i := range bank.items {
		if it := &bank.items[i]; it.strand < 2 {
			a := it.answer(len(it.anchor) - 1)
			iv = iv.With(it.question.ID, a)
		} else if it.strand == 2 {
			iv = iv.With(it.question.ID, it.answer(0))
		}
	}
	r := bank.Place(iv)
	level, _, lo, hi := r.Pointed()
	best := 0
	for k, p := range r.Posterior {
		if p > r.Posterior[best] {
			best = k
		}
	}
	if level != best+1 || *r.Level >= level || lo > level || hi < level {
		t.Errorf("the answers point to %d (%d to %d), held is %d", level, lo, hi, *r.Level)
	}
	for _, c := range []struct {
		p    float64
		sure Certainty
	}{{.9, Clear}, {.85, Clear}, {.84, Likely}, {.64, Between}, {.44, Unclear}} {
		r.Posterior = []float64{0, 0, c.p, 1 - c.p, 0}
		if c.p < .5 {
			r.Posterior = []float64{0, .3, c.p, .26, 0}
		}
		if level, sure, _, _ := r.Pointed(); level != 3 || sure != c.sure {
			t.Errorf("%g gives %d, %d", c.p, level, sure)
		}
	}
	if level, sure, lo, hi := (Placement{}).Pointed(); level != 0 || sure != Unclear || lo != 0 || hi != 0 {
		t.Error("nothing points somewhere")
	}
}
