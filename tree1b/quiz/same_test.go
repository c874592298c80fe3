package quiz_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/content"
	"waymark/quiz/plain"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/quiz/tui"
	"waymark/stages"
)

// last keeps the last thing it was given.
type last struct {
	sitting session.Attempt
	record  *session.Result
}

func (l *last) Save(s session.Attempt) error  { l.sitting = s; return nil }
func (l *last) Finish(r session.Result) error { l.record = &r; return nil }
func (l *last) Abandon(string) error          { return nil }

func (l *last) SavePlan(session.Plan) error { return nil }
func (l *last) Results(string) iter.Seq2[session.Result, error] {
	return func(func(session.Result, error) bool) {}
}
func (l *last) SaveDrafts(session.Drafts) error { return nil }

// persons answer in different ways, by the seed of their interview.
var persons = map[uint64]func(i int, q *stages.Question) int{
	1: func(int, *stages.Question) int { return 0 },
	2: func(_ int, q *stages.Question) int { return len(q.Options) / 2 },
	3: func(i int, q *stages.Question) int { return i % len(q.Options) },
	4: func(_ int, q *stages.Question) int { return len(q.Options) - 1 },
}

// TestSameAnswersSameResult takes one person's answers through the full-screen program, key by key,
// through plain mode, line by line, and through waymark score, and holds the results against each
// other, whole.
func TestSameAnswersSameResult(t *testing.T) {
	catalog, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	bank := stages.NewBank(catalog)
	for name, front := range map[string]func(*testing.T, *stages.Bank, uint64, func(int, *stages.Question) int) *session.Result{
		"full screen": interview, "line by line": dialogue,
	} {
		for seed, person := range persons {
			t.Run(fmt.Sprint(name, ", seed ", seed), func(t *testing.T) { sameAsScore(t, seed, front(t, bank, seed, person)) })
		}
	}
}

// sameAsScore holds that waymark score, with further arguments, comes to the result of a record, from its answers.
func sameAsScore(t *testing.T, seed uint64, record *session.Result, args ...string) {
	t.Helper()
	answers := filepath.Join(t.TempDir(), "answers.json")
	data := mustJSON(t, map[string]any{"answers": record.Interview.Answers})
	if err := os.WriteFile(answers, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var want, got any
	decode(t, mustJSON(t, report.WithWarningTexts(record.Placement)), &want)
	decode(t, score(t, append([]string{"score", "--adaptive", "--seed", fmt.Sprint(seed), answers}, args...)...), &got)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("score gives\n%s\nthe program\n%s", mustJSON(t, got), mustJSON(t, want))
	}
}

// opening is what comes before the first question of the bank: home, the setup, and who one serves where that is asked.
func opening(bank *stages.Bank) int {
	if bank.Catalog().Serves.Question() == nil {
		return 2
	}
	return 3
}

// typist types the number of the option that a person chooses, one line at a read.
type typist struct {
	bank   *stages.Bank
	keep   *last
	seed   uint64
	person func(int, *stages.Question) int
	lines  int
}

func (y *typist) Read(p []byte) (int, error) {
	y.lines++
	switch {
	case y.lines <= opening(y.bank):
		return copy(p, "1\n"), nil
	case y.keep.record != nil:
		return 0, io.EOF
	}
	i := len(y.keep.sitting.Interview.Asked)
	q, more := y.bank.Next(y.keep.sitting.Interview)
	if i > 60 {
		return 0, io.EOF
	}
	if !more { // where one wants to go: on
		return copy(p, "1\n"), nil
	}
	shown := slices.Index(y.bank.OptionOrder(q, y.seed), y.person(i, q)) + 1
	return copy(p, fmt.Sprintln(shown)), nil
}

// dialogue answers every question by lines, with the option that person chooses.
func dialogue(t *testing.T, bank *stages.Bank, seed uint64, person func(int, *stages.Question) int) *session.Result {
	t.Helper()
	keep := &last{}
	now := time.Date(2026, 4, 6, 12, 0, 0, 0, time.UTC)
	err := plain.Run(plain.Config{Session: session.New(bank, session.Saved{}), Store: keep, Seed: func() uint64 { return seed },
		Now: func() time.Time { now = now.Add(20 * time.Second); return now }},
		&typist{bank: bank, keep: keep, seed: seed, person: person}, io.Discard)
	if err != nil || keep.record == nil {
		t.Fatalf("no result: %v", err)
	}
	return keep.record
}

// interview answers every question by keys, with the option that person chooses.
func interview(t *testing.T, bank *stages.Bank, seed uint64, person func(int, *stages.Question) int) *session.Result {
	t.Helper()
	keep := &last{}
	now := time.Date(2026, 4, 6, 12, 0, 0, 0, time.UTC)
	var m tea.Model = tui.New(tui.Config{Screen: [2]int{80, 24}, Session: session.New(bank, session.Saved{}), Store: keep,
		Seed: func() uint64 { return seed }, Now: func() time.Time { now = now.Add(20 * time.Second); return now }})
	press := func(key rune) { m, _ = m.Update(tea.KeyPressMsg{Code: key, Text: string(key)}) }
	for range opening(bank) {
		press('1')
	}
	for i := 0; keep.record == nil; i++ {
		q, more := bank.Next(keep.sitting.Interview)
		if i > 60 {
			t.Fatalf("no result after %d questions", i)
		}
		if !more { // where one wants to go: on
			press('1')
			continue
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

// The example of the README is answered as the questions now stand.
func TestExampleScores(t *testing.T) {
	var r stages.Placement
	decode(t, score(t, "score", "../docs/example.json"), &r)
	if r.Level == nil || len(r.Asked) < 50 {
		t.Errorf("the example gives %+v", r)
	}
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
