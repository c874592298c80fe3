package quiz_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/content"
	"waymark/quiz/journal"
	"waymark/quiz/tui"
	"waymark/stages"
)

// last keeps the last thing it was given.
type last struct {
	sitting journal.Sitting
	record  *journal.Record
}

func (l *last) Save(s journal.Sitting) error  { l.sitting = s; return nil }
func (l *last) Finish(r journal.Record) error { l.record = &r; return nil }
func (l *last) Abandon(string) error          { return nil }

func (l *last) SavePlan(journal.Plan) error { return nil }

// TestSameAnswersSameResult takes one person's answers through the full-screen program, key by key,
// and through waymark score, and holds the two results against each other, whole.
func TestSameAnswersSameResult(t *testing.T) {
	catalog, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	bank := stages.NewBank(catalog)
	for seed, person := range map[uint64]func(i int, q *stages.Question) int{
		1: func(int, *stages.Question) int { return 0 },
		2: func(_ int, q *stages.Question) int { return len(q.Options) / 2 },
		3: func(i int, q *stages.Question) int { return i % len(q.Options) },
		4: func(_ int, q *stages.Question) int { return len(q.Options) - 1 },
	} {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			record := interview(t, bank, seed, person)
			dir := t.TempDir()
			answers := filepath.Join(dir, "answers.json")
			data, err := json.Marshal(map[string]any{"answers": record.Interview.Answers})
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(answers, data, 0o600); err != nil {
				t.Fatal(err)
			}
			var want, got any
			decode(t, mustJSON(t, record.Result), &want)
			decode(t, score(t, "score", "--adaptive", "--seed", fmt.Sprint(seed), answers), &got)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("score gives\n%s\nthe full-screen program\n%s", mustJSON(t, got), mustJSON(t, want))
			}
		})
	}
}

// interview answers every question by keys, with the option that person chooses.
func interview(t *testing.T, bank *stages.Bank, seed uint64, person func(int, *stages.Question) int) *journal.Record {
	t.Helper()
	keep := &last{}
	now := time.Date(2026, 4, 6, 12, 0, 0, 0, time.UTC)
	var m tea.Model = tui.New(tui.Config{Bank: bank, Keeper: keep, Screen: [2]int{80, 24},
		Seed: func() uint64 { return seed },
		Now:  func() time.Time { now = now.Add(20 * time.Second); return now }})
	press := func(key rune) { m, _ = m.Update(tea.KeyPressMsg{Code: key, Text: string(key)}) }
	press('1')
	press('1')
	for i := 0; keep.record == nil; i++ {
		q, more := bank.Next(keep.sitting.Interview)
		if !more || i > 60 {
			t.Fatalf("no result after %d questions", i)
		}
		for shown, option := range bank.OptionOrder(q, seed) {
			if option == person(i, q) {
				press(rune('1' + shown))
			}
		}
		if q.Several() {
			m, _ = m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
		}
	}
	return keep.record
}

// score runs the command in a process of its own.
func score(t *testing.T, args ...string) []byte {
	t.Helper()
	exe, err := exec.LookPath("waymark") // testscript puts this test binary under the name
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, stderr.Bytes())
	}
	return out
}

func decode(t *testing.T, data []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatal(err)
	}
}

func mustJSON(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
