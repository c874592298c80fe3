package content

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"waymark/stages"
)

// How long a text may be before people no longer read it through, in words. The built-in questions have at
// most 25, and their answers 20.
const (
	longAsk    = 40
	longAnswer = 30
)

// weak warns of what can be used, and serves people badly.
func (k *checker) weak() {
	for i := range k.Questions {
		k.weakQuestion(&k.Questions[i], fmt.Sprintf("questions[%d]", i))
	}
	stepped := map[string]bool{}
	for i := range k.Steps {
		stepped[k.Steps[i].Strand] = true
	}
	for i, s := range k.Strands {
		if !stepped[s.ID] {
			k.warn(fmt.Sprintf("strands[%d]", i), CodeNoSteps, sprintf("strand %q has no next steps, so nothing is advised for it", s.ID),
				fmt.Sprintf("add one under steps, with `strand: %s`", s.ID))
		}
	}
}

func (k *checker) weakQuestion(q *stages.Question, path string) {
	if q.Counts == "" || q.CountsNot == "" {
		k.warn(path, CodeNoExample, sprintf("question %q doesn't say what counts", q.ID), "add an example that counts and one that doesn't: counts, counts_not")
	}
	if n := words(q.Ask); n > longAsk {
		k.warn(path+".ask", CodeTextLong, sprintf("question %q has %s", q.ID, count(n, "word")), "ask it in 25")
	}
	seen := map[string]bool{}
	for j := range q.Options {
		o, at := &q.Options[j], path+".options["+strconv.Itoa(j)+"]"
		if n := words(o.Text); n > longAnswer {
			k.warn(at+".text", CodeTextLong, sprintf("option %q has %s", o.ID, count(n, "word")), "say it in 20")
		}
		if text := strings.ToLower(o.Text); seen[text] {
			k.warn(at+".text", CodeSameText, sprintf("option %q reads the same as another one", o.ID), "give each option words of its own")
		} else {
			seen[text] = true
		}
	}
	if last := len(q.Options) - 1; q.Ordered() && q.Options[0].Level > q.Options[last].Level {
		k.warn(path+".options", CodeOutOfOrder, sprintf("the options of question %q go down, and people see them in this order", q.ID), "put the lowest first")
	}
}

// words counts the words of a text.
func words(text string) int {
	n, inside := 0, false
	for _, c := range text {
		if unicode.IsSpace(c) {
			inside = false
		} else if !inside {
			n, inside = n+1, true
		}
	}
	return n
}
