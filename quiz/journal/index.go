package journal

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// The index names the newest results, so that a program need not list ten thousand files to find them, and holds an
// outline of each, so that home can be drawn before they are read. It is never trusted over the files: it counts only
// while the folder has not changed since, what it names is read whole before anything is done with it, and whatever
// does not fit makes the program look through the folder.
const (
	indexFile = "newest.json"
	// restFor is how long a folder or a file must have been unchanged when it is looked through: a change that comes
	// with the same time of change would not be seen later. The times of file systems are up to two seconds apart.
	restFor = 3 * time.Second
)

type storedIndex struct {
	sealed
	Schema   int             `json:"schema"`
	Changed  time.Time       `json:"changed"`  // when the folder of results was changed last
	Last     int             `json:"last"`     // the highest number among its files
	Files    []string        `json:"files"`    // the newest results, the latest first
	Outlines []storedOutline `json:"outlines"` // of each of them
}

// storedOutline is what home shows of a result, and its file as that was then. It has no more fields than that: to learn
// all that a result may hold takes longer than reading this.
type storedOutline struct {
	Bytes      int64                `json:"bytes"`
	Changed    time.Time            `json:"changed"`
	Assessment string               `json:"assessment"`
	Started    time.Time            `json:"started"`
	Saved      time.Time            `json:"saved"`
	Placement  stages.Placement     `json:"result"`
	Scores     *stages.SurveyScores `json:"survey,omitempty"`
	Steps      []stages.Step        `json:"steps,omitempty"`
	Levels     []label              `json:"levels,omitempty"`
	Strands    []label              `json:"strands,omitempty"`
	Roads      []label              `json:"roads,omitempty"`
	Winds      []label              `json:"winds,omitempty"`
}

// label is a part of the content, of which home says the name alone.
type label struct {
	ID   string `json:"id"`
	Name string `json:"name,omitempty"`
}

func newOutline(r session.Result, file fs.FileInfo) storedOutline {
	o := storedOutline{Bytes: file.Size(), Changed: file.ModTime(), Assessment: r.Assessment, Started: r.Started, Saved: r.Saved,
		Placement: r.Placement, Scores: r.Scores}
	o.Placement.Why, o.Placement.Gains, o.Placement.WouldChange, o.Placement.Next = nil, nil, nil, nil
	if advised := r.Advised(); len(advised) > 0 {
		o.Placement.Next, o.Steps = []stages.NextStep{advised[0].NextStep}, []stages.Step{*advised[0].Words}
	}
	for _, l := range r.Snapshot.Levels {
		o.Levels = append(o.Levels, label{l.ID, l.Name})
	}
	for _, s := range r.Snapshot.Strands {
		o.Strands = append(o.Strands, label{s.ID, s.Name})
	}
	for _, road := range r.Snapshot.Crossroads.Roads {
		o.Roads = append(o.Roads, label{road.ID, road.Name})
	}
	for _, wind := range r.Snapshot.Surroundings.Winds {
		o.Winds = append(o.Winds, label{ID: wind.ID})
	}
	return o
}

func (o storedOutline) result() session.Result {
	said := stages.Catalog{Steps: o.Steps}
	for i, l := range o.Levels {
		said.Levels = append(said.Levels, stages.Level{Level: i + 1, ID: l.ID, Name: l.Name})
	}
	for _, s := range o.Strands {
		said.Strands = append(said.Strands, stages.Strand{ID: s.ID, Name: s.Name})
	}
	for _, road := range o.Roads {
		said.Crossroads.Roads = append(said.Crossroads.Roads, stages.Road{ID: road.ID, Name: road.Name})
	}
	for _, wind := range o.Winds {
		said.Surroundings.Winds = append(said.Surroundings.Winds, stages.Wind{ID: wind.ID})
	}
	return session.Result{Attempt: session.Attempt{Assessment: o.Assessment, Started: o.Started, Saved: o.Saved},
		Placement: o.Placement, Scores: o.Scores, Snapshot: said}
}

// of reports whether it is of a file as that is now.
func (o storedOutline) of(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() == o.Bytes && info.ModTime().Equal(o.Changed)
}

// Outline returns outlines of the newest results, and the plan, as far as home is drawn from them; false where that
// takes all that [Journal.Load] reads, as amid an interview or where anything is not as it was left. It changes nothing.
func (j *Journal) Outline() (saved session.Saved, ok bool) {
	for _, assessment := range assessments {
		if _, err := os.Lstat(filepath.Join(j.dir, interviewFile(assessment))); !errors.Is(err, fs.ErrNotExist) {
			return saved, false
		}
	}
	index, err := j.index()
	if err != nil || len(index.Outlines) != len(index.Files) { // an older version writes none
		return saved, false
	}
	for i, o := range index.Outlines {
		r := o.result()
		if !o.of(j.resultPath(index.Files[i])) || !r.Valid() {
			return saved, false
		}
		saved.Results = append(saved.Results, r)
	}
	slices.Reverse(saved.Results)
	var plan storedPlan
	if _, err = j.decoded(planFile, &plan); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return saved, false
	}
	saved.Plan = plan.Plan
	// where the step is done that an outline has, another one takes its place, which the outline doesn't have
	return saved, !slices.ContainsFunc(saved.Results, func(r session.Result) bool { return r.AdvisesDone(plan.Plan) })
}

func (j *Journal) resultPath(file string) string {
	return filepath.Join(j.dir, resultsDir, filepath.Base(file))
}

// resultsChanged is when a file was last added to the folder of results, or taken out; zero where that is unknown.
func (j *Journal) resultsChanged() time.Time {
	info, err := os.Stat(filepath.Join(j.dir, resultsDir))
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

// index reads the index.
func (j *Journal) index() (index storedIndex, err error) {
	if _, err = j.decoded(indexFile, &index); err == nil && !index.Changed.Equal(j.resultsChanged()) {
		err = fs.ErrInvalid // the folder of results has been changed since; nobody is told
	}
	return index, err
}

// indexed reads the results that the index names, and reports whether they are the newest.
func (j *Journal) indexed() (found newest, known bool) {
	index, err := j.index()
	if errors.Is(err, errNewer) {
		j.guards[indexFile] = func() error { return err } // it is the newer program's
	}
	if err != nil {
		return found, false
	}
	for _, file := range index.Files {
		r, ok := j.result(filepath.Base(file))
		if !ok {
			return newest{}, false
		}
		found.results, found.files = append(found.results, r), append(found.files, filepath.Base(file))
	}
	j.last = index.Last
	return found, true
}

// writeIndex keeps what was found, unless the folder or one of the files may have changed meanwhile.
func (j *Journal) writeIndex(changed time.Time, found newest) {
	if len(found.files) == 0 || j.ReadOnly != nil || time.Since(changed) < restFor || !changed.Equal(j.resultsChanged()) {
		return
	}
	index := storedIndex{Schema: schema, Changed: changed, Last: j.last, Files: found.files}
	for i, file := range found.files {
		info, err := os.Stat(j.resultPath(file))
		if err != nil || time.Since(info.ModTime()) < restFor {
			return
		}
		index.Outlines = append(index.Outlines, newOutline(found.results[i], info))
	}
	data, err := encode(index)
	if before, _ := read(filepath.Join(j.dir, indexFile)); err != nil || bytes.Equal(data, before) || j.ready(indexFile) != nil {
		return
	}
	_ = j.writeBytes(indexFile, data, false) // else the next start tries again
}
