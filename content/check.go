package content

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"waymark/stages"
)

// checker looks for what is well-formed and still can't be used: names of nothing, levels that are
// missing, anchors out of range.
type checker struct {
	*reader
	*stages.Catalog
	strands, questions []string                     // their ids, for hints
	asked              map[string]*stages.Question  // by id, those of the levels
	ids                map[string]map[string]string // by kind of thing, then id: the path where it is first
	paired             map[string]pairing           // by question id
	unanchored         map[*stages.Option]bool      // those without a level that can be used
	// top is the highest level; the highest there could be, as long as the levels are wrong and that is told.
	top int
}

func newChecker(c *stages.Catalog, r *reader) *checker {
	k := &checker{reader: r, Catalog: c, asked: map[string]*stages.Question{}, ids: map[string]map[string]string{}, paired: map[string]pairing{}, unanchored: map[*stages.Option]bool{}, top: stages.MaxLevels}
	if numbered(c.Levels) {
		k.top = len(c.Levels)
	}
	for _, s := range c.Strands {
		k.strands = named(k.strands, s.ID)
	}
	for i := range c.Questions {
		q := &c.Questions[i]
		k.questions = named(k.questions, q.ID)
		if k.asked[q.ID] == nil {
			k.asked[q.ID] = q
		}
	}
	return k
}

// numbered reports whether levels are as many as can be, and numbered from 1 in whatever order.
func numbered(levels []stages.Level) bool {
	for n := range levels {
		if !slices.ContainsFunc(levels, func(l stages.Level) bool { return l.Level == n+1 }) {
			return false
		}
	}
	return len(levels) >= stages.MinLevels && len(levels) <= stages.MaxLevels
}

// named adds an id to those that a hint may give.
func named(ids []string, id string) []string {
	if idPattern().MatchString(id) {
		return append(ids, id)
	}
	return ids
}

func check(c *stages.Catalog, r *reader) {
	k := newChecker(c, r)
	k.catalog()
	for i := range c.Strands { // before those who name them
		k.strand(&c.Strands[i], fmt.Sprintf("strands[%d]", i))
	}
	k.levels()
	for i := range c.Questions {
		k.question(&c.Questions[i], fmt.Sprintf("questions[%d]", i))
	}
	for i := range c.Questions {
		k.pair(&c.Questions[i], fmt.Sprintf("questions[%d].pair", i))
		k.sisters(&c.Questions[i], fmt.Sprintf("questions[%d].sisters", i))
	}
	k.survey(&c.Crossroads, "crossroads", "roads", "winds")
	k.survey(&c.Surroundings, "surroundings", "winds", "roads")
	for i := range c.Steps {
		k.step(&c.Steps[i], fmt.Sprintf("steps[%d]", i))
	}
	for i := range c.Strengths {
		k.strength(&c.Strengths[i], fmt.Sprintf("strengths[%d]", i))
	}
	for i := range c.Shapes {
		k.shape(&c.Shapes[i], fmt.Sprintf("shapes[%d]", i))
	}
	k.serves(&c.Serves)
	k.placeholders(&c.Serves)
	k.aims(&c.Aims)
	for i := range c.Guidance {
		k.id("guide", c.Guidance[i].ID, fmt.Sprintf("guidance[%d].id", i))
	}
	if !r.failed {
		k.measures()
		k.weak()
	}
}

// wrong records an error at a path, if there is a value: nothing is wrong with what was not given, and
// what could not be read is told already.
func (r *reader) wrong(path string, code Code, what, fix string) {
	r.addAt(path, Fault{Code: code, What: what, Fix: fix})
}

// unknown records that a path names something that there is not.
func (r *reader) unknown(path, what, name string, known []string) {
	f := Fault{Code: CodeUnknown, What: what}
	f.Meant, f.Fix = r.nearest(name, known)
	r.addAt(path, f)
}

// unknownKey records that the key at the end of a path names something that there is not.
func (r *reader) unknownKey(path, what, name string, known []string) {
	key, _ := r.lookup(nil, r.root, path)
	if key == nil || r.told[path] {
		return
	}
	f := Fault{Position: r.place(key), Code: CodeUnknown, What: what}
	f.Meant, f.Fix = r.nearest(name, known)
	r.add(f)
}

func (r *reader) warn(path string, code Code, what, fix string) {
	r.addAt(path, Fault{Code: code, What: what, Fix: fix, Warning: true})
}

// addAt records a fault at a path that there is. Once very many are counted, it no longer looks, which takes
// time.
func (r *reader) addAt(path string, f Fault) {
	if r.failed && r.more > maxCounted {
		r.add(f)
		return
	}
	if n := r.at(path); n != nil && !r.told[path] {
		f.Position = r.place(n)
		r.add(f)
	}
}

// catalog checks what no single file need hold, but all of them together must.
func (k *checker) catalog() {
	for _, name := range k.missing(k.root, reflect.TypeFor[stages.Catalog](), "") {
		k.add(Fault{Code: CodeFieldMissing, What: fmt.Sprintf("no file has %q", name), Fix: fmt.Sprintf("add the field %q to one of the files", name)})
	}
	k.nonEmpty("strands", "strands")
	if n := len(k.Strands); n > stages.MaxStrands {
		k.wrong(fmt.Sprintf("strands[%d]", stages.MaxStrands), CodeNumber, fmt.Sprintf("there are %d strands", n), fmt.Sprintf("keep %d at most", stages.MaxStrands))
	}
	k.nonEmpty("questions", "questions")
	k.id("content", k.ID, "id")
	k.language()
}

// nonEmpty checks that a list which was given has an entry.
func (k *checker) nonEmpty(path, name string) {
	if k.at(path+"[0]") == nil {
		k.wrong(path, CodeNumber, fmt.Sprintf("%q is an empty list", name), "add at least one entry")
	}
}

var idPattern = pattern(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// id checks the form of an id, and that no other thing of its kind has it.
func (k *checker) id(kind, id, path string) {
	if !idPattern().MatchString(id) {
		f := Fault{Code: CodeIDMalformed, What: sprintf("the %s id %q is malformed", kind, id), Fix: "use lower-case letters, digits and single hyphens"}
		if made := plainName(id); idPattern().MatchString(made) {
			f.Meant, f.Fix = made, f.Fix+sprintf(": %s", made)
		}
		k.addAt(path, f)
	}
	if k.ids[kind] == nil {
		k.ids[kind] = map[string]string{}
	}
	if first, ok := k.ids[kind][id]; ok {
		k.wrong(path, CodeIDTaken, sprintf("the %s id %q is already used", kind, id)+k.since(first), "choose another id")
		return
	}
	k.ids[kind][id] = path
}

// since says where a path was given first: a thing that has no id, and so could be taken for one with an
// empty one, was not.
func (k *checker) since(path string) string {
	if n := k.at(path); n != nil {
		return fmt.Sprintf(" at %s", k.place(n))
	}
	return ""
}

func (k *checker) levels() {
	if len(k.Levels) == 0 {
		k.wrong("levels", CodeNumber, "\"levels\" is an empty list", fmt.Sprintf("add %d to %d levels", stages.MinLevels, stages.MaxLevels))
		return
	}
	var at [stages.MaxLevels + 1][]int // by level
	top := stages.MinLevels
	for i := range k.Levels {
		level, path := &k.Levels[i], fmt.Sprintf("levels[%d]", i)
		k.id("level", level.ID, path+".id")
		if level.Level < 1 || level.Level > stages.MaxLevels {
			k.wrong(path+".level", CodeRange, fmt.Sprintf("level %d is out of range", level.Level), fmt.Sprintf("number the levels from 1 up, to %d at most", stages.MaxLevels))
		} else {
			at[level.Level] = append(at[level.Level], i)
			top = max(top, level.Level)
		}
		for j, need := range level.Needs {
			k.strandNamed(need, fmt.Sprintf("%s.needs[%d]", path, j))
		}
		k.works(level.EvidenceIn, path+".evidence_in")
	}
	var missing []string
	for n := 1; n <= top; n++ {
		switch {
		case len(at[n]) == 0:
			missing = append(missing, fmt.Sprint(n))
		case len(at[n]) > 1:
			k.wrong(fmt.Sprintf("levels[%d].level", at[n][1]), CodeGivenTwice, fmt.Sprintf("level %d is given twice", n), "give each level once")
		}
	}
	if len(missing) == 1 {
		k.wrong("levels", CodeFieldMissing, "there's no level "+missing[0], "add an entry with `level: "+missing[0]+"`")
	} else if len(missing) > 1 {
		k.wrong("levels", CodeFieldMissing, "there are no levels "+strings.Join(missing, ", "), "add an entry for each")
	}
	slices.SortStableFunc(k.Levels, func(a, b stages.Level) int { return a.Level - b.Level })
}

func (k *checker) strandNamed(id, path string) {
	if _, ok := k.ids["strand"][id]; !ok && len(k.strands) > 0 { // that there are none is told once
		k.unknown(path, sprintf("there's no strand %q", id), id, k.strands)
	}
}

func (k *checker) strand(s *stages.Strand, path string) {
	k.id("strand", s.ID, path+".id")
	if numbered(k.Levels) && len(s.At) != k.top {
		k.wrong(path+".at", CodeNumber, sprintf("strand %q has %s", s.ID, count(len(s.At), "sentence")), fmt.Sprintf("write %d, one per level, lowest first", k.top))
	}
}

func (k *checker) step(s *stages.Step, path string) {
	k.id("step", s.ID, path+".id")
	for _, taken := range []string{stages.RoadStep, stages.TalkStep} {
		if strings.HasPrefix(s.ID, taken) {
			k.wrong(path+".id", CodeMisplaced, sprintf("the id %q begins with %q, as what a survey puts into a plan does", s.ID, taken),
				"begin it with something else")
		}
	}
	k.strandNamed(s.Strand, path+".strand")
	lowest := 1
	switch s.Purpose {
	case stages.Reach:
		lowest = 2 // nobody has to be led to level 1
	case stages.Keep, stages.Widen:
	default:
		k.wrong(path+".purpose", CodeUnknown, sprintf("there's no purpose %q", s.Purpose), "write keep or widen, or remove the line")
	}
	ranged := s.Level >= lowest && s.Level <= k.top
	if !ranged {
		k.wrong(path+".level", CodeRange, sprintf("step %q is for level %d", s.ID, s.Level),
			fmt.Sprintf("name a level from %d to %d", lowest, k.top))
	}
	k.weeks(s.Weeks, path)
	k.works(s.FirstIn, path+".first_in")
	k.roadsNamed(s.Roads, path+".roads")
	k.windsNamed(s.BlockedBy, path+".blocked_by")
	k.answersNamed(s.Done, path+".done")
	for _, question := range slices.Sorted(maps.Keys(s.Moves)) {
		at := path + ".moves." + question
		if o := k.optionNamed(question, s.Moves[question], at, at); o != nil && ranged && !o.SpeaksFor(s.Level) {
			k.wrong(at, CodeClaims, sprintf("step %q leads to level %d, but the answer %q is anchored at %g", s.ID, s.Level, o.ID, o.Level),
				"name an answer at its level, or give the step the answer's level")
		}
	}
}

// roadsNamed checks that the crossroads have the roads.
func (k *checker) roadsNamed(ids []string, path string) {
	var roads []string
	for _, r := range k.Crossroads.Roads {
		roads = append(roads, r.ID)
	}
	for i, id := range ids {
		if !slices.Contains(roads, id) {
			k.unknown(fmt.Sprintf("%s[%d]", path, i), sprintf("there's no road %q", id), id, roads)
		}
	}
}

func (k *checker) weeks(weeks int, path string) {
	if weeks < 1 || weeks > 52 {
		k.wrong(path+".weeks", CodeRange, fmt.Sprintf("%d weeks is out of range", weeks), "write 1 to 52 weeks")
	}
}
