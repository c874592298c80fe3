package session_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

func ids(questions []stages.Question) string {
	var out []string
	for _, q := range questions {
		out = append(out, q.ID)
	}
	return strings.Join(out, " ")
}

// TestScore takes into a result what it speaks of, and no more of the content.
func TestScore(t *testing.T) {
	p := does(t, newPerson(), "work support|begin|answer b|answer b|skip unsure|wait 30|answer b c")
	r := p.Results[stages.Stages]
	if r.Profile.Work != "support" || !r.Started.Equal(today) || !r.Saved.Equal(today.Add(30*time.Second)) || r.Placement.Level == nil || r.Scores != nil {
		t.Errorf("%+v", r)
	}
	s := r.Snapshot
	if s.ID != "test" || s.Version != "1" || s.Title == "" || s.SHA256 != "0" || len(s.Levels) != 5 || len(s.Strands) != 2 {
		t.Errorf("%+v", s)
	}
	if ids(s.Questions) != "craft-often craft-left trust-often trust-left" || len(s.Steps) != len(r.Placement.Next) || len(s.Crossroads.Questions)+len(s.Surroundings.Questions) != 0 {
		t.Errorf("questions %s, %d steps", ids(s.Questions), len(s.Steps))
	}
	if len(r.Placement.Why) == 0 {
		t.Error("nothing is explained")
	}
	half := p.Attempt()
	half.Interview.Asked, half.Interview.Answers = half.Interview.Asked[:1], stages.Answers{"craft-often": {Options: []string{"b"}}}
	if got := half.Score(p.Bank, nil, today).Snapshot.Questions; ids(got) != "craft-often" {
		t.Errorf("questions %s", ids(got))
	}
}

// TestSnapshotHoldsWhatWouldChangeIt keeps the words of a question that was not asked, where an answer to it would
// change the level.
func TestSnapshotHoldsWhatWouldChangeIt(t *testing.T) {
	p := does(t, newPerson(), half)
	unasked := 0
	for _, pair := range []string{"aa", "ab", "bb", "bc", "ac", "cc"} {
		a := p.Attempt()
		a.Interview.Asked, a.Interview.Answers = []string{"craft-often", "trust-often"},
			stages.Answers{"craft-often": {Options: []string{pair[:1]}}, "trust-often": {Options: []string{pair[1:]}}}
		r := a.Score(p.Bank, nil, today)
		for _, change := range r.Placement.WouldChange {
			for _, to := range change.Answers {
				if strings.HasSuffix(to.Question, "-left") {
					unasked++
				}
				if r.Question(to.Question) == nil {
					t.Errorf("%s would change the level, and its words are lost", to.Question)
				}
			}
		}
	}
	if unasked == 0 {
		t.Error("no question that was not asked would change a level: the test tells nothing")
	}
}

func TestScoreOfASurvey(t *testing.T) {
	for _, assessment := range []string{stages.Crossroads, stages.Surroundings} {
		r := does(t, newPerson(), "in "+assessment+"|begin|answer yes|answer no").Results[assessment]
		road, wind := ids(r.Snapshot.Crossroads.Questions), ids(r.Snapshot.Surroundings.Questions)
		if (road != "") != (assessment == stages.Crossroads) || (wind != "") != (assessment == stages.Surroundings) || len(r.Snapshot.Questions) != 0 {
			t.Errorf("%s: %q and %q", assessment, road, wind)
		}
		if r.Scores == nil || r.Scores.Assessment != assessment || r.Scores.Content.ID != "test" || r.Placement.Level != nil || len(r.Survey().Questions) != 2 {
			t.Errorf("%s: %+v", assessment, r.Scores)
		}
	}
}

// TestScoreWithoutLostQuestions places by what the content still asks.
func TestScoreWithoutLostQuestions(t *testing.T) {
	p := does(t, newPerson(), half+"|answer a b|leave")
	c := catalog()
	c.Questions = slices.DeleteFunc(c.Questions, func(q stages.Question) bool { return q.ID == "craft-often" })
	known := p.Attempt().Known(stages.NewBank(c))
	if fmt.Sprint(known.Asked) != "[trust-often trust-left]" || len(known.Answers) != 2 || answers(p.Attempt()) != "craft-often=b, trust-often=b, trust-left=a+b" {
		t.Errorf("known %+v", known)
	}
	if r := p.Attempt().Score(stages.NewBank(c), nil, today); ids(r.Snapshot.Questions) != "trust-often trust-left" || fmt.Sprint(r.Placement.Asked) != "[trust-often trust-left]" {
		t.Errorf("%+v", r.Placement)
	}
}

// TestQuestionOfAResult finds a question in the words of whichever part of the snapshot has it.
func TestQuestionOfAResult(t *testing.T) {
	p := does(t, newPerson(), whole+"|in crossroads|begin|answer yes|answer no|in surroundings|begin|answer yes|answer no")
	for assessment, id := range map[string]string{stages.Stages: "trust-left", stages.Crossroads: "road-two", stages.Surroundings: "wind-two"} {
		r := p.Results[assessment]
		if q := r.Question(id); q == nil || q.ID != id || r.Question("gone") != nil {
			t.Errorf("%s: %v", assessment, q)
		}
	}
}

// TestFind looks for words that fit the answer: those of the content, unless only the result has every option.
func TestFind(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*stages.Catalog)
		want   string
	}{
		"as it was":                     {func(*stages.Catalog) {}, "now b"},
		"another option renamed":        {func(c *stages.Catalog) { c.Questions[0].Options[0].ID = "new" }, "now b"},
		"the chosen option renamed":     {func(c *stages.Catalog) { c.Questions[0].Options[1].ID = "new" }, "Option b"},
		"the question gone":             {func(c *stages.Catalog) { c.Questions = c.Questions[1:] }, "Option b"},
		"another question of that name": {func(c *stages.Catalog) { c.Questions[0].Options = c.Questions[0].Options[:1] }, "Option b"},
	} {
		p := does(t, newPerson(), whole)
		c := catalog()
		c.Questions[0].Options[1].Text = "now b"
		test.change(c)
		q := p.open(c).Find("craft-often")
		if q == nil || q.Option("b") == nil || q.Option("b").Text != test.want {
			t.Errorf("%s: %+v", name, q)
		}
	}
	p := does(t, newPerson(), half)
	c := catalog()
	c.Questions[0].Options[1].ID = "new"
	if q := p.open(c).Find("craft-often"); q == nil || q.Option("new") == nil || p.Find("gone") != nil {
		t.Errorf("without a result: %+v", q)
	}
	// An attempt under way with an answer that neither has every option of is told in today's words.
	p = does(t, newPerson(), whole+"|look craft-often|answer c")
	c.Questions[0].Options = []stages.Option{{ID: "x"}}
	p.store.Saved.Results[0].Snapshot.Questions[0].Options = []stages.Option{{ID: "y"}}
	if q := p.open(c).Find("craft-often"); q == nil || q.Option("x") == nil {
		t.Errorf("an option that neither has: %+v", q)
	}
}

// TestReview lists the answers by strand, and names those that contradict one another.
func TestReview(t *testing.T) {
	for _, test := range []struct{ script, asked, contradict string }{
		{"", "", ""},
		{half, "craft-often trust-often", ""},
		{half + "|answer a", "craft-often trust-often trust-left", ""},
		{whole, "craft-often craft-left trust-often trust-left", ""},
		{whole + "|begin|answer c", "craft-often", ""},
		{"begin|answer a|answer c", "craft-often trust-often", "craft-often trust-often"},
		{"in crossroads|begin|answer yes", "road-one", ""},
		{"begin|answer a|answer c|in crossroads|begin|answer yes", "road-one", ""},
	} {
		p := newPerson()
		c := catalog()
		c.Questions[0].Pair = "trust-often"
		asked, contradict := does(t, p.open(c), test.script).Review()
		var got []string
		for _, q := range asked {
			got = append(got, q.ID)
		}
		slices.Sort(contradict)
		if strings.Join(got, " ") != test.asked || strings.Join(contradict, " ") != test.contradict {
			t.Errorf("%s: asked %v, contradict %v", test.script, got, contradict)
		}
	}
}

// TestReviewOfAResult lists its answers in the words in which they were asked, whatever was begun since.
func TestReviewOfAResult(t *testing.T) {
	for script, want := range map[string][2]string{
		"begin|answer a|answer c|answer|answer|wait 9|begin|answer b":             {"craft-often craft-left trust-often trust-left", "craft-often trust-often"},
		"begin|answer b|answer b|answer a b|answer b c":                           {"craft-often craft-left trust-often trust-left", ""},
		"in crossroads|begin|answer yes|answer no|begin|look road-two|answer yes": {"road-one road-two", ""},
	} {
		p := newPerson()
		c := catalog()
		c.Questions[0].Pair = "trust-often"
		does(t, p.open(c), script)
		r := p.Results[p.Assessment]
		asked, contradict := r.Review()
		var got []string
		for _, q := range asked {
			got = append(got, q.ID)
		}
		slices.Sort(contradict)
		if strings.Join(got, " ") != want[0] || strings.Join(contradict, " ") != want[1] {
			t.Errorf("%s: asked %v, contradict %v", script, got, contradict)
		}
	}
}

// TestAttempt is the one under way, else the one that was finished last.
func TestAttempt(t *testing.T) {
	for _, test := range []struct {
		script, answers string
		underway        bool
	}{
		{"", "", false},
		{"begin", "", true},
		{half, "craft-often=b, trust-often=b", true},
		{whole, "craft-often=b, trust-often=b, trust-left=a+b, craft-left=b+c", false},
		{whole + "|begin", "", true},
		{whole + "|begin|restart", "craft-often=b, trust-often=b, trust-left=a+b, craft-left=b+c", false},
		{half + "|in crossroads", "", false},
	} {
		p := does(t, newPerson(), test.script)
		a := p.Attempt()
		if answers(a) != test.answers || p.Underway(p.Assessment) != test.underway || a.Assessment != p.Assessment {
			t.Errorf("%s: %s, under way %v, %s", test.script, answers(a), p.Underway(p.Assessment), a.Assessment)
		}
	}
}

// TestValid takes a sound result and breaks one thing of it.
func TestValid(t *testing.T) {
	p := does(t, newPerson(), whole+"|in crossroads|begin|answer yes|answer no|in surroundings|begin|answer yes|answer no")
	number := func(n int) *int { return &n }
	for _, test := range []struct {
		name, of string
		change   func(*session.Result)
		want     bool
	}{
		{"as it is", stages.Stages, func(*session.Result) {}, true},
		{"no level", stages.Stages, func(r *session.Result) { r.Placement.Level, r.Placement.SpeaksFor = nil, nil }, true},
		{"level 0", stages.Stages, func(r *session.Result) { r.Placement.Level = number(0) }, false},
		{"level 1", stages.Stages, func(r *session.Result) { r.Placement.Level = number(1) }, true},
		{"level 5", stages.Stages, func(r *session.Result) { r.Placement.Level = number(5) }, true},
		{"level 6", stages.Stages, func(r *session.Result) { r.Placement.Level = number(6) }, false},
		{"speaks for 6", stages.Stages, func(r *session.Result) { r.Placement.SpeaksFor = number(6) }, false},
		{"a strand at 6", stages.Stages, func(r *session.Result) { r.Placement.Strands[1].Level = number(6) }, false},
		{"a strand at 0", stages.Stages, func(r *session.Result) { r.Placement.Strands[0].Level = number(0) }, false},
		{"a strand at none", stages.Stages, func(r *session.Result) { r.Placement.Strands[0].Level = nil }, true},
		{"a level that speaks for none", stages.Stages, func(r *session.Result) { r.Placement.SpeaksFor = nil }, false},
		{"no level that speaks for one", stages.Stages, func(r *session.Result) { r.Placement.Level = nil }, false},
		{"held at 0", stages.Stages, func(r *session.Result) { r.Placement.HeldBy = &stages.Cap{Level: 0} }, false},
		{"held at 1", stages.Stages, func(r *session.Result) { r.Placement.HeldBy = &stages.Cap{Level: 1} }, true},
		{"held at 4", stages.Stages, func(r *session.Result) { r.Placement.HeldBy = &stages.Cap{Level: 4} }, true},
		{"held at 5", stages.Stages, func(r *session.Result) { r.Placement.HeldBy = &stages.Cap{Level: 5} }, false},
		{"four levels", stages.Stages, func(r *session.Result) { r.Snapshot.Levels = r.Snapshot.Levels[:4] }, false},
		{"another assessment", stages.Stages, func(r *session.Result) { r.Assessment = "stars" }, false},
		{"crossroads", stages.Crossroads, func(*session.Result) {}, true},
		{"crossroads without scores", stages.Crossroads, func(r *session.Result) { r.Scores = nil }, false},
		{"crossroads without roads", stages.Crossroads, func(r *session.Result) { r.Snapshot.Crossroads.Roads = nil }, false},
		{"surroundings", stages.Surroundings, func(*session.Result) {}, true},
		{"surroundings without scores", stages.Surroundings, func(r *session.Result) { r.Scores = nil }, false},
		{"surroundings without winds", stages.Surroundings, func(r *session.Result) { r.Snapshot.Surroundings.Winds = nil }, false},
	} {
		r := p.Results[test.of]
		r.Placement.Strands = slices.Clone(r.Placement.Strands)
		if test.change(&r); r.Valid() != test.want {
			t.Errorf("%s: %v", test.name, r.Valid())
		}
	}
}

// TestAsker asks the questions of the assessment the person is in.
func TestAsker(t *testing.T) {
	for script, want := range map[string]string{"": "craft-often", "in crossroads": "road-one", "in surroundings": "wind-one"} {
		p := does(t, newPerson(), script)
		if q, more := p.Asker().Next(stages.Interview{Seed: 7}); !more || q.ID != want {
			t.Errorf("%s: %+v", script, q)
		}
	}
	if p := newPerson(); !reflect.DeepEqual(p.Asker(), stages.Asker(p.Bank)) {
		t.Error("the stages assessment is asked by another than the bank")
	}
}

// Advice leaves out what the crossroads say was done, and leads nobody towards a road they're on: who is drawn to stay
// is advised as those who want to.
func TestAdviceByTheCrossroads(t *testing.T) {
	p := does(t, newPerson(), whole+"|in crossroads|begin|answer yes|answer yes")
	scored := func(change func(c *stages.Catalog)) stages.Placement {
		c := catalog()
		for i := range c.Steps {
			if c.Steps[i].Strand == "trust" {
				c.Steps[i].Roads = []string{"expert"}
			}
		}
		for _, strand := range []string{"craft", "trust"} {
			c.Steps = append(c.Steps, stages.Step{ID: strand + "-wider", Strand: strand, Level: 1, Purpose: stages.Widen})
		}
		change(c)
		bank := stages.NewBank(c)
		roads := p.Results[stages.Crossroads]
		roads.Snapshot.Crossroads = c.Crossroads
		return p.Results[stages.Stages].Score(bank, map[string]session.Result{stages.Crossroads: roads}, today).Placement
	}
	first := func(r stages.Placement) string { return r.Next[0].Step }
	far := func(c *stages.Catalog) { c.Crossroads.Roads = append(c.Crossroads.Roads, stages.Road{ID: "far"}) }
	plain := scored(far)
	if stays := scored(func(c *stages.Catalog) { c.Crossroads.Roads[0].Stays = true }); stays.Next[0].Purpose != stages.Widen || plain.Next[0].Purpose == stages.Widen {
		t.Errorf("drawn to stay: %v; else %v", stays.Next, plain.Next)
	}
	done := scored(func(c *stages.Catalog) {
		for i := range c.Steps {
			if c.Steps[i].ID == first(plain) {
				c.Steps[i].Done = map[string][]string{"road-one": {"yes"}}
			}
		}
	})
	if slices.ContainsFunc(done.Next, func(n stages.NextStep) bool { return n.Step == first(plain) }) {
		t.Errorf("%s was done: %v", first(plain), done.Next)
	}
}

// Where the workplace leaves no room for several steps, a short one comes first; else one that moves what the nearest
// way up is about.
func TestFirstStepByThePlaceAndTheWayUp(t *testing.T) {
	p := does(t, newPerson(), whole)
	done := p.Results[stages.Stages]
	up := done.Placement.NearestUp()
	if len(up) == 0 {
		t.Fatal("no way up is known")
	}
	c, score := catalog(), .1
	asked := c.Questions[slices.IndexFunc(c.Questions, func(q stages.Question) bool { return q.ID == up[0] })]
	first := func(tires bool) *stages.Step {
		place := session.Result{Scores: &stages.SurveyScores{Axes: []stages.AxisScore{{ID: "load", Score: &score}}}}
		place.Snapshot.Surroundings.Winds = []stages.Wind{{ID: "load", Tires: tires}}
		r := done.Score(stages.NewBank(c), map[string]session.Result{stages.Surroundings: place}, today)
		return r.Advised()[0].Words
	}
	plain := first(false)
	other := slices.IndexFunc(c.Steps, func(s stages.Step) bool {
		return s.Strand == plain.Strand && s.Level == plain.Level && s.ID != plain.ID
	})
	c.Steps[other].Weeks, c.Steps[other].Moves = 9, map[string]string{up[0]: asked.Options[len(asked.Options)-1].ID}
	if got := first(false); got.ID != c.Steps[other].ID {
		t.Errorf("first comes %s", got.ID)
	}
	if got := first(true); got.Weeks >= 9 {
		t.Errorf("who is tired is first advised what takes %d weeks", got.Weeks)
	}
}
