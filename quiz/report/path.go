package report

import "waymark/stages"

// Place says where one level of the path lies from the person, as the path is drawn: passed, the
// person's own, what it could be instead, or ahead.
func Place(r stages.Placement, level int) string {
	switch {
	case r.Level == nil:
		return ""
	case r.Certainty() == stages.Unclear:
		if low, high := r.Span(); level >= low && level <= high {
			return "your answers lie here"
		}
		return ""
	case level == *r.Level:
		return "you are here"
	case level == *r.SpeaksFor:
		return "what your answers speak for"
	case r.HeldBy == nil && level == r.Neighbour() && r.Certainty() < stages.Clear:
		return "what it could be instead"
	case level < *r.Level:
		return "passed"
	}
	return "ahead"
}
