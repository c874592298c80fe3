package tui

import (
	"cmp"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
)

// SignalError says that a signal ended the program. The terminal is as it was, and what was answered
// is kept.
type SignalError struct{ Signal syscall.Signal }

func (e SignalError) Error() string { return locale.Sprintf("ended by %v", e.Signal) }

// framesASecond bounds how soon the first thing is drawn: the renderer draws on a clock, not on a change. From then on
// [frames] sets the clock.
const framesASecond = 120

// loading is the program before it knows what to show: it reads that while the terminal is prepared.
type loading struct {
	look Look
	load func() (Config, error)
	err  error // of load
}

func (l loading) Init() tea.Cmd { return l.look.ask() }

func (l loading) View() tea.View { return tea.View{AltScreen: true} }

// Update takes the first message, whatever it is; keys wait for their turn.
func (l loading) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cfg, err := l.load()
	if err != nil {
		l.err = err
		return l, tea.Quit
	}
	cfg.Look = l.look
	return New(cfg).Update(msg)
}

// Run draws the program on what load returns, without the look, until the person leaves, and reports whether an
// interview is kept that they can go on with. It returns the error of load, and [tea.ErrInterrupted] after Ctrl+C.
func Run(look Look, load func() (Config, error)) (underway bool, err error) {
	var f frames
	p := tea.NewProgram(loading{look: look, load: load}, tea.WithFPS(framesASecond), tea.WithFilter(f.filter), tea.WithInput(newKeyboard(os.Stdin)), tea.WithoutSignalHandler(),
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
