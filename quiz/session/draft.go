package session

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"waymark/stages"
)

// Drafts hold what was typed or ticked and is not yet part of an answer or of the plan, by what it is
// for: see [QuestionDraft] and [PlanDraft].
type Drafts map[string]Draft

// Draft is what a person has typed or ticked in one place.
type Draft struct {
	Ticked []string `json:"ticked,omitempty"` // a checklist's boxes, by option id
	None   bool     `json:"none,omitempty"`   // its box for none of these
	Text   string   `json:"text,omitempty"`
}

// QuestionDraft names what is typed or ticked at a question of an attempt.
func QuestionDraft(a Attempt, question string) string {
	return a.Assessment + "/" + a.Started.UTC().Format(time.RFC3339Nano) + "/" + question
}

// PlanDraft names what is typed into a row of the plan.
func PlanDraft(row PlanRow) string { return "plan/" + string(row) }

// profileDraft names the name that is being typed before an interview.
const profileDraft = "profile/name"

func (d Drafts) equal(o Drafts) bool {
	return maps.EqualFunc(d, o, func(x, y Draft) bool { return reflect.DeepEqual(x, y) })
}

func (d Drafts) with(name string, draft Draft) Drafts { return cloned(d, name, draft) }

func (d Drafts) without(name string) Drafts {
	return d.keep(func(n string) bool { return n != name })
}

// withoutAttempt leaves out the drafts of an assessment, once its attempt is finished or replaced.
func (d Drafts) withoutAttempt(assessment string) Drafts {
	return d.keep(func(n string) bool { return !strings.HasPrefix(n, assessment+"/") })
}

func (d Drafts) keep(wanted func(name string) bool) Drafts {
	out := Drafts{}
	for name, draft := range d {
		if wanted(name) {
			out[name] = draft
		}
	}
	return out
}

// cloned is a map with one entry set, the map itself unchanged.
func cloned[M ~map[string]V, V any](m M, key string, value V) M {
	out := maps.Clone(m)
	if out == nil {
		out = M{}
	}
	out[key] = value
	return out
}

// Input is what stands at the question before the person: what they have typed and ticked, else their
// answer. Options that the content has lost are not among it.
func (s Session) Input() Draft {
	q, a := s.Asking.Question, s.Attempt()
	if s.Asking.Unscored() {
		last := cmp.Or(a.Profile.Serves, s.Setup.Profile.Serves)
		if s.Asking.Closing() {
			last = cmp.Or(a.Profile.Aim, s.Setup.Profile.Aim)
		}
		if s.Asking.Again { // the aim of the last result, whatever is under way
			last = s.Results[s.Assessment].Profile.Aim
		}
		return Draft{Ticked: slices.DeleteFunc([]string{last}, func(id string) bool { return q.Option(id) == nil })}
	}
	in, drafted := s.Drafts[QuestionDraft(a, q.ID)]
	if !drafted {
		given, answered := a.Interview.Answers[q.ID]
		in = Draft{Ticked: given.Options, Text: given.Evidence}
		in.None = q.Several() && answered && given.Skip == "" && len(given.Options) == 0
	}
	in.Ticked = slices.DeleteFunc(slices.Clone(in.Ticked), func(id string) bool { return q.Option(id) == nil })
	return in
}

func (s Session) withInput(in Draft) Session {
	s.Drafts = s.Drafts.with(QuestionDraft(s.Attempt(), s.Asking.Question.ID), in)
	return s
}

// Tick turns a box of a checklist over, by option id; "" is the box for none of these. That one unticks
// the others, and they untick it.
type Tick struct{ Option string }

func (Tick) writes() bool { return true }

func (t Tick) do(s Session) (Session, Event) {
	in := s.Input()
	switch {
	case t.Option == "":
		in.Ticked, in.None = nil, !in.None
	case slices.Contains(in.Ticked, t.Option):
		in.Ticked = slices.DeleteFunc(in.Ticked, func(id string) bool { return id == t.Option })
	default:
		in.Ticked, in.None = append(in.Ticked, t.Option), false
	}
	return s.withInput(in), Event{}
}

// Type replaces what is being typed at the question as an example.
type Type struct{ Text string }

func (Type) writes() bool { return true }

func (t Type) do(s Session) (Session, Event) {
	if s.Asking.Unscored() {
		return s, Event{}
	}
	in := s.Input()
	in.Text = cleanText(t.Text)
	return s.withInput(in), Event{}
}

// Note gives an example for the question, whole: what [Type] and [KeepNote] do, in one.
type Note struct {
	Text string
	At   time.Time
}

func (Note) writes() bool { return true }

func (n Note) do(s Session) (Session, Event) {
	s, event := Type{n.Text}.do(s)
	event.then = KeepNote{n.At}
	return s, event
}

// KeepNote keeps the example that was typed: with the answer, where there is one already.
type KeepNote struct{ At time.Time }

func (KeepNote) writes() bool { return true }

func (k KeepNote) do(s Session) (Session, Event) {
	a, id, text := s.Attempt(), s.Asking.Question.ID, s.Input().Text
	given, answered := a.Interview.Answers[id]
	switch {
	case !answered && text == "":
		return s, Event{}
	case !answered:
		return s, Event{Say: NoteDrafted}
	case given.Evidence == text:
		return s, Event{}
	}
	given.Evidence = text
	draft := s.Input()
	s, keep := s.keepAnswer(given, k.At)
	if slices.Equal(draft.Ticked, given.Options) {
		s.Drafts = s.Drafts.without(QuestionDraft(a, id))
	}
	return s, Event{Say: NoteSaved, keep: keep}
}

// TextLimit is how long an example or a note may be, in characters.
const TextLimit = 600

// StepTextLimit is how long what's written on a step may grow, in characters: what happens later is added to it.
const StepTextLimit = 10 * TextLimit

// cleanText leaves out of a text what could steer a terminal, and what is beyond the limit.
func cleanText(text string) string { return limited(strings.TrimSpace(steady(text)), TextLimit) }

// cleanLine is [cleanText] in one line, words one space apart.
func cleanLine(text string) string { return limited(stages.OneLine(text), TextLimit) }

func steady(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\t':
			return ' '
		case stages.Steers(c):
			return -1
		}
		return c
	}, strings.ToValidUTF8(text, ""))
}

func limited(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return strings.TrimSpace(string(runes[:most]))
	}
	return text
}

// SetUp chooses what the next interview begins with.
type SetUp struct{ Setup }

func (SetUp) writes() bool { return true }

func (u SetUp) do(s Session) (Session, Event) {
	s.Setup = u.Setup
	s.Setup.Profile.Name = cleanLine(s.Setup.Profile.Name)
	s.Drafts = s.Drafts.without(profileDraft)
	return s, Event{}
}

// TypeName replaces the name that is being typed before an interview.
type TypeName struct{ Text string }

func (TypeName) writes() bool { return true }

func (t TypeName) do(s Session) (Session, Event) {
	s.Drafts = s.Drafts.with(profileDraft, Draft{Text: cleanLine(t.Text)})
	return s, Event{}
}

// Name is the name for the report, as it was typed last.
func (s Session) Name() string {
	if draft, ok := s.Drafts[profileDraft]; ok {
		return draft.Text
	}
	return s.Setup.Profile.Name
}
