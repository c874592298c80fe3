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

// tab is one part of the result. A low or small layout has the strands apart.
type tab int

const (
	tabWhere tab = iota
	tabStrands
	tabWhy
	tabNext
)

// result shows one result: where the person stands, why, and what to work on next. It holds what it shows,
// whatever becomes of the session meanwhile.
type result struct {
	shown  report.Export
	ranked []session.Advised // the steps for it, the best first

	tab   tab
	list  list  // of the tab's rows
	level cards // the parts of the page of the level
	page  bool  // that page is open
	alone bool  // small layouts: the strand under the cursor has the screen
	text  list  // of what is said of it

	replayable bool
	replay     replay // unfolded where it has steps

	cards  cards // the next steps
	offer  session.Offer
	action int // which first action the open step shows
}

func (m Model) openResult() Model {
	if m.session.Observing() { // it's for someone else
		return m.goHome()
	}
	if !m.onHome() {
		return m.openSurvey()
	}
	return m.showResult(m.export())
}

// export is the last result of each assessment, and the plan, as reports tell them.
func (m Model) export() report.Export {
	e, _ := report.NewExport(m.session.Last(), m.session.Plan)
	e.Before = m.session.Previous
	return e
}

// asksAim reports whether the result shown is one to say anew of where the person wants to go: the last one.
func (m Model) asksAim() bool {
	return m.session.HasClosing() && m.result.shown.Result.Started.Equal(m.session.Results[stages.Stages].Started)
}

func (m Model) showResult(e report.Export) Model {
	m.on, m.result = onResult, result{shown: e, ranked: e.Result.Ranked(m.session.Bank, m.session.Results, m.session.Plan)}
	m.result.replayable = e.Result.Replayable(m.session.Bank)
	return m.toTab(tabWhere)
}

func (m Model) toTab(t tab) Model {
	m.result.tab, m.result.list, m.result.cards = t, nowhere, cards{open: -1}
	m.result.offer, m.result.action = session.Offer{}, 0
	return m
}

// snapshot and placement are what the result was reached with, and what it came to.
func (m Model) snapshot() *stages.Catalog   { return &m.result.shown.Result.Snapshot }
func (m Model) placement() stages.Placement { return m.result.shown.Result.Placement }

// tabs are the parts that this size of layout has.
func (m Model) tabs() []tab {
	if m.layout.tall {
		return []tab{tabWhere, tabWhy, tabNext}
	}
	return []tab{tabWhere, tabStrands, tabWhy, tabNext}
}

var tabNames = map[tab]locale.Message{tabWhere: "where", tabStrands: "strands", tabWhy: "why", tabNext: "next steps"}

// tabIndex is the place of the tab one is on; a tab that this size lacks is part of the first.
func (m Model) tabIndex() int { return max(0, slices.Index(m.tabs(), m.result.tab)) }

func (m Model) resultKey(k string) Model {
	tabs, at := m.tabs(), m.tabIndex()
	switch {
	case m.result.page:
		return m.levelKey(k)
	case m.readsStrand():
		return m.strandKey(k)
	case len(m.result.replay.steps) > 0:
		return m.replayKeys(k)
	}
	switch k {
	case "tab":
		if tabs[at] == tabWhere && m.hasLevel() {
			return m.push().openLevel()
		}
	case "esc":
		if closed, was := m.result.cards.closed(); was {
			m.result.cards = closed
			return m
		}
		return m.back()
	case "left", "right":
		to := at - 1
		if k == "right" {
			to = at + 1
		}
		if to >= 0 && to < len(tabs) {
			return m.toTab(tabs[to])
		}
		return m
	}
	switch tabs[at] {
	case tabNext:
		return m.nextKey(k)
	case tabWhy:
		return m.whyTabKey(k)
	case tabStrands:
		return m.strandsKey(k)
	}
	if m.layout.tall {
		return m.strandsKey(k)
	}
	if (k == "1" || k == "enter") && m.doubted() {
		return m.lookAgain()
	}
	m.result.list = m.textKey(m.result.list, k, m.resultPage())
	return m
}

func (m Model) resultPage() page {
	tabs, at := m.tabs(), m.tabIndex()
	switch {
	case m.result.page:
		return m.levelPage()
	case m.readsStrand():
		return m.strandPage()
	case len(m.result.replay.steps) > 0:
		return m.replayPage()
	}
	p := page{place: locale.Text("Your result"), at: m.result.list, fact: locale.Sprintf("%s%s%d of %d", tabNames[tabs[at]], separator, at+1, len(tabs))}
	if m.layout.roomy {
		p.place = locale.Sprintf("Your result of %s", report.Date(m.result.shown.Result.Saved))
	}
	switch tabs[at] {
	case tabWhere:
		p = m.wherePage(p)
	case tabStrands:
		p = m.strandsPage(p)
	case tabWhy:
		p = m.whyTabPage(p)
	case tabNext:
		p = m.nextPage(p)
	}
	open := m.result.cards.open >= 0
	if at > 0 && !m.readsStep() {
		p.hints = append(p.hints, hint{"←", tabNames[tabs[at-1]]})
	}
	if at+1 < len(tabs) {
		next := tabNames[tabs[at+1]]
		if !m.layout.roomy && tabs[at+1] == tabNext {
			next = "steps"
		}
		p.hints = append(p.hints, hint{"→", next})
	}
	p.hints = append(p.hints, hint{locale.Text("Esc"), m.out(open)})
	return p
}

// hasLevel reports whether the result names a level.
func (m Model) hasLevel() bool {
	return m.placement().Level != nil && m.placement().Certainty() != stages.Unclear
}

// headline is the answer in words: the level and, where there's room, how sure it is. What has no room in a line follows the
// picture, with what the answers point to and what's missing for it.
func (m Model) headline() (level, sure []line) {
	says, rest := report.Headline(m.snapshot(), m.placement()), report.Sureness(m.result.shown.Result)
	if m.doubted() && !m.layout.roomy { // the row of that second look says why
		says = report.HeadlineBrief(m.snapshot(), m.placement())
	}
	if first, more, several := strings.Cut(says, ". "); several && lipgloss.Width(says) > m.layout.text {
		says, rest = first+".", more+" "+rest
	}
	if m.doubted() && m.placement().Level != nil { // there's a row to take that second look
		_, rest, _ = strings.Cut(rest, ". ")
	}
	level = paint(m.palette.focal, wrap(says, m.layout.text))
	if first, more, _ := strings.Cut(rest, ". "); m.hasLevel() {
		first = strings.TrimSuffix(first, ".") + "."
		switch {
		case lipgloss.Width(says+" "+first) <= m.layout.text:
			level[0].text += " " + first
			rest = more
		case !m.layout.roomy:
			level = append(level, lines(wrap(first, m.layout.text)...)...)
			rest = more
		}
	}
	if rest == "" {
		return level, nil
	}
	return level, lines(wrap(rest, m.layout.text)...)
}
