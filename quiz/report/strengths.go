package report

import (
	"fmt"
	"strings"

	"waymark/quiz/session"
	"waymark/stages"
)

// Reader is somebody to whom strengths are put into words.
type Reader struct{ ID, Name string }

// Readers are those to whom strengths are put into words.
var Readers = []Reader{{"product", "a product manager"}, {"architect", "an architect"}, {"manager", "an engineering manager"}}

// Strength is what a person's work along one strand proves, by reader.
type Strength struct {
	Strand, Standing string
	Proves, CV       map[string]string
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
	best, level := "", -1.0
	for _, q := range r.Snapshot.Questions {
		a := r.Interview.Answers[q.ID]
		if q.Strand != strand || a.Skip != "" {
			continue
		}
		if a.Evidence != "" {
			return strings.Join(strings.Fields(a.Evidence), " ")
		}
		for _, id := range a.Options {
			if o := q.Option(id); o != nil && o.Level > level && q.Evidence {
				best, level = fmt.Sprintf("[your example of \"%s\"]", q.Name()), o.Level
			}
		}
	}
	if best == "" {
		return "[your example]"
	}
	return best
}

// strengths says what the answers prove to others, in the words of each.
func (e Export) strengths(p renderer, c *stages.Catalog) {
	list := Strengths(c, e.Result)
	if len(list) == 0 {
		return
	}
	p.heading(2, "Strengths, translated")
	p.para("What your work proves to others, in their words. The line beneath each is fit for a CV.")
	for _, s := range list {
		p.heading(3, fmt.Sprintf("%s, %s", Capital(s.Strand), s.Standing))
		var parts []listItem
		for _, reader := range Readers {
			parts = append(parts, listItem{label: "To " + reader.Name, text: s.Proves[reader.ID], quote: s.CV[reader.ID]})
		}
		p.list(false, parts...)
	}
}

// StrengthsFor is the heading of the strengths, in the words of one reader.
func StrengthsFor(r Reader) string { return "What your work proves to " + r.Name }

// StrengthParts is a strength in the words of one reader.
func StrengthParts(s Strength, r Reader) []Part {
	return []Part{{"It proves", s.Proves[r.ID]}, {"For a CV", s.CV[r.ID]}}
}
