package tui

import (
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// nextKey takes a key on the next steps: cards, one of which may be open, and rows that change which are
// shown.
func (m Model) nextKey(k string) Model {
	steps, all := m.next(), m.nextCards()
	m.result.cards.list = m.result.cards.clamped(len(all))
	on, open, beside := m.result.cards.cursor, m.result.cards.open, m.beside(m.resultPage())
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
		m.result.cards = cards{list: list{cursor: len(m.nextCards()) - 1}, open: -1}
		return m
	case k == "tab":
		if !m.layout.wide {
			m.result.action = (m.result.action + 1) % (report.InTheWay + 1)
		}
		return m
	case on >= 0 && on < len(steps) && (k == "space" || k == "enter" && (on == open || beside)):
		return m.toPlan(steps[on])
	case m.readsStep() && digit(k) < 0:
		return m.readKey(k, len(steps))
	}
	if beside { // there's nothing to open
		if digit(k) < len(steps) {
			m.result.cards.list, _ = m.listKey(m.result.cards.list, k, m.resultPage())
		}
		return m
	}
	return m.stepsKey(k, all, len(steps))
}

// stepsKey moves over the cards, and opens one.
func (m Model) stepsKey(k string, all []card, steps int) Model {
	open := m.result.cards.open
	to := m.cardsKey(m.result.cards, k, all, m.resultPage())
	if to.open >= 0 && to.open == open && to.cursor != open { // the next is open, as where it has the screen
		to.open = -1
		if to.cursor < steps {
			to.open = to.cursor
		}
	}
	return m.openStep(to)
}

// readsStep reports whether a step has the screen. A wide layout has it beside the titles.
func (m Model) readsStep() bool { return m.result.cards.open >= 0 && !m.layout.wide }

// readKey scrolls the step that has the screen. From its end an arrow goes on to the next.
func (m Model) readKey(k string, steps int) Model {
	c := m.result.cards
	to := m.textKey(list{-1, c.scroll}, k, m.resultPage())
	next := c.open + map[string]int{"up": -1, "down": 1}[k]
	if to.scroll == c.scroll && next != c.open && next >= 0 && next < steps {
		return m.openStep(cards{list{cursor: next}, next})
	}
	m.result.cards.list = list{c.open, to.scroll}
	return m
}

// openStep goes to a card. A step that opens begins with the first action that fits.
func (m Model) openStep(to cards) Model {
	if steps := m.next(); to.open >= 0 && to.open != m.result.cards.open {
		_, m.result.action = m.result.shown.StepActions(steps[to.open])
	}
	if m.result.cards = to; m.beside(m.resultPage()) {
		m.result.cards.open = -1
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
		p.head = lines(wrap(report.NothingToAdvise(m.result.shown.Result), m.layout.text)...)
		return p
	}
	steps, all := m.next(), m.nextCards()
	if m.readsStep() {
		return m.stepPage(p, all, steps)
	}
	if m.layout.roomy {
		p.tail = lines(wrap(report.Staying.String(), m.layout.text)...)
	}
	p.head, p.aired = m.stepsHead(steps), true
	if len(steps) == 0 {
		p.head = lines(wrap(report.NoneSoShort.String(), m.layout.text)...)
	}
	p = m.cardsPage(p, m.result.cards, all)
	if m.layout.roomy && !m.layout.wide && len(steps) > 0 {
		p.tail = m.stepBelow(p, steps[max(0, min(p.at.cursor, len(steps)-1))])
	}
	switch {
	case m.layout.wide && len(steps) > 0:
		p = m.stepBesides(p, steps)
	case m.layout.wide:
		p.margin = m.whyIn(m.layout.pane, true)
	}
	if p.hints = m.nextHints(p, steps); !m.layout.roomy { // so that what's hidden doesn't read as steps
		p.also = hint{"9", locale.Message("another step")}
	}
	return p
}

// stepsHead says how many steps there are, and what they lead to.
func (m Model) stepsHead(steps []session.Advised) []line {
	return paint(m.palette.focal, wrap(report.StepsHead(m.placement(), steps), m.layout.text))
}

// beside reports whether all that the row under the cursor holds is beside the list.
func (m Model) beside(p page) bool {
	return m.layout.wide && m.layout.paneOver(p, m.layout.room(p)) == 0
}

// under is the tail of a page with more below it, as long as no text of the page is lost.
func (m Model) under(p page, more []line) []line {
	longer := more
	if len(p.tail) > 0 {
		longer = slices.Concat(p.tail, []line{{}}, more)
	}
	if height(nil, p.head, p.rows, longer, true, true) > m.layout.room(p) {
		return p.tail
	}
	return longer
}

func (m Model) nextHints(p page, steps []session.Advised) []hint {
	on, open := m.result.cards.cursor, m.result.cards.open
	if on >= len(steps) {
		return []hint{{"↑↓", "move"}, {locale.Text("Enter"), "choose"}}
	}
	plan := locale.Message("to plan")
	if on >= 0 && m.session.Plan.Has(steps[on].Step) {
		plan = "remove"
	}
	if on < 0 || on != open && !m.beside(p) {
		return []hint{{"↑↓", "move"}, {locale.Text("Enter"), "open"}, {locale.Text("Space"), plan}}
	}
	hints := []hint{{"↑↓", "move"}, {locale.Text("Space"), plan}}
	if m.layout.overflow(p) > 0 || m.readsStep() && m.layout.whole(p, m.layout.room(p)) == nil {
		hints[0].does = "scroll"
	}
	if m.readsStep() && m.layout.roomy { // else they stand beside it, or it has no room
		hints = append(hints, hint{locale.Text("Tab"), "another way"})
	}
	return hints
}

// nextCards are the steps, and the rows that change which are shown.
func (m Model) nextCards() []card {
	steps := m.next()
	out := make([]card, len(steps), len(steps)+3)
	for i, a := range steps {
		out[i] = m.stepCard(a)
		out[i].joins, out[i].whole = i > 0, i == m.result.cards.cursor || !m.layout.roomy
	}
	if m.asksAim() {
		out = append(out, card{key: "8", title: report.AskAim.String(), about: m.palette.quiet.Render(report.Aim(m.result.shown.Result))})
	}
	within := report.Within(m.result.offer.Weeks)
	long := card{key: "0", title: locale.Text("Time for a step"), about: m.palette.quiet.Render(within)}
	if !m.layout.roomy {
		long = card{key: "0", title: report.Capital(within)}
	}
	return append(out, card{key: "9", title: locale.Text("Show me another step")}, long)
}

func (m Model) stepCard(a session.Advised) card {
	mark := markOpen
	if m.session.Plan.Has(a.Step) {
		mark = markTicked
	}
	about := locale.Sprintf("%s, about %s", report.StrandName(m.snapshot(), a.Strand), report.Weeks(a.Words.Weeks))
	out := card{mark: mark, title: a.Words.Title, about: m.palette.quiet.Render(about), under: about}
	if m.layout.wide { // else an open one has the screen
		out.lines = m.stacked(m.stepParts(a))
	}
	return out
}

// stepParts are what a step holds: one of its first actions, and why it's advised; or, where they stand beside the list,
// what to do and what comes of it, then why, and all of those actions.
func (m Model) stepParts(a session.Advised) []report.Part {
	actions, _ := m.result.shown.StepActions(a)
	if m.layout.wide || m.layout.text < hangingText { // labels stand above their texts
		actions[report.NoChance].Label = locale.Text("If you don't have the chance yet")
	}
	parts := m.result.shown.StepParts(a, actions[m.result.action])
	if m.layout.wide {
		const brief = 5 // the reason and the parts of [report.StepBrief]
		parts[0].Label, parts[0].Text = locale.Text("Why this step"), strings.TrimSpace(parts[0].Text+" "+m.result.shown.StepStands(a))
		return slices.Concat(parts[1:brief], parts[:1], actions[report.NoChance:], parts[brief:])
	}
	parts[0], parts[1] = parts[1], parts[0] // what to do, before why
	return parts
}
