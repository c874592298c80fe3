package content_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"waymark/content"
	"waymark/stages"
)

// extended is a folder that extends the built-in content, with one file beside it.
func extended(data string) fstest.MapFS {
	return fstest.MapFS{"about.yaml": {Data: []byte("extends: builtin\n")}, "mine.yaml": {Data: []byte(data)}}
}

func TestAFolderMayHoldOnlyWhatDiffers(t *testing.T) {
	c, want := content.Read(os.DirFS("testdata/extend")), builtin(t)
	if len(c.Faults) > 0 {
		t.Fatal(c.Faults)
	}
	if e := *c.Extension; e.Changed != 4 || e.Added != 1 || e.Dropped != 2 || e.LeftOut == 0 {
		t.Errorf("extension %+v", e)
	}
	if c.ID != "our-team" || c.Version != want.Version || c.Surroundings.Title != "Our place" || c.Surroundings.About != want.Surroundings.About {
		t.Errorf("%s %s, %q, %q", c.ID, c.Version, c.Surroundings.Title, c.Surroundings.About)
	}
	if n := len(c.Questions); n != len(want.Questions) || c.Questions[n-1].ID != "craft-runbook" {
		t.Errorf("%d questions, the last %s", n, c.Questions[n-1].ID)
	}
	q := want.Questions[0]
	q.Ask, q.CountsIn = "Take the hardest outage of your last two years. How was it solved?", nil
	if !reflect.DeepEqual(c.Questions[0], q) {
		t.Errorf("changed to %+v, want %+v", c.Questions[0], q)
	}
	for i := range c.Steps {
		if _, mentioned := c.Steps[i].Moves["craft-unowned"]; mentioned || slices.Contains(c.Steps[i].Roads, "operations") {
			t.Errorf("step %s mentions what is dropped", c.Steps[i].ID)
		}
	}
	if stages.NewBank(c.Catalog) == nil || c.Where("craft-runbook").String() != "words.yaml:6:5" || c.Where("craft-remembered").File != "built-in/questions/craft.yaml" {
		t.Errorf("places %s, %s", c.Where("craft-runbook"), c.Where("craft-remembered"))
	}
}

func TestNothingThatDiffersIsTheBuiltInContent(t *testing.T) {
	c, faults := content.Load(fstest.MapFS{"any.yml": {Data: []byte("extends: builtin\n")}})
	want := *builtin(t)
	if c.SHA256 == want.SHA256 || len(c.SHA256) != 64 {
		t.Errorf("checksum %s", c.SHA256)
	}
	want.SHA256 = c.SHA256
	if !reflect.DeepEqual(*c, want) || len(faults) > 0 {
		t.Errorf("other than the built-in content; faults %v", faults)
	}
}

// Each strand, road and side of a workplace can be dropped, and any questions, and the rest still goes together.
func TestAnythingCanBeDropped(t *testing.T) {
	c := builtin(t)
	var drops []string
	for _, s := range c.Strands {
		drops = append(drops, "strands: ["+s.ID+"]")
	}
	for i := range 2 {
		roads, winds := c.Crossroads.Roads, c.Surroundings.Winds
		drops = append(drops, "roads: ["+roads[i].ID+", "+roads[len(roads)-1-i].ID+"]", "winds: ["+winds[i].ID+", "+winds[len(winds)-1-i].ID+"]")
		var half []string
		for j := i; j < len(c.Questions); j += 2 {
			half = append(half, c.Questions[j].ID)
		}
		drops = append(drops, "questions: ["+strings.Join(half, ", ")+"]")
	}
	drops = append(drops, "shapes: ["+c.Shapes[0].ID+"], steps: ["+c.Steps[0].ID+"]")
	for _, drop := range drops {
		_, faults := content.Load(extended("drop: {" + drop + "}\n"))
		if err := faults.Err(); err != nil {
			t.Errorf("without %s: %v", drop, err)
		}
	}
}

func TestStrengthsAreChangedAndDroppedByID(t *testing.T) {
	before := builtin(t).Strengths
	c := content.Read(extended(`
drop: {strengths: [design-road-own]}
strengths:
  - id: design-written-component
    shows: {product: "You draw one part.", architect: "You draw one part.", manager: "You draw one part.", service: "You draw one part."}
`))
	if err := c.Faults.Err(); err != nil || len(c.Strengths) != len(before)-1 || c.Extension.Changed != 1 || c.Extension.Dropped != 1 {
		t.Fatalf("%v; %d of %d strengths, %+v", err, len(c.Strengths), len(before), c.Extension)
	}
	ids := map[string]bool{}
	for _, s := range c.Strengths {
		ids[s.ID] = true
		if s.ID == "design-written-component" && (s.Shows["product"] != "You draw one part." || len(s.On) != 2) {
			t.Errorf("changed to %+v", s)
		}
	}
	if ids["design-road-own"] || ids[""] || len(ids) != len(c.Strengths) {
		t.Errorf("%d ids of %d strengths", len(ids), len(c.Strengths))
	}
}

func TestReplacedQuestionsNeedNoneOfTheirOldOptions(t *testing.T) {
	var data strings.Builder
	data.WriteString("questions:\n")
	for _, q := range builtin(t).Questions {
		data.WriteString("  - {id: " + q.ID + ", options: [{id: new-low, level: 1, text: a}, {id: new-high, level: 5, text: b}]}\n")
	}
	_, faults := content.Load(extended(data.String()))
	if err := faults.Err(); err != nil {
		t.Error(err)
	}
}

func TestFaultsOfExtendingNameTheFile(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"drop: {questions: [craft-unownd]}", `mine.yaml:1:20: there's no built-in question "craft-unownd" to drop; did you mean "craft-unowned"?`},
		{"drop: {question: [craft-unowned]}", `mine.yaml:1:8: unknown field "question"; did you mean "questions"?`},
		{"drop: [craft-unowned]", `mine.yaml:1:7: "drop" is a list, but it should be a set of fields`},
		{"drop: {levels: [solver]}", `mine.yaml:1:8: unknown field "levels"; use one of: questions, steps, strands, roads, winds, shapes, strengths`},
		{"extend: builtin", `mine.yaml:1:1: unknown field "extend"`},
		{"extends: builtin", `mine.yaml:1:1: field "extends" is already given at about.yaml:1:10`},
		{"questions: [{id: craft-unownd, ask: What}]", `mine.yaml:1:13: question "craft-unownd" has no "kind", "why", "options"; did you mean the built-in "craft-unowned"? If it's new, add these fields`},
		{"questions: [{id: craft-unowned, ask: A}, {id: craft-unowned, ask: B, kind: ladder, why: w, options: []}]", `the question id "craft-unowned" is already used`},
		{"questions: [{id: craft-unowned, ask: A, ask: B}]", `mine.yaml:1:41: field "ask" is already given at mine.yaml:1:38`},
		{"strengths: [{id: design-road-owm, level: 2}]", `has no "strand", "on", "shows"; did you mean the built-in "design-road-own"?`},
		{"strengths: [{id: Road, strand: design, level: 1, on: {design-road: [own]}, shows: {product: a, architect: a, manager: a, service: a}}]", `the strength id "Road" is malformed`},
		{"drop: {strengths: [design-road-owm]}", `there's no built-in strength "design-road-owm" to drop; did you mean "design-road-own"?`},
		{"questions: [{id: craft-unowned, aks: A}]", `mine.yaml:1:33: unknown field "aks"; did you mean "ask"?`},
		{"questions: [{id: craft-unowned, ask: null}]", `mine.yaml:1:13: question "craft-unowned" has no "ask"`},
		{"questions: {id: craft-unowned}", `mine.yaml:1:12: "questions" is a set of fields, but it should be a list`},
		{"steps: [{id: trust-see-one-case-through, level: 5}]",
			"; name an answer at its level, or give the step the answer's level. It's built in: change or drop it in your own files"},
	} {
		_, faults := content.Load(extended(c.data + "\n"))
		if got := faults.Error(); !strings.Contains(got, c.want) {
			t.Errorf("%s:\n%s\nwant %s", c.data, got, c.want)
		}
	}
	for data, want := range map[string]string{
		"extends: built-in\n":            `a.yaml:1:10: there's no content "built-in" to extend; write builtin`,
		"drop: {questions: [craft-a]}\n": "a.yaml:1:7: there's nothing to drop from, since this content doesn't extend another; add `extends: builtin`",
	} {
		files := valid(t)
		files["a.yaml"] = &fstest.MapFile{Data: []byte(data)}
		if _, faults := content.Load(files); faults.Error() != want {
			t.Errorf("%s: %v", data, faults)
		}
	}
}
