package stages

import (
	"cmp"
	"maps"
	"slices"
)

// Share is what a person lets a team see of a result. It names nobody and holds no answer.
type Share struct {
	Strands map[string]int `yaml:"strands,omitempty"` // the level of each strand that was assessed, by id
	Helps   []string       `yaml:"helps,omitempty"`   // sides of the workplace that help the person, by id
	Against []string       `yaml:"against,omitempty"` // and that hold them back
	Steps   []string       `yaml:"steps,omitempty"`   // steps in the plan, by id
}

// TeamLeast is how many people must share a thing before it is told of a team.
const TeamLeast = 5

// Team is what at least [TeamLeast] people of a team share. All its numbers are rounded down to a multiple of that, so
// that nobody can be counted out of what is left.
type Team struct {
	People  int          `json:"people"`
	Strands []TeamStrand `json:"strands"`
	Helps   []TeamCount  `json:"helps"`
	Against []TeamCount  `json:"against"`
	Steps   []TeamCount  `json:"steps"`
}

// TeamStrand says that so many people are at a level of a strand or above it.
type TeamStrand struct {
	Strand string `json:"strand"`
	Level  int    `json:"level"`
	People int    `json:"people"`
}

// TeamCount says that so many people share the thing with an id.
type TeamCount struct {
	ID     string `json:"id"`
	People int    `json:"people"`
}

// NewTeam puts shares together. It reports false where there are too few.
func NewTeam(shares []Share) (Team, bool) {
	t := Team{People: fives(len(shares)), Strands: []TeamStrand{}}
	if t.People == 0 {
		return Team{}, false
	}
	at := map[string][]int{}
	var helps, against, steps []string
	for _, s := range shares {
		for strand, level := range s.Strands {
			at[strand] = append(at[strand], level)
		}
		helps, against, steps = append(helps, distinct(s.Helps)...), append(against, distinct(s.Against)...), append(steps, distinct(s.Steps)...)
	}
	for _, strand := range slices.Sorted(maps.Keys(at)) {
		t.Strands = append(t.Strands, reached(strand, at[strand])...)
	}
	t.Helps, t.Against, t.Steps = counted(helps), counted(against), counted(steps)
	return t, true
}

// reached says how many people are at each level of a strand or above it, the highest first. A level that no more of
// them have reached than the one above it says nothing new.
func reached(strand string, levels []int) []TeamStrand {
	var out []TeamStrand
	told := 0
	for level := MaxLevels; level >= 1; level-- {
		n := 0
		for _, l := range levels {
			if l >= level {
				n++
			}
		}
		if n = fives(n); n > told {
			out = append(out, TeamStrand{strand, level, n})
			told = n
		}
	}
	return out
}

// counted are the things that enough people share, what most of them share first.
func counted(ids []string) []TeamCount {
	n := map[string]int{}
	for _, id := range ids {
		n[id]++
	}
	out := []TeamCount{}
	for id, n := range n {
		if fives(n) > 0 {
			out = append(out, TeamCount{id, fives(n)})
		}
	}
	slices.SortFunc(out, func(x, y TeamCount) int { return cmp.Or(cmp.Compare(y.People, x.People), cmp.Compare(x.ID, y.ID)) })
	return out
}

func distinct(ids []string) []string { return slices.Compact(slices.Sorted(slices.Values(ids))) }

// fives is a number rounded down to a multiple of [TeamLeast].
func fives(n int) int { return n / TeamLeast * TeamLeast }
