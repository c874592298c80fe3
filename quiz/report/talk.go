package report

import (
	"math"
	"slices"

	"waymark/quiz/locale"
	"waymark/stages"
)

// talk is a question to talk about first: both answers, and how to begin.
func (o Opinions) talk(i int, id string) Topic {
	c, q := o.compared(id), o.bank.Question(id)
	t := Topic{Title: o.own(q).Name(), Brief: o.higher(c), Talk: true,
		Parts:  []Part{{locale.Text("The question"), o.own(q).Ask}, {locale.Text("You"), said(o.own(q), c.Mine)}},
		Levels: []int{nearest(*c.Levels[0])}}
	for i, a := range c.Theirs {
		if a != nil {
			t.Parts = append(t.Parts, Part{o.Names[i], said(o.observed(q), *a)})
			t.Levels = append(t.Levels, nearest(*c.Levels[1+i]))
		}
	}
	if c.Level != 0 {
		t.Parts = append(t.Parts, Part{locale.Text("It matters"), locale.Sprintf("With that answer you'd be at level %d, %s.", c.Level, LevelName(o.bank.Catalog(), c.Level))})
	}
	t.Parts = append(t.Parts, Part{locale.Text("To begin"), quote(opener(c, q.Evidence, i))})
	return t
}

// said is an answer in full, with the example that was given.
func said(q *stages.Question, a stages.Answer) string {
	text := sentence(inFull(q, a))
	if example := stages.OneLine(a.Evidence); example != "" {
		text += " " + locale.Sprintf("For example: \"%s\"", example)
	}
	return text
}

// opener is a question that begins a talk about a difference. Those of one comparison differ.
func opener(c stages.Compared, evidence bool, i int) string {
	above := []string{locale.Text("When did you last see me do this, and what was missing?"), locale.Text("What would I have to do for you to answer as I did?"), locale.Text("What have I done there that you couldn't have seen?")}
	below := []string{locale.Text("What do you see me do there that I take for granted?"), locale.Text("What would you say is holding me back from answering as you did?"), locale.Text("Who else would answer as you did, and why?")}
	if evidence {
		above[0], below[0] = locale.Text("Which case were you thinking of? I'll tell you mine."), locale.Text("Which case made you choose that? I hadn't counted it.")
	}
	if c.Split {
		return locale.Text("Why do you see this so differently?")
	}
	if c.Difference > 0 {
		return above[i%len(above)]
	}
	return below[i%len(below)]
}

// higher says who answered higher, and by how much.
func (o Opinions) higher(c stages.Compared) string {
	var who []int
	for i, level := range c.Levels[1:] {
		if level != nil && *level > *c.Levels[0] {
			who = append(who, i)
		}
	}
	switch {
	case c.Split:
		return locale.Text("they see it differently")
	case len(o.Names) == 1:
		return leans(byLevel(*c.Levels[0], *c.Levels[1]), o.Names[0])
	case c.Difference > 0:
		return locale.Sprintf("you say %s", aboveEach(c))
	case len(who) == 1:
		return leans(byLevel(*c.Levels[0], *c.Levels[1+who[0]]), o.Names[who[0]])
	}
	return locale.Sprintf("they say %s", aboveEach(c))
}

// aboveEach is [above] where there's a difference to each of several observers, who are all on the same side.
func aboveEach(c stages.Compared) string {
	var by []int
	for _, level := range c.Levels[1:] {
		if level != nil {
			by = append(by, int(math.Abs(byLevel(*c.Levels[0], *level))))
		}
	}
	switch low, high := slices.Min(by), slices.Max(by); {
	case low == high || high == 1:
		return above(float64(low))
	case low == 0:
		return locale.Sprintf("up to %d levels higher", high)
	case len(by) == 2:
		return locale.Sprintf("%[1]d and %[2]d levels higher", low, high)
	default:
		return locale.Sprintf("%[1]d to %[2]d levels higher", low, high)
	}
}

// nearest is the level that an answer is drawn at and counted as.
func nearest(anchor float64) int { return max(1, int(math.Round(anchor))) }

// byLevel is how many levels one answer is above another, as they're drawn; a part of one where both are at the same.
func byLevel(one, other float64) float64 {
	if by := nearest(one) - nearest(other); by != 0 {
		return float64(by)
	}
	return math.Copysign(0.5, one-other)
}

// leans says whether the person answered higher or one observer did, and by how much.
func leans(difference float64, observer string) string {
	if difference > 0 {
		return locale.Sprintf("you say %s", above(difference))
	}
	return locale.Sprintf("%[1]s says %[2]s", observer, above(difference))
}

// above puts a difference of levels into words. Like a table of levels, it leaves out what isn't a whole one.
func above(difference float64) string {
	switch by := math.Abs(difference); {
	case by < 0.75:
		return locale.Text("a little higher")
	case by < 2:
		return locale.Text("a level higher")
	default:
		return locale.Sprintf("%d levels higher", int(by))
	}
}
