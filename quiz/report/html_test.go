package report_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

func page(t *testing.T, e interface{ HTML(io.Writer) error }) string {
	t.Helper()
	var out strings.Builder
	if err := e.HTML(&out); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "%!") {
		t.Error("a piece of the page has other values than it wants")
	}
	return out.String()
}

// parsed reads a page as XML with HTML's void elements: each element with its attributes' names, and the text that
// is read, by the element it stands in.
func parsed(t *testing.T, source string) (shape string, said map[string][]string) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(source))
	dec.Strict, dec.AutoClose, dec.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var out strings.Builder
	var open []string
	said = map[string][]string{}
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return out.String(), said
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch of := token.(type) {
		case xml.StartElement:
			open = append(open, of.Name.Local)
			out.WriteString("<" + of.Name.Local)
			for _, a := range of.Attr {
				out.WriteString(" " + a.Name.Local)
				said["@"+a.Name.Local] = append(said["@"+a.Name.Local], a.Value)
			}
			out.WriteString("\n")
		case xml.EndElement:
			out.WriteString("/" + of.Name.Local + "\n")
			open = open[:len(open)-1]
		case xml.CharData:
			if text := strings.TrimSpace(string(of)); text != "" {
				in := open[len(open)-1]
				said[in] = append(said[in], text)
			}
		}
	}
}

// returning is a person who took the assessment twice before.
func returning() report.Export {
	e := aiming()
	for i, months := range []int{-9, -4} {
		r := e.Result
		r.Saved = day.AddDate(0, months, 0)
		r.Placement = placed(i+2, 0, .95)
		e.Earlier = append(e.Earlier, r)
	}
	e.Before = &e.Earlier[len(e.Earlier)-1]
	return e
}

// A page has the parts of the Markdown: the same headings, in their order.
func TestPageHasTheSameParts(t *testing.T) {
	for _, asked := range [][]string{nil, {"all"}} {
		e := returning().With(asked...)
		var want []string
		for line := range strings.Lines(markdown(t, e)) {
			if strings.HasPrefix(line, "#") {
				want = append(want, strings.TrimSpace(strings.TrimLeft(line, "#")))
			}
		}
		var got []string
		for _, m := range regexp.MustCompile(`<h([1-3])[^>]*>(.*)</h`).FindAllStringSubmatch(page(t, e), -1) {
			got = append(got, html.UnescapeString(m[2]))
		}
		if !slices.Equal(got, want) {
			t.Errorf("with %v:\n%q\nthe Markdown has\n%q", asked, got, want)
		}
	}
}

// Headings come in order, landmarks and a title are there, and what a person cannot see is told.
func TestPageForEverybody(t *testing.T) {
	source := page(t, returning())
	_, said := parsed(t, source)
	last := 0
	for _, m := range regexp.MustCompile(`<h([1-6])`).FindAllStringSubmatch(source, -1) {
		level := int(m[1][0] - '0')
		if level > last+1 || level == 1 && last != 0 {
			t.Errorf("a heading of level %d after one of level %d", level, last)
		}
		last = level
	}
	for _, want := range []string{`<html lang="en-GB">`, "<title>Where you stand on the path: Ruth</title>", "<header>", `<nav aria-label="On this page">`,
		`<main id="text"`, `<a class="skip" href="#text">`, `<figure class="path" role="img" aria-label="1, Problem Solver: passed. 2, Focal Point: `,
		`<figure class="over-time" role="img" aria-label="` + report.OverTimeInWords.String() + `">`, `<th role="rowheader" scope="row">craft</th>`} {
		if strings.Count(source, want) != 1 {
			t.Errorf("%s is there %d times", want, strings.Count(source, want))
		}
	}
	if links := said["@href"]; len(links) < 5 || slices.ContainsFunc(links, func(to string) bool {
		return !strings.Contains(source, ` id="`+strings.TrimPrefix(to, "#")+`"`)
	}) {
		t.Errorf("links lead to %q", links)
	}
	if svgs := strings.Count(source, "<svg "); svgs != strings.Count(source, `aria-hidden="true" focusable="false"`) || svgs != 2+6+2 {
		t.Errorf("%d pictures", svgs)
	}
}

// Nothing is fetched and nothing runs: the only thing a browser may load is the style, by its checksum.
func TestPageAsksNothing(t *testing.T) {
	source := page(t, returning())
	style := regexp.MustCompile(`(?s)<style>(.*)</style>`).FindStringSubmatch(source)[1]
	sum := sha256.Sum256([]byte(style))
	policy := html.UnescapeString(regexp.MustCompile(`Security-Policy" content="([^"]*)"`).FindStringSubmatch(source)[1])
	if want := fmt.Sprintf("default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'", base64.StdEncoding.EncodeToString(sum[:])); policy != want {
		t.Errorf("the policy is %s, want %s", policy, want)
	}
	shape, _ := parsed(t, source)
	for _, never := range []string{"<script", "<link", "<img", "<base", "<form", "<object", "<iframe", " src\n", " src ", " style", " on"} {
		if strings.Contains(shape, never) {
			t.Errorf("%q is on the page", never)
		}
	}
	for _, never := range []string{"url(", "@import", "http:", "https:"} {
		if strings.Contains(source, never) {
			t.Errorf("%q is on the page", never)
		}
	}
}

// Whatever a person or an author of questions writes, the page keeps its shape, and shows it.
func TestPageHoldsAnyWords(t *testing.T) {
	want, _ := parsed(t, page(t, withWords(t, "qwrt")))
	for _, words := range append(hostile, "</style>", "</title><script>alert(1)</script>", `" onload="alert(1)`, "' x='", "]]>", "<!-- ", "javascript:alert(1)",
		"{{.}}", "</svg><script>", strings.Repeat("W", 300)) {
		lines := strings.Split(harmless(words), "\n")
		if len(lines) != 1 || lines[0] == "" { // an empty text leaves its part out
			continue
		}
		got := page(t, withWords(t, words))
		for _, c := range got {
			if stages.Steers(c) {
				t.Fatalf("%q: %q reaches the reader", words, c)
			}
		}
		shape, said := parsed(t, got)
		if shape != want {
			t.Errorf("%q changes the shape of the page:\n%s", words, differ(shape, want))
		}
		if line := stages.OneLine(words); !slices.Contains(said["p"], line) || !slices.Contains(said["dd"], line) {
			t.Errorf("%q isn't shown as %q", words, line)
		}
	}
}

// The history is told where there is one: each result with its date, the last first, and what moved.
func TestResultsOverTime(t *testing.T) {
	e := returning()
	text, source := markdown(t, e), page(t, e)
	for _, out := range []string{text, source} {
		was := -1
		for _, words := range []string{"Results over time", "12 March 2026", "12 November 2025", "12 June 2025"} {
			at := strings.LastIndex(out[:strings.Index(out, "What to work on next</h2>")+strings.Index(out, "## What to work on next")+1], words)
			if at < was || at < 0 {
				t.Errorf("%q stands at %d, after %d", words, at, was)
			}
			was = at
		}
		if !strings.Contains(out, "Since 12 November 2025") {
			t.Error("what moved is missing")
		}
	}
	for _, words := range []string{">12 Jun 2025</text>", ">12 Nov 2025</text>", ">12 Mar 2026</text>"} {
		if !strings.Contains(source, words) {
			t.Errorf("%s is not drawn", words)
		}
	}
	e.Earlier = nil
	if strings.Contains(markdown(t, e)+page(t, e), "Results over time") {
		t.Error("one result is a history")
	}
}

// A result without a level that can be named is drawn over the levels it leaves open, and joined to none.
func TestUnclearResultsOverTime(t *testing.T) {
	marks := func(r stages.Placement) (lines, marks int) {
		e := returning()
		e.Earlier[1].Placement = r
		figure := regexp.MustCompile(`(?s)<figure class="over-time".*?</svg>`).FindString(page(t, e))
		return strings.Count(figure, `class="heavy"`), strings.Count(figure, "<circle")
	}
	for _, row := range []struct {
		when         string
		result       stages.Placement
		lines, marks int
	}{
		{"named", placed(3, 0, .95), 2, 2},
		{"unclear", inconsistent(1, 3), 0, 1},
		{"nothing scored", stages.Placement{}, 0, 1},
	} {
		if lines, marks := marks(row.result); lines != row.lines || marks != row.marks {
			t.Errorf("%s: %d lines and %d marks, want %d and %d", row.when, lines, marks, row.lines, row.marks)
		}
	}
}

// Results of one day, and many of them, are drawn without a date upon another.
func TestManyResultsOverTime(t *testing.T) {
	e := returning()
	for i := range 15 { // in June as well
		r := e.Earlier[0]
		r.Saved = r.Saved.AddDate(0, 0, i)
		e.Earlier = slices.Insert(e.Earlier, i+1, r)
	}
	if n := strings.Count(page(t, e), " Jun 2025</text>"); n != 2 {
		t.Errorf("%d dates in June, want one a picture", n)
	}
	for i := range e.Earlier {
		e.Earlier[i].Saved = e.Result.Saved
	}
	source := page(t, e)
	if n := strings.Count(source, ">12 Mar 2026</text>"); n != 2 {
		t.Errorf("%d dates for one day, want one a picture", n)
	}
	if regexp.MustCompile(` c?x="-`).MatchString(source) {
		t.Errorf("results of one day are outside the picture: %s", regexp.MustCompile(` c?x="-.*`).FindString(source))
	}
}

// A strand that is not assessed is dotted from end to end; the words beside a strip say what it leaves open.
func TestStripsOnAPage(t *testing.T) {
	e := exported(catalog(), "")
	source := page(t, e)
	strips := regexp.MustCompile(`(?s)<svg class="waymark-picture strip.*?</svg>`).FindAllString(source, -1)
	if len(strips) != 6 {
		t.Fatalf("%d strips", len(strips))
	}
	tall := fmt.Sprintf(`<line x1="%[1]d" y1="2" x2="%[1]d" y2="18"`, 8+30*(report.Target(e.Result.Placement)-1))
	for i, s := range e.Result.Placement.Strands {
		if strings.Count(strips[i], `y1="2"`) != 1 || !strings.Contains(strips[i], tall) {
			t.Errorf("%s: the longest tick is not at level %d:\n%s", s.ID, report.Target(e.Result.Placement), strips[i])
		}
		if marks := strings.Count(strips[i], `class="full"`); (marks == 1) != (s.Level != nil) {
			t.Errorf("%s has %d marks", s.ID, marks)
		}
		if says := report.StrandSpread(e.Result.Placement, s); says != "" && !strings.Contains(html.UnescapeString(source), `<span class="unseen">`+says+`</span>`) {
			t.Errorf("%s: %q is not told", s.ID, says)
		}
	}
	if key := report.StripKey(report.Target(e.Result.Placement)); strings.Count(source, key) != 1 {
		t.Errorf("%q is told %d times", key, strings.Count(source, key))
	}
}

// What nobody placed has a page too.
func TestPageWithoutALevel(t *testing.T) {
	c := catalog()
	r := attempt(c, stages.Stages, "", levels(nil)).Score(stages.NewBank(c), nil, day)
	e, _ := report.NewExport(map[string]session.Result{r.Assessment: r}, session.Plan{})
	if source := page(t, e); strings.Contains(source, "<svg") || !strings.Contains(source, "No level this time: everything was skipped.") {
		t.Error("a picture of nothing")
	}
}

// Links to the sections and a foot are there if they'd hold something.
func TestPageWithoutContentsOrFoot(t *testing.T) {
	e := returning().With("all")
	if source := page(t, e); !strings.Contains(source, "<nav") || strings.Contains(source, "<footer") {
		t.Error("a long page has no links to its sections, or a foot though nothing is left out")
	}
	if source := page(t, returning().With()); !strings.Contains(source, "<footer>\n<p>Left out: ") {
		t.Error("what's left out isn't told at the foot")
	}
	if source := page(t, report.Evidence{}); strings.Contains(source, "<nav") || strings.Count(source, "<h2") > 2 {
		t.Errorf("links to so few sections:\n%s", source)
	}
}

// A strand stands in its level, however far below the mean is, and what is open is dotted to the ends of its levels.
func TestStrandStandsInItsLevel(t *testing.T) {
	e := exported(catalog(), "")
	four := 4
	for _, row := range []struct {
		posterior   []float64
		mark, lines string
	}{
		{[]float64{.19, 0, 0, .81, 0}, `"M98 `, `<line x1="8" y1="10" x2="98" y2="10" class="heavy"/>`},
		{[]float64{0, 0, .4, .6, 0}, `"M101 `, `<line x1="68" y1="10" x2="101" y2="10" class="open"/>`},
		{[]float64{0, 0, 0, .6, .4}, `"M125 `, `<line x1="125" y1="10" x2="158" y2="10" class="open"/>`},
	} {
		e.Result.Placement.Strands[0] = stages.StrandResult{ID: "craft", Level: &four, Posterior: row.posterior}
		strip := regexp.MustCompile(`(?s)<svg class="waymark-picture strip.*?</svg>`).FindString(page(t, e))
		if !strings.Contains(strip, row.lines) || !strings.Contains(strip, row.mark) {
			t.Errorf("%v: want %s and %s in\n%s", row.posterior, row.mark, row.lines, strip)
		}
	}
}

// What's done is ticked, short labels stand beside their texts, and long ones over them.
func TestListsOnAPage(t *testing.T) {
	source := page(t, exported(catalog(), example))
	for want, times := range map[string]int{`<ul class="boxes">`: 1, `<li class="done"><strong>Show your next design yourself:</strong> done on 3 April 2026.<blockquote><p>Storage`: 1,
		`<li><strong>Show your next design yourself:</strong> by `: 1, `<ol class="levels">`: 1} {
		if n := strings.Count(source, want); n != times {
			t.Errorf("%s is there %d times", want, n)
		}
	}
	for label, class := range map[string]string{"Strongest proof": "beside", "The last time a customer insisted on a design you expected to fail, what happened?": "stacked"} {
		before, _, _ := strings.Cut(source, "<dt>"+label+"</dt>")
		if at := strings.LastIndex(before, "<dl class="); !strings.HasPrefix(before[at:], `<dl class="`+class+`">`) {
			t.Errorf("%q is not %s", label, class)
		}
	}
}
