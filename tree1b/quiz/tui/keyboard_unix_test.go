//go:build unix

package tui

import (
	"os"
	"testing"
)

func TestLoneEscIsToldAtOnce(t *testing.T) {
	for written, want := range map[string]string{
		"\x1b":       loneEsc,
		"\x1b[A":     "\x1b[A",
		"\x1bx":      "\x1bx",
		"a":          "a",
		"abc\x1b":    "abc\x1b",
		"\x1b\x1b[B": "\x1b\x1b[B",
	} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.WriteString(written); err != nil {
			t.Fatal(err)
		}
		var buf [64]byte
		n, err := newKeyboard(r).Read(buf[:])
		if got := string(buf[:n]); err != nil || got != want {
			t.Errorf("%q is read as %q, %v; want %q", written, got, err, want)
		}
		_ = r.Close()
		_ = w.Close()
	}
}
