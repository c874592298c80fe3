package journal

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// The files in testdata/schema1 were written by an earlier version, before there were checksums and numbers.
// They open, and reading or opening them changes nothing.
func TestEarlierFilesOpen(t *testing.T) {
	dir := t.TempDir()
	check(t, os.CopyFS(dir, os.DirFS("testdata/schema1")))
	before := contents(t, dir)
	for _, j := range []*Journal{Read(dir), opened(t, dir)} {
		saved := load(t, j)
		if len(saved.Attempts) != 2 || len(saved.Results) != 3 {
			t.Fatalf("%d attempts and %d results", len(saved.Attempts), len(saved.Results))
		}
		a := saved.Attempts[0]
		if a.Profile.Name != "Ada" || a.Interview.Seed != 4038636017950130926 || len(a.Interview.Asked) != 6 {
			t.Errorf("interview %+v", a)
		}
		answers := a.Interview.Answers
		if answers["craft-hard-problem"].Evidence != "The storage of the Lyon site — 工場, in \"June\"" || answers["reach-credited"].Skip != stages.NoChance ||
			!slices.Equal(answers["design-written"].Options, []string{"component", "stages"}) || answers["customer-shared-with-you"].Options == nil {
			t.Errorf("answers %+v", answers)
		}
		if road := saved.Attempts[1]; road.Assessment != stages.Crossroads || len(road.Interview.Answers) != 3 {
			t.Errorf("crossroads %+v", road)
		}
		crossroads, surroundings, last := saved.Results[0], saved.Results[1], saved.Results[2]
		if crossroads.Assessment != stages.Crossroads || len(crossroads.Snapshot.Crossroads.Roads) != 5 || surroundings.Assessment != stages.Surroundings {
			t.Errorf("surveys %+v, %+v", crossroads.Attempt, surroundings.Attempt)
		}
		// The stages were looked at again: this is the second of two results of one attempt.
		if got := last.Interview.Answers["trust-witnesses"].Options; !slices.Equal(got, []string{"name", "levels"}) || len(last.Placement.Asked) != 24 || len(last.Snapshot.Questions) != 24 || *last.Placement.SpeaksFor != 2 {
			t.Errorf("result %+v, %q", last.Attempt, got)
		}
		if p := saved.Plan; len(p.Items) != 2 || p.Items[0].Evidence != "The Lyon fault; Ruth saw it" || p.Items[0].Done == nil || p.Mentor == "" || p.CheckIn == nil {
			t.Errorf("plan %+v", p)
		} else if i := p.Items[1]; i.By != nil || !i.Due().Equal(i.Added.AddDate(0, 0, 7*i.Step.Weeks)) { // no date was moved then
			t.Errorf("due %v", i.Due())
		}
	}
	if after := contents(t, dir); !slices.Equal(after, before) {
		t.Error("reading changes them")
	}
}

// The files in testdata/schema1-checkins are of the first version with check-ins and notes: a plan with a talk and a
// dropped step, and a log of two lines.
func TestFilesWithCheckInsOpen(t *testing.T) {
	dir := t.TempDir()
	check(t, os.CopyFS(dir, os.DirFS("testdata/schema1-checkins")))
	before := contents(t, dir)
	for _, j := range []*Journal{Read(dir), opened(t, dir)} {
		saved := load(t, j)
		p := saved.Plan
		if len(p.Items) != 1 || p.Items[0].Begun == nil || p.Items[0].Done == nil || len(p.Dropped) != 1 || p.Dropped[0].Step.Title == "" ||
			p.Talk.Format(time.DateOnly) != "2027-02-02" || p.CheckIn.Format(time.DateOnly) != "2027-03-02" {
			t.Errorf("plan %+v", p)
		}
		if all := p.CheckIns; len(all) != 4 || all[0].Steps[0].Went != session.StepUnderWay || all[0].Steps[0].Moved == nil || *all[1].Talked ||
			all[2].Steps[0].InTheWay != session.WrongStep || len(all[3].Steps) != 0 {
			t.Errorf("check-ins %+v", all)
		}
		if len(saved.Notes) != 2 || saved.Notes[1].Text != "Explain the retry budget" {
			t.Errorf("notes %+v", saved.Notes)
		}
	}
	if after := contents(t, dir); !slices.Equal(after, before) {
		t.Error("reading changes them")
	}
}

// Attempts at two assessments are two, even where they began at the same moment.
func TestAssessmentsAreKeptApart(t *testing.T) {
	j := opened(t, t.TempDir())
	samples := load(t, Read("testdata/schema1")).Results
	for _, r := range samples {
		r.Started = noon
		check(t, j.Finish(r))
	}
	if got := load(t, j).Results; len(got) != len(samples) {
		t.Errorf("%d results, want %d", len(got), len(samples))
	}
}

// contents is what the files of a folder hold, but for the lock.
func contents(t *testing.T, dir string) (out []string) {
	t.Helper()
	for _, pattern := range []string{"*.json", "*.jsonl", "results/*", "set-aside/*"} {
		paths, err := filepath.Glob(filepath.Join(dir, pattern))
		check(t, err)
		for _, path := range paths {
			out = append(out, path, get(t, path))
		}
	}
	return out
}
