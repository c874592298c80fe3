package journal_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/journal"
	"waymark/quiz/session"
	"waymark/stages"
)

var noon = time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)

// clock returns a clock that goes on by a second at every look.
func clock() func() time.Time {
	t := noon
	return func() time.Time { t = t.Add(time.Second); return t }
}

func open(t *testing.T, dir string) *journal.Journal {
	t.Helper()
	j, err := journal.Open(dir, clock())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	})
	return j
}

func sitting(answers int) session.Attempt {
	s := session.Attempt{Assessment: stages.Stages, Started: noon, Profile: session.Profile{Name: "Ada"}}
	for _, id := range []string{"a", "b", "c"}[:answers] {
		s.Interview = s.Interview.With(id, stages.Answer{Options: []string{"led"}, Evidence: "Lyon — 工場\nin June"})
	}
	return s
}

func record(answers int) session.Result {
	return session.Result{Attempt: sitting(answers), Snapshot: stages.Catalog{Levels: make([]stages.Level, stages.Levels)}}
}

func TestAnswersSurviveTheProgram(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	for n := range 3 {
		if err := j.Save(sitting(n + 1)); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := open(t, dir).Underway(stages.Stages)
	if err != nil || got == nil {
		t.Fatalf("under way: %v, %v", got, err)
	}
	if want := sitting(3); !reflect.DeepEqual(got.Interview, want.Interview) || got.Profile != want.Profile {
		t.Errorf("read back %+v", got)
	}
}

func TestFilesAreTheUsersAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "waymark")
	j := open(t, dir)
	if err := errors.Join(j.Save(sitting(1)), j.Finish(record(1)), j.Save(sitting(1))); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		info, _ := d.Info()
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode().Perm())
		}
		if strings.HasPrefix(d.Name(), ".new-") {
			t.Errorf("%s was left behind", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFinishClosesTheInterview(t *testing.T) {
	j := open(t, t.TempDir())
	if err := errors.Join(j.Save(sitting(3)), j.Finish(record(3))); err != nil {
		t.Fatal(err)
	}
	if s, err := j.Underway(stages.Stages); s != nil || err != nil {
		t.Errorf("still under way: %v, %v", s, err)
	}
	if rs, err := j.Results(); len(rs) != 1 || err != nil {
		t.Errorf("results: %v, %v", rs, err)
	}
}

// A result looked at again gives a second file, and the later one is what the person has.
func TestLaterResultOfASittingStandsForIt(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	other := sitting(2)
	other.Started = noon.Add(time.Hour)
	for i, s := range []session.Attempt{sitting(1), other, sitting(3)} {
		s.Saved = noon.Add(time.Duration(i) * time.Minute)
		r := record(1)
		r.Attempt = s
		if err := j.Finish(r); err != nil {
			t.Fatal(err)
		}
	}
	rs, err := j.Results()
	if err != nil || len(rs) != 2 || len(rs[0].Interview.Asked) != 2 || len(rs[1].Interview.Asked) != 3 {
		t.Errorf("results: %+v, %v", rs, err)
	}
	if files, _ := os.ReadDir(filepath.Join(dir, "results")); len(files) != 3 {
		t.Errorf("%d files, want every result kept", len(files))
	}
}

func TestDamagedFilesAreSetAside(t *testing.T) {
	for name, damage := range map[string]string{
		"cut short":         `{"schema": 1, "interview": {"asked": ["a"`,
		"empty":             "",
		"not ours":          `{"hello": 1}`,
		"steers a terminal": `{"schema": 1, "profile": {"name": "\u001b[2J"}}`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			j := open(t, dir)
			if err := j.Finish(record(1)); err != nil {
				t.Fatal(err)
			}
			for _, file := range []string{"interview.json", "results/20250101T000000.000Z.json"} {
				if err := os.WriteFile(filepath.Join(dir, file), []byte(damage), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if s, err := j.Underway(stages.Stages); s != nil || err != nil {
				t.Errorf("under way: %v, %v", s, err)
			}
			if rs, err := j.Results(); len(rs) != 1 || err != nil {
				t.Errorf("results: %v, %v", rs, err)
			}
			if len(j.Notices) != 2 {
				t.Errorf("notices: %q", j.Notices)
			}
			if aside, _ := os.ReadDir(filepath.Join(dir, "set-aside")); len(aside) != 2 {
				t.Errorf("%d files set aside, want 2", len(aside))
			}
		})
	}
}

func TestNewerFilesAreLeftAlone(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	path := filepath.Join(dir, "interview.json")
	if err := os.WriteFile(path, []byte(`{"schema": 99}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Underway(stages.Stages); err == nil || !strings.Contains(err.Error(), "newer Waymark") {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

func TestSecondProgramReadsOnly(t *testing.T) {
	dir := t.TempDir()
	first, second := open(t, dir), open(t, dir)
	if first.ReadOnly || !second.ReadOnly {
		t.Fatalf("read-only: first %v, second %v", first.ReadOnly, second.ReadOnly)
	}
	if err := first.Save(sitting(1)); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{second.Save(sitting(2)), second.Abandon(stages.Stages), second.Finish(session.Result{})} {
		if !errors.Is(err, journal.ErrReadOnly) {
			t.Errorf("a write of the second program gives %v", err)
		}
	}
	if s, err := second.Underway(stages.Stages); err != nil || len(s.Interview.Asked) != 1 {
		t.Errorf("second program reads %v, %v", s, err)
	}
}

func TestReadingDisturbsNobody(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "waymark")
	if results, err := journal.Read(dir).Results(); err != nil || len(results) != 0 {
		t.Errorf("results where there are none: %v, %v", results, err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("reading makes the folder")
	}
	writer := open(t, dir)
	if err := writer.Finish(record(1)); err != nil {
		t.Fatal(err)
	}
	damage(t, filepath.Join(dir, "results", "20260101T000000.000Z.json"))
	damage(t, filepath.Join(dir, "plan.json"))
	reader := journal.Read(dir)
	results, err := reader.Results()
	if err != nil || len(results) != 1 {
		t.Errorf("beside a writer: %v, %v", results, err)
	}
	if _, err := reader.Plan(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "set-aside")); !errors.Is(err, os.ErrNotExist) {
		t.Error("reading moves files")
	}
	want := []string{"One result could not be read. The others are fine.", "Your plan could not be read."}
	if !slices.Equal(reader.Notices, want) {
		t.Errorf("notices %q, want %q", reader.Notices, want)
	}
	if err := errors.Join(reader.Close(), writer.Save(sitting(2))); err != nil {
		t.Errorf("the writer is disturbed: %v", err)
	}
}

func damage(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(`{"schema": 1, "resu`), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A record that names levels it has no words for would stop whoever shows it.
func TestRecordsWithoutTheirWordsAreDamaged(t *testing.T) {
	level := 6
	beyond, bare, wordless := record(1), record(2), record(3)
	beyond.Placement.Level, beyond.Placement.SpeaksFor = &level, &level
	bare.Snapshot.Levels = nil
	wordless.Assessment = stages.Crossroads
	j := open(t, t.TempDir())
	for i, r := range []session.Result{beyond, bare, wordless} {
		r.Saved = noon.Add(time.Duration(i) * time.Second)
		if err := j.Finish(r); err != nil {
			t.Fatal(err)
		}
	}
	if results, err := j.Results(); err != nil || len(results) != 0 || len(j.Notices) != 1 {
		t.Errorf("results %v, %v, notices %q", results, err, j.Notices)
	}
}

func TestAbandonedInterviewIsKept(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	if err := errors.Join(j.Abandon(stages.Stages), j.Save(sitting(2)), j.Abandon(stages.Stages)); err != nil {
		t.Fatal(err)
	}
	if s, err := j.Underway(stages.Stages); s != nil || err != nil {
		t.Errorf("still under way: %v, %v", s, err)
	}
	if aside, _ := os.ReadDir(filepath.Join(dir, "set-aside")); len(aside) != 1 {
		t.Errorf("%d files set aside, want 1", len(aside))
	}
}

func TestAssessmentsAreKeptApart(t *testing.T) {
	j := open(t, t.TempDir())
	road := sitting(1)
	road.Assessment = stages.Crossroads
	if err := errors.Join(j.Save(sitting(3)), j.Save(road)); err != nil {
		t.Fatal(err)
	}
	if err := j.Finish(session.Result{Attempt: road, Survey: &stages.SurveyScores{}}); err != nil {
		t.Fatal(err)
	}
	if s, err := j.Underway(stages.Crossroads); s != nil || err != nil {
		t.Errorf("crossroads is still under way: %v, %v", s, err)
	}
	if s, err := j.Underway(stages.Stages); err != nil || s == nil || len(s.Interview.Asked) != 3 {
		t.Errorf("the other interview reads %v, %v", s, err)
	}
}

func TestPlanIsKept(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	if p, err := j.Plan(); len(p.Items) != 0 || err != nil {
		t.Fatalf("a plan from nowhere: %v, %v", p, err)
	}
	want := session.Plan{Mentor: "Ruth", Items: []session.Item{{Step: stages.Step{ID: "a"}, Added: noon, Done: &noon, Evidence: "Lyon"}}}
	if err := j.SavePlan(want); err != nil {
		t.Fatal(err)
	}
	got, err := j.Plan()
	if want.Schema = 1; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("read back %+v, %v", got, err)
	}
	if err := os.WriteFile(filepath.Join(dir, "plan.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if p, err := j.Plan(); len(p.Items) != 0 || err != nil || len(j.Notices) != 1 {
		t.Errorf("a damaged plan gives %v, %v, %q", p, err, j.Notices)
	}
}

// When a write fails, the answers of before are still there, whole, and the error says so.
func TestFailedSaveLosesNothing(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir)
	if err := j.Save(sitting(1)); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "keep"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(dir, "interview.json"), filepath.Join(dir, "keep", "interview.json")); err != nil {
		t.Fatal(err)
	}
	// A folder that is not empty stands where the file should go, so that the rename fails.
	if err := os.MkdirAll(filepath.Join(dir, "interview.json", "full"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := j.Save(sitting(2)); err == nil {
		t.Error("a save that cannot succeed gives no error")
	}
	left, _ := filepath.Glob(filepath.Join(dir, ".new-*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
