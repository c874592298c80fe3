package report_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// past is a result so many days before [day], at a level with some certainty and in six strands at that level but
// for the first; level 0 is none.
func past(days, level int, certainty float64) session.Result {
	r := exported(catalog(), "").Result
	r.Saved = day.AddDate(0, 0, -days)
	r.Started = r.Saved.Add(-time.Hour)
	p := &r.Placement
	p.Level, p.SpeaksFor, p.HeldBy, p.Caps, p.Warnings = nil, nil, nil, nil, nil
	p.Held, p.Confidence, p.Strands = []float64{0, 0, 0, 0, 0}, certainty, slices.Clone(p.Strands)
	if level > 0 {
		p.Level, p.SpeaksFor = &level, &level
		p.Held[level-1], p.Held[level%5] = certainty, 1-certainty
	}
	for i := range p.Strands {
		s := &p.Strands[i]
		s.Level, s.Spike, s.Posterior = p.Level, 0, p.Held
	}
	p.Strands[0].Level = nil
	return r
}

// over is a history of results so many days before [day], at these levels, the earliest first.
func over(days []int, levels ...int) session.History {
	var h session.History
	for i := range levels {
		h.Results = append([]session.Result{past(days[i], levels[i], .9)}, h.Results...)
	}
	return h
}

// The line rises and falls where the results are in time, ends at the last one, and marks an unclear one.
func TestLevelChart(t *testing.T) {
	for name, test := range map[string]struct {
		h     session.History
		width int
		want  string
	}{
		"steps": {over([]int{400, 300, 200, 100, 0}, 1, 3, 3, 5, 2), 34, `
5 │                      ●━━━━━━━┓
4 │                      ┃       ┃
3 │        ●━━━━━━●━━━━━━┛       ┃
2 │        ┃                     ◆
1 │ ●━━━━━━┛
    5 February 2025  12 March 2026`},
		"by their days": {over([]int{100, 90, 0}, 2, 2, 2), 44, `
5 │
4 │
3 │
2 │ ●━━●━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━◆
1 │
    2 December 2025            12 March 2026`},
		"the same day":             {over([]int{0, 0, 0}, 1, 2, 3), 20, "\n5 │\n4 │\n3 │   ◆\n2 │  ●┛\n1 │ ●┛\n    12 March 2026"},
		"only the last that fit":   {over([]int{400, 300, 200, 100, 0}, 1, 3, 3, 5, 2), 7, "\n5 │  ●┓\n4 │  ┃┃\n3 │ ●┛┃\n2 │   ◆\n1 │\n    12 March 2026"},
		"one without a level":      {over([]int{200, 100, 0}, 1, 0, 2), 20, "\n5 │\n4 │\n3 │\n2 │                ◆\n1 │ ●━━━━━━━━━━━━━━┛\n       12 March 2026"},
		"one is no line":           {over([]int{0}, 1), 40, ""},
		"nor is one with no level": {over([]int{100, 0}, 1, 0), 40, ""},
	} {
		t.Run(name, func(t *testing.T) {
			want := ""
			if test.want != "" {
				want = test.want[1:]
			}
			if got := strings.Join(report.LevelChart(test.h, test.width, report.Inks{}), "\n"); got != want {
				t.Errorf("\n%s\nwant\n%s", got, want)
			}
		})
	}
	unclear := over([]int{100, 0}, 1, 2)
	unclear.Results[0].Placement.Confidence = .2
	if drawn := strings.Join(report.LevelChart(unclear, 20, report.Inks{}), "\n"); !strings.Contains(drawn, "2 │                ◇") {
		t.Errorf("an unclear one:\n%s", drawn)
	}
}

// The way and where it ends have an ink, the axis another; an earlier result has none, as where the strands are compared.
func TestLevelChartInks(t *testing.T) {
	inks := report.Inks{Travelled: func(s ...string) string { return "<" + s[0] + ">" }, Ahead: func(s ...string) string { return "(" + s[0] + ")" }}
	for levels, want := range map[[2]int]string{{2, 2}: "2( │ )●<━━━━◆>", {1, 2}: "1( │ )●<━━━━┛>"} {
		if drawn := report.LevelChart(over([]int{50, 0}, levels[:]...), 10, inks); !slices.Contains(drawn, want) {
			t.Errorf("no %q in %q", want, drawn)
		}
	}
}

// A chart is as wide as it is told at most, however many results there are.
func TestLevelChartFits(t *testing.T) {
	for n := 2; n < 60; n += 7 {
		var days, levels []int
		for i := range n {
			days, levels = append(days, (n-i)*(n-i)), append(levels, 1+i*7%5)
		}
		h := over(days, levels...)
		for _, width := range []int{0, 3, 5, 20, 36, 66} {
			for _, l := range report.LevelChart(h, width, report.Inks{}) {
				if got := len([]rune(l)); got > width {
					t.Errorf("%d results in %d columns: %d: %q", n, width, got, l)
				}
			}
		}
	}
}

func TestStrandsOver(t *testing.T) {
	strands := report.StrandsOver(over([]int{300, 200, 100, 0}, 1, 5, 3, 4))
	if got := fmt.Sprint(strands[0].Heights(), strands[0].Words(), strands[1].Heights(), strands[1].Words()); got != "┄┄┄┄not assessed▁█▄▆1 to 4" {
		t.Errorf("%s", got)
	}
	days := make([]int, 20)
	if got := report.StrandsOver(over(days, make([]int, 20)...))[0].Heights(); len([]rune(got)) != 12 {
		t.Errorf("of twenty results: %s", got)
	}
	if got := report.StrandsOver(over([]int{100, 0}, 2, 2))[2].Words(); got != "2" {
		t.Errorf("at one level: %s", got)
	}
	if report.StrandsOver(session.History{}) != nil {
		t.Error("of none, or the level")
	}
}

func part(parts []report.Part, label string) string {
	for _, p := range parts {
		if p.Label == label {
			return p.Text
		}
	}
	return ""
}

// How much of a move may be chance follows from how certain both results are, and from what was answered.
func TestChance(t *testing.T) {
	answered := func(r session.Result, changed int) session.Result {
		r.Interview.Answers = stages.Answers{}
		for i, id := range r.Interview.Asked {
			r.Interview.Answers[id] = stages.Answer{Skip: stages.Unsure}
			if i < changed {
				r.Interview.Answers[id] = stages.Answer{Skip: stages.NoChance}
			}
		}
		r.Content.Version = ""
		return r
	}
	whole := func(r session.Result) session.Result {
		r.Placement.Strands = r.Placement.Strands[1:] // without the one that has no level, which is at most likely
		return r
	}
	unclear := func(r session.Result) session.Result {
		r.Placement.Warnings = []stages.Warning{{Kind: stages.WarnInconsistent}}
		return r
	}
	otherContent := func(r session.Result) session.Result {
		r.Content.Version = "2"
		return r
	}
	orTheFirst := func(r session.Result) session.Result { // it may as well be at the level of the first
		r.Placement.Held = []float64{0, .3, .7, 0, 0}
		return r
	}
	const verySure, notSure = "Very sure: both results are clear, and the two levels stand apart.", "Not sure: at least one of the two results isn't sure of its own level."
	const cannotSay = "The results aren't certain enough to rule out a small move."
	for _, test := range []struct {
		name        string
		before, now session.Result
		sentence    string
	}{
		{"both clear", whole(past(100, 2, .95)), answered(whole(past(0, 3, .95)), 3), verySure},
		{"the first likely", past(100, 2, .95), answered(whole(past(0, 3, .95)), 3), "Fairly sure: the two levels stand apart, but not both results are clear."},
		{"the second likely", whole(past(100, 2, .95)), answered(past(0, 3, .95), 3), "Fairly sure: the two levels stand apart, but not both results are clear."},
		{"both likely, and close", past(100, 2, .7), answered(past(0, 3, .7), 3), "Fairly sure, but the two results overlap."},
		{"closer", past(100, 2, .7), answered(orTheFirst(past(0, 3, .7)), 3), "Not sure: neither result rules out the other's level."},
		{"the first unclear", unclear(whole(past(100, 2, .95))), answered(whole(past(0, 3, .95)), 3), notSure},
		{"the second unclear", whole(past(100, 2, .95)), answered(unclear(whole(past(0, 3, .95))), 3), notSure},
		{"one between two levels", whole(past(100, 2, .95)), answered(whole(past(0, 4, .5)), 3), notSure},
		{"no answer changed", whole(past(100, 2, .95)), answered(whole(past(0, 3, .95)), 0), "None of the answers you gave both times has changed, so don't count this as a move."},
		{"no answer changed, but the questions", whole(past(100, 2, .95)), otherContent(answered(whole(past(0, 3, .95)), 0)), verySure},
		{"the same level", past(100, 3, .95), answered(past(0, 3, .95), 3), "Both results are certain enough to say that you're still at the same level."},
		{"the same level, perhaps", past(100, 3, .7), answered(past(0, 3, .7), 3), cannotSay},
		{"the same level, unclear", past(100, 3, .95), answered(unclear(past(0, 3, .95)), 3), cannotSay},
		{"none at first", past(100, 0, .6), answered(past(0, 3, .6), 3), "Without two levels to compare, there's nothing to say here."},
	} {
		d := session.Between(answered(test.before, 0), test.now, session.Plan{})
		if got := part(report.DifferenceParts(d), "How sure"); got != test.sentence {
			t.Errorf("%s: %q, want %q", test.name, got, test.sentence)
		}
	}
}

// What moved, what came in between and what changed in the questions is each said.
func TestDifferenceParts(t *testing.T) {
	done := day.AddDate(0, 0, -20)
	plan := session.Plan{Items: []session.Item{{Step: stages.Step{ID: "a", Title: "Show your design"}, Added: day, Done: &done}}}
	before, now := past(100, 2, .95), past(0, 3, .95)
	now.Placement.Strands[3].Posterior = []float64{0, .6, .4, 0, 0}
	now.Placement.Strands[4].Level = before.Placement.Strands[4].Level
	for name, test := range map[string]struct {
		change func(d *session.Difference)
		label  string
		text   string
	}{
		"up":               {func(d *session.Difference) { d.Same = 0 }, "Level", "From level 2 to 3."},
		"up by chance":     {nil, "Level", "From level 2 to 3 (may be chance)."},
		"strands":          {nil, "Strands", "Customer up one, design up one, reach up one. This may be chance: voice up one."},
		"one step":         {nil, "In between", `You finished "Show your design" (20 February).`},
		"the same content": {nil, "Versions", ""},
		"no step":          {func(d *session.Difference) { d.Steps = nil }, "In between", "No step of your plan was finished in this time."},
		"level both times": {func(d *session.Difference) { d.Level.Before = 3 }, "Level", "Level 3 both times."},
		"no level":         {func(d *session.Difference) { d.Level = nil }, "Level", "There's no level to compare: one of the results has none."},
		"no strand":        {func(d *session.Difference) { d.Strands = nil }, "Strands", "No strand was assessed both times."},
		"no strand moved":  {func(d *session.Difference) { d.Strands = d.Strands[3:4] }, "Strands", "No strand has moved."},
		"only by chance":   {func(d *session.Difference) { d.Strands = d.Strands[2:3] }, "Strands", "This may be chance: voice up one."},
		"none asked again": {func(d *session.Difference) { d.Same, d.Answers = 0, nil }, "Asked again", "None of the questions was asked both times, so no answer can be compared."},
		"all the same":     {func(d *session.Difference) { d.Same, d.Asked, d.Answers = 9, 12, nil }, "Asked again", "9 of 12 questions were asked both times, each with the same answer."},
		"all changed":      {func(d *session.Difference) { d.Same, d.Asked, d.Answers = 0, 4, make([]session.AnswerMove, 3) }, "Asked again", "3 of 4 questions were asked both times, each with a different answer."},
		"some changed":     {func(d *session.Difference) { d.Same, d.Asked, d.Answers = 2, 9, make([]session.AnswerMove, 3) }, "Asked again", "5 of 9 questions were asked both times; three of the answers changed."},
		"another version":  {func(d *session.Difference) { d.Content, d.Before.Content.Version = true, "0.9" }, "Versions", "The questions have changed in between (version 0.9, then 1), so part of the difference may come from that. Each saved result keeps the wording of its questions."},
		"the same version": {func(d *session.Difference) { d.Content = true }, "Versions", "The questions have changed in between, so part of the difference may come from that. Each saved result keeps the wording of its questions."},
		"other questions":  {func(d *session.Difference) { d.Content, d.Before.Content.ID = true, "mine" }, "Versions", `The first result is from "mine", the second from "test", so part of the difference may come from that. Each saved result keeps the wording of its questions.`},
	} {
		d := session.Between(before, now, plan)
		d.Before.Content, d.Now.Content = stages.ContentRef{ID: "test", Version: "1"}, stages.ContentRef{ID: "test", Version: "1"}
		if test.change != nil {
			test.change(&d)
		}
		if got := part(report.DifferenceParts(d), test.label); got != test.text {
			t.Errorf("%s: %q, want %q", name, got, test.text)
		}
	}
}

// The words of a history for how many results there are.
// Of several ticked, an answer that changed tells what's new or gone, where that's all; else what it was, then what it is.
func TestAnswerMoves(t *testing.T) {
	q := &stages.Question{ID: "kept", Short: "what you kept", Kind: stages.Checklist, Options: []stages.Option{{ID: "a", Short: "one"}, {ID: "b", Short: "two"}, {ID: "c", Short: "three"}}}
	answer := func(ids string) stages.Answer {
		if ids == "-" {
			return stages.Answer{Skip: stages.NoChance}
		}
		return stages.Answer{Options: strings.Fields(ids)}
	}
	for _, c := range [][3]string{
		{"a", "a b c", `"one", then also "two; three"`}, {"a b c", "b", `"one; two; three", then no longer "one; three"`}, {"a b", "b c", `"one; two", then "two; three"`},
		{"", "a", `"none of these yet", then "one"`}, {"a", "", `"one", then "none of these yet"`}, {"-", "a", `"skipped (no chance yet)", then "one"`}, {"a", "-", `"one", then "skipped (no chance yet)"`},
	} {
		d := session.Difference{Answers: []session.AnswerMove{{Question: q, Was: q, Before: answer(c[0]), Now: answer(c[1])}}}
		if got := report.AnswerMoves(d); len(got) != 1 || got[0].Label != "what you kept" || got[0].Text != c[2] {
			t.Errorf("%v, want %s", got, c[2])
		}
	}
}

func TestHistoryLine(t *testing.T) {
	for _, test := range []struct {
		h                 session.History
		line, brief, fact string
	}{
		{session.History{}, report.NoHistory.String(), "", ""},
		{over([]int{0}, 2), report.FirstResult.String(), "", "one result"},
		{over([]int{100, 0}, 2, 2), "Since 2 December 2025: level and strands are as they were.", "Level 2 both times.", "two results"},
		{over([]int{200, 100, 0}, 1, 2, 2), "Since 2 December 2025: level and strands are as they were.", "Level 2 the last two times.", "three results"},
		{over([]int{100, 0}, 4, 2), "Down two levels since 2 December 2025, which may be chance; customer down two, design down two, voice down two, trust down two, reach down two.",
			"Down two levels (may be chance).", "two results"},
		{over([]int{100, 0}, 0, 2), "There's no level to compare: one of the last two results has none.", "", "two results"},
		{session.History{Results: make([]session.Result, 30), More: true}, "There's no level to compare: one of the last two results has none.", "", "the last 30 results"},
	} {
		if line, brief, fact := report.HistoryLine(test.h), report.HistoryBrief(test.h), report.HistoryFact(test.h); line != test.line || brief != test.brief || fact != test.fact {
			t.Errorf("%q, %q, %q\nwant %q, %q, %q", line, brief, fact, test.line, test.brief, test.fact)
		}
	}
}

// What may be chance is called that, of the level as of the strands.
func TestHistoryLineTellsWhatMayBeChance(t *testing.T) {
	up, sure, unsure := 3, []float64{0, 0, 1, 0, 0}, []float64{0, .4, .6, 0, 0}
	for _, test := range []struct {
		level, from         int
		firm, perhaps       []int // strands that go to level 3
		line, brief, strand string
	}{
		{2, 2, []int{1}, nil, "Level 2 both times; customer up one.", "Level 2 both times.", "customer 2 → 3"},
		{2, 2, nil, []int{2, 3}, "Level 2 both times; design up one, voice up one, which may be chance.", "Level 2 both times.", "design 2 → 3, voice 2 → 3, may be chance"},
		{2, 2, []int{2}, []int{1}, "Level 2 both times; design up one; perhaps by chance customer up one.", "Level 2 both times.", "design 2 → 3; customer 2 → 3, may be chance"},
		{3, 2, []int{1}, nil, "Up one level since 2 December 2025; customer up one.", "Up one level since 2 Dec 2025.", ""},
		{3, 2, nil, []int{1}, "Up one level since 2 December 2025; customer up one, which may be chance.", "Up one level since 2 Dec 2025.", ""},
		{3, 1, nil, nil, "Up two levels since 2 December 2025.", "Up two levels since 2 Dec 2025.", ""},
	} {
		h := over([]int{100, 0}, test.from, test.from)
		now := &h.Results[0]
		now.Content.Version = "2" // answers that are the same say little then
		now.Placement.Level, now.Placement.Held = &test.level, slices.Clone(now.Placement.Held)
		if test.level != test.from {
			now.Placement.Held = sure
		}
		for i, strands := range [][]int{test.firm, test.perhaps} {
			for _, s := range strands {
				now.Placement.Strands[s].Level, now.Placement.Strands[s].Posterior = &up, [][]float64{sure, unsure}[i]
			}
		}
		if line, brief, strand := report.HistoryLine(h), report.HistoryBrief(h), report.StrandsBrief(h); line != test.line || brief != test.brief || strand != test.strand {
			t.Errorf("%q, %q, %q\nwant %q, %q, %q", line, brief, strand, test.line, test.brief, test.strand)
		}
		for name, change := range map[string]func(*session.Result){"unsure": func(r *session.Result) { r.Placement.Confidence = .5 },
			"close": func(r *session.Result) { r.Placement.Held = []float64{0, .5, .5, 0, 0} }, "the same answers": func(r *session.Result) { r.Content.Version = "2" }} {
			other := h
			other.Results = slices.Clone(h.Results)
			change(&other.Results[1])
			line, brief, moved := report.HistoryLine(other), report.HistoryBrief(other), test.level != test.from
			if all := moved && len(test.firm) == 0 && len(test.perhaps) > 0; strings.Contains(brief, " (may be chance).") != moved || moved && strings.Contains(line, ", which may be chance") == all ||
				strings.HasSuffix(line, "; all may be chance.") != all {
				t.Errorf("%s: %s %s", name, line, brief)
			}
		}
	}
}

func TestResultLine(t *testing.T) {
	contradicts := past(0, 2, .9)
	contradicts.Placement.Warnings = []stages.Warning{{Kind: stages.WarnInconsistent}}
	whole := past(0, 2, .9)
	whole.Placement.Strands = whole.Placement.Strands[1:] // without the one that has no level
	for _, test := range []struct {
		r           session.Result
		line, brief string
	}{
		{past(0, 0, 0), "no level", "no level"},
		{whole, "level 2, Focal Point, clear", "level 2, clear"},
		{past(0, 2, .7), "level 2, Focal Point, likely", "level 2, likely"},
		{past(0, 2, .5), "between levels 2 and 3", "between levels 2 and 3"},
		{contradicts, "about level 2, unclear", "about level 2, unclear"},
	} {
		if line, brief := report.ResultLine(test.r), report.ResultBrief(test.r); line != test.line || brief != test.brief {
			t.Errorf("%q, %q, want %q, %q", line, brief, test.line, test.brief)
		}
	}
}

// A whole history as text, drawn and not.
func TestHistoryText(t *testing.T) {
	h := over([]int{400, 100, 0}, 1, 2, 3)
	h.Aims = []session.Aim{{ID: "stay", Text: "Stay where I am", Since: day}, {ID: "gone", Since: day.AddDate(-1, 0, 0)}}
	h.Results[0].Interview = h.Results[0].Interview.With("craft-1", stages.Answer{Options: []string{"at-5"}})
	h.More = true
	var out strings.Builder
	if err := errors.Join(report.HistoryText(&out, h, session.Plan{}, 80, true, report.Inks{}), report.HistoryText(&out, h, session.Plan{}, 40, false, report.Inks{}),
		report.HistoryText(&out, over([]int{0}, 2), session.Plan{}, 80, true, report.Inks{})); err != nil {
		t.Fatal(err)
	}
	golden.RequireEqual(t, []byte(out.String()))
}

// Someone is welcomed back a month after their last result, with what is overdue.
func TestWelcomeBack(t *testing.T) {
	s := session.Session{Results: map[string]session.Result{stages.Stages: past(0, 2, .9)}}
	late := day.AddDate(0, 0, 10)
	for _, test := range []struct {
		days, overdue int
		long, short   string
	}{
		{29, 1, "", ""},
		{30, 0, "Welcome back. Your last result is four weeks old.", "Welcome back after four weeks."},
		{90, 1, "Welcome back. Your last result is twelve weeks old, and one step of your plan is overdue.", "Welcome back after twelve weeks."},
		{100, 2, "Welcome back. Your last result is three months old, and two steps of your plan are overdue.", "Welcome back after three months."},
		{400, 0, "Welcome back. Your last result is 13 months old.", "Welcome back after 13 months."},
	} {
		s.Plan.Items = make([]session.Item, test.overdue)
		for i := range s.Plan.Items {
			s.Plan.Items[i] = session.Item{Added: day, By: &late}
		}
		now := day.AddDate(0, 0, test.days)
		if long, short := report.WelcomeBack(s, now), report.WelcomeBackShort(s, now); long != test.long || short != test.short {
			t.Errorf("after %d days: %q, %q", test.days, long, short)
		}
	}
}

// A second result stands beside the first wherever a result is told, with the steps done in between.
func TestMovedIsToldWithAResult(t *testing.T) {
	e := exported(catalog(), "")
	before := e.Result
	before.Saved = day.AddDate(0, -3, 0)
	if e.Moved() != "" {
		t.Errorf("of one result: %q", e.Moved())
	}
	e.Before, e.Result.Saved = &before, day.AddDate(0, 0, 40)
	want := `Since 12 December 2025: level and strands are as they were. In between, you finished "Show your next design yourself" (3 April).`
	if got := e.Moved(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := part(e.Arrival(), "Since 12 December 2025"); got != `Level and strands are as they were. In between, you finished "Show your next design yourself" (3 April).` {
		t.Errorf("on arrival: %q of %+v", got, e.Arrival())
	}
	var out strings.Builder
	if err := e.Text(&out, 200); err != nil || !strings.Contains(out.String(), "- Since 12 December 2025: Level and strands are as they were.") {
		t.Errorf("%v, as text:\n%s", err, out.String())
	}
}

// As JSON, each result and each move come in order, and nothing is held twice.
func TestHistoryRecord(t *testing.T) {
	done := day.AddDate(0, 0, -20)
	plan := session.Plan{Items: []session.Item{{Step: stages.Step{ID: "a"}, Done: &done}}}
	now, before, again := past(0, 3, .9), past(100, 2, .9), past(100, 1, .9)
	now.Interview = now.Interview.With("craft-1", stages.Answer{Skip: stages.Unsure})
	now.Profile.Aim, before.Profile.Aim, again.Profile.Aim = "stay", "stay", "onward"
	h, notices := report.NewHistoryRecord(func(yield func(session.Result, error) bool) {
		_ = yield(now, nil) && yield(session.Result{}, errors.New("one is damaged")) && yield(before, nil) && yield(again, nil)
	}, plan)
	if h.Schema != 1 || len(h.Results) != 2 || len(h.Moves) != 1 || len(h.Aims) != 2 || fmt.Sprint(notices) != "[one is damaged]" {
		t.Fatalf("%+v, %v", h, notices)
	}
	r, m := h.Results[0], h.Moves[0]
	if *r.Level != 3 || r.Certainty != "likely" || r.Confidence != .9 || r.Held[2] != .9 || r.Strands["craft"] != nil || *r.Strands["trust"] != 3 || r.Aim != "stay" || r.Asked != len(now.Interview.Asked) {
		t.Errorf("%+v", r)
	}
	if !m.From.Equal(before.Saved) || !m.To.Equal(now.Saved) || m.Level.By() != 1 || m.Strands["trust"].By() != 1 || m.Answers["craft-1"].Now.Skip != stages.Unsure ||
		len(m.Answers) != 1 || m.Same != r.Asked-1 || !m.Steps["a"].Equal(done) || m.Content {
		t.Errorf("%+v", m)
	}
	if h, _ := report.NewHistoryRecord(func(func(session.Result, error) bool) {}, plan); h.Results == nil || h.Moves == nil || h.Aims == nil {
		t.Errorf("of none there are lists: %+v", h)
	}
}

// A chart is for what has moved.
func TestUnmoved(t *testing.T) {
	one, two := 1, 2
	result := func(level, strand *int) session.Result {
		return session.Result{Placement: stages.Placement{Level: level, Strands: []stages.StrandResult{{ID: "craft", Level: strand}}}}
	}
	for _, row := range []struct {
		a, b session.Result
		want string
	}{
		{result(&two, &one), result(&two, &one), "The only strand is unchanged."},
		{result(&two, nil), result(&two, nil), "The only strand is unchanged."},
		{result(&two, &one), result(&one, &one), ""},
		{result(nil, &one), result(nil, &one), ""},
		{result(&two, &one), result(&two, &two), ""},
		{result(&two, &one), result(&two, nil), ""},
	} {
		if got := report.Unmoved(session.History{Results: []session.Result{row.a, row.b}}); got != row.want {
			t.Errorf("%q, want %q", got, row.want)
		}
	}
}
