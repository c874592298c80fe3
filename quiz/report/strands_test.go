package report_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

func TestTarget(t *testing.T) {
	for level, want := range map[int]int{1: 2, 4: 5, 5: 5} {
		if got := report.Target(placed(level, 0, .9)); got != want {
			t.Errorf("at level %d strands are held against %d, want %d", level, got, want)
		}
	}
	if got := report.Target(stages.Placement{}); got != 2 {
		t.Errorf("without a level strands are held against %d", got)
	}
}

func TestStanding(t *testing.T) {
	for _, row := range []struct {
		strand       stages.StrandResult
		target       int
		words, brief string
	}{
		{stages.StrandResult{Level: at(3)}, 3, "reaches 3", "3"},
		{stages.StrandResult{Level: at(4)}, 3, "4, one above 3", "4"},
		{stages.StrandResult{Level: at(2)}, 3, "2, one below 3", "2"},
		{stages.StrandResult{Level: at(1)}, 3, "1, two below 3", "1"},
		{stages.StrandResult{Level: at(4), Spike: 2}, 3, "4, one above 3", "4"},
		{stages.StrandResult{Level: at(1), Spike: -2}, 4, "1, three below 4", "1"},
		{stages.StrandResult{Level: at(2), Posterior: []float64{.5, .5, 0, 0, 0}}, 3, "early in 2, one below 3", "early in 2"},
		{stages.StrandResult{Level: at(3), Posterior: []float64{0, .4, .6, 0, 0}}, 3, "early in 3, reaches 3", "early in 3"},
		{stages.StrandResult{Level: at(2), Posterior: []float64{0, 1, 0, 0, 0}}, 3, "well into 2, one below 3", "well into 2"},
		{stages.StrandResult{Level: at(2), Posterior: []float64{0, .5, .5, 0, 0}}, 3, "close to 3", "close to 3"},
		{stages.StrandResult{Level: at(4), Spike: 2, Posterior: []float64{0, 0, 0, .5, .5}}, 3, "close to 5, one above 3", "close to 5"},
		{stages.StrandResult{}, 3, "not assessed", "not assessed"},
		{stages.StrandResult{NoChance: true, Asked: 2, Skipped: 2}, 3, "not assessed: no chance yet", "not assessed"},
		{stages.StrandResult{NoChance: true, Asked: 3, Skipped: 2}, 3, "too few answers: most skipped (no chance yet)", "not assessed"},
		{stages.StrandResult{Asked: 1}, 3, "too few answers to say", "not assessed"},
	} {
		if got := report.Standing(placed(row.target-1, 0, .9), row.strand); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
		if got := report.StandingBrief(placed(row.target-1, 0, .9), row.strand); got != row.brief {
			t.Errorf("in brief %q, want %q", got, row.brief)
		}
		full := strings.NewReplacer("one below", "one level below", "one above", "one level above", "two below", "two levels below", "three below", "three levels below").Replace(row.words)
		if got := report.StandingInFull(placed(row.target-1, 0, .9), row.strand); got != full {
			t.Errorf("in full %q, want %q", got, full)
		}
	}
}

func TestAgainst(t *testing.T) {
	for _, row := range []struct {
		strand stages.StrandResult
		want   string
	}{
		{stages.StrandResult{Level: at(4)}, "one above 3"},
		{stages.StrandResult{Level: at(3)}, "reaches 3"},
		{stages.StrandResult{Level: at(2)}, "one below 3"},
		{stages.StrandResult{Level: at(4), Spike: 2}, "one above 3"},
		{stages.StrandResult{Level: at(1), Spike: -2}, "two below 3"},
		{stages.StrandResult{}, "not assessed"},
		{stages.StrandResult{Asked: 1}, "too few answers to say"},
	} {
		if got := report.Against(row.strand, 3); got != row.want {
			t.Errorf("%q, want %q", got, row.want)
		}
	}
}

// How far into a level one is: never where it cannot be told, and never in another direction than the neighbour.
func TestDepth(t *testing.T) {
	held := func(level int, held ...float64) stages.Placement {
		r := placed(level, 0, held[level-1])
		r.Held = []float64{0, 0, 0, 0, 0}
		copy(r.Held, held)
		return r
	}
	doubtful := held(2, 0, .9, .1)
	doubtful.Warnings = []stages.Warning{{Kind: stages.WarnInconsistent}}
	beyond := held(1, 1)
	beyond.SpeaksFor = at(4)
	for _, row := range []struct {
		when  string
		r     stages.Placement
		words string
	}{
		{"all at level 1", held(1, 1), "early in 1"},
		{"level 1 with a little above", held(1, .75, .25), "well into 1"},
		{"level 1 with much above", held(1, .66, .34), "close to 2"},
		{"all at level 2", held(2, 0, 1), "well into 2"},
		{"as much below as above", held(2, .15, .7, .15), "well into 2"},
		{"much below", held(2, .3, .7), "early in 2"},
		{"much above", held(2, 0, .7, .3), "close to 3"},
		{"all at level 5", held(5, 0, 0, 0, 0, 1), "well into 5"},
		{"level 5 with much below", held(5, 0, 0, 0, .34, .66), "early in 5"},
		{"level 5 with a little below", held(5, 0, 0, 0, .2, .8), "well into 5"},
		{"the neighbour is above, the mean below", held(3, .2, .04, .7, .06), "well into 3"},
		{"between two levels", held(2, 0, .55, .45), ""},
		{"unclear", held(2, .3, .4, .3), ""},
		{"answers that do not fit", doubtful, ""},
		{"held by a cap, with answers far beyond", beyond, ""},
		{"no level", stages.Placement{}, ""},
	} {
		if got := report.Depth(row.r); got != row.words {
			t.Errorf("%s: %q, want %q", row.when, got, row.words)
		}
	}
	s := stages.StrandResult{Level: at(2), Posterior: []float64{0, .6, .4, 0, 0}}
	if got := report.StrandDepth(held(2, .3, .4, .3), s); got != "2" {
		t.Errorf("a strand of an unclear result: %q", got)
	}
	if got, want := report.StrandSpread(held(2, 0, 1), s), "It could be 2 or 3."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	s.Posterior = []float64{.3, .4, .3, 0, 0}
	if got, want := report.StrandSpread(held(2, 0, 1), s), "It could be anything from 1 to 3."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Strands near one level have ends too, where these are apart, and the result is clear.
func TestShapeOfNearStrands(t *testing.T) {
	for _, row := range []struct {
		certain float64
		high    float64
		words   string
	}{{.9, .4, "All are at level 1: voice is furthest along, reach furthest behind."}, {.9, .2, ""}, {.3, .4, ""}} {
		r := placed(1, 2, row.certain)
		for _, s := range catalog().Strands {
			level := 1
			r.Strands = append(r.Strands, stages.StrandResult{ID: s.ID, Level: &level, Posterior: []float64{.95, .05, 0, 0, 0}})
		}
		r.Strands[3].Posterior = []float64{1 - row.high, row.high, 0, 0, 0}
		if got := report.Shape(catalog(), r); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
	}
}

// What one level up reads along a strand.
func TestStrandNext(t *testing.T) {
	c := catalog()
	c.Strands[0].At = []string{"You begin.", "You are asked.", "You weigh.", "You direct.", "You frame."}
	for _, row := range []struct {
		level int
		words string
	}{{1, "Level 2 here: You are asked."}, {4, "Level 5 here: You frame."}, {5, ""}} {
		if got := report.StrandNext(session.Result{Snapshot: *c}, stages.StrandResult{ID: c.Strands[0].ID, Level: at(row.level)}); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
	}
	if got := report.StrandNext(session.Result{Snapshot: *c}, stages.StrandResult{ID: c.Strands[0].ID}); got != "" {
		t.Errorf("not assessed: %q", got)
	}
}

// What one level up reads is left out where an answer meets it: the one that's told, or an event where the strand is close. Then
// it's the lowest answer of those that are no higher than the strand.
func TestStrandNextThatIsMet(t *testing.T) {
	const next = "Level 3 here: You weigh."
	well, near := []float64{0, 1, 0, 0, 0}, []float64{0, .6, .4, 0, 0}
	for _, row := range []struct {
		when    string
		answers stages.Answers
		at      []float64
		words   string
	}{
		{"the answer told is at the strand's level", stages.Answers{"craft-1": picked("at-2", "")}, well, next},
		{"the answer told is of the next", stages.Answers{"craft-2": picked("at-3", "")}, well, ""},
		{"an event is of the next, far from it", stages.Answers{"craft-2": picked("at-2", ""), "craft-1": picked("at-3", "")}, well, next},
		{"an event is of the next, close to it", stages.Answers{"craft-2": picked("at-2", ""), "craft-1": picked("at-3", "")}, near,
			""}, // the lowest answer is the one that's told
		{"a claim is of the next, close to it", stages.Answers{"craft-1": picked("at-2", ""), "craft-2": picked("at-3", "")}, near, next},
	} {
		r := answering(row.answers)
		r.Placement = placed(2, 0, .9)
		r.Placement.Strands = []stages.StrandResult{{ID: "craft", Level: at(2), Posterior: row.at}}
		if got := report.StrandNext(r, r.Placement.Strands[0]); got != row.words {
			t.Errorf("%s: %q, want %q", row.when, got, row.words)
		}
	}
	for target, words := range map[int]string{3: "", 4: `Lowest answer here: "answer at 1", your answer to "a design expected to fail, 1".`} {
		r := answering(stages.Answers{"craft-2": picked("at-4", ""), "craft-1": picked("at-1", "")})
		low := r.Question("craft-1").Option("at-1")
		low.Level = 3.4 // which doesn't speak for 4 yet
		r.Placement = placed(target-1, 0, .9)
		r.Placement.Strands = []stages.StrandResult{{ID: "craft", Level: at(3), Posterior: []float64{0, 0, 1, 0, 0}}}
		if got := report.StrandNext(r, r.Placement.Strands[0]); got != words {
			t.Errorf("at 3 against level %d: %q", target, got)
		}
	}
}

// No box ticked is lower than any option, and a question that was skipped has no answer.
func TestLowestAnswerAlongAStrand(t *testing.T) {
	none, skipped := stages.Answer{}, stages.Answer{Skip: stages.NoChance}
	const ladder, boxes = `Lowest answer here: "answer at 1", your answer to "a design expected to fail, 1".`,
		`Lowest answer here: "none of these yet", your answer to "what you left behind".`
	for _, row := range []struct {
		when  string
		boxes stages.Answer
		words string
	}{{"none ticked", none, boxes}, {"skipped", skipped, ladder}, {"one ticked", picked("box-1", ""), ladder}} {
		r := answering(stages.Answers{"craft-2": picked("at-3", ""), "craft-1": picked("at-1", ""), "craft-boxes": row.boxes})
		r.Placement = placed(2, 0, .9)
		r.Placement.Strands = []stages.StrandResult{{ID: "craft", Level: at(2), Posterior: []float64{0, 1, 0, 0, 0}}}
		if got := report.StrandNext(r, r.Placement.Strands[0]); got != row.words {
			t.Errorf("%s: %q, want %q", row.when, got, row.words)
		}
	}
}

// strandsAt is a result at level 2 with these levels along the first strands; 0 is one not assessed.
func strandsAt(levels ...int) stages.Placement {
	r := placed(2, 0, .9)
	for i, level := range levels {
		s := stages.StrandResult{ID: catalog().Strands[i].ID}
		if level > 0 {
			s.Level = at(level)
		}
		r.Strands = append(r.Strands, s)
	}
	return r
}

func TestShape(t *testing.T) {
	for _, row := range []struct {
		when   string
		levels []int
		spikes map[int]int
		words  string
	}{
		{"all alike", []int{2, 2, 2}, nil, ""},
		{"one behind", []int{3, 2, 3}, nil, "Customer is your widest gap."},
		{"the first behind", []int{1, 2, 3}, nil, "Craft is your widest gap."},
		{"two behind, and neither the widest", []int{3, 2, 2}, nil, ""},
		{"two behind, then one further back", []int{2, 2, 1}, nil, "Design is your widest gap."},
		{"one ahead", []int{5, 3, 3}, map[int]int{0: 3}, "Craft is well above your level."},
		{"two ahead", []int{5, 3, 5, 3}, map[int]int{0: 3, 2: 3}, "Craft and design are well above your level."},
		{"most ahead, of no rest", []int{5, 3, 5}, map[int]int{0: 3, 2: 3}, ""},
		{"one ahead, one behind", []int{4, 2, 1}, map[int]int{0: 2}, "Craft is well above your level. Design is your widest gap."},
		{"far back is not ahead", []int{3, 3, 1}, map[int]int{2: -2}, "Design is your widest gap."},
		{"the last of them is there already", []int{4, 3, 4}, nil, ""},
		{"nothing assessed", []int{0, 0}, nil, ""},
		{"a strand not assessed is no gap", []int{3, 0, 3}, nil, ""},
	} {
		r := strandsAt(row.levels...)
		for i, spike := range row.spikes {
			r.Strands[i].Spike = spike
		}
		if got := report.Shape(catalog(), r); got != row.words {
			t.Errorf("%s: %q, want %q", row.when, got, row.words)
		}
	}
}

// What is said of a strand rests on an answer: the highest deed, else the highest answer, else that there is
// nothing yet. Only where nothing was answered is it what the strand is about.
func TestStrandShown(t *testing.T) {
	bare := func(r session.Result) session.Result {
		for i := range r.Snapshot.Questions {
			for j := range r.Snapshot.Questions[i].Options {
				r.Snapshot.Questions[i].Options[j].Did = ""
			}
		}
		return r
	}
	saying := func(r session.Result) session.Result {
		r.Snapshot.Questions[1].Options[0].Text += ", at more length"
		return r
	}
	quoted := "On \"%[2]s\", you answered \"%[1]s\"."
	for _, row := range []struct {
		when  string
		r     session.Result
		words string
	}{
		{"a strength", answering(stages.Answers{"craft-1": picked("at-5", "")}), "You did what is done at 5."},
		{"nothing was done", answering(stages.Answers{"craft-1": picked("at-1", "")}), fmt.Sprintf(quoted, "answer at 1", "a design expected to fail, 1")},
		{"content that does not say what was done", bare(answering(stages.Answers{"craft-1": picked("at-2", ""), "craft-2": picked("at-3", "")})),
			fmt.Sprintf(quoted, "answer at 3", "a design expected to fail, 2")},
		{"only the lowest", bare(answering(stages.Answers{"craft-1": picked("at-1", ""), "craft-2": picked("at-1", "")})), fmt.Sprintf(quoted, "answer at 1", "a design expected to fail, 1")},
		{"only the lowest, and one says more", saying(bare(answering(stages.Answers{"craft-1": picked("at-1", ""), "craft-2": picked("at-1", "")}))),
			fmt.Sprintf(quoted, "answer at 1", "a design expected to fail, 2")},
		{"one above the lowest, whatever that says", saying(bare(answering(stages.Answers{"craft-1": picked("at-2", ""), "craft-2": picked("at-1", "")}))),
			fmt.Sprintf(quoted, "answer at 2", "a design expected to fail, 1")},
		{"a box", bare(answering(stages.Answers{"craft-boxes": picked("box-1", "")})), fmt.Sprintf(quoted, "A thing that stays, of 1", "what you left behind")},
		{"no box", bare(answering(stages.Answers{"craft-boxes": {Options: []string{}}})), report.NothingShown.String()},
		{"skipped", answering(stages.Answers{"craft-1": {Skip: stages.NoChance}}), "Technical depth."},
		{"not asked", answering(nil), "Technical depth."},
		{"another strand", answering(stages.Answers{"trust-1": picked("at-5", "")}), "Technical depth."},
	} {
		row.r.Snapshot.Strands[0].About = "Technical depth."
		if got := report.StrandShown(row.r, "craft"); got != row.words {
			t.Errorf("%s: %q, want %q", row.when, got, row.words)
		}
	}
	if got := report.StrandShown(answering(nil), "gone"); got != "" {
		t.Errorf("of a strand that is gone: %q", got)
	}
	if got := report.StrandName(catalog(), "gone"); got != "gone" {
		t.Errorf("a strand that is gone is called %q", got)
	}
}

// The export's table names each strand once, with what its level looks like and where it stands.
func TestStrandTable(t *testing.T) {
	r := strandsAt(3, 1, 0, 5, 2, 0)
	r.Strands[3].Spike, r.Strands[2].NoChance = 3, true
	e := report.Export{Result: answering(stages.Answers{"craft-1": picked("at-3", ""), "customer-1": picked("at-1", ""),
		"voice-1": picked("at-5", ""), "trust-2": {Skip: stages.Unsure}})}
	e.Result.Placement = r
	var out strings.Builder
	if err := e.Markdown(&out); err != nil {
		t.Fatal(err)
	}
	want := `### Six strands, compared with level 3

| Strand | Level | Compared with level 3 | What your answers show |
| --- | --- | --- | --- |
| craft | 3 | reaches 3 | You did what is done at 3. Level 4 here: You direct. |
| customer | 1 | two below 3 | On "a design expected to fail, 1", you answered "answer at 1". Level 2 here: You are asked. |
| design |  | not assessed: no chance yet |  |
| voice | 5 | two above 3 | You did what is done at 5. |
| trust | 2 | one below 3 | Level 3 here: You weigh. |
| reach |  | not assessed |  |

Voice is well above your level.
`
	if !strings.Contains(out.String(), want) {
		t.Errorf("%s\nwant in it\n%s", out.String(), want)
	}
}

// What is drawn of a strand and what is said of it are the same: the level, and the third of it.
func TestPositionSaysWhatTheWordsSay(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		p, sum := make([]float64, 5), 0.0
		for i := range p {
			p[i] = math.Pow(random.Float64(), 4)
			sum += p[i]
		}
		for i := range p {
			p[i] /= sum
		}
		level := 1 + random.IntN(5)
		s := stages.StrandResult{ID: "craft", Level: &level, Posterior: p}
		r := placed(2, 0, .9)
		at := report.Position(r, s)
		words := fmt.Sprintf([]string{"early in %d", "well into %d", "close to %d"}[int((at-float64(level))*3)], level)
		if words = strings.Replace(words, fmt.Sprintf("close to %d", level), fmt.Sprintf("close to %d", level+1), 1); words != report.StrandDepth(r, s) {
			t.Fatalf("%v at level %d is drawn at %.2f, %s, and said to be %s", p, level, at, words, report.StrandDepth(r, s))
		}
	}
}
