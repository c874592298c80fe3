package sheet

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"waymark/quiz/disk"
	"waymark/quiz/session"
	"waymark/stages"
)

var content = stages.ContentRef{ID: "test", Version: "1", SHA256: "abc"}

func blank() Sheet {
	return New("Ada", "person", "2026-03-12", content, []stages.Question{
		{ID: "a", Kind: stages.Ladder, Ask: "What was Ada's part?", Options: []stages.Option{{ID: "led", Level: 3, Text: `Ada said: "it's mine"`}, {ID: "no", Level: 1, Text: "# none"}}},
		{ID: "b", Kind: stages.Checklist, Ask: "Which of these?", Options: []stages.Option{{ID: "one", Level: 2, Text: "One"}, {ID: "two", Level: 4, Text: "Two"}}},
		{ID: "c", Kind: stages.Ladder, Ask: "How often?", Options: []stages.Option{{ID: "never", Level: 1, Text: "sha256: not so far"}, {ID: "often", Level: 5, Text: "Often"}}},
	})
}

func bytesOf(t *testing.T, s Sheet) []byte {
	t.Helper()
	data, err := s.Encode("sheet.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// signed is a file with the checksum that fits it, as someone can make who reads the format.
func signed(text string) []byte {
	text = text[:strings.LastIndex(text, sumField)]
	return fmt.Appendf(nil, "%s%s%x\n", text, sumField, sha256.Sum256([]byte(text)))
}

func TestSheetComesBackAsItWasWritten(t *testing.T) {
	iv := stages.Interview{Seed: 7}.With("a", stages.Answer{Options: []string{"led"}, Evidence: "The June outage.\nsha256: 0\n工場"}).
		With("b", stages.Answer{Options: []string{}}).With("c", stages.Answer{Skip: stages.NotSeen})
	s := blank().answered(iv, "2026-03-14")
	for _, want := range []Sheet{blank(), s} {
		data := bytesOf(t, want)
		for name, sent := range map[string][]byte{"as it is": data, "by mail": bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")),
			"with a mark": append([]byte("\ufeff"), data...), "with lines after it": append(bytes.Clone(data), "\n\n"...)} {
			if got, err := Decode(sent); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %v\n got %+v\nwant %+v", name, err, got, want)
			}
		}
	}
	if got := s.Interview(); !reflect.DeepEqual(got, iv) {
		t.Errorf("the answers are %+v", got)
	}
	if blank().Open() != 3 || s.Open() != 0 {
		t.Errorf("open are %d and %d", blank().Open(), s.Open())
	}
}

// TestSheetReadsItself keeps the blank sheet to what its header promises.
func TestSheetReadsItself(t *testing.T) {
	text := string(bytesOf(t, blank()))
	for _, want := range []string{"# Questions about Ada", "waymark --for sheet.yaml", "It isn't a signature", `ask: What was Ada's part?`, `text: "Ada said: \"it's mine\""`} {
		if !strings.Contains(text, want) {
			t.Errorf("the sheet lacks %q:\n%s", want, text)
		}
	}
	for _, private := range []string{"answer:", "example:", "answered:", "seed:", "by:", "level"} {
		if strings.Contains(text, private) {
			t.Errorf("the blank sheet has %q:\n%s", private, text)
		}
	}
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") && len(line) > 81 {
			t.Errorf("a line of the header is %d columns wide: %s", len(line), line)
		}
	}
}

func TestSheetThatIsNotOneIsRefused(t *testing.T) {
	good := string(bytesOf(t, blank()))
	share, err := NewShare("p", content, stages.Share{}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"empty":                {nil, ErrNoSheet},
		"another file":         {[]byte("about: Ada\n"), ErrNoSheet},
		"a share":              {share, ErrNoSheet},
		"a later format":       {signed(strings.Replace(good, "waymark_sheet: 1", "waymark_sheet: 2", 1)), ErrNewer},
		"a changed name":       {[]byte(strings.Replace(good, "about: Ada", "about: Ida", 1)), ErrChanged},
		"a changed comment":    {[]byte(strings.Replace(good, "# Questions", "# Question", 1)), ErrChanged},
		"cut short":            {[]byte(good[:len(good)-120]), ErrChanged},
		"no checksum":          {[]byte(good[:strings.LastIndex(good, sumField)]), ErrChanged},
		"more after it":        {[]byte(good + "by: Ruth\n"), ErrChanged},
		"an unknown field":     {signed(strings.Replace(good, "about:", "level: 3\nabout:", 1)), ErrChanged},
		"no name":              {signed(strings.Replace(good, "about: Ada", "about: \"\"", 1)), ErrChanged},
		"an unknown option":    {signed(strings.Replace(good, "  - id: b\n", "    answer: [none]\n  - id: b\n", 1)), ErrChanged},
		"two kinds of answer":  {signed(strings.Replace(good, "  - id: b\n", "    answer: [led]\n    not_seen: true\n  - id: b\n", 1)), ErrChanged},
		"a question twice":     {signed(strings.Replace(good, "  - id: b\n", "  - id: a\n", 1)), ErrChanged},
		"an escape":            {signed(strings.Replace(good, "about: Ada", `about: "Ada\e[2J"`, 1)), ErrChanged},
		"an alias":             {signed(strings.Replace(good, "about: Ada\nperson: person", "about: &a Ada\nperson: *a", 1)), ErrChanged},
		"no YAML":              {signed(strings.Replace(good, "about: Ada", "about: [Ada", 1)), ErrChanged},
		"a version of nothing": {[]byte("waymark_sheet: one\n"), ErrNoSheet},
	} {
		if _, err := Decode(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestWord(t *testing.T) {
	for name, want := range map[string]string{"sheet.yaml": "sheet.yaml", "my sheet.yaml": "'my sheet.yaml'", "it's.yaml": `'it'\''s.yaml'`, "-f": "'-f'", "a\x1bb": `'a\x1bb'`} {
		if got := Word(name); got != want {
			t.Errorf("%q becomes %s, want %s", name, got, want)
		}
	}
}

func TestPersonIDs(t *testing.T) {
	one, other := []byte("one"), []byte("other")
	ids := map[string]bool{}
	for _, key := range [][]byte{one, other} {
		for _, purpose := range []string{ForSheets, ForShares} {
			ids[PersonID(key, purpose)] = true
		}
	}
	if again := PersonID(one, ForSheets); len(ids) != 4 || !ids[again] {
		t.Errorf("the ids are %v", ids)
	}
}

func put(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

var noon = time.Date(2026, 3, 14, 12, 0, 0, 0, time.Local)

func open(t *testing.T, path string) *File {
	t.Helper()
	f, err := Open(disk.OS{}, path, func() time.Time { return noon })
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func opinionBank() *stages.Bank {
	var questions []stages.Question
	for _, id := range []string{"a", "b", "c"} {
		questions = append(questions, stages.Question{ID: id, Options: []stages.Option{{ID: "led"}, {ID: "often"}}})
	}
	return stages.NewBank(&stages.Catalog{Opinion: stages.Survey{Questions: questions}})
}

// TestFileKeepsEveryAnswer stops after each answer: what was answered before is in the file, and the rest is open.
func TestFileKeepsEveryAnswer(t *testing.T) {
	path := put(t, "sheet.yaml", bytesOf(t, blank()))
	iv := stages.Interview{Seed: 9}
	for i, id := range []string{"a", "b", "c"} {
		if saved := open(t, path).Saved(opinionBank()); i > 0 && (len(saved.Attempts) != 1 || !reflect.DeepEqual(saved.Attempts[0].Interview, iv)) {
			t.Errorf("after %d answers there is %+v", i, saved)
		} else if i == 0 && !reflect.DeepEqual(saved, session.Saved{}) {
			t.Errorf("a blank sheet has %+v", saved)
		}
		iv = iv.With(id, stages.Answer{Options: map[string][]string{"a": {"led"}, "b": {}, "c": {"often"}}[id]})
		f := open(t, path)
		f.Sheet.By = "Ruth"
		if err := f.Save(session.Attempt{Interview: iv}); err != nil {
			t.Fatal(err)
		}
	}
	saved := open(t, path).Saved(opinionBank())
	if len(saved.Attempts) != 0 || len(saved.Results) != 1 || !reflect.DeepEqual(saved.Results[0].Interview, iv) {
		t.Errorf("a finished sheet has %+v", saved)
	}
	got, err := Read(path)
	if err != nil || got.By != "Ruth" || got.Answered != "2026-03-14" || got.Open() != 0 || got.About != "Ada" {
		t.Errorf("the file has %+v, %v", got, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
}

func TestFileOfAnotherProgramIsNotOverwritten(t *testing.T) {
	path := put(t, "sheet.yaml", bytesOf(t, blank()))
	one, two := open(t, path), open(t, path)
	answer := func(option string) session.Attempt {
		return session.Attempt{Interview: stages.Interview{}.With("a", stages.Answer{Options: []string{option}})}
	}
	if err := one.Save(answer("led")); err != nil {
		t.Fatal(err)
	}
	if err := two.Save(answer("no")); !errors.Is(err, ErrElsewhere) {
		t.Errorf("a second program saves: %v", err)
	}
	if err := one.Finish(session.Result{Attempt: answer("no")}); err != nil {
		t.Errorf("the first can't go on: %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := one.Save(answer("led")); err != nil {
		t.Errorf("a sheet that was moved away isn't written again: %v", err)
	}
}

func TestFilesThatAreNotRead(t *testing.T) {
	dir := t.TempDir()
	big := put(t, "big.yaml", make([]byte, maxSize+1))
	link := filepath.Join(dir, "link.yaml")
	refused := map[string]string{dir: "is a folder", filepath.Join(dir, "none"): "isn't there", big: "larger than 1 MiB"}
	if os.Symlink(put(t, "sheet.yaml", bytesOf(t, blank())), link) == nil { // not every system has links
		refused[link] = "is a link"
	}
	for path, want := range refused {
		if _, err := Open(disk.OS{}, path, time.Now); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := Read(link); err != nil {
		t.Errorf("a link can't be read: %v", err)
	}
}

func TestShares(t *testing.T) {
	dir := t.TempDir()
	write := func(name, person string, share stages.Share) {
		data, err := NewShare(person, content, share).Encode()
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	ada := stages.Share{Strands: map[string]int{"craft": 3}, Helps: []string{"voice"}, Against: []string{"load"}, Steps: []string{"one"}}
	write("ada.yaml", "1", ada)
	write("omar.YML", "2", stages.Share{})
	write("notes.txt", "3", stages.Share{})
	if got, err := ReadShares(dir, content); err != nil || !reflect.DeepEqual(got, []stages.Share{ada, {}}) {
		t.Errorf("the shares are %+v, %v", got, err)
	}
	fault := func(want string) {
		t.Helper()
		if _, err := ReadShares(dir, content); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	write("zoe.yaml", "1", stages.Share{})
	fault("zoe.yaml are from the same person; keep the newer one")
	write("zoe.yaml", "3", stages.Share{Strands: map[string]int{"craft": 10}})
	fault("zoe.yaml can't be read")
	write("zoe.yaml", "", stages.Share{})
	fault("zoe.yaml can't be read")
	if err := os.WriteFile(filepath.Join(dir, "zoe.yaml"), bytesOf(t, blank()), 0o600); err != nil {
		t.Fatal(err)
	}
	fault("zoe.yaml isn't a share")
	write("zoe.yaml", "3", stages.Share{})
	if _, err := ReadShares(dir, stages.ContentRef{ID: "test", Version: "2", SHA256: "abc"}); err == nil || !strings.Contains(err.Error(), "version 1, abc") || !strings.Contains(err.Error(), "version 2, abc") {
		t.Errorf("shares of other questions: %v", err)
	}
	if _, err := ReadShares(filepath.Join(dir, "ada.yaml"), content); err == nil {
		t.Error("a file is read as a folder")
	}
}
