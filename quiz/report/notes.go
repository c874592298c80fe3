package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// NoteList are the notes by number, in the order in which they were written, for a terminal of a width.
func NoteList(notes []session.Noted, width int, now time.Time) string {
	digits := len(fmt.Sprint(len(notes)))
	var out strings.Builder
	for i, n := range notes {
		first := fmt.Sprintf("%*d  ", digits, i+1)
		out.WriteString(Wrapped(first, strings.Repeat(" ", len(first)), Date(n.At.In(now.Location()))+": "+n.Text, width))
	}
	return out.String()
}

// NoteText is a note with its day, as it's offered for an example.
func NoteText(n session.Noted, now time.Time) string {
	return quote(stages.OneLine(n.Text)) + ", " + Day(n.At.In(now.Location()))
}

// QuestionWords are the words of a question, its options and its strand, by which notes are found that may serve as
// an example.
func QuestionWords(q *stages.Question) string {
	words := []string{q.Strand, q.Short, q.Ask, q.Counts}
	for _, o := range q.Options {
		words = append(words, o.Text)
	}
	return strings.Join(words, " ")
}

// StepWords are those of a step.
func StepWords(s stages.Step) string {
	return strings.Join([]string{s.Strand, s.Title, s.First, s.Leaves, s.Worked}, " ")
}

// noteItems are notes as a list has them, each with its day.
func noteItems(notes []session.Noted) []listItem {
	var out []listItem
	for _, n := range notes {
		out = append(out, listItem{label: Date(n.At), text: n.Text})
	}
	return out
}

// mostNotesShown is how many of the last notes the plan tells.
const mostNotesShown = 5

// notes tells the last notes, the latest first.
func (e Export) notes(to renderer, level int) {
	latest := noteItems(e.Notes[max(0, len(e.Notes)-mostNotesShown):])
	if slices.Reverse(latest); len(latest) == 0 {
		return
	}
	to.heading(level, locale.Text("Your latest notes"))
	to.list(false, latest...)
	if more := len(e.Notes) - len(latest); more > 0 {
		to.para(locale.Plural(more, "There's one more note. To see it: waymark note", "There are %s more notes. To see them: waymark note", Number(more)))
	}
}
