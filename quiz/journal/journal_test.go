package journal

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/disk"
	"waymark/quiz/disk/powercut"
	"waymark/quiz/session"
	"waymark/stages"
)

func TestMain(m *testing.M) { powercut.InMemory(m) }

var noon = time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)

// opened is a journal on a disk that does not wait: the tests of what is on the disk after a failure have
// their own.
func opened(t *testing.T, dir string) *Journal { return openOn(t, dir, &faultyDisk{}) }

func openOn(t *testing.T, dir string, d disk.Disk) *Journal {
	t.Helper()
	j, err := Open(d, dir, func() time.Time { return noon })
	check(t, err)
	t.Cleanup(func() { check(t, j.Close()) })
	return j
}

// load reads all, and holds the notices to those wanted, each given by a part of it.
func load(t *testing.T, j *Journal, notices ...string) session.Saved {
	t.Helper()
	saved, err := j.Load()
	check(t, err)
	if len(j.Notices) != len(notices) {
		t.Fatalf("notices %q, want %q", j.Notices, notices)
	}
	for i, want := range notices {
		if !strings.Contains(j.Notices[i], want) {
			t.Errorf("notice %q, want %q in it", j.Notices[i], want)
		}
	}
	return saved
}

// attempt is an interview of the stages with so many answers, one of each kind.
func attempt(answers int) session.Attempt {
	a := session.Attempt{Assessment: stages.Stages, Started: noon, Saved: noon.Add(time.Minute), Profile: session.Profile{Name: "Ada", Work: "support"},
		Content: stages.ContentRef{ID: "content", Version: "1"}, Interview: stages.Interview{Seed: 7, Answers: stages.Answers{}}}
	for _, id := range []string{"a", "b", "c"}[:answers] {
		a.Interview = a.Interview.With(id, map[string]stages.Answer{
			"a": {Options: []string{"led"}, Evidence: "Lyon — 工場\n<in> \"June\"", Seconds: 2.5},
			"b": {Options: []string{}},
			"c": {Skip: stages.NoChance},
		}[id])
	}
	return a
}

// result is a result with so many answers, of the attempt begun so many hours after noon.
func result(answers, hour int) session.Result {
	r := session.Result{Attempt: attempt(answers), Snapshot: stages.Catalog{Levels: make([]stages.Level, 5)}}
	r.Placement.Held, r.Placement.Posterior = make([]float64, 5), make([]float64, 5)
	r.Started = noon.Add(time.Duration(hour) * time.Hour)
	return r
}

func plan(mentor string) session.Plan {
	later := noon.AddDate(0, 0, 21)
	return session.Plan{Mentor: mentor, Items: []session.Item{{Step: stages.Step{ID: "a"}, Added: noon, Done: &noon, Evidence: "Lyon"},
		{Step: stages.Step{ID: "road-product", Weeks: 2}, Added: noon, By: &later}}}
}

func check(t testing.TB, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, path, text string) {
	t.Helper()
	check(t, os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600))
}

func get(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	check(t, err)
	return string(data)
}

// names lists what is in a folder; nothing where there is none.
func names(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// aside returns what the files in set-aside hold.
func aside(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	for _, name := range names(t, filepath.Join(dir, "set-aside")) {
		out = append(out, get(t, filepath.Join(dir, "set-aside", name)))
	}
	return out
}

// every is all results of the stages, in the order in which they were reached.
func every(t *testing.T, j *Journal) (out []session.Result) {
	t.Helper()
	for r, err := range j.Results(stages.Stages) {
		check(t, err)
		out = append(out, r)
	}
	slices.Reverse(out)
	return out
}

// number is how many answers each result has, in order.
func number(results []session.Result) (out []int) {
	for _, r := range results {
		out = append(out, len(r.Interview.Answers))
	}
	return out
}

func refused(t *testing.T, err error, why string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), why) {
		t.Errorf("error %v, want one that says %q", err, why)
	}
}

func TestAllIsReadBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "waymark")
	j := openOn(t, dir, disk.OS{})
	if saved := load(t, j); !reflect.DeepEqual(saved, session.Saved{}) {
		t.Errorf("a new folder holds %+v", saved)
	}
	drafts := session.Drafts{"plan/mentor": {Text: "Ru"}, "q": {Ticked: []string{"a"}, None: true}}
	survey := attempt(1)
	survey.Assessment = stages.Surroundings
	for n := range 4 {
		check(t, j.Save(attempt(n)))
	}
	check(t, j.Save(survey), j.Finish(result(2, 1)), j.Save(attempt(3)), j.SavePlan(plan("Ruth")), j.SaveDrafts(drafts), j.Close())

	want := session.Saved{Attempts: []session.Attempt{attempt(3), survey}, Results: []session.Result{result(2, 1)}, Plan: plan("Ruth"), Drafts: drafts}
	for _, version := range []*int{&want.Attempts[0].Schema, &want.Attempts[1].Schema, &want.Results[0].Schema, &want.Plan.Schema} {
		*version = 1
	}
	if saved := load(t, opened(t, dir)); !reflect.DeepEqual(saved, want) {
		t.Errorf("read back %+v\nwant %+v", saved, want)
	}
}

func TestFilesAreThePersonsAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "waymark")
	j := openOn(t, dir, disk.OS{})
	check(t, j.Save(attempt(1)), j.Abandon(stages.Stages), j.Finish(result(1, 1)), j.Save(attempt(1)), j.SavePlan(plan("")), j.SaveDrafts(nil))
	put(t, filepath.Join(dir, "plan.json"), strings.Replace(get(t, filepath.Join(dir, "plan.json")), "Lyon", "Lion", 1))
	load(t, j, "changed outside")
	seen := 0
	check(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		seen++
		if info, _ := d.Info(); info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode().Perm())
		}
		return err
	}))
	if seen != 10 {
		t.Errorf("%d files and folders, want 10", seen)
	}
}

// The checksum is what the package comment says, so that it can be checked by hand.
func TestChecksumIsOfTheOtherLines(t *testing.T) {
	dir := t.TempDir()
	check(t, opened(t, dir).Save(attempt(2)))
	lines := strings.SplitAfter(get(t, filepath.Join(dir, "interview.json")), "\n")
	second := lines[1]
	if sum := sha256.Sum256([]byte(strings.Join(slices.Delete(lines, 1, 2), ""))); second != fmt.Sprintf(" \"sha256\": \"%x\",\n", sum) {
		t.Errorf("the second line is %q", second)
	}
}

func TestFinishClosesTheInterview(t *testing.T) {
	j := opened(t, t.TempDir())
	survey := attempt(2)
	survey.Assessment = stages.Crossroads
	check(t, j.Save(attempt(3)), j.Save(survey), j.Finish(result(3, 0)))
	if saved := load(t, j); len(saved.Attempts) != 1 || saved.Attempts[0].Assessment != stages.Crossroads || len(saved.Results) != 1 {
		t.Errorf("left: %+v", saved)
	}
	if _, err := os.Stat(filepath.Join(j.Dir(), "interview.json")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the interview is still there")
	}
}

// Results come in the order in which they were reached, through a clock that is set back or stands still,
// and after those of earlier versions, whose names are times.
func TestResultsComeInTheOrderReached(t *testing.T) {
	dir := t.TempDir()
	early := result(0, 9)
	early.Schema = 1
	for name, hour := range map[string]int{"20270101T000000.000Z": 1, "20260101T000000.000Z": 2} {
		early.Started = noon.Add(-time.Duration(hour) * time.Hour)
		data, err := json.Marshal(early)
		check(t, err)
		put(t, filepath.Join(dir, "results", name+".json"), string(data))
	}
	j := opened(t, dir)
	for i, saved := range []time.Duration{time.Hour, 0, 0, -time.Hour} {
		if i == 2 { // the numbers go on in the next program
			check(t, j.Close())
			j = opened(t, dir)
		}
		r := result(i, i)
		r.Saved = noon.Add(saved)
		check(t, j.Finish(r))
	}
	results := every(t, j)
	if got := number(results); !slices.Equal(got, []int{0, 0, 0, 1, 2, 3}) {
		t.Fatalf("results in the order %v", got)
	}
	if !results[0].Started.Equal(noon.Add(-2 * time.Hour)) {
		t.Error("the results of an earlier version are not in the order of their names")
	}
	want := []string{"20260101T000000.000Z.json", "20270101T000000.000Z.json", "result-000001-20260312T130000.000Z-stages.json",
		"result-000002-20260312T120000.000Z-stages.json", "result-000003-20260312T120000.000Z-stages.json", "result-000004-20260312T110000.000Z-stages.json"}
	if got := names(t, filepath.Join(dir, "results")); !slices.Equal(got, want) {
		t.Errorf("files %q", got)
	}
}

// An attempt that is looked at again gives a second file, and the result reached last stands for it.
func TestLaterResultOfAnAttemptStandsForIt(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	first, other, again := result(1, 0), result(2, 1), result(3, 0)
	again.Saved = first.Saved.Add(-time.Hour)
	check(t, j.Finish(first), j.Finish(other), j.Finish(again))
	if got := number(load(t, j).Results); !slices.Equal(got, []int{2, 3}) {
		t.Errorf("results with %v answers", got)
	}
	check(t, j.Finish(first), j.Finish(again), j.Finish(first)) // changed back, and again
	if got := number(load(t, j).Results); !slices.Equal(got, []int{2, 1}) {
		t.Errorf("results with %v answers", got)
	}
	if files := names(t, filepath.Join(dir, "results")); len(files) != 6 {
		t.Errorf("files %q, want every result kept", files)
	}
}

// To finish again what is on disk changes nothing; another result of the same attempt is a new file.
func TestFinishWritesAResultOnce(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	r := result(2, 0)
	check(t, j.Finish(r))
	r.Saved = r.Saved.Add(time.Minute)
	check(t, j.Save(attempt(2)), j.Finish(r), j.Close())
	j = opened(t, dir)
	check(t, j.Finish(r))
	if files := names(t, filepath.Join(dir, "results")); len(files) != 1 {
		t.Errorf("files %q", files)
	}
	r.Placement.Confidence = 0.5
	check(t, j.Finish(r))
	if files := names(t, filepath.Join(dir, "results")); len(files) != 2 {
		t.Errorf("files %q, want a second one", files)
	}
}

// A program that ended between writing a result and removing the interview leaves both.
func TestInterviewOfAResultIsNotUnderWay(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	check(t, j.Finish(result(2, 0)), j.Save(attempt(2)))
	reader := Read(dir)
	if saved := load(t, reader); len(saved.Attempts) != 0 || !slices.Contains(names(t, dir), "interview.json") {
		t.Error("a reader takes it for an interview, or removes it")
	}
	if saved := load(t, j); len(saved.Attempts) != 0 || slices.Contains(names(t, dir), "interview.json") {
		t.Error("it stays")
	}
	check(t, j.Save(attempt(3)))
	if saved := load(t, j); len(saved.Attempts) != 1 {
		t.Error("looked at again and changed, it is not under way")
	}
	check(t, j.Finish(result(3, 0)), j.Save(attempt(2)))
	if saved := load(t, j); len(saved.Attempts) != 1 {
		t.Error("changed back to what an earlier result had, it is not under way")
	}
}

func TestAbandonedInterviewsAreKept(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	check(t, j.Abandon(stages.Stages))
	if slices.Contains(names(t, dir), "set-aside") {
		t.Error("nothing was under way, and there is a folder for it")
	}
	for n := range 3 { // the clock stands still
		check(t, j.Save(attempt(n)), j.Abandon(stages.Stages))
	}
	if saved := load(t, j); len(saved.Attempts) != 0 {
		t.Errorf("still under way: %+v", saved.Attempts)
	}
	want := []string{"20260312T120000.000Z-2-interview.json", "20260312T120000.000Z-3-interview.json", "20260312T120000.000Z-interview.json"}
	if got := names(t, filepath.Join(dir, "set-aside")); !slices.Equal(got, want) {
		t.Errorf("set aside: %q", got)
	}
}

// damaged are files that are not what this program writes.
var damaged = map[string]string{
	"cut short":            `{"schema": 1, "interview": {"asked": ["a"`,
	"empty":                "",
	"a list":               `[1]`,
	"no schema":            `{"hello": 1}`,
	"schema 0":             `{"schema": 0}`,
	"a word as schema":     `{"schema": "one"}`,
	"two objects":          `{"schema": 1} {"schema": 1}`,
	"steers a terminal":    `{"schema": 1, "profile": {"name": "\u001b[2J"}}`,
	"a field of our types": `{"schema": 1, "started": 4, "items": 4}`,
}

func TestDamagedFilesAreSetAside(t *testing.T) {
	for name, text := range damaged {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			j := opened(t, dir)
			check(t, j.Finish(result(1, 0)), j.SaveDrafts(session.Drafts{"a": {Text: "b"}}))
			for _, file := range []string{"interview.json", "results/20250101T000000.000Z.json", "plan.json"} {
				put(t, filepath.Join(dir, file), text)
			}
			saved := load(t, j, "Your unfinished interview (interview.json) couldn't be read, so it was moved to ",
				"One of your results (results/20250101T000000.000Z.json) couldn't be read, so it was moved to ", "Your plan (plan.json) couldn't be read, so it was moved to ")
			if len(saved.Attempts) != 0 || len(saved.Results) != 1 || len(saved.Drafts) != 1 {
				t.Errorf("read: %+v", saved)
			}
			if got := aside(t, dir); !slices.Equal(got, []string{text, text, text}) {
				t.Errorf("set aside: %q", got)
			}
			load(t, j) // it is told once
		})
	}
}

// A file whose parts do not fit together has lost some, whether it has a checksum or not.
func TestInconsistentFilesAreSetAside(t *testing.T) {
	level := 6
	beyond := result(3, 0)
	beyond.Placement.Level, beyond.Placement.SpeaksFor = &level, &level
	for name, change := range map[string][2]string{
		"no interview":              {`"interview"`, `"jnterview"`},
		"no answers":                {`"answers"`, `"bnswers"`},
		"no list of what was asked": {`"asked"`, `"bsked"`},
		"an answer less":            {`"c": {`, `"b": {`},
		"asked once less":           {`"b",`, ``},
		"asked twice":               {`"b",`, `"c",`},
		"an answer that says none":  {`"options": [`, `"pptions": [`},
		"an answer that says both":  {`"skip": "no-chance"`, `"skip": "no-chance", "options": []`},
		"another assessment":        {`"assessment": "stages"`, `"assessment": "surroundings"`},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			j := opened(t, dir)
			check(t, j.Finish(result(3, 1)), j.Save(attempt(3)))
			files := []string{filepath.Join(dir, "interview.json"), filepath.Join(dir, "results", names(t, filepath.Join(dir, "results"))[0])}
			for _, path := range files {
				put(t, path, replaced(t, get(t, path), change[0], change[1]))
			}
			if saved := load(t, j, "(interview.json) couldn't be read", "One of your results"); len(saved.Attempts)+len(saved.Results) != 0 {
				t.Errorf("read: %+v", saved)
			}
			if got := aside(t, dir); len(got) != 2 {
				t.Errorf("%d files set aside", len(got))
			}
		})
	}
	t.Run("a level that is not on the path", func(t *testing.T) {
		j := opened(t, t.TempDir())
		check(t, j.Finish(beyond))
		if saved := load(t, j, "One of your results"); len(saved.Results) != 0 {
			t.Errorf("read: %+v", saved.Results)
		}
	})
}

func replaced(t *testing.T, text, old, with string) string {
	t.Helper()
	if !strings.Contains(text, old) {
		t.Fatalf("no %s in %s", old, text)
	}
	return strings.Replace(text, old, with, 1)
}

// What a newer program wrote may have any form. It is left alone, nothing replaces it, and the rest is read.
func TestNewerFilesAreLeftAlone(t *testing.T) {
	for name, newer := range map[string]string{
		"the same fields": `{"schema": 2}`,
		"other types":     `{"schema": 2, "interview": [1], "items": {}, "assessment": 4, "drafts": 1}`,
		"schema last":     `{"interview": [{"schema": 1}], "schema": 2}`,
		"another format":  "{\"schema\": 2}\n\x00\x01",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			files := []string{"crossroads.json", "drafts.json", "interview.json", "plan.json", "results/result-000007-x.json"}
			for _, file := range files {
				put(t, filepath.Join(dir, file), newer)
			}
			const why = "was written by a newer version of Waymark; use that version, or move the file away"
			j := opened(t, dir)
			load(t, j, "(interview.json) "+why, "(crossroads.json) "+why, "(results/result-000007-x.json) "+why, "(plan.json) "+why, "(drafts.json) "+why)
			refused(t, j.Save(attempt(1)), "interview.json "+why)
			refused(t, j.Abandon(stages.Crossroads), "crossroads.json "+why)
			refused(t, j.SavePlan(plan("")), "plan.json "+why)
			refused(t, j.SaveDrafts(nil), "drafts.json "+why)
			check(t, j.Finish(result(1, 0)))
			if saved := load(t, j, why, why, why, why, why); len(saved.Results) != 1 {
				t.Errorf("results %+v", saved.Results)
			}
			for _, file := range files {
				if got := get(t, filepath.Join(dir, file)); got != newer {
					t.Errorf("%s is now %q", file, got)
				}
			}
			if got := names(t, filepath.Join(dir, "results")); !slices.Equal(got, []string{"result-000007-x.json", "result-000008-20260312T120100.000Z-stages.json"}) {
				t.Errorf("results: %q", got)
			}
		})
	}
}

// A program that writes without having read first replaces nothing it would not have replaced.
func TestWriteReadsFirst(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "plan.json"), `{"schema": 2}`)
	refused(t, opened(t, dir).SavePlan(plan("")), "newer version")
	j := opened(t, filepath.Join(dir, "waymark"))
	load(t, j)
	check(t, os.RemoveAll(j.Dir()))
	put(t, j.Dir(), "")
	_, err := j.Load()
	refused(t, err, "isn't a folder")
	refused(t, j.Save(attempt(1)), "isn't a folder")
	check(t, os.Remove(j.Dir()), j.Save(attempt(1))) // a folder that is gone is made anew
}

// A later version may add a field anywhere.
func TestUnknownFieldsArePassedOver(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	check(t, j.Finish(result(3, 1)), j.Save(attempt(3)), j.SavePlan(plan("Ruth")))
	files := append(names(t, filepath.Join(dir, "results")), "../interview.json", "../plan.json")
	for _, file := range files {
		path := filepath.Join(dir, "results", file)
		lines := strings.SplitAfter(get(t, path), "\n")
		text := strings.Join(slices.Delete(lines, 1, 2), "") // the checksum
		text = strings.ReplaceAll(text, "{\n", "{\n\"later\": {\"x\": [1]},\n")
		put(t, path, strings.ReplaceAll(text, "\"answers\": {\n\"later\": {\"x\": [1]},", "\"answers\": {")) // it has questions, no fields
	}
	saved := load(t, j)
	if len(saved.Attempts) != 1 || !reflect.DeepEqual(saved.Attempts[0].Interview, attempt(3).Interview) || len(saved.Results) != 1 || saved.Plan.Mentor != "Ruth" {
		t.Errorf("read: %+v", saved)
	}
}

// A file that was changed by hand, or on the disk, is used as far as it goes, and a copy is kept.
func TestChangedFilesAreCopied(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	path := filepath.Join(dir, "interview.json")
	var copies []string
	for _, change := range [][2]string{{"Lyon", "Lion"}, {`"evidence"`, `"fvidence"`}, {"\n \"saved\"", "\n  \"saved\""}} {
		check(t, j.Save(attempt(3)))
		changed := replaced(t, get(t, path), change[0], change[1])
		put(t, path, changed)
		copies = append(copies, changed)
		if saved := load(t, Read(dir), "Your unfinished interview (interview.json) was changed outside Waymark or damaged."); len(saved.Attempts) != 1 {
			t.Errorf("a reader reads %+v", saved)
		}
		saved := load(t, j, "(interview.json) was changed outside Waymark or damaged; a copy is kept in "+filepath.Join(dir, "set-aside")+".")
		if len(saved.Attempts) != 1 || len(saved.Attempts[0].Interview.Answers) != 3 {
			t.Errorf("read: %+v", saved)
		}
		for _, again := range []*Journal{j, Read(dir)} { // it is told once, and used again
			if saved := load(t, again); len(saved.Attempts) != 1 {
				t.Errorf("read again: %+v", saved)
			}
		}
	}
	got := aside(t, dir)
	if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(copies))) {
		t.Errorf("copies: %q\nwant %q", got, copies)
	}
	check(t, j.Save(attempt(3)))
	load(t, j)
}

func TestSecondProgramReadsOnly(t *testing.T) {
	dir := t.TempDir()
	first, second := opened(t, dir), opened(t, dir)
	if first.ReadOnly != nil || !errors.Is(second.ReadOnly, ErrOtherWindow) {
		t.Fatalf("read-only: first %v, second %v", first.ReadOnly, second.ReadOnly)
	}
	check(t, first.Save(attempt(1)))
	for _, err := range []error{second.Save(attempt(2)), second.Abandon(stages.Stages), second.Finish(result(1, 0)), second.SavePlan(plan("")), second.SaveDrafts(nil)} {
		if !errors.Is(err, ErrOtherWindow) {
			t.Errorf("a write of the second program gives %v", err)
		}
	}
	if saved := load(t, second); len(saved.Attempts) != 1 || len(saved.Attempts[0].Interview.Answers) != 1 {
		t.Errorf("second program reads %+v", saved)
	}
	check(t, first.Close())
	if third := opened(t, dir); third.ReadOnly != nil {
		t.Errorf("after the first is closed: %v", third.ReadOnly)
	}
}

func TestReadingDisturbsNobody(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "waymark")
	load(t, Read(dir))
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error("reading makes the folder")
	}
	writer := opened(t, dir)
	check(t, writer.Finish(result(1, 0)))
	put(t, filepath.Join(dir, "results", "20260101T000000.000Z.json"), `{"schema": 1, "resu`)
	put(t, filepath.Join(dir, "plan.json"), "{")
	reader := Read(dir)
	saved := load(t, reader, "One of your results (results/20260101T000000.000Z.json) couldn't be read.", "Your plan (plan.json) couldn't be read.")
	if len(saved.Results) != 1 || slices.Contains(names(t, dir), "set-aside") {
		t.Errorf("a reader reads %+v, and there is %q", saved, names(t, dir))
	}
	check(t, reader.Close(), writer.Save(attempt(2)))
}

// Writes that were cut short leave temporary files. Whoever holds the lock removes them, and nothing else.
func TestLeftOversAreRemoved(t *testing.T) {
	dir := t.TempDir()
	kept := []string{".new-12/x", ".new-draft", "new-1", ".old-1", "other/.new-1"}
	litter := []string{".new-1", "results/.new-22", "set-aside/.new-4294967295"}
	for _, file := range slices.Concat(kept, litter) {
		put(t, filepath.Join(dir, file), "x")
	}
	check(t, os.Symlink("new-1", filepath.Join(dir, ".new-3")))
	there := func(file string) bool { _, err := os.Lstat(filepath.Join(dir, file)); return err == nil }
	load(t, Read(dir))
	if !there(litter[0]) {
		t.Error("a reader removes files")
	}
	load(t, opened(t, dir))
	for _, file := range append(kept, ".new-3") {
		if !there(file) {
			t.Errorf("%s is gone", file)
		}
	}
	for _, file := range litter {
		if there(file) {
			t.Errorf("%s is still there", file)
		}
	}
}

func BenchmarkSaveDrafts(b *testing.B) {
	j, err := Open(disk.OS{}, b.TempDir(), time.Now)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = j.Close() }()
	d := session.Drafts{"a": {Text: strings.Repeat("word ", 100)}}
	for b.Loop() {
		if err := j.SaveDrafts(d); err != nil {
			b.Fatal(err)
		}
	}
}
