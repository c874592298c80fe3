package report

import (
	"fmt"
	"io"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// Markdown writes the whole as a person would hand it to a mentor. The catalog in force gives the words
// for strengths; all others are those that the result was reached with.
func (w Export) Markdown(out io.Writer, c *stages.Catalog) error {
	p := &markdown{}
	w.title(p)
	w.where(p)
	w.why(p)
	w.next(p)
	w.plan(p, 2, time.Time{})
	w.surroundings(p)
	w.crossroads(p)
	w.strengths(p, c)
	w.level(p)
	w.answers(p)
	_, err := io.WriteString(out, p.String())
	return err
}

// Text writes the result for a terminal of a width: where, why, and what next.
func (w Export) Text(out io.Writer, width int) error {
	p := &plain{width: width}
	w.title(p)
	w.where(p)
	w.why(p)
	w.next(p)
	w.headlines(p)
	_, err := io.WriteString(out, p.String())
	return err
}

// PlanText writes the plan for a terminal of a width, as of a day.
func (w Export) PlanText(out io.Writer, width int, now time.Time) error {
	p := &plain{width: width}
	w.plan(p, 1, now)
	_, err := io.WriteString(out, p.String())
	return err
}

func (w Export) title(p renderer) {
	r, title := w.Result, "Where you stand on the path"
	if clean(r.Profile.Name) != "" {
		title += ": " + r.Profile.Name
	}
	p.heading(1, title)
	p.para(fmt.Sprintf("Taken on %s: %s.", Date(r.Saved), Taken(r.Interview.Answers)), NotWhat)
}

// NotWhat says what a result is not.
const NotWhat = "This is for your own work. It decides nothing about a promotion."

func (w Export) where(p renderer) {
	c, r := &w.Result.Snapshot, w.Result.Placement
	p.heading(2, "Where")
	p.para(Headline(c, r), Sureness(c, r), Opens(c, r))
	var path []listItem
	for n := 1; n <= stages.Levels; n++ {
		path = append(path, listItem{label: LevelName(c, n), text: sentence(Place(r, n)) + " " + sentence(c.Levels[n-1].Line)})
	}
	p.list(true, path...)
	if r.Level == nil {
		return
	}
	target := fmt.Sprintf("level %d", Target(r))
	p.heading(3, fmt.Sprintf("%s strands, against %s", capital(Number(len(r.Strands))), target))
	var rows [][]string
	for _, s := range r.Strands {
		rows = append(rows, w.strandRow(s, Target(r)))
	}
	p.table([]string{"Strand", "Level", "Against " + target, "What that looks like"}, rows)
	p.para(Shape(c, r), w.PlaceSays())
}

// strandRow tells a strand: its name, its level, how that stands, and what it looks like.
func (w Export) strandRow(s stages.StrandResult, target int) []string {
	name, standing := StrandName(&w.Result.Snapshot, s.ID), Against(s, target)
	if s.Level == nil {
		return []string{name, "", standing, ""}
	}
	says := ""
	for _, strand := range w.Result.Snapshot.Strands {
		if strand.ID == s.ID && len(strand.At) >= *s.Level {
			says = strand.At[*s.Level-1]
		}
	}
	return []string{name, fmt.Sprint(*s.Level), standing, says}
}

func (w Export) why(p renderer) {
	if w.Result.Placement.Level == nil {
		return
	}
	p.heading(2, "Why")
	for _, group := range Why(w.Result.Placement) {
		p.heading(3, group.Heading)
		var rows []listItem
		for _, ids := range group.Rows {
			for _, id := range ids {
				if label, answer, ok := reason(w, id); ok {
					rows = append(rows, listItem{label: label, text: answer})
				}
			}
		}
		p.list(false, rows...)
	}
	if changes := WouldChange(w.Result.Placement, w.Find); len(changes) > 0 {
		p.heading(3, "What would change it")
		p.list(false, texts(changes)...)
	}
}

func texts(list []string) []listItem {
	out := make([]listItem, len(list))
	for i, t := range list {
		out[i].text = t
	}
	return out
}

// headlines are the surveys in a sentence each.
func (w Export) headlines(p renderer) {
	for _, r := range w.Surveys {
		p.heading(2, surveyOf(r).Title)
		p.para(SurveyHeadline(r), Push(r), fmt.Sprintf("Taken on %s.", Date(r.Saved)))
	}
}

func surveyOf(r session.Result) *stages.Survey {
	if r.Assessment == stages.Crossroads {
		return &r.Snapshot.Crossroads
	}
	return &r.Snapshot.Surroundings
}
