package report

import (
	"fmt"
	"io"
	"time"

	"waymark/stages"
)

// Markdown writes the whole as a person would hand it to a mentor. The catalog in force gives the words
// for strengths; all others are those that the result was reached with.
func (e Export) Markdown(out io.Writer, c *stages.Catalog) error {
	p := &markdown{}
	e.title(p)
	e.where(p)
	e.why(p)
	e.next(p)
	e.plan(p, 2, time.Time{})
	e.surroundings(p)
	e.crossroads(p)
	e.strengths(p, c)
	e.level(p)
	e.answers(p)
	_, err := io.WriteString(out, p.String())
	return err
}

// Text writes the result for a terminal of a width: where, why, and what next.
func (e Export) Text(out io.Writer, width int) error {
	p := &plain{width: width}
	e.title(p)
	e.where(p)
	e.why(p)
	e.next(p)
	e.headlines(p)
	_, err := io.WriteString(out, p.String())
	return err
}

// PlanText writes the plan for a terminal of a width, as of a day.
func (e Export) PlanText(out io.Writer, width int, now time.Time) error {
	p := &plain{width: width}
	e.plan(p, 1, now)
	_, err := io.WriteString(out, p.String())
	return err
}

func (e Export) title(p renderer) {
	r, title := e.Result, "Where you stand on the path"
	if clean(r.Profile.Name) != "" {
		title += ": " + r.Profile.Name
	}
	p.heading(1, title)
	p.para(fmt.Sprintf("Taken on %s: %s.", Date(r.Saved), Taken(r.Interview.Answers)), NotWhat)
}

// NotWhat says what a result is not.
const NotWhat = "This is for your own work. It decides nothing about a promotion."

func (e Export) where(p renderer) {
	c, r := &e.Result.Snapshot, e.Result.Placement
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
	p.heading(3, fmt.Sprintf("%s strands, against %s", Capital(Number(len(r.Strands))), target))
	var rows [][]string
	for _, s := range r.Strands {
		rows = append(rows, e.strandRow(s, Target(r)))
	}
	p.table([]string{"Strand", "Level", "Against " + target, "What that looks like"}, rows)
	p.para(Shape(c, r), e.PlaceSays())
}

// strandRow tells a strand: its name, its level, how that stands, and what it looks like.
func (e Export) strandRow(s stages.StrandResult, target int) []string {
	name, standing := StrandName(&e.Result.Snapshot, s.ID), Against(s, target)
	if s.Level == nil {
		return []string{name, "", standing, ""}
	}
	says := ""
	for _, strand := range e.Result.Snapshot.Strands {
		if strand.ID == s.ID && len(strand.At) >= *s.Level {
			says = strand.At[*s.Level-1]
		}
	}
	return []string{name, fmt.Sprint(*s.Level), standing, says}
}

func (e Export) why(p renderer) {
	if e.Result.Placement.Level == nil {
		return
	}
	p.heading(2, "Why")
	for _, group := range Why(e.Result.Placement) {
		p.heading(3, group.Heading)
		var rows []listItem
		for _, ids := range group.Rows {
			for _, id := range ids {
				if label, answer, ok := reason(e, id); ok {
					rows = append(rows, listItem{label: label, text: answer})
				}
			}
		}
		p.list(false, rows...)
	}
	if changes := WouldChange(e.Result.Placement, e.Result.Question); len(changes) > 0 {
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
func (e Export) headlines(p renderer) {
	for _, r := range e.Surveys {
		p.heading(2, r.Survey().Title)
		p.para(SurveyHeadline(r), Push(r), fmt.Sprintf("Taken on %s.", Date(r.Saved)))
	}
}
