//go:build e2e

package quiz_test

import (
	"fmt"
	"strings"
	"testing"
)

// secondOpinion asks someone, who answers on the screen, is killed half-way and goes on; then the answers are read.
func secondOpinion(t *testing.T) {
	x := open(t, 80, 24)
	x.begin()
	x.toResult("2")
	x.keys("C-c")
	x.sees("exit=130")
	x.run("clear; cd " + x.home + "; " + program + " ask --name Ada -o sheet.yaml")
	x.sees("It asks")
	answer := func() {
		x.run("clear; XDG_DATA_HOME=/nowhere " + program + " --for sheet.yaml --as Ruth; echo exit=$?")
	}
	answer()
	x.sees("1  Begin")
	x.keys("Enter")
	x.sees("question 1 of")
	x.keys("0")
	x.sees("question 2 of")
	x.kill()
	answer()
	x.sees("You stopped today at question 2 of")
	x.keys("Enter")
	for n := 2; !strings.Contains(x.screen(), "Send sheet.yaml back to Ada"); n++ {
		x.sees(fmt.Sprintf("question %d of|Send sheet.yaml back to Ada", n))
		x.keys("0")
	}
	x.keys("Escape")
	x.sees("exit=0")
	x.run("clear; " + program + " compare sheet.yaml --screen; echo exit=$?")
	x.sees("Level +◆ you")
	x.sees("Ruth's answers point to no")
	x.turn("1")
	x.sees("Ruth +There's no question")
	x.turn("Escape")
	x.sees("Enter open")
	x.turn("Escape")
	x.sees("Take it again")
	x.keys("Escape")
	x.sees("exit=0")
}
