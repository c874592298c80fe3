package tui

import (
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// The columns of the map of roads, after the name: a bar and its words, for the pull and for how ready one is.
const (
	pullWord, readyWord = 14, 6
	leastBar, mostBar   = 4, 10
	roadGap             = 3 // between the two bars with their words
)

// roadBar is how wide a bar is beside the names and the words.
func (m Model) roadBar() int {
	const between = 4 + 1 + 1 + roadGap + 1
	return max(leastBar, min(mostBar, (m.layout.list-between-m.nameColumn()-pullWord-readyWord)/2))
}

func (m Model) roadScale() string {
	return pad("", 4+m.nameColumn()+1) + pad("appeal", m.roadBar()+1+pullWord+roadGap) + "ready"
}

// roads are the roads, the strongest pull first, and after them the wish to leave.
func (m Model) roads() []place {
	r := m.survey.result
	var out []place
	for _, road := range report.Roads(r) {
		pull, asked := r.Scores.Axis(road.PullAxis())
		ready, known := r.Scores.Axis(road.ReadyAxis())
		step, word := report.RoadStep(road), report.Pull(pull, asked)
		quiet := report.HardlyPulls(pull, asked)
		p := place{title: road.Name, todo: locale.Text("Try"), now: report.Cheap(road), tells: !quiet, quiet: quiet, step: &step,
			parts: m.survey.all.RoadParts(r, road)}
		p.bars = m.meter(pull, asked, m.roadBar()) + " " + m.hushed(p.quiet, pad(word, pullWord)) + strings.Repeat(" ", roadGap) +
			m.meter(ready, known, m.roadBar()) + " " + m.hushed(p.quiet, pad(report.ReadyWord(ready, known), readyWord))
		p.word = word
		if known {
			p.word += ", " + report.ReadyWord(ready, known) + locale.Text(" ready")
		}
		out = append(out, p)
	}
	return append(out, m.wish()...)
}

// hushed is a text that is quiet beside a quiet name.
func (m Model) hushed(quiet bool, text string) string {
	if quiet {
		return m.palette.quiet.Render(text)
	}
	return text
}

// wish is the wish to leave, with what it and the first pull come to; nothing where neither is known.
func (m Model) wish() []place {
	r := m.survey.result
	push, known := r.Scores.Axis(stages.PushAxis)
	move := report.Move(r)
	if !known && move == "" {
		return nil
	}
	word := report.Push(push, known)
	return []place{{title: locale.Text("Your wish to leave"), bars: m.meter(push, known, m.roadBar()) + " " + pad(word, pullWord), word: word,
		now: move, tells: true, apart: true, parts: []report.Part{{Label: locale.Text("What to do"), Text: move}}}}
}
