package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// What stands beside a list: on a wide layout a pane with what the row under the cursor holds.

// paneTitle is what a pane is about, in the ink of what is the one loud thing.
func (m Model) paneTitle(text string) []line {
	return heads(m.palette.focal, balanced(text, m.layout.pane))
}

// standings are the strands, each with a bar, for a pane. The bar is as long as the words say.
func (m Model) standings(r session.Result) []line {
	levels, column := r.Placement.Levels(), m.strandColumn()
	words := 0
	for _, s := range r.Placement.Strands {
		words = max(words, lipgloss.Width(report.StandingBrief(r.Placement, s)))
	}
	each := 3 // so that each third of a level has a length
	if column+each*levels+2+words > m.layout.pane {
		each = max(1, (m.layout.pane-column-2-words)/levels)
	}
	var out []line
	for _, s := range r.Placement.Strands {
		name := m.palette.quiet.Render(pad(report.StrandName(&r.Snapshot, s.ID), column))
		far := 0.0
		if s.Level != nil {
			far = (report.Position(r.Placement, s) - 1) / float64(levels)
		}
		bar := m.meter(far, s.Level != nil, each*levels)
		out = append(out, line{text: name + bar + "  " + report.StandingBrief(r.Placement, s)})
	}
	return out
}

// stepBeside is a step in brief, under what it is to the person.
func (m Model) stepBeside(heading string, s stages.Step) []line {
	return m.stacked(append([]report.Part{{Label: heading, Text: s.Title}}, report.StepBrief(s)...))
}

// besideHome is what a wide layout has beside the path: what to do this week.
func (m Model) besideHome() []line {
	if !m.layout.wide {
		return nil
	}
	return m.firstBeside(m.layout.room(page{}) - 1)
}

// firstBeside is the step to do first: what comes next in the plan, else what the result advises; in full, or what to do
// this week where so many lines have no room for more. None, where there is no such step.
func (m Model) firstBeside(room int) []line {
	heading, step := locale.Text("Next in your plan"), stages.Step{}
	if m.session.Plan.CheckInDue(m.cfg.Now()) {
		heading = locale.Text("Check in on")
	}
	switch next, advised := m.session.Plan.First(), m.session.Last()[stages.Stages].Advised(); {
	case next != nil:
		step = next.Step
	case len(advised) > 0:
		heading, step = locale.Text("First step in your result"), *advised[0].Words
	default:
		return nil
	}
	if whole := m.stepBeside(heading, step); len(whole) <= room {
		return whole
	}
	return m.stacked([]report.Part{{Label: heading, Text: step.Title}, {Label: locale.Text("This week"), Text: step.First}})
}

// besideWhere is the pane of the strands: all that is known of the one under the cursor; else the level or, where none is
// named, why not.
func (m Model) besideWhere(cursor int) []line {
	switch r := m.placement(); {
	case !m.layout.wide:
		return nil
	case cursor >= 0 && cursor < len(r.Strands):
		return m.strandBeside(m.result.shown.Result, r.Strands[cursor], true, true)
	case m.hasLevel():
		return m.levelBeside()
	default:
		return m.doubtBeside()
	}
}

// levelBeside is the level in brief: how each of its first parts begins, and from the last on as many more of their paragraphs as the pane
// has room for. There's always more of it: what stands beside the level.
func (m Model) levelBeside() []line {
	const most = 4
	level, parts := m.placement().Level, m.levelParts()
	head := append(m.paneTitle(locale.Sprintf("Level %d, %s", *level, report.LevelName(m.snapshot(), *level))), line{})
	parts = parts[:min(len(parts), most)]
	told := make([][]string, len(parts))
	for i := range parts {
		told[i] = paragraphs(parts[i].Text)
		parts[i].Text = told[i][0]
	}
	tab := locale.Text("Tab")
	out := m.fitting(head, parts, true, tab)
	for i := len(parts) - 1; i >= 0; i-- {
		for n := 2; n <= len(told[i]); n++ {
			longer := slices.Clone(parts)
			longer[i].Text = strings.Join(told[i][:n], "\n\n")
			with := slices.Concat(head, m.stacked(longer), m.restBy(tab))
			if len(with) > m.paneLines() {
				break
			}
			out, parts = with, longer
		}
	}
	return out
}

// doubtBeside is why no level is named, and what moved the result.
func (m Model) doubtBeside() []line {
	var out []line
	if many := m.manyToLook(); many.many {
		out = append(m.stacked([]report.Part{{Label: locale.Text("Why it isn't clear"), Text: strings.Join(paragraphs(many.heading), "\n\n")}}), line{})
	}
	return append(out, m.whyIn(m.layout.pane, false)...)
}

// paragraphs are a long text for a narrow column, two sentences each.
func paragraphs(text string) []string {
	var out []string
	for rest := text; rest != ""; {
		one := report.FirstSentence(rest)
		two := report.FirstSentence(strings.TrimSpace(rest[len(one):]))
		out = append(out, strings.TrimSpace(one+" "+two))
		rest = strings.TrimSpace(strings.TrimSpace(rest[len(one):])[len(two):])
	}
	return out
}

// beneath is a pane with a strand under what else it says: with its answers or without them, as there is room.
func (m Model) beneath(pane []line, strand string) []line {
	r := m.result.shown.Result
	for _, answers := range []bool{true, false} {
		more := m.strandBeside(r, strandOf(r, strand), answers, false)
		if len(pane)+1+len(more) <= m.paneLines() {
			return slices.Concat(pane, []line{{}}, more)
		}
	}
	return pane
}

func strandOf(r session.Result, id string) stages.StrandResult {
	i := slices.IndexFunc(r.Placement.Strands, func(s stages.StrandResult) bool { return s.ID == id })
	return r.Placement.Strands[max(0, i)]
}

// strandBeside is a strand in full: how it stands, what it shows, what one level up reads, and its answers, unless
// they are in sight already. Below what else a pane says, its name doesn't lead, and what it shows goes on in how it stands.
func (m Model) strandBeside(r session.Result, s stages.StrandResult, answers, leads bool) []line {
	name, stands, parts := report.Capital(report.StrandName(&r.Snapshot, s.ID)), report.Capital(report.StandingInFull(r.Placement, s))+".", report.StrandParts(r, s)
	out := m.paneTitle(name)
	if !leads {
		out = m.heading(balanced(name, m.layout.pane))
		if len(parts) > 0 {
			stands, parts = stands+" "+parts[0].Text, parts[1:]
		}
	}
	out = append(out, lines(wrap(stands, m.layout.pane)...)...)
	for _, p := range parts {
		out = append(append(out, line{}), lines(wrap(p.Text, m.layout.pane)...)...)
	}
	if !answers {
		return out
	}
	asked, _ := r.Review()
	heading := []line{{}, {text: m.palette.quiet.Render(locale.Sprintf("Answers on %s", report.StrandName(&r.Snapshot, s.ID)))}}
	for _, q := range asked {
		if q.Strand != s.ID {
			continue
		}
		out, heading = append(out, heading...), nil
		out = append(out, m.answerInPane(q, r.Interview.Answers[q.ID])...)
	}
	return out
}

// strandPart is how a strand stands in a result, under its name.
func (m Model) strandPart(r stages.Placement, strand string) report.Part {
	s := strandOf(session.Result{Placement: r}, strand)
	return report.Part{Label: report.Capital(report.StrandName(m.snapshot(), s.ID)), Text: report.Capital(report.StandingInFull(r, s)) + "."}
}

// answerInPane is a question in short, and its answer in short under it.
func (m Model) answerInPane(q *stages.Question, a stages.Answer) []line {
	out := lines(wrap(q.Name(), m.layout.pane)...)
	return append(out, m.indented(wrap(report.Answer(q, a), m.layout.pane-answerIndent), answerIndent)...)
}

// didAnswer is what an answer did to a result, and how its strand stands.
func (m Model) didAnswer(r session.Result, q *stages.Question) []line {
	out := paint(m.palette.quiet, []string{locale.Text("What this answer did")})
	_, forces, _ := report.Forces(r.Placement)
	if i := slices.IndexFunc(forces, func(f report.Force) bool { return f.Question == q.ID }); i >= 0 {
		out = append(out, line{text: m.force(forces[i].Push, roomyForce)})
	}
	out = append(out, lines(wrap(report.Did(r.Placement, q.ID), m.layout.pane)...)...)
	return append(append(out, line{}), m.strandBeside(r, strandOf(r, q.Strand), false, false)...)
}

// fitting are as many of the parts as a pane has room for under a head, and the key that shows the rest: where there's more than these,
// or some have no room.
func (m Model) fitting(head []line, parts []report.Part, more bool, key string) []line {
	for n := len(parts); n > 0; n-- {
		out := slices.Concat(head, m.stacked(parts[:n]))
		if more || n < len(parts) {
			out = append(out, m.restBy(key)...)
		}
		if len(out) <= m.paneLines() {
			return out
		}
	}
	return nil
}

// restBy says under a pane which key shows the rest.
func (m Model) restBy(key string) []line {
	return []line{{rests: true}, {rests: true, text: m.palette.quiet.Render(locale.Sprintf("%s shows the rest.", key))}}
}

// paneLines is how many lines a pane has.
func (m Model) paneLines() int { return m.layout.room(page{}) - len(m.layout.air()) }
