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
	return stages.Survey{Title: locale.Sprintf("About %s", name), Line: locale.Sprintf("Send %s back to %s.", file, name), Questions: questions,
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
	// Levels are those that the answers of a talk speak for, the person's first. Their words are the parts after the question.
	Levels []int
	Talk   bool // it's one to talk about first
	Empty  bool // there's nothing of it, as its brief and its only part say
}

// Topics are all that a comparison has to say, in order.
func (o Opinions) Topics() []Topic {
	var out []Topic
	for i, id := range o.Talk {
		out = append(out, o.talk(i, id))
	}
	out = append(out, o.agreement())
	theirs := locale.Text("Where they rate you higher")
	if len(o.Names) == 1 {
		theirs = locale.Sprintf("Where %s rates you higher", o.Names[0])
	}
	out = append(out, o.list(locale.Text("Where you rate yourself higher"), locale.Text("You never rate yourself more than a level higher than others do."),
		func(c stages.Compared) bool { return c.Apart() && c.Difference >= 0 }),
		o.list(theirs, locale.Text("No one rates you more than a level higher than you do."),
			func(c stages.Compared) bool { return c.Apart() && c.Difference < 0 }))
	for _, t := range []Topic{o.list(locale.Text("One rates you higher, another lower"), "", split),
		o.list(locale.Text("Examples where you hardly differ"), "", func(c stages.Compared) bool { return !c.Apart() && !c.Split && o.examples(c) != "" })} {
		if !t.Empty {
			out = append(out, t)
		}
	}
	return out
}

// split reports whether observers are on either side of the person, and not far from them on average.
func split(c stages.Compared) bool { return c.Split && !c.Apart() }

// Headline says which level each one's answers give; the person's as their result says it, and in a sentence those of all observers
// whose answers point to the same.
func (o Opinions) Headline() string {
	said := []string{o.ownLevel()}
	var pointed []string
	owners := map[string][]string{}
	for i, name := range o.Names {
		to := sees(o.Observers[i].Placement)
		if owners[to] == nil {
			pointed = append(pointed, to)
		}
		owners[to] = append(owners[to], locale.Sprintf("%s's", name))
	}
	for _, to := range pointed {
		said = append(said, Capital(locale.Sprintf("%[1]s answers point to %[2]s.", List(owners[to]), to)))
	}
	return strings.Join(said, " ")
}

// ownLevel is the person's level in a sentence, or what their answers point to.
func (o Opinions) ownLevel() string {
	switch low, high := placed(o.Mine); {
	case low == 0:
		return locale.Sprintf("Your answers point to %s.", sees(o.Mine))
	case *o.Mine.SpeaksFor != *o.Mine.Level:
		return locale.Sprintf("You're at level %[1]d, though your answers, taken together, point to level %[2]d.", *o.Mine.Level, *o.Mine.SpeaksFor)
	case low < high:
		return locale.Sprintf("You're between level %[1]d and level %[2]d.", low, high)
	default:
		return locale.Sprintf("You're at level %d.", low)
	}
}

// Verdict is [Opinions.Headline] in a few words.
func (o Opinions) Verdict() string {
	return locale.Sprintf("Level: %s.", strings.Join(o.Levels(), ", "))
}

// Levels are the person's level, and what the others' answers point to: "you 2", "Ruth 2–3".
func (o Opinions) Levels() []string {
	low, high := placed(o.Mine)
	if low == 0 {
		low, high = points(o.Mine)
	}
	said := []string{locale.Sprintf("you %s", span(low, high))}
	for i, name := range o.Names {
		said = append(said, name+" "+span(points(o.Observers[i].Placement)))
	}
	return said
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
func (o Opinions) observed(q *stages.Question) *stages.Question {
	return Observed(o.bank.Catalog(), o.own(q), o.about)
}

func (o Opinions) compared(id string) stages.Compared {
	for _, c := range o.Questions {
		if c.Question == id {
			return c
		}
	}
	return stages.Compared{}
}

// agreement is how far the answers agree: of each observer, and along each strand.
func (o Opinions) agreement() Topic {
	t := Topic{Title: locale.Text("How far you agree")}
	var briefs []string
	for i, seen := range o.Observers {
		text := locale.Plural(seen.Both, "You both answered %d question: %s.", "You both answered %d questions: %s.", seen.Both, counts(seen.Agreements))
		if seen.Both == 0 {
			text = locale.Text("There's no question that you both answered.")
		}
		if seen.NotSeen > 0 {
			text += " " + locale.Plural(seen.NotSeen, "%[2]s marked one other as not seen.", "%[2]s marked %[1]s others as not seen.",
				Number(seen.NotSeen), o.Names[i])
		}
		t.Parts = append(t.Parts, Part{o.Names[i], text})
		briefs = append(briefs, counts(seen.Agreements))
		for _, s := range seen.Strands {
			said := counts(s.Agreements)
			if math.Abs(s.Difference) >= 0.5 {
				said += "; " + leans(s.Difference, o.Names[i])
			}
			t.Parts = append(t.Parts, Part{StrandName(o.bank.Catalog(), s.Strand), said + "."})
		}
	}
	if len(briefs) == 1 {
		t.Brief, t.Empty = briefs[0], o.Observers[0].Both == 0
	} else if len(o.Questions) > 0 {
		t.Brief = o.agreed()
	}
	return t
}

// agreed says at how many of the questions nobody is far from the person.
func (o Opinions) agreed() string {
	n := 0
	for _, c := range o.Questions {
		if !c.Apart() && !c.Split {
			n++
		}
	}
	return locale.Plural(len(o.Questions), "%[2]d of %[1]d question", "%[2]d of %[1]d questions", len(o.Questions), n)
}

// noTopics is said of a list that is empty.
const noTopics locale.Message = "none"

func counts(a stages.Agreements) string {
	var out []string
	for _, c := range []struct {
		n    int
		said string
	}{{a.Same, locale.Sprintf("%d the same", a.Same)}, {a.Near, locale.Sprintf("%d near", a.Near)}, {a.Apart, locale.Sprintf("%d apart", a.Apart)}} {
		if c.n > 0 {
			out = append(out, c.said)
		}
	}
	return or(strings.Join(out, ", "), noTopics.String())
}

// list are the questions whose answers differ in one way, and what is said where there's none.
func (o Opinions) list(title, none string, differ func(stages.Compared) bool) Topic {
	t := Topic{Title: title}
	for _, c := range o.Questions {
		if !differ(c) {
			continue
		}
		asked := o.bank.Question(c.Question)
		q := o.own(asked)
		text := sentence(Capital(q.Name())) + " " + locale.Sprintf("You: %s", inBrief(q, c.Mine))
		for i, a := range c.Theirs {
			if a != nil {
				text += "; " + o.Names[i] + ": " + inBrief(o.observed(asked), *a)
			}
		}
		t.Parts = append(t.Parts, Part{StrandName(o.bank.Catalog(), c.Strand), text + "." + o.examples(c)})
	}
	t.Brief = locale.Plural(len(t.Parts), "%d question", "%d questions", len(t.Parts))
	if len(t.Parts) == 0 {
		t.Brief, t.Empty = noTopics.String(), true
		t.Parts = []Part{{Capital(noTopics.String()), none}}
	}
	return t
}

// examples are those that observers gave with their answers to a question, each in a sentence after a space.
func (o Opinions) examples(c stages.Compared) string {
	out := ""
	for i, a := range c.Theirs {
		if a == nil {
			continue
		}
		if example := stages.OneLine(a.Evidence); example != "" {
			out += " " + locale.Sprintf("%[1]s's example: \"%[2]s\"", o.Names[i], example)
		}
	}
	return out
}

// inBrief is an answer within a sentence.
func inBrief(q *stages.Question, a stages.Answer) string {
	return strings.TrimSuffix(Answer(q, a), ".")
}

// Text writes the comparison for a reader of text of a width, in columns.
func (o Opinions) Text(out io.Writer, width int) error {
	t := &textRenderer{width: width}
	t.heading(1, locale.Sprintf("Your answers, and %s's", List(o.Names)))
	t.para(o.Headline(), OpinionTerms.String())
	for i, topic := range o.Topics() {
		switch {
		case topic.Talk:
			if i == 0 {
				t.heading(2, locale.Text("To talk about first"))
			}
			t.heading(3, fmt.Sprintf("%d. %s: %s", i+1, Capital(topic.Title), topic.Brief))
		case topic.Empty || topic.Brief == "":
			t.heading(2, topic.Title)
		default:
			t.heading(2, topic.Title+": "+topic.Brief)
		}
		if topic.Empty {
			t.para(topic.Parts[0].Text)
			continue
		}
		t.list(false, items(topic.Parts)...)
	}
	_, err := io.WriteString(out, t.String())
	return err
}

// OpinionTerms says what a comparison is for.
const OpinionTerms locale.Message = "Nobody has to be right: a difference is a reason to talk."
