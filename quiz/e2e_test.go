//go:build e2e

package quiz_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"waymark/stages"
)

// These tests drive the real program in tmux, as a person would. They wait for the screen to say a
// thing, and never sleep. Run them with: go test -tags e2e -run E2E ./quiz

// terminal is a tmux session of its own server, with a shell that runs waymark.
type terminal struct {
	t      *testing.T
	socket string
	home   string
}

var program string // the binary under test, built once

func TestE2E(t *testing.T) {
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Fatal("these tests need tmux: ", err)
	}
	program = filepath.Join(t.TempDir(), "waymark")
	if out, err := exec.Command("go", "build", "-race", "-o", program, "waymark").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	for name, test := range map[string]func(*testing.T){
		"whole way at 80x24":  func(t *testing.T) { wholeWay(t, 80, 24, "") },
		"whole way at 120x40": func(t *testing.T) { wholeWay(t, 120, 40, "") },
		"whole way at 40x12":  func(t *testing.T) { wholeWay(t, 40, 12, "NO_COLOR=yes") },
		"support engineers":   func(t *testing.T) { exampleWay(t, "support") },
		"product managers":    func(t *testing.T) { exampleWay(t, "product") },
		"German":              func(t *testing.T) { exampleWay(t, "german") },
		"killed and resumed":  killedAndResumed,
		"keys typed ahead":    typedAhead,
		"back and change":     backAndChange,
		"resize storm":        resizeStorm,
		"signals":             signals,
		"interrupted":         interrupted,
		"suspended":           suspended,
		"two windows":         twoWindows,
		"damaged interview":   damagedInterview,
		"refusals":            refusals,
		"second opinion":      secondOpinion,
		"line by line":        lineByLine,
		"line by line, ended": lineByLineEnded,
	} {
		t.Run(name, test)
	}
}

// open starts a shell in a terminal of a size.
func open(t *testing.T, width, height int) *terminal {
	t.Helper()
	term := &terminal{t: t, socket: fmt.Sprintf("waymark-%d-%d", os.Getpid(), time.Now().UnixNano()), home: t.TempDir()}
	races := filepath.Join(filepath.Dir(program), "races-of-"+term.socket) // the folder of a test may have a comma, which GORACE takes as an end
	term.tmux("-f", "/dev/null", "new-session", "-d", "-x", fmt.Sprint(width), "-y", fmt.Sprint(height), "-s", "s",
		"env", "-u", "WAYMARK_CONTENT", "XDG_DATA_HOME="+term.home, "XDG_CONFIG_HOME="+term.home, "LC_ALL=C.UTF-8", "GORACE=log_path="+races,
		"PS1=ready> ", "sh", "-i")
	term.tmux("set", "-g", "status", "off")
	t.Cleanup(func() {
		_ = exec.Command("tmux", "-L", term.socket, "kill-server").Run()
		term.raced(races)
	})
	term.sees("ready>")
	return term
}

// raced fails for each race that was reported, but for one of Bubble Tea's: it closes its reader of keys while that may still
// ask for the next one.
func (x *terminal) raced(log string) {
	x.t.Helper()
	files, _ := filepath.Glob(log + ".*")
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			x.t.Error(err)
		}
		for _, report := range strings.Split(string(text), "WARNING: DATA RACE")[1:] {
			if !strings.Contains(report, "cancelreader.(*epollCancelReader).Close()") {
				x.t.Errorf("a race: %s", report)
			}
		}
	}
}

func (x *terminal) tmux(args ...string) string {
	x.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-L", x.socket}, args...)...).CombinedOutput()
	if err != nil {
		x.t.Fatalf("tmux %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// run types a command line.
func (x *terminal) run(line string) {
	x.t.Helper()
	x.tmux("send-keys", "-t", "s", "-l", "--", line)
	x.keys("Enter")
}

// waymark starts the program, which leaves its exit status on the screen.
func (x *terminal) waymark(env string) {
	x.t.Helper()
	x.run("clear; " + env + " " + program + "; echo exit=$?")
}

func (x *terminal) keys(keys ...string) {
	x.t.Helper()
	x.tmux(append([]string{"send-keys", "-t", "s", "--"}, keys...)...)
}

func (x *terminal) screen() string { return x.tmux("capture-pane", "-p", "-t", "s") }

// sees waits until the screen shows a pattern, or would if no line were broken: where a sentence about the person
// breaks hangs on the level, and that on the questions they drew.
func (x *terminal) sees(pattern string) string {
	x.t.Helper()
	want := regexp.MustCompile(pattern)
	for deadline := time.Now().Add(20 * time.Second); ; {
		screen := x.screen()
		if want.MatchString(screen) || want.MatchString(strings.Join(strings.Fields(screen), " ")) {
			return screen
		}
		if time.Now().After(deadline) {
			x.t.Fatalf("never saw %q; the screen shows\n%s", pattern, screen)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// questionNumber is in the header of a question: "question 5 of 12 or more", then "14 of 30 at most".
var questionNumber = regexp.MustCompile(`(?i)(\d+) of \d+ (?:or more|at most)`)

// answer answers the question on the screen and waits for the next screen. On a checklist it ticks
// the first box.
func (x *terminal) answer(digit string) {
	x.t.Helper()
	before := x.sees(questionNumber.String())
	number := questionNumber.FindStringSubmatch(before)[1]
	x.keys(digit)
	if strings.Contains(before, "□") {
		x.sees("■")
		x.keys("Enter")
	}
	for deadline := time.Now().Add(20 * time.Second); ; {
		if m := questionNumber.FindStringSubmatch(x.screen()); m == nil || m[1] != number {
			return
		}
		if time.Now().After(deadline) {
			x.t.Fatalf("question %s stays:\n%s", number, x.screen())
		}
	}
}

// toResult answers until the result shows.
func (x *terminal) toResult(digits string) {
	x.t.Helper()
	for i := range 40 {
		if strings.Contains(x.screen(), "See the whole result") {
			x.turn("1")
			return
		}
		if strings.Contains(x.screen(), "one last thing") { // where to go from here, which has no number
			x.keys("1")
			x.sees("See the whole result")
			continue
		}
		x.answer(string(digits[i%len(digits)]))
	}
	x.t.Fatalf("no result after 40 questions:\n%s", x.screen())
}

// saved returns what was asked and answered so far, as it is on disk.
func (x *terminal) saved() (asked []string) {
	x.t.Helper()
	data, err := os.ReadFile(filepath.Join(x.home, "waymark", "interview.json"))
	if err != nil {
		x.t.Fatal(err)
	}
	var file struct {
		Interview stages.Interview `json:"interview"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		x.t.Fatal(err)
	}
	for _, id := range file.Interview.Asked {
		a := file.Interview.Answers[id]
		asked = append(asked, fmt.Sprint(id, a.Options, a.Skip))
	}
	return asked
}

// wholeWay goes from home to the next steps, by digits, arrows and Enter.
func wholeWay(t *testing.T, width, height int, env string) {
	x := open(t, width, height)
	x.waymark(env)
	x.sees("Begin")
	x.keys("Enter")
	x.sees("Your time")
	x.keys("1")
	x.sees("Who is your work mostly for")
	x.keys("2")
	x.sees(`(?i)question 1 of \d+ or more`)
	x.toResult("2")
	x.sees("You're|Near level|Between level")
	if colours := regexp.MustCompile(`\x1b\[[0-9;]*3[0-8]`); env != "" && colours.MatchString(x.tmux("capture-pane", "-e", "-p", "-t", "s")) {
		t.Error("colour under NO_COLOR")
	}
	for i := 0; i < 4 && !strings.Contains(x.screen(), "next steps ·"); i++ {
		x.turn("Right")
	}
	x.sees(`next steps · (\d) of`)
	x.sees("weeks")
	x.turn("Enter")
	x.sees("This week|Why")
	for i := 0; i < 2 && !strings.Contains(x.screen(), "1  Plan"); i++ {
		x.turn("Escape")
	}
	x.sees("1  Plan")
	x.keys("Escape")
	if screen := x.sees("exit=0"); strings.Contains(screen, "Continue any time") {
		t.Errorf("there is nothing to go on with:\n%s", screen)
	}
	if results := x.results(); len(results) != 1 {
		t.Errorf("%d results on disk", len(results))
	}
}

// turn presses a key and waits until the screen is another, and drawn to the end: what the key leads to may be named on
// the screen before it.
func (x *terminal) turn(key string) {
	x.t.Helper()
	before := x.screen()
	x.keys(key)
	deadline := time.Now().Add(20 * time.Second)
	for last := before; ; time.Sleep(20 * time.Millisecond) {
		screen := x.screen()
		if screen != before && screen == last {
			return
		}
		if last = screen; time.Now().After(deadline) {
			x.t.Fatalf("%s changes nothing:\n%s", key, before)
		}
	}
}

func (x *terminal) begin() {
	x.t.Helper()
	x.waymark("")
	x.sees("Begin")
	x.keys("1")
	x.sees("Your time")
	x.keys("1")
	x.sees("Who is your work mostly for")
	x.keys("2")
	x.sees(`question 1 of \d+ or more`)
}

// kill kills the program, and puts the terminal back, as a killed program can't.
func (x *terminal) kill() {
	x.t.Helper()
	if err := exec.Command("pkill", "-9", "-f", program).Run(); err != nil {
		x.t.Fatal(err)
	}
	for exec.Command("pgrep", "-f", program).Run() == nil { // what the shell then says may break anywhere
		time.Sleep(5 * time.Millisecond)
	}
	x.tmux("send-keys", "-t", "s", "-l", "--", "stty sane; tput rmcup; clear; echo put''back")
	x.keys("C-j")
	x.sees("putback") // before that, Enter ends no line
}

func killedAndResumed(t *testing.T) {
	x := open(t, 80, 24)
	x.begin()
	for range 4 {
		x.answer("1")
	}
	asked := x.saved()
	question := strings.Split(x.sees(`question 5 of \d+ or more`), "\n")[3]
	x.kill()
	if again := x.saved(); len(again) != len(asked) {
		t.Fatalf("%d answers on disk, %d were given", len(again), len(asked))
	}
	x.waymark("")
	x.sees(`You stopped today at question 5 of \d+ or more`)
	x.keys("1")
	if screen := x.sees(`  question 5 of \d+ or more`); !strings.Contains(screen, strings.TrimSpace(question)) {
		t.Errorf("goes on with another question than\n%s\n%s", question, screen)
	}
}

// typedAhead sends a burst of answers at once, and holds what was kept against slow typing.
func typedAhead(t *testing.T) {
	slow, fast := open(t, 80, 24), open(t, 80, 24)
	seed := func(x *terminal) { // the same seed asks the same questions
		x.begin()
		x.keys("Escape")
		x.sees("Your answers are saved")
		x.keys("Escape")
		x.sees(`Saved\. Continue any time: waymark\s+exit=0`)
		path := filepath.Join(x.home, "waymark", "interview.json")
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		data = regexp.MustCompile(`"seed": \d+`).ReplaceAll(data, []byte(`"seed": 11`))
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		x.waymark("")
		x.sees("Continue")
		x.keys("1")
		x.sees(`question 1 of \d+ or more`)
	}
	seed(slow)
	seed(fast)
	burst := []string{"2", "Enter", "3", "Enter", "1", "Enter", "2", "Enter", "3", "Enter"}
	for _, key := range burst {
		slow.turn(key)
	}
	fast.keys(burst...)
	number := questionNumber.FindStringSubmatch(slow.sees(`question \d+ of \d+ or more`))[1]
	fast.sees("question " + number + ` of \d+ or more`)
	if a, b := fmt.Sprint(slow.saved()), fmt.Sprint(fast.saved()); a != b {
		t.Errorf("typed slowly %s, in a burst %s", a, b)
	}
}

// backAndChange goes back over three answers, changes one, and takes a step on at the end.
func backAndChange(t *testing.T) {
	x := open(t, 80, 24)
	x.begin()
	for range 4 {
		x.answer("1")
	}
	before := x.saved()
	for _, number := range []string{"4", "3", "2"} {
		x.keys("Left")
		x.sees("question " + number + ` of \d+ or more`)
	}
	x.answer("2")
	x.sees(`question 3 of \d+ or more`)
	after := x.saved()
	if len(after) != 4 || after[1] == before[1] || after[0] != before[0] {
		t.Errorf("before %v, after %v", before, after)
	}
	x.keys("Right")
	x.sees(`question 4 of \d+ or more`)
	x.keys("Right")
	x.sees(`question 5 of \d+ or more`)
	x.toResult("12")
	x.turn("Right")
	x.turn("Right")
	x.turn("1")
	x.turn("Enter")
	x.sees("Added to your plan")
	for i := 0; i < 2 && !strings.Contains(x.screen(), "next: "); i++ {
		x.turn("Escape") // the open step, then the result
	}
	x.sees("next: ")
}

func resizeStorm(t *testing.T) {
	x := open(t, 80, 24)
	x.begin()
	for i := range 40 {
		x.tmux("resize-window", "-t", "s", "-x", fmt.Sprint(30+7*i%120), "-y", fmt.Sprint(8+5*i%40))
	}
	x.tmux("resize-window", "-t", "s", "-x", "80", "-y", "24")
	x.sees("(?s)^    Where you stand.*Esc home")
	x.answer("1")
	x.sees(`question 2 of \d+ or more`)
}

func signals(t *testing.T) {
	for signal, status := range map[string]string{"TERM": "143", "HUP": "129", "INT": "130", "QUIT": "131"} {
		x := open(t, 80, 24)
		x.begin()
		x.answer("1")
		if err := exec.Command("pkill", "-"+signal, "-f", program).Run(); err != nil {
			t.Fatal(err)
		}
		x.sees("exit=" + status)
		if n := len(x.saved()); n != 1 {
			t.Errorf("%d answers after SIG%s", n, signal)
		}
		x.clean(signal)
	}
}

// clean holds that the terminal is as it was: the main screen, the cursor shown, no mouse.
func (x *terminal) clean(after string) {
	x.t.Helper()
	got := strings.TrimSpace(x.tmux("display", "-p", "-t", "s", "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{keypad_cursor_flag}"))
	if got != "0 1 0 0" {
		x.t.Errorf("after %s the terminal is left with alternate screen, cursor, mouse, keypad: %s", after, got)
	}
}

func interrupted(t *testing.T) {
	x := open(t, 80, 24)
	x.begin()
	x.answer("2")
	x.keys("C-c")
	x.sees(`Saved\. Continue any time: waymark\s+exit=130`)
	x.clean("Ctrl+C")
	if n := len(x.saved()); n != 1 {
		t.Errorf("%d answers after Ctrl+C", n)
	}
}

func suspended(t *testing.T) {
	x := open(t, 80, 24)
	x.begin()
	x.keys("C-z")
	x.sees("(?i)stopped")
	x.clean("Ctrl+Z")
	x.run("fg")
	x.sees(`question 1 of \d+ or more`)
	x.answer("1")
	x.sees(`question 2 of \d+ or more`)
}

func twoWindows(t *testing.T) {
	first := open(t, 80, 24)
	first.begin()
	first.answer("1")
	second := open(t, 80, 24)
	second.home = first.home
	second.waymark("XDG_DATA_HOME=" + first.home)
	second.sees(`You stopped today at question 2 of \d+ or more`)
	second.keys("1")
	second.sees("This is open in another window")
	first.answer("1")
	second.keys("Escape")
	second.sees("exit=0")
	if n := len(first.saved()); n != 2 {
		t.Errorf("%d answers on disk, want 2", n)
	}
}

func damagedInterview(t *testing.T) {
	x := open(t, 80, 24)
	dir := filepath.Join(x.home, "waymark")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "interview.json"), []byte(`{"schema": 1, "inter`), 0o600); err != nil {
		t.Fatal(err)
	}
	x.waymark("")
	x.sees(`! Your unfinished interview \(interview\.json\) couldn't be read`)
	x.sees("Begin")
	if aside, _ := filepath.Glob(filepath.Join(dir, "set-aside", "*interview.json")); len(aside) != 1 {
		t.Errorf("set aside: %v", aside)
	}
}

func refusals(t *testing.T) {
	x := open(t, 120, 24)
	x.run("clear; " + program + " < /dev/null; echo exit=$?")
	x.sees(`waymark: the full-screen program needs a terminal; without one, use waymark --plain or waymark score FILE\s+For help: waymark --help\s+exit=2`)
	x.run("clear; " + program + " | cat; echo over")
	x.sees(`needs a terminal(?s).*over`)
}

// lineByLine begins on a dumb terminal, stops, and goes on at the same question in the full screen;
// then the other way round.
func lineByLine(t *testing.T) {
	x := open(t, 80, 40)
	x.waymark("TERM=dumb")
	x.sees(`1\. Begin(?s).*q stop:`)
	x.run("1")
	x.sees("2. Your work: any")
	x.run("1")
	x.sees("Who is your work mostly for")
	x.run("2")
	for i := range 3 {
		x.sees(fmt.Sprintf(`Question %d of \d+ or more\.(?s).*9 these by number:\s*$`, i+1))
		x.run("1")
	}
	screen := x.sees(`Question 4 of \d+ or more\.\n(?s).*9 these by number:\s*$`)
	question := regexp.MustCompile(`Question 4 .*\n(.*)`).FindStringSubmatch(screen)[1]
	if strings.Contains(x.tmux("capture-pane", "-e", "-p", "-t", "s"), "\x1b[") {
		t.Error("plain mode colours something")
	}
	x.run("q")
	x.sees(`Stopped\. All your answers are saved\.(?s).*exit=0`)
	x.waymark("")
	x.sees(`You stopped today at question 4 of \d+ or more`)
	x.keys("1")
	if screen := x.sees(`  question 4 of \d+ or more`); !strings.Contains(screen, question[:40]) {
		t.Errorf("the full screen goes on with another question than %q\n%s", question, screen)
	}
	x.answer("1")
	x.sees(`question 5 of \d+ or more`)
	x.keys("C-c")
	x.sees("exit=130")
	x.waymark("TERM=dumb")
	x.sees(`You stopped today at question 5 of \d+ or more`)
	x.run("1")
	x.sees(`Question 5 of \d+ or more`)
	x.keys("C-d")
	x.sees("All your answers are saved(?s).*exit=0")
}

// lineByLineEnded ends plain mode by signals.
func lineByLineEnded(t *testing.T) {
	for signal, status := range map[string]string{"TERM": "143", "HUP": "129", "INT": "130", "QUIT": "131"} {
		x := open(t, 80, 40)
		x.waymark("TERM=dumb")
		x.sees("1. Begin")
		x.run("1")
		x.sees("2. Your work: any")
		x.run("1")
		x.sees("Who is your work mostly for")
		x.run("2")
		x.sees(`Question 1 of \d+ or more`)
		x.run("1")
		x.sees(`Question 2 of \d+ or more`)
		if signal == "INT" {
			x.keys("C-c")
		} else if err := exec.Command("pkill", "-"+signal, "-f", program).Run(); err != nil {
			t.Fatal(err)
		}
		x.sees("All your answers are saved(?s).*exit=" + status)
		if n := len(x.saved()); n != 1 {
			t.Errorf("%d answers after SIG%s", n, signal)
		}
	}
}
