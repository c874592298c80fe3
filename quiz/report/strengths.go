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
	StrengthsIntro = "What your answers show, in the words of the people you might tell."
	StrengthsAsk   = "Add an example to an answer (what, when, how many, who saw it), and it goes into the CV line."
	NoStrengths    = "Nothing to show here yet: none of your answers names something you've done."
)

// StrengthsFor says whose words follow.
func StrengthsFor(r Reader) string { return "What your answers show " + r.Name }

// Reader is a kind of person that strengths are put into words for.
type Reader struct{ ID, Name string }

// Readers are all of them, in the order they are offered.
var Readers = []Reader{{"product", "a product manager"}, {"architect", "an architect"}, {"manager", "an engineering manager"},
	{"service", "a head of support or customer success"}}

// Strength is what a person's answers show along one strand, by reader, and the answer it rests on.
type Strength struct {
	Strand, Standing string
	You, Rests       string
	Shows, CV        map[string]string
}

// StrengthParts is a strength in the words of one reader.
func StrengthParts(s Strength, r Reader) []Part {
	return []Part{{"It shows", s.Shows[r.ID]}, {"For a CV", s.CV[r.ID]}, {"Based on", s.Rests}}
}

// mostShown is how many strengths are told along a strand.
const mostShown = 2

// Strengths puts into words what the answers of a result show, strand by strand, the highest first. A line
// for a CV is filled with the person's own example, of this very answer or else of another along the strand.
func Strengths(r session.Result) []Strength {
	var out []Strength
	for i := range r.Snapshot.Strands {
		id := r.Snapshot.Strands[i].ID
		shown := r.Snapshot.Shown(r.Interview.Answers, id)
		for _, s := range shown[:min(len(shown), mostShown)] {
			evidence := example(r, s)
			cv := map[string]string{}
			for reader, text := range s.CV {
				cv[reader] = strings.ReplaceAll(text, "{evidence}", evidence)
			}
			out = append(out, Strength{Strand: StrandName(&r.Snapshot, id), Standing: fmt.Sprintf("level %d", s.Level), You: s.You,
				Rests: restsOn(r, s), Shows: s.Shows, CV: cv})
		}
	}
	return out
}

// restsOn names the answer that a strength rests on.
func restsOn(r session.Result, s stages.Shown) string {
	q := r.Question(s.Question)
	text := fmt.Sprintf("\"%s\", your answer to \"%s\".", stages.OneLine(q.Option(s.Option).Name()), stages.OneLine(q.Name()))
	if !s.Evidence {
		text += " That's what you say about yourself; something that happened would make it stronger."
	}
	return text
}

// example is the person's own example of the answer that a strength rests on, else of another answer along
// its strand, else what to write in its place.
func example(r session.Result, s stages.Shown) string {
	if text := stages.OneLine(r.Interview.Answers[s.Question].Evidence); text != "" {
		return text
	}
	for _, q := range r.Snapshot.Questions {
		a := r.Interview.Answers[q.ID]
		if text := stages.OneLine(a.Evidence); q.Strand == s.Strand && a.Skip == "" && text != "" {
			return text
		}
	}
	return "[what, when, how many, who saw it]"
}

// StrengthsText writes what the answers prove to one reader.
func (e Export) StrengthsText(out io.Writer, width int, reader Reader) error {
	t := &textRenderer{width: width}
	t.heading(2, StrengthsFor(reader))
	for _, s := range Strengths(e.Result) {
		t.heading(3, s.title())
		t.list(false, items(StrengthParts(s, reader))...)
	}
	_, err := io.WriteString(out, t.String())
	return err
}

func (s Strength) title() string { return fmt.Sprintf("%s, %s", Capital(s.Strand), s.Standing) }

// strengths says what the answers prove to others, in the words of each.
func (e Export) strengths(to renderer) {
	list := Strengths(e.Result)
	if len(list) == 0 {
		return
	}
	to.heading(2, "Strengths, translated")
	to.para(StrengthsIntro, "The line under each is one you can use in a CV.")
	for _, s := range list {
		to.heading(3, s.title())
		to.para(s.You)
		var parts []listItem
		for _, reader := range Readers {
			parts = append(parts, listItem{label: "To " + reader.Name, text: s.Shows[reader.ID], quote: s.CV[reader.ID]})
		}
		parts = append(parts, listItem{label: "Based on", text: s.Rests})
		to.list(false, parts...)
	}
}
