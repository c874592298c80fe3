// Waymark is a career-stage assessment for technical people, in the terminal.
package main

import (
	"os"

	"waymark/quiz"
)

func main() {
	os.Exit(quiz.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
