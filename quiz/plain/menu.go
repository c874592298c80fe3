package plain

import (
	"fmt"
	"strconv"
	"strings"
)

// entry is a choice of a menu and where it leads.
type entry struct {
	under  string // a heading above it
	apart  bool   // a blank line above it
	name   string
	detail string
	to     place  // nil leaves the program
	no     string // why it cannot be chosen now
}

// menu writes numbered entries and reads which is chosen. The last one is the way back.
func (t *talk) menu(entries ...entry) place {
	t.gap()
	for i, e := range entries {
		if e.apart {
			t.gap()
		}
		if e.under != "" {
			t.say(e.under + ":")
		}
		text := e.name
		if e.detail != "" {
			text += ": " + e.detail
		}
		t.numbered(i+1, text)
	}
	return t.pick(entries)
}

// pick reads which of the entries is chosen.
func (t *talk) pick(entries []entry) place {
	last := entries[len(entries)-1]
	typed := []string{upTo(len(entries)), "b back", "q stop"}
	if last.to == nil {
		typed = []string{upTo(len(entries)), "q stop"}
	}
	for {
		line, ok := t.ask(typed...)
		at := which(line, len(entries))
		switch w := wordOf(line); {
		case !ok, w == stop:
			return nil
		case w == back && last.to != nil:
			return last.to
		case at == 0:
			t.say(fmt.Sprintf("This takes a number, %s, or one of the letters below.", upTo(len(entries))))
		case entries[at-1].no != "":
			t.say(entries[at-1].no)
		default:
			return entries[at-1].to
		}
	}
}

// which is the number typed, where it is one from 1 to last, else 0. A full stop after it does no harm.
func which(line string, last int) int {
	n, err := strconv.Atoi(strings.TrimSuffix(line, "."))
	if err != nil || n < 1 || n > last {
		return 0
	}
	return n
}

func upTo(last int) string {
	switch last {
	case 1:
		return "1"
	case 2:
		return "1 or 2"
	}
	return fmt.Sprintf("1 to %d", last)
}

// text asks for a line of the person's own words. What stands there stays where they give none.
func (t *talk) text(question, so string) (string, bool) {
	t.gap()
	t.say(question)
	typed := []string{"one line", "Enter for none"}
	if so != "" {
		t.say(fmt.Sprintf("So far: \"%s\"", so))
		typed = []string{"one line", "Enter to leave it so", "a hyphen to take it out"}
	}
	line, ok := t.ask(typed...)
	switch {
	case !ok:
		return so, false
	case line == "":
		return so, true
	case line == "-":
		return "", true
	}
	return line, true
}
