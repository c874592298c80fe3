package report

import (
	"fmt"
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/stages"
)

// LevelName returns the name of a level.
func LevelName(c *stages.Catalog, level int) string { return c.Levels[level-1].Name }

// LevelParts is the page of a level: what it is, how one knows it, what keeps people there, what the next one
// asks. The evidence is that of a kind of work, or of each where the person named none.
func LevelParts(c *stages.Catalog, level int, work string) []Part {
	l, next := c.Levels[level-1], locale.Text("What's next")
	if level < len(c.Levels) {
		next = locale.Sprintf("Level %d adds", level+1)
	}
	parts := []Part{{locale.Text("What it is"), l.About}, {locale.Text("A week"), l.Week}, {locale.Text("How it feels"), l.Feels}, {locale.Text("Relied on for"), l.ReliedOn},
		{locale.Text("What they say"), strings.Join(quoted(l.Others), " ")}}
	parts = append(parts, evidenceParts(l, work)...)
	parts = append(parts, Part{locale.Text("In numbers"), l.Scale}, Part{locale.Text("Titles"), strings.Join(l.Titles, ", ")}, Part{locale.Text("Doesn't count"), strings.Join(l.NotYet, " ")},
		Part{locale.Text("The trap"), l.Trap}, Part{next, l.Next}, Part{locale.Text("Worth keeping"), l.Keep})
	return append(slices.DeleteFunc(parts, func(p Part) bool { return p.Text == "" }), reading(l.Read)...)
}

// LevelNeighbours is what stands beside the page of a level: the levels before and after it, in short, and what
// each strand looks like at it.
func LevelNeighbours(c *stages.Catalog, level int) (levels, strands []Part) {
	for _, n := range []int{level - 1, level + 1} {
		if n >= 1 && n <= len(c.Levels) {
			l := c.Levels[n-1]
			levels = append(levels, Part{locale.Sprintf("Level %d", n), fmt.Sprintf("%s: %s", l.Name, or(sentence(l.Line), l.About))})
		}
	}
	for _, s := range c.Strands {
		if len(s.At) >= level && s.At[level-1] != "" {
			strands = append(strands, Part{Capital(s.Name), s.At[level-1]})
		}
	}
	return levels, strands
}

func quoted(texts []string) []string {
	var out []string
	for _, text := range texts {
		out = append(out, quote(text))
	}
	return out
}

// inWork says of a kind of work that something is the case there.
var inWork = map[string]locale.Message{"support": "In support", "engineering": "In engineering", "consulting": "In consulting"}

// evidenceParts are what shows the level, in the person's kind of work.
func evidenceParts(l stages.Level, work string) []Part {
	if text := l.EvidenceIn[work]; text != "" {
		return []Part{{locale.Text("Typical evidence"), text}}
	}
	var out []Part
	for _, w := range stages.Works() {
		out = append(out, Part{inWork[w].String(), l.EvidenceIn[w]})
	}
	return out
}

// reading are books and papers, each with its author and year.
func reading(list []stages.Reference) []Part {
	var out []string
	for _, r := range list {
		out = append(out, locale.Sprintf("%s, by %s (%d)", r.Title, r.Author, r.Year))
	}
	if len(out) == 0 {
		return nil
	}
	return []Part{{locale.Text("To read"), strings.Join(out, "; ")}}
}

// level is the page of the level, where there is one to name.
func (e Export) level(to renderer) {
	r := e.Result.Placement
	if r.Level == nil || r.Certainty() == stages.Unclear {
		return
	}
	c := &e.Result.Snapshot
	to.heading(2, locale.Sprintf("Level %d, %s", *r.Level, LevelName(c, *r.Level)))
	to.list(false, items(e.OwnLevel())...)
}

// OwnLevel is what [LevelParts] says of the person's level. Someone at it in their own way isn't told of look-alikes, which may be true
// of them, nor of what's worth keeping, which they may lack.
func (e Export) OwnLevel() []Part {
	c, level := e.Result.Snapshot, *e.Result.Placement.Level
	if l := c.Levels[level-1]; e.levelWords() != stages.OneLine(l.Line) {
		l.NotYet, l.Keep = nil, ""
		c.Levels = slices.Clone(c.Levels)
		c.Levels[level-1] = l
	}
	return LevelParts(&c, level, e.Result.Profile.Work)
}
