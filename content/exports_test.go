package content_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"waymark/content"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
	"waymark/stages/calibrate"
)

var exportsDir = flag.String("exports", "", "write the exports of all personas and of twelve people of the study into this `folder`")

// studied are the people of the study whose exports are read beside the personas': some of each level and work, with
// who their work is for.
var studied = []struct{ id, serves string }{
	{"startup-phone-support-no-docs", "customers"}, {"compiler-pass-newcomer", "users"},
	{"graduate-on-a-retail-team", "clients"}, {"inbox-lead-small-software", "customers"},
	{"lone-developer-among-radiochemists", "users"}, {"freelancer-with-one-lasting-client", "clients"},
	{"field-engineer-own-calendar", "customers"}, {"paved-road-platform-engineer", "teams"},
	{"hospital-head-of-service", "teams"}, {"government-hosting-service-head", "teams"},
	{"one-bank-worldwide-director", "clients"}, {"plugin-maintainer-near-burnout", "users"},
}

// Everybody's export can be written, and has a level to tell. With -exports it's kept, for someone to read whole:
//
//	go test ./content -run TestExports -exports /some/folder
func TestExports(t *testing.T) {
	c, taken := builtin(t), time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)
	bank := stages.NewBank(c)
	for i, p := range personas(t) {
		a := session.Attempt{Assessment: stages.Stages, Content: c.Ref(), Profile: session.Profile{Name: p.Name, Work: p.Work, Serves: p.Serves}}
		a.Interview = p.interview(t, bank, uint64(i+1))
		placed := map[string]session.Result{stages.Stages: a.Score(bank, nil, taken)}
		roads := sitting(stages.Crossroads, p.Roads)
		roads.Profile = a.Profile
		last := map[string]session.Result{stages.Crossroads: roads.Score(bank, placed, taken)}
		if len(p.Place) > 0 {
			last[stages.Surroundings] = sitting(stages.Surroundings, p.Place).Score(bank, nil, taken)
		}
		last[stages.Stages] = a.Score(bank, last, taken)
		writeExport(t, p.Name, p.Who, last)
	}
	s, faults := content.LoadStudy(os.DirFS("calibration"), c)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	for i, of := range studied {
		someone, iv := person(t, s, of.id), stages.Interview{Seed: uint64(i + 1)}
		for q, more := bank.Next(iv); more; q, more = bank.Next(iv) {
			iv = iv.With(q.ID, s.Readers[0].Answers[of.id][q.ID].Answer)
		}
		a := session.Attempt{Assessment: stages.Stages, Content: c.Ref(), Profile: session.Profile{Work: someone.Work, Serves: of.serves}, Interview: iv}
		writeExport(t, of.id, someone.About, map[string]session.Result{stages.Stages: a.Score(bank, nil, taken)})
	}
}

func person(t *testing.T, s *calibrate.Study, id string) calibrate.Person {
	t.Helper()
	for _, p := range s.People {
		if p.ID == id {
			return p
		}
	}
	t.Fatalf("the study has no %s", id)
	return calibrate.Person{}
}

// The page of a level speaks of those the person serves, by the noun they chose, and of customers before they chose one.
func TestLevelPagesSpeakOfThoseServed(t *testing.T) {
	c := builtin(t)
	a := session.Attempt{Assessment: stages.Stages, Profile: session.Profile{Serves: "users"}}
	said := a.Score(stages.NewBank(c), nil, time.Time{}).Snapshot
	if line, at := said.Levels[1].Line, said.Strands[0].At[1]; line != "The one users and colleagues ask for by name" || !strings.Contains(at, "the user watching") {
		t.Errorf("%q, %q", line, at)
	}
	if got := report.LevelsInBrief(c)[1].Text; got != "The one customers and colleagues ask for by name" {
		t.Errorf("before anything is known: %q", got)
	}
}

// writeExport writes what a person would take along, under a word on who they are; and as pages, with a history and a
// plan, for .ci/pages.
func writeExport(t *testing.T, name, who string, last map[string]session.Result) {
	t.Helper()
	e, ok := report.NewExport(last, session.Plan{})
	var text bytes.Buffer
	if err := e.Markdown(&text); err != nil || !ok || e.Result.Placement.Level == nil {
		t.Errorf("%s: %v, level %v", name, err, e.Result.Placement.Level)
	}
	if *exportsDir == "" {
		return
	}
	name = strings.ToLower(name)
	write := func(file string, text []byte) {
		if err := os.WriteFile(filepath.Join(*exportsDir, file), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(name+".md", fmt.Appendf(nil, "> %s\n\n%s", who, text.String()))
	page, evidence := pagesOf(t, e)
	write(name+".html", page)
	write(name+"-evidence.html", evidence)
}
