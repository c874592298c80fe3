package report_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// changing is a result at level 2 that these changes would move.
func changing(changes ...stages.Change) report.Export {
	r := answering(stages.Answers{"craft-1": picked("at-2", "")})
	r.Placement = placed(2, 3, .75)
	r.Placement.Asked, r.Placement.WouldChange = []string{"craft-1"}, changes
	return report.Export{Result: r}
}

func to(level int, question, option string) stages.Change {
	return stages.Change{Level: level, Answers: []stages.ChangeAnswer{{Question: question, Option: option}}}
}

func TestWayUp(t *testing.T) {
	opened := changing()
	opened.Result.Placement.HeldBy = &stages.Cap{Cap: stages.CapNeeds, Level: 2, Strands: []string{"customer"}}
	opened.Result.Snapshot.Levels[2].Opens = "one design of your own"
	gaining := changing(to(1, "craft-1", "at-1"))
	gaining.Result.Placement.Next = []stages.NextStep{{Step: "craft-to-3", Strand: "craft"}}
	unled := changing(to(3, "craft-1", "at-3"))
	unled.Result.Placement.Next = gaining.Result.Placement.Next
	top := gaining
	top.Result.Placement.Level = at(5)
	for _, row := range []struct {
		when string
		e    report.Export
		says string
	}{
		{"the first that leads up", changing(to(1, "craft-1", "at-1"), to(3, "craft-1", "at-3"), to(3, "craft-2", "at-3")),
			"You'd be at level 3 with \"answer at 3\" as your answer to \"a design expected to fail, 1\"."},
		{"to a question that is gone", changing(to(3, "gone", "at-1"), to(3, "craft-1", "at-3")),
			"You'd be at level 3 with \"answer at 3\" as your answer to \"a design expected to fail, 1\"."},
		{"down only", changing(to(1, "craft-1", "at-1")), ""},
		{"want of a chance", opened, "What gives you a chance at level 3: one design of your own."},
		{"no one or two answers", gaining, ""},
		{"no step leads there", unled, ""},
		{"at the top", top, ""},
		{"no level", report.Export{}, ""},
	} {
		if got := row.e.WayUp(); got != row.says {
			t.Errorf("%s: %q, want %q", row.when, got, row.says)
		}
	}
}

// Each kind of answer that would lead up is told in words that fit it, and none where the result lacks one.
func TestWayUpInWords(t *testing.T) {
	c := catalog()
	one := stages.ChangeAnswer{Question: "craft-1", Option: "at-4"}
	more := stages.ChangeAnswer{Question: "craft-boxes", Option: "box-2", Options: []string{"box-1", "box-2"}}
	fewer := stages.ChangeAnswer{Question: "craft-boxes", Options: []string{}}
	other := stages.ChangeAnswer{Question: "craft-boxes", Option: "box-2", Options: []string{"box-2"}}
	gone := stages.ChangeAnswer{Question: "gone", Option: "at-4"}
	renamed := stages.ChangeAnswer{Question: "craft-1", Option: "renamed"}
	notAsked := stages.ChangeAnswer{Question: "trust-1", Option: "at-3"}
	boxes := stages.ChangeAnswer{Question: "trust-boxes", Option: "box-2", Options: []string{"box-1", "box-2"}}
	empty := stages.ChangeAnswer{Question: "trust-boxes"}
	for _, row := range []struct {
		given   []string // boxes ticked
		answers []stages.ChangeAnswer
		words   string
	}{
		{nil, []stages.ChangeAnswer{one}, `You'd be at level 3 with "answer at 4" as your answer to "a design expected to fail, 1".`},
		{[]string{"box-1"}, []stages.ChangeAnswer{one, more}, `You'd be at level 3 with "answer at 4" as your answer to "a design expected to fail, 1" and ` +
			`"A thing that stays, of 2" ticked as well for "what you left behind".`},
		{nil, []stages.ChangeAnswer{more}, `You'd be at level 3 with "A thing that stays, of 1" and "A thing that stays, of 2" ticked for "what you left behind".`},
		{[]string{"box-1"}, []stages.ChangeAnswer{fewer}, `You'd be at level 3 with nothing ticked for "what you left behind".`},
		{[]string{"box-1", "box-2"}, []stages.ChangeAnswer{other}, `You'd be at level 3 with "A thing that stays, of 1" unticked for "what you left behind".`},
		{[]string{"box-1"}, []stages.ChangeAnswer{other}, `You'd be at level 3 with "A thing that stays, of 2" ticked instead of "A thing that stays, of 1" ` +
			`for "what you left behind".`},
		{nil, []stages.ChangeAnswer{notAsked}, `You'd be at level 3 with "answer at 3" as your answer to "a design expected to fail, 1" (not asked).`},
		{nil, []stages.ChangeAnswer{boxes}, `You'd be at level 3 with "A thing that stays, of 1" and "A thing that stays, of 2" ticked for "what you left behind" (not asked).`},
		{nil, []stages.ChangeAnswer{empty}, `You'd be at level 3 with nothing ticked for "what you left behind" (not asked).`},
		{nil, []stages.ChangeAnswer{gone}, ""},
		{nil, []stages.ChangeAnswer{renamed}, ""},
		{nil, []stages.ChangeAnswer{one, gone}, ""}, // half of a change changes nothing
	} {
		r := session.Result{Placement: placed(2, 0, .9)}
		r.Snapshot = *c
		r.Interview.Answers = stages.Answers{"craft-boxes": {Options: row.given}}
		r.Placement.Asked = []string{"craft-1", "craft-boxes"}
		r.Placement.WouldChange = []stages.Change{{Level: 3, Answers: row.answers}}
		if got := (report.Export{Result: r}).WayUp(); got != row.words {
			t.Errorf("%s\nwant %s", got, row.words)
		}
	}
}

// What would lead up is told as what the person would have done, a line each on a screen; where the content doesn't say that of boxes,
// it's the sentence.
func TestWayUpInLines(t *testing.T) {
	one := stages.ChangeAnswer{Question: "craft-1", Option: "at-4"}
	notAsked := stages.ChangeAnswer{Question: "trust-1", Option: "at-3"}
	unsaid := stages.ChangeAnswer{Question: "craft-2", Option: "at-1"} // the content doesn't say what was done
	boxes := stages.ChangeAnswer{Question: "craft-boxes", Option: "box-2", Options: []string{"box-1", "box-2"}}
	for _, row := range []struct {
		answers     []stages.ChangeAnswer
		label, text string
	}{
		{[]stages.ChangeAnswer{one, notAsked}, "Level 3 if both were true", "You did what is done at 4.\nYou did what is done at 3 (not asked)."},
		{[]stages.ChangeAnswer{unsaid}, "Level 3 if this were true", "a design expected to fail, 2 (not asked): answer at 1"},
		{[]stages.ChangeAnswer{unsaid, one}, "Level 3 if both were true", "a design expected to fail, 2 (not asked): answer at 1\nYou did what is done at 4."},
		{[]stages.ChangeAnswer{one, notAsked, one}, "Level 3 if all of this were true", "You did what is done at 4.\nYou did what is done at 3 (not asked).\nYou did what is done at 4."},
		{[]stages.ChangeAnswer{one, boxes}, "Nearest way up", `You'd be at level 3 with "answer at 4" as your answer to "a design expected to fail, 1" and ` +
			`"A thing that stays, of 1" and "A thing that stays, of 2" ticked for "what you left behind".`},
	} {
		r := session.Result{Placement: placed(2, 0, .9)}
		r.Snapshot = *catalog()
		r.Placement.Asked = []string{"craft-1", "craft-boxes"}
		r.Placement.WouldChange = []stages.Change{{Level: 3, Answers: row.answers}}
		e := report.Export{Result: r}
		if got := e.Changes()[0]; got.Label != row.label || got.Text != row.text {
			t.Errorf("%q, %q\nwant %q, %q", got.Label, got.Text, row.label, row.text)
		}
		running := strings.NewReplacer(".\n", ". ", "\n", "; ").Replace(row.text)
		if text := markdown(t, e); !strings.Contains(text, "**"+row.label+":** "+running) {
			t.Errorf("as running text, %q is not in\n%s", running, text)
		}
	}
	r := session.Result{Snapshot: *catalog(), Placement: placed(2, 0, .9)}
	r.Placement.Asked, r.Placement.WouldChange = []string{"craft-boxes"}, []stages.Change{{Level: 3, Answers: []stages.ChangeAnswer{boxes}}}
	r.Interview.Answers = stages.Answers{"craft-boxes": {Options: []string{"box-1"}}}
	r.Question("craft-boxes").Option("box-2").Did = "Left a thing that stays"
	if got := (report.Export{Result: r}).Changes()[0].Text; got != "You left a thing that stays." {
		t.Errorf("of boxes, what isn't ticked yet: %q", got)
	}
	opened := changing()
	opened.Result.Placement.HeldBy = &stages.Cap{Cap: stages.CapNeeds, Level: 2, Strands: []string{"customer"}}
	opened.Result.Snapshot.Levels[2].Opens = "one design of your own"
	if got := opened.Changes()[0]; got.Label != "Way to level 3" || got.Text != "One design of your own." {
		t.Errorf("want of a chance: %q", got)
	}
	for level, adds := range map[int]bool{2: true, 5: false} {
		unknown := changing()
		unknown.Result.Placement.Level = at(level)
		unknown.Result.Snapshot.Levels[1].Next = "Designing it. One is enough."
		if got := unknown.Changes()[0]; (got.Label == "Level 3 adds" && got.Text == "Designing it.") != adds {
			t.Errorf("no way is known at level %d: %q", level, got)
		}
		maybe := unknown
		maybe.Result.Placement = placed(2, 3, .55)
		if got := maybe.Changes()[0]; got.Label == "Level 3 adds" {
			t.Errorf("they may be at it: %q", got)
		}
		unknown.Result.Placement.HeldBy = &stages.Cap{Cap: stages.CapEvidence, Level: 2}
		if got := unknown.Changes()[0]; got.Label == "Level 3 adds" {
			t.Errorf("something else is missing: %q", got)
		}
	}
}

// The strongest proof is the highest deed; of two an event before a claim; an event at the person's level before
// any claim; and of deeds that are as high, one along the strand that stands highest.
func TestProof(t *testing.T) {
	lifted := changing()
	for i := range lifted.Result.Snapshot.Questions {
		for j := range lifted.Result.Snapshot.Questions[i].Options {
			lifted.Result.Snapshot.Questions[i].Options[j].Did = ""
		}
	}
	lifted.Result.Placement.Why = []stages.Influence{{Question: "craft-1", Weight: .2}}
	held := lifted
	held.Result.Placement.Why = []stages.Influence{{Question: "craft-1", Weight: -.2}}
	of := func(answers stages.Answers) report.Export { return report.Export{Result: answering(answers)} }
	at := func(level int, highest string, answers stages.Answers) report.Export {
		e := of(answers)
		e.Result.Placement = placed(level, 0, .9)
		if highest != "" {
			e.Result.Placement.Strands = []stages.StrandResult{{ID: highest, Posterior: []float64{4: 1}}}
			e.Result.Question(highest + "-boxes").Option("box-4").Did = "Left a thing"
		}
		return e
	}
	lowly := func(e report.Export) report.Export { // the lowest answer along craft says that a little was done
		e.Result.Question("craft-1").Option("at-1").Did = "Did a little"
		return e
	}
	for _, row := range []struct {
		when string
		e    report.Export
		says string
	}{
		{"the highest", of(stages.Answers{"customer-1": picked("at-2", ""), "craft-1": picked("at-5", "")}),
			"You did what is done at 5. Based on \"answer at 5\", your answer to \"a design expected to fail, 1\"."},
		{"an event before a claim", of(stages.Answers{"customer-2": picked("at-2", ""), "trust-1": picked("at-2", "")}),
			"You did what is done at 2. Based on \"answer at 2\", your answer to \"a design expected to fail, 1\"."},
		{"an event at the level before a higher claim", at(2, "", stages.Answers{"customer-2": picked("at-5", ""), "trust-1": picked("at-2", "")}),
			"You did what is done at 2. Based on \"answer at 2\", your answer to \"a design expected to fail, 1\"."},
		{"no event at the level", at(3, "", stages.Answers{"customer-2": picked("at-5", ""), "trust-1": picked("at-2", "")}),
			"You did what is done at 5. Based on \"answer at 5\", your answer to \"a design expected to fail, 2\". Only your answer says so; an example makes it stronger."},
		{"the highest strand", at(2, "reach", stages.Answers{"craft-1": picked("at-4", ""), "reach-boxes": picked("box-4", "")}),
			"You left a thing. Based on \"A thing that stays, of 4\", your answer to \"what you left behind\"."},
		{"an event along what the level needs before a higher one", at(2, "", stages.Answers{"customer-1": picked("at-3", ""), "trust-1": picked("at-2", ""), "reach-1": picked("at-5", "")}),
			"You did what is done at 3. Based on \"answer at 3\", your answer to \"a design expected to fail, 1\"."},
		{"unless one of its needs isn't shown", at(2, "", stages.Answers{"customer-1": picked("at-3", ""), "reach-1": picked("at-5", "")}),
			"You did what is done at 5. Based on \"answer at 5\", your answer to \"a design expected to fail, 1\"."},
		{"along the first strand at a level without needs", at(1, "", stages.Answers{"craft-1": picked("at-2", ""), "reach-1": picked("at-5", "")}),
			"You did what is done at 2. Based on \"answer at 2\", your answer to \"a design expected to fail, 1\"."},
		{"unless another strand shows more", lowly(at(1, "", stages.Answers{"craft-1": picked("at-1", ""), "reach-1": picked("at-2", "")})),
			"You did what is done at 2. Based on \"answer at 2\", your answer to \"a design expected to fail, 1\"."},
		{"and they show as little", lowly(at(1, "", stages.Answers{"craft-1": picked("at-1", ""), "trust-1": picked("at-1", "")})),
			"You did a little. Based on \"answer at 1\", your answer to \"a design expected to fail, 1\"."},
		{"content that does not say what was done", lifted, "On \"a design expected to fail, 1\", you answered \"answer at 2\"."},
		{"nothing that lifts", held, ""},
		{"no answer", of(nil), ""},
	} {
		if got := row.e.Proof(); got != row.says {
			t.Errorf("%s: %q, want %q", row.when, got, row.says)
		}
	}
}

// With inks and without, the words and their places are the same, and no ink runs over a line's end.
func TestDrawnText(t *testing.T) {
	e := exported(catalog(), example)
	bold, ink := func(s ...string) string { return "\x1b[1m" + s[0] + "\x1b[m" }, func(s ...string) string { return "\x1b[33m" + s[0] + "\x1b[m" }
	for _, width := range []int{12, 30, 70} {
		var plain, inked strings.Builder
		if err := e.DrawnText(&plain, width, report.Inks{}); err != nil {
			t.Fatal(err)
		}
		if err := e.DrawnText(&inked, width, report.Inks{Focal: bold, Travelled: ink, Ahead: ink}); err != nil {
			t.Fatal(err)
		}
		if ansi.Strip(inked.String()) != plain.String() || !strings.Contains(inked.String(), "\x1b[33m◆\x1b[m") {
			t.Errorf("at %d columns:\n%s", width, inked.String())
		}
		for line := range strings.Lines(inked.String()) {
			if strings.Count(line, "\x1b[m") != strings.Count(line, "\x1b[1m")+strings.Count(line, "\x1b[33m") {
				t.Errorf("an ink runs on: %q", line)
			}
		}
	}
}

// The path has a mark for each level and a way between any two.
func TestPathOf(t *testing.T) {
	held := capped(stages.CapNeeds, 1, 4, []string{"customer"}, nil)
	for _, row := range []struct {
		when   string
		result stages.Placement
		drawn  string
	}{
		{"clear", placed(3, 0, .95), "●━●━◆─○─○"},
		{"likely", placed(2, 3, .75), "●━◆─◇─○─○"},
		{"between", placed(2, 3, .55), "●━◆┄◇─○─○"},
		{"held", held, "◆┄○┄○┄◇─○"},
		{"inconsistent", inconsistent(1, 3), "◇┄◇┄◇─○─○"},
		{"inconsistent, past the first", inconsistent(2, 3), "●━◇┄◇─○─○"},
		{"no level", stages.Placement{Held: make([]float64, 5)}, "○─○─○─○─○"},
	} {
		p := report.PathOf(row.result)
		drawn := ""
		for n, m := range p.At {
			drawn += string(m)
			if n < len(p.Way) {
				drawn += string(p.Way[n])
			}
		}
		if drawn != row.drawn {
			t.Errorf("%s: %s, want %s", row.when, drawn, row.drawn)
		}
	}
}

// Without being told to, text draws nothing: it may be read aloud.
func TestTextDrawsNothing(t *testing.T) {
	var out strings.Builder
	if err := exported(catalog(), example).Text(&out, 70); err != nil || strings.ContainsAny(out.String(), "◆●━─┄") {
		t.Errorf("%v:\n%s", err, out.String())
	}
}

// Where no level is named, nothing leads up from it, and a second look is what helps.
func TestSummaryWithoutALevelToName(t *testing.T) {
	e := changing(to(3, "craft-1", "at-3"))
	level := e.Result.Placement.WouldChange
	e.Result.Placement = inconsistent(1, 3)
	e.Result.Placement.WouldChange, e.Result.Placement.Asked = level, []string{"craft-1"}
	summary, _, _ := strings.Cut(markdown(t, e), "## Where")
	if strings.Contains(summary, "way up") || !strings.Contains(summary, "A second look at the answers that don't fit") {
		t.Errorf("it says:\n%s", summary)
	}
}

// Where nothing was placed there is nothing to sum up.
func TestNoSummary(t *testing.T) {
	c := catalog()
	r := attempt(c, stages.Stages, "", levels(nil)).Score(stages.NewBank(c), nil, day)
	e, _ := report.NewExport(map[string]session.Result{r.Assessment: r}, session.Plan{})
	if text := markdown(t, e); strings.Contains(text, "In short") {
		t.Errorf("it sums up nothing:\n%s", text)
	}
}

// Why the first step isn't about the nearest way up is told, where it isn't.
func TestFirstStepBesideTheNearestWayUp(t *testing.T) {
	up := func(question, option string) []stages.Change {
		return []stages.Change{{Level: 3, Answers: []stages.ChangeAnswer{{Question: question, Option: option}}}}
	}
	const isnt = "It isn't the nearest way up, "
	for _, row := range []struct {
		when  string
		ways  []stages.Change
		do    func(*report.Export)
		words string
	}{
		{"no way up is known", nil, func(*report.Export) {}, ""},
		{"it moves that very question", up("craft-1", "at-3"), func(*report.Export) {}, ""},
		{"it's along the same strand", up("craft-2", "at-3"), func(*report.Export) {}, ""},
		{"another step leads there", up("reach-1", "at-3"), func(*report.Export) {}, isnt + "but your answers suggest doing it first."},
		{"no step leads there", up("reach-2", "at-3"), func(*report.Export) {}, ""},
		{"it's along their road", up("reach-1", "at-3"), func(e *report.Export) { e.Result.Profile.Aim = "product" },
			isnt + "but it leads where you seem to want to go."},
		{"it's for growing wider", up("reach-1", "at-3"), func(e *report.Export) { e.Result.Placement.Next[0].Purpose = stages.Widen },
			isnt + "but it leads where you seem to want to go."},
		{"they're tired", up("reach-1", "at-3"), func(e *report.Export) {
			place := scored(stages.Surroundings, map[string]float64{"voice": .2})
			place.Snapshot.Surroundings.Winds[0].Tires = true
			e.Surveys = []session.Result{place}
		}, isnt + "but it's short, and you have a lot on."},
		{"they're tired, and another step is shorter", up("reach-1", "at-3"), func(e *report.Export) {
			place := scored(stages.Surroundings, map[string]float64{"voice": .2})
			place.Snapshot.Surroundings.Winds[0].Tires = true
			e.Surveys = []session.Result{place}
			shorter := advice("trust", 3)
			shorter.Weeks = 2
			e.Result.Snapshot.Steps = append(e.Result.Snapshot.Steps, shorter)
			e.Result.Placement.Next = append(e.Result.Placement.Next, stages.NextStep{Step: shorter.ID, Strand: "trust", Because: []string{"trust-1"}})
		}, isnt + "but your answers suggest doing it first."},
	} {
		e := report.Export{Result: session.Result{Snapshot: *catalog(), Placement: strandsAt(2, 2, 3)}}
		step, r := advice("craft", 3), &e.Result.Placement
		step.Roads = []string{"product"}
		other := advice("reach", 3)
		e.Result.Snapshot.Steps = []stages.Step{step, other}
		r.Next, r.WouldChange = []stages.NextStep{{Step: step.ID, Strand: "craft", Because: []string{"craft-1"}}, {Step: other.ID, Strand: "reach", Because: []string{"reach-1"}}}, row.ways
		row.do(&e)
		var b strings.Builder
		if err := e.Markdown(&b); err != nil {
			t.Fatal(err)
		}
		text := b.String()
		if got := strings.Contains(text, isnt); got != (row.words != "") || !strings.Contains(text, row.words) {
			i := strings.Index(text, "**First step:**")
			t.Errorf("%s: want %q in %s", row.when, row.words, text[max(0, i):min(len(text), max(0, i)+400)])
		}
	}
}

// A level that rests on what the person says of themselves is said to, in short.
func TestClaimsAreToldInShort(t *testing.T) {
	const said = "More examples that others could confirm would make it firmer."
	for _, kind := range []stages.WarningKind{stages.WarnClaims, stages.WarnContradiction} {
		e := report.Export{Result: session.Result{Snapshot: *catalog(), Placement: strandsAt(2, 2, 3)}}
		e.Result.Placement.Warnings = []stages.Warning{{Kind: kind}}
		var b strings.Builder
		if err := e.Markdown(&b); err != nil || strings.Contains(b.String(), said) != (kind == stages.WarnClaims) {
			t.Errorf("%s: %v, %s", kind, err, b.String())
		}
	}
}
