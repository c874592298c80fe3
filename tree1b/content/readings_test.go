package content_test

import (
	"os"
	"testing"
	"testing/fstest"

	"waymark/content"
	"waymark/stages"
	"waymark/stages/calibrate"
)

// A platform engineer may take "customer" for the people outside who pay, or for the teams next door. Twelve
// people of the study were answered for under either reading, and none may move by more than one level.
func TestNobodyMovesFarByWhoCountsAsCustomer(t *testing.T) {
	bank := stages.NewBank(builtin(t))
	customers, teams := reading(t, "customers"), reading(t, "teams")
	answered := 0
	for i, reader := range customers.Readers {
		for person, answers := range reader.Answers {
			outside, inside := levelOf(bank, answers), levelOf(bank, teams.Readers[i].Answers[person])
			t.Logf("%s, %s: %d as customers, %d as teams", person, reader.ID, outside, inside)
			if d := outside - inside; d < -1 || d > 1 {
				t.Errorf("%s is at level %d where customers pay, and at level %d where they are teams (%s)", person, outside, inside, reader.ID)
			}
			answered++
		}
	}
	if answered != 2*12 {
		t.Errorf("%d people were answered for, and twelve by two readers are wanted", answered)
	}
}

// reading loads the answers of every reader under one reading of the word.
func reading(t *testing.T, name string) *calibrate.Study {
	t.Helper()
	files := fstest.MapFS{}
	for to, from := range map[string]string{"people.yaml": "calibration/people.yaml", "readers.yaml": "testdata/readings/" + name + ".yaml"} {
		data, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		files[to] = &fstest.MapFile{Data: data}
	}
	study, faults := content.LoadStudy(files, builtin(t))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return study
}

func levelOf(bank *stages.Bank, answers map[string]calibrate.Answer) int {
	iv := stages.Interview{Answers: stages.Answers{}}
	for i := range bank.Catalog().Questions {
		id := bank.Catalog().Questions[i].ID
		iv.Asked = append(iv.Asked, id)
		iv.Answers[id] = answers[id].Answer
	}
	return *bank.Place(iv).Level
}
