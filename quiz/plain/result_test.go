package plain

import (
	"maps"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// told is what a conversation tells of a result: from its title to the menu after it.
func told(t *testing.T, conversation, title string) string {
	t.Helper()
	_, result, found := strings.Cut(conversation, title)
	result, _, ends := strings.Cut(result, "\n1. ")
	if !found || !ends {
		t.Fatalf("no result in:\n%s", conversation)
	}
	return result
}

// TestOldResultIsToldAsItWas begins anew, answers otherwise, and looks at the old result.
func TestOldResultIsToldAsItWas(t *testing.T) {
	const begunAnew = "You've started a new interview since then. Finish that one, or change its answers."
	for name, test := range map[string]struct{ interview, again, look, anew, title string }{
		"stages": {interview, "3|1|3|s|1", "4|5", "4|5|5", "Where you stand on the path"},
		"survey": {"2|1|1|1", "2|3|2", "2|2|1", "2|2|1|1", "Crossroads\n\n"},
	} {
		t.Run(name, func(t *testing.T) {
			store := newMemory()
			was := told(t, store.talk(t, test.interview), test.title)
			cfg := store.config()
			cfg.Now = func() time.Time { return today.AddDate(0, 3, 0) }
			if _, err := run(cfg, test.again); err != nil {
				t.Fatal(err)
			}
			if len(store.attempts) != 1 {
				t.Fatal("nothing was begun anew")
			}
			got := store.talk(t, test.look)
			if is := told(t, got, test.title); is != was {
				t.Errorf("told as\n%s\nwas\n%s", is, was)
			}
			says(t, store.talk(t, test.anew), begunAnew, "!Your answers:")
		})
	}
}

// TestSteps goes through the steps of a result: one more, and within the time one has.
func TestSteps(t *testing.T) {
	store := newMemory()
	store.talk(t, interview)
	for lines, wants := range map[string][]string{
		"2|4":   {"Another way to work on trust.", "\nHelp draw one picture (trust)\n", "4. Add to your plan: Help draw one picture (trust)", "!5. Add"},
		"2|4|5": {"That's every step these answers suggest."},
		"2|5": {"Only steps of four weeks or less.\n\nHelp draw one picture (trust)\n", "1. Add to your plan: Help draw one picture (craft)",
			"4. Time for a step: only steps of four weeks or less"},
		"2|5|3":   {"That's every step"},
		"2|5|4":   {"Only steps of two weeks or less.\n\n", "1. Add to your plan: Help draw one picture (craft)"},
		"2|5|4|4": {"4. Time for a step: only steps of two weeks or less", "Steps of any length.\n\nHelp scope one piece of work (craft)\n"},
		"2|1|1":   {"Added to your plan.\n\n1. Remove from your plan: Help scope", "Removed from your plan.\n\n1. Add to your plan"},
	} {
		got := store.talk(t, lines)
		_, after, _ := strings.Cut(got, "Staying where you are")
		says(t, after, wants...)
	}
	store.talk(t, "2|1")
	store.talk(t, "1|1|1")
	_, after, _ := strings.Cut(store.talk(t, "2|1"), "Staying where you are") // another has its place
	says(t, after, "1. Remove from your plan", "!This step is done")
	store = newMemory()
	says(t, store.talk(t, "1|1|s|1|s|1|s|1|s|1"), "!Show me another step", "!Time for a step")
}

// TestLookAtAnAnswerAgain changes an answer of a result, and gets to another.
func TestLookAtAnAnswerAgain(t *testing.T) {
	store := newMemory()
	store.talk(t, interview)
	store.talk(t, "2|6|1|3|5")
	if n := len(store.results); n != 2 || !store.results[0].Started.Equal(store.results[1].Started) {
		t.Errorf("%d results", n)
	}
	says(t, store.talk(t, "2|5|1"), "Most months 工場 (chosen)")
	says(t, store.talk(t, "2|5|5"), "1. asked for by name: Most months")
}

// TestReviewMarksAnswersThatDisagree answers two questions unlike that are asked as a pair.
func TestReviewMarksAnswersThatDisagree(t *testing.T) {
	const disagrees = " (disagrees with another answer)"
	for lines, wants := range map[string][]string{
		"1|1|1|3": {"Two answers disagree.", "Not so far" + disagrees, "Most months 工場" + disagrees},
		"1|1|2|2": {"!disagree"},
	} {
		store := newMemory()
		c := catalog()
		c.Questions[0].Pair = "trust-often"
		for _, lines := range []string{lines, "2"} {
			cfg := store.config()
			cfg.Session = store.sessionOn(c)
			got, err := run(cfg, lines)
			if err != nil {
				t.Fatal(err)
			}
			if lines == "2" {
				says(t, got, wants...)
			}
		}
	}
}

// changed is the catalog with its questions, its options or its steps renamed, or with the surveys gone.
func changed(what string) *stages.Catalog {
	c := catalog()
	for _, questions := range [][]stages.Question{c.Questions, c.Crossroads.Questions, c.Surroundings.Questions} {
		for i := range questions {
			if what == "questions" {
				questions[i].ID += "-new"
			}
			for j := range questions[i].Options {
				if what == "options" {
					questions[i].Options[j].ID += "-new"
				}
			}
		}
	}
	for i := range c.Steps {
		if what == "steps" {
			c.Steps[i].ID += "-new"
		}
	}
	if what == "surveys" {
		c.Crossroads, c.Surroundings = stages.Survey{}, stages.Survey{}
	}
	return c
}

// everything is a store with all that a person can have: results, a plan, an interview and a survey under way.
func everything(t *testing.T) *memory {
	t.Helper()
	store := newMemory()
	for day, lines := range []string{interview + "|1", "4|1|1|2", "5|1|2", "5|3", "3|1|2|1 2"} {
		cfg := store.config()
		cfg.Now = func() time.Time { return today.AddDate(0, 0, day) }
		if _, err := run(cfg, lines); err != nil {
			t.Fatal(err)
		}
	}
	store.act(t, session.Continue{}, session.Type{Text: "A mail"}, session.TypePlan{Row: session.Mentor, Text: "Ruth"})
	if len(store.results) != 3 || len(store.attempts) != 2 || len(store.plan.Items) != 1 || len(store.drafts) != 2 {
		t.Fatal("not everything")
	}
	return store
}

// TestContentChanged opens what was answered before the content lost ids that it names.
func TestContentChanged(t *testing.T) {
	const lost = "an answer that's no longer offered"
	for name, test := range map[string]struct {
		before, changes, lines string
		says                   []string
	}{
		"a result's questions": {interview, "questions", "2|6|1|5", []string{"Taken on 6 April 2026: 4 answers.", "1. asked for by name: Once or twice",
			"This question isn't asked any more. Your answer stays with the result."}},
		"a result's options": {interview, "options", "2|6|1|", []string{"What moved you up - Craft, what you left behind: A picture; A choice, written",
			"1. asked for by name: Once or twice", "Looking again.", "!(chosen)", "Your answer now: " + lost + ".", "!Enter keep as it is", "Type a number"}},
		"an answer's options": {"1|1|2", "options", "2|1|", []string{"1. asked for by name: " + lost, "Your answer now: " + lost + "."}},
		"a box of an answer":  {"1|1|2|2|1 2", "boxes", "1|b|", []string{"A picture (ticked)", "!A choice, written (", "Enter answer as ticked"}},
		"a ticked box":        {"1|1|2|2", "options", "1|", []string{"!ticked", "!Enter "}},
		"a result's steps":    {interview + "|1", "steps", "2|4|1|8", []string{"1. Remove from your plan: Help scope one piece of work (craft)", "Your plan: empty."}},
		"a survey's options":  {"2|1|1", "options", "2|2|1|b|4|1", []string{"hours forgot: " + lost}},
		"a survey's questions": {"2|1|1|1", "questions", "2|1|1|1", []string{"The expert road appeals to you a lot.", "1. hours forgot: Over a fault",
			"This question isn't asked any more."}},
	} {
		t.Run(name, func(t *testing.T) {
			store := newMemory()
			store.talk(t, test.before)
			if name == "a ticked box" {
				store.act(t, session.Continue{}, session.Tick{Option: "c"})
			}
			cfg := store.config()
			c := changed(test.changes)
			if test.changes == "boxes" {
				c.Questions[3].Options[1].ID = "new"
			}
			cfg.Session = store.sessionOn(c)
			got, err := run(cfg, test.lines)
			if err != nil {
				t.Fatal(err)
			}
			says(t, got, test.says...)
		})
	}
}

// TestAnythingTyped types at random over all that a person can have, whatever became of the content, and
// whether or not it can be kept. Nothing may panic.
func TestAnythingTyped(t *testing.T) {
	words := strings.Fields("1 1 1 2 2 3 3 4 5 6 7 8 9 0 b b s e ? q - 1,3 Ada")
	all := everything(t)
	for seed := range uint64(100) {
		draw := rand.New(rand.NewPCG(seed, 0))
		store := &memory{attempts: maps.Clone(all.attempts), results: all.results, plan: all.plan, drafts: all.drafts}
		cfg := store.config()
		cfg.Session = store.sessionOn(changed([]string{"", "questions", "options", "steps", "surveys"}[seed%5]))
		cfg.Session.ReadOnly = seed%7 == 6
		lines := make([]string, 60)
		for i := range lines {
			lines[i] = words[draw.IntN(len(words))]
			if lines[i] == "q" && i < 50 {
				lines[i] = ""
			}
		}
		store.fails = full([]string{"save", "finish", "abandon", "plan", "drafts", "nothing"}[draw.IntN(6)])
		if _, err := run(cfg, strings.Join(lines, "|")); err != nil && seed%7 == 6 {
			t.Errorf("seed %d: %v", seed, err)
		}
	}
}
