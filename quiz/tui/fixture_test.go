package tui

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// catalog is content made for these tests, so that a change of the built-in words moves no golden.
// Every kind of question is in it, with texts that wrap, texts in wide characters and short ones.
func catalog() *stages.Catalog {
	c := &stages.Catalog{ID: "test", Version: "1", Title: "Where you stand", SHA256: "0"}
	c.Serves.Note = "Another team you do work for counts as a {customer}."
	names := []string{"Problem Solver", "Focal Point", "Design Partner", "Trusted Advisor", "Partner"}
	for i, name := range names {
		c.Levels = append(c.Levels, stages.Level{Level: i + 1, ID: strings.ToLower(strings.ReplaceAll(name, " ", "-")), Name: name,
			About: "People bring you what nobody else has solved.", Feels: "The best hour is the one in which it makes sense.", Trap: "The next problem is waiting already.", Next: "Somebody to serve who knows your name."})
	}
	c.Levels[1].Needs, c.Levels[1].Opens = []string{"customer", "trust"}, "one customer, and another team counts as one"
	for _, id := range []string{"craft", "customer", "design", "voice", "trust", "reach"} {
		c.Strands = append(c.Strands, stages.Strand{ID: id, Name: id, About: "What you do along " + id + ".",
			At: []string{"You begin.", "You are asked.", "You weigh.", "You direct.", "You frame what nobody owns."}})
		c.Questions = append(c.Questions, ladder(id), checklist(id), frequency(id))
		for level := 2; level <= 5; level++ {
			c.Steps = append(c.Steps, step(id, level))
		}
	}
	c.Questions[0].Pair = "design-ladder"
	c.Crossroads, c.Surroundings = crossroads(), surroundings()
	for _, s := range c.Strands {
		c.Strengths = append(c.Strengths, stages.Strength{Strand: s.ID, Level: 2, On: shownBy(c.Questions, s.ID, 2),
			Shows: map[string]string{"product": "You find the need behind a request.", "architect": "You weigh what a design costs.",
				"manager": "You can be left alone with it.", "service": "You keep people calm."}})
	}
	for i := range c.Questions {
		for j := range c.Questions[i].Options {
			if o := &c.Questions[i].Options[j]; o.SpeaksFor(2) {
				o.Did = "Turned a request into a need"
			}
		}
	}
	c.Guidance = []stages.Guide{{ID: "mentor", Have: "Write down what you will ask.", Get: "Ask somebody two steps ahead.", First: "Write one mail."}}
	return inLetters(c)
}

// inLetters writes content in other letters, in the tests that want it so.
var inLetters = func(c *stages.Catalog) *stages.Catalog { return c }

func crossroads() stages.Survey {
	s := stages.Survey{Title: "Crossroads", Line: "roads, and which of them appeals to you",
		About: "It reads what you did against the roads from here.", Moves: []stages.Move{
			{Pull: stages.Strong, Push: stages.Strong, Text: "You want away, and know where to. Keep the two apart."},
			{Pull: stages.Strong, Push: stages.Little, Text: "You know where to, and there's no hurry. Try it first."},
			{Pull: stages.Little, Push: stages.Strong, Text: "You want away. That is not yet a road."},
			{Pull: stages.Little, Push: stages.Little, Text: "Nothing has to be decided."}}}
	for _, id := range []string{"expert", "product"} {
		s.Roads = append(s.Roads, stages.Road{ID: id, Name: report.Capital(id) + " road", Line: "A road", Pull: "It draws people who ask why.",
			Transfers: "Knowing how things break.", Missing: "Saying no.", Costs: "The keyboard.", Try: "Write one page.",
			Tells: "If you forget the time, go on.", Weeks: 2, Strands: map[string]float64{"craft": 4}})
	}
	for i := range 3 {
		s.Questions = append(s.Questions, stages.Question{ID: fmt.Sprint("road-", i), Kind: stages.Situation, Short: "hours you forgot",
			Ask: "When did you last forget the time at work?", Why: "What one does unprompted tells more than what one plans.",
			Options: []stages.Option{
				{ID: "bug", Text: "Over a fault", Short: "a fault", Weights: map[string]float64{"expert-pull": 2, "expert-ready": 1}},
				{ID: "need", Text: "Over what somebody needed", Short: "a need", Weights: map[string]float64{"product-pull": 2, "product-ready": 1}},
				{ID: "away", Text: "Over other people's vacancies", Short: "vacancies", Weights: map[string]float64{"push": 2}},
			}})
	}
	return s
}

func surroundings() stages.Survey {
	s := stages.Survey{Title: "Surroundings", Line: "how your workplace helps you", About: "It reads the place, not you."}
	for _, id := range []string{"voice", "path"} {
		s.Winds = append(s.Winds, stages.Wind{ID: id, Name: "The " + id, About: "Whether it is heard.", Tailwind: "Use it.", Headwind: "It is not your fault.",
			Negotiate: "Ask for one answer.", Leave: "When nobody answers.", Strands: []string{"craft", "customer", "design"}})
		for i := range 2 {
			s.Questions = append(s.Questions, stages.Question{ID: fmt.Sprintf("place-%s-%d", id, i), Kind: stages.Ladder, Short: "what became of it",
				Ask: "What became of the last thing you reported?", Why: "It shows who listens.",
				Options: []stages.Option{
					{ID: "lost", Text: "Nobody knows", Weights: map[string]float64{id: -2}},
					{ID: "done", Text: "It was done", Weights: map[string]float64{id: 2}},
				}})
		}
	}
	return s
}

func ladder(strand string) stages.Question {
	q := stages.Question{ID: strand + "-ladder", Strand: strand, Kind: stages.Ladder, Short: "a design expected to fail",
		Ask:       "Think of the last time a customer insisted on a design you expected to fail. What happened?",
		Why:       "What two people do when they disagree tells more than any list of skills.",
		Counts:    "A customer's storage plan you thought too small, and what you both did about it.",
		CountsNot: "A disagreement inside your own team, or advice that nobody outside it heard.",
		CountsIn:  map[string]string{"support": "A workaround a customer wanted kept for good."}}
	for i, text := range []string{
		"They held to it. I built it as well as it could be built, and kept a way back ready.",
		"I told my lead, who took it up with them.",
		"I wrote down what I feared and two other ways, with the price of each. We talked, and they chose with open eyes.",
		"We drew it up together. 設計は一緒に描き直しました。",
		"They asked me in before it was settled. My view stands in the decision that was signed.",
	} {
		q.Options = append(q.Options, stages.Option{ID: fmt.Sprint("at-", i+1), Level: float64(i + 1), Text: text, Short: fmt.Sprintf("answer at %d", i+1)})
	}
	return q
}

func checklist(strand string) stages.Question {
	q := stages.Question{ID: strand + "-boxes", Strand: strand, Kind: stages.Checklist, Evidence: true, Short: "what you left behind",
		Ask: "Which of these did you leave with a customer in the last year?",
		Why: "Things that stay behind speak for themselves.", Counts: "A page they still use.", CountsNot: "A page in your drawer."}
	for i, text := range []string{
		"A picture of how their systems hang together, which they use",
		"A choice between alternatives, written, with what each costs",
		"The cause of a recurring fault, told so that they changed how they work",
		"A road in steps from what they have to what they want",
		"An estimate that the next piece of work was built on",
	} {
		q.Options = append(q.Options, stages.Option{ID: fmt.Sprint("box-", i+1), Level: float64(i + 1), Text: text, Short: fmt.Sprint("box ", i+1)})
	}
	return q
}

func frequency(strand string) stages.Question {
	q := stages.Question{ID: strand + "-often", Strand: strand, Kind: stages.Frequency, Short: "asked for by name",
		Ask: "How often did a customer ask for you by name?", Why: "It shows who they rely on.",
		Counts: "A mail with your name in it.", CountsNot: "A ticket that fell to you."}
	for i, text := range []string{"Not so far", "Once", "Several times", "Most months", "As a rule"} {
		q.Options = append(q.Options, stages.Option{ID: fmt.Sprint("at-", i+1), Level: float64(i + 1), Text: text})
	}
	return q
}

func step(strand string, level int) stages.Step {
	return stages.Step{ID: fmt.Sprintf("step-%s-%d", strand, level), Strand: strand, Level: level,
		Title: "Help scope one piece of work", Why: "The next level begins where the work that follows is shaped by you.",
		First: "Ask the account lead which request lies unscoped, and offer one page on it by Friday.",
		With:  "The account lead; one person who will do the work", Leaves: "A page: what, what not, three risks",
		Worked: "when the offer to the customer quotes your page", Weeks: 2 + level,
		NoChance: "Take one request of a neighbouring team.", InTheWay: "Ask your manager for one request a quarter.", BlockedBy: []string{"voice"},
		Read: []stages.Reference{{Title: "Flawless Consulting", Author: "Peter Block", Year: 1981}}}
}

// shelf is a store in memory. It fails where it is told to.
type shelf struct {
	under     map[string]session.Attempt
	saved     []session.Attempt
	finished  []session.Result
	faults    []string // told of what [shelf.Results] reads
	plan      session.Plan
	drafts    session.Drafts
	abandoned int
	full      bool
}

var errFull = errors.New("no space left")

func (s *shelf) Save(x session.Attempt) error {
	if s.full {
		return errFull
	}
	s.saved = append(s.saved, x)
	if s.under == nil {
		s.under = map[string]session.Attempt{}
	}
	s.under[x.Assessment] = x
	return nil
}

func (s *shelf) Finish(r session.Result) error {
	if s.full {
		return errFull
	}
	s.finished = append(s.finished, r)
	maps.DeleteFunc(s.under, func(_ string, a session.Attempt) bool {
		return a.Assessment == r.Assessment && a.Started.Equal(r.Started)
	})
	return nil
}

func (s *shelf) Abandon(assessment string) error {
	s.abandoned++
	delete(s.under, assessment)
	return nil
}

func (s *shelf) SavePlan(p session.Plan) error {
	if s.full {
		return errFull
	}
	s.plan = p
	return nil
}

func (s *shelf) Results(assessment string) iter.Seq2[session.Result, error] {
	return func(yield func(session.Result, error) bool) {
		for _, r := range slices.Backward(s.finished) {
			if r.Assessment == assessment && !yield(r, nil) {
				return
			}
		}
		for _, notice := range s.faults {
			if !yield(session.Result{}, errors.New(notice)) {
				return
			}
		}
	}
}

func (s *shelf) SaveDrafts(d session.Drafts) error {
	if s.full {
		return errFull
	}
	s.drafts = d
	return nil
}

var today = time.Date(2026, 4, 6, 12, 0, 0, 0, time.UTC)

// openAt opens the program at a size, with a store to look into.
func openAt(width, height int) (Model, *shelf) {
	keep := &shelf{}
	return New(config(width, height, keep)), keep
}

// bank is that of the catalog, compiled once.
var bank = sync.OnceValue(func() *stages.Bank { return stages.NewBank(catalog()) })

// config is the program as a store has it.
func config(width, height int, keep session.Store, attempts ...session.Attempt) Config {
	return Config{Session: session.New(bank(), session.Saved{Attempts: attempts}), Store: keep,
		Now: func() time.Time { return today }, Seed: func() uint64 { return 7 },
		Screen: [2]int{width, height}, Folder: "/home/ada/.local/share/waymark", Look: Look{Colour: true}}
}

// press types keys, by the names that Bubble Tea gives them.
func press(m Model, keys ...string) Model {
	for _, k := range keys {
		next, _ := m.Update(keyPress(k))
		m = next.(Model)
	}
	return m
}

func keyPress(k string) tea.KeyPressMsg {
	codes := map[string]rune{"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace, "f1": tea.KeyF1,
		"backspace": tea.KeyBackspace, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown}
	if code, ok := codes[k]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if c, ok := strings.CutPrefix(k, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(c[0]), Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(k)[0], Text: k}
}

// keys splits a line of keys.
func keys(line string) []string { return strings.Fields(line) }

// plain is the screen without its inks, and without the spaces at the end of a row that only a bar shows.
func plain(m Model) string {
	rows := strings.Split(ansi.Strip(m.View().Content), "\n")
	for i, r := range rows {
		rows[i] = strings.TrimRight(r, " ")
	}
	return strings.Join(rows, "\n")
}

// answerAt answers the question on the screen with its option of a level, or ticks the boxes up to it.
func (m Model) answerAt(level int) Model {
	asking := m.session.Asking
	several := asking.Question.Several()
	for i, o := range asking.Order {
		at := asking.Question.Options[o].Level
		if at == float64(level) || several && at < float64(level) {
			m = press(m, fmt.Sprint(i+1))
		}
		if !several && at == float64(level) {
			break
		}
	}
	if several && m.on == onQuestion && len(m.session.Input().Ticked) > 0 {
		m = press(m, "enter")
	}
	return m
}

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
