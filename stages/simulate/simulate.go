// Package simulate measures how well a bank of questions places people whose level is known.
//
// [Run] draws simulated people, lets each answer two interviews, one of full length and one that stops
// when the bank's rule lets it, and compares where the bank places them with where they stand. The
// people differ on purpose from the model that places them (see the kinds in respondent.go): a model
// tested on its own assumptions always looks good. docs/measurement.md has the figures.
package simulate

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"waymark/stages"
)

// Options says how much to simulate.
type Options struct {
	// Respondents is how many people of each kind answer, 1 or more.
	Respondents int
	// Seed draws the people and their answers. The same seed gives the same report, whatever the number
	// of cores; on another kind of processor the last digits may differ.
	Seed uint64
	// Progress, if set, is told how many of all respondents are done. It is called from one goroutine
	// at a time.
	Progress func(done, total int)
}

// Run lets simulated people answer the bank's questions and reports how well they are placed.
func Run(b *stages.Bank, opt Options) Report {
	e := newExperiment(b)
	kinds := kindsFor(e.needs)
	all := make([]placed, len(kinds)*opt.Respondents)
	onAllCores(len(all), opt.Progress, func(i int) {
		kind, n := i/opt.Respondents, i%opt.Respondents
		rng := rand.New(rand.NewPCG(opt.Seed, uint64(kind)<<32|uint64(n))) //nolint:gosec // repeatable on purpose
		all[i] = e.place(kinds[kind], rng)
	})
	tallies := make([]tally, len(kinds))
	for i := range tallies {
		tallies[i].kind = kinds[i]
	}
	for i, p := range all {
		tallies[i/opt.Respondents].add(p)
	}
	c, people := b.Catalog(), honestly(all)
	return report(Report{
		Catalog: c.ID, Questions: len(c.Questions), Respondents: opt.Respondents, Honest: len(people), Seed: opt.Seed,
		Strands: e.strandFigures(people), Weakest: e.questionFigures(people),
	}, tallies)
}

// onAllCores does n jobs.
func onAllCores(n int, progress func(done, total int), job func(i int)) {
	var next, done atomic.Int64
	var telling sync.Mutex
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				job(i)
				if d := done.Add(1); progress != nil && (d%100 == 0 || int(d) == n) {
					telling.Lock()
					progress(int(d), n)
					telling.Unlock()
				}
			}
		})
	}
	wait.Wait()
}

// experiment is the bank under test, as all respondents meet it.
type experiment struct {
	bank *stages.Bank
	// bare is the bank without the needs of its levels. Most kinds are placed with it: needs ask more
	// of a person than a level, so what they cost is measured apart.
	bare      *stages.Bank
	questions []stages.Question
	strand    []int // of each question, an index into the catalog's strands
	strands   int
	levels    int     // how many there are
	needs     [][]int // by level: the strands it names
}

func newExperiment(b *stages.Bank) *experiment {
	c := *b.Catalog()
	e := &experiment{bank: b, questions: c.Questions, strands: len(c.Strands), levels: len(c.Levels)}
	e.needs = make([][]int, e.levels+1)
	for i := range c.Questions {
		e.strand = append(e.strand, slices.IndexFunc(c.Strands, func(s stages.Strand) bool { return s.ID == c.Questions[i].Strand }))
	}
	c.Levels = slices.Clone(c.Levels)
	for i := range c.Levels {
		l := &c.Levels[i]
		for d := range c.Strands {
			if l.Level >= 2 && l.Level <= e.levels && slices.Contains(l.Needs, c.Strands[d].ID) {
				e.needs[l.Level] = append(e.needs[l.Level], d)
			}
		}
		l.Needs = nil
	}
	e.bare = stages.NewBank(&c)
	return e
}

// placed is what became of one respondent.
type placed struct {
	truth       int
	full, early outcome
	// The rest is of the honest: the short interview, the level that the stated rule gives them by the true
	// levels of their strands, and where the bank places them with its needs.
	quick                     outcome
	ruled                     int
	fullShipped, earlyShipped outcome
	// strands are the true levels along each, alone where each is placed by its own answers, 0 where it can't be,
	// and values what was answered to each question, as [value].
	strands []float64
	alone   []int
	values  []float64
}

// outcome is one placement.
type outcome struct {
	held      int // 0 where nothing was scored
	certainty float64
	clear     bool // said to be clear
	asked     int
	questions []string // those asked
	strands   []int    // the level along each, 0 where it isn't assessed
	warned    map[stages.WarningKind]bool
}

// place draws a respondent and interviews them at full length, and once more stopping early.
func (e *experiment) place(k kind, rng *rand.Rand) placed {
	bank := e.bare
	if k.withNeeds {
		bank = e.bank
	}
	r := e.draw(k, rng)
	seed := rng.Uint64()
	if k.straight {
		e.straighten(&r, bank, seed, rng)
	}
	p := placed{truth: r.truth}
	p.full, p.early = r.both(bank, seed)
	if k.group != honest {
		return p
	}
	p.quick = r.interview(bank, &stages.Interview{Seed: seed, Quick: true}, bank.Next)
	p.strands, p.values = r.strands, e.values(r.answers)
	p.ruled, p.fullShipped, p.earlyShipped = e.ruled(r.strands), p.full, p.early
	if e.hasNeeds() {
		p.fullShipped, p.earlyShipped = r.both(e.bank, seed)
	}
	p.alone = e.alone(r.answers, p.earlyShipped.questions)
	return p
}

// fullLength asks as many questions as an interview may have: all of a bank of 30 or fewer.
func fullLength(b *stages.Bank) func(stages.Interview) (*stages.Question, bool) {
	return func(iv stages.Interview) (*stages.Question, bool) {
		if len(iv.Asked) >= stages.MaxQuestions {
			return nil, false
		}
		return b.MostTelling(iv)
	}
}

// both are an interview that stops early, and the same one taken on to full length: the questions are asked in one
// order whether or not it stops.
func (r respondent) both(b *stages.Bank, seed uint64) (full, early outcome) {
	iv := stages.Interview{Seed: seed}
	early = r.interview(b, &iv, b.Next)
	return r.interview(b, &iv, fullLength(b)), early
}

// interview asks the respondent question after question, from where an interview stands.
func (r respondent) interview(b *stages.Bank, iv *stages.Interview, next func(stages.Interview) (*stages.Question, bool)) outcome {
	if iv.Answers == nil {
		iv.Answers = stages.Answers{}
	}
	for q, more := next(*iv); more; q, more = next(*iv) {
		iv.Asked = append(iv.Asked, q.ID) // in place: nobody else sees it yet, and With would copy it all
		iv.Answers[q.ID] = r.answers[q.ID]
	}
	p := b.Standing(*iv)
	o := outcome{held: known(p.Level), certainty: p.Confidence, clear: p.Certainty() == stages.Clear, asked: len(iv.Asked), questions: iv.Asked, warned: map[stages.WarningKind]bool{}}
	for _, s := range p.Strands {
		o.strands = append(o.strands, known(s.Level))
	}
	for _, w := range p.Warnings {
		o.warned[w.Kind] = true
	}
	return o
}

// honestly leaves those who are honest.
func honestly(all []placed) []placed {
	return slices.DeleteFunc(slices.Clone(all), func(p placed) bool { return p.strands == nil })
}

// known is a level that may be unknown, 0 then.
func known(level *int) int {
	if level == nil {
		return 0
	}
	return *level
}
