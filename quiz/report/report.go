// Package report puts results into words: the same words for the same thing on every screen, in
// plain mode and in what one takes along.
package report

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"waymark/stages"
)

// Headline says where the person stands, in one or two sentences.
func Headline(c *stages.Catalog, r stages.Result) string {
	switch {
	case r.Level == nil:
		return "No level this time: everything was skipped."
	case r.Certainty() == stages.Unclear:
		low, high := r.Span()
		if low == high {
			return fmt.Sprintf("Not enough consistent evidence to name a level. Your answers lie near %d.", low)
		}
		return fmt.Sprintf("Not enough consistent evidence to name a level. Your answers lie somewhere from %d to %d.", low, high)
	case Between(r) != 0:
		low, high := min(*r.Level, Between(r)), max(*r.Level, Between(r))
		counted := "the lower"
		if *r.Level == high {
			counted = "the likelier"
		}
		return fmt.Sprintf("You are between level %d and level %d. Counted as %d, %s.", low, high, *r.Level, counted)
	}
	at := fmt.Sprintf("You are at level %d, %s.", *r.Level, LevelName(c, *r.Level))
	if r.HeldBy != nil && *r.SpeaksFor > *r.Level {
		at += " " + speaksFor(c, r)
	}
	return at
}

// Between returns the neighbour that the person stands between the held level and, or 0.
func Between(r stages.Result) int {
	if r.Certainty() != stages.Between {
		return 0
	}
	return r.Neighbour()
}

// speaksFor names the strands that carry the higher level.
func speaksFor(c *stages.Catalog, r stages.Result) string {
	var carry []string
	for _, s := range r.Strands {
		if s.Level != nil && *s.Level >= *r.SpeaksFor {
			carry = append(carry, StrandName(c, s.ID))
		}
	}
	switch len(carry) {
	case 1:
		return fmt.Sprintf("Your %s speaks for level %d.", carry[0], *r.SpeaksFor)
	case 2, 3:
		return fmt.Sprintf("Your %s speak for level %d.", List(carry), *r.SpeaksFor)
	}
	return fmt.Sprintf("Your answers speak for level %d.", *r.SpeaksFor)
}

// Sureness says how sure the level is, what it could be instead, and what holds it.
func Sureness(c *stages.Catalog, r stages.Result) string {
	if r.Level == nil {
		return "Nothing you skipped counts against you. There was nothing to go by."
	}
	var parts []string
	switch r.Certainty() {
	case stages.Clear:
		parts = append(parts, "Clear.")
	case stages.Likely:
		parts = append(parts, "Likely.")
		if n := r.Neighbour(); n != 0 && r.HeldBy == nil {
			parts = append(parts, fmt.Sprintf("If it is not level %d, it is level %d, %s.", *r.Level, n, LevelName(c, n)))
		}
	case stages.Between:
		if n := r.Neighbour(); n != 0 {
			parts = append(parts, fmt.Sprintf("%s or %s: a few more answers would tell.", LevelName(c, *r.Level), LevelName(c, n)))
		}
	case stages.Unclear:
		parts = append(parts, "A second look at the marked answers makes the result surer.")
	}
	if r.HeldBy != nil {
		parts = append(parts, heldBy(c, r))
	}
	return strings.Join(parts, " ")
}

// heldBy tells the cap that sets the level.
func heldBy(c *stages.Catalog, r stages.Result) string {
	next := r.HeldBy.Level + 1
	names := make([]string, len(r.HeldBy.Strands))
	open, unasked := len(names) > 0, 0
	for i, id := range r.HeldBy.Strands {
		names[i] = StrandName(c, id)
		s := strand(r, id)
		open = open && s.NoChance
		if s.Level == nil {
			unasked++
		}
	}
	switch r.HeldBy.Cap {
	case stages.CapNeeds:
		switch {
		case open:
			return fmt.Sprintf("Level %d stands on %s, and you have not had the chance yet: ready, not yet exposed.", next, List(names))
		case unasked == len(names):
			return fmt.Sprintf("Level %d stands on %s, which these answers say too little about.", next, List(names))
		}
		return fmt.Sprintf("Level %d stands on %s, and %s not there yet.", next, List(names), isAre(len(names)))
	case stages.CapCumulative:
		if len(names) > 0 {
			return fmt.Sprintf("Level %d asks for breadth, and %s %s further back.", next, List(names), plural(len(names), "lies", "lie"))
		}
		return fmt.Sprintf("Level %d asks for breadth: half of your strands there, and none far behind.", next)
	case stages.CapEvidence:
		return fmt.Sprintf("The events you named do not reach level %d yet; what you say of yourself does.", next)
	}
	return fmt.Sprintf("Too few of your answers reach level %d to hold it.", next)
}

func isAre(n int) string { return plural(n, "it is", "they are") }

// Opens says what gives the first chance at the next level, where want of a chance holds the person.
func Opens(c *stages.Catalog, r stages.Result) string {
	if r.HeldBy == nil || r.HeldBy.Cap != stages.CapNeeds {
		return ""
	}
	if opens := c.Levels[r.HeldBy.Level].Opens; opens != "" {
		return fmt.Sprintf("What opens level %d: %s.", r.HeldBy.Level+1, strings.TrimSuffix(opens, "."))
	}
	return ""
}

// Target is the level that strands are held against: the next, or the highest where one is there.
func Target(r stages.Result) int {
	if r.Level == nil {
		return 2
	}
	return min(*r.Level+1, stages.Levels)
}

// Standing says in words what a strand's bar shows.
func Standing(s stages.StrandResult, target int) string {
	if s.Level == nil {
		return Against(s, target)
	}
	return fmt.Sprintf("%d, %s", *s.Level, Against(s, target))
}

// Against says how a strand stands against a level.
func Against(s stages.StrandResult, target int) string {
	switch {
	case s.Level == nil && s.NoChance:
		return "not assessed: no chance yet"
	case s.Level == nil:
		return "not assessed"
	case s.Spike > 0:
		return fmt.Sprintf("a spike: %s beyond you", Number(s.Spike))
	case s.Spike < 0:
		return fmt.Sprintf("far back: %s below you", Number(-s.Spike))
	case *s.Level > target:
		return "beyond it"
	case *s.Level == target:
		return "reaches it"
	}
	gap := target - *s.Level
	return fmt.Sprintf("%s %s to go", Number(gap), plural(gap, "level", "levels"))
}

// StandingBrief is [Standing] for narrow sheets.
func StandingBrief(s stages.StrandResult, target int) string {
	switch {
	case s.Level == nil:
		return "not assessed"
	case s.Spike > 0:
		return fmt.Sprintf("%d, a spike", *s.Level)
	case *s.Level >= target:
		return "reaches it"
	}
	return Number(target-*s.Level) + " to go"
}

// Shape says which strand runs ahead and which lies furthest back.
func Shape(c *stages.Catalog, r stages.Result) string {
	var high, low *stages.StrandResult
	ties := 0
	for i := range r.Strands {
		s := &r.Strands[i]
		if s.Level == nil {
			continue
		}
		if high == nil || *s.Level > *high.Level {
			high = s
		}
		switch {
		case low == nil || *s.Level < *low.Level:
			low, ties = s, 1
		case *s.Level == *low.Level:
			ties++
		}
	}
	var parts []string
	if high != nil && high.Spike > 0 {
		parts = append(parts, capital(StrandName(c, high.ID))+" runs ahead of the rest.")
	}
	if low != nil && *low.Level < Target(r) && ties == 1 {
		parts = append(parts, capital(StrandName(c, low.ID))+" is the widest gap.")
	}
	return strings.Join(parts, " ")
}

func strand(r stages.Result, id string) stages.StrandResult {
	for _, s := range r.Strands {
		if s.ID == id {
			return s
		}
	}
	return stages.StrandResult{ID: id}
}

// LevelName returns the name of a level.
func LevelName(c *stages.Catalog, level int) string { return c.Levels[level-1].Name }

// StrandName returns the name of a strand.
func StrandName(c *stages.Catalog, id string) string {
	for i := range c.Strands {
		if c.Strands[i].ID == id {
			return c.Strands[i].Name
		}
	}
	return id
}

// Answer says what was answered, as lists show it.
func Answer(q *stages.Question, a stages.Answer) string {
	switch a.Skip {
	case stages.NoChance:
		return "skipped: no chance yet"
	case stages.NotMyRole:
		return "skipped: not my role"
	case stages.Unsure:
		return "skipped: not sure"
	}
	var names []string
	for _, id := range a.Options {
		if o := q.Option(id); o != nil {
			names = append(names, o.Name())
		}
	}
	if len(names) == 0 {
		return "none of these yet"
	}
	return strings.Join(names, "; ")
}

// Date writes a day as 12 March 2026.
func Date(t time.Time) string { return t.Format("2 January 2006") }

// Taken says how many questions were answered and how many skipped.
func Taken(a stages.Answers) string {
	skipped := 0
	for _, answer := range a {
		if answer.Skip != "" {
			skipped++
		}
	}
	answered := len(a) - skipped
	s := fmt.Sprintf("%d %s", answered, plural(answered, "answer", "answers"))
	if skipped > 0 {
		s += fmt.Sprintf(", %d skipped", skipped)
	}
	return s
}

// List joins names as a sentence does: a, b and c.
func List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// Number writes a small number as a word.
func Number(n int) string {
	words := []string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// Short says where the person stands in one line: "Focal Point, level 2. Likely."
func Short(c *stages.Catalog, r stages.Result) string {
	if r.Level == nil || r.Certainty() == stages.Unclear || Between(r) != 0 {
		return Headline(c, r)
	}
	sure := map[stages.Certainty]string{stages.Clear: "Clear", stages.Likely: "Likely"}[r.Certainty()]
	return fmt.Sprintf("%s, level %d. %s.", LevelName(c, *r.Level), *r.Level, sure)
}

// WouldChange says, for each smallest change, what other answers would have moved the level.
func WouldChange(r stages.Result, find func(id string) *stages.Question) []string {
	var out []string
	for _, change := range r.WouldChange {
		var answers []string
		for _, a := range change.Answers {
			q := find(a.Question)
			if q == nil {
				continue
			}
			options := a.Options
			if a.Option != "" {
				options = []string{a.Option}
			}
			answers = append(answers, fmt.Sprintf("\"%s\" been \"%s\"", q.Name(), Answer(q, stages.Answer{Options: options})))
		}
		if len(answers) == len(change.Answers) {
			out = append(out, fmt.Sprintf("Had %s, you would be at level %d.", List(answers), change.Level))
		}
	}
	return out
}
