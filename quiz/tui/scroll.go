package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/report"
)

// overflow is how many lines of the row under the cursor have no room.
func (l layout) overflow(p page) int {
	p = l.packed(p)
	room := l.room(p)
	if over := l.paneOver(p, room); p.reads && over > 0 {
		return over
	}
	if p.at.cursor < 0 || p.at.cursor >= len(p.rows) || l.whole(p, room) != nil {
		return 0
	}
	_, left := l.above(p, room)
	return max(0, len(flush(parted(p.rows), p.at.cursor, left)[p.at.cursor].lines)-left)
}

// air is the line that parts the rule under the header from the body. Where there is no rule, a line that's free stands
// above the keys.
func (l layout) air() []line {
	if !l.tall {
		return nil
	}
	return []line{{}}
}

// packed is a page without its blank lines, where that low a layout would have to hide something for them; but with those that its
// rows keep. A page that keeps them all scrolls each with the line above it, as long as a few rows stay in sight.
func (l layout) packed(p page) page {
	if l.tall || l.whole(p, l.room(p)) != nil {
		return p
	}
	const leastAired = 6 // lines below the head: a blank one, four of rows and the count
	if p.aired && (p.at.cursor < 0 || l.room(p)-len(p.head) >= leastAired) {
		p.rows = withBlanks(p.rows)
		return p
	}
	p.head, p.tail = withoutBlanks(p.head), withoutBlanks(p.tail)
	rows := make([]row, 0, len(p.rows))
	for _, r := range p.rows {
		lines := withoutBlanks(r.lines)
		if len(lines) == 0 && p.at.cursor < 0 {
			continue // of a text, where no row is to be chosen
		}
		rows = append(rows, row{lines: lines, text: r.text, part: r.part, apart: r.air, air: r.air})
	}
	p.rows = rows
	return p
}

// withBlanks has the blank lines of a text in the rows above them.
func withBlanks(rows []row) []row {
	var out []row
	for _, r := range rows {
		if last := len(out) - 1; r.text && last >= 0 && len(withoutBlanks(r.lines)) == 0 {
			out[last].lines = slices.Concat(out[last].lines, r.lines)
		} else {
			out = append(out, r)
		}
	}
	return out
}

func withoutBlanks(lines []line) []line { return slices.DeleteFunc(slices.Clone(lines), line.empty) }

// fit chooses the lines of a page that so many rows show: all, where they fit; else without the blanks
// between rows, then without the tail, then with the rows scrolled. The line list it returns is the
// one truth for height, scrolling and drawing.
func (l layout) fit(p page, room int, k palette) []line {
	p = l.packed(p)
	p.at = p.at.clamped(len(p.rows))
	if out := l.whole(p, room); out != nil {
		return out
	}
	const leastRows = 4 // lines that a tail which stays must leave to the rows
	if left := room - len(p.tail) - 1; p.stays && len(p.tail) > 0 && left >= len(p.head)+leastRows {
		return append(append(l.scrolled(p, left, k), line{}), p.tail...)
	}
	if p.stays { // it has to scroll with the rows
		p.rows = append(slices.Clone(p.rows), row{lines: p.tail, apart: l.tall, text: true})
	}
	return l.scrolled(p, room, k)
}

// whole is the page unscrolled, with as much air and tail as there is room for; nil where it does not fit. The blank lines of a tail go for
// a free one above the keys.
func (l layout) whole(p page, room int) []line {
	air := l.air()
	if p.flush {
		air = nil
	}
	for _, try := range []struct {
		air, tail   []line
		loose, more bool
	}{{air, p.tail, true, true}, {air, p.tail, false, true}, {air, p.tail, true, false}, {air, withoutBlanks(p.tail), true, false}, {air, p.tail, false, false}, {nil, p.tail, false, false},
		{air, nil, false, false}, {nil, nil, false, false}} {
		if p.stays && len(try.tail) < len(p.tail) {
			continue
		}
		if height(try.air, p.head, p.rows, try.tail, try.loose, try.more) <= room-l.free(p, try.loose) {
			return assemble(try.air, p.head, p.rows, try.tail, try.loose, try.more)
		}
	}
	return nil
}

// free is how many lines stay free above the keys: of rows that stand apart, one doesn't stand on them.
func (l layout) free(p page, loose bool) int {
	if l.tall && loose && len(l.sentence(p)) == 0 {
		return 1
	}
	return 0
}

// holds reports whether there's room for all of a page, with the blank lines of loose rows or without them.
func (l layout) holds(p page, loose bool) bool {
	return height(l.air(), p.head, p.rows, p.tail, loose, true) <= l.room(p)-l.free(p, loose)
}

// assemble puts a page together, unscrolled.
func assemble(air, head []line, rows []row, tail []line, loose, more bool) []line {
	out := append(append(make([]line, 0, height(air, head, rows, tail, loose, more)), air...), head...)
	for i, r := range rows {
		if r.spaced(i, head, loose) {
			out = append(out, r.over)
		}
		out = appendOf(out, i, r.lines)
		if more {
			out = appendOf(out, i, r.more)
		}
	}
	if len(tail) > 0 {
		out = append(append(out, line{}), tail...)
	}
	return out
}

// height is how many lines [assemble] makes.
func height(air, head []line, rows []row, tail []line, loose, more bool) int {
	n := len(air) + len(head)
	for i, r := range rows {
		if r.spaced(i, head, loose) {
			n++
		}
		n += len(r.lines)
		if more {
			n += len(r.more)
		}
	}
	if len(tail) > 0 {
		n += 1 + len(tail)
	}
	return n
}

// spaced reports whether a row has a blank line above it.
func (r row) spaced(i int, head []line, loose bool) bool {
	return (i > 0 || len(head) > 0) && (r.apart || r.loose && loose)
}

// above is the head of a page whose rows are scrolled, and the room that it leaves to them. It is cut only where the
// row under the cursor would not fit.
func (l layout) above(p page, room int) (head []line, left int) {
	if !p.flush {
		head = l.air()
	}
	head = append(head, p.head...)
	need := 1
	if p.at.cursor >= 0 && p.at.cursor < len(p.rows) {
		need = len(p.rows[p.at.cursor].lines)
	}
	if len(p.head) > 0 && len(p.rows) > 0 && (p.rows[0].apart || p.rows[0].loose) {
		head = append(head, line{})
	}
	if len(head)+need+1 > room && len(p.head) > 1 {
		left := max(1, min(len(p.head), room-need-1))
		head = slices.Clone(p.head[:left])
		if left < len(p.head) {
			head[left-1].text = goesOn(head[left-1].text, l.text)
		}
	}
	left = max(1, room-len(head)-1)
	if need == left+1 { // the line that would be counted takes the row of the count
		left = need
	}
	return head, left
}

// scrolled keeps the head, and shows as many rows around the cursor as fit, over a line that counts what is
// hidden. A count of parts that would touch the text, where no row below it is free, has a line of that.
func (l layout) scrolled(p page, room int, k palette) []line {
	out := l.scroll(p, room, k)
	if l.tall && len(l.sentence(p)) == 0 && touches(out) {
		out = l.scroll(p, room-1, k)
		return slices.Insert(out, len(out)-1, line{})
	}
	return out
}

// touches reports whether the last of some lines counts parts, and nothing parts it from their text.
func touches(body []line) bool {
	last := len(body) - 1
	return last > 0 && body[last].apart && !body[last-1].empty()
}

// scroll are the lines of [layout.scrolled], whatever the count touches.
func (l layout) scroll(p page, room int, k palette) []line {
	out, left := l.above(p, room)
	rows := flush(parted(p.rows), p.at.cursor, left)
	w := window(rows, p.at, left)
	for i := w.first; i < w.last; i++ {
		shown := rows[i].lines
		switch {
		case w.cut:
			if shown = shown[w.top:min(len(shown), w.top+left)]; len(out) == 0 && shown[0].empty() {
				shown = shown[1:]
			}
		case i == w.first && rows[i].apart && i > 0 && shown[0].empty(): // which flush may have taken
			shown = shown[1:]
		}
		out = appendOf(out, i, shown)
	}
	for !w.cut && w.last < len(rows) && len(rows[w.last].lines) < room-len(out) { // the blank line that the first lost makes room for it
		out = appendOf(out, w.last, rows[w.last].lines)
		w.last++
	}
	if !w.cut && w.last < len(rows) && !rows[w.last].whole && len(out) < room-1 {
		next := begun(rows[w.last], room-1-len(out))
		out, w.begun = appendOf(out, w.last, next), len(withoutBlanks(next))
	}
	if p.at.cursor >= 0 && len(out) == room { // the row under the cursor has taken that of the count
		return out
	}
	for len(out) < room-1 {
		out = append(out, line{})
	}
	return append(out[:max(0, room-1)], l.countOf(p, rows, w, left, k))
}

// countOf is the line that counts what a view of the rows hides, with the key of the last of them where that's hidden.
func (l layout) countOf(p page, rows []row, w view, left int, k palette) line {
	if p.uncounted && !w.cut {
		return line{}
	}
	also := p.also
	if w.last >= len(rows) {
		also = hint{}
	}
	count := l.counted(w.hidden(rows, left), also, k)
	count.apart = w.last < len(rows) && rows[w.last].part
	return count
}

// leastBegun is the least of a part's lines that are shown without the rest of them, and leastLeft the least of that rest.
const leastBegun, leastLeft = 2, 2

// begun is as much of a row as so many lines show, where that's less than all of it. A heading doesn't stand without what
// it heads, nor a line or two of a part alone, nor is a part cut one line before its end or amid a sentence.
func begun(r row, room int) []line {
	if r.part {
		room = min(room, len(r.lines)-leastLeft)
	}
	out := slices.Clone(r.lines[:max(0, room)])
	if r.part {
		out = inSentences(out)
	}
	for len(out) > 0 && (out[len(out)-1].heads || out[len(out)-1].empty()) {
		out = out[:len(out)-1]
	}
	if r.part && len(withoutBlanks(out)) < leastBegun {
		return nil
	}
	if last := len(out) - 1; last >= 0 && !r.text && !r.parts {
		seen := lipgloss.Width(strings.TrimRight(ansi.Strip(out[last].text), " .,;:"+ellipsis))
		out[last].text = cutShort(out[last].text, seen)
	}
	return out
}

// inSentences are lines up to the end of the last sentence that ends in them.
func inSentences(out []line) []line {
	for ; len(out) > 0; out = out[:len(out)-1] {
		last := &out[len(out)-1]
		if told := report.WholeSentences(ansi.Strip(last.text)); told != "" {
			last.text = ansi.Truncate(last.text, lipgloss.Width(told), "")
			return out
		}
	}
	return nil
}

// cutShort is a text of so many columns at most, and after it the mark that it goes on, in its ink.
func cutShort(text string, width int) string {
	cut, inked := strings.CutSuffix(ansi.Truncate(text, width, ""), ansi.ResetStyle)
	if inked {
		return cut + ellipsis + ansi.ResetStyle
	}
	return cut + ellipsis
}

// appendOf adds lines, marked as belonging to a row.
func appendOf(out []line, row int, lines []line) []line {
	for _, l := range lines {
		l.row = row + 1
		out = append(out, l)
	}
	return out
}

// parted puts the blank line above a row that wants one into the row.
func parted(rows []row) []row {
	out := slices.Clone(rows)
	for i, r := range rows {
		if r.apart && i > 0 {
			out[i].lines = append([]line{{}}, r.lines...)
		}
	}
	return out
}

// flush takes the blank line above a row with the cursor, where that has to be cut.
func flush(rows []row, cursor, room int) []row {
	if cursor >= 0 && cursor < len(rows) && len(rows[cursor].lines) > room && rows[cursor].lines[0].empty() {
		rows[cursor].lines = rows[cursor].lines[1:]
	}
	return rows
}
