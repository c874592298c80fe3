package tui

import (
	"strings"
	"testing"
)

// One of the screens of a result says what it is not, at every size, and a rule never stands right under that.
func TestResultSaysWhatItIsNot(t *testing.T) {
	const says = "decide promotions."
	reached := map[string]func(*testing.T, Model) Model{"capped": noCustomers, "finished": finished, "nothing": skipAll}
	for name, reach := range reached {
		for _, size := range append(sizes, [2]int{80, 23}, [2]int{80, 20}, [2]int{80, 16}, [2]int{120, 24}) {
			m, _ := openAt(size[0], size[1])
			m = reach(t, m)
			said := false
			for range 3 {
				for range 30 {
					text := plain(m)
					if _, under, says := strings.Cut(text, says); says {
						next := strings.Split(under, "\n")[1]
						if said = true; m.layout.tall && strings.Contains(next, lineLight) {
							t.Errorf("%s at %v, right over the rule:\n%s", name, size, text)
						}
					}
					m = press(m, "down")
				}
				m = press(m, "right")
			}
			if !said {
				t.Errorf("%s at %v doesn't say it:\n%s", name, size, plain(m))
			}
		}
	}
}
