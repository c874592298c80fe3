package report

import (
	"iter"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// HistoryRecord is a history as programs read it. docs/journal.md describes it: fields may be added, never renamed
// or removed.
type HistoryRecord struct {
	Schema  int            `json:"schema"`
	Results []ResultRecord `json:"results"` // the latest first
	Moves   []MoveRecord   `json:"moves"`   // between each of them and the one before it
	Aims    []session.Aim  `json:"aims"`
}

// ResultRecord is one result.
type ResultRecord struct {
	Started   time.Time         `json:"started"`
	Saved     time.Time         `json:"saved"`
	Content   stages.ContentRef `json:"content"`
	Level     *int              `json:"level"`
	Certainty string            `json:"certainty"` // unclear, between, likely or clear
	// Confidence is the certainty of the level, and Held that of each level, 0 to 1.
	Confidence float64         `json:"confidence"`
	Held       []float64       `json:"held"`
	Asked      int             `json:"asked"`
	Strands    map[string]*int `json:"strands"`
	Aim        string          `json:"aim,omitempty"`
}

// MoveRecord is what lies between two results.
type MoveRecord struct {
	From    time.Time                `json:"from"`
	To      time.Time                `json:"to"`
	Level   *session.Move            `json:"level"` // null where one has none
	Strands map[string]session.Move  `json:"strands"`
	Answers map[string]AnswersRecord `json:"answers"` // those that changed, by question
	Same    int                      `json:"same_answers"`
	Steps   map[string]time.Time     `json:"steps_done"` // when, by step
	Content bool                     `json:"content_changed"`
}

// AnswersRecord is an answer that changed.
type AnswersRecord struct {
	Before stages.Answer `json:"before"`
	Now    stages.Answer `json:"now"`
}

// NewHistoryRecord reads results, the latest first, and holds no more than two of them at a time. Notices say what
// could not be read.
func NewHistoryRecord(results iter.Seq2[session.Result, error], plan session.Plan) (h HistoryRecord, notices []string) {
	h = HistoryRecord{Schema: 1, Results: []ResultRecord{}, Moves: []MoveRecord{}, Aims: []session.Aim{}}
	seen := map[time.Time]bool{}
	var after *session.Result
	for r, err := range results {
		if err != nil {
			notices = append(notices, err.Error())
			continue
		}
		h.Aims = session.WithAim(h.Aims, r)
		if seen[r.Started.UTC()] {
			continue
		}
		seen[r.Started.UTC()] = true
		h.Results = append(h.Results, resultRecord(r))
		if after != nil {
			h.Moves = append(h.Moves, moveRecord(session.Between(r, *after, plan)))
		}
		after = &r
	}
	return h, notices
}

var certainties = map[stages.Certainty]string{stages.Unclear: "unclear", stages.Between: "between", stages.Likely: "likely", stages.Clear: "clear"}

func resultRecord(r session.Result) ResultRecord {
	p := r.Placement
	out := ResultRecord{Started: r.Started, Saved: r.Saved, Content: r.Content, Level: p.Level, Certainty: certainties[p.Certainty()],
		Confidence: p.Confidence, Held: p.Held, Asked: len(r.Interview.Asked), Strands: map[string]*int{}, Aim: r.Profile.Aim}
	for _, s := range p.Strands {
		out.Strands[s.ID] = s.Level
	}
	return out
}

func moveRecord(d session.Difference) MoveRecord {
	out := MoveRecord{From: d.Before.Saved, To: d.Now.Saved, Level: d.Level, Strands: map[string]session.Move{}, Answers: map[string]AnswersRecord{},
		Same: d.Same, Steps: map[string]time.Time{}, Content: d.Content}
	for _, s := range d.Strands {
		out.Strands[s.ID] = s.Move
	}
	for _, a := range d.Answers {
		out.Answers[a.Question.ID] = AnswersRecord{a.Before, a.Now}
	}
	for _, i := range d.Steps {
		out.Steps[i.Step.ID] = *i.Done
	}
	return out
}
