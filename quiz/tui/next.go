package tui

import (
	"fmt"

	"waymark/quiz/report"
	"waymark/quiz/session"
)

// nextKey takes a key on the next steps: cards, one of which may be open, and rows that change which are
// shown.
func (m Model) nextKey(k string) Model {
	steps, full := m.next(), m.nextFull()
	m.result.cards.list = m.result.cards.clamped(len(steps) + m.offers())
	on, open := m.result.cards.cursor, m.result.cards.open
	if k == "enter" && on >= len(steps) && !full {
		k = []string{"9", "0", "8"}[on-len(steps)]
	}
	switch {
	case k == "8":
		return m.perform(session.AskAim{At: m.cfg.Now()})
	case k == "9":
		return m.another()
	case k == "0":
		m.result.offer = m.result.offer.Within()
		m.result.cards = cards{list: list{cursor: len(m.next()) + 1}, open: -1}
		return m
	case k == "tab":
		m.result.action = (m.result.action + 1) % (report.InTheWay + 1)
		return m
	case k == "space" && on >= 0 && on < len(steps):
		return m.toPlan(steps[on])
	case digit(k) >= len(steps):
		return m
	case m.chosenAgain(k, steps, full):
		return m.toPlan(steps[open])
	}
	m.result.cards = m.cardsKey(m.result.cards, k, m.nextCards(), m.resultPage())
	if now := m.result.cards.open; now != open && now >= 0 {
		_, m.result.action = m.result.shown.StepActions(steps[now])
	}
	return m
}

// chosenAgain reports whether a key chooses the open step once more, which takes it on, so that Enter and
// the digits are enough to reach a plan.
func (m Model) chosenAgain(k string, steps []session.Advised, full bool) bool {
	open := m.result.cards.open
	if open < 0 || m.session.Plan.Has(steps[open].Step) {
		return false
	}
	return k == "enter" && (full || m.result.cards.cursor == open) || digit(k) == open
}

// toPlan takes a step on, or lets it go again.
func (m Model) toPlan(a session.Advised) Model {
	return m.perform(session.ToggleStep{Step: *a.Words, At: m.cfg.Now()})
}

// nextFull reports whether an open step has the screen to itself.
func (m Model) nextFull() bool {
	return m.result.cards.open >= 0 && m.fills(m.result.cards, m.nextCards(), nil)
}

// another shows one step more, and says why it ranks lower.
func (m Model) another() Model {
	shown, more := m.result.offer.Steps(m.result.ranked)
	if !more {
		return m.say(report.AllAdvised)
	}
	m.result.offer = m.result.offer.Another()
	steps := m.next()
	m.result.cards = cards{list: list{cursor: len(steps) - 1}, open: -1}
	return m.say(report.RanksLower(m.snapshot(), m.placement(), shown, steps[len(steps)-1]))
}

// next are the steps shown.
func (m Model) next() []session.Advised {
	shown, _ := m.result.offer.Steps(m.result.ranked)
	return shown
}

func (m Model) nextPage(p page) page {
	if len(m.placement().Next) == 0 {
		p.head = lines(wrap(report.NothingToAdvise, m.layout.text)...)
		return p
	}
	steps := m.next()
	if m.layout.roomy {
		p.tail = lines(report.Staying)
	}
	if len(steps) == 0 {
		p.head = lines(report.NoneSoShort)
	}
	p = m.cardsPage(p, m.result.cards, m.nextCards())
	p.hints = m.nextHints(steps)
	if open := m.result.cards.open; m.layout.wide && open >= 0 {
		actions, _ := m.result.shown.StepActions(steps[open])
		p.margin = m.stacked(actions[report.NoChance:])
	}
	return p
}

func (m Model) nextHints(steps []session.Advised) []hint {
	on, open := m.result.cards.clamped(len(steps)+m.offers()).cursor, m.result.cards.open
	other := hint{"Tab", []string{"no chance yet", "if blocked", "this week"}[m.result.action]}
	if on >= len(steps) && !m.nextFull() {
		return []hint{{"↑↓", "move"}, {"Enter", "choose"}}
	}
	planned := on < len(steps) && m.session.Plan.Has(steps[on].Step)
	hints := []hint{{"↑↓", "move"}, {"Enter", "open"}, {"Space", "to plan"}}
	if open >= 0 {
		hints = append(hints, other)
	}
	switch {
	case m.nextFull():
		hints = []hint{{"↑↓", "scroll"}, {"Enter", "close"}, other}
	case planned:
		hints[2].does = "remove"
	}
	if on == open && !planned {
		hints[1].does = "to plan"
	} else if on == open {
		hints[1].does = "close"
	}
	return hints
}

// nextCards are the steps, and the rows that change which are shown.
func (m Model) nextCards() []card {
	steps := m.next()
	out := make([]card, len(steps), len(steps)+m.offers())
	for i, a := range steps {
		mark := markOpen
		if m.session.Plan.Has(a.Step) {
			mark = markTicked
		}
		actions, _ := m.result.shown.StepActions(a)
		about := fmt.Sprintf("%s, about %s", report.StrandName(m.snapshot(), a.Strand), report.Weeks(a.Words.Weeks))
		out[i] = card{mark: mark, title: a.Words.Title, about: m.palette.quiet.Render(about),
			lines: m.cardText(m.result.shown.StepParts(a, actions[m.result.action])),
			brief: lines(wrap(report.Capital(about)+". "+report.Because(m.result.shown.Result, a), m.layout.text)...)}
	}
	out = append(out, card{key: "9", title: "Show me another"}, card{key: "0", title: report.Within(m.result.offer.Weeks)})
	if m.session.HasClosing() {
		out = append(out, card{key: "8", title: report.AskAim, about: m.palette.quiet.Render(report.Aim(m.result.shown.Result))})
	}
	return out
}

// offers are the rows after the steps: another one, the time for one, and where the person wants to go.
func (m Model) offers() int {
	if m.session.HasClosing() {
		return 3
	}
	return 2
}
