package powercut_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"waymark/quiz/backup"
	"waymark/quiz/disk"
	"waymark/quiz/disk/powercut"
	"waymark/quiz/journal"
	"waymark/quiz/session"
	"waymark/stages"
)

// What a person may be told after a power cut: of what was being written and of nothing that was acknowledged.
const (
	draftsLost = "What you had typed (drafts.json) couldn't be read, so it was moved to set-aside."
	noteLost   = "The file with your notes (notes.jsonl) was changed outside Waymark or damaged; a copy is kept in set-aside."
)

// flows are all that writes what a person has.
var flows = []struct {
	name   string
	before func(*program) // what is there before, on the disk
	does   func(*program)
	told   []string // after some of the power cuts
	partly bool     // what isn't acknowledged may be done in part: a file at a time
}{
	{"the first interview", nil, func(p *program) { p.open(); p.interview() }, []string{draftsLost}, false},
	{"answers looked at again", taken, func(p *program) {
		p.open()
		first := p.session.Attempt().Interview.Asked[0]
		p.do(session.LookAgain{Question: first, At: p.now()}, session.Skip{Reason: stages.Unsure, At: p.now()}, session.Finish{At: p.now()})
	}, nil, false},
	{"starting over", begun, func(p *program) {
		p.open()
		p.do(session.Restart{At: p.now(), Seed: 8}, session.Begin{At: p.now(), Seed: 8})
	}, nil, false},
	{"where one wants to go", taken, func(p *program) {
		p.open()
		p.do(session.AskAim{At: p.now()}, session.Answer{Options: []string{"stay"}, At: p.now()})
	}, nil, false},
	{"a plan", taken, planned, []string{draftsLost}, false},
	{"a check-in", func(p *program) { taken(p); planned(p) }, func(p *program) {
		p.open()
		p.clock = p.clock.AddDate(0, 3, 0)
		for p.do(session.StartCheckIn{At: p.now()}); p.session.Checking != nil; {
			if p.session.Checking.Topic == session.TopicEvidence {
				p.do(session.WriteEvidence{Text: "Lyon", At: p.now()})
				continue
			}
			p.do(session.ReplyTo{Reply: p.session.Replies(p.clock)[0], At: p.now()})
		}
	}, nil, false},
	{"notes, while the program is open", taken, func(p *program) {
		p.open()
		for _, text := range []string{"Lyon", "Paris\nand Nice", "Rome"} {
			p.told(journal.AddNote(p.disk, p.data, session.Noted{At: p.now(), Text: text}))
		}
		p.told(journal.RemoveNote(p.disk, p.data, p.journal.Notes()[1]))
		p.do(session.ToggleStep{Step: p.bank.Catalog().Steps[0], At: p.now()})
	}, []string{noteLost}, false},
	{"the first note", nil, func(p *program) { p.told(journal.AddNote(p.disk, p.data, session.Noted{At: p.now(), Text: "Lyon"})) }, []string{noteLost}, false},
	{"the first note, while a window has nothing to write yet", nil, func(p *program) {
		p.open()
		p.told(journal.AddNote(p.disk, p.data, session.Noted{At: p.now(), Text: "Lyon"}))
	}, []string{noteLost}, false},
	{"a sheet", func(p *program) { taken(p); p.ask() }, func(p *program) { p.answerSheet() }, nil, false},
	{"a backup restored", backedUp, func(p *program) { p.restore() }, nil, false},
	{"a backup restored, in place of what's there", func(p *program) { backedUp(p); taken(p); begun(p) }, func(p *program) { p.restore() }, nil, false},
	{"a backup made, and all deleted", taken, func(p *program) {
		p.export()
		p.told(backup.Delete(p.disk, p.data))
	}, nil, true},
	{"all deleted, with what an import replaced", func(p *program) { backedUp(p); begun(p); p.restore() }, func(p *program) { p.acknowledge(); p.told(backup.Delete(p.disk, p.data)) }, nil, true},
	{"a damaged file set aside", func(p *program) {
		begun(p)
		p.damage("interview.json", func(text []byte) []byte { return text[:len(text)/2] })
	}, func(p *program) { p.open(); p.acknowledge() }, []string{"Your unfinished interview (interview.json) couldn't be read, so it was moved to set-aside."}, false},
	{"a changed file copied, and replaced", func(p *program) {
		begun(p)
		p.damage("interview.json", func(text []byte) []byte { return slices.Replace(text, len(text)-3, len(text)-2, ' ', '\n') })
	}, func(p *program) {
		p.open()
		p.do(session.Continue{At: p.now()}, session.Skip{Reason: stages.Unsure, At: p.now()})
	}, []string{"Your unfinished interview (interview.json) was changed outside Waymark or damaged; a copy is kept in set-aside."}, false},
}

// taken has an interview finished, begun has one under way.
func taken(p *program) { p.open(); p.interview(); p.close() }
func begun(p *program) {
	p.open()
	p.do(session.Begin{At: p.now(), Seed: 7})
	for range 4 {
		p.answer()
	}
	p.close()
}

func planned(p *program) {
	p.open()
	steps := p.bank.Catalog().Steps
	for _, step := range steps[:3] {
		p.do(session.ToggleStep{Step: step, At: p.now()})
	}
	day := p.clock.AddDate(0, 0, 7)
	p.do(session.TypePlan{Row: session.Mentor, Text: "Ru"}, session.TypePlan{Row: session.Mentor, Text: "Ruth"}, session.WritePlan{Row: session.Mentor, Text: "Ruth"},
		session.SetTalk{On: &day}, session.TickItem{Row: session.StepRow(steps[0].ID), At: p.now()},
		session.MoveDate{Row: session.CheckIn, Weeks: 2, At: p.now()}, session.TakeOut{Row: session.StepRow(steps[1].ID)})
	p.close()
}

// backedUp makes a backup of a plan and a result, and deletes them.
func backedUp(p *program) {
	taken(p)
	planned(p)
	p.export()
	p.check(backup.Delete(p.disk, p.data))
}

// The power may go at any moment of any flow. Whatever the disk then has, the program opens on it, and a person has
// what they were last told they have, or what comes next.
func TestPowerCuts(t *testing.T) {
	cuts := 0
	for _, flow := range flows {
		t.Run(flow.name, func(t *testing.T) {
			p := newProgram(t)
			if flow.before != nil {
				flow.before(p)
			}
			p.watch()
			flow.does(p)
			p.close()
			if len(p.views) < 2 {
				t.Fatal("nothing is acknowledged")
			}
			var told []string
			for _, cut := range p.watched.Cuts() {
				cuts++
				notices := p.survives(cut, flow.partly)
				told = append(told, notices...)
			}
			slices.Sort(told)
			if told = slices.Compact(told); !slices.Equal(told, flow.told) {
				t.Errorf("told %q, want %q", told, flow.told)
			}
			t.Logf("%d states after %d things acknowledged", len(p.watched.Cuts()), len(p.views)-1)
		})
	}
	if cuts < 1000 {
		t.Errorf("%d states only", cuts)
	}
}

// What is done slips, where it isn't synced: else the test above could not fail.
func TestLostWithoutSync(t *testing.T) {
	root := t.TempDir()
	path := filepath.Join(root, "plan.json")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := powercut.New(root)
	if err != nil {
		t.Fatal(err)
	}
	if err := disk.Replace(d, path, []byte("new"), false); err != nil {
		t.Fatal(err)
	}
	d.Acknowledge()
	if left := leaves(t, d, "plan.json"); !slices.Equal(left, []string{"", "\x00\x00\x00", "n", "new", "old"}) {
		t.Errorf("left is one of %q", left)
	}
}

// leaves lists what a power cut may leave of a file, once something is acknowledged.
func leaves(t *testing.T, d *powercut.Disk, name string) []string {
	t.Helper()
	var left []string
	for _, cut := range d.Cuts() {
		dir := t.TempDir()
		if err := cut.Write(dir); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			data = []byte("nothing")
		}
		if cut.Acknowledged == 1 {
			left = append(left, string(data))
		}
	}
	slices.Sort(left)
	return slices.Compact(left)
}

// unlinked is a disk without hard links.
type unlinked struct{ *powercut.Disk }

func (unlinked) Link(string, string) error { return errors.ErrUnsupported }

// What has been moved is where it was moved to, with hard links and without.
func TestMoved(t *testing.T) {
	for _, links := range []bool{true, false} {
		root := t.TempDir()
		from, to := filepath.Join(root, "plan.json"), filepath.Join(root, "aside", "plan.json")
		d, err := powercut.New(root)
		if err == nil {
			err = errors.Join(disk.MakeDir(d, filepath.Dir(to)), disk.Replace(d, from, []byte("mine"), true))
		}
		if err != nil {
			t.Fatal(err)
		}
		var either disk.Disk = d
		if !links {
			either = unlinked{d}
		}
		if err := disk.Move(either, from, to); err != nil {
			t.Fatal(err)
		}
		d.Acknowledge()
		for name, want := range map[string]string{"plan.json": "nothing", "aside/plan.json": "mine"} {
			if left := leaves(t, d, name); !slices.Equal(left, []string{want}) {
				t.Errorf("links %v: left of %s is one of %q, want %q", links, name, left, want)
			}
		}
	}
}

var noon = time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)
