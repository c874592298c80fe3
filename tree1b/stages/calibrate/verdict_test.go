package calibrate_test

import (
	"slices"
	"testing"

	"waymark/stages/calibrate"
)

func group(people int, accepted, bias, strand float64) calibrate.Group {
	s := calibrate.Score{People: people, Accepted: accepted, Bias: bias}
	return calibrate.Group{Lengths: calibrate.Lengths{Full: calibrate.Score{People: people, Accepted: .5, Bias: 3}, Adaptive: s},
		ByStrand: []calibrate.StrandBias{{Strand: "craft", Full: 3, Adaptive: strand}, {Strand: "voice"}}}
}

// At 24 people, two standard errors of .8 are .163, and those of a level .204; at 4, .4 and .5.
func TestVerdictsOfAStudy(t *testing.T) {
	for _, c := range []struct {
		name                   string
		group                  calibrate.Group
		standard               float64 // 0 for none
		worse, better, few     bool
		biased, leans, isBadly bool
	}{
		{name: "well", group: group(24, .8, .25, .5)},
		{name: "too few to tell", group: group(24, .64, 0, 0), few: true},
		{name: "badly", group: group(24, .63, 0, 0), worse: true, isBadly: true},
		{name: "fewer people, too few to tell", group: group(4, .41, .5, 1), few: true},
		{name: "too high", group: group(24, .8, .26, 0), biased: true, isBadly: true},
		{name: "too low", group: group(24, .8, -.26, 0), biased: true, isBadly: true},
		{name: "fewer people, too low", group: group(4, .8, -.51, 0), biased: true, isBadly: true},
		{name: "a strand too low", group: group(24, .8, 0, -.51), leans: true, isBadly: true},
		{name: "as the standard", group: group(24, .45, 0, 0), standard: .5},
		{name: "worse", group: group(24, .84, 0, 0), standard: .9, worse: true, isBadly: true},
		{name: "no better", group: group(24, .85, 0, 0), standard: .8},
		{name: "better", group: group(24, .86, 0, 0), standard: .8, better: true},
		{name: "nobody", isBadly: true},
	} {
		var standard *calibrate.Report
		if c.standard > 0 {
			standard = &calibrate.Report{Calibration: group(24, c.standard, 0, 0)}
		}
		v := calibrate.Assess(calibrate.Report{Calibration: c.group}, standard)
		if v.Worse != c.worse || v.Better != c.better || v.TooFew != c.few || v.Bias != 0 != c.biased || len(v.Leaning) > 0 != c.leans || v.Bad() != c.isBadly {
			t.Errorf("%s: %+v, bad %v", c.name, v, v.Bad())
		}
	}
	held := calibrate.Assess(calibrate.Report{Calibration: group(48, .2, 2, 2), HeldOut: group(24, .9, 0, 0)}, nil)
	if held.People != 24 || held.Accepted != .9 || held.Bad() {
		t.Errorf("the verdict is of those held out: %+v", held)
	}
}

// The weakest have most wrong; of those alike, the answers go least with the level.
func TestWeakestQuestionsOfAStudy(t *testing.T) {
	wrong := func(o calibrate.OptionReport) []calibrate.OptionReport { return []calibrate.OptionReport{o} }
	r := calibrate.Report{Questions: []calibrate.QuestionReport{
		{ID: "fine", People: 1, Correlation: .9}, {ID: "less", People: 1, Correlation: .2, NoneFits: .05}, {ID: "unanswered"},
		{ID: "flat", People: 1, Correlation: .19}, {ID: "missing", People: 1, Correlation: .5, NoneFits: .06},
		{ID: "reversed", People: 1, Correlation: .6, Reversed: [][2]string{{"a", "b"}}},
		{ID: "backwards", People: 1, Correlation: .7, Options: wrong(calibrate.OptionReport{Backwards: true})},
		{ID: "nobody", People: 1, Correlation: .8, Options: wrong(calibrate.OptionReport{Nobody: true})},
		{ID: "both", People: 1, Correlation: .95, Options: wrong(calibrate.OptionReport{Everybody: true, Backwards: true})},
	}}
	var got []string
	for _, q := range r.Weakest() {
		got = append(got, q.ID)
	}
	if want := []string{"both", "flat", "missing", "reversed", "backwards", "nobody", "less", "fine"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
