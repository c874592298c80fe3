// Package report puts a session into words: the same words for the same thing on every screen, in plain
// mode and in what a person takes along. It keeps no state, asks nothing and changes nothing.
//
// Most functions return a sentence or a list of labelled [Part]s, which the front ends draw. An [Export]
// writes whole documents: as Markdown, as text for a terminal, or as JSON. The words of a subject, and its
// section of a document, are in the file of that name.
package report

import (
	"cmp"
	"encoding/json"
	"io"
	"time"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Export is all that a person takes along: the last result, the surveys where they were taken, and the
// plan. Its JSON is the export: fields may be added, never renamed or removed.
type Export struct {
	Schema  int              `json:"schema"`
	Result  session.Result   `json:"result"`
	Surveys []session.Result `json:"surveys"`
	Plan    session.Plan     `json:"plan"`
	Notes   []session.Noted  `json:"notes,omitempty"`
	// LeftOut names the parts that were not asked for. See [Export.With].
	LeftOut []string `json:"left_out,omitempty"`
	// Before is the result before the last, which a result is told beside; nil where there is none.
	Before *session.Result `json:"-"`
	// Earlier are the results before the last, the oldest first, where they are exported. In JSON, history says what
	// they came to.
	Earlier []session.Result `json:"-"`
}

// NewExport is made of the last result of each assessment, and the plan. It reports
// whether there is a result of the stages assessment, without which there is nothing to tell.
func NewExport(last map[string]session.Result, plan session.Plan) (Export, bool) {
	e := Export{Schema: 1, Surveys: []session.Result{}, Plan: plan}
	e.Plan.Schema = cmp.Or(e.Plan.Schema, 1) // one that was never kept has none
	if e.Plan.Items == nil {
		e.Plan.Items = []session.Item{}
	}
	for _, assessment := range []string{stages.Crossroads, stages.Surroundings} {
		if r, taken := last[assessment]; taken {
			e.Surveys = append(e.Surveys, r)
		}
	}
	result, there := last[stages.Stages]
	e.Result = result
	return e, there
}

// JSON writes the whole as machines read it. Of a part that is left out the fields stay, and are empty.
func (e Export) JSON(out io.Writer) error {
	e = e.withoutAnswers()
	e.Result.Placement = WithWarningTexts(e.Result.Placement)
	return writeJSON(out, struct {
		Export
		History []Reached `json:"history"`
	}{e, e.reached()})
}

func writeJSON(out io.Writer, v any) error {
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// Markdown writes the whole as a person would hand it to a mentor, in the words that the result was reached with.
func (e Export) Markdown(out io.Writer) error { return writeMarkdown(out, e) }

// HTML is [Export.Markdown] as a page that is one file, with pictures. It asks no network and runs nothing.
func (e Export) HTML(out io.Writer) error { return writePage(out, e) }

func (e Export) body(to renderer) {
	e.summary(to)
	e.where(to)
	e.shape(to)
	e.why(to)
	e.overTime(to)
	e.next(to)
	e.plan(to, 2, time.Time{})
	e.surroundings(to)
	e.crossroads(to)
	e.strengths(to)
	e.level(to)
	e.answers(to)
}

func (e Export) language() string { return language(&e.Result.Snapshot) }

func (e Export) foot(to renderer) { e.leftOut(to) }

// Text writes the result for a reader of text of a width, in columns: in short, where, why, and what next.
// Nothing is drawn.
func (e Export) Text(out io.Writer, width int) error {
	return e.text(out, &textRenderer{width: width})
}

// DrawnText is [Export.Text] for a terminal that shows inks, with the path drawn.
func (e Export) DrawnText(out io.Writer, width int, inks Inks) error {
	return e.text(out, &textRenderer{width: width, drawn: true, inks: inks})
}

func (e Export) text(out io.Writer, t *textRenderer) error {
	e.title(t)
	e.summary(t)
	e.where(t)
	e.shape(t)
	e.why(t)
	e.next(t)
	e.headlines(t)
	_, err := io.WriteString(out, t.String())
	return err
}

// NotWhat says what a result is not.
const NotWhat locale.Message = "This is for your own development. It doesn't decide promotions."

func (e Export) title(to renderer) {
	r, title := e.Result, locale.Text("Where you stand on the path")
	if name := stages.OneLine(r.Profile.Name); name != "" {
		title += ": " + name
	}
	to.heading(1, title)
	to.para(takenOn(r), NotWhat.String())
}

// takenOn says when an assessment was taken and what was answered.
func takenOn(r session.Result) string {
	return locale.Sprintf("Taken on %s: %s.", Date(r.Saved), Taken(r.Interview.Answers))
}
