package journal

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
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

// The files in testdata/schema1-numbered have checksums and numbers, and no word for the assessment in their
// names; those in testdata/schema1-later are the same as a later version may write them, with fields that this one
// does not know. Both open, and reading or opening them changes nothing.
func TestFilesOfOtherVersionsOpen(t *testing.T) {
	for _, sample := range []string{"schema1-numbered", "schema1-later"} {
		dir := t.TempDir()
		check(t, os.CopyFS(dir, os.DirFS("testdata/"+sample)))
		before := contents(t, dir)
		for _, j := range []*Journal{Read(dir), opened(t, dir)} {
			saved := load(t, j)
			if got := number(saved.Results); !slices.Equal(got, []int{1, 2, 3}) || saved.Results[1].Assessment != stages.Crossroads || saved.Results[2].Profile.Aim != "onward" {
				t.Errorf("%s: results %v, %+v", sample, got, saved.Results)
			}
			if len(saved.Attempts) != 1 || len(saved.Attempts[0].Interview.Answers) != 2 || saved.Plan.Mentor != "Ruth" || len(saved.Plan.Items) != 2 || saved.Drafts["plan/mentor"].Text != "Ru" {
				t.Errorf("%s: %+v", sample, saved)
			}
			if got := number(every(t, j)); !slices.Equal(got, []int{1, 3, 3}) {
				t.Errorf("%s: all results of the stages %v", sample, got)
			}
		}
		if after := contents(t, dir); !slices.Equal(after, before) {
			t.Errorf("%s: reading changes them", sample)
		}
	}
}

// The files in testdata/schema1-now are of the format that's written now: the assessment in the names of results, the day of a new
// aim, the key, the draft of a checklist, and an index with outlines, which was made of another folder and so isn't used.
func TestFilesOfNowOpen(t *testing.T) {
	dir := t.TempDir()
	check(t, os.CopyFS(dir, os.DirFS("testdata/schema1-now")))
	before := contents(t, dir)
	for _, j := range []*Journal{Read(dir), opened(t, dir)} {
		saved := load(t, j)
		all := every(t, j)
		if len(saved.Results) != 1 || len(all) != 2 || all[0].Aimed != nil || all[0].Profile.Aim != "onward" || all[1].Profile.Aim != "stay" || !all[1].Started.Equal(all[0].Started) ||
			all[1].Aimed == nil || all[1].Aimed.Format(time.DateOnly) != "2026-01-12" || all[1].Snapshot.Aims.Options[1].ID != "stay" {
			t.Errorf("results %+v", all)
		}
		if a := all[1].Interview.Answers; len(a) != 3 || a["craft-a"].Evidence != "The Lyon fault — 工場" || a["craft-boxes"].Options == nil || *all[1].Placement.Level != 1 {
			t.Errorf("answers %+v", a)
		}
		if len(saved.Attempts) != 1 || saved.Attempts[0].Interview.Answers["craft-a"].Seconds != 12.5 {
			t.Errorf("attempts %+v", saved.Attempts)
		}
		if d := saved.Drafts["stages/2026-04-12T09:00:00Z/craft-boxes"]; !slices.Equal(d.Ticked, []string{"picture"}) || d.Text != "A pa" {
			t.Errorf("drafts %+v", saved.Drafts)
		}
		if p := saved.Plan; len(p.Items) != 1 || p.Items[0].Evidence != "Half of it is there" || p.Items[0].By == nil || p.Items[0].Begun == nil || p.Talk == nil || !*p.CheckIns[0].Talked {
			t.Errorf("plan %+v", p)
		}
		if len(saved.Notes) != 2 || saved.Notes[0].Text != "Storage review in Lyon" {
			t.Errorf("notes %+v", saved.Notes)
		}
		if key, err := j.Key(); err != nil || len(key) != keySize {
			t.Errorf("key %x, %v", key, err)
		}
	}
	if after := contents(t, dir); !slices.Equal(after, before) {
		t.Error("reading changes them")
	}
}

// Before a file is replaced that holds something this version passes over, it is copied, once.
func TestWhatALaterVersionWroteIsKept(t *testing.T) {
	dir := t.TempDir()
	check(t, os.CopyFS(dir, os.DirFS("testdata/schema1-later")))
	var want []string
	for _, file := range []string{"drafts.json", "interview.json", "plan.json"} {
		want = append(want, get(t, filepath.Join(dir, file)))
	}
	j := opened(t, dir)
	saved := load(t, j)
	for range 2 {
		check(t, j.SaveDrafts(saved.Drafts), j.Save(saved.Attempts[0]), j.SavePlan(saved.Plan))
	}
	load(t, j)
	check(t, j.SavePlan(saved.Plan))
	got := aside(t, dir)
	slices.Sort(got)
	if slices.Sort(want); !slices.Equal(got, want) {
		t.Errorf("copies: %q", got)
	}
}

// The files in testdata/schema2 are as a newer version may write them, but for the first result. They are told of
// and left alone, whatever is done.
func TestFilesOfANewerVersionAreLeftAlone(t *testing.T) {
	dir := t.TempDir()
	check(t, os.CopyFS(dir, os.DirFS("testdata/schema2")))
	before := contents(t, dir)
	j := opened(t, dir)
	const why = " was written by a newer version of Waymark"
	saved := load(t, j, "(interview.json)"+why, "(results/result-000004-20260512T120000.000Z.json)"+why, "(results/result-000003-20260512T120000.000Z.json)"+why,
		"(results/result-000002-20260412T120000.000Z.json)"+why, "(plan.json)"+why, "(drafts.json)"+why)
	if got := number(saved.Results); !slices.Equal(got, []int{1}) {
		t.Errorf("results %v", got)
	}
	refused(t, j.Save(attempt(1)), why)
	refused(t, j.Abandon(stages.Stages), why)
	refused(t, j.SavePlan(plan("")), why)
	refused(t, j.SaveDrafts(nil), why)
	check(t, j.Finish(of(stages.Stages, 2, 5)))
	after := contents(t, dir)
	for i := 0; i < len(before); i += 2 {
		if at := slices.Index(after, before[i]); at < 0 || after[at+1] != before[i+1] {
			t.Errorf("%s is changed", before[i])
		}
	}
	if got := names(t, filepath.Join(dir, "results")); !strings.HasPrefix(got[len(got)-1], "result-000005-") {
		t.Errorf("results %q", got)
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
