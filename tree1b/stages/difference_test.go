package stages

import (
	"reflect"
	"testing"
)

// differing is a catalog to change.
func differing() *Catalog {
	option := func(id string, level float64) Option { return Option{ID: id, Level: level, Text: "I did " + id + "."} }
	return &Catalog{
		ID: "small", Version: "1", SHA256: "one", Strands: []Strand{{ID: "craft"}},
		Questions: []Question{
			{ID: "a", Strand: "craft", Ask: "A?", Options: []Option{option("low", 1), option("high", 5)}},
			{ID: "b", Strand: "craft", Ask: "B?", Options: []Option{option("low", 1), option("high", 5)}},
		},
		Crossroads: Survey{Questions: []Question{{ID: "road", Ask: "Where?", Options: []Option{option("up", 0)}}}},
		Steps:      []Step{{ID: "one", Title: "First", Weeks: 2}, {ID: "two", Title: "Second"}},
	}
}

func TestDiffer(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(*Catalog)
		want func(*Difference)
	}{
		{"nothing", func(*Catalog) {}, func(*Difference) {}},
		{"another checksum, and empty for none", func(c *Catalog) { c.SHA256, c.Guidance, c.Questions[0].Sisters = "two", []Guide{}, []string{} }, func(*Difference) {}},
		{"another order", func(c *Catalog) { c.Questions[0], c.Questions[1] = c.Questions[1], c.Questions[0] }, func(*Difference) {}},
		{"the version and the strands", func(c *Catalog) { c.Version, c.Strands[0].Name = "2", "Craft" }, func(d *Difference) { d.Other = []string{"version", "strands"} }},
		{"a question", func(c *Catalog) { c.Questions[1].Ask, c.Questions[1].Kind = "Why?", Checklist },
			func(d *Difference) { d.Questions.Changed = []Edit{{"b", []string{"kind", "ask"}}} }},
		{"an answer", func(c *Catalog) { c.Questions[0].Options[1].Level, c.Questions[0].Options[1].Text = 4, "Other." },
			func(d *Difference) { d.Answers.Changed = []Edit{{"a high", []string{"level", "text"}}} }},
		{"a survey's answer", func(c *Catalog) { c.Crossroads.Questions[0].Options[0].Short = "up" },
			func(d *Difference) {
				d.Answers.Changed, d.Other = []Edit{{"road up", []string{"short"}}}, []string{"crossroads"}
			}},
		{"a step", func(c *Catalog) { c.Steps[0].Weeks = 3 }, func(d *Difference) { d.Steps.Changed = []Edit{{"one", []string{"weeks"}}} }},
		{"added and dropped", func(c *Catalog) { c.Questions[1].ID, c.Questions[1].Ask = "c", "C?" },
			func(d *Difference) { d.Questions.Added, d.Questions.Dropped = []string{"c"}, []string{"b"} }},
		{"an answer added", func(c *Catalog) {
			c.Questions[0].Options = append(c.Questions[0].Options, Option{ID: "more", Text: "More."})
		},
			func(d *Difference) { d.Answers.Added = []string{"a more"} }},
		{"a question renamed, with a change", func(c *Catalog) {
			c.Questions[1].ID, c.Questions[1].Why, c.Questions[1].Options[0].Level = "c", "So.", 2
		},
			func(d *Difference) {
				d.Questions.Renamed, d.Questions.Changed = []Rename{{"b", "c"}}, []Edit{{"c", []string{"why"}}}
				d.Answers.Changed = []Edit{{"c low", []string{"level"}}}
			}},
		{"an answer and a step renamed", func(c *Catalog) { c.Questions[0].Options[0].ID, c.Steps[1].ID = "least", "other" },
			func(d *Difference) {
				d.Answers.Renamed, d.Steps.Renamed = []Rename{{"a low", "a least"}}, []Rename{{"two", "other"}}
			}},
		{"two new ones read alike", func(c *Catalog) {
			c.Questions[1].ID = "c"
			again := c.Questions[1]
			again.ID = "d"
			c.Questions = append(c.Questions, again)
		}, func(d *Difference) { d.Questions.Added, d.Questions.Dropped = []string{"c", "d"}, []string{"b"} }},
	} {
		after := differing()
		c.edit(after)
		want := Difference{newEdits(), newEdits(), newEdits(), []string{}}
		c.want(&want)
		if got := Differ(differing(), after); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v\nwant %+v", c.name, got, want)
		}
		alike := Difference{newEdits(), newEdits(), newEdits(), []string{}}
		if got := want.None(); got != reflect.DeepEqual(want, alike) {
			t.Errorf("%s: none %v", c.name, got)
		}
	}
}
