package content_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"waymark/stages"
)

// The surroundings have more sides than the crossroads have roads, and plainer questions: ten minutes
// are enough for either.
func TestSurveysTakeTenMinutes(t *testing.T) {
	c := builtin(t)
	for _, row := range []struct {
		survey stages.Survey
		most   int
	}{{c.Crossroads, 14}, {c.Surroundings, 22}} {
		if n := len(row.survey.Questions); n < 10 || n > row.most {
			t.Errorf("%q has %d questions, and 10 to %d are wanted", row.survey.Title, n, row.most)
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
		atMost(t, 75, w.ID+", negotiate", w.Negotiate)
		atMost(t, 45, w.ID+", leave", w.Leave)
		if n := len(w.Strands); n < 1 || n > 3 {
			t.Errorf("%s bears on %d strands, and one to three are wanted", w.ID, n)
		}
	}
}

// figure matches a number in digits, and spoken what is to be read out to a manager.
var (
	figure = regexp.MustCompile(`\d+(,\d{3})*`)
	spoken = regexp.MustCompile(`"[^"]+[.?]"`)
)

func TestWhatToAskForCarriesNumbersToReadOut(t *testing.T) {
	for _, w := range builtin(t).Surroundings.Winds {
		said := strings.Join(spoken.FindAllString(w.Negotiate, -1), " ")
		if len(figure.FindAllString(said, -1)) < 2 {
			t.Errorf("%s, negotiate has no sentence with two numbers to read out: %s", w.ID, w.Negotiate)
		}
		if !strings.HasPrefix(w.Negotiate, "Ask ") {
			t.Errorf("%s, negotiate does not begin with who to ask: %s", w.ID, w.Negotiate)
		}
	}
}

func TestLeavingHasATestThatCanBeChecked(t *testing.T) {
	for _, w := range builtin(t).Surroundings.Winds {
		if !strings.HasPrefix(w.Leave, "When ") {
			t.Errorf("%s, leave does not say when: %s", w.ID, w.Leave)
		}
	}
}

// windy matches the figure of speech that the ids have and the texts have not.
var windy = regexp.MustCompile(`(?i)\b(\w*winds?|hold(s|ing)? you up|help(s|ing)? you on)\b`)

func TestSurroundingsAreInPlainWords(t *testing.T) {
	for _, p := range passages(builtin(t)) {
		if !strings.HasPrefix(p.at, "surroundings.") {
			continue
		}
		for _, unwanted := range []*regexp.Regexp{windy, oldWords} {
			if m := unwanted.FindString(p.text); m != "" {
				t.Errorf("%s says %q: %s", p.at, m, p.text)
			}
		}
	}
}

var oldWords = regexp.MustCompile(`(?i)\b(anybody|everybody|nobody|unasked|learnt|trades?|kinds of work|in earnest|of late|gladly|needn't|came of it)\b|\bthe place\b`)

func TestGuidanceIsShort(t *testing.T) {
	for _, p := range passages(builtin(t)) {
		if p.within("guidance[") {
			atMost(t, 50, p.at, p.text)
		}
	}
}
