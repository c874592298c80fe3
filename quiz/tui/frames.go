package tui

import (
	"reflect"
	"runtime/debug"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// The periods of the clock that draws. Without ticks of its own at rest, a frame that was missed would stay so.
const (
	frameFirst = time.Millisecond / 2  // at a start: the first screen waits for no more than that
	frameSoon  = 2 * time.Millisecond  // while something happens: a key is answered as soon as that
	frameRest  = time.Second           // while nothing does
	awakeFor   = 50 * time.Millisecond // after the last thing that happened
)

// frames lets the renderer rest. Bubble Tea draws on a ticker that wakes the processor 120 times a second for hours,
// though nothing has changed, and it has no option for that. So each message sets its ticker to a short period, and some
// time without any to a long one. A Bubble Tea that keeps its ticker elsewhere draws as it does by itself.
type frames struct {
	program *tea.Program

	mu     sync.Mutex
	ticker *time.Ticker // nil until the first message, and where there is none
	last   time.Time    // of the last message
	awake  bool
	rest   *time.Timer

	settled sync.Once
}

// filter sees every message on its way to the model.
func (f *frames) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	f.mu.Lock()
	defer f.mu.Unlock()
	period := frameSoon
	if f.rest == nil {
		f.ticker, period = tickerOf(f.program), frameFirst
		f.rest = time.AfterFunc(awakeFor, f.slow)
	}
	f.last = time.Now()
	f.rest.Reset(awakeFor)
	if f.ticker != nil && !f.awake {
		f.ticker.Reset(period)
	}
	f.awake = true
	return msg
}

// slow lets it rest, unless a message came meanwhile.
func (f *frames) slow() {
	f.mu.Lock()
	rests := time.Since(f.last) >= awakeFor
	if rests && f.ticker != nil {
		f.ticker.Reset(frameRest)
		f.awake = false
	}
	f.mu.Unlock()
	if rests {
		f.settled.Do(settle)
	}
}

// garbage is how much of it a program may have that has started, in percent of what it uses.
const garbage = 50

// settle gives memory that the start has left over back to the system, and keeps it so: a screen takes a megabyte, and Go
// would begin to collect at four.
func settle() {
	debug.SetGCPercent(garbage)
	debug.FreeOSMemory()
}

// tickerOf is the ticker of a program that runs, or nil.
func tickerOf(p *tea.Program) *time.Ticker {
	field := reflect.ValueOf(p).Elem().FieldByName("ticker")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*time.Ticker]() {
		return nil
	}
	return (*time.Ticker)(field.UnsafePointer())
}
