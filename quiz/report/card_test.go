package report_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

func cards(t *testing.T, e report.Export, named bool) (text, svg string) {
	t.Helper()
	var asText, asSVG strings.Builder
	if err := errors.Join(e.CardText(&asText, named), e.CardSVG(&asSVG, named)); err != nil {
		t.Fatal(err)
	}
	return asText.String(), asSVG.String()
}

func TestCardText(t *testing.T) {
	text, _ := cards(t, exported(catalog(), example), true)
	golden.RequireEqual(t, []byte(text))
}

func TestCardSVG(t *testing.T) {
	_, svg := cards(t, exported(catalog(), example), true)
	golden.RequireEqual(t, []byte(svg))
}

// A card says how sure the level is, and names none where none is to be named.
func TestCardLevel(t *testing.T) {
	for _, row := range []struct {
		when   string
		result stages.Placement
		says   []string
	}{
		{"clear", placed(3, 0, .95), []string{"Design Partner, level 3", "Clear"}},
		{"likely", placed(2, 3, .75), []string{"Focal Point, level 2", "Likely"}},
		{"between", placed(3, 2, .55), []string{"Design Partner, level 3", "Between levels 2 and 3"}},
		{"held, with answers beyond", capped(stages.CapEvidence, 2, 3, nil, nil), []string{"Focal Point, level 2", "Likely; answers point to 3"}},
		{"held by want of a chance", capped(stages.CapNeeds, 1, 4, []string{"customer"}, map[string]int{"customer": 0}),
			[]string{"Problem Solver, level 1", "Provisional; answers point to 4", "customer  ┄┄┄┄┄┄┄┄┄┄ not assessed"}},
		{"inconsistent", inconsistent(1, 3), []string{"No level to name yet", "Answers from level 1 to 3"}},
		{"near one", inconsistent(2, 2), []string{"No level to name yet", "Answers near level 2"}},
		{"no level", stages.Placement{}, []string{"No level this time"}},
	} {
		r := answering(nil)
		r.Placement = row.result
		text, svg := cards(t, report.Export{Result: r}, false)
		for _, words := range row.says {
			if !strings.Contains(text, words) {
				t.Errorf("%s: %q is not on\n%s", row.when, words, text)
			}
		}
		if !strings.Contains(svg, ">"+row.says[0]+"<") {
			t.Errorf("%s: %q is not on\n%s", row.when, row.says[0], svg)
		}
		for _, out := range []string{text, svg} {
			if strings.Contains(out, "Next") {
				t.Errorf("%s: a next step without a plan:\n%s", row.when, out)
			}
		}
	}
}

// The next step is the open one that is due first.
func TestNextOnACard(t *testing.T) {
	e := exported(catalog(), example)
	late, soon := e.Plan.Items[1], e.Plan.Items[1]
	soon.Step.Title, soon.Step.Weeks, late.Step.Title = "Sooner", 1, "Later"
	e.Plan.Items = append(e.Plan.Items[:1], late, soon)
	if text, _ := cards(t, e, false); !strings.Contains(text, "│ Next: Sooner, by 19 March 2026 ") {
		t.Errorf("the next step is missing:\n%s", text)
	}
	done := day
	for i := range e.Plan.Items {
		e.Plan.Items[i].Done = &done
	}
	if text, _ := cards(t, e, false); strings.Contains(text, "Next") {
		t.Errorf("a step that is done:\n%s", text)
	}
}

// Nothing else of the person is on a card, and their name only where they say so.
func TestCardKeepsToItself(t *testing.T) {
	e := exported(catalog(), "Confidential of Lyon")
	for _, named := range []bool{false, true} {
		text, svg := cards(t, e, named)
		for _, out := range []string{text, svg} {
			for _, secret := range []string{"Confidential", "Lyon", "road", "workplace", "answer at", "expected to fail", "mentor"} {
				if strings.Contains(strings.ReplaceAll(out, "background", ""), secret) {
					t.Errorf("%q is on a card:\n%s", secret, out)
				}
			}
			if strings.Contains(out, "Ruth") != named {
				t.Errorf("named %v:\n%s", named, out)
			}
		}
	}
}

// Whatever a person or an author of questions writes, a card is a frame of one width, and well-formed XML of
// the same elements, with nothing in it that steers a terminal, runs, or is fetched.
func TestCardsHoldAnyWords(t *testing.T) {
	_, want := cards(t, worded("name"), true)
	for _, words := range append(hostile, "]]>", "<![CDATA[x]]>", "<?php ?>", "\" onload=\"alert(1)", "' x='", "&amp;&lt;&#x1b;[31m", "\ufffe\uffff\ufdd0",
		"</text><script>alert(1)</script>", "</svg>", "<style>@import url(https://a.example)</style>", strings.Repeat("長い", 90), strings.Repeat("W", 200)) {
		text, svg := cards(t, worded(words), true)
		for line := range strings.Lines(text) {
			if width := ansi.StringWidth(strings.TrimSuffix(line, "\n")); width != 72 {
				t.Errorf("%q: a line of %d columns: %s", words, width, line)
			}
		}
		for _, c := range text + svg {
			if stages.Steers(c) {
				t.Errorf("%q: %q reaches the reader", words, c)
			}
		}
		got, said := elements(t, svg)
		if expected, _ := elements(t, want); strings.TrimSpace(words) != "" && len(words) < 80 && stages.OneLine(words) != "" && got != expected {
			t.Errorf("%q changes the elements:\n%s\nwant\n%s", words, got, expected)
		}
		if line := stages.OneLine(words); len(line) < 12 && !strings.ContainsAny(line, "\ufffe\uffff") && !strings.Contains(said, line) {
			t.Errorf("%q is not read back", words)
		}
	}
}

// worded is a person whose words, and whose content's words, these are.
func worded(words string) report.Export {
	e := exported(catalog(), words)
	e.Result.Profile.Name = words
	for i := range e.Result.Snapshot.Levels {
		e.Result.Snapshot.Levels[i].Name = words
	}
	for i := range e.Result.Snapshot.Strands {
		e.Result.Snapshot.Strands[i].Name = words
	}
	step := e.Plan.Items[1].Step
	step.Title = words
	e.Plan.Items = []session.Item{{Step: step, Added: day}}
	return e
}

// elements parses XML and returns its elements, a line each with the names of their attributes, and its text.
func elements(t *testing.T, text string) (shape, said string) {
	t.Helper()
	var parts, seen strings.Builder
	dec := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return parts.String(), seen.String()
		}
		if err != nil {
			t.Fatalf("not well formed: %v\n%s", err, text)
		}
		switch token := token.(type) {
		case xml.StartElement:
			parts.WriteString(token.Name.Local)
			for _, a := range token.Attr {
				parts.WriteString(" " + a.Name.Local)
				if strings.Contains(a.Name.Local, "href") || strings.HasPrefix(a.Name.Local, "on") {
					t.Errorf("an attribute %s", a.Name.Local)
				}
			}
			parts.WriteByte('\n')
		case xml.CharData:
			seen.Write(token)
		}
	}
}
