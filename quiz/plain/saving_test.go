package plain

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// heals makes calls of a store fail until a line is read that holds a text, and hands out the lines.
type heals struct {
	*memory
	lines []string
	at    string
}

func (h *heals) Read(p []byte) (int, error) {
	line := h.lines[0]
	h.lines = h.lines[1:]
	if strings.HasPrefix(line, h.at) {
		h.fails, line = nil, strings.TrimPrefix(line, h.at)
	}
	return copy(p, line+"\n"), nil
}

// TestSavesThatFail types lines at a store that fails, at calls, until a line that begins with a star.
func TestSavesThatFail(t *testing.T) {
	for name, test := range map[string]struct {
		before string
		fails  string // calls
		lines  string
		says   []string
		saved  bool // in the end
		kept   func(*memory) bool
	}{
		"an answer": {"1|1|2", "save", "1|1|1|q",
			[]string{"Not saved: no room left.\nType 1 to 3", "!Question 3"}, false, func(m *memory) bool { return answered(m) == 1 }},
		"an answer, then looking around": {"1|1|2", "save", "1|1|b||q",
			[]string{"Not saved: no room left.", "Question 1"}, false, func(m *memory) bool { return answered(m) == 1 }},
		"an answer at the second try": {"1|1|2", "save", "1|1|*1|q",
			[]string{"Not saved", "Question 3", "All your answers are saved."}, true, func(m *memory) bool { return answered(m) == 2 }},
		"a skip": {"1|1|2", "save", "1|s|1|q", []string{"I'm not sure", "Not saved: no room left."}, false, func(m *memory) bool { return answered(m) == 1 }},
		"an example of an answer": {"1|1|2", "save drafts", "1|b|e|A call|q",
			[]string{"Not saved: no room left.", "!\nSaved.", "!Noted"}, false, func(m *memory) bool { return m.answer("craft-often").Evidence == "" }},
		"an example of an answer at the second try": {"1|1|2", "save drafts", "1|b|e|A call|e|*|q",
			[]string{`So far: "A call"`, "Saved."}, true, func(m *memory) bool { return m.answer("craft-often").Evidence == "A call" }},
		"an example of an answer, as a draft only": {"1|1|2", "save", "1|b|e|A call|q",
			[]string{"Not saved"}, false, func(m *memory) bool { return m.answer("craft-often").Evidence == "" && len(m.drafts) == 1 }},
		"an example of an open question": {"1|1|2", "drafts", "1|e|A call|q",
			[]string{"Not saved: no room left.", "!Noted"}, false, func(m *memory) bool { return len(m.drafts) == 0 }},
		"the same example at the second try": {"1|1|2", "drafts", "1|e|A call|e|*|q",
			[]string{"Not saved", "Noted. It'll be saved with your answer."}, true, func(m *memory) bool { return len(m.drafts) == 1 }},
		"an example that goes with the answer after all": {"1|1|2", "drafts", "1|e|A call|2|q",
			[]string{"Not saved"}, true, func(m *memory) bool { return answered(m) == 2 }},
		"a beginning":                   {"", "save", "1|1|q", []string{"Not started: no room left.\n\n1. Begin\n2. Your work"}, false, func(m *memory) bool { return len(m.attempts) == 0 }},
		"a beginning at the second try": {"", "save", "1|1|*1|q", []string{"Not started", "Question 1"}, true, func(m *memory) bool { return len(m.attempts) == 1 }},
		"a survey's beginning":          {"", "save", "2|1|q", []string{"Not started: no room left.\n\nCrossroads.\n"}, false, func(m *memory) bool { return len(m.attempts) == 0 }},
		"setting aside": {"1|1|2", "abandon", "3|1|q",
			[]string{"Not archived: no room left.\n\nYou stopped today at question 2 of"}, false, func(m *memory) bool { return answered(m) == 1 }},
		"a survey set aside, and not begun": {"2|1|1", "save", "2|3|1|1|*1|q",
			[]string{"Not started: no room left.\n\nCrossroads.\nIt reads you", "1. Begin: about five minutes", "Question 1"}, true,
			func(m *memory) bool {
				return len(m.attempts[stages.Crossroads].Interview.Asked) == 0 && len(m.attempts) == 1
			}},
		"an attempt set aside, and not begun": {"1|1|2", "save", "3|1|1|5|4|q",
			[]string{"Before you begin", "Not started: no room left.", "Find out where you stand"}, false, func(m *memory) bool { return len(m.attempts) == 0 }},
		"a result": {"1|1|2|2|1 2", "finish", "1|2 3|1|2|q",
			[]string{"\n\nThe result wasn't saved: no room left.\n\n1. Try saving the result again\n2. Home\n", "You answered the last question today. Your result is ready."},
			false, func(m *memory) bool { return answered(m) == 4 && len(m.results) == 0 }},
		"a result at the second try": {"1|1|2|2|1 2", "finish", "1|2 3|*1|q",
			[]string{"Try saving the result again", "Where you stand on the path"}, true, func(m *memory) bool { return len(m.attempts) == 0 && len(m.results) == 1 }},
		"a result, from home": {"1|1|2|2|1 2", "finish", "1|2 3|2|1|*1|q", []string{"Where you stand on the path"}, true, func(m *memory) bool { return len(m.results) == 1 }},
		"a step":              {interview, "plan", "2|1|q", []string{"Not saved: no room left.", "!In your plan"}, false, func(m *memory) bool { return len(m.plan.Items) == 0 }},
		"a mentor":            {interview, "plan", "1|1|Ruth|1|*Ruth|q", []string{"Not saved: no room left."}, true, func(m *memory) bool { return m.plan.Mentor == "Ruth" }},
		"a day":               {interview, "plan", "1|3|1|q", []string{"Not saved: no room left."}, false, func(m *memory) bool { return m.plan.CheckIn == nil }},
		"a tick": {interview + "|1", "plan", "1|1|1|q", []string{"Not saved: no room left.", "!Done.", "1. Tick it off"}, false,
			func(m *memory) bool { return m.plan.Items[0].Done == nil }},
		"a step dropped": {interview + "|1", "plan", "1|1|4|q", []string{"Not saved: no room left.", "!Removed", "4. Remove it from your plan"}, false,
			func(m *memory) bool { return len(m.plan.Items) == 1 }},
		"a date moved": {interview + "|1", "plan", "1|1|3|1|*1|q", []string{"Not saved: no room left.\n\nBy 18 May, in six weeks.", "By 25 May"}, true,
			func(m *memory) bool { return m.plan.Items[0].By != nil }},
		"a step ticked off": {interview + "|1", "plan", "1|1|1|q", []string{"Not saved: no room left.", "!Done", "!What happened"}, false,
			func(m *memory) bool { return m.plan.Items[0].Done == nil }},
	} {
		t.Run(name, func(t *testing.T) {
			store := newMemory()
			store.talk(t, test.before)
			store.fails = full(strings.Fields(test.fails)...)
			out := &strings.Builder{}
			err := Run(store.config(), &heals{store, strings.Split(test.lines, "|"), "*"}, out)
			says(t, out.String(), test.says...)
			const unsaved = "Stopped. Your last entry couldn't be saved; everything before it is. To continue, type:"
			switch {
			case test.saved:
				says(t, out.String(), "!"+unsaved)
				if err != nil {
					t.Errorf("error %v", err)
				}
			default:
				says(t, out.String(), unsaved)
				if !errors.Is(err, ErrUnsaved) || err.Error() != "your last entry couldn't be saved: no room left" {
					t.Errorf("error %v", err)
				}
			}
			if !test.kept(store) {
				t.Errorf("kept %+v", store)
			}
		})
	}
}

// TestNothingToSetAside starts afresh before anything is answered.
func TestNothingToSetAside(t *testing.T) {
	for begun, again := range map[string]string{"1|1": "3", "2|1": "2|2"} {
		store := newMemory()
		store.talk(t, begun)
		says(t, store.talk(t, again), "Start over: nothing answered yet", "Start over? You haven't answered anything yet.", "!set aside")
	}
}

// answered counts the answers that a store has.
func answered(m *memory) int { return len(m.attempts[stages.Stages].Interview.Asked) }

// TestHowToTryAgain says at each place how to type it again, where the cause is known.
func TestHowToTryAgain(t *testing.T) {
	for lines, want := range map[string]string{"1|1": "answer again", "1|s|1": "answer again", "1|b|": "answer again", "1|e|A call": "type e again", "3|1": "choose it again"} {
		store := newMemory()
		store.talk(t, "1|1|2")
		store.fails = full("save", "drafts", "abandon")
		if lines == "1|b|" {
			store.fails = nil
			store.act(t, session.Continue{}, session.Back{}, session.Type{Text: "A call"})
			store.fails = full("save")
		}
		for call := range store.fails {
			store.fails[call] = fsFull
		}
		got, _ := run(store.config(), lines)
		says(t, got, "Free up some space, then "+want+".")
	}
}

// TestReadOnly tries whatever changes something while another program writes, and reads the rest.
func TestReadOnly(t *testing.T) {
	const home = "This is open in another window. Continue there, or just read here."
	for name, test := range map[string]struct {
		before, lines string
		refused       int
		says          []string
	}{
		"new":              {"", "1|2|1|b|q", 2, []string{"1. Begin: about five minutes"}},
		"under way":        {"1|1|2", "1|3|2|1|2|3|q", 4, []string{"Your answers: 1 answer."}},
		"survey under way": {"2|1|1", "2|1|3|2|1|2|q", 4, []string{"Your answers: 1 answer."}},
		"result":           {interview + "|1", "3|2|1|5|3|3|5|1|5|q", 3, []string{"Only steps of four weeks or less.", "Your answers: 4 answers."}},
		"plan":             {interview + "|1", "1|2|3|4|1|1|2|3|4|q", 7, []string{"Your plan: one open.", "by 18 May"}},
	} {
		t.Run(name, func(t *testing.T) {
			store := newMemory()
			store.talk(t, test.before)
			before := *store
			for _, reason := range []string{"", "The folder may not be written."} {
				cfg := store.config()
				cfg.Session.ReadOnly, cfg.ReadOnlyReason = true, reason
				store.fails = full("save", "finish", "abandon", "plan", "drafts")
				got, err := run(cfg, test.lines)
				if n := strings.Count(got, cmp.Or(reason, home)+"\n"); n != test.refused+1 || err != nil {
					t.Errorf("the reason is said %d times, want once at the start and %d times; error %v:\n%s", n, test.refused, err, got)
				}
				says(t, got, append(test.says, "!Not saved")...)
			}
			if len(store.attempts) != len(before.attempts) || len(store.results) != len(before.results) || len(store.plan.Items) != len(before.plan.Items) {
				t.Error("something was changed")
			}
		})
	}
}

// TestSeconds measures the time that an answer takes, where a person types.
func TestSeconds(t *testing.T) {
	for piped, want := range map[bool][]float64{true: {0, 0}, false: {10, 5}} {
		store := newMemory()
		cfg := store.config()
		cfg.Piped = piped
		now := today
		cfg.Now = func() time.Time { now = now.Add(5 * time.Second); return now }
		if _, err := run(cfg, "1|1|?|2|2"); err != nil {
			t.Fatal(err)
		}
		got := []float64{store.answer("craft-often").Seconds, store.answer("trust-often").Seconds}
		if slices.Contains(want, 0) != slices.Contains(got, 0) || !piped && got[0] < got[1] {
			t.Errorf("piped %v: %v seconds", piped, got)
		}
	}
}
