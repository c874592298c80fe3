package quiz_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// How much is measured of each program.
const (
	starts     = 15
	keysAStart = 12
	quiet      = 40 * time.Millisecond // without output: what was to be drawn is drawn
	idleFor    = 3 * time.Second
)

// BenchmarkScreen starts the real program on a terminal that answers as xterm does, and beside it the smallest list in
// Bubble Tea and, if there is one, gum choose; by turns, so that what else the machine does hits all of them alike.
func BenchmarkScreen(b *testing.B) {
	programs, home := screenPrograms(b), b.TempDir()
	for n := range starts {
		for _, s := range programs {
			s.measure(b, home, n == 0)
		}
	}
	for _, s := range programs {
		b.Run(s.name, func(b *testing.B) {
			s.report(b)
			if s == programs[0] {
				for _, other := range programs[1:] {
					s.compare(b, other)
				}
			}
		})
	}
}

// measured is a program with what was measured of it.
type measured struct {
	name  string
	args  []string
	ready *regexp.Regexp // what's drawn last of the first screen

	starts, keys []float64 // ms
	bytes        []float64 // a key
	memory       []float64 // MiB in use
	private      []float64 // MiB of these that one more of it on the same machine would take as well
	idleWork     float64   // ms of work a second
	idleWakes    float64   // a second
}

func screenPrograms(b *testing.B) []*measured {
	dir := b.TempDir()
	for name, source := range map[string]string{"waymark": "waymark", "list": "./testdata/list"} {
		cmd := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", filepath.Join(dir, name), source)
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0") // as releases are built
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
	}
	programs := []*measured{
		{name: "waymark", args: []string{filepath.Join(dir, "waymark")}, ready: regexp.MustCompile("quit")},
		{name: "list", args: []string{filepath.Join(dir, "list")}, ready: regexp.MustCompile("Esc quits")},
	}
	gum, err := exec.LookPath("gum")
	if err != nil {
		b.Log("gum isn't on the PATH: go install github.com/charmbracelet/gum@v0.17.0")
		return programs
	}
	choose := &measured{name: "gum", args: []string{gum, "choose"}, ready: regexp.MustCompile("Choice 10")}
	for n := range 10 {
		choose.args = append(choose.args, fmt.Sprint("Choice ", n+1))
	}
	return append(programs, choose)
}

// measure starts the program once, presses keys, and leaves it.
func (s *measured) measure(b *testing.B, home string, idle bool) {
	p := processOf(b, s.args[0], s.args[1:]...)
	p.Env = append(p.Env, "HOME="+home) // the folder is there already, but for the first time
	p.answer = likeXterm
	begun := time.Now()
	p.startOnTerminal()
	s.starts = append(s.starts, ms(p.shown(s.ready).Sub(begun)))
	for n := range keysAStart {
		p.settles()
		seen, pressed := len(p.written()), time.Now()
		p.types([]string{"\x1b[B", "\x1b[A"}[n%2])
		waitFor(b, s.name+" draws nothing", func() bool { return len(p.written()) > seen }, p.written)
		s.keys = append(s.keys, ms(p.settles().Sub(pressed)))
		s.bytes = append(s.bytes, float64(len(p.written())-seen))
	}
	s.memory = append(s.memory, p.number("status", `VmRSS:\s+(\d+)`)/1024)
	s.private = append(s.private, p.number("status", `RssAnon:\s+(\d+)`)/1024)
	if idle {
		s.rest(p)
	}
	if s.name == "gum" {
		return // it's ended by force, for it takes Esc as a failure
	}
	if out := p.leaves(); strings.LastIndex(out, "\x1b[?25h") < strings.LastIndex(out, "\x1b[?25l") {
		b.Errorf("the cursor is left hidden: %q", out[max(0, len(out)-200):])
	}
}

// rest measures what the program does while nobody does anything.
func (s *measured) rest(p *process) {
	time.Sleep(time.Second)
	work, wakes := p.work()
	time.Sleep(idleFor)
	workLater, wakesLater := p.work()
	s.idleWork, s.idleWakes = (workLater-work)/idleFor.Seconds(), (wakesLater-wakes)/idleFor.Seconds()
}

// shown is when the program had written what fits a pattern.
func (p *process) shown(pattern *regexp.Regexp) time.Time {
	p.sees(pattern.String())
	p.mu.Lock()
	defer p.mu.Unlock()
	end := pattern.FindIndex(p.out)[1]
	return p.pieces[slices.IndexFunc(p.pieces, func(q piece) bool { return q.upTo >= end })].at
}

// settles waits until nothing more is drawn, and tells when the last thing was.
func (p *process) settles() (at time.Time) {
	waitFor(p.t, "never settles", func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		at = p.pieces[len(p.pieces)-1].at
		return time.Since(at) > quiet
	}, p.written)
	return at
}

// likeXterm is what xterm answers where a program asks: colours, the place of the cursor, modes, what it is.
func likeXterm(written []byte) string {
	var b strings.Builder
	for _, c := range [][2]string{
		{"\x1b]10;?", "\x1b]10;rgb:ffff/ffff/ffff\x1b\\"}, {"\x1b]11;?", "\x1b]11;rgb:0000/0000/0000\x1b\\"},
		{"\x1b[?2026$p", "\x1b[?2026;0$y"}, {"\x1b[?2027$p", "\x1b[?2027;0$y"},
		{"\x1b[6n", "\x1b[1;1R"}, {"\x1b[>q", "\x1bP>|XTerm(390)\x1b\\"}, {"\x1b[c", "\x1b[?64;1;2;6;9;15;18;21;22c"},
	} {
		if strings.Contains(string(written), c[0]) {
			b.WriteString(c[1])
		}
	}
	return b.String()
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// share is the value that so large a share of all is no greater than.
func share(of float64, values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(int(of*float64(len(sorted))), len(sorted)-1)]
}

func (s *measured) report(b *testing.B) {
	b.ReportMetric(0, "ns/op") // says nothing here
	b.ReportMetric(share(.5, s.starts), "ready-ms")
	b.ReportMetric(share(.5, s.keys), "key-p50-ms")
	b.ReportMetric(share(.95, s.keys), "key-p95-ms")
	b.ReportMetric(share(.5, s.bytes), "bytes/key")
	b.ReportMetric(share(.5, s.memory), "MiB")
	b.ReportMetric(share(.5, s.private), "private-MiB")
	b.ReportMetric(s.idleWork, "idle-ms/s")
	b.ReportMetric(s.idleWakes, "idle-wakes/s")
}

// compare reports how much of what the other takes this program takes.
func (s *measured) compare(b *testing.B, o *measured) {
	b.ReportMetric(share(.5, s.starts)/share(.5, o.starts), "ready/"+o.name)
	b.ReportMetric(share(.95, s.keys)/share(.95, o.keys), "key-p95/"+o.name)
	b.ReportMetric(share(.5, s.memory)/share(.5, o.memory), "MiB/"+o.name)
	b.ReportMetric(share(.5, s.private)/share(.5, o.private), "private-MiB/"+o.name)
}
