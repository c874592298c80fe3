package tui

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/report"
)

// whereLines is the first tab of a low layout, on which it may scroll. With air, a blank line is above the row of a second look; with a
// gap, one is below the path.
func (m Model) whereLines(air, gap bool) []line {
	level, _ := m.headline()
	path := m.path(m.placement())
	if m.layout.roomy {
		path = append(path, m.pathNames(m.snapshot(), m.placement())...)
	}
	if m.doubted() {
		if air {
			level = append(level, line{})
		}
		level = append(level, m.lookRow(true).lines...)
	}
	return slices.Concat(level, []line{{}}, under(path, m.whereTail(true, true), gap))
}

// whereFits is [Model.whereLines] as it fits beside the row of a second look.
func (m Model) whereFits(room int) []line {
	whole := m.whereLines(true, true)
	if !m.doubted() || len(whole) <= room {
		return whole
	}
	for _, closer := range [][]line{m.whereLines(true, false), m.whereLines(false, false)} {
		if len(closer) <= room {
			return closer
		}
	}
	return whole
}

func (m Model) wherePage(p page) page {
	if !m.layout.tall {
		p.at = list{cursor: -1, scroll: max(0, m.result.list.scroll)}
		p.aired = true
		p.rows = textRows(m.whereFits(m.layout.room(p)))
		switch {
		case m.doubted():
			p.hints = []hint{{locale.Text("Enter"), "look again"}}
		case m.hasLevel():
			p.hints = []hint{{locale.Text("Tab"), "your level"}}
		}
		p.margin = m.besideWhere(-1)
		return p
	}
	if m.placement().Level == nil {
		level, sure := m.headline()
		p.head = slices.Concat(level, sure, []line{{}}, m.path(m.placement()), m.pathNames(m.snapshot(), m.placement()))
		p.at = list{}
		p.rows = []row{{apart: true, lines: []line{m.cursorLine("1", "  ", locale.Text("Look at the questions again"), "", true)}}}
		p.hints = []hint{{locale.Text("Enter"), "look again"}}
		p.margin = m.besideWhere(-1)
		return p
	}
	return m.whyBelow(m.pictured(m.strandRows(p)))
}

// pictured has the level and the path above the strands, as much of it as there's room for: none of it moves from strand to strand,
// so there's room for what's said of any.
func (m Model) pictured(p page) page {
	strips, rows, longest := p.head, p.rows, m.whereTail(!m.layout.wide, m.layout.wide)
	if !m.layout.wide {
		for _, s := range m.placement().Strands {
			if told := m.strandTail(s); len(told) > len(longest) {
				longest = told
			}
		}
	}
	for _, try := range m.pictures(strips) {
		p.head, p.rows = try.above, slices.Clone(rows)
		if look := m.lookAt(); look >= 0 {
			p.rows[look].apart = !try.close
			first := &p.rows[look+1]
			first.apart, first.lines = true, slices.Concat(try.between, first.lines)
		}
		for _, p.full = range []bool{false, true} {
			air := m.layout.air()
			over := height(air, p.head, p.rows, longest, false, false) - m.layout.room(p)
			if try.near {
				over-- // the blank line above what's said of a strand
			}
			if over <= 0 {
				if p = m.tailed(p, air); try.near {
					p = m.nearing(p, air)
				}
				return p
			}
		}
	}
	return m.tailed(p, nil)
}

// nearing has what is said of a strand right below the strips, where only the blank line between has no room.
func (m Model) nearing(p page, air []line) page {
	if len(p.tail) > 0 && height(air, p.head, p.rows, p.tail, false, false) == m.layout.room(p)+1 {
		p.rows, p.tail = append(p.rows, row{lines: p.tail, text: true}), nil
	}
	return p
}

// tailed has below the strands, where the cursor is on none of them, as much as a page has room for: what gives a chance at the next
// level goes before the blank lines.
func (m Model) tailed(p page, air []line) page {
	if m.layout.wide || m.strandOn(p.at.cursor) >= 0 {
		return p
	}
	for _, with := range []struct{ air, chance bool }{{true, true}, {true, false}, {false, false}} {
		p.tail = m.whereTail(with.air, with.chance)
		if height(air, p.head, p.rows, p.tail, false, false) <= m.layout.room(p)-m.layout.free(p, with.air) {
			break
		}
	}
	return m.saysNotWhat(p, air)
}

// saysNotWhat ends a page with what a result is not, over a blank line, where there's room for that.
func (m Model) saysNotWhat(p page, air []line) page {
	says := m.notWhat()
	if p.full || !m.layout.airy { // else there's the row for a sentence
		says = append(says, line{})
	}
	more := height(air, p.head, p.rows, p.tail, false, true) <= m.layout.room(p) // which doesn't go for it
	for _, between := range [][]line{{{}}, nil} {
		if len(p.tail) == 0 {
			between = nil
		}
		tail := slices.Concat(p.tail, between, says)
		if height(air, p.head, p.rows, tail, false, more) <= m.layout.room(p) {
			p.tail = tail
			break
		}
	}
	return p
}

func (m Model) notWhat() []line {
	return paint(m.palette.quiet, wrap(report.NotWhat.String(), m.layout.text))
}

// whereSaysNotWhat reports whether the first tab ends with what a result is not.
func (m Model) whereSaysNotWhat() bool {
	return slices.Contains(m.toTab(tabWhere).resultPage().tail, m.notWhat()[0])
}

// picture is what stands above the strands and, where there's a row to look again, between that and them. Where it's close, no blank
// line is above that row; where what's said of a strand is near, none has to be above that.
type picture struct {
	above, between []line
	close, near    bool
}

// pictures are the level and the path above the strands, the most first.
func (m Model) pictures(strips []line) []picture {
	level, _ := m.headline()
	r, air := m.placement(), []line{{}}
	path, names := m.path(r), m.pathNames(m.snapshot(), r)
	if !m.doubted() {
		return []picture{{above: slices.Concat(level, air, path, names, air, strips)}, {above: slices.Concat(level, path, names, air, strips)},
			{above: slices.Concat(level, path, names, strips)}, {above: slices.Concat(level, path, air, strips)}, {above: slices.Concat(level, path, strips)},
			{above: slices.Concat(level, air, strips)}, {above: slices.Concat(level, strips)}}
	}
	var disagree []line
	for i, of := range m.pairs() {
		if i > 0 && of.heading != "" {
			disagree = append(disagree, line{})
		}
		of.headed = false // the answers stand over what's said of the strands
		disagree = append(disagree, m.reasonRow(of, false, false).lines...)
	}
	if len(disagree) > 0 {
		disagree = append(air, disagree...)
	}
	above, named, numbered := slices.Concat(level, disagree), slices.Concat(path, names, air, strips), slices.Concat(path, air, strips)
	return []picture{{above: above, between: named}, {above: above, between: numbered}, {above: above, between: strips}, {above: above, between: strips, near: true},
		{above: above, between: strips, close: len(disagree) > 0, near: true}, {above: slices.Concat(level, withoutBlanks(disagree)), between: strips, close: len(disagree) > 0},
		{above: level, between: named}, {above: level, between: numbered}, {above: level, between: strips}}
}

// whyBelow has what would change the result below the strips of a wide layout, where there is room.
func (m Model) whyBelow(p page) page {
	if m.layout.wide && m.hasLevel() {
		p.tail = m.under(p, m.changeLines(m.layout.list))
	}
	return p
}

// roomiest is the first head of a page that leaves room to all its rows and its tail, or the last.
func (m Model) roomiest(p page, heads ...[]line) []line {
	room := m.layout.room(p)
	for _, head := range heads {
		if height(nil, head, p.rows, p.tail, false, false) <= room {
			return head
		}
	}
	return heads[len(heads)-1]
}
