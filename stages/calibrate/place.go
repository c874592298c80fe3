package calibrate

import (
	"slices"

	"waymark/stages"
)

// Options says how much to run.
type Options struct {
	// Seeds is how many interviews each reading goes through, by seeds 1 to Seeds; 1 or more.
	Seeds int
	// Progress, if set, is told how many of all readings are placed.
	Progress func(done, total int)
}

// subject is a judged person with at least one reading.
type subject struct {
	Person
	judged   Consensus
	heldOut  bool
	readings []map[string]Answer
	// full and adaptive are the placements: one a reading by all answers, and as many of each reading by
	// interviews that stop when they would.
	full, adaptive []stages.Placement
}

// subjects lists the people whose placement can be compared.
func subjects(s *Study) []*subject {
	var out []*subject
	for _, p := range s.People {
		judged, ok := s.Consensus(p.ID)
		x := &subject{Person: p, judged: judged, heldOut: slices.Contains(s.HeldOut.People, p.ID)}
		for _, r := range s.Readers {
			if answers := r.Answers[p.ID]; len(answers) > 0 {
				x.readings = append(x.readings, answers)
			}
		}
		if ok && len(x.readings) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// place places every reading at full length and through interviews.
func place(b *stages.Bank, people []*subject, opt Options) {
	done, total := 0, 0
	for _, p := range people {
		total += len(p.readings)
	}
	for _, p := range people {
		for _, answers := range p.readings {
			p.full = append(p.full, b.Standing(everything(b, answers)))
			seed := uint64(0)
			for range opt.Seeds {
				seed++
				p.adaptive = append(p.adaptive, b.Standing(interview(b, answers, seed)))
			}
			if done++; opt.Progress != nil {
				opt.Progress(done, total)
			}
		}
	}
}

// everything is the interview that asks all questions; what a reader left out counts as not sure.
func everything(b *stages.Bank, answers map[string]Answer) stages.Interview {
	iv := stages.Interview{Answers: stages.Answers{}}
	for i := range b.Catalog().Questions {
		ask(&iv, b.Catalog().Questions[i].ID, answers)
	}
	return iv
}

// interview asks as the program would.
func interview(b *stages.Bank, answers map[string]Answer, seed uint64) stages.Interview {
	iv := stages.Interview{Seed: seed, Answers: stages.Answers{}}
	for q, more := b.Next(iv); more; q, more = b.Next(iv) {
		ask(&iv, q.ID, answers)
	}
	return iv
}

// ask adds a question in place: nobody else sees the interview yet, and With would copy it all.
func ask(iv *stages.Interview, id string, answers map[string]Answer) {
	a, ok := answers[id]
	if !ok {
		a.Skip = stages.Unsure
	}
	iv.Asked = append(iv.Asked, id)
	iv.Answers[id] = a.Answer
}
