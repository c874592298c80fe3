package report_test

import (
	"strings"
	"testing"
	"time"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// The tables here read as a person would: the case on the left, the words on the right.

func at(level int) *int { return &level }

// placed is a result at a level with a confidence, the rest of which lies at the neighbour.
func placed(level, neighbour int, confidence float64) stages.Placement {
	r := stages.Placement{Level: at(level), SpeaksFor: at(level), Confidence: confidence}
	r.Posterior[level-1] = confidence
	if neighbour > 0 {
		r.Posterior[neighbour-1] += 1 - confidence
	}
	r.Held = r.Posterior
	return r
}

// capped is a result whose answers speak for more than is held, and the strands with their levels; 0 is
// one without a chance, -1 one not asked about.
func capped(kind stages.CapKind, held, speaks int, names []string, strands map[string]int) stages.Placement {
	r := placed(held, 0, .9)
	r.SpeaksFor = at(speaks)
	r.HeldBy = &stages.Cap{Cap: kind, Level: held, Strands: names}
	r.Caps = []stages.Cap{*r.HeldBy}
	for _, s := range catalog().Strands {
		level, there := strands[s.ID]
		switch {
		case !there:
			r.Strands = append(r.Strands, stages.StrandResult{ID: s.ID, Level: at(held)})
		case level > 0:
			r.Strands = append(r.Strands, stages.StrandResult{ID: s.ID, Level: at(level)})
		default:
			r.Strands = append(r.Strands, stages.StrandResult{ID: s.ID, NoChance: level == 0})
		}
	}
	return r
}

func inconsistent(low, high int) stages.Placement {
	r := placed(low, 0, .3)
	r.Posterior = [stages.Levels]float64{}
	for n := low; n <= high; n++ {
		r.Posterior[n-1] = 1 / float64(high-low+1)
	}
	r.Held = r.Posterior
	r.Warnings = []stages.Warning{{Kind: stages.WarnInconsistent, Questions: []string{"craft-1"}}}
	return r
}

func TestHeadlineAndSureness(t *testing.T) {
	c := catalog()
	two := []string{"customer", "trust"}
	for _, row := range []struct {
		when           string
		result         stages.Placement
		headline, sure string
	}{
		{"clear", placed(3, 0, .95),
			"You are at level 3, Design Partner.", "Clear."},
		{"likely, with a neighbour", placed(2, 3, .75),
			"You are at level 2, Focal Point.", "Likely. If it is not level 2, it is level 3, Design Partner."},
		{"between, counted as the lower", placed(2, 3, .55),
			"You are between level 2 and level 3. Counted as 2, the lower.", "Focal Point or Design Partner: a few more answers would tell."},
		{"between, counted as the likelier", placed(3, 2, .55),
			"You are between level 2 and level 3. Counted as 3, the likelier.", "Design Partner or Focal Point: a few more answers would tell."},
		{"not consistent", inconsistent(1, 3),
			"Not enough consistent evidence to name a level. Your answers lie somewhere from 1 to 3.", "A second look at the marked answers makes the result surer."},
		{"not consistent, and yet near one level", inconsistent(2, 2),
			"Not enough consistent evidence to name a level. Your answers lie near 2.", "A second look at the marked answers makes the result surer."},
		{"everything skipped", stages.Placement{},
			"No level this time: everything was skipped.", "Nothing you skipped counts against you. There was nothing to go by."},
		{"level 5", placed(5, 0, .95),
			"You are at level 5, Partner.", "Clear."},
		{"never had the chance", capped(stages.CapNeeds, 1, 4, two, map[string]int{"craft": 4, "customer": 0, "trust": 0}),
			"You are at level 1, Problem Solver. Your craft speaks for level 4.", "Clear. Level 2 stands on customer and trust, and you have not had the chance yet: ready, not yet exposed."},
		{"the needs were not asked about", capped(stages.CapNeeds, 1, 4, two, map[string]int{"craft": 4, "design": 4, "customer": -1, "trust": -1}),
			"You are at level 1, Problem Solver. Your craft and design speak for level 4.", "Clear. Level 2 stands on customer and trust, which these answers say too little about."},
		{"a need not met", capped(stages.CapNeeds, 1, 3, two[:1], map[string]int{"customer": 1}),
			"You are at level 1, Problem Solver. Your answers speak for level 3.", "Clear. Level 2 stands on customer, and it is not there yet."},
		{"two needs not met", capped(stages.CapNeeds, 1, 3, two, map[string]int{"customer": 1, "trust": 1}),
			"You are at level 1, Problem Solver. Your answers speak for level 3.", "Clear. Level 2 stands on customer and trust, and they are not there yet."},
		{"one strand far behind", capped(stages.CapCumulative, 2, 3, two[:1], nil),
			"You are at level 2, Focal Point. Your answers speak for level 3.", "Clear. Level 3 asks for breadth, and customer lies further back."},
		{"two strands far behind", capped(stages.CapCumulative, 2, 3, two, nil),
			"You are at level 2, Focal Point. Your answers speak for level 3.", "Clear. Level 3 asks for breadth, and customer and trust lie further back."},
		{"too few strands there", capped(stages.CapCumulative, 2, 3, nil, nil),
			"You are at level 2, Focal Point. Your answers speak for level 3.", "Clear. Level 3 asks for breadth: half of your strands there, and none far behind."},
		{"claims beyond events", capped(stages.CapEvidence, 2, 3, nil, nil),
			"You are at level 2, Focal Point. Your answers speak for level 3.", "Likely. The events you named do not reach level 3 yet; what you say of yourself does."},
		{"too few answers", capped(stages.CapSupport, 2, 3, nil, nil),
			"You are at level 2, Focal Point. Your answers speak for level 3.", "Likely. Too few of your answers reach level 3 to hold it."},
	} {
		if got := report.Headline(c, row.result); got != row.headline {
			t.Errorf("%s: headline\n  %s\nwant\n  %s", row.when, got, row.headline)
		}
		if got := report.Sureness(c, row.result); got != row.sure {
			t.Errorf("%s: sureness\n  %s\nwant\n  %s", row.when, got, row.sure)
		}
	}
}

func TestOpens(t *testing.T) {
	needs := capped(stages.CapNeeds, 1, 4, []string{"customer"}, nil)
	if got := report.Opens(catalog(), needs); got != "What opens level 2: one customer, and another team counts as one." {
		t.Error(got)
	}
	for _, r := range []stages.Placement{placed(2, 0, .9), capped(stages.CapNeeds, 2, 4, nil, nil), capped(stages.CapEvidence, 1, 2, nil, nil)} {
		if got := report.Opens(catalog(), r); got != "" {
			t.Errorf("said of what a chance does not open: %s", got)
		}
	}
}

func TestStanding(t *testing.T) {
	for _, row := range []struct {
		strand        stages.StrandResult
		target        int
		words, narrow string
	}{
		{stages.StrandResult{Level: at(3)}, 3, "3, reaches it", "reaches it"},
		{stages.StrandResult{Level: at(4)}, 3, "4, beyond it", "reaches it"},
		{stages.StrandResult{Level: at(2)}, 3, "2, one level to go", "one to go"},
		{stages.StrandResult{Level: at(1)}, 3, "1, two levels to go", "two to go"},
		{stages.StrandResult{Level: at(4), Spike: 2}, 3, "4, a spike: two beyond you", "4, a spike"},
		{stages.StrandResult{Level: at(1), Spike: -2}, 4, "1, far back: two below you", "three to go"},
		{stages.StrandResult{}, 3, "not assessed", "not assessed"},
		{stages.StrandResult{NoChance: true}, 3, "not assessed: no chance yet", "not assessed"},
	} {
		if got := report.Standing(row.strand, row.target); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
		if got := report.StandingBrief(row.strand, row.target); got != row.narrow {
			t.Errorf("on narrow sheets %q, want %q", got, row.narrow)
		}
	}
}

func TestShape(t *testing.T) {
	for _, row := range []struct {
		when   string
		levels []int // of craft, customer, design
		spike  int   // of craft
		words  string
	}{
		{"all alike", []int{2, 2, 2}, 0, ""},
		{"one behind", []int{3, 2, 3}, 0, "Customer is the widest gap."},
		{"two behind, and neither the widest", []int{3, 2, 2}, 0, ""},
		{"one ahead", []int{5, 3, 3}, 3, "Craft runs ahead of the rest."},
		{"one ahead, one behind", []int{4, 2, 1}, 2, "Craft runs ahead of the rest. Design is the widest gap."},
		{"the last of them is there already", []int{4, 3, 4}, 0, ""},
	} {
		r := placed(2, 0, .9)
		for i, id := range []string{"craft", "customer", "design"} {
			r.Strands = append(r.Strands, stages.StrandResult{ID: id, Level: at(row.levels[i])})
		}
		r.Strands[0].Spike = row.spike
		r.Strands = append(r.Strands, stages.StrandResult{ID: "voice"})
		if got := report.Shape(catalog(), r); got != row.words {
			t.Errorf("%s: %q, want %q", row.when, got, row.words)
		}
	}
}

func TestPlace(t *testing.T) {
	speaks := capped(stages.CapEvidence, 2, 4, nil, nil)
	for _, row := range []struct {
		when   string
		result stages.Placement
		words  string // level by level
	}{
		{"clear", placed(2, 0, .95), "passed / you are here / ahead / ahead / ahead"},
		{"likely", placed(2, 3, .75), "passed / you are here / what it could be instead / ahead / ahead"},
		{"capped", speaks, "passed / you are here / ahead / what your answers speak for / ahead"},
		{"not consistent", inconsistent(1, 3), "your answers lie here / your answers lie here / your answers lie here /  / "},
		{"skipped", stages.Placement{}, " /  /  /  / "},
	} {
		var words []string
		for n := 1; n <= stages.Levels; n++ {
			words = append(words, report.Place(row.result, n))
		}
		if got := strings.Join(words, " / "); got != row.words {
			t.Errorf("%s: %s\nwant %s", row.when, got, row.words)
		}
	}
}

func TestUntil(t *testing.T) {
	now := time.Date(2026, 4, 6, 23, 30, 0, 0, time.UTC)
	for _, row := range []struct {
		days  int
		words string
	}{
		{-1, "past"}, {0, "today"}, {1, "tomorrow"}, {2, "in two days"}, {13, "in 13 days"}, {14, "in two weeks"}, {27, "in three weeks"}, {84, "in twelve weeks"},
	} {
		then := time.Date(2026, 4, 6+row.days, 0, 30, 0, 0, time.UTC)
		if got := report.Until(now, then); got != row.words {
			t.Errorf("%d days on: %q, want %q", row.days, got, row.words)
		}
	}
}

func TestPlanFact(t *testing.T) {
	for _, row := range []struct {
		done, open int
		words      string
	}{
		{0, 0, "empty"}, {0, 2, "two open"}, {1, 0, "one done"}, {1, 2, "one done, two open"}, {13, 1, "13 done, one open"},
	} {
		p := session.Plan{}
		for i := range row.done + row.open {
			item := session.Item{Added: day}
			if i < row.done {
				item.Done = &day
			}
			p.Items = append(p.Items, item)
		}
		if got := report.PlanFact(p); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
	}
}

// scored is a survey whose axes have these scores; one without is not asked about.
func scored(assessment string, scores map[string]float64) session.Result {
	c := catalog()
	r := session.Result{Attempt: session.Attempt{Assessment: assessment}, Scores: &stages.SurveyScores{}}
	r.Snapshot.Crossroads, r.Snapshot.Surroundings, r.Snapshot.Strands = c.Crossroads, c.Surroundings, c.Strands
	for id, score := range scores {
		r.Scores.Axes = append(r.Scores.Axes, stages.AxisScore{ID: id, Score: &score})
	}
	return r
}

func TestSurveyHeadline(t *testing.T) {
	for _, row := range []struct {
		assessment string
		scores     map[string]float64
		words      string
	}{
		{stages.Crossroads, nil, "Too few answers to say which road pulls you."},
		{stages.Crossroads, map[string]float64{"product-pull": .9, "expert-pull": .2}, "The product road pulls you clearly."},
		{stages.Crossroads, map[string]float64{"product-pull": .5, "expert-pull": .2}, "The product road pulls you most."},
		{stages.Crossroads, map[string]float64{"product-pull": .35, "expert-pull": .2}, "The product road pulls you a little, more than the other roads."},
		{stages.Crossroads, map[string]float64{"product-pull": .2, "expert-pull": .1}, "No road pulls you now. That is an answer too: it need not be decided."},
		{stages.Crossroads, map[string]float64{"product-pull": .6, "expert-pull": .55}, "The product road and The expert road pull you about alike."},
		{stages.Surroundings, nil, "Your place neither helps you on nor holds you up."},
		{stages.Surroundings, map[string]float64{"voice": .5, "path": .5}, "Your place neither helps you on nor holds you up."},
		{stages.Surroundings, map[string]float64{"voice": .9}, "Your place helps you on: the voice."},
		{stages.Surroundings, map[string]float64{"voice": .1, "path": .4}, "Your place holds you up: the voice and the path."},
		{stages.Surroundings, map[string]float64{"voice": .1, "path": .6, "value": .8}, "With you: the path and the value. Against you: the voice."},
	} {
		if got := report.SurveyHeadline(scored(row.assessment, row.scores)); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
	}
}

func TestPush(t *testing.T) {
	if got := report.Push(scored(stages.Crossroads, map[string]float64{"push": .7})); got != "You want away. That is not yet a road." {
		t.Errorf("a strong push says %q", got)
	}
	for _, r := range []session.Result{scored(stages.Crossroads, map[string]float64{"push": .3}), scored(stages.Crossroads, nil), scored(stages.Surroundings, nil)} {
		if got := report.Push(r); got != "" {
			t.Errorf("no push says %q", got)
		}
	}
}

func TestAboutThePlace(t *testing.T) {
	for _, row := range []struct {
		about, gaps int
		words       string
	}{
		{0, 0, ""}, {0, 3, ""}, {1, 1, "Your gap may be about the place, not you."},
		{1, 3, "One of your three gaps may be about the place, not you."},
		{2, 2, "Both of your gaps may be about the place, not you."},
		{2, 3, "Two of your three gaps may be about the place, not you."},
		{3, 3, "All three of your gaps may be about the place, not you."},
	} {
		if got := report.AboutThePlace(row.about, row.gaps); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
	}
}

func TestWouldChange(t *testing.T) {
	c := catalog()
	find := stages.NewBank(c).Question
	one := stages.ChangeAnswer{Question: "craft-1", Option: "at-4"}
	ticked := stages.ChangeAnswer{Question: "craft-boxes", Options: []string{"box-1", "box-2"}}
	none := stages.ChangeAnswer{Question: "craft-boxes", Options: []string{}}
	for _, row := range []struct {
		answers []stages.ChangeAnswer
		words   string
	}{
		{[]stages.ChangeAnswer{one}, `Had "a design expected to fail, 1" been "answer at 4", you would be at level 3.`},
		{[]stages.ChangeAnswer{one, ticked}, `Had "a design expected to fail, 1" been "answer at 4" and ` +
			`"what you left behind" been "A thing that stays, of 1; A thing that stays, of 2", you would be at level 3.`},
		{[]stages.ChangeAnswer{none}, `Had "what you left behind" been "none of these yet", you would be at level 3.`},
		{[]stages.ChangeAnswer{{Question: "gone", Option: "at-4"}}, ""},
	} {
		r := placed(2, 0, .9)
		r.WouldChange = []stages.Change{{Level: 3, Answers: row.answers}}
		if got := strings.Join(report.WouldChange(r, find), ""); got != row.words {
			t.Errorf("%s\nwant %s", got, row.words)
		}
	}
}

func TestWhy(t *testing.T) {
	r := placed(2, 0, .9)
	r.Why = []stages.Influence{{Question: "a", Weight: .5}, {Question: "b", Weight: -.2}, {Question: "c", Weight: .1}}
	r.Warnings = []stages.Warning{{Kind: stages.WarnHasty, Text: "These came fast.", Questions: []string{"d"}},
		{Kind: stages.WarnContradiction, Text: "They disagree.", Questions: []string{"e", "f"}}}
	var got []string
	for _, g := range report.Why(r) {
		got = append(got, g.Heading)
		for _, row := range g.Rows {
			got = append(got, strings.Join(row, "+"))
		}
	}
	want := "What lifted you / a / c / What held you back / b / These came fast. / d / Two answers disagree / e+f"
	if said := strings.Join(got, " / "); said != want {
		t.Errorf("%s\nwant %s", said, want)
	}
}
