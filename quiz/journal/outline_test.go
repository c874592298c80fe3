package journal

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// outlined is what a program finds that has read only an outline; "" where it has to read all.
func outlined(t *testing.T, dir string) string {
	t.Helper()
	saved, ok := Read(dir).Outline()
	if !ok {
		return ""
	}
	var found []string
	for _, r := range saved.Results {
		found = append(found, r.Assessment+" "+r.Saved.Format(time.TimeOnly))
	}
	return strings.Join(append(found, saved.Plan.Mentor), ", ")
}

const outlinedThen = "crossroads 12:00:00, stages 13:00:00, stages 15:00:00, Ruth"

// planned is a folder with an index, and a plan.
func planned(t *testing.T) string {
	t.Helper()
	dir := many(t, 3)
	j := opened(t, dir)
	load(t, j)
	check(t, j.SavePlan(plan("Ruth")), j.Close())
	return dir
}

// Nothing is read of the results themselves, whose bytes are others here.
func TestAnOutlineReadsNoResult(t *testing.T) {
	dir := planned(t)
	results := filepath.Join(dir, resultsDir)
	for _, name := range names(t, results) {
		path := filepath.Join(results, name)
		info, err := os.Stat(path)
		check(t, err, os.WriteFile(path, make([]byte, info.Size()), 0o600), os.Chtimes(path, info.ModTime(), info.ModTime()))
	}
	if got := outlined(t, dir); got != outlinedThen {
		t.Errorf("an outline of %q", got)
	}
	check(t, os.Remove(filepath.Join(dir, planFile)))
	if got := outlined(t, dir); got != strings.TrimSuffix(outlinedThen, "Ruth") {
		t.Errorf("an outline of %q without a plan", got)
	}
}

// An outline counts while everything is as it was left. Whatever else there is, all has to be read; and then there is
// an outline again, where that's the end of it.
func TestAnOutlineOnlyOfWhatIsAsItWas(t *testing.T) {
	lasting := []string{"an interview", "a survey", "a link to an interview", "a changed plan"}
	last := filepath.Join(resultsDir, "result-000007-20260312T150000.000Z-stages.json")
	for name, does := range map[string]func(t *testing.T, dir string){
		"no index":           func(t *testing.T, dir string) { check(t, os.Remove(filepath.Join(dir, indexFile))) },
		"an index cut short": func(t *testing.T, dir string) { put(t, filepath.Join(dir, indexFile), "{") },
		"a step that's done": func(t *testing.T, dir string) {
			for _, next := range []string{"road-product", "a"} { // which is done
				if got := outlined(t, dir); got != outlinedThen {
					t.Errorf("of what isn't done, an outline of %q", got)
				}
				reindexed(t, dir, func(i *storedIndex) {
					i.Outlines[0].Placement.Next, i.Outlines[0].Steps = []stages.NextStep{{Step: next}}, []stages.Step{{ID: next}}
				})
			}
		},
		"a result more": func(t *testing.T, dir string) {
			put(t, filepath.Join(dir, resultsDir, "result-000900-x-stages.json"), "{}")
		},
		"a result less":        func(t *testing.T, dir string) { check(t, os.Remove(filepath.Join(dir, last))) },
		"a result changed":     func(t *testing.T, dir string) { put(t, filepath.Join(dir, last), get(t, filepath.Join(dir, last))) },
		"a result of any size": func(t *testing.T, dir string) { resized(t, filepath.Join(dir, last)) },
		"a damaged plan":       func(t *testing.T, dir string) { put(t, filepath.Join(dir, planFile), "{") },
		"a changed plan": func(t *testing.T, dir string) {
			put(t, filepath.Join(dir, planFile), replaced(t, get(t, filepath.Join(dir, planFile)), "Ruth", "Rutn"))
		},
		"an interview": func(t *testing.T, dir string) { check(t, opened(t, dir).Save(attempt(2))) },
		"a survey": func(t *testing.T, dir string) {
			a := attempt(2)
			a.Assessment = stages.Surroundings
			check(t, opened(t, dir).Save(a))
		},
		"a link to an interview": func(t *testing.T, dir string) {
			check(t, os.Symlink("nowhere", filepath.Join(dir, interviewFile(stages.Stages))))
		},
		"an older index": func(t *testing.T, dir string) { reindexed(t, dir, func(i *storedIndex) { i.Outlines = nil }) },
		"an index without one of its outlines": func(t *testing.T, dir string) {
			reindexed(t, dir, func(i *storedIndex) { i.Outlines = i.Outlines[1:] })
		},
		"an outline that isn't whole": func(t *testing.T, dir string) {
			reindexed(t, dir, func(i *storedIndex) { i.Outlines[0].Levels = i.Outlines[0].Levels[1:] })
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := planned(t)
			if got := outlined(t, dir); got != outlinedThen {
				t.Fatalf("at first, an outline of %q", got)
			}
			does(t, dir)
			if got := outlined(t, dir); got != "" {
				t.Errorf("an outline of %q", got)
			}
			j := opened(t, dir)
			_, err := j.Load()
			check(t, err)
			rest(t, dir)
			_, err = j.Load()
			check(t, err)
			if got := outlined(t, dir); (got == "") != slices.Contains(lasting, name) {
				t.Errorf("then, an outline of %q", got)
			}
		})
	}
}

// resized adds to a file without a change of its time.
func resized(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	check(t, err)
	put(t, path, get(t, path)+"\n")
	check(t, os.Chtimes(path, info.ModTime(), info.ModTime()))
}

func reindexed(t *testing.T, dir string, change func(*storedIndex)) {
	t.Helper()
	index, err := Read(dir).index()
	check(t, err)
	change(&index)
	index.SHA256 = ""
	put(t, filepath.Join(dir, indexFile), string(encoded(t, index)))
}

func TestNoIndexOfNothing(t *testing.T) {
	dir := t.TempDir()
	load(t, opened(t, dir))
	if slices.Contains(names(t, dir), indexFile) || outlined(t, dir) != "" {
		t.Error("there is an index of no results")
	}
}

// A result that was changed a moment ago may change again without a trace.
func TestNoOutlineOfAResultThatMayChange(t *testing.T) {
	dir := many(t, 3)
	now := time.Now()
	check(t, os.Chtimes(filepath.Join(dir, resultsDir, "result-000007-20260312T150000.000Z-stages.json"), now, now))
	load(t, opened(t, dir))
	if slices.Contains(names(t, dir), indexFile) {
		t.Error("there is an index")
	}
}

// An index that says all there is isn't written again.
func TestAnIndexIsWrittenOnce(t *testing.T) {
	dir := planned(t)
	path, then := filepath.Join(dir, indexFile), time.Now().Add(-time.Hour).Truncate(time.Second)
	check(t, os.Chtimes(path, then, then))
	load(t, opened(t, dir))
	if info, err := os.Stat(path); err != nil || !info.ModTime().Equal(then) {
		t.Errorf("written at %v, %v", info.ModTime(), err)
	}
}

// What an index leaves out would no longer be told of.
func TestNoIndexWithoutAResultThatCannotBeRead(t *testing.T) {
	dir := many(t, 3)
	put(t, filepath.Join(dir, resultsDir, "result-000900-x-stages.json"), `{"schema": 2}`)
	rest(t, dir)
	for range 2 {
		load(t, opened(t, dir), "One of your results (results/result-000900-x-stages.json) was written by a newer version of Waymark")
	}
}

// Wherever the index is damaged, nothing is told of it, and an outline is the right one or none.
func TestNoDamageToTheIndexIsBelieved(t *testing.T) {
	dir := planned(t)
	path := filepath.Join(dir, indexFile)
	good, results := []byte(get(t, path)), number(load(t, opened(t, dir)).Results)
	damages(good, func(damaged []byte, how string) {
		_ = os.Remove(path)
		check(t, os.WriteFile(path, damaged, 0o600))
		if got := outlined(t, dir); got != "" && got != outlinedThen {
			t.Errorf("%s: an outline of %q", how, got)
		}
	})
	if got := number(load(t, opened(t, dir)).Results); !slices.Equal(got, results) {
		t.Errorf("results with %v answers, want %v", got, results)
	}
}

// An outline has what home shows of a result, which quiz.TestHomeIsTheSameFromAnOutline holds; here, that it comes
// back from the disk.
func TestOutlineComesBack(t *testing.T) {
	r := of(stages.Surroundings, 2, 0)
	r.Snapshot.Steps = []stages.Step{{ID: "a"}, {ID: "b"}}
	r.Placement.Next = []stages.NextStep{{Step: "gone"}, {Step: "b"}, {Step: "a"}}
	r.Placement.Why, r.Snapshot.Strands = []stages.Influence{{}}, []stages.Strand{{ID: "a", Name: "A"}}
	dir := t.TempDir()
	put(t, filepath.Join(dir, "x"), "12345")
	info, err := os.Stat(filepath.Join(dir, "x"))
	check(t, err)
	var index storedIndex
	check(t, decode(encoded(t, storedIndex{Schema: schema, Outlines: []storedOutline{newOutline(r, info)}}), &index))
	o := index.Outlines[0]
	got := o.result()
	want := session.Result{Attempt: session.Attempt{Assessment: r.Assessment, Started: r.Started, Saved: r.Saved}, Placement: r.Placement, Scores: r.Scores}
	want.Placement.Why, want.Placement.Next = nil, r.Placement.Next[1:2]
	for i := range r.Snapshot.Levels {
		r.Snapshot.Levels[i].Level = i + 1
	}
	want.Snapshot = stages.Catalog{Levels: r.Snapshot.Levels, Strands: r.Snapshot.Strands, Steps: r.Snapshot.Steps[1:]}
	want.Snapshot.Crossroads.Roads, want.Snapshot.Surroundings.Winds = r.Snapshot.Crossroads.Roads, r.Snapshot.Surroundings.Winds
	if !reflect.DeepEqual(got, want) || !o.of(filepath.Join(dir, "x")) || o.Bytes != 5 {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}
