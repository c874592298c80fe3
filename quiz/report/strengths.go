package report

import (
	"fmt"
	"io"
	"strings"

	"waymark/quiz/session"
	"waymark/stages"
)

// What is said of strengths.
const (
	StrengthsIntro = "What your work proves to others, in their words."
	StrengthsAsk   = "An example you note on a question fills its line for a CV."
	NoStrengths    = "Nothing to translate yet. It comes from what a result says you do at level 2 or beyond."
)

// StrengthsFor says whose words follow.
func StrengthsFor(r Reader) string { return "What your work proves to " + r.Name }

// Reader is a kind of person that strengths are put into words for.
type Reader struct{ ID, Name string }

// Readers are all of them, in the order they are offered.
var Readers = []Reader{{"product", "a product manager"}, {"architect", "an architect"}, {"manager", "an engineering manager"}}

// Strength is what a person's work along one strand proves, by reader.
type Strength struct {
	Strand, Standing string
	Proves, CV       map[string]string
}

// StrengthParts is a strength in the words of one reader.
func StrengthParts(s Strength, r Reader) []Part {
	return []Part{{"It proves", s.Proves[r.ID]}, {"For a CV", s.CV[r.ID]}}
}

// leastProven is the level along a strand from which there is something to translate.
const leastProven = 2

// Strengths puts into words what a result proves, strand by strand. A line for a CV is filled with the
// person's own example along the strand, or with the answer that speaks loudest.
func Strengths(c *stages.Catalog, r session.Result) []Strength {
	work := r.Profile.Work
	if work == "" {
		work = "engineering"
	}
	var out []Strength
	for _, s := range r.Placement.Strands {
		if s.Level == nil || *s.Level < leastProven {
			continue
		}
		for _, words := range c.Strengths {
			if words.Strand != s.ID || words.Work != work {
				continue
			}
			evidence := example(r, s.ID)
			cv := map[string]string{}
			for reader, text := range words.CV {
				cv[reader] = strings.ReplaceAll(text, "{evidence}", evidence)
			}
			out = append(out, Strength{Strand: StrandName(c, s.ID), Standing: fmt.Sprintf("level %d", *s.Level), Proves: words.Proves, CV: cv})
		}
	}
	return out
}

// example is the person's own example along a strand, or else what stands for it.
func example(r session.Result, strand string) string {
	best, level := "[your example]", -1.0
	for _, q := range r.Snapshot.Questions {
		a := r.Interview.Answers[q.ID]
		if q.Strand != strand || a.Skip != "" {
			continue
		}
		if text := stages.OneLine(a.Evidence); text != "" {
			return text
		}
		for _, id := range a.Options {
			if o := q.Option(id); o != nil && o.Level > level && q.Evidence {
				best, level = fmt.Sprintf("[your example of \"%s\"]", stages.OneLine(q.Name())), o.Level
			}
		}
	}
	return best
}

// StrengthsText writes what the answers prove to one reader.
func (e Export) StrengthsText(out io.Writer, width int, c *stages.Catalog, reader Reader) error {
	t := &textRenderer{width: width}
	t.heading(2, StrengthsFor(reader))
	for _, s := range Strengths(c, e.Result) {
		t.heading(3, s.title())
		t.list(false, items(StrengthParts(s, reader))...)
	}
	_, err := io.WriteString(out, t.String())
	return err
}

func (s Strength) title() string { return fmt.Sprintf("%s, %s", Capital(s.Strand), s.Standing) }

// strengths says what the answers prove to others, in the words of each.
func (e Export) strengths(to renderer, c *stages.Catalog) {
	list := Strengths(c, e.Result)
	if len(list) == 0 {
		return
	}
	to.heading(2, "Strengths, translated")
	to.para(StrengthsIntro, "The line under each is fit for a CV.")
	for _, s := range list {
		to.heading(3, s.title())
		var parts []listItem
		for _, reader := range Readers {
			parts = append(parts, listItem{label: "To " + reader.Name, text: s.Proves[reader.ID], quote: s.CV[reader.ID]})
		}
		to.list(false, parts...)
	}
}
