package plain

import (
	"fmt"
	"io"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// savePlan keeps a plan, and reports whether it could.
func (t *talk) savePlan(p session.Plan) bool {
	desk, err := t.desk.SavePlan(p)
	if err != nil {
		t.fail("Not saved", err, "choose it again")
		return false
	}
	t.desk, t.unsaved = desk, false
	return true
}

// plan lists what the person has taken on, and what carries it.
func (t *talk) plan() place {
	p := t.desk.Plan
	t.gap()
	t.say("Your plan: " + report.PlanFact(p) + ".")
	if len(p.Items) == 0 {
		t.say("Nothing in your plan yet. Steps come from a result, and are put in there.")
	}
	var entries []entry
	for i, item := range p.Items {
		entries = append(entries, entry{name: item.Step.Title, detail: itemSays(item), to: planItem(i).open})
	}
	for _, c := range report.Company(p, t.desk.Now()) {
		entries = append(entries, entry{name: c.Name, detail: c.Detail, to: company(c.Deed)})
	}
	return t.menu(append(entries, entry{name: "Home", to: (*talk).home})...)
}

func itemSays(item session.Item) string {
	says := "by " + report.Day(item.Due())
	if item.Done != nil {
		says = "done on " + report.Day(*item.Done)
	}
	if item.Evidence != "" {
		says += fmt.Sprintf(". \"%s\"", item.Evidence)
	}
	return says
}

// planItem is one step of the plan, by its place in it.
type planItem int

func (i planItem) open(t *talk) place {
	step := &t.desk.Plan.Items[i].Step
	t.report(func(out io.Writer, width int) error {
		return report.Export{}.StepText(out, width, stages.NextStep{}, step)
	})
	return i.menu
}

func (i planItem) menu(t *talk) place {
	item := t.desk.Plan.Items[i]
	t.gap()
	t.say(item.Step.Title + ": " + itemSays(item) + ".")
	tick := entry{name: "Tick it off", to: i.tick}
	if item.Done != nil {
		tick.name = "Not done after all"
	}
	entries := []entry{tick, {name: "Note what came of it", to: i.note}}
	if item.Done == nil {
		entries = append(entries, entry{name: "Take it out of your plan", to: i.out})
	}
	return t.menu(append(entries, entry{name: "Back to your plan", to: (*talk).plan})...)
}

func (i planItem) tick(t *talk) place {
	if t.savePlan(t.desk.Plan.Tick(int(i), t.desk.Now())) && t.desk.Plan.Items[i].Done != nil {
		t.say("Done. You can note what came of it, and who saw it.")
	}
	return i.menu
}

func (i planItem) note(t *talk) place {
	text, ok := t.text("What came of it, and who saw it?", t.desk.Plan.Items[i].Evidence)
	if !ok {
		return nil
	}
	t.savePlan(t.desk.Plan.Note(int(i), text))
	return i.menu
}

func (i planItem) out(t *talk) place {
	if t.savePlan(t.desk.Plan.Toggle(t.desk.Plan.Items[i].Step, t.desk.Now())) {
		t.say(report.Toggled(true, false))
		return (*talk).plan
	}
	return i.menu
}
