package report_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"waymark/content"
	"waymark/quiz/report"
)

// TestObservedNeverSpeaksOfYou reads every built-in question as an observer does: nobody speaks in the first or
// the second person any more, and no verb has stayed behind.
func TestObservedNeverSpeaksOfYou(t *testing.T) {
	catalog, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	spoken := regexp.MustCompile(`(?i)(?:^|[^-\w])(i|me|my|mine|myself|you|your|yours|yourself|yourselves|we|us|our|ours|ourselves)\b`)
	wrong := regexp.MustCompile(`[{}]|\bAda'(d|ve|re|ll|m)\b|\bAda (have|are|am|were|don't|own)\b|\b(are|were) Ada\b|\b(am|was) they\b|\b[Tt]hey (has|was|does|is)\b|\. [a-z]`)
	verb := regexp.MustCompile(`\bAda (?:never |usually |still |often )?(\w+s)\b`)
	verbs := "answers deals does doesn't handles has hears is knows looks makes presents says sees sends sorts tackles things thinks hopes gets finishes wraps works was"
	read := 0
	for i := range catalog.Questions {
		q := report.Observed(catalog, catalog.Serves.Worded(&catalog.Questions[i], ""), "Ada")
		texts := []string{q.Ask, q.Short, q.Why, q.Counts, q.CountsNot}
		for _, o := range q.Options {
			texts = append(texts, o.Text, o.Short)
		}
		for _, text := range texts {
			read++
			if found := spoken.FindString(text) + wrong.FindString(text); found != "" {
				t.Errorf("%s: %q in %q", q.ID, found, text)
			}
			for _, v := range verb.FindAllStringSubmatch(text, -1) {
				if !slices.Contains(strings.Fields(verbs), v[1]) { // someone has to read it once
					t.Errorf("%s: is %q a verb, in %q?", q.ID, v[1], text)
				}
			}
		}
	}
	if read < 900 {
		t.Errorf("only %d texts were read", read)
	}
}

func TestThirdPerson(t *testing.T) {
	for _, c := range [][2]string{
		{"I solved it, on my own or with a colleague.", "Ada solved it, on their own or with a colleague."},
		{"I led, and said what I suspected and why.", "Ada led, and said what they suspected and why."},
		{"I did my part. I kept a fallback ready.", "Ada did their part. They kept a fallback ready."},
		{"I've never watched, and I'm late.", "Ada has never watched, and they're late."},
		{"I carry it, and watch myself.", "Ada carries it, and watch themselves."}, // content says it for an observer
		{"I usually do it now.", "Ada usually does it now."},
		{"I told them what I'd do, since I'd asked.", "Ada told them what Ada would do, since Ada had asked."},
		{"I gave them my view. They left it to me.", "Ada gave them Ada's view. They left it to Ada."},
		{"A fix of mine, which I'd made.", "A fix of Ada's, which they'd made."},
		{"What was your part, and were you sure?", "What was Ada's part, and were they sure?"},
		{"Were you in meetings? Have you spoken?", "Was Ada in meetings? Have they spoken?"},
		{"What do you do when someone asks you for help?", "What does Ada do when someone asks them for help?"},
		{"Who asked you to review it?", "Who asked Ada to review it?"},
		{"How often did you and others call?", "How often did Ada and others call?"},
		{"The people you work with, whom you’ve met", "The people Ada works with, whom Ada has met"},
		{"It was mine. I was there, and was I late!", "It was Ada's. They were there, and were they late!"},
		{"We did it our way, between us. It's ours.", "They did it their way, between them. It's theirs."},
		{"We'd done it ourselves.", "They'd done it themselves."},
		{"told my lead", "told their lead"},
		{"my own team", "Ada's own team"},
		{"Nothing of the kind.", "Nothing of the kind."},
		{"", ""},
	} {
		if got := report.ThirdPerson(c[0], "Ada"); got != c[1] {
			t.Errorf("%q\n got %q\nwant %q", c[0], got, c[1])
		}
	}
}
