package tui

import (
	"errors"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/stages"
)

func noOutline() (Model, bool) { return Model{}, false }

// The clock that the terminal is drawn by begins to run once the program is asked for its first view, which must
// wait for nothing. What the first message loads is there before the second.
func TestTheFirstMessageLoads(t *testing.T) {
	cfg, look, loads := config(0, 0, &shelf{}), Look{Colour: true, ASCII: true}, 0
	l := loading{look: look, outline: noOutline, load: func() (Config, error) { loads++; return cfg, nil }}
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
	m, cmd := loading{outline: noOutline, load: func() (Config, error) { return Config{}, fault }}.Update(tea.EnvMsg{})
	if l, ok := m.(loading); !ok || !errors.Is(l.err, fault) || cmd == nil || cmd() != tea.Quit() {
		t.Errorf("%T, %+v", m, m)
	}
}

// told is what a terminal tells of itself at a start.
var told = []tea.Msg{tea.WindowSizeMsg{Width: 80, Height: 24}, tea.BackgroundColorMsg{Color: color.White}, tea.EnvMsg{}}

// Home is drawn from an outline, as the terminal is. What a person does, or some time, reads all there is; home is as it
// was then, and the first key acts on that.
func TestHomeIsDrawnFromAnOutlineFirst(t *testing.T) {
	for name, does := range map[string]tea.Msg{"key": keyPress("2"), "click": tea.MouseClickMsg{Y: 1}, "paste": tea.PasteMsg{Content: "a"}, "time": readNow{}} {
		loads, keep := 0, &shelf{}
		whole := config(0, 0, keep)
		whole.Session.Plan.Mentor = "Ruth"
		l := tea.Model(loading{look: Look{Colour: true}, outline: outlined(Look{Colour: true}, func() (Config, bool) { return config(0, 0, keep), true }),
			load: func() (Config, error) { loads++; return whole, nil }})
		var cmds []tea.Cmd
		for _, msg := range told {
			var cmd tea.Cmd
			l, cmd = l.Update(msg)
			cmds = append(cmds, cmd)
		}
		if loads > 0 || cmds[0] == nil || cmds[1] != nil || cmds[2] != nil {
			t.Fatalf("%s: loaded %d times before, and asked for %v", name, loads, cmds)
		}
		if _, is := cmds[0]().(readNow); !is {
			t.Errorf("%s: time doesn't read all", name)
		}
		home := l.View()
		if home.Content == "" || !home.AltScreen {
			t.Errorf("%s: home is %+v", name, home)
		}
		next, _ := l.Update(does)
		m, is := next.(Model)
		if !is || loads != 1 || m.session.Plan.Mentor != "Ruth" || m.background != light {
			t.Fatalf("%s: loaded %d times, into %T", name, loads, next)
		}
		switch {
		case name == "key":
			if m.session.Assessment != stages.Crossroads {
				t.Errorf("the key led to\n%s", plain(m))
			}
		case m.View().Content != home.Content:
			t.Errorf("%s: home is\n%s\nand was\n%s", name, m.View().Content, home.Content)
		}
	}
}

// A key that was there first isn't kept waiting for an outline.
func TestAKeyAtFirstReadsAll(t *testing.T) {
	l := loading{outline: func() (Model, bool) { t.Error("an outline is asked for"); return Model{}, true },
		load: func() (Config, error) { return config(80, 24, &shelf{}), nil }}
	if m, _ := l.Update(keyPress("down")); !strings.Contains(plain(m.(Model)), "› 2 ") {
		t.Errorf("home is\n%s", plain(m.(Model)))
	}
}
