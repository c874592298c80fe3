package plain

import (
	"waymark/quiz/report"
)

// lobby is the place before a survey: what it is, or how far one has come.
func lobby(assessment string) place {
	return func(t *talk) place {
		t.assessment = assessment
		survey := t.desk.Bank.Catalog().Survey(assessment)
		t.gap()
		t.say(survey.Title + ".")
		switch last := t.desk.Last[assessment]; {
		case t.desk.Underway(assessment):
			t.say(report.StoppedAt(t.desk.Bank, t.desk.Open(assessment), t.desk.Now()))
		case last.Survey != nil:
			t.say(report.SurveyHeadline(last))
		default:
			t.say(survey.About)
		}
		return t.menu(append(t.choices(report.Lobby(t.desk, assessment)), entry{name: "Home", to: (*talk).home})...)
	}
}

func (t *talk) beginSurvey() place {
	desk, err := t.desk.Begin(t.assessment, t.desk.Profile(), false)
	if err != nil {
		t.fail("Not begun", err, "choose it again")
		return lobby(t.assessment)
	}
	t.desk, t.unsaved = desk, false
	return (*talk).goOn
}

// surveyMenu leads on from the result of a survey.
func (t *talk) surveyMenu() place {
	return t.menu(entry{name: "Look at an answer again", to: (*talk).review}, entry{name: "Home", to: (*talk).home})
}
