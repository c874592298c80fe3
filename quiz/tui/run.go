package tui

import (
	"fmt"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// SignalError says that a signal ended the program. The terminal is as it was, and what was answered
// is kept.
type SignalError struct{ Signal syscall.Signal }

func (e SignalError) Error() string { return fmt.Sprintf("ended by %v", e.Signal) }

// framesASecond bounds how soon the first thing is drawn: the renderer draws on a clock, not on a change. From then on
// [frames] sets the clock.
const framesASecond = 120

// Run draws the program until the person leaves, and reports whether an interview is kept that they can go on
// with. It returns [tea.ErrInterrupted] after Ctrl+C.
func Run(cfg Config) (underway bool, err error) {
	var f frames
	p := tea.NewProgram(New(cfg), tea.WithFPS(framesASecond), tea.WithFilter(f.filter), tea.WithInput(newKeyboard(os.Stdin)), tea.WithoutSignalHandler(),
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
	if m, ok := last.(Model); ok {
		underway = len(m.session.Attempts) > 0 && !m.session.ReadOnly
	}
	if s, ok := got.Load().(syscall.Signal); ok {
		return underway, SignalError{s}
	}
	return underway, err
}
