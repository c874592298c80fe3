package report_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// onLadder is a result in the middle of a ladder of so many levels, with a strand at each.
func onLadder(levels int) session.Result {
	r := exported(catalog(), "").Result
	c := &r.Snapshot
	c.Levels, c.Strands = nil, nil
	for n := 1; n <= levels; n++ {
		c.Levels = append(c.Levels, stages.Level{Level: n, Name: fmt.Sprintf("Engineer for things of kind %d", n), Line: "What one does there"})
	}
	middle := (levels + 1) / 2
	p := stages.Placement{Level: at(middle), SpeaksFor: at(middle), Confidence: .9, Posterior: make([]float64, levels)}
	p.Posterior[middle-1], p.Posterior[levels-1] = .9, p.Posterior[levels-1]+.1
	p.Held = p.Posterior
	for n := 1; n <= levels; n++ {
		c.Strands = append(c.Strands, stages.Strand{ID: fmt.Sprint("s", n), Name: fmt.Sprint("strand ", n)})
		s := stages.StrandResult{ID: fmt.Sprint("s", n), Level: at(n), Posterior: make([]float64, levels)}
		s.Posterior[n-1] = 1
		p.Strands = append(p.Strands, s)
	}
	r.Placement = p
	return r
}

var (
	drawnTo = regexp.MustCompile(` x2="(\d+)"`)
	wide    = regexp.MustCompile(`viewBox="0 0 (\d+) `)
)

// TestEveryLadderFits holds that text, cards and pictures stay within their width with two to nine levels, and that
// the person's own level is named.
func TestEveryLadderFits(t *testing.T) {
	for levels := stages.MinLevels; levels <= stages.MaxLevels; levels++ {
		e := report.Export{Result: onLadder(levels)}
		var text strings.Builder
		if err := e.DrawnText(&text, 40, report.Inks{}); err != nil {
			t.Fatal(err)
		}
		card, svg := cards(t, e, false)
		for _, line := range strings.Split(text.String(), "\n") {
			if ansi.StringWidth(line) > 40 {
				t.Errorf("%d levels: %d columns: %s", levels, ansi.StringWidth(line), line)
			}
		}
		if want := fmt.Sprintf("Level %d of %d", *e.Result.Placement.Level, levels); !strings.Contains(report.Ahead(&e.Result.Snapshot, e.Result.Placement), want) {
			t.Errorf("%q is missing", want)
		}
		for _, line := range strings.Split(strings.TrimSpace(card), "\n") {
			if ansi.StringWidth(line) != 72 {
				t.Errorf("%d levels: a card of %d columns: %s", levels, ansi.StringWidth(line), line)
			}
		}
		width, _ := strconv.Atoi(wide.FindStringSubmatch(svg)[1])
		for _, x := range drawnTo.FindAllStringSubmatch(svg, -1) {
			if x, _ := strconv.Atoi(x[1]); x > width {
				t.Errorf("%d levels: a line to %d of %d", levels, x, width)
			}
		}
		// Twice more: as the level that the card is of, and in its title.
		if names := strings.Count(svg, ">Engineer for"); levels > 5 && names != 3 || levels <= 5 && names != levels+2 {
			t.Errorf("%d levels: %d names on the picture", levels, names)
		}
	}
}

// TestLevelBars gives each level a bar of its own, higher than the one below.
func TestLevelBars(t *testing.T) {
	for levels := stages.MinLevels; levels <= stages.MaxLevels; levels++ {
		bars := []rune(report.LevelBars(levels))
		for i := range bars[1:] {
			if low, high := strings.IndexRune("_▁▂▃▄▅▆▇█", bars[i]), strings.IndexRune("_▁▂▃▄▅▆▇█", bars[i+1]); low >= high {
				t.Errorf("%d levels: %s", levels, string(bars))
			}
		}
		if len(bars) != levels {
			t.Errorf("%d levels have %d bars", levels, len(bars))
		}
	}
	if got := report.LevelBars(5); got != "▁▂▄▆█" {
		t.Errorf("five levels are %s", got)
	}
}
