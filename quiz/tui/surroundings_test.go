package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// What the boxes are for stands over them, in front of the names of the axis, where there is room.
func TestBoxesAreNamedWhereThereIsRoom(t *testing.T) {
	for _, test := range []struct {
		width, height int
		named         bool
	}{{80, 24, true}, {120, 40, true}, {40, 12, false}} {
		m, _ := openAt(test.width, test.height)
		if roads := plain(mapped(m, stages.Crossroads)); strings.Contains(roads, markOpen+" to plan") != test.named {
			t.Errorf("%v: named %v:\n%s", test, !test.named, roads)
		}
		m = mapped(m, stages.Surroundings)
		if got := strings.Contains(plain(m), markOpen+" to plan"); got != test.named {
			t.Errorf("%v: named %v:\n%s", test, got, plain(m))
		}
		if m.layout.roomy && (m.boxKey(13) == "" || m.boxKey(12) != "") {
			t.Errorf("%v: it touches the axis, or leaves room unused", test)
		}
		scores := m.survey.result.Scores
		for i := range scores.Axes {
			helps := 1.0
			scores.Axes[i].Score = &helps
		}
		m.session.Plan.Items = nil
		if got := m.boxKey(40); got != "" {
			t.Errorf("%v: no row has a box, and yet %q", test, got)
		}
	}
}

// Each side of the workplace and each strength has its number in plain ink, the ninth and the tenth as the others, and 9 chooses a row.
func TestAllRowsAreNumbered(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		m, _ := openAt(size[0], size[1])
		winds := mapped(m, stages.Surroundings)
		sides := &winds.survey.result.Snapshot.Surroundings.Winds
		last := (*sides)[len(*sides)-1]
		last.ID = "one-more"
		*sides = append(*sides, last)
		strengths := press(finished(t, m), keys("esc 6")...)
		for name, p := range map[string]page{"surroundings": winds.surveyPage(), "strengths": strengths.strengthsPage()} {
			column := map[string]int{"surroundings": len(fmt.Sprint(len(*sides)))}[name]
			if name == "strengths" && m.layout.wide { // smaller layouts list too few at a time
				column = len(fmt.Sprint(len(strengths.strengths.list)))
			}
			for i, r := range p.rows {
				if number := fmt.Sprintf("%*d ", column, i+1); i != p.at.cursor && !strings.HasPrefix(r.lines[0].text, number) {
					t.Errorf("%v: row %d of the %s begins %q", size, i+1, name, r.lines[0].text)
				}
			}
		}
		if got := press(winds, "9").survey.cards.open; got != 8 {
			t.Errorf("%v: 9 opens side %d", size, got+1)
		}
		if got := press(strengths, "9").strengths.cards; got.cursor != 8 || got.open != 8 && !m.layout.wide { // which has all of it beside the list
			t.Errorf("%v: 9 opens strength %d", size, got.open+1)
		}
	}
}

// A small map of roads says in its head what the bars are of, and still of which day it is; and only a row with a box is one to plan.
func TestMapsSayWhatTheirMarksAre(t *testing.T) {
	m, _ := openAt(40, 12)
	if text := plain(mapped(m, stages.Crossroads)); !strings.Contains(strings.Split(text, "\n")[0], lineHeavy+lineHeavy+" appeal · 6 Apr 2026") {
		t.Errorf("no key of the bars:\n%s", text)
	}
	long := mapped(m, stages.Crossroads)
	long.survey.result.Snapshot.Crossroads.Title = "Eight Crossroads"
	if text := plain(long); !strings.HasPrefix(text, "  Eight Crossroads    ━━ appeal · 6 Apr\n") {
		t.Errorf("the year takes the room of a long title:\n%s", text)
	}
	m = mapped(resize(m, 160, 50), stages.Surroundings)
	for i, p := range m.places() {
		m.survey.cards.cursor = i
		if says := strings.Contains(plain(m), "Space to plan"); says != (p.step != nil) {
			t.Errorf("%s has a box: %v, and Space is said to be of use: %v", p.title, p.step != nil, says)
		}
	}
}

// A map that's as long as the screen keeps a blank line under its header and one over the keys, and all of it stands as the cursor moves:
// the result is told in brief, and what to do about a row is cut.
func TestMapsKeepTheirAir(t *testing.T) {
	for _, size := range [][2]int{{80, 23}, {80, 24}, {120, 40}, {160, 50}} {
		m, _ := openAt(size[0], size[1])
		m = mapped(m, stages.Surroundings)
		sides := m.survey.result.Snapshot.Surroundings.Winds
		for i := range sides {
			sides[i].Strands = []string{"voice"}[:max(0, 1-i)]
			sides[i].Negotiate = "Ask " + strings.Repeat("the people who may decide on it ", 4) + "for one answer."
		}
		more := sides[0]
		more.ID = "one-more"
		m.survey.result.Snapshot.Surroundings.Winds = slices.Concat(sides, []stages.Wind{more})
		m.survey.all = &report.Export{Surveys: []session.Result{*m.survey.result}}
		m.survey.all.Result.Placement = stages.Placement{Strands: []stages.StrandResult{{ID: "voice"}}, Next: []stages.NextStep{{Strand: "voice"}}}
		even := .5 // so that all that helps and holds back is named in two lines
		m.survey.result.Scores.Axes[1].Score = &even
		first := ""
		for range m.places() {
			rows := strings.Split(plain(m), "\n")
			if rows[2] != "" || strings.TrimRight(rows[size[1]-3], " │") != "" {
				t.Errorf("%v: no blank line at an end:\n%s", size, plain(m))
			}
			stands := strings.ReplaceAll(strings.Join(rows[:17], "\n"), "›", " ")
			if size[0] == 80 && first != "" && stands != first || !strings.Contains(stands, "It may make your next step harder") {
				t.Errorf("%v: the map has moved:\n%s", size, plain(m))
			}
			if on := m.places()[m.survey.cards.clamped(len(m.places())).cursor]; on.now != "" && !strings.Contains(plain(m), "Ask the people") && !strings.Contains(plain(m), "ead each plan") {
				t.Errorf("%v: nothing is said of what to do about %q:\n%s", size, on.title, plain(m))
			}
			first = stands
			m = press(m, "down")
		}
	}
}

// A card says at the end of its title's line whether what it says to do is in the plan, or on a small layout before it; the title and
// all below it stay on the left edge. The page of keys says what the mark means.
func TestCardsSayWhetherTheyArePlanned(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 23}, {80, 24}, {120, 40}, {160, 50}} {
		for _, assessment := range []string{stages.Crossroads, stages.Surroundings} {
			m, _ := openAt(size[0], size[1])
			m = mapped(m, assessment)
			for i, p := range m.places() {
				card := m.openPlace(i, m.places())
				marks, words := []string{"", ""}, []string{"", ""}
				switch {
				case p.step == nil:
				case m.layout.roomy:
					words = []string{markOpen + " not in your plan", markTicked + " in your plan"}
				default:
					marks = []string{markOpen, markTicked}
				}
				for j, card := range []Model{card, press(card, "space")} {
					said := strings.TrimRight(fmt.Sprintf("%s%*s", p.title, m.layout.list-lipgloss.Width(p.title), words[j]), " ")
					title := fmt.Sprintf("%*s%-2s%s", m.layout.left-2, "", marks[j], said)
					if text := columns(card)[0]; !strings.Contains(text, "\n"+title) {
						t.Errorf("%v: no %q in\n%s", size, title, text)
					}
				}
				if help := plain(resize(press(card, "?"), 80, 50)); p.step != nil && !strings.Contains(help, markOpen+" "+markTicked+"             not in your plan, in your plan") {
					t.Errorf("%v: its keys don't say what the mark means:\n%s", size, help)
				}
			}
		}
	}
}

// The axis of the sides is one line where they have air between them, from the first to the last; it crosses nothing that's said.
func TestAxisGoesThroughTheAir(t *testing.T) {
	for size, through := range map[[2]int]bool{{80, 24}: false, {80, 50}: false, {120, 24}: false, {120, 40}: true, {160, 50}: true} {
		m, _ := openAt(size[0], size[1])
		m = mapped(m, stages.Surroundings)
		for range m.places() {
			rows := strings.Split(columns(m)[0], "\n")
			first := slices.IndexFunc(rows, func(r string) bool { return strings.Contains(r, "Being heard") })
			last := slices.IndexFunc(rows, func(r string) bool { return strings.Contains(r, "Having a next step") })
			if air := last-first == 2*(len(m.places())-1); air != through {
				t.Fatalf("%v: air between the sides: %v\n%s", size, air, plain(m))
			}
			for i, r := range rows {
				middle := m.layout.left + m.windMiddle()
				goesOn := ansi.Cut(r, middle, middle+1) == lineUpright
				if between := through && i > first && i < last && (i-first)%2 == 1; goesOn != between {
					t.Errorf("%v: the axis goes on in row %d: %v\n%s", size, i, goesOn, plain(m))
				}
			}
			m = press(m, "down")
		}
	}
}
