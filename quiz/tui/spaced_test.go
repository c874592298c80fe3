package tui

import "testing"

// Rows stand apart only where that leaves a line free above the keys.
func TestRowsStandApartAboveAFreeLine(t *testing.T) {
	p := page{head: lines("A question?")}
	for range 7 {
		p.rows = append(p.rows, row{loose: true, lines: lines("An answer.")})
	}
	apart := 0
	for height := tallHeight; height < airyHeight; height++ {
		l := newLayout(80, height)
		room := l.room(p)
		out := l.whole(p, room)
		if len(out) > len(p.rows)+3 {
			apart++
		}
		if len(out) == room {
			t.Errorf("%d rows: the last answer is on the keys", height)
		}
	}
	if apart != 3 {
		t.Errorf("they stand apart at %d heights", apart)
	}
}
