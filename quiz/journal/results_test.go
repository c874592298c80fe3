package journal

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/disk"
	"waymark/quiz/session"
	"waymark/stages"
)

// of is a result of an assessment, with so many answers.
func of(assessment string, answers, hour int) session.Result {
	r := result(answers, hour)
	r.Schema, r.Assessment = schema, assessment
	if assessment != stages.Stages {
		r.Scores = &stages.SurveyScores{}
		r.Snapshot.Crossroads.Roads, r.Snapshot.Surroundings.Winds = make([]stages.Road, 1), make([]stages.Wind, 1)
	}
	return r
}

// many is a folder with n results of the stages that count for nothing, then a crossroads, and three results of
// the stages with 1 to 3 answers, the last two of one attempt. The folder was at rest for a minute.
func many(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	results := filepath.Join(dir, resultsDir)
	check(t, os.Mkdir(results, 0o700))
	first := filepath.Join(results, "result-000001-x-stages.json")
	data, err := encode(of(stages.Stages, 0, 0))
	check(t, err)
	check(t, os.WriteFile(first, data, 0o600))
	for i := 2; i <= n; i++ {
		check(t, os.Link(first, filepath.Join(results, fmt.Sprintf(resultNumber+"-x-stages.json", i))))
	}
	j, err := Open(&faultyDisk{}, dir, func() time.Time { return noon })
	check(t, err)
	for i, r := range []session.Result{of(stages.Crossroads, 0, 1), of(stages.Stages, 1, 2), of(stages.Stages, 2, 3), of(stages.Stages, 3, 3)} {
		r.Saved = noon.Add(time.Duration(i) * time.Hour)
		check(t, j.Finish(r))
	}
	check(t, j.Close())
	rest(t, dir)
	return dir
}

// rest makes the folder of results, and what is in it, such as was changed last a minute ago.
func rest(t testing.TB, dir string) {
	t.Helper()
	then, results := time.Now().Add(-time.Minute), filepath.Join(dir, resultsDir)
	for _, name := range names(t, results) {
		check(t, os.Chtimes(filepath.Join(results, name), then, then))
	}
	check(t, os.Chtimes(results, then, then))
}

// A program opens with the last result of each assessment and the one of the stages before. What else there is
// is not looked at before someone asks for it.
func TestOnlyTheNewestResultsAreOpened(t *testing.T) {
	dir := many(t, 3)
	old := filepath.Join(dir, resultsDir, "result-000002-x-stages.json")
	check(t, os.Remove(old))
	put(t, old, "{")
	check(t, opened(t, dir).Finish(of(stages.Surroundings, 0, 5)))
	j := Read(dir)
	if got := number(load(t, j).Results); !slices.Equal(got, []int{0, 1, 3, 0}) {
		t.Errorf("results with %v answers", got)
	}
	faults := 0
	var got []int
	for r, err := range j.Results(stages.Stages) {
		if err != nil {
			faults++
			if want := "One of your results (results/result-000002-x-stages.json) couldn't be read."; err.Error() != want {
				t.Errorf("error %q, want %q", err, want)
			}
			continue
		}
		got = append(got, len(r.Interview.Answers))
	}
	if !slices.Equal(got, []int{3, 2, 1, 0, 0}) || faults != 1 {
		t.Errorf("of all results, %v answers and %d faults", got, faults)
	}
	for r := range j.Results(stages.Crossroads) {
		if r.Assessment != stages.Crossroads {
			t.Errorf("a result of %s among the crossroads", r.Assessment)
		}
	}
	for range j.Results(stages.Stages) {
		break // and no more is read
	}
}

// An old result that cannot be read is set aside when someone asks for it, as at the start.
func TestDamageAmongOldResultsIsSetAside(t *testing.T) {
	dir := many(t, 3)
	old := filepath.Join(dir, resultsDir, "result-000002-x-stages.json")
	check(t, os.Remove(old))
	put(t, old, "{")
	j := opened(t, dir)
	var told []string
	for _, err := range j.Results(stages.Stages) { // before Load
		if err != nil {
			told = append(told, err.Error())
		}
	}
	if len(told) != 1 || !strings.Contains(told[0], "so it was moved to") || !slices.Equal(aside(t, dir), []string{"{"}) {
		t.Errorf("told %q, set aside %q", told, aside(t, dir))
	}
	if got := number(every(t, j)); !slices.Equal(got, []int{0, 0, 1, 2, 3}) {
		t.Errorf("then %v", got)
	}
}

// Where nothing in a name says what a result is of, as in files of earlier versions, the file does. One
// attempt in ever so many files is one result.
func TestResultsWithoutAWordInTheirName(t *testing.T) {
	dir := many(t, 2)
	results := filepath.Join(dir, resultsDir)
	for _, name := range names(t, results) {
		plain, _, _ := strings.Cut(strings.TrimSuffix(name, ".json"), "Z-")
		check(t, os.Rename(filepath.Join(results, name), filepath.Join(results, strings.TrimSuffix(plain, "-x-stages")+".json")))
	}
	if got := number(load(t, opened(t, dir)).Results); !slices.Equal(got, []int{0, 1, 3}) {
		t.Errorf("results with %v answers", got)
	}
	if got := number(every(t, Read(dir))); !slices.Equal(got, []int{0, 0, 1, 2, 3}) {
		t.Errorf("all results with %v answers", got)
	}
}

// Once there is an index, the folder is not looked through: here it has a newer result, and its time of change was
// set back.
func TestIndexSparesTheFolder(t *testing.T) {
	dir := indexed(t)
	before := resultsAt(t, dir)
	put(t, filepath.Join(dir, resultsDir, "result-000900-x-stages.json"), string(encoded(t, of(stages.Stages, 0, 9))))
	check(t, os.Chtimes(filepath.Join(dir, resultsDir), before, before))
	j := opened(t, dir)
	if got := number(load(t, j).Results); !slices.Equal(got, []int{0, 1, 3}) {
		t.Errorf("the folder was looked through, for %v", got)
	}
	check(t, j.Finish(of(stages.Stages, 2, 10)))
	if !slices.ContainsFunc(names(t, filepath.Join(dir, resultsDir)), func(name string) bool { return strings.HasPrefix(name, "result-000069-") }) {
		t.Error("the numbers do not go on from the index")
	}
}

// Who leaves after a new result has looked through the folder already when they start again.
func TestIndexOfANewResult(t *testing.T) {
	dir := indexed(t)
	before := get(t, filepath.Join(dir, indexFile))
	j := opened(t, dir)
	load(t, j)
	check(t, j.Close())
	if get(t, filepath.Join(dir, indexFile)) != before {
		t.Error("the index changes without a result")
	}
	j = opened(t, dir)
	load(t, j)
	check(t, j.Finish(of(stages.Stages, 2, 10)))
	rest(t, dir)
	check(t, j.Close())
	var index storedIndex
	check(t, json.Unmarshal([]byte(get(t, filepath.Join(dir, indexFile))), &index))
	if !index.Changed.Equal(resultsAt(t, dir)) || index.Last != 69 || !strings.HasPrefix(index.Files[0], "result-000069-") {
		t.Errorf("the index is %+v", index)
	}
}

// indexed is a folder with many results and an index of them.
func indexed(t *testing.T) string {
	t.Helper()
	dir := many(t, 64)
	j := opened(t, dir)
	load(t, j)
	check(t, j.Close())
	get(t, filepath.Join(dir, indexFile))
	return dir
}

func resultsAt(t *testing.T, dir string) time.Time {
	t.Helper()
	info, err := os.Stat(filepath.Join(dir, resultsDir))
	check(t, err)
	return info.ModTime()
}

// The index is never trusted over the files: whatever happened to it or to them, the newest results are found.
func TestIndexIsNeverTrusted(t *testing.T) {
	last := "result-000068-20260312T150000.000Z-stages.json"
	change := func(old, with string) func(t *testing.T, dir string) {
		return func(t *testing.T, dir string) {
			path := filepath.Join(dir, indexFile)
			put(t, path, replaced(t, get(t, path), old, with))
		}
	}
	for name, test := range map[string]struct {
		does    func(t *testing.T, dir string)
		answers []int
		notices []string
	}{
		"a result from elsewhere": {func(t *testing.T, dir string) {
			put(t, filepath.Join(dir, resultsDir, "result-000900-x-stages.json"), string(encoded(t, of(stages.Stages, 2, 9))))
		}, []int{0, 3, 2}, nil},
		"a result taken away": {func(t *testing.T, dir string) { check(t, os.Remove(filepath.Join(dir, resultsDir, last))) }, []int{0, 1, 2}, nil},
		"a result taken away at the same time": {func(t *testing.T, dir string) {
			before := resultsAt(t, dir)
			check(t, os.Remove(filepath.Join(dir, resultsDir, last)), os.Chtimes(filepath.Join(dir, resultsDir), before, before))
		}, []int{0, 1, 2}, nil},
		"a damaged result":      {func(t *testing.T, dir string) { put(t, filepath.Join(dir, resultsDir, last), "{") }, []int{0, 1, 2}, []string{"One of your results"}},
		"no folder of results":  {func(t *testing.T, dir string) { check(t, os.RemoveAll(filepath.Join(dir, resultsDir))) }, nil, nil},
		"no index":              {func(t *testing.T, dir string) { check(t, os.Remove(filepath.Join(dir, indexFile))) }, []int{0, 1, 3}, nil},
		"cut short":             {func(t *testing.T, dir string) { put(t, filepath.Join(dir, indexFile), "{") }, []int{0, 1, 3}, nil},
		"not as it was written": {change("stages", "stagez"), []int{0, 1, 3}, nil},
		"another form": {func(t *testing.T, dir string) {
			put(t, filepath.Join(dir, indexFile), `{"schema": 1, "files": 4}`)
		}, []int{0, 1, 3}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			dir := indexed(t)
			test.does(t, dir)
			for _, j := range []*Journal{Read(dir), opened(t, dir)} {
				if got := number(load(t, j, test.notices...).Results); !slices.Equal(got, test.answers) {
					t.Errorf("results with %v answers, want %v", got, test.answers)
				}
			}
			if got := number(load(t, Read(dir)).Results); !slices.Equal(got, test.answers) {
				t.Errorf("next time, results with %v answers", got)
			}
		})
	}
}

// The index of a newer version is that version's.
func TestNewerIndexIsLeftAlone(t *testing.T) {
	dir := indexed(t)
	const newer = `{"schema": 2}`
	put(t, filepath.Join(dir, indexFile), newer)
	if got := number(load(t, opened(t, dir)).Results); !slices.Equal(got, []int{0, 1, 3}) || get(t, filepath.Join(dir, indexFile)) != newer {
		t.Errorf("results with %v answers, index %s", got, get(t, filepath.Join(dir, indexFile)))
	}
}

// A folder that was changed a moment ago may change again within the same tick of its clock, so that nothing
// tells the two apart; and one that someone reads only gets no index.
func TestNoIndexOfAFolderThatMayChange(t *testing.T) {
	dir := many(t, 3)
	load(t, Read(dir))
	if slices.Contains(names(t, dir), indexFile) {
		t.Error("a reader writes an index")
	}
	now := time.Now()
	check(t, os.Chtimes(filepath.Join(dir, resultsDir), now, now))
	load(t, opened(t, dir))
	if slices.Contains(names(t, dir), indexFile) {
		t.Error("there is an index of a folder that was changed a moment ago")
	}
}

// An index holds names of files in the folder, and no way out of it.
func TestIndexLeadsNowhereElse(t *testing.T) {
	dir := indexed(t)
	other := filepath.Join(t.TempDir(), "other.json")
	put(t, other, string(encoded(t, of(stages.Stages, 2, 9))))
	index := storedIndex{Schema: schema, Changed: resultsAt(t, dir), Last: 1, Files: []string{"../../" + filepath.Base(filepath.Dir(other)) + "/other.json"}}
	put(t, filepath.Join(dir, indexFile), string(encoded(t, index)))
	if got := number(load(t, opened(t, dir)).Results); !slices.Equal(got, []int{0, 1, 3}) {
		t.Errorf("results with %v answers", got)
	}
}

// A result that is finished anew, as with another aim, leaves an interview alone that was begun since.
func TestFinishLeavesAnotherInterviewAlone(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	old, now := of(stages.Stages, 1, 0), attempt(2)
	now.Started = noon.Add(5 * time.Hour)
	check(t, j.Finish(old), j.Save(now))
	old.Profile.Aim = "stay"
	check(t, j.Finish(old), j.Close())
	j = opened(t, dir)
	old.Profile.Aim = "onward"
	check(t, j.Finish(old)) // in another program, which has read it
	if saved := load(t, j); len(saved.Attempts) != 1 || len(saved.Attempts[0].Interview.Answers) != 2 {
		t.Errorf("under way: %+v", saved.Attempts)
	}
	check(t, j.Finish(session.Result{Attempt: now, Snapshot: old.Snapshot}))
	if slices.Contains(names(t, dir), "interview.json") {
		t.Error("its own result leaves it")
	}
}

// BenchmarkOpen is what stands between a start and the first screen: opening the journal and reading what a
// program begins with. docs/journal.md has the figures.
func BenchmarkOpen(b *testing.B) {
	start := func(b *testing.B, dir string) {
		j, err := Open(disk.OS{}, dir, time.Now)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := j.Load(); err != nil || len(j.Notices) > 0 {
			b.Fatal(err, j.Notices)
		}
		if err := j.Close(); err != nil {
			b.Fatal(err)
		}
	}
	for _, n := range []int{0, 1, 40, 10_000} {
		dir := realistic(b, n)
		rest(b, dir)
		b.Run(fmt.Sprintf("results=%d", n), func(b *testing.B) {
			start(b, dir)
			for b.Loop() {
				start(b, dir)
			}
		})
		if n < 10_000 {
			continue
		}
		b.Run(fmt.Sprintf("results=%d/after-a-new-one", n), func(b *testing.B) {
			for b.Loop() {
				_ = os.Remove(filepath.Join(dir, indexFile))
				start(b, dir)
			}
		})
	}
}

// realistic is a folder with n results as people have them: about 60 kB each, all but the last two of one content.
func realistic(b *testing.B, n int) string {
	b.Helper()
	sample, err := os.ReadFile("testdata/schema1/results/20261125T204719.464Z.json")
	if err != nil {
		b.Fatal(err)
	}
	var r session.Result
	if err := json.Unmarshal(sample, &r); err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	results := filepath.Join(dir, resultsDir)
	if err := os.Mkdir(results, 0o700); err != nil {
		b.Fatal(err)
	}
	for i := 1; i <= n; i++ {
		path := filepath.Join(results, resultName(i, r))
		if i > 1 && i < n {
			if err := os.Link(filepath.Join(results, resultName(1, r)), path); err != nil {
				b.Fatal(err)
			}
			continue
		}
		r.Started = r.Started.Add(time.Minute)
		data, err := encode(r)
		if err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}
