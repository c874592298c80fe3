package tui

// The smallest terminal that can be drawn in, and the sizes from which the layout is roomier. Width and height
// are judged apart.
const (
	leastWidth, leastHeight = 40, 12
	roomyWidth, roomyHeight = 80, 16
	tallHeight, airyHeight  = 20, 24
	wideWidth               = 116

	measure    = 72 // sentences never run wider
	listWidth  = 72 // nor rows of a list
	paneGap    = 6  // between the list and the pane beside it, with a line in it
	widestPane = measure
)

// layout is the frame of a terminal of one size, the same on all screens: the header in the first rows, the keys in the
// last one, and the columns between them, which count from 0.
type layout struct {
	width, height int
	roomy         bool // wide enough for columns and names
	tall          bool // roomy, with rules above and below
	airy          bool // and with air, and a row for a sentence
	wide          bool // a pane beside the list
	left          int  // all text starts here; marks hang two columns before it
	right         int  // the first column past the text
	text          int  // the measure for sentences
	list          int  // and for rows of a list, which may be wider
	pane          int  // and for the pane
	bar           int  // and for the bar of the row under the cursor, where rows are wider than those of a list
}

func newLayout(width, height int) layout {
	l := layout{width: width, height: height, left: 2, right: min(width-1, 76)}
	if width >= roomyWidth && height >= roomyHeight {
		l.roomy, l.left, l.right = true, 4, 76
		l.tall, l.airy = height >= tallHeight, height >= airyHeight
	}
	l.list = l.right - l.left
	if l.roomy && width >= wideWidth {
		both := min(width-4, listWidth+paneGap+widestPane)
		l.wide, l.left, l.list = true, (width-both)/2, listWidth
		l.right, l.pane = l.left+both, both-listWidth-paneGap
	}
	l.text = min(measure, l.list)
	return l
}

// margin is the column where the pane's text starts.
func (l layout) margin() int { return l.left + l.list + paneGap }

// reader is the layout of a page whose list has so many columns, and beside it a text to read. A small one has no room for it.
func (l layout) reader(list int) layout {
	if l.roomy && list > 0 {
		l.wide, l.list, l.text, l.pane = true, list, list, min(measure, l.right-l.left-list-paneGap)
	}
	return l
}

// broad is the layout of a page whose list takes the place of the pane as well.
func (l layout) broad() layout {
	l.list = l.right - l.left
	return l
}
