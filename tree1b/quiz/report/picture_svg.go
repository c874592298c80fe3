package report

// picture writes a picture that stands in a page.
func (m *markup) picture(p picture) {
	m.write("<svg class=\"waymark-picture %[1]s\" width=\"%[2]s\" height=\"%[3]s\" viewBox=\"0 0 %[2]s %[3]s\" aria-hidden=\"true\" focusable=\"false\">\n", p.Class, p.Width, p.Height)
	m.shapes(p)
	m.write("</svg>")
}

// card writes a picture that is a file of its own.
func (m *markup) card(c cardPicture) {
	m.write(`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" lang="%[1]s" class="waymark-picture" width="%[2]s" height="%[3]s" viewBox="0 0 %[2]s %[3]s" role="img" aria-labelledby="waymark-title waymark-desc">
<title id="waymark-title">%[4]s</title>
<desc id="waymark-desc">%[5]s</desc>
`, c.Language, c.Width, c.Height, c.Title, c.Words)
	m.style("\n" + pictureInks)
	m.write("<rect class=\"paper\" x=\"1\" y=\"1\" width=\"%s\" height=\"%s\" rx=\"14\" stroke-width=\"1\"/>\n", c.Width-2, c.Height-2)
	m.shapes(c.picture)
	m.write("</svg>\n")
}

// shapes writes lines, over them marks, over them texts.
func (m *markup) shapes(p picture) {
	for _, l := range p.Lines {
		m.write("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>\n", l.X1, l.Y1, l.X2, l.Y2, l.Class)
	}
	for _, at := range p.Marks {
		m.mark(at)
	}
	for _, t := range p.Texts {
		m.write(`<text x="%s" y="%s" font-size="%s"`, t.X, t.Y, t.Size)
		m.given(` class="%s"`, t.Class)
		m.given(` text-anchor="%s"`, t.Anchor)
		m.write(">%s</text>\n", t.Text)
	}
}

func (m *markup) mark(at pictureMark) {
	if at.Round {
		m.write("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s\"/>\n", at.X, at.Y, at.Size, at.Class)
		return
	}
	m.write("<path d=\"M%[1]s %[3]sL%[5]s %[2]sL%[1]s %[4]sL%[6]s %[2]sZ\" class=\"%[7]s\"/>\n",
		at.X, at.Y, at.Y-at.Size, at.Y+at.Size, at.X+at.Size, at.X-at.Size, at.Class)
}
