package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// The columns of the map of roads, after the name: a bar and its word, for the pull and for how ready one is.
const (
	leastBar, mostBar = 4, 8
	roadGap           = 2 // before each bar
)

// roadWords are how wide the words beside the two bars are.
func (m Model) roadWords() (pull, ready int) {
	r := m.survey.result
	ready = lipgloss.Width(locale.Text("ready")) - mostBar
	for _, road := range report.Roads(r) {
		pulls, asked := r.Scores.Axis(road.PullAxis())
		readies, known := r.Scores.Axis(road.ReadyAxis())
		pull = max(pull, lipgloss.Width(report.PullWord(pulls, asked)))
		ready = max(ready, lipgloss.Width(report.ReadyWord(readies, known)))
	}
	push, known := r.Scores.Axis(stages.PushAxis)
	return max(pull, lipgloss.Width(report.Push(push, known))), ready
}

// roadBar is how wide a bar is beside the names and the words.
func (m Model) roadBar() int {
	const between = 4 + 2*roadGap + 2
	pull, ready := m.roadWords()
	return max(leastBar, min(mostBar, (m.layout.list-between-m.nameColumn()-pull-ready)/2))
}

func (m Model) roadScale() string {
	pull, _ := m.roadWords()
	scale := pad(locale.Text("appeals"), m.roadBar()+1+pull+roadGap) + locale.Text("ready")
	return pad("", 4+m.nameColumn()+roadGap) + m.palette.quiet.Render(scale)
}

// roads are the roads, the strongest pull first, and after them the wish to leave.
func (m Model) roads() []place {
	r := m.survey.result
	pulls, readies := m.roadWords()
	bar := m.roadBar()
	var out []place
	for _, road := range report.Roads(r) {
		pull, asked := r.Scores.Axis(road.PullAxis())
		ready, known := r.Scores.Axis(road.ReadyAxis())
		step, word := report.RoadStep(road), report.Pull(pull, asked)
		quiet := report.HardlyPulls(pull, asked)
		p := place{title: road.Name, todo: locale.Text("Try"), now: report.Cheap(road), quiet: quiet, step: &step,
			parts: m.survey.all.RoadParts(r, road)}
		p.bars = m.gauge(report.PullCells(pull, bar), asked, bar) + " " + pad(report.PullWord(pull, asked), pulls) +
			strings.Repeat(" ", roadGap) + m.gauge(report.ReadyCells(ready, bar), known, bar) + " " + pad(report.ReadyWord(ready, known), readies)
		p.word, p.card = word, m.gauge(report.PullCells(pull, mostBar), asked, mostBar)+"  "+m.palette.quiet.Render(word)
		if known {
			p.word = locale.Sprintf("%[1]s, %[2]s ready", word, report.ReadyWord(ready, known))
			p.card += "    " + m.gauge(report.ReadyCells(ready, mostBar), known, mostBar) + "  " +
				m.palette.quiet.Render(locale.Sprintf("%s ready", report.ReadyWord(ready, known)))
		}
		out = append(out, p)
	}
	return append(out, m.wish()...)
}

// wishName is what the row of the wish to leave is called.
func wishName() string { return locale.Text("Your wish to leave") }

// wish is the wish to leave, with what it and the first pull come to; nothing where neither is known.
func (m Model) wish() []place {
	r := m.survey.result
	push, known := r.Scores.Axis(stages.PushAxis)
	move, leaving := report.Move(r), m.survey.all.Leaving(r)
	if !known && move == "" {
		return nil
	}
	now, then := leaving, move
	if leaving == "" {
		now, then = move, ""
	}
	word := report.Push(push, known)
	pulls, _ := m.roadWords()
	return []place{{title: wishName(), bars: m.gauge(report.PushCells(push, m.roadBar()), known, m.roadBar()) + " " + pad(word, pulls), word: word,
		now: now, then: then, apart: true, parts: []report.Part{{Label: locale.Text("What to do"), Text: strings.TrimSpace(move + " " + leaving)}}}}
}
