package session

import "waymark/stages"

// Share is what the person may let a team see of their last results and their plan.
func (s Session) Share() stages.Share {
	out := stages.Share{Strands: map[string]int{}}
	for _, strand := range s.Results[stages.Stages].Placement.Strands {
		if strand.Level != nil {
			out.Strands[strand.ID] = *strand.Level
		}
	}
	if r := s.Results[stages.Surroundings]; r.Scores != nil {
		for _, w := range r.Snapshot.Surroundings.Winds {
			switch score, known := r.Scores.Axis(w.ID); {
			case known && score >= stages.TailwindFrom:
				out.Helps = append(out.Helps, w.ID)
			case known && score <= stages.HeadwindTo:
				out.Against = append(out.Against, w.ID)
			}
		}
	}
	for _, item := range s.Plan.Items {
		out.Steps = append(out.Steps, item.Step.ID)
	}
	return out
}

// Comparable is what was answered to questions that the content in force asks in the same words, so that others'
// answers can be set beside it.
func (r Result) Comparable(bank *stages.Bank) stages.Interview {
	iv := stages.Interview{Seed: r.Interview.Seed, Quick: r.Interview.Quick, Answers: stages.Answers{}}
	for _, id := range r.Interview.Asked {
		then, now := r.Question(id), r.Attempt.Question(bank, id)
		if a := r.Interview.Answers[id]; then != nil && now != nil && then.Ask == now.Ask && offers(now, a) {
			iv = iv.With(id, a)
		}
	}
	return iv
}
