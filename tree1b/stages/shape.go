package stages

import "slices"

// Circumstances are what is known of a person beside the placement, and what a [Pattern] may ask for.
type Circumstances struct {
	Work    string   // the kind of work
	Answers Answers  // to the questions of the path
	Against []string // sides of the workplace that hold the person back
	Drawn   []string // roads that pull most
}

// Shape returns the first of some shapes that fits a person, or nil. Nobody without a level has one.
func (r *Placement) Shape(shapes []Shape, of Circumstances) *Shape {
	if r.Level == nil {
		return nil
	}
	for i := range shapes {
		if r.fits(&shapes[i].When, of) {
			return &shapes[i]
		}
	}
	return nil
}

// fits reports whether everything a pattern asks for is true.
func (r *Placement) fits(p *Pattern, of Circumstances) bool {
	return oneOf(p.Levels, *r.Level) && oneOf(p.Work, of.Work) && r.inBands(p.Strands) && r.apart(p.Ahead, p.Behind) &&
		r.without(p.Skipped) && answeredOneOf(p.Answered, of.Answers) && subset(p.Against, of.Against) && subset(p.Drawn, of.Drawn)
}

// oneOf reports whether a value is among those asked for; where none is, any will do.
func oneOf[T comparable](wanted []T, value T) bool {
	return len(wanted) == 0 || slices.Contains(wanted, value)
}

func subset(wanted, have []string) bool {
	return !slices.ContainsFunc(wanted, func(id string) bool { return !slices.Contains(have, id) })
}

// inBands reports whether each strand that is named is at one of its levels.
func (r *Placement) inBands(bands map[string][]int) bool {
	for strand, levels := range bands {
		if at := r.along(strand); at == nil || at.Level == nil || !slices.Contains(levels, *at.Level) {
			return false
		}
	}
	return true
}

// apart reports whether every strand ahead is at least a level above every one behind.
func (r *Placement) apart(ahead, behind []string) bool {
	low, high := MaxLevels, 0
	for _, id := range ahead {
		low = min(low, r.levelAlong(id))
	}
	for _, id := range behind {
		high = max(high, r.levelAlong(id))
	}
	return len(ahead) == 0 || len(behind) == 0 || low > high
}

// levelAlong is the level of a strand; 0 where it was not assessed.
func (r *Placement) levelAlong(strand string) int {
	if at := r.along(strand); at != nil && at.Level != nil {
		return *at.Level
	}
	return 0
}

// without reports whether each strand is not assessed for want of a chance.
func (r *Placement) without(strands []string) bool {
	return !slices.ContainsFunc(strands, func(id string) bool {
		at := r.along(id)
		return at == nil || !at.NoChance
	})
}

func (r *Placement) along(strand string) *StrandResult {
	i := slices.IndexFunc(r.Strands, func(s StrandResult) bool { return s.ID == strand })
	if i < 0 {
		return nil
	}
	return &r.Strands[i]
}

// answeredOneOf reports whether one of the questions has one of its options for an answer.
func answeredOneOf(wanted map[string][]string, answers Answers) bool {
	for question, options := range wanted {
		if slices.ContainsFunc(answers[question].Options, func(id string) bool { return slices.Contains(options, id) }) {
			return true
		}
	}
	return len(wanted) == 0
}
