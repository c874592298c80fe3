package stages

import "slices"

// chosen lists the options that an answer takes, by index; false where the answer is a skip or names
// nothing that the question has. Options that the content no longer has are passed over.
func (q *Question) chosen(a Answer) ([]int, bool) {
	if a.Skip != "" {
		return nil, false
	}
	var chosen []int
	for i := range q.Options {
		if slices.Contains(a.Options, q.Options[i].ID) {
			chosen = append(chosen, i)
		}
	}
	if q.Several() {
		return chosen, len(chosen) > 0 || len(a.Options) == 0
	}
	return chosen, len(chosen) == 1
}

// response finds an answer among the item's responses; false as for [Question.chosen].
func (it *item) response(a Answer) (int, bool) {
	chosen, ok := it.question.chosen(a)
	switch {
	case !ok:
		return 0, false
	case !it.question.Several():
		return chosen[0], true
	}
	mask := 0
	for _, i := range chosen {
		mask |= 1 << i
	}
	return mask, true
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
