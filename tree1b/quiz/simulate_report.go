package quiz

import (
	"fmt"
	"io"
	"strings"

	"waymark/stages/simulate"
)

// printReport writes the figures beside their goals, then each kind of respondent.
func printReport(out io.Writer, r simulate.Report) {
	fmt.Fprintf(out, "%s: %d questions, %d respondents of each kind, seed %d\n\n", r.Catalog, r.Questions, r.Respondents, r.Seed)
	fmt.Fprintf(out, "%-52s %8s   %-7s  %s\n", "", "measured", "reach", "best")
	for _, f := range r.Figures {
		row := fmt.Sprintf("%-52s %8.3f %s %-7s  %s", f.Quantity, f.Value, kept(f), goal(f.Reach), goal(f.Best))
		fmt.Fprintln(out, strings.TrimRight(row, " "))
	}
	fmt.Fprintf(out, "- not reached, + reached, * best\n\n%-39s%6s%6s%6s%6s%6s%8s\n", "", "exact", "early", "asked", "ECE", "early", "flagged")
	for _, k := range r.Kinds {
		fmt.Fprintf(out, "%-39s%6.3f%6.3f%6.1f%6.3f%6.3f%8.3f\n",
			k.Kind, k.ExactFull, k.ExactEarly, k.Asked, k.ECEFull, k.ECEEarly, k.Inconsistent)
	}
}

// goal is a goal as the table shows it, "≥ 0.8"; empty where there is none.
func goal(g simulate.Goal) string {
	switch {
	case g == simulate.Goal{}:
		return ""
	case g.AtMost && g.Bound == 0:
		return "never"
	case g.AtMost:
		return fmt.Sprintf("≤ %.3g", g.Bound)
	}
	return fmt.Sprintf("≥ %.3g", g.Bound)
}

// kept marks which of its goals a figure keeps.
func kept(f simulate.Figure) string {
	none := simulate.Goal{}
	switch {
	case f.Reach == none && f.Best == none:
		return " "
	case !f.Reach.Met(f.Value):
		return "-"
	case f.Best == none || !f.Best.Met(f.Value):
		return "+"
	}
	return "*"
}
