package tui

import (
	"regexp"
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// TestEsc is the map of Esc: where one is, by keys from the result of someone at level 2 or from the first screen,
// and where each Esc from there leads.
func TestEsc(t *testing.T) {
	for _, test := range []struct {
		from, keys string
		want       string // where, then where each Esc leads, apart by bars
	}{
		// from home, for the first time
		{"first", "1", "profile row 1|home row 1"},
		{"first", "1 1", "question 1 row 1|home row 1"},
		{"first", "1 1 down 0", "question 1 skip row 1|question 1 row 2"},
		{"first", "1 1 down 9", "question 1 example row 2|question 1 row 2"},
		{"first", "1 1 2 esc 2", "review row 1|home row 2"},
		{"first", "1 1 2 esc 2 enter", "question 1 row 2|review row 1|home row 2"},
		{"first", "1 1 2 esc 2 enter 3", "review row 1|home row 2"},
		{"first", "1 1 2 esc 2 1", "question 2 row 1|home row 1"},
		{"first", "1 1 2 esc 3 3", "profile row 1|home row 1"},
		{"first", "2", "crossroads row 1|home row 2"},
		{"first", "2 1", "question 1 row 1|crossroads row 1|home row 2"},
		{"first", "2 1 1 esc 2", "review row 1|crossroads row 2|home row 2"},
		{"first", "2 1 1 esc 2 enter", "question 1 row 1|review row 1|crossroads row 2|home row 2"},
		{"first", "2 1 1 1 1", "crossroads result, open 0|crossroads row 1|home row 2"},
		{"first", "2 1 1 1 1 2", "crossroads result, open 2|crossroads result, open 0|crossroads row 1|home row 2"},
		{"first", "2 1 1 1 1 2 2", "crossroads result, open 0|crossroads row 1|home row 2"},
		{"first", "2 1 1 1 1 2 left", "crossroads result, open 1|crossroads result, open 0|crossroads row 1|home row 2"},
		{"first", "2 1 1 1 1 2 space ?", "keys|crossroads result, open 2|crossroads result, open 0|crossroads row 1|home row 3"},
		{"first", "2 1 1 1 1 space / p l a n enter", "plan row 1|crossroads result, open 0|crossroads row 1|home row 3"},
		{"first", "3 1 1 1 1 1 1", "surroundings result, open 1|surroundings result, open 0|surroundings row 1|home row 3"},
		{"first", "2 1 1 1 1 esc 2 1", "crossroads result, open 0|crossroads row 1|home row 2"},
		{"first", "down ?", "keys|home row 2"},
		{"first", "1 1 down ?", "keys|question 1 row 2|home row 1"},
		{"first", "down /", "go to row 1|home row 2"},
		{"first", "1 1 down / x", "go to row 1|question 1 row 2|home row 1"},
		{"first", "1 1 down / p l a n enter", "plan row 1|question 1 row 2|home row 1"},
		{"first", "1 1 down ? /", "go to row 1|question 1 row 2|home row 1"},

		// from the result
		{"result", "", "where row 0|home row 2"},
		{"result", "tab", "level row 1, open 0|where row 0|home row 2"},
		{"result", "tab 2", "level row 2, open 0|where row 0|home row 2"},
		{"result", "down down tab", "level row 1, open 0|where row 2|home row 2"},
		{"result", "down down enter", "review row 3|where row 2|home row 2"},
		{"result", "down down enter enter", "question 5 row 2|review row 3|where row 2|home row 2"},
		{"result", "down down enter enter 2", "review row 3|where row 2|home row 2"},
		{"result", "down down enter 1", "where row 0|home row 2"},
		{"result", "right down", "why row 2|home row 2"},
		{"result", "right enter", "question 7 row 2|why row 1|home row 2"},
		{"result", "right enter 1", "review row 10|why row 1|home row 1"},
		{"result", "right right", "next steps row 1, open 0|home row 2"},
		{"result", "right right 2", "next steps row 2, open 2|next steps row 2, open 0|home row 2"},
		{"result", "right right 2 3", "next steps row 3, open 3|next steps row 3, open 0|home row 2"},
		{"result", "right right 2 ?", "keys|next steps row 2, open 2|next steps row 2, open 0|home row 2"},
		{"result", "right right space esc 1", "plan row 1|home row 1"},
		{"result", "right right space esc 1 right left", "plan row 1|home row 1"},
		{"result", "right right space esc 1 5", "next steps row 1, open 0|plan row 5|home row 1"},
		{"result", "right right space esc 1 down 9", "plan row 2|home row 1"},
		{"result", "right right space esc 1 space x", "plan row 1|plan row 1|home row 1"},
		{"result", "right right space esc 1 right ?", "keys|plan row 1|home row 1"},
		{"result", "right right space esc 1 enter", "plan row 1|plan row 1|home row 1"},
		{"result", "right right space esc 1 4", "check-in next row 1|plan row 4|home row 1"},
		{"result", "right right space esc 1 4 ?", "keys|check-in next row 1|plan row 4|home row 1"},
		{"result", "right right space esc 1 4 1", "plan row 1|home row 1"},
		{"result", "right right space esc 1 4 / p l a n enter", "plan row 1|check-in next row 1|plan row 4|home row 1"},
		{"result", "right right space esc 1 4 / p l a n enter 9", "plan row 1|plan row 4|home row 1"}, // which ends it
		{"result", "esc 2", "where row 0|home row 2"},
		{"result", "esc 3", "profile row 1|home row 3"},
		{"result", "esc 6", "strengths for 1, open 0|home row 6"},
		{"result", "esc 6 2", "strengths for 1, open 2|strengths for 1, open 0|home row 6"},
		{"result", "right down / p l a n enter", "plan row 1|why row 2|home row 2"},
		{"result", "right down / l e v e l enter", "level row 1, open 0|why row 2|home row 2"},
		{"result", "right down / h o m e enter", "home row 2"},
		{"result", "down / c r o s s r enter", "crossroads row 1|where row 1|home row 2"},
		{"result", "down / c r o s s r enter 1", "question 1 row 1|crossroads row 1|home row 4"},
		{"result", "down / v o i c e : enter", "question 12 row 3|where row 1|home row 2"},
		{"result", "down / v o i c e : enter / k e y s enter", "keys|question 12 row 3|where row 1|home row 2"},
		{"result", "esc 4 / s t e p space 2 enter", "next steps row 2, open 2|next steps row 2, open 0|crossroads row 1|home row 4"},
	} {
		for _, size := range sizes {
			m, _ := openAt(size[0], size[1])
			if test.from == "result" {
				m = finished(t, m)
			}
			if size[0] == 40 && strings.Contains(test.keys, "right") || size[0] == 40 && strings.Contains(test.want, "where row") {
				continue // it has the parts otherwise: see below
			}
			want := test.want
			if open := regexp.MustCompile(`(next steps row \d|strengths for 1), open [1-9]\|`); size[0] > 80 { // where nothing has to open
				want = open.ReplaceAllString(want, "")
			}
			m = press(m, keys(test.keys)...)
			got := []string{where(m)}
			for range strings.Count(want, "|") {
				m = press(m, "esc")
				got = append(got, where(m))
			}
			if got := strings.Join(got, "|"); got != want {
				t.Errorf("%s, %q at %v:\n%s, want\n%s", test.from, test.keys, size, got, want)
			}
		}
	}
}

// A small layout has the strands apart, and an opened step closes before Esc leaves.
func TestEscOnASmallLayout(t *testing.T) {
	for keys, want := range map[string]string{
		"right down down enter": "strands row 2",
		"right right end enter": "why row 3",
		"right right right 2":   "next steps row 2, open 0",
		"tab":                   "level row 1, open 0",
		"tab esc":               "where row 0",
		"esc 3 1 tab":           "question 1 row 1",
	} {
		m, _ := openAt(40, 12)
		m = press(finished(t, m), strings.Fields(keys+" esc")...)
		if got := where(m); got != want {
			t.Errorf("%q and Esc leads to %s, want %s", keys, got, want)
		}
	}
}

// The last Esc leaves, however many places one came through.
func TestEscLeavesInTheEnd(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(finished(t, m), keys("/ p l a n enter enter esc 4 / c r o s s r enter / s t r e n enter ?")...)
	for range 12 {
		next, cmd := m.Update(keyPress("esc"))
		if m = next.(Model); cmd != nil {
			return
		}
	}
	t.Errorf("still on %s", where(m))
}

// What one comes back to shows what was changed meanwhile.
func TestBackShowsWhatChanged(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(m, keys("1 1 2 esc 2 enter 9 L y o n enter esc")...)
	if q := m.review.asked[0]; m.on != onReview || m.review.attempt.Interview.Answers[q.ID].Evidence != "Lyon" {
		t.Errorf("on %s:\n%s", where(m), plain(m))
	}
}

// Asked anew where one wants to go, one comes back to the next steps, with an answer or without.
func TestAimLeadsBackToTheNextSteps(t *testing.T) {
	c := catalog()
	c.Aims = stages.Aims{Ask: "Where do you want to go?", Why: "For the advice.",
		Options: []stages.Aim{{ID: stages.Stay, Text: "Nowhere"}, {ID: stages.Onward, Text: "On"}}}
	for _, key := range []string{"esc", "1", "2"} {
		cfg := config(80, 24, &shelf{})
		cfg.Session = session.New(stages.NewBank(c), session.Saved{})
		m := press(New(cfg), "1", "1")
		for n := 0; n < 40 && m.on == onQuestion; n++ {
			if m.session.Asking.Closing() {
				m = press(m, "1")
			} else {
				m = m.answerAt(2)
			}
		}
		m = press(nextTab(seeAll(m)), "down", "8")
		if m.on != onQuestion || !m.session.Asking.Closing() {
			t.Fatalf("on %s", where(m))
		}
		if step := m.session.FirstSteps(today)[stages.Stay]; step.Title == "" || !strings.Contains(plain(m), "First step     "+step.Title) {
			t.Errorf("the first step for it is %q:\n%s", step.Title, plain(m))
		}
		if !strings.Contains(plain(m), report.AimsFor.String()) {
			t.Errorf("it doesn't say what the answer is for:\n%s", plain(m))
		}
		if m = press(m, key); !strings.HasPrefix(where(m), "next steps") {
			t.Errorf("%s leads to %s", key, where(m))
		}
		if m = press(m, "esc"); where(m) != "home row 2" {
			t.Errorf("then Esc leads to %s", where(m))
		}
	}
}

// A key line has at most six pairs, and that of all keys on a wide screen; Esc is the last, and no two are of one key or one deed.
func TestKeyLines(t *testing.T) {
	for _, size := range sizes {
		for _, scene := range scenes {
			m, _ := openAt(size[0], size[1])
			m = scene.reach(t, m)
			for _, k := range []string{"", "down", "down", "end", "enter", "down"} {
				if k != "" {
					m = press(m, k)
				}
				hints, keys, deeds := m.page().hints, map[string]bool{}, map[string]bool{}
				for _, h := range hints {
					if keys[h.keys] || deeds[h.does.String()] {
						t.Errorf("%s at %v, after %q: %v", scene.name, size, k, hints)
					}
					keys[h.keys], deeds[h.does.String()] = true, true
				}
				most := 6
				if m.layout.wide && keys["?"] {
					most++
				}
				if len(hints) > most || hints[len(hints)-1].keys != "Esc" {
					t.Errorf("%s at %v, after %q: %v", scene.name, size, k, hints)
				}
			}
		}
	}
}
