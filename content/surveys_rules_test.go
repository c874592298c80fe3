package content_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"waymark/stages"
)

// The surroundings have plainer questions than the crossroads: ten minutes are enough for either.
func TestSurveysTakeTenMinutes(t *testing.T) {
	c := builtin(t)
	for _, row := range []struct {
		survey stages.Survey
		most   int
	}{{c.Crossroads, 18}, {c.Surroundings, 22}} {
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

// Roads are compared with one another, so each must be as easy to be drawn to, and to be ready for.
func TestRoadsAreInBalance(t *testing.T) {
	s := builtin(t).Crossroads
	for name, axis := range map[string]func(*stages.Road) string{"pull": (*stages.Road).PullAxis, "readiness": (*stages.Road).ReadyAxis} {
		most := make([]float64, len(s.Roads))
		for i := range s.Roads {
			for _, q := range s.Questions {
				_, high := reachOf(q, axis(&s.Roads[i]))
				most[i] += high
			}
			t.Logf("%s can be given %g", axis(&s.Roads[i]), most[i])
		}
		if low, high := slices.Min(most), slices.Max(most); high > 1.25*low {
			t.Errorf("one road can be given a %s of %g and another %g, more than a quarter above", name, low, high)
		}
	}
}

// Nor may one road pull those more who answer at random.
func TestRandomAnswersPullAlike(t *testing.T) {
	s := builtin(t).Crossroads
	pulls := make([]float64, len(s.Roads))
	for i := range s.Roads {
		pulls[i] = byChance(s, s.Roads[i].PullAxis())
		t.Logf("%s is %.2f by chance", s.Roads[i].PullAxis(), pulls[i])
	}
	if low, high := slices.Min(pulls), slices.Max(pulls); high-low > .05 {
		t.Errorf("by chance one road pulls %.2f and another %.2f", low, high)
	}
}

// Whoever answers with one road throughout is told that road, and no other beside it.
func TestEveryRoadCanLead(t *testing.T) {
	s := builtin(t).Crossroads
	for i := range s.Roads {
		axis := s.Roads[i].PullAxis()
		iv := stages.Interview{}
		for _, q := range s.Questions {
			iv = iv.With(q.ID, stages.Answer{Options: drawnTo(q, axis)})
		}
		scores := s.Score(stages.Crossroads, iv, nil)
		for j := range s.Roads {
			pull, _ := scores.Axis(s.Roads[j].PullAxis())
			if j == i && pull != 1 || j != i && pull >= 1-stages.NearTie {
				t.Errorf("answered with %s, %s is %.2f", axis, s.Roads[j].PullAxis(), pull)
			}
		}
	}
}

// drawnTo is the answer that gives most to an axis; the first of several.
func drawnTo(q question, axis string) []string {
	best := []string{}
	if q.Several() {
		for _, o := range q.Options {
			if o.Weights[axis] > 0 {
				best = append(best, o.ID)
			}
		}
		return best
	}
	_, high := reachOf(q, axis)
	i := slices.IndexFunc(q.Options, func(o stages.Option) bool { return o.Weights[axis] == high })
	return append(best, q.Options[i].ID)
}

// byChance is what an axis comes to on average where every option, and every box, is as likely as not.
func byChance(s stages.Survey, axis string) float64 {
	var earned, lowest, most float64
	for _, q := range s.Questions {
		low, high := reachOf(q, axis)
		lowest, most = lowest+low, most+high
		share := 1 / float64(len(q.Options))
		if q.Several() {
			share = .5
		}
		for _, o := range q.Options {
			earned += share * o.Weights[axis]
		}
	}
	return (earned - lowest) / (most - lowest)
}

// A pull and the push are held against each other at the end, so no answer may count as both. And a person
// who answers every question with a road must still be able to say that the push is strong.
func TestPullAndPushNeverShareAnOption(t *testing.T) {
	s := builtin(t).Crossroads
	pulls := func(o stages.Option) bool {
		return slices.ContainsFunc(s.Roads, func(r stages.Road) bool { return o.Weights[r.PullAxis()] != 0 })
	}
	var most, beside float64
	for _, q := range s.Questions {
		_, high := reachOf(q, stages.PushAxis)
		most += high
		if !slices.ContainsFunc(q.Options, pulls) {
			beside += high
		}
		for _, o := range q.Options {
			if o.Weights[stages.PushAxis] != 0 && pulls(o) {
				t.Errorf("%s, %s is a pull and a push", q.ID, o.ID)
			}
		}
	}
	if beside < .75*most {
		t.Errorf("beside the questions about a pull, %g of a push of %g can be given", beside, most)
	}
}

func TestFewQuestionsOfferEveryRoadAnAnswerOfItsOwn(t *testing.T) {
	s := builtin(t).Crossroads
	for _, q := range s.Questions {
		if q.Several() {
			continue
		}
		own := 0
		for i := range s.Roads {
			if slices.ContainsFunc(q.Options, func(o stages.Option) bool { return len(o.Weights) == 1 && o.Weights[s.Roads[i].PullAxis()] > 0 }) {
				own++
			}
		}
		if own == len(s.Roads) {
			t.Errorf("%s has one answer for each road", q.ID)
		}
	}
}

func TestMovesAreShort(t *testing.T) {
	s := builtin(t).Crossroads
	if len(s.Moves) != 4 {
		t.Errorf("%d moves", len(s.Moves))
	}
	for _, m := range s.Moves {
		if n := words(m.Text); n < 40 || n > 65 {
			t.Errorf("pull %s, push %s: %d words", m.Pull, m.Push, n)
		}
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

// counted matches a number of times, a time or a date: what anyone could check.
var counted = regexp.MustCompile(`\b(twice|three times|months?|quarter|year|date)\b`)

func TestLeavingHasATestThatCanBeChecked(t *testing.T) {
	for _, w := range builtin(t).Surroundings.Winds {
		if !counted.MatchString(w.Leave) {
			t.Errorf("%s, leave has nothing that can be checked: %s", w.ID, w.Leave)
		}
		if strings.HasPrefix(w.Leave, "When ") || strings.HasPrefix(w.Leave, "If ") {
			t.Errorf("%s, leave is half a sentence; its label says when: %s", w.ID, w.Leave)
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
			atMost(t, 70, p.at, p.text)
		}
	}
}
