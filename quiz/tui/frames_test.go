package tui

import (
	"io"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
)

// still is a program on which nothing moves by itself.
type still struct{}

func (still) Init() tea.Cmd                       { return nil }
func (still) Update(tea.Msg) (tea.Model, tea.Cmd) { return still{}, nil }
func (still) View() tea.View                      { return tea.NewView("still") }

// restoreGarbage lets garbage lie as long as before when the test has ended, for a program that has settled keeps little
// of it, and so would all tests after it.
func restoreGarbage(t *testing.T) {
	was := debug.SetGCPercent(100)
	t.Cleanup(func() { debug.SetGCPercent(was) })
}

// The clock of a Bubble Tea program that runs is found, and obeys: it is slow at rest, and soon after a message. A
// Bubble Tea without it where it's looked for would draw 120 times a second for nothing, so this has to be seen.
func TestTheRendererRests(t *testing.T) {
	restoreGarbage(t)
	var f frames
	p := tea.NewProgram(still{}, tea.WithFilter(f.filter), tea.WithInput(strings.NewReader("")), tea.WithOutput(io.Discard), tea.WithoutSignals())
	f.program = p
	ended := make(chan error, 1)
	go func() {
		_, err := p.Run()
		ended <- err
	}()
	state := func() (found, awake bool) {
		f.mu.Lock()
		defer f.mu.Unlock()
		return f.ticker != nil, f.awake
	}
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		found, awake := state()
		if found && !awake {
			break // it has been awake, for the ticker is looked for at the first message
		}
		if time.Now().After(deadline) {
			t.Fatalf("ticker found %v, awake %v", found, awake)
		}
	}
	p.Send(struct{}{})
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		if _, awake := state(); awake {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("a message doesn't wake it")
		}
	}
	p.Quit()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// Memory that the start has left over is given back once, and less of it kept from then on.
func TestTheStartIsGivenBack(t *testing.T) {
	restoreGarbage(t)
	collected := func() uint32 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.NumForcedGC
	}
	before := collected()
	for _, row := range []struct {
		last    time.Time
		settled bool
	}{{time.Now().Add(time.Hour), false}, {time.Time{}, true}} {
		f, already := frames{last: row.last}, true
		f.slow()
		f.settled.Do(func() { already = false })
		if already != row.settled {
			t.Errorf("last at %v, settled %v", row.last, already)
		}
	}
	if collected() == before {
		t.Error("nothing is collected")
	}
	if got := debug.SetGCPercent(100); got != 50 {
		t.Errorf("%d percent garbage", got)
	}
}

// At a start the clock goes fastest, for there is a first screen to draw.
func TestTheFirstFrameComesSoonest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, ticker := &tea.Program{}, time.NewTicker(frameRest)
		field := reflect.ValueOf(p).Elem().FieldByName("ticker")
		reflect.NewAt(field.Type(), field.Addr().UnsafePointer()).Elem().Set(reflect.ValueOf(ticker))
		f := frames{program: p}
		from := time.Now()
		f.filter(nil, nil)
		f.filter(nil, nil)
		<-ticker.C
		if got := time.Since(from); got != frameFirst || frameFirst >= frameSoon {
			t.Errorf("the first frame comes after %v", got)
		}
		f.rest.Stop()
	})
}

// The clock goes fast from each message on, and slowly again after some time without any.
func TestFramesFollowWhatHappens(t *testing.T) {
	restoreGarbage(t)
	synctest.Test(t, func(t *testing.T) {
		f := frames{ticker: time.NewTicker(frameRest)}
		f.rest = time.AfterFunc(awakeFor, f.slow)
		frame := func() time.Duration {
			from := time.Now()
			<-f.ticker.C
			return time.Since(from)
		}
		time.Sleep(2 * awakeFor)
		for range 2 {
			f.filter(nil, nil)
			f.slow() // too soon
			if got := frame(); got != frameSoon {
				t.Errorf("a frame %v after a message", got)
			}
			time.Sleep(awakeFor)
			if got := frame(); got < frameRest-awakeFor {
				t.Errorf("a frame %v into the rest", got)
			}
		}
	})
}

// A program that doesn't run has no ticker yet, and its messages pass.
func TestNoTicker(t *testing.T) {
	f := frames{program: tea.NewProgram(still{})}
	if got := tickerOf(f.program); got != nil {
		t.Errorf("%v", got)
	}
	if got := f.filter(nil, "message"); got != "message" {
		t.Errorf("%v passes", got)
	}
	f.rest.Stop()
}
