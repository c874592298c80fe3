package session_test

import (
	"reflect"
	"testing"

	"waymark/stages"
)

// The last step of a replay is the result; what was reached with other content, or comes out otherwise, has none.
func TestReplay(t *testing.T) {
	p := newPerson()
	does(t, p, whole)
	r, bank := p.Results[stages.Stages], p.Bank
	steps := r.Replay(bank)
	if len(steps) != len(r.Interview.Asked) || !reflect.DeepEqual(steps[len(steps)-1], r.Placement) {
		t.Fatalf("%d steps of %d answers", len(steps), len(r.Interview.Asked))
	}
	for i, s := range steps {
		if len(s.Asked) != i+1 {
			t.Errorf("step %d knows %d answers", i, len(s.Asked))
		}
	}
	other := r
	other.Snapshot.SHA256 = "another"
	if other.Replayable(bank) || other.Replay(bank) != nil {
		t.Error("replayed with other questions")
	}
	other = r
	level := *r.Placement.Level%5 + 1
	other.Placement.Level = &level
	if other.Replay(bank) != nil {
		t.Error("a replay that ends elsewhere")
	}
	other.Placement.Level = nil
	if other.Replayable(bank) {
		t.Error("a replay without a level")
	}
}
