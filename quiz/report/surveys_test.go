package report_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// scored is a survey whose axes have these scores; one without has too few answers.
func scored(assessment string, scores map[string]float64) session.Result {
	c := catalog()
	r := session.Result{Attempt: session.Attempt{Assessment: assessment}, Scores: &stages.SurveyScores{}}
	r.Saved = day
	r.Snapshot.Crossroads, r.Snapshot.Surroundings, r.Snapshot.Strands = c.Crossroads, c.Surroundings, c.Strands
	for id, score := range scores {
		r.Scores.Axes = append(r.Scores.Axes, stages.AxisScore{ID: id, Score: &score})
	}
	return r
}

func TestSurveyHeadline(t *testing.T) {
	const none, little, product = "No road appeals to you much right now. That's an answer too.",
		"The product road appeals to you a bit more than the other roads.", "The product road appeals to you "
	for _, row := range []struct {
		assessment string
		scores     map[string]float64
		words      string
	}{
		{stages.Crossroads, nil, "Too few answers to say which road appeals to you."},
		{stages.Crossroads, map[string]float64{"product-pull": .29, "expert-pull": .28}, none},
		{stages.Crossroads, map[string]float64{"product-pull": .31, "expert-pull": .15}, little},
		{stages.Crossroads, map[string]float64{"product-pull": .35, "expert-pull": .29}, little}, // near, and yet hardly pulls
		{stages.Crossroads, map[string]float64{"product-pull": .39, "expert-pull": .2}, little},
		{stages.Crossroads, map[string]float64{"product-pull": .41, "expert-pull": .2}, product + "most."},
		{stages.Crossroads, map[string]float64{"product-pull": .54, "expert-pull": .2}, product + "most."},
		{stages.Crossroads, map[string]float64{"product-pull": .56, "expert-pull": .2}, product + "a lot."},
		{stages.Crossroads, map[string]float64{"product-pull": .9}, product + "a lot."},
		{stages.Crossroads, map[string]float64{"product-pull": .6, "expert-pull": .49}, product + "a lot."},
		{stages.Crossroads, map[string]float64{"product-pull": .6, "expert-pull": .54}, product + "a lot."}, // which the other only does without "a lot"
		{stages.Crossroads, map[string]float64{"product-pull": .64, "expert-pull": .55}, "The product road and The expert road appeal to you about equally."},
		{stages.Crossroads, map[string]float64{"product-pull": .6, "expert-pull": .55, "craft-pull": .58}, "The product road, The craft road and The expert road appeal to you about equally."},
		// an old file may hold a score outside of 0 to 1
		{stages.Crossroads, map[string]float64{"product-pull": 1.4, "expert-pull": .95}, "The product road and The expert road appeal to you about equally."},
		{stages.Crossroads, map[string]float64{"product-pull": -1}, none},
		{stages.Surroundings, nil, "Too few answers to say how your workplace affects you."},
		{stages.Surroundings, map[string]float64{"voice": .41, "path": .59}, "Your workplace neither helps you nor holds you back."},
		{stages.Surroundings, map[string]float64{"voice": .61}, "Your workplace is helping you with: the voice."},
		{stages.Surroundings, map[string]float64{"voice": .1, "path": .39}, "Your workplace is holding you back on: the voice and the path."},
		{stages.Surroundings, map[string]float64{"voice": .1, "path": .6, "value": .8}, "Your workplace is helping you with: the path and the value. It's holding you back on: the voice."},
	} {
		if got := report.SurveyHeadline(scored(row.assessment, row.scores)); got != row.words {
			t.Errorf("%v: %q, want %q", row.scores, got, row.words)
		}
	}
	r := scored(stages.Surroundings, map[string]float64{"voice": .9})
	r.Snapshot.Surroundings.Winds[0].Name = "IT budget"
	if got := report.SurveyHeadline(r); got != "Your workplace is helping you with: IT budget." {
		t.Error(got)
	}
}

// TestRoadsShort names one road, and counts several, whose names stand below.
func TestRoadsShort(t *testing.T) {
	for _, row := range []struct {
		scores map[string]float64
		words  string
	}{
		{map[string]float64{"product-pull": .6, "expert-pull": .55, "craft-pull": .58}, "Three roads appeal about equally."},
		{map[string]float64{"product-pull": .56, "expert-pull": .2}, "The product road appeals to you a lot."},
		{map[string]float64{"product-pull": .29, "expert-pull": .28}, "No road appeals to you much right now. That's an answer too."},
		{nil, "Too few answers to say which road appeals to you."},
	} {
		if got := report.RoadsShort(scored(stages.Crossroads, row.scores)); got != row.words {
			t.Errorf("%v: %q, want %q", row.scores, got, row.words)
		}
	}
}

func TestWordsForScores(t *testing.T) {
	type words struct{ pull, wind, ready string }
	for score, want := range map[float64]words{
		.04: {"no appeal", "holds you back", "Most of what this road asks for would be new to you."},
		.06: {"a little appeal", "holds you back", "Most of what this road asks for would be new to you."},
		.29: {"a little appeal", "holds you back", "Most of what this road asks for would be new to you."},
		.31: {"some appeal", "holds you back", "Most of what this road asks for would be new to you."},
		.32: {"some appeal", "holds you back", "Most of what this road asks for would be new to you."},
		.34: {"some appeal", "holds you back", "You have some of the experience this road asks for, but not all."},
		.39: {"some appeal", "holds you back", "You have some of the experience this road asks for, but not all."},
		.41: {"some appeal", "neutral", "You have some of the experience this road asks for, but not all."},
		.54: {"some appeal", "neutral", "You have some of the experience this road asks for, but not all."},
		.56: {"a lot of appeal", "neutral", "You have some of the experience this road asks for, but not all."},
		.59: {"a lot of appeal", "neutral", "You have some of the experience this road asks for, but not all."},
		.61: {"a lot of appeal", "helps you", "You have some of the experience this road asks for, but not all."},
		.65: {"a lot of appeal", "helps you", "You have some of the experience this road asks for, but not all."},
		.67: {"a lot of appeal", "helps you", "You already have most of the experience this road asks for."},
	} {
		if got := (words{report.Pull(score, true), report.Wind(score, true), report.Ready(score)}); got != want {
			t.Errorf("%.2f: %q, want %q", score, got, want)
		}
	}
	if got := report.Pull(.9, false) + ", " + report.Wind(.9, false); got != "not assessed, not assessed" {
		t.Error(got)
	}
}

// A gauge of one length has one word, of which each has a third of the cells.
func TestGaugesSayWhatTheWordsSay(t *testing.T) {
	helps := func(score float64, half int) int { return report.WindCells(.5+score/2, half) } // from the middle on
	helped := func(score float64, known bool) string { return report.WindWord(.5+score/2, known) }
	for _, cells := range []int{3, 6, 9, 12} {
		for _, of := range []struct {
			cells func(float64, int) int
			word  func(float64, bool) string
			none  string
		}{{report.PullCells, report.PullWord, "none"}, {report.ReadyCells, report.ReadyWord, "none"}, {report.PushCells, report.PushWord, "none"}, {helps, helped, "neither"}} {
			last := 0
			for n := range 101 {
				score := float64(n) / 100
				full, word := of.cells(score, cells), of.word(score, true)
				want := [4]string{of.none, "a little", "some", "a lot"}[(full*3+cells-1)/cells]
				if word != want || full < last {
					t.Errorf("%.2f: %d of %d cells are %q, want %q", score, full, cells, word, want)
				}
				last = full
			}
			if last != cells {
				t.Errorf("the most is %d of %d cells", last, cells)
			}
		}
	}
	for n := range 101 { // what isn't counted has no bar, and what is has one
		score := float64(n) / 100
		counted := report.WindsShort(scored(stages.Surroundings, map[string]float64{"voice": score})) != "Your workplace neither helps you nor holds you back."
		if drawn := report.WindCells(score, 3) > 0; drawn != counted || drawn == (report.Wind(score, true) == "neutral") {
			t.Errorf("%.2f: counted %v, drawn %v, %q", score, counted, drawn, report.Wind(score, true))
		}
	}
	for n := range 51 { // what holds back is as long as what helps as much, and has its word
		against, with := float64(50-n)/100, float64(50+n)/100
		if report.WindCells(against, 12) != report.WindCells(with, 12) || report.WindWord(against, true) != report.WindWord(with, true) {
			t.Errorf("%.2f and %.2f aren't as far from the middle", against, with)
		}
	}
	if got := report.PullCells(7, 8); got != 8 {
		t.Error(got)
	}
}

func TestRoadsByPull(t *testing.T) {
	for want, scores := range map[string]map[string]float64{
		"expert product craft": nil, // as the content has them
		"craft expert product": {"craft-pull": .5},
		"product craft expert": {"craft-pull": .1, "product-pull": .4},
		"expert craft product": {"craft-pull": 0, "expert-pull": 0},
	} {
		var ids []string
		for _, road := range report.Roads(scored(stages.Crossroads, scores)) {
			ids = append(ids, road.ID)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%v: %s, want %s", scores, got, want)
		}
	}
}

// Content without moves says what a strong push means, and nothing else.
func TestMoveOfOlderContent(t *testing.T) {
	const away = "You want away. That is not yet a road."
	for score, want := range map[float64]string{.51: "", .59: "", .61: away} {
		for _, pull := range []float64{.1, .9} {
			if got := report.Move(scored(stages.Crossroads, map[string]float64{"push": score, "product-pull": pull})); got != want {
				t.Errorf("a push of %.2f beside a pull of %.1f says %q", score, pull, got)
			}
		}
	}
	for _, r := range []session.Result{scored(stages.Crossroads, nil), scored(stages.Surroundings, map[string]float64{"push": .9})} {
		if got := report.Move(r); got != "" {
			t.Errorf("no push says %q", got)
		}
	}
}

// moving is a crossroads with a move for each pair of pull and push, which names it.
func moving(scores map[string]float64) session.Result {
	r := scored(stages.Crossroads, scores)
	for _, pull := range stages.Forces() {
		for _, push := range stages.Forces() {
			r.Snapshot.Crossroads.Moves = append(r.Snapshot.Crossroads.Moves,
				stages.Move{Pull: pull, Push: push, Text: fmt.Sprintf("The pull is %s, the push %s.", pull, push)})
		}
	}
	return r
}

func TestMove(t *testing.T) {
	for _, row := range []struct {
		scores map[string]float64
		words  string
	}{
		{map[string]float64{"product-pull": .9, "push": .9}, "The pull is strong, the push strong."},
		{map[string]float64{"product-pull": .9, "push": .1}, "The pull is strong, the push little."},
		{map[string]float64{"product-pull": .1, "push": .9}, "The pull is little, the push strong."},
		{map[string]float64{"product-pull": .1, "push": .1}, "The pull is little, the push little."},
		{map[string]float64{"product-pull": .4, "push": .5}, "The pull is strong, the push strong."}, // where they begin
		{map[string]float64{"product-pull": .39, "push": .49}, "The pull is little, the push little."},
		{map[string]float64{"product-pull": .1 + .1 + .1 + .1 - 1e-16, "push": .5}, "The pull is strong, the push strong."},
		{map[string]float64{"product-pull": .2, "craft-pull": .6, "push": .2}, "The pull is strong, the push little."}, // the first road's
		{map[string]float64{"product-pull": .9}, ""},
		{map[string]float64{"push": .9}, ""},
		{nil, ""},
	} {
		if got := report.Move(moving(row.scores)); got != row.words {
			t.Errorf("%v: %q, want %q", row.scores, got, row.words)
		}
	}
	for ready, want := range map[float64]string{.9: "Near.", .3: "The pull is strong, the push little."} {
		two := moving(map[string]float64{"product-pull": .9, "product-ready": .9, "craft-pull": .85, "craft-ready": ready, "push": .1})
		for i := range two.Snapshot.Crossroads.Moves {
			two.Snapshot.Crossroads.Moves[i].Near = "Near."
		}
		if got := report.Move(two); got != want {
			t.Errorf("two roads that appeal alike, of which one is %.1f ready: %q", ready, got)
		}
	}
	bare := moving(map[string]float64{"product-pull": .9, "push": .9})
	bare.Snapshot.Crossroads.Roads = nil
	if got := report.Move(bare); got != "" {
		t.Errorf("without roads: %q", got)
	}
}

// Each of the four is told wherever the crossroads are: on their own, in the export and on the page that has all.
func TestMovesAreToldEverywhere(t *testing.T) {
	for _, pull := range []float64{.1, .9} {
		for _, push := range []float64{.1, .9} {
			last := moving(map[string]float64{"product-pull": pull, "push": push})
			e, _ := report.NewExport(map[string]session.Result{stages.Crossroads: last}, session.Plan{})
			var text, markdown strings.Builder
			if err := e.SurveyText(&text, 200, stages.Crossroads); err != nil {
				t.Fatal(err)
			}
			e.Result = session.Result{Snapshot: *catalog()}
			if err := e.Markdown(&markdown); err != nil {
				t.Fatal(err)
			}
			for where, told := range map[string]string{"text": text.String(), "Markdown": markdown.String()} {
				if want := report.Move(last); want == "" || !strings.Contains(told, want) {
					t.Errorf("the %s lacks %q:\n%s", where, want, told)
				}
			}
		}
	}
}

func TestRoadGaps(t *testing.T) {
	for _, row := range []struct {
		when  string
		asks  map[string]float64
		words string
	}{
		{"all reached", map[string]float64{"craft": 3, "customer": 2}, "Your strands are at the levels it needs."},
		{"one short", map[string]float64{"craft": 4, "customer": 2}, "The road asks for more than your result shows in craft."},
		{"two short", map[string]float64{"craft": 4, "customer": 3}, "The road asks for more than your result shows in craft and customer."},
		{"one not assessed is not said to be short", map[string]float64{"craft": 4, "design": 2}, "The road asks for more than your result shows in craft."},
		{"all others reached, one not assessed", map[string]float64{"craft": 3, "design": 2}, "The road needs design too, and there are too few answers about that."},
	} {
		placed := strandsAt(3, 2, 0)
		if got := report.RoadGaps(catalog(), &stages.Road{Strands: row.asks}, &placed); got != row.words {
			t.Errorf("%s: %s", row.when, got)
		}
	}
	claimed := strandsAt(3)
	claimed.Warnings = []stages.Warning{{Kind: stages.WarnClaims}}
	if got := report.RoadGaps(catalog(), &stages.Road{Strands: map[string]float64{"craft": 3}}, &claimed); got != "Going by what you say about yourself, your strands are at the levels it needs." {
		t.Errorf("by claims beyond the events: %s", got)
	}
	if got := report.RoadGaps(catalog(), &stages.Road{}, nil); got != "" {
		t.Errorf("without a result: %s", got)
	}
}

func TestRoadParts(t *testing.T) {
	road := catalog().Crossroads.Roads[0]
	part := func(e report.Export, work string, scores map[string]float64, label string) string {
		r := scored(stages.Crossroads, scores)
		r.Profile.Work = work
		for _, p := range e.RoadParts(r, road) {
			if p.Label == label {
				return p.Text
			}
		}
		return "nothing"
	}
	e := report.Export{Result: session.Result{Placement: strandsAt(3)}}
	e.Result.Placement.Assessment = stages.Stages
	for _, row := range []struct{ got, want string }{
		{part(report.Export{}, "", nil, "Carries over"), "Knowing how things break."},
		{part(report.Export{}, "support", nil, "Carries over"), "Knowing how things break at night."},
		{part(report.Export{}, "", nil, "New to most"), "Saying no."},
		{part(report.Export{}, "", nil, "Your answers"), "nothing"}, // nothing is said of what is not known
		{part(report.Export{}, "consulting", map[string]float64{"expert-ready": .8}, "Your answers"), "You already have most of the experience this road asks for."},
		{part(report.Export{}, "consulting", map[string]float64{"expert-ready": .9}, "Your answers"), "It's close to the work you do now. You already have most of the experience this road asks for."},
		{part(report.Export{}, "", map[string]float64{"expert-ready": .65}, "New to most"), "Saying no."},
		{part(report.Export{}, "", map[string]float64{"expert-ready": .66}, "New to most"), "nothing"}, // newcomers' advice
		{part(report.Export{}, "", map[string]float64{"expert-ready": .66}, "Carries over"), "nothing"},
		{part(e, "", map[string]float64{"expert-ready": .1}, "Your answers"), "Most of what this road asks for would be new to you. The road asks for more than your result shows in craft."},
		{part(e, "", nil, "Try"), "Write one page. Allow about 2 weeks."},
		{part(e, "", nil, "The road"), "A road to walk."},
	} {
		if row.got != row.want {
			t.Errorf("%q, want %q", row.got, row.want)
		}
	}
}

func TestWindParts(t *testing.T) {
	wind := catalog().Surroundings.Winds[0]
	for _, row := range []struct {
		score float64
		asked bool
		words string
	}{
		{0, false, "What it is: Whether it is heard."},
		{.39, true, "What it is: Whether it is heard. Holds back: It is not your fault. Negotiate: Ask for one answer. When to leave: When nobody answers."},
		{.41, true, "What it is: Whether it is heard. Negotiate: Ask for one answer."},
		{.59, true, "What it is: Whether it is heard. Negotiate: Ask for one answer."},
		{.61, true, "What it is: Whether it is heard. Helps: Use it."},
	} {
		var out []string
		for _, p := range report.WindParts(wind, row.score, row.asked) {
			out = append(out, p.Label+": "+p.Text)
		}
		if got := strings.Join(out, " "); got != row.words {
			t.Errorf("at %.2f: %s\nwant %s", row.score, got, row.words)
		}
	}
}

func TestAboutThePlace(t *testing.T) {
	for _, row := range []struct {
		about, gaps int
		words       string
	}{
		{0, 0, ""}, {0, 3, ""}, {1, 1, "Your workplace may make your next step harder."},
		{1, 3, "Your workplace may make one of your three next steps harder."},
		{2, 2, "Your workplace may make both of your next steps harder."},
		{2, 3, "Your workplace may make two of your three next steps harder."},
		{3, 3, "Your workplace may make all three of your next steps harder."},
	} {
		if got := report.AboutThePlace(row.about, row.gaps, false); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
		too := strings.Replace(row.words, "Your workplace", "It", 1)
		if got := report.AboutThePlace(row.about, row.gaps, true); got != too {
			t.Errorf("after a sentence about it %q, want %q", got, too)
		}
	}
}

// A single one of the steps that may be harder is named by its title, where a line holds that; each of them says why it's advised.
func TestPlaceSaysWhichStep(t *testing.T) {
	long := "A craft step with a title that's too long for one line"
	for _, row := range []struct{ against, title, words string }{
		{"customer", "", `"A customer step" may be harder at your workplace.`},
		{"craft", long, "Your workplace may make one of your three next steps harder."},
		{"craft voice", "", "Your workplace may make two of your three next steps harder."},
		{"trust", "", ""},
		{"craft customer voice", "", "Your workplace may make all three of your next steps harder."},
	} {
		e := windy(strings.Fields(row.against)...)
		for _, strand := range []string{"craft", "customer", "voice"} {
			step := advice(strand, 3)
			step.Title = cmp.Or(row.title, "A "+strand+" step")
			e.Result.Snapshot.Steps = append(e.Result.Snapshot.Steps, step)
			e.Result.Placement.Next = append(e.Result.Placement.Next, advised(strand).NextStep)
		}
		got := e.PlaceSays()
		if got != row.words || utf8.RuneCountInString(got) > 72 {
			t.Errorf("against %s: %q, want %q", row.against, got, row.words)
		}
		for _, a := range e.Result.Advised() {
			harder := strings.Contains(e.StepWhy(a), "Your workplace may be making this harder.")
			if harder != strings.Contains(row.against, a.Strand) {
				t.Errorf("against %s: the step along %s says %q", row.against, a.Strand, e.StepWhy(a))
			}
		}
	}
}

// A strand that has reached the next level is advised at times: its step is one of those, though it's no gap.
func TestPlaceSays(t *testing.T) {
	for _, row := range []struct {
		against, next string
		words         string
	}{
		{"craft", "craft customer", "Your workplace may make one of your two next steps harder."},
		{"craft customer", "craft customer", "Your workplace may make both of your next steps harder."},
		{"craft design", "craft design", "Your workplace may make one of your two next steps harder."},
		{"craft", "craft", "Your workplace may make your next step harder."},
		{"design", "craft design", ""},
		{"voice", "voice craft", "Your workplace may make one of your two next steps harder."}, // not assessed
		{"trust", "craft customer", ""},
	} {
		e := windy(strings.Fields(row.against)...)
		for _, strand := range strings.Fields(row.next) {
			e.Result.Placement.Next = append(e.Result.Placement.Next, stages.NextStep{Strand: strand})
		}
		if got := e.PlaceSays(); got != row.words {
			t.Errorf("against %s, next %s: %q, want %q", row.against, row.next, got, row.words)
		}
	}
}

// The text of a survey tells each road; the export tells those that pull, and names the others.
func TestCrossroadsInFull(t *testing.T) {
	last := scored(stages.Crossroads, map[string]float64{"product-pull": .31, "craft-pull": .29, "push": .9})
	e, _ := report.NewExport(map[string]session.Result{stages.Crossroads: last}, session.Plan{})
	var text, markdown strings.Builder
	if err := e.SurveyText(&text, 200, stages.Crossroads); err != nil {
		t.Fatal(err)
	}
	e.Result = session.Result{Snapshot: *catalog()}
	if err := e.Markdown(&markdown); err != nil {
		t.Fatal(err)
	}
	head := "The product road appeals to you a bit more than the other roads. You want away. That is not yet a road. Taken on 12 March 2026.\n"
	for _, want := range []string{"Crossroads\n\n  " + head, "The product road: some appeal\n", "The craft road: a little appeal\n", "The expert road: not assessed\n"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%s\nlacks %q", text.String(), want)
		}
	}
	for _, want := range []string{"### The product road: some appeal\n", "\nFew of your answers draw you to The craft road. There are too few answers to say anything about The expert road.\n"} {
		if !strings.Contains(markdown.String(), want) {
			t.Errorf("%s\nlacks %q", markdown.String(), want)
		}
	}
	if strings.Contains(markdown.String(), "### The craft road") {
		t.Errorf("a road that hardly pulls is told in full:\n%s", markdown.String())
	}
}

// The road of someone's own kind of work is said to be that, as far as they have part of what it asks for.
func TestRoadOfOnesOwnWork(t *testing.T) {
	const is = "The product road is close to the work you do now."
	for _, row := range []struct {
		when        string
		work        string
		pull, ready float64
		move, says  string
	}{
		{"it's theirs, and they'd like more of it", "product", .9, .4, "Near.", "**Your answers:** It's close to the work you do now. You have some of the experience this road asks for, but not all."},
		{"it's theirs, and hardly appeals", "product", .1, .4, "The pull is little, the push little.", "\nFew of your answers draw you to The craft road. " + is},
		{"they have too little of it", "product", .9, .3, "The pull is strong, the push little.", "**Your answers:** Most of what this road asks for would be new to you."},
		{"other work", "support", .9, .4, "The pull is strong, the push little.", "**Your answers:** You have some of the experience this road asks for, but not all."},
		{"they have nearly all of it", "support", .1, .9, "The pull is little, the push little.", "\nFew of your answers draw you to The craft road. " + is},
		{"they have most of it", "support", .1, .89, "The pull is little, the push little.", "\nFew of your answers draw you to The craft road. You already have most of what it takes for The product road, though few of your answers draw you there."},
		{"other work, and hardly appeals", "support", .1, .4, "The pull is little, the push little.", "\nFew of your answers draw you to The product road and The craft road."},
	} {
		last := moving(map[string]float64{"product-pull": row.pull, "product-ready": row.ready, "craft-pull": .05, "push": .1})
		last.Profile.Work = row.work
		for i := range last.Snapshot.Crossroads.Moves {
			if m := &last.Snapshot.Crossroads.Moves[i]; m.Pull == stages.Strong {
				m.Near = "Near."
			}
		}
		if got := report.Move(last); got != row.move {
			t.Errorf("%s: %q", row.when, got)
		}
		e, _ := report.NewExport(map[string]session.Result{stages.Crossroads: last}, session.Plan{})
		e.Result = session.Result{Snapshot: *catalog()}
		if text := markdown(t, e); !strings.Contains(text, row.says) || strings.Contains(text, is) != strings.Contains(row.says, is) {
			t.Errorf("%s: want %q in\n%s", row.when, row.says, text)
		}
	}
}

// A survey may have no roads, or never have been taken.
func TestSurveyWithoutRoads(t *testing.T) {
	bare := scored(stages.Crossroads, map[string]float64{"push": .9})
	bare.Snapshot.Crossroads.Roads = nil
	e, _ := report.NewExport(map[string]session.Result{stages.Crossroads: bare}, session.Plan{})
	var out strings.Builder
	if err := e.SurveyText(&out, 60, stages.Crossroads); err != nil || !strings.Contains(out.String(), "Too few answers to say which road appeals to you.") {
		t.Errorf("%v:\n%s", err, out.String())
	}
	out.Reset()
	if err := e.SurveyText(&out, 60, stages.Surroundings); err != nil || out.Len() > 0 {
		t.Errorf("%v: told of surroundings never looked at:\n%s", err, out.String())
	}
}

// What a map says in a word, and what of it can be taken on.
func TestOfAMap(t *testing.T) {
	wind := stages.Wind{ID: "voice", Name: "Being heard", About: "Whether it is heard.", Negotiate: "Ask for a date. Bring numbers.",
		Tailwind: "It is heard. Use that: bring one cause a month. Follow it."}
	for _, row := range []struct {
		score       float64
		asked       bool
		leans, next string
		talk        bool
	}{
		{.1, true, "holds you back: a lot", "Ask for a date.", true},
		{.3, true, "holds you back: some", "Ask for a date.", true},
		{.4, true, "holds you back: a little", "Ask for a date.", true},
		{.45, true, "neither", "Ask for a date.", true},
		{.5, true, "neither", "Ask for a date.", true},
		{.55, true, "neither", "Ask for a date.", true},
		{.6, true, "helps you: a little", "Bring one cause a month.", false},
		{.7, true, "helps you: some", "Bring one cause a month.", false},
		{0, false, "unsure", "", false},
	} {
		step, talk := report.TalkStep(wind, row.score, row.asked)
		if leans, next := report.WindLeans(row.score, row.asked), report.NextMove(wind, row.score, row.asked); leans != row.leans || next != row.next || talk != row.talk {
			t.Errorf("at %.2f: %q, %q, a talk %v", row.score, leans, next, talk)
		}
		if step.ID != "talk-voice" || step.Title != "Talk about: Being heard" || step.First != wind.Negotiate || step.Weeks != 4 {
			t.Errorf("%+v", step)
		}
	}
	wind.Tailwind = "Use it. Often."
	if got := report.NextMove(wind, 1, true); got != "Use it." {
		t.Errorf("%q", got)
	}
	road := stages.Road{ID: "product", Name: "Product", Line: "A road", Try: "Write a page. Show it.", Tells: "Go on.", Weeks: 2}
	step := report.RoadStep(road)
	if step.ID != "road-product" || step.Title != "Try: Product" || step.First != road.Try || step.Worked != "Go on." || step.Weeks != 2 {
		t.Errorf("%+v", step)
	}
	if got := report.Cheap(road); got != "Write a page. Allow about 2 weeks." {
		t.Errorf("%q", got)
	}
	for score, want := range map[float64][2]string{0: {"none", "none"}, .06: {"a little", "a little"}, .3: {"some", "a little"}, .34: {"some", "some"}, .5: {"a lot", "some"}, .7: {"a lot", "a lot"}} {
		if push, ready := report.PushWord(score, true), report.ReadyWord(score, true); push != want[0] || ready != want[1] {
			t.Errorf("at %.2f: a push %q, ready %q", score, push, ready)
		}
	}
	if report.PushWord(1, false) != "unsure" || report.ReadyWord(1, false) != "unsure" || !report.HardlyPulls(1, false) || report.HardlyPulls(.3, true) {
		t.Error("what isn't known is told as if it were")
	}
}

func TestWindsAreCounted(t *testing.T) {
	for _, row := range []struct {
		scores       []float64
		brief, short string
	}{
		{[]float64{.1, .9, .8}, "Your workplace holds you back in one way, and helps you in two.", "One holds you back, two help you."},
		{[]float64{.1, .2, .5}, "Your workplace holds you back in two ways.", "Two hold you back, none help you."},
		{[]float64{.9}, "Your workplace helps you in one way.", "None hold you back, one helps you."},
		{[]float64{.5}, "Your workplace neither helps you nor holds you back.", "Your workplace neither helps you nor holds you back."},
		{nil, "Too few answers to say how your workplace affects you.", "Too few answers to say how your workplace affects you."},
	} {
		r := session.Result{Scores: &stages.SurveyScores{}}
		for i := range row.scores {
			id := fmt.Sprint("w", i)
			r.Snapshot.Surroundings.Winds = append(r.Snapshot.Surroundings.Winds, stages.Wind{ID: id})
			r.Scores.Axes = append(r.Scores.Axes, stages.AxisScore{ID: id, Score: &row.scores[i]})
		}
		if brief, short := report.WindsInBrief(r), report.WindsShort(r); brief != row.brief || short != row.short {
			t.Errorf("%v: %q, %q", row.scores, brief, short)
		}
		if winds := report.Winds(r); len(winds) > 1 && winds[0].ID != "w0" {
			t.Errorf("%v begins with %s", row.scores, winds[0].ID)
		}
	}
}
