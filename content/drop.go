package content

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// droppable is where each kind of thing that can be dropped is.
var droppable = map[string][]string{
	"questions": {"questions", "crossroads.questions", "surroundings.questions"}, "steps": {"steps"}, "strands": {"strands"},
	"roads": {"crossroads.roads"}, "winds": {"surroundings.winds"}, "shapes": {"shapes"}, "strengths": {"strengths"},
}

// drop takes built-in things out, and with them what the rest of the built-in content says of them.
func (r *reader) drop(drop *yaml.Node, e *Extension) {
	if drop == nil || drop.Kind != yaml.MappingNode {
		return
	}
	gone := map[string][]string{}
	for i := 0; i+1 < len(drop.Content); i += 2 {
		kind := drop.Content[i].Value
		for _, id := range drop.Content[i+1].Content {
			if r.dropOne(kind, id) {
				gone[kind] = append(gone[kind], id.Value)
				e.Dropped++
			}
		}
	}
	r.forget(gone, e)
}

// dropOne takes out what a node names, or tells that there's no such thing.
func (r *reader) dropOne(kind string, id *yaml.Node) bool {
	var known []string
	for _, path := range droppable[kind] {
		list := r.at(path)
		for i, n := range list.Content {
			if scalarOf(n, "id") == id.Value {
				list.Content = slices.Delete(list.Content, i, i+1)
				return true
			}
			known = append(known, scalarOf(n, "id"))
		}
	}
	if len(known) > 0 && id.Kind == yaml.ScalarNode {
		f := Fault{Position: r.place(id), Code: CodeUnknown, What: sprintf("there's no built-in %s", kind[:len(kind)-1]) + sprintf(" %q to drop", id.Value)}
		f.Meant, f.Fix = r.nearest(id.Value, known)
		r.add(f)
	}
	return false
}

// forget takes out of the built-in content what it says of things that are gone: mentions, and entries that are
// nothing without them.
func (r *reader) forget(gone map[string][]string, e *Extension) {
	f := forgetting{gone, e}
	f.entries(r.at("questions"), func(n *yaml.Node) bool {
		if f.names(n, "strand", "strands") {
			gone["questions"] = append(gone["questions"], scalarOf(n, "id"))
			return true
		}
		return false
	})
	f.entries(r.at("questions"), func(n *yaml.Node) bool {
		if f.names(n, "pair", "questions") {
			_, at := entry(n, "pair")
			n.Content = slices.Delete(n.Content, at, at+2)
			e.LeftOut++
		}
		f.mentions(n, "sisters", "questions")
		return false
	})
	f.entries(r.at("steps"), func(n *yaml.Node) bool {
		f.mentions(n, "moves", "questions")
		f.mentions(n, "done", "questions")
		f.mentions(n, "roads", "roads")
		f.mentions(n, "blocked_by", "winds")
		return f.names(n, "strand", "strands")
	})
	f.entries(r.at("strengths"), func(n *yaml.Node) bool {
		on := f.mentions(n, "on", "questions")
		return f.names(n, "strand", "strands") || on != nil && len(on.Content) == 0
	})
	f.entries(r.at("shapes"), func(n *yaml.Node) bool { // with less to ask for, it would fit others
		when, _ := entry(n, "when")
		return f.mentioned(when, "answered", "questions") || f.mentioned(when, "against", "winds") || f.mentioned(when, "drawn", "roads") ||
			f.mentioned(when, "strands", "strands") || f.mentioned(when, "ahead", "strands") || f.mentioned(when, "behind", "strands") ||
			f.mentioned(when, "skipped", "strands")
	})
	f.rest(r)
}

// rest is about levels, the surveys and the last question.
func (f forgetting) rest(r *reader) {
	f.entries(r.at("levels"), func(n *yaml.Node) bool { f.mentions(n, "needs", "strands"); return false })
	f.entries(r.at("crossroads.roads"), func(n *yaml.Node) bool {
		f.mentions(n, "strands", "strands")
		f.mentions(n, "done", "questions")
		return false
	})
	f.entries(r.at("surroundings.winds"), func(n *yaml.Node) bool { f.mentions(n, "strands", "strands"); return false })
	f.entries(r.at("aims.options"), func(n *yaml.Node) bool { return f.names(n, "id", "roads") })
	for _, road := range f.gone["roads"] {
		f.gone["axes"] = append(f.gone["axes"], road+"-pull", road+"-ready")
	}
	f.gone["axes"] = append(f.gone["axes"], f.gone["winds"]...)
	for _, path := range []string{"crossroads.questions", "surroundings.questions"} {
		f.entries(r.at(path), func(n *yaml.Node) bool {
			options, _ := entry(n, "options")
			f.entries(options, func(o *yaml.Node) bool { f.mentions(o, "weights", "axes"); return false })
			return false
		})
	}
}

// forgetting takes out mentions of things that are gone, whose ids it has by kind, and counts them.
type forgetting struct {
	gone map[string][]string
	*Extension
}

// entries looks at the entries of a list, and takes those out of which remove says so.
func (f forgetting) entries(list *yaml.Node, remove func(*yaml.Node) bool) {
	if list == nil {
		return
	}
	before := len(list.Content)
	list.Content = slices.DeleteFunc(list.Content, remove)
	f.LeftOut += before - len(list.Content)
}

// names reports whether a field is the id of what is gone.
func (f forgetting) names(n *yaml.Node, field, kind string) bool {
	return slices.Contains(f.gone[kind], scalarOf(n, field))
}

// mentioned reports whether a list, or the keys of a mapping, have the id of what is gone.
func (f forgetting) mentioned(n *yaml.Node, field, kind string) bool {
	before := f.LeftOut
	f.mentions(n, field, kind)
	found := f.LeftOut > before
	f.LeftOut = before // counted with the entry that goes
	return found
}

// mentions takes what is gone out of a list, or out of the keys of a mapping, which it returns.
func (f forgetting) mentions(n *yaml.Node, field, kind string) *yaml.Node {
	value, _ := entry(n, field)
	if value == nil {
		return nil
	}
	step := 1
	if value.Kind == yaml.MappingNode {
		step = 2
	}
	var kept []*yaml.Node
	for i := 0; i+step <= len(value.Content); i += step {
		if slices.Contains(f.gone[kind], value.Content[i].Value) {
			f.LeftOut++
		} else {
			kept = append(kept, value.Content[i:i+step]...)
		}
	}
	value.Content = kept
	return value
}

// forgetOptions takes out of the built-in content mentions of options that a question, changed by the folder, no
// longer has.
func (r *reader) forgetOptions(e *Extension) {
	options := map[string][]string{} // of the questions whose options aren't built in
	f := forgetting{options, e}
	for _, n := range r.at("questions").Content {
		if list, _ := entry(n, "options"); list != nil && !r.builtIn(list) {
			for _, o := range list.Content {
				options[scalarOf(n, "id")] = append(options[scalarOf(n, "id")], scalarOf(o, "id"))
			}
		}
	}
	f.entries(r.at("steps"), func(n *yaml.Node) bool {
		r.keepOptions(n, "moves", f)
		r.keepOptions(n, "done", f)
		return false
	})
	f.entries(r.at("strengths"), func(n *yaml.Node) bool {
		on := r.keepOptions(n, "on", f)
		return on != nil && r.builtIn(on) && len(on.Content) == 0
	})
	f.entries(r.at("shapes"), func(n *yaml.Node) bool {
		when, _ := entry(n, "when")
		answered := r.keepOptions(when, "answered", f)
		return answered != nil && r.builtIn(answered) && len(answered.Content) == 0
	})
}

// keepOptions keeps of a built-in mapping, from questions to options, those that there are.
func (r *reader) keepOptions(n *yaml.Node, field string, f forgetting) *yaml.Node {
	if n == nil {
		return nil
	}
	value, _ := entry(n, field)
	if value == nil || !r.builtIn(value) {
		return value
	}
	for i := 0; i+1 < len(value.Content); {
		there, changed := f.gone[value.Content[i].Value]
		options := value.Content[i+1]
		lost := func(o *yaml.Node) bool { return changed && !slices.Contains(there, o.Value) }
		before := len(options.Content)
		options.Content = slices.DeleteFunc(options.Content, lost)
		f.LeftOut += before - len(options.Content)
		if options.Kind == yaml.ScalarNode && lost(options) || options.Kind == yaml.SequenceNode && len(options.Content) == 0 {
			value.Content = slices.Delete(value.Content, i, i+2)
			f.LeftOut++
			continue
		}
		i += 2
	}
	return value
}
