package report

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/stages"
)

// What a person reads before an assessment where there is room for it.

// LevelsInBrief are the levels of the path, each in a line.
func LevelsInBrief(c *stages.Catalog) []Part {
	var out []Part
	for _, l := range c.Serves.Levels(c.Levels, "") {
		out = append(out, Part{l.Name, stages.OneLine(l.Line)})
	}
	return out
}

// SurveyAsks is what a survey is to tell a person, as a question; "" for one that the program doesn't know.
func SurveyAsks(id string) string {
	switch id {
	case stages.Crossroads:
		return locale.Text("Which road appeals to you?")
	case stages.Surroundings:
		return locale.Text("How does your workplace affect you?")
	}
	return ""
}

// SurveyInBrief are the roads of a survey, or the sides of a workplace, each in a line.
func SurveyInBrief(s *stages.Survey) []Part {
	var out []Part
	for _, r := range s.Roads {
		out = append(out, Part{stages.OneLine(r.Name), stages.OneLine(r.Line)})
	}
	for _, w := range s.Winds {
		out = append(out, Part{stages.OneLine(w.Name), stages.OneLine(w.About)})
	}
	return out
}

// PlacesOf is what the roads or the sides of a survey are called, with how many there are.
func PlacesOf(s *stages.Survey) string {
	if n := len(s.Roads); n > 0 {
		return locale.Plural(n, "The one road", "The %s roads", Number(n))
	}
	n := len(s.Winds)
	return locale.Plural(n, "The one side of your workplace", "The %s sides of your workplace", Number(n))
}

// SetupTerms are what each row of the profile changes: beginning, the kind of work with an example of it that
// would count, the time and the name.
func SetupTerms(c *stages.Catalog, work string) [][]Part {
	of := []Part{{locale.Text("What it changes"), locale.Text("The examples beside each question.")}}
	if i := slices.IndexFunc(c.Questions, func(q stages.Question) bool { return q.CountsIn[work] != "" }); i >= 0 {
		q := c.Serves.Worded(&c.Questions[i], "")
		of = append(of, Part{locale.Text("For example"), q.Ask}, Part{locale.Text("What counts"), WouldCount(q, work)})
	}
	return [][]Part{
		append([]Part{{locale.Text("What it takes"), Capital(Cost.String()) + ". " + Terms.String()}}, Prize()...), of,
		{{locale.Text("What it changes"), locale.Text("The short interview asks fewer questions on each strand, so it leaves more open. You can take the long one later.")}},
		{{locale.Text("Where it appears"), locale.Text("On your exported result and on the card. You can leave it out.")}},
	}
}
