package tui

// The smallest terminal that can be drawn in, and the sizes from which the layout is roomier. Width and height
// are judged apart.
const (
	leastWidth, leastHeight = 40, 12
	roomyWidth, roomyHeight = 80, 16
	tallHeight, airyHeight  = 20, 24
	wideWidth               = 116
	threeWidth              = 150

	measure    = 72 // sentences never run wider
	listWidth  = 72 // nor rows of a list
	paneGap    = 6  // between the list and what stands beside it, with a line in it
	widestPane = measure
	threePane  = 40 // where there are two beside it

	sheetHeight = 24 // a page that fits so many rows takes no more, in the middle of a taller terminal
	sheetStep   = 8  // and one that does not takes so many more

	interviewSheet = 29 // an interview takes so many from its first page to its last, since no question needs more
)

// layout is the geometry of a screen of one size. Columns count from 0.
type layout struct {
	width, height int
	rows, top     int  // of the sheet, and blank ones over it, where the terminal is taller
	roomy         bool // wide enough for columns and names
	tall          bool // roomy, with rules above and below
	airy          bool // and with air, and a row for a sentence
	wide          bool // a pane beside the list
	three         bool // and another beside that
	left          int  // all text starts here; marks hang two columns before it
	right         int  // the first column past the text
	text          int  // the measure for sentences
	list          int  // and for rows of a list, which may be wider
	pane          int  // and for the pane
}

func newLayout(width, height int) layout {
	l := layout{width: width, height: height, rows: height, left: 2, right: min(width-1, 76)}
	if width >= roomyWidth && height >= roomyHeight {
		l.roomy, l.left, l.right = true, 4, 76
		l.tall, l.airy = height >= tallHeight, height >= airyHeight
	}
	l.list = l.right - l.left
	if l.roomy && width >= wideWidth {
		sheet := min(width-4, listWidth+paneGap+widestPane)
		l.wide, l.left, l.list = true, (width-sheet)/2, listWidth
		l.right, l.pane = l.left+sheet, sheet-listWidth-paneGap
	}
	l.text = min(measure, l.list)
	return l
}

// threePanes is the layout of a page that has two panes beside its list, where there is room for them.
func (l layout) threePanes() layout {
	if !l.wide || l.width < threeWidth || l.three {
		return l
	}
	sheet := min(l.width-4, listWidth+2*(paneGap+threePane))
	l.three, l.left = true, (l.width-sheet)/2
	l.right, l.pane = l.left+sheet, (sheet-listWidth)/2-paneGap
	return l
}

// margin is the column where the pane's text starts.
func (l layout) margin() int { return l.left + l.list + paneGap }

// alone is the layout of a page that never has a pane: in the middle.
func (l layout) alone() layout {
	if l.wide {
		l.left = (l.width - l.list) / 2
		l.right = l.left + l.list
	}
	return l
}

// broad is the layout of a page whose list takes the place of the pane as well.
func (l layout) broad() layout {
	l.list = l.right - l.left
	return l
}

// sheet is the layout of a page that takes so many rows of a terminal, a little above the middle.
func (l layout) sheet(rows int) layout {
	l.rows, l.top = rows, (l.height-rows)*2/5
	return l
}

// holds reports whether a page has room for all of it, with all its air.
func (l layout) holds(p page) bool {
	if len(p.beyond) > 0 {
		l = l.threePanes()
	}
	list := assemble(l.air(), p.head, p.rows, p.tail, true, true)
	return max(len(list), len(l.air())+max(len(p.margin), len(p.beyond))) <= l.room(p)
}
