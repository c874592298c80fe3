package report

// page writes all of a page.
func (m *markup) page(p page) {
	m.write(`<!DOCTYPE html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="%s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="Waymark">
<title>%s</title>
`, p.Language, p.Policy, p.Title)
	m.style(style)
	m.write(`</head>
<body>
<a class="skip" href="#text">%s</a>
<header>
`, p.Skip)
	m.blocks(p.Head)
	m.write("</header>\n")
	if len(p.Body) > 2 {
		m.contents(p)
	}
	m.write("<main id=\"text\" tabindex=\"-1\">\n")
	for _, s := range p.Body {
		m.section(s)
	}
	m.write("</main>\n")
	if len(p.Foot) > 0 {
		m.write("<footer>\n")
		m.blocks(p.Foot)
		m.write("</footer>\n")
	}
	m.write("</body>\n</html>\n")
}

// contents writes the links to the sections.
func (m *markup) contents(p page) {
	m.write("<nav aria-label=\"%s\">\n<ol>\n", p.Contents)
	for _, s := range p.Body {
		m.write("<li><a href=\"#%s\">%s</a></li>\n", s.ID, s.Heading)
	}
	m.write("</ol>\n</nav>\n")
}

func (m *markup) section(s *htmlSection) {
	m.write("<section aria-labelledby=\"%[1]s\">\n<h2 id=\"%[1]s\">%[2]s</h2>\n", s.ID, s.Heading)
	m.blocks(s.Blocks)
	for _, part := range s.Parts {
		m.write("<div class=\"part\">\n<h3>%s</h3>\n", part.Heading)
		m.blocks(part.Blocks)
		m.write("</div>\n")
	}
	m.write("</section>\n")
}

func (m *markup) blocks(blocks []htmlBlock) {
	for _, b := range blocks {
		switch {
		case b.List != nil:
			m.list(*b.List)
		case b.Table != nil:
			m.table(*b.Table)
		case b.Figure != nil:
			m.figure(*b.Figure)
		default:
			m.given("<h1>%s</h1>\n", b.Heading)
			m.given("<p>%s</p>\n", b.Para)
		}
	}
}

func (m *markup) list(l htmlList) {
	switch l.Kind {
	case "facts":
		m.facts(l)
	case "numbers":
		m.write("<ol class=\"levels\">\n")
		m.entries(l.Items)
		m.write("</ol>\n")
	case "boxes":
		m.write("<ul class=\"boxes\">\n")
		m.entries(l.Items)
		m.write("</ul>\n")
	default:
		m.write("<ul>\n")
		m.entries(l.Items)
		m.write("</ul>\n")
	}
}

func (m *markup) facts(l htmlList) {
	class := "beside"
	if l.Stacked {
		class = "stacked"
	}
	m.write("<dl class=\"%s\">\n", class)
	for _, it := range l.Items {
		m.write("<div><dt>%s</dt><dd>%s", it.Label, it.Text)
		m.quote(it.Quote)
		m.write("</dd></div>\n")
	}
	m.write("</dl>\n")
}

func (m *markup) entries(items []htmlItem) {
	for _, it := range items {
		m.write("<li")
		if it.Done {
			m.write(` class="done"`)
		}
		m.write(">")
		m.given("<strong>%s</strong> ", it.Labelled)
		m.write("%s", it.Text)
		m.quote(it.Quote)
		m.write("</li>\n")
	}
}

func (m *markup) quote(lines []string) {
	if len(lines) == 0 {
		return
	}
	m.write("<blockquote>")
	for _, l := range lines {
		m.write("<p>%s</p>", l)
	}
	m.write("</blockquote>")
}

// table writes a table with its roles, which browsers forget where the style shows it as something else.
func (m *markup) table(t htmlTable) {
	m.write("<table role=\"table\">\n<thead role=\"rowgroup\">\n<tr role=\"row\">")
	for _, name := range t.Head {
		m.write(`<th role="columnheader" scope="col">%s</th>`, name)
	}
	m.write("</tr>\n</thead>\n<tbody role=\"rowgroup\">\n")
	for _, row := range t.Rows {
		m.write("<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">%s</th>\n", row.First)
		for _, c := range row.Cells {
			m.cell(c)
		}
		m.write("</tr>\n")
	}
	m.write("</tbody>\n</table>\n")
	m.given("<p class=\"key\">%s</p>\n", t.Key)
}

func (m *markup) cell(c htmlCell) {
	m.write(`<td role="cell" data-head="%s">`, c.Head)
	if c.Picture != nil {
		m.picture(*c.Picture)
	}
	m.given(`<span class="unseen">%s</span> `, c.Says)
	m.write("%s</td>\n", c.Text)
}

func (m *markup) figure(f htmlFigure) {
	m.write("<figure class=\"%s\" role=\"img\" aria-label=\"%s\">\n", f.Class, f.Says)
	for _, p := range f.Pictures {
		m.picture(p)
		m.write("\n")
	}
	m.write("</figure>\n")
}
