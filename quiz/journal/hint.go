package journal

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"syscall"

	"waymark/stages"
)

// Hint turns the error of a write into a reason and what to do about it, which ends in how to try again.
func Hint(err error, again string) string {
	switch {
	case errors.Is(err, ErrUnwritable):
		return "the folder can't be written to. Allow it, then start Waymark again."
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Sprintf("the disk is full. Free some room, then %s.", again)
	case unwritable(err):
		return fmt.Sprintf("the folder can't be written to. Allow it, then %s.", again)
	}
	return printable(err.Error()) + "."
}

// printable writes out the characters of one line that could steer a terminal, which names of files may have.
func printable(line string) string {
	var b strings.Builder
	for _, c := range line {
		if c == '\n' || stages.Steers(c) {
			quoted := strconv.QuoteRuneToASCII(c)
			b.WriteString(quoted[1 : len(quoted)-1])
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}
