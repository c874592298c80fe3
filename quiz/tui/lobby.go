package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/report"
	"waymark/stages"
)

// lobbyHead is what a survey is to tell the person, and what it's about.
func (m Model) lobbyHead(about string) []line {
	room := m.layout.room(page{}) - 2 - len(m.session.Choices(m.cfg.Now())) // but for its rows, and air above them and below
	ask := report.SurveyAsks(m.session.Assessment)
	if ask == "" {
		return m.about(about, room+1)
	}
	head := append(paint(m.palette.focal, wrap(ask, m.layout.text)), line{})
	return append(head, m.about(about, room-len(head))...)
}

// about is what a survey is about; on a small screen, as many of its sentences as so many lines hold. The page of
// keys has all of them.
func (m Model) about(text string, most int) []line {
	whole := lines(wrap(text, m.layout.text)...)
	if m.layout.roomy || len(whole) <= most {
		return whole
	}
	fits := lines(wrap(report.FirstSentence(text), m.layout.text)...)
	for end := 0; end < len(text); {
		end += len(report.FirstSentence(text[end:]))
		if more := lines(wrap(text[:end], m.layout.text)...); len(more) <= most {
			fits = more
		}
		end += len(text[end:]) - len(strings.TrimLeft(text[end:], " "))
	}
	return fits
}

// lobbyColumn is where what's said of a road or of a side begins below a lobby, or the other half of their names, and what beginning
// takes above it.
const lobbyColumn = 32

// namesBelow reports whether a lobby has the roads or the sides below its rows.
func (m Model) namesBelow() bool {
	_, taken := m.session.Last()[m.session.Assessment]
	survey := m.session.Bank.Catalog().Survey(m.session.Assessment)
	return m.layout.roomy && survey != nil && len(report.SurveyInBrief(survey)) > 0 && !taken && !m.session.Underway(m.session.Assessment) && m.surveyBeside() == nil
}

// surveyBeside are the roads or the sides of a workplace in a pane, each with what's said of it below its name; nil where it has no room
// for all of them.
func (m Model) surveyBeside() []line {
	survey := m.session.Bank.Catalog().Survey(m.session.Assessment)
	if !m.layout.wide || survey == nil {
		return nil
	}
	parts, room := report.SurveyInBrief(survey), m.layout.room(page{})-len(m.layout.air())
	out := m.heading([]string{report.PlacesOf(survey)})
	for _, p := range parts {
		out = slices.Concat(out, []line{{}}, lines(wrap(p.Label, m.layout.pane)...), paint(m.palette.quiet, wrap(p.Text, m.layout.pane)))
	}
	if len(parts) == 0 || len(out) > room {
		return nil
	}
	return out
}

// fillLobby has the roads or the sides beside the rows of a lobby or below them. Its head comes closer together where that
// makes room for more.
func (m Model) fillLobby(p *page, survey *stages.Survey) {
	if p.margin = m.surveyBeside(); p.margin != nil {
		return
	}
	closer := withoutBlanks(p.head)
	p.tail = m.surveyBelow(survey, m.free(*p, p.head))
	if more := m.surveyBelow(survey, m.free(*p, closer)); len(more) > len(p.tail) {
		p.head, p.tail = closer, more
	}
	p.broad = len(p.tail) > 0
}

// surveyBelow are [Model.placesBelow] under what they're called; nothing where there's no room for both.
func (m Model) surveyBelow(survey *stages.Survey, free int) []line {
	if m.layout.airy {
		free++ // the row for a sentence parts it from the keys
	}
	out := m.heading([]string{report.PlacesOf(survey)})
	room := free - len(out)
	places := m.placesBelow(report.SurveyInBrief(survey), room)
	if len(places) == 0 || len(places) > room {
		return nil
	}
	return append(out, places...)
}

// placesBelow are the roads or the sides of a workplace, each in full or by the beginning of what's said of it, as there's room, or
// only their names, two abreast.
func (m Model) placesBelow(parts []report.Part, free int) []line {
	if m.layout.wide {
		m.layout = m.layout.broad()
	}
	told := func(words func(string) []string) []line {
		var out []line
		for _, p := range parts {
			name := p.Label
			for _, t := range words(p.Text) {
				out, name = append(out, line{text: pad(name, lobbyColumn-2) + "  " + m.palette.quiet.Render(t)}), ""
			}
		}
		return out
	}
	width := m.layout.list - lobbyColumn
	if whole := told(func(text string) []string { return wrap(text, width) }); len(whole) <= free {
		return whole
	}
	if !slices.ContainsFunc(parts, func(p report.Part) bool { return beginning(p.Text, width) == "" }) && len(parts) <= free {
		return told(func(text string) []string { return []string{beginning(text, width)} })
	}
	rows := (len(parts) + 1) / 2
	out := make([]line, rows)
	for i, p := range parts {
		out[i%rows].text += pad(p.Label, lobbyColumn)
	}
	return out
}

// beginning is a text in one line: all of it, or what is before its first comma; "" where that has no room in one.
func beginning(text string, width int) string {
	if first, _, more := strings.Cut(text, ","); more && lipgloss.Width(text) > width {
		text = first
	}
	if lipgloss.Width(text) > width {
		return ""
	}
	return text
}
