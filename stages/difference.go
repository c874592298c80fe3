package stages

import (
	"maps"
	"reflect"
	"slices"
	"strings"
)

// Difference is what differs between two catalogs. Its JSON is a machine interface: fields may be added, never
// renamed or removed.
type Difference struct {
	Questions Edits `json:"questions"` // of all three assessments
	Answers   Edits `json:"answers"`   // of questions that both have; ids are "question option"
	Steps     Edits `json:"steps"`
	// Other are the remaining fields of the catalog that differ, such as levels.
	Other []string `json:"other"`
}

// Edits are the changes to things of one kind.
type Edits struct {
	Changed []Edit   `json:"changed"`
	Added   []string `json:"added"`
	Dropped []string `json:"dropped"`
	Renamed []Rename `json:"renamed"`
}

// Edit is a thing that both catalogs have, under its new id, and its fields that differ, as YAML names them.
type Edit struct {
	ID     string   `json:"id"`
	Fields []string `json:"fields"`
}

// Rename is a thing that reads the same and has another id. Answers given under the old one are lost to it.
type Rename struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// None reports whether nothing differs.
func (d Difference) None() bool {
	return d.Questions.none() && d.Answers.none() && d.Steps.none() && len(d.Other) == 0
}

func (e Edits) none() bool { return len(e.Changed)+len(e.Added)+len(e.Dropped)+len(e.Renamed) == 0 }

// Differ compares two catalogs. Things are the same by their ids; one that's gone is taken as renamed where a new one
// reads the same.
func Differ(before, after *Catalog) Difference {
	d := Difference{Answers: newEdits(), Other: []string{}}
	d.Questions = editsBetween(questionsByID(before), questionsByID(after), "", func(q *Question) string { return q.Ask }, func(from, to *Question) {
		d.Answers.join(editsBetween(optionsByID(from), optionsByID(to), to.ID+" ", func(o *Option) string { return o.Text }, nil))
	})
	d.Steps = editsBetween(stepsByID(before), stepsByID(after), "", func(s *Step) string { return s.Title }, nil)
	for _, field := range fieldsApart(before, after) {
		if field != "questions" && field != "steps" && field != "-" {
			d.Other = append(d.Other, field)
		}
	}
	return d
}

func questionsByID(c *Catalog) map[string]*Question {
	return byID(func(q *Question) string { return q.ID }, c.Questions, c.Crossroads.Questions, c.Surroundings.Questions)
}

func optionsByID(q *Question) map[string]*Option {
	return byID(func(o *Option) string { return o.ID }, q.Options)
}

func stepsByID(c *Catalog) map[string]*Step {
	return byID(func(s *Step) string { return s.ID }, c.Steps)
}

func byID[T any](id func(*T) string, lists ...[]T) map[string]*T {
	out := map[string]*T{}
	for _, list := range lists {
		for i := range list {
			out[id(&list[i])] = &list[i]
		}
	}
	return out
}

func newEdits() Edits {
	return Edits{Changed: []Edit{}, Added: []string{}, Dropped: []string{}, Renamed: []Rename{}}
}

func (e *Edits) join(o Edits) {
	e.Changed, e.Added = append(e.Changed, o.Changed...), append(e.Added, o.Added...)
	e.Dropped, e.Renamed = append(e.Dropped, o.Dropped...), append(e.Renamed, o.Renamed...)
}

// editsBetween compares things by their ids, before which it puts a prefix. reads is what a thing says to people; both, if
// set, is called with each thing that both have.
func editsBetween[T any](was, is map[string]*T, prefix string, reads func(*T) string, both func(from, to *T)) Edits {
	e := newEdits()
	known := map[string]bool{} // of the things there are now, those that were there
	for _, id := range slices.Sorted(maps.Keys(was)) {
		to := id
		if is[id] == nil {
			to = renamed(was, is, reads, id)
		}
		switch {
		case to == "":
			e.Dropped = append(e.Dropped, prefix+id)
			continue
		case to != id:
			e.Renamed = append(e.Renamed, Rename{prefix + id, prefix + to})
		}
		known[to] = true
		fields := slices.DeleteFunc(fieldsApart(was[id], is[to]), func(f string) bool { return f == "id" || f == "options" })
		if len(fields) > 0 {
			e.Changed = append(e.Changed, Edit{prefix + to, fields})
		}
		if both != nil {
			both(was[id], is[to])
		}
	}
	for _, id := range slices.Sorted(maps.Keys(is)) {
		if !known[id] {
			e.Added = append(e.Added, prefix+id)
		}
	}
	return e
}

// renamed is the id of the one new thing that reads as a dropped one does, or nothing.
func renamed[T any](was, is map[string]*T, reads func(*T) string, id string) string {
	var same []string
	for to, thing := range is {
		if was[to] == nil && reads(thing) == reads(was[id]) {
			same = append(same, to)
		}
	}
	if len(same) != 1 {
		return ""
	}
	return same[0]
}

// fieldsApart names the fields of two structs that differ, as YAML does. An empty list or map is as good as none.
func fieldsApart(a, b any) []string {
	out := []string{}
	x, y := reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()
	for i := range x.NumField() {
		f, g := x.Field(i), y.Field(i)
		empty := (f.Kind() == reflect.Slice || f.Kind() == reflect.Map) && f.Len() == 0 && g.Len() == 0
		if !empty && !reflect.DeepEqual(f.Interface(), g.Interface()) {
			name, _, _ := strings.Cut(x.Type().Field(i).Tag.Get("yaml"), ",")
			out = append(out, name)
		}
	}
	return out
}
