package report_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/report"
	"waymark/stages"
)

func TestTextKeepsToItsWidth(t *testing.T) {
	for width := 30; width <= 70; width += 4 {
		var out strings.Builder
		w := exported(catalog(), strings.Repeat("設計は一緒に描き直しました", 20)+" "+strings.Repeat("x", 200))
		if err := w.Text(&out, width); err != nil {
			t.Fatal(err)
		}
		if err := w.PlanText(&out, width, day); err != nil {
			t.Fatal(err)
		}
		for l := range strings.Lines(out.String()) {
			if l = strings.TrimSuffix(l, "\n"); ansi.StringWidth(l) > width || strings.HasSuffix(l, " ") {
				t.Errorf("at %d: %q", width, l)
			}
		}
	}
}

// A name that leaves no room beside it, in a language that writes long words, has a line of its own.
func TestLongNamesOfStrandsKeepToTheWidth(t *testing.T) {
	c := catalog()
	c.Strands[0].Name, c.Strands[1].Name = strings.Repeat("工", 18), "Verantwortungsbewusstsein"
	c.Strands[2].Name = strings.Repeat("工", 8)
	e := report.Export{Result: answering(stages.Answers{"craft-1": picked("at-2", ""), "customer-1": picked("at-3", ""), "design-1": picked("at-4", "")})}
	e.Result.Placement, e.Result.Snapshot = strandsAt(2, 3, 4), *c
	var out strings.Builder
	if err := e.Text(&out, 40); err != nil {
		t.Fatal(err)
	}
	for l := range strings.Lines(out.String()) {
		if ansi.StringWidth(strings.TrimSuffix(l, "\n")) > 40 {
			t.Errorf("too wide: %q", l)
		}
	}
	want := `  Three strands, compared with level 3
  ` + strings.Repeat("工", 18) + `
                      2, one below 3
                      You did what is
                      done at 2. Level 3
                      here: You weigh.
  Verantwortungsbewusstsein
                      3, reaches 3
                      You did what is
                      done at 3. Level 4
                      here: You direct.
  ` + strings.Repeat("工", 8) + `    4, one above 3
                      You did what is
                      done at 4. Level 5
                      here: You frame
                      what nobody owns.
`
	if !strings.Contains(out.String(), want) {
		t.Errorf("%s\nwant in it\n%s", out.String(), want)
	}
}

func TestWrapped(t *testing.T) {
	for _, row := range []struct{ first, rest, text, want string }{
		{"- ", "  ", "one two three four", "- one two three\n  four\n"},
		{"", "    ", "one two three four", "one two\n    three four\n"},
		{"1. ", "", "steered \x1b[31mred\x07\u202e\r\nhere", "1. steered\n[31mred here\n"},
		{"- ", "  ", "", "-\n"},
		{"1234567890123456 ", "", "one two three", "1234567890123456 one two\nthree\n"}, // ten columns are kept for the text
	} {
		if got := report.Wrapped(row.first, row.rest, row.text, 16); got != row.want {
			t.Errorf("%q, want %q", got, row.want)
		}
	}
}
