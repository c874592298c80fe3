package quiz_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var block = regexp.MustCompile("(?s)\n```(sh|yaml|po|text)\n(.*?)```\n")

// guide is a document whose examples are run: its files are written and its commands called, in their order.
type guide struct {
	script, files strings.Builder
	commands      map[string]int // how often each is called
	written       int
}

// readGuide makes a script of a document. A command that its comment says fails must fail, and each line of a block
// of text must be in what the command before it printed.
func readGuide(t *testing.T, name string) *guide {
	t.Helper()
	doc, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	g := &guide{commands: map[string]int{}}
	for _, b := range block.FindAllStringSubmatch(string(doc), -1) {
		switch b[1] {
		case "yaml", "po":
			name, _, _ := strings.Cut(strings.TrimPrefix(b[2], "# "), "\n")
			part := fmt.Sprintf("%d-%s", g.written, filepath.Base(name)) // not in its place before its turn
			fmt.Fprintf(&g.script, "mkdir %s\ncp %s %s\n", filepath.Dir(name), part, name)
			fmt.Fprintf(&g.files, "-- %s --\n%s", part, b[2])
			g.written++
		case "sh":
			for line := range strings.Lines(b[2]) {
				if strings.Contains(line, "# exit status 1") {
					g.script.WriteString("! ")
				}
				g.script.WriteString(strings.Replace(line, "content simulate", "content simulate --respondents 1", 1)) // a minute less
				g.commands[strings.Join(strings.Fields(line)[:3], " ")]++
			}
		case "text":
			for line := range strings.Lines(b[2]) {
				fmt.Fprintf(&g.script, "stdout '%s'\n", strings.ReplaceAll(regexp.QuoteMeta(strings.TrimSuffix(line, "\n")), "'", "''"))
			}
		}
	}
	return g
}

// run runs the guide, and what comes after it.
func (g *guide) run(t *testing.T, before, after string) {
	t.Helper()
	runGuide(t, before+g.script.String()+after+g.files.String())
}

func runGuide(t *testing.T, script string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "guide.txtar"), []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:   dir,
		Cmds:  map[string]func(*testscript.TestScript, bool, []string){"seed": seed},
		Setup: ownHome,
	})
}

// TestCalibrationGuide does what docs/calibration.md says, from an empty folder on.
func TestCalibrationGuide(t *testing.T) {
	g := readGuide(t, "../docs/calibration.md")
	if g.commands["waymark content calibrate"] < 8 || g.commands["waymark content init"] != 1 || g.written < 4 {
		t.Fatalf("the guide has these commands only: %v", g.commands)
	}
	g.run(t, "seed result\n", "waymark content calibrate my-study --content my-questions --verbose\n"+
		"stdout '4 people, 3 of them with a judgement and a reading'\nstdout 'drawn with seed 7'\nstdout '^calibration '\n")
}

// TestAuthoringGuide does what docs/authoring.md says, from an empty folder on.
func TestAuthoringGuide(t *testing.T) {
	g := readGuide(t, "../docs/authoring.md")
	if g.commands["waymark content check"] < 9 || g.commands["waymark content explain"] < 2 || g.written < 9 {
		t.Fatalf("the guide has these commands only: %v, and %d files", g.commands, g.written)
	}
	g.run(t, "", "waymark content preview --content our-team\nstdout '^craft-runbook$'\n! stdout '^craft-remembered$'\n")
}

// TestSecondOpinionGuide does what docs/second-opinion.md says: as Ruth, who asks Ada and Omar, and in a team of five.
func TestSecondOpinionGuide(t *testing.T) {
	guide, err := os.ReadFile("../docs/second-opinion.md")
	if err != nil {
		t.Fatal(err)
	}
	before := map[string]string{ // what others do meanwhile
		"waymark ask -o":            "seed result\n",
		"waymark --plain --for":     "cp sheet.yaml ruth.yaml\ncp sheet.yaml omar.yaml\nstdin ones\n",
		"waymark compare ruth.yaml": "stdin ones\nwaymark --plain --for ruth.yaml --as Ruth\nstdin ones\nwaymark --plain --for omar.yaml\n",
		"waymark compare mine.json": "waymark export --format json --with answers -o mine.json\n",
		"waymark team shares":       "mkdir shares\ncp share.yaml shares/1.yaml\n",
	}
	for _, n := range []string{"2", "3", "4", "5"} {
		before["waymark team shares"] += fmt.Sprintf("env XDG_DATA_HOME=$WORK/%[1]s\nseed result\nwaymark team --share -o shares/%[1]s.yaml\n", n)
	}
	var script strings.Builder
	told := map[string]bool{}
	for _, b := range block.FindAllStringSubmatch(string(guide), -1) {
		if b[1] != "sh" {
			continue
		}
		for line := range strings.Lines(b[2]) {
			command := strings.TrimSpace(strings.Split(line, "  ")[0])
			for start, lines := range before {
				if strings.HasPrefix(command, start) && !told[start] {
					script.WriteString(lines)
					told[start] = true
				}
			}
			switch {
			case strings.HasPrefix(command, "grep"): // the files hold themselves to it
			case strings.HasPrefix(command, "waymark --for"), strings.HasSuffix(command, "--screen"):
				script.WriteString("! " + command + "\nstderr 'needs a terminal'\n")
			default:
				script.WriteString(command + "\n")
			}
		}
	}
	if len(told) != len(before) {
		t.Fatalf("of the guide's commands there are only %v", told)
	}
	runGuide(t, script.String()+"-- ones --\n1\n"+strings.Repeat("1\n", 60))
}

// TestBenchmarksGuide holds the commands of docs/benchmarks.md to the benchmarks that there are, and its tables to what
// they report.
func TestBenchmarksGuide(t *testing.T) {
	doc, err := os.ReadFile("../docs/benchmarks.md")
	if err != nil {
		t.Fatal(err)
	}
	commands := regexp.MustCompile(`(?m)^go test -run xxx -bench (\w+)(?: -benchtime \w+)? \./(\S+)`).FindAllStringSubmatch(string(doc), -1)
	if len(commands) < 5 {
		t.Errorf("%d commands", len(commands))
	}
	source := ""
	for _, c := range commands {
		files, err := filepath.Glob("../" + c[2] + "/*_test.go")
		if err != nil {
			t.Fatal(err)
		}
		text := ""
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			text += string(data)
		}
		if !regexp.MustCompile(`func Benchmark` + c[1] + `\w*\(b \*testing\.B\)`).MatchString(text) {
			t.Errorf("%s has no benchmark %s", c[2], c[1])
		}
		source += text
	}
	for _, row := range regexp.MustCompile("(?m)^\\| `([^`]+)`").FindAllStringSubmatch(string(doc), -1) {
		if !strings.Contains(source, `"`+row[1]+`"`) {
			t.Errorf("no benchmark reports %s", row[1])
		}
	}
}
