package content

import (
	"fmt"
	"regexp"
	"slices"

	"waymark/stages"
)

// checker looks for what is well-formed and still cannot be used: names that lead nowhere, levels
// that are missing, anchors out of range.
type checker struct {
	*reader
	*stages.Catalog
	strands []string
	ids     map[string]map[string]Position // by kind of thing, then id: where it stands first
}

func check(c *stages.Catalog, r *reader) {
	k := &checker{reader: r, Catalog: c, ids: map[string]map[string]Position{}}
	for i := range c.Strands {
		k.strands = append(k.strands, c.Strands[i].ID)
	}
	k.catalog()
	k.levels()
	for i := range c.Strands {
		k.strand(&c.Strands[i], fmt.Sprintf("strands[%d]", i))
	}
	for i := range c.Questions {
		k.question(&c.Questions[i], fmt.Sprintf("questions[%d]", i))
	}
	for i := range c.Steps {
		k.step(&c.Steps[i], fmt.Sprintf("steps[%d]", i))
	}
	k.survey(&c.Crossroads, "crossroads")
	k.survey(&c.Surroundings, "surroundings")
	for i := range c.Strengths {
		k.strength(&c.Strengths[i], fmt.Sprintf("strengths[%d]", i))
	}
	for i := range c.Guidance {
		k.id("guide", c.Guidance[i].ID, fmt.Sprintf("guidance[%d].id", i))
	}
	if r.faults.Err() == nil {
		k.measures()
	}
}

// wrong records an error at a path that was read; a value that was never read is reported already.
func (k *checker) wrong(path, what, cure string) {
	if place := k.at[path]; place != (Position{}) {
		k.faults = append(k.faults, Fault{Position: place, What: what, Fix: cure})
	}
}

func (k *checker) warn(path, what, cure string) {
	k.faults = append(k.faults, Fault{Position: k.at[path], What: what, Fix: cure, Warning: true})
}

// catalog checks what no single file need hold, but all of them together must.
func (k *checker) catalog() {
	for _, name := range []string{"id", "version", "title", "levels", "strands", "questions", "steps"} {
		if _, ok := k.at[name]; !ok {
			k.faults = append(k.faults, Fault{What: fmt.Sprintf("no file gives %q", name),
				Fix: fmt.Sprintf("add the field %q to one of the files", name)})
		}
	}
	for _, name := range []string{"strands", "questions"} {
		if _, ok := k.at[name+"[0]"]; !ok {
			k.wrong(name, fmt.Sprintf("%q is an empty list", name), "add at least one entry")
		}
	}
	k.id("content", k.ID, "id")
}

var idPattern = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// id checks the form of an id, and that no other thing of its kind has it.
func (k *checker) id(kind, id, path string) {
	if id == "" {
		return // reported by the reader
	}
	if !idPattern.MatchString(id) {
		k.wrong(path, fmt.Sprintf("the %s id %q is malformed", kind, id), "use lower-case letters, digits and single hyphens")
	}
	if k.ids[kind] == nil {
		k.ids[kind] = map[string]Position{}
	}
	if first, ok := k.ids[kind][id]; ok {
		k.wrong(path, fmt.Sprintf("the %s id %q is taken at %s", kind, id, first), "choose another id")
		return
	}
	k.ids[kind][id] = k.at[path]
}

func (k *checker) levels() {
	for i := range k.Levels {
		level, path := &k.Levels[i], fmt.Sprintf("levels[%d]", i)
		k.id("level", level.ID, path+".id")
		if level.Level < 1 || level.Level > stages.Levels {
			k.wrong(path+".level", fmt.Sprintf("level %d is out of range", level.Level), "number the levels from 1 to 5")
		}
		for j, need := range level.Needs {
			k.strandNamed(need, fmt.Sprintf("%s.needs[%d]", path, j))
		}
	}
	for n := 1; n <= stages.Levels; n++ {
		var at []int
		for i := range k.Levels {
			if k.Levels[i].Level == n {
				at = append(at, i)
			}
		}
		switch {
		case len(at) == 0:
			k.wrong("levels", fmt.Sprintf("level %d is missing", n), fmt.Sprintf("add an entry with `level: %d`", n))
		case len(at) > 1:
			k.wrong(fmt.Sprintf("levels[%d].level", at[1]), fmt.Sprintf("level %d is given twice", n), "give each level once")
		}
	}
	slices.SortStableFunc(k.Levels, func(a, b stages.Level) int { return a.Level - b.Level })
}

func (k *checker) strandNamed(id, path string) {
	if id != "" && !slices.Contains(k.strands, id) {
		k.wrong(path, fmt.Sprintf("there is no strand %q", id), nearest(id, k.strands))
	}
}

func (k *checker) strand(s *stages.Strand, path string) {
	k.id("strand", s.ID, path+".id")
	if len(s.At) != stages.Levels {
		k.wrong(path+".at", fmt.Sprintf("strand %q has %d sentences", s.ID, len(s.At)), "write five, one a level, the lowest first")
	}
}

func (k *checker) step(s *stages.Step, path string) {
	k.id("step", s.ID, path+".id")
	k.strandNamed(s.Strand, path+".strand")
	lowest := 1
	switch s.Purpose {
	case stages.Reach:
		lowest = 2 // nobody has to be led to level 1
	case stages.Keep, stages.Widen:
	default:
		k.wrong(path+".purpose", fmt.Sprintf("there is no purpose %q", s.Purpose), "write keep or widen, or take the line out")
	}
	if s.Level < lowest || s.Level > stages.Levels {
		k.wrong(path+".level", fmt.Sprintf("step %q is for level %d", s.ID, s.Level),
			fmt.Sprintf("name a level from %d to %d", lowest, stages.Levels))
	}
	if s.Weeks < 1 || s.Weeks > 52 {
		k.wrong(path+".weeks", fmt.Sprintf("step %q takes %d weeks", s.ID, s.Weeks), "write 1 to 52 weeks")
	}
}
