package plain

import (
	"strconv"
	"strings"
)

// numbersIn reads numbers from 0 to last, apart by spaces or commas. It reports false where there are
// none, or something else.
func numbersIn(line string, last int) ([]int, bool) {
	fields := strings.FieldsFunc(line, func(c rune) bool { return strings.ContainsRune(" ,;.", c) })
	var out []int
	for _, f := range fields {
		n, err := strconv.Atoi(f)
		if err != nil || n < 0 || n > last {
			return nil, false
		}
		out = append(out, n)
	}
	return out, len(out) > 0
}
