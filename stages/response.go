package stages

import "slices"

// response finds what an answer says among the item's responses; false where it is a skip or names
// nothing the question has. Option ids unknown to a newer content are passed over.
func (it *item) response(a Answer) (int, bool) {
	if a.Skip != "" {
		return 0, false
	}
	mask, last, known := 0, 0, 0
	for i := range it.question.Options {
		if slices.Contains(a.Options, it.question.Options[i].ID) {
			mask, last, known = mask|1<<i, i, known+1
		}
	}
	if it.question.Several() {
		return mask, known > 0 || len(a.Options) == 0
	}
	return last, known == 1
}

// answer is the inverse of response.
func (it *item) answer(response int) Answer {
	if !it.question.Several() {
		return Answer{Options: []string{it.question.Options[response].ID}}
	}
	a := Answer{Options: []string{}}
	for i := range it.question.Options {
		if response&(1<<i) != 0 {
			a.Options = append(a.Options, it.question.Options[i].ID)
		}
	}
	return a
}

// raised is the response one option higher: the option with the next anchor up, or one box more,
// the lowest unticked. It is the response itself where nothing lies above.
func (it *item) raised(response int) int {
	best, level := response, 0.0
	for i := range it.question.Options {
		next, l := i, it.question.Options[i].Level
		if it.question.Several() {
			next = response | 1<<i
		}
		higher := next != response && (it.question.Several() || l > it.anchor[response])
		if higher && (best == response || l < level) {
			best, level = next, l
		}
	}
	return best
}
