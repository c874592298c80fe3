package report

import (
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// The parts of an export that it holds only where they are asked for: what is nobody else's business, unless
// the person says so.
const (
	PartCrossroads   = "crossroads"   // and where the person wants to go
	PartSurroundings = "surroundings" // and what is said of the workplace elsewhere, check-ins too
	PartAnswers      = "answers"      // every question and answer, with the person's own examples and notes
	PartName         = "name"
	AllParts         = "all"
)

// AskedParts are all of them, in the order they are told.
var AskedParts = []string{PartCrossroads, PartSurroundings, PartAnswers, PartName}

// With returns the export with no part that was not asked for. What it holds then reads as if that part had
// never been there, and LeftOut names it.
func (e Export) With(asked ...string) Export {
	out := func(part string) bool {
		left := !slices.Contains(asked, part) && !slices.Contains(asked, AllParts) && e.holds(part)
		if left {
			e.LeftOut = append(slices.Clip(e.LeftOut), part)
		}
		return left
	}
	if out(PartCrossroads) {
		e = e.withoutSurvey(stages.Crossroads)
		e.Result.Profile.Aim = ""
	}
	if out(PartSurroundings) {
		e = e.withoutSurvey(stages.Surroundings)
		e.Plan.CheckIns = nil // they say what the workplace is in the way of
	}
	if out(PartAnswers) { // the answers stay: the reasons and the strengths are read from them
		e.Notes = nil
	}
	nameless := out(PartName)
	e.Surveys = slices.Clone(e.Surveys)
	for i := range e.Surveys {
		e.Surveys[i].Profile.Aim = e.Result.Profile.Aim
		if nameless {
			e.Surveys[i].Profile.Name = ""
		}
	}
	if nameless {
		e.Result.Profile.Name = ""
	}
	return e
}

// holds reports whether there is anything of a part.
func (e Export) holds(part string) bool {
	all := append(slices.Clone(e.Surveys), e.Result)
	some := func(has func(session.Result) bool) bool { return slices.ContainsFunc(all, has) }
	switch part {
	case PartCrossroads:
		return some(func(r session.Result) bool { return r.Assessment == stages.Crossroads || r.Profile.Aim != "" })
	case PartSurroundings:
		return len(e.Plan.CheckIns) > 0 || some(func(r session.Result) bool { return r.Assessment == stages.Surroundings })
	case PartAnswers:
		return len(e.Notes) > 0 || some(func(r session.Result) bool { return len(r.Interview.Answers) > 0 })
	}
	return some(func(r session.Result) bool { return stages.OneLine(r.Profile.Name) != "" })
}

func (e Export) withoutSurvey(assessment string) Export {
	e.Surveys = slices.DeleteFunc(slices.Clone(e.Surveys), func(r session.Result) bool { return r.Assessment == assessment })
	return e
}

// withoutAnswers empties the answers, where they are left out. What was advised and why stays.
func (e Export) withoutAnswers() Export {
	if !slices.Contains(e.LeftOut, PartAnswers) {
		return e
	}
	e.Result.Interview.Answers = stages.Answers{}
	e.Surveys = slices.Clone(e.Surveys)
	for i := range e.Surveys {
		e.Surveys[i].Interview.Answers = stages.Answers{}
	}
	return e
}

// leftOut says what was left out, and how to add it.
func (e Export) leftOut(to renderer) {
	if len(e.LeftOut) == 0 {
		return
	}
	names := map[string]string{PartCrossroads: locale.Text("the crossroads and where you want to go"), PartSurroundings: locale.Text("what you said about your workplace"),
		PartAnswers: locale.Text("your answers and notes in full"), PartName: locale.Text("your name")}
	var said []string
	for _, part := range e.LeftOut {
		said = append(said, names[part])
	}
	to.para(locale.Sprintf("Left out: %s. To add them: waymark export --with %s", strings.Join(said, "; "), strings.Join(e.LeftOut, ",")))
}
