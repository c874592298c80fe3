//go:build unix

package journal

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"waymark/quiz/disk"
	"waymark/stages"
)

// Only regular files are read: to read a pipe waits forever. What else is there is passed over, and nothing
// replaces it.
func TestSpecialFilesArePassedOver(t *testing.T) {
	for name, special := range map[string]func(path string) error{
		"a pipe":          func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"a folder":        func(path string) error { return os.Mkdir(path, 0o700) },
		"a device's link": func(path string) error { return os.Symlink("/dev/zero", path) },
		"a huge file": func(path string) error {
			put(t, path, "")
			return os.Truncate(path, 64<<20+1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			check(t, os.Mkdir(filepath.Join(dir, "results"), 0o700))
			for _, file := range []string{"interview.json", "plan.json", "drafts.json", "results/x.json", "results/x"} {
				check(t, special(filepath.Join(dir, file)))
			}
			const why = ", so it was skipped; move it away."
			j := opened(t, dir)
			load(t, j, "(interview.json) is", "(results/x.json) is", "(plan.json) is", "(drafts.json) is")
			for _, notice := range j.Notices {
				if !strings.HasSuffix(notice, why) {
					t.Errorf("told %q", notice)
				}
			}
			refused(t, j.Save(attempt(1)), "interview.json is")
			refused(t, j.Abandon(stages.Stages), "interview.json is")
			refused(t, j.SavePlan(plan("")), "plan.json is")
			refused(t, j.SaveDrafts(nil), "drafts.json is")
			check(t, j.Finish(result(1, 0)))
			if saved := load(t, j, why, why, why, why); len(saved.Results) != 1 {
				t.Errorf("read %+v", saved)
			}
			if got := names(t, dir); !slices.Equal(got, []string{"drafts.json", "interview.json", "lock", "plan.json", "results"}) {
				t.Errorf("files: %q", got)
			}
		})
	}
}

func TestLargestFileIsRead(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "plan.json")
	put(t, path, "")
	check(t, os.Truncate(path, 64<<20))
	load(t, opened(t, dir), "Your plan (plan.json) couldn't be read, so it was moved to ")
}

func TestFoldersThatAreNone(t *testing.T) {
	dir := t.TempDir()
	pipe, link, file := filepath.Join(dir, "pipe"), filepath.Join(dir, "link"), filepath.Join(dir, "file")
	check(t, syscall.Mkfifo(pipe, 0o600), os.Symlink("nowhere", link))
	put(t, file, "")
	for path, why := range map[string]string{pipe: "isn't a folder; move it away", file: "isn't a folder; move it away",
		link: "is a link to a folder that isn't there; make that folder, or remove the link"} {
		_, err := Open(disk.OS{}, path, nil)
		refused(t, err, "can't read the folder for your answers: "+path+" "+why)
		_, err = Read(path).Load()
		refused(t, err, "can't read the folder for your answers: "+path+" "+why)

		data := t.TempDir()
		results := filepath.Join(data, "results")
		check(t, os.Rename(path, results))
		j := opened(t, data)
		check(t, j.Save(attempt(1)))
		if saved := load(t, j, "The folder with your results (results) couldn't be read: "+results+" "+why); len(saved.Attempts) != 1 {
			t.Errorf("read %+v", saved)
		}
		refused(t, j.Finish(result(1, 0)), why)
		if saved := load(t, j, why); len(saved.Attempts) != 1 {
			t.Error("the interview is gone, and there is no result")
		}
	}
	lock := t.TempDir()
	check(t, syscall.Mkfifo(filepath.Join(lock, "lock"), 0o600))
	_, err := Open(disk.OS{}, lock, nil)
	refused(t, err, "lock: not a regular file; move it away")
}

// A person may keep a file elsewhere and link to it. What is written goes there.
func TestLinksAreWrittenThrough(t *testing.T) {
	for name, link := range map[string]string{"to a file": "elsewhere/mine.json", "to a link": "other", "in full": "/elsewhere/mine.json"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if filepath.IsAbs(link) {
				link = dir + link
			}
			j := opened(t, dir)
			mine := filepath.Join(dir, "elsewhere", "mine.json")
			check(t, os.Mkdir(filepath.Dir(mine), 0o700), j.Save(attempt(1)), os.Rename(filepath.Join(dir, "interview.json"), mine),
				os.Symlink("elsewhere/mine.json", filepath.Join(dir, "other")), os.Symlink(link, filepath.Join(dir, "interview.json")))
			check(t, j.Save(attempt(2)))
			if saved := load(t, j); len(saved.Attempts) != 1 || len(saved.Attempts[0].Interview.Answers) != 2 {
				t.Errorf("read %+v", saved.Attempts)
			}
			if text := get(t, mine); !strings.Contains(text, `"b": {`) {
				t.Errorf("there is %s", text)
			}
			check(t, j.Abandon(stages.Stages))
			if got := aside(t, dir); len(got) != 1 || len(names(t, filepath.Dir(mine))) != 0 {
				t.Errorf("set aside %q", got)
			}
			// The link now names nothing, until it is written through again.
			if saved := load(t, j, "Your unfinished interview (interview.json) is a link to a file that isn't there."); len(saved.Attempts) != 0 {
				t.Errorf("read %+v", saved.Attempts)
			}
			check(t, j.Save(attempt(3)))
			get(t, mine)
			check(t, j.Finish(result(3, 0)))
			if got, err := os.Readlink(filepath.Join(dir, "interview.json")); got != link || len(names(t, filepath.Dir(mine))) != 0 {
				t.Errorf("the link names %q, %v", got, err)
			}
		})
	}
}

// What a link names may be anything: where it is no file of ours, it is left where it is.
func TestLinkToSomethingElseIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(t.TempDir(), "other.json")
	put(t, other, "not ours")
	put(t, filepath.Join(dir, "results", "x"), "")
	check(t, os.Symlink(other, filepath.Join(dir, "plan.json")), os.Symlink(other, filepath.Join(dir, "results", "x.json")),
		os.Symlink(dir+"/nowhere", filepath.Join(dir, "results", "y.json")))
	j := opened(t, dir)
	const why = " couldn't be read; it's a link, so move it away yourself."
	load(t, j, "(results/y.json) is a link to a file that isn't there.", "(results/x.json)"+why, "(plan.json)"+why)
	refused(t, j.SavePlan(plan("")), "plan.json couldn't be read; it's a link, so move it away yourself")
	if got := get(t, other); got != "not ours" {
		t.Errorf("now it is %q", got)
	}
	check(t, os.Symlink("interview.json", filepath.Join(dir, "interview.json")))
	load(t, j, "(interview.json) couldn't be read: ", "y.json", "x.json", "plan")
	if err := j.Save(attempt(1)); err == nil {
		t.Error("a link to itself was replaced")
	}
}

// File names come from anybody; on the screen they are only text.
func TestNamesDoNotSteer(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "results", "\x1b[2J\u202e\n.json"), "{")
	load(t, opened(t, dir), `One of your results (results/\x1b[2J\u202e\n.json) couldn't be read, so it was moved to `)
}

// A link is written where it leads, as for the other files of the journal.
func TestNotesByALink(t *testing.T) {
	dir, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "mine.jsonl")
	if err := os.Symlink(elsewhere, filepath.Join(dir, notesFile)); err != nil {
		t.Fatal(err)
	}
	check(t, AddNote(disk.OS{}, dir, note(0, "Lyon")), AddNote(disk.OS{}, dir, note(1, "Paris")), RemoveNote(disk.OS{}, dir, note(0, "Lyon")))
	if got := texts(dir); !slices.Equal(got, []string{"Paris"}) || !strings.Contains(get(t, elsewhere), "Paris") {
		t.Errorf("%q", got)
	}
}
