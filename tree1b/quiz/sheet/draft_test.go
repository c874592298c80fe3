package sheet

import (
	"errors"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"

	"waymark/quiz/session"
)

// TestDraftsOfASheet stops amid a question: what was ticked and typed is there again, and in no file that is sent.
func TestDraftsOfASheet(t *testing.T) {
	path := put(t, "sheet.yaml", bytesOf(t, blank()))
	begun := session.New(opinionBank(), open(t, path).Saved(opinionBank()))
	store := open(t, path)
	do := func(s session.Session, actions ...session.Action) session.Session {
		t.Helper()
		for _, a := range actions {
			var err error
			if s, _, err = session.Perform(s, a, store); err != nil {
				t.Fatal(err)
			}
		}
		return s
	}
	do(begun, session.Begin{At: noon}, session.Tick{Option: "led"}, session.Type{Text: "In Lyon"})
	sent, err := os.ReadFile(path)
	if err != nil || strings.Contains(string(sent), "Lyon") {
		t.Errorf("what is sent back: %s, %v", sent, err)
	}
	store = open(t, path)
	again := do(session.New(opinionBank(), store.Saved(opinionBank())), session.Continue{At: noon})
	if want := (session.Draft{Ticked: []string{"led"}, Text: "In Lyon"}); !reflect.DeepEqual(again.Input(), want) {
		t.Errorf("at the question stands %+v, want %+v", again.Input(), want)
	}
	do(again, session.Answer{Options: []string{"led"}, At: noon})
	if _, err := os.Lstat(path + ".draft"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the drafts outlive the answer: %v", err)
	}
	if err := open(t, path).SaveDrafts(session.Drafts{}); err != nil {
		t.Errorf("nothing to keep, and no file: %v", err)
	}
}

// ownDrafts are the drafts of a blank sheet, as they're kept.
func ownDrafts() string {
	return `{"waymark_draft": 1, "person": "` + blank().Person + `", "asked": "` + blank().Asked + `", "drafts": {"a": {"text": "In Lyon"}}}`
}

// What lies beside a sheet under the name of its drafts and is something else stays as it is.
func TestDraftsOverwriteNothing(t *testing.T) {
	mine := ownDrafts()
	for name, test := range map[string]struct {
		data string
		mine bool
	}{
		"its own":                  {mine, true},
		"cut short by a power cut": {"", true},
		"something else":           {"shopping", false},
		"of a newer version":       {strings.Replace(mine, "1", "2", 1), false},
		"of another person":        {strings.Replace(mine, blank().Person, "other", 1), false},
		"of another day":           {strings.Replace(mine, blank().Asked, "2020-01-01", 1), false},
		"steers a terminal":        {strings.Replace(mine, "Lyon", `\u001b[2J`, 1), false},
	} {
		path := put(t, "sheet.yaml", bytesOf(t, blank()))
		f, beside := open(t, path), path+".draft"
		if err := os.WriteFile(beside, []byte(test.data), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := f.draftsOf(session.Attempt{}); (len(got) == 1) != (name == "its own") {
			t.Errorf("%s: %v", name, got)
		}
		if err := f.SaveDrafts(session.Drafts{"opinion/then/a": {Text: "In Basel"}}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got, err := os.ReadFile(beside); err != nil || strings.Contains(string(got), "Basel") != test.mine || !test.mine && string(got) != test.data {
			t.Errorf("%s: then there is %s, %v", name, got, err)
		}
	}
}
