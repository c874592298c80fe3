package session

import (
	"iter"
	"reflect"
	"slices"
	"time"

	"waymark/stages"
)

// History is how a person's results of the stages assessment came one after the other.
type History struct {
	Results []Result // of each attempt the last, the latest first
	Aims    []Aim    // where the person wanted to go, the latest first
	More    bool     // there are earlier ones, which were not read
	Notices []string // what could not be read, and what became of it
}

// Aim is where a person wanted to go, and from when.
type Aim struct {
	ID    string    `json:"aim"`
	Text  string    `json:"text"` // in the words in which it was asked
	Since time.Time `json:"since"`
}

// ReadHistory reads so many results of those that a [Store] holds, the latest first, earlier ones of the same attempts
// counted.
func ReadHistory(results iter.Seq2[Result, error], most int) (h History) {
	left := most
	for r, err := range results {
		known := slices.ContainsFunc(h.Results, func(later Result) bool { return later.Started.Equal(r.Started) })
		switch {
		case err != nil:
			h.Notices = append(h.Notices, err.Error())
			continue
		case left == 0:
			h.More = true
			return h
		case !known:
			h.Results = append(h.Results, r)
		}
		h.Aims = WithAim(h.Aims, r)
		left--
	}
	return h
}

// Before is the result before one of them; nil where none is known.
func (h History) Before(i int) *Result {
	if i+1 >= len(h.Results) {
		return nil
	}
	return &h.Results[i+1]
}

// WithAim adds the aim of an earlier result: where it is the same as the one after, that began earlier.
func WithAim(aims []Aim, r Result) []Aim {
	since := r.Saved
	if r.Aimed != nil {
		since = *r.Aimed
	}
	aim := Aim{ID: r.Profile.Aim, Since: since}
	for _, o := range r.Snapshot.Aims.Options {
		if o.ID == aim.ID {
			aim.Text = o.Text
		}
	}
	last := len(aims) - 1
	switch {
	case aim.ID == "":
		return aims
	case last >= 0 && aims[last].ID == aim.ID:
		aims[last].Since = since
		return aims
	}
	return append(aims, aim)
}

// Move is where something stood in two results, and how likely it is that it went that way, 0 to 1: as far as the
// certainties of both tell, as if they did not depend on one another.
type Move struct {
	Before int     `json:"before"`
	Now    int     `json:"now"`
	Odds   float64 `json:"odds"`
}

// By is how many levels it went up, or down where that is negative.
func (m Move) By() int { return m.Now - m.Before }

// newMove compares two levels, each with the certainty of every level; nil where one of them is not known.
func newMove(before, now *int, was, is []float64) *Move {
	if before == nil || now == nil {
		return nil
	}
	m := Move{Before: *before, Now: *now}
	for b, p := range was {
		for n, q := range is {
			if sign(n-b) == sign(m.By()) {
				m.Odds += p * q
			}
		}
	}
	return &m
}

func sign(n int) int { return min(1, max(-1, n)) }

// StrandMove is a strand that both results assess.
type StrandMove struct {
	ID string
	Move
}

// AnswerMove is a question that was asked both times and answered differently.
type AnswerMove struct {
	Question    *stages.Question // in the words in which it was asked the second time
	Before, Now stages.Answer
	Was         *stages.Question // in the words of the first time
}

// Difference is what lies between two results of the stages assessment.
type Difference struct {
	Before, Now Result
	Level       *Move // nil where one of them has none
	Strands     []StrandMove
	Answers     []AnswerMove
	Same        int    // questions asked both times with the same answer
	Asked       int    // questions asked the second time
	Steps       []Item // of the plan, done in between
	Content     bool   // the second was reached with other content
}

// Between compares two results, whichever of them is the earlier.
func Between(a, b Result, plan Plan) Difference {
	if b.Saved.Before(a.Saved) {
		a, b = b, a
	}
	d := Difference{Before: a, Now: b, Content: a.Content != b.Content, Asked: len(b.Interview.Asked)}
	d.Level = newMove(a.Placement.Level, b.Placement.Level, a.Placement.Held, b.Placement.Held)
	for _, now := range b.Placement.Strands {
		for _, was := range a.Placement.Strands {
			if was.ID != now.ID {
				continue
			}
			if m := newMove(was.Level, now.Level, was.Posterior, now.Posterior); m != nil {
				d.Strands = append(d.Strands, StrandMove{now.ID, *m})
			}
		}
	}
	d.compareAnswers()
	d.Steps = plan.DoneBetween(a.Saved, b.Saved)
	return d
}

func (d *Difference) compareAnswers() {
	asked, _ := d.Now.Review()
	for _, q := range asked {
		now := d.Now.Interview.Answers[q.ID]
		was, before := d.Before.Interview.Answers[q.ID]
		switch {
		case !before:
		case was.Skip == now.Skip && reflect.DeepEqual(slices.Sorted(slices.Values(was.Options)), slices.Sorted(slices.Values(now.Options))):
			d.Same++
		default:
			a := AnswerMove{Question: q, Before: was, Now: now, Was: d.Before.Question(q.ID)}
			if a.Was == nil {
				a.Was = q
			}
			d.Answers = append(d.Answers, a)
		}
	}
}

// DoneBetween are the items that were done after a time and not after another, the first done first.
func (p Plan) DoneBetween(from, to time.Time) []Item {
	var out []Item
	for _, i := range p.Items {
		if i.Done != nil && i.Done.After(from) && !i.Done.After(to) {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(x, y Item) int { return x.Done.Compare(*y.Done) })
	return out
}

// awayDays is after how many days a result is one to come back to.
const awayDays = 30

// LongAgo reports whether the last result is so old that one comes back to it.
func (s Session) LongAgo(now time.Time) bool {
	last, placed := s.Results[stages.Stages]
	return placed && DaysTo(now, last.Saved) <= -awayDays
}

// Overdue counts the open items whose day is over.
func (p Plan) Overdue(now time.Time) (n int) {
	for _, i := range p.Items {
		if i.Overdue(now) {
			n++
		}
	}
	return n
}
