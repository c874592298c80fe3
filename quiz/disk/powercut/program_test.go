package powercut_test

import (
	"bytes"
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

	"waymark/content"
	"waymark/quiz/backup"
	"waymark/quiz/disk"
	"waymark/quiz/disk/powercut"
	"waymark/quiz/journal"
	"waymark/quiz/session"
	"waymark/quiz/sheet"
	"waymark/stages"
)

func TestMain(m *testing.M) { powercut.InMemory(m) }

// program is Waymark in a home of its own, on a disk that is watched.
type program struct {
	*testing.T
	home, data string // the folder of all, and the person's
	bank       *stages.Bank
	clock      time.Time
	watched    *powercut.Disk // nil before watch
	disk       disk.Disk
	journal    *journal.Journal
	session    session.Session
	views      []view // before, and after each thing that was acknowledged
}

func newProgram(t *testing.T) *program {
	t.Helper()
	catalog, err := content.Builtin()
	p := &program{T: t, home: t.TempDir(), bank: stages.NewBank(catalog), clock: noon, disk: unsynced{}}
	p.check(err)
	p.home, err = filepath.EvalSymlinks(p.home)
	p.check(err)
	p.data = filepath.Join(p.home, "deep", "share", "waymark")
	return p
}

// unsynced is a disk that doesn't wait, which the tests have no time for.
type unsynced struct{ disk.OS }

func (unsynced) SyncDir(string) error { return nil }

func (d unsynced) Create(dir string) (disk.File, error)  { return unwaited(d.OS.Create(dir)) }
func (d unsynced) Append(path string) (disk.File, error) { return unwaited(d.OS.Append(path)) }
func (d unsynced) Within(dir, name string) (disk.File, error) {
	return unwaited(d.OS.Within(dir, name))
}

type unsyncedFile struct{ disk.File }

func (unsyncedFile) Sync() error { return nil }

func unwaited(f disk.File, err error) (disk.File, error) { return unsyncedFile{f}, err }

func (p *program) check(errs ...error) {
	p.Helper()
	if err := errors.Join(errs...); err != nil {
		p.Fatal(err)
	}
}

func (p *program) now() time.Time { p.clock = p.clock.Add(time.Minute); return p.clock }

// watch begins to note what happens to the disk.
func (p *program) watch() {
	var err error
	p.watched, err = powercut.New(p.home)
	p.check(err)
	p.disk = p.watched
	p.view()
}

// acknowledge notes that a person has been told that something is done.
func (p *program) acknowledge() {
	if p.watched != nil {
		p.watched.Acknowledge()
		p.view()
	}
}

func (p *program) view() {
	v, _ := p.look(p.home)
	p.views = append(p.views, v)
}

func (p *program) told(err error) { p.Helper(); p.check(err); p.acknowledge() }

func (p *program) open() {
	p.Helper()
	j, err := journal.Open(p.disk, p.data, p.now)
	p.check(err)
	saved, err := j.Load()
	p.check(err)
	p.journal, p.session = j, session.New(p.bank, saved)
}

func (p *program) close() {
	if p.journal != nil {
		p.check(p.journal.Close())
		p.journal = nil
	}
}

// rest makes the results such as were changed last a minute ago.
func (p *program) rest(dir string) {
	p.Helper()
	then, results := time.Now().Add(-time.Minute), filepath.Join(dir, "results")
	files, err := filepath.Glob(filepath.Join(results, "*"))
	p.check(err)
	for _, path := range append(files, results) {
		if err := os.Chtimes(path, then, then); !errors.Is(err, fs.ErrNotExist) {
			p.check(err)
		}
	}
}

// outlined holds that a program which is opened again finds an outline of the results, unless it's amid an interview.
func (p *program) outlined(j *journal.Journal) {
	p.Helper()
	p.rest(j.Dir())
	saved, err := j.Load()
	p.check(err)
	outline, ok := j.Outline()
	if want := len(saved.Results) > 0 && len(saved.Attempts) == 0; ok != want && len(j.Notices) == 0 {
		p.Errorf("there's an outline: %v, of %d results", ok, len(saved.Results))
	}
	for i, r := range outline.Results {
		if whole := saved.Results[i]; !r.Saved.Equal(whole.Saved) || p.json(r.Placement.Held) != p.json(whole.Placement.Held) {
			p.Errorf("an outline of %v, and the result is of %v", r.Saved, whole.Saved)
		}
	}
}

// store acknowledges all but drafts, as a front end does that shows the next screen.
type store struct {
	*journal.Journal
	p *program
}

func (s store) Save(a session.Attempt) error     { s.p.told(s.Journal.Save(a)); return nil }
func (s store) Finish(r session.Result) error    { s.p.told(s.Journal.Finish(r)); return nil }
func (s store) Abandon(assessment string) error  { s.p.told(s.Journal.Abandon(assessment)); return nil }
func (s store) SavePlan(plan session.Plan) error { s.p.told(s.Journal.SavePlan(plan)); return nil }

func (p *program) do(actions ...session.Action) {
	p.Helper()
	for _, a := range actions {
		var err error
		p.session, _, err = session.Perform(p.session, a, store{p.journal, p})
		p.check(err)
	}
}

// interview answers all that is asked, with an example that is typed and an answer that is changed on the way.
func (p *program) interview() {
	p.Helper()
	p.do(session.SetUp{Setup: session.Setup{Profile: session.Profile{Work: "support"}, Quick: true}}, session.Begin{At: p.now(), Seed: 7})
	for n := 0; p.session.Asking != nil && len(p.session.Results) == 0; n++ {
		switch n {
		case 3:
			p.do(session.Type{Text: "Ly"}, session.Type{Text: "Lyon"}, session.KeepNote{At: p.now()})
		case 5:
			p.do(session.Back{At: p.now()}, session.Skip{Reason: stages.NoChance, At: p.now()})
		}
		p.answer()
	}
}

// answer gives the first answer to the question that is asked.
func (p *program) answer() {
	p.Helper()
	p.do(session.Answer{Options: []string{p.session.Asking.Question.Options[0].ID}, At: p.now()})
}

// damage changes a file behind the program's back.
func (p *program) damage(name string, change func([]byte) []byte) {
	p.Helper()
	path := filepath.Join(p.data, name)
	text, err := os.ReadFile(path)
	p.check(err, os.WriteFile(path, change(text), 0o600))
}

func (p *program) archive() string { return filepath.Join(p.home, "waymark.zip") }
func (p *program) sheet() string   { return filepath.Join(p.home, "sheet.yaml") }

// export makes a backup, as waymark data export does.
func (p *program) export() {
	p.Helper()
	var archive bytes.Buffer
	p.check(backup.Write(&archive, p.data))
	p.told(disk.New(p.disk, p.archive(), archive.Bytes()))
}

// restore puts the backup in place, as waymark data import does.
func (p *program) restore() {
	p.Helper()
	p.open()
	_, _, err := backup.Place(p.disk, p.archive(), p.data, p.clock, func() error { return nil })
	p.told(err)
}

// ask makes a sheet, as waymark ask does.
func (p *program) ask() {
	p.Helper()
	p.open()
	key, err := p.journal.Key()
	p.check(err)
	text, err := sheet.New("Ada", sheet.PersonID(key, sheet.ForSheets), "2026-03-12", p.bank.Catalog().Ref(), p.bank.Catalog().Questions[:3]).Encode("sheet.yaml")
	p.check(err)
	p.told(disk.New(p.disk, p.sheet(), text))
	p.close()
}

// answerSheet answers it, as someone else does.
func (p *program) answerSheet() {
	p.Helper()
	f, err := sheet.Open(p.disk, p.sheet(), p.now)
	p.check(err)
	a := session.Attempt{Interview: stages.Interview{Seed: 3}}
	for _, q := range f.Sheet.Questions {
		a.Interview = a.Interview.With(q.ID, stages.Answer{Options: []string{q.Options[0].ID}, Evidence: "Lyon"})
		p.told(f.Save(a))
	}
}

// view is what someone finds who opens the program.
type view struct {
	Saved  string   // without drafts, which don't outlast a power cut for certain
	Aside  []string // what the files hold that were set aside
	Beside []string // what the folder held before an import
	Key    string
	Sheet  string
	Backup string // the files in it
}

// look opens the program on a copy of a home, and returns what there is, and what a person is told.
func (p *program) look(home string) (v view, notices []string) {
	p.Helper()
	to := filepath.Join(p.TempDir(), "home")
	p.check(os.CopyFS(to, os.DirFS(home)))
	defer func() { p.check(os.RemoveAll(to)) }()
	return p.lookAt(to)
}

func (p *program) lookAt(home string) (v view, notices []string) {
	p.Helper()
	rel, err := filepath.Rel(p.home, p.data)
	dir := filepath.Join(home, rel)
	p.check(err, backup.Resume(disk.OS{}, dir))
	j, err := journal.Open(unsynced{}, dir, func() time.Time { return noon })
	p.check(err)
	saved, err := j.Load()
	p.check(err)
	for _, notice := range j.Notices {
		notices = append(notices, strings.ReplaceAll(notice, filepath.Join(dir, "set-aside"), "set-aside"))
	}
	saved.Drafts = nil
	saved.Attempts = append([]session.Attempt{}, saved.Attempts...) // none is none
	v = view{Saved: p.json(saved), Aside: p.texts(filepath.Join(dir, "set-aside")), Backup: p.backup(filepath.Join(home, "waymark.zip"))}
	for _, old := range backup.Replaced(dir) {
		v.Beside = append(v.Beside, p.texts(old)...)
	}
	if key, err := os.ReadFile(filepath.Join(dir, "key.json")); err == nil {
		v.Key = string(key)
	}
	if s, err := sheet.Read(filepath.Join(home, "sheet.yaml")); err == nil {
		v.Sheet = p.json(s)
	} else if _, there := os.Stat(filepath.Join(home, "sheet.yaml")); there == nil {
		p.Errorf("the sheet: %v", err)
	}
	last := session.Noted{At: noon, Text: "and on"}
	p.check(journal.AddNote(unsynced{}, dir, last)) // it can be worked with
	if notes := j.Notes(); len(notes) == 0 || notes[len(notes)-1] != last {
		p.Errorf("the next note is lost: %v", notes)
	}
	p.outlined(j)
	p.check(j.Close())
	return v, notices
}

func (p *program) json(v any) string {
	p.Helper()
	text, err := json.Marshal(v)
	p.check(err)
	return string(text)
}

// texts are what the files in a folder hold, without what a power cut left of drafts and notes.
func (p *program) texts(dir string) (out []string) {
	p.Helper()
	files, err := backup.Files(dir)
	p.check(err)
	for _, f := range files {
		if strings.HasSuffix(f.Name, "drafts.json") || strings.HasSuffix(f.Name, "notes.jsonl") && strings.HasPrefix(f.Name, "changed-") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, f.Name))
		p.check(err)
		out = append(out, string(text))
	}
	slices.Sort(out)
	return slices.Compact(out) // what was moved may be there twice
}

func (p *program) backup(archive string) string {
	p.Helper()
	if _, err := os.Stat(archive); errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	files, err := backup.Extract(unsynced{}, archive, p.TempDir())
	p.check(err)
	return fmt.Sprint(files)
}

// wanted are the views that a power cut may lead to after so many things were acknowledged: the last one, the next one,
// or one with what goes aside there already, and where it was as well.
func (p *program) wanted(acknowledged int) []view {
	last := p.views[acknowledged]
	if acknowledged+1 == len(p.views) {
		return []view{last}
	}
	next := p.views[acknowledged+1]
	both := last
	both.Aside, both.Beside = next.Aside, next.Beside
	return []view{last, next, both}
}

// survives opens the program on what a power cut left, and returns what a person is told.
func (p *program) survives(cut powercut.Cut, partly bool) []string {
	p.Helper()
	home := filepath.Join(p.TempDir(), "left")
	p.check(os.Mkdir(home, 0o700), cut.Write(home))
	got, notices := p.lookAt(home)
	p.check(os.RemoveAll(home))
	for _, want := range p.wanted(cut.Acknowledged) {
		if partly && cut.Acknowledged > 0 && cut.Acknowledged+1 < len(p.views) {
			want.Saved, want.Aside, want.Beside, want.Key = got.Saved, got.Aside, got.Beside, got.Key
		}
		if reflect.DeepEqual(got, want) {
			return notices
		}
	}
	p.Errorf("%v\nopened, that is %.3000v\nand what was acknowledged is %.3000v", cut, got, p.views[cut.Acknowledged])
	return notices
}
