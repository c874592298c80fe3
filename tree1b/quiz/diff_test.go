package quiz

import (
	"testing"
	"time"

	"waymark/content"
	"waymark/quiz/session"
	"waymark/stages"
)

// Of an attempt only the last result counts, also where it was begun in another time zone than one is in now.
func TestPlaceAgainCountsAnAttemptOnce(t *testing.T) {
	c, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	results := func(yield func(session.Result, error) bool) {
		for range 2 {
			begun := time.Date(2026, 3, 12, 12, 0, 0, 0, time.FixedZone("", 5*3600+1800)) // another pointer each time, as from each file
			if !yield(session.Result{Attempt: session.Attempt{Started: begun}}, nil) {
				return
			}
		}
	}
	if placed, notices := placeAgain(stages.NewBank(c), results); len(placed) != 1 || len(notices) > 0 {
		t.Errorf("%+v, %q", placed, notices)
	}
}
