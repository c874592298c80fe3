package tui

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// The clock that the terminal is drawn by begins to run once the program is asked for its first view, which must
// wait for nothing. What the first message loads is there before the second.
func TestTheFirstMessageLoads(t *testing.T) {
	cfg, look, loads := config(0, 0, &shelf{}), Look{Colour: true, ASCII: true}, 0
	l := loading{look: look, load: func() (Config, error) { loads++; return cfg, nil }}
	if cmd := l.Init(); (cmd != nil) != look.asks() || !l.View().AltScreen || loads > 0 {
		t.Errorf("loaded %d times before the first message, view %+v", loads, l.View())
	}
	m, _ := l.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	m, _ = m.Update(keyPress("down"))
	home, ok := m.(Model)
	if !ok || loads != 1 || home.cfg.Look != look {
		t.Fatalf("loaded %d times into %T with %+v", loads, m, home.cfg.Look)
	}
	if !strings.Contains(plain(home), "> 2 ") {
		t.Errorf("home is\n%s", plain(home))
	}
}

// What cannot be loaded ends the program, with its error.
func TestWhatCannotBeLoadedEndsTheProgram(t *testing.T) {
	fault := errors.New("no such folder")
	m, cmd := loading{load: func() (Config, error) { return Config{}, fault }}.Update(tea.EnvMsg{})
	if l, ok := m.(loading); !ok || !errors.Is(l.err, fault) || cmd == nil || cmd() != tea.Quit() {
		t.Errorf("%T, %+v", m, m)
	}
}
