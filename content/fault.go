package content

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Position is a position in a content file. Lines and columns count from 1; 0 means unknown.
type Position struct {
	File         string
	Line, Column int
}

func (p Position) String() string {
	switch {
	case p.File == "":
		return ""
	case p.Line == 0:
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Fault is one thing that is off in the content.
type Fault struct {
	Position
	What string // what is wrong, with the culprit quoted
	Fix  string // how to mend it
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

// Faults lists faults in the order of their places.
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

func (fs Faults) sort() {
	slices.SortStableFunc(fs, func(a, b Fault) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// nearest turns a misspelt name into a cure: the name that was probably meant, or all there are.
func nearest(name string, known []string) string {
	best, distance := "", len(name)/2+1
	for _, k := range known {
		if d := levenshtein.ComputeDistance(name, k); d < distance {
			best, distance = k, d
		}
	}
	if best != "" {
		return fmt.Sprintf("did you mean %q?", best)
	}
	if len(known) == 0 {
		return "none is defined"
	}
	return "use one of: " + strings.Join(known, ", ")
}
