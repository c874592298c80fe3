package report

import (
	"fmt"
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// NothingAsked is said of a strand without a question.
const NothingAsked locale.Message = "You weren't asked about this strand."

// Target is the level that strands are held against: the next, or the highest where one is there.
func Target(r stages.Placement) int {
	if r.Level == nil {
		return 2
	}
	return min(*r.Level+1, r.Levels())
}

// Depth says how far into the held level the person is: "early in 2", "well into 2", "close to 3". It is empty
// where that cannot be told.
func Depth(r stages.Placement) string {
	if r.Level == nil {
		return ""
	}
	return depthWords(r.Depth(), *r.Level)
}

func depthWords(d stages.Depth, level int) string {
	switch d {
	case stages.Early:
		return locale.Sprintf("early in %d", level)
	case stages.Well:
		return locale.Sprintf("well into %d", level)
	case stages.CloseToNext:
		return locale.Sprintf("close to %d", level+1)
	}
	return ""
}

// StrandDepth says how far into its level a strand is, or only the level where that cannot be told. It is empty
// for a strand that is not assessed.
func StrandDepth(r stages.Placement, s stages.StrandResult) string {
	if s.Level == nil {
		return ""
	}
	return or(depthWords(r.StrandDepth(s), *s.Level), fmt.Sprint(*s.Level))
}

// Position is where a strand is drawn along the levels, such as 2.5: each level begins at its number and ends before
// the next, and the three thirds of it are what [StrandDepth] says, so that a drawing never says anything else. The
// strand must be assessed.
func Position(r stages.Placement, s stages.StrandResult) float64 {
	const third, within = 1.0 / 3, 0.999 / 3
	level := float64(*s.Level)
	low, high := max(level-0.5, 1), min(level+0.5, float64(r.Levels()))
	into := (s.Mean() - low) / (high - low)
	if depth := r.StrandDepth(s); depth != stages.DepthUnknown {
		from := third * float64(depth-stages.Early)
		return level + max(from, min(into, from+within))
	}
	return level + max(0, min(into, 2*third)) // not in the last third, which says that it's close to the next
}

// StrandLevels is the level of each strand in a line: craft 2  customer 4; empty where the result has none.
func StrandLevels(r session.Result) string {
	var out []string
	for _, s := range r.Placement.Strands {
		if s.Level != nil {
			out = append(out, fmt.Sprintf("%s %d", StrandName(&r.Snapshot, s.ID), *s.Level))
		}
	}
	return strings.Join(out, "  ")
}

// StrandSpread says which levels the answers along a strand leave open; empty where they leave one, or none is
// known.
func StrandSpread(r stages.Placement, s stages.StrandResult) string {
	lo, hi := s.Span()
	switch {
	case lo == hi || r.Certainty() == stages.Unclear:
		return ""
	case hi-lo == 1:
		return locale.Sprintf("It could be %d or %d.", lo, hi)
	}
	return locale.Sprintf("It could be anything from %d to %d.", lo, hi)
}

// Standing says in words what a strand's strip shows.
func Standing(r stages.Placement, s stages.StrandResult) string { return standsAgainst(r, s, Against) }

// StandingInFull is [Standing] in prose, which says what's counted: one level below 3.
func StandingInFull(r stages.Placement, s stages.StrandResult) string {
	return standsAgainst(r, s, againstInFull)
}

func standsAgainst(r stages.Placement, s stages.StrandResult, against func(stages.StrandResult, int) string) string {
	if s.Level == nil {
		return against(s, Target(r))
	}
	if depth := r.StrandDepth(s); depth == stages.CloseToNext && *s.Level+1 == Target(r) {
		return StrandDepth(r, s)
	}
	if r.StrandDepth(s) == stages.DepthUnknown && *s.Level == Target(r) { // which the level alone would say twice
		return against(s, Target(r))
	}
	return fmt.Sprintf("%s, %s", StrandDepth(r, s), against(s, Target(r)))
}

// StandingBrief is [Standing] for narrow screens.
func StandingBrief(r stages.Placement, s stages.StrandResult) string {
	return or(StrandDepth(r, s), locale.Text("not assessed"))
}

// StandingOpen is [StandingBrief], but the levels where the answers leave open which it is, for narrow screens without a key to that.
func StandingOpen(r stages.Placement, s stages.StrandResult) string {
	switch lo, hi := s.Span(); {
	case lo == hi:
		return StandingBrief(r, s)
	case hi-lo == 1:
		return locale.Sprintf("%d or %d", lo, hi)
	default:
		return locale.Sprintf("%d to %d", lo, hi)
	}
}

// StandingSince is how a strand stands, and how it stood before.
func StandingSince(now, then string) string {
	if now == then {
		return locale.Sprintf("still %s", now)
	}
	return locale.Sprintf("%[1]s, was %[2]s", now, then)
}

// StrandNext is what one level up reads along a strand, in the words of the content: "Level 3 here: …". It is
// empty at the highest level, and where the strand is not assessed. Where what's told of it is at that level already, the answer
// would meet what's said to be ahead; so may an event along a strand that's close to that level. There it's the answer that's lowest.
func StrandNext(r session.Result, s stages.StrandResult) string {
	switch {
	case s.Level == nil:
		return ""
	case reachesNext(r, s):
		return lowestAlong(r, s)
	}
	c := &r.Snapshot
	for i := range c.Strands {
		if at := c.Strands[i].At; c.Strands[i].ID == s.ID && len(at) > *s.Level {
			return locale.Sprintf("Level %d here: %s", *s.Level+1, stages.OneLine(at[*s.Level]))
		}
	}
	return ""
}

// reachesNext reports whether what's told of a strand is at the level after the strand's or, where that's close, an event is.
func reachesNext(r session.Result, s stages.StrandResult) bool {
	next, told := float64(*s.Level+1), nearestShown(r, s.ID)
	return told != nil && told.Option.Level >= next || r.Placement.StrandDepth(s) == stages.CloseToNext &&
		slices.ContainsFunc(r.Snapshot.Shown(r.Interview.Answers, s.ID), func(s stages.Shown) bool { return s.Question.Evidence && s.Option.Level >= next })
}

// lowestAlong is the answer along a strand that speaks for the least, where the strand is below what it's held against, that
// answer doesn't speak for the next level, and it isn't the one that the strand is told by; else it's empty.
func lowestAlong(r session.Result, s stages.StrandResult) string {
	if *s.Level >= Target(r.Placement) {
		return ""
	}
	told := nearestShown(r, s.ID)
	var lowest *stages.Question
	least := float64(*s.Level + 1)
	for i := range r.Snapshot.Questions {
		q := &r.Snapshot.Questions[i]
		a, asked := r.Interview.Answers[q.ID]
		if q.Strand != s.ID || !asked || a.Skip != "" || told != nil && told.Question.ID == q.ID {
			continue
		}
		if level, below := below(q, a, *s.Level+1); below && level < least {
			lowest, least = q, level
		}
	}
	if lowest == nil {
		return ""
	}
	return locale.Sprintf("Lowest answer here: %s", answerTo(lowest, Answer(lowest, r.Interview.Answers[lowest.ID])))
}

// below is what an answer speaks for, where that's below a level: an option, or none of the boxes.
func below(q *stages.Question, a stages.Answer, level int) (speaksFor float64, is bool) {
	if q.Several() {
		return 0, len(a.Options) == 0
	}
	for _, id := range a.Options {
		if o := q.Option(id); o != nil && !o.SpeaksFor(level) {
			return o.Level, true
		}
	}
	return 0, false
}

// Against says how a strand stands against a level.
func Against(s stages.StrandResult, target int) string {
	switch {
	case s.Level == nil && s.NoChance && s.Asked > s.Skipped:
		return locale.Text("too few answers: most skipped (no chance yet)")
	case s.Level == nil && s.NoChance:
		return locale.Text("not assessed: no chance yet")
	case s.Level == nil && s.Asked > s.Skipped:
		return locale.Text("too few answers to say")
	case s.Level == nil:
		return locale.Text("not assessed")
	case *s.Level > target:
		above := *s.Level - target
		return locale.Plural(above, "one above %[2]d", "%[1]s above %[2]d", Number(above), target)
	case *s.Level == target:
		return locale.Sprintf("reaches %d", target)
	}
	below := target - *s.Level
	return locale.Plural(below, "one below %[2]d", "%[1]s below %[2]d", Number(below), target)
}

// againstInFull is [Against] with what's counted.
func againstInFull(s stages.StrandResult, target int) string {
	if s.Level == nil || *s.Level == target {
		return Against(s, target)
	}
	if by := *s.Level - target; by > 0 {
		return locale.Plural(by, "one level above %[2]d", "%[1]s levels above %[2]d", Number(by), target)
	}
	by := target - *s.Level
	return locale.Plural(by, "one level below %[2]d", "%[1]s levels below %[2]d", Number(by), target)
}

// StrandName returns the name of a strand.
func StrandName(c *stages.Catalog, id string) string {
	for i := range c.Strands {
		if c.Strands[i].ID == id {
			return c.Strands[i].Name
		}
	}
	return id
}

func strandNames(c *stages.Catalog, ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, StrandName(c, id))
	}
	return out
}

// StrandParts is what there is to know of a strand beside how it stands: what the person did, what one level up
// reads, and what the answers leave open.
func StrandParts(r session.Result, s stages.StrandResult) []Part {
	parts := []Part{{locale.Text("You"), StrandShown(r, s.ID)}, {locale.Text("One level up"), StrandNext(r, s)}, {locale.Text("Left open"), StrandSpread(r.Placement, s)}}
	return slices.DeleteFunc(parts, func(p Part) bool { return p.Text == "" })
}

// strand is the result along a strand.
func strand(r stages.Placement, id string) stages.StrandResult {
	for _, s := range r.Strands {
		if s.ID == id {
			return s
		}
	}
	return stages.StrandResult{ID: id}
}

// strands is the table of the strands, each with its level, how that stands, and what it looks like.
func (e Export) strands(to renderer) {
	c, r := &e.Result.Snapshot, e.Result.Placement
	target := Target(r)
	var rows [][]string
	for _, s := range r.Strands {
		level, looks := "", ""
		if s.Level != nil {
			level, looks = strandLevel(r, s), strings.TrimSpace(StrandShown(e.Result, s.ID)+" "+StrandNext(e.Result, s))
		}
		rows = append(rows, []string{StrandName(c, s.ID), level, Against(s, target), looks})
	}
	to.heading(3, Capital(locale.Plural(len(rows), "one strand, compared with level %[2]d", "%[1]s strands, compared with level %[2]d", Number(len(rows)), target)))
	to.strands(r, []string{locale.Text("Strand"), locale.Text("Level"), locale.Sprintf("Compared with level %d", target), locale.Text("What your answers show")}, rows)
	to.para(Shape(c, r), e.PlaceSays())
}

// StripKey says what is drawn of a strand beside a level.
func StripKey(target int) string {
	return locale.Sprintf("The diamond shows where a strand stands, the dotted line what your answers leave open, and the longest tick level %d.", target)
}

// strandLevel is the level of a strand for a table, with how far into it.
func strandLevel(r stages.Placement, s stages.StrandResult) string {
	if depth := r.StrandDepth(s); depth != stages.CloseToNext {
		return StrandDepth(r, s)
	}
	return fmt.Sprintf("%d, %s", *s.Level, StrandDepth(r, s))
}
