package quiz

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"waymark/stages"
	"waymark/stages/calibrate"
	"waymark/stages/simulate"
)

func TestVerdictsInWords(t *testing.T) {
	blur := func(strand string, level int, before bool) simulate.Blur {
		return simulate.Blur{Strand: strand, Level: level, Before: before}
	}
	for _, c := range []struct {
		verdict simulate.Verdict
		want    string
	}{
		{simulate.Verdict{Exact: .796, Asked: 18.6},
			"It places people well: 80 of 100 made-up people come out at their level, after 19 questions. Every strand tells each level from the next."},
		{simulate.Verdict{Exact: .5, Asked: 3, Worse: true, Blurred: []simulate.Blur{blur("trust", 3, false)}},
			"It places people badly: only 50 of 100 made-up people come out at their level, after 3 questions. And trust doesn't tell level 3 from 4."},
		{simulate.Verdict{Exact: .79, Standard: .8, Asked: 15, Blurred: []simulate.Blur{blur("new", 1, false), blur("new", 2, false), blur("new", 3, false), blur("trust", 4, true)}},
			"It places people about as well as the built-in questions do: 79 of 100 made-up people come out at their level, after 15 questions. " +
				"But trust no longer tells level 4 from 5, new doesn't tell level 1 from 2, new doesn't tell level 2 from 3 and 1 more like it are marked !."},
		{simulate.Verdict{Exact: .7, Standard: .8, Asked: 15, Worse: true, Uncaught: true, Caught: .6},
			"It places people worse than the built-in questions do: 70 of 100 made-up people come out at their level, after 15 questions. Theirs: 80. " +
				"Every strand tells each level from the next. Answers at random are found out in only 60 of 100 interviews."},
		{simulate.Verdict{Exact: .9, Standard: .8, Asked: 15, Better: true},
			"It places people better than the built-in questions do: 90 of 100 made-up people come out at their level, after 15 questions. Theirs: 80. " +
				"Every strand tells each level from the next."},
	} {
		if got := placing(c.verdict) + " " + telling(c.verdict) + catching(c.verdict); got != c.want {
			t.Errorf("%s\nwant\n%s", got, c.want)
		}
	}
}

func TestVerdictsOfAStudyInWords(t *testing.T) {
	theirs := .8
	for _, c := range []struct {
		verdict calibrate.Verdict
		want    string
	}{
		{calibrate.Verdict{}, "No one has both a judgement and a reading yet, so no one can be placed."},
		{calibrate.Verdict{People: 24, Accepted: .892}, "People come out where they're judged to be: 89 of 100 interviews end at a level the judges accept."},
		{calibrate.Verdict{People: 24, Accepted: .5, Worse: true, Bias: -.42},
			"People don't come out where they're judged to be: only 50 of 100 interviews end at a level the judges accept. On average they come out 0.4 levels too low."},
		{calibrate.Verdict{People: 1, Accepted: .5, TooFew: true},
			"1 person is too few to tell whether they come out where they're judged to be: 50 of 100 interviews end at a level the judges accept."},
		{calibrate.Verdict{People: 4, Accepted: .5, TooFew: true},
			"4 people are too few to tell whether they come out where they're judged to be: 50 of 100 interviews end at a level the judges accept."},
		{calibrate.Verdict{People: 24, Accepted: .78, Standard: &theirs, Leaning: []calibrate.StrandBias{{Strand: "craft", Adaptive: .61, Full: 9}, {Strand: "voice", Adaptive: -.7}}},
			"It places people about as well as the built-in questions do: 78 of 100 interviews end at a level the judges accept. " +
				"Along the strands, craft comes out 0.6 levels too high and voice comes out 0.7 levels too low."},
		{calibrate.Verdict{People: 24, Accepted: .7, Standard: &theirs, Worse: true},
			"It places people worse than the built-in questions do: 70 of 100 interviews end at a level the judges accept. Theirs: 80."},
		{calibrate.Verdict{People: 24, Accepted: .9, Standard: &theirs, Better: true},
			"It places people better than the built-in questions do: 90 of 100 interviews end at a level the judges accept. Theirs: 80."},
	} {
		if got := judging(c.verdict); got != c.want {
			t.Errorf("%s\nwant\n%s", got, c.want)
		}
	}
}

// anchored is a question with options at some levels.
func anchored(levels ...float64) *stages.Question {
	q := &stages.Question{ID: "trust-q", Strand: "trust", Kind: stages.Ladder}
	for i, l := range levels {
		q.Options = append(q.Options, stages.Option{ID: string(rune('a' + i)), Level: l})
	}
	return q
}

func TestWhyQuestionsAreWeak(t *testing.T) {
	for _, c := range []struct {
		question *stages.Question
		asked    float64
		want     string
	}{
		{anchored(3, 3), 0, "all its answers show level 3, so it isn't scored"},
		{anchored(1, 2.5, 4), .11, "nothing is wrong with it; the others tell more"},
		{anchored(1, 1.5, 3.9), .11, "its answers reach only from level 1 to 3.9"},
		{anchored(1, 1.4, 5), .11, "2 of its 3 answers are less than half a level from another"},
		{anchored(1, 5), .1, "it has only two answers; it's asked in only 10 of 100 interviews"},
		{anchored(3, 3.4), 0, "its answers reach only from level 3 to 3.4; 2 of its 2 answers are less than half a level from another; " +
			"it has only two answers; it's asked in only 0 of 100 interviews"},
	} {
		if got := whyWeak(c.question, simulate.QuestionFigures{Asked: c.asked}); got != c.want {
			t.Errorf("%s\nwant\n%s", got, c.want)
		}
	}
	for i, want := range []string{
		"it tells hardly anyone apart; no option fits in 5 of 100 answers; low should be below high, and isn't; no one chooses high; everyone chooses low",
		"nothing is wrong with it; the others tell more", "it tells hardly anyone apart",
	} {
		if got := wrongWith(figures().Questions[i]); got != want {
			t.Errorf("%s\nwant\n%s", got, want)
		}
	}
	many := calibrate.QuestionReport{Correlation: 1, Options: []calibrate.OptionReport{{ID: "a", Backwards: true}, {ID: "b", Backwards: true}, {ID: "c", Nobody: true}}}
	if got := wrongWith(many); got != "a and b are ticked at lower levels and left at higher ones; no one chooses c" {
		t.Error(got)
	}
}

// Long ids are cut or wrapped, no line is wider than the report, and what can't be written is told.
func TestVerdictsFit(t *testing.T) {
	long := strings.Repeat("long-", 30)
	q := anchored(1, 3)
	q.ID = long
	bank := stages.NewBank(&stages.Catalog{Strands: []stages.Strand{{ID: "trust"}}, Questions: []stages.Question{*q}})
	r := simulate.Report{Strands: []simulate.StrandFigures{{Strand: long, Questions: 9, Exact: .704, Within: 1, Apart: []float64{.8, .6, .9, 1}, Spanning: []int{2, 2, 1, 2}, Near: []int{0, 0, 0, 0}}},
		Weakest: []simulate.QuestionFigures{{ID: long, Correlation: .314}, {ID: long}, {ID: long}, {ID: long}, {ID: long}, {ID: long, Correlation: .999}}}
	var out, study strings.Builder
	if err := printVerdict(&out, bank, r, simulate.Verdict{}); err != nil {
		t.Error(err)
	}
	if err := printStudyVerdict(&study, figures(), calibrate.Verdict{People: 9}); err != nil {
		t.Error(err)
	}
	for line := range strings.Lines(out.String() + study.String()) {
		if ansi.StringWidth(strings.TrimSuffix(line, "\n")) > 80 {
			t.Errorf("wider than 80 columns: %q", line)
		}
	}
	row := "long-long-long-long-long-lo…         9     70     100    80    60    90!  100\n"
	if !strings.Contains(out.String(), row) || !strings.Contains(out.String(), " 0.31:") || strings.Contains(out.String(), "1.00:") {
		t.Error(out.String())
	}
	for levels := stages.MinLevels; levels <= stages.MaxLevels; levels++ { // a column a boundary, over its figures
		head := strandHead(levels - 1)
		row := strandRow(simulate.StrandFigures{Strand: long, Apart: make([]float64, levels-1), Spanning: make([]int, levels-1), Near: make([]int, levels-1)})
		if last := fmt.Sprintf(" %d|%d\n", levels-1, levels); !strings.HasSuffix(head, last) || ansi.StringWidth(head) != ansi.StringWidth(row)-1 || ansi.StringWidth(row) > 80 {
			t.Errorf("%d levels:\n%s%s", levels, head, row)
		}
	}
	if err := printVerdict(full{}, bank, r, simulate.Verdict{}); err == nil {
		t.Error("into what is full")
	}
	if err := printStudyVerdict(full{}, figures(), calibrate.Verdict{People: 9}); err == nil {
		t.Error("into what is full")
	}
}
