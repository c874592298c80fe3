package report

import (
	"io"
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// What is said of strengths.
const (
	StrengthsIntro locale.Message = "What your answers show, in the words of the people you might tell."
	StrengthsAsk   locale.Message = "Add an example to an answer (what, when, how many, who saw it), and it goes into the CV line."
	StrengthsHint  locale.Message = "No example yet. Enter opens the answer to add one."
	NoStrengths    locale.Message = "Nothing to show here yet: none of your answers names something you've done."
)

// StrengthsFor says whose words follow.
func StrengthsFor(r Reader) string { return locale.Sprintf("What your answers show %s", r.Name) }

// Reader is a kind of person that strengths are put into words for.
type Reader struct {
	ID   string
	Name locale.Message
}

// readers are all of them, in the order they are offered.
var readers = []Reader{{"product", "a product manager"}, {"architect", "an architect"}, {"manager", "an engineering manager"},
	{"service", "a head of support or customer success"}}

// Readers are those that any of the strengths is put into words for. Where none is, they are told to anyone.
func Readers(list []Strength) []Reader {
	var out []Reader
	for _, r := range readers {
		if slices.ContainsFunc(list, func(s Strength) bool { return s.Shows[r.ID] != "" }) {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return []Reader{{"", "others"}}
	}
	return out
}

// Strength is one thing that a person did along a strand, what it shows by reader, a line for a CV, and the
// answer it rests on.
type Strength struct {
	Strand         string
	Question       string // the id of the one that its answer is to
	You, CV, Rests string
	// Exemplified says that the CV line has the person's own example. Confirmed says that others could confirm the
	// answer; else it's the person's own account.
	Exemplified, Confirmed bool
	Shows                  map[string]string
}

// StrengthParts is a strength in the words of one reader.
func StrengthParts(s Strength, r Reader) []Part {
	cv, rests := s.CV, s.Rests
	if !s.Exemplified {
		cv = locale.Sprintf("%s (add your example)", cv)
	}
	if !s.Confirmed {
		rests += " " + ownAccount()
	}
	parts := []Part{{locale.Text("You"), s.You}, {locale.Text("It shows"), s.Shows[r.ID]}, {locale.Text("For a CV"), cv}, {locale.Text("Based on"), rests}}
	return slices.DeleteFunc(parts, func(p Part) bool { return p.Text == "" })
}

// mostShown is how many strengths are told along a strand.
const mostShown = 2

// leastShown is how many strengths at least are told before those well below the person's level are left out.
const leastShown = 4

// Strengths puts into words what the answers of a result show, strand by strand, the highest first. What rests
// on an answer that another one contradicts is left out until one of the two is changed, and what is well below the
// person's level where there is enough without it.
func Strengths(r session.Result) []Strength {
	var out []Strength
	for _, shown := range worthTelling(r) {
		for _, s := range shown {
			told := Strength{Strand: StrandName(&r.Snapshot, s.Question.Strand), Question: s.Question.ID, You: you(&r.Snapshot, s), Rests: restsOn(s), Confirmed: s.Question.Evidence}
			told.CV, told.Exemplified = forCV(r, s)
			if s.Strength != nil {
				told.Shows = s.Strength.Shows
			}
			out = append(out, told)
		}
	}
	return out
}

// worthTelling is what is told as a strength, by strand.
func worthTelling(r session.Result) [][]stages.Shown {
	var all, near [][]stages.Shown
	enough := 0
	for i := range r.Snapshot.Strands {
		shown := apart(undisputed(r, r.Snapshot.Strands[i].ID))
		weighty := slices.DeleteFunc(slices.Clone(shown), func(s stages.Shown) bool { return wellBelow(r, s) })
		shown, weighty = shown[:min(len(shown), mostShown)], weighty[:min(len(weighty), mostShown)]
		all, near, enough = append(all, shown), append(near, weighty), enough+len(weighty)
	}
	if enough < leastShown {
		return all
	}
	return near
}

// apart puts the first thing that each question shows before the second of any: two boxes of one list say much the same.
func apart(all []stages.Shown) []stages.Shown {
	var first, again []stages.Shown
	for _, s := range all {
		if slices.ContainsFunc(first, func(f stages.Shown) bool { return f.Question.ID == s.Question.ID }) {
			again = append(again, s)
		} else {
			first = append(first, s)
		}
	}
	return append(first, again...)
}

// wellBelow reports whether an answer that has no example speaks for less than the level before the one that the answers
// speak for.
func wellBelow(r session.Result, s stages.Shown) bool {
	_, exemplified := forCV(r, s)
	return !exemplified && r.Placement.Level != nil && !s.Option.SpeaksFor(max(*r.Placement.Level, *r.Placement.SpeaksFor)-1)
}

// undisputed is what was shown along a strand by answers that no warning asks to look at again or, where it asks for an
// example, that have one, and that didn't hold the person back: the same answer can't be both.
func undisputed(r session.Result, strand string) []stages.Shown {
	var doubtful []string
	for _, w := range r.Placement.Warnings {
		for _, id := range w.Questions {
			beyond := w.Kind == stages.WarnClaims && stages.OneLine(r.Interview.Answers[id].Evidence) == ""
			if beyond || w.Kind == stages.WarnContradiction || w.Kind == stages.WarnInconsistent {
				doubtful = append(doubtful, id)
			}
		}
	}
	doubtful = append(doubtful, heldBack(r.Placement)...)
	return slices.DeleteFunc(r.Snapshot.Shown(r.Interview.Answers, strand), func(s stages.Shown) bool { return slices.Contains(doubtful, s.Question.ID) })
}

// heldBack are the questions of which it's told that their answers held the person back.
func heldBack(r stages.Placement) []string {
	var out []string
	for _, w := range r.Why {
		if w.Weight < 0 && w.Carries == 0 {
			out = append(out, w.Question)
		}
	}
	return out
}

// you says to the person what they did.
func you(c *stages.Catalog, s stages.Shown) string {
	return sentence(locale.Sprintf("You %s", lower(c, stages.OneLine(s.Option.Did))))
}

// restsOn names the answer that a strength rests on.
func restsOn(s stages.Shown) string { return answerTo(s.Question, s.Option.Name()) }

// answerTo is an answer in short with the name of its question.
func answerTo(q *stages.Question, answer string) string {
	return locale.Sprintf("\"%[1]s\", your answer to \"%[2]s\".", stages.OneLine(answer), stages.OneLine(q.Name()))
}

// ownAccount is said of an answer that nobody else could confirm.
func ownAccount() string {
	return locale.Text("Only your answer says so; an example makes it stronger.")
}

// forCV is a line for a CV: what was done, with the person's own example of that answer. An example of another
// answer would speak of something else.
func forCV(r session.Result, s stages.Shown) (line string, exemplified bool) {
	did := stages.OneLine(s.Option.Did)
	if text := stages.OneLine(r.Interview.Answers[s.Question.ID].Evidence); text != "" {
		return did + ": " + text, true
	}
	return did, false
}

// StrengthsText writes what the answers prove to one reader.
func (e Export) StrengthsText(out io.Writer, width int, reader Reader) error {
	t := &textRenderer{width: width}
	t.heading(2, StrengthsFor(reader))
	for _, s := range Strengths(e.Result) {
		t.heading(3, Capital(s.Strand))
		t.list(false, items(StrengthParts(s, reader))...)
	}
	_, err := io.WriteString(out, t.String())
	return err
}

// strengths says what the answers prove to others: the first of each strand in the words of each reader, the second as
// a line for a CV.
func (e Export) strengths(to renderer) {
	list := Strengths(e.Result)
	if len(list) == 0 {
		return
	}
	to.heading(2, locale.Text("Strengths, translated"))
	intro := []string{StrengthsIntro.String()}
	if slices.ContainsFunc(list, func(s Strength) bool { return !s.Exemplified }) {
		intro = append(intro, StrengthsAsk.String())
	}
	to.para(intro...)
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].Strand == list[0].Strand {
			n++
		}
		to.heading(3, Capital(list[0].Strand))
		to.list(false, strengthItems(list[:n])...)
		list = list[n:]
	}
}

// strengthItems are the strengths along one strand.
func strengthItems(list []Strength) []listItem {
	var out []listItem
	var rests []string
	for i, s := range list {
		out = append(out, listItem{label: locale.Text("For a CV"), text: s.CV})
		for _, reader := range readers {
			if text := s.Shows[reader.ID]; i == 0 && text != "" {
				out = append(out, listItem{label: locale.Sprintf("To %s", reader.Name), text: text})
			}
		}
		rests = append(rests, strings.TrimSuffix(s.Rests, "."))
	}
	return append(out, listItem{label: locale.Text("Based on"), text: sentence(strings.Join(rests, "; "))})
}
