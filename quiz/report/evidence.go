package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Evidence is what a person noted as examples, by strand and question, and what happened on the steps they finished: for a
// review, a CV or an interview. Its JSON is the export: fields may be added, never renamed or removed.
type Evidence struct {
	Schema int    `json:"schema"`
	Name   string `json:"name,omitempty"`
	// Saved is the time of the last result.
	Saved   time.Time        `json:"saved"`
	Strands []StrandEvidence `json:"strands"`
	// Notes are those written from the shell, the oldest first, that are nobody's example yet.
	Notes []session.Noted `json:"notes"`

	tongue string // a tag
}

// StrandEvidence is the evidence along one strand.
type StrandEvidence struct {
	ID       string         `json:"id"`
	Name     string         `json:"name"`
	Examples []NotedExample `json:"examples"`
	Steps    []FinishedStep `json:"steps"`
	// Without names the questions whose answer in the last result says that something was done, and has no example.
	Without []string `json:"without"`
}

// NotedExample is a note, and the answer it was noted with.
type NotedExample struct {
	Saved    time.Time `json:"saved"` // the result's
	Question string    `json:"question"`
	Short    string    `json:"short"` // the question's name in lists
	Answer   string    `json:"answer"`
	Note     string    `json:"note"`
}

// FinishedStep is a step of the plan, and what happened.
type FinishedStep struct {
	Step  string    `json:"step"`
	Title string    `json:"title"`
	Done  time.Time `json:"done"`
	Note  string    `json:"note"` // empty where nothing was noted
}

// NewEvidence gathers it from the last result and those before, from the plan, and from notes. What belongs to no strand stays
// out: the surveys, the experiments and talks that follow from them, and the name where the export has none.
func NewEvidence(e Export, notes []session.Noted) Evidence {
	out := Evidence{Schema: 1, Name: stages.OneLine(e.Result.Profile.Name), Saved: e.Result.Saved, Strands: []StrandEvidence{}, Notes: []session.Noted{}, tongue: e.language()}
	for _, s := range e.Result.Snapshot.Strands {
		out.Strands = append(out.Strands, StrandEvidence{ID: s.ID, Name: s.Name, Examples: e.examples(s.ID), Steps: e.finished(s.ID), Without: e.without(s.ID)})
	}
	for _, n := range notes {
		if !out.has(n.Text) {
			out.Notes = append(out.Notes, n)
		}
	}
	return out
}

// has reports whether a text is an example already, or what happened on a step.
func (e Evidence) has(text string) bool {
	return slices.ContainsFunc(e.Strands, func(s StrandEvidence) bool {
		return slices.ContainsFunc(s.Examples, func(ex NotedExample) bool { return ex.Note == text }) ||
			slices.ContainsFunc(s.Steps, func(step FinishedStep) bool { return strings.Contains(step.Note, text) })
	})
}

// examples are the notes along a strand, by question. An earlier one that was changed since stays: it's an example too.
func (e Export) examples(strand string) []NotedExample {
	out := []NotedExample{}
	for _, r := range slices.Backward(append(slices.Clip(e.Earlier), e.Result)) {
		for i := range r.Snapshot.Questions {
			q := &r.Snapshot.Questions[i]
			a := r.Interview.Answers[q.ID]
			if q.Strand != strand || stages.OneLine(a.Evidence) == "" {
				continue
			}
			ex := NotedExample{Saved: r.Saved, Question: q.ID, Short: q.Name(), Answer: inFull(q, a), Note: a.Evidence}
			if !slices.ContainsFunc(out, func(o NotedExample) bool { return o.Question == ex.Question && o.Note == ex.Note }) {
				out = append(out, ex)
			}
		}
	}
	first := map[string]int{} // the newest of each question, and with it the older ones
	for i, ex := range out {
		if _, seen := first[ex.Question]; !seen {
			first[ex.Question] = i
		}
	}
	slices.SortStableFunc(out, func(a, b NotedExample) int { return first[a.Question] - first[b.Question] })
	return out
}

func (e Export) finished(strand string) []FinishedStep {
	out := []FinishedStep{}
	for _, i := range e.Plan.Items {
		if i.Done != nil && i.Step.Strand == strand {
			out = append(out, FinishedStep{Step: i.Step.ID, Title: i.Step.Title, Done: *i.Done, Note: i.Evidence})
		}
	}
	return out
}

func (e Export) without(strand string) []string {
	out := []string{}
	for _, s := range e.Result.Snapshot.Shown(e.Result.Interview.Answers, strand) {
		name := stages.OneLine(s.Question.Name())
		if stages.OneLine(e.Result.Interview.Answers[s.Question.ID].Evidence) == "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// JSON writes the evidence for programs.
func (e Evidence) JSON(out io.Writer) error { return writeJSON(out, e) }

// Markdown writes it for people.
func (e Evidence) Markdown(out io.Writer) error { return writeMarkdown(out, e) }

// HTML writes it as a page that is one file.
func (e Evidence) HTML(out io.Writer) error { return writePage(out, e) }

// What is said of evidence.
const (
	NoExample locale.Message = "No example here yet."
	HowToAdd  locale.Message = "To add an example: run waymark, open your result, go to Why, open an answer with Enter and press 9; then go on to " +
		"your result again. What happened on a step goes into your plan, and waymark note \"…\" keeps a line about anything else."
	nothingNoted locale.Message = "Nothing noted about what happened."
)

func (e Evidence) title(to renderer) {
	title := locale.Text("Your evidence, by strand")
	if e.Name != "" {
		title += ": " + e.Name
	}
	to.heading(1, title)
	to.para(locale.Text("The examples you noted, and what happened on the steps you finished: for a review, a CV or an interview."), e.count())
}

// count says how many examples there are.
func (e Evidence) count() string {
	examples := 0
	for _, s := range e.Strands {
		examples += len(s.Examples)
	}
	if examples == 0 {
		return locale.Sprintf("No examples, as of %s.", Date(e.Saved))
	}
	return Capital(locale.Plural(examples, "one example, as of %[2]s.", "%[1]s examples, as of %[2]s.", Number(examples), Date(e.Saved)))
}

func (e Evidence) body(to renderer) {
	for _, s := range e.Strands {
		to.heading(2, Capital(s.Name))
		var noted []listItem
		for _, ex := range s.Examples {
			noted = append(noted, listItem{label: Capital(ex.Short), text: fmt.Sprintf("%s (%s)", ex.Answer, Date(ex.Saved)), quote: ex.Note})
		}
		to.list(false, noted...)
		if len(noted) == 0 {
			to.para(NoExample.String())
		}
		if len(s.Without) > 0 {
			to.para(locale.Sprintf("Answers without an example: %s.", List(s.Without)))
		}
		s.steps(to)
	}
	if len(e.Notes) > 0 {
		to.heading(2, locale.Text("Your other notes"))
		to.list(false, noteItems(e.Notes)...)
	}
}

func (s StrandEvidence) steps(to renderer) {
	var done []listItem
	for _, step := range s.Steps {
		done = append(done, listItem{box: tickedBox, label: step.Title, text: locale.Sprintf("done on %s.", Date(step.Done)), quote: step.Note})
		if stages.OneLine(step.Note) == "" {
			done[len(done)-1].text += " " + nothingNoted.String()
		}
	}
	if len(done) > 0 {
		to.heading(3, locale.Text("Steps you finished"))
		to.list(false, done...)
	}
}

func (e Evidence) language() string { return e.tongue }

func (e Evidence) foot(to renderer) { to.para(HowToAdd.String()) }
