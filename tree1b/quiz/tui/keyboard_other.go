//go:build !unix

package tui

import (
	"io"
	"os"
)

// newKeyboard returns the input as it is: here keys are no escape sequences.
func newKeyboard(f *os.File) io.Reader { return f }
