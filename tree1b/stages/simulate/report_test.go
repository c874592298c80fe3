package simulate

import (
	"math"
	"testing"

	"waymark/stages"
)

func TestGoals(t *testing.T) {
	for _, c := range []struct {
		goal  Goal
		value float64
		met   bool
	}{
		{Goal{}, -9, true}, {Goal{Bound: .8}, .8, true}, {Goal{Bound: .8}, .79, false},
		{Goal{.8, true}, .8, true}, {Goal{.8, true}, .81, false}, {Goal{0, true}, 0, true}, {Goal{0, true}, 1e-6, false},
	} {
		if got := c.goal.Met(c.value); got != c.met {
			t.Errorf("%+v of %v: %v", c.goal, c.value, got)
		}
	}
}

// The calibration error is how far what was stated is from what came true, bin by bin of a tenth.
func TestCalibration(t *testing.T) {
	var c calibration
	for _, x := range []struct {
		certainty float64
		right     bool
	}{{.92, true}, {1, true}, {.55, true}, {.51, false}} {
		c.add(x.certainty, x.right)
	}
	// .9 to 1: stated 1.92, right 2; .5 to .6: stated 1.06, right 1. The errors do not cancel out.
	if got, want := c.ece(), (.08+.06)/4; math.Abs(got-want) > 1e-9 {
		t.Errorf("%v, want %v", got, want)
	}
}

// A tally of people at level 3, held at the levels that the case says.
func TestTallies(t *testing.T) {
	ta := tally{kind: kind{name: "honest"}}
	for i, held := range []int{3, 2, 4, 5, 1, 0, 3, 3, 3, 3} {
		o := outcome{held: held, certainty: .5, asked: 10 + i, warned: map[stages.WarningKind]bool{}}
		o.warned[stages.WarnInconsistent], o.warned[stages.WarnStraightLine] = i < 3, i < 2
		full := o
		full.held, full.asked = 3, 24
		ta.add(placed{truth: 3, full: full, early: o})
	}
	if e := ta.early; e.exact != 5 || e.within != 7 || e.atLeast != 7 || e.asked != 145 || e.inconsistent != 3 || e.straight != 2 {
		t.Errorf("%+v", e)
	}
	if ta.moved != 5 || ta.quick.asked+ta.shipped.full.asked != 0 {
		t.Errorf("another level for %d, %+v, %+v", ta.moved, ta.quick, ta.shipped)
	}
	want := KindFigures{Kind: "honest", ExactFull: 1, ExactEarly: .5, Asked: 14.5, ECEFull: .5, ECEEarly: 0, Inconsistent: .3}
	if got := ta.figures(); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// Every figure is of the kinds it is meant for, and of the length of interview it names.
func TestFigures(t *testing.T) {
	of := func(g group, exactFull, exactEarly int) tally {
		ta := tally{kind: kind{group: g}, n: 10}
		ta.full = totals{exact: exactFull, within: 9, atLeast: 1, asked: 240, calibration: calibration{n: 10}}
		ta.early = totals{exact: exactEarly, within: 1, atLeast: 2, asked: 150, inconsistent: 3, straight: 4, calibration: calibration{n: 10}}
		ta.moved, ta.quick = 1, totals{exact: 2, asked: 80}
		ta.shipped = shipped{full: ta.full, early: ta.early, moved: 2}
		ta.shipped.full.exact, ta.shipped.full.clear, ta.shipped.full.clearAndExact = exactFull-1, 5, 4
		ta.shipped.early.exact, ta.shipped.early.clear, ta.shipped.early.clearAndExact = exactEarly-1, 4, exactEarly-3
		ta.shipped.full.calibration.stated[5], ta.shipped.early.calibration.stated[5] = 3, 2
		ta.full.calibration.stated[5], ta.early.calibration.stated[5] = float64(exactFull), float64(exactEarly)
		return ta
	}
	r := report(Report{}, []tally{of(honest, 8, 7), of(honest, 4, 3), of(inflated, 2, 1), of(random, 1, 1), of(halfRandom, 1, 1),
		of(straightLine, 1, 1), of(levelBare, 9, 8), of(level, 7, 6), of(short, 1, 1), of(shortExact, 1, 1)})
	if len(r.Kinds) != 10 {
		t.Errorf("%d kinds", len(r.Kinds))
	}
	for _, want := range []Figure{
		{"exact level, full length", .6, Goal{.8, false}, Goal{.83, false}},
		{"exact level, stopping early", .5, Goal{.592, false}, Goal{}},
		{"questions asked, stopping early", 15, Goal{16.5, true}, Goal{14.5, true}},
		{"within one level", .9, Goal{.998, false}, Goal{}},
		{"calibration error, mean", .6, Goal{.085, true}, Goal{.065, true}},
		{"calibration error, worst kind", .8, Goal{.17, true}, Goal{.13, true}},
		{"calibration error, mean, stopping early", .5, Goal{}, Goal{}},
		{"calibration error, worst kind, stopping early", .7, Goal{}, Goal{}},
		{"honest people flagged inconsistent", .3, Goal{.035, true}, Goal{.03, true}},
		{"stopping early gives another level", .1, Goal{.05, true}, Goal{}},
		{"short interview: exact level", .2, Goal{}, Goal{}},
		{"short interview: questions asked", 8, Goal{9, true}, Goal{}},
		{"as shipped: exact, full length", .5, Goal{}, Goal{}},
		{"as shipped: exact, stopping early", .4, Goal{}, Goal{}},
		{"as shipped: within one level, stopping early", .1, Goal{}, Goal{}},
		{"as shipped: questions asked, stopping early", 15, Goal{}, Goal{}},
		{"as shipped: calibration error, mean", .3, Goal{}, Goal{}},
		{"as shipped: calibration error, mean, stopping early", .2, Goal{}, Goal{}},
		{"as shipped: called clear", .5, Goal{}, Goal{}},
		{"as shipped: right where called clear", .8, Goal{}, Goal{}},
		{"as shipped: called clear, stopping early", .4, Goal{}, Goal{}},
		{"as shipped: right where called clear, stopping early", .5, Goal{}, Goal{}},
		{"as shipped: stopping early gives another level", .2, Goal{.05, true}, Goal{}},
		{"claims one level too high: exact, stopping early", .1, Goal{.65, false}, Goal{.75, false}},
		{"claims one level too high: exact, full length", .2, Goal{.76, false}, Goal{}},
		{"random answers flagged inconsistent", .3, Goal{.75, false}, Goal{.85, false}},
		{"half-random answers flagged inconsistent", .3, Goal{}, Goal{}},
		{"straight lines flagged", .4, Goal{}, Goal{}},
		{"all strands at the level: exact, without needs", .9, Goal{}, Goal{}},
		{"all strands at the level: exact, with needs", .7, Goal{.87, false}, Goal{}},
		{"all strands at the level: exact, stopping early", .6, Goal{}, Goal{}},
		{"all strands at the level: questions asked", 15, Goal{}, Goal{}},
		{"needed strand two short: still held", .1, Goal{.03, true}, Goal{}},
		{"needed strand two short: still held, stopping early", .2, Goal{.03, true}, Goal{}},
		{"the same, answering exactly", .3, Goal{0, true}, Goal{}},
	} {
		found := false
		for _, f := range r.Figures {
			if f.Quantity == want.Quantity {
				found = true
				if math.Abs(f.Value-want.Value) > 1e-9 || math.Abs(f.Reach.Bound-want.Reach.Bound) > 1e-9 || f.Reach.AtMost != want.Reach.AtMost || f.Best != want.Best {
					t.Errorf("%+v, want %+v", f, want)
				}
			}
		}
		if !found {
			t.Errorf("no figure %q", want.Quantity)
		}
	}
	if len(r.Figures) != 35 {
		t.Errorf("%d figures", len(r.Figures))
	}
}
