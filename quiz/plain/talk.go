package plain

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"waymark/quiz/journal"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// talk is one run of the program: what is known, and the two ends of the line.
type talk struct {
	cfg   Config
	desk  session.Desk
	in    *bufio.Reader
	out   *bufio.Writer
	width int // of a line, in columns

	assessment string // the one the person is in
	unsaved    bool   // the last thing typed could not be kept
	noted      bool   // an example was typed and waits for its answer
	blank      bool   // the last line written is blank
}

const (
	widest    = 72
	narrowest = 30
	maxLine   = 1 << 16 // bytes of one line that are read; the rest is passed over
)

// measure is the width of lines on a terminal of so many columns. The last column stays free, since
// some terminals break a line that fills it.
func measure(columns int) int {
	if columns <= 0 {
		return widest
	}
	return max(narrowest, min(widest, columns-1))
}

// say writes a paragraph.
func (t *talk) say(sentences ...string) {
	if text := strings.Join(sentences, " "); strings.TrimSpace(text) != "" {
		t.write("", "", text)
	}
}

// write writes wrapped lines, the first behind one string and the others behind another.
func (t *talk) write(first, rest, text string) {
	_, _ = t.out.WriteString(report.Wrapped(first, rest, text, t.width)) // the writer keeps its error for Flush
	t.blank = false
}

// numbered writes an entry of a list.
func (t *talk) numbered(n int, text string) {
	first := fmt.Sprintf("%d. ", n)
	t.write(first, strings.Repeat(" ", len(first)), text)
}

// gap writes a blank line, where there is none yet.
func (t *talk) gap() {
	if !t.blank {
		_ = t.out.WriteByte('\n')
	}
	t.blank = true
}

// report lets a report write, a blank line below what was there.
func (t *talk) report(write func(out io.Writer, width int) error) {
	t.gap()
	_ = write(t.out, t.width) // the writer keeps its error for Flush
	t.blank = false
}

// fail says what could not be kept and what to do. The person stays where they are.
func (t *talk) fail(what string, err error, again string) {
	t.unsaved = true
	t.say(what + ": " + journal.Hint(err, again))
}

// ask writes what can be typed and reads a line. It reports false where there is nothing more to read.
func (t *talk) ask(typed ...string) (string, bool) {
	_, _ = t.out.WriteString(t.prompt(typed))
	if t.out.Flush() != nil {
		return "", false
	}
	line, ok := t.readLine()
	t.blank = false
	if !ok {
		_ = t.out.WriteByte('\n') // ends the line of the prompt
		return "", false
	}
	if t.cfg.Piped {
		t.write("", "", line)
	}
	return line, true
}

// prompt joins what can be typed, in lines that break between two things.
func (t *talk) prompt(typed []string) string {
	out, column := "Type ", len("Type ")
	for i, what := range typed {
		if i+1 < len(typed) {
			what += ","
		}
		if column > 0 && column+len(what)+len(": ") > t.width {
			out, column = strings.TrimRight(out, " ")+"\n", 0
		}
		out, column = out+what+" ", column+len(what)+1
	}
	return strings.TrimRight(out, " ") + ": "
}

// readLine reads one line, as clean text. What stands before the end of input counts as a line; what
// stands before a failure, or a signal, does not.
func (t *talk) readLine() (string, bool) {
	var line []byte
	for {
		part, err := t.in.ReadSlice('\n')
		line = append(line, part[:min(len(part), maxLine-len(line))]...)
		switch {
		case err == nil:
			return clean(line), true
		case !errors.Is(err, bufio.ErrBufferFull):
			return clean(line), errors.Is(err, io.EOF) && len(line) > 0
		}
	}
}

// clean leaves out of what was typed whatever could steer a terminal.
func clean(line []byte) string {
	text := strings.Map(func(c rune) rune {
		switch {
		case c == '\t':
			return ' '
		case stages.Steers(c):
			return -1
		}
		return c
	}, strings.ToValidUTF8(string(line), ""))
	return strings.TrimSpace(text)
}
