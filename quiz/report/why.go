package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Reasons are the answers under one heading of why. Each row names one question, two that disagree, or
// several that deserve a second look together. Without rows the heading is all there is to say: no single
// answer carries it.
type Reasons struct {
	Heading string
	Brief   string // the heading where it has to share a line with others; empty where it never does
	Rows    [][]string
	Look    bool // they are worth another look
}

// Why groups the answers that lifted, that held back, and that are worth another look. There is always a
// group: where no answer lifted or held back, one says what the answers do together, and has the rows of those
// that carry most.
func Why(r stages.Placement) []Reasons {
	lifted, held, pairs := Reasons{Heading: locale.Text("What moved you up")}, Reasons{Heading: locale.Text("What held you back")}, Reasons{Look: true}
	alike := Reasons{Heading: together(r)}
	for _, w := range r.Why {
		to := &lifted
		switch {
		case w.Carries != 0:
			to = &alike
		case w.Weight < 0:
			to = &held
		case unconfirmed(r, w.Question):
			continue
		}
		to.Rows = append(to.Rows, []string{w.Question})
	}
	groups := []Reasons{alike, lifted, held}
	for _, w := range r.Warnings {
		if w.Kind == stages.WarnContradiction {
			pairs.Rows = append(pairs.Rows, w.Questions)
			continue
		}
		groups = append(groups, Reasons{Heading: or(WarningText(w.Kind), w.Text), Brief: or(warningBrief(w.Kind), w.Text), Rows: [][]string{w.Questions}, Look: true})
	}
	pairs.Heading = disagree(len(pairs.Rows))
	var out []Reasons
	if len(r.Why) == 0 {
		out = append(out, alike)
	}
	for _, g := range append(groups, pairs) {
		if len(g.Rows) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// unconfirmed reports whether an answer is one of those that others couldn't confirm, where such answers are what holds the person:
// it moved them up, and yet it isn't counted.
func unconfirmed(r stages.Placement, question string) bool {
	return r.HeldBy != nil && r.HeldBy.Cap == stages.CapEvidence && slices.ContainsFunc(r.Warnings, func(w stages.Warning) bool {
		return w.Kind == stages.WarnClaims && slices.Contains(w.Questions, question)
	})
}

// disagree is the heading over pairs of answers that do.
func disagree(pairs int) string {
	if pairs > 1 {
		return locale.Text("Some answers disagree")
	}
	return locale.Text("Two answers disagree")
}

// DisagreeOn is that heading over one pair that is along a strand.
func DisagreeOn(strand string) string { return locale.Sprintf("Two answers on %s disagree", strand) }

// Force is an answer that moved the level, or that carries it, and how far: from −1, the strongest of all
// downward, to 1, the strongest upward.
type Force struct {
	Question string
	Push     float64
}

// Forces are the answers told, the strongest first. carry says that none of them moved the level by itself, and
// these carry it together. The heading says what they are.
func Forces(r stages.Placement) (heading string, out []Force, carry bool) {
	most := 0.0
	for _, w := range r.Why {
		push := w.Weight
		if w.Carries != 0 {
			push, carry = w.Carries, true
		}
		out = append(out, Force{w.Question, push})
		most = max(most, math.Abs(push))
	}
	slices.SortStableFunc(out, func(x, y Force) int { return cmp.Compare(math.Abs(y.Push), math.Abs(x.Push)) })
	for i := range out {
		if most > 0 {
			out[i].Push /= most
		}
	}
	if carry || len(out) == 0 {
		return together(r), out, carry
	}
	return locale.Text("What moved your result"), out, false
}

// Did says what one answer did to the level.
func Did(r stages.Placement, question string) string {
	_, forces, carry := Forces(r)
	i := slices.IndexFunc(forces, func(f Force) bool { return f.Question == question })
	switch {
	case i < 0:
		return locale.Text("This answer did little; others moved your result more.")
	case carry:
		return locale.Text("This is one of the answers that your result rests on.")
	case forces[i].Push < 0:
		return locale.Text("This answer held you back.")
	}
	return locale.Text("This answer moved you up.")
}

// Looks are the groups of [Why] that are worth another look.
func Looks(r stages.Placement) []Reasons {
	return slices.DeleteFunc(Why(r), func(g Reasons) bool { return !g.Look })
}

// together is the reason where no answer moved the level by itself: they all say the same, or nothing.
func together(r stages.Placement) string {
	if r.Level == nil {
		return Capital(nothingScored(r)) + "."
	}
	if len(r.Why) > 0 { // which follow
		return locale.Sprintf("No single answer decided it: together, your answers point to level %d, these most of all", *r.SpeaksFor)
	}
	return locale.Sprintf("No single answer decided it: together, your answers point to level %d.", *r.SpeaksFor)
}

// told puts the answers of a change into words, to questions that were not asked too. It is false where one of
// them isn't known: half of a change changes nothing.
func told(r session.Result, c stages.Change, say func(session.Result, *stages.Question, []string) string) (string, bool) {
	var answers []string
	for _, a := range c.Answers {
		options := a.Options // a checklist's; else one
		if len(options) == 0 && a.Option != "" {
			options = []string{a.Option}
		}
		q := r.Question(a.Question)
		if q == nil || !offers(q, options) {
			return "", false
		}
		answers = append(answers, say(r, q, options))
	}
	return List(answers), true
}

// HowFirm says what it would take to come out lower: the nearest answers that would, or that no one or two do.
// It is empty where the result is unclear, and at the lowest level.
func HowFirm(r session.Result) string {
	p := r.Placement
	if p.Level == nil || *p.Level == 1 || p.Certainty() == stages.Unclear {
		return ""
	}
	for _, change := range p.WouldChange {
		if change.Level >= *p.Level {
			continue
		}
		if answers, known := told(r, change, lowered); known {
			return locale.Plural(len(change.Answers), "A lower answer to %[2]s could make it level %[1]d.", "Lower answers to %[2]s could make it level %[1]d.", change.Level, answers)
		}
	}
	return locale.Sprintf("You'd have to change more than two answers to drop below level %d.", *p.Level)
}

// asked names a question, with what was chosen there: nothing, where it was not asked.
func asked(r session.Result, q *stages.Question) (name string, given []string) {
	name = quote(q.Name())
	if !slices.Contains(r.Placement.Asked, q.ID) {
		return locale.Sprintf("%s (not asked)", name), nil
	}
	return name, r.Interview.Answers[q.ID].Options
}

// lowered names a question that an answer lower than the person's would be given to.
func lowered(r session.Result, q *stages.Question, _ []string) string {
	name, _ := asked(r, q)
	return name
}

// instead names a question answered with these options and not as it was. Of a checklist it is the boxes that are ticked
// besides, or not.
func instead(r session.Result, q *stages.Question, options []string) string {
	name, given := asked(r, q)
	if !q.Several() {
		return locale.Sprintf("\"%s\" as your answer to %s", Answer(q, stages.Answer{Options: options}), name)
	}
	more, less := without(options, given), without(given, options)
	switch {
	case len(more) > 0 && len(less) > 0:
		return locale.Sprintf("%[1]s ticked instead of %[2]s for %[3]s", boxes(q, more), boxes(q, less), name)
	case len(more) > 0 && len(given) > 0:
		return locale.Sprintf("%s ticked as well for %s", boxes(q, more), name)
	case len(more) > 0:
		return locale.Sprintf("%s ticked for %s", boxes(q, more), name)
	case len(less) > 0 && len(options) > 0:
		return locale.Sprintf("%s unticked for %s", boxes(q, less), name)
	}
	return locale.Sprintf("nothing ticked for %s", name)
}

// without is what is in a list and not in another.
func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(id string) bool { return slices.Contains(other, id) })
}

// boxes quotes options by their names.
func boxes(q *stages.Question, ids []string) string {
	var names []string
	for _, id := range ids {
		if o := q.Option(id); o != nil {
			names = append(names, quote(o.Name()))
		}
	}
	return List(names)
}

// mostLooked is how many answers of one reason a document lists. More don't say more.
const mostLooked = 6

func (e Export) why(to renderer) {
	r := e.Result
	if r.Placement.Level == nil {
		return
	}
	to.heading(2, locale.Text("Why"))
	for _, group := range Why(r.Placement) {
		if len(group.Rows) == 0 {
			to.para(group.Heading)
			continue
		}
		var rows []listItem
		for _, questions := range group.Rows {
			rows = append(rows, looked(r, group, questions)...)
		}
		if ended(group.Heading) {
			to.para(group.Heading) // a warning, which is no heading
		} else {
			to.heading(3, group.Heading)
		}
		to.list(false, rows...)
		if group.Heading == disagree(len(group.Rows)) {
			to.para(locale.Text("Each asks about much the same thing twice. One of the answers may need another look: in Waymark, that's under Why."))
		}
	}
	to.para(HowFirm(r)) // the nearest way up is in the summary
}

// looked are the answers of a row of [Why], an item each; two that disagree are one.
func looked(r session.Result, of Reasons, questions []string) []listItem {
	var out []listItem
	for _, id := range questions[:min(len(questions), mostLooked)] {
		q := r.Question(id)
		if q == nil {
			continue
		}
		label, text := Capital(StrandName(&r.Snapshot, q.Strand))+", "+q.Name(), Answer(q, r.Interview.Answers[id])
		switch {
		case len(out) > 0 && !ended(of.Heading):
			out[0].text += fmt.Sprintf(" / %s: %s", label, text)
			continue
		case !of.Look:
			text = AnswerAndUp(r, q)
		}
		out = append(out, listItem{label: label, text: text})
	}
	return out
}

// AnswerAndUp is an answer in short and, where it held the person back, the one above it.
func AnswerAndUp(r session.Result, q *stages.Question) string {
	text := Answer(q, r.Interview.Answers[q.ID])
	if above := nextUp(r, q); above != nil {
		text = locale.Sprintf("%[1]s. One level up: \"%[2]s\"", text, stages.OneLine(above.Name()))
	}
	return text
}

// nextUp is the answer a level up from one of which it's told that it held the person back, which may be a good one; nil of others.
func nextUp(r session.Result, q *stages.Question) *stages.Option {
	given := r.Interview.Answers[q.ID]
	if q.Several() || len(given.Options) == 0 || !slices.Contains(heldBack(r.Placement), q.ID) {
		return nil
	}
	var up *stages.Option
	at := q.Option(given.Options[0])
	for i := range q.Options {
		if o := &q.Options[i]; at != nil && o.LevelUp(at) && (up == nil || o.Level < up.Level) {
			up = o
		}
	}
	return up
}

// Changes are the nearest way up, and how certain the result is.
func (e Export) Changes() []Part {
	var out []Part
	for _, p := range []Part{e.wayUpInLines(), {locale.Text("How certain it is"), HowFirm(e.Result)}} {
		if p.Text != "" {
			out = append(out, p)
		}
	}
	return out
}
