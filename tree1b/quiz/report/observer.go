package report

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"waymark/quiz/locale"
	"waymark/stages"
)

// Observed returns a question worded about someone, for who has seen them at work: "I led it" becomes "Ada led
// it", and "What was your part?" "What was Ada's part?". The words that the content has for an observer come
// first; the others are turned where the content is in English, and stay as they are in another language. What would
// count for one kind of work is left out.
func Observed(c *stages.Catalog, q *stages.Question, name string) *stages.Question {
	out := *q
	turn := func(text, observer string) string {
		switch {
		case observer != "":
			return strings.ReplaceAll(observer, "{name}", name)
		case !locale.English(c.Language):
			return text
		}
		return ThirdPerson(text, name)
	}
	out.Ask, out.Observer = turn(q.Ask, q.Observer), ""
	out.Short, out.Why = turn(q.Short, ""), turn(q.Why, "")
	out.Counts, out.CountsNot, out.CountsIn = turn(q.Counts, ""), turn(q.CountsNot, ""), nil
	out.Options = slices.Clone(q.Options)
	for i := range out.Options {
		o := &out.Options[i]
		o.Text, o.Short, o.Did, o.Observer = turn(o.Text, o.Observer), turn(o.Short, ""), "", ""
	}
	return &out
}

// ThirdPerson turns the first and the second person of an English text into someone's name, where they are first
// spoken of and where "they" could be others, and into "they" elsewhere. It is made for short texts about what
// someone did.
func ThirdPerson(text, name string) string {
	t := turner{name: name, words: wordsAndGaps().FindAllString(text, -1)}
	if len(t.words) == 0 {
		return text
	}
	if first := strings.ToLower(t.words[0]); text[0] >= 'a' && (past[first] || first == "did" || strings.HasSuffix(first, "ed")) {
		t.named = true // "told my lead" in a list: the person is who did it
	}
	t.others = !t.named && slices.ContainsFunc(t.words, func(w string) bool { return others[strings.ToLower(w)] })
	for i := range t.words {
		t.word(i)
	}
	return strings.Join(t.words, "")
}

var wordsAndGaps = sync.OnceValue(func() *regexp.Regexp { // only where there is an observer
	return regexp.MustCompile(`[\pL\pN{}]+(?:['’-][\pL\pN]+)*|[^\pL\pN{}]+`)
})

// turner is a text on its way into the third person.
type turner struct {
	name   string
	words  []string // words, and what stands between them
	others bool     // the text speaks of others, and "they" could mean those
	named  bool     // the name was used
}

func set(words ...string) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		out[w] = true
	}
	return out
}

var (
	others = set("they", "them", "their", "theirs", "they'd", "they've", "they're", "they'll", "themselves",
		"customer", "customers", "{customer}", "{customers}", "people", "groups")
	adverbs = set("usually", "still", "never", "ever", "already", "also", "often", "rarely", "soon", "once", "just", "only", "last", "really", "always", "now", "no", "longer", "then", "later", "first")
	// singular are auxiliaries as they stand beside a name.
	singular = map[string]string{"have": "has", "are": "is", "am": "is", "were": "was", "do": "does",
		"haven't": "hasn't", "aren't": "isn't", "weren't": "wasn't", "don't": "doesn't"}
	plurals = map[string]string{"am": "are", "was": "were"} // beside "they"
	modal   = set("did", "didn't", "can", "can't", "could", "couldn't", "will", "won't", "would", "wouldn't", "should", "may", "might", "must", "had", "hadn't", "was", "wasn't", "has", "does", "is")
	past    = set("ate", "became", "been", "began", "begun", "bought", "brought", "built", "came", "caught", "chose", "chosen", "cost", "cut", "done", "drawn", "drew", "fell", "felt", "found",
		"gave", "given", "gone", "got", "grew", "heard", "held", "hit", "kept", "knew", "known", "laid", "led", "left", "let", "lost", "made", "meant", "met", "paid", "put", "ran", "read", "redrew",
		"said", "sat", "saw", "seen", "sent", "set", "showed", "shown", "sold", "spent", "spoke", "spoken", "stood", "stuck", "taken", "taught", "thought", "told", "took", "understood", "went",
		"won", "written", "wrote")
	// notVerbs follow the person where they are no subject of a verb, or not its only one.
	notVerbs = set("a", "about", "after", "all", "an", "and", "another", "any", "as", "at", "because", "before", "but", "by", "for", "from", "how", "if", "in", "into", "not", "of", "on", "or", "out", "over",
		"so", "something", "than", "that", "the", "their", "things", "through", "to", "today", "two", "under", "until", "what", "when", "where", "whether", "which", "who", "why", "with", "without")
	contracted = map[string]string{"ve": "has", "m": "is", "re": "is", "ll": "will"}
)

// word turns one word, and the verb that goes with it.
func (t *turner) word(i int) {
	w := strings.ToLower(strings.ReplaceAll(t.words[i], "’", "'"))
	pronoun, short, _ := strings.Cut(w, "'")
	switch pronoun {
	case "i", "you":
		t.words[i] = t.subject(i, pronoun, short)
	case "me":
		t.words[i] = t.spokenOf(i, t.name, "them")
	case "my", "your":
		t.words[i] = t.possessive(i)
	case "mine", "yours":
		t.words[i] = t.spokenOf(i, possessive(t.name), "theirs")
	case "myself", "yourself":
		t.words[i] = "themselves"
	case "we":
		t.words[i] = t.cased(i, "they"+strings.TrimPrefix(w, "we"))
	case "us", "our", "ours", "ourselves", "yourselves":
		t.words[i] = t.cased(i, map[string]string{"us": "them", "our": "their", "ours": "theirs"}[pronoun])
		if t.words[i] == "" {
			t.words[i] = "themselves"
		}
	}
}

// spokenOf is the name where the person is first spoken of, or where a pronoun could mean others; else the pronoun.
func (t *turner) spokenOf(i int, name, pronoun string) string {
	if t.others || !t.named {
		t.named = true
		return name
	}
	return t.cased(i, pronoun)
}

func (t *turner) possessive(i int) string {
	if t.near(i, 1) == "own" && t.near(i, -1) == "on" && t.named {
		return "their" // on their own
	}
	return t.spokenOf(i, possessive(t.name), "their")
}

// subject is the person as a subject, or as the object that "you" may be, with what is joined to it.
func (t *turner) subject(i int, pronoun, short string) string {
	object := pronoun == "you" && short == "" && t.isObject(i)
	they := "they"
	if object {
		they = "them"
	}
	out := t.spokenOf(i, t.name, they)
	if out != t.name {
		if short != "" {
			out += "'" + strings.Replace(short, "m", "re", 1)
		}
		if verb := plurals[t.near(i, -1)]; verb != "" {
			t.verb(i-2, verb)
		}
		if verb := plurals[t.near(i, 1)]; verb != "" && !object {
			t.verb(i+2, verb)
		}
		return out
	}
	if short == "d" {
		return out + " " + t.hadOrWould(i)
	}
	if long, ok := contracted[short]; ok {
		return out + " " + long
	}
	if !object {
		t.agree(i)
	}
	return out
}

// isObject reports whether "you" is what something is done to: no verb of its own follows.
func (t *turner) isObject(i int) bool {
	after, before := t.near(i, 1), t.near(i, -1)
	if after == "" || singular[before] != "" || modal[before] {
		return after == "" && singular[before] == "" && !modal[before]
	}
	return notVerbs[after]
}

// agree puts the verb of a named subject into the singular: the auxiliary before it, else the verb after it.
func (t *turner) agree(i int) {
	if before := t.near(i, -1); singular[before] != "" {
		t.verb(i-2, singular[before])
		return
	} else if modal[before] {
		return
	}
	at := i + 2
	for at < len(t.words) && adverbs[strings.ToLower(t.words[at])] {
		at += 2
	}
	if at >= len(t.words) || strings.TrimSpace(t.words[at-1]) != "" {
		return
	}
	switch verb := strings.ToLower(t.words[at]); {
	case singular[verb] != "":
		t.verb(at, singular[verb])
	case !past[verb] && !modal[verb] && !notVerbs[verb] && !strings.HasSuffix(verb, "ed"):
		t.verb(at, withS(verb))
	}
}

// verb replaces a verb, with its capital.
func (t *turner) verb(at int, verb string) {
	if t.words[at] != strings.ToLower(t.words[at]) {
		verb = Capital(verb)
	}
	t.words[at] = verb
}

// hadOrWould is what 'd stands for, by the verb that follows.
func (t *turner) hadOrWould(i int) string {
	at := i + 2
	for at < len(t.words) && (adverbs[strings.ToLower(t.words[at])] || t.words[at] == "not") {
		at += 2
	}
	if at < len(t.words) {
		if verb := strings.ToLower(t.words[at]); past[verb] && verb != "put" || strings.HasSuffix(verb, "ed") {
			return "had"
		}
	}
	return "would"
}

// near is the word before (−1) or after (1) another, in small letters; empty where a sentence or a clause ends.
func (t *turner) near(i, by int) string {
	if gap, at := i+by, i+2*by; at >= 0 && at < len(t.words) && strings.TrimSpace(t.words[gap]) == "" {
		return strings.ToLower(t.words[at])
	}
	return ""
}

// cased is a pronoun with a capital where a sentence begins.
func (t *turner) cased(i int, pronoun string) string {
	before := ""
	if i > 0 {
		before = strings.TrimRight(t.words[i-1], ` "'(`)
	}
	first := i == 0 && t.words[i] != strings.ToLower(t.words[i]) || before != "" && strings.ContainsRune(".?!", rune(before[len(before)-1]))
	if first {
		return Capital(pronoun)
	}
	return pronoun
}

func possessive(name string) string { return name + "'s" }

// withS is the third person of a verb.
func withS(verb string) string {
	for _, end := range []string{"s", "sh", "ch", "x", "o"} {
		if strings.HasSuffix(verb, end) {
			return verb + "es"
		}
	}
	if stem, ok := strings.CutSuffix(verb, "y"); ok && !strings.ContainsAny(stem[max(0, len(stem)-1):], "aeiou") {
		return stem + "ies"
	}
	return verb + "s"
}
