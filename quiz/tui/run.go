package tui

import (
	"cmp"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
)

// SignalError says that a signal ended the program. The terminal is as it was, and what was answered
// is kept.
type SignalError struct{ Signal syscall.Signal }

func (e SignalError) Error() string { return locale.Sprintf("stopped by %v", e.Signal) }

// framesASecond bounds how soon the first thing is drawn: the renderer draws on a clock, not on a change. From then on
// [frames] sets the clock.
const framesASecond = 120

// readAfter is how long home is shown before what it's drawn from is read whole, unless the person does something: long
// enough for the terminal to have home by then.
const readAfter = 30 * time.Millisecond

// readNow says that home has been shown for so long.
type readNow struct{}

// loading is the program before it has read all there is. Where an outline of that is enough to draw home, it draws
// home from it first; nothing that a person does acts on an outline.
type loading struct {
	look    Look
	outline func() (Model, bool) // home, drawn from an outline
	load    func() (Config, error)
	err     error // of load

	home Model     // what outline returned
	told []tea.Msg // what it was told
}

func (l loading) Init() tea.Cmd { return l.look.ask() }

func (l loading) View() tea.View {
	if len(l.told) > 0 {
		return l.home.View()
	}
	return tea.View{AltScreen: true}
}

// Update draws home from the outline at the first message, and reads all there is at the first thing a person does or
// after some time; keys wait for their turn.
func (l loading) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg.(type) {
	case readNow, tea.KeyMsg, tea.MouseMsg, tea.PasteMsg:
		return l.read(msg)
	}
	var after tea.Cmd
	if len(l.told) == 0 {
		home, enough := l.outline()
		if !enough {
			return l.read(msg)
		}
		l.home, after = home, tea.Tick(readAfter, func(time.Time) tea.Msg { return readNow{} })
	}
	l.told = append(l.told, msg)
	home, cmd := l.home.Update(msg)
	l.home, _ = home.(Model)
	return l, tea.Batch(after, cmd)
}

// read opens the program on all there is, and tells it what home was told.
func (l loading) read(msg tea.Msg) (tea.Model, tea.Cmd) {
	cfg, err := l.load()
	if err != nil {
		l.err = err
		return l, tea.Quit
	}
	cfg.Look = l.look
	var m tea.Model = New(cfg)
	for _, told := range l.told {
		m, _ = m.Update(told) // home asks for nothing again
	}
	return m.Update(msg)
}

// outlined is home as it is drawn from an outline, where that is enough for it.
func outlined(look Look, outline func() (Config, bool)) func() (Model, bool) {
	return sync.OnceValues(func() (Model, bool) {
		cfg, enough := outline()
		if !enough {
			return Model{}, false
		}
		cfg.Look = look
		return New(cfg), true
	})
}

// Run draws the program on what load returns, without the look, until the person leaves, and reports whether an
// interview is kept that they can go on with. Outline returns as much of that as home is drawn from, sooner, or false.
// The error is that of load, and [tea.ErrInterrupted] after Ctrl+C.
func Run(look Look, outline func() (Config, bool), load func() (Config, error)) (underway bool, err error) {
	home := outlined(look, outline)
	go home() // while the terminal is prepared
	var f frames
	p := tea.NewProgram(loading{look: look, outline: home, load: load}, tea.WithFPS(framesASecond), tea.WithFilter(f.filter), tea.WithInput(newKeyboard(os.Stdin)), tea.WithoutSignalHandler(),
		tea.WithColorProfile(lipgloss.Writer.Profile)) // found already; to ask again costs a start of tmux, inside of it
	f.program = p
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	defer signal.Stop(signals)
	var got atomic.Value
	go func() {
		if s, ok := (<-signals).(syscall.Signal); ok {
			got.Store(s)
			p.Quit()
		}
	}()
	last, err := p.Run()
	switch m := last.(type) {
	case loading:
		err = cmp.Or(err, m.err)
	case Model:
		underway = len(m.session.Attempts) > 0 && !m.session.ReadOnly
	}
	if s, ok := got.Load().(syscall.Signal); ok {
		return underway, SignalError{s}
	}
	return underway, err
}
