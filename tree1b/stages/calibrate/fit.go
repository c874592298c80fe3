package calibrate

import (
	"math"
	"slices"

	"waymark/stages"
)

// priorSpread is s: how far an author's anchor is presumed to be off beyond what all anchors are off by, as
// a standard deviation in levels.
const priorSpread = 0.5

// fitted is a question whose anchors are being fitted to who chose what. The anchors a, from 0 to the highest level, and
// the shift δ that all anchors of the bank share maximise, together,
//
//	Σ_L Σ_o n_oL log P(o | L; a) − Σ_o (a_o − present_o − δ)² / 2s²,  s = .5
//
// n_oL is how many people at level L chose o, and P is as [stages.Question.Likelihood] has it: an anchor
// fits under which the model that places people expects what was seen. Of a checklist, those who left a box
// count as well, by 1 − P. The second term keeps an anchor near the present one, and moves it with the
// others: of few choosers little is learnt.
//
// A box that people leave who are at higher levels fits nowhere, and stays: the model has no falling curve,
// and the best of the rising ones would speak for a high level where those at a low one tick.
//
// The mean level of those who chose an option is no such anchor. It depends on who is in the study, and as
// it is never below 1 or above the highest it would draw low anchors up and high ones down; the same is known of cut
// scores by contrasting groups (Livingston and Zieky, "A comparative study of standard-setting methods",
// ETS RR-83-38, 1983).
type fitted struct {
	stages.Question
	seen  *chosen
	shift float64
}

func newFitted(c *chosen) fitted {
	f := fitted{Question: *c.question, seen: c}
	f.Options = slices.Clone(f.Options)
	return f
}

// fitAll fits the anchors of all questions, and returns the shift they share: given the anchors, the mean
// of their moves; given the shift, each question by itself; until neither changes.
func fitAll(questions []*chosen) (shift float64) {
	for range 50 {
		sum, n := 0.0, 0.0
		for _, c := range questions {
			c.fitted.shift = shift
			c.fitted.climb()
			for i, o := range c.fitted.Options {
				if !c.backwards(i) {
					sum, n = sum+o.Level-c.question.Options[i].Level, n+1
				}
			}
		}
		before := shift
		if shift = ratio(sum, n); math.Abs(shift-before) < lastStep/10 {
			break
		}
	}
	return shift
}

// The steps of the search for an anchor, in levels.
const (
	firstStep = 0.4
	lastStep  = 0.01
)

// climb moves one anchor at a time by ever smaller steps.
func (f *fitted) climb() {
	best := f.posterior()
	for step := firstStep; step >= lastStep; step /= 2 {
		for moved := true; moved; {
			moved = false
			for o := range f.Options {
				if f.seen.backwards(o) {
					continue
				}
				for _, by := range []float64{step, -step} {
					held := f.Options[o].Level
					f.Options[o].Level = min(max(held+by, 0), float64(f.seen.levels))
					if p := f.posterior(); p > best+rounding {
						best, moved = p, true
					} else {
						f.Options[o].Level = held
					}
				}
			}
		}
	}
}

func (f *fitted) posterior() float64 {
	sum := 0.0
	for o, p := range f.Likelihood(f.seen.levels) {
		z := (f.Options[o].Level - f.seen.question.Options[o].Level - f.shift) / priorSpread
		sum -= z * z / 2
		for l := range f.seen.levels {
			yes := f.seen.options[o][l]
			sum += yes * math.Log(p[l])
			if f.Several() {
				sum += (f.seen.all[l] - yes) * math.Log(1-p[l])
			}
		}
	}
	return sum
}

// error is the standard error of an anchor, 1/√(−∂²/∂a²) of the posterior with the others held; s at most.
func (f *fitted) error(o int) float64 {
	const h = 0.05
	level := &f.Options[o].Level
	at, middle := *level, f.posterior()
	*level = at + h
	above := f.posterior()
	*level = at - h
	below := f.posterior()
	*level = at
	return 1 / math.Sqrt(max((2*middle-above-below)/(h*h), 1/(priorSpread*priorSpread)))
}
