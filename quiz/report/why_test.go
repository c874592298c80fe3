package report_test

import (
	"slices"
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// reasons writes why in a line: headings, their rows, and a ? where they are worth another look.
func reasons(r stages.Placement) string {
	var out []string
	for _, g := range report.Why(r) {
		heading := g.Heading
		if g.Look {
			heading += "?"
		}
		out = append(out, heading)
		for _, row := range g.Rows {
			out = append(out, strings.Join(row, "+"))
		}
	}
	return strings.Join(out, " / ")
}

func TestWhy(t *testing.T) {
	why := func(weights ...float64) []stages.Influence {
		var out []stages.Influence
		for i, weight := range weights {
			out = append(out, stages.Influence{Question: string(rune('a' + i)), Weight: weight})
		}
		return out
	}
	hasty := stages.Warning{Kind: stages.WarnHasty, Questions: []string{"x", "y", "z"}}
	unlike := func(ids ...string) stages.Warning {
		return stages.Warning{Kind: stages.WarnContradiction, Text: "They disagree.", Questions: ids}
	}
	level := func(why []stages.Influence, warnings ...stages.Warning) stages.Placement {
		r := placed(2, 0, .9)
		r.Why, r.Warnings = why, warnings
		return r
	}
	together := placed(1, 0, .9)
	together.SpeaksFor = at(4)
	counted := level(why(.5, .1), stages.Warning{Kind: stages.WarnClaims, Questions: []string{"a"}})
	claimed := counted
	claimed.HeldBy = &stages.Cap{Cap: stages.CapEvidence, Level: 2}
	alike := why(-.002, .001)
	alike[0].Carries, alike[1].Carries = .2, .1
	for _, row := range []struct {
		when   string
		result stages.Placement
		words  string
	}{
		{"some lifted, some held back", level(why(.5, -.2, .1)), "What moved you up / a / c / What held you back / b"},
		{"all lifted", level(why(.5)), "What moved you up / a"},
		{"all held back", level(why(-.02)), "What held you back / a"},
		{"a warning and a pair that disagrees", level(why(.5), hasty, unlike("e", "f")),
			"What moved you up / a / " + report.WarningText(stages.WarnHasty) + "? / x+y+z / Two answers disagree? / e+f"},
		{"two pairs that disagree", level(why(.5), unlike("e", "f"), unlike("g", "h")), "What moved you up / a / Some answers disagree? / e+f / g+h"},
		{"no answer moved it by itself", together, "No single answer decided it: together, your answers point to level 4."},
		{"all say the same", level(alike), "No single answer decided it: together, your answers point to level 2, these most of all / a / b"},
		{"all say the same, and a warning", level(alike, hasty), "No single answer decided it: together, your answers point to level 2, these most of all / a / b / " +
			report.WarningText(stages.WarnHasty) + "? / x+y+z"},
		{"no answer moved it, and a warning", level(nil, hasty),
			"No single answer decided it: together, your answers point to level 2. / " + report.WarningText(stages.WarnHasty) + "? / x+y+z"},
		{"a warning of a newer program", level(why(.5), stages.Warning{Kind: "of-tomorrow", Text: "Of a newer program.", Questions: []string{"g"}}),
			"What moved you up / a / Of a newer program.? / g"},
		{"what others couldn't confirm, which holds them", claimed, "What moved you up / b / " + report.WarningText(stages.WarnClaims) + "? / a"},
		{"what others couldn't confirm, and doesn't hold them", counted, "What moved you up / a / b / " + report.WarningText(stages.WarnClaims) + "? / a"},
		{"everything skipped", stages.Placement{}, "Everything was skipped."},
		{"answered, and nothing tells", stages.Placement{Asked: []string{"a"}}, "None of your answers says where you stand."},
	} {
		if got := reasons(row.result); got != row.words {
			t.Errorf("%s: %s\nwant %s", row.when, got, row.words)
		}
	}
}

// Whoever has a result has a reason: at each level, and with nearly everything skipped.
func TestEverybodyHasAReason(t *testing.T) {
	c := catalog()
	bank := stages.NewBank(c)
	result := func(choose func(stages.Question) stages.Answer) session.Result {
		return attempt(c, stages.Stages, "", choose).Score(bank, nil, day)
	}
	for level := range 6 {
		all := map[string]int{}
		for _, s := range c.Strands {
			all[s.ID] = level
		}
		results := []session.Result{result(levels(all))}
		for n := 1; n <= 3; n++ { // all but n skipped
			asked := 0
			results = append(results, result(func(q stages.Question) stages.Answer {
				asked++
				if asked > n {
					return stages.Answer{Skip: stages.NoChance}
				}
				return levels(all)(q)
			}))
		}
		for _, r := range results {
			if why := report.Why(r.Placement); len(why) == 0 || why[0].Heading == "" {
				t.Errorf("at level %d, with %s, there is no reason", level, report.Taken(r.Interview.Answers))
			}
		}
		if why := reasons(results[0].Placement); level == 1 && why != "No single answer decided it: together, your answers point to level 1, these most of all / craft-1 / craft-2 / customer-1" {
			t.Errorf("all lowest: %s", why)
		}
	}
}

// The export's why names strand, question and answer.
func TestWhyInFull(t *testing.T) {
	c := catalog()
	for _, row := range []struct{ level, want string }{
		{"1", "Why\n\n  No single answer decided it: together, your answers point to\n  level 1, these most of all\n  - Craft, a design expected to fail, 1: answer at 1\n"},
		{"4", "Why\n\n  No single answer decided it: together, your answers point to\n  level 4, these most of all\n  - Craft, what you left behind: A thing"},
	} {
		all := map[string]int{}
		for _, s := range c.Strands {
			all[s.ID] = int(row.level[0] - '0')
		}
		r := attempt(c, stages.Stages, "", levels(all)).Score(stages.NewBank(c), nil, day)
		e, _ := report.NewExport(map[string]session.Result{stages.Stages: r}, session.Plan{})
		var out strings.Builder
		if err := e.Text(&out, 70); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), row.want) {
			t.Errorf("all at level %s:\n%s\nwant in it\n%s", row.level, out.String(), row.want)
		}
	}
}

// Of an answer that held the person back, the one above it is told. Two that disagree stand in one line, and without that.
func TestWhyTellsWhatIsAbove(t *testing.T) {
	r := answering(stages.Answers{"craft-1": picked("at-4", ""), "craft-2": picked("at-3", ""), "trust-1": picked("at-5", "")})
	r.Placement = placed(4, 0, .9)
	r.Placement.Asked = []string{"craft-1", "craft-2", "trust-1"}
	r.Placement.Why = []stages.Influence{{Question: "craft-1", Weight: .5}, {Question: "craft-2", Weight: -.2}, {Question: "trust-1", Weight: -.1}}
	r.Placement.Warnings = []stages.Warning{{Kind: stages.WarnContradiction, Questions: []string{"craft-2", "craft-1"}}}
	text := markdown(t, report.Export{Result: r})
	for _, want := range []string{"- **Craft, a design expected to fail, 1:** answer at 4\n", "- **Craft, a design expected to fail, 2:** answer at 3. One level up: \"answer at 4\"\n",
		"- **Trust, a design expected to fail, 1:** answer at 5\n", "- **Craft, a design expected to fail, 2:** answer at 3 / Craft, a design expected to fail, 1: answer at 4\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s\nlacks %q", text, want)
		}
	}
}

// One level up is an answer that speaks for a higher level: one that's anchored a little higher is no level up, and where none
// is, none is told.
func TestOneLevelUp(t *testing.T) {
	r := answering(stages.Answers{"craft-1": picked("at-2", "")})
	r.Placement = placed(4, 0, .9)
	r.Placement.Asked, r.Placement.Why = []string{"craft-1"}, []stages.Influence{{Question: "craft-1", Weight: -.2}}
	q := r.Question("craft-1")
	for _, test := range []struct {
		levels []float64 // of the answers; the second is the one given
		want   string
	}{
		{[]float64{1, 2, 3, 4, 5}, `answer at 2. One level up: "answer at 3"`},
		{[]float64{1, 2, 2.1, 4, 5}, `answer at 2. One level up: "answer at 4"`},
		{[]float64{1, 2, 2.4, 2.4, 2.4}, "answer at 2"},
		{[]float64{1, 4.7, 5, 5, 5}, "answer at 2"},
	} {
		for i, level := range test.levels {
			q.Options[i].Level = level
		}
		if got := report.AnswerAndUp(r, q); got != test.want {
			t.Errorf("%v: %q, want %q", test.levels, got, test.want)
		}
	}
}

// What it would take to come out lower, and that no one or two answers would; nothing where there is no level to
// come down from.
func TestHowFirm(t *testing.T) {
	one := stages.ChangeAnswer{Question: "craft-1", Option: "at-1"}
	fewer := stages.ChangeAnswer{Question: "craft-boxes", Option: "box-1", Options: []string{"box-1"}}
	none := stages.ChangeAnswer{Question: "craft-boxes", Options: []string{}}
	other := stages.ChangeAnswer{Question: "trust-boxes", Option: "box-1", Options: []string{"box-1"}}
	for _, row := range []struct {
		when   string
		at     stages.Placement
		change []stages.Change
		words  string
	}{
		{"one answer", placed(2, 0, .9), []stages.Change{{Level: 3, Answers: []stages.ChangeAnswer{one}}, {Level: 1, Answers: []stages.ChangeAnswer{one}}},
			`A lower answer to "a design expected to fail, 1" could make it level 1.`},
		{"two", placed(2, 0, .9), []stages.Change{{Level: 1, Answers: []stages.ChangeAnswer{one, fewer}}},
			`Lower answers to "a design expected to fail, 1" and "what you left behind" could make it level 1.`},
		{"no box at all", placed(2, 0, .9), []stages.Change{{Level: 1, Answers: []stages.ChangeAnswer{none}}}, `A lower answer to "what you left behind" could make it level 1.`},
		{"a question that was not asked", placed(3, 0, .9), []stages.Change{{Level: 2, Answers: []stages.ChangeAnswer{other}}},
			`A lower answer to "what you left behind" (not asked) could make it level 2.`},
		{"only up", placed(2, 0, .9), []stages.Change{{Level: 3, Answers: []stages.ChangeAnswer{one}}}, "You'd have to change more than two answers to drop below level 2."},
		{"a question that is gone", placed(2, 0, .9), []stages.Change{{Level: 1, Answers: []stages.ChangeAnswer{{Question: "gone"}}}}, "You'd have to change more than two answers to drop below level 2."},
		{"the lowest level", placed(1, 0, .9), nil, ""},
		{"unclear", inconsistent(1, 3), []stages.Change{{Level: 1, Answers: []stages.ChangeAnswer{one}}}, ""},
		{"no level", stages.Placement{}, nil, ""},
	} {
		r := session.Result{Placement: row.at}
		r.Snapshot = *catalog()
		r.Interview.Answers = stages.Answers{"craft-boxes": {Options: []string{"box-1", "box-2"}}}
		r.Placement.Asked = []string{"craft-1", "craft-boxes"}
		r.Placement.WouldChange = row.change
		if got := report.HowFirm(r); got != row.words {
			t.Errorf("%s: %s\nwant %s", row.when, got, row.words)
		}
	}
}

// The strongest force is the longest, whichever way it leads.
func TestForces(t *testing.T) {
	r := placed(2, 0, .9)
	r.Why = []stages.Influence{{Question: "a", Weight: .1}, {Question: "b", Weight: .05}, {Question: "c", Weight: -.2}}
	heading, forces, carry := report.Forces(r)
	if want := []report.Force{{Question: "c", Push: -1}, {Question: "a", Push: .5}, {Question: "b", Push: .25}}; !slices.Equal(forces, want) || carry || heading != "What moved your result" {
		t.Errorf("%q %v %v, want %v", heading, forces, carry, want)
	}
	r.Why = []stages.Influence{{Question: "a", Carries: 2}, {Question: "b", Carries: 1}}
	heading, forces, carry = report.Forces(r)
	if want := []report.Force{{Question: "a", Push: 1}, {Question: "b", Push: .5}}; !slices.Equal(forces, want) || !carry || !strings.Contains(heading, "these most of all") {
		t.Errorf("%q %v %v, want %v", heading, forces, carry, want)
	}
	r.Why = nil
	if heading, forces, _ = report.Forces(r); len(forces) > 0 || !strings.Contains(heading, "No single answer decided it") {
		t.Errorf("%q %v", heading, forces)
	}
}
