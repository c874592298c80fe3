package tui

import (
	"flag"
	"fmt"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"waymark/quiz/session"
	"waymark/stages"
)

// TestMain lets garbage lie longer: these tests make much of it, and there is memory enough.
func TestMain(m *testing.M) {
	debug.SetGCPercent(1000)
	m.Run()
}

type scene struct {
	name  string
	reach func(t *testing.T, m Model) Model
}

// scenes are the screens, each reached by keys from home.
var scenes = []scene{
	{"home-first", func(_ *testing.T, m Model) Model { return m }},
	{"profile", func(_ *testing.T, m Model) Model { return press(m, keys("1 2 2 3 down")...) }},
	{"profile-name", func(_ *testing.T, m Model) Model { return press(m, keys("1 4 A d a")...) }},
	{"ladder", func(_ *testing.T, m Model) Model { return press(untilKind(m, stages.Ladder), "down") }},
	{"checklist", func(_ *testing.T, m Model) Model { return press(untilKind(m, stages.Checklist), keys("1 3")...) }},
	{"frequency", func(_ *testing.T, m Model) Model { return untilKind(m, stages.Frequency) }},
	{"answered-before", func(_ *testing.T, m Model) Model { return press(untilKind(m, stages.Ladder), keys("2 left")...) }},
	{"why-unfolded", func(_ *testing.T, m Model) Model { return press(untilKind(m, stages.Ladder), "tab") }},
	{"skip", func(_ *testing.T, m Model) Model { return press(untilKind(m, stages.Ladder), keys("0 down")...) }},
	{"example", func(_ *testing.T, m Model) Model { return press(untilKind(m, stages.Ladder), keys("9 L y o n")...) }},
	{"home-under-way", func(_ *testing.T, m Model) Model {
		return press(untilKind(m.answerTwo(), stages.Ladder), keys("esc down down enter")...)
	}},
	{"review-under-way", func(_ *testing.T, m Model) Model { return press(m.answerTwo(), keys("esc 2")...) }},
	{"result-where", finished},
	{"result-second", func(t *testing.T, m Model) Model { return press(finished(t, m), keys("right down")...) }},
	{"result-third", func(t *testing.T, m Model) Model { return press(finished(t, m), keys("right right down")...) }},
	{"result-last", func(t *testing.T, m Model) Model {
		return press(finished(t, m), keys("right right right enter tab")...)
	}},
	{"result-capped", noCustomers},
	{"result-nothing", skipAll},
	{"review-finished", func(t *testing.T, m Model) Model { return press(finished(t, m), keys("down enter down")...) }},
	{"home-returning", func(t *testing.T, m Model) Model { return press(finished(t, m), "esc") }},
	{"home-dashboard", comesBack},
	{"home-unclear", func(t *testing.T, m Model) Model { return press(skipAll(t, m), "esc") }},
	{"arrival-walking", arrived},
	{"arrival", func(t *testing.T, m Model) Model { return press(arrived(t, m), "up") }},
	{"level", func(t *testing.T, m Model) Model { return press(finished(t, m), "tab") }},
	{"next-steps-another", func(t *testing.T, m Model) Model { return press(nextTab(finished(t, m)), "9") }},
	{"next-steps-short", func(t *testing.T, m Model) Model { return press(nextTab(finished(t, m)), "0") }},
	{"plan-empty", func(t *testing.T, m Model) Model { return press(finished(t, m), keys("esc 1")...) }},
	{"next-steps-taken-on", func(t *testing.T, m Model) Model { return press(nextTab(finished(t, m)), keys("space down space")...) }},
	{"plan", planned},
	{"plan-whole", func(t *testing.T, m Model) Model { return press(planned(t, m), keys("down tab")...) }},
	{"plan-mentor", func(t *testing.T, m Model) Model { return press(planned(t, m), keys("3 R u t h enter")...) }},
	{"plan-note", func(t *testing.T, m Model) Model { return press(planned(t, m), keys("1 L y o n")...) }},
	{"example-noted", func(_ *testing.T, m Model) Model {
		return press(untilKind(withNotes(m, "Lyon", "The storage review in June, which their operations lead asked for by name"), stages.Ladder), "9")
	}},
	{"plan-noted", func(t *testing.T, m Model) Model { return press(planned(t, withNotes(m, "Lyon")), keys("2 up")...) }},
	{"plan-done", func(t *testing.T, m Model) Model { return press(planned(t, m), keys("down space")...) }},
	{"plan-moved", func(t *testing.T, m Model) Model { return press(planned(t, m), keys("down right right")...) }},
	{"plan-overdue", func(t *testing.T, m Model) Model {
		m = planned(t, m)
		m.cfg.Now = func() time.Time { return today.AddDate(0, 0, 50) }
		return press(m, "down")
	}},
	{"home-check-in", checkInDue},
	{"home-talk", func(t *testing.T, m Model) Model {
		m = press(planned(t, m), keys("3 R u t h enter right esc")...)
		m.cfg.Now = func() time.Time { return today.AddDate(0, 0, 9) }
		return m.goHome()
	}},
	{"plan-talk", func(t *testing.T, m Model) Model {
		m = press(planned(t, m), keys("3 R u t h enter right esc")...)
		m.cfg.Now = func() time.Time { return today.AddDate(0, 0, 9) }
		return press(m.goHome(), "1")
	}},
	{"check-in", func(t *testing.T, m Model) Model { return press(checkInDue(t, m), "1") }},
	{"check-in-evidence", func(t *testing.T, m Model) Model { return press(checkInDue(t, m), keys("1 2 L y o n")...) }},
	{"check-in-in-the-way", func(t *testing.T, m Model) Model { return press(checkInDue(t, m), keys("1 3 down down")...) }},
	{"check-in-mentor", func(t *testing.T, m Model) Model { return press(checkInDue(t, m), keys("1 3 2 down")...) }},
	{"check-in-next", func(t *testing.T, m Model) Model { return press(checkInDue(t, m), keys("1 3 2 3 down")...) }},
	{"plan-checked-in", func(t *testing.T, m Model) Model { return press(checkInDue(t, m), keys("1 3 2 1 2")...) }},
	{"plan-take-out", func(t *testing.T, m Model) Model { return press(planned(t, m), "9") }},
	{"crossroads-lobby", func(_ *testing.T, m Model) Model { return press(m, "2") }},
	{"crossroads-question", func(_ *testing.T, m Model) Model { return press(m, "2", "1") }},
	{"crossroads-result", func(_ *testing.T, m Model) Model { return surveyed(m, "2", "need") }},
	{"crossroads-card", func(_ *testing.T, m Model) Model { return press(surveyed(m, "2", "away"), "enter") }},
	{"surroundings-result", func(t *testing.T, m Model) Model {
		return press(surveyed(press(finished(t, m), "esc"), "5", "lost"), "enter")
	}},
	{"result-and-surroundings", func(t *testing.T, m Model) Model {
		return press(surveyed(press(finished(t, m), "esc"), "5", "lost"), keys("esc esc 2")...)
	}},
	{"crossroads-many", func(_ *testing.T, m Model) Model { return mapped(m, stages.Crossroads, "down") }},
	{"crossroads-wish", func(_ *testing.T, m Model) Model { return mapped(m, stages.Crossroads, "G") }},
	{"surroundings-many", func(_ *testing.T, m Model) Model { return mapped(m, stages.Surroundings, "down", "space") }},
	{"strengths-list", func(t *testing.T, m Model) Model { return press(finished(t, m), keys("esc 6 down")...) }},
	{"strengths", func(t *testing.T, m Model) Model { return press(finished(t, m), keys("esc 6 enter")...) }},
	{"keys", func(_ *testing.T, m Model) Model { return press(m, "?") }},
	{"keys-question", func(_ *testing.T, m Model) Model { return press(untilKind(m, stages.Checklist), "?") }},
	{"keys-result", func(t *testing.T, m Model) Model { return press(finished(t, m), "?") }},
	{"go-to", func(t *testing.T, m Model) Model { return press(finished(t, m), "/", "down") }},
	{"go-to-typed", func(t *testing.T, m Model) Model { return press(finished(t, m), keys("/ d e s i")...) }},
	{"result-strand", func(t *testing.T, m Model) Model { return press(strandsTab(finished(t, m)), keys("down down")...) }},
	{"replay", func(t *testing.T, m Model) Model {
		return press(whyTab(finished(t, m)), keys("r right right right")...)
	}},
	{"history", func(t *testing.T, m Model) Model { return inHistory(t, m, "down space") }},
	{"history-moved", func(t *testing.T, m Model) Model { return inHistory(t, m, "tab") }},
	{"history-one", func(t *testing.T, m Model) Model {
		return press(finished(t, m), keys("/ o v e r space t i m e enter")...)
	}},
	{"home-welcome", func(t *testing.T, m Model) Model {
		m = overYear(t, m)
		m.session.Plan.Items[0].Done = nil
		m.cfg.Now = func() time.Time { return today.AddDate(0, 0, 100) }
		return m.goHome()
	}},
	{"home-welcome-under-way", func(t *testing.T, m Model) Model {
		m = overYear(t, m)
		m.session.Plan.Items[0].Done = nil
		m.cfg.Now = func() time.Time { return today.AddDate(0, 0, 100) }
		return press(press(m.goHome(), keys("5 1")...).answerAt(3).answerAt(4), "esc")
	}},
	{"arrival-again", func(t *testing.T, m Model) Model { return press(overYear(t, m).openArrival(), "up") }},
	{"result-again", func(t *testing.T, m Model) Model { return press(overYear(t, m), "2") }},
	{"observer-first", func(_ *testing.T, m Model) Model { return observing(m) }},
	{"observer-question", func(_ *testing.T, m Model) Model { return press(observing(m), keys("1 down")...) }},
	{"observer-example", func(_ *testing.T, m Model) Model { return press(observing(m), keys("1 9 J u n e")...) }},
	{"observer-review", func(_ *testing.T, m Model) Model { return press(observing(m), keys("1 0 0 esc 2")...) }},
	{"observer-done", func(_ *testing.T, m Model) Model { return press(observing(m), keys("1 0 0 0")...) }},
	{"keys-observer", func(_ *testing.T, m Model) Model { return press(observing(m), keys("1 ?")...) }},
	{"compare", compared},
	{"compare-talk", func(t *testing.T, m Model) Model { return press(compared(t, m), "1") }},
	{"compare-agreement", func(t *testing.T, m Model) Model { return press(compared(t, m), "4") }},
	{"compare-blind-spots", func(t *testing.T, m Model) Model { return press(compared(t, m), "5") }},
	{"result-why-later", func(t *testing.T, m Model) Model { return press(finished(t, m), keys("right G")...) }},
}

// checkInDue is home seven weeks later, with a step that is overdue, a mentor and a day to check in that has come.
func checkInDue(t *testing.T, m Model) Model {
	m = press(planned(t, m), keys("3 R u t h enter down down right esc")...)
	m.cfg.Now = func() time.Time { return today.AddDate(0, 0, 50) }
	return m.goHome()
}

func (m Model) answerTwo() Model { return press(m, "1", "1").answerAt(3).answerAt(4) }

// untilKind begins, and answers until a question of a kind shows.
func untilKind(m Model, kind stages.Kind) Model {
	if m.on != onQuestion {
		m = press(m, "1", "1")
	}
	for range 20 {
		if m.session.Asking.Question.Kind == kind {
			return m
		}
		m = m.answerAt(2)
	}
	return m
}

// finished is someone who answered at level 2, but for one strand far ahead.
func finished(t *testing.T, m Model) Model {
	t.Helper()
	if m.session.Bank != bank() || m.session.Underway(stages.Stages) {
		return answeredFully(t, m)
	}
	r := finishedOnce()
	keep := m.cfg.Store.(*shelf)
	keep.saved, keep.finished = append(keep.saved, r.Attempt), append(keep.finished, r)
	m.session = m.session.In(stages.Stages)
	m.session.Results = map[string]session.Result{stages.Stages: r}
	return m.openResult()
}

// finishedOnce is the result of that person, which many tests begin from.
var finishedOnce = sync.OnceValue(func() session.Result {
	m, keep := openAt(80, 24)
	answeredFully(nil, m)
	return keep.finished[0]
})

func answeredFully(t *testing.T, m Model) Model {
	m = press(m, "1", "1")
	for range 40 {
		if m.on != onQuestion {
			return seeAll(m)
		}
		level := 2
		if m.session.Asking.Question.Strand == "trust" {
			level = 5
		}
		m = m.answerAt(level)
	}
	t.Fatal("the interview does not end")
	return m
}

func whyTab(m Model) Model {
	for m.tabs()[m.tabIndex()] != tabWhy {
		m = press(m, "right")
	}
	return m
}

// seeAll goes on from where a new result is told to all of it.
func seeAll(m Model) Model {
	if m.on == onArrival {
		return press(m, "1")
	}
	return m
}

// strandsTab is the part of the result that has the strands.
func strandsTab(m Model) Model {
	if slices.Contains(m.tabs(), tabStrands) {
		return press(m, "right")
	}
	return m
}

// arrived is someone who has just given the last answer.
func arrived(t *testing.T, m Model) Model {
	t.Helper()
	m = finished(t, m)
	return m.openArrival()
}

// comesBack is someone with two results, a step overdue, and both surveys taken.
func comesBack(t *testing.T, m Model) Model {
	t.Helper()
	m = press(nextTab(finished(t, m)), keys("space down space esc")...)
	m = press(surveyed(press(surveyed(m, "4", "need"), keys("esc esc")...), "5", "lost"), keys("esc esc")...)
	before := m.session.Results[stages.Stages]
	before.Saved = today.AddDate(0, -5, 0)
	one := 1
	before.Placement.Level = &one
	before.Placement.Strands = slices.Clone(before.Placement.Strands)
	before.Placement.Strands[3].Level = &one
	m.session.Previous = &before
	m.session.Plan.Items[0].Added = today.AddDate(0, 0, -3-7*m.session.Plan.Items[0].Step.Weeks)
	return m.goHome()
}

func nextTab(m Model) Model {
	for m.tabs()[m.tabIndex()] != tabNext {
		m = press(m, "right")
	}
	return m
}

// planned takes two steps on and does the first.
func planned(t *testing.T, m Model) Model {
	t.Helper()
	return press(nextTab(finished(t, m)), keys("space down space esc 1 space esc")...)
}

// surveyed takes the survey of a row of home, with one answer throughout.
func surveyed(m Model, row, option string) Model {
	m = press(m, row, "1")
	for range 10 {
		if m.on != onQuestion {
			break
		}
		for i, o := range m.session.Asking.Order {
			if m.session.Asking.Question.Options[o].ID == option {
				m = press(m, fmt.Sprint(i+1))
				break
			}
		}
	}
	return m
}

// mapped is the map of a survey with eight roads, or nine sides of a workplace, of which some are quiet.
func mapped(m Model, assessment string, keys ...string) Model {
	c := catalog()
	scores := stages.SurveyScores{}
	score := func(axis string, value float64) {
		scores.Axes = append(scores.Axes, stages.AxisScore{ID: axis, Score: &value})
	}
	road, wind := c.Crossroads.Roads[0], c.Surroundings.Winds[0]
	c.Crossroads.Roads, c.Surroundings.Winds = nil, nil
	for i, name := range []string{"Support and Service Leadership", "Product Management", "Software Engineering", "Technical Expert",
		"Engineering Management", "Operations and Reliability", "Mastery Where You Are", "Customer-Facing Technical Work"} {
		road.ID, road.Name = fmt.Sprint("road-", i), name
		road.Try = "Take ten requests from recent weeks and talk to two of the people behind them. Write one page."
		c.Crossroads.Roads = append(c.Crossroads.Roads, road)
		if i < 7 {
			score(road.PullAxis(), []float64{.7, .6, .41, .35, .2, .1, 0}[i])
			score(road.ReadyAxis(), []float64{.7, .3, .5, .35, .2, .1, 1}[i])
		}
	}
	score(stages.PushAxis, .45)
	for i, name := range []string{"Being heard", "Knowing the plans", "Learning from incidents", "Your workload", "Automation", "Having a sponsor",
		"Your team's goals", "Time to fix causes", "Having a next step"} {
		wind.ID, wind.Name = fmt.Sprint("wind-", i), name
		wind.Negotiate = "Ask the product owner for the next two quarters on one page, and half an hour when it changes. Offer more."
		wind.Tailwind = "You hear what is coming. Use that: read each plan for what it will mean to your customers. Tell its owner."
		c.Surroundings.Winds = append(c.Surroundings.Winds, wind)
		if i < 8 {
			score(wind.ID, []float64{.1, .9, .4, .5, .45, .56, 1, .6}[i])
		}
	}
	m.session = m.session.In(assessment)
	m.session.Results = map[string]session.Result{assessment: {Attempt: session.Attempt{Assessment: assessment, Saved: today}, Scores: &scores, Snapshot: *inLetters(c)}}
	return press(m.openSurvey(), keys...)
}

// noCustomers is someone deep in the craft who never met a customer.
func noCustomers(t *testing.T, m Model) Model {
	t.Helper()
	m = press(m, "1", "1")
	for range 40 {
		switch {
		case m.on != onQuestion:
			return seeAll(m)
		case m.session.Asking.Question.Strand == "customer" || m.session.Asking.Question.Strand == "trust":
			m = press(m, "0", "1")
		default:
			m = m.answerAt(4)
		}
	}
	t.Fatal("the interview does not end")
	return m
}

func skipAll(t *testing.T, m Model) Model {
	t.Helper()
	m = press(m, "1", "1")
	for range 40 {
		if m.on != onQuestion {
			return m
		}
		m = press(m, "0", "3")
	}
	t.Fatal("the interview does not end")
	return m
}

var sizes = [][2]int{{40, 12}, {80, 24}, {120, 40}}

// TestScreens holds every screen, at the three sizes, to a picture in text.
func TestScreens(t *testing.T) {
	for _, size := range sizes {
		for _, scene := range scenes {
			t.Run(fmt.Sprintf("%s-%dx%d", scene.name, size[0], size[1]), func(t *testing.T) {
				m, _ := openAt(size[0], size[1])
				golden.RequireEqual(t, []byte(plain(scene.reach(t, m))))
			})
		}
	}
}

// TestTwoColumns holds the screens that have most to show to a picture of the widest layout.
func TestTwoColumns(t *testing.T) {
	for _, name := range []string{"home-dashboard", "home-returning", "result-where", "result-strand", "result-second", "result-last", "level", "review-finished"} {
		i := slices.IndexFunc(scenes, func(s scene) bool { return s.name == name })
		t.Run(name, func(t *testing.T) {
			m, _ := openAt(160, 50)
			golden.RequireEqual(t, []byte(plain(scenes[i].reach(t, m))))
		})
	}
}

// Nothing above the strands moves while the cursor goes from one to the next.
func TestStrandsStandStill(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(finished(t, m), "down")
	strands := &m.result.shown.Result.Snapshot.Strands
	*strands = slices.Clone(*strands)
	(*strands)[3].At = []string{"", "", strings.Repeat("You weigh what each costs. ", 9), "", ""} // one has more to tell
	places := map[int]bool{}
	for range m.placement().Strands {
		before, _, _ := strings.Cut(plain(m), "Six strands")
		places[strings.Count(before, "\n")] = true
		m = press(m, "down")
	}
	if len(places) != 1 {
		t.Errorf("the strands begin in the rows %v", places)
	}
}

// What's below the bars of why keeps its row as the cursor moves over them, each with its answer under it.
func TestRowsStay(t *testing.T) {
	for _, size := range [][2]int{{leastWidth, leastHeight}, {80, 24}} {
		m, _ := openAt(size[0], size[1])
		why := whyTab(finished(t, m))
		below, last := rowOf(why, "Replay it"), len(why.placement().Why)-1
		_, rows := why.reasons()
		for i := range last {
			on := why.result.shown.Result.Question(rows[i].questions[0])
			if rowOf(why, "  "+why.answerName(on)[:9]) != rowOf(why, on.Name())+1 {
				t.Errorf("the answer to %q doesn't stand under it:\n%s", on.Name(), plain(why))
			}
			if rowOf(why, "Replay it") != below && size[0] > leastWidth {
				t.Errorf("what's below the bars moves:\n%s", plain(why))
			}
			why = press(why, "down")
		}
	}
}

// rowOf is the row of the screen that a text is in, or −1.
func rowOf(m Model, text string) int {
	return slices.IndexFunc(strings.Split(plain(m), "\n"), func(row string) bool { return strings.Contains(row, text) })
}

// Home never has a pane that runs out of sight: the arrows do not scroll it.
func TestHomeShowsItsPaneWhole(t *testing.T) {
	for _, size := range [][2]int{{116, 24}, {120, 24}, {120, 40}, {150, 24}, {160, 50}} {
		m, _ := openAt(size[0], size[1])
		m = comesBack(t, m)
		m.session.Plan.Items = slices.Clone(m.session.Plan.Items)
		m.session.Plan.Items[0].Step.Leaves = strings.Repeat("A page with all that was said. ", 9)
		if text := plain(m); hides(m) || !strings.Contains(text, "This week") || !strings.Contains(text, "up one level; voice up one") {
			t.Errorf("%v:\n%s", size, text)
		}
	}
}

// The parts of a level are a list with the text from the one under the cursor on beside it, as far as there's room, and what
// stands beside that level at the end of the list. A long text is scrolled.
func TestLevelBesideItsParts(t *testing.T) {
	for size, want := range map[[2]int]int{{160, 50}: 2, {160, 22}: 2, {120, 50}: 2, {80, 24}: 2, {40, 12}: 1} {
		m, _ := openAt(size[0], size[1])
		m = press(finished(t, m), "tab")
		levels := slices.Clone(m.result.shown.Result.Snapshot.Levels)
		m.result.shown.Result.Snapshot.Levels = levels
		levels[1].About = strings.Repeat("People bring you what nobody else has solved. ", 48) + "That was the last."
		if got := strings.Contains(plain(m), lineUpright); got != (want > 1) {
			t.Errorf("%v has a text beside the list: %v\n%s", size, got, plain(m))
		}
		later := press(m, "3")
		if text := plain(later); want > 1 && (!strings.Contains(text, "next problem is waiting") || !strings.Contains(text, "Somebody to serve") || strings.Contains(text, "The best hour")) {
			t.Errorf("%v doesn't read on from the row under the cursor:\n%s", size, text)
		}
		open := m
		for range 120 {
			if strings.Contains(plain(open), "the last.") {
				break
			}
			open = press(open, "down")
		}
		if !strings.Contains(plain(open), "the last.") {
			t.Errorf("%v never shows the end:\n%s", size, plain(open))
		}
		if last := press(m, "end"); !strings.Contains(plain(last), "Reach") {
			t.Errorf("%v does not list the strands:\n%s", size, plain(last))
		}
	}
}

// TestInks holds the inks of three screens: dark, light, and with no colour at all. Nothing may move
// when colour arrives.
func TestInks(t *testing.T) {
	inks := map[string]func(*Config){
		"dark":     func(c *Config) { yes := true; c.Dark = &yes },
		"light":    func(c *Config) { no := false; c.Dark = &no },
		"unknown":  func(*Config) {},
		"no-color": func(c *Config) { yes := true; c.Dark, c.Colour = &yes, false },
	}
	for _, scene := range []int{3, 4, 12} {
		bare, _ := openAt(80, 24)
		want := plain(scenes[scene].reach(t, bare))
		for name, set := range inks {
			t.Run(scenes[scene].name+"-"+name, func(t *testing.T) {
				cfg := config(80, 24, &shelf{})
				set(&cfg)
				m := scenes[scene].reach(t, New(cfg))
				if got := plain(m); got != want {
					t.Errorf("something moved:\n%s\nwant:\n%s", got, want)
				}
				golden.RequireEqual(t, []byte(visible(m.View().Content)))
			})
		}
	}
}

// TestEveryInk draws every screen at the three sizes in every theme and without colour, and holds them
// against each other: the same text in the same places, the same lines bold, and light and dark
// alike but for the colours' values. A field has a rule below it where there's no bar.
func TestEveryInk(t *testing.T) {
	yes, no := true, false
	for i, size := range sizes {
		for j, scene := range scenes {
			if !sampled(i + j) {
				continue
			}
			drawn := map[string]string{}
			for name, look := range map[string]Look{"dark": {Colour: true, Dark: &yes}, "light": {Colour: true, Dark: &no}, "no colour": {Dark: &yes},
				"mono": {Colour: true, Theme: ThemeMono}, "contrast": {Colour: true, Theme: ThemeContrast, Dark: &yes}, "no answer": {Colour: true}} {
				cfg := config(size[0], size[1], &shelf{})
				cfg.Look, cfg.Still = look, true // where nothing may move is a matter of colour too
				m, _ := New(cfg).Update(noAnswer{})
				drawn[name] = scene.reach(t, m.(Model)).View().Content
			}
			if dark, light := roles(drawn["dark"]), roles(drawn["light"]); dark != light {
				t.Errorf("%s at %v: dark\n%s\nlight\n%s", scene.name, size, visible(dark), visible(light))
			}
			for name := range drawn {
				if dark, other := ruleless(drawn["dark"]), ruleless(drawn[name]); dark != other {
					t.Errorf("%s at %v: dark\n%s\n%s\n%s", scene.name, size, visible(dark), name, visible(other))
				}
			}
		}
	}
}

// ruleless is a screen without colour, and without the rule below a field that a bar stands for.
func ruleless(drawn string) string {
	blank := rules.ReplaceAllStringFunc(boldOnly(drawn), func(rule string) string { return strings.Repeat(" ", ansi.StringWidth(rule)) })
	return ends.ReplaceAllString(blank, "")
}

var (
	rules    = regexp.MustCompile(`─{30,}`)
	ends     = regexp.MustCompile(`(?m) +$`)
	colours  = regexp.MustCompile(`\x1b\[[34]8;2;([0-9;]*)m`)
	styles   = regexp.MustCompile(`\x1b\[([0-9;]*)m`)
	darkHex  = map[string]string{"154;154;176": "quiet", "232;164;92": "accent", "127;176;224": "against", "240;138;132": "failure", "122;122;146": "rule", "42;42;56": "bar"}
	lightHex = map[string]string{"95;95;112": "quiet", "154;82;0": "accent", "42;95;158": "against", "179;38;30": "failure", "124;124;146": "rule", "225;225;236": "bar"}
)

// roles writes each colour as what it is used for.
func roles(s string) string {
	return colours.ReplaceAllStringFunc(s, func(code string) string {
		hex := colours.FindStringSubmatch(code)[1]
		if role := darkHex[hex] + lightHex[hex]; role != "" {
			return "<" + role + ">"
		}
		return "<unknown " + hex + ">"
	})
}

// boldOnly is the text with each character that is bold, or the cursor of a field, after a mark of that. The rest
// nobody sees without colour.
func boldOnly(s string) string {
	var out strings.Builder
	style := ""
	for from := 0; from < len(s); {
		next := styles.FindStringSubmatchIndex(s[from:])
		if next == nil {
			next = []int{len(s) - from, len(s) - from, 0, 0}
		}
		for _, r := range s[from : from+next[0]] {
			if r != ' ' && r != '\n' || style == "7" {
				out.WriteString(style)
			}
			out.WriteRune(r)
		}
		if next[0] < next[1] {
			switch code := s[from+next[2] : from+next[3]]; code {
			case "", "0":
				style = ""
			case "1", "7":
				style = code
			}
		}
		from += next[1]
	}
	return regexp.MustCompile(` +(\n|$)`).ReplaceAllString(out.String(), "$1") // spaces at the end of a row are not seen
}

// visible writes escape sequences so that a person can read them.
func visible(s string) string { return strings.ReplaceAll(s, "\x1b", "␛") }

// TestNoColourMeansBoldOnly looks for colour where none may be.
func TestNoColourMeansBoldOnly(t *testing.T) {
	for _, scene := range scenes {
		cfg := config(80, 24, &shelf{})
		cfg.Colour = false
		m := New(cfg)
		if next, cmd := m.Update(tea.BackgroundColorMsg{}); cmd != nil {
			t.Error("a background colour asks for more")
		} else {
			m = next.(Model)
		}
		content := scene.reach(t, m).View().Content
		for _, bit := range strings.Split(content, "\x1b[")[1:] {
			if code, _, _ := strings.Cut(bit, "m"); code != "1" && code != "" && code != "0" && code != "7" {
				t.Errorf("%s uses the code %q", scene.name, code)
			}
		}
	}
}

// TestEverySize draws every screen at sizes between and around the three, and holds what must be true
// of any picture: as many rows as the terminal has, none wider, nothing left of the gutter, and the
// row under the cursor in sight.
func TestEverySize(t *testing.T) {
	for i, scene := range scenes {
		m, _ := openAt(80, 24)
		m = scene.reach(t, m)
		for j, size := range edges {
			if !sampled(i + j) {
				continue
			}
			next, _ := m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			for _, k := range []string{"", "down", "down", "up", "right", "down"} {
				if k != "" {
					next, _ = next.Update(keyPress(k))
				}
				check(t, scene.name, next.(Model), size[0], size[1])
			}
		}
	}
}

// edges are sizes beside those at which a layout changes.
var edges = [][2]int{{40, 12}, {40, 15}, {40, 24}, {79, 12}, {79, 23}, {79, 24},
	{80, 12}, {80, 15}, {80, 16}, {80, 19}, {80, 20}, {80, 23}, {80, 24}, {80, 40}, {115, 16}, {115, 24},
	{116, 15}, {116, 16}, {116, 19}, {116, 23}, {116, 24}, {120, 40}, {149, 24}, {150, 20}, {150, 100},
	{160, 23}, {160, 50}, {300, 12}, {300, 100}}

// whole makes all of the checks that are for every screen at every size; .ci/run does.
var whole = flag.Bool("whole", false, "check every screen at every size and in every ink, not a quarter of them")

// sampled reports whether the n-th of many checks alike is made: one in four, which leaves out some pairs of a screen and
// a size or an ink.
func sampled(n int) bool { return *whole || n%4 == 0 }

func check(t *testing.T, name string, m Model, width, height int) {
	t.Helper()
	text := plain(m)
	rows := strings.Split(text, "\n")
	if len(rows) != height {
		t.Fatalf("%s at %dx%d has %d rows:\n%s", name, width, height, len(rows), text)
	}
	marks, mark := 0, markCursor
	if m.cfg.ASCII {
		mark = asciiMarks.Replace(mark)
	}
	for _, r := range rows {
		if w := ansi.StringWidth(r); w > width {
			t.Fatalf("%s at %dx%d has a row of %d columns:\n%s", name, width, height, w, r)
		}
		if strings.HasPrefix(strings.TrimLeft(r, " "), mark) {
			marks++
		}
	}
	if marks == 1 {
		return // to lay the page out anew takes as long as all of this
	}
	if p := m.page(); p.at.cursor >= 0 && p.at.cursor < len(p.rows) && m.layout.overflow(p) == 0 {
		t.Fatalf("%s at %dx%d shows %d cursors:\n%s", name, width, height, marks, text)
	}
}

// TestRoomIsUsed holds that no wide screen leaves most of its rows empty, or half of its columns, while something
// of it is out of sight: a text or a pane that is scrolled, or a card that is folded.
func TestRoomIsUsed(t *testing.T) {
	for i, size := range [][2]int{{116, 24}, {120, 40}, {150, 40}, {160, 23}, {160, 50}} {
		for j, scene := range scenes {
			if !sampled(i + j) {
				continue
			}
			m, _ := openAt(size[0], size[1])
			m = scene.reach(t, m)
			for _, k := range []string{"", "down", "down", "end"} {
				if k != "" {
					m = press(m, k)
				}
				if !hides(m) {
					continue
				}
				if rows, columns := emptiness(m); rows > .6 || columns > .5 {
					t.Errorf("%s at %v, after %q: %.0f %% of its rows and %.0f %% of its columns are empty\n%s", scene.name, size, k, 100*rows, 100*columns, plain(m))
				}
			}
		}
	}
}

// emptiness is how much of the body is empty: the share of its rows, and of its columns right of all text.
func emptiness(m Model) (rows, columns float64) {
	p := m.page()
	all := strings.Split(plain(m), "\n")
	top := len(m.layout.header(p, *m.palette))
	body := all[top : top+m.layout.room(p)]
	empty, right := 0, 0
	for _, r := range body {
		if strings.TrimSpace(r) == "" {
			empty++
		}
		right = max(right, ansi.StringWidth(strings.TrimRight(r, " ")))
	}
	return float64(empty) / float64(len(body)), float64(m.layout.width-right) / float64(m.layout.width)
}

// hides reports whether something of a screen is out of sight.
func hides(m Model) bool {
	for _, row := range strings.Split(plain(m), "\n") {
		if strings.Contains(row, "↓ ") && strings.Contains(row, " more") || strings.Contains(row, "↑ ") && strings.Contains(row, " more") {
			return true
		}
	}
	return m.on == onStrengths || m.on == onResult && m.tabs()[m.tabIndex()] == tabNext && len(m.next()) > 1
}

// What stands at one size stands at every: the texts of a strand, of a step and of why can be come to.
func TestNoFactAtOneSizeOnly(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 16}, {80, 20}, {80, 23}, {80, 24}, {116, 20}, {120, 40}, {160, 23}, {160, 50}} {
		m, _ := openAt(size[0], size[1])
		m = finished(t, m)
		shown := everything(m)
		for _, want := range []string{"Clear, well into 2", "Trust is well above your level", "Level 3 here: You weigh", "You turned a request", "What moved your result",
			"How certain it is", "answer at 5", "Ask the account lead", "Take one request of a neighbouring", "Ask your manager for one", "Flawless Consulting"} {
			if !strings.Contains(shown, strings.ReplaceAll(want, " ", "")) {
				t.Errorf("%v never shows %q", size, want)
			}
		}
	}
}

// everything is the text of all parts of the result, with each step opened, as keys lead through them.
func everything(m Model) string {
	var out strings.Builder
	walk := func(m Model) {
		for shown, same := "", 0; same < 4; m = press(m, "down") { // a row that stays in sight may look the same
			if now := plain(m); now == shown {
				same++
			} else {
				shown, same = now, 0
				out.WriteString(squeezed(m) + "\n")
			}
		}
	}
	for range m.tabs() {
		walk(m)
		if strand := m; m.tabs()[m.tabIndex()] == tabStrands && !m.layout.roomy {
			for range m.placement().Strands {
				strand = press(strand, "down")
				walk(press(strand, "enter"))
			}
		}
		if m.tabs()[m.tabIndex()] == tabNext {
			m = press(m, "1")
			walk(m)
			walk(press(m, "tab"))
			walk(press(m, "tab", "tab"))
		}
		m = press(m, "right")
	}
	return out.String()
}

// squeezed is the text of the list and of each pane by itself, without spaces.
func squeezed(m Model) string {
	var out string
	for _, column := range columns(m) {
		out += column
	}
	return strings.Join(strings.Fields(out), "")
}

// columns are the list and the panes of a screen, each with its rows.
func columns(m Model) []string {
	l, cuts := m.layout, []int{0}
	if l.wide {
		cuts = append(cuts, l.margin()-paneGap/2)
	}
	out, rows := make([]string, len(cuts)), strings.Split(plain(m), "\n")
	for i, from := range cuts {
		to := l.width
		if i+1 < len(cuts) {
			to = cuts[i+1]
		}
		for _, row := range rows {
			out[i] += strings.TrimSuffix(strings.TrimRight(ansi.Cut(row, from, to), " "), lineUpright) + "\n"
		}
	}
	return out
}

func TestTooSmallSaysSo(t *testing.T) {
	m, _ := openAt(36, 10)
	if got := plain(m); !strings.Contains(strings.ReplaceAll(got, "\n", " "), "needs 40 columns and 12 rows; this is 36 by 10") {
		t.Errorf("screen:\n%s", got)
	}
	if m = press(m, "1"); m.on != onStart {
		t.Error("a key acts on a screen that nobody can see")
	}
}

func TestNoSizeYetDrawsNothing(t *testing.T) {
	m, _ := openAt(0, 0)
	if got := m.View().Content; got != "" {
		t.Errorf("drawn before the size is known: %q", got)
	}
}

// A narrow key line leaves out the arrows first, in words too.
func TestKeyLineDropsArrowsFirst(t *testing.T) {
	m, _ := openAt(40, 12)
	hints := []hint{{"↑↓", "move"}, {"Enter", "open"}, {"Space", "to plan"}, {"←", "back"}, {"→", "next"}, {"Esc", "home"}}
	for _, shown := range [][]hint{hints, inWords(hints)} {
		if got, want := ansi.Strip(keyLine(shown, 36, false, *m.palette)), "Enter open  Space to plan  Esc home"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestASCII holds that where the marks cannot be shown, the same picture has every fact in the same
// columns.
func TestASCII(t *testing.T) {
	for _, scene := range scenes {
		cfg := config(80, 24, &shelf{})
		cfg.ASCII = true
		m, _ := openAt(80, 24)
		want := strings.Split(plain(scene.reach(t, m)), "\n")
		got := strings.Split(plain(scene.reach(t, New(cfg))), "\n")
		for i, row := range got {
			for _, c := range row {
				if c > 0x7e && !strings.ContainsRune("設計は一緒に描き直しました。", c) {
					t.Errorf("%s has %q in %q", scene.name, c, row)
				}
			}
			if i < len(got)-1 && ansi.StringWidth(row) != ansi.StringWidth(want[i]) {
				t.Errorf("%s moved: %q for %q", scene.name, row, want[i])
			}
		}
	}
}
