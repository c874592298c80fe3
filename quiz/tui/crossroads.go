package tui

import (
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// The columns of the map of roads, after the name: a bar and its word, for how much a road appeals, and for how much of what it
// asks for the person has. A bar has three words, and as many cells for each.
const (
	leastBar, mostBar = 3, 9
	roadGap           = 2 // before each bar
)

// What the two bars are of.
const (
	roadAppeal     = locale.Message("appeal")
	roadExperience = locale.Message("experience")
)

// roadWords are how wide the words beside the two bars are.
func (m Model) roadWords() (pull, ready int) {
	r := *m.survey.result
	push, known := r.Scores.Axis(stages.PushAxis)
	pull = max(lipgloss.Width(report.PushWord(push, known)), lipgloss.Width(roadAppeal.String())-leastBar-1)
	ready = lipgloss.Width(roadExperience.String()) - leastBar - 1
	for _, road := range report.Roads(r) {
		pulls, asked := r.Scores.Axis(road.PullAxis())
		readies, known := r.Scores.Axis(road.ReadyAxis())
		pull = max(pull, lipgloss.Width(report.PullWord(pulls, asked)))
		ready = max(ready, lipgloss.Width(report.ReadyWord(readies, known)))
	}
	return pull, ready
}

// roadBar is how wide a bar is beside the names and the words; a small layout has the least one, before the name.
func (m Model) roadBar() int {
	const between = 2*roadGap + 2
	if !m.layout.roomy {
		return leastBar
	}
	pull, ready := m.roadWords()
	return thirds(max(leastBar, min(mostBar, (m.layout.list-between-m.placeIndent()-m.nameColumn()-pull-ready)/2)))
}

// thirds is the most cells of a bar, of so many, that its three words have the same share of.
func thirds(cells int) int { return cells - cells%3 }

func (m Model) roadScale() string {
	pull, _ := m.roadWords()
	scale := pad(roadAppeal.String(), m.roadBar()+1+pull+roadGap) + roadExperience.String()
	left := m.placeIndent() + m.nameColumn() + roadGap
	return pad(m.boxKey(left), left) + m.palette.quiet.Render(scale)
}

// roadKey says what the bar of a small layout is of, which has no room for names above the map, and after it the day: with its year,
// where so many columns hold that.
func (m Model) roadKey(day time.Time, width int) string {
	key := func(day string) string {
		return m.palette.accent.Render(lineHeavy+lineHeavy) + m.palette.quiet.Render(" "+roadAppeal.String()+separator+day)
	}
	if whole := key(report.ShortDate(day)); lipgloss.Width(whole) <= width {
		return whole
	}
	return key(report.ShortDay(day))
}

// roads are the roads, the strongest pull first, and after them the wish to leave.
func (m Model) roads() []place {
	r := *m.survey.result
	pulls, readies := m.roadWords()
	bar, gap := m.roadBar(), strings.Repeat(" ", roadGap)
	var out []place
	for _, road := range report.Roads(r) {
		pull, asked := r.Scores.Axis(road.PullAxis())
		ready, known := r.Scores.Axis(road.ReadyAxis())
		appeal, experience := report.PullWord(pull, asked), report.ReadyWord(ready, known)
		step := report.RoadStep(road)
		p := place{title: road.Name, todo: locale.Text("Try"), now: report.Cheap(road), step: &step, parts: m.survey.all.RoadParts(r, road)}
		p.sign = m.gauge(report.PullCells(pull, bar), asked, bar)
		drawn := m.gauge(report.ReadyCells(ready, bar), known, bar)
		p.bars = p.sign + " " + pad(appeal, pulls) + gap + drawn + " " + pad(experience, readies)
		p.says = []string{locale.Sprintf("appeal: %s", appeal), locale.Sprintf("experience: %s", experience)}
		p.card = m.palette.quiet.Render(roadAppeal.String()) + gap + p.sign + " " + appeal + gap + gap + m.palette.quiet.Render(roadExperience.String()) + gap + drawn + " " + experience
		if len(out) == 0 {
			p.parts = m.withMove(p.parts)
		}
		out = append(out, p)
	}
	return append(out, m.wish()...)
}

// withMove ends the card of the first road with what to do next, by that road and the wish to leave.
func (m Model) withMove(parts []report.Part) []report.Part {
	return append(slices.Clone(parts), report.Part{Label: locale.Text("To start"), Text: report.Move(*m.survey.result)})
}

// wishName is what the row of the wish to leave is called.
func wishName() string { return locale.Text("Your wish to leave") }

// wish is the wish to leave, with what it and the first pull come to; nothing where neither is known.
func (m Model) wish() []place {
	r, bar := *m.survey.result, m.roadBar()
	push, known := r.Scores.Axis(stages.PushAxis)
	move, leaving := report.Move(r), m.survey.all.Leaving(r)
	if !known && move == "" {
		return nil
	}
	p := place{title: wishName(), now: leaving, apart: true, says: []string{report.PushWord(push, known)}}
	if leaving == "" {
		p.now, move = move, ""
	}
	p.parts = []report.Part{{Label: locale.Text("What to do"), Text: p.now}, {Label: locale.Text("To start"), Text: move}}
	p.sign = m.gauge(report.PushCells(push, bar), known, bar)
	p.bars = p.sign + " " + p.says[0]
	return []place{p}
}
