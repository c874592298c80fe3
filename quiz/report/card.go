package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// card is what a result has to show on a small picture, and all that it has: no answer, no example, nothing
// of the workplace or of where the person wants to go.
type card struct {
	language         string
	name, date       string
	level, certainty string
	levels           []string // the names along the path
	path             Path
	strands          []stages.StrandResult
	names            []string // of the strands
	next             string
}

// card is made without the person's name, unless it is asked for.
func (e Export) card(named bool) card {
	r, s := e.Result.Placement, &e.Result.Snapshot
	c := card{language: e.language(), date: Date(e.Result.Saved), path: PathOf(r), strands: r.Strands, next: nextInPlan(e.Plan)}
	c.level, c.certainty = cardLevel(s, r)
	if named {
		c.name = stages.OneLine(e.Result.Profile.Name)
	}
	c.levels = levelNames(s)
	for _, strand := range r.Strands {
		c.names = append(c.names, stages.OneLine(StrandName(s, strand.ID)))
	}
	return c
}

// cardLevel is the level with its name, and how sure it is.
func cardLevel(c *stages.Catalog, r stages.Placement) (level, certainty string) {
	if r.Level == nil {
		return locale.Text("No level this time"), ""
	}
	level = locale.Sprintf("%s, level %d", stages.OneLine(LevelName(c, *r.Level)), *r.Level)
	higher := r.HeldBy != nil && *r.SpeaksFor > *r.Level
	switch sure := r.Certainty(); {
	case (sure == stages.Clear || sure == stages.Likely) && higher:
		return level, locale.Sprintf("%[1]s; answers point to %[2]d", Capital(howSure(r)), *r.SpeaksFor)
	case sure == stages.Clear || sure == stages.Likely:
		return level, Capital(howSure(r))
	case sure == stages.Between:
		low, high := *r.Level, r.Neighbour()
		return level, locale.Sprintf("Between levels %d and %d", min(low, high), max(low, high))
	}
	low, high := r.Span()
	if low == high {
		return locale.Text("No level to name yet"), locale.Sprintf("Answers near level %d", low)
	}
	return locale.Text("No level to name yet"), locale.Sprintf("Answers from level %d to %d", low, high)
}

// nextInPlan is the open step that is due first, and its date.
func nextInPlan(p session.Plan) string {
	first := p.First()
	if first == nil {
		return ""
	}
	return locale.Sprintf("Next: %s, by %s", strings.TrimSuffix(stages.OneLine(first.Step.Title), "."), Date(first.Due()))
}

// standing is a strand's level on a card.
func standing(s stages.StrandResult) string {
	if s.Level == nil {
		return locale.Text("not assessed")
	}
	return fmt.Sprint(*s.Level)
}

// halves are the rows of strands, two beside each other: the first half stands left.
func halves(n int) (rows [][]int) {
	half := (n + 1) / 2
	for i := range half {
		row := []int{i}
		if i+half < n {
			row = append(row, i+half)
		}
		rows = append(rows, row)
	}
	return rows
}

// The columns of a card as text: what is inside the frame, and one of its two columns of strands.
const (
	cardWidth  = 68
	cardColumn = 33
	cardStrand = 9 // of a name, at least
)

// nameColumn is how many columns the names of the strands have: as many as the longest needs, if what stands behind the
// bars leaves them.
func (c card) nameColumn() int {
	widest, behind := 0, 0
	for i, s := range c.strands {
		widest, behind = max(widest, ansi.StringWidth(c.names[i])), max(behind, ansi.StringWidth(standing(s)))
	}
	return max(cardStrand, min(widest, cardColumn-widestBar-behind-2))
}

// CardText writes a card as text in a frame.
func (e Export) CardText(out io.Writer, named bool) error {
	c := e.card(named)
	var text strings.Builder
	edge := strings.Repeat("─", cardWidth+2)
	row := func(left, right string) {
		if right != "" {
			right = " " + Cut(right, cardWidth/2)
		}
		fmt.Fprintf(&text, "│ %s%s │\n", fitted(left, cardWidth-ansi.StringWidth(right)), right)
	}
	text.WriteString("╭" + edge + "╮\n")
	row(strings.TrimSuffix("Waymark · "+c.name, " · "), c.date)
	row("", "")
	row(c.level, c.certainty)
	row("", "")
	for _, l := range c.path.lines(c.path.step(cardWidth, pathStep+2), Inks{}) {
		row(l, "")
	}
	row("", "")
	names := c.nameColumn()
	for _, cells := range halves(len(c.strands)) {
		var line string
		for _, i := range cells {
			travelled, rest := bar(c.strands[i], len(c.levels))
			room := names + widestBar - ansi.StringWidth(travelled+rest) // a short bar leaves more to the name
			line += fitted(fitted(c.names[i], room)+" "+travelled+rest+" "+standing(c.strands[i]), cardColumn) + "  "
		}
		row(strings.TrimRight(line, " "), "")
	}
	if c.next != "" {
		row("", "")
		for l := range strings.SplitSeq(ansi.Wrap(c.next, cardWidth, ""), "\n") {
			row(strings.TrimSpace(l), "")
		}
	}
	text.WriteString("╰" + edge + "╯\n")
	_, err := io.WriteString(out, text.String())
	return err
}

// fitted is a text in so many columns, cut or filled up with spaces.
func fitted(text string, width int) string {
	text = Cut(text, width)
	return text + strings.Repeat(" ", max(0, width-ansi.StringWidth(text)))
}
