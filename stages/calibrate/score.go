package calibrate

import (
	"cmp"
	"slices"

	"waymark/stages"
)

// Score is how well people are placed. Every person counts once, however many readings they have.
type Score struct {
	People   int     `json:"people"`
	Exact    float64 `json:"exact"`    // share placed at the judged level
	Accepted float64 `json:"accepted"` // share placed in the range the judges accept
	Bias     float64 `json:"bias"`     // mean of the placed level less the judged one, in levels
}

// Lengths are the scores at both lengths: all answers, and interviews that stop when they would.
type Lengths struct {
	Full     Score `json:"full"`
	Adaptive Score `json:"adaptive"`
}

// Group is how well a group of people is placed.
type Group struct {
	Lengths
	// Differ is the share of interviews that give another level than all answers do.
	Differ float64 `json:"differ"`
	// Asked is how many questions an interview asks on average.
	Asked float64 `json:"asked"`
	// NoneFits is the share of answers that say that no option fits.
	NoneFits float64       `json:"none_fits"`
	ByLevel  []LevelScores `json:"by_level"`
	ByWork   []WorkScores  `json:"by_work"`
	ByStrand []StrandBias  `json:"by_strand"`
}

// LevelScores are the scores of those judged to be at one level.
type LevelScores struct {
	Level int `json:"level"`
	Lengths
}

// WorkScores are the scores of those who do one kind of work.
type WorkScores struct {
	Work string `json:"work"`
	Lengths
}

// StrandBias is the mean of the level along one strand less the judged level, in levels, over those for
// whom the strand was assessed.
type StrandBias struct {
	Strand   string  `json:"strand"`
	Full     float64 `json:"full"`
	Adaptive float64 `json:"adaptive"`
}

func full(p *subject) []outcome     { return p.full }
func adaptive(p *subject) []outcome { return p.adaptive }

func group(c *stages.Catalog, people []*subject) Group {
	g := Group{Lengths: lengths(people), ByWork: []WorkScores{}, ByStrand: []StrandBias{}}
	for level := 1; level <= stages.Levels; level++ {
		g.ByLevel = append(g.ByLevel, LevelScores{level, lengths(those(people, func(p *subject) bool { return p.judged.Level == level }))})
	}
	for _, work := range stages.Works() {
		g.ByWork = append(g.ByWork, WorkScores{work, lengths(those(people, func(p *subject) bool { return p.Work == work }))})
	}
	for d, s := range c.Strands {
		g.ByStrand = append(g.ByStrand, StrandBias{s.ID, strandBias(people, d, full), strandBias(people, d, adaptive)})
	}
	answers, none := 0.0, 0.0
	for _, p := range people {
		g.Differ += differ(p) / float64(len(people))
		for _, o := range p.adaptive {
			g.Asked += o.weight * float64(len(o.Asked)) / float64(len(people))
		}
		for _, a := range p.readings {
			answers += float64(len(a))
			for _, given := range a {
				none += float64(count(given.NoneFits))
			}
		}
	}
	g.NoneFits = ratio(none, answers)
	return g
}

func those(people []*subject, pass func(*subject) bool) []*subject {
	return slices.DeleteFunc(slices.Clone(people), func(p *subject) bool { return !pass(p) })
}

func lengths(people []*subject) Lengths { return Lengths{score(people, full), score(people, adaptive)} }

// score averages over placements. Where nothing was scored there is no level, which is neither exact nor
// accepted, and has no bias.
func score(people []*subject, of func(*subject) []outcome) Score {
	s := Score{People: len(people)}
	placed := 0.0
	for _, p := range people {
		for _, o := range of(p) {
			if o.Level == nil {
				continue
			}
			placed += o.weight
			s.Bias += o.weight * float64(*o.Level-p.judged.Level)
			if *o.Level == p.judged.Level {
				s.Exact += o.weight
			}
			if p.judged.Low <= *o.Level && *o.Level <= p.judged.High {
				s.Accepted += o.weight
			}
		}
	}
	n := float64(len(people))
	s.Exact, s.Accepted, s.Bias = ratio(s.Exact, n), ratio(s.Accepted, n), ratio(s.Bias, placed)
	return s
}

func strandBias(people []*subject, strand int, of func(*subject) []outcome) float64 {
	sum, n := 0.0, 0.0
	for _, p := range people {
		for _, o := range of(p) {
			if level := o.Strands[strand].Level; level != nil {
				sum += o.weight * float64(*level-p.judged.Level)
				n += o.weight
			}
		}
	}
	return ratio(sum, n)
}

// differ is the share of a person's interviews that give another level than the same reading in full. There
// are as many interviews of each reading.
func differ(p *subject) float64 {
	share, each := 0.0, len(p.adaptive)/len(p.full)
	for i, o := range p.adaptive {
		if level(o) != level(p.full[i/each]) {
			share += o.weight
		}
	}
	return share
}

// level is the held level, or 0.
func level(o outcome) int {
	if o.Level == nil {
		return 0
	}
	return *o.Level
}

func ratio(sum, n float64) float64 {
	if n == 0 {
		return 0
	}
	return sum / n
}

// Loss is what keeps people below the level at which they are judged to be.
type Loss struct {
	// By is the cap that sets their level, or "answers" where none does.
	By      stages.CapKind     `json:"by"`
	People  float64            `json:"people"`  // each counts by the share of their readings
	Levels  float64            `json:"levels"`  // how far below, on average
	Strands map[string]float64 `json:"strands"` // the people each strand holds back
}

// ByAnswers says that no cap binds: the answers speak for no more.
const ByAnswers stages.CapKind = "answers"

// losses lists what holds those placed too low, most people first.
func losses(people []*subject, of func(*subject) []outcome) []Loss {
	found := map[stages.CapKind]*Loss{}
	for _, p := range people {
		for _, o := range of(p) {
			if o.Level == nil || *o.Level >= p.judged.Level {
				continue
			}
			by := stages.Cap{Cap: ByAnswers}
			if o.HeldBy != nil {
				by = *o.HeldBy
			}
			if found[by.Cap] == nil {
				found[by.Cap] = &Loss{By: by.Cap, Strands: map[string]float64{}}
			}
			l := found[by.Cap]
			l.People += o.weight
			l.Levels += o.weight * float64(p.judged.Level-*o.Level)
			for _, s := range by.Strands {
				l.Strands[s] += o.weight
			}
		}
	}
	out := []Loss{}
	for _, l := range found {
		l.Levels /= l.People
		out = append(out, *l)
	}
	slices.SortFunc(out, func(a, b Loss) int { return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(a.By, b.By)) })
	return out
}
