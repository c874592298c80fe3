package plain

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/session"
)

// entry is a choice of a menu and where it leads.
type entry struct {
	under  string // a heading above it
	apart  bool   // a blank line above it
	name   string
	detail string
	writes bool   // it leads to what a read-only session refuses
	to     screen // nil leaves the program
}

// menu writes numbered entries and reads which is chosen. The last one is the way back.
func (p *prompter) menu(entries ...entry) screen {
	p.gap()
	for i, e := range entries {
		if e.apart {
			p.gap()
		}
		if e.under != "" {
			p.say(e.under + ":")
		}
		text := e.name
		if e.detail != "" {
			text += ": " + e.detail
		}
		p.numbered(i+1, text)
	}
	p.entries = entries
	return p.pick()
}

// pick reads which entry of the last menu is chosen.
func (p *prompter) pick() screen {
	last := p.entries[len(p.entries)-1]
	typed := []string{upTo(len(p.entries)), prompts[back].String(), prompts[stop].String()}
	if last.to == nil {
		typed = slices.Delete(typed, 1, 2)
	}
	for {
		line, ok := p.ask(typed...)
		at := numberOf(line, len(p.entries))
		switch w := wordOf(line); {
		case !ok, w == stop:
			return nil
		case w == back && last.to != nil:
			return last.to
		case at == 0:
			p.say(locale.Sprintf("Type a number, %s, or one of the letters below.", upTo(len(p.entries))))
		case p.entries[at-1].writes && p.session.ReadOnly:
			p.say(p.message(session.OtherWindow))
		default:
			return p.entries[at-1].to
		}
	}
}
