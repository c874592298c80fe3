package report

import (
	"crypto/sha256"
	_ "embed" // the style
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

//go:embed page.css
var pageStyle string

// style is that of a page and of the pictures in it.
var style = pageStyle + pictureInks

// page is what markup.page writes.
type page struct {
	Language       string
	Skip, Contents string // what the links to the text and to its sections are called
	Title          string
	Policy         string // what a browser is allowed to load: the style
	Head           []htmlBlock
	Body           []*htmlSection
	Foot           []htmlBlock
}

// htmlSection is a heading and what stands under it.
type htmlSection struct {
	ID, Heading string
	Blocks      []htmlBlock
	Parts       []*htmlSection
}

// htmlBlock is one of its fields.
type htmlBlock struct {
	Para    string
	List    *htmlList
	Table   *htmlTable
	Figure  *htmlFigure
	Heading string // of the whole
}

// htmlList is a list of entries, or of facts: a label with what belongs to it.
type htmlList struct {
	Kind    string // facts, numbers, boxes or points
	Stacked bool   // labels stand over what belongs to them, since they are long
	Items   []htmlItem
}

type htmlItem struct {
	Label, Labelled, Text string
	Done                  bool
	Quote                 []string
}

type htmlTable struct {
	Head []string
	Rows []htmlRow
	Key  string // to what is drawn
}

// htmlRow is a row of a table, with a picture in its second cell where there is one.
type htmlRow struct {
	First string
	Cells []htmlCell
}

type htmlCell struct {
	Head, Text string // of the column, and the cell's own
	Picture    *picture
	Says       string // what the picture shows beyond the text
}

// htmlFigure is a picture at two widths, and what it shows in words.
type htmlFigure struct {
	Class, Says string
	Pictures    []picture
}

// htmlRenderer collects the sections of a page.
type htmlRenderer struct {
	head     []htmlBlock // before the first section
	sections []*htmlSection
}

// writePage writes a document as HTML: one file for any browser, screen or printer.
func writePage(out io.Writer, d document) error {
	var head, body, foot htmlRenderer
	d.title(&head)
	d.body(&body)
	d.foot(&foot)
	sum := sha256.Sum256([]byte(style))
	var m markup
	m.page(page{
		Language: d.language(), Skip: locale.Text("Skip to the text"), Contents: locale.Text("On this page"),
		Title:  head.head[0].Heading,
		Policy: fmt.Sprintf("default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'", base64.StdEncoding.EncodeToString(sum[:])),
		Head:   head.head, Body: body.sections, Foot: foot.head,
	})
	_, err := io.WriteString(out, m.out.String())
	return err
}

// add puts a block under the last heading.
func (h *htmlRenderer) add(b htmlBlock) {
	if len(h.sections) == 0 {
		h.head = append(h.head, b)
		return
	}
	in := h.sections[len(h.sections)-1]
	if n := len(in.Parts); n > 0 {
		in = in.Parts[n-1]
	}
	in.Blocks = append(in.Blocks, b)
}

func (h *htmlRenderer) heading(level int, text string) {
	text = stages.OneLine(text)
	n := len(h.sections)
	switch level {
	case 1:
		h.add(htmlBlock{Heading: text})
	case 2:
		h.sections = append(h.sections, &htmlSection{ID: fmt.Sprintf("part-%d", n+1), Heading: text})
	default:
		h.sections[n-1].Parts = append(h.sections[n-1].Parts, &htmlSection{Heading: text})
	}
}

func (h *htmlRenderer) para(sentences ...string) {
	if text := stages.OneLine(strings.Join(sentences, " ")); text != "" {
		h.add(htmlBlock{Para: text})
	}
}

// longLabel is how many characters of a label stand beside its text.
const longLabel = 56

func (h *htmlRenderer) list(numbered bool, items ...listItem) {
	list := htmlList{Kind: "facts"}
	for _, it := range items {
		list.Items = append(list.Items, htmlItem{Label: stages.OneLine(it.label), Labelled: it.labelled(),
			Text: stages.OneLine(it.text), Done: it.box == tickedBox, Quote: linesOf(it.quote)})
		list.Stacked = list.Stacked || len([]rune(it.label)) > longLabel
	}
	switch {
	case len(items) == 0:
		return
	case numbered:
		list.Kind = "numbers"
	case items[0].box != noBox:
		list.Kind = "boxes"
	case slices.ContainsFunc(list.Items, func(it htmlItem) bool { return it.Label == "" }):
		list.Kind = "points"
	}
	h.add(htmlBlock{List: &list})
}

func (h *htmlRenderer) table(head []string, rows [][]string) {
	h.add(htmlBlock{Table: tableOf(head, rows)})
}

func tableOf(head []string, rows [][]string) *htmlTable {
	table := &htmlTable{}
	for _, name := range head {
		table.Head = append(table.Head, stages.OneLine(name))
	}
	for _, cells := range rows {
		row := htmlRow{First: stages.OneLine(cells[0])}
		for i, text := range cells[1:] {
			row.Cells = append(row.Cells, htmlCell{Head: table.Head[i+1], Text: stages.OneLine(text)})
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func (h *htmlRenderer) path(r session.Result) {
	of, names := PathOf(r.Placement), levelNames(&r.Snapshot)
	h.add(htmlBlock{Figure: &htmlFigure{"path", pathInWords(r), []picture{widePath(of, names), narrowPath(of, names)}}})
}

// strands draws each strand beside its level.
func (h *htmlRenderer) strands(r stages.Placement, head []string, rows [][]string) {
	table := tableOf(head, rows)
	for i, s := range r.Strands {
		drawn := strip(r, s, Target(r))
		cell := &table.Rows[i].Cells[0]
		cell.Picture, cell.Says = &drawn, StrandSpread(r, s)
	}
	table.Key = StripKey(Target(r))
	h.add(htmlBlock{Table: table})
}

func (h *htmlRenderer) overTime(all []Reached, levels []string) {
	numbers := make([]string, len(levels))
	h.add(htmlBlock{Figure: &htmlFigure{"over-time", OverTimeInWords.String(), []picture{
		overTimePicture("wide", widePicture, 150, all, levels), overTimePicture("narrow", narrowPicture, 24, all, numbers)}}})
}
