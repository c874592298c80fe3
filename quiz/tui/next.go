package tui

import (
	"fmt"
	"slices"

	"waymark/quiz/report"
	"waymark/stages"
)

// The first actions a card can show. Tab turns from one to the next.
const (
	variantFirst = iota
	variantNoChance
	variantInTheWay
	variants
)

// nextKey takes a key on the next steps: cards, one of which may be open, and two rows that change
// which are shown.
func (m Model) nextKey(k string) Model {
	steps, on := m.next(), m.result.cards.cursor
	full := m.nextFull()
	switch {
	case k == "9" || k == "enter" && on == len(steps) && !full:
		return m.another()
	case k == "0" || k == "enter" && on == len(steps)+1 && !full:
		return m.within()
	case k == "tab":
		m.result.variant = (m.result.variant + 1) % variants
		return m
	case k == "space" && on < len(steps):
		return m.toPlan(m.resultStep(steps[on]))
	case digit(k) >= len(steps):
		return m
	}
	before := m.result.cards.open
	if m.again(k, full) {
		return m.toPlan(m.resultStep(steps[before]))
	}
	m.result.cards = m.cardsKey(m.result.cards, k, m.nextCards(), 0)
	if open := m.result.cards.open; open != before && open >= 0 {
		m.result.variant = m.firstVariant(open)
	}
	return m
}

// again reports whether a key chooses the open step once more, which takes it on, so that Enter and
// the digits are enough to reach a plan.
func (m Model) again(k string, full bool) bool {
	open := m.result.cards.open
	if open < 0 || m.desk.Plan.Has(m.resultStep(m.next()[open]).ID) {
		return false
	}
	return k == "enter" && (full || m.result.cards.cursor == open) || digit(k) == open
}

// nextFull reports whether an open step has the screen to itself.
func (m Model) nextFull() bool { return m.fills(m.result.cards, m.nextCards(), 0) }

// another shows one step more, and says why it ranks lower.
func (m Model) another() Model {
	shown := m.next()
	m.result.more++
	steps := m.next()
	if len(steps) == len(shown) {
		m.result.more--
		return m.say(report.AllAdvised)
	}
	m.result.cards = cards{cursor: len(steps) - 1, open: -1}
	return m.say(report.RanksLower(&m.record.Snapshot, m.record.Placement, shown, steps[len(steps)-1]))
}

// within goes through the time one has.
func (m Model) within() Model {
	at := slices.Index(report.TimeLimits, m.result.weeks)
	m.result.weeks = report.TimeLimits[(at+1)%len(report.TimeLimits)]
	m.result.more = 0
	m.result.cards = cards{cursor: len(m.next()) + 1, open: -1}
	return m
}

// next are the steps shown: those of the result, then as many more as were asked for, within the
// time one has.
func (m Model) next() []stages.NextStep {
	all := slices.DeleteFunc(slices.Clone(m.advice), func(n stages.NextStep) bool {
		s := m.resultStep(n)
		return s == nil || m.result.weeks > 0 && s.Weeks > m.result.weeks
	})
	return all[:min(len(all), 3+m.result.more)]
}

// firstVariant is the action that fits the person's answers, or the place where that is known.
func (m Model) firstVariant(card int) int {
	switch n := m.next()[card]; {
	case n.Variant == string(stages.NoChance):
		return variantNoChance
	case m.whole.HeldUp(n.Strand):
		return variantInTheWay
	}
	return variantFirst
}

func (m Model) nextPage(p page) page {
	steps := m.next()
	if len(m.record.Placement.Next) == 0 {
		p.head = lines(wrap(report.NothingToAdvise, m.sheet.text)...)
		return p
	}
	list := m.nextCards()
	if m.sheet.roomy {
		p.tail = lines(report.Staying)
	}
	if len(steps) == 0 {
		p.head = lines("No step here takes so few weeks.")
	}
	p = m.cardsPage(p, m.result.cards, list)
	p.hints = []hint{{"↑↓", "move"}, {"Enter", "open"}, {"Space", "to plan"}}
	if m.result.cards.open >= 0 {
		p.hints = append(p.hints, m.otherAction())
	}
	on, open := m.result.cards.cursor, m.result.cards.open
	planned := on < len(steps) && m.desk.Plan.Has(m.resultStep(steps[on]).ID)
	switch {
	case on >= len(steps):
		p.hints = []hint{{"↑↓", "move"}, {"Enter", "choose"}}
	case m.nextFull():
		p.hints = []hint{{"↑↓", "scroll"}, {"Enter", "close"}, m.otherAction()}
	case planned:
		p.hints[2].does = "out of plan"
	}
	if on == open && !planned {
		p.hints[1].does = "to plan"
	} else if on == open {
		p.hints[1].does = "close"
	}
	if m.sheet.wide && m.result.cards.open >= 0 {
		p.margin = m.variantsBeside(m.result.cards.open)
	}
	return p
}

// nextCards are the steps, and the two rows that change which are shown.
func (m Model) nextCards() []card {
	steps := m.next()
	list := make([]card, len(steps), len(steps)+2)
	for i, n := range steps {
		s := m.resultStep(n)
		mark := markOpen
		if m.desk.Plan.Has(s.ID) {
			mark = markTicked
		}
		about := fmt.Sprintf("%s, about %s", report.StrandName(&m.record.Snapshot, s.Strand), report.Weeks(s.Weeks))
		list[i] = card{mark: mark, title: s.Title, about: m.inks.quiet.Render(about), lines: m.stepLines(i),
			brief: lines(wrap(capital(about)+". "+report.Because(*m.record, n), m.sheet.text)...)}
	}
	return append(list, card{key: "9", title: "Show me another"}, card{key: "0", title: report.Within(m.result.weeks)})
}

// stepLines are all that a step holds.
func (m Model) stepLines(i int) []line {
	n := m.next()[i]
	s := m.resultStep(n)
	label, first := "This week", s.First
	switch m.result.variant {
	case variantNoChance:
		label, first = "No chance", s.NoChance
	case variantInTheWay:
		label, first = "In the way", s.InTheWay
	}
	parts := [][2]string{{"Why", m.whole.StepWhy(n, s)}, {label, first}, {"With", s.With}, {"Leaves", s.Leaves}, {"It worked", s.Worked}}
	for _, r := range s.Read {
		parts = append(parts, [2]string{"To read", report.Read(r)})
	}
	return m.cardText(parts...)
}

// variantsBeside are the other first actions of the open card, in the margin of a wide sheet.
func (m Model) variantsBeside(i int) []line {
	s := m.resultStep(m.next()[i])
	out := paint(m.inks.quiet, []string{"No chance yet"})
	out = append(out, lines(wrap(s.NoChance, marginWidth)...)...)
	out = append(out, line{}, line{text: m.inks.quiet.Render("The place is in the way")})
	return append(out, lines(wrap(s.InTheWay, marginWidth)...)...)
}

// otherAction is what Tab shows next.
func (m Model) otherAction() hint {
	return hint{"Tab", []string{"no chance yet", "place in the way", "this week"}[m.result.variant]}
}
