package plain

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// catalog is small content made for these tests: two strands, a question of one answer and one of
// several along each, and surveys of one or two questions.
func catalog() *stages.Catalog {
	c := &stages.Catalog{ID: "test", Version: "1", Title: "Where you stand", SHA256: "0",
		Serves:     stages.Serves{Note: "Another team you do work for counts as a {customer}."},
		Crossroads: crossroads(), Surroundings: surroundings()}
	for i, name := range []string{"Problem Solver", "Focal Point", "Design Partner", "Trusted Advisor", "Partner"} {
		c.Levels = append(c.Levels, stages.Level{Level: i + 1, ID: strings.ToLower(name), Name: name, Line: "Solves it"})
	}
	for _, id := range []string{"craft", "trust"} {
		c.Strands = append(c.Strands, stages.Strand{ID: id, Name: id, At: []string{"One.", "Two.", "Three.", "Four.", "Five."}})
		c.Questions = append(c.Questions, one(id), several(id))
		for level := 2; level <= 5; level++ {
			c.Steps = append(c.Steps, step(id, level, "scope one piece of work", 6), step(id, level, "draw one picture", 2))
		}
		c.Strengths = append(c.Strengths, stages.Strength{Strand: id, Level: 3, On: shownBy(c.Questions, id, 3),
			Shows: map[string]string{"product": "You find needs.", "service": "You keep them."}})
	}
	c.Guidance = []stages.Guide{{ID: "mentor", Why: "They have gone this way.", Have: "Write down what you will ask.", Get: "Ask somebody two steps ahead.", First: "Write one mail."}}
	return c
}

func step(strand string, level int, what string, weeks int) stages.Step {
	return stages.Step{ID: fmt.Sprintf("%s-%d-%d", strand, level, weeks), Strand: strand, Level: level, Title: fmt.Sprintf("Help %s (%s)", what, strand),
		Moves: map[string]string{strand + "-often": "c"},
		Why:   "It is shaped by you.", First: "Ask the account lead.", With: "The account lead", Leaves: "A page", Worked: "when the offer quotes it",
		Weeks: weeks, NoChance: "Take another team's.", InTheWay: "Ask for one a quarter."}
}

func one(strand string) stages.Question {
	q := stages.Question{ID: strand + "-often", Strand: strand, Kind: stages.Frequency, Short: "asked for by name",
		Ask: "Along " + strand + ": how often did a customer ask for you by name?", Why: "It shows who they rely on.", Counts: "A mail with your name in it.",
		CountsNot: "A ticket that fell to you.", CountsIn: map[string]string{"support": "A call for you."}}
	for i, text := range []string{"Not so far", "Once or twice, as far as I know, and then for something that I had worked on before", "Most months 工場"} {
		q.Options = append(q.Options, stages.Option{ID: string(rune('a' + i)), Level: float64(1 + 2*i), Text: text, Did: []string{"", "Turned a request into a need", "Left a road in steps"}[i]})
	}
	return q
}

func several(strand string) stages.Question {
	q := stages.Question{ID: strand + "-left", Strand: strand, Kind: stages.Checklist, Evidence: true, Short: "what you left behind",
		Ask: "Along " + strand + ": which of these did you leave with a customer?", Why: "Things that stay behind speak."}
	for i, text := range []string{"A picture", "A choice, written", "A road in steps"} {
		q.Options = append(q.Options, stages.Option{ID: string(rune('a' + i)), Level: float64(1 + 2*i), Text: text, Did: []string{"", "Turned a request into a need", "Left a road in steps"}[i]})
	}
	return q
}

func crossroads() stages.Survey {
	s := stages.Survey{Title: "Crossroads", Line: "roads, and which of them appeals to you", About: "It reads you against the roads.", PushText: "You want away."}
	weights := []map[string]float64{{"expert-pull": 2}, {"product-pull": 2}}
	for _, id := range []string{"expert", "product"} {
		s.Roads = append(s.Roads, stages.Road{ID: id, Name: "The " + id + " road", Line: "A road", Pull: "It draws.", Transfers: "Knowing.",
			Missing: "Saying no.", Costs: "The keyboard.", Try: "Write one page.", Tells: "Go on.", Weeks: 2})
		s.Questions = append(s.Questions, stages.Question{ID: "road-" + id, Kind: stages.Frequency, Short: "hours forgot", Ask: "When did you last forget the time?",
			Why: "It tells.", Options: []stages.Option{{ID: "bug", Text: "Over a fault", Weights: weights[0]}, {ID: "need", Text: "Over a need", Weights: weights[1]}}})
	}
	return s
}

func surroundings() stages.Survey {
	return stages.Survey{Title: "Surroundings", Line: "how your workplace helps you", About: "It reads the place.",
		Winds: []stages.Wind{{ID: "voice", Name: "The voice", About: "Whether it is heard.", Tailwind: "Use it.", Headwind: "It is not you.", Negotiate: "Ask.", Leave: "When nobody answers.", Strands: []string{"craft"}}},
		Questions: []stages.Question{{ID: "place", Kind: stages.Frequency, Ask: "What became of it?", Why: "It shows who listens.", Options: []stages.Option{
			{ID: "lost", Text: "Nobody knows", Weights: map[string]float64{"voice": -2}}, {ID: "done", Text: "It was done", Weights: map[string]float64{"voice": 2}}}}}}
}

// memory is a store in memory. A call fails where fails has an error for it.
type memory struct {
	attempts map[string]session.Attempt
	results  []session.Result
	faults   []string // told of what Results reads
	plan     session.Plan
	drafts   session.Drafts
	fails    map[string]error // by call: save, finish, abandon, plan, drafts
}

func newMemory() *memory { return &memory{attempts: map[string]session.Attempt{}} }

var (
	errFull = errors.New("no room left")
	fsFull  = &fs.PathError{Op: "write", Path: "interview.json", Err: syscall.ENOSPC}
)

// full makes calls of a store fail.
func full(calls ...string) map[string]error {
	out := map[string]error{}
	for _, call := range calls {
		out[call] = errFull
	}
	return out
}

func (m *memory) Save(a session.Attempt) error {
	if m.fails["save"] == nil {
		m.attempts[a.Assessment] = a
	}
	return m.fails["save"]
}

func (m *memory) Finish(r session.Result) error {
	if m.fails["finish"] == nil {
		m.results = append(m.results, r)
		maps.DeleteFunc(m.attempts, func(_ string, a session.Attempt) bool {
			return a.Assessment == r.Assessment && a.Started.Equal(r.Started)
		})
	}
	return m.fails["finish"]
}

func (m *memory) Abandon(assessment string) error {
	if m.fails["abandon"] == nil {
		delete(m.attempts, assessment)
	}
	return m.fails["abandon"]
}

func (m *memory) SavePlan(p session.Plan) error {
	if m.fails["plan"] == nil {
		m.plan = p
	}
	return m.fails["plan"]
}

func (m *memory) Results(assessment string) iter.Seq2[session.Result, error] {
	return func(yield func(session.Result, error) bool) {
		for _, r := range slices.Backward(m.results) {
			if r.Assessment == assessment && !yield(r, nil) {
				return
			}
		}
		for _, notice := range m.faults {
			if !yield(session.Result{}, errors.New(notice)) {
				return
			}
		}
	}
}

func (m *memory) SaveDrafts(d session.Drafts) error {
	if m.fails["drafts"] == nil {
		m.drafts = d
	}
	return m.fails["drafts"]
}

var today = time.Date(2026, 4, 6, 12, 0, 0, 0, time.UTC)

// session is what a program that starts now reads from the store.
func (m *memory) session() session.Session { return m.sessionOn(catalog()) }

func (m *memory) sessionOn(c *stages.Catalog) session.Session {
	saved := session.Saved{Results: m.results, Plan: m.plan, Drafts: m.drafts}
	for _, a := range m.attempts {
		saved.Attempts = append(saved.Attempts, a)
	}
	return session.New(stages.NewBank(c), saved)
}

// config is the program over a store.
func (m *memory) config() Config {
	return Config{Session: m.session(), Store: m, Now: func() time.Time { return today }, Seed: func() uint64 { return 7 },
		Piped: true, Folder: "/home/ada/waymark", Command: "waymark --plain"}
}

// run types lines, which are apart by bars, and returns what is written.
func run(cfg Config, lines string) (string, error) {
	var out bytes.Buffer
	err := Run(cfg, strings.NewReader(typed(lines)), &out)
	return out.String(), err
}

// talk is a run of the program over a store in which nothing may go wrong.
func (m *memory) talk(t *testing.T, lines string) string {
	t.Helper()
	out, err := run(m.config(), lines)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func typed(lines string) string { return strings.ReplaceAll(lines, "|", "\n") + "\n" }

// shownBy are the options of questions that speak for a level.
func shownBy(questions []stages.Question, strand string, level int) map[string][]string {
	on := map[string][]string{}
	for i := range questions {
		q := &questions[i]
		for j := range q.Options {
			if q.Strand == strand && q.Options[j].SpeaksFor(level) {
				on[q.ID] = append(on[q.ID], q.Options[j].ID)
			}
		}
	}
	return on
}
