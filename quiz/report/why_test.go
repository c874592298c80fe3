package report_test

import (
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
	alike := why(-.002, .001)
	alike[0].Carries, alike[1].Carries = .2, .1
	for _, row := range []struct {
		when   string
		result stages.Placement
		words  string
	}{
		{"some lifted, some held back", level(why(.5, -.2, .1)), "What lifted you / a / c / What held you back / b"},
		{"all lifted", level(why(.5)), "What lifted you / a"},
		{"all held back", level(why(-.02)), "What held you back / a"},
		{"a warning and a pair that disagrees", level(why(.5), hasty, unlike("e", "f")),
			"What lifted you / a / " + report.WarningText(stages.WarnHasty) + "? / x+y+z / Two answers disagree? / e+f"},
		{"two pairs that disagree", level(why(.5), unlike("e", "f"), unlike("g", "h")), "What lifted you / a / Some answers disagree? / e+f / g+h"},
		{"no answer moved it by itself", together, "No single answer tipped it: taken together, your answers speak for level 4."},
		{"all say the same", level(alike), "No single answer tipped it: taken together, your answers speak for level 2, these most of all / a / b"},
		{"all say the same, and a warning", level(alike, hasty), "No single answer tipped it: taken together, your answers speak for level 2, these most of all / a / b / " +
			report.WarningText(stages.WarnHasty) + "? / x+y+z"},
		{"no answer moved it, and a warning", level(nil, hasty),
			"No single answer tipped it: taken together, your answers speak for level 2. / " + report.WarningText(stages.WarnHasty) + "? / x+y+z"},
		{"a warning of a newer program", level(why(.5), stages.Warning{Kind: "of-tomorrow", Text: "Of a newer program.", Questions: []string{"g"}}),
			"What lifted you / a / Of a newer program.? / g"},
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
	for level := 0; level <= stages.Levels; level++ {
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
		if why := reasons(results[0].Placement); level == 1 && why != "No single answer tipped it: taken together, your answers speak for level 1, these most of all / voice-1 / voice-2 / reach-1" {
			t.Errorf("all lowest: %s", why)
		}
	}
}

// The export's why names strand, question and answer.
func TestWhyInFull(t *testing.T) {
	c := catalog()
	for _, row := range []struct{ level, want string }{
		{"1", "Why\n\n  No single answer tipped it: taken together, your answers speak for\n  level 1, these most of all\n  - Voice, a design expected to fail, 1: answer at 1\n"},
		{"4", "Why\n\n  No single answer tipped it: taken together, your answers speak for\n  level 4, these most of all\n  - Design, what you left behind: A thing"},
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

func TestWouldChange(t *testing.T) {
	find := stages.NewBank(catalog()).Question
	one := stages.ChangeAnswer{Question: "craft-1", Option: "at-4"}
	ticked := stages.ChangeAnswer{Question: "craft-boxes", Option: "box-2", Options: []string{"box-1", "box-2"}}
	none := stages.ChangeAnswer{Question: "craft-boxes", Options: []string{}}
	gone := stages.ChangeAnswer{Question: "gone", Option: "at-4"}
	renamed := stages.ChangeAnswer{Question: "craft-1", Option: "renamed"}
	more := stages.ChangeAnswer{Question: "trust-1", Option: "at-3"}
	for _, row := range []struct {
		answers []stages.ChangeAnswer
		words   string
	}{
		{[]stages.ChangeAnswer{one}, `Had "a design expected to fail, 1" been "answer at 4", you would be at level 3.`},
		{[]stages.ChangeAnswer{one, ticked}, `Had "a design expected to fail, 1" been "answer at 4" and ` +
			`"what you left behind" been "A thing that stays, of 1; A thing that stays, of 2", you would be at level 3.`},
		{[]stages.ChangeAnswer{none}, `Had "what you left behind" been "none of these yet", you would be at level 3.`},
		{[]stages.ChangeAnswer{more}, `Had "a design expected to fail, 1", which was not asked, been "answer at 3", you would be at level 3.`},
		{[]stages.ChangeAnswer{gone}, ""},
		{[]stages.ChangeAnswer{renamed}, ""},
		{[]stages.ChangeAnswer{one, gone}, ""}, // half of a change changes nothing
	} {
		r := placed(2, 0, .9)
		r.Asked = []string{"craft-1", "craft-boxes"}
		r.WouldChange = []stages.Change{{Level: 3, Answers: row.answers}}
		if got := strings.Join(report.WouldChange(r, find), ""); got != row.words {
			t.Errorf("%s\nwant %s", got, row.words)
		}
	}
}
