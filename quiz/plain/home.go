package plain

import (
	"waymark/quiz/report"
	"waymark/stages"
)

// home is the first place. It knows whether the person is new, has stopped half-way, or comes back.
func (t *talk) home() place {
	t.assessment = stages.Stages
	t.gap()
	last, placed := t.desk.Last[stages.Stages]
	switch {
	case t.desk.Underway(stages.Stages):
		t.say(report.StoppedAt(t.desk.Bank, t.desk.Open(stages.Stages), t.desk.Now()))
	case placed:
		t.say(report.Short(&last.Snapshot, last.Placement))
		t.say(report.Ahead(&last.Snapshot, last.Placement))
	default:
		t.say(report.Promise)
		t.say(report.Terms)
		t.say("They lie in " + t.cfg.Folder + ".")
	}
	entries := t.choices(report.Home(t.desk))
	return t.menu(append(entries, entry{name: "Leave"})...)
}

// choices turns what can be done into entries. Who only reads is told why some of it cannot be.
func (t *talk) choices(list []report.Choice) []entry {
	var out []entry
	for _, c := range list {
		e := entry{name: c.Name, detail: c.Detail, to: t.doing(c.Deed)}
		if t.cfg.ReadOnly && c.Deed.Writes() {
			e.no = report.OtherWindow
		}
		out = append(out, e)
	}
	return out
}

// doing is the place where a deed is done.
func (t *talk) doing(d report.Deed) place {
	survey := t.assessment != stages.Stages
	switch d {
	case report.Begin, report.Again:
		if survey {
			return (*talk).beginSurvey
		}
		return (*talk).profile
	case report.GoOn:
		return (*talk).goOn
	case report.Review:
		return (*talk).review
	case report.Afresh:
		return (*talk).afresh
	case report.ToPlan:
		return (*talk).plan
	case report.ToStrengths:
		return (*talk).strengths
	case report.ToResult:
		return (*talk).result
	}
	return lobby(string(d))
}

// afresh sets the interview under way aside and begins anew, once the person has said so twice.
func (t *talk) afresh() place {
	t.gap()
	t.say("Start afresh? Your answers are set aside, not deleted.")
	return t.menu(entry{name: "Start afresh", to: (*talk).setAside}, entry{name: "Leave them as they are", to: t.door()})
}

func (t *talk) setAside() place {
	desk, err := t.desk.Abandon(t.assessment)
	if err != nil {
		t.fail("Not set aside", err, "choose it again")
		return t.door()
	}
	t.desk = desk
	return t.doing(report.Begin)
}

// door is where the assessment that the person is in begins: home, or a survey's lobby.
func (t *talk) door() place {
	if t.assessment == stages.Stages {
		return (*talk).home
	}
	return lobby(t.assessment)
}
