package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// opinions are those of someone at level 3 throughout, and of observers who answer along each strand at a level.
func opinions(t *testing.T, observers map[string]map[string]int) report.Opinions {
	t.Helper()
	return opinionsOn(catalog(), observers)
}

func opinionsOn(c *stages.Catalog, observers map[string]map[string]int) report.Opinions {
	bank := stages.NewBank(c)
	at := map[string]int{}
	for _, s := range c.Strands {
		at[s.ID] = 3
	}
	mine := attempt(c, stages.Stages, "My own\nexample", levels(at)).Score(bank, map[string]session.Result{}, day)
	var theirs []report.Rated
	for _, name := range []string{"Ruth", "Omar of the long name", "Ilse"} {
		if of, there := observers[name]; there {
			theirs = append(theirs, report.Rated{Name: name, Interview: attempt(c, stages.Stages, "The June outage", levels(of)).Interview})
		}
	}
	return report.NewOpinions(bank, mine, mine.Interview, "Ada", theirs)
}

func textOf(t *testing.T, o report.Opinions) string {
	t.Helper()
	var out bytes.Buffer
	if err := o.Text(&out, 70); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

func has(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is missing in\n%s", part, text)
		}
	}
}

func TestOpinionsOfOneObserver(t *testing.T) {
	o := opinions(t, map[string]map[string]int{"Ruth": {"craft": 5, "trust": 1, "voice": 3}})
	text := textOf(t, o)
	has(t, text, "Your answers, and Ruth's", "You're at level 3. Ruth's answers point to level 3, likely.", report.OpinionTerms.String(), "To talk about first 1. ",
		"- The question: ", "- You: What somebody at 3 would say, in full. For example: \"My own example\"", "For example: \"The June outage\"", "- To begin: \"",
		"Ruth: You both answered 9 questions: 3 the same, 6 apart. Ruth marked nine others as not seen.",
		"craft: 3 apart; Ruth says 2 levels higher.", "trust: 3 apart; you say 2 levels higher.", "voice: 3 the same. ",
		"Where you rate yourself higher: 3 questions", "Where Ruth rates you higher: 3 questions",
		"craft: A design expected to fail, 1. You: answer at 3; Ruth: answer at 5. Ruth's example: \"The June outage\"",
		"trust: A design expected to fail, 1. You: answer at 3; Ruth: answer at 1. Ruth's example: \"The June outage\"",
		"Examples where you hardly differ: 3 questions - voice: A design expected to fail, 1. You: answer at 3; Ruth: answer at 3. Ruth's example: \"The June outage\"")
	var openers []string
	for i, topic := range o.Topics() {
		for _, p := range topic.Parts {
			if p.Label == "" || p.Text == "" {
				t.Errorf("a part of %q is %+v", topic.Title, p)
			}
			if p.Label == "To begin" {
				openers = append(openers, p.Text)
			}
		}
		if topic.Talk != (i < 3) {
			t.Errorf("topic %d is %+v", i, topic)
		}
	}
	if slices.Sort(openers); len(slices.Compact(openers)) != 3 {
		t.Errorf("the talks begin with %q", openers)
	}
}

// Where nobody gave an example, there is no word of any.
func TestOpinionsWithoutExamples(t *testing.T) {
	o := opinions(t, map[string]map[string]int{"Ruth": {"craft": 5, "voice": 3}})
	for _, c := range o.Questions {
		for _, a := range c.Theirs {
			if a != nil {
				a.Evidence = ""
			}
		}
	}
	if text := textOf(t, o); strings.Contains(text, "Ruth's example") || strings.Contains(text, "hardly differ") {
		t.Errorf("%s", text)
	}
}

func TestOpinionsOfTwoObservers(t *testing.T) {
	o := opinions(t, map[string]map[string]int{"Ruth": {"craft": 5, "trust": 1}, "Omar of the long name": {"craft": 1, "trust": 2, "voice": 5, "reach": 3}})
	text := textOf(t, o)
	has(t, text, "Your answers, and Ruth and Omar of the long name's", "they see it differently", "Why do you see this so differently?",
		"How far you agree: 3 of 12 questions", "Where you rate yourself higher: 3 questions", "Where they rate you higher: 3 questions", "One rates you higher, another lower: 3 questions", "Omar of the long name: You both answered 12 questions: ")
}

// Who is higher, and by how many levels, is true of each observer; the person is at 3.
func TestOpinionsSayHowFarEachIsApart(t *testing.T) {
	for _, row := range []struct {
		ruth, omar, ilse int
		says             string
	}{
		{5, 0, 0, "Ruth says 2 levels higher"}, {5, 5, 0, "they say 2 levels higher"}, {4, 5, 0, "they say 1 and 2 levels higher"},
		{5, 3, 0, "Ruth says 2 levels higher"}, {3, 5, 0, "Omar of the long name says 2 levels higher"}, {4, 5, 5, "they say 1 to 2 levels higher"},
		{5, 4, 3, "they say up to 2 levels higher"}, {1, 1, 0, "you say 2 levels higher"}, {1, 2, 0, "you say 1 and 2 levels higher"},
		{1, 3, 0, "you say up to 2 levels higher"}, {2, 3, 0, "you say a little higher"}, {1, 5, 0, "they see it differently"},
	} {
		observers := map[string]map[string]int{}
		for name, level := range map[string]int{"Ruth": row.ruth, "Omar of the long name": row.omar, "Ilse": row.ilse} {
			if level > 0 {
				observers[name] = map[string]int{"craft": level}
			}
		}
		if got := opinions(t, observers).Topics()[0].Brief; got != row.says {
			t.Errorf("%+v says %q", row, got)
		}
	}
}

// An answer between two levels counts as it's drawn: at the level that it speaks for. The person's is at 3.
func TestAnswersAreCountedAtTheLevelTheySpeakFor(t *testing.T) {
	for _, row := range []struct {
		anchor float64
		drawn  int
		says   string
	}{{4.7, 5, "Ruth says 2 levels higher"}, {4.4, 4, "Ruth says a level higher"}, {3.5, 4, "Ruth says a level higher"}, {3.4, 3, "Ruth says a little higher"},
		{2.6, 3, "you say a little higher"}, {1.4, 1, "you say 2 levels higher"}, {0.2, 1, "you say 2 levels higher"}} {
		c := catalog()
		for i := range c.Questions {
			for j := range c.Questions[i].Options {
				if o := &c.Questions[i].Options[j]; o.Level == 5 {
					o.Level = row.anchor
				}
			}
		}
		topics := opinionsOn(c, map[string]map[string]int{"Ruth": {"craft": 5}}).Topics()
		topic := topics[slices.IndexFunc(topics, func(t report.Topic) bool { return t.Title == "a design expected to fail, 1" })]
		if want := []int{3, row.drawn}; topic.Brief != row.says || !slices.Equal(topic.Levels, want) {
			t.Errorf("an answer at %g is drawn at %v: %s", row.anchor, topic.Levels, topic.Brief)
		}
	}
}

// The levels of a talk are those of the answers whose words come after the question, in the same order.
func TestTalksHaveLevels(t *testing.T) {
	for _, topic := range opinions(t, map[string]map[string]int{"Ruth": {"craft": 5, "trust": 1}, "Omar of the long name": {"craft": 1}}).Topics() {
		var said []int
		for _, p := range topic.Parts {
			for level := 1; level <= 5 && topic.Talk; level++ {
				if strings.Contains(p.Text, fmt.Sprintf(" at %d would say", level)) {
					said = append(said, level)
				}
			}
		}
		if !slices.Equal(topic.Levels, said) || topic.Talk != (len(said) > 1) {
			t.Errorf("%q has the levels %v, and says %v", topic.Title, topic.Levels, said)
		}
	}
}

func TestOpinionsThatAgreeOrSayNothing(t *testing.T) {
	same := textOf(t, opinions(t, map[string]map[string]int{"Ruth": {"craft": 3}}))
	has(t, same, "How far you agree: 3 the same", "Where you rate yourself higher You never rate yourself more than a level higher than others do.", "Where Ruth rates you higher No one rates you more than a level higher than you do.")
	if strings.Contains(same, "To talk about") {
		t.Errorf("what agrees is talked about:\n%s", same)
	}
	has(t, textOf(t, opinions(t, map[string]map[string]int{"Ruth": {}})), "Ruth's answers point to no level, since nothing was answered.", "There's no question that you both answered.")
}

// TestOpinionsTellTheLevelOfTheResult tells the person the levels that their result names, and those that the answers point to
// where it names none.
func TestOpinionsTellTheLevelOfTheResult(t *testing.T) {
	at, above := 3, 4
	for _, row := range []struct {
		name, verdict, headline string
		change                  func(*stages.Placement)
	}{
		{"as it is", "Level: you 3, Ruth 3.", "You're at level 3. Ruth's", func(*stages.Placement) {}},
		{"answers that point higher", "Level: you 3, Ruth 3.", "You're at level 3, though your answers, taken together, point to level 4. Ruth's", func(r *stages.Placement) { r.SpeaksFor = &above }},
		{"between two", "Level: you 3–4, Ruth 3.", "You're between level 3 and level 4. Ruth's", func(r *stages.Placement) { r.Confidence, r.Held[3] = .5, .4 }},
		{"unclear", "Level: you 3, Ruth 3.", "Your answers point to level 3", func(r *stages.Placement) { r.Confidence = 0 }},
		{"none", "Level: you none, Ruth 3.", "Your answers point to no level", func(r *stages.Placement) { *r = stages.Placement{} }},
	} {
		o := opinions(t, map[string]map[string]int{"Ruth": {"craft": 5, "trust": 1, "voice": 3}})
		o.Mine.Level, o.Mine.SpeaksFor = &at, &at
		row.change(&o.Mine)
		if o.Verdict() != row.verdict || !strings.HasPrefix(o.Headline(), row.headline) {
			t.Errorf("%s: %s %s", row.name, o.Verdict(), o.Headline())
		}
	}
}

// Those whose answers point to the same are named together, each by a name of their own.
func TestOpinionsNameThoseWhoAgreeTogether(t *testing.T) {
	higher, same := map[string]int{"craft": 5, "customer": 5, "trust": 5}, map[string]int{"craft": 3, "customer": 3, "trust": 3}
	const ruth, omar, ilse = "Ruth", "Omar of the long name", "Ilse"
	for _, row := range []struct {
		observers map[string]map[string]int
		says      string
	}{
		{map[string]map[string]int{ruth: same, omar: same}, "Ruth's and Omar of the long name's answers point to level 3, likely."},
		{map[string]map[string]int{ruth: same, omar: same, ilse: same}, "Ruth's, Omar of the long name's and Ilse's answers point to level 3, likely."},
		{map[string]map[string]int{ruth: same, omar: higher, ilse: same}, "Ruth's and Ilse's answers point to level 3, likely. Omar of the long name's answers point to level 5, clearly."},
		{map[string]map[string]int{ruth: {}, omar: higher, ilse: {}}, "Ruth's and Ilse's answers point to no level, since nothing was answered. Omar of the long name's answers point to level 5, clearly."},
	} {
		if got, want := opinions(t, row.observers).Headline(), "You're at level 3. "+row.says; got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// TestOpinionsSayWhatWouldChange tells the level that the others' answer would give, where it is another.
func TestOpinionsSayWhatWouldChange(t *testing.T) {
	o := opinions(t, map[string]map[string]int{"Ruth": {"trust": 1}})
	for i := range o.Questions {
		o.Questions[i].Level = 2
	}
	has(t, textOf(t, o), "It matters: With that answer you'd be at level 2, Focal Point.")
}

func TestOpinionsAsJSON(t *testing.T) {
	var out bytes.Buffer
	if err := opinions(t, map[string]map[string]int{"Ruth": {"trust": 1}}).JSON(&out); err != nil {
		t.Fatal(err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(out.Bytes(), &fields); err != nil {
		t.Fatal(err)
	}
	for _, field := range []string{"schema", "content", "mine", "names", "observers", "questions", "talk"} {
		if len(fields[field]) == 0 || string(fields[field]) == "null" {
			t.Errorf("%s is %s", field, fields[field])
		}
	}
	if len(fields) != 7 {
		t.Errorf("there are %d fields", len(fields))
	}
}
