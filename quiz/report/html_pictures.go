package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/session"
	"waymark/stages"
)

// markEdge is how far a mark reaches to either side, so that a name at the end of the path lines up with it.
const markEdge = 12

// nameWidth is how many columns of a name are drawn, where there is room: for five levels there is.
const nameWidth = 18

// path draws the levels from left to right with their names, a step apart; where the names would run into one another,
// with the person's own. The names take 52 pixels below y.
func (p *picture) path(of Path, names []string, x, y, step int) {
	room := step * 3 / 26
	crowded := room < nameWidth && slices.ContainsFunc(names, func(name string) bool { return ansi.StringWidth(name) > room })
	for n := range of.At {
		at := x + n*step
		if n < len(of.Way) {
			p.line(at, y+20, at+step, y+20, of.Way[n])
		}
		p.mark(at, y+20, of.At[n])
		p.text(at, y, 14, numberInk(of.At[n]), "middle", fmt.Sprint(n+1))
		name, anchor := at, "middle"
		switch n {
		case 0:
			name, anchor = at-markEdge, ""
		case len(of.At) - 1:
			name, anchor = at+markEdge, "end"
		}
		if !crowded || of.At[n] == MarkYou {
			p.text(name, y+52, 14, numberInk(of.At[n]), anchor, Cut(names[n], max(room, nameWidth)))
		}
	}
}

// numberInk is that of a level's number and name: the person's own stands out.
func numberInk(m Mark) string {
	if m == MarkYou {
		return "you"
	}
	return "quiet"
}

// The geometry of the pictures in a page, in pixels: as wide as its column of text, and as a narrow screen.
const (
	widePicture   = 680
	narrowPicture = 320
	pathRow       = 44 // of a level, where the path goes down
)

// widePath is the path from left to right, and narrowPath from the first level at the top to the last.
func widePath(of Path, names []string) picture {
	p := picture{Class: "wide", Width: widePicture, Height: 84}
	p.path(of, names, markEdge, 22, (widePicture-2*markEdge)/(len(names)-1))
	return p
}

func narrowPath(of Path, names []string) picture {
	p := picture{Class: "narrow", Width: narrowPicture, Height: pathRow * len(names)}
	for n := range of.At {
		y := pathRow*n + pathRow/2
		if n < len(of.Way) {
			p.line(markEdge, y, markEdge, y+pathRow, of.Way[n])
		}
		p.mark(markEdge, y, of.At[n])
		p.text(markEdge+28, y+5, 16, numberInk(of.At[n]), "", fmt.Sprintf("%d  %s", n+1, Cut(names[n], 28)))
	}
	return p
}

// levelNames are those along the path.
func levelNames(c *stages.Catalog) []string {
	var out []string
	for n := range c.Levels {
		out = append(out, stages.OneLine(LevelName(c, n+1)))
	}
	return out
}

// pathInWords is what a path shows, for those who don't see it.
func pathInWords(r session.Result) string {
	var words []string
	for n, name := range levelNames(&r.Snapshot) {
		at := fmt.Sprintf("%d, %s", n+1, name)
		if says := PathWords(r.Placement, n+1); says != "" {
			at += ": " + says
		}
		words = append(words, sentence(at))
	}
	return strings.Join(words, " ")
}

// The geometry of a strip, in pixels.
const (
	stripEdge  = 8
	stripLevel = 30
	stripTick  = 4
)

// strip draws one strand along the levels, as the screen does: heavy for what it has, a mark where it stands, dotted
// over what the answers leave open, and a taller tick where the level begins that it is compared with.
func strip(r stages.Placement, s stages.StrandResult, target int) picture {
	x := func(level float64) int { return stripEdge + int((level-1)*stripLevel+.5) }
	const y = 10
	levels := r.Levels()
	end := x(float64(levels + 1))
	p := picture{Class: "strip", Width: end + stripEdge, Height: 2 * y}
	for n := 1; n <= levels; n++ {
		tick := stripTick
		if n == target {
			tick *= 2
		}
		p.line(x(float64(n)), y-tick, x(float64(n)), y+tick, WayAhead)
	}
	if s.Level == nil {
		p.line(x(1), y, end, y, WayOpen)
		return p
	}
	lo, hi := s.Span()
	stands := x(Position(r, s))
	low, high := stands, stands
	if lo < *s.Level {
		low = x(float64(lo))
	}
	if hi > *s.Level {
		high = x(float64(hi + 1))
	}
	p.line(x(1), y, low, y, WayTravelled)
	p.line(low, y, high, y, WayOpen)
	p.line(high, y, end, y, WayAhead)
	p.Marks = append(p.Marks, pictureMark{X: stands, Y: y, Size: 8, Class: "full"})
	return p
}

// The geometry of the results over time, in pixels.
const (
	resultRow  = 36 // of a level
	resultTop  = 20
	resultEdge = 28 // right of the last result
	dateWidth  = 92
)

// overTimePicture draws the level of each result by its date, the lowest at the bottom. A result without a level that
// can be named is a dotted line over those that its answers point to.
func overTimePicture(class string, width, left int, all []Reached, names []string) picture {
	p := picture{Class: class, Width: width, Height: resultTop + resultRow*len(names) + 16}
	y := func(level int) int { return resultTop + resultRow*(len(names)-level) }
	for n := 1; n <= len(names); n++ {
		p.Lines = append(p.Lines, pictureLine{left, y(n), width, y(n), "grid"})
		p.text(0, y(n)+5, 14, "quiet", "", strings.TrimSpace(fmt.Sprintf("%d  %s", n, Cut(names[n-1], 17))))
	}
	first, last := all[0].Saved, all[len(all)-1].Saved
	x := func(r Reached) int {
		from, to := left+markEdge, width-resultEdge
		if !last.After(first) {
			return to
		}
		return from + int(float64(to-from)*r.Saved.Sub(first).Seconds()/last.Sub(first).Seconds())
	}
	dated := -dateWidth
	for i, r := range all {
		if i > 0 && all[i-1].named() && r.named() {
			p.line(x(all[i-1]), y(*all[i-1].Placement.Level), x(r), y(*r.Placement.Level), WayTravelled)
		}
		p.reached(r, x(r), y, i == len(all)-1)
		if at := x(r); i == len(all)-1 || at-dated >= dateWidth && x(all[len(all)-1])-at >= dateWidth {
			p.text(min(at, width-dateWidth/2), p.Height-4, 14, "quiet", "middle", ShortDate(r.Saved))
			dated = at
		}
	}
	return p
}

// reached draws one result.
func (p *picture) reached(r Reached, x int, y func(int) int, last bool) {
	switch {
	case r.Placement.Level == nil:
	case !r.named():
		low, high := r.Placement.Span()
		p.line(x, y(low)+12, x, y(high)-12, WayOpen)
	case last:
		p.mark(x, y(*r.Placement.Level), MarkYou)
	default:
		p.mark(x, y(*r.Placement.Level), MarkPassed)
	}
}
