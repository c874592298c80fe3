package report_test

import (
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// The tables of this package read as a person would: the case on the left, the words on the right.

func at(level int) *int { return &level }

// placed is a result at a level with a confidence, the rest of which lies at the neighbour.
func placed(level, neighbour int, confidence float64) stages.Placement {
	r := stages.Placement{Level: at(level), SpeaksFor: at(level), Confidence: confidence, Posterior: make([]float64, 5)}
	r.Posterior[level-1] = confidence
	if neighbour > 0 {
		r.Posterior[neighbour-1] += 1 - confidence
	}
	r.Held = r.Posterior
	return r
}

// capped is a result whose answers speak for more than is held, and the strands with their levels; 0 is
// one without a chance, -1 one not asked about.
func capped(kind stages.CapKind, held, speaks int, names []string, strands map[string]int) stages.Placement {
	r := placed(held, 0, .9)
	r.SpeaksFor = at(speaks)
	r.HeldBy = &stages.Cap{Cap: kind, Level: held, Strands: names}
	r.Caps = []stages.Cap{*r.HeldBy}
	for _, s := range catalog().Strands {
		level, there := strands[s.ID]
		switch {
		case !there:
			r.Strands = append(r.Strands, stages.StrandResult{ID: s.ID, Level: at(held)})
		case level > 0:
			r.Strands = append(r.Strands, stages.StrandResult{ID: s.ID, Level: at(level)})
		default:
			r.Strands = append(r.Strands, stages.StrandResult{ID: s.ID, NoChance: level == 0})
		}
	}
	return r
}

// unsure is a result at a level whose probability lies on a run of levels alike, without a warning.
func unsure(low, high int) stages.Placement {
	r := inconsistent(low, high)
	r.Warnings = nil
	return r
}

func inconsistent(low, high int) stages.Placement {
	r := placed(low, 0, .3)
	r.Posterior = []float64{0, 0, 0, 0, 0}
	for n := low; n <= high; n++ {
		r.Posterior[n-1] = 1 / float64(high-low+1)
	}
	r.Held = r.Posterior
	r.Warnings = []stages.Warning{{Kind: stages.WarnInconsistent, Questions: []string{"craft-1"}}}
	return r
}

func TestHeadlineAndSureness(t *testing.T) {
	c := catalog()
	two := []string{"customer", "trust"}
	for _, row := range []struct {
		when           string
		result         stages.Placement
		headline, sure string
	}{
		{"clear", placed(3, 0, .95),
			"You're at level 3, Design Partner.", "Clear, well into 3."},
		{"likely, with a neighbour", placed(2, 3, .75),
			"You're at level 2, Focal Point.", "Likely, close to 3. If it isn't level 2, it's level 3, Design Partner."},
		{"between, counted as the lower", placed(2, 3, .55),
			"You're between level 2 and level 3. Counted as 2, the lower one.", "Focal Point or Design Partner: your answers fit both."},
		{"between, counted as the likelier", placed(3, 2, .55),
			"You're between level 2 and level 3. Counted as 3, the more likely one.", "Design Partner or Focal Point: your answers fit both."},
		{"not consistent", inconsistent(1, 3),
			"Between levels 1 and 3: not enough consistent evidence to name one.", "A second look at the answers that don't fit would make it more certain."},
		{"not consistent, and yet near one level", inconsistent(2, 2),
			"Near level 2: not enough consistent evidence to say more.", "A second look at the answers that don't fit would make it more certain."},
		{"too few answers, and none of them marked", unsure(1, 3),
			"Between levels 1 and 3: not enough consistent evidence to name one.", "A few more answers would make it more certain."},
		{"in between, with no neighbour to name", placed(2, 5, .55),
			"You're at level 2, Focal Point.", "A few more answers would make it more certain."},
		{"nothing but answers that tell nothing", stages.Placement{Asked: []string{"a", "b"}, Strands: []stages.StrandResult{{Skipped: 1}}},
			"No level this time: none of your answers says where you stand.", "Nothing you skipped counts against you. There was nothing to go by."},
		{"each question skipped", stages.Placement{Asked: []string{"a", "b"}, Strands: []stages.StrandResult{{Skipped: 1}, {Skipped: 1}}},
			"No level this time: everything was skipped.", "Nothing you skipped counts against you. There was nothing to go by."},
		{"everything skipped", stages.Placement{},
			"No level this time: everything was skipped.", "Nothing you skipped counts against you. There was nothing to go by."},
		{"level 5", placed(5, 0, .95),
			"You're at level 5, Partner.", "Clear, well into 5."},
		{"never had the chance", capped(stages.CapNeeds, 1, 4, two, map[string]int{"craft": 4, "customer": 0, "trust": 0}),
			"You're at level 1, Problem Solver.", "Provisional. Your craft points to level 4. Level 2 needs customer and trust, and your work hasn't given you the chance to show that yet."},
		{"one never had the chance, one not asked about", capped(stages.CapNeeds, 1, 4, two, map[string]int{"craft": 4, "customer": 0, "trust": -1}),
			"You're at level 1, Problem Solver.", "Likely. Your craft points to level 4. Level 2 needs customer and trust, which these answers say too little about."},
		{"one not met, one not asked about", capped(stages.CapNeeds, 1, 4, two, map[string]int{"craft": 4, "customer": 1, "trust": -1}),
			"You're at level 1, Problem Solver.", "Likely. Your craft points to level 4. Level 2 needs customer and trust, and your answers don't show that yet."},
		{"three strands carry it", capped(stages.CapEvidence, 2, 3, nil, map[string]int{"craft": 3, "design": 4, "voice": 3, "reach": -1}),
			"You're at level 2, Focal Point.", "Likely, well into 2. Your craft, design and voice point to level 3. What's missing for level 3 is more that others could confirm: a document, a decision on record or someone who saw it. Strands can be further along than the level, since they count everything you say."},
		{"four strands carry it", capped(stages.CapEvidence, 2, 3, nil, map[string]int{"craft": 3, "design": 4, "voice": 3, "trust": 3}),
			"You're at level 2, Focal Point.", "Likely, well into 2. Four of your six strands reach level 3. What's missing for level 3 is more that others could confirm: a document, a decision on record or someone who saw it. Strands can be further along than the level, since they count everything you say."},
		{"all strands carry it", capped(stages.CapEvidence, 2, 3, nil, map[string]int{"craft": 3, "customer": 3, "design": 4, "voice": 3, "trust": 3, "reach": 5}),
			"You're at level 2, Focal Point.", "Likely, well into 2. All six of your strands reach level 3. What's missing for level 3 is more that others could confirm: a document, a decision on record or someone who saw it. Strands can be further along than the level, since they count everything you say."},
		{"likely, held by a cap: no neighbour is named", capped2(.75),
			"You're at level 2, Focal Point.", "Likely, close to 3. Level 3 needs all-round strength; trust is behind."},
		{"the needs were not asked about", capped(stages.CapNeeds, 1, 4, two, map[string]int{"craft": 4, "design": 4, "customer": -1, "trust": -1}),
			"You're at level 1, Problem Solver.", "Likely. Your craft and design point to level 4. Level 2 needs customer and trust, which these answers say too little about."},
		{"a need not met", capped(stages.CapNeeds, 1, 3, two[:1], map[string]int{"customer": 1}),
			"You're at level 1, Problem Solver.", "Clear. Taken together, your answers point to level 3. Level 2 needs customer at 2; yours is at 1."},
		{"a need not met by its own answers, though the others lift it", capped(stages.CapNeeds, 1, 3, two[:1], map[string]int{"customer": 2}),
			"You're at level 1, Problem Solver.", "Clear. Taken together, your answers point to level 3. Level 2 needs customer, and your answers don't show that yet."},
		{"a need not met, and two strands below it that aren't needed", capped(stages.CapNeeds, 2, 3, two[:1], map[string]int{"craft": 2, "customer": 2, "design": 3, "voice": 2, "trust": 3, "reach": 3}),
			"You're at level 2, Focal Point.", "Clear, well into 2. Your design, trust and reach point to level 3. Level 3 needs customer at 3; yours is at 2. Craft and voice are fine at 2."},
		{"a need not met, and one strand below it that isn't needed", capped(stages.CapNeeds, 2, 3, two[:1], map[string]int{"craft": 2, "customer": 2, "design": 3, "voice": 1, "trust": 3, "reach": 3}),
			"You're at level 2, Focal Point.", "Clear, well into 2. Your design, trust and reach point to level 3. Level 3 needs customer at 3; yours is at 2. Craft is fine at 2."},
		{"two needs not met", capped(stages.CapNeeds, 1, 3, two, map[string]int{"customer": 1, "trust": 1}),
			"You're at level 1, Problem Solver.", "Clear. Taken together, your answers point to level 3. Level 2 needs customer and trust at 2; yours are at 1 and 1."},
		{"one strand far behind", capped(stages.CapCumulative, 2, 3, two[:1], nil),
			"You're at level 2, Focal Point.", "Clear, well into 2. Taken together, your answers point to level 3. Level 3 needs all-round strength; customer is behind."},
		{"two strands far behind", capped(stages.CapCumulative, 2, 3, two, nil),
			"You're at level 2, Focal Point.", "Clear, well into 2. Taken together, your answers point to level 3. Level 3 needs all-round strength; customer and trust are behind."},
		{"too few strands there", capped(stages.CapCumulative, 2, 3, nil, nil),
			"You're at level 2, Focal Point.", "Clear, well into 2. Taken together, your answers point to level 3. Level 3 needs all-round strength: at least half your strands at that level, and none far behind."},
		{"claims beyond events", capped(stages.CapEvidence, 2, 3, nil, nil),
			"You're at level 2, Focal Point.", "Likely, well into 2. Taken together, your answers point to level 3. What's missing for level 3 is more that others could confirm: a document, a decision on record or someone who saw it. Strands can be further along than the level, since they count everything you say."},
		{"too few answers", capped(stages.CapSupport, 2, 3, nil, nil),
			"You're at level 2, Focal Point.", "Likely, well into 2. Taken together, your answers point to level 3. Too few of your answers reach level 3."},
	} {
		if got := report.Headline(c, row.result); got != row.headline {
			t.Errorf("%s: headline\n  %s\nwant\n  %s", row.when, got, row.headline)
		}
		if got := report.Sureness(session.Result{Snapshot: *c, Placement: row.result}); got != row.sure {
			t.Errorf("%s: sureness\n  %s\nwant\n  %s", row.when, got, row.sure)
		}
	}
}

// What keeps a result from being clear is told: the strands that have no level, where nothing else is.
func TestStrandsWithoutALevelAreNamed(t *testing.T) {
	for _, row := range []struct {
		when string
		do   func(*stages.Placement)
		says string
	}{
		{"two have none", func(*stages.Placement) {}, " There are too few answers for a level on craft and voice."},
		{"after a short interview", func(r *stages.Placement) { r.Quick = true }, " This was the short interview; the long one is more certain."},
		{"half was skipped", func(r *stages.Placement) { r.Strands[0].Skipped = 8 }, ""},
		{"a cap is told", func(r *stages.Placement) { r.HeldBy = &stages.Cap{Cap: stages.CapSupport, Level: 2} }, " Too few of your answers reach level 3."},
	} {
		r := session.Result{Snapshot: *catalog(), Placement: placed(2, 0, .9)}
		r.Placement.Strands = []stages.StrandResult{{ID: "craft", Asked: 8, Skipped: 2}, {ID: "voice", Asked: 4}, {ID: "trust", Level: at(2)}}
		row.do(&r.Placement)
		if got := report.Sureness(r); !strings.HasPrefix(got, "Likely, well into 2") || !strings.HasSuffix(strings.SplitAfterN(got, ".", 2)[1], row.says) || strings.Contains(got, "too few") != strings.Contains(row.says, "too few") {
			t.Errorf("%s: %q", row.when, got)
		}
	}
}

// Who skipped half of the questions or more is told how few answers the certainty goes by.
func TestCertaintySaysHowFewAnswersItGoesBy(t *testing.T) {
	for _, row := range []struct {
		asked, skipped int
		short, sure    string
	}{
		{15, 7, "Focal Point, level 2, clear.", "Clear, well into 2."},
		{14, 7, "Focal Point, level 2, clear, going by only seven answers.", "Clear, well into 2, going by only seven answers."},
		{30, 29, "Focal Point, level 2, clear, going by one answer.", "Clear, well into 2, going by one answer."},
	} {
		r := session.Result{Snapshot: *catalog(), Placement: placed(2, 0, .9)}
		r.Placement.Strands = []stages.StrandResult{{ID: "craft", Level: at(2), Asked: row.asked - 5, Skipped: row.skipped - 3}, {ID: "voice", Level: at(2), Asked: 5, Skipped: 3}}
		if short, sure := report.Short(&r.Snapshot, r.Placement), report.Sureness(r); short != row.short || sure != row.sure {
			t.Errorf("%d of %d skipped: %q, %q", row.skipped, row.asked, short, sure)
		}
		r.Placement.Posterior[1], r.Placement.Posterior[2], r.Placement.Confidence = .8, .2, .8
		if got := report.Short(&r.Snapshot, r.Placement); got != strings.Replace(row.short, "clear", "likely", 1) {
			t.Errorf("%d of %d skipped, likely: %q", row.skipped, row.asked, got)
		}
	}
}

// The short interview says that the long one is surer, and nothing of a level where there is none.
func TestShortInterviewSaysSo(t *testing.T) {
	short := func(r stages.Placement) stages.Placement {
		r.Quick = true
		return r
	}
	for _, row := range []struct {
		result stages.Placement
		sure   string
	}{
		{short(placed(2, 0, .84)), "Likely, well into 2. This was the short interview; the long one is more certain."},
		{short(capped(stages.CapEvidence, 2, 3, nil, nil)),
			"Likely, well into 2. Taken together, your answers point to level 3. What's missing for level 3 is more that others could confirm: a document, a decision on record or someone who saw it. Strands can be further along than the level, since they count everything you say. This was the short interview; the long one is more certain."},
		{short(stages.Placement{}), "Nothing you skipped counts against you. There was nothing to go by."},
	} {
		if got := report.Sureness(session.Result{Snapshot: *catalog(), Placement: row.result}); got != row.sure {
			t.Errorf("%s\nwant\n%s", got, row.sure)
		}
	}
}

// capped2 is a result at level 2, with this confidence, held by a cap although its answers speak for no more.
func capped2(confidence float64) stages.Placement {
	r := placed(2, 3, confidence)
	r.HeldBy = &stages.Cap{Cap: stages.CapCumulative, Level: 2, Strands: []string{"trust"}}
	return r
}

func TestShortAndAhead(t *testing.T) {
	for _, row := range []struct {
		when         string
		result       stages.Placement
		short, ahead string
	}{
		{"clear", placed(2, 0, .85), "Focal Point, level 2, clear.", "Level 2 of 5: Focal Point; next: Design Partner."},
		{"likely", placed(2, 3, .84), "Focal Point, level 2, likely.", "Level 2 of 5: Focal Point; next: Design Partner."},
		{"the highest", placed(5, 0, .9), "Partner, level 5, clear.", "Level 5 of 5: Partner."},
		{"between", placed(2, 3, .55), "You're between level 2 and level 3. Counted as 2, the lower one.", "Level 2 of 5: Focal Point; next: Design Partner."},
		{"in between, with no neighbour to name", placed(2, 5, .55), "You're at level 2, Focal Point.", "Level 2 of 5: Focal Point; next: Design Partner."},
		{"not consistent", inconsistent(2, 2), "Near level 2: not enough consistent evidence to say more.", ""},
		{"skipped", stages.Placement{}, "No level this time: everything was skipped.", ""},
	} {
		if got := report.Short(catalog(), row.result); got != row.short {
			t.Errorf("%s: in short %q, want %q", row.when, got, row.short)
		}
		if got := report.Ahead(catalog(), row.result); got != row.ahead {
			t.Errorf("%s: ahead %q, want %q", row.when, got, row.ahead)
		}
	}
}

func TestHeadlineBrief(t *testing.T) {
	for want, r := range map[string]stages.Placement{"Between levels 1 and 3.": inconsistent(1, 3), "Near level 2.": inconsistent(2, 2),
		"You're at level 2, Focal Point.": placed(2, 0, .85), "No level this time: everything was skipped.": {}} {
		if got := report.HeadlineBrief(catalog(), r); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestBetween(t *testing.T) {
	for confidence, want := range map[float64]int{.44: 0, .46: 3, .64: 3, .66: 0} {
		if got := report.Between(placed(2, 3, confidence)); got != want {
			t.Errorf("at %.2f between 2 and %d, want %d", confidence, got, want)
		}
	}
}

func TestOpens(t *testing.T) {
	needs := capped(stages.CapNeeds, 1, 4, []string{"customer"}, nil)
	if got := report.Opens(catalog(), needs); got != "What gives you a chance at level 2: one customer, and another team counts as one." {
		t.Error(got)
	}
	ended := catalog()
	ended.Levels[1].Opens = "one customer."
	if got := report.Opens(ended, needs); got != "What gives you a chance at level 2: one customer." {
		t.Error(got)
	}
	for _, r := range []stages.Placement{placed(2, 0, .9), capped(stages.CapNeeds, 2, 4, nil, nil), capped(stages.CapEvidence, 1, 2, nil, nil)} {
		if got := report.Opens(catalog(), r); got != "" {
			t.Errorf("said of what a chance does not open: %s", got)
		}
	}
}

func TestPathWords(t *testing.T) {
	speaks := capped(stages.CapEvidence, 2, 4, nil, nil)
	for _, row := range []struct {
		when   string
		result stages.Placement
		words  string // level by level
	}{
		{"clear", placed(2, 0, .95), "passed / you are here / ahead / ahead / ahead"},
		{"likely", placed(2, 3, .75), "passed / you are here / could be this instead / ahead / ahead"},
		{"capped", speaks, "passed / you are here / ahead / where your answers point / ahead"},
		{"not consistent", inconsistent(1, 3), "your answers point here / your answers point here / your answers point here /  / "},
		{"between", placed(3, 2, .55), "passed / could be this instead / you are here / ahead / ahead"},
		{"held by a cap, with a neighbour", capped2(.75), "passed / you are here / ahead / ahead / ahead"},
		{"skipped", stages.Placement{}, " /  /  /  / "},
	} {
		var words []string
		for n := 1; n <= 5; n++ {
			words = append(words, report.PathWords(row.result, n))
		}
		if got := strings.Join(words, " / "); got != row.words {
			t.Errorf("%s: %s\nwant %s", row.when, got, row.words)
		}
	}
}

// The export has the page of a level that was named, and says which level asks what comes next.
func TestPageOfTheLevel(t *testing.T) {
	for _, row := range []struct {
		result stages.Placement
		has    string
		lacks  string
	}{
		{placed(4, 0, .9), "## Level 4, Trusted Advisor\n\n- **What it is:** People bring you what nobody else has solved.\n" +
			"- **How it feels:** The best hour is the one in which it makes sense.\n- **Relied on for:** The team relies on a straight answer.\n" +
			"- **The trap:** The next problem is waiting already.\n- **Level 5 adds:** Somebody to serve who knows your name.\n- **Worth keeping:** Keep your hands on the work.\n", "What's next"},
		{placed(5, 0, .9), "## Level 5, Partner\n", "Level 6"},
		{placed(5, 0, .9), "- **What's next:** Somebody to serve", "Level 6"},
		{placed(2, 3, .55), "## Level 2, Focal Point\n", "What's next"},
		{inconsistent(1, 3), "## Where\n", "## Level"},
		{stages.Placement{}, "## Where\n", "## Level"},
	} {
		var out strings.Builder
		e := report.Export{Result: session.Result{Placement: row.result, Snapshot: *catalog()}}
		if err := e.Markdown(&out); err != nil {
			t.Fatal(err)
		}
		if got := out.String(); !strings.Contains(got, row.has) || strings.Contains(got, row.lacks) {
			t.Errorf("%s\nwant in it %q, and no %q", got, row.has, row.lacks)
		}
	}
	if parts := report.LevelParts(&stages.Catalog{Levels: []stages.Level{{}, {About: "It is.", Trap: "It traps."}}}, 2, ""); len(parts) != 2 {
		t.Errorf("a level of two parts has %v", parts)
	}
}
