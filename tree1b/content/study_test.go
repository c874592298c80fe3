package content_test

import (
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"waymark/content"
	"waymark/stages"
	"waymark/stages/calibrate"
)

// TestStudyFaults reads each case of testdata/study, as [TestFaults] does.
func TestStudyFaults(t *testing.T) {
	catalog, _ := content.Load(valid(t))
	eachCase(t, "testdata/study", func(_ *testing.T, files fstest.MapFS) content.Faults {
		_, faults := content.LoadStudy(files, catalog)
		return faults
	})
}

// Every form that a study may be written in, over several files and folders.
func TestStudyIsReadAsWritten(t *testing.T) {
	catalog, _ := content.Load(valid(t))
	files := fstest.MapFS{
		"people/a.yaml": {Data: []byte("people: [{id: anna, work: support, tags: [a, b], source: s, about: of her}]\n")},
		"people/b.yml":  {Data: []byte("people: [{id: ben, work: consulting}]\nheld_out: {seed: 18446744073709551615, people: [ben]}\n")},
		"judge.yaml": {Data: []byte("judges:\n- id: maria\n  kind: person\n  who: leads the desk\n  levels:\n" +
			"    anna: 3\n    ben: {level: 2, high: 4, why: so}\n- {id: noor, kind: model, who: w, levels: {anna: {level: 2, low: 1}}}\n")},
		"maria.yaml": {Data: []byte("judges: [{id: noor, kind: model, who: w, levels: {ben: 5}}]\n")},
		"reader.yaml": {Data: []byte("readers:\n- id: self\n  kind: person\n  who: each for themselves\n  answers:\n" +
			"    anna:\n      craft-a: low\n      craft-b: [box]\n    ben:\n      craft-a: {skip: no-chance}\n      craft-b: []\n")},
		"reader.json.yaml": {Data: []byte(`{"readers": [{"id": "r", "kind": "model", "who": "w", "answers": {"anna": {"craft-a": "none-fits",
			"craft-b": {"options": ["box"], "evidence": "e", "seconds": 2}}}},
			{"id": "r", "kind": "model", "who": "w", "answers": {"ben": {"craft-a": {"none-fits": "I said so"}, "craft-b": {"option": "box"}}}}]}`)},
	}
	s, faults := content.LoadStudy(files, catalog)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	answer := func(ids ...string) calibrate.Answer {
		return calibrate.Answer{Answer: stages.Answer{Options: append([]string{}, ids...)}}
	}
	long := answer("box")
	long.Evidence, long.Seconds = "e", 2
	unsure := stages.Answer{Skip: stages.Unsure}
	want := &calibrate.Study{
		People: []calibrate.Person{{ID: "anna", Work: "support", Tags: []string{"a", "b"}, Source: "s", About: "of her"}, {ID: "ben", Work: "consulting"}},
		Judges: []calibrate.Judge{
			{ID: "maria", Kind: "person", Who: "leads the desk", Levels: map[string]calibrate.Judgement{
				"anna": {Level: 3, Low: 3, High: 3}, "ben": {Level: 2, Low: 2, High: 4, Why: "so"}}},
			{ID: "noor", Kind: "model", Who: "w", Levels: map[string]calibrate.Judgement{"anna": {Level: 2, Low: 1, High: 2}, "ben": {Level: 5, Low: 5, High: 5}}},
		},
		Readers: []calibrate.Reader{
			{ID: "r", Kind: "model", Who: "w", Answers: map[string]map[string]calibrate.Answer{
				"anna": {"craft-a": {Answer: unsure, NoneFits: true}, "craft-b": long},
				"ben":  {"craft-a": {Answer: unsure, NoneFits: true, Note: "I said so"}, "craft-b": answer("box")}}},
			{ID: "self", Kind: "person", Who: "each for themselves", Answers: map[string]map[string]calibrate.Answer{
				"anna": {"craft-a": answer("low"), "craft-b": answer("box")},
				"ben":  {"craft-a": {Answer: stages.Answer{Skip: stages.NoChance}}, "craft-b": answer()}}},
		},
		HeldOut: calibrate.HeldOut{Seed: 18446744073709551615, People: []string{"ben"}},
	}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("read as\n%+v\nwant\n%+v", s, want)
	}
}

func TestNoStudy(t *testing.T) {
	catalog, _ := content.Load(valid(t))
	_, faults := content.LoadStudy(fstest.MapFS{"notes.txt": {}}, catalog)
	if want := ".: there's no YAML file here, only notes.txt and the like: a name must end in .yaml; begin with a file of people, as docs/calibration.md shows"; faults.Error() != want {
		t.Errorf("%q, want %q", faults, want)
	}
}

// A study may be kept in the content folder: it is no content, and leaves the checksum as it is.
func TestContentPassesOverItsStudy(t *testing.T) {
	before, _ := content.Load(valid(t))
	files := valid(t)
	files["calibration/people.yaml"] = &fstest.MapFile{Data: []byte("people: [{id: anna, work: support}]\n")}
	files["calibration/deeper/broken.yaml"] = &fstest.MapFile{Data: []byte("\x00")}
	after, faults := content.Load(files)
	if len(faults) > 0 || after.SHA256 != before.SHA256 {
		t.Errorf("faults %v; %s and %s", faults, before.SHA256, after.SHA256)
	}
	files["deeper/calibration/more.yaml"] = &fstest.MapFile{Data: []byte("people: []\n")}
	if _, faults := content.Load(files); len(faults) != 1 || !strings.Contains(faults.Error(), `deeper/calibration/more.yaml:1:1: unknown field "people"`) {
		t.Errorf("elsewhere a folder of that name is content: %v", faults)
	}
}

// The study of the built-in questions is what its README says.
func TestTheStudy(t *testing.T) {
	s, faults := content.LoadStudy(os.DirFS("calibration"), builtin(t))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	if len(s.People) < 60 || len(s.Judges) < 3 {
		t.Errorf("%d people and %d judges", len(s.People), len(s.Judges))
	}
	atLevel, tags := map[int]int{}, map[string]int{}
	for _, p := range s.People {
		if words := len(strings.Fields(p.About)); words < 60 || words > 120 || p.Source == "" {
			t.Errorf("%s is described in %d words, from %q", p.ID, words, p.Source)
		}
		for _, j := range s.Judges {
			if _, ok := j.Levels[p.ID]; !ok {
				t.Errorf("%s has not judged %s", j.ID, p.ID)
			}
		}
		c, _ := s.Consensus(p.ID)
		atLevel[c.Level]++
		for _, tag := range p.Tags {
			tags[tag]++
		}
	}
	for level := 1; level <= 5; level++ {
		if atLevel[level] < 10 {
			t.Errorf("%d people are at level %d", atLevel[level], level)
		}
	}
	for _, tag := range []string{"first-line", "second-line", "platform", "pre-sales", "technical-account-manager", "consultant",
		"support-manager", "never-meets-customer", "no-degree"} {
		if tags[tag] < 2 {
			t.Errorf("%d people are %s, of %v", tags[tag], tag, slices.Sorted(maps.Keys(tags)))
		}
	}
	drawFrom := fstest.MapFS{}
	for _, name := range []string{"people.yaml", "judge-1.yaml", "judge-2.yaml", "judge-3.yaml"} {
		data, err := os.ReadFile("calibration/" + name)
		if err != nil {
			t.Fatal(err)
		}
		drawFrom[name] = &fstest.MapFile{Data: data}
	}
	first, _ := content.LoadStudy(drawFrom, builtin(t))
	if again := calibrate.Draw(first, s.HeldOut.Seed); s.HeldOut.Seed != 9 || !reflect.DeepEqual(again, s.HeldOut) {
		t.Errorf("seed %d draws %v, and held out are %v", s.HeldOut.Seed, again.People, s.HeldOut.People)
	}
}
