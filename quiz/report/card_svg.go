package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// The geometry of a card as a picture, in pixels.
const (
	svgWidth       = 720
	svgEdge        = 36  // the margin left and right
	svgRow         = 28  // of a strand
	svgColumn      = 330 // where the second column of strands begins, from the first
	svgBar         = 100 // where a bar begins in its column
	svgBarWidth    = 130 // of a bar, whole levels of it
	svgTextColumns = 76  // of the last line
)

// cardPicture is a card as a picture, with its language, its name and what it shows in words.
type cardPicture struct {
	picture
	Language, Title, Words string
}

// CardSVG writes a card as a picture that is one file: it asks no network and runs nothing, its text is text,
// and it is light or dark as its reader prefers.
func (e Export) CardSVG(out io.Writer, named bool) error {
	c := e.card(named)
	var m markup
	m.card(cardPicture{c.picture(), c.language, drawn(c.title()), drawn(c.inWords())})
	_, err := io.WriteString(out, m.out.String())
	return err
}

func (c card) picture() picture {
	p := picture{Width: svgWidth}
	p.text(svgEdge, 44, 14, "quiet", "", "Waymark")
	p.text(svgWidth-svgEdge, 44, 14, "quiet", "end", c.date)
	y := 44
	if c.name != "" {
		y += 32
		p.text(svgEdge, y, 18, "", "", Cut(c.name, 60))
	}
	y += 42
	p.text(svgEdge, y, 28, "", "", Cut(c.level, 32))
	p.text(svgWidth-svgEdge, y, 16, "quiet", "end", c.certainty)
	p.path(c.path, c.levels, svgEdge+markEdge, y+40, (svgWidth-2*(svgEdge+markEdge))/(len(c.levels)-1))
	y = p.strands(c, y+148)
	if c.next != "" {
		y += 16
		for l := range strings.SplitSeq(ansi.Wrap(c.next, svgTextColumns, ""), "\n") {
			p.text(svgEdge, y, 16, "", "", l)
			y += 24
		}
	}
	p.Height = y + 12
	return p
}

// strands draws a bar for each strand, and returns where they end.
func (p *picture) strands(c card, y int) int {
	for _, row := range halves(len(c.strands)) {
		for column, i := range row {
			left, s := svgEdge+column*svgColumn, c.strands[i]
			bar, level := left+svgBar, svgBarWidth/len(c.levels)
			end := bar + level*len(c.levels)
			p.text(left, y, 15, "", "", Cut(c.names[i], 11))
			if s.Level == nil {
				p.line(bar, y-5, end, y-5, WayOpen)
			} else {
				p.line(bar, y-5, bar+*s.Level*level, y-5, WayTravelled)
				p.line(bar+*s.Level*level, y-5, end, y-5, WayAhead)
			}
			p.text(end+12, y, 15, "quiet", "", standing(s))
		}
		y += svgRow
	}
	return y
}

// title names a card for those who do not see it.
func (c card) title() string {
	title := "Waymark: " + c.level
	if c.name != "" {
		title = "Waymark, " + c.name + ": " + c.level
	}
	return title
}

// inWords is all that a card shows.
func (c card) inWords() string {
	words := []string{sentence(c.level), sentence(c.certainty), sentence(c.date)}
	for i, s := range c.strands {
		words = append(words, sentence(fmt.Sprintf("%s: %s", c.names[i], standing(s))))
	}
	return strings.Join(append(words, sentence(c.next)), " ")
}
