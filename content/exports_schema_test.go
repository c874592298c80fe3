package content_test

import (
	"bytes"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// Every JSON export is as docs/*.schema.json says: everybody's, with every choice of parts. The schemas are open, as
// fields may be added; here they are closed, so that a field without a word in them is noticed, and so is a word
// without a field.
func TestExportsAreAsTheSchemasSay(t *testing.T) {
	whole, evidence := schemaOf(t, "export"), schemaOf(t, "evidence")
	parts := choices(report.AskedParts)
	for _, e := range everybody(t) {
		for _, parts := range parts {
			whole.hold(t, e.With(parts...))
		}
		parts = [][]string{{report.AllParts}} // which the others are part of
		evidence.hold(t, report.NewEvidence(e, []session.Noted{{At: e.Result.Saved, Text: "Storage review"}}))
	}
	whole.told(t)
	evidence.told(t)
}

// The page on exports names what a result's JSON holds at the top, and what the plan in it does.
func TestExportPageNamesTheFields(t *testing.T) {
	page, err := os.ReadFile("../docs/export.md")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("../docs/export.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	schema := decoded(t, data).(map[string]any)
	plan := schema["$defs"].(map[string]any)["plan"].(map[string]any)
	for _, of := range []map[string]any{schema, plan} {
		for name := range of["properties"].(map[string]any) {
			if !bytes.Contains(page, []byte("`"+name+"`")) {
				t.Errorf("it doesn't name %s", name)
			}
		}
	}
}

// A schema would notice: a level that's a text, a required field that's gone.
func TestSchemasAreStrict(t *testing.T) {
	whole := schemaOf(t, "export")
	var out bytes.Buffer
	if err := everybody(t)[0].JSON(&out); err != nil {
		t.Fatal(err)
	}
	for from, to := range map[string]string{`"level": [1-5],`: `"level": "four",`, `"speaks_for": [1-5]`: `"speaks_for": 10`, `"plan"`: `"plans"`, `"seed"`: `"seeds"`,
		`"confidence": `: `"confidence": 7`, `"saved": "2026`: `"saved": "in 2026`, `"options"`: `"chosen"`} {
		changed := regexp.MustCompile(from).ReplaceAll(out.Bytes(), []byte(to))
		if v := decoded(t, changed); bytes.Equal(changed, out.Bytes()) || whole.open.Validate(v) == nil {
			t.Errorf("%s instead of %s is valid", to, from)
		}
	}
}

// contract is a schema that an export has to keep.
type contract struct {
	open, closed *jsonschema.Schema
	fields       map[string]bool // its own, and whether an export has them
}

func schemaOf(t *testing.T, name string) contract {
	t.Helper()
	data, err := os.ReadFile("../docs/" + name + ".schema.json")
	if err != nil {
		t.Fatal(err)
	}
	c := contract{open: compiled(t, decoded(t, data)), fields: map[string]bool{}}
	tight := decoded(t, data)
	c.tighten(tight)
	c.closed = compiled(t, tight)
	return c
}

func decoded(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func compiled(t *testing.T, v any) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("schema.json", v); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// tighten allows no field but those that are named.
func (c contract) tighten(v any) {
	switch of := v.(type) {
	case map[string]any:
		if fields, named := of["properties"].(map[string]any); named {
			of["additionalProperties"] = false
			for name := range fields {
				c.fields[name] = false
			}
		}
		for _, inner := range of {
			c.tighten(inner)
		}
	case []any:
		for _, inner := range of {
			c.tighten(inner)
		}
	}
}

func (c contract) hold(t *testing.T, e interface{ JSON(io.Writer) error }) {
	t.Helper()
	var out bytes.Buffer
	if err := e.JSON(&out); err != nil {
		t.Fatal(err)
	}
	v := decoded(t, out.Bytes())
	if err := c.closed.Validate(v); err != nil { // what's valid here is valid as it stands
		t.Fatalf("not as the schema says: %v", err)
	}
	c.see(v)
}

func (c contract) see(v any) {
	switch of := v.(type) {
	case map[string]any:
		for name, inner := range of {
			if _, named := c.fields[name]; named {
				c.fields[name] = true
			}
			c.see(inner)
		}
	case []any:
		for _, inner := range of {
			c.see(inner)
		}
	}
}

// told holds that each field of the schema is in some export.
func (c contract) told(t *testing.T) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(c.fields)) {
		if !c.fields[name] {
			t.Errorf("the schema has %q, and no export does", name)
		}
	}
}

// choices are all sets of some things.
func choices(of []string) [][]string {
	out := [][]string{nil}
	for _, one := range of {
		for _, set := range out {
			out = append(out, append(slices.Clone(set), one))
		}
	}
	return out
}

// everybody is the export of each persona, one who was in a hurry, and one who skipped everything.
func everybody(t *testing.T) []report.Export {
	t.Helper()
	c := builtin(t)
	bank := stages.NewBank(c)
	all := []report.Export{}
	for i, p := range personas(t) {
		a := session.Attempt{Assessment: stages.Stages, Content: c.Ref(), Profile: session.Profile{Name: p.Name, Work: p.Work, Serves: "teams", Aim: stages.Stay}}
		a.Interview = p.interview(t, bank, uint64(i+1))
		a.Interview.Quick = i == 1
		all = append(all, underWay(t, p, a, bank))
	}
	skipped := all[0].Result.Attempt
	skipped.Interview.Answers = maps.Clone(skipped.Interview.Answers)
	for id := range skipped.Interview.Answers {
		skipped.Interview.Answers[id] = stages.Answer{Skip: stages.NoChance, Seconds: 1}
	}
	e, _ := report.NewExport(map[string]session.Result{stages.Stages: skipped.Score(bank, nil, time.Now())}, session.Plan{})
	return append(all, e)
}

// underWay is a persona with a plan in which everything is filled in.
func underWay(t *testing.T, p persona, a session.Attempt, bank *stages.Bank) report.Export {
	t.Helper()
	now := time.Date(2026, 3, 12, 17, 30, 0, 0, time.UTC)
	last := map[string]session.Result{stages.Crossroads: sitting(stages.Crossroads, p.Roads).Score(bank, nil, now)}
	if len(p.Place) > 0 {
		last[stages.Surroundings] = sitting(stages.Surroundings, p.Place).Score(bank, nil, now)
	}
	last[stages.Stages] = a.Score(bank, last, now)
	talked := true
	plan := session.Plan{Schema: 1, Mentor: "Ruth", Framework: "SFIA", CheckIn: &now, Talk: &now, Dropped: []session.Item{{Step: bank.Catalog().Steps[0], Added: now, Begun: &now}},
		CheckIns: []session.CheckedIn{{At: now, Talked: &talked, Steps: []session.CheckedStep{{Step: "a", Title: "A", Went: session.StepUnderWay, InTheWay: session.NoTime, Moved: &now, SwappedFor: "B"}}}},
		Items:    []session.Item{{Step: report.RoadStep(bank.Catalog().Crossroads.Roads[0]), Added: now, By: &now}}}
	for _, s := range last[stages.Stages].Advised() {
		plan.Items = append(plan.Items, session.Item{Step: *s.Words, Added: now, Done: &now, Evidence: "Shown twice."})
	}
	e, _ := report.NewExport(last, plan)
	e.Result.Aimed, e.Notes = &now, []session.Noted{{At: now, Text: "Storage review"}}
	return withHistory(e, bank, now)
}
