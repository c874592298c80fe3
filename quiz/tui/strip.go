package tui

import (
	"strings"

	"waymark/quiz/report"
	"waymark/stages"
)

// The columns that the levels of a strip have. A strip ends in the last one, since nothing is beyond it.
const roomyStrip, narrowStrip = 30, 15

// stripStep is how many columns a level of a strip has.
func (m Model) stripStep(levels int) int {
	if m.layout.roomy {
		return roomyStrip / levels
	}
	return narrowStrip / levels
}

// stripWidth is how many columns a strip has whose levels have so many.
func stripWidth(levels, each int) int { return (levels-1)*each + max(1, each*2/3) }

// stripColumn is the column of a position along the levels, which counts from 1.
func stripColumn(position float64, each int) int { return int((position - 1) * float64(each)) }

// strip draws one strand along the levels, each of which begins under its number: heavy for what it has, a mark where
// it stands, dotted over what the answers leave open, a crossing where the level begins that it is compared with.
func (m Model) strip(r stages.Placement, s stages.StrandResult, target int) string {
	each := m.stripStep(r.Levels())
	stands, low, high, compared := -1, 0, 0, stripColumn(float64(target), each)
	if s.Level != nil {
		lo, hi := s.Span()
		stands, low, high = stripColumn(report.Position(r, s), each), stripColumn(float64(lo), each), stripColumn(float64(hi+1), each)
		if lo == *s.Level {
			low = stands
		}
		if hi == *s.Level {
			high = stands
		}
	}
	// Each is inked once, not once a column: of all that is drawn, inking takes longest.
	heavy, dotted, light := m.palette.accent.Render(lineHeavy), m.palette.rule.Render(lineDotted), m.palette.rule.Render(lineLight)
	var out strings.Builder
	for x := range stripWidth(r.Levels(), each) {
		switch {
		case x == stands:
			out.WriteString(m.palette.accent.Render(markYou))
		case x == compared && x <= stands:
			out.WriteString(m.palette.accent.Render(crossReached))
		case x == compared:
			out.WriteString(m.palette.rule.Render(crossAhead))
		case x < min(low, stands):
			out.WriteString(heavy)
		case stands < 0 || x < stands || x < high:
			out.WriteString(dotted)
		default:
			out.WriteString(light)
		}
	}
	return out.String()
}

// stripHead is the numbers of the levels over the strips, the one they are compared with bold.
func (m Model) stripHead(levels, target int) string {
	var out strings.Builder
	each := m.stripStep(levels)
	for n := 1; n <= levels; n++ {
		ink := m.palette.quiet
		if n == target {
			ink = m.palette.focal
		}
		out.WriteString(ink.Render(string(rune('0' + n))))
		if n < levels {
			out.WriteString(strings.Repeat(" ", each-1))
		}
	}
	return out.String() + strings.Repeat(" ", stripWidth(levels, each)-(levels-1)*each-1)
}
