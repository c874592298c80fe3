// Package calibrate compares where a bank of questions places people with the levels at which others
// have judged them, and says how far its anchors should move.
//
// A [Study] holds described people, the judgements of people who read the descriptions and the levels
// but no question, and the answers of readers who saw the questions and no level. [Run] places every
// reading and returns a [Report]; [Draw] sets a third of the people apart. The package is pure: package
// content reads a study from its folder, and the command `waymark content calibrate` prints the report.
//
// This is standard setting by what is known of people, not of questions: the levels come from judges
// who look at whole persons, as in the contrasting-groups and borderline-group methods (Livingston and
// Zieky, "Passing Scores", Educational Testing Service, 1982; Cizek and Bunch, "Standard Setting", Sage,
// 2007). The judges work from the descriptions of levels as a panel does from those of its categories in
// a modified Angoff study (Angoff, "Scales, norms, and equivalent scores", in Thorndike, "Educational
// Measurement", 2nd ed., 1971). The anchors follow from the answers of people whose level is known, as in
// Rudner, "Scoring and classifying examinees using measurement decision theory", PARE 14(8), 2009.
//
// Whatever says how a question should change (options, suggested anchors, who is lost and where) looks at
// calibration people only. Those held out are scored, and nothing else.
package calibrate

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"

	"waymark/stages"
)

// Study is what people are known to be and to answer. It is read from YAML, written by hand: a field
// whose tag lacks omitempty must be given.
type Study struct {
	People  []Person `yaml:"people,omitempty"`
	Judges  []Judge  `yaml:"judges,omitempty"`
	Readers []Reader `yaml:"readers,omitempty"`
	HeldOut HeldOut  `yaml:"held_out,omitempty"`
}

// Person is someone described, or a colleague.
type Person struct {
	ID     string   `yaml:"id"`
	Work   string   `yaml:"work"` // one of [stages.Works]
	Tags   []string `yaml:"tags,omitempty"`
	Source string   `yaml:"source,omitempty"` // where the description is from
	About  string   `yaml:"about,omitempty"`
}

// The kinds of judge and reader.
const (
	KindPerson = "person" // of the trade
	KindModel  = "model"  // a language model
)

// Kinds lists every kind of judge and reader.
func Kinds() []string { return []string{KindPerson, KindModel} }

// Rater is a judge or a reader.
type Rater struct {
	ID   string `yaml:"id" json:"id"`
	Kind string `yaml:"kind" json:"kind"` // [KindPerson] or [KindModel]
	Who  string `yaml:"who" json:"who"`
}

// Judge says at which level people stand, from the levels and what is known of them alone.
type Judge struct {
	ID     string               `yaml:"id"`
	Kind   string               `yaml:"kind"`
	Who    string               `yaml:"who"`
	Levels map[string]Judgement `yaml:"levels"` // by person
}

// Judgement is a level and the range that would be accepted from a good assessment:
// Low ≤ Level ≤ High.
type Judgement struct {
	Level int    `yaml:"level"`
	Low   int    `yaml:"low,omitempty"`
	High  int    `yaml:"high,omitempty"`
	Why   string `yaml:"why,omitempty"`
}

// Reader answers the questions as people would, or for themselves, without sight of any level.
type Reader struct {
	ID      string                       `yaml:"id"`
	Kind    string                       `yaml:"kind"`
	Who     string                       `yaml:"who"`
	Answers map[string]map[string]Answer `yaml:"answers"` // by person, then question
}

// Answer is what a reader chose. Where no option fits it is a skip, as it would have to be in an interview.
type Answer struct {
	stages.Answer
	NoneFits bool
	Note     string // what was missing, where none fits
}

// HeldOut names the people set apart before any anchor moved, and the seed they were drawn by.
type HeldOut struct {
	Seed   uint64   `yaml:"seed"`
	People []string `yaml:"people"`
}

// Consensus is what a panel of judges makes of one person.
type Consensus struct {
	Level     int
	Low, High int // the accepted range
}

// Consensus is the median of the judges' levels, and of an even number the lower of the two in the middle:
// the highest level that more than half of the judges grant (Balinski and Laraki, "A theory of measuring,
// electing, and ranking", PNAS 104(21), 2007), since whoever is at a level is at those below. The accepted
// range goes from the lowest to the highest level that at least half of the judges accept, and always
// includes the median. It is false where nobody has judged the person.
func (s *Study) Consensus(person string) (Consensus, bool) {
	var levels []int
	var accept [stages.MaxLevels + 1]int
	for _, j := range s.Judges {
		v, ok := j.Levels[person]
		if !ok {
			continue
		}
		levels = append(levels, v.Level)
		for k := v.Low; k <= v.High; k++ {
			accept[k]++
		}
	}
	if len(levels) == 0 {
		return Consensus{}, false
	}
	slices.Sort(levels)
	median := levels[(len(levels)-1)/2]
	c := Consensus{median, median, median}
	for k, n := range accept {
		if k > 0 && 2*n >= len(levels) {
			c.Low, c.High = min(c.Low, k), max(c.High, k)
		}
	}
	return c, true
}

// Draw sets a third of the judged people apart, level by level: from each the whole thirds, and the rest,
// up to a third of all, from the levels with the most left over, the lower one at ties. Within a level
// those are taken whose "seed id" has the lowest SHA-256, so that anybody can check the draw, and nobody
// is drawn because of their place in a file.
func Draw(s *Study, seed uint64) HeldOut {
	var strata [stages.MaxLevels][]string
	judged := 0
	for _, p := range s.People {
		if c, ok := s.Consensus(p.ID); ok {
			strata[c.Level-1] = append(strata[c.Level-1], p.ID)
			judged++
		}
	}
	out := HeldOut{Seed: seed, People: []string{}}
	for l, take := range quotas(strata, (2*judged+3)/6) {
		slices.SortFunc(strata[l], func(a, b string) int { return cmp.Compare(lot(seed, a), lot(seed, b)) })
		out.People = append(out.People, strata[l][:take]...)
	}
	slices.Sort(out.People)
	return out
}

func lot(seed uint64, id string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", seed, id))
	return string(sum[:])
}

// quotas are how many to take of each level, total in all, by largest remainder.
func quotas(strata [stages.MaxLevels][]string, total int) [stages.MaxLevels]int {
	var take [stages.MaxLevels]int
	var byRest []int
	for l := range strata {
		take[l] = len(strata[l]) / 3
		total -= take[l]
		byRest = append(byRest, l)
	}
	slices.SortStableFunc(byRest, func(a, b int) int { return cmp.Compare(len(strata[b])%3, len(strata[a])%3) })
	for _, l := range byRest[:total] {
		take[l]++
	}
	return take
}
