package plain

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// prompter is one run of the program: the session, and the two ends of the line.
type prompter struct {
	cfg     Config
	session session.Session
	in      *bufio.Reader
	out     *bufio.Writer
	width   int // of a line, in columns

	entries []entry // of the menu that was written last
	unsaved error   // why the last thing typed could not be kept
	blank   bool    // the last line written is blank
}

const (
	widest    = 72
	narrowest = 30
	maxLine   = 1 << 16 // bytes of one line that are read; the rest is passed over
)

// lineWidth is the width of lines on a terminal of so many columns. The last column stays free, since
// some terminals break a line that fills it.
func lineWidth(columns int) int {
	if columns <= 0 {
		return widest
	}
	return max(narrowest, min(widest, columns-1))
}

// say writes a paragraph.
func (p *prompter) say(sentences ...string) {
	if text := strings.Join(sentences, " "); strings.TrimSpace(text) != "" {
		p.write("", "", text)
	}
}

// write writes wrapped lines, the first behind one string and the others behind another.
func (p *prompter) write(first, rest, text string) {
	_, _ = p.out.WriteString(report.Wrapped(first, rest, text, p.width)) // the writer keeps its error for Flush
	p.blank = false
}

// numbered writes an entry of a list.
func (p *prompter) numbered(n int, text string) {
	first := fmt.Sprintf("%d. ", n)
	p.write(first, strings.Repeat(" ", len(first)), text)
}

// gap writes a blank line, where there is none yet.
func (p *prompter) gap() {
	if !p.blank {
		_ = p.out.WriteByte('\n')
	}
	p.blank = true
}

// report lets a report write, after a blank line.
func (p *prompter) report(write func(out io.Writer, width int) error) {
	p.gap()
	_ = write(p.out, p.width) // the writer keeps its error for Flush
	p.blank = false
}

// ask writes what can be typed and reads a line. It reports false where there is nothing more to read.
func (p *prompter) ask(typed ...string) (string, bool) {
	_, _ = p.out.WriteString(p.prompt(typed))
	if p.out.Flush() != nil {
		return "", false
	}
	line, ok := p.readLine()
	p.blank = false
	if !ok {
		_ = p.out.WriteByte('\n') // ends the line of the prompt
		return "", false
	}
	if p.cfg.Piped {
		p.write("", "", line)
	}
	return line, true
}

// prompt joins what can be typed, in lines that break between two things.
func (p *prompter) prompt(typed []string) string {
	const whole = "\u00a0" // in the place of spaces within one of them
	things := make([]string, len(typed))
	for i, what := range typed {
		things[i] = strings.ReplaceAll(what, " ", whole)
	}
	var out strings.Builder
	column := 0
	for i, part := range strings.Split(locale.Sprintf("Type %s:", strings.Join(things, ", ")), " ") {
		width := ansi.StringWidth(part)
		switch {
		case i > 0 && column+1+width+len(" ") >= p.width:
			out.WriteString("\n")
			column = 0
		case i > 0:
			out.WriteString(" ")
			column++
		}
		out.WriteString(strings.ReplaceAll(part, whole, " "))
		column += width
	}
	return out.String() + " "
}

// askText asks for a line of the person's own words. What is there stays where they give none.
func (p *prompter) askText(question, before string) (string, bool) {
	return p.askNoted(question, before, "", false)
}

// askNoted is [prompter.askText] for an example: one of the notes that may serve for what it is about can be taken
// over by its number. Where it adds, what's given is added to what is there.
func (p *prompter) askNoted(question, before, about string, adds bool) (string, bool) {
	p.gap()
	p.say(question)
	typed := []string{locale.Text("one line"), locale.Text("Enter for none")}
	if before != "" {
		p.say(locale.Sprintf("So far: \"%s\"", before))
		typed = []string{locale.Text("one line"), locale.Text("Enter to keep it"), locale.Text("a hyphen to delete it")}
		if adds {
			typed[0] = locale.Text("one line to add to it")
		}
	}
	notes := p.notesFor(about)
	if len(notes) > 0 {
		typed = append([]string{locale.Sprintf("%s for that note", upTo(len(notes)))}, typed...)
	}
	line, ok := p.ask(typed...)
	at := numberOf(line, len(notes))
	switch {
	case at > 0:
		line = notes[at-1].Text
	case !ok:
		return before, false
	case line == "":
		return before, true
	case line == "-":
		return "", true
	}
	most := session.TextLimit
	if adds {
		line, most = session.Added(before, line), session.StepTextLimit
	}
	if len([]rune(line)) > most {
		p.say(locale.Sprintf("That was too long; the first %d characters are saved.", most))
	}
	return line, true
}

// notesFor lists the notes that may serve for what an example is about; none where it's about nothing.
func (p *prompter) notesFor(about string) []session.Noted {
	if about == "" || p.cfg.Notes == nil {
		return nil
	}
	notes := session.Fitting(p.cfg.Notes(), about)
	if len(notes) > 0 {
		p.say(locale.Text("From your notes:"))
	}
	for i, n := range notes {
		p.numbered(i+1, report.NoteText(n, p.cfg.Now()))
	}
	return notes
}

// readLine reads one line, as clean text. What stands before the end of input counts as a line; what
// stands before a failure, or a signal, does not.
func (p *prompter) readLine() (string, bool) {
	var line []byte
	for {
		part, err := p.in.ReadSlice('\n')
		line = append(line, part[:min(len(part), maxLine-len(line))]...)
		switch {
		case err == nil:
			return clean(line), true
		case !errors.Is(err, bufio.ErrBufferFull):
			return clean(line), errors.Is(err, io.EOF) && len(line) > 0
		}
	}
}

// clean leaves out of what was typed whatever could steer a terminal, and spaces beyond one.
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
	return strings.Join(strings.Fields(text), " ")
}
