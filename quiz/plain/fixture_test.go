package plain

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// catalog is small content made for these tests: two strands, a question of one answer and one of
// several along each, and surveys of one or two questions.
func catalog() *stages.Catalog {
	c := &stages.Catalog{ID: "test", Version: "1", Title: "Where you stand", SHA256: "0",
		Crossroads: crossroads(), Surroundings: surroundings()}
	for i, name := range []string{"Problem Solver", "Focal Point", "Design Partner", "Trusted Advisor", "Partner"} {
		c.Levels = append(c.Levels, stages.Level{Level: i + 1, ID: strings.ToLower(name), Name: name, Line: "Solves it"})
	}
	for _, id := range []string{"craft", "trust"} {
		c.Strands = append(c.Strands, stages.Strand{ID: id, Name: id, At: []string{"One.", "Two.", "Three.", "Four.", "Five."}})
		c.Questions = append(c.Questions, one(id), several(id))
		for level := 2; level <= stages.Levels; level++ {
			c.Steps = append(c.Steps, step(id, level, "scope one piece of work", 6), step(id, level, "draw one picture", 2))
		}
		c.Strengths = append(c.Strengths, stages.Strength{Strand: id, Work: "engineering", Proves: map[string]string{"product": "You find needs."},
			CV: map[string]string{"product": "Turned requests into needs: {evidence}"}})
	}
	c.Guidance = []stages.Guide{{ID: "mentor", Why: "They have gone this way.", Have: "Write down what you will ask.", Get: "Ask somebody two steps ahead.", First: "Write one mail."}}
	return c
}

func step(strand string, level int, what string, weeks int) stages.Step {
	return stages.Step{ID: fmt.Sprintf("%s-%d-%d", strand, level, weeks), Strand: strand, Level: level, Title: fmt.Sprintf("Help %s (%s)", what, strand),
		Why: "It is shaped by you.", First: "Ask the account lead.", With: "The account lead", Leaves: "A page", Worked: "when the offer quotes it",
		Weeks: weeks, NoChance: "Take another team's.", InTheWay: "Ask for one a quarter."}
}

func one(strand string) stages.Question {
	q := stages.Question{ID: strand + "-often", Strand: strand, Kind: stages.Frequency, Short: "asked for by name",
		Ask: "Along " + strand + ": how often did a customer ask for you by name?", Why: "It shows whom they rely on.", Counts: "A mail with your name in it.",
		CountsNot: "A ticket that fell to you.", CountsIn: map[string]string{"support": "A call for you."}}
	for i, text := range []string{"Not so far", "Once or twice, as far as I know, and then for something that I had worked on before", "Most months 工場"} {
		q.Options = append(q.Options, stages.Option{ID: string(rune('a' + i)), Level: float64(1 + 2*i), Text: text})
	}
	return q
}

func several(strand string) stages.Question {
	q := stages.Question{ID: strand + "-left", Strand: strand, Kind: stages.Checklist, Evidence: true, Short: "what you left behind",
		Ask: "Along " + strand + ": which of these did you leave with a customer?", Why: "Things that stay behind speak."}
	for i, text := range []string{"A picture", "A choice, written", "A road in steps"} {
		q.Options = append(q.Options, stages.Option{ID: string(rune('a' + i)), Level: float64(1 + 2*i), Text: text})
	}
	return q
}

func crossroads() stages.Survey {
	s := stages.Survey{Title: "Crossroads", Line: "roads, and which of them pulls you", About: "It reads you against the roads.", PushText: "You want away."}
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

// shelf is a keeper in memory. It fails where it is told to.
type shelf struct {
	under   map[string]session.Attempt
	results []session.Result
	plan    session.Plan
	fails   error
}

func newShelf() *shelf { return &shelf{under: map[string]session.Attempt{}} }

var errFull = errors.New("no room left")

func (s *shelf) Save(x session.Attempt) error {
	if s.fails == nil {
		s.under[x.Assessment] = x
	}
	return s.fails
}

func (s *shelf) Finish(r session.Result) error {
	if s.fails == nil {
		s.results = append(s.results, r)
		delete(s.under, r.Assessment)
	}
	return s.fails
}

func (s *shelf) Abandon(assessment string) error { delete(s.under, assessment); return s.fails }

func (s *shelf) SavePlan(p session.Plan) error {
	if s.fails == nil {
		s.plan = p
	}
	return s.fails
}

var today = time.Date(2026, 4, 6, 12, 0, 0, 0, time.UTC)

// config is the program over what lies on a shelf.
func (s *shelf) config() Config {
	var underway []session.Attempt
	for _, assessment := range []string{stages.Stages, stages.Crossroads, stages.Surroundings} {
		if sitting, ok := s.under[assessment]; ok {
			underway = append(underway, sitting)
		}
	}
	desk := session.Desk{Bank: stages.NewBank(catalog()), Keeper: s, Plan: s.plan,
		Now: func() time.Time { return today }, Seed: func() uint64 { return 7 }}
	return Config{Desk: desk.Lay(underway, s.results), Piped: true, Folder: "/home/ada/waymark"}
}

// talkTo types lines, which are apart by bars, and returns what is written.
func (s *shelf) talkTo(t *testing.T, lines string) string {
	t.Helper()
	var out bytes.Buffer
	if err := Run(s.config(), strings.NewReader(typed(lines)), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func typed(lines string) string {
	return strings.Join(slices.Collect(strings.SplitSeq(lines, "|")), "\n") + "\n"
}
