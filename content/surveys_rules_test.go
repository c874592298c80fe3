package content_test

import (
	"slices"
	"testing"

	"waymark/stages"
)

func TestSurveysAreTenToFourteenQuestionsLong(t *testing.T) {
	c := builtin(t)
	for _, s := range []stages.Survey{c.Crossroads, c.Surroundings} {
		if n := len(s.Questions); n < 10 || n > 14 {
			t.Errorf("%q has %d questions", s.Title, n)
		}
	}
}

func TestSurveyQuestionsBelongToNoStrandAndNoLevel(t *testing.T) {
	c := builtin(t)
	for _, q := range slices.Concat(c.Crossroads.Questions, c.Surroundings.Questions) {
		if q.Strand != "" || q.Tells != 0 || q.Pair != "" || levels(q)[len(q.Options)-1] != 0 {
			t.Errorf("%s has a strand, a boundary, a partner or a level", q.ID)
		}
	}
}

func TestEveryAxisIsAskedAboutTwice(t *testing.T) {
	c := builtin(t)
	for _, s := range []stages.Survey{c.Crossroads, c.Surroundings} {
		for _, axis := range s.Axes() {
			asked := 0
			for _, q := range s.Questions {
				if low, high := reachOf(q, axis); low < high {
					asked++
				}
			}
			if asked < 2 {
				t.Errorf("%q asks %d questions about %s", s.Title, asked, axis)
			}
		}
	}
}

// reachOf returns the least and the most that answers to a question give to an axis.
func reachOf(q question, axis string) (low, high float64) {
	for i, o := range q.Options {
		w := o.Weights[axis]
		switch {
		case q.Several():
			low, high = low+min(w, 0), high+max(w, 0)
		case i == 0:
			low, high = w, w
		default:
			low, high = min(low, w), max(high, w)
		}
	}
	return low, high
}

func TestWindsBlowFullyBothWays(t *testing.T) {
	s := builtin(t).Surroundings
	for _, axis := range s.Axes() {
		full := func(q question) bool { low, high := reachOf(q, axis); return low <= -2 && high >= 2 }
		if !slices.ContainsFunc(s.Questions, full) {
			t.Errorf("no question about %s reaches from -2 to 2", axis)
		}
	}
}

func TestEveryAnswerAboutThePlaceWeighs(t *testing.T) {
	for _, q := range builtin(t).Surroundings.Questions {
		for _, o := range q.Options {
			if len(o.Weights) == 0 {
				t.Errorf("%s, %s has no weight, not even 0", q.ID, o.ID)
			}
		}
	}
}

// Roads are compared with one another, so each must be as easy to be drawn to.
func TestRoadsPullAlike(t *testing.T) {
	s := builtin(t).Crossroads
	pulls := make([]float64, len(s.Roads))
	for i := range s.Roads {
		sum := 0.0
		for _, q := range s.Questions {
			_, high := reachOf(q, s.Roads[i].PullAxis())
			sum += high
		}
		t.Logf("%s can be given %g", s.Roads[i].PullAxis(), sum)
		pulls[i] = sum
	}
	if least, most := slices.Min(pulls), slices.Max(pulls); most > 1.25*least {
		t.Errorf("one road can be given %g and another %g, more than a quarter above", least, most)
	}
}

func TestEveryStrandMayBeHeldUpByAWind(t *testing.T) {
	c := builtin(t)
	for _, strand := range strandIDs(c) {
		if !slices.ContainsFunc(c.Surroundings.Winds, func(w stages.Wind) bool { return slices.Contains(w.Strands, strand) }) {
			t.Errorf("no wind bears on %s", strand)
		}
	}
}

func TestWindsSayWhatToDoInFewWords(t *testing.T) {
	for _, w := range builtin(t).Surroundings.Winds {
		atMost(t, 60, w.ID+", negotiate", w.Negotiate)
		atMost(t, 45, w.ID+", leave", w.Leave)
		if n := len(w.Strands); n < 1 || n > 3 {
			t.Errorf("%s bears on %d strands, and one to three are wanted", w.ID, n)
		}
	}
}

func TestGuidanceIsShort(t *testing.T) {
	for _, p := range passages(builtin(t)) {
		if p.within("guidance[") {
			atMost(t, 50, p.at, p.text)
		}
	}
}
