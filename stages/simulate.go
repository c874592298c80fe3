package stages

import (
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
)

// SimOptions says how much to simulate.
type SimOptions struct {
	// Respondents is how many people of each kind answer.
	Respondents int
	// Seed makes a simulation repeatable: the same seed gives the same report on any machine.
	Seed uint64
	// Progress, if set, is told how many of all interviews are done. It is called from one goroutine
	// at a time.
	Progress func(done, total int)
}

// Simulate lets made-up people answer the bank's questions, in an interview of full length and in one
// that stops when it may, and reports how well they are placed.
func Simulate(b *Bank, opt SimOptions) Report {
	trials := trialsOn(b)
	all := make([]person, len(trials)*opt.Respondents)
	run(len(all), opt.Progress, func(i int) {
		kind, n := i/opt.Respondents, i%opt.Respondents
		rng := rand.New(rand.NewPCG(opt.Seed, uint64(kind)<<32|uint64(n))) //nolint:gosec // repeatable on purpose
		all[i] = trials[kind].meet(rng)
	})
	tallies := make([]kindTally, len(trials))
	for i, p := range all {
		tallies[i/opt.Respondents].add(p)
	}
	return report(b, trials, tallies, opt)
}

// run does n jobs on all cores.
func run(n int, progress func(done, total int), job func(i int)) {
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

// trial is a kind of respondent before a bank.
type trial struct {
	persona
	kind trialKind
	bank *Bank
}

// trialKind says which figures a kind of respondent counts towards.
type trialKind int

const (
	trialHonest trialKind = iota
	trialInflated
	trialRandom
	trialHalfRandom
	trialStraight
	trialLevelBare  // all strands at one level, on the bank without its needs
	trialLevel      // the same, with them
	trialShort      // one needed strand two levels short
	trialShortExact // the same, answering exactly
)

// trialsOn lists who meets the bank. The honest kinds and the careless are placed without the needs,
// which ask more of a person than a level; people before the needs are measured apart.
func trialsOn(b *Bank) []trial {
	bare := b.withoutNeeds()
	var out []trial
	for _, p := range honest() {
		out = append(out, trial{p, trialHonest, bare})
	}
	usual := persona{noise: .9, spread: ordinary}
	with := func(name string, change func(*persona)) persona {
		p := usual
		p.name = name
		change(&p)
		return p
	}
	out = append(out,
		trial{with("claims one level too high", func(p *persona) { p.claimed = 1 }), trialInflated, bare},
		trial{with("random", func(p *persona) { p.random = 1 }), trialRandom, bare},
		trial{with("half random", func(p *persona) { p.random = .5 }), trialHalfRandom, bare},
		trial{with("straight line", func(p *persona) { p.straight = true }), trialStraight, bare})
	if !b.hasNeeds() {
		return out
	}
	return append(out,
		trial{with("all strands at the level, without needs", func(p *persona) { p.spread = 0 }), trialLevelBare, bare},
		trial{with("all strands at the level", func(p *persona) { p.spread = 0 }), trialLevel, b},
		trial{with("needed strand two levels short", func(p *persona) { p.spread, p.short = 0, true }), trialShort, b},
		trial{with("the same, answering exactly", func(p *persona) { p.spread, p.short, p.noise = 0, true, 0 }), trialShortExact, b})
}

// person is what became of one respondent.
type person struct {
	truth       int
	full, early outcome
}

// outcome is one placement.
type outcome struct {
	held      int
	certainty float64
	asked     int
	warned    map[WarningKind]bool
}

// meet interviews one person at full length, and once more stopping early.
func (t trial) meet(rng *rand.Rand) person {
	r := t.draw(t.bank, rng)
	seed := rng.Uint64()
	if t.straight {
		t.bank.straighten(&r, seed, rng)
	}
	respond := func(i int) int { return r.response[i] }
	return person{
		truth: r.truth,
		full:  t.bank.outcome(t.bank.whole(seed, respond), seed),
		early: t.bank.outcome(t.bank.played(seed, respond), seed),
	}
}

// whole is the reading of an interview that never stops early: all of a bank of 24 questions or fewer.
func (b *Bank) whole(seed uint64, respond func(i int) int) *responses {
	return b.play(seed, respond, func(rd *responses) bool { return rd.asked() >= mostAsked })
}

// played is the reading of an interview that stops when it may.
func (b *Bank) played(seed uint64, respond func(i int) int) *responses {
	return b.play(seed, respond, func(rd *responses) bool { return b.stopped(rd, b.judge(rd), false) })
}

func (b *Bank) play(seed uint64, respond func(i int) int, stop func(*responses) bool) *responses {
	rd := b.read(Interview{})
	for !stop(rd) {
		i := b.choose(rd, seed)
		if i < 0 {
			break
		}
		rd.give(&b.items[i], i, respond(i))
	}
	return rd
}

func (b *Bank) outcome(rd *responses, seed uint64) outcome {
	v := b.judge(rd)
	iv := Interview{Seed: seed, Answers: Answers{}}
	for _, g := range rd.answers {
		iv.Asked = append(iv.Asked, g.question.ID)
	}
	o := outcome{held: v.held, certainty: v.certainty(), asked: len(rd.answers), warned: map[WarningKind]bool{}}
	for _, w := range b.warn(iv, rd, v) {
		o.warned[w.Kind] = true
	}
	return o
}

// straighten makes every answer stand at one displayed position.
func (b *Bank) straighten(r *respondent, seed uint64, rng *rand.Rand) {
	position := rng.IntN(Levels)
	for i := range b.items {
		order := b.OptionOrder(b.items[i].question, seed)
		r.response[i] = order[min(position, len(order)-1)]
		if b.items[i].question.Several() {
			r.response[i] = 1 << r.response[i]
		}
	}
}

func (b *Bank) hasNeeds() bool { return len(b.needs[Levels]) > 0 }

func (b *Bank) withoutNeeds() *Bank {
	bare := *b
	bare.needs = [Levels + 1][]requirement{}
	return &bare
}
