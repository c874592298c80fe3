package quiz

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"waymark/quiz/report"
	"waymark/stages"
	"waymark/stages/simulate"
)

// weakest is how many questions a verdict names.
const weakest = 5

// printVerdict says in a few sentences how well a bank places people, then how each strand does, and the weakest
// questions.
func printVerdict(out io.Writer, bank *stages.Bank, r simulate.Report, v simulate.Verdict) error {
	var text strings.Builder
	hang(&text, reportWidth, "", placing(v)+" "+telling(v)+catching(v))
	text.WriteString("\n" + strandHead(len(bank.Catalog().Levels)-1))
	for _, s := range r.Strands {
		fmt.Fprintf(&text, "%s\n", strings.TrimRight(strandRow(s), " "))
	}
	hang(&text, reportWidth, "", "right: at their level along the strand; 1 off: or at most one level from it; 1|2: of those who stand at 1 or 2, "+
		"on their side, by the answers along the strand alone (50 is chance); !: not told apart.")
	fmt.Fprintf(&text, "\nThe weakest questions, by how far their answers go with the level (at most 1)\n")
	for _, q := range r.Weakest[:min(len(r.Weakest), weakest)] {
		hang(&text, reportWidth, "  ", fmt.Sprintf("%s %.2f: %s", cut(q.ID, reportWidth-8), q.Correlation, whyWeak(bank.Question(q.ID), q)))
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// strandColumns are how wide a strand's name and a boundary are, for a number of boundaries, so that the row fits.
func strandColumns(boundaries int) (name, boundary int) {
	boundary = 6
	if boundaries > 5 {
		boundary = 5
	}
	return min(28, reportWidth-26-boundary*boundaries), boundary
}

func strandHead(boundaries int) string {
	name, width := strandColumns(boundaries)
	head := fmt.Sprintf("%-*s %9s %6s %7s ", name, cut("of 100 made-up people", name), "questions", "right", "1 off")
	for b := range boundaries {
		head += fmt.Sprintf("%*s ", width-1, fmt.Sprintf("%d|%d", b+1, b+2))
	}
	return strings.TrimRight(head, " ") + "\n"
}

func strandRow(s simulate.StrandFigures) string {
	name, width := strandColumns(len(s.Apart))
	row := fmt.Sprintf("%-*s %9d %6s %7s ", name, cut(s.Strand, name), s.Questions, hundredths(s.Exact), hundredths(s.Within))
	for b, share := range s.Apart {
		mark := " "
		if !s.Tells(b) {
			mark = "!"
		}
		row += fmt.Sprintf("%*s%s", width-1, hundredths(share), mark)
	}
	return row
}

// hundredths is a share of 100.
func hundredths(share float64) string { return fmt.Sprintf("%.0f", 100*share) }

// placing says how many people come out at their level.
func placing(v simulate.Verdict) string {
	said := fmt.Sprintf("%s of 100 made-up people come out at their level, after %.0f questions.", hundredths(v.Exact), v.Asked)
	switch {
	case v.Standard > 0:
		return besideBuiltin(said, v.Standard, v.Worse, v.Better)
	case v.Worse:
		return "It places people badly: only " + said
	}
	return "It places people well: " + said
}

// besideBuiltin says how questions do beside the built-in ones, of which a share of people is placed well.
func besideBuiltin(said string, theirs float64, worse, better bool) string {
	switch {
	case worse:
		return fmt.Sprintf("It places people worse than the built-in questions do: %s Theirs: %s.", said, hundredths(theirs))
	case better:
		return fmt.Sprintf("It places people better than the built-in questions do: %s Theirs: %s.", said, hundredths(theirs))
	}
	return "It places people about as well as the built-in questions do: " + said
}

// mostBlurs is how many boundaries a verdict names.
const mostBlurs = 3

// telling names the boundaries that strands don't tell.
func telling(v simulate.Verdict) string {
	if len(v.Blurred) == 0 {
		return "Every strand tells each level from the next."
	}
	blurs := slices.Clone(v.Blurred)
	slices.SortStableFunc(blurs, func(a, b simulate.Blur) int { return before(b) - before(a) }) // what was lost first
	var parts []string
	for _, b := range blurs[:min(len(blurs), mostBlurs)] {
		verb := "doesn't tell"
		if b.Before {
			verb = "no longer tells"
		}
		parts = append(parts, fmt.Sprintf("%s %s level %d from %d", b.Strand, verb, b.Level, b.Level+1))
	}
	if more := len(blurs) - len(parts); more > 0 {
		parts = append(parts, fmt.Sprintf("%d more like it are marked !", more))
	}
	joint := "But "
	if v.Worse {
		joint = "And "
	}
	return joint + report.List(parts) + "."
}

func before(b simulate.Blur) int {
	if b.Before {
		return 1
	}
	return 0
}

// catching says where too few random answers are found out.
func catching(v simulate.Verdict) string {
	if !v.Uncaught {
		return ""
	}
	return fmt.Sprintf(" Answers at random are found out in only %s of 100 interviews.", hundredths(v.Caught))
}

const (
	narrow = 3.0 // levels: a question whose answers reach over fewer tells little
	alike  = 0.5 // levels: answers that are nearer to each other than this tell about the same
	rarely = 0.1 // the share of interviews up to which a question is asked rarely
)

// whyWeak says what makes a question weak.
func whyWeak(q *stages.Question, f simulate.QuestionFigures) string {
	var why []string
	switch low, high := q.Reach(); {
	case !q.Scored():
		return fmt.Sprintf("all its answers show level %g, so it isn't scored", low)
	case high-low < narrow:
		why = append(why, fmt.Sprintf("its answers reach only from level %g to %g", low, high))
	}
	if n := nearNeighbours(q); n > 0 {
		why = append(why, fmt.Sprintf("%d of its %d answers are less than half a level from another", n, len(q.Options)))
	}
	if len(q.Options) == 2 {
		why = append(why, "it has only two answers")
	}
	if f.Asked <= rarely {
		why = append(why, fmt.Sprintf("it's asked in only %s of 100 interviews", hundredths(f.Asked)))
	}
	return reasons(why)
}

// reasons are all for which a question is weak.
func reasons(why []string) string {
	if len(why) == 0 {
		return "nothing is wrong with it; the others tell more"
	}
	return strings.Join(why, "; ")
}

// nearNeighbours counts the answers that are [alike] another one.
func nearNeighbours(q *stages.Question) int {
	n := 0
	for i, a := range q.Options {
		if slices.ContainsFunc(q.Options, func(b stages.Option) bool {
			return b.ID != q.Options[i].ID && max(a.Level-b.Level, b.Level-a.Level) < alike
		}) {
			n++
		}
	}
	return n
}
