package stages

import "testing"

func TestNamesInLists(t *testing.T) {
	for want, q := range map[string]*Question{
		"a short one":  {ID: "craft-hard-problem", Strand: "craft", Short: "a short one"},
		"hard problem": {ID: "craft-hard-problem", Strand: "craft"},
		"witnesses":    {ID: "witnesses", Strand: "craft"},
	} {
		if got := q.Name(); got != want {
			t.Errorf("%+v is called %q", q, got)
		}
	}
	if long, short := (&Option{Text: "Often"}), (&Option{Text: "Often", Short: "often"}); long.Name() != "Often" || short.Name() != "often" {
		t.Errorf("options are called %q and %q", long.Name(), short.Name())
	}
}

func TestScalesKeepTheirOrder(t *testing.T) {
	for kind, ordered := range map[Kind]bool{Ladder: false, Frequency: true, Autonomy: true, Situation: false, Checklist: false} {
		if got := (&Question{Kind: kind}).Ordered(); got != ordered {
			t.Errorf("%s: ordered %v", kind, got)
		}
	}
}

func TestSurveysOfACatalog(t *testing.T) {
	c := &Catalog{Crossroads: Survey{Questions: []Question{{ID: "q"}}}, Surroundings: Survey{Title: "No questions"}}
	if c.Survey(Crossroads) != &c.Crossroads || c.Survey(Surroundings) != nil || c.Survey(Stages) != nil {
		t.Error("a catalog has the surveys with questions, and no others")
	}
}

// Text may hold new lines and letters of every script, and nothing that steers a terminal.
func TestSteers(t *testing.T) {
	for c, want := range map[rune]bool{'a': false, 'ß': false, '工': false, ' ': false, '\n': false,
		'\t': true, '\r': true, '\x1b': true, '\x07': true, '\x00': true, '\u0085': true, '\u009b': true,
		'\u202e': true, '\u2066': true, '\u200f': true} {
		if got := Steers(c); got != want {
			t.Errorf("%U: %v", c, got)
		}
	}
}

// TestByWork finds each place where content may have words of its own for a kind of work.
func TestByWork(t *testing.T) {
	words := map[string]string{"support": "In support."}
	for name, c := range map[string]Catalog{
		"a question": {Questions: []Question{{}, {CountsIn: words}}},
		"a level":    {Levels: []Level{{}, {EvidenceIn: words}}},
		"a step":     {Steps: []Step{{}, {FirstIn: words}}},
		"a shape":    {Shapes: []Shape{{}, {When: Pattern{Work: []string{"support"}}}}},
		"a road":     {Crossroads: Survey{Roads: []Road{{}, {From: words}}}},
	} {
		if !c.ByWork() {
			t.Errorf("%s has words of its own, and isn't found", name)
		}
	}
	none := Catalog{Questions: []Question{{}}, Levels: []Level{{}}, Steps: []Step{{}}, Shapes: []Shape{{}}, Crossroads: Survey{Roads: []Road{{}}}}
	if none.ByWork() {
		t.Error("nothing has words of its own, and something is found")
	}
}
