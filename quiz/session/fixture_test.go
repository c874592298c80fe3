package session_test

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// catalog is small content: two strands with a question of one answer and a checklist each, steps of two
// and of six weeks, and two surveys of two questions. An interview with the seed 7 asks
// craft-often, trust-often, trust-left, craft-left.
func catalog() *stages.Catalog {
	c := &stages.Catalog{ID: "test", Version: "1", Title: "Where you stand", SHA256: "0", Strengths: []stages.Strength{{Strand: "craft"}}}
	for level := 1; level <= 5; level++ {
		c.Levels = append(c.Levels, stages.Level{Level: level, Name: fmt.Sprint("Level ", level)})
	}
	for _, strand := range []string{"craft", "trust"} {
		c.Strands = append(c.Strands, stages.Strand{ID: strand, Name: strand})
		for _, kind := range []stages.Kind{stages.Frequency, stages.Checklist} {
			q := stages.Question{ID: strand + "-often", Strand: strand, Kind: kind}
			if kind == stages.Checklist {
				q.ID, q.Evidence = strand+"-left", true
			}
			for i, id := range []string{"a", "b", "c"} {
				q.Options = append(q.Options, stages.Option{ID: id, Level: float64(1 + 2*i), Text: "Option " + id})
			}
			c.Questions = append(c.Questions, q)
		}
		for level := 2; level <= 5; level++ {
			for _, weeks := range []int{6, 2} {
				c.Steps = append(c.Steps, stages.Step{ID: fmt.Sprintf("%s-%d-%d", strand, level, weeks), Strand: strand, Level: level, Weeks: weeks})
			}
		}
	}
	c.Crossroads = survey("road", "expert-pull", "expert-ready")
	c.Crossroads.Roads = []stages.Road{{ID: "expert", Strands: map[string]float64{"craft": 5}}}
	c.Surroundings = survey("wind", "voice")
	c.Surroundings.Winds = []stages.Wind{{ID: "voice"}}
	return c
}

func survey(prefix string, axes ...string) stages.Survey {
	s := stages.Survey{Title: prefix}
	for _, n := range []string{"one", "two"} {
		q := stages.Question{ID: prefix + "-" + n, Kind: stages.Frequency}
		for i, id := range []string{"no", "yes"} {
			o := stages.Option{ID: id, Weights: map[string]float64{}}
			for _, axis := range axes {
				o.Weights[axis] = float64(2*i - 1)
			}
			q.Options = append(q.Options, o)
		}
		s.Questions = append(s.Questions, q)
	}
	return s
}

// memory is a store. A call whose name is among fails does not work; those that do are in calls.
type memory struct {
	saved map[string]session.Attempt
	session.Saved
	fails []string
	calls []string
}

var errFull = errors.New("no room left")

func (m *memory) call(name string, does func()) error {
	if slices.Contains(m.fails, name) {
		return errFull
	}
	m.calls = append(m.calls, name)
	does()
	return nil
}

func (m *memory) Save(a session.Attempt) error {
	return m.call("save", func() { m.saved[a.Assessment] = a })
}

func (m *memory) Finish(r session.Result) error {
	return m.call("finish", func() {
		maps.DeleteFunc(m.saved, func(_ string, a session.Attempt) bool {
			return a.Assessment == r.Assessment && a.Started.Equal(r.Started)
		})
		m.Saved.Results = append(m.Saved.Results, r)
	})
}

func (m *memory) Abandon(assessment string) error {
	return m.call("abandon", func() { delete(m.saved, assessment) })
}

func (m *memory) SavePlan(p session.Plan) error { return m.call("plan", func() { m.Plan = p }) }

func (m *memory) Results(assessment string) iter.Seq2[session.Result, error] {
	return func(yield func(session.Result, error) bool) {
		for _, r := range slices.Backward(m.Saved.Results) {
			if r.Assessment == assessment && !yield(r, nil) {
				return
			}
		}
	}
}

func (m *memory) SaveDrafts(d session.Drafts) error { return m.call("drafts", func() { m.Drafts = d }) }

// person is someone with a session, a store and a clock. What they did last gave an event and an error.
type person struct {
	session.Session
	store *memory
	clock time.Time
	event session.Event
	err   error
}

var today = time.Date(2026, 4, 6, 12, 0, 0, 0, time.UTC)

func newPerson() *person {
	p := &person{store: &memory{saved: map[string]session.Attempt{}}, clock: today}
	return p.open(catalog())
}

// open starts the program anew over what is kept, with some content.
func (p *person) open(c *stages.Catalog) *person {
	p.store.Attempts = slices.Collect(maps.Values(p.store.saved))
	p.Session = session.New(stages.NewBank(c), p.store.Saved)
	return p
}

// does carries out a script: actions apart by bars, in the words of action, and what is no action: wait with a
// number of seconds, in with an assessment, fail with the calls of the store that do not work from now on, and
// open. It returns the person.
func does(t *testing.T, p *person, script string) *person {
	t.Helper()
	for _, line := range strings.Split(script, "|") {
		word, rest, _ := strings.Cut(line, " ")
		p.store.calls = nil
		switch word {
		case "":
		case "wait":
			seconds, err := strconv.ParseFloat(rest, 64)
			if err != nil {
				t.Fatal(err)
			}
			p.clock = p.clock.Add(time.Duration(seconds * float64(time.Second)))
		case "in":
			p.Session = p.In(rest)
		case "fail":
			p.store.fails = strings.Fields(rest)
		case "open":
			p.open(p.Bank.Catalog())
		case "untimed":
			p.Untimed = true
		default:
			p.Session, p.event, p.err = session.Perform(p.Session, p.action(t, word, rest), p.store)
		}
	}
	return p
}

func (p *person) action(t *testing.T, word, rest string) session.Action {
	t.Helper()
	switch word {
	case "begin":
		return session.Begin{At: p.clock, Seed: 7}
	case "restart":
		return session.Restart{At: p.clock, Seed: 7}
	case "continue":
		return session.Continue{At: p.clock}
	case "answer":
		return session.Answer{Options: strings.Fields(rest), At: p.clock}
	case "submit":
		return session.Submit{At: p.clock}
	case "tick":
		return session.Tick{Option: rest}
	case "type":
		return session.Type{Text: rest}
	case "keep":
		return session.KeepNote{At: p.clock}
	case "note":
		return session.Note{Text: rest, At: p.clock}
	case "skip":
		return session.Skip{Reason: stages.Skip(rest), At: p.clock}
	case "finish":
		return session.Finish{At: p.clock}
	case "back":
		return session.Back{At: p.clock}
	case "forward":
		return session.Forward{At: p.clock}
	case "leave":
		return session.Leave{}
	case "aim":
		return session.AskAim{At: p.clock}
	case "look":
		return session.LookAgain{Question: rest, At: p.clock}
	case "work":
		return session.SetUp{Setup: session.Setup{Profile: session.Profile{Name: p.Name(), Work: rest}, Quick: p.Setup.Quick}}
	case "quick":
		return session.SetUp{Setup: session.Setup{Profile: p.Setup.Profile, Quick: true}}
	case "name":
		return session.TypeName{Text: rest}
	case "toggle":
		return session.ToggleStep{Step: stages.Step{ID: rest, Weeks: 2}, At: p.clock}
	case "done":
		return session.TickItem{Row: session.PlanRow("step/" + rest), At: p.clock}
	case "out":
		return session.TakeOut{Row: session.PlanRow("step/" + rest)}
	case "move":
		row, weeks, _ := strings.Cut(rest, " ")
		n, err := strconv.Atoi(weeks)
		if err != nil {
			t.Fatal(err)
		}
		return session.MoveDate{Row: session.PlanRow(row), Weeks: n, At: p.clock}
	case "write", "typing":
		row, text, _ := strings.Cut(rest, " ")
		if word == "typing" {
			return session.TypePlan{Row: session.PlanRow(row), Text: text}
		}
		return session.WritePlan{Row: session.PlanRow(row), Text: text}
	case "check":
		return session.StartCheckIn{At: p.clock}
	case "reply":
		return session.ReplyTo{Reply: p.reply(t, rest), At: p.clock}
	case "evidence":
		return session.WriteEvidence{Text: rest, At: p.clock}
	case "reconsider":
		return session.BackInCheckIn{}
	case "break-off":
		return session.LeaveCheckIn{}
	case "talk":
		soon := p.clock.AddDate(0, 0, 3)
		return session.SetTalk{On: &soon}
	case "checkin":
		return session.MoveDate{Row: session.CheckIn, Weeks: 2, At: p.clock}
	}
	t.Fatalf("no action %q", word)
	return nil
}

// reply is the first of the replies to the question of a check-in that says so, or the one after so many others that do.
func (p *person) reply(t *testing.T, rest string) session.Reply {
	t.Helper()
	says, skip, _ := strings.Cut(rest, " ")
	n, _ := strconv.Atoi(skip)
	for _, r := range p.Replies(p.clock) {
		if string(r.Says) == says {
			if n == 0 {
				return r
			}
			n--
		}
	}
	t.Fatalf("no reply %q to %+v", rest, p.Checking)
	return session.Reply{}
}

// came says what came of the last action: where it led, what it said, and the calls of the store.
func (p *person) came() string {
	out := []string{[]string{"here", "question", "review", "result", "setup", "start", "plan", "check-in", "before"}[p.event.Show]}
	switch p.event.Show {
	case session.ShowQuestion:
		out = append(out, p.Asking.Question.ID)
	case session.ShowReview:
		out = append(out, p.event.Question)
	case session.ShowCheckIn:
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s", p.Checking.Topic, p.Checking.Step)))
	}
	if p.event.Say != session.Nothing {
		out = append(out, []string{"", "OtherWindow", "Kept", "NothingTicked", "FirstQuestion", "NoLongerAsked", "BegunAnew", "NoteDrafted",
			"NoteSaved", "StepTaken", "StepDropped", "StepFinished", "StepNoted", "ItemDone", "DateMoved", "DateStays", "OneMore", "AllObserved",
			"HaveCheckedIn", "CheckInMoved"}[p.event.Say])
	}
	if p.err != nil {
		out = append(out, fmt.Sprintf("%T failed", errAction(p.err)))
	}
	if len(p.store.calls) > 0 {
		out = append(out, "("+strings.Join(p.store.calls, " ")+")")
	}
	return strings.ReplaceAll(strings.Join(out, " "), "session.", "")
}

func errAction(err error) session.Action {
	var undone session.NotKept
	if !errors.As(err, &undone) || !errors.Is(err, errFull) || err.Error() != errFull.Error() {
		return nil
	}
	return undone.Action
}

// answers are those of an attempt, in the order in which they were asked.
func answers(a session.Attempt) string {
	var out []string
	for _, id := range a.Interview.Asked {
		given := a.Interview.Answers[id]
		text := id + "=" + strings.Join(given.Options, "+") + string(given.Skip)
		if given.Evidence != "" {
			text += fmt.Sprintf(" %q", given.Evidence)
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

// drafts are those in a store, by the last part of their names.
func drafts(d session.Drafts) string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(d)) {
		draft := d[name]
		text := name[strings.LastIndex(name, "/")+1:] + "=" + strings.Join(draft.Ticked, "+")
		if draft.None {
			text += "none"
		}
		if draft.Text != "" {
			text += fmt.Sprintf(" %q", draft.Text)
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}
