package tui

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// actDigit chooses what can be done with the open step, so that Enter and the digits are enough to reach a plan.
const actDigit = "7"

// nextKey takes a key on the next steps: cards, one of which may be open, and rows that change which are
// shown.
func (m Model) nextKey(k string) Model {
	steps, all := m.next(), m.nextCards()
	m.result.cards.list = m.result.cards.clamped(len(m.resultPage().rows))
	on, open := m.result.cards.card(all), m.result.cards.open
	if k == "enter" && on >= len(steps) && on < len(all) {
		k = all[on].key
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
		if !m.layout.wide {
			m.result.action = (m.result.action + 1) % (report.InTheWay + 1)
		}
		return m
	case k == "space" && on >= 0 && on < len(steps):
		return m.toPlan(steps[on])
	case k == actDigit && open >= 0 && len(steps) < 7:
		return m.toPlan(steps[open])
	}
	to, act := m.cardsKey(m.result.cards, k, all, m.resultPage())
	if act {
		return m.toPlan(steps[open])
	}
	m.result.cards = to
	if now := to.open; now != open && now >= 0 {
		_, m.result.action = m.result.shown.StepActions(steps[now])
	}
	return m
}

// toPlan takes a step on, or lets it go again.
func (m Model) toPlan(a session.Advised) Model {
	return m.perform(session.ToggleStep{Step: *a.Words, At: m.cfg.Now()})
}

// another shows one step more, and says why it ranks lower.
func (m Model) another() Model {
	shown, more := m.result.offer.Steps(m.result.ranked)
	if !more {
		return m.say(report.AllAdvised.String())
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
		p.head = lines(wrap(report.NothingToAdvise.String(), m.layout.text)...)
		return p
	}
	steps, all := m.next(), m.nextCards()
	if m.layout.roomy {
		p.tail = lines(wrap(report.Staying.String(), m.layout.text)...)
	}
	if len(steps) == 0 {
		p.head = lines(wrap(report.NoneSoShort.String(), m.layout.text)...)
	}
	p = m.cardsPage(p, m.result.cards, all)
	p.hints = m.nextHints(steps, all)
	if m.layout.wide {
		p.tail = m.under(p, m.strips(), m.changeLines(m.layout.text, m.palette.plain))
	}
	if m.layout.wide && len(steps) == 0 {
		p.margin = m.whyBeside()
	}
	return p
}

// under is the tail of a page on a wide layout with more below it, in turn, as long as no text of the page is lost.
func (m Model) under(p page, below ...[]line) []line {
	tail := p.tail
	for _, more := range below {
		longer := more
		if len(tail) > 0 {
			longer = slices.Concat(tail, []line{{}}, more)
		}
		if len(assemble(nil, p.head, p.rows, longer, true, true)) > m.layout.room(p) {
			break
		}
		tail = longer
	}
	return tail
}

func (m Model) nextHints(steps []session.Advised, all []card) []hint {
	c := m.result.cards
	on := c.card(all)
	if on >= len(steps) {
		return []hint{{"↑↓", "move"}, {locale.Text("Enter"), "choose"}}
	}
	plan := locale.Message("to plan")
	if on >= 0 && m.session.Plan.Has(steps[on].Step) {
		plan = "remove"
	}
	if c.cursor == c.act(all) {
		return []hint{{"↑↓", "move"}, {locale.Text("Enter"), plan}}
	}
	hints := append(c.hints(), hint{locale.Text("Space"), plan})
	if on == c.open && !m.layout.wide { // where they stand beside it
		hints = append(hints, hint{locale.Text("Tab"), []locale.Message{"no chance yet", "if blocked", "this week"}[m.result.action]})
	}
	return hints
}

// nextCards are the steps, and the rows that change which are shown.
func (m Model) nextCards() []card {
	steps := m.next()
	out := make([]card, len(steps), len(steps)+3)
	for i, a := range steps {
		out[i] = m.stepCard(a)
		if len(steps) >= 7 {
			out[i].act.detail = " " // the digit chooses a step
		}
	}
	out = append(out, card{key: "9", title: locale.Text("Show me another")}, card{key: "0", title: report.Within(m.result.offer.Weeks)})
	if m.asksAim() {
		out = append(out, card{key: "8", title: report.AskAim.String(), about: m.palette.quiet.Render(report.Aim(m.result.shown.Result))})
	}
	return out
}

func (m Model) stepCard(a session.Advised) card {
	mark, act := markOpen, choice{name: locale.Text("Put it into your plan"), detail: actDigit}
	if m.session.Plan.Has(a.Step) {
		mark, act.name = markTicked, locale.Text("Take it out of your plan")
	}
	actions, fits := m.result.shown.StepActions(a)
	about := locale.Sprintf("%s, about %s", report.StrandName(m.snapshot(), a.Strand), report.Weeks(a.Words.Weeks))
	because := report.Because(m.result.shown.Result, a)
	out := card{mark: mark, act: act, title: a.Words.Title, about: m.palette.quiet.Render(about),
		lines: m.stepLines(a, actions), brief: lines(wrap(report.Capital(about)+". "+because, m.layout.text)...)}
	if m.layout.airy && because != "" {
		out.more = lines(wrap(because, m.layout.text-4)...)
	}
	if m.layout.airy && !m.layout.wide { // else the pane says it
		out.more = append(out.more, lines(wrap(actions[fits].Label+": "+actions[fits].Text, m.layout.text-4)...)...)
	}
	return out
}

// stepLines are what a step holds: with one of its first actions or, in a pane, with all of them.
func (m Model) stepLines(a session.Advised, actions []report.Part) []line {
	parts := m.result.shown.StepParts(a, actions[m.result.action])
	if m.layout.wide {
		parts = slices.Concat([]report.Part{parts[0]}, actions, parts[2:])
	}
	return m.cardText(parts)
}
