package content

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"waymark/stages"
)

// checker looks for what is well-formed and still can't be used: names of nothing, levels that are
// missing, anchors out of range.
type checker struct {
	*reader
	*stages.Catalog
	strands, questions []string                       // their ids, for hints
	ids                map[string]map[string]Position // by kind of thing, then id: where it is first
	paired             map[string]pairing             // by question id
}

func check(c *stages.Catalog, r *reader) {
	k := &checker{reader: r, Catalog: c, ids: map[string]map[string]Position{}, paired: map[string]pairing{}}
	for _, s := range c.Strands {
		k.strands = append(k.strands, s.ID)
	}
	for i := range c.Questions {
		k.questions = append(k.questions, c.Questions[i].ID)
	}
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
	k.aims(&c.Aims)
	for i := range c.Guidance {
		k.id("guide", c.Guidance[i].ID, fmt.Sprintf("guidance[%d].id", i))
	}
	if !r.failed {
		k.measures()
	}
}

// wrong records an error at a path, if there is a value: nothing is wrong with what was not given, and
// what could not be read is told already.
func (r *reader) wrong(path, what, fix string) {
	if at := r.at[path]; at != (Position{}) {
		r.add(Fault{Position: at, What: what, Fix: fix})
	}
}

func (r *reader) warn(path, what, fix string) {
	r.add(Fault{Position: r.at[path], What: what, Fix: fix, Warning: true})
}

// catalog checks what no single file need hold, but all of them together must.
func (k *checker) catalog() {
	for _, name := range k.missing(reflect.TypeFor[stages.Catalog](), "") {
		k.add(Fault{What: fmt.Sprintf("no file has %q", name), Fix: fmt.Sprintf("add the field %q to one of the files", name)})
	}
	k.filled("strands", "strands")
	k.filled("questions", "questions")
	k.id("content", k.ID, "id")
}

// filled checks that a list which was given has an entry.
func (k *checker) filled(path, name string) {
	if _, ok := k.at[path+"[0]"]; !ok {
		k.wrong(path, fmt.Sprintf("%q is an empty list", name), "add at least one entry")
	}
}

var idPattern = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// id checks the form of an id, and that no other thing of its kind has it.
func (k *checker) id(kind, id, path string) {
	if !idPattern.MatchString(id) {
		k.wrong(path, sprintf("the %s id %q is malformed", kind, id), "use lower-case letters, digits and single hyphens")
	}
	if k.ids[kind] == nil {
		k.ids[kind] = map[string]Position{}
	}
	if first, ok := k.ids[kind][id]; ok {
		k.wrong(path, sprintf("the %s id %q is already used at %s", kind, id, first), "choose another id")
		return
	}
	k.ids[kind][id] = k.at[path]
}

func (k *checker) levels() {
	var at [stages.Levels + 1][]int // by level
	for i := range k.Levels {
		level, path := &k.Levels[i], fmt.Sprintf("levels[%d]", i)
		k.id("level", level.ID, path+".id")
		if level.Level < 1 || level.Level > stages.Levels {
			k.wrong(path+".level", fmt.Sprintf("level %d is out of range", level.Level), "number the levels from 1 to 5")
		} else {
			at[level.Level] = append(at[level.Level], i)
		}
		for j, need := range level.Needs {
			k.strandNamed(need, fmt.Sprintf("%s.needs[%d]", path, j))
		}
		k.works(level.EvidenceIn, path+".evidence_in")
	}
	for n := 1; n <= stages.Levels; n++ {
		switch {
		case len(at[n]) == 0:
			k.wrong("levels", fmt.Sprintf("level %d is missing", n), fmt.Sprintf("add an entry with `level: %d`", n))
		case len(at[n]) > 1:
			k.wrong(fmt.Sprintf("levels[%d].level", at[n][1]), fmt.Sprintf("level %d is given twice", n), "give each level once")
		}
	}
	slices.SortStableFunc(k.Levels, func(a, b stages.Level) int { return a.Level - b.Level })
}

func (k *checker) strandNamed(id, path string) {
	if _, ok := k.ids["strand"][id]; !ok {
		k.wrong(path, sprintf("there's no strand %q", id), k.nearest(id, k.strands))
	}
}

func (k *checker) strand(s *stages.Strand, path string) {
	k.id("strand", s.ID, path+".id")
	if len(s.At) != stages.Levels {
		k.wrong(path+".at", sprintf("strand %q has %s", s.ID, count(len(s.At), "sentence")), "write five, one per level, lowest first")
	}
}

func (k *checker) step(s *stages.Step, path string) {
	k.id("step", s.ID, path+".id")
	for _, taken := range []string{stages.RoadStep, stages.TalkStep} {
		if strings.HasPrefix(s.ID, taken) {
			k.wrong(path+".id", sprintf("the id %q begins with %q, as what a survey puts into a plan does", s.ID, taken),
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
		k.wrong(path+".purpose", sprintf("there's no purpose %q", s.Purpose), "write keep or widen, or remove the line")
	}
	if s.Level < lowest || s.Level > stages.Levels {
		k.wrong(path+".level", sprintf("step %q is for level %d", s.ID, s.Level),
			fmt.Sprintf("name a level from %d to %d", lowest, stages.Levels))
	}
	k.weeks(s.Weeks, path)
	k.works(s.FirstIn, path+".first_in")
	k.roadsNamed(s.Roads, path+".roads")
	for _, question := range slices.Sorted(maps.Keys(s.Moves)) {
		at := path + ".moves." + question
		if o := k.optionNamed(question, s.Moves[question], at, at); o != nil && !o.SpeaksFor(s.Level) {
			k.wrong(at, sprintf("step %q leads to level %d, but the answer %q is anchored at %g", s.ID, s.Level, o.ID, o.Level),
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
			k.wrong(fmt.Sprintf("%s[%d]", path, i), sprintf("there's no road %q", id), k.nearest(id, roads))
		}
	}
}

func (k *checker) weeks(weeks int, path string) {
	if weeks < 1 || weeks > 52 {
		k.wrong(path+".weeks", fmt.Sprintf("%d weeks is out of range", weeks), "write 1 to 52 weeks")
	}
}
