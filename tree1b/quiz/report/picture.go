package report

import (
	_ "embed" // the inks
	"strings"

	"waymark/stages"
)

// pictureInks are the inks of pictures, on light and on dark. Each is told by shape or word too.
//
//go:embed picture.css
var pictureInks string

// picture is a drawing in pixels, which markup writes as SVG: lines, over them marks, over them texts.
type picture struct {
	Class         string
	Width, Height int
	Lines         []pictureLine
	Marks         []pictureMark
	Texts         []pictureText
}

type pictureLine struct {
	X1, Y1, X2, Y2 int
	Class          string
}

// pictureMark is round, or a diamond.
type pictureMark struct {
	X, Y, Size int
	Round      bool
	Class      string
}

type pictureText struct {
	X, Y, Size    int
	Class, Anchor string
	Text          string
}

func (p *picture) text(x, y, size int, class, anchor, text string) {
	if text = drawn(text); text != "" {
		p.Texts = append(p.Texts, pictureText{x, y, size, class, anchor, text})
	}
}

func (p *picture) line(x1, y1, x2, y2 int, way Way) {
	class := map[Way]string{WayTravelled: "heavy", WayAhead: "light", WayOpen: "open"}[way]
	p.Lines = append(p.Lines, pictureLine{x1, y1, x2, y2, class})
}

func (p *picture) mark(x, y int, m Mark) {
	out := pictureMark{X: x, Y: y, Size: 7, Round: true, Class: "hollow"}
	switch m {
	case MarkYou:
		out.Size, out.Round, out.Class = 12, false, "full"
	case MarkNeighbour:
		out.Size, out.Round = 10, false
	case MarkPassed:
		out.Class = "full"
	}
	p.Marks = append(p.Marks, out)
}

// drawn is a text as a picture can hold it: one line, without what XML has no place for.
func drawn(text string) string {
	return strings.NewReplacer("\ufffe", "", "\uffff", "").Replace(stages.OneLine(text))
}
