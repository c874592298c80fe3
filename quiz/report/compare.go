package report

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Opinion is the survey that asks about someone, with questions worded about them. The answers stay in a file.
func Opinion(name, file string, questions []stages.Question) stages.Survey {
	return stages.Survey{Title: locale.Text("About ") + name, Line: locale.Sprintf("Send %s back to %s.", file, name), Questions: questions,
		About: locale.Sprintf("What have you seen of %[1]s's work? If several answers are true, choose the one that says most about %[1]s's part. "+
			"If you haven't seen it, say so. A customer is anyone outside %[1]s's team: a client, a user, another team. "+
			"Your answers go into %[2]s only, and %[1]s will read them.", name, file)}
}

// Opinions are a comparison in words. Its JSON is for programs: fields may be added, never renamed or removed.
type Opinions struct {
	Schema  int               `json:"schema"`
	Content stages.ContentRef `json:"content"`
	Mine    stages.Placement  `json:"mine"`
	Names   []string          `json:"names"` // of the observers, in their order
	stages.Comparison

	bank   *stages.Bank
	about  string // what the sheets call the person
	serves string
}

// Rated is what someone answered about someone, and who they are.
type Rated struct {
	Name      string
	Interview stages.Interview
}

// NewOpinions sets a person's answers beside those of observers, who call the person by a name.
func NewOpinions(bank *stages.Bank, mine session.Result, answers stages.Interview, about string, theirs []Rated) Opinions {
	o := Opinions{Schema: 1, Content: bank.Catalog().Ref(), Mine: mine.Placement, bank: bank, about: about, serves: mine.Profile.Serves}
	var interviews []stages.Interview
	for _, r := range theirs {
		o.Names, interviews = append(o.Names, r.Name), append(interviews, r.Interview)
	}
	o.Comparison = bank.Compare(answers, interviews)
	return o
}

// JSON writes the comparison as machines read it.
func (o Opinions) JSON(out io.Writer) error {
	o.Mine = WithWarningTexts(o.Mine)
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	return enc.Encode(o)
}

// Topic is one subject of a comparison: what it is called, what there is to say of it in a few words, and in full.
type Topic struct {
	Title, Brief string
	Parts        []Part
	Talk         bool // it's one to talk about first
}

// Topics are all that a comparison has to say, in order.
func (o Opinions) Topics() []Topic {
	var out []Topic
	for i, id := range o.Talk {
		out = append(out, o.talk(i, id))
	}
	out = append(out, o.agreement())
	blind := o.list(locale.Text("Blind spots"), locale.Text("where you see more than %s"), locale.Text("You never put yourself more than a level above."), 1)
	hidden := o.list(locale.Text("Hidden strengths"), locale.Text("where %s more than you do"), locale.Text("No one puts you more than a level above yourself."), -1)
	return append(out, blind, hidden)
}

// Headline says in a sentence which level each one's answers give.
func (o Opinions) Headline() string {
	said := []string{locale.Text("Your answers point to ") + sees(o.Mine)}
	for i, name := range o.Names {
		said = append(said, possessive(name)+locale.Text(" to ")+sees(o.Observers[i].Placement))
	}
	return strings.Join(said, "; ") + "."
}

// sees is the level that answers point to, and how sure that is.
func sees(r stages.Placement) string {
	level, sure, low, high := r.Pointed()
	switch {
	case level == 0:
		return locale.Text("no level, since nothing was answered")
	case sure == stages.Clear:
		return locale.Sprintf("level %d, clearly", level)
	case sure == stages.Likely:
		return locale.Sprintf("level %d, likely", level)
	case low == high:
		return locale.Sprintf("about level %d", level)
	}
	return locale.Sprintf("somewhere from level %d to %d", low, high)
}

// own is a question as the person was asked it.
func (o Opinions) own(q *stages.Question) *stages.Question {
	return o.bank.Catalog().Serves.Worded(q, o.serves)
}

// observed is a question as the observers were asked it.
func (o Opinions) observed(q *stages.Question) *stages.Question { return Observed(o.own(q), o.about) }

func (o Opinions) compared(id string) stages.Compared {
	for _, c := range o.Questions {
		if c.Question == id {
			return c
		}
	}
	return stages.Compared{}
}

// others names the observers, as the subject of a verb or after one.
func (o Opinions) others() string {
	if len(o.Names) == 1 {
		return o.Names[0]
	}
	return "they"
}

// agreement is how far the answers agree: of each observer, and along each strand.
func (o Opinions) agreement() Topic {
	t := Topic{Title: locale.Text("Where you agree")}
	var briefs []string
	for i, seen := range o.Observers {
		text := locale.Sprintf("You both answered %d %s: %s.", seen.Both, plural(seen.Both, "question", "questions"), counts(seen.Agreements))
		if seen.Both == 0 {
			text = locale.Text("There's no question that you both answered.")
		}
		if seen.NotSeen > 0 {
			text += locale.Sprintf(" %s that you answered, %s hasn't seen.", Capital(Number(seen.NotSeen)), o.Names[i])
		}
		t.Parts = append(t.Parts, Part{o.Names[i], text})
		briefs = append(briefs, counts(seen.Agreements))
		for _, s := range seen.Strands {
			lean := ""
			if math.Abs(s.Difference) >= 0.5 {
				lean = locale.Text("; you're ") + above(s.Difference)
				if s.Difference < 0 {
					lean = "; " + o.Names[i] + locale.Text(" is ") + above(s.Difference)
				}
			}
			t.Parts = append(t.Parts, Part{Capital(StrandName(o.bank.Catalog(), s.Strand)), counts(s.Agreements) + lean + "."})
		}
	}
	if len(briefs) == 1 {
		t.Brief = briefs[0]
	}
	return t
}

// noTopics is said of a list that is empty.
const noTopics = "none"

func counts(a stages.Agreements) string {
	var out []string
	for _, c := range []struct {
		n    int
		what string
	}{{a.Same, locale.Text("the same")}, {a.Near, "near"}, {a.Apart, "apart"}} {
		if c.n > 0 {
			out = append(out, fmt.Sprintf("%d %s", c.n, c.what))
		}
	}
	return or(strings.Join(out, ", "), noTopics)
}

// list is what lies apart in one direction: 1 where the person is higher, −1 where the others are.
func (o Opinions) list(title, what, none string, sign float64) Topic {
	t := Topic{Title: title}
	for _, c := range o.Questions {
		if !c.Apart() || c.Difference*sign < 0 {
			continue
		}
		asked := o.bank.Question(c.Question)
		q := o.own(asked)
		text := sentence(Capital(q.Name())) + " You: " + inBrief(q, c.Mine)
		for i, a := range c.Theirs {
			if a != nil {
				text += "; " + o.Names[i] + ": " + inBrief(o.observed(asked), *a)
			}
		}
		t.Parts = append(t.Parts, Part{Capital(StrandName(o.bank.Catalog(), c.Strand)), text + "."})
	}
	who := o.others() + map[bool]string{true: locale.Text(" sees"), false: locale.Text(" see")}[len(o.Names) == 1]
	if sign > 0 {
		who = o.others() + map[bool]string{true: locale.Text(" does"), false: locale.Text(" do")}[len(o.Names) == 1]
	}
	t.Brief = fmt.Sprintf("%d, "+what, len(t.Parts), who)
	if len(t.Parts) == 0 {
		t.Brief = noTopics
		t.Parts = []Part{{locale.Text("None"), none}}
	}
	return t
}

// inBrief is an answer within a sentence.
func inBrief(q *stages.Question, a stages.Answer) string {
	return strings.TrimSuffix(Answer(q, a), ".")
}

// Text writes the comparison for a reader of text of a width, in columns.
func (o Opinions) Text(out io.Writer, width int) error {
	t := &textRenderer{width: width}
	t.heading(1, locale.Text("Your answers, and ")+possessive(List(o.Names)))
	t.para(o.Headline(), OpinionTerms)
	talked := 0
	for i, topic := range o.Topics() {
		switch {
		case topic.Talk && i == 0:
			t.heading(2, locale.Text("To talk about first"))
		case !topic.Talk:
			t.heading(2, strings.TrimSuffix(strings.TrimSuffix(topic.Title+": "+topic.Brief, noTopics), ": "))
		}
		if topic.Talk {
			talked++
			t.heading(3, fmt.Sprintf("%d. %s: %s", talked, topic.Title, topic.Brief))
		}
		if topic.Brief == noTopics {
			t.para(topic.Parts[0].Text)
			continue
		}
		t.list(false, items(topic.Parts)...)
	}
	_, err := io.WriteString(out, t.String())
	return err
}

// OpinionTerms says what a comparison is for.
const OpinionTerms = "Neither is the true one: a difference is a reason to talk."
