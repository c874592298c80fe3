package content

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"waymark/stages"
)

const (
	maxFaults  = 100   // told at once
	maxCounted = 10000 // more, before the reader gives up on lists
	maxQuoted  = 60    // characters of a name or value in a message
	maxListed  = 20    // names in a hint
)

// Position is a position in a content file. Lines and columns count from 1; 0 means unknown.
type Position struct {
	File         string
	Line, Column int
}

// String is file:line:column, as editors take it. A file name that could steer a terminal is quoted.
func (p Position) String() string {
	name := p.File
	if !utf8.ValidString(name) || strings.ContainsFunc(name, func(c rune) bool { return c == '\n' || stages.Steers(c) }) {
		name = strconv.Quote(name)
	}
	if p.Line == 0 {
		return name
	}
	return fmt.Sprintf("%s:%d:%d", name, p.Line, p.Column)
}

// Fault is one thing that's wrong with the content.
type Fault struct {
	Position
	What string // what's wrong, with the culprit quoted
	Fix  string // what to do about it
	// Warning marks a fault with which the content can still be used.
	Warning bool
}

func (f Fault) String() string {
	var b strings.Builder
	if place := f.Position.String(); place != "" {
		b.WriteString(place + ": ")
	}
	if f.Warning {
		b.WriteString("warning: ")
	}
	b.WriteString(f.What)
	if f.Fix != "" {
		b.WriteString("; " + f.Fix)
	}
	return b.String()
}

// Faults lists faults in the order of their positions.
type Faults []Fault

// Err returns the faults that are errors as one error, or nil.
func (fs Faults) Err() error {
	errs := slices.DeleteFunc(slices.Clone(fs), func(f Fault) bool { return f.Warning })
	if len(errs) == 0 {
		return nil
	}
	return errs
}

// Error lists the faults, one a line.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// notes collects faults as they are found: the first of them, and how many more there are.
type notes struct {
	faults Faults
	more   int
	failed bool // one of all is an error
}

func (n *notes) add(f Fault) {
	n.failed = n.failed || !f.Warning
	if len(n.faults) < maxFaults {
		n.faults = append(n.faults, f)
	} else {
		n.more++
	}
}

// told returns the faults in the order of their positions.
func (n *notes) told() Faults {
	slices.SortStableFunc(n.faults, func(a, b Fault) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if n.more == 0 {
		return n.faults
	}
	what := fmt.Sprintf("and %d more", n.more)
	if n.more > maxCounted {
		what = fmt.Sprintf("and over %d more", maxCounted)
	}
	return append(n.faults, Fault{What: what, Fix: "fix these first", Warning: !n.failed})
}

// nearest turns a misspelt name into a hint: the name that was probably meant, or those there are. It's
// empty once its fault would only be counted, since the comparison takes time.
func (n *notes) nearest(name string, known []string) string {
	if len(n.faults) == maxFaults {
		return ""
	}
	best, distance := "", len(name)/2+1
	for _, k := range known {
		if len(name) > maxQuoted || len(k) > maxQuoted {
			continue
		}
		if d := levenshtein.ComputeDistance(name, k); d < distance {
			best, distance = k, d
		}
	}
	switch {
	case best != "":
		return fmt.Sprintf("did you mean %q?", best)
	case len(known) == 0:
		return "none is defined"
	case len(known) > maxListed:
		return fmt.Sprintf("use one of the %d there are", len(known))
	}
	list := make([]string, len(known))
	for i, k := range known {
		list[i] = cut(k)
	}
	return "use one of: " + strings.Join(list, ", ")
}

// sprintf formats a message, in which strings are cut where they're long.
func sprintf(format string, args ...any) string {
	for i := range args {
		if v := reflect.ValueOf(args[i]); v.Kind() == reflect.String {
			args[i] = cut(v.String())
		}
	}
	return fmt.Sprintf(format, args...)
}

// count says how many there are of a thing.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

func cut(s string) string {
	n := 0
	for i := range s {
		if n == maxQuoted {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
