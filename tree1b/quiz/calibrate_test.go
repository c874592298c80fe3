package quiz

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"waymark/stages"
	"waymark/stages/calibrate"
)

// figures is a report with something in every part of it.
func figures() calibrate.Report {
	long := strings.Repeat("long-", 20) + "id"
	lengths := func(people int) calibrate.Lengths {
		return calibrate.Lengths{
			Full:     calibrate.Score{People: people, Exact: .625, Accepted: .8334, Bias: -.215},
			Adaptive: calibrate.Score{People: people, Exact: 1, Accepted: 0, Bias: 1.5}}
	}
	r := calibrate.Report{
		Content: stages.ContentRef{ID: "small", Version: "2"}, People: 30, Compared: 27, Drawn: &calibrate.Drawn{Seed: 7, People: 9}, Shift: -.254,
		Judges: calibrate.Agreement{Raters: []calibrate.Rater{{Kind: "model"}, {Kind: "person"}}, Pairs: 1, Common: 26.6, Kappa: .9126, Same: .8, Adjacent: .96},
		Calibration: calibrate.Group{Lengths: lengths(18), Differ: .0456, Asked: 14.26, NoneFits: .031,
			ByLevel:  []calibrate.LevelScores{{Level: 1, Lengths: lengths(18)}, {Level: 2}},
			ByWork:   []calibrate.WorkScores{{Work: "support", Lengths: lengths(18)}, {Work: "consulting"}},
			ByStrand: []calibrate.StrandBias{{Strand: "craft", Full: -.5, Adaptive: .25}, {Strand: long}}},
		HeldOut: calibrate.Group{Lengths: lengths(9), ByStrand: []calibrate.StrandBias{{Strand: "craft", Full: 1, Adaptive: -1}, {Strand: long}}},
		Losses: calibrate.Losses{Full: []calibrate.Loss{
			{By: stages.CapNeeds, People: 3.25, Levels: 1.5, Strands: map[string]float64{"voice": 1, "design": 2.5, "reach": 1}},
			{By: calibrate.ByAnswers, People: 2, Levels: 1}}},
		Questions: []calibrate.QuestionReport{
			{ID: "craft-a", People: 17.5, Correlation: .1999, NoneFits: .0501, Skipped: .1, Notes: []string{strings.Repeat("a long note ", 10)},
				Reversed: [][2]string{{"low", "high"}},
				Options: []calibrate.OptionReport{
					{ID: "low", Anchor: 1, People: 17.5, Mean: 2.25, Spread: .75, Suggested: 1.44, Error: .26, Everybody: true},
					{ID: "high", Anchor: 5, Suggested: 4.75, Error: .5, Nobody: true}}},
			{ID: "craft-b", People: 1, Correlation: .2, NoneFits: .05},
			{ID: "unanswered"},
			{ID: long, People: 1, Correlation: .9, NoneFits: .5, Options: []calibrate.OptionReport{{ID: long, Anchor: 2.5, Suggested: 2.5, Nobody: true}, {ID: "box", Backwards: true}}},
		},
		Placed: []calibrate.Placed{
			{Person: "anna", Level: 3, Low: 2, High: 3, Full: 3, Adaptive: 2.6}, {Person: long, Level: 1, Low: 1, High: 1, Full: 1.5, Adaptive: 1, HeldOut: true}},
	}
	return r
}

func TestStudyReports(t *testing.T) {
	for _, c := range []struct {
		name  string
		print func(io.Writer, calibrate.Report) error
		want  string
	}{
		{"all", printCalibration, `
small 2: 30 people, 27 of them with a judgement and a reading
9 are held out, drawn with seed 7; the others are used to calibrate
judges: 2 (language models: 1); readers: none yet

Agreement, mean over pairs           pairs   common        κ     same  within 1
judges, on levels                        1       27    0.913    0.800     0.960
readers, on answers                      0
κ: weighted kappa (quadratic), of levels and of anchors

                                -- all answers ------    -- interviews -------
Placed                  people  exact accepted   bias    exact accepted   bias
calibration                 18  0.625    0.833  -0.21    1.000    0.000  +1.50
  level 1                   18  0.625    0.833  -0.21    1.000    0.000  +1.50
  support                   18  0.625    0.833  -0.21    1.000    0.000  +1.50
  asked 14.3; interview and all answers differ 0.046; no option fits 0.031

held out                     9  0.625    0.833  -0.21    1.000    0.000  +1.50
  asked 0.0; interview and all answers differ 0.000; no option fits 0.000

Level on each strand,        -- calibration ---------- -- held out -------------
less the judged level         all answers   interviews  all answers   interviews
  craft                             -0.50        +0.25        +1.00        -1.00
  long-long-long-long-long-…        +0.00        +0.00        +0.00        +0.00

Placed too low, all answers       people  levels  strands that held them back
  needs cap                          3.2    1.50  design 2.5, reach 1.0, voice …
  no cap: their answers              2.0    1.00

Questions to look at, going by the people used to calibrate
  no option fits, in more than 1 of 20 answers: 2
    craft-a 0.05,
    long-long-long-long-long-long-long-long-long-long-long-long-long-long-lon…
  tells hardly anyone apart (correlation with the judged level): 1
    craft-a 0.20
  order reversed: the first should be the lower one, and isn't: 1
    craft-a low/high
  ticked at lower levels, left at higher ones: reword it, or take it out: 1
    long-long-long-long-long-long-long-long-long-long-long-long-long-long-lon…
  no one chooses it: 2
    craft-a high,
    long-long-long-long-long-long-long-long-long-long-long-long-long-long-lon…
  everyone chooses it: 1
    craft-a low

2 anchors should move, all together by -0.25 levels: --suggest lists them
`},
		{"options", printOptions, `
craft-a
  17.5 people; correlation 0.20; skipped 0.10; no option fits 0.05
  option                           anchor  people   mean  spread    suggested
  low                                 1.0    17.5   2.25    0.75    1.4 ± 0.3
  high                                5.0     0.0   0.00    0.00    4.8 ± 0.5
  reversed: low, high
  none fits: a long note a long note a long note a long note a long note a long
note a long note a long note a long note a long note

craft-b
  1.0 people; correlation 0.20; skipped 0.00; no option fits 0.05
  option                           anchor  people   mean  spread    suggested

unanswered
  0.0 people; correlation 0.00; skipped 0.00; no option fits 0.00
  option                           anchor  people   mean  spread    suggested

long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long…
  1.0 people; correlation 0.90; skipped 0.00; no option fits 0.50
  option                           anchor  people   mean  spread    suggested
  long-long-long-long-long-long-l…    2.5     0.0   0.00    0.00    2.5 ± 0.0
  box                                 0.0     0.0   0.00    0.00    0.0 ± 0.0
`},
		{"moves", printMoves, `
craft-a low 1 → 1.4
craft-a high 5 → 4.8
`},
		{"people", printPlaced, `
person                                 judged accepted all answers interviews
anna                                        3      2–3        3.00       2.60
long-long-long-long-long-long-long-lo…      1      1–1        1.50       1.00 *
* held out
`},
	} {
		var out strings.Builder
		if err := c.print(&out, figures()); err != nil || "\n"+out.String() != c.want {
			t.Errorf("%s: %v\n%s\nwant%s", c.name, err, out.String(), c.want)
		}
		for line := range strings.Lines(out.String()) {
			if ansi.StringWidth(strings.TrimSuffix(line, "\n")) > 80 {
				t.Errorf("%s: wider than 80 columns: %q", c.name, line)
			}
		}
		if err := c.print(full{}, figures()); err == nil || err.Error() != "no room" {
			t.Errorf("%s into what is full: %v", c.name, err)
		}
	}
}

// With nobody held out there is no row of theirs.
func TestStudyReportWithoutADraw(t *testing.T) {
	r := figures()
	r.HeldOut.Full.People = 0
	var out strings.Builder
	if err := printCalibration(&out, r); err != nil || strings.Contains(out.String(), "\nheld out") || strings.Count(out.String(), "  asked ") != 1 {
		t.Errorf("%v\n%s", err, &out)
	}
}

// With nobody held out and nobody read yet, the report says so and ends there.
func TestStudyReportOfNobody(t *testing.T) {
	r := figures()
	r.Compared, r.Drawn = 0, nil
	var out strings.Builder
	if err := printCalibration(&out, r); err != nil {
		t.Error(err)
	}
	for _, want := range []string{"\nno one is held out; --draw SEED sets a third aside before any anchor is changed\n", "\nNo one has both a judgement and a reading yet, so no one can be placed.\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s\nhas no %q", &out, want)
		}
	}
	if strings.Contains(out.String(), "Placed ") {
		t.Errorf("nobody is placed:\n%s", &out)
	}
}
