package stages

import (
	"math"
	"slices"
	"testing"
)

// weather is a survey of one wind: two single choices and a checklist.
func weather() *Survey {
	weighted := func(id string, w float64) Option { return Option{ID: id, Weights: map[string]float64{"time": w}} }
	return &Survey{Winds: []Wind{{ID: "time", Strands: []string{"craft"}}}, Questions: []Question{
		{ID: "hours", Kind: Frequency, Options: []Option{weighted("never", 1), weighted("often", 2)}},
		{ID: "calm", Kind: Frequency, Options: []Option{weighted("never", 1), weighted("often", 2)}},
		{ID: "signs", Kind: Checklist, Options: []Option{weighted("door", 1), weighted("phone", -1)}},
	}}
}

func said(options ...string) Answer { return Answer{Options: append([]string{}, options...)} }

// An answer whose option the content no longer has is no answer: it counts for nothing, and the question
// is asked again. Of a checklist, what is left of the boxes counts.
func TestSurveyAnswersThatAreGone(t *testing.T) {
	s := weather()
	iv := Interview{}.With("hours", said("renamed")).With("calm", said("often")).With("signs", said("door", "renamed"))
	if q, more := s.Next(iv); !more || q.ID != "hours" || s.Remaining(iv) != 1 {
		t.Errorf("next is %v, %d remain", q, s.Remaining(iv))
	}
	axis := s.Score("", iv, nil).Axes[0]
	if axis.Score == nil || axis.Asked != 2 || math.Abs(*axis.Score-1) > 1e-9 {
		t.Errorf("%+v, want 1 from two answers", axis)
	}
	iv = iv.With("hours", said("never"))
	if _, more := s.Next(iv); more || s.Remaining(iv) != 0 {
		t.Errorf("after a new answer, %d remain", s.Remaining(iv))
	}
	for name, a := range map[string]Answer{"two of a single choice": said("never", "often"), "boxes that are gone": said("renamed")} {
		id := map[bool]string{true: "hours", false: "signs"}[len(a.Options) == 2]
		if got := iv.With(id, a); s.Remaining(got) != 1 {
			t.Errorf("%s: %d remain", name, s.Remaining(got))
		}
	}
}

func TestSurveyAsksInItsOrder(t *testing.T) {
	s := weather()
	iv := Interview{}
	for i, a := range []Answer{said("never"), {Skip: Unsure}, said()} {
		q, more := s.Next(iv)
		if !more || q != &s.Questions[i] || s.Remaining(iv) != len(s.Questions)-i {
			t.Fatalf("%d: next is %v, %d remain", i, q, s.Remaining(iv))
		}
		iv = iv.With(q.ID, a)
	}
	if q, more := s.Next(iv); more || s.Remaining(iv) != 0 {
		t.Errorf("after all: %v", q)
	}
	if s.Question("calm") != &s.Questions[1] || s.Question("gone") != nil {
		t.Error("a question is found by its id, and none by another")
	}
	if got := s.OptionOrder(&s.Questions[0], 3); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("a scale is shown as %v", got)
	}
}
