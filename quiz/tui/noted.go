package tui

import (
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// noted are the notes that may be taken over into an empty field, and which of them stands in it.
type noted struct {
	fit []session.Noted
	at  int // from 1; 0: none
}

// notedFor are the notes that may serve for what a text is about.
func (m Model) notedFor(about string) noted {
	if m.cfg.Notes == nil {
		return noted{}
	}
	return noted{fit: session.Fitting(m.cfg.Notes(), about)}
}

// text is the note in the field; empty where there is none.
func (n noted) text() string {
	if n.at == 0 {
		return ""
	}
	return n.fit[n.at-1].Text
}

// take goes to the next note or, back, to the one before. It reports whether the key did, which it does only while
// the field holds nothing of the person's beside a note.
func (n noted) take(k, typed string) (noted, bool) {
	switch {
	case typed != n.text():
		return n, false
	case k == "up" && n.at < len(n.fit):
		n.at++
	case k == "down" && n.at > 0:
		n.at--
	default:
		return n, false
	}
	return n, true
}

// notedKey takes a note over into the field of the screen, and keeps it as a draft.
func (m Model) notedKey(k string) (Model, bool) {
	f, n := m.noting()
	if n == nil {
		return m, false
	}
	next, took := n.take(k, f.text())
	if !took {
		return m, false
	}
	*n, *f = next, newFieldFor(f.most, f.rows, next.text(), m.layout.text)
	return m.draft(), true
}

// noting is the field that takes an example, with the notes for it; nil where the person is in none.
func (m *Model) noting() (*field, *noted) {
	switch m.on {
	case onQuestion:
		return &m.question.note, &m.question.noted
	case onPlan:
		return &m.plan.field, &m.plan.noted
	case onCheckIn:
		return &m.checkin.field, &m.checkin.noted
	}
	return nil, nil
}

// notedRow shows the note that ↑ takes over next. Where something stands under it, its line stays there as one types.
func (m Model) notedRow(n noted, typed string) []row {
	next, took := n.take("up", typed)
	switch {
	case !took && len(n.fit) > 0 && m.layout.roomy:
		return []row{{lines: []line{{}}}}
	case !took:
		return nil
	}
	text := "↑ " + report.NoteText(next.fit[next.at-1], m.cfg.Now())
	return []row{{lines: []line{{text: m.palette.quiet.Render(cut(text, m.layout.text))}}}}
}

// notedHint is the key that takes a note over.
func notedHint(n noted) []hint {
	if len(n.fit) == 0 {
		return nil
	}
	return []hint{{"↑", "your notes"}}
}
