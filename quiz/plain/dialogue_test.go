package plain

import (
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"waymark/quiz/session"
	"waymark/stages"
)

// interview answers the four questions of the catalog, from home to the result, by digits alone.
const interview = "1|1|2|2|1 2|2 3"

func TestDialogues(t *testing.T) {
	for name, test := range map[string]struct {
		before string // lines of an earlier run
		lines  string
		config func(*Config)
	}{
		"whole way by digits":      {lines: interview + "|1|7|8"},
		"words and letters":        {lines: "1|1|WHY|s|2|back||back|s|b|e|The Lyon site|3|b|e||e|-|e|Another|q"},
		"deeds by number":          {lines: "1|1|9|1|1|9|2|9|3|A story|9|2|9|5|9|4"},
		"checklists":               {lines: "1|1|2|2|3, 1|b|0|b||0 1|4|1,2.|1"},
		"not understood":           {lines: "hello|0|7|-1|1|1|x|9|9|1 2|99999999999999999999|0"},
		"profile":                  {lines: "1|2|1|3|1|4|Ada|4||4|-|1|?"},
		"coming back half-way":     {before: "1|1|2|1", lines: "1|1 2|2 3"},
		"reviewing half-way":       {before: "1|1|2|1", lines: "2|1|3|2|0|3|2|1"},
		"starting afresh":          {before: "1|1|2|1", lines: "3|2|3|1|1"},
		"returning":                {before: interview, lines: "2|6|2|1|5|4|4|7|1|3|4|b"},
		"plan":                     {before: interview + "|1", lines: "1|1|1|Lyon, June|4|2|Ruth, Lyon|2|2|2|5||3|SFIA|4|2|4|5|1|1|5|b"},
		"checking in":              {before: interview + "|1", lines: "1|2|Half of it, Ruth saw it|4|b|1|1|2|1|4", config: checkInDue},
		"notes taken over":         {before: interview + "|1", lines: "3|6|1|1|1|e|2|q", config: withNotes},
		"notes of a step":          {before: interview + "|1", lines: "1|1|1|1|2||2|A call of mine", config: withNotes},
		"more of a step":           {before: interview + "|1", lines: "1|1|2|Half of it, in Lyon|2|Ruth saw the rest.|2|Her lead too|2|Ruth saw the rest.|1|2|b"},
		"a check-in, later":        {before: interview + "|1", lines: "1|5|4|3", config: checkInDue},
		"a check-in, stopped":      {before: interview + "|1", lines: "1|6|4|1|", config: checkInDue},
		"a date of the plan":       {before: interview + "|1", lines: "1|1|3|1|2|2|3|4|b"},
		"overdue, and taken out":   {before: interview + "|1", lines: "2|1|2|A call|3|1|3|4|2|4|1", config: func(c *Config) { c.Now = func() time.Time { return today.AddDate(0, 0, 50) } }},
		"overdue, and asked about": {before: interview + "|1", lines: "1|2|Half of it|1|1", config: func(c *Config) { c.Now = func() time.Time { return today.AddDate(0, 0, 50) } }},
		"a road's experiment":      {before: "2|1|1|1", lines: "2|1|2|1|2|1|3|1|1|Two asked for more|b"},
		"a talk":                   {before: "3|1|2", lines: "3|1|2|1|2|1|4", config: heldBack},
		"crossroads":               {lines: "2|1|1|1|1|2|1|4"},
		"surroundings":             {before: interview, lines: "5|1|1|2|2"},
		"strengths":                {before: "1|1|2|2|1 2|e|A picture for Lyon|2 3", lines: "6|1|2"},
		"strengths, none":          {before: "1|1|s|1|s|1|s|1|s|1", lines: "6|1"},
		"everything skipped":       {lines: "1|1|s|1|s|1|s|1|s|1"},
		"in another window":        {before: "1|1|2|1", lines: "1|2|1|4|3|4|2|3", config: func(c *Config) { c.Session.ReadOnly = true }},
		"narrow terminal":          {lines: interview, config: func(c *Config) { c.Width = 32 }},
		"typed at a terminal":      {lines: "1|1|2", config: func(c *Config) { c.Piped = false }},
		"notice and damage":        {lines: "4", config: func(c *Config) { c.Notices = []string{"Your plan couldn't be read, so it was moved to set-aside."} }},
		"nothing typed":            {lines: ""},
		"ticked elsewhere":         {before: "1|1|2|2|e|A call", lines: "1|", config: ticked("c")},
		"steering is taken out":    {lines: "1|4|\x1b[31mAda\x07\u202e|q"},
		"results over time":        {before: "a year", lines: "3|1|2|2|3|1|1|4|3"},
		"one result, months later": {before: interview + "|1", lines: "4|b", config: func(c *Config) { c.Now = func() time.Time { return today.AddDate(0, 5, 0) } }},
	} {
		t.Run(name, func(t *testing.T) {
			store := newMemory()
			switch test.before {
			case "":
			case "a year":
				store.year(t)
			default:
				store.talk(t, test.before)
			}
			cfg := store.config()
			if test.config != nil {
				test.config(&cfg)
			}
			out, err := run(cfg, test.lines)
			if err != nil {
				t.Fatal(err)
			}
			golden.RequireEqual(t, []byte(out))
		})
	}
}

// ticked ticks a box of the question that is asked next, as the full screen does.
func ticked(option string) func(*Config) {
	return func(c *Config) {
		for _, a := range []session.Action{session.Continue{}, session.Tick{Option: option}} {
			c.Session, _, _ = session.Perform(c.Session, a, c.Store)
		}
	}
}

// checkInDue is seven weeks later: a step is overdue, there's a mentor, and the day to check in has come.
func checkInDue(c *Config) {
	c.Now = func() time.Time { return today.AddDate(0, 0, 50) }
	day := today.AddDate(0, 0, 49)
	c.Session.Plan.Mentor, c.Session.Plan.CheckIn = "Ruth", &day
}

// withNotes has two notes.
func withNotes(c *Config) {
	c.Notes = func() []session.Noted {
		return []session.Noted{{At: today.AddDate(0, 0, -9), Text: "They asked for me by name"}, {At: today.AddDate(0, 0, -2), Text: "Lyon — 工場"}}
	}
}

// heldBack has the workplace hold the person back, which takes more answers than there are questions here.
func heldBack(c *Config) {
	score := .2
	axes := c.Session.Results[stages.Surroundings].Scores.Axes
	for i := range axes {
		axes[i].Score = &score
	}
}

// year is a person with three results, the second and the third of which moved, a step done before the last, and a
// file that could not be read.
func (m *memory) year(t *testing.T) {
	t.Helper()
	m.talk(t, interview+"|1")
	last := m.results[0]
	m.results, m.faults = nil, []string{"One of your results (results/x.json) couldn't be read."}
	for i, level := range []int{1, 2, 3} {
		r := last
		r.Saved = today.AddDate(0, []int{-12, -6, 0}[i], 0)
		r.Started = r.Saved.Add(-time.Hour)
		r.Placement.Level = &level
		m.results = append(m.results, r)
	}
	done := today.AddDate(0, -1, 0)
	m.plan.Items[0].Done = &done
}
