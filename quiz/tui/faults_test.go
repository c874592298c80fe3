package tui

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/session"
	"waymark/stages"
)

// Each of these was seen in the program, or would be by the person who meets it.

func resize(m Model, width, height int) Model {
	next, _ := m.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return next.(Model)
}

// answeredAll is someone who answers every question so, with the built-in content.
func answeredAll(t *testing.T, who profile, width, height int) (Model, *shelf) {
	t.Helper()
	keep, bank := &shelf{}, builtin(t)
	cfg := config(width, height, keep)
	cfg.Session = session.New(bank, session.Saved{Results: []session.Result{sat(bank, stages.Stages, who, rand.New(rand.NewPCG(1, 1)), 60).Score(bank, nil, today)}})
	return New(cfg), keep
}

func TestWhyOfEveryProfile(t *testing.T) {
	for _, who := range profiles {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {100, 30}} {
			t.Run(fmt.Sprint(who.name, size), func(t *testing.T) {
				m, _ := answeredAll(t, who, size[0], size[1])
				for _, k := range keys("2 right right down down down up down down down down down") {
					m = press(m, k)
					check(t, who.name, m, size[0], size[1])
				}
			})
		}
	}
}

func TestWideningWhileOnALowRowOfWhy(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(finished(t, m), "right")
	for range 12 {
		m = press(m, "down")
	}
	m = resize(m, 120, 40)
	check(t, "widened", m, 120, 40)
	if m = press(m, "up"); m.on != onResult {
		t.Errorf("on %s", where(m))
	}
}

// With a new interview begun, the old result is told with its own answers, and changes none of the new.
func TestOldResultBesideANewInterview(t *testing.T) {
	m, keep := openAt(80, 24)
	now := today
	m.cfg.Now = func() time.Time { now = now.Add(20 * time.Second); return now }
	m = finished(t, m)
	taken, why := keep.finished[0], plain(press(m, "right"))
	m = press(m, keys("esc 3 1 2 esc")...)
	m = press(m, "4") // the last result
	if text := plain(m); !strings.Contains(text, "Your result of 6 April 2026") {
		t.Errorf("the old result says\n%s", text)
	}
	m = press(m, keys("down down enter")...)
	if text := plain(m); m.on != onReview || !strings.Contains(text, fmt.Sprintf("%d answers", len(taken.Interview.Answers))) {
		t.Errorf("Enter on a strand shows\n%s", text)
	}
	before := len(keep.saved)
	if m = press(m, "enter"); m.on != onReview || !strings.Contains(plain(m), "started a new interview") || len(keep.saved) != before {
		t.Errorf("an old answer is changed in the new interview:\n%s", plain(m))
	}
	if m = press(m, "1"); m.on != onResult {
		t.Errorf("going on from the old answers leads to %s", where(m))
	}
	if text := plain(press(m, "right")); text != why {
		t.Errorf("why says of the old result\n%s\nand said\n%s", text, why)
	}
	if m = press(m, keys("right down enter")...); m.on == onQuestion || !strings.Contains(plain(m), "started a new interview") {
		t.Errorf("why changes the new interview's answer:\n%s", plain(m))
	}
}

// What was typed or ticked is not lost by leaving the question, nor by the end of the program.
func TestNothingTypedIsLost(t *testing.T) {
	leave := map[string]string{"esc": "esc esc 1", "to the one before": "esc left right", "keys": "esc ? esc", "kept": "enter"}
	for name, way := range leave {
		t.Run(name, func(t *testing.T) {
			m, keep := openAt(80, 24)
			m = press(untilKind(press(m, "1", "1", "2"), stages.Checklist), keys("1 3 9 L y o n")...)
			at := m.session.Asking.Question.ID
			again := New(cfgOf(m, keep))
			again = press(again, "1")
			for front, m := range map[string]Model{"going " + name: press(m, keys(way)...), "starting again": again} {
				in := m.session.Input()
				if m.session.Asking.Question.ID != at || in.Text != "Lyon" || len(in.Ticked) != 2 {
					t.Errorf("%s: %+v at %s", front, in, m.session.Asking.Question.ID)
				}
			}
			press(m, keys("enter enter")...)
			given := keep.saved[len(keep.saved)-1].Interview.Answers[at]
			if given.Evidence != "Lyon" || len(given.Options) != 2 || len(keep.drafts) != 0 {
				t.Errorf("answered %+v, drafts %v", given, keep.drafts)
			}
		})
	}
}

// cfgOf is the program opened anew on what the store holds.
func cfgOf(m Model, keep *shelf) Config {
	cfg := config(m.layout.width, m.layout.height, keep)
	cfg.Session = session.New(m.session.Bank, session.Saved{Attempts: slices.Collect(maps.Values(keep.under)),
		Results: keep.finished, Plan: keep.plan, Drafts: keep.drafts})
	return cfg
}

func TestTypedPlanAndNameOutliveEsc(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(planned(t, m), keys("1 L y o n esc 3 R u t h esc")...)
	for _, m := range []Model{m, press(New(cfgOf(m, keep)), "1")} {
		m = press(m, "up", "up", "up")
		if a, b := press(m, "1"), press(m, "3"); !strings.Contains(plain(a), "Lyon") || !strings.Contains(plain(b), "Ruth") {
			t.Errorf("typed words are gone:\n%s\n%s", plain(a), plain(b))
		}
	}
	m, keep = openAt(80, 24)
	m = press(m, keys("1 4 A d a esc esc")...)
	if again := press(New(cfgOf(m, keep)), "1"); !strings.Contains(plain(again), "Ada") {
		t.Errorf("the name is gone:\n%s", plain(again))
	}
}

func TestDraftThatCannotBeKeptSaysSo(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(m, keys("1 1 9")...)
	keep.full = true
	if m = press(m, "L"); !strings.Contains(plain(m), "× Not saved") || m.session.Input().Text != "L" {
		t.Errorf("a draft that cannot be kept:\n%s", plain(m))
	}
	keep.full = false
	if m = press(m, "y"); strings.Contains(plain(m), "Not saved") || keep.drafts == nil {
		t.Errorf("after there is room:\n%s", plain(m))
	}
}

// A restart whose second half fails leaves a menu that every key can act on.
func TestRestartThatHalfFails(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(surveyed(m, "2", "need"), keys("esc 3 1 esc")...) // taken, and under way again
	m = press(m, "4")
	keep.full = true
	m = press(m, "enter", "enter", "enter", "down", "enter")
	check(t, "after a failed restart", m, 80, 24)
	if keep.abandoned != 1 {
		t.Errorf("set aside %d times", keep.abandoned)
	}
	keep.full = false
	if m = press(m, "3"); m.on != onQuestion {
		t.Errorf("on %s:\n%s", where(m), plain(m))
	}
}

// A row taller than the screen is read by scrolling.
func TestTallRowIsReadToItsEnd(t *testing.T) {
	words := make([]string, 90)
	for i := range words {
		words[i] = fmt.Sprintf("w%02dx", i)
	}
	m, keep := openAt(40, 12)
	m = planned(t, m)
	keep.plan.Items[0].Evidence = strings.Join(words, " ")
	m = press(New(cfgOf(m, keep)), "1")
	for range 40 {
		m = press(m, "up")
	}
	seen := ""
	for range 40 {
		check(t, "tall row", m, 40, 12)
		seen += plain(m)
		m = press(m, "down")
	}
	for _, w := range words {
		if !strings.Contains(seen, w) {
			t.Fatalf("%s is never seen", w)
		}
	}
	back := ""
	for range 50 {
		back += plain(m)
		m = press(m, "up")
	}
	for _, w := range words {
		if !strings.Contains(back, w) {
			t.Fatalf("%s is not seen on the way back", w)
		}
	}
}

func TestPastedLinesStayInTheirField(t *testing.T) {
	for _, way := range []string{"1 4", "1 1 9"} {
		m, _ := openAt(80, 24)
		m = press(m, keys(way)...)
		for range 3 {
			next, _ := m.Update(tea.PasteMsg{Content: "Ada\nLovelace\n\n\nand\nmore\n"})
			m = next.(Model)
			check(t, way, m, 80, 24)
			check(t, way, resize(m, 40, 12), 40, 12)
			m = resize(m, 80, 24)
		}
		if m = press(m, "ctrl+j", "enter"); way == "1 4" && !strings.HasPrefix(m.session.Setup.Profile.Name, "Ada Lovelace and more") {
			t.Errorf("the name is %q", m.session.Setup.Profile.Name)
		}
		check(t, way, m, 80, 24)
	}
}

// An old file, or content of someone's own, may hold what this content would not.
func TestOddTextsKeepTheirLines(t *testing.T) {
	for name, spoil := range map[string]func(*stages.Catalog){
		"long names": func(c *stages.Catalog) { each(c, func(q *stages.Question) { q.Short = strings.Repeat("word ", 80) }) },
		"line breaks": func(c *stages.Catalog) {
			each(c, func(q *stages.Question) { q.Short = "two\nlines" })
			c.Title = "a\nb"
		},
		"no names": func(c *stages.Catalog) {
			for i := range c.Strands {
				c.Strands[i].Name = ""
			}
		},
		"wide names": func(c *stages.Catalog) {
			c.Crossroads.Title, c.Crossroads.Line = "岐路", "どの道が、あなたを引きつけるか"
			for i := range c.Strands {
				c.Strands[i].Name = "überblick" + c.Strands[i].ID
			}
		},
	} {
		for _, size := range sizes {
			t.Run(fmt.Sprint(name, size), func(t *testing.T) {
				c := catalog()
				spoil(c)
				cfg := config(size[0], size[1], &shelf{})
				cfg.Session = session.New(stages.NewBank(c), session.Saved{})
				m := New(cfg)
				check(t, name, m, size[0], size[1])
				if name == "wide names" && size[0] >= 80 && !strings.Contains(plain(m), c.Crossroads.Line) {
					t.Errorf("what is said of the crossroads has gone:\n%s", plain(m))
				}
				m = finished(t, m)
				for _, k := range keys("right down down right down enter esc esc esc") {
					check(t, name, m, size[0], size[1])
					m = press(m, k)
				}
				m = press(m, "6", "1")
				if text := plain(m); name == "wide names" && (strings.ContainsRune(text, '\uFFFD') || !strings.Contains(strings.ToLower(text), "überblick")) {
					t.Errorf("a letter is cut:\n%s", text)
				}
			})
		}
	}
}

func each(c *stages.Catalog, do func(*stages.Question)) {
	for i := range c.Questions {
		do(&c.Questions[i])
	}
}

// A result on disk whose answers the content has since renamed is told in its own words.
func TestResultUnderNewerContent(t *testing.T) {
	m, keep := openAt(80, 24)
	finished(t, m)
	c := catalog()
	each(c, func(q *stages.Question) {
		for i := range q.Options {
			q.Options[i].ID += "-renamed"
		}
	})
	cfg := config(80, 24, &shelf{})
	cfg.Session = session.New(stages.NewBank(c), session.Saved{Results: keep.finished})
	m = press(New(cfg), keys("2 right down")...)
	if text := plain(m); strings.Contains(text, "none of these") || strings.Contains(text, "no longer") || !strings.Contains(text, "answer at 5") {
		t.Errorf("why says\n%s", text)
	}
}

// A survey's answers whose options the content has renamed are asked for again, and never break the result.
func TestSurveyUnderNewerContent(t *testing.T) {
	m, keep := openAt(80, 24)
	m = press(m, keys("2 1 1 1 esc")...)
	c := catalog()
	for i := range c.Crossroads.Questions {
		for j := range c.Crossroads.Questions[i].Options {
			o := &c.Crossroads.Questions[i].Options[j]
			o.ID += "-renamed"
			for axis := range o.Weights {
				o.Weights[axis] = 2
			}
		}
	}
	cfg := cfgOf(m, keep)
	cfg.Session = session.New(stages.NewBank(c), session.Saved{Attempts: keep.saved[len(keep.saved)-1:]})
	m = press(New(cfg), keys("2 1 1 1 1 1 1 1 down enter")...)
	check(t, "renamed", m, 80, 24)
}

func TestScoresOffTheScaleAreDrawn(t *testing.T) {
	m, _ := openAt(80, 24)
	for _, score := range []float64{-1, 0, 1, 7} {
		if got := len([]rune(ansi.Strip(m.meter(score, true, 20)))); got != 20 {
			t.Errorf("a score of %v is %d columns", score, got)
		}
		if got := len([]rune(ansi.Strip(m.axis(score, true, 8)))); got != 17 {
			t.Errorf("on an axis, a score of %v is %d columns", score, got)
		}
	}
}

// On a small screen a survey says what it's about in whole sentences, as many as a few lines hold.
func TestAboutInWholeSentences(t *testing.T) {
	m := resize(New(config(80, 24, &shelf{})), 40, 12)
	long := "One sentence of this is enough. " + strings.Repeat("Others are many words, and all of them are for the page of keys. ", 6)
	text := ""
	for _, l := range m.about(strings.TrimSpace(long), 4) {
		text += l.text + " "
	}
	if !strings.HasPrefix(text, "One sentence of this is enough. ") || !strings.HasSuffix(strings.TrimSpace(text), ".") || strings.Contains(text, ellipsis) ||
		len(m.about(long, 4)) > 4 {
		t.Errorf("%q", text)
	}
	if got := m.about("Short. And whole.", 4); len(got) != 1 {
		t.Errorf("%v", got)
	}
}
