package calibrate_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"waymark/stages"
	"waymark/stages/calibrate"
)

// bank is a strand with two ladders and a checklist.
func bank() *stages.Bank {
	ladder := []stages.Option{{ID: "low", Level: 1}, {ID: "middle", Level: 3}, {ID: "high", Level: 5}}
	c := &stages.Catalog{ID: "small", Version: "2", SHA256: "sum", Strands: []stages.Strand{{ID: "craft"}}}
	for l := 1; l <= 5; l++ {
		c.Levels = append(c.Levels, stages.Level{Level: l})
	}
	for _, id := range []string{"one", "two", "three"} {
		c.Questions = append(c.Questions, stages.Question{ID: id, Strand: "craft", Kind: stages.Ladder, Evidence: true, Options: slices.Clone(ladder)})
	}
	c.Questions = append(c.Questions, stages.Question{ID: "list", Strand: "craft", Kind: stages.Checklist, Options: ladder[1:]})
	return stages.NewBank(c)
}

func all(id string, boxes ...string) map[string]calibrate.Answer {
	out := map[string]calibrate.Answer{"list": {Answer: stages.Answer{Options: append([]string{}, boxes...)}}}
	for _, q := range []string{"one", "two", "three"} {
		out[q] = calibrate.Answer{Answer: stages.Answer{Options: []string{id}}}
	}
	return out
}

// study is six people, two of them held out, whose answers leave no doubt: low is level 1, high level 5.
func study() *calibrate.Study {
	s := &calibrate.Study{
		HeldOut: calibrate.HeldOut{Seed: 7, People: []string{"eve", "fred"}},
		Judges:  []calibrate.Judge{{ID: "judge", Levels: map[string]calibrate.Judgement{}}},
		Readers: []calibrate.Reader{
			{ID: "x", Answers: map[string]map[string]calibrate.Answer{}}, {ID: "y", Answers: map[string]map[string]calibrate.Answer{}}},
	}
	levels := map[string]int{"anna": 1, "ben": 5, "cleo": 4, "dora": 1, "eve": 5, "fred": 2, "unread": 3}
	for _, id := range []string{"anna", "ben", "cleo", "dora", "eve", "fred", "unread", "unjudged"} {
		s.People = append(s.People, calibrate.Person{ID: id, Work: "support"})
		if l := levels[id]; l > 0 {
			s.Judges[0].Levels[id] = calibrate.Judgement{Level: l, Low: l, High: l}
		}
		if id == "unread" {
			continue
		}
		answers := all("low")
		if levels[id] >= 4 {
			answers = all("high", "middle", "high")
		}
		for _, r := range s.Readers {
			r.Answers[id] = answers
		}
	}
	s.Readers[1].Answers["dora"] = all("high", "middle", "high") // the readers differ on her
	return s
}

func TestRun(t *testing.T) {
	var told [][2]int
	r := calibrate.Run(bank(), study(), calibrate.Options{Seeds: 2, Progress: func(done, total int) { told = append(told, [2]int{done, total}) }})
	if r.Schema != 1 || r.Content != (stages.ContentRef{ID: "small", Version: "2", SHA256: "sum"}) || r.People != 8 || r.Compared != 6 ||
		r.Seeds != 2 || *r.Drawn != (calibrate.Drawn{Seed: 7, People: 2}) {
		t.Errorf("%+v", r)
	}
	// anna 1, ben 5, cleo 5 for 4, dora 1 and 5; eve 5, fred 1 for 2.
	for _, c := range []struct {
		name string
		got  calibrate.Score
		want calibrate.Score
	}{
		{"calibration, all", r.Calibration.Full, calibrate.Score{People: 4, Exact: 2.5 / 4, Accepted: 2.5 / 4, Bias: 3. / 4}},
		{"calibration, interviews", r.Calibration.Adaptive, calibrate.Score{People: 4, Exact: 2.5 / 4, Accepted: 2.5 / 4, Bias: 3. / 4}},
		{"held out, all", r.HeldOut.Full, calibrate.Score{People: 2, Exact: .5, Accepted: .5, Bias: -.5}},
		{"held out, interviews", r.HeldOut.Adaptive, calibrate.Score{People: 2, Exact: .5, Accepted: .5, Bias: -.5}},
	} {
		if c.got.People != c.want.People || math.Abs(c.got.Exact-c.want.Exact)+math.Abs(c.got.Accepted-c.want.Accepted)+math.Abs(c.got.Bias-c.want.Bias) > 1e-9 {
			t.Errorf("%s: %+v, want %+v", c.name, c.got, c.want)
		}
	}
	if len(told) != 12 || told[0] != [2]int{1, 12} || told[11] != [2]int{12, 12} {
		t.Errorf("progress %v", told)
	}
	want := calibrate.Placed{Person: "dora", Work: "support", Level: 1, Low: 1, High: 1, Full: 3, Adaptive: 3}
	if len(r.Placed) != 6 || r.Placed[3] != want || !r.Placed[4].HeldOut {
		t.Errorf("%+v", r.Placed)
	}
}

// What shows how a question should change is of calibration people only.
func TestThoseHeldOutAreScoredOnly(t *testing.T) {
	s := study()
	before := calibrate.Run(bank(), s, calibrate.Options{Seeds: 1})
	if n := before.Questions[0].People; n != 4 {
		t.Fatalf("%v people answered", n)
	}
	if n := before.Questions[0].Options[0].People; n != 1.5 {
		t.Errorf("%v of them by the lowest option", n)
	}
	for _, id := range s.HeldOut.People {
		for _, r := range s.Readers {
			r.Answers[id] = all("middle", "high")
		}
	}
	after := calibrate.Run(bank(), s, calibrate.Options{Seeds: 1})
	if a, b := asJSON(t, before.Questions, before.Losses, before.Shift, before.Calibration), asJSON(t, after.Questions, after.Losses, after.Shift, after.Calibration); a != b {
		t.Errorf("%s\nwith other answers of those held out\n%s", a, b)
	}
	if before.HeldOut.Full == after.HeldOut.Full {
		t.Error("those held out are not scored")
	}
}

func asJSON(t *testing.T, v ...any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A question left out, and one where no option fits, count as not sure, at both lengths.
func TestWhatIsLeftOutIsNotSure(t *testing.T) {
	none := calibrate.Answer{Answer: stages.Answer{Skip: stages.Unsure}, NoneFits: true}
	s := study()
	s.People, s.HeldOut = s.People[:1], calibrate.HeldOut{}
	s.Readers = s.Readers[:1]
	s.Readers[0].Answers["anna"] = map[string]calibrate.Answer{"one": none}
	r := calibrate.Run(bank(), s, calibrate.Options{Seeds: 2})
	if r.Drawn != nil || r.Calibration.Full != (calibrate.Score{People: 1}) || r.Calibration.Adaptive != (calibrate.Score{People: 1}) {
		t.Errorf("%+v", r.Calibration)
	}
	if r.Calibration.Asked != 4 || r.Placed[0].Full != 0 || r.Calibration.NoneFits != 1 {
		t.Errorf("asked %v, placed %v", r.Calibration.Asked, r.Placed[0])
	}
	if q := r.Questions[1]; q.People != 0 || q.Skipped != 0 {
		t.Errorf("nobody answered %+v", q)
	}
}

// A study without readers, or without judges, gives a report that is valid JSON.
func TestNobodyToCompare(t *testing.T) {
	s := study()
	for _, s := range []*calibrate.Study{{}, {People: s.People, Judges: s.Judges}, {People: s.People, Readers: s.Readers}} {
		r := calibrate.Run(bank(), s, calibrate.Options{Seeds: 1})
		if r.Compared != 0 || r.Calibration.Full.People != 0 || len(r.Moves()) != 0 {
			t.Errorf("%+v", r)
		}
		asJSON(t, r) // fails on what is no number
	}
}
