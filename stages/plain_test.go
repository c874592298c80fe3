package stages

import "fmt"

// PlainCatalog is the bank on which the model is measured: 6 strands of 4 questions, options anchored
// 1 … 5, half of them evidence, no needs. testdata/plain holds the same as YAML, for the command.
func PlainCatalog() *Catalog {
	c := &Catalog{ID: "plain", Version: "1", Title: "The plain bank"}
	for k := 1; k <= Levels; k++ {
		name := fmt.Sprintf("Level %d", k)
		c.Levels = append(c.Levels, Level{
			Level: k, ID: fmt.Sprintf("level-%d", k), Name: name, Line: name,
			About: name, Feels: name, ReliedOn: name, Trap: name, Next: name, Keep: name,
		})
	}
	for d := 1; d <= 6; d++ {
		s := Strand{ID: fmt.Sprintf("s%d", d), Name: fmt.Sprintf("Strand %d", d), About: "A strand."}
		for k := 1; k <= Levels; k++ {
			s.At = append(s.At, fmt.Sprintf("Strand %d at level %d.", d, k))
		}
		c.Strands = append(c.Strands, s)
		for n := 1; n <= 4; n++ {
			c.Questions = append(c.Questions, plainQuestion(s.ID, n))
		}
	}
	c.Steps = []Step{{
		ID: "grow", Strand: "s1", Level: 2, Title: "Grow", Why: "To have a step.", First: "Begin.",
		With: "Somebody.", Leaves: "Something.", Worked: "Somebody saw it.", Weeks: 1,
		NoChance: "Make a chance.", InTheWay: "Make way.",
	}}
	return c
}

func plainQuestion(strand string, n int) Question {
	q := Question{
		ID: fmt.Sprintf("%s-q%d", strand, n), Strand: strand, Kind: Ladder, Evidence: n%2 == 1,
		Short: "Plain", Ask: "At which level?", Why: "To measure the model.",
		Counts: "Anything.", CountsNot: "Nothing.",
	}
	for k := 1; k <= Levels; k++ {
		q.Options = append(q.Options, Option{
			ID: fmt.Sprintf("at-%d", k), Level: float64(k), Text: fmt.Sprintf("Level %d", k),
		})
	}
	return q
}
