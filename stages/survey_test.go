package stages

import (
	"math"
	"slices"
	"testing"
)

// weather is a survey of one wind: two single choices and a checklist.
func weather() *Survey {
	weighted := func(id string, w float64) Option { return Option{ID: id, Weights: map[string]float64{"time": w}} }
	return &Survey{Winds: []Wind{{ID: "time", Strands: []string{"craft"}}}, Questions: []Question{
		{ID: "hours", Kind: Frequency, Options: []Option{weighted("never", 1), weighted("often", 2)}},
		{ID: "calm", Kind: Frequency, Options: []Option{weighted("never", 1), weighted("often", 2)}},
		{ID: "signs", Kind: Checklist, Options: []Option{weighted("door", 1), weighted("phone", -1)}},
	}}
}

func said(options ...string) Answer { return Answer{Options: append([]string{}, options...)} }

// An answer whose option the content no longer has is no answer: it counts for nothing, and the question
// is asked again. Of a checklist, what is left of the boxes counts.
func TestSurveyAnswersThatAreGone(t *testing.T) {
	s := weather()
	iv := Interview{}.With("hours", said("renamed")).With("calm", said("often")).With("signs", said("door", "renamed"))
	if q, more := s.Next(iv); !more || q.ID != "hours" || s.Remaining(iv) != 1 {
		t.Errorf("next is %v, %d remain", q, s.Remaining(iv))
	}
	axis := s.Score("", iv, nil).Axes[0]
	if axis.Score == nil || axis.Asked != 2 || !(math.Abs(*axis.Score-1) < 1e-9) {
		t.Errorf("%+v, want 1 from two answers", axis)
	}
	unasked := Interview{}.With("hours", said("never")).With("calm", said("often"))
	if axis := s.Score("", unasked, nil).Axes[0]; axis.Asked != 2 || !(math.Abs(*axis.Score-.5) < 1e-9) {
		t.Errorf("%+v, want .5 from two answers, the checklist being unasked", axis)
	}
	iv = iv.With("hours", said("never"))
	if _, more := s.Next(iv); more || s.Remaining(iv) != 0 {
		t.Errorf("after a new answer, %d remain", s.Remaining(iv))
	}
	for name, a := range map[string]Answer{"two of a single choice": said("never", "often"), "boxes that are gone": said("renamed")} {
		id := map[bool]string{true: "hours", false: "signs"}[len(a.Options) == 2]
		if got := iv.With(id, a); s.Remaining(got) != 1 {
			t.Errorf("%s: %d remain", name, s.Remaining(got))
		}
	}
}

func TestSurveyAsksInItsOrder(t *testing.T) {
	s := weather()
	iv := Interview{}
	for i, a := range []Answer{said("never"), {Skip: Unsure}, said()} {
		q, more := s.Next(iv)
		if !more || q != &s.Questions[i] || s.Remaining(iv) != len(s.Questions)-i {
			t.Fatalf("%d: next is %v, %d remain", i, q, s.Remaining(iv))
		}
		iv = iv.With(q.ID, a)
	}
	if q, more := s.Next(iv); more || s.Remaining(iv) != 0 {
		t.Errorf("after all: %v", q)
	}
	if s.Question("calm") != &s.Questions[1] || s.Question("gone") != nil {
		t.Error("a question is found by its id, and none by another")
	}
	if got := s.OptionOrder(&s.Questions[0], 3); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("a scale is shown as %v", got)
	}
}

// A move is found by its pull and its push; where there is none, nothing is said.
func TestMove(t *testing.T) {
	s := crossing()
	for _, pull := range Forces() {
		for _, push := range Forces() {
			if got := s.Move(pull, push, false); got != "" {
				t.Errorf("no moves say %q", got)
			}
			s.Moves = append(s.Moves, Move{Pull: pull, Push: push, Text: string(pull) + " pull, " + string(push) + " push", Near: "near " + string(pull)})
		}
	}
	for _, m := range s.Moves {
		if got := s.Move(m.Pull, m.Push, false); got != m.Text {
			t.Errorf("%s and %s: %q", m.Pull, m.Push, got)
		}
	}
	if got := s.Move(Strong, Little, true); got != "near strong" {
		t.Errorf("on the road already: %q", got)
	}
	s.Moves[1].Near = ""
	if got := s.Move(Strong, Little, true); got != s.Moves[1].Text {
		t.Errorf("on the road already, with nothing to say of that: %q", got)
	}
	if got := s.Move("some", Little, false); len(s.Moves) != 4 || got != "" {
		t.Errorf("%d moves, and some pull says %q", len(s.Moves), got)
	}
}

// crossing is a survey of one road, each of whose questions weighs on one axis as the table says: the
// lowest and the highest option.
func crossing(weights ...[2]float64) *Survey {
	s := &Survey{Roads: []Road{{ID: "lead", Strands: map[string]float64{"craft": 4, "trust": 2, "voice": 1}}}}
	for i, w := range weights {
		q := Question{ID: string(rune('a' + i)), Kind: Frequency}
		for n, x := range []float64{w[0], (w[0] + w[1]) / 2, w[1]} {
			q.Options = append(q.Options, Option{ID: []string{"low", "middle", "high"}[n], Weights: map[string]float64{"lead-ready": x}})
		}
		s.Questions = append(s.Questions, q)
	}
	return s
}

func TestAxes(t *testing.T) {
	if got := crossing().Axes(); !slices.Equal(got, []string{"lead-pull", "lead-ready", "push"}) {
		t.Errorf("crossroads: %v", got)
	}
	if got := weather().Axes(); !slices.Equal(got, []string{"time"}) {
		t.Errorf("surroundings: %v", got)
	}
}

// A score is what was earned of what could have been, from two answers on; the questions that say most are
// those whose answers lean furthest to its side.
func TestScores(t *testing.T) {
	for _, c := range []struct {
		name    string
		weights [][2]float64
		answers string // low, middle, high, or skipped, one a question
		score   float64
		asked   int
		because []string
	}{
		{"one answer is too few", [][2]float64{{0, 2}, {0, 2}}, "h-", -1, 1, nil},
		{"two are enough", [][2]float64{{0, 2}, {0, 2}}, "hh", 1, 2, []string{"a", "b"}},
		{"from the lowest", [][2]float64{{-2, 2}, {1, 2}}, "lh", 1. / 5, 2, []string{"a"}},
		{"to the highest", [][2]float64{{-2, 2}, {1, 2}}, "hl", 4. / 5, 2, []string{"a"}},
		{"those furthest to its side first, three at most", [][2]float64{{0, 1}, {0, 2}, {-2, 2}, {0, 1.5}, {0, 1}}, "hhhhl", 8.5 / 9.5, 5, []string{"c", "b", "d"}},
		{"low scores by the lowest answers", [][2]float64{{0, 1}, {0, 2}, {0, 2}}, "hll", .2, 3, []string{"b", "c"}},
		{"the middle leans to neither side", [][2]float64{{0, 2}, {0, 2}, {0, 2}}, "mmh", 2. / 3, 3, []string{"c"}},
		{"a score just above the middle", [][2]float64{{0, 2}, {0, 1}}, "hl", 2. / 3, 2, []string{"a"}},
		{"what weighs alike in every option is not asked", [][2]float64{{1, 1}, {0, 2}}, "hh", -1, 1, nil},
	} {
		s := crossing(c.weights...)
		iv := Interview{}
		for i, a := range c.answers {
			answer := Answer{Skip: Unsure}
			if a != '-' {
				answer = said(map[rune]string{'l': "low", 'm': "middle", 'h': "high"}[a])
			}
			iv = iv.With(s.Questions[i].ID, answer)
		}
		r := s.Score(Crossroads, iv, nil)
		axis := r.Axes[1]
		got, scored := r.Axis("lead-ready")
		if !scored {
			got = -1
		}
		if !(math.Abs(got-c.score) < 1e-9) || scored != (axis.Score != nil) || axis.Asked != c.asked || !slices.Equal(axis.Because, c.because) {
			t.Errorf("%s: %v of %d, because %v", c.name, got, axis.Asked, axis.Because)
		}
		if r.Schema != 1 || r.Assessment != Crossroads || !slices.Equal(r.Asked, iv.Asked) || axis.Because == nil {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
}

// A checklist can earn the sum of its positive weights, and lose that of its negative ones.
func TestScoreOfAChecklist(t *testing.T) {
	s := &Survey{Winds: []Wind{{ID: "time"}}}
	for _, id := range []string{"a", "b"} {
		q := Question{ID: id, Kind: Checklist}
		for i, w := range []float64{2, 1, -1} {
			q.Options = append(q.Options, Option{ID: string(rune('x' + i)), Weights: map[string]float64{"time": w}})
		}
		s.Questions = append(s.Questions, q)
	}
	for _, c := range []struct {
		a, b  Answer
		score float64
	}{
		{said("x", "y"), said("x", "y"), 1}, {said("z"), said("z"), 0}, {said(), said(), 2. / 8}, {said("x", "z"), said("y"), 4. / 8},
	} {
		r := s.Score(Surroundings, Interview{}.With("a", c.a).With("b", c.b), nil)
		if got, ok := r.Axis("time"); !ok || !(math.Abs(got-c.score) < 1e-9) {
			t.Errorf("%v and %v: %v, want %v", c.a, c.b, got, c.score)
		}
	}
}

// Readiness for a road is the mean of its score and of how far its strands are reached, at most wholly;
// what the road asks no more than level 1 of does not count.
func TestReadinessCountsStrands(t *testing.T) {
	levels := func(craft, trust, voice int) *Placement {
		p := &Placement{}
		for i, level := range []int{craft, trust, voice, 5} {
			s := StrandResult{ID: []string{"craft", "trust", "voice", "of no road"}[i]}
			if level > 0 {
				s.Level = &level
			}
			p.Strands = append(p.Strands, s)
		}
		return p
	}
	for _, c := range []struct {
		name    string
		answers string
		placed  *Placement
		want    float64 // −1 for none
		gaps    []string
	}{
		{"both", "lh", levels(2, 5, 1), (.5 + .75) / 2, []string{"craft"}},
		{"the answers alone", "lh", nil, .5, nil},
		{"the strands alone", "h", levels(3, 1, 1), (.75 + .5) / 2, []string{"craft", "trust"}},
		{"a strand that was not assessed", "hh", levels(4, 0, 1), 1, []string{"trust"}},
		{"no strand that counts", "lh", levels(0, 0, 1), .5, []string{"craft", "trust"}},
		{"nothing at all", "h", levels(0, 0, 0), -1, []string{"craft", "trust", "voice"}},
	} {
		s := crossing([2]float64{0, 2}, [2]float64{0, 2})
		iv := Interview{}
		for i, a := range c.answers {
			iv = iv.With(s.Questions[i].ID, said(map[rune]string{'l': "low", 'h': "high"}[a]))
		}
		r := s.Score(Crossroads, iv, c.placed)
		got, ok := r.Axis("lead-ready")
		if !ok {
			got = -1
		}
		if !(math.Abs(got-c.want) < 1e-9) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if c.placed != nil && !slices.Equal(s.Roads[0].Gaps(*c.placed), c.gaps) {
			t.Errorf("%s: gaps %v, want %v", c.name, s.Roads[0].Gaps(*c.placed), c.gaps)
		}
		if _, pull := r.Axis("lead-pull"); pull {
			t.Errorf("%s: the pull has a score without an answer", c.name)
		}
	}
}

// The strands of headwinds, up to .4, are affected, each once.
func TestAffected(t *testing.T) {
	s := &Survey{Winds: []Wind{{ID: "time", Strands: []string{"craft", "voice"}}, {ID: "trust", Strands: []string{"voice", "reach"}},
		{ID: "room", Strands: []string{"design"}}, {ID: "tools", Strands: []string{"customer"}}}}
	score := func(x float64) *float64 { return &x }
	r := SurveyScores{Axes: []AxisScore{{ID: "time", Score: score(.4)}, {ID: "trust", Score: score(.1)}, {ID: "room", Score: score(.41)}, {ID: "tools"}}}
	if got := s.Affected(r); !slices.Equal(got, []string{"craft", "voice", "reach"}) {
		t.Errorf("%v", got)
	}
	// A side that helps along a strand makes up for one that's against the person.
	for help, want := range map[float64][]string{.59: {"craft", "voice", "reach"}, .6: {"craft", "voice"}} {
		s.Winds[2].Strands, r.Axes[2].Score = []string{"reach", "voice"}, score(help)
		if got := s.Affected(r); !slices.Equal(got, want) {
			t.Errorf("a side at %v: %v", help, got)
		}
	}
	r.Axes[2].Score = score(.41)
	for wind, against := range map[string]bool{"time": true, "trust": true, "room": false, "tools": false, "none": false} {
		if r.Against(wind) != against {
			t.Errorf("%s is against them: %v", wind, !against)
		}
		tiring := &Survey{Winds: []Wind{{ID: "time"}, {ID: "trust"}, {ID: wind, Tires: true}}}
		if r.Tired(tiring) != against {
			t.Errorf("tired by %s: %v", wind, !against)
		}
	}
}

// Who has done a road's experiment before gets the one beyond it, and who has most of what a road asks is on it.
func TestRoadsOneIsOn(t *testing.T) {
	r := Road{ID: "product", Try: "Write a page.", Done: map[string][]string{"road-0": {"owns"}}, Beyond: "Drop a page."}
	for answer, want := range map[string]string{"owns": "Drop a page.", "reads": "Write a page."} {
		if got := r.Trial(Answers{"road-0": {Options: []string{answer}}}); got != want {
			t.Errorf("who %s: %s", answer, got)
		}
	}
	r.Done = nil
	if got := r.Trial(nil); got != "Write a page." {
		t.Errorf("nobody has done it: %s", got)
	}
	ready := func(score float64) SurveyScores {
		return SurveyScores{Axes: []AxisScore{{ID: "product-ready", Score: &score}}}
	}
	if !ready(NearFrom).Near(&r) || ready(NearFrom-.01).Near(&r) || !ready(0).Near(&Road{ID: "craft", Stays: true}) {
		t.Error("near is who has most of what it asks, or who stays")
	}
	s := Survey{Roads: []Road{r}}
	if s.Road("product") != &s.Roads[0] || s.Road("gone") != nil {
		t.Error("a road is found by its id")
	}
}
