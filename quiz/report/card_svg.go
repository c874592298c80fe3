package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"waymark/stages"
)

// svgStyle are the inks of a card, on light and on dark. Each class is told by shape or word too.
const svgStyle = `.waymark-card text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;fill:#2b2b36}
.waymark-card .paper{fill:#ffffff;stroke:#85859a}
.waymark-card .quiet{fill:#5f5f70}
.waymark-card .heavy{stroke:#9a5200}
.waymark-card .full{fill:#9a5200;stroke:#9a5200}
.waymark-card .light{stroke:#85859a}
.waymark-card .hollow{fill:#ffffff;stroke:#5f5f70}
@media (prefers-color-scheme:dark){
.waymark-card text{fill:#d8d8e4}
.waymark-card .paper{fill:#16161e;stroke:#6e6e86}
.waymark-card .quiet{fill:#9a9ab0}
.waymark-card .heavy{stroke:#e8a45c}
.waymark-card .full{fill:#e8a45c;stroke:#e8a45c}
.waymark-card .light{stroke:#6e6e86}
.waymark-card .hollow{fill:#16161e;stroke:#9a9ab0}
}`

// The geometry of a card as a picture, in pixels.
const (
	svgWidth       = 720
	svgEdge        = 36  // the margin left and right
	svgStep        = 162 // of the path
	svgRow         = 28  // of a strand
	svgColumn      = 330 // where the second column of strands begins, from the first
	svgBar         = 100 // where a bar begins in its column
	svgLevel       = 26  // of a bar
	svgTextColumns = 76  // of the last line
)

// drawing collects the elements of a picture.
type drawing struct{ strings.Builder }

func (d *drawing) text(x, y, size int, class, anchor, text string) {
	if text == "" {
		return
	}
	attributes := ""
	if class != "" {
		attributes += ` class="` + class + `"`
	}
	if anchor != "" {
		attributes += ` text-anchor="` + anchor + `"`
	}
	fmt.Fprintf(d, "<text x=\"%d\" y=\"%d\" font-size=\"%d\"%s>%s</text>\n", x, y, size, attributes, escaped(text))
}

func (d *drawing) line(x1, x2, y int, way Way) {
	style := map[Way]string{WayTravelled: `class="heavy" stroke-width="4"`, WayAhead: `class="light" stroke-width="2"`,
		WayOpen: `class="light" stroke-width="2" stroke-dasharray="2 6"`}[way]
	fmt.Fprintf(d, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" %s/>\n", x1, y, x2, y, style)
}

func (d *drawing) mark(x, y int, m Mark) {
	diamond := func(r int) string {
		return fmt.Sprintf("<path d=\"M%d %dL%d %dL%d %dL%d %dZ\"", x, y-r, x+r, y, x, y+r, x-r, y)
	}
	switch m {
	case MarkYou:
		fmt.Fprintf(d, "%s class=\"full\"/>\n", diamond(12))
	case MarkNeighbour:
		fmt.Fprintf(d, "%s class=\"hollow\" stroke-width=\"2\"/>\n", diamond(10))
	case MarkPassed:
		fmt.Fprintf(d, "<circle cx=\"%d\" cy=\"%d\" r=\"7\" class=\"full\"/>\n", x, y)
	default:
		fmt.Fprintf(d, "<circle cx=\"%d\" cy=\"%d\" r=\"7\" class=\"hollow\" stroke-width=\"2\"/>\n", x, y)
	}
}

// CardSVG writes a card as a picture that is one file: it asks no network and runs nothing, its text is text,
// and it is light or dark as its reader prefers.
func (e Export) CardSVG(out io.Writer, named bool) error {
	c := e.card(named)
	var d drawing
	d.text(svgEdge, 44, 14, "quiet", "", "Waymark")
	d.text(svgWidth-svgEdge, 44, 14, "quiet", "end", c.date)
	y := 44
	if c.name != "" {
		y += 32
		d.text(svgEdge, y, 18, "", "", ansi.Truncate(c.name, 60, "…"))
	}
	y += 42
	d.text(svgEdge, y, 28, "", "", ansi.Truncate(c.level, 32, "…"))
	d.text(svgWidth-svgEdge, y, 16, "quiet", "end", c.certainty)
	y = d.path(c, y+40)
	y = d.strands(c, y+56)
	if c.next != "" {
		y += 16
		for l := range strings.SplitSeq(ansi.Wrap(c.next, svgTextColumns, ""), "\n") {
			d.text(svgEdge, y, 16, "", "", strings.TrimSpace(l))
			y += 24
		}
	}
	height := y + 12
	_, err := fmt.Fprintf(out, `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" class="waymark-card" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" role="img" aria-labelledby="waymark-title waymark-desc">
<title id="waymark-title">%[3]s</title>
<desc id="waymark-desc">%[4]s</desc>
<style>
%[5]s
</style>
<rect class="paper" x="1" y="1" width="%[6]d" height="%[7]d" rx="14" stroke-width="1"/>
%[8]s</svg>
`, svgWidth, height, escaped(c.title()), escaped(c.inWords()), svgStyle, svgWidth-2, height-2, d.String())
	return err
}

// path draws the five levels with their names, and returns where it ends.
func (d *drawing) path(c card, y int) int {
	x := func(n int) int { return svgEdge + n*svgStep }
	anchors := [stages.Levels]string{0: "", stages.Levels - 1: "end"}
	for n := range c.path.At {
		if n < len(c.path.Way) {
			d.line(x(n), x(n+1), y+20, c.path.Way[n])
		}
		if n > 0 && n < stages.Levels-1 {
			anchors[n] = "middle"
		}
	}
	for n, m := range c.path.At {
		d.mark(x(n), y+20, m)
		class := "quiet"
		if m == MarkYou {
			class = ""
		}
		d.text(x(n), y, 14, class, anchors[n], fmt.Sprint(n+1))
		d.text(x(n), y+52, 14, class, anchors[n], ansi.Truncate(c.levels[n], 18, "…"))
	}
	return y + 52
}

// strands draws a bar for each strand, and returns where they end.
func (d *drawing) strands(c card, y int) int {
	for _, row := range halves(len(c.strands)) {
		for column, i := range row {
			left, s := svgEdge+column*svgColumn, c.strands[i]
			bar := left + svgBar
			d.text(left, y, 15, "", "", ansi.Truncate(c.names[i], 11, "…"))
			if s.Level == nil {
				d.line(bar, bar+stages.Levels*svgLevel, y-5, WayOpen)
			} else {
				d.line(bar, bar+*s.Level*svgLevel, y-5, WayTravelled)
				d.line(bar+*s.Level*svgLevel, bar+stages.Levels*svgLevel, y-5, WayAhead)
			}
			d.text(bar+stages.Levels*svgLevel+12, y, 15, "quiet", "", standing(s))
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
