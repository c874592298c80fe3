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

// placements are those of a person at one length. Each counts for its share.
type placements func(*subject) []stages.Placement

func full(p *subject) []stages.Placement     { return p.full }
func adaptive(p *subject) []stages.Placement { return p.adaptive }

func group(c *stages.Catalog, people []*subject) Group {
	g := Group{Lengths: lengths(people), ByWork: []WorkScores{}, ByStrand: []StrandBias{}}
	for level := 1; level <= len(c.Levels); level++ {
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
		asked := 0
		for _, o := range p.adaptive {
			asked += len(o.Asked)
		}
		g.Asked += float64(asked) / float64(len(p.adaptive)) / float64(len(people))
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
func score(people []*subject, of placements) Score {
	s := Score{People: len(people)}
	scored := 0.0
	for _, p := range people {
		placed, exact, accepted, off := 0, 0, 0, 0
		for _, o := range of(p) {
			if o.Level == nil {
				continue
			}
			placed++
			off += *o.Level - p.judged.Level
			exact += count(*o.Level == p.judged.Level)
			accepted += count(p.judged.Low <= *o.Level && *o.Level <= p.judged.High)
		}
		n := float64(len(of(p)))
		scored += float64(placed) / n
		s.Bias += float64(off) / n
		s.Exact += float64(exact) / n
		s.Accepted += float64(accepted) / n
	}
	n := float64(len(people))
	s.Exact, s.Accepted, s.Bias = ratio(s.Exact, n), ratio(s.Accepted, n), ratio(s.Bias, scored)
	return s
}

func strandBias(people []*subject, strand int, of placements) float64 {
	sum, assessed := 0.0, 0.0
	for _, p := range people {
		off, n := 0, 0
		for _, o := range of(p) {
			if level := o.Strands[strand].Level; level != nil {
				off += *level - p.judged.Level
				n++
			}
		}
		sum += float64(off) / float64(len(of(p)))
		assessed += float64(n) / float64(len(of(p)))
	}
	return ratio(sum, assessed)
}

// differ is the share of a person's interviews that give another level than the same reading in full.
func differ(p *subject) float64 {
	n, each := 0, len(p.adaptive)/len(p.full)
	for i, o := range p.adaptive {
		n += count(level(o) != level(p.full[i/each]))
	}
	return float64(n) / float64(len(p.adaptive))
}

// level is the held level, or 0.
func level(p stages.Placement) int {
	if p.Level == nil {
		return 0
	}
	return *p.Level
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
func losses(people []*subject, of placements) []Loss {
	found := map[stages.CapKind]*Loss{}
	for _, p := range people {
		share := 1 / float64(len(of(p)))
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
			l.People += share
			l.Levels += share * float64(p.judged.Level-*o.Level)
			for _, s := range by.Strands {
				l.Strands[s] += share
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
